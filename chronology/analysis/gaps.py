"""Gaps: stretches without an entry that stand out from the case's own rhythm, and agencies that fall silent for good."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt

from chronology.analysis.facts import Case, Facts
from chronology.analysis.proposals import GAP, SILENT, Proposal
from chronology.analysis.records import YES
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import in_days

Stretch = tuple[int, int]  # first and last day without an entry, as ordinals
# Services that come when they are called hold no case, so that no rhythm of theirs can break off.
CALLED_OUT = frozenset({"ambulance", "fire"})
WIDEST = 31  # days; an entry of a term or a year fills no gap
FEWEST_IN_A_RHYTHM = 6  # entries of an agency
FEWEST_MISSING = 5.0  # entries that must be missing at the least
SCATTERED = 0.25  # share of the usual number of entries a day
AROUND = 120  # days on each side in which an agency's rhythm is taken
# First and last day of the holidays of schools. Those of the summer are told with a gap: nobody there sees a child for weeks.
SUMMER, CHRISTMAS = ((7, 21), (9, 3)), ((12, 20), (1, 5))
MANY = 14  # days of the summer holidays that are told


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The days on which entries stand, and the stretches between them."""

    days: Sequence[int]
    stretches: Sequence[Stretch] = field(default=())

    @classmethod
    def of(cls, facts: Iterable[Facts]) -> Rhythm:
        spans = sorted((each.start.toordinal(), each.end.toordinal()) for each in facts if (each.end - each.start).days <= WIDEST)
        stretches = []
        reached = spans[0][1] if spans else 0
        for first, last in spans:
            if first - reached > 1:
                stretches.append((reached + 1, first - 1))
            reached = max(reached, last)
        return cls([first for first, _ in spans], stretches)

    def count(self, first: int, last: int) -> int:
        """Entries that begin on these days."""
        return bisect_right(self.days, last) - bisect_left(self.days, first)


def gaps(case: Case, thresholds: Thresholds) -> list[Proposal]:
    """Stretches in which nobody, one agency, or nobody who saw the child, has an entry."""
    if not case.facts:
        return []
    of_agency: defaultdict[str, list[Facts]] = defaultdict(list)
    for each in case.facts:
        of_agency[each.agency].append(each)
    everybody = Rhythm.of(case.facts)
    needed = max(log(len(case.facts) / max(thresholds.chance_gaps, 0.1)), FEWEST_MISSING)
    nobody = _nobody(everybody, needed, thresholds)
    found = [proposal for _, proposal in nobody if proposal]
    silences = [stretch for stretch, _ in nobody]
    for agency in sorted(of_agency):
        if not case.services.of_agency.get(agency, frozenset()) & CALLED_OUT:
            found += _of_one(case, agency, Rhythm.of(of_agency[agency]), everybody, silences, needed, thresholds)
    return found + _child_not_seen(case, everybody, silences, needed, thresholds)


def _nobody(everybody: Rhythm, needed: float, thresholds: Thresholds) -> list[tuple[Stretch, Proposal | None]]:
    """Days on which no agency has anything, although there were entries before and after.

    Behind the end of a case scattered entries follow: that is a silence too, and nothing to ask about.
    """
    found: list[tuple[Stretch, Proposal | None]] = []
    for first, last in everybody.stretches:
        length = last - first + 1
        if length < thresholds.nobody_days:
            continue
        expected = _expected(everybody, (first, last), [])
        if expected < needed:
            continue
        if _is_behind_the_end(everybody, last):
            found.append(((first, last), None))
            continue
        reasons = (
            f"No agency has an entry from {_day(first)} to {_day(last)}: {length} days.",
            f"Before and after it about {max(round(expected), 1)} entries stand in as many days.",
        )
        found.append(((first, last), _gap((first, last), None, reasons, _surprise(expected), "nobody")))
    return found


