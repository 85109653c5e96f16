"""Groups of records that tell of one event, and the pairs that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from chronology.analysis.among_others import POSSIBLE
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.pairs import weigh
from chronology.analysis.thresholds import Thresholds

ENOUGH = 2  # rows that a group has before others are offered to it


@dataclass(slots=True, eq=False)
class Group:
    """Records of one event, at most one of each agency (two of an absence, its beginning and its end), with the evidence."""

    members: list[Facts]
    evidence: dict[tuple[int, int], Evidence] = field(default_factory=dict)
    taken_in: dict[int, float] = field(default_factory=dict)
    in_silence: set[int] = field(default_factory=set)

    @property
    def agencies(self) -> set[str]:
        return {member.agency for member in self.members}

    def brought_together(self, other: Group, crossing: Iterable[Evidence], group_of: dict[int, Group]) -> Group:
        """This and another group as one, with the evidence between them, under which ``group_of`` has all their members."""
        evidence = {(each.first.place, each.second.place): each for each in crossing}
        joined = Group(
            self.members + other.members,
            self.evidence | other.evidence | evidence,
            self.taken_in | other.taken_in,
            self.in_silence | other.in_silence,
        )
        group_of |= {member.place: joined for member in joined.members}
        return joined


class Pairs:
    """Weighs pairs once."""

    def __init__(self, case: Case, thresholds: Thresholds) -> None:
        self.case = case
        self.thresholds = thresholds
        self.weighed: dict[tuple[int, int], Evidence] = {}

    def __call__(self, one: Facts, other: Facts) -> Evidence:
        places = (one.place, other.place) if one.place < other.place else (other.place, one.place)
        found = self.weighed.get(places)
        if found is None:
            found = self.weighed[places] = weigh(self.case, one, other, self.thresholds)
        return found

    def possible(self, one: Facts, others: Sequence[Facts]) -> Iterator[Evidence]:
        """The pairs that may be one event; the others, which are by far the most, are not remembered."""
        for other in others:
            places = (one.place, other.place) if one.place < other.place else (other.place, one.place)
            if places not in self.weighed:
                evidence = weigh(self.case, one, other, self.thresholds)
                if evidence.points > POSSIBLE:
                    self.weighed[places] = evidence
                    yield evidence
