"""Excel workbooks: every visible and hidden sheet as a grid, with the values Excel last showed."""

from __future__ import annotations

import datetime as dt
import io
import math
import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_datetime
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import CellCoordinatesException

from casework.gate import Refused
from chronology.reading.bounds import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_COVERED,
    check_cell,
    check_column,
    check_rows,
    check_texts,
)
from chronology.reading.grid import EMPTY, UNDER, Cell, Grid, Line, Place, clean_words, shown_date
from chronology.reading.markup import damaged, elements, parsed

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# Built-in number formats that mean a date in some language but are missing from the published table.
LOCAL_DATE_FORMATS = frozenset([*range(27, 37), *range(50, 59)])
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
ZEROS = re.compile(r"0+$")
LAST_SERIAL = 2_958_465


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's number format says the number is: "date", "time", "datetime" or "" for a plain number."""

    kind: str = ""
    shows_day: bool = True
    shows_year: bool = True
    digits: int = 0


def read_xlsx(content: bytes) -> list[Grid]:
    with ZipFile(io.BytesIO(content)) as archive:
        workbook_part = _workbook_part(archive)
        workbook = parsed(archive, workbook_part)
        epoch = MAC_EPOCH if _is_1904(workbook) else WINDOWS_EPOCH
        texts = _shared_texts(archive, workbook_part)
        styles = _styles(archive, workbook_part)
        book = Workbook(archive, texts, styles, epoch)
        return [book.grid(sheet) for sheet in _sheets(archive, workbook, workbook_part)]


class Workbook:
    """What the sheets of one file share while they are read."""

    def __init__(self, archive: ZipFile, texts: list[str], styles: list[Style], epoch: dt.datetime) -> None:
        self.archive = archive
        self.texts = texts
        self.styles = styles
        self.epoch = epoch
        self.cells = 0

    def grid(self, sheet: Sheet) -> Grid:
        rows: dict[int, dict[int, Cell]] = {}
        hidden: set[int] = set()
        merged: list[tuple[int, int, int, int]] = []
        number = 0
        for element in elements(self.archive, sheet.part, "{*}row", "{*}mergeCell"):
            if etree.QName(element).localname == "mergeCell":
                merged.append(_range(str(element.get("ref", ""))))
                continue
            number = int(element.get("r") or number + 1)
            cells = dict(self._cells(element, number, sheet.name))
            if cells:
                rows[number] = cells
                check_rows(len(rows), f"the sheet {sheet.name}")
            if element.get("hidden") in {"1", "true"}:
                hidden.add(number)
        _spread_merged(rows, merged)
        lines = tuple(
            Line(Place(sheet=sheet.name, row=number), _in_order(cells), number in hidden)
            for number, cells in sorted(rows.items())
            if any(not cell.is_empty for cell in cells.values())
        )
        return Grid(Place(sheet=sheet.name), sheet.name, lines, sheet.hidden, self.epoch.date())

    def _cells(self, row: etree._Element, number: int, sheet: str) -> Iterator[tuple[int, Cell]]:
        column = -1
        for element in row.iterchildren("{*}c"):
            column = _column(element.get("r"), column + 1)
            cell = self._cell(element)
            if cell is EMPTY:
                continue
            if column >= MOST_COLUMNS or len(cell.text) > LONGEST_CELL:
                where = f"{get_column_letter(column + 1)}{number}"
                check_column(column + 1, f"the sheet {sheet} (a cell stands at {where})")
                check_cell(len(cell.text), f"{where} of the sheet {sheet}")
            self.cells += 1
            if self.cells > MOST_CELLS:
                raise Refused(
                    "too_many_cells",
                    f"The workbook holds more than {MOST_CELLS:,} filled cells. Send only the chronology.",
                )
            yield column, cell

    def _cell(self, element: etree._Element) -> Cell:
        kind = element.get("t", "n")
        names = element.tag[:-1]
        if kind == "inlineStr":
            inline = element.find(f"{names}is")
            return _text_cell(_words(inline)) if inline is not None else EMPTY
        shown, formula = element.findtext(f"{names}v"), element.findtext(f"{names}f")
        if not shown:
            return Cell(f"={formula}", formula=f"={formula}") if formula and (shown is None or kind != "str") else EMPTY
        if kind == "n":
            return self._number(shown, element.get("s"))
        return self._shared(shown) if kind == "s" else _typed_cell(kind, shown)

    def _shared(self, shown: str) -> Cell:
        try:
            text = self.texts[int(shown)]
        except (ValueError, IndexError) as error:
            raise damaged() from error
        return Cell(text) if text else EMPTY

    def _number(self, shown: str, style_index: str | None) -> Cell:
        try:
            number = float(shown)
            style = self.styles[int(style_index or 0)] if self.styles else Style()
        except (ValueError, IndexError) as error:
            raise damaged() from error
        if not math.isfinite(number):
            raise damaged()
        if not style.kind or not 0 <= number <= LAST_SERIAL:
            return Cell(_written(number, style.digits), number)
        value = _rounded(from_excel(number, self.epoch))
        if isinstance(value, dt.timedelta):
            value = (self.epoch + value).time()
        if style.kind == "time" and isinstance(value, dt.datetime) and number < 2:
            value = value.time()
        if isinstance(value, dt.datetime) and not style.shows_day:
            return Cell(value.strftime("%B %Y"), value, month_only=True)
        if isinstance(value, dt.datetime) and not style.shows_year:
            return Cell(value.strftime("%d %B"), value)
        return Cell(shown_date(value), value)


