"""Chronologies on their way out: as a spreadsheet, a Word document, a PDF. What goes out can come in again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from casework.models.case import Case
from chronology.exporting import sheet, word
from chronology.exporting.columns import Coding, order_of

BATCH = 2_000
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: dict[str, tuple[Callable[..., tuple[bytes, int]], str]] = {
    "xlsx": (sheet.workbook, MEDIA_TYPE),
    "docx": (word.document, WORD_TYPE),
}


def written(case: Case, entries: Any, form: str, *, is_whole: bool, coding: Coding | None = None) -> tuple[bytes, str, int]:
    """The entries in one of the formats, in the board's order of columns: the bytes, their media type, how many entries."""
    write, media_type = FORMATS[form]
    data, count = write(case.reference, in_full(entries), order_of(case.board), is_whole=is_whole, coding=coding)
    return data, media_type, count


def in_full(entries: Any) -> Any:
    """The entries with all that an export says of them, a batch at a time."""
    return entries.select_related("chronology__agency").defer("raw", "search").iterator(chunk_size=BATCH)


def digest(data: bytes) -> str:
    """The SHA-256 (hex) of what was handed out."""
    return hashlib.sha256(data).hexdigest()
