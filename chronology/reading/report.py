"""What reading a file found out, row by row, for the page, the command and the import alike."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from chronology.reading.columns import Column
from chronology.reading.dates import Query
from chronology.reading.grid import Place
from chronology.reading.tables import Aside

TAKEN, QUESTION, REFUSED, DUPLICATE = "taken", "question", "refused", "duplicate"
STATUSES = (TAKEN, QUESTION, REFUSED, DUPLICATE)
REASONS = {
    "impossible_date": "There is no such day.",
    "missing_date": "The date is empty.",
    "unreadable_date": "The words give no date.",
    "empty_event": "Nothing is told.",
    "future_date": "The date lies in the future.",
    "outside_period": "The date is outside the period under review.",
    "duplicate_row": "The row is identical to an earlier one.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file and what became of it.

    ``reason`` is a class of ``REASONS`` for a refused or doubled row, the first question's code for one with questions.
    ``texts`` holds the words by meaning, ``raw`` every filled cell by heading, both as the author wrote them.
    """

    at: Place
    status: str
    reason: str | None
    sentence: str
    questions: tuple[Query, ...]
    date_text: str
    start: dt.date | None
    end: dt.date | None
    precision: str | None
    time_text: str
    time: dt.time | None
    time_precision: str | None
    end_time: dt.time | None
    known_on: dt.date | None
    child_seen: str | None
    child_alone: str | None
    texts: dict[str, str]
    raw: dict[str, str]
    inherited: tuple[str, ...]
    digest: str
    same_as: Place | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.as_json(),
            "status": self.status,
            "reason": self.reason,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
            "time": self.time.strftime("%H:%M") if self.time else None,
            "child_seen": self.child_seen,
        }


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table that was read: where it stands, where its headings are, what its columns mean, how many rows it has."""

    place: Place
    name: str
    header_rows: tuple[Place, ...]
    columns: tuple[Column, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """Everything reading one file found out. Every filled line is in ``rows``, in ``aside``, or a heading."""

    file: str
    kind: str
    sha256: str
    date_order: str
    date_order_why: str
    tables: tuple[TableReport, ...]
    rows: tuple[Row, ...]
    aside: tuple[Aside, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    remembered: tuple[str, ...] = field(default=())

    @property
    def columns(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for table in self.tables:
            for column in table.columns:
                found.setdefault(column.header, column.meaning)
        return found

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(row.status for row in self.rows)
        return {status: counted[status] for status in STATUSES}

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "columns": self.columns,
            "date_order": self.date_order,
            "rows": [row.as_json() for row in self.rows],
        }