def _rounded(value: dt.datetime | dt.time | dt.timedelta) -> dt.datetime | dt.time | dt.timedelta:
    """Fractions of a day never hit a second exactly."""
    if isinstance(value, dt.datetime):
        return (value + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    return value.replace(microsecond=0) if isinstance(value, dt.time) else value


def _written(number: float, digits: int) -> str:
    text = str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return text.zfill(digits)


def _text_cell(text: str) -> Cell:
    return Cell(_plain(text)) if text else EMPTY


def _plain(text: str) -> str:
    """The words without Excel's way of writing letters that XML cannot hold (_x000D_)."""
    return clean_words(unescape(text) if "_x" in text else text)


def _typed_cell(kind: str, shown: str) -> Cell:
    """A cell that says of itself that it holds yes or no, a date, or the words that a formula gave."""
    if kind == "b":
        return Cell("TRUE" if shown.strip() == "1" else "FALSE")
    return _iso_cell(shown) if kind == "d" else _text_cell(shown)


def _iso_cell(shown: str) -> Cell:
    try:
        value = dt.datetime.fromisoformat(shown.strip().rstrip("Z"))
    except ValueError:
        return Cell(clean_words(shown))
    return Cell(shown_date(value), value)


def _words(element: etree._Element) -> str:
    """The text of a string item, without the pronunciation that some languages carry beside it."""
    parts = list(element.iter("{*}t"))
    if len(parts) == 1 and parts[0].getparent() is element:
        return parts[0].text or ""
    return "".join(part.text or "" for part in parts if _local(part.getparent()) != "rPh")


def _local(element: etree._Element | None) -> str:
    return etree.QName(element).localname if element is not None else ""


def _column(reference: str | None, following: int) -> int:
    if not reference:
        return following
    try:
        return coordinate_to_tuple(reference)[1] - 1
    except (ValueError, CellCoordinatesException) as error:
        raise damaged() from error


def _range(reference: str) -> tuple[int, int, int, int]:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError, CellCoordinatesException) as error:
        raise damaged() from error
    if left is None or top is None or right is None or bottom is None:
        raise damaged()
    return left - 1, top, right - 1, bottom


