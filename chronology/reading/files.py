"""Reading a whole file: through the gate, into grids, to tables, to rows, to a report."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from casework.gate import CHRONOLOGIES, Refused, inspect
from chronology.reading.columns import DATES, Column
from chronology.reading.csvs import read_csv
from chronology.reading.docx import read_docx
from chronology.reading.grid import Grid
from chronology.reading.markup import damaged
from chronology.reading.moments import Calendar
from chronology.reading.odf import read_odf
from chronology.reading.order import NUMBERS, DateOrder, decide_order
from chronology.reading.remembering import AS_BEFORE, Remembered, headings_key
from chronology.reading.report import FileReport, Row, TableReport
from chronology.reading.rows import Judge, mark_duplicates
from chronology.reading.spoken import Period, Progress
from chronology.reading.tables import Aside, Table, continued, find_tables, without_headings
from chronology.reading.vocabulary import MEANINGS, in_small

LONDON = ZoneInfo("Europe/London")
PROGRESS_EVERY = 250
SHARED_HEADINGS = 0.5
RICH_TABLE = 4
SWAPPED_STORED, SWAPPED_WRITTEN = 5, 3
# What Office files with impossible numbers, names or nesting raise inside; whoever made them has to save them again.
SPOILT = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OverflowError, RecursionError)
NO_TABLE = (
    "No table with a column of dates and a column of events was found. Put the chronology in one "
    "table with headings such as Date, Source and Event."
)
MAYBE_SWAPPED = (
    "Every date that Excel understood falls on the 1st to 12th of a month, every date it left as text on a later day. "
    "Excel may have exchanged day and month when the file was made."
)


def read(
    source: bytes | Path,
    filename: str,
    *,
    period: Period | None = None,
    mapping: Mapping[str, str] | None = None,
    date_order: str | None = None,
    today: dt.date | None = None,
    hidden_sheets: bool = False,
    remembered: Mapping[str, Remembered] | None = None,
    progress: Progress | None = None,
) -> FileReport:
    """Read a chronology as an agency sent it. Raises Refused where the file as a whole cannot be read.

    Use ``read_in_subprocess`` for anything that came from outside.
    """
    content = source.read_bytes() if isinstance(source, Path) else source
    accepted = inspect(content, filename, allowed=CHRONOLOGIES)
    grids = grids_of(content, accepted.kind)
    tables, aside = choose_tables(grids, mapping or {}, remembered or {}, hidden_sheets=hidden_sheets)
    again = [known for table in tables if (known := _known(table, remembered or {}))]
    order = _order(date_order, again, tables)
    day = today or dt.datetime.now(LONDON).date()
    calendar = Calendar(order=order.order, today=day, period=period or (None, None))
    rows = _judged(tables, Judge(calendar, day), progress)
    return FileReport(
        file=filename,
        kind=accepted.kind,
        sha256=hashlib.sha256(content).hexdigest(),
        date_order=order.order,
        date_order_why=order.why,
        tables=tuple(TableReport(t.grid.place, t.grid.name, t.header_rows, t.columns, len(t.lines)) for t in tables),
        rows=tuple(rows),
        aside=tuple(aside),
        remarks=tuple(_remarks(tables, grids, order, aside)),
        remembered=tuple(sorted({headings_key(table.headers) for table in tables} & (remembered or {}).keys())),
    )


def _order(chosen: str | None, again: Sequence[Remembered], tables: Sequence[Table]) -> DateOrder:
    """As chosen by hand, as chosen for an earlier file with these headings, or as the file itself shows."""
    if chosen:
        return DateOrder(chosen, "Chosen by hand.")
    before = next((known.date_order for known in again if known.date_order), "")
    return (
        DateOrder(before, "Chosen by hand for an earlier file of the agency.") if before else decide_order(_written_dates(tables))
    )


def _known(table: Table, remembered: Mapping[str, Remembered]) -> Remembered | None:
    return remembered.get(headings_key(table.headers))


def grids_of(content: bytes, kind: str) -> list[Grid]:
    try:
        if kind == "xlsx":
            # A third of the time the reading process takes to start, and only workbooks need it.
            from chronology.reading.xlsx import read_xlsx  # noqa: PLC0415

            return read_xlsx(content)
        if kind == "docx":
            return read_docx(content)
        if kind in {"ods", "odt"}:
            return read_odf(content, kind)
        return read_csv(content)
    except SPOILT as error:
        raise damaged() from error


def choose_tables(
    grids: Sequence[Grid],
    mapping: Mapping[str, str],
    remembered: Mapping[str, Remembered] = MappingProxyType({}),
    *,
    hidden_sheets: bool = False,
) -> tuple[list[Table], list[Aside]]:
    """The tables that hold the chronology, and everything in the file that was left aside."""
    unknown = set(mapping.values()) - MEANINGS.keys()
    if unknown:
        raise ValueError(f"no such meaning: {', '.join(sorted(unknown))}")
    aside = [Aside(grid.place, "hidden_sheet", f"{len(grid.lines)} rows") for grid in grids if grid.hidden and not hidden_sheets]
    visible = [grid for grid in grids if hidden_sheets or not grid.hidden]
    found = [_mapped(table, mapping, remembered) for table in _tables_of(visible)]
    chosen = _chosen(found) or _without_headings(visible, mapping, remembered)
    if not chosen:
        raise Refused("no_table", NO_TABLE)
    for grid in visible:
        kept = [table for table in chosen if table.grid is grid]
        if not kept and grid.lines:
            aside.append(Aside(grid.place, "not_a_chronology", f"{len(grid.lines)} rows"))
        aside.extend(entry for table in found if table.grid is grid and kept for entry in table.aside)
        aside.extend(
            Aside(table.lines[0].at, "not_a_chronology", f"{len(table.lines)} rows")
            for table in found
            if table.grid is grid and kept and table not in kept and table.lines
        )
    return chosen, aside


def _tables_of(grids: Iterable[Grid]) -> list[Table]:
    tables: list[Table] = []
    for grid in grids:
        own = find_tables(grid)
        if not own and tables:
            following = continued(grid, tables[-1])
            own = [following] if following else []
        tables.extend(own)
    return tables


def _without_headings(grids: Iterable[Grid], mapping: Mapping[str, str], remembered: Mapping[str, Remembered]) -> list[Table]:
    """The tables told by their content alone, for want of any heading we know."""
    chosen = []
    for grid in grids:
        fitting = [table for guess in without_headings(grid) if (table := _mapped(guess, mapping, remembered)).is_chronology]
        chosen.extend(fitting[:1])
    return chosen


def _mapped(table: Table, mapping: Mapping[str, str], remembered: Mapping[str, Remembered]) -> Table:
    """The table with the meanings that a person chose, now or for an earlier file, in place of those proposed."""
    known = _known(table, remembered) or Remembered()
    if not mapping and not known.meanings:
        return table
    by_words = {in_small(header): meaning for header, meaning in mapping.items()}

    def chosen(column: Column) -> Column:
        meaning = mapping.get(column.header) or by_words.get(in_small(column.header))
        if meaning:
            return replace(column, meaning=meaning, score=1.0, why="chosen by hand")
        before = known.meaning_of(column.header)
        return replace(column, meaning=before, score=1.0, why=AS_BEFORE) if before in MEANINGS else column

    return replace(table, columns=tuple(chosen(column) for column in table.columns))


def _chosen(tables: Sequence[Table]) -> list[Table]:
    """The largest chronology of the file, and the tables that are built like it or rich enough to be one themselves."""
    headed = [table for table in tables if table.is_chronology and table.is_headed]
    candidates = headed or [table for table in tables if table.is_chronology]
    if not candidates:
        return []
    main = max(candidates, key=lambda table: (len(table.lines), table.is_headed))
    wanted = {in_small(header) for header in main.headers}
    return [table for table in candidates if table is main or _is_alike(table, wanted) or _is_rich(table)]


def _is_alike(table: Table, wanted: set[str]) -> bool:
    return len(wanted & {in_small(header) for header in table.headers}) >= len(wanted) * SHARED_HEADINGS


def _is_rich(table: Table) -> bool:
    return len({column.meaning for column in table.columns} - {"ignored", "reference"}) >= RICH_TABLE


def _date_cells(tables: Iterable[Table]) -> Iterable[tuple[str, object]]:
    for table in tables:
        positions = [
            index
            for index, column in enumerate(table.columns)
            if column.meaning in {*DATES, "end_date", "known_on", "recorded_on"}
        ]
        for line in table.lines:
            for index in positions:
                cell = line.cell(index)
                yield cell.text, cell.value


def _written_dates(tables: Sequence[Table]) -> list[str]:
    return [text for text, value in _date_cells(tables) if not isinstance(value, dt.datetime)]


def _judged(tables: Sequence[Table], judge: Judge, progress: Progress | None) -> list[Row]:
    total = sum(len(table.lines) for table in tables)
    done = 0
    rows: list[Row] = []
    for table in tables:
        for row in judge.rows(table):
            rows.append(row)
            done += 1
            if progress and (done % PROGRESS_EVERY == 0 or done == total):
                progress(done, total)
    return mark_duplicates(rows)


def _remarks(tables: Sequence[Table], grids: Sequence[Grid], order: DateOrder, aside: Sequence[Aside]) -> Iterable[str]:
    if order.remark:
        yield order.remark
    yield from dict.fromkeys(remark for grid in grids for remark in grid.remarks)
    if not any(table.lines for table in tables):
        yield "The table has headings, but no rows."
    if any(line.hidden for table in tables for line in table.lines):
        yield "Some rows are hidden in the file. They were read as well."
    for entry in aside:
        if entry.kind == "hidden_sheet":
            yield f"The {entry.at} is hidden and was not read ({entry.text})."
        elif entry.kind == "not_a_chronology":
            yield f"The {entry.at} was not read as part of the chronology ({entry.text})."
    if _may_be_swapped(tables):
        yield MAYBE_SWAPPED


def _may_be_swapped(tables: Sequence[Table]) -> bool:
    """What is left when Excel with American settings opens a British file."""
    stored = [value.day for _, value in _date_cells(tables) if isinstance(value, dt.datetime)]
    written = [
        int(match[1])
        for text, value in _date_cells(tables)
        if not isinstance(value, dt.datetime) and (match := NUMBERS.fullmatch(text.strip()))
    ]
    return len(stored) >= SWAPPED_STORED and max(stored) <= 12 and len(written) >= SWAPPED_WRITTEN and min(written) > 12
