"""Unusual order: what came to be known before it happened, ended before it began, or stands second before the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import Group
from chronology.analysis.proposals import ORDER, Proposal
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import in_days
from chronology.analysis.vocabulary.meetings import MEETING_WORDS

ROUND = 270  # days within which meetings that are counted belong to one round
LATE_NIGHT = 20  # an hour after which an end in the small hours is the next day's


def unusual_order(case: Case, groups: Iterable[Group], thresholds: Thresholds) -> list[Proposal]:
    found = [proposal for each in case.facts for proposal in _within(case, each)]
    found += [proposal for group in groups for proposal in _heard_before(case, group, thresholds)]
    return found + _miscounted(case)


def _within(case: Case, each: Facts) -> list[Proposal]:
    """One record that contradicts itself."""
    record, name = each.record, case.names.get(each.agency, each.agency)
    found = []
    if record.known_on is not None and record.known_on < record.start:
        reason = f"{name} came to know on {in_days(record.known_on)} of something dated {in_days(record.start)}."
        found.append(_proposal((each,), each.agency, reason, 0.8, "known_before"))
    if record.time and record.end_time and record.end_time < record.time and record.time.hour < LATE_NIGHT:
        reason = f"{name} has it end at {record.end_time:%H:%M} and begin at {record.time:%H:%M}."
        found.append(_proposal((each,), each.agency, reason, 0.6, "ends_before"))
    return found


def _heard_before(case: Case, group: Group, thresholds: Thresholds) -> list[Proposal]:
    """A record of having heard of it that stands before the event of those who were there."""
    own = [each for each in group.members if not each.second_hand and each.is_day]
    if not own:
        return []
    first = min(own, key=lambda each: (each.start, each.place))
    found = []
    for each in group.members:
        days = (first.start - each.end).days
        if each.heard and each.is_day and days > thresholds.present_days:
            reason = (
                f"{case.names.get(each.agency, each.agency)} heard of it on {in_days(each.start)}, {days} days before "
                f"{case.names.get(first.agency, first.agency)} has it happen."
            )
            found.append(_proposal((each, first), None, reason, 0.6, "heard_before"))
    return found


def _miscounted(case: Case) -> list[Proposal]:
    """Meetings of one kind that an agency counts, with a later number standing before an earlier one."""
    counted: defaultdict[tuple[str, str], list[tuple[int, Facts]]] = defaultdict(list)
    for each in case.facts:
        numbers = [int(number) for number in each.ordinals if number.isdigit()]
        if len(each.meetings) == 1 and len(numbers) == 1:
            counted[each.agency, min(each.meetings)].append((numbers[0], each))
    found = []
    for (agency, meeting), meetings in sorted(counted.items()):
        meetings.sort(key=lambda pair: (pair[1].start, pair[1].place))
        for (number, earlier), (following, later) in pairwise(meetings):
            if number == following + 1 and 0 < (later.start - earlier.start).days <= ROUND:
                reason = (
                    f"Number {number} of the {MEETING_WORDS.get(meeting, 'meeting')}s stands on {in_days(earlier.start)}, "
                    f"before number {following} on {in_days(later.start)}."
                )
                found.append(_proposal((earlier, later), agency, reason, 0.55, "miscounted"))
    return found


def _proposal(rows: tuple[Facts, ...], agency: str | None, reason: str, score: float, aspect: str) -> Proposal:
    return Proposal(
        ORDER,
        tuple(each.record.key for each in rows),
        agency,
        min(each.start for each in rows),
        max(each.end for each in rows),
        (reason,),
        score,
        aspect,
    )
