"""The other end of ``check_file``: the process that binds itself and looks through one file.

Only here are the libraries loaded that know the formats: whoever asks needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from casework.gate import Refused
from chronology.naming.files import pieces_of
from chronology.naming.leaks import Checker, Hit
from chronology.naming.process import Answer, Asked
from chronology.reading.bounds import bind
from chronology.reading.spoken import TOO_MUCH


def serve(asked: bytes) -> bytes:
    """Bind yourself, look through one file, answer."""
    told = msgspec.json.decode(asked, type=Asked)
    bind(told.bounds)
    try:
        content = Path(told.path).read_bytes()
        hits = list(_distinct(Checker(told.key).check(pieces_of(content, told.kind, told.filename))))
        return msgspec.json.encode(Answer(hits=hits))
    except Refused as refused:
        return msgspec.json.encode(Answer(reason=refused.reason, sentence=refused.sentence))
    except (MemoryError, ImportError):
        return msgspec.json.encode(Answer(reason="too_much_memory", sentence=TOO_MUCH))


def _distinct(hits: Iterable[Hit]) -> Iterable[Hit]:
    """The same thing at the same place is told once."""
    return dict.fromkeys(hits)
