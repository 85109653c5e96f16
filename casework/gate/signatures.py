"""The first bytes of a file say what it is, whatever its name says."""

from __future__ import annotations

from casework.gate.answers import Refused

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGES = frozenset({"docx", "xlsx", "ods", "odt"})
MARKS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}
KNOWN = {
    ZIP: "a packed file",
    EMPTY_ZIP: "a packed file",
    OLE: "an old Office file",
    b"%PDF-": "a PDF",
    MARKS["png"]: "a PNG picture",
    MARKS["jpg"]: "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"#!": "a program",
    b"Rar!": "a packed file",
    b"7z\xbc\xaf\x27\x1c": "a packed file",
    b"\x1f\x8b": "a packed file",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
}
WEB_PAGE = (
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<script",
    b"<svg",
    b"<table",
    b"<?xml",
    b"<?php",
    b"<iframe",
    b"<img",
)
SCANNER_TEST = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"


def check_signature(kind: str, content: bytes) -> None:
    """Refuse content that is not what the name promises."""
    if content.startswith(SCANNER_TEST):
        raise Refused("malware", "The file was recognised as harmful (the virus scanners' test file).")
    if kind in PACKAGES:
        _check_package(kind, content)
    elif kind in MARKS:
        if not content.startswith(MARKS[kind]):
            raise _mismatch(kind, content)
    elif _known(content):
        raise _mismatch(kind, content)
    elif content[:512].lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(WEB_PAGE):
        raise Refused("web_page", "This is a web page, not plain text. Open it and save it as .xlsx or .csv, then send it again.")


def _check_package(kind: str, content: bytes) -> None:
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("password", "The file is protected with a password. Remove the password and send it again.")
        raise Refused(
            "old_format",
            f"This is an old Office file under a new name. Open it and save it as .{kind}, then send it again.",
        )
    if not content.startswith(ZIP):
        raise _mismatch(kind, content)


def _known(content: bytes) -> str:
    return next((words for mark, words in KNOWN.items() if content.startswith(mark)), "")


def _mismatch(kind: str, content: bytes) -> Refused:
    found = _known(content)
    is_this = f"This is {found}, although its name ends in .{kind}." if found else f"The content is not that of a .{kind} file."
    return Refused("content_mismatch", f"{is_this} Send the file in the kind its name says.")
