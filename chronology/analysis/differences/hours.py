"""The hour of what happened, as others were told of it, and the clock of those who were there."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says
from chronology.analysis.differences.telling_time import hours_apart, hours_said
from chronology.analysis.differences.when import CALLED_AT_ONCE, CALLED_OUT
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock

TOLD = re.compile(
    r"\b(?:happened|occurred|took place|taken place|it was|was (?:at |about )|rang|dialled|called|heard|screaming|shouting|noise|incident|at the time"
    r"|fell|attack\w*|assault\w*|fight|evict\w*|born|died|woke)\b"
)
NOT_OF_IT = re.compile(
    r"\b(?:appointment|meeting|tomorrow|next|until|by (?=\d|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)|booked|due|before|after|curfew|bedtime|texted|messaged|usually|every|opens?|closes?|review|visit (?:at|on)|will|to be|should|since|till|again|found|located|back|home by|returned|discharged|released|arrested|began|started|begun)\b"
)
CALLED = re.compile(r"\b(?:rang|dialled|called|phoned|heard|screaming|shouting|noise)\b")
FAR = 120  # minutes from which on an hour that somebody tells is another


def by_told_hour(between: Between) -> Difference | None:
    """What others told has it at one hour; who was there has another on the clock."""
    for told, was_there in between.either_way():
        at = was_there.minute
        if at is None or not _was_at_it(between.case, was_there) or not (told.news or told.minute is None):
            continue
        if told.start != was_there.start and not (was_there.start in told.meant or told.news):
            continue
        hours = _told_hours(told)
        if not says(CALLED, told) and not told.kinds & was_there.kinds & CALLED_AT_ONCE:
            continue  # who fell or fell ill may have waited for hours
        if len(hours) == 1 and hours_apart(frozenset({at}), hours[0]) >= FAR:
            return between.told(
                "time",
                f"{between.name(was_there)} has it at {clock(at)}, {between.name(told)} was told of {clock(min(hours[0]))}.",
                0.6,
            )
    return None


def _was_at_it(case: Case, facts: Facts) -> bool:
    """Whether an agency was there itself: called out, or not told by others and on a visit."""
    if facts.second_hand:
        return False
    called_out = case.services.of_agency.get(facts.agency, frozenset()) & CALLED_OUT
    return bool(called_out) or (not facts.news and (facts.joint or not facts.kinds.isdisjoint(VISITS)))


VISITS = frozenset({"visit", "joint_visit"})


@once
def _told_hours(facts: Facts) -> list[frozenset[int]]:
    """The hours in sentences that tell when something happened; each as the minutes of the day it may mean."""
    found: list[frozenset[int]] = []
    for sentence in facts.sentences_in_full:
        if TOLD.search(sentence) and not NOT_OF_IT.search(sentence):
            found += [each.minutes for each in hours_said(sentence)]
    return found
