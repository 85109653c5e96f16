"""Word documents: every paragraph as it reads, as it read before its tracked changes, and all that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from casework.gate import Limits
from casework.gate.packages import Package
from chronology.naming.files.parts import attributes, local, root_of, side_pieces
from chronology.naming.files.sheets import workbook_pieces
from chronology.naming.leaks import Piece

PAGES = re.compile(r"word/(?P<part>document|header|footer|footnotes|endnotes|comments)(?P<number>\d*)\.xml$", re.IGNORECASE)
LABELS = {"document": "", "header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
DELETED = frozenset({"del", "moveFrom"})
INSERTED = frozenset({"ins", "moveTo"})
SKIPPED = frozenset({"Fallback", "rPr", "pPr", "txbxContent"})


def document_pieces(package: Package) -> Iterator[Piece]:
    """The document part by part; the parts that hold pages by paragraph and cell, the others whole."""
    for name in package.parts:
        page = PAGES.match(name)
        if name.lower().endswith(".xlsx"):
            behind = workbook_pieces(Package.open(package.read(name), Limits()))
            yield from (Piece(f"workbook behind a chart, {each.where}", each.text, each.day, each.is_name) for each in behind)
        elif page is None:
            yield from side_pieces(package, name)
        if page is None:
            continue
        root = root_of(package, name)
        label = page["part"].lower()
        if label == "comments":
            yield from _comments(root)
        else:
            yield from _blocks(root, f"{LABELS[label]} {page['number']}".strip(), [0])
        yield from attributes(root, LABELS.get(label, label) or "document")


def _comments(root: etree._Element) -> Iterator[Piece]:
    for number, comment in enumerate((each for each in root if local(each) == "comment"), start=1):
        yield from _blocks(comment, f"comment {number}", [0])


def _blocks(element: etree._Element, place: str, count: list[int]) -> Iterator[Piece]:
    """Paragraphs with their number, cells with table, row and column."""
    tables = 0
    for child in element:
        name = local(child)
        if name == "p":
            count[0] += 1
            yield from _paragraph(child, _at(place, f"paragraph {count[0]}"))
        elif name == "tbl":
            tables += 1
            count.append(0)
            yield from _table(child, _at(place, f"table {_table_number(count)}"))
        elif name not in SKIPPED:
            yield from _blocks(child, place, count)


def _table_number(count: list[int]) -> int:
    return len(count) - 1


def _at(place: str, more: str) -> str:
    return f"{place}, {more}" if place else more


def _table(table: etree._Element, place: str) -> Iterator[Piece]:
    rows = [row for row in table.iter("{*}tr") if _owner(row) is table]
    for number, row in enumerate(rows, start=1):
        cells = [cell for cell in row.iter("{*}tc") if _row(cell) is row]
        for column, cell in enumerate(cells, start=1):
            words = list(_blocks(cell, f"{place}, row {number}, column {column}", [0]))
            yield from (_without_lone_paragraph(piece) for piece in words)


def _without_lone_paragraph(piece: Piece) -> Piece:
    return Piece(piece.where.removesuffix(", paragraph 1"), piece.text, piece.day, piece.is_name)


def _owner(row: etree._Element) -> etree._Element | None:
    return next((up for up in row.iterancestors() if local(up) == "tbl"), None)


def _row(cell: etree._Element) -> etree._Element | None:
    return next((up for up in cell.iterancestors() if local(up) == "tr"), None)


def _paragraph(paragraph: etree._Element, place: str) -> Iterator[Piece]:
    stands = "".join(_words(paragraph, DELETED))
    if stands.strip():
        yield Piece(place, stands)
    before = "".join(_words(paragraph, INSERTED))
    if before != stands and before.strip():
        yield Piece(f"{place}, before its tracked changes", before)
    field = "".join(each.text or "" for each in paragraph.iter("{*}instrText"))
    if field.strip():
        yield Piece(f"{place}, field", field)
    for box in paragraph.iter("{*}txbxContent"):
        if not any(local(up) == "Fallback" for up in box.iterancestors()):
            yield from _blocks(box, f"{place}, text box", [0])


def _words(element: etree._Element, left_out: frozenset[str]) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in {"t", "delText"}:
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name and name not in SKIPPED and name not in left_out and name != "instrText":
            yield from _words(child, left_out)