def _spread_merged(rows: dict[int, dict[int, Cell]], merged: list[tuple[int, int, int, int]]) -> None:
    """Let each row under a merged cell know what stands above it."""
    covered = 0
    numbers = sorted(rows)
    for left, top, right, bottom in merged:
        anchor = rows.get(top, {}).get(left, EMPTY)
        below = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]
        covered += (len(below) + 1) * min(right - left + 1, MOST_COLUMNS)
        if covered > MOST_COVERED:
            raise damaged()
        for number in [top, *below]:
            cells = rows.get(number, {})
            for column in range(left, min(right, max(cells, default=left) + 1, left + 400) + 1):
                if (number, column) != (top, left):
                    cells[column] = UNDER
        for number in below:
            rows[number][left] = Cell(anchor.text, anchor.value, covered=True, inherited=True, month_only=anchor.month_only)


def _in_order(cells: dict[int, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(column, EMPTY) for column in range(max(cells) + 1))


def _is_1904(workbook: etree._Element) -> bool:
    return any(entry.get("date1904") in {"1", "true", "on"} for entry in workbook.iter("{*}workbookPr"))


def _workbook_part(archive: ZipFile) -> str:
    for entry in parsed(archive, "_rels/.rels"):
        if str(entry.get("Type", "")).endswith("/officeDocument"):
            return posixpath.normpath(str(entry.get("Target", "")).lstrip("/"))
    raise damaged()


def _relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Each relation's identity with its last word and the part it leads to."""
    folder, file = posixpath.split(part)
    index = posixpath.join(folder, "_rels", f"{file}.rels")
    if index not in archive.namelist():
        return {}
    return {
        str(entry.get("Id")): (
            str(entry.get("Type", "")).rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join("/" + folder, str(entry.get("Target", "")))).lstrip("/"),
        )
        for entry in parsed(archive, index)
        if isinstance(entry.tag, str)
    }


def _sheets(archive: ZipFile, workbook: etree._Element, workbook_part: str) -> list[Sheet]:
    relations = _relations(archive, workbook_part)
    found = []
    for entry in workbook.iter("{*}sheet"):
        kind, part = relations.get(str(entry.get(RELATION) or entry.get(STRICT_RELATION)), ("", ""))
        if kind == "worksheet" and part in archive.namelist():
            found.append(Sheet(str(entry.get("name", "")), part, entry.get("state", "visible") != "visible"))
    return found


def _part_of_kind(archive: ZipFile, workbook_part: str, kind: str) -> str | None:
    parts = [part for relation, part in _relations(archive, workbook_part).values() if relation == kind]
    return parts[0] if parts and parts[0] in archive.namelist() else None


def _shared_texts(archive: ZipFile, workbook_part: str) -> list[str]:
    part = _part_of_kind(archive, workbook_part, "sharedStrings")
    if part is None:
        return []
    check_texts(archive.read(part).count(b"<si>"))  # in a thirtieth of the time that reading them takes
    texts: list[str] = []
    for item in elements(archive, part, "{*}si"):
        texts.append(_plain(_words(item)))
        check_texts(len(texts))
    return texts


def _styles(archive: ZipFile, workbook_part: str) -> list[Style]:
    part = _part_of_kind(archive, workbook_part, "styles")
    if not part:
        return []
    root = parsed(archive, part)
    formats = {str(entry.get("numFmtId")): str(entry.get("formatCode", "")) for entry in root.iter("{*}numFmt")}
    return [
        _style(str(entry.get("numFmtId", "0")), formats)
        for group in root.iter("{*}cellXfs")
        for entry in group
        if isinstance(entry.tag, str)
    ]


def _style(number: str, formats: dict[str, str]) -> Style:
    index = int(number) if number.isdigit() else 0
    code = formats.get(number) or BUILTIN_FORMATS.get(index) or ("d/m/y" if index in LOCAL_DATE_FORMATS else "General")
    if code in {"General", "@"}:
        return Style()
    positive = QUOTED.sub("", code.split(";")[0]).lower()
    kind = is_datetime(code) or ("time" if "[h" in code.lower() or "[m" in code.lower() else "")
    if not kind:
        return Style(digits=len(positive) if ZEROS.fullmatch(positive) else 0)
    shows_clock = "h" in positive or "s" in positive
    return Style(
        kind=kind,
        shows_day="d" in positive or shows_clock,
        shows_year="y" in positive or shows_clock or "d" not in positive,
    )
