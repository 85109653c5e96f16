"""OpenDocument texts and sheets: paragraphs and cells, annotations, tracked changes, headers, properties, names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree
from openpyxl.utils import get_column_letter

from casework.gate.packages import Package
from chronology.naming.files.others import picture_pieces
from chronology.naming.files.parts import PICTURES, any_words, local, properties, root_of
from chronology.naming.leaks import Piece

BOXES = {"note-body": "note", "text-box": "text box", "custom-shape": "shape"}
SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
APART = frozenset({"annotation", "note", "tracked-changes", "frame", "custom-shape", "table"})
# Attributes of texts and sheets in which words stand that a page shows elsewhere, or not at all.
NAMED = frozenset({"table", "named-range", "named-expression", "bookmark", "bookmark-start", "frame", "section"})
WORDED = frozenset(
    {"label", "current-value", "title", "help-text", "formula", "condition", "expression"}
    | {"string-value-if-true", "string-value-if-false"}
)
FAR = 100  # rows or cells that repeat more often than this are empty filling


def opendocument_pieces(package: Package) -> Iterator[Piece]:
    for name in package.parts:
        path = PurePosixPath(name)
        if name in {"content.xml", "styles.xml"}:
            root = root_of(package, name)
            pieces = _page(root, "" if name == "content.xml" else "header or footer")
            yield from pieces if any(local(each) == "spreadsheet" for each in root.iter()) else _in_a_text(pieces)
        elif name == "meta.xml":
            yield from properties(root_of(package, name))
        elif path.suffix.lower() in PICTURES:
            yield Piece("name of a picture", path.stem, is_name=True)
            yield from picture_pieces(package.read(name), f"picture {path.name}")
        elif name.endswith(".xml") and not name.startswith("META-INF"):
            yield from any_words(root_of(package, name), path.name)


def _in_a_text(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """What is a sheet in a spreadsheet is a table in a text."""
    for piece in pieces:
        where = piece.where.replace("sheet “", "table “").replace("name of a sheet", "name of a table")
        yield Piece(where, piece.text, piece.day, piece.is_name)


def _page(root: etree._Element, label: str) -> Iterator[Piece]:
    count = [0]
    yield from _blocks(root, label, count)
    for element in root.iter():
        name = local(element)
        if name == "tracked-changes":
            yield from _changes(element)
        elif name in {"title", "desc"} and "svg" in str(element.tag):
            yield Piece("alternative text", "".join(map(str, element.itertext())))
        for key, value in element.attrib.items():
            word = etree.QName(key).localname
            if word == "string-value" or (word == "name" and name in NAMED):
                where = "name of a sheet" if name == "table" else f"name of a {name}"
                yield Piece(where, str(value), is_name=True)
            elif word in WORDED:
                yield Piece(f"{word.replace('-', ' ')} of a {name}", str(value))
            elif word == "href":
                yield Piece("address of a link", str(value), is_name=True)


def _changes(changes: etree._Element) -> Iterator[Piece]:
    for number, region in enumerate(changes, start=1):
        for element in region.iter():
            if local(element) == "creator" and element.text:
                yield Piece("author of a change", element.text)
            elif local(element) in {"p", "h"}:
                yield Piece(f"tracked change {number}", "".join(_words(element)))


def _blocks(element: etree._Element, place: str, count: list[int]) -> Iterator[Piece]:
    for child in element:
        name = local(child)
        if name in {"p", "h"}:
            count[0] += 1
            where = place if place.endswith("cell") or "cell " in place else f"{place}, paragraph {count[0]}".lstrip(", ")
            yield from _paragraph(child, where)
        elif name == "table" and "table:1.0" in str(child.tag):
            yield from _table(child, f"sheet “{_attribute(child, 'name')}”")
        elif name == "annotation":
            yield from _annotation(child, place)
        elif name and name != "tracked-changes":
            yield from _blocks(child, place, count)


def _table(table: etree._Element, place: str) -> Iterator[Piece]:
    row_number = 0
    for row in table.iter("{*}table-row"):
        if next((up for up in row.iterancestors() if local(up) == "table"), None) is not table:
            continue
        row_number += 1
        column = 0
        for cell in row:
            if local(cell) in {"table-cell", "covered-table-cell"}:
                column += 1
                yield from _cell(cell, f"{place}, cell {get_column_letter(min(column, 16_384))}{row_number}")
                column += _repeated(cell, "number-columns-repeated") - 1
        row_number += _repeated(row, "number-rows-repeated") - 1


def _repeated(element: etree._Element, name: str) -> int:
    value = _attribute(element, name)
    return min(int(value), 2_000_000) if value.isdigit() else 1


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def _cell(cell: etree._Element, where: str) -> Iterator[Piece]:
    stored = _attribute(cell, "date-value")[:10]
    if stored:
        try:
            yield Piece(where, stored, day=dt.date.fromisoformat(stored))
        except ValueError:
            yield Piece(where, stored)
    yield from _blocks(cell, where, [0]) if not stored else ()
    if stored:
        for note in cell.iter("{*}annotation"):
            yield from _annotation(note, where)


def _annotation(note: etree._Element, place: str) -> Iterator[Piece]:
    for element in note.iter():
        if local(element) == "creator" and element.text:
            yield Piece("author of a comment", element.text)
        elif local(element) == "creator-initials" and element.text:
            yield Piece("initials of a comment’s author", element.text)
        elif local(element) in {"p", "h"}:
            yield Piece(f"comment at {place}" if place else "comment", "".join(_words(element)))


def _paragraph(paragraph: etree._Element, where: str) -> Iterator[Piece]:
    words = "".join(_words(paragraph))
    if words.strip():
        yield Piece(where, words)
    for child in paragraph.iter("{*}annotation", "{*}note-body", "{*}text-box", "{*}custom-shape"):
        if local(child) == "annotation":
            yield from _annotation(child, where)
        else:
            yield from _blocks(child, f"{where}, {BOXES[local(child)]}", [0])


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name in SIGNS:
            yield SIGNS[name] * max(1, min(_repeated(child, "c"), FAR))
        elif name and name not in APART:
            yield from _words(child)
        yield child.tail or ""
