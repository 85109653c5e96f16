"""What the analyst answers: proposals with their reasons, for people to judge."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

SAME_EVENT, CONTRADICTION, HAND_OFF, GAP, SILENT, ORDER = "same_event", "contradiction", "hand_off", "gap", "silent", "order"
KINDS = (SAME_EVENT, CONTRADICTION, HAND_OFF, GAP, SILENT, ORDER)
WITHIN_A_STRETCH = frozenset({GAP, SILENT})


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something the analyst noticed. Nothing is decided by it.

    ``rows`` are the keys of the records it rests on; ``agency`` is whose it is, None for all of them; ``start`` and
    ``end`` bound a gap's days without an entry, or the days of the rows. ``reasons`` are plain sentences and may quote
    the rows. ``aspect`` says what a contradiction or a gap is about: "date", "time", "child_seen", "present",
    "number" …; "nobody", "one_agency", "child_not_seen", "no_outcome".
    """

    kind: str
    rows: tuple[str, ...]
    agency: str | None
    start: date | None
    end: date | None
    reasons: tuple[str, ...]
    score: float
    aspect: str = ""

    @property
    def identity(self) -> str:
        """The same for the same finding in every run, so that people's answers stay with it."""
        parts = [self.kind, self.aspect, *sorted(self.rows), self.agency or ""]
        if self.kind in WITHIN_A_STRETCH:
            parts += [self.start.isoformat() if self.start else "", self.end.isoformat() if self.end else ""]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
