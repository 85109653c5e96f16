"""How long one thing went on: a fit, a child left alone, somebody out cold, under water or kept waiting."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import Between, Difference, once, says
from chronology.analysis.differences.numerals import in_figures
from chronology.analysis.facts import Facts
from chronology.analysis.words import UNITS

NUMBERS = {word: float(n) for word, n in UNITS.items() if n}
NUMBERS |= {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "ninety": 90.0, "a": 1.0, "an": 1.0}
NUMBERS |= {"half a": 0.5, "half an": 0.5, "a couple of": 2.0, "quarter of an": 0.25, "three quarters of an": 0.75}
NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
MINUTES = {"second": 1 / 60, "sec": 1 / 60, "minute": 1.0, "min": 1.0, "hour": 60.0, "hr": 60.0, "day": 1440.0, "night": 1440.0}
LENGTH = re.compile(
    rf"(?<![\d./:-])(?<!every )(?<!\dx )\b(?P<many>\d{{1,3}}(?:\.5)?|{NUMBER})[ -]?(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?)\b(?P<half> and a half)?"
    r"(?! (?:old|ago|earlier|later|(?:before|after(?:wards)?)(?! (?:we|i|he|she|they|staff|being|anyone|help|that|which)\b)|away|early|late)\b)"
)
# What went on, by the words of the clause with its length.
MATTERS = {
    "the fit": r"fit|fits|fitted|fitting|seizures?|convuls\w+|jerking|absence seizure",
    "the time alone": r"(?:left|been|was|were|home|children|baby|kids|boys?|girls?) (?:\w+ )?(?:alone|unattended|unsupervised|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves))",
    "being out cold": r"unconscious|unresponsive|knocked out|out cold|loc\b|loss of consciousness|passed out|blacked out",
    "being under water": r"under ?water|submerged|submersion|under the water",
    "being gone": r"(?:missing|gone|disappeared|absconded|whereabouts unknown) (?:for|about|some|only|just|nearly|over)",
    "the crying": r"(?:crying|cried|screaming|screamed) for",
    "the restraint": r"restrain\w+|held (?:him|her|down)",
}
SIGNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in MATTERS.items()}
ANY = re.compile("|".join(f"(?:{sign.pattern})" for sign in SIGNS.values()))
# What was so at another time, is for then or against it, or is how long they waited for it.
OF_ANOTHER = re.compile(
    r"\b(?:last (?:one|fit|seizure|time|week|month)|previous\w*|usual\w*|normally|if|when(?:ever)? (?:a|she|he) (?:has|have)|over \d|more than|longer than|after \d|call 999|every|previously|history|used to|in the past|no longer than)\b"
)
CLAUSE = re.compile(r"[.;:](?=\s|$)")
PLACE = re.compile(r"\b(?:home(?! alone)|school|nursery|college|hospital|respite|custody|street|park)\b")
FAR = 2.5  # times as long


def by_length(between: Between) -> Difference | None:
    """How long one thing went on, by the one more than twice as long as by the other."""
    mine, theirs = _lengths(between.first), _lengths(between.second)
    if between.first.start != between.second.start and not (between.first.news or between.second.news):
        return None
    for what in sorted(mine.keys() & theirs.keys()):
        here, there = mine[what], theirs[what]
        if all(_differ(one, other) for one in here for other in there):
            told = f"{_shown(min(here))} in {between.name(between.first)}, {_shown(min(there))} in {between.name(between.second)}"
            return between.told("number", f"How long {what} lasted: {told}.", 0.65)
    return None


class Length(NamedTuple):
    """So many minutes, and where it was, if that is said."""

    minutes: float
    place: str


def _differ(one: Length, other: Length) -> bool:
    """Whether they are far apart, and not of a fit at home and of one at school."""
    elsewhere = one.place and other.place and one.place != other.place
    least, most = sorted((one.minutes, other.minutes))
    return not elsewhere and most >= FAR * least


def _shown(length: Length) -> str:
    minutes = length.minutes
    return f"{minutes * 60:.0f} seconds" if minutes < 1 else f"{minutes:g} minutes"


@once
def _lengths(facts: Facts) -> dict[str, set[Length]]:
    """For each thing that goes on, how long it lasted."""
    found: dict[str, set[Length]] = {}
    if not says(ANY, facts):
        return found
    for clause in CLAUSE.split(in_figures(facts)):
        place = PLACE.search(clause)
        lengths = {Length(_minutes(match), place[0] if place else "") for match in LENGTH.finditer(clause)}
        if not lengths or OF_ANOTHER.search(clause):
            continue
        for name, sign in SIGNS.items():
            if sign.search(clause):
                found.setdefault(name, set()).update(lengths)
    return found


def _minutes(match: re.Match[str]) -> float:
    many = NUMBERS.get(match["many"]) or float(match["many"])
    unit = match["unit"].removesuffix("s")
    return (many + (0.5 if match["half"] else 0)) * MINUTES[unit]
