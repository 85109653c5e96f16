"""When: other days and other hours of one thing."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says
from chronology.analysis.differences.telling_time import hours_said
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock, in_days, minutes_apart
from chronology.analysis.vocabulary.hearing import opens_with_news


def by_date(between: Between) -> Difference | None:
    """Different days for something at which both were, or which both place at the same minute.

    Where the one means the other's day, or both mean one and the same, the days of the entries are those of hearing.
    """
    first, second = between.first, between.second
    days = abs((second.start - first.start).days)
    if not 0 < days <= between.thresholds.present_days or not (first.is_day and second.is_day):
        return None
    if first.start in second.meant or second.start in first.meant or first.meant & second.meant:
        return None
    dates = f"{between.name(first)} gives {in_days(first.start)}, {between.name(second)} {in_days(second.start)}"
    # Two who write at one hour of two days did two things, unless either was there with others or names the other, or both met.
    named = second.agency in first.mentions or first.agency in second.mentions
    with_others = named or _together(first) or _together(second) or first.meetings & second.meetings
    if with_others and first.minute is not None and first.minute == second.minute and _of_one_thing(first, second):
        return between.told("date", f"{dates}, both at {clock(first.minute)}.", 0.85)
    if (
        first.hour is not None
        and first.hour == second.hour
        and _together(first)
        and _together(second)
        and _of_one_thing(first, second)
    ):
        return between.told("date", f"{dates}, both at about {clock(first.hour)}.", 0.75)
    why = _why_on_one_day(first, second)
    return between.told("date", f"{dates}, {why}.", 0.7) if why else None


def _why_on_one_day(first: Facts, second: Facts) -> str:
    """Why two records of different days must be of one: by both of them, both were there."""
    if any(each.second_hand or opens_with_news(each.words) for each in (first, second)):
        return ""
    if first.meetings & second.meetings and first.attended and second.attended:
        return "for something at which both were"
    joint = _together(first) and _together(second) and _of_one_thing(first, second)
    return "for something that both did together" if joint else ""


def _together(facts: Facts) -> bool:
    return (facts.joint or says(WITH_ME, facts)) and not says(FELL_THROUGH, facts)


# Nobody was together at what fell through.
FELL_THROUGH = re.compile(
    r"\b(?:cancelled|postponed|called off|put off|rescheduled|rearranged|re-arranged|abandoned|stood down|did not (?:attend|go ahead|take place)|dna|dnad|not brought|wnb)\b"
)


WITH_ME = re.compile(
    r"\b(?:came|went|visited|attended|there|along|drove|called|travelled) (?:along |out |there |round )?with (?:me|us)\b|\b(?:joined|accompanied|met) (?:me|us)\b|\b[a-z'-]+ and i (?:visited|went|called|saw|attended|met|inspected|did|walked|drove|made)\b"
    r"|\b(?:with me|beside me|alongside me|in tow|the two of us|the pair of us|both of us|we both|between us|side by side|in company)\b"
)


def _of_one_thing(first: Facts, second: Facts) -> bool:
    """Whether more than the hour is the same: a kind of event, a meeting, or two words that are nobody's name."""
    if first.kinds & second.kinds or first.meetings & second.meetings:
        return True
    return len(first.features.intersection(second.tokens)) > 1


def by_time(between: Between) -> Difference | None:
    """Exact times of one day that lie further apart than a call and its answer, of two who were at one moment of one thing."""
    case, first, second = between.case, between.first, between.second
    one, other = first.minute, second.minute
    if one is None or other is None or first.start != second.start:
        return None
    apart = minutes_apart(one, other)
    if apart < between.thresholds.time_minutes or _tells_the_hour_of(first, second) or _tells_the_hour_of(second, first):
        return None
    if bool(says(AFTERWARDS, first)) != bool(says(AFTERWARDS, second)):
        return None
    if not (_both_were_called(case, first, second) or _both_were_at_it(case, first, second)):
        return None
    hours = f"{between.name(first)} has it at {clock(one)}, {between.name(second)} at {clock(other)}"
    return between.told("time", f"{hours}: {apart} minutes apart.", 0.75)


def _both_were_called(case: Case, first: Facts, second: Facts) -> bool:
    """Whether both were called out, and neither by an agency that does not come when called: that rang when it was over."""
    afterwards = any(each.second_hand and each.from_whom - CALLED_OUT for each in (first, second))
    return _all_called_out(case, first, second) and not afterwards


def _both_were_at_it(case: Case, first: Facts, second: Facts) -> bool:
    """Whether both were at a meeting or somewhere together, tell it in one wording, or the one saw what the other was called to.

    An entry of any other kind bears the hour of hearing of it, of a later step or of writing it up.
    """
    if any(each.second_hand or says(HAS_DONE, each) for each in (first, second)):
        return False
    if not _runs_of_words(first).isdisjoint(_runs_of_words(second)):
        return True
    if first.news or second.news:
        return False
    if first.meetings & second.meetings:
        return first.attended and second.attended
    if _together(first) and _together(second):
        return _of_one_thing(first, second)
    called = [_all_called_out(case, each) for each in (first, second)]
    return any(called) and bool(first.kinds & second.kinds & CALLED_AT_ONCE) and (says(WATCHED, first) or says(WATCHED, second))


