"""Which column of a table means what: by its heading first, then by what stands in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chronology.reading.dates import read_date
from chronology.reading.grid import Cell
from chronology.reading.marks import read_mark
from chronology.reading.moments import Calendar
from chronology.reading.times import read_time
from chronology.reading.vocabulary import SINGLE, in_small, meaning_of

DATES = ("date", "datetime")
DAYS = frozenset({"date", "end_date", "datetime", "known_on", "recorded_on"})
MARKS = frozenset({"child_seen", "child_alone"})
SAMPLES = 3
EXAMINED = 120
# Shares of the filled cells, and lengths in characters, from which content speaks for itself.
MOSTLY, SELDOM, SOMETIMES = 0.6, 0.2, 0.3
NARRATIVE, LONG_NARRATIVE, LABEL = 18, 40, 32
LONGEST_MARK = 12
SEEN = re.compile(
    r"\b(seen|saw|sighted?|present|about|observed|met|in today|on scene|with (her|him|them|mother|mum|parents?)"
    r"|child(ren)?|chn|cyp|yp|kids?|bab(y|ies)|infant|pupils?|twins?)\b"
)
NO_SIGHT = re.compile(
    r"\b(plan|protection|order|register(ed)?|looked after|consent|injur\w+|risk|concerns?|involved|alone|aware|told)\b"
)
UNITS = re.compile(r".*\b(teams?|dep(artmen)?ts?|units?|wards?|speciali?t(y|ies)|clinics?|sections?|modules?|queues?)\b.*")
NUMBERS = re.compile(r"\d+")
NUMBERED = re.compile(r"[^\W\d_]{0,6}[\W_]{0,2}\d[\w/.:-]*")  # "INC0012/2019", "No. 14", "17"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the meaning proposed for it, how sure that is (0 to 1), what that rests on, and a few cells."""

    header: str
    meaning: str
    score: float
    why: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What the filled cells of a column look like."""

    filled: int
    dates: float
    times: float
    clock: float
    length: float
    marks: float
    numbers: float

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> Content:
        shown = [cell for cell in cells if not cell.is_empty][:EXAMINED]
        count = max(len(shown), 1)
        readings = [_read(cell) for cell in shown]
        return cls(
            filled=len(shown),
            dates=sum(is_date for is_date, _ in readings) / count,
            clock=sum(has_clock for _, has_clock in readings) / count,
            times=sum(
                isinstance(cell.value, dt.time) or read_time(cell.text).precision in {"exact", "approx", "part_of_day"}
                for cell in shown
            )
            / count,
            length=sum(len(cell.text) for cell in shown) / count,
            marks=sum(len(cell.text) <= LONGEST_MARK and read_mark(cell.text)[0] is not None for cell in shown) / count,
            numbers=sum(NUMBERED.fullmatch(cell.text.strip()) is not None for cell in shown) / count,
        )

    @property
    def are_times(self) -> bool:
        """Whether the cells are hours of the day and nothing else."""
        return self.filled > 0 and self.times >= MOSTLY and self.dates < SELDOM


def _read(cell: Cell) -> tuple[bool, bool]:
    if isinstance(cell.value, dt.datetime):
        return True, cell.value.time() != dt.time()
    reading = read_date(cell.text, Calendar()) if len(cell.text) <= LONG_NARRATIVE else None
    if reading is None:
        return False, False
    # An American date is no British one, but it is a date all the same.
    is_date = reading.start is not None or (reading.problem == "impossible_date" and len(NUMBERS.findall(cell.text)) > 1)
    return is_date, reading.time.time is not None


def suggest_columns(headers: Sequence[str], cells: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """A meaning for every column; ``cells`` holds the cells of each column from top to bottom."""
    contents = [Content.of(column) for column in cells]
    columns = [_by_heading(header, content) for header, content in zip(headers, contents, strict=True)]
    for step in (_settle_date, _settle_event, _settle_source, _settle_authors, _settle_singles):
        columns = step(columns, contents)
    samples = [tuple(cell.text[:80] for cell in column if not cell.is_empty)[:SAMPLES] for column in cells]
    return tuple(replace(column, samples=shown) for column, shown in zip(columns, samples, strict=True))


def _by_heading(header: str, content: Content) -> Column:
    """What the heading says, unless the cells plainly say otherwise."""
    meaning, score = meaning_of(header)
    if content.marks >= MOSTLY and meaning not in MARKS and _asks_who_was_seen(in_small(header)):
        return Column(header, "child_seen", 0.9, "the heading says seen, its cells yes or no")
    if content.are_times and meaning in {"", "contact_type", "event", "person"}:
        return Column(header, "time", 0.5, "its cells hold times")
    if not meaning:
        return Column(header, "ignored", 0.0, "the heading says nothing we know")
    if meaning == "contact_type" and content.numbers >= MOSTLY:
        return Column(header, "reference", 0.7, "its cells hold numbers")
    return _contradicted(header, meaning, score, content) or Column(header, meaning, score, "by its heading")


def _asks_who_was_seen(words: str) -> bool:
    return SEEN.search(words) is not None and NO_SIGHT.search(words) is None


def _contradicted(header: str, meaning: str, score: float, content: Content) -> Column | None:
    """The column when its cells are not what its heading promises."""
    if content.filled and meaning == "recorded_on" and content.dates < SELDOM:
        return Column(header, "ignored", 0.1, "the heading says when, the cells do not")
    if content.filled and meaning in DAYS and content.dates < SELDOM:
        return Column(header, meaning, round(score * 0.3, 2), "by its heading, although few cells hold a date")
    if content.filled and meaning == "time" and content.times < SELDOM and content.length > LABEL:
        return Column(header, "ignored", 0.1, "the heading says time, the cells do not")
    if meaning in MARKS and content.dates >= MOSTLY:
        return Column(header, "ignored", 0.1, "the heading says seen, the cells hold dates")
    return None


def _settle_date(columns: list[Column], contents: list[Content]) -> list[Column]:
    """Exactly one column says when: the best headed one, else a date of recording, else whatever holds dates."""
    index = _best(columns, lambda column: column.meaning in DATES, key=lambda i: (columns[i].score, contents[i].filled))
    if index is None or columns[index].score < SOMETIMES:
        recorded = _best(
            columns,
            lambda column: column.meaning == "recorded_on" and column.score >= SOMETIMES,
            key=lambda i: (contents[i].filled, -i),
        )
        holding = _best(
            columns,
            lambda column: column.meaning not in {"end_date", "known_on", "reference"} and not _is_birth(column),
            key=lambda i: (round(contents[i].dates, 1), -i),
        )
        if recorded is not None:
            index = recorded
            columns = _with(columns, index, "date", 0.8, "the only date the table has")
        elif holding is not None and contents[holding].dates >= MOSTLY:
            index = holding
            columns = _with(columns, index, "date", 0.6, "its cells hold dates")
    if index is not None:
        meaning = (
            "datetime"
            if contents[index].clock >= SOMETIMES
            or (columns[index].meaning == "datetime" and "time" in in_small(columns[index].header))
            else "date"
        )
        columns = _with(columns, index, meaning, columns[index].score, columns[index].why)
        for other, column in enumerate(columns):
            if other != index and column.meaning in DATES:
                columns = _with(columns, other, *_of_another_day(column, contents[other]))
    return columns


def _of_another_day(column: Column, content: Content) -> tuple[str, float, str]:
    if content.filled and content.dates < SELDOM:
        return "ignored", 0.1, "another column says when, and this one holds no dates"
    return "recorded_on", column.score / 2, "another column says better when"


def _is_birth(column: Column) -> bool:
    return column.meaning == "ignored" and column.score == 1.0


def _settle_event(columns: list[Column], contents: list[Content]) -> list[Column]:
    """The narrative is the longest of the columns headed so; short ones beside it are kinds of contact."""
    headed = [i for i, column in enumerate(columns) if column.meaning == "event"]
    longest = _longest_open(columns, contents)
    told = [i for i in headed if contents[i].numbers < MOSTLY]
    if told or longest is not None:
        for numbered in set(headed) - set(told):
            columns = _with(columns, numbered, "reference", 0.7, "its cells hold numbers")
        headed = told
    if headed and longest is not None and _are_labels([contents[i] for i in headed], beside=contents[longest]):
        columns = _with(columns, longest, "event", 0.6, "its cells hold the longest text")
        headed.append(longest)
    if headed:
        best = max(headed, key=lambda i: (columns[i].score * min(contents[i].length, 400), columns[i].score))
        for other in headed:
            if other == best or contents[other].length >= LABEL:
                continue
            if in_small(columns[other].header).endswith("note") and contents[other].filled < contents[best].filled / 2:
                columns = _with(columns, other, "comment", 0.6, "a remark here and there beside the narrative")
            else:
                columns = _with(columns, other, "contact_type", 0.6, "short words beside a longer narrative")
        return columns
    return columns if longest is None else _with(columns, longest, "event", 0.5, "its cells hold the longest text")


def _are_labels(headed: list[Content], beside: Content) -> bool:
    """Whether what the headings call the narrative is but short words beside a long text."""
    return beside.length >= LONG_NARRATIVE and all(each.length < min(LABEL, beside.length / 2) for each in headed)


def _longest_open(columns: list[Column], contents: list[Content]) -> int | None:
    """The column with the longest text among those whose headings leave open whether it is the narrative."""
    open_to_it = [
        i
        for i, column in enumerate(columns)
        if (column.meaning in {"ignored", "contact_type"} and not _is_birth(column) and contents[i].length >= NARRATIVE)
        or (
            column.meaning in {"source", "reference", "person", "professional", "theme", "time"}
            and contents[i].length >= LONG_NARRATIVE
        )
    ]
    return max(open_to_it, key=lambda i: contents[i].length, default=None)


def _settle_source(columns: list[Column], contents: list[Content]) -> list[Column]:
    """Where no column names the source, the system or channel a contact came by is the nearest to it."""
    if any(column.meaning == "source" for column in columns):
        return columns
    index = _best(columns, lambda column: column.meaning == "contact_type", key=lambda i: (contents[i].filled, -i))
    if index is None:
        index = _best(columns, _is_unit, key=lambda i: (contents[i].filled, -i))
    return columns if index is None else _with(columns, index, "source", 0.6, "no other column names the source")


def _is_unit(column: Column) -> bool:
    """A team, a ward, a module of a system: where in the agency something was written down."""
    return column.meaning in {"agency", "ignored"} and UNITS.fullmatch(in_small(column.header)) is not None


def _settle_authors(columns: list[Column], contents: list[Content]) -> list[Column]:
    """A column headed "Author" holds names or remarks; the length of its cells tells which."""
    for index, column in enumerate(columns):
        if column.meaning == "comment" and in_small(column.header) in {"author", "reviewer"} and contents[index].length < LABEL:
            columns = _with(columns, index, "professional", 0.7, "its cells hold names")
    return columns


def _settle_singles(columns: list[Column], contents: list[Content]) -> list[Column]:
    for meaning in SINGLE:
        carrying = [index for index, column in enumerate(columns) if column.meaning == meaning]
        best = max(carrying, key=lambda i: (columns[i].score, contents[i].filled), default=None)
        for other in carrying:
            if other != best:
                columns = _with(columns, other, "ignored", 0.2, "another column carries the same")
    return columns


def _best(columns: list[Column], fits: Callable[[Column], bool], key: Callable[[int], tuple[float, float]]) -> int | None:
    return max((index for index, column in enumerate(columns) if fits(column)), key=key, default=None)


def _with(columns: list[Column], index: int, meaning: str, score: float, why: str) -> list[Column]:
    return [
        replace(column, meaning=meaning, score=round(score, 2), why=why) if i == index else column
        for i, column in enumerate(columns)
    ]
