"""The other end of ``read_in_subprocess``: the process that binds itself, reads one file and tells what it found."""

from __future__ import annotations

import datetime as dt
import resource
from pathlib import Path
from typing import IO

import msgspec

from casework.gate import Refused
from chronology.reading.bounds import Bounds
from chronology.reading.files import Progress, read
from chronology.reading.remembering import Remembered
from chronology.reading.report import FileReport

TOO_MUCH = (
    "Reading the file needs more memory than is allowed. Save it again with only the chronology in it, or split it, and send it."
)
OPEN_FILES = 64


class Asked(msgspec.Struct):
    """What the reading process is told: everything but the file itself, which it finds at ``path``."""

    path: str
    filename: str
    bounds: Bounds
    today: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    mapping: dict[str, str] = {}
    date_order: str | None = None
    hidden_sheets: bool = False
    remembered: dict[str, Remembered] = {}


class Answer(msgspec.Struct, omit_defaults=True):
    """One line of what the reading process tells: how far it is, or the end of it."""

    done: int = 0
    total: int = 0
    report: FileReport | None = None
    reason: str = ""
    sentence: str = ""


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


def bind(bounds: Bounds) -> None:
    """From here on this process has so much memory, so much time, and can write nothing."""
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.processor, bounds.processor + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
