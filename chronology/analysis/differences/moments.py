"""The hour that two give for one moment of what happened: when last checked, put to bed, found."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.differences.telling_time import hours_apart, hours_said
from chronology.analysis.differences.when import ONE_MOMENT
from chronology.analysis.facts import Facts
from chronology.analysis.times import clock

# Hours stand in the text by their number: "found in the shed at @2@".
HOUR = r"(?:at |about |around |by |from |since |approx(?:imately)? |~|@ ?|,)*@(?P<hour>\d+)@"
MOMENTS = {
    name: re.compile(rf"\b(?:{words})\b(?: (?!not\b|until\b|no\b|then\b|and\b)[\w']+){{0,6}}?,? {HOUR}")
    for name, words in {
        "last checked or seen": r"(?:last|had) (?:checks?|checked|seen|saw|sighted|known|rounds?|observed|observation|contact|well)|checked(?: on)?|looked in|alive(?: and well)?",
        "put to bed": r"to bed|put down|settled|fell asleep|went to sleep|asleep by",
        "found": r"found(?! guilty)|discovered|woke(?: up)?",
        "giving it": r"(?:was |were )?(?:given|administered)|gave|dose(?: given)?",
        "arriving": r"(?:was |were )?brought in|presented(?: to (?:ed|a&e|hospital))?|arrived(?: at)?(?: hospital)?|at hospital|arrival",
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
    delivered collected fetched picked arrested arrest curfew home in indoors given administered gave dose brought handed driven arrived arrival hospital appointment seen presented""".split()
)


def by_clock(between: Between) -> Difference | None:
    """The hour that each gives for one moment in its words: when last checked, put to bed, found."""
    first, second = between.first, between.second
    if any(MOMENT_WORDS.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    hours_of_first, hours_of_second = _moments(first), _moments(second)
    for name, mine in hours_of_first.items():
        theirs = hours_of_second.get(name)
        if theirs and all(hours_apart(one, other) > ONE_MOMENT for one in mine for other in theirs):
            hours = f"{_shown(mine)} in {between.name(first)}, {_shown(theirs)} in {between.name(second)}"
            return between.told("time", f"The hour of {name}: {hours}.", 0.7)
    return None


def _shown(hours: set[frozenset[int]]) -> str:
    return " or ".join(clock(each) for each in sorted(min(hours, key=min)))


@once
def _moments(facts: Facts) -> dict[str, set[frozenset[int]]]:
    """The hours of each moment that a record tells of, each as the minutes of the day that it may mean."""
    said, words = _numbered(facts.words)
    found = {name: {said[int(match["hour"])] for match in sign.finditer(words)} for name, sign in MOMENTS.items()} if said else {}
    return {name: hours for name, hours in found.items() if hours}


def _numbered(words: str) -> tuple[list[frozenset[int]], str]:
    """The hours of a text, and the text with their numbers in their place."""
    said = hours_said(words)
    parts, last = [], 0
    for number, each in enumerate(said):
        parts.append(f"{words[last : each.start]} @{number}@")
        last = each.end
    return [each.minutes for each in said], " ".join("".join([*parts, words[last:]]).split())
