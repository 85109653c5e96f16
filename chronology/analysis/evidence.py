"""What speaks for and against two records being of one event, in points that add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp

from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.sorts import EVENTS

NEVER = -10.0  # points of what cannot be


@dataclass(slots=True)
class Evidence:
    """What speaks for and against two records being of one event."""

    first: Facts
    second: Facts
    points: float = 0.0
    reasons: list[tuple[float, str]] = field(default_factory=list)
    by_words: float = 0.0
    forth: bool = False
    back: bool = False
    named: bool = False
    conveyed: bool = False
    apart: bool = False
    never: bool = False

    def add(self, points: float, reason: str = "") -> None:
        self.points += points
        self.never = self.never or points <= NEVER
        if reason and points > 0:
            self.reasons.append((points, reason))

    @property
    def linked(self) -> bool:
        """Whether one heard of it from the other or from a third, or both were there together."""
        first, second = self.first, self.second
        return bool(
            self.conveyed
            or first.second_hand
            or second.second_hand
            or ((first.from_family or second.from_family) and first.kinds & second.kinds & EVENTS)
            or first.joint
            or second.joint
            or first.meetings & second.meetings
            or (first.gathering and second.gathering and first.start == second.start)
            or first.meetings & second.planned
            or first.planned & second.meetings
            or first.start in second.meant
            or (self.forth and first.said)
            or (self.back and second.said)
        )

    @property
    def people(self) -> set[str]:
        return set(self.first.people) & set(self.second.people)

    @property
    def score(self) -> float:
        return chance(self.points)


def chance(points: float) -> float:
    """The score, 0 to 1, that so many points make."""
    return 1 / (1 + exp(-points)) if points > -30 else 0.0


def lag(first: Facts, second: Facts) -> int:
    """Days from the end of what the first tells to the beginning of what the second tells; 0 where they touch."""
    if second.start <= first.end:
        return 0
    return (second.start - first.end).days
