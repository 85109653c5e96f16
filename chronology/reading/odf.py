"""LibreOffice files: the sheets of an ods and the tables of an odt as grids."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from chronology.reading.bounds import MOST_CELLS, check_cell, check_column, check_rows
from chronology.reading.grid import EMPTY, UNDER, Cell, Grid, Line, Place, clean_words, shown_date
from chronology.reading.markup import damaged, parsed

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
ROW_GROUPS = frozenset({f"{TABLE}table-header-rows", f"{TABLE}table-row-group", f"{TABLE}table-rows"})
LEFT_OUT = frozenset({f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}note", f"{TEXT}tracked-changes"})
DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
DIGITS = re.compile(r"\d+")
MOST_REPEATED = 1_000


def read_odf(content: bytes, kind: str) -> list[Grid]:
    with ZipFile(io.BytesIO(content)) as archive:
        root = parsed(archive, "content.xml")
    hidden_styles = frozenset(_hidden_styles(root))
    tables = [table for table in root.iter(f"{TABLE}table") if not _is_nested(table)]
    return [_grid(table, number, kind, hidden_styles) for number, table in enumerate(tables, start=1)]


def _hidden_styles(root: etree._Element) -> Iterator[str]:
    for style in root.iter(f"{STYLE}style"):
        if any(part.get(f"{TABLE}display") == "false" for part in style):
            yield str(style.get(f"{STYLE}name"))


def _is_nested(table: etree._Element) -> bool:
    return next(table.iterancestors(f"{TABLE}table-cell"), None) is not None


def _grid(table: etree._Element, number: int, kind: str, hidden_styles: frozenset[str]) -> Grid:
    name = str(table.get(f"{TABLE}name", f"table {number}"))
    place = Place(sheet=name) if kind == "ods" else Place(table=number)
    lines: list[Line] = []
    below: dict[int, tuple[Cell, int]] = {}
    position = filled = 0
    for row in _rows(table):
        repeated = _count(row, "number-rows-repeated")
        cells = _cells(row, below, f"{place}, row {position + 1}")
        if any(not cell.is_empty for cell in cells):
            filled += len(cells) * min(repeated, MOST_REPEATED)
            check_rows(len(lines) + min(repeated, MOST_REPEATED), str(place))
            if filled > MOST_CELLS:
                raise damaged()
            hidden = row.get(f"{TABLE}visibility") in {"collapse", "filter"}
            for step in range(min(repeated, MOST_REPEATED)):
                at = Place(sheet=place.sheet, table=place.table, row=position + step + 1)
                lines.append(Line(at, tuple(cells), hidden))
        position += repeated
    return Grid(place, name, tuple(lines), table.get(f"{TABLE}style-name") in hidden_styles)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in ROW_GROUPS:
            yield from _rows(child)


def _count(element: etree._Element, name: str) -> int:
    value = str(element.get(f"{TABLE}{name}", "1"))
    return max(int(value), 1) if value.isdigit() else 1


def _cells(row: etree._Element, below: dict[int, tuple[Cell, int]], where: str) -> list[Cell]:
    """The row's cells; ``below`` carries what merged cells above still owe to the rows under them."""
    cells: list[Cell] = []
    for element in row:
        if element.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            continue
        repeated = _count(element, "number-columns-repeated")
        if element.tag == f"{TABLE}covered-table-cell":
            cells.extend(_under(below, len(cells) + step) for step in range(min(repeated, MOST_REPEATED)))
            continue
        cell = _cell(element, where)
        if cell.is_empty:
            cells.extend([EMPTY] * min(repeated, MOST_REPEATED))
            continue
        check_column(len(cells) + repeated, where)
        rows_under = _count(element, "number-rows-spanned") - 1
        if rows_under:
            below[len(cells)] = (cell, rows_under)
        cells.extend([cell] * repeated)
    while cells and cells[-1].is_empty and not cells[-1].covered:
        cells.pop()
    return cells


def _under(below: dict[int, tuple[Cell, int]], column: int) -> Cell:
    cell, left = below.get(column, (EMPTY, 0))
    if not left:
        return UNDER
    below[column] = (cell, left - 1)
    return Cell(cell.text, cell.value, covered=True, inherited=True)


def _cell(element: etree._Element, where: str) -> Cell:
    text = clean_words("\n".join(_paragraphs(element))).strip("\n")
    check_cell(len(text), where)
    kind = str(element.get(f"{OFFICE}value-type", ""))
    value = _value(element, kind)
    if value is None:
        return Cell(text or str(element.get(f"{OFFICE}string-value", ""))) if text or kind == "string" else EMPTY
    if isinstance(value, float):
        return Cell(text or f"{value:g}", value)
    month_only = (
        isinstance(value, dt.datetime) and bool(text) and value.day not in {int(digits) for digits in DIGITS.findall(text)}
    )
    return Cell(text if month_only else shown_date(value), value, month_only=month_only)


def _value(element: etree._Element, kind: str) -> dt.datetime | dt.time | float | None:
    try:
        if kind == "date":
            return dt.datetime.fromisoformat(str(element.get(f"{OFFICE}date-value", "")).rstrip("Z")[:19])
        if kind == "time":
            hours, minutes, seconds = DURATION.fullmatch(str(element.get(f"{OFFICE}time-value", ""))).groups()  # type: ignore[union-attr]
            return dt.time(int(hours) % 24, int(minutes), int(seconds))
        if kind in {"float", "percentage", "currency"}:
            return float(str(element.get(f"{OFFICE}value", "")))
    except (ValueError, AttributeError):
        return None
    return None


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
            yield "".join(_words(child))
        elif child.tag == f"{TABLE}table":
            for row in _rows(child):
                yield "\t".join(" ".join(_paragraphs(cell)) for cell in row)
        elif child.tag not in LEFT_OUT and isinstance(child.tag, str):
            yield from _paragraphs(child)


def _words(element: etree._Element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), 1_000)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            yield from _words(child)
        if child.tail:
            yield child.tail
