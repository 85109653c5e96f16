"""What the gate answers: a file is let in with its kind, or refused in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

DOCUMENTS = frozenset({"pdf", "docx", "xlsx", "ods", "odt", "csv", "png", "jpg", "txt"})
CHRONOLOGIES = frozenset({"xlsx", "ods", "csv", "docx", "odt", "txt"})

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
}

MEGABYTE = 1_000_000


class Refused(Exception):
    """The file stays outside. ``reason`` is a word for the log, ``sentence`` is for the person who sent it."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence

    def __reduce__(self) -> tuple[type[Refused], tuple[str, str]]:
        return Refused, (self.reason, self.sentence)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be kept. ``filename`` is the name to show and to offer at download, never one to store under."""

    kind: str
    media_type: str
    filename: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. A part larger than ``ratio_above`` may unpack to ``ratio`` times its packed size at most."""

    size: int = 50 * MEGABYTE
    parts: int = 2_000
    unpacked: int = 100 * MEGABYTE
    ratio: int = 200
    ratio_above: int = MEGABYTE
    pixels: int = 50_000_000


def in_megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size / 1_000:.0f} kB"


def name_list(kinds: frozenset[str]) -> str:
    """The accepted kinds as a person would list them: ".csv, .docx or .xlsx"."""
    names = [f".{kind}" for kind in sorted(kinds)]
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
