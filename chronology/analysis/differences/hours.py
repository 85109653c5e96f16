"""Hours that are told in words: "at about 6pm", "one o'clock", "five in the afternoon", "midnight"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says
from chronology.analysis.differences.when import CALLED_OUT
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock

NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
NUMBER = r"\d{1,2}|" + "|".join(NUMBERS)
HOUR = re.compile(
    rf"\b(?:(?P<half>half past |quarter past |quarter to )?(?P<hour>{NUMBER})(?:[.:](?P<minute>[0-5]\d))? ?(?:(?P<unit>am|pm)\b|o'?clock(?: (?:in the |at )?(?P<late>morning|afternoon|evening|night))?"
    rf"|(?:in the |at )(?P<part>morning|afternoon|evening|night))|(?P<half2>half past |quarter past |quarter to )(?P<hour2>{NUMBER})\b|(?P<name>midnight|midday|noon)\b)"
)
TOLD = re.compile(
    r"\b(?:happened|occurred|took place|taken place|it was|was (?:at |about )|rang|dialled|called|started|began|left|arrived|came|went|heard|screaming|shouting|noise|incident|seen|at the time|collected"
    r"|fell|attack\w*|assault\w*|argument|row|fight|evict\w*|born|died|found|woke)\b"
)
NOT_OF_IT = re.compile(
    r"\b(?:appointment|meeting|tomorrow|next|until|by (?=\d|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)|booked|due|before|after|curfew|bedtime|texted|messaged|usually|every|opens?|closes?|review|visit (?:at|on)|will|to be|should|since|till)\b"
)
AT_ALL = re.compile(
    r"\b(?:am|pm|o'?clock|midnight|midday|noon|half past|quarter (?:past|to)|(?:in the (?:morning|afternoon|evening)|at night))\b|\d(?:am|pm)\b"
)
PAST = {"": 0, "half past": 30, "quarter past": 15, "quarter to": -15}
NOON = 12
FAR = 120  # minutes from which on an hour that somebody tells is another
DAY = 24 * 60


def by_told_hour(between: Between) -> Difference | None:
    """What others told has it at one hour; who was there has another on the clock."""
    for told, was_there in between.either_way():
        at = was_there.minute
        if (
            at is None
            or not _was_at_it(between.case, was_there)
            or not says(AT_ALL, told)
            or not (told.news or told.minute is None)
        ):
            continue
        if told.start != was_there.start and not (was_there.start in told.meant or told.news):
            continue
        hours = _told_hours(told)
        if len(hours) == 1 and all(min(abs(at - each), DAY - abs(at - each)) >= FAR for each in hours[0]):
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
            found += [minutes(match) for match in HOUR.finditer(sentence)]
    return found


def minutes(match: re.Match[str]) -> frozenset[int]:
    """The minutes of the day that an hour in words may mean: of "one o'clock" both."""
    if match["name"]:
        return frozenset({0 if match["name"] == "midnight" else DAY // 2})
    written = match["hour"] or match["hour2"]
    hour = NUMBERS[written] if written in NUMBERS else int(written)
    past = int(match["minute"] or 0) + PAST[(match["half"] or match["half2"] or "").strip()]
    part = match["unit"] or match["late"] or match["part"]
    if hour > NOON:
        return frozenset({hour * 60 + past})
    morning, evening = (hour % 12) * 60 + past, (hour % 12 + 12) * 60 + past
    if part in {"am", "morning"}:
        return frozenset({morning})
    if part in {"pm", "afternoon", "evening"}:
        return frozenset({evening})
    return frozenset({morning, evening})
