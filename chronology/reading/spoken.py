"""What is said between the one who has a file read and the process that reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from chronology.reading.bounds import Bounds
from chronology.reading.remembering import Remembered
from chronology.reading.report import FileReport

Period = tuple[dt.date | None, dt.date | None]
Progress = Callable[[int, int], None]

TOO_MUCH = (
    "Reading the file needs more memory than is allowed. Save it again with only the chronology in it, or split it, and send it."
)


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
