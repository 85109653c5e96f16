"""Possible contradictions: records proposed as one event that disagree."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from chronology.analysis.differences import Between, Difference, differences, hard_differences, other_day
from chronology.analysis.differences.between import BORNE_OUT
from chronology.analysis.differences.debts import by_debt, owed
from chronology.analysis.differences.departing import departures
from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import Group
from chronology.analysis.pairs import weigh
from chronology.analysis.proposals import CONTRADICTION, Proposal
from chronology.analysis.thresholds import Thresholds

MOST_REASONS = 4
UNLIKE = -4.5
APART = -12.0  # points of a pair that only a third record holds together: two moments of one story, not two accounts of one


def contradictions(case: Case, groups: Sequence[Group], thresholds: Thresholds) -> list[Proposal]:
    """One proposal for each event and each thing in which its records disagree; the same records are named once."""
    found = []
    for group in groups:
        by_aspect: defaultdict[str, list[Difference]] = defaultdict(list)
        for one, other in combinations(group.members, 2):
            evidence = group.evidence.get((one.place, other.place)) or group.evidence.get((other.place, one.place))
            if evidence is None or evidence.points <= APART:
                continue
            for difference in differences(Between(case, thresholds, one, other)):
                # Hours are compared of two who were at one thing, not of two steps that a third record ties together.
                if difference.aspect == "time" and evidence.points < UNLIKE:
                    continue
                by_aspect[difference.aspect].append(difference)
        for departing in departures(case, group.members):
            by_aspect[departing.aspect].append(departing)
        borne_out = {aspect: _borne_out(differing) for aspect, differing in by_aspect.items()}
        found += [each for each in _proposals(borne_out) if not _by_chance(group, each)]
    for one, other in nearly_one(case, groups, thresholds):
        by_aspect = defaultdict(list)
        between = Between(case, thresholds, one, other)
        apart = (other.start - one.start).days
        of_one_day = apart == 0 or one.start in other.meant
        for difference in hard_differences(between) if of_one_day else other_day(between):
            if difference.score > BORNE_OUT:
                by_aspect[difference.aspect].append(difference)
        found += _proposals(by_aspect)
    return found + _owing(case, groups, thresholds, {frozenset(each.rows) for each in found})


def _borne_out(differing: list[Difference]) -> list[Difference]:
    """Without those that say little by themselves and of which no third record takes either side against the other."""
    apart = {frozenset({each.first.place, each.second.place}) for each in differing}
    places = frozenset().union(*apart)
    return [
        each
        for each in differing
        if each.score > BORNE_OUT
        or any(
            (frozenset({each.first.place, third}) in apart) != (frozenset({each.second.place, third}) in apart)
            for third in places - {each.first.place, each.second.place}
        )
    ]


def _by_chance(group: Group, proposal: Proposal) -> bool:
    """Whether several tell of one event and only two of them differ, in what each may have seen or put in its own way.

    Nobody else of them stands on either side. Of three or more that is seldom a contradiction where it rests on how a matter was
    put (``PUT_IN_ITS_OWN_WAY``), of five or more where it is a single thing that says nothing of who was there, told or when.
    """
    many = len(group.members)
    if len(proposal.rows) != TWO or many == TWO:
        return False
    soft = len(proposal.reasons) == 1 and proposal.score <= SOFT and proposal.aspect not in SAID_BY_TWO
    return proposal.score <= PUT_IN_ITS_OWN_WAY.get(proposal.aspect, 0.0) or (soft and many >= MANY)


TWO, MANY = 2, 5  # records of one event, of which two that differ are the exception
SOFT = 0.7
SAID_BY_TWO = frozenset({"present", "received", "time"})
# The scores up to which a difference of an aspect needs a third who takes a side: in seven cases that were measured before
# anybody had read them, 5 of the 38 of two alone were right.
PUT_IN_ITS_OWN_WAY = {"account": 0.75, "outcome": 0.7, "present": 0.65, "number": 0.65, "time": 0.6}


def _owing(case: Case, groups: Sequence[Group], thresholds: Thresholds, known: set[frozenset[str]]) -> list[Proposal]:
    """What somebody owes, which two agencies tell of days too near for it to have changed, each in an entry of its own."""
    group_of = {member.place: group for group in groups for member in group.members}
    found = []
    for one, other in _of_debts(case, thresholds):
        if one.place in group_of and group_of[one.place] is group_of.get(other.place):
            continue
        if (owing := by_debt(Between(case, thresholds, one, other))) is not None:
            found += [each for each in _proposals({owing.aspect: [owing]}) if frozenset(each.rows) not in known]
    return found


def _of_debts(case: Case, thresholds: Thresholds) -> Iterator[tuple[Facts, Facts]]:
    """Records of two agencies, of days within which a debt stays what it is, that each tell what somebody owes."""
    telling = [(each, set(each.people) - case.people.professionals) for each in case.facts if owed(each)]
    for at, (later, theirs) in enumerate(telling):
        for earlier, mine in reversed(telling[:at]):
            if (later.start - earlier.start).days > thresholds.present_days:
                break
            if earlier.agency != later.agency and (not (mine and theirs) or mine & theirs):
                yield earlier, later


def nearly_one(case: Case, groups: Sequence[Group], thresholds: Thresholds) -> Iterator[tuple[Facts, Facts]]:
    """Records of two agencies of one day, or of a day that the later names, that fall a little short of one event.

    And of neighbouring days, where both did it together or at the same minute.
    """
    group_of = {member.place: group for group in groups for member in group.members}
    for candidates, nearly in ((_of_one_day, NEARLY), (_of_neighbouring_days, NEARLY_OF_DAYS)):
        for earlier, later in candidates(case, thresholds):
            if not _may_be_one(case, earlier, later) or _have_theirs(group_of, earlier, later):
                continue
            if nearly < weigh(case, earlier, later, thresholds).points < ENOUGH:
                yield earlier, later


def _of_one_day(case: Case, thresholds: Thresholds) -> Iterator[tuple[Facts, Facts]]:
    on_day: defaultdict[dt.date, list[Facts]] = defaultdict(list)
    for each in case.facts:
        on_day[each.start].append(each)
    for of_the_day in on_day.values():
        for at, later in enumerate(of_the_day):
            if later.routine:
                continue
            for earlier in of_the_day[:at]:
                yield earlier, later
            for day in sorted(later.meant) if later.meant else ():
                if 0 < (later.start - day).days <= thresholds.receipt_days:
                    yield from ((earlier, later) for earlier in on_day.get(day, ()))


def _of_neighbouring_days(case: Case, thresholds: Thresholds) -> Iterator[tuple[Facts, Facts]]:
    at_minute: defaultdict[tuple[int, int], list[Facts]] = defaultdict(list)
    together: defaultdict[int, list[Facts]] = defaultdict(list)
    for each in case.facts:
        if each.minute is not None:
            at_minute[each.start.toordinal(), each.minute].append(each)
        if each.joint:
            together[each.start.toordinal()].append(each)
    for later in case.facts:
        if later.routine or (later.minute is None and not later.joint):
            continue
        of_that_day = later.start.toordinal()
        for days in range(1, thresholds.present_days + 1):
            same_minute = at_minute.get((of_that_day - days, later.minute), []) if later.minute is not None else []
            others = [each for each in together.get(of_that_day - days, ()) if each not in same_minute] if later.joint else []
            if (same_minute or others) and later.start - dt.timedelta(days) not in later.meant:
                yield from ((earlier, later) for earlier in (*same_minute, *others))


def _may_be_one(case: Case, earlier: Facts, later: Facts) -> bool:
    if earlier.agency == later.agency:
        return False
    may_name = earlier.services or later.services or later.start != earlier.start
    if may_name and (later.agency in earlier.mentions or earlier.agency in later.mentions):
        return True
    shared = earlier.features & later.features
    return bool(shared) and sum([case.idf[word] for word in shared]) >= SHARED


def _have_theirs(group_of: dict[int, Group], one: Facts, other: Facts) -> bool:
    """Whether either is in an event in which the other's agency has a record: that is its account of it, not this."""
    mine, theirs = group_of.get(one.place), group_of.get(other.place)
    return bool((mine and other.agency in mine.agencies) or (theirs and one.agency in theirs.agencies))


NEARLY, ENOUGH = -2.0, 1.0  # points between which two are asked about hard disagreements alone
NEARLY_OF_DAYS = -4.0  # of neighbouring days, where the days themselves speak against one event
SHARED = 6.0  # how rare the words in common must be together


def _proposals(by_aspect: dict[str, list[Difference]]) -> list[Proposal]:
    merged: dict[frozenset[int], tuple[str, list[Difference]]] = {}
    for aspect, differing in by_aspect.items():
        if not differing:
            continue
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
