"""The texts of a finished file, each with its place: body, headers, notes, comments, changes, properties, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from casework.gate import Limits
from casework.gate.packages import Package
from chronology.naming.files.opendocument import opendocument_pieces
from chronology.naming.files.others import pdf_pieces, picture_pieces, text_pieces
from chronology.naming.files.sheets import workbook_pieces
from chronology.naming.files.word import document_pieces
from chronology.naming.leaks import Piece

__all__ = ["pieces_of"]


def pieces_of(content: bytes, kind: str, filename: str) -> Iterator[Piece]:
    """Everything a reader, or somebody who looks more closely, can find in a file that the gate has let in."""
    yield Piece("file name", PurePath(filename).stem, is_name=True)
    if kind == "docx":
        yield from document_pieces(Package.open(content, Limits()))
    elif kind == "xlsx":
        yield from workbook_pieces(Package.open(content, Limits()))
    elif kind in {"ods", "odt"}:
        yield from opendocument_pieces(Package.open(content, Limits()))
    elif kind == "pdf":
        yield from pdf_pieces(content)
    elif kind in {"png", "jpg"}:
        yield from picture_pieces(content, "picture")
    else:
        yield from text_pieces(content)
