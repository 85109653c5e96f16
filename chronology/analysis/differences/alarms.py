"""When the alarm was raised: the hour at which somebody rang 999 or the police, by those who were rung and by those who were told."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import Between, Difference, once_in_case, says, words_in
from chronology.analysis.differences.telling_time import hours_apart, hours_said
from chronology.analysis.differences.when import CALLED_OUT
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock

RANG = r"(?:rang|rung|ring(?:s|ing)?|phoned|phones|phoning|telephoned|called|calls|calling|dialled|dials|dialling|alerted|contacted|summoned|made (?:an? |the |her |his |their )?(?:\w+ )?(?:call|report) to)"
WHOM = r"(?P<whom{}>999|112|101|police|officers|ambulance|paramedics|fire (?:service|brigade)|them)"
# Somebody rang them; they were rung; a call to them; the call as they took it.
RUNG = re.compile(
    rf"\b{RANG}(?: (?:for|the|an?|straight|out|immediately|up|in|(?:police|ambulance|fire service|fire brigade) and))* {WHOM.format(1)}\b(?! (?:back|again|contact)\b)"
    rf"|\b{WHOM.format(2)} (?:were|was|had been|have been|being)(?: (?:first|then|only))? (?:rung|phoned|telephoned|called|dialled|alerted|contacted|summoned|informed)\b"
    rf"|\b{WHOM.format(3)} call(?:s|ed)?\b|\bcalls? (?:to|into) (?:the )?{WHOM.format(4)}\b"
    rf"|\bcalls?\b[^.;]{{0,30}}? (?:taken|received|logged|recorded|made)\b[^.;]{{0,12}}?\b{WHOM.format(5)}\b"
    r"|\b(?:her|his|their|the|[a-z]+'s) (?:\w+ )?call (?:was |had been |came )(?:made|taken|received|logged|in)\b"
    rf"|\breported (?:it |this |him |her |them |[\w'-]+ )?(?:as )?(?:missing )?to (?:the )?{WHOM.format(6)}\b"
)
RUNG_WORDS = frozenset("999 112 101 police officers ambulance paramedics them".split())
# A call that was not made, or not yet; and the second one, or one that rings back.
NOT_YET = re.compile(
    r"\b(?:not|never|nobody|no one|nor|without|would|should|will|if|to|second|another|further|later|previous|earlier|instead of)(?: \w+)? $"
)
AGAIN = re.compile(r"^(?: \w+)? (?:again|back|a (?:second|third) time|once more|names?)\b")
# Since, until or before that hour something else was so.
OF_SOMETHING_ELSE = re.compile(
    r"\b(?:since|until|till|from|before|after|gone|missing|out|back|due|curfew|left|last seen)(?: \w+)? ?$"
)
TAKEN = re.compile(r"\bcall(?:s|er)?\b|\b999\b|\breport(?:s|ed)?\b")
HEARD = re.compile(
    r"\bcall(?: was)?(?: \w+){0,2}? (?:taken|received|logged|recorded|came in|made|at)\b|^(?:call|received|incident reported|logged|time of call)\b|\bmissing (?:person )?report\b|\breport(?:ed)? (?:as )?missing\b"
)
DAYS_TILL_HEARD = 7
NEAR, NEAR_THE_CALL = 70, 20  # letters between the ringing, or the call, and its hour
STOP = re.compile(r"[.;](?=\s|$)")


class Alarm(NamedTuple):
    """The minutes of the day that an hour may mean at which they were rung, and which services that may have been."""

    minutes: frozenset[int]
    whom: frozenset[str]
    taken: bool


def by_call(between: Between) -> Difference | None:
    """Rung at one hour by the one, and at one an hour or more from it by the other."""
    first, second = between.first, between.second
    if abs((second.start - first.start).days) > DAYS_TILL_HEARD:
        return None
    mine, theirs = _alarms(between.case, first), _alarms(between.case, second)
    pairs = [(one, other) for one in mine for other in theirs if one.whom & other.whom and not (one.taken and other.taken)]
    least = between.thresholds.time_minutes
    if not pairs or any(hours_apart(one.minutes, other.minutes) < least for one, other in pairs):
        return None
    one, other = pairs[0]
    return between.told(
        "time", f"{between.name(first)} has the call at {_shown(one)}, {between.name(second)} at {_shown(other)}.", 0.7
    )


def _shown(alarm: Alarm) -> str:
    return " or ".join(clock(each) for each in sorted(alarm.minutes))


@once_in_case
def _alarms(case: Case, facts: Facts) -> tuple[Alarm, ...]:
    """The hours at which by a record somebody rang for help; of those who came when called, their own too."""
    called_out = case.services.of_agency.get(facts.agency, frozenset()) & CALLED_OUT
    found = [] if RUNG_WORDS.isdisjoint(words_in(facts.words)) and not called_out else _told(case, facts)
    if (
        called_out
        and not found
        and (not facts.second_hand or says(HEARD, facts))
        and facts.minute is not None
        and says(TAKEN, facts)
    ):
        found.append(Alarm(frozenset({facts.minute}), called_out, taken=True))
    return tuple(found)


def _told(case: Case, facts: Facts) -> list[Alarm]:
    """The hours that stand beside a call for help, each the nearest to it."""
    found = []
    own = case.services.of_agency.get(facts.agency, frozenset()) & CALLED_OUT
    for sentence in facts.sentences_in_full:
        hours = [each for each in hours_said(sentence) if not OF_SOMETHING_ELSE.search(sentence[: each.start])]
        signs = [*RUNG.finditer(sentence)] or ([*HEARD.finditer(sentence)] if own else [])
        for sign in signs if hours else ():
            nearest = min(hours, key=lambda each: max(each.start - sign.end(), sign.start() - each.end))
            between = sentence[min(nearest.end, sign.end()) : max(nearest.start, sign.start())]
            said = not NOT_YET.search(sentence[: sign.start()]) and not AGAIN.search(sentence[sign.end() :])
            whom = _whom(facts, sign) if sign.re is RUNG else own
            far = NEAR if sign.re is not RUNG or not (sign["whom3"] or sign["whom4"]) else NEAR_THE_CALL
            if said and whom and len(between) <= far and not STOP.search(between):
                found.append(Alarm(nearest.minutes, whom, taken=bool(own & whom)))
    return found


def _whom(facts: Facts, sign: re.Match[str]) -> frozenset[str]:
    """Which of those who come when called were rung."""
    word = next((word for word in sign.groups() if word), "them")
    if word in {"999", "112"}:
        return CALLED_OUT
    if word == "them":
        return facts.services & CALLED_OUT
    return frozenset({AMONG_THEM.get(word.split()[0], "police")})


AMONG_THEM = {"ambulance": "ambulance", "paramedics": "ambulance", "fire": "fire"}