def _is_behind_the_end(everybody: Rhythm, last: int) -> bool:
    """Whether what follows is only scattered: a handful of entries, or far fewer a day than there mostly were."""
    begin, end = everybody.days[0], everybody.days[-1]
    until = min(last + AROUND, end)
    follow = everybody.count(last + 1, until)
    usual = len(everybody.days) / (end - begin + 1)
    return follow < FEWEST_MISSING or follow < SCATTERED * usual * (until - last)


def _of_one(
    case: Case, agency: str, rhythm: Rhythm, everybody: Rhythm, silences: Sequence[Stretch], needed: float, thresholds: Thresholds
) -> list[Proposal]:
    """Stretches of one agency, outside those in which nobody has an entry."""
    found: list[Proposal] = []
    if len(rhythm.days) < FEWEST_IN_A_RHYTHM:
        return found
    taught = bool(case.services.of_agency.get(agency, frozenset()) & {"school", "nursery"})
    for whole in rhythm.stretches:
        for stretch in _without(whole, silences):
            first, last = stretch
            length = last - first + 1
            if length < thresholds.agency_days:
                continue
            expected = _expected(rhythm, stretch, silences)
            if taught:
                expected *= 1 - _days_of(CHRISTMAS, stretch) / length
            if expected < needed and not (expected >= FEWEST_REGULAR and _is_unlike_others(rhythm, stretch, silences)):
                continue
            others = everybody.count(first, last)
            if not others:
                continue
            reasons = [
                f"{case.names.get(agency, agency)} has no entry from {_day(first)} to {_day(last)}: {length} days.",
                f"By its own rhythm about {round(expected)} entries would stand there.",
                f"Other agencies have {others} entries in that time.",
            ]
            if taught and _days_of(SUMMER, stretch) >= MANY:
                reasons.append("The summer holidays lie in it, in which it may not have seen the child at all.")
            found.append(_gap(stretch, agency, tuple(reasons), _surprise(expected), "one_agency"))
    return found


def _is_unlike_others(rhythm: Rhythm, stretch: Stretch, silences: Sequence[Stretch]) -> bool:
    """Whether it is far longer than any other stretch for months around, where it writes often; silences of all apart."""
    first, last = stretch
    low, high = first - DAYS_AROUND, last + DAYS_AROUND
    sides = rhythm.count(low, first - 1), rhythm.count(last + 1, high)
    known = [stretch, *silences]
    others = [end - begin + 1 for begin, end in rhythm.stretches if low <= begin <= high and not _covered((begin, end), known)]
    return min(sides) >= FEWEST_ON_A_SIDE and last - first + 1 >= FAR_LONGER * max(others, default=1)


DAYS_AROUND, FEWEST_ON_A_SIDE, FAR_LONGER, FEWEST_REGULAR = 150, 8, 1.7, 3.0


def _child_not_seen(
    case: Case, everybody: Rhythm, silences: Sequence[Stretch], needed: float, thresholds: Thresholds
) -> list[Proposal]:
    """Days on which agencies had entries and none of them saw the child."""
    seen = [each for each in case.facts if each.record.child_seen == YES]
    if len(seen) < FEWEST_SIGHTINGS:
        return []
    rhythm = Rhythm.of(seen)
    found = []
    for whole in rhythm.stretches:
        for first, last in _without(whole, silences):
            length, others = last - first + 1, everybody.count(first, last)
            expected = _expected(rhythm, (first, last), silences)
            if length < thresholds.child_seen_days or expected < needed or not others:
                continue
            reasons = (
                f"No entry has the child seen from {_day(first)} to {_day(last)}: {length} days.",
                f"{others} entries stand in that time.",
            )
            found.append(_gap((first, last), None, reasons, _surprise(expected), "child_not_seen"))
    return found


FEWEST_SIGHTINGS = 5


