"""PDF pages and what a PDF says of itself, plain texts by line, and the metadata of pictures."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from typing import Any

from lxml import etree
from PIL import ExifTags, Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from casework.gate.packages import damaged
from casework.gate.texts import decode
from chronology.naming.leaks import Piece

# Where a PDF keeps words that no page shows: notes, form fields, alternative texts, bookmarks, who wrote it.
SPOKEN = {
    "/Alt": "alternative text",
    "/ActualText": "text behind a picture",
    "/Contents": "comment",
    "/T": "author or field of a comment",
    "/TU": "name of a field",
    "/V": "value of a field",
    "/Subj": "subject of a comment",
    "/Title": "title",
    "/Author": "properties: author",
    "/Subject": "properties: subject",
    "/Keywords": "properties: keywords",
    "/Creator": "properties: creator",
    "/Producer": "properties: producer",
    "/URI": "address of a link",
}
MOST_OBJECTS = 100_000
LONGEST_NOTE = 20_000
BROKEN_WORD = re.compile(r"(\w)[-\u2010]\n(\w)")
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)


def text_pieces(content: bytes) -> Iterator[Piece]:
    for number, line in enumerate(decode(content).text.splitlines(), start=1):
        if line.strip():
            yield Piece(f"line {number}", line)


def pdf_pieces(content: bytes) -> Iterator[Piece]:
    try:
        reader = PdfReader(io.BytesIO(content))
        for number, page in enumerate(reader.pages, start=1):
            words = unicodedata.normalize("NFKC", page.extract_text() or "")
            yield Piece(f"page {number}", words.replace("\n", " "))
            for broken in BROKEN_WORD.finditer(words):
                around = words[max(0, broken.start() - AROUND_BREAK) : broken.end() + AROUND_BREAK]
                yield Piece(f"page {number}, across a line", BROKEN_WORD.sub(r"\1\2", around).replace("\n", " "))
        yield from _spoken(reader)
    except (PyPdfError, RecursionError, KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise damaged() from error


AROUND_BREAK = 30


def _spoken(reader: PdfReader) -> Iterator[Piece]:
    """The words of every object of the file, also of those that no page leads to any more."""
    seen: set[tuple[str, str]] = set()
    for thing in _objects(reader):
        for key, where in SPOKEN.items():
            value = thing.get(key)
            if isinstance(value, str) and not value.startswith("/") and (where, value) not in seen:
                seen.add((where, str(value)))
                yield Piece(where, str(value)[:LONGEST_NOTE])
        if thing.get("/Subtype") == "/XML" and hasattr(thing, "get_data"):
            yield from _xmp(thing.get_data(), "properties")


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    information = reader.trailer.get("/Info")
    ids = [(number, generation) for generation, places in reader.xref.items() for number in places]
    ids += [(number, 0) for number in reader.xref_objStm]
    if information is not None and isinstance(information.get_object(), DictionaryObject):
        yield information.get_object()
    for number, generation in ids[:MOST_OBJECTS]:
        try:
            thing: Any = reader.get_object(_reference(reader, number, generation))
        except (PyPdfError, RecursionError, KeyError, ValueError, TypeError, AttributeError, IndexError):
            continue
        if isinstance(thing, DictionaryObject):
            yield thing


def _reference(reader: PdfReader, number: int, generation: int) -> Any:
    from pypdf.generic import IndirectObject  # noqa: PLC0415 - only here

    return IndirectObject(number, generation, reader)


def _xmp(content: bytes, where: str) -> Iterator[Piece]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None:
        return
    for element in root.iter():
        words = (element.text or "").strip() if isinstance(element.tag, str) else ""
        if words:
            yield Piece(f"{where}: {etree.QName(element).localname}", words)
        for key, value in element.attrib.items():
            yield Piece(f"{where}: {etree.QName(key).localname}", str(value))


def picture_pieces(content: bytes, where: str) -> Iterator[Piece]:
    """What a picture says of itself: camera's and editor's notes, texts, XMP."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content))
            notes: dict[str, Any] = {str(key): value for key, value in picture.info.items()}
            exif = picture.getexif()
    except (OSError, ValueError, SyntaxError):
        return
    notes |= {ExifTags.TAGS.get(tag, str(tag)): value for tag, value in exif.items()}
    for name, value in notes.items():
        words = _readable(value)
        if words and name.lower() not in {"icc_profile", "exif"}:
            yield Piece(f"{where}: {name}", words[:LONGEST_NOTE])
    for packet in XMP.findall(content):
        yield from _xmp(packet, where)


def _readable(value: Any) -> str:
    if isinstance(value, bytes):
        for encoding in ("utf-8", "utf-16-le"):
            try:
                return value.decode(encoding).replace("\0", "")
            except UnicodeDecodeError:
                continue
        return ""
    return str(value) if isinstance(value, str) else ""
