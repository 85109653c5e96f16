"""PDF files: no scripts, no programs to start, no files inside, no password."""

from __future__ import annotations

import re
import zlib

from casework.gate.answers import Limits, Refused, in_megabytes

NAME = re.compile(rb"/([A-Za-z0-9_#]{2,40})")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECT_STREAM = re.compile(rb"<<((?:(?!endobj).){0,2000}?)>>\s*stream\r?\n", re.DOTALL)
TAIL = 4_096
REFUSALS = {
    b"JavaScript": ("pdf_script", "The PDF holds a script. Print it to a new PDF and send that."),
    b"Launch": ("pdf_launch", "The PDF would start a program. Print it to a new PDF and send that."),
    b"EmbeddedFile": ("embedded_object", "The PDF holds other files inside it. Send them one by one."),
    b"EmbeddedFiles": ("embedded_object", "The PDF holds other files inside it. Send them one by one."),
    b"RichMedia": ("embedded_object", "The PDF holds film or sound. Print it to a new PDF and send that."),
    b"Encrypt": ("password", "The PDF is protected with a password. Print it to a new PDF without one and send that."),
}
COMPRESSED = "The PDF is packed in a way that cannot be checked. Print it to a new PDF and send that."


def check_pdf(content: bytes, limits: Limits) -> None:
    """Look at every name in the file, also those packed into object streams, and refuse the active ones."""
    tail = content[-TAIL:]
    if b"%%EOF" not in tail:
        raise Refused("damaged", "The PDF is cut short and cannot be opened. Save it again and send it.")
    if b"PK\x05\x06" in tail:
        raise Refused("content_mismatch", "Another file is hidden behind the PDF. Print it to a new PDF and send that.")
    _check_names(content)
    room = limits.unpacked
    for match in OBJECT_STREAM.finditer(content):
        room -= _check_object_stream(content, match, room)


def _plain(name: bytes) -> bytes:
    return ESCAPE.sub(lambda match: bytes([int(match.group(1), 16)]), name)


def _check_names(content: bytes) -> None:
    for match in NAME.finditer(content):
        refusal = REFUSALS.get(_plain(match.group(1)))
        if refusal:
            raise Refused(*refusal)


def _check_object_stream(content: bytes, match: re.Match[bytes], room: int) -> int:
    """How many bytes the stream unpacked to; 0 for a stream that holds no objects."""
    names = {_plain(name) for name in NAME.findall(match.group(1))}
    if b"ObjStm" not in names:
        return 0
    end = content.find(b"endstream", match.end())
    packed = content[match.end() : end if end >= 0 else len(content)]
    unpacked = _unpacked(packed, room) if names & {b"FlateDecode", b"Fl"} else packed
    if {name for name in names if name.endswith(b"Decode")} - {b"FlateDecode"} or names & {
        b"Crypt",
        b"LZW",
        b"A85",
        b"AHx",
    }:
        raise Refused("damaged", COMPRESSED)
    _check_names(unpacked)
    return len(unpacked)


def _unpacked(packed: bytes, room: int) -> bytes:
    inflater = zlib.decompressobj()
    try:
        unpacked = inflater.decompress(packed, max(room, 1))
    except zlib.error as error:
        raise Refused("damaged", COMPRESSED) from error
    if inflater.unconsumed_tail:
        raise Refused("unpacks_too_large", f"The PDF unpacks to more than the limit ({in_megabytes(room)}). It is not accepted.")
    return unpacked
