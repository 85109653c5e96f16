"""What each of two agencies had of its own on one day: another appointment, caller, hour with the child or child's meeting."""

from __future__ import annotations

from chronology.analysis.differences.between import once
from chronology.analysis.evidence import NEVER, Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.records import YES
from chronology.analysis.vocabulary.apart import ANY_APPOINTMENT, APPOINTMENT, PARTY, STOLEN, TAKEN
from chronology.analysis.vocabulary.sorts import EVENTS, GRAVE, LIFE, TOGETHER
from chronology.analysis.words import fold

OTHER_APPOINTMENT, OTHER_HOUR, OTHER_CHILDREN, ONLY_A_THING = -6.0, -5.0, -3.0, -6.0
HOURS_APART = 120  # minutes
ABOUT_A_THING = frozenset({"vehicle", "financial_abuse", "phone_call"})  # what may befall a thing beside its being stolen
AT_COURT = frozenset({"court", "sentence", "charge", "bail", "order", "release", "arrest"})


def own_doings(found: Evidence, case: Case) -> None:
    """Points against one event where each tells of its own."""
    first, second = found.first, found.second
    if first.start != second.start or first.meetings & second.meetings:
        return
    if _missed_others(case, found):
        found.add(OTHER_APPOINTMENT)
    if _with_other_parties(first, second):
        found.add(NEVER)
    if _saw_the_child_at_other_hours(found):
        found.add(OTHER_HOUR)
    if first.gathering and second.gathering and _about_other_children(case, first, second):
        found.add(OTHER_CHILDREN)
    if "theft" in first.kinds ^ second.kinds and _only_a_thing(found):
        found.add(ONLY_A_THING)


def _missed_others(case: Case, found: Evidence) -> bool:
    """Whether both tell that somebody did not come, each to another appointment of its own."""
    first, second = found.first, found.second
    if "not_brought" not in first.kinds & second.kinds or (first.minute is not None and first.minute == second.minute):
        return False
    if any(facts.second_hand and case.services.meant(facts.from_whom, (), facts.agency) for facts in (first, second)):
        return False
    mine, theirs = _appointment(first), _appointment(second)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@once
def _appointment(facts: Facts) -> frozenset[str]:
    """The words by which a record tells what appointment it was: “nurse”, “fracture”."""
    words = (word for match in APPOINTMENT.finditer(fold(facts.text)) for word in match[1].split())
    return frozenset(word for word in words if word not in ANY_APPOINTMENT)


def _with_other_parties(first: Facts, second: Facts) -> bool:
    """Whether each begins with whom it spoke to, and they are not the same; nothing had happened of which both were told."""
    if first.second_hand or second.second_hand or first.kinds & second.kinds & EVENTS:
        return False
    mine, theirs = _party(first), _party(second)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@once
def _party(facts: Facts) -> frozenset[str]:
    match = PARTY.match(facts.words)
    return frozenset(match[1].split()) if match else frozenset()


def _saw_the_child_at_other_hours(found: Evidence) -> bool:
    """Whether each was with the child, hours apart, told by nobody, and nothing had happened that brings several together."""
    first, second = found.first, found.second
    if first.record.child_seen != YES or second.record.child_seen != YES or first.minute is None or second.minute is None:
        return False
    if abs(first.minute - second.minute) <= HOURS_APART or (first.gathering and second.gathering):
        return False
    if found.forth or found.back or found.conveyed or first.joint or second.joint or first.meant or second.meant:
        return False
    return (first.kinds | second.kinds).isdisjoint(TOGETHER | GRAVE | LIFE)


def _about_other_children(case: Case, first: Facts, second: Facts) -> bool:
    """Whether each of two meetings without a common name was about another child."""
    mine, theirs = case.people.children.intersection(first.people), case.people.children.intersection(second.people)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _only_a_thing(found: Evidence) -> bool:
    """Whether the one reports a theft, and the other tells of such a thing, but not that it was taken."""
    first, second = found.first, found.second
    if found.forth or found.back or not AT_COURT.isdisjoint(first.kinds & second.kinds):
        return False
    if not (first.kinds & second.kinds & EVENTS <= ABOUT_A_THING):
        return False
    theft, other = (first, second) if "theft" in first.kinds else (second, first)
    return STOLEN.search(theft.words) is not None and TAKEN.search(other.words) is None
