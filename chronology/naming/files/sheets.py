"""Workbooks: cells with their sheet and address, also on hidden sheets; comments, headers, names, and what charts remember."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from casework.gate.packages import Package
from chronology.naming.files.parts import attributes, local, root_of, side_pieces
from chronology.naming.leaks import Piece

SHEET = re.compile(r"xl/(work|chart|dialog)sheets/[^/]+\.xml$", re.IGNORECASE)
EPOCHS = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
LAST_SERIAL = 80_000
BESIDE = frozenset(
    {
        "oddHeader",
        "oddFooter",
        "evenHeader",
        "evenFooter",
        "firstHeader",
        "firstFooter",
        "formula1",
        "formula2",
        "formula",
    }
)


def workbook_pieces(package: Package) -> Iterator[Piece]:
    """Sheet by sheet, then everything beside the sheets."""
    strings = _strings(package)
    book = root_of(package, "xl/workbook.xml") if "xl/workbook.xml" in package.parts else None
    names = _sheet_names(package, book) if book is not None else {}
    yield from (Piece("name of a sheet", name, is_name=True) for name in names.values())
    if book is not None:
        yield from (
            Piece(f"defined name {each.get('name', '')}", f"{each.get('name', '')} {each.text or ''}", is_name=True)
            for each in book.iter("{*}definedName")
        )
        yield from (each for each in attributes(book, "workbook") if not each.where.endswith("name of a sheet"))
    dates, is_1904 = _date_styles(package), book is not None and any(_is_1904(each) for each in book.iter("{*}workbookPr"))
    used: set[int] = set()
    for name in package.parts:
        if SHEET.match(name):
            label = f"sheet “{names.get(name, posixpath.basename(name))}”"
            yield from _cells(root_of(package, name), label, strings, dates, EPOCHS[is_1904], used)
        elif re.match(r"xl/comments\d*\.xml$|xl/comments/", name, re.IGNORECASE):
            yield from _comments(root_of(package, name))
        elif name not in {"xl/sharedStrings.xml", "xl/workbook.xml"}:
            yield from side_pieces(package, name)
    yield from (Piece("text that no cell shows", words) for number, words in enumerate(strings) if number not in used and words)


def _is_1904(element: etree._Element) -> bool:
    return str(element.get("date1904", "")).lower() in {"1", "true"}


def _strings(package: Package) -> list[str]:
    if "xl/sharedStrings.xml" not in package.parts:
        return []
    return [_text(item) for item in root_of(package, "xl/sharedStrings.xml") if local(item) == "si"]


def _text(item: etree._Element) -> str:
    return "".join(each.text or "" for each in item.iter("{*}t"))


def _sheet_names(package: Package, book: etree._Element) -> dict[str, str]:
    """The name of each sheet by the part that holds it."""
    rels = "xl/_rels/workbook.xml.rels"
    targets = {}
    if rels in package.parts:
        for entry in root_of(package, rels):
            target = str(entry.get("Target", ""))
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            targets[str(entry.get("Id", ""))] = path
    found = {}
    for number, sheet in enumerate(book.iter("{*}sheet")):
        reference = next((str(value) for key, value in sheet.attrib.items() if etree.QName(key).localname == "id"), "")
        found[targets.get(reference, f"sheet {number}")] = str(sheet.get("name", ""))
    return found


def _date_styles(package: Package) -> frozenset[int]:
    """The styles in which a number is shown as a day."""
    if "xl/styles.xml" not in package.parts:
        return frozenset()
    root = root_of(package, "xl/styles.xml")
    own = {str(each.get("numFmtId")): str(each.get("formatCode", "")) for each in root.iter("{*}numFmt")}
    formats = next(iter(root.iter("{*}cellXfs")), None)
    if formats is None:
        return frozenset()
    found = set()
    for number, style in enumerate(formats):
        code = str(style.get("numFmtId", "0"))
        words = own.get(code) or BUILTIN_FORMATS.get(int(code) if code.isdigit() else 0, "General")
        if is_date_format(words):
            found.add(number)
    return frozenset(found)


def _cells(
    root: etree._Element, label: str, strings: list[str], dates: frozenset[int], epoch: dt.date, used: set[int]
) -> Iterator[Piece]:
    """What each cell shows, and what stands beside them; notes which of the workbook's texts were ``used``."""
    for cell in root.iter("{*}c"):
        where = f"{label}, cell {cell.get('r', '?')}"
        formula = next((each.text for each in cell if local(each) == "f" and each.text), None)
        if formula:
            yield Piece(f"{where}, formula", formula)
        value = next((each.text or "" for each in cell if local(each) == "v"), "")
        kind = cell.get("t", "n")
        if kind == "s":
            number = int(value) if value.isdigit() else len(strings)
            used.add(number)
            value = strings[number] if number < len(strings) else ""
        elif kind == "inlineStr":
            value = "".join(_text(each) for each in cell if local(each) == "is")
        elif kind == "n":
            yield from _number(value, where, int(cell.get("s", "0") or 0) in dates, epoch)
            continue
        if value:
            yield Piece(where, value)
    for element in root.iter():
        if local(element) in BESIDE and element.text:
            yield Piece(f"{label}, {_beside(local(element))}", re.sub(r"&[LCRPNDTFA]|&\"[^\"]*\"|&\d+", " ", element.text))
    yield from attributes(root, label)


def _beside(name: str) -> str:
    if name == "formula":
        return "rule of a format"
    if name.endswith("Header"):
        return "header"
    return "footer" if name.endswith("Footer") else "input rule"


def _number(value: str, where: str, is_date: bool, epoch: dt.date) -> Iterator[Piece]:
    try:
        number = float(value)
    except ValueError:
        return
    if is_date and 0 < number < LAST_SERIAL:
        yield Piece(where, value, day=epoch + dt.timedelta(days=int(number)))
    elif number.is_integer():
        yield Piece(where, str(int(number)))


def _comments(root: etree._Element) -> Iterator[Piece]:
    for author in root.iter("{*}author"):
        if author.text:
            yield Piece("author of a comment", author.text)
    for comment in root.iter("{*}comment"):
        yield Piece(f"comment at {comment.get('ref', '?')}", _text(comment))
