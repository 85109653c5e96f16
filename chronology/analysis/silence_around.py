"""Records with days of silence around them, one of each agency: of one event, in a case in which most that stand so are.

Some chronologies hold the events that matter and nothing else. Whoever reads such a case sees it soon, and does not
ask that the third who writes of a thing should use the words of the other two. How much of what stands so was brought
together by what it says is what the case itself tells of the rest; where that is little, nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import Group, Pairs
from chronology.analysis.of_others import is_of_others

SILENT = 3  # days from one event to the next
LASTS = 5  # days at most from the first that has it to the last
MOST = 6  # records
FEWEST = 25  # times that records stand so, from which on it can be said what it means
MOSTLY = 0.55  # of such records, joined by what they say
EXCLUDED = -9.0  # points of the best link of a record that tells of something else


def join_in_silence(group_of: dict[int, Group], weighed: Pairs) -> None:
    """Give what is left over to the event beside which it stands alone, where the case shows that this is how it is kept."""
    standing = list(_by_themselves(weighed.case))
    share = _share_joined(standing, group_of)
    if len(standing) < FEWEST or share < MOSTLY:
        return
    points = log(share / max(1 - share, 1 / (1 + sum(map(len, standing)))))
    for records in standing:
        if any(group_of.get(each.place) is None for each in records):
            _join(records, group_of, weighed, points)


def _by_themselves(case: Case) -> Iterator[Sequence[Facts]]:
    """Two or more records of as many agencies with nothing else for days before and after them."""
    records: list[Facts] = []
    for each in sorted(case.facts, key=lambda facts: (facts.start, facts.place)):
        if records and (each.start - records[-1].start).days > SILENT:
            if _may_be_one(records):
                yield records
            records = []
        records.append(each)
    if _may_be_one(records):
        yield records


def _may_be_one(records: Sequence[Facts]) -> bool:
    lasts = (records[-1].start - records[0].start).days if records else 0
    return 1 < len(records) <= MOST and lasts <= LASTS and len({each.agency for each in records}) == len(records)


def _share_joined(standing: Sequence[Sequence[Facts]], group_of: Mapping[int, Group]) -> float:
    """Of how many of these records their words tell that they are of one event with another of them."""
    joined = 0
    for records in standing:
        for each in records:
            group = group_of.get(each.place)
            joined += group is not None and any(other is not each and group_of.get(other.place) is group for other in records)
    return joined / max(sum(map(len, standing)), 1)


def _join(records: Sequence[Facts], group_of: dict[int, Group], weighed: Pairs, points: float) -> None:
    """Bring together what stands by itself, the surest first; whatever is told of others, or of another thing, stays out."""
    links = [weighed(one, other) for at, one in enumerate(records) for other in records[at + 1 :]]
    for link in sorted(links, key=lambda each: (-each.points, each.first.place, each.second.place)):
        if link.points <= EXCLUDED:
            return
        mine, theirs = (group_of.get(each.place) or Group([each]) for each in (link.first, link.second))
        if mine is theirs or (len(mine.members) > 1 and len(theirs.members) > 1) or mine.agencies & theirs.agencies:
            continue
        if is_of_others(weighed.case, link.first) != is_of_others(weighed.case, link.second):
            continue
        crossing = (weighed(one, other) for one in mine.members for other in theirs.members)
        joined = mine.brought_together(theirs, crossing, group_of)
        for left in (mine, theirs):
            if len(left.members) == 1:
                joined.taken_in[left.members[0].place] = points
                joined.in_silence |= {left.members[0].place}
