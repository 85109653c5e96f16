"""The other end of ``read_in_subprocess``: the process that binds itself, reads one file and tells what it found.

Only here are the libraries loaded that know the formats: whoever asks needs none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO

import msgspec

from casework.gate import Refused
from chronology.reading.bounds import bind
from chronology.reading.files import read
from chronology.reading.spoken import TOO_MUCH, Answer, Asked, Progress

EXHAUSTED = msgspec.json.encode(Answer(reason="too_much_memory", sentence=TOO_MUCH))


def serve(asked_on: IO[bytes], answer_on: IO[bytes]) -> None:
    """The reading process: bind yourself, read one file, answer, end."""
    asked = msgspec.json.decode(asked_on.read(), type=Asked)
    bind(asked.bounds)

    def tell(answer: bytes) -> None:
        answer_on.write(answer + b"\n")
        answer_on.flush()

    tell(_answer(asked, lambda done, total: tell(msgspec.json.encode(Answer(done, total)))) or EXHAUSTED)


def _answer(asked: Asked, progress: Progress) -> bytes | None:
    """The report or the refusal as it is sent; None where the memory ran out, and is free again by then."""
    try:
        report = read(
            Path(asked.path),
            asked.filename,
            period=(asked.start, asked.end),
            mapping=asked.mapping,
            date_order=asked.date_order,
            today=asked.today,
            hidden_sheets=asked.hidden_sheets,
            remembered=asked.remembered,
            progress=progress,
        )
        return msgspec.json.encode(Answer(report=report))
    except Refused as refused:
        return msgspec.json.encode(Answer(reason=refused.reason, sentence=refused.sentence))
    except (MemoryError, ImportError):  # a library that finds no room cannot be loaded either
        return None
