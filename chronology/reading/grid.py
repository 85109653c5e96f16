"""What every kind of file is turned into before anybody asks what it means: grids of cells with their places."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the file, as the person who wrote it would look for it."""

    sheet: str | None = None
    table: int | None = None
    record: int | None = None
    row: int | None = None
    line: int | None = None

    def as_json(self) -> dict[str, str | int]:
        if self.record is not None:
            return {"record": self.record, "line": self.line or self.record}
        where: dict[str, str | int] = {"sheet": self.sheet} if self.sheet is not None else {"table": self.table or 1}
        return where | ({"row": self.row} if self.row is not None else {})

    def __str__(self) -> str:
        if self.record is not None:
            return f"line {self.line}"
        where = f"sheet {self.sheet}" if self.sheet is not None else f"table {self.table}"
        return f"{where}, row {self.row}" if self.row is not None else where


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words as shown, and the date, time or number behind them where the file holds one.

    ``covered`` cells lie under a merged one: ``inherited``, with its text, when they continue a cell above, empty when
    they continue one to the left. ``month_only`` marks a date that the file shows without its day. ``formula`` is a
    formula whose result the file does not hold.
    """

    text: str = ""
    value: dt.datetime | dt.date | dt.time | float | None = None
    covered: bool = False
    inherited: bool = False
    month_only: bool = False
    formula: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


EMPTY = Cell()
UNDER = Cell(covered=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid."""

    at: Place
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else EMPTY

    @property
    def is_empty(self) -> bool:
        return all(cell.is_empty for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, a table or a text file. ``epoch`` is day zero of its bare serial numbers."""

    place: Place
    name: str
    lines: tuple[Line, ...]
    hidden: bool = False
    epoch: dt.date = field(default=dt.date(1899, 12, 30))
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)


def shown_date(value: dt.datetime | dt.date | dt.time) -> str:
    """A date or time behind a cell, written the way the rest of a British chronology is."""
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.strftime("%d/%m/%Y %H:%M")
    return value.strftime("%d/%m/%Y")


HALF_LETTERS = re.compile("[\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\v\f]")
UNHELD = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def clean_words(text: str) -> str:
    """The cell's words without what no database holds (NUL, half letters) and with one kind of line break."""
    if text.isprintable():  # which neither of them is, nor any line break
        return text
    if HALF_LETTERS.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNHELD.sub("", LINE_ENDS.sub("\n", text))
