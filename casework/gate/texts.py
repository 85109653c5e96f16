"""Plain text: which letters the bytes stand for, decided from the bytes alone."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from casework.gate.answers import Refused

WIDE_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
# What English prose in an old encoding really holds beside the plain letters.
LIKELY = frozenset("£€’‘“”–—…•·½¼¾°éèêëáàâäóòôöíìîïúùûüçñÉÁÓÍÚÄÖÜåøæßÅØÆ©®™§±²³´×÷«»¡¿\xa0")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
FEW_CONTROLS = 0.005
SAVE_AGAIN = "Open it in the program it came from and save it as CSV UTF-8, then send it again."


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str


def check_text(content: bytes) -> None:
    decode(content)


def decode(content: bytes) -> Decoded:
    """The text and the name of its encoding; refused where letters would be guessed or lost."""
    for mark, encoding in WIDE_MARKS.items():
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding, "UTF-16"), encoding)
    if b"\0" in content:
        raise _with_nul(content)
    if content.startswith(codecs.BOM_UTF8):
        return _checked(_strict(content[len(codecs.BOM_UTF8) :], "utf-8", "UTF-8"), "utf-8")
    try:
        return _checked(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_mixture(content, error)
    encoding, text = max(
        ((encoding, content.decode(encoding, "replace")) for encoding in OLD_ENCODINGS),
        key=lambda pair: _likelihood(pair[1]),
    )
    return _checked(text, encoding)


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "replace").count("\n") + 1
        raise Refused(
            "encoding", f"Line {line} holds letters that are not {name}, although the file says it is. {SAVE_AGAIN}"
        ) from error


def _with_nul(content: bytes) -> Refused:
    sample = content[:4_096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) * 0.3 and min(even, odd) < len(sample) * 0.02:
        return Refused("encoding", f"The file's encoding is not recognised (it looks like UTF-16 without its mark). {SAVE_AGAIN}")
    line = content[: content.index(b"\0")].count(b"\n") + 1
    return Refused("not_text", f"Line {line} holds a NUL character, so this is not plain text. {SAVE_AGAIN}")


def _refuse_mixture(content: bytes, error: UnicodeDecodeError) -> None:
    """A file that is UTF-8 almost everywhere must not be read as something else for one bad letter."""
    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("�")
    sound = sum(1 for letter in lenient if ord(letter) > 127) - broken
    if sound > 2 * broken:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(
            "encoding", f"Line {line} holds a letter in another encoding than the rest of the file. {SAVE_AGAIN}"
        ) from error


def _likelihood(text: str) -> float:
    strange = [letter for letter in text if ord(letter) > 127]
    return sum(1 if letter in LIKELY else -2 if letter == "�" else -1 for letter in strange) / max(len(strange), 1)


def _checked(text: str, encoding: str) -> Decoded:
    if "�" in text and encoding in OLD_ENCODINGS:
        line = text[: text.index("�")].count("\n") + 1
        raise Refused("encoding", f"Line {line} holds letters that cannot be read. {SAVE_AGAIN}")
    nul = text.find("\0")
    if nul >= 0:
        raise Refused(
            "not_text",
            f"Line {text[:nul].count(chr(10)) + 1} holds a NUL character, so this is not plain text. {SAVE_AGAIN}",
        )
    if len(CONTROLS.findall(text)) > max(len(text) * FEW_CONTROLS, 2):
        raise Refused("not_text", f"The file is not plain text. {SAVE_AGAIN}")
    return Decoded(text, encoding)
