"""Unmatched hand-offs: one agency says that it told another, and the other has nothing of it. Referrals without an answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import Group
from chronology.analysis.pairs import COMMON
from chronology.analysis.proposals import GAP, HAND_OFF, Proposal
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import in_days
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.vocabulary.services import SERVICE
from chronology.analysis.vocabulary.sorts import WORRY
from chronology.analysis.vocabulary.telling import ANSWERED, FROM_OTHERS, NOT_TOLD, TOLD, UNANSWERED
from chronology.analysis.words import fold

REACH = 45  # letters behind "told" within which the agency must be named
ENOUGH = 2.0
FEWEST_NEARBY = 1


@dataclass(frozen=True, slots=True)
class HandOff:
    """One agency's record says that it told another."""

    told: Facts
    agency: str
    words: str


def hand_offs(case: Case, groups: Iterable[Group], thresholds: Thresholds) -> list[Proposal]:
    """What was told to an agency that has no entry of it within the days in which it should have one."""
    joined: defaultdict[int, set[str]] = defaultdict(set)
    for group in groups:
        for member in group.members:
            joined[member.place] |= group.agencies
    of_agency: defaultdict[str, list[Facts]] = defaultdict(list)
    for each in sorted(case.facts, key=lambda each: (each.start, each.place)):
        of_agency[each.agency].append(each)
    starts = {agency: [each.start.toordinal() for each in facts] for agency, facts in of_agency.items()}
    found = []
    for each in case.facts:
        if not each.kinds & WORRY and not each.record.told:
            continue
        for hand_off in told_to(case, each):
            if hand_off.agency in joined[each.place]:
                continue
            days = starts.get(hand_off.agency, [])
            low = bisect_left(days, each.start.toordinal())
            high = bisect_right(days, each.end.toordinal() + thresholds.hand_off_days)
            near = of_agency[hand_off.agency][low:high]
            if not any(_answers(case, hand_off, other) for other in near) and _is_active(days, each):
                found.append(_proposal(case, hand_off, near, thresholds))
    return found + _unanswered(case, thresholds)


def told_to(case: Case, facts: Facts) -> list[HandOff]:
    """The agencies of the case that this record says were told."""
    found: dict[str, HandOff] = {}
    if facts.record.told:
        words = fold(facts.record.told)
        for agency in sorted(case.services.meant(case.services.named(words), (), facts.agency)):
            found[agency] = HandOff(facts, agency, facts.record.told)
    for match in TOLD.finditer(facts.words):
        before = facts.words[max(0, match.start() - 40) : match.start()]
        after = facts.words[match.end() : match.end() + REACH]
        if NOT_TOLD.search(before) or FROM_OTHERS.match(after) or before.endswith(("was ", "were ", "been ", "is ")):
            continue
        reached = re.split(r"[.;\n]", after, maxsplit=1)[0]
        for service in sorted(SERVICE.names(tokens_of(reached))):
            agencies = case.services.agencies_of.get(service, frozenset()) - {facts.agency}
            if len(agencies) == 1:
                (agency,) = agencies
                found.setdefault(agency, HandOff(facts, agency, f"{match.group()}{reached}".strip()))
    return list(found.values())


def _answers(case: Case, hand_off: HandOff, other: Facts) -> bool:
    """Whether the other agency's record may be the one in which it noted what it was told."""
    told = hand_off.told
    named = case.services.mentioned(other.services, other.people, told.agency)
    if named and (other.heard or other.said):
        return True
    common = sum(max(case.idf[feature] - COMMON, 0) for feature in told.features & other.features if " " not in feature)
    return common * 0.5 >= (ENOUGH if named else 2 * ENOUGH)


def _is_active(days: list[int], facts: Facts) -> bool:
    """Whether the agency had entries at about that time at all."""
    day = facts.start.toordinal()
    return bisect_right(days, day + 120) - bisect_left(days, day - 120) >= FEWEST_NEARBY


def _proposal(case: Case, hand_off: HandOff, near: list[Facts], thresholds: Thresholds) -> Proposal:
    told, name = hand_off.told, case.names.get(hand_off.agency, hand_off.agency)
    reasons = (
        f"{case.names.get(told.agency, told.agency)} writes on {in_days(told.start)}: “{hand_off.words}”.",
        f"{name} has no entry of it within {thresholds.hand_off_days} days"
        + (f", though {len(near)} other{'s' if len(near) != 1 else ''} in that time." if near else ", nor any other."),
    )
    score = 0.45 + (0.15 if not near else 0.0) + (0.15 if told.kinds & WORRY else 0.0) + (0.1 if told.record.told else 0.0)
    return Proposal(HAND_OFF, (told.record.key,), hand_off.agency, told.start, told.end, reasons, round(score, 3), "not_received")


def _unanswered(case: Case, thresholds: Thresholds) -> list[Proposal]:
    """Referrals of which a record says that nothing came of them, when no later one has an answer either."""
    answers = [each for each in case.facts if "referral" in each.kinds and ANSWERED.search(each.words)]
    found = []
    for each in case.facts:
        match = UNANSWERED.search(each.words) if "referral" in each.kinds else None
        if match is None:
            continue
        if any(
            0 < (answer.start - each.end).days <= thresholds.outcome_days and _is_of(case, each, answer) for answer in answers
        ):
            continue
        name = case.names.get(each.agency, each.agency)
        reasons = (
            f"{name} writes of a referral on {in_days(each.start)}: “{match.group()}”.",
            f"No entry of the {thresholds.outcome_days} days after it has an answer.",
        )
        found.append(Proposal(GAP, (each.record.key,), each.agency, each.start, each.end, reasons, 0.6, "no_outcome"))
    return found


def _is_of(case: Case, asked: Facts, answer: Facts) -> bool:
    """Whether an answer may be to what was asked: from those who asked or were asked, or in the same rare words."""
    asking = case.services.meant(asked.services, asked.people, "")
    return answer.agency == asked.agency or answer.agency in asking or bool(asked.features & answer.features - {"refer"})
