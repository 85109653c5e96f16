"""Reading every part of a package once, piece by piece, for what must not be in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casework.gate.answers import Limits, Refused
from casework.gate.packages import Package, damaged
from casework.gate.pictures import check_pixels
from casework.gate.signatures import EMPTY_ZIP, OLE, SCANNER_TEST, ZIP

OVERLAP = 2_048
DECLARED_TYPE = (b"<!DOCTYPE", b"<!ENTITY")
ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{0,40})["']""")
READABLE_ENCODINGS = frozenset(
    {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
)
XML_NAMES = (".xml", ".rels", ".vml", ".rdf")
PICTURE_NAMES = (".png", ".jpg", ".jpeg")
PACKED = (ZIP, EMPTY_ZIP, b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A pattern that no part whose name ``where`` matches may hold; ``really`` looks twice at what was found."""

    where: re.Pattern[str]
    pattern: re.Pattern[bytes]
    reason: str
    sentence: str
    really: Callable[[bytes], bool] = bool

    def is_in(self, text: bytes) -> bool:
        return any(self.really(match[0]) for match in self.pattern.finditer(text))


def scan_parts(package: Package, forbidden: list[Forbidden], limits: Limits, *, may_be_packed: Callable[[str], bool]) -> None:
    """Unpack every part in memory, a quarter of a megabyte at a time, and refuse at the first thing found."""
    for name in package.parts:
        if name.endswith("/"):
            continue
        patterns = [rule for rule in forbidden if rule.where.search(name)]
        _scan_part(package, name, patterns, may_be_packed(name))
        if name.lower().endswith(PICTURE_NAMES):
            check_pixels(package.read(name), limits)


def _scan_part(package: Package, name: str, patterns: list[Forbidden], may_be_packed: bool) -> None:
    views = windows(package.unpack(name))
    first = next(views, b"")
    is_xml = _check_start(name, first, may_be_packed)
    wide = is_xml and b"\0" in first[:64]
    _check_window(first, patterns, is_xml, wide)
    for window in views:
        _check_window(window, patterns, is_xml, wide)


def windows(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, each with the end of the one before, so that nothing hides across a border."""
    tail = b""
    for piece in pieces:
        if piece:
            window = tail + piece
            yield window
            tail = window[-OVERLAP:]


def _check_start(name: str, first: bytes, may_be_packed: bool) -> bool:
    """Whether the part is XML; refused where it is a packed or old Office file inside the file, or XML in disguise."""
    if first.startswith(SCANNER_TEST):
        raise Refused("malware", "The file was recognised as harmful (the virus scanners' test file).")
    if first.startswith(PACKED) and not may_be_packed:
        raise Refused("nested_archive", "The file holds another packed file inside it. Send the files one by one.")
    if first.startswith(OLE):
        raise Refused(
            "embedded_object",
            "The file holds another document embedded in it. Remove it, or send it as a file of its own.",
        )
    plain = first[:1_024].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if not plain.startswith(b"<"):
        if plain and name.lower().endswith(XML_NAMES):
            raise damaged()
        return False
    encoding = ENCODING.match(plain)
    if encoding and encoding.group(1).lower() not in READABLE_ENCODINGS:
        raise damaged()
    return True


def _check_window(window: bytes, patterns: list[Forbidden], is_xml: bool, wide: bool) -> None:
    text = window.replace(b"\0", b"") if wide else window
    if is_xml and any(mark in text for mark in DECLARED_TYPE):
        raise Refused(
            "doctype",
            "The file declares its own document type or entities, which no Office program writes. It is not accepted.",
        )
    for rule in patterns:
        if rule.is_in(text):
            raise Refused(rule.reason, rule.sentence)
