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
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

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
    "/RC": "comment",
    "/DV": "value of a field",
    "/Opt": "choice of a field",
    "/CA": "name of a button",
    "/UF": "name of a file",
    "/F": "name of a file",
    "/Name": "name of a layer",
    "/Names": "name of a place",
}
MOST_REVISIONS = 5
END = b"%%EOF"
MOST_OBJECTS = 100_000
LONGEST_NOTE = 20_000
BROKEN_WORD = re.compile(r"(\w)[-\u2010]\n(\w)")
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)


def text_pieces(content: bytes) -> Iterator[Piece]:
    for number, line in enumerate(decode(content).text.splitlines(), start=1):
        if line.strip():
            yield Piece(f"line {number}", line)


def pdf_pieces(content: bytes) -> Iterator[Piece]:
    """Every page, what stands beside the pages, and both again as they were before the file was last added to."""
    try:
        told = list(_edition(PdfReader(io.BytesIO(content)), ""))
    except BROKEN as error:
        raise damaged() from error
    yield from told
    known = {piece.text for piece in told}
    for before in _earlier(content):
        try:
            yield from (each for each in _edition(PdfReader(io.BytesIO(before)), "earlier version, ") if each.text not in known)
        except BROKEN:  # the first part of a file that was arranged for the web is no file
            continue


BROKEN = (PyPdfError, RecursionError, KeyError, ValueError, TypeError, AttributeError, IndexError)


def _earlier(content: bytes) -> Iterator[bytes]:
    """The file as it was before each change that was only added at its end: what was taken out then is still in it."""
    ends = [found.end() for found in re.finditer(END, content)][:-1]
    yield from (content[:end] for end in ends[-MOST_REVISIONS:])


def _edition(reader: PdfReader, label: str) -> Iterator[Piece]:
    for number, page in enumerate(reader.pages, start=1):
        words = unicodedata.normalize("NFKC", page.extract_text() or "")
        yield Piece(f"{label}page {number}", words.replace("\n", " "))
        for broken in BROKEN_WORD.finditer(words):
            around = words[max(0, broken.start() - AROUND_BREAK) : broken.end() + AROUND_BREAK]
            yield Piece(f"{label}page {number}, across a line", BROKEN_WORD.sub(r"\1\2", around).replace("\n", " "))
    yield from (Piece(f"{label}{each.where}", each.text) for each in _spoken(reader))


AROUND_BREAK = 30
DEEPEST = 4


def _spoken(reader: PdfReader) -> Iterator[Piece]:
    """The words of every object of the file, also of those that no page leads to any more."""
    seen: set[tuple[str, str]] = set()
    for thing in _objects(reader):
        for key, value in _strings(thing):
            where = SPOKEN.get(key, f"beside the pages: {key.lstrip('/')}")
            if (where, value) not in seen:
                seen.add((where, value))
                yield Piece(where, value[:LONGEST_NOTE])
        if thing.get("/Subtype") == "/XML" and hasattr(thing, "get_data"):
            yield from _xmp(thing.get_data(), "properties")


def _strings(thing: DictionaryObject) -> Iterator[tuple[str, str]]:
    """The texts that stand in an object itself, each with the key nearest to it; dates and names of the format are none."""
    waiting: list[tuple[str, Any, int]] = [(str(key), thing.raw_get(key), 0) for key in thing]
    while waiting:
        key, value, depth = waiting.pop(0)
        if isinstance(value, str) and not isinstance(value, NameObject):
            if value.strip() and not value.startswith("D:"):
                yield key, str(value)
        elif depth < DEEPEST and isinstance(value, DictionaryObject):
            waiting += [(str(each), value.raw_get(each), depth + 1) for each in value]
        elif depth < DEEPEST and isinstance(value, ArrayObject):
            waiting += [(key, each, depth + 1) for each in list(value)[:MOST_OBJECTS]]


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
