"""The hour that two give for one moment of what happened: when last checked, put to bed, found."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says, words_in
from chronology.analysis.differences.hours import DAY, NUMBERS
from chronology.analysis.differences.when import ONE_MOMENT
from chronology.analysis.facts import Facts
from chronology.analysis.times import clock, minutes_apart

CLOCK = r"(?:at |about |around |by |from |since |approx(?:imately)? |~|@|,)*(?P<hour>[01]?\d|2[0-3])(?P<sign>[.:]?)(?P<minute>[0-5]\d) ?(?P<unit>hrs?\b|hours\b|am\b|pm\b)?(?!\d|[.:/-]\d| ?mg|\w)"
WHOLE_HOUR = r"(?:at |about |around |by |from |since |approx(?:imately)? |~|@|,)*(?P<hour>1[0-2]|[1-9]) ?(?P<unit>am|pm)\b"
MOMENTS = {
    name: tuple(
        re.compile(rf"\b(?:{words})\b(?: (?!not\b|until\b|no\b|then\b|and\b)[\w']+){{0,4}}?,? {hour}")
        for hour in (CLOCK, WHOLE_HOUR)
    )
    for name, words in {
        "last checked or seen": r"(?:last|had) (?:checks?|checked|seen|saw|sighted|known|rounds?|observed|observation|contact|well)|checked(?: on)?|looked in|alive(?: and well)?",
        "put to bed": r"to bed|put down|settled|fell asleep|went to sleep|asleep by",
        "found": r"found(?! guilty)|discovered|woke(?: up)?",
        "giving it": r"(?:was |were )?(?:given|administered)|gave|dose(?: given)?",
        "arriving": r"arrived(?: at)?(?: hospital)?|at hospital|arrival",
        "the appointment": r"appointment(?: was)?(?: at| for)?|seen(?: at)?",
        "fed": r"last (?:fed|feed|bottle)|fed",
        "happening": r"happened|collapsed?|occurred|took place|fell|the fall|the incident|the assault|was (?:hit|struck|assaulted|bitten|burnt|scalded)",
        "going": r"left(?: (?:home|school|college|nursery|work|hospital|the (?:house|flat|unit|school|building|placement|ward)))?|went out|walked out|absconded|ran off|last at school",
        "coming back": r"returned(?: home)?|came (?:back|home)|got (?:back|home)|back in|(?<!not )(?:brought|handed|delivered|driven)(?: (?:her|him|them|back|home))* (?:home|back|over|to (?:the |her |his |their )?(?:door|(?:foster )?carers?|placement|home|unit|house|flat|parents?|mother|father|mum|dad|nan|gran|grandmother|family))",
        "fetching": r"(?:collected|fetched|picked up|picked (?:him|her|them) up)(?: from (?:school|nursery|college|hospital|the (?:unit|ward|station|centre)))?",
        "the arrest": r"(?:was |were |been )?arrested|arrest",
        "the curfew": r"curfew(?: (?:is|of|starts?|begins?))?|(?:home|in|indoors|back in) (?=by (?:\d|half|ten|nine|eight|seven|six|eleven))",
        "dying": r"pronounced|time of death|life extinct|role|died|death confirmed|certified",
        "the birth": r"born|delivered",
    }.items()
}
MOMENT_WORDS = frozenset(
    """last checked looked alive bed down settled asleep sleep found discovered woke fed feed happened collapse collapsed occurred place fell fall incident assault hit
    struck assaulted bitten burnt scalded left out absconded off returned came got back pronounced death extinct role died certified born
    delivered collected fetched picked arrested arrest curfew home in indoors given administered gave dose brought handed driven arrived arrival hospital appointment seen""".split()
)


def by_clock(between: Between) -> Difference | None:
    """The hour that each gives for one moment in its words: when last checked, put to bed, found."""
    first, second = between.first, between.second
    if not all(says(CLOCK_AT_ALL, each) or says(IN_WORDS, each) for each in (first, second)):
        return None
    if any(MOMENT_WORDS.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    hours_of_first, hours_of_second = _moments(first), _moments(second)
    for name, mine in hours_of_first.items():
        theirs = hours_of_second.get(name)
        if theirs and all(ONE_MOMENT < minutes_apart(one, other) < DAY - ONE_MOMENT for one in mine for other in theirs):
            hours = f"{clock(min(mine))} in {between.name(first)}, {clock(min(theirs))} in {between.name(second)}"
            return between.told("time", f"The hour of {name}: {hours}.", 0.7)
    return None


CLOCK_AT_ALL = re.compile(r"\b\d{1,2}[.:]?[0-5]\d(?:[ap]m|hrs?)?\b|\b\d{1,2} ?[ap]m\b")


# "Ten past two in the morning", "half past five in the evening", "three in the morning", "midnight".
HOURS = "|".join(NUMBERS)
PAST_OR_TO = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty five": 25, "twenty-five": 25, "half": 30}
IN_WORDS = re.compile(
    rf"\b(?:(?P<past>{'|'.join(sorted(PAST_OR_TO, key=len, reverse=True))})(?: minutes)? (?P<way>past|to) )?(?P<hour>{HOURS}|1[0-2]|[1-9])(?: o'clock)?"
    r" (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b|\b(?P<name>midnight|midday|noon)\b"
)


def in_figures(words: str) -> str:
    """The hours in words as figures of the clock."""
    return IN_WORDS.sub(_as_clock, words)


def _as_clock(match: re.Match[str]) -> str:
    if match["name"]:
        return "00:00" if match["name"] == "midnight" else "12:00"
    hour = (NUMBERS.get(match["hour"]) or int(match["hour"])) % 12
    late = match["part"] in {"afternoon", "evening"} or (match["night"] and hour > EARLY)
    past = PAST_OR_TO[match["past"]] if match["past"] else 0
    minutes = (hour + 12 * bool(late)) * 60 + (past if match["way"] != "to" else -past)
    return clock(minutes % DAY)


EARLY = 5  # "one at night" is early, "nine at night" late


@once
def _moments(facts: Facts) -> dict[str, set[int]]:
    """The hours of each moment that a record tells of."""
    return {name: hours for name, signs in MOMENTS.items() if (hours := _clocks(signs, facts))}


def _clocks(signs: tuple[re.Pattern[str], ...], facts: Facts) -> set[int]:
    found = set()
    exact, whole = signs
    words = in_figures(facts.words)
    for match in exact.finditer(words):
        hour, bare = int(match["hour"]), not match["sign"] and not match["unit"]
        if bare and (len(match["hour"]) < 2 or match["hour"] in {"19", "20"}):
            continue
        hour += 12 if match["unit"] == "pm" and hour < 12 else 0
        found.add(hour * 60 + int(match["minute"]))
    for match in whole.finditer(words):
        found.add((int(match["hour"]) % 12 + (12 if match["unit"] == "pm" else 0)) * 60)
    return found
