"""Finding the table in a grid: its headings, its rows, and what stands around and between them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from chronology.reading.columns import DATES, DAYS, Column, suggest_columns
from chronology.reading.dates import read_date
from chronology.reading.grid import Cell, Grid, Line, Place
from chronology.reading.moments import Calendar
from chronology.reading.vocabulary import in_small, meaning_of

HEADINGS_WITHIN = 60
LONGEST_HEADING = 100
LONGEST_SECOND_HEADING = 40
FEWEST_HEADINGS = 2
BARE_YEAR = re.compile(r"\s*(19|20)\d\d\s*")
SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+\.\s*$")
SAME_HEADINGS = 0.6
CONTENT_MEANINGS = frozenset({"event", "action", "outcome", "comment", "child_views"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Something in the file that is no entry: a title, a section, a repeated heading, a footer, a sheet of notes."""

    at: Place
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table. ``sections`` gives the words of the section that each row stands under."""

    grid: Grid
    header_rows: tuple[Place, ...]
    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    aside: tuple[Aside, ...] = ()
    sections: tuple[str, ...] = ()

    def position(self, *meanings: str) -> int | None:
        return next((index for index, column in enumerate(self.columns) if column.meaning in meanings), None)

    @property
    def headed_width(self) -> int:
        """How many columns the headings reach over; cells to the right of them belong to no column."""
        unnamed = 0
        while unnamed < len(self.headers) and self.headers[-1 - unnamed] == f"Column {len(self.headers) - unnamed}":
            unnamed += 1
        return len(self.headers) - unnamed

    @property
    def is_chronology(self) -> bool:
        return self.position(*DATES) is not None and self.position("event") is not None

    @property
    def is_headed(self) -> bool:
        """Whether both the date and the narrative are named by headings rather than guessed."""
        return all(
            any(column.meaning in wanted and column.score >= 0.7 for column in self.columns) for wanted in (DATES, ("event",))
        )


def find_tables(grid: Grid) -> list[Table]:
    """The tables of a grid, each from its headings to the next headings; none where no row looks like headings."""
    starts = _header_lines(grid)
    ends = [*(start for start, _ in starts[1:]), len(grid.lines)][: len(starts)]
    tables = []
    for number, ((start, height), end) in enumerate(zip(starts, ends, strict=True)):
        before = grid.lines[:start] if number == 0 else ()
        tables.append(_table(grid, grid.lines[start : start + height], grid.lines[start + height : end], before))
    return tables


def continued(grid: Grid, before: Table) -> Table | None:
    """The grid as the continuation of an earlier table, where it has as many columns and most lines have a date."""
    position = before.position(*DATES)
    if position is None or grid.width != len(before.headers) or not grid.lines:
        return None
    dated = sum(_is_date(line.cell(position)) for line in grid.lines)
    return _with_headers(grid, (), before.headers, grid.lines, ()) if dated >= len(grid.lines) / 2 else None


def without_headings(grid: Grid) -> list[Table]:
    """What a grid without headings we know may be: a table named by its first line, or one with numbered columns."""
    if len(grid.lines) < FEWEST_HEADINGS or grid.width < FEWEST_HEADINGS:
        return []
    numbered = tuple(f"Column {number + 1}" for number in range(grid.width))
    tables = [_with_headers(grid, (), numbered, grid.lines, ())]
    first = next((index for index, line in enumerate(grid.lines[:HEADINGS_WITHIN]) if _may_head(line, grid.width)), None)
    if first is not None:
        tables.insert(0, _table(grid, grid.lines[first : first + 1], grid.lines[first + 1 :], grid.lines[:first]))
    return tables


def _may_head(line: Line, width: int) -> bool:
    """Whether a line may name columns in words we do not know: most of the width, short words, nothing dated."""
    filled = [cell for cell in line.cells if not cell.is_empty and not cell.inherited]
    return len(filled) >= max(FEWEST_HEADINGS, width * SAME_HEADINGS) and not any(
        cell.value is not None or len(cell.text) > LONGEST_HEADING or _is_date(cell) for cell in filled
    )


def _header_lines(grid: Grid) -> list[tuple[int, int]]:
    """Positions of the heading rows and how many lines each takes; the first is the best of the first rows."""
    candidates = {index: score for index, line in enumerate(grid.lines[:HEADINGS_WITHIN]) if (score := _header_score(line))}
    if not candidates:
        return []
    first = max(candidates, key=lambda index: (candidates[index], -index))
    found = [(first, _height(grid.lines, first))]
    known = _words(grid.lines[first])
    for index in range(first + found[0][1], len(grid.lines)):
        line = grid.lines[index]
        if _header_score(line) >= FEWEST_HEADINGS and not _repeats(line, known) and _has_bare_date_heading(line):
            found.append((index, _height(grid.lines, index)))
            known = _words(line)
    return found


def _header_score(line: Line) -> float:
    """How much a line looks like headings: the meanings its cells name, a date among them and nothing dated."""
    cells = [cell for cell in line.cells if not cell.is_empty and not cell.inherited]
    if len(cells) < FEWEST_HEADINGS or any(
        cell.value is not None or len(cell.text) > LONGEST_HEADING or SENTENCE.search(cell.text) for cell in cells
    ):
        return 0.0
    named: dict[str, float] = {}
    for cell in cells:
        meaning, score = meaning_of(cell.text)
        named[meaning] = max(named.get(meaning, 0.0), score)
    named.pop("", None)
    named.pop("ignored", None)
    enough = len(named) >= FEWEST_HEADINGS and (DAYS & named.keys() or (len(named) >= 4 and "event" in named))
    return sum(named.values()) if enough and not any(_is_date(cell) for cell in cells) else 0.0


def _has_bare_date_heading(line: Line) -> bool:
    return any(meaning_of(cell.text)[0] in DAYS and len(in_small(cell.text).split()) <= 4 for cell in line.cells)


def _height(lines: Sequence[Line], start: int) -> int:
    """1, or 2 where the next line holds the second half of the headings."""
    if start + 1 >= len(lines):
        return 1
    upper, lower = lines[start], lines[start + 1]
    own = [(index, cell) for index, cell in enumerate(lower.cells) if not cell.is_empty and not cell.inherited]
    if not own or any(cell.value is not None or len(cell.text) > LONGEST_HEADING or _is_date(cell) for _, cell in own):
        return 1
    under_merged = sum(upper.cell(index).covered or upper.cell(index).is_empty or _spans(upper, index) for index, _ in own)
    named = sum(bool(meaning_of(cell.text)[0]) and len(cell.text) <= LONGEST_SECOND_HEADING for _, cell in own)
    date_column = next((index for index, cell in enumerate(upper.cells) if meaning_of(cell.text)[0] in DAYS), None)
    date_is_free = (
        date_column is None
        or lower.cell(date_column).is_empty
        or lower.cell(date_column).inherited
        or meaning_of(lower.cell(date_column).text)[0] in DAYS
        or _spans(upper, date_column)
    )
    return (
        2
        if date_is_free
        and (under_merged >= len(own) / 2 or (named == len(own) >= FEWEST_HEADINGS))
        and not _repeats(lower, _words(upper))
        else 1
    )


def _spans(line: Line, index: int) -> bool:
    return (
        index + 1 < len(line.cells)
        and line.cells[index + 1].covered
        and not line.cells[index + 1].inherited
        and not line.cells[index].is_empty
    )


def _headers(lines: Sequence[Line], width: int) -> tuple[str, ...]:
    """The words over each column; those of two rows put together, none twice."""
    names: list[str] = []
    for index in range(width):
        words = []
        for number, line in enumerate(lines):
            cell = line.cell(index)
            text = _group_above(line, index) if cell.covered and not cell.inherited and number + 1 < len(lines) else cell.text
            text = " ".join(text.split())
            if text and text not in words and not cell.inherited:
                words.append(text)
        names.append(" ".join(words) or f"Column {index + 1}")
    return tuple(_distinct(names))


def _group_above(line: Line, index: int) -> str:
    """The merged heading that reaches over this column from the left."""
    while index > 0 and line.cell(index).covered:
        index -= 1
    return line.cell(index).text


def _distinct(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return result


def _table(grid: Grid, header: Sequence[Line], body: Sequence[Line], before: Sequence[Line]) -> Table:
    titles = tuple(Aside(line.at, "title", _shown(line)) for line in before)
    width = max([len(line.cells) for line in (*header, *body)], default=0)
    headers = _headers(header, width)
    filled = [
        name
        for index, name in enumerate(headers)
        if not name.startswith("Column ") or any(not line.cell(index).is_empty for line in body)
    ]
    headers = headers[: max((headers.index(name) for name in filled), default=-1) + 1]
    return _with_headers(grid, header, headers, body, titles)


def _with_headers(
    grid: Grid, header: Sequence[Line], headers: tuple[str, ...], body: Sequence[Line], titles: tuple[Aside, ...]
) -> Table:
    rows = [line for line in body if _is_alone(line) is None] or body
    columns = suggest_columns(headers, [[line.cell(index) for line in rows] for index in range(len(headers))])
    kept, aside, sections = _sorted_out(body, header, columns)
    return Table(grid, tuple(line.at for line in header), headers, columns, tuple(kept), titles + tuple(aside), tuple(sections))


def _sorted_out(
    body: Sequence[Line], header: Sequence[Line], columns: tuple[Column, ...]
) -> tuple[list[Line], list[Aside], list[str]]:
    """The rows that are entries, and apart from them sections, repeated headings, footers and unused rows."""
    kept: list[Line] = []
    aside: list[Aside] = []
    sections: list[str] = []
    section = ""
    headings = [_words(line) for line in header]
    for line in body:
        kind = _kind_apart(line, headings, columns)
        if not kind:
            kept.append(line)
            sections.append(section)
            continue
        aside.append(Aside(line.at, kind, _shown(line)))
        if kind == "section":
            section = _shown(line)
    last = kept[-1].at.row if kept else None
    footed = (
        [
            Aside(entry.at, "footer", entry.text) if entry.kind == "section" and _is_after(entry.at, kept) else entry
            for entry in aside
        ]
        if last is not None or kept
        else aside
    )
    return kept, footed, sections


def _is_after(at: Place, kept: Sequence[Line]) -> bool:
    last = kept[-1].at
    return (at.row or at.record or 0) > (last.row or last.record or 0)


def _kind_apart(line: Line, headings: list[dict[int, str]], columns: tuple[Column, ...]) -> str:
    if any(_repeats(line, heading) for heading in headings):
        return "header"
    if all(cell.is_empty or cell.inherited for cell in line.cells):
        return "continuation"
    alone = _is_alone(line)
    if alone is not None:
        return _kind_of_single_cell(line, alone, columns)
    meanings = {
        columns[index].meaning
        for index, cell in enumerate(line.cells)
        if index < len(columns) and not cell.is_empty and not cell.inherited
    }
    if not meanings & (DAYS | CONTENT_MEANINGS | {"time", "source"}):
        return "unused"
    return ""


def _is_alone(line: Line) -> int | None:
    """The position of the only filled cell of a line, None where there are more."""
    filled = [index for index, cell in enumerate(line.cells) if not cell.is_empty and not cell.inherited]
    return filled[0] if len(filled) == 1 and not any(cell.inherited and not cell.is_empty for cell in line.cells) else None


def _kind_of_single_cell(line: Line, index: int, columns: tuple[Column, ...]) -> str:
    """A line with one filled cell is a section, unless it is the date or the narrative of an entry without its rest."""
    cell = line.cells[index]
    meaning = columns[index].meaning if index < len(columns) else "ignored"
    if _spans(line, index):
        return "section"
    if meaning in DATES:
        return "" if _is_day(cell) else "section"
    return "" if meaning == "event" else "section"


def _is_day(cell: Cell) -> bool:
    if isinstance(cell.value, dt.datetime):
        return not cell.month_only
    reading = read_date(cell.text, Calendar())
    return reading.problem == "impossible_date" or reading.precision in {"day", "approx_day", "range", "week"}


def _is_date(cell: Cell) -> bool:
    if isinstance(cell.value, dt.datetime):
        return True
    return not cell.is_empty and len(cell.text) <= LONGEST_HEADING and not BARE_YEAR.fullmatch(cell.text) and _is_day(cell)


def _words(line: Line) -> dict[int, str]:
    return {index: words for index, cell in enumerate(line.cells) if (words := in_small(cell.text)) and not cell.inherited}


def _repeats(line: Line, heading: dict[int, str]) -> bool:
    """Whether a line is the headings again, as at the top of a new page."""
    own = _words(line)
    same = sum(own.get(index) == words for index, words in heading.items())
    return len(own) >= FEWEST_HEADINGS and bool(heading) and same >= max(len(heading) * SAME_HEADINGS, FEWEST_HEADINGS)


def _shown(line: Line) -> str:
    return " | ".join(" ".join(cell.text.split()) for cell in line.cells if not cell.is_empty and not cell.inherited)[:200]
