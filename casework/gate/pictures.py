"""Pictures: really pictures, and not so large that opening one would exhaust the machine."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from casework.gate.answers import Limits, Refused

FORMATS = {"png": ("PNG",), "jpg": ("JPEG",)}
END_OF_PNG = b"IEND\xaeB`\x82"
END_OF_JPEG = b"\xff\xd9"
UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError)
FOREIGN = (b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"<script", b"<html", b"<?php", b"<svg", b"MZ\x90\x00")


def check_picture(content: bytes, kind: str, limits: Limits) -> None:
    """Refuse a damaged picture, one with another file hung on its end, and one of too many pixels."""
    _check_tail(content, kind)
    size = _size(content, FORMATS[kind])
    if size is None:
        raise Refused("damaged", "The picture is damaged and cannot be opened. Save it again and send it.")
    _check_size(size, limits)
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS[kind]) as picture:
            picture.verify()
    except UNREADABLE as error:
        raise Refused("damaged", "The picture is damaged and cannot be opened. Save it again and send it.") from error


def check_pixels(content: bytes, limits: Limits) -> None:
    """Refuse a picture inside a document that would unfold to too many pixels."""
    size = _size(content, ("PNG", "JPEG"))
    if size is not None:
        _check_size(size, limits)


def _size(content: bytes, formats: tuple[str, ...]) -> tuple[int, int] | None:
    """Width and height from the picture's header, without unfolding it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=formats) as picture:
                return picture.size
        except Image.DecompressionBombError:
            return (1 << 31, 1 << 31)
        except UNREADABLE:
            return None


def _check_size(size: tuple[int, int], limits: Limits) -> None:
    if size[0] * size[1] > limits.pixels:
        raise Refused(
            "too_many_pixels",
            f"The picture has more than {limits.pixels // 1_000_000} million pixels. Make it smaller and send it again.",
        )


def _check_tail(content: bytes, kind: str) -> None:
    """Cameras hang thumbnails on the end of a JPEG; packed files, pages and programs do not belong there."""
    end, mark = (content.rfind(END_OF_PNG), END_OF_PNG) if kind == "png" else (content.find(END_OF_JPEG), END_OF_JPEG)
    tail = content[end + len(mark) :] if end >= 0 else b""
    if (kind == "png" and tail.strip(b"\0\r\n ")) or any(sign in tail for sign in FOREIGN):
        raise Refused("content_mismatch", "Another file is hidden behind the picture. Save the picture again and send it.")
