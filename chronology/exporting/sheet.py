"""Entries as a spreadsheet that no program will run: every word a text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chronology.exporting.cells import as_held
from chronology.exporting.columns import (
    CODED_SHEET,
    IDENTITY_WIDTH,
    Coding,
    Column,
    identity_heading,
    identity_of,
    with_the_rest,
    words_of,
)
from chronology.models import Entry

LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # such a file writes a sign by its number like this


def workbook(
    reference: str, entries: Iterable[Entry], columns: Sequence[Column], *, is_whole: bool, coding: Coding | None = None
) -> tuple[bytes, int]:
    """The entries as an xlsx file in their order, the board's columns first, and how many entries there are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chronology" if coding is None else CODED_SHEET)
    ordered = with_the_rest(columns)
    for number, width in enumerate([*(column.width for column in ordered), IDENTITY_WIDTH], start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width + 2
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    titles = [*(column.title for column in ordered), identity_heading(is_whole=is_whole, is_coded=coding is not None)]
    sheet.append([_heading(sheet, title) for title in titles])
    count = 0
    for entry in entries:
        said = words_of(entry, coding)
        words = [*(said[column.key] for column in ordered), identity_of(entry, is_coded=coding is not None)]
        sheet.append([_text(sheet, each) for each in words])
        count += 1
    held = BytesIO()
    book.properties.title = reference
    book.properties.creator = "Chapter Eight"
    book.save(held)
    return held.getvalue(), count


def _text(sheet: Any, words: str) -> Any:
    """A cell that holds these words as words: never a formula, a number or a date."""
    if not words:
        return None
    cell = WriteOnlyCell(sheet, value=LOOKS_ESCAPED.sub("_x005F_", as_held(words)))
    cell.data_type = "s"  # after the value: openpyxl takes what begins with "=" for a formula
    cell.number_format = "@"  # and whoever edits it there goes on writing words
    cell.alignment = TOP
    return cell


TOP = Alignment(vertical="top", wrap_text=True)


def _heading(sheet: Any, title: str) -> Any:
    cell = _text(sheet, title)
    cell.font = Font(bold=True)
    return cell
