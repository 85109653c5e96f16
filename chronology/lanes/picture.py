"""What a picture of swim lanes holds: lanes, with their marks and the days without an entry."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from chronology.periods import Stretch


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a lane: one entry, or several close together. ``at`` to ``end`` in points; ``end`` is 0 for a dot.

    ``entry`` is the id of a single entry; ``days`` are those of all in it. ``seen`` is set in the child's own track.
    """

    at: float
    end: float
    row: int
    count: int
    keys: int
    days: Stretch
    words: str
    entry: UUID | None = None
    lane: UUID | None = None
    is_unsure: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without an entry, and the part of them that is in the picture; ``number`` is that of the analyst's proposal."""

    days: Stretch
    start: float
    end: float
    number: int = 0
    what: str = "No entry"

    @property
    def words(self) -> str:
        said = f"{self.what} from {self.days}, {self.days.days} days"
        return f"{said} (proposal {self.number})" if self.number else said


@dataclass(frozen=True, slots=True)
class Lane:
    """One agency's marks, in the order of time, bars in rows below the dots."""

    name: str
    count: int
    marks: list[Mark]
    gaps: list[Gap]

    @property
    def bar_rows(self) -> int:
        return max((mark.row + 1 for mark in self.marks if mark.end), default=0)

    @property
    def summary(self) -> str:
        """The lane in a sentence, for whoever does not see it on paper."""
        keys = sum(mark.keys for mark in self.marks)
        said = [f"{self.name}: {self.count} {'entry' if self.count == 1 else 'entries'}"]
        said += [f"{keys} of them key episodes"] if keys else []
        return ", ".join(said) + "".join(f". {gap.words}" for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes over the same days. ``whole`` is from the first to the last day of everything that matches the filter."""

    shown: Stretch
    whole: Stretch
    count: int
    lanes: list[Lane]
    seen: list[Lane]
    nobody: list[Gap]
    shows_gaps: bool
    is_compared: bool = False

    @property
    def nobody_summary(self) -> str:
        """The days on which no agency has an entry, in sentences."""
        return ". ".join(gap.words for gap in self.nobody)
