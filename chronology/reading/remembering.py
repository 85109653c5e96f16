"""What an agency said its columns mean, found again by the headings of its next file. Headings are kept as hashes only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from chronology.reading.vocabulary import in_small

UNNAMED = re.compile(r"column \d+")
AS_BEFORE = "as the agency put it right in an earlier file"


@dataclass(frozen=True, slots=True)
class Remembered:
    """The meaning of each column, by the hash of its heading, and the order of day and month where that was chosen."""

    meanings: dict[str, str] = field(default_factory=dict)
    date_order: str = ""

    def meaning_of(self, header: str) -> str:
        return self.meanings.get(heading_key(header), "")


def heading_key(header: str) -> str:
    """A heading as it is remembered: capitals and signs make no difference, and nobody can read it back."""
    return hashlib.sha256(in_small(header).encode()).hexdigest()[:32]


def headings_key(headers: Iterable[str]) -> str:
    """What tells a table with the same headings, in whatever order they stand."""
    named = sorted({words for header in headers if (words := in_small(header)) and not UNNAMED.fullmatch(words)})
    return hashlib.sha256("\x1f".join(named).encode()).hexdigest()
