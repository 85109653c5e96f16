"""Possible contradictions: records proposed as one event that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from chronology.analysis.differences import Between, Difference, differences
from chronology.analysis.facts import Case
from chronology.analysis.proposals import CONTRADICTION, Proposal
from chronology.analysis.same_event import Group
from chronology.analysis.thresholds import Thresholds

MOST_REASONS = 4
UNLIKE = -2.0
APART = -8.0  # points of a pair that only a third record holds together: two moments of one story, not two accounts of one


def contradictions(case: Case, groups: Iterable[Group], thresholds: Thresholds) -> list[Proposal]:
    """One proposal for each event and each thing in which its records disagree; the same records are named once."""
    found = []
    for group in groups:
        by_aspect: defaultdict[str, list[Difference]] = defaultdict(list)
        for one, other in combinations(group.members, 2):
            evidence = group.evidence.get((one.place, other.place)) or group.evidence.get((other.place, one.place))
            if evidence is not None and evidence.points <= APART:
                continue
            for difference in differences(Between(case, thresholds, one, other)):
                # Hours are compared of two who were at one thing, not of two steps that a third record ties together.
                if difference.aspect == "time" and evidence is not None and evidence.points < UNLIKE:
                    continue
                by_aspect[difference.aspect].append(difference)
        found += _proposals(by_aspect)
    return found


def _proposals(by_aspect: dict[str, list[Difference]]) -> list[Proposal]:
    merged: dict[frozenset[int], tuple[str, list[Difference]]] = {}
    for aspect, differing in by_aspect.items():
        places = frozenset(each.place for difference in differing for each in (difference.first, difference.second))
        kept, known = merged.get(places, (aspect, []))
        merged[places] = (kept, known + differing)
    proposals = []
    for aspect, differing in merged.values():
        members = {each.place: each for difference in differing for each in (difference.first, difference.second)}
        ordered = sorted(members.values(), key=lambda each: (each.start, each.place))
        reasons = tuple(dict.fromkeys(difference.sentence for difference in differing))[:MOST_REASONS]
        proposals.append(
            Proposal(
                CONTRADICTION,
                tuple(each.record.key for each in ordered),
                None,
                min(each.start for each in ordered),
                max(each.end for each in ordered),
                reasons,
                round(max(difference.score for difference in differing), 3),
                aspect,
            )
        )
    return proposals
