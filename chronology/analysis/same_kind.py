"""Whether two records tell of one kind of meeting or event, or of kinds that exclude each other."""

from __future__ import annotations

from chronology.analysis.differences.injuries import hurt_parts
from chronology.analysis.evidence import Evidence, lag
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import in_days
from chronology.analysis.vocabulary.body import is_one_place
from chronology.analysis.vocabulary.illness import SUDDEN
from chronology.analysis.vocabulary.meetings import MEETING_WORDS
from chronology.analysis.vocabulary.sorts import GRAVE, LIFE, SINGULAR, TOGETHER

OTHER_KINDS, OTHER_MEETING, MEETING_IN_ONE = -0.2, -3.5, -1.82
OTHER_END = -1.2  # the one tells that somebody was gone, the other that he or she is back: two rows of one agency, often
OTHER_PART = -2.5  # small hurts of two days
SAME_MEETING, MEETING_AS_HEARD = 4.8, 3.0
BY_KIND, MOST_SAME_KINDS = 0.5, 1.2


def weigh_kinds(found: Evidence, case: Case) -> None:
    """The same kind of meeting or event, or kinds that exclude each other."""
    first, second = found.first, found.second
    days = lag(first, second)
    met = _meetings(found, days)
    kinds = first.kinds & second.kinds
    if days <= 1 and is_one_emergency(first, second):
        kinds |= {"collapse"}
    if "missing" in kinds and {stage_of(first), stage_of(second)} == {"gone", "found_again"}:
        found.add(OTHER_END)
    if "injury" in kinds and days > 0 and not (found.forth or found.back) and _other_parts(first, second):
        found.add(OTHER_PART)
    if kinds:
        found.add(min(BY_KIND * len(kinds), MOST_SAME_KINDS))
        about = first.gathering != second.gathering
        _events(found, case, kinds - LIFE if about else kinds)  # whose death a meeting is about has not died there
    elif first.kinds and second.kinds and not met:
        found.add(OTHER_KINDS)


def _other_parts(first: Facts, second: Facts) -> bool:
    """Whether each tells of a hurt to another part of the body."""
    mine, theirs = hurt_parts(first), hurt_parts(second)
    return bool(mine and theirs) and not any(is_one_place(one, other) for one in mine for other in theirs)


def stage_of(facts: Facts) -> str:
    """Whether a record tells only that somebody was gone, or only that he or she is back; nothing where it tells of both."""
    told = facts.kinds & {"gone", "found_again"}
    return min(told) if len(told) == 1 else ""


def _meetings(found: Evidence, days: int) -> bool:
    """Whether both tell of one kind of meeting; of another, or of one that is only announced, is another thing."""
    first, second = found.first, found.second
    if first.meetings & second.meetings:
        _of_one_name(found, days)
        return True
    of_any_name = not (first.meetings and second.meetings) or ANY_MEETING in (first.meetings, second.meetings)
    if first.gathering and second.gathering and days == 0 and of_any_name:
        announced = (first.meetings & (second.planned | second.arranged)) | (second.meetings & (first.planned | first.arranged))
        if not announced:
            of_a_review = "review" in first.features and "review" in second.features
            found.add(A_REVIEW if of_a_review else A_MEETING, f"Both tell of a meeting on {in_days(second.start)}.")
            return True
    found.add(_another_meeting(first, second))
    return False


# What the guest calls whatever he was asked to.
ANY_MEETING = frozenset({"professionals_meeting"})


def _of_one_name(found: Evidence, days: int) -> None:
    """The points of a meeting of one kind in both: the same on one day, or heard of later; not the second and the third."""
    first, second = found.first, found.second
    name = min(first.meetings & second.meetings)
    called = MEETING_WORDS.get(name, name)
    if days == 0 and (first.minuted or second.minuted) and not (first.second_hand and second.second_hand):
        found.add(MINUTES_OF_THE_DAY)
    elif days == 0:
        found.add(SAME_MEETING, f"Both tell of a {called} on {in_days(second.start)}.")
    elif second.second_hand:
        found.add(MEETING_AS_HEARD, f"Both tell of a {called}, one as heard from others.")
    if first.ordinals and second.ordinals and first.ordinals.isdisjoint(second.ordinals):
        found.add(OTHER_NUMBER)


def _another_meeting(first: Facts, second: Facts) -> float:
    """What speaks against one event where a meeting in one is another in the other, only announced, or not there."""
    if first.meetings & second.planned or first.planned & second.meetings:
        return ANNOUNCED
    if first.meetings & second.arranged or first.arranged & second.meetings:
        return ARRANGED
    if first.meetings or second.meetings:
        return OTHER_MEETING if first.meetings and second.meetings else MEETING_IN_ONE
    return GATHERING_IN_ONE if first.gathering != second.gathering else 0.0


OTHER_NUMBER, ANNOUNCED, ARRANGED = -8.0, -3.2, -1.2
A_MEETING, A_REVIEW = 1.5, 2.9
GATHERING_IN_ONE = -1.8
MINUTES_OF_THE_DAY = 0.5  # minutes are seldom sent round on the day of the meeting itself


def was_conveyed(found: Evidence, case: Case) -> bool:
    """Whether the ambulance was with somebody who came to the hospital soon afterwards."""
    first, second = found.first, found.second
    services = case.services.of_agency
    if "ambulance" in services.get(second.agency, ()) and first.start == second.start:
        first, second = second, first
    if "ambulance" not in services.get(first.agency, ()) or "hospital" not in services.get(second.agency, ()):
        return False
    if first.minute is None or second.minute is None or first.denied:
        return False
    later = second.minute - first.minute + 1440 * (second.start - first.start).days
    return SOONEST <= later <= LATEST


SOONEST, LATEST = 5, 240  # minutes from the call to the arrival in the department
CONVEYED = 2.0


def is_one_emergency(first: Facts, second: Facts) -> bool:
    """Who collapsed and who died, or what is grave in both and can hardly befall anybody twice on one day."""
    if first.kinds & LIFE and second.kinds & LIFE:
        return True
    return bool(
        first.kinds & (GRAVE | LIFE) and second.kinds & (GRAVE | LIFE) and (first.kinds | second.kinds) & (LIFE | {"head_injury"})
    )


def _events(found: Evidence, case: Case, kinds: frozenset[str]) -> None:
    """What seldom happens in a case and both tell of, in whatever words; the less, the more their words say by themselves."""
    rare = sorted(((case.kinds[kind], kind) for kind in kinds if kind in case.kinds), reverse=True)
    above = sum(max(rarity - COMMON_KIND, 0.0) * share for (rarity, _), share in zip(rare, (KIND, KIND / 2), strict=False))
    most = MOST_BY_KIND
    if lag(found.first, found.second) > LONG_AGO and not found.named and kinds.isdisjoint(SINGULAR | SUDDEN):
        most = MOST_BY_KIND * HALF  # what may happen any week, such as drugs, is another time of it
        above *= HALF
    points = min(above - LESS_BY_WORDS * max(found.by_words - FEW_WORDS, 0.0), most)
    if found.first.routine or found.second.routine:
        found.add(-1.0)
    elif points > 0 and (found.linked or kinds & TOGETHER):
        found.add(points if found.linked or kinds & LIFE else points / 2)


COMMON_KIND = 1.5
LONG_AGO, HALF = 3, 0.5  # days
KIND = 0.8
LESS_BY_WORDS, FEW_WORDS = 0.5, 2.0
MOST_BY_KIND = 3.5