@once
def _runs_of_words(facts: Facts) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", facts.words)
    return {tuple(words[at : at + ONE_WORDING]) for at in range(len(words) - ONE_WORDING + 1)}


ONE_WORDING = 6  # words on end that two who tell of two things hardly have in common


def _all_called_out(case: Case, *both: Facts) -> bool:
    return all(case.services.of_agency.get(each.agency, frozenset()) & CALLED_OUT for each in both)


# What is reported while it goes on; a fall or an illness may have been waited out for hours.
CALLED_AT_ONCE = frozenset({"incident", "weapon", "fire"})
WATCHED = re.compile(
    r"\b(?:seen|witnessed|watched|observed) by\b(?! (?:pcs?|dcs?|ds|sgt|wpc|officers?|police|crew|paramedics?|dr|doctors?|nurses?|sw)\b)|\b(?:i|we) (?:saw|watched|witnessed|heard)\b"
)
CALLED_OUT = frozenset({"police", "ambulance", "fire"})


def _tells_the_hour_of(facts: Facts, other: Facts) -> bool:
    """Whether a record that begins at another hour also tells of that of the other: "taken in at 10"."""
    return any(minutes_apart(told, other.minute or 0) <= ONE_MOMENT for told in _all_hours(facts))


@once
def _all_hours(facts: Facts) -> set[int]:
    found = set()
    for match in ANY_HOUR.finditer(facts.words):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        found |= {hour * 60 + minute, (hour + NOON) % 24 * 60 + minute} if hour <= NOON else {hour * 60 + minute}
    return found.union(*(each.minutes for each in hours_said(facts.words)))


ANY_HOUR = re.compile(
    r"\bat (?:about |around )?(2[0-3]|1?\d)(?:[.:]([0-5]\d))?\b(?! ?(?:weeks|months|years|days|mg|ml|\w+ (?:road|street)|/))|(?<!\bp[cs] )(?<!\bd[cs] )(?<!\bpcso )(?<!\bno )(?<!\bnumber )\b([01]\d|2[0-3])[.:]?([0-5]\d)(?:hrs|h)?\b"
)
NOON = 12


HOSPITAL = frozenset({"hospital", "maternity"})
AFTERWARDS = re.compile(
    r"\b(?:early hours|overnight|last night|(?:half|all|most of|up in|during|through|in|through) the night|up all night|earlier|yesterday|reported missing by|edt|assess(?:ed|ment)|reviewed on|on (?:the )?(?:\w+ )?ward|ward round|crisis team|follow[- ]up|debrief|sud[ic]c?|sudden (?:infant |unexpected |unexplained )?death|scene (?:[\w ]{0,25} )?(?:guard|log|held|secured|preserved|exam\w+)|pronounced|death of|post[- ]?mortem|rapid response|passed away)\b"
)

# What is told as done tells no hour of the doing: "has had her baby", "have been evicted".
HAS_DONE = re.compile(
    r"^(?:[\w'-]+ ){1,4}(?:has|have|'s) (?!just\b|this\b|no\b|not\b|an?\b)(?:now |already |finally |safely )*(?:had|given|been|got|gone|left|moved|died|passed|delivered|taken|arrived|come|told|\w{3,}ed)\b"
)
ONE_MOMENT = 30  # minutes within which two tell of one moment
REPORTED = re.compile(
    r"\b(?:reported|reports?) (?:\w+ ){0,4}?to\b|\b(?:police|edt|mash|social worker|social care|999|ambulance|hospital|school|duty) (?:were |was )?(?:called|rung|informed|told|contacted|notified|alerted|phoned)"
    r"|\b(?:rang|called|phoned|telephoned|informed|notified|contacted|told|alerted) (?:the )?(?:police|edt|mash|social worker|social care|ambulance|999|101|hospital|school|duty)\b"
)
FIRST_REPORTED = re.compile(
    r"\bfirst (?:report|call|notification|contact|notice|informed|told|reported|notified|heard|known)\b|\bnot (?:reported|told|informed|notified|called|rung) (?:\w+ )?until\b"
    r"|\b(?:late|delayed) (?:report\w*|notification|call)\b|\bdelay (?:in|queried|of)\b|\bonly (?:reported|told|called|informed|rung|notified)\b|\bwhy (?:not|so late|the delay)\b"
)


def by_report(between: Between) -> Difference | None:
    """When it was reported: the one has it done, and the other has the first report an hour or more later."""
    for told, late in between.either_way():
        if told.minute is None or late.minute is None or not says(REPORTED, told) or not says(FIRST_REPORTED, late):
            continue
        services = between.case.services
        if not services.mentioned(told.services, told.people, late.agency):
            continue
        apart = (late.start - told.start).days * 1440 + late.minute - told.minute
        if between.thresholds.time_minutes <= apart <= MOST_LATE:
            hours = f"at {clock(told.minute)}, {between.name(late)} the first report at {clock(late.minute)}"
            return between.told("time", f"{between.name(told)} has it reported {hours}.", 0.7)
    return None


MOST_LATE = 2 * 1440
