"""Entries as a Word document: one table across the page, its headings repeated on each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from chronology.exporting.columns import IDENTITY_WIDTH, Coding, Column, identity_heading, identity_of, words_of
from chronology.models import Entry

UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PAGE = (Mm(297), Mm(210))
MARGIN = Mm(12)
SMALL, SMALLEST = Pt(8), Pt(6)


def document(
    reference: str, entries: Iterable[Entry], columns: Sequence[Column], *, is_whole: bool, coding: Coding | None = None
) -> tuple[bytes, int]:
    """The entries as a docx file in their order, in the board's columns, and how many entries there are."""
    paper = _paper(reference, "" if coding is None else " – codes in place of names")
    titles = [*(column.title for column in columns), identity_heading(is_whole=is_whole, is_coded=coding is not None)]
    widths = [*(column.width for column in columns), IDENTITY_WIDTH * 3 // 4]
    table = _table(paper, titles, widths)
    count = 0
    for entry in entries:
        said = words_of(entry, coding)
        words = [*(said[column.key] for column in columns), identity_of(entry, is_coded=coding is not None)]
        _write(table.add_row(), words)
        count += 1
    held = BytesIO()
    paper.save(held)
    return held.getvalue(), count


def _paper(reference: str, note: str) -> Any:
    """An empty page across, with nothing in its properties but the case's reference."""
    paper = Document()
    [section] = paper.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    facts = paper.core_properties
    facts.title, facts.author, facts.comments, facts.last_modified_by = reference, "Chapter Eight", "", "Chapter Eight"
    facts.created = facts.modified = datetime(2000, 1, 1, tzinfo=UTC)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Arial", SMALL
    style.paragraph_format.space_after = Pt(2)
    section.header.paragraphs[0].text = reference + note
    return paper


def _table(paper: Any, titles: Sequence[str], widths: Sequence[int]) -> Any:
    table = paper.add_table(rows=1, cols=len(titles), style="Table Grid")
    table.autofit = False
    room = int(PAGE[0] - 2 * MARGIN)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = room * width // sum(widths)
    _write(table.rows[0], titles)
    _repeat(table.rows[0])
    return table


def _write(row: Any, words: Sequence[str]) -> None:
    cells = _element(row).tc_lst
    for cell, said in zip(cells, words, strict=True):
        cell.p_lst[0].add_r().text = UNHELD.sub("", said)
    last = cells[-1].p_lst[0].r_lst[0]  # the identity is for machines
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), str(int(SMALLEST.pt * 2)))
    last.get_or_add_rPr().append(size)


def _repeat(row: Any) -> None:
    """The headings stand again at the top of each page, and are bold."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    _element(row).get_or_add_trPr().append(mark)
    for cell in _element(row).tc_lst:
        cell.p_lst[0].r_lst[0].get_or_add_rPr().insert(0, OxmlElement("w:b"))


def _element(row: Any) -> Any:
    """The row as it is written: thousands of cells are filled ten times faster than through the library's own cells."""
    return row._tr  # noqa: SLF001 - the library documents it as the way below its surface
