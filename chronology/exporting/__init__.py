"""Chronologies on their way out: as a spreadsheet, a Word document, a PDF. What goes out can come in again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from casework.models.case import Case
from chronology.exporting.columns import Coding, order_of

BATCH = 2_000
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {"xlsx": MEDIA_TYPE, "docx": WORD_TYPE}


def written(case: Case, entries: Any, form: str, *, is_whole: bool, coding: Coding | None = None) -> tuple[bytes, str, int]:
    """The entries in one of the formats, in the board's order of columns: the bytes, their media type, how many entries."""
    write = _writer_of(form)
    data, count = write(case.reference, in_full(entries), order_of(case.board), is_whole=is_whole, coding=coding)
    return data, FORMATS[form], count


def _writer_of(form: str) -> Callable[..., tuple[bytes, int]]:
    """What writes a format; its library is loaded when the first is written, not for each page."""
    from chronology.exporting import sheet, word  # noqa: PLC0415

    return sheet.workbook if form == "xlsx" else word.document


def in_full(entries: Any) -> Any:
    """The entries with all that an export says of them, a batch at a time."""
    return entries.select_related("chronology__agency").defer("raw", "search").iterator(chunk_size=BATCH)


def digest(data: bytes) -> str:
    """The SHA-256 (hex) of what was handed out."""
    return hashlib.sha256(data).hexdigest()
