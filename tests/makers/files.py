"""Making files: honest ones as odd as agencies send them, and the bare bones of Office files to spoil."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import docx
import openpyxl

HEADINGS = ["Date", "Time", "Source", "Event", "Outcome", "Child seen"]
ROWS = [
    ["12/03/2021", "10:30", "Case note", "Home visit. Mother and baby at home.", "Next visit planned.", "Y"],
    ["14/03/2021", "3.15pm", "Email", "School asked about the plan.", "Answered.", "n/a"],
    ["20/03/2021", "", "Case note", "No reply at the door.", "Card left.", "N"],
]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": f"{TYPE}wordprocessingml.document.main+xml",
    "xlsx": f"{TYPE}spreadsheetml.sheet.main+xml",
}
OPEN_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)

Parts = dict[str, bytes | str]


def packed(parts: Parts | Sequence[tuple[str, bytes | str]]) -> bytes:
    """A zip of these parts in this order; ``mimetype`` is stored, everything else deflated."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items() if isinstance(parts, dict) else parts:
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 1, 9, 0, 0)), part, kind)
    return content.getvalue()


def relations(*entries: tuple[str, str, bool]) -> str:
    """A relations part; each entry is the last word of its type, its target, and whether that lies outside the file."""
    lines = []
    for number, (kind, target, outside) in enumerate(entries, start=1):
        mode = ' TargetMode="External"' if outside else ""
        lines.append(
            f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{escape(target, {chr(34): "&quot;"})}"{mode}/>'
        )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def content_types(kind: str, part: str, *more: str) -> str:
    return (
        f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{MAIN[kind]}"/>{"".join(more)}</Types>'
    )


def word_parts(body: str = "<w:p/>") -> Parts:
    """The fewest parts that are a Word document."""
    return {
        "[Content_Types].xml": content_types("docx", "word/document.xml"),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", False)),
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """A table in Word's own words; a cell that begins with "<" is taken as it stands."""
    lines = []
    for row in rows:
        cells = "".join(c if c.startswith("<") else f"<w:tc><w:p><w:r><w:t>{escape(c)}</w:t></w:r></w:p></w:tc>" for c in row)
        lines.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def sheet_parts(rows: str, *, workbook: str = "<workbookPr/>", name: str = "Chronology", state: str = "visible") -> Parts:
    """The fewest parts that are a workbook; ``rows`` are the sheet's rows in Excel's own words."""
    return {
        "[Content_Types].xml": content_types("xlsx", "xl/workbook.xml"),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", False)),
        "xl/workbook.xml": (
            f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">{workbook}'
            f'<sheets><sheet name="{name}" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", False)),
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{SHEET}">{rows}</worksheet>',
    }


def sheet_rows(rows: Sequence[Sequence[str]]) -> str:
    """Rows of plain words as Excel would write them in place."""
    lines = []
    for row in rows:
        cells = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>' for cell in row)
        lines.append(f"<row>{cells}</row>")
    return f"<sheetData>{''.join(lines)}</sheetData>"


def open_parts(kind: str, body: str) -> Parts:
    """The fewest parts that are an OpenDocument file (ods or odt)."""
    media = "spreadsheet" if kind == "ods" else "text"
    inner = f"<office:{media}>{body}</office:{media}>"
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{media}",
        "content.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {OPEN_NAMES} office:version="1.2">'
            f"<office:body>{inner}</office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": (
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        ),
    }


def open_table(rows: Sequence[Sequence[str]], name: str = "Chronology") -> str:
    """A table in OpenDocument's own words; a cell that begins with "<" is taken as it stands."""
    lines = []
    for row in rows:
        cells = "".join(
            cell
            if cell.startswith("<")
            else f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    return f'<table:table table:name="{name}">{"".join(lines)}</table:table>'


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]], epoch_1904: bool = False) -> openpyxl.Workbook:
    """A real workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(file: Any) -> bytes:
    """The bytes of a workbook or a Word document."""
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def xlsx(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> bytes:
    return saved(workbook(*sheets))


def word(*tables: Sequence[Sequence[str]], heading: str = "Chronology") -> bytes:
    """A real Word document with these tables."""
    document = docx.Document()
    document.add_heading(heading)
    for rows in tables:
        table = document.add_table(rows=0, cols=max(len(row) for row in rows))
        for row in rows:
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=False):
                cell.text = words
        document.add_paragraph()
    return saved(document)


def csv(rows: Sequence[Sequence[str]], *, separator: str = ",", quote: bool = True) -> str:
    """Rows as a system would export them."""

    def cell(words: str) -> str:
        inner = words.replace('"', '""')
        return f'"{inner}"' if quote or separator in words or '"' in words or "\n" in words else words

    return "".join(separator.join(cell(words) for words in row) + "\r\n" for row in rows)