def _expected(rhythm: Rhythm, stretch: Stretch, silences: Sequence[Stretch]) -> float:
    """How many entries would stand there: between the rhythm around it and that of the whole time."""
    first, last = stretch
    begin, end = rhythm.days[0], rhythm.days[-1]
    entries = days = 0
    for low, high in ((first - AROUND, first - 1), (last + 1, last + AROUND)):
        side = max(low, begin), min(high, end)
        if side[0] <= side[1]:
            entries += rhythm.count(*side)
            days += side[1] - side[0] + 1 - _covered(side, silences)
    whole = end - begin + 1 - _covered((begin, end), silences)
    local = entries / max(days, 1)
    usual = len(rhythm.days) / max(whole, 1)
    return sqrt(local * usual) * (last - first + 1 - _covered(stretch, [each for each in silences if each != stretch]))


def _surprise(expected: float) -> float:
    """A score from the chance that so many expected entries are all missing."""
    return round(1 - exp(-expected / 4), 3)


def _without(stretch: Stretch, silences: Sequence[Stretch]) -> list[Stretch]:
    """A stretch without the silences of all at its ends; a long silence within parts it."""
    left = [stretch]
    for first, last in silences:
        parts = []
        for low, high in left:
            inside = low < first and last < high
            if inside and last - first + 1 < MOST_WITHIN * (high - low + 1):
                parts.append((low, high))
            else:
                parts += [(low, min(high, first - 1)), (max(low, last + 1), high)]
        left = [part for part in parts if part[0] <= part[1]]
    return left


MOST_WITHIN = 0.4  # share of a stretch that a silence of all may be and the stretch be one


def _covered(stretch: Stretch, silences: Sequence[Stretch]) -> int:
    return sum(max(0, min(stretch[1], last) - max(stretch[0], first) + 1) for first, last in silences)


def _days_of(holidays: tuple[tuple[int, int], tuple[int, int]], stretch: Stretch) -> int:
    """Days of these holidays in a stretch."""
    (month, day), (to_month, to_day) = holidays
    counted = 0
    for year in range(dt.date.fromordinal(stretch[0]).year - 1, dt.date.fromordinal(stretch[1]).year + 1):
        end = dt.date(year + (to_month < month), to_month, to_day)
        counted += _covered(stretch, [(dt.date(year, month, day).toordinal(), end.toordinal())])
    return counted


def silent(case: Case, period: tuple[dt.date | None, dt.date | None], thresholds: Thresholds) -> list[Proposal]:
    """Agencies that had the case and have nothing more till the end of the period, or have no entry at all."""
    found = []
    last_of: dict[str, Facts] = {}
    counted: defaultdict[str, int] = defaultdict(int)
    for each in case.facts:
        counted[each.agency] += 1
        if each.agency not in last_of or each.end > last_of[each.agency].end:
            last_of[each.agency] = each
    ends = [each.end for each in last_of.values()]
    until = period[1] or max(ends, default=None)
    for agency in sorted(case.names):
        name = case.names[agency]
        if agency not in last_of:
            reason = (f"{name} is among the agencies and has no entry.",)
            found.append(Proposal(SILENT, (), agency, period[0], period[1], reason, 0.9, "no_entry"))
            continue
        last = last_of[agency]
        days = (until - last.end).days if until else 0
        if counted[agency] >= FEWEST_ENTRIES and days >= thresholds.silent_days:
            later = sum(each.start > last.end for each in case.facts)
            reasons = (
                f"The last entry of {name} is of {in_days(last.end)}, {days} days before the end of the period.",
                f"Other agencies have {later} entries after it.",
            )
            score = round(min(0.95, 0.5 + days / 1000), 3)
            kind = GAP if counted[agency] >= FEWEST_IN_A_RHYTHM else SILENT
            found.append(Proposal(kind, (last.record.key,), agency, last.end + dt.timedelta(1), until, reasons, score, "no_more"))
    return found


FEWEST_ENTRIES = 4


def _gap(stretch: Stretch, agency: str | None, reasons: tuple[str, ...], score: float, aspect: str) -> Proposal:
    first, last = (dt.date.fromordinal(day) for day in stretch)
    return Proposal(GAP, (), agency, first, last, reasons, score, aspect)


def _day(ordinal: int) -> str:
    return in_days(dt.date.fromordinal(ordinal))
