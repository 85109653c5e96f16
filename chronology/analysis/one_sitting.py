"""Two groups that met at the same minute of one day: the one has the meeting's name, the other says that it was there."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from chronology.analysis.differences.between import says
from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import Group, Pairs
from chronology.analysis.of_others import is_of_others
from chronology.analysis.taking_in import WAS_AT_IT

AT_IT = 3  # records that give the minute


def join_one_sitting(group_of: dict[int, Group], weighed: Pairs) -> None:
    """Bring together what others left apart because the one wrote of it only what was decided."""
    at: defaultdict[tuple[int, int], list[Group]] = defaultdict(list)
    for group in {id(group): group for group in group_of.values()}.values():
        for when in {(each.start.toordinal(), each.minute) for each in group.members if each.minute is not None}:
            at[when].append(group)
    for (_, minute), groups in sorted(at.items()):
        for one, other in combinations(groups, 2):
            mine, theirs = group_of[one.members[0].place], group_of[other.members[0].place]
            if mine is not theirs and _sat_together(weighed.case, mine, theirs, minute):
                crossing = (weighed(here, there) for here in mine.members for there in theirs.members)
                mine.brought_together(theirs, crossing, group_of)


def _sat_together(case: Case, mine: Group, theirs: Group, minute: int) -> bool:
    """Whether of those who give the minute one has the meeting, and all others say that they were at it or had it too."""
    at_it = [each for each in mine.members + theirs.members if each.minute == minute]
    if mine.agencies & theirs.agencies or len(at_it) < AT_IT or any(is_of_others(case, each) for each in at_it):
        return False
    names = [{name for member in group.members for name in member.meetings} for group in (mine, theirs)]
    if (names[0] and names[1] and names[0].isdisjoint(names[1])) or not any(each.meetings for each in at_it):
        return False
    return all(_was_at_it([each for each in group.members if each in at_it]) for group in (mine, theirs))


def _was_at_it(members: list[Facts]) -> bool:
    return any(each.meetings or says(WAS_AT_IT, each) for each in members)
