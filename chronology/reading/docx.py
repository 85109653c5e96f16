"""Word documents: every table in the body as a grid, with its words as they stand once tracked changes are accepted."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from chronology.reading.bounds import check_cell, check_column, check_rows
from chronology.reading.grid import UNDER, Cell, Grid, Line, Place, clean_words
from chronology.reading.markup import damaged, parsed

# Struck from the text, or a second telling of the same thing for older programs.
LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "tblPr", "trPr"})
TRANSPARENT = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
TRACKED = "The document holds tracked changes. It was read as it stands when all of them are accepted."


def read_docx(content: bytes) -> list[Grid]:
    with ZipFile(io.BytesIO(content)) as archive:
        root = parsed(archive, _main_part(archive))
    body = next((element for element in root if _name(element) == "body"), None)
    if body is None:
        raise damaged()
    remarks = (TRACKED,) if next(root.iter("{*}del", "{*}moveFrom"), None) is not None else ()
    return [_grid(table, number, remarks) for number, table in enumerate(_children(body, "tbl"), start=1)]


def _main_part(archive: ZipFile) -> str:
    for entry in parsed(archive, "_rels/.rels"):
        if str(entry.get("Type", "")).endswith("/officeDocument"):
            return posixpath.normpath(str(entry.get("Target", "")).lstrip("/"))
    raise damaged()


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The wanted elements, also where content controls or tracked insertions stand around them."""
    for child in element:
        name = _name(child)
        if name == wanted:
            yield child
        elif name in TRANSPARENT:
            yield from _children(child, wanted)


def _grid(table: etree._Element, number: int, remarks: tuple[str, ...]) -> Grid:
    """One table; where it is only a frame around another table, that inner table."""
    inner = _framed(table)
    if inner is not None:
        return _grid(inner, number, remarks)
    lines: list[Line] = []
    above: list[Cell] = []
    for row_number, row in enumerate(_children(table, "tr"), start=1):
        check_rows(row_number, f"table {number}")
        cells = _cells(row, above, f"table {number}, row {row_number}")
        above = cells
        if not _is_deleted(row):
            lines.append(Line(Place(table=number, row=row_number), tuple(cells)))
    return Grid(Place(table=number), f"table {number}", tuple(line for line in lines if not line.is_empty), remarks=remarks)


def _framed(table: etree._Element) -> etree._Element | None:
    rows = list(_children(table, "tr"))
    cells = [cell for row in rows[:2] for cell in _children(row, "tc")]
    if len(rows) != 1 or len(cells) != 1:
        return None
    tables = list(_children(cells[0], "tbl"))
    return tables[0] if len(tables) == 1 and len(list(_children(tables[0], "tr"))) > 1 else None


def _is_deleted(row: etree._Element) -> bool:
    return any(_name(part) == "trPr" and any(_name(mark) == "del" for mark in part) for part in row)


def _cells(row: etree._Element, above: list[Cell], where: str) -> list[Cell]:
    cells: list[Cell] = [UNDER] * _grid_before(row)
    for element in _children(row, "tc"):
        span, continues = _merging(element)
        check_column(len(cells) + span, where)
        text = clean_words(_cell_text(element)).strip("\n")
        check_cell(len(text), where)
        column = len(cells)
        if continues and column < len(above):
            first = above[column]
            cells.append(Cell(first.text, first.value, covered=True, inherited=True))
        else:
            cells.append(Cell(text))
        cells.extend([UNDER] * (span - 1))
    return cells


def _grid_before(row: etree._Element) -> int:
    for part in row:
        if _name(part) == "trPr":
            return sum(_number(mark) for mark in part if _name(mark) == "gridBefore")
    return 0


def _number(element: etree._Element) -> int:
    value = _value(element)
    return min(int(value), 1_000) if value.isdigit() else 0


def _value(element: etree._Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == "val"), "")


def _merging(cell: etree._Element) -> tuple[int, bool]:
    """How many columns the cell covers, and whether it continues the cell above."""
    span, continues = 1, False
    for part in cell:
        if _name(part) != "tcPr":
            continue
        for mark in part:
            if _name(mark) == "gridSpan":
                span = max(_number(mark), 1)
            elif _name(mark) == "vMerge":
                continues = _value(mark) != "restart"
    return span, continues


def _cell_text(cell: etree._Element) -> str:
    """The cell's paragraphs one below the other, and the rows of a table inside it."""
    pieces = []
    for child in cell:
        name = _name(child)
        if name == "p":
            pieces.append("".join(_run_words(child)))
        elif name == "tbl":
            pieces.extend(_nested_rows(child))
        elif name in TRANSPARENT:
            pieces.append(_cell_text(child))
    return "\n".join(pieces)


def _nested_rows(table: etree._Element) -> Iterator[str]:
    for row in _children(table, "tr"):
        yield "\t".join(_cell_text(cell).strip("\n") for cell in _children(row, "tc"))


def _run_words(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "p":
            yield "".join(_run_words(child)) + "\n"
        elif name and name not in LEFT_OUT:
            yield from _run_words(child)
