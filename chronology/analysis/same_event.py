"""Possible duplicates: which records of different agencies tell of one event, brought together in groups."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable

from chronology.analysis.among_others import see_among_others
from chronology.analysis.by_themselves import each_for_itself
from chronology.analysis.candidates import candidates
from chronology.analysis.episodes import WHOLE as WHOLE_ABSENCE
from chronology.analysis.episodes import absences, are_stages
from chronology.analysis.evidence import NEVER, Evidence, chance
from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import ENOUGH, Group, Pairs
from chronology.analysis.one_sitting import join_one_sitting
from chronology.analysis.pairs import in_common
from chronology.analysis.proposals import SAME_EVENT, Proposal
from chronology.analysis.same_kind import stage_of
from chronology.analysis.silence_around import SILENT, join_in_silence
from chronology.analysis.taking_in import take_in, why_taken_in
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import in_days


def groups(case: Case, thresholds: Thresholds, tell: Callable[[int], None]) -> list[Group]:
    """The groups of records that are proposed as one event, by time."""
    weighed = Pairs(case, thresholds)
    possible: list[Evidence] = []
    for done, (one, others) in enumerate(candidates(case, thresholds)):
        possible += weighed.possible(one, others)
        tell(done)
    see_among_others(possible)
    likely = [each for each in possible if each.score >= thresholds.same_event_score]
    likely.sort(key=lambda each: (-each.points, each.first.place, each.second.place))
    found = _join(likely, weighed, thresholds)
    return sorted(found, key=lambda group: (min(member.start for member in group.members), group.members[0].place))


def _join(likely: list[Evidence], weighed: Pairs, thresholds: Thresholds) -> list[Group]:
    """Bring pairs together, the surest first, as long as the whole stays one event.

    That is: one record of each agency, and across it more speaks for one event than against it.
    """
    group_of: dict[int, Group] = {}
    for evidence in likely:
        one, other = evidence.first, evidence.second
        mine = group_of.get(one.place) or Group([one])
        theirs = group_of.get(other.place) or Group([other])
        if mine is theirs or mine.agencies & theirs.agencies:
            continue
        crossing = [weighed(a, b) for a in mine.members for b in theirs.members]
        if not _holds_together(crossing, thresholds):
            continue
        mine.brought_together(theirs, crossing, group_of)
    join_one_sitting(group_of, weighed)
    take_in(group_of, weighed)
    join_in_silence(group_of, weighed)
    _part_what_is_only_alike(group_of, weighed.case)
    _join_absences(group_of, weighed)
    return list({id(group): group for group in group_of.values()}.values())


def _part_what_is_only_alike(group_of: dict[int, Group], case: Case) -> None:
    """Two that no third stands by, and that each agency has for itself, are no event."""
    for group in {id(group): group for group in group_of.values()}.values():
        if len(group.members) == ENOUGH and each_for_itself(next(iter(group.evidence.values())), case):
            for member in group.members:
                del group_of[member.place]


def _join_absences(group_of: dict[int, Group], weighed: Pairs) -> None:
    """That somebody was gone and that he or she is back are one event, where one agency has both and others tell of either."""
    for began, ended in absences(weighed.case):
        mine, theirs = group_of.get(began.place) or Group([began]), group_of.get(ended.place) or Group([ended])
        if mine is theirs or len(mine.members) + len(theirs.members) <= ENOUGH or not are_stages(mine.members, theirs.members):
            continue
        crossing = (
            weighed(one, other)
            for one in mine.members
            for other in theirs.members
            if one.agency != other.agency and {stage_of(one), stage_of(other)} != WHOLE_ABSENCE
        )
        mine.brought_together(theirs, crossing, group_of)


def _holds_together(crossing: list[Evidence], thresholds: Thresholds) -> bool:
    days = [abs((each.second.start - each.first.end).days) for each in crossing]
    if max(days) > thresholds.receipt_days or _told_too_early(crossing):
        return False
    return (
        chance(sum(max(min(each.points, 4.0), -LEAST if _by_notice(each) else -4.0) for each in crossing) / len(crossing))
        >= MIDDLE
    )


def _told_too_early(crossing: list[Evidence]) -> bool:
    """Whether somebody was told days before any of the others, some of whom were there, has it."""
    first = min((each.first for each in crossing), key=lambda each: (each.start, each.place))
    later = [each.second for each in crossing if each.first is first]
    return (
        first.second_hand
        and not first.meetings
        and len(later) > 1
        and min((each.start - first.end).days for each in later) > TOO_EARLY
        and not all(each.second_hand for each in later)
    )


def _by_notice(evidence: Evidence) -> bool:
    """Whether one of the two only heard of it: what it leaves out says little against it."""
    return evidence.points > NEVER / 2 and (evidence.first.second_hand or evidence.second.second_hand)


LEAST = 1.5
TOO_EARLY = 4  # days
MIDDLE = 0.15


def same_events(case: Case, found: list[Group]) -> list[Proposal]:
    """The groups as proposals, with what speaks for them; and rows that one agency has twice."""
    return [_proposal(case, group) for group in found] + _entered_twice(case)


def _proposal(case: Case, group: Group) -> Proposal:
    ordered = sorted(group.members, key=lambda each: (each.start, each.place))
    told: dict[str, float] = {}
    rare: dict[str, float] = {}
    for evidence in group.evidence.values():
        for points, reason in evidence.reasons:
            told[reason] = max(points, told.get(reason, 0.0))
        for word in in_common(evidence, case):
            rare[word] = max(case.rarity(word), evidence.by_words, rare.get(word, 0.0))
    if rare:
        words = sorted(rare, key=lambda word: (-rare[word], word))[:MOST_WORDS]
        told[f"Words in common that are rare in this case: {', '.join(words)}."] = max(rare.values())
    reasons = sorted(told, key=lambda reason: (-told[reason], reason))[:MOST_REASONS]
    reasons += why_taken_in(group, case)
    if group.in_silence:
        reasons.append(
            f"Nobody wrote anything else for {SILENT} days before and after; most records that stand so here are of one event."
        )
    first, last = ordered[0], max(ordered, key=lambda each: each.start)
    days = (last.start - first.end).days
    if days > 0 and last.heard:
        later = f"{days} day{'s' if days > 1 else ''} later"
        reasons.append(f"{case.names.get(last.agency, last.agency)} noted it {later}, as heard from others.")
    twice = Counter(member.agency for member in ordered)
    reasons += [
        f"{case.names.get(agency, agency)} has its beginning and its end." for agency, count in sorted(twice.items()) if count > 1
    ]
    strongest = dict(group.taken_in)
    for evidence in group.evidence.values():
        for member in (evidence.first, evidence.second):
            strongest[member.place] = max(strongest.get(member.place, -9.0), evidence.points)
    return Proposal(
        SAME_EVENT,
        tuple(each.record.key for each in ordered),
        None,
        first.start,
        max(each.end for each in ordered),
        tuple(reasons),
        round(chance(min(strongest.values())), 3),
        "several_agencies",
    )


def _entered_twice(case: Case) -> list[Proposal]:
    """Entries of one agency on one day in the same words but for signs and spaces."""
    at_one_hour = Counter((each.agency, each.start, each.record.time, each.end) for each in case.facts)
    days = {(agency, day) for (agency, day, _, _), count in at_one_hour.items() if count > 1}
    alike: defaultdict[tuple[str, dt.date, str], list[Facts]] = defaultdict(list)
    for each in case.facts:
        if (each.agency, each.start) in days and len(each.words) >= LONG_ENOUGH:
            alike[each.agency, each.start, SIGNS.sub("", each.words)].append(each)
    found = []
    for (agency, day, _), rows in sorted(alike.items(), key=lambda item: (item[0][1], item[0][0])):
        if len(rows) > 1 and len({(row.record.time, row.record.end) for row in rows}) == 1:
            name = case.names.get(agency, agency)
            reason = f"{name} has {len(rows)} entries on {in_days(day)} in the same words."
            keys = tuple(sorted(row.record.key for row in rows))
            found.append(Proposal(SAME_EVENT, keys, agency, day, rows[0].end, (reason,), 0.95, "entered_twice"))
    return found


MOST_REASONS = 4
MOST_WORDS = 7
LONG_ENOUGH = 12
SIGNS = re.compile(r"[\W_]+")
