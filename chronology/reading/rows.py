"""Judging each row of a table: taken, taken with a question, refused with a reason, or a double."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronology.reading.columns import DATES
from chronology.reading.dates import MISSING, UNREADABLE, DateReading, Query, read_date
from chronology.reading.grid import Cell, Line, Place
from chronology.reading.marks import alone_beside, read_mark, together
from chronology.reading.moments import Calendar, Impossible
from chronology.reading.report import DUPLICATE, QUESTION, REASONS, REFUSED, TAKEN, Row
from chronology.reading.tables import Table
from chronology.reading.times import INVALID, NO_TIME, TimeReading, read_time, read_time_number

NOT_WORDS = frozenset(
    {
        "date",
        "datetime",
        "end_date",
        "time",
        "end_time",
        "known_on",
        "recorded_on",
        "child_seen",
        "child_alone",
        "ignored",
    }
)
NOTHING_TOLD = re.compile(r"[\s\-\u2010-\u2015._/?]*")
GARBLED = re.compile("\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a3\u00b0\u00a0]|\ufffd")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RUNNING_NUMBER = re.compile(r"\D{0,6}(\d{1,6})\.?")


@dataclass(frozen=True, slots=True)
class Judge:
    """What rows are judged by: how this file writes dates, today, and the period under review."""

    calendar: Calendar
    today: dt.date

    def rows(self, table: Table) -> Iterator[Row]:
        dates = self._dates(table)
        numbered = _running_numbers(table)
        for line, reading in zip(table.lines, dates, strict=True):
            yield self._row(table, line, reading, numbered)

    def _dates(self, table: Table) -> list[DateReading]:
        """The date of every line, with what lines around it lend: a year, or the date that "ditto" points to."""
        calendar = replace(self.calendar, epoch=table.grid.epoch)
        position = table.position(*DATES) or 0
        readings = [_date_in(line.cell(position), calendar) for line in table.lines]
        for index, reading in enumerate(readings):
            if reading.as_above and index and readings[index - 1].start:
                above = readings[index - 1]
                question = Query("date_as_above", "The date was taken from the row above, as the cell says.")
                readings[index] = replace(above, questions=(question,), time=reading.time)
            elif reading.without_year:
                readings[index] = _with_year(reading, _year_of(table.sections[index]), readings, index, calendar)
            elif reading.problem == MISSING:
                readings[index] = _from_section(reading, table.sections[index], calendar)
        return readings

    def _row(self, table: Table, line: Line, reading: DateReading, numbered: frozenset[int]) -> Row:
        reading = _until(reading, _first(table, line, "end_date"), replace(self.calendar, epoch=table.grid.epoch))
        time, time_text, time_questions = _time_of(table, line, reading)
        seen, alone, mark_questions = _marks(table, line)
        texts = _texts(table, line)
        questions = (*reading.questions, *time_questions, *mark_questions, *_oddities(table, line))
        reason, sentence = self._refusal(reading, texts)
        status = REFUSED if reason else QUESTION if questions else TAKEN
        return Row(
            at=line.at,
            status=status,
            reason=reason or (questions[0].code if questions else None),
            sentence=sentence,
            questions=questions,
            date_text=line.cell(table.position(*DATES) or 0).text,
            start=reading.start,
            end=reading.end,
            precision=reading.precision,
            time_text=time_text,
            time=time.time,
            time_precision=time.precision,
            end_time=time.end,
            known_on=_known_on(table, line, self.calendar),
            child_seen=seen,
            child_alone=alone,
            texts=texts,
            raw=_raw(table, line),
            inherited=tuple(
                table.headers[index]
                for index, cell in enumerate(line.cells[: len(table.headers)])
                if cell.inherited and not cell.is_empty
            ),
            digest=_digest(table, line, reading, time, numbered),
        )

    def _refusal(self, reading: DateReading, texts: dict[str, str]) -> tuple[str | None, str]:
        if reading.start is None or reading.end is None:
            return reading.problem or UNREADABLE, reading.sentence or REASONS[reading.problem or UNREADABLE]
        if reading.start > self.today:
            return "future_date", f"{_shown(reading.start)} lies in the future."
        first, last = self.calendar.period
        if first and reading.end < first:
            return (
                "outside_period",
                f"{_shown(reading.end)} is before the period under review, which begins on {_shown(first)}.",
            )
        if last and reading.start > last:
            return (
                "outside_period",
                f"{_shown(reading.start)} is after the period under review, which ends on {_shown(last)}.",
            )
        if NOTHING_TOLD.fullmatch(texts.get("event", "")):
            return "empty_event", "The row has a date, but tells nothing."
        return None, ""


def mark_duplicates(rows: Iterable[Row]) -> list[Row]:
    """The rows in order, those identical to an earlier one marked as doubles of it."""
    seen: dict[str, Place] = {}
    result: list[Row] = []
    for row in rows:
        first = row.at if row.status == REFUSED else seen.setdefault(row.digest, row.at)
        if first == row.at:
            result.append(row)
        else:
            sentence = f"The row is identical to {first}."
            result.append(replace(row, status=DUPLICATE, reason="duplicate_row", sentence=sentence, same_as=first))
    return result


def _shown(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _date_in(cell: Cell, calendar: Calendar) -> DateReading:
    if isinstance(cell.value, dt.datetime):
        return _stored_date(cell, cell.value)
    if cell.formula:
        sentence = "The date is a formula whose result the file does not hold. Open it in Excel, save it and send it again."
        return DateReading(problem=UNREADABLE, sentence=sentence)
    return read_date(cell.text, calendar)


def _stored_date(cell: Cell, value: dt.datetime) -> DateReading:
    day = value.date()
    if cell.month_only:
        following = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return DateReading(day.replace(day=1), following - dt.timedelta(days=1), "month")
    time = TimeReading(value.time().replace(second=0, microsecond=0), "exact") if value.time() != dt.time() else NO_TIME
    assumed = Query("year_assumed", f"The cell shows no year; the spreadsheet took it to be {day.year}.")
    return DateReading(day, day, "day", time=time, questions=() if f"{day:%y}" in cell.text else (assumed,))


def _from_section(reading: DateReading, section: str, calendar: Calendar) -> DateReading:
    """Some chronologies write the day once, across the table, and the entries of that day below it."""
    named = read_date(section, calendar)
    if named.precision != "day" or named.questions:
        return reading
    question = Query("date_from_section", f"The date was taken from the line \u201c{section.strip()}\u201d above.")
    return replace(named, questions=(question,), time=reading.time)


def _year_of(section: str) -> int | None:
    years = set(YEAR.findall(section))
    return int(years.pop()) if len(years) == 1 else None


def _with_year(
    reading: DateReading, section: int | None, readings: Sequence[DateReading], index: int, calendar: Calendar
) -> DateReading:
    """A date without its year is taken only where its surroundings leave one year."""
    before = next((other.start.year for other in reversed(readings[:index]) if other.start and other.precision == "day"), None)
    after = next((other.start.year for other in readings[index + 1 :] if other.start and other.precision == "day"), None)
    year = section or (before if before == after else None)
    if year is None or reading.without_year is None:
        return replace(reading, sentence="The year is missing.")
    try:
        day = calendar.day(year, *reading.without_year)
    except Impossible as error:
        return replace(reading, problem="impossible_date", sentence=str(error))
    question = Query(
        "year_inferred",
        f"The cell gives no year; {year} was taken from {'the section' if section else 'the rows around it'}.",
    )
    return DateReading(day, day, "day", questions=(question,), time=reading.time)


def _cells(table: Table, line: Line, meaning: str) -> list[Cell]:
    return [line.cell(index) for index, column in enumerate(table.columns) if column.meaning == meaning]


def _first(table: Table, line: Line, meaning: str) -> Cell | None:
    return next((cell for cell in _cells(table, line, meaning) if not cell.is_empty), None)


def _until(reading: DateReading, cell: Cell | None, calendar: Calendar) -> DateReading:
    """The stretch from the date to the end date, where the table has one."""
    if cell is None or reading.start is None or reading.end is None:
        return reading
    last = _date_in(cell, calendar)
    if last.end is None:
        unread = Query("end_date_unread", f"The end date \u201c{cell.text.strip()}\u201d could not be read.")
        return reading if last.problem == MISSING else replace(reading, questions=(*reading.questions, unread))
    if last.end <= reading.end:
        earlier = Query("end_before_start", "The end date is before the date.")
        return reading if last.end >= reading.start else replace(reading, questions=(*reading.questions, earlier))
    return replace(reading, end=last.end, precision="range")


def _time_of(table: Table, line: Line, reading: DateReading) -> tuple[TimeReading, str, tuple[Query, ...]]:
    cell = _first(table, line, "time")
    time = _time_in(cell) if cell else reading.time
    if cell and time.precision is None and reading.time is not NO_TIME:
        time = reading.time
    end = _first(table, line, "end_time")
    if end and time.time:
        time = replace(time, end=_time_in(end).time or time.end)
    text = cell.text if cell else ""
    if time is INVALID or time.precision == "invalid":
        return (
            time,
            text,
            (
                Query(
                    "invalid_time",
                    f"\u201c{text.strip()}\u201d is no time of day. The words were kept, no time was taken.",
                ),
            ),
        )
    if time.midnight:
        return (
            time,
            text,
            (Query("midnight", "24:00 was taken as 00:00 of the date given. Is the end of that day meant?"),),
        )
    return time, text, ()


def _time_in(cell: Cell) -> TimeReading:
    if isinstance(cell.value, dt.datetime):
        return TimeReading(cell.value.time().replace(second=0, microsecond=0), "exact")
    if isinstance(cell.value, dt.time):
        return TimeReading(cell.value.replace(second=0, microsecond=0), "exact")
    if isinstance(cell.value, float):
        return read_time_number(cell.value, cell.text)
    time = read_time(cell.text)
    if time.precision == "invalid":
        with_date = read_date(cell.text, Calendar())
        return with_date.time if with_date.start and with_date.time.time else time
    return time


def _marks(table: Table, line: Line) -> tuple[str | None, str | None, list[Query]]:
    seen: list[str | None] = []
    alone: list[str | None] = []
    questions = []
    for meaning, answers in (("child_seen", seen), ("child_alone", alone)):
        for cell in _cells(table, line, meaning):
            answer, is_clear = read_mark(cell.text)
            answers.append(answer)
            if not is_clear:
                questions.append(Query("unclear_mark", f"\u201c{cell.text.strip()}\u201d does not say yes or no."))
    said = [alone_beside(cell.text) for cell in _cells(table, line, "child_seen")]
    return together(seen), together(alone) or together(said), questions


def _texts(table: Table, line: Line) -> dict[str, str]:
    texts: dict[str, str] = {}
    for index, column in enumerate(table.columns):
        words = line.cell(index).text.strip()
        if words and column.meaning not in NOT_WORDS:
            texts[column.meaning] = f"{texts[column.meaning]}\n{words}" if column.meaning in texts else words
    return texts


def _raw(table: Table, line: Line) -> dict[str, str]:
    return {_header(table, index): cell.text for index, cell in enumerate(line.cells) if not cell.is_empty}


def _known_on(table: Table, line: Line, calendar: Calendar) -> dt.date | None:
    cell = _first(table, line, "known_on")
    return _date_in(cell, calendar).start if cell else None


def _oddities(table: Table, line: Line) -> Iterator[Query]:
    if line.at.record is not None and table.header_rows and any(not cell.is_empty for cell in line.cells[table.headed_width :]):
        yield Query(
            "extra_cells",
            "The row has more cells than the table has headings. A separator inside the text may have split it.",
        )
    if any(cell.formula for cell in line.cells):
        yield Query("formula", "A cell is a formula whose result the file does not hold. The formula was kept as text.")
    if any(GARBLED.search(cell.text) for cell in line.cells):
        yield Query("garbled", "Some letters were garbled before the file reached us.")


def _running_numbers(table: Table) -> frozenset[int]:
    """Reference columns that only count the rows, which say nothing about whether two rows are the same."""
    counting = set()
    for index, column in enumerate(table.columns):
        if column.meaning != "reference":
            continue
        matches = [RUNNING_NUMBER.fullmatch(line.cell(index).text.strip()) for line in table.lines]
        numbers = [int(match[1]) for match in matches if match]
        if len(numbers) == len(table.lines) and all(later == earlier + 1 for earlier, later in pairwise(numbers)):
            counting.add(index)
    return frozenset(counting)


def _digest(table: Table, line: Line, reading: DateReading, time: TimeReading, numbered: frozenset[int]) -> str:
    """What makes the row the same row when it comes again: its words, and its day and time however they are written."""
    day = f"{reading.start} {reading.end} {reading.precision}"
    hour = f"{time.time} {time.precision}" if time.time else None
    read = {table.position(*DATES): day, table.position("time"): hour}
    parts = [
        f"{_header(table, index)}\x1e{read.get(index) or _plain(cell)}"
        for index, cell in enumerate(line.cells)
        if index not in numbered and not cell.is_empty
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _header(table: Table, index: int) -> str:
    return table.headers[index] if index < len(table.headers) else f"Column {index + 1}"


def _plain(cell: Cell) -> str:
    return cell.value.isoformat() if isinstance(cell.value, dt.datetime) else cell.text.strip()
