"""Text files with separated columns, from whatever system exported them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casework.gate import Refused
from casework.gate.texts import decode
from chronology.reading.bounds import LONGEST_CELL, MOST_CELLS, check_cell, check_column, check_rows
from chronology.reading.grid import Cell, Grid, Line, Place, clean_words

SEPARATORS = ",;\t|"
SAMPLE = 64 * 1024
SAMPLE_RECORDS = 200
SWALLOWED_LINES = 3
QUOTE = '"'
LINE_END = re.compile(r"\r\n|\r|\n")
BARE_QUOTATIONS = "Quotation marks inside cells are not doubled in this file. They were read as part of the text."


@dataclass(frozen=True, slots=True)
class Record:
    line: int
    fields: list[str]


def read_csv(content: bytes) -> list[Grid]:
    decoded = decode(content)
    text = decoded.text
    separator, skipped = _declared_separator(text)
    if not separator:
        separator = _separator(text)
    lines = []
    filled = 0
    remarks: tuple[str, ...] = ()
    try:
        records = list(_records(text, separator))
    except OpenQuotation as error:
        records = _with_bare_quotations(text, separator)
        if not records:
            raise error.refused from error
        remarks = (BARE_QUOTATIONS,)
    for number, record in enumerate(records, start=1):
        check_rows(number, "the file")
        filled += len(record.fields)
        if filled > MOST_CELLS:
            raise Refused("too_many_cells", f"The file holds more than {MOST_CELLS:,} cells. Send only the chronology.")
        if number <= skipped:
            continue
        cells = tuple(Cell(clean_words(field)) for field in record.fields)
        if any(not cell.is_empty for cell in cells):
            lines.append(Line(Place(record=number, line=record.line), cells))
    return [Grid(Place(), "", tuple(lines), remarks=remarks)]


def _declared_separator(text: str) -> tuple[str, int]:
    """Excel reads a first line such as "sep=;" as an instruction; it is no data."""
    first = text[:20].splitlines()[0].strip().strip(QUOTE).lower() if text[:20].strip() else ""
    if first.startswith("sep=") and len(first) == 5:
        return first[4], 1
    return ("\t", 1) if first == "sep=" else ("", 0)


def _separator(text: str) -> str:
    """The separator that gives most records the same number of columns, more than one."""
    sample = text[:SAMPLE]
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=separator)):
            if fields:
                widths[len(fields)] += 1
            if number >= SAMPLE_RECORDS:
                break
    except csv.Error:
        pass
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width, count = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return round(count / sum(widths.values()), 2), width


def _records(text: str, separator: str) -> Iterator[Record]:
    """The file's records with the line each begins on, as the rules for such files have it."""
    csv.field_size_limit(max(len(text), LONGEST_CELL) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    width = 0
    begins = 1
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as error:
            raise OpenQuotation(text, separator, begins) from error
        if fields is None:
            return
        _check(fields, begins)
        if any(_has_swallowed(field, separator, width) for field in fields):
            raise OpenQuotation(text, separator, begins)
        width = max(width, len(fields))
        yield Record(begins, fields)
        begins = reader.line_num + 1


def _check(fields: list[str], begins: int) -> None:
    check_column(len(fields), f"line {begins}")
    for column, field in enumerate(fields, start=1):
        check_cell(len(field), f"line {begins}, column {column}")


def _has_swallowed(field: str, separator: str, width: int) -> bool:
    """Whether a cell holds what were plainly several records of this file."""
    if width < 2 or field.count("\n") < SWALLOWED_LINES:
        return False
    inside = field.splitlines()[1:-1]
    return sum(line.count(separator) >= width - 1 for line in inside) >= SWALLOWED_LINES - 1


def _with_bare_quotations(text: str, separator: str) -> list[Record]:
    """The records when a mark inside a quoted cell stands for itself; none where that could run rows together."""
    records: list[Record] = []
    place, line = 0, 1
    while place < len(text):
        begins, fields, ends = line, [], False
        while not ends:
            field, place, ends = _bare_field(text, place, separator)
            if field is None:
                return []
            line += len(LINE_END.findall(field))
            fields.append(field)
        line += 1
        _check(fields, begins)
        records.append(Record(begins, fields if fields != [""] else []))
    widths = {len(record.fields) for record in records if len(record.fields) > 1}
    return records if len(widths) == 1 else []


def _bare_field(text: str, place: int, separator: str) -> tuple[str | None, int, bool]:
    """One field (None where it cannot be trusted), where the next one begins, and whether the record ends here."""
    if text[place : place + 1] == QUOTE:
        close = text.find(QUOTE, place + 1)
        while close >= 0 and text[close + 1 : close + 2] not in {separator, "\r", "\n", ""}:
            close = text.find(QUOTE, close + 1)
        field, end = text[place + 1 : close].replace(QUOTE * 2, QUOTE), close + 1
        if close < 0 or (QUOTE in field and LINE_END.search(field)):
            return None, len(text), True
    else:
        match = re.compile(rf"[^{re.escape(separator)}\r\n]*").match(text, place)
        end = match.end() if match else place
        field = text[place:end]
    if text[end : end + 1] == separator:
        return field, end + 1, False
    return field, end + (2 if text[end : end + 2] == "\r\n" else 1), True


class OpenQuotation(Exception):
    """A quotation mark that no rule of such files can close."""

    def __init__(self, text: str, separator: str, begins: int) -> None:
        line = _line_of_open_quotation(LINE_END.split(text), separator, begins)
        self.refused = Refused(
            "unclosed_quote",
            f"A quotation mark opens on line {line} and is not closed, so the rows after it run together. "
            "Close it, or double the marks inside the text, and send the file again.",
        )
        super().__init__(self.refused.sentence)


def _line_of_open_quotation(lines: list[str], separator: str, begins: int) -> int:
    """The line, at or after the record's first, where a quoted cell opens that no line of its own closes."""
    for number, line in enumerate(lines[begins - 1 :], start=begins):
        inside = False
        for place, sign in enumerate(line):
            if sign == QUOTE and not inside:
                inside = place == 0 or line[place - 1] in {separator, QUOTE}
            elif sign == QUOTE and inside:
                inside = False
        if inside:
            return number
    return begins
