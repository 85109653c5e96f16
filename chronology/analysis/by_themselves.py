"""Two records that nothing joins but that they read alike: neither names the other's agency, and no third tells of it."""

from __future__ import annotations

import re

from chronology.analysis.evidence import Evidence, lag
from chronology.analysis.facts import Case, Facts
from chronology.analysis.pairs import only_one
from chronology.analysis.same_kind import is_one_emergency
from chronology.analysis.times import minutes_apart
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import PRIVATE
from chronology.analysis.vocabulary.sorts import GRAVE, OF_ONE_HOUSEHOLD, TOGETHER
from chronology.analysis.words import fold


def each_for_itself(found: Evidence, case: Case) -> bool:
    """Whether two agencies of one day, of which neither knows of the other, each tell of their own doing.

    What happens to a household once, such as an arrest or an order, is known to several without their naming each other.
    """
    first, second = found.first, found.second
    if found.conveyed or first.joint or second.joint:
        return False
    if (found.forth and _knows_of(case, first, second)) or (found.back and _knows_of(case, second, first)):
        return False
    if first.meetings & second.meetings or (first.gathering and second.gathering):
        return False
    if _was_told_by_others(first) or _was_told_by_others(second):
        return False
    kinds = first.kinds & second.kinds
    if kinds & OF_ONE_HOUSEHOLD or is_one_emergency(first, second) or only_one(found, case):
        return False
    return lag(first, second) <= 1 and not _called_to_one_thing(first, second)


def _knows_of(case: Case, facts: Facts, other: Facts) -> bool:
    """Whether a record names the other's agency as more than one that is sent a copy of everything.

    Whoever was there itself, and was told of nothing, has no such copy.
    """
    if other.second_hand:
        return True
    record = facts.record
    words = COPIED.sub(" ", in_full(fold(f"{record.event}\n{record.action}\n{record.outcome}")))
    told = case.services.named(fold(record.told)) - {"gp"}
    return case.services.mentioned(case.services.named(words) | told, facts.people, other.agency)


# The practice has a letter of whatever a hospital does.
COPIED = re.compile(
    r"\b(?:letter|copy|copied|summary|report|advice|cc) (?:sent )?(?:to|for) (?:the |own |her |his )?(?:gp|doctor|surgery)\b"
    r"|\b(?:gp|doctor|surgery) (?:informed|told|letter|to follow up|follow up|aware|notified|advised)\b"
    r"|\b(?:see|own|advised|advice) (?:own )?gp\b|\bgp advice\b"
)


def _called_to_one_thing(first: Facts, second: Facts) -> bool:
    """Whether both give the minute of what brings several to one place; of something grave, within the hour."""
    kinds = first.kinds & second.kinds
    if first.start != second.start or first.minute is None or second.minute is None or not kinds:
        return False
    apart = minutes_apart(first.minute, second.minute)
    return bool(apart == 0 and kinds & TOGETHER) or bool(apart <= AN_HOUR and (first.kinds | second.kinds) & GRAVE)


AN_HOUR = 60  # minutes


def _was_told_by_others(facts: Facts) -> bool:
    """Whether an agency has it from another: not from one of the family, nor from whoever rang in."""
    if not facts.second_hand or facts.from_family:
        return False
    return bool(facts.from_whom) or not PRIVATE.search(facts.words)
