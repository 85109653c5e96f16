"""The gate every file passes before anything opens it: size, name, kind, and nothing in it that acts by itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

from casework.gate.answers import CHRONOLOGIES, DOCUMENTS, MEDIA_TYPES, Accepted, Limits, Refused, in_megabytes
from casework.gate.names import clean_name, kind_by_name
from casework.gate.office import check_office
from casework.gate.opendocument import check_opendocument
from casework.gate.packages import Package
from casework.gate.pdfs import check_pdf
from casework.gate.pictures import check_picture
from casework.gate.signatures import check_signature
from casework.gate.texts import check_text

__all__ = ["CHRONOLOGIES", "DOCUMENTS", "Accepted", "Limits", "Refused", "inspect"]


def inspect(data: bytes | Path, filename: str, *, allowed: frozenset[str] = DOCUMENTS, limits: Limits | None = None) -> Accepted:
    """Let the file in, or refuse it with a sentence. Nothing is written, unpacked to disk, fetched or run."""
    limits = limits or Limits()
    name = clean_name(filename)
    content = _content(data, limits)
    _refuse_web_page_as_spreadsheet(name, content)
    kind = kind_by_name(name, allowed)
    check_signature(kind, content)
    if kind in {"docx", "xlsx"}:
        check_office(Package.open(content, limits), kind, limits)
    elif kind in {"ods", "odt"}:
        check_opendocument(Package.open(content, limits), kind, limits)
    elif kind == "pdf":
        check_pdf(content, limits)
    elif kind in {"png", "jpg"}:
        check_picture(content, kind, limits)
    else:
        check_text(content)
    return Accepted(
        kind=kind,
        media_type=MEDIA_TYPES[kind],
        filename=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _content(data: bytes | Path, limits: Limits) -> bytes:
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size == 0:
        raise Refused("empty", "The file is empty.")
    if size > limits.size:
        raise Refused("too_large", f"The file is {in_megabytes(size)}; the most we take is {in_megabytes(limits.size)}.")
    return data.read_bytes() if isinstance(data, Path) else bytes(data)


def _refuse_web_page_as_spreadsheet(name: str, content: bytes) -> None:
    """Many systems export a web page and call it .xls; say what it is rather than only that .xls is not taken."""
    start = content[:512].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if name.lower().endswith((".xls", ".doc")) and start.startswith((b"<html", b"<!doctype", b"<table", b"<meta", b"<?xml")):
        better = ".xlsx" if name.lower().endswith(".xls") else ".docx"
        raise Refused(
            "web_page",
            "This is a web page under another name, not a real Office file. Open it and save it as "
            f"{better}, then send it again.",
        )
