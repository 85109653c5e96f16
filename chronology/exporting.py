"""Entries as a spreadsheet that no program will run: every word a text, whatever it looks like."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from casework.models.case import Case
from chronology.models import Entry

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # what a cell of a spreadsheet holds
CONTINUES = " […]"
BATCH = 2_000

COLUMNS: tuple[tuple[str, int], ...] = (
    *(("Agency", 24), ("Entry", 8), ("First day", 12), ("Last day", 12), ("When", 20), ("Date as written", 18), ("Time", 12)),
    *(("Source", 24), ("Professional", 18), ("Persons", 18), ("Kind of contact", 16), ("Event", 60)),
    *(
        ("Child seen", 14),
        ("Child seen alone", 14),
        ("Child’s wishes and feelings", 30),
        ("Action or response", 40),
        ("Outcome", 30),
    ),
    *(("Known on", 12), ("Who was told", 20), ("Expected standard", 24), ("Author’s comment", 40)),
    *(("Line of enquiry", 12), ("Theme", 16), ("Key episode", 10), ("Significance", 16), ("Reference", 16), ("Identity", 38)),
)


def workbook(case: Case, entries: Any) -> tuple[bytes, int]:
    """The entries as an xlsx file in their order, and how many there are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, title) for title, _ in COLUMNS])
    count = 0
    for entry in entries.select_related("chronology__agency").defer("raw", "search").iterator(chunk_size=BATCH):
        sheet.append([_text(sheet, words) for words in _cells(entry)])
        count += 1
    held = BytesIO()
    book.properties.title = case.reference
    book.properties.creator = "Chapter Eight"
    book.save(held)
    return held.getvalue(), count


def digest(data: bytes) -> str:
    """The SHA-256 (hex) of what was handed out."""
    return hashlib.sha256(data).hexdigest()


def _cells(entry: Entry) -> Iterable[str]:
    yield str(entry.chronology.agency)
    yield str(entry.number)
    yield entry.start.isoformat()
    yield entry.end.isoformat()
    yield entry.when
    yield entry.date_words
    yield entry.hour
    for name in ("source", "professional", "persons", "contact_type", "event"):
        yield getattr(entry, name)
    yield entry.get_child_seen_display()
    yield entry.get_child_alone_display()
    for name in ("child_views", "action", "outcome"):
        yield getattr(entry, name)
    yield entry.known_on.isoformat() if entry.known_on else ""
    for name in ("told", "standard", "comment", "line_of_enquiry", "theme"):
        yield getattr(entry, name)
    yield "Yes" if entry.is_significant else ""
    yield entry.significance
    yield entry.reference
    yield str(entry.pk)


def _text(sheet: Any, words: str) -> Any:
    """A cell that holds these words as words: never a formula, a number or a date."""
    if not words:
        return None
    clean = ILLEGAL_CHARACTERS_RE.sub("", words)
    if len(clean) > LONGEST_CELL:
        clean = clean[: LONGEST_CELL - len(CONTINUES)] + CONTINUES
    cell = WriteOnlyCell(sheet, value=clean)
    cell.data_type = "s"  # after the value: openpyxl takes what begins with "=" for a formula
    return cell


def _heading(sheet: Any, title: str) -> Any:
    cell = _text(sheet, title)
    cell.font = Font(bold=True)
    return cell
