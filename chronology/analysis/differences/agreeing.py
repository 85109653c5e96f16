"""When two figures of one thing agree although they are not the same: rounded, about so much, one end of a range, all of it together."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, says
from chronology.analysis.differences.sums import of_two_sums
from chronology.analysis.facts import Facts

ROUNDED = 0.05  # share by which figures may differ of which the one rounds the other
HEDGED = 0.2  # and where it is called about so much
WHOLE = 100
OTHER_SCALES = 0.02  # by how much two scales may differ
# What somebody tells of himself that he drinks or smokes, to each another figure.
TAKEN = frozenset("cans units pints glasses cigarettes spliffs".split())
BURNT, GUESSED = re.compile(r"\b(?:burn\w*|scald\w*|tbsa)\b"), 3  # how much of the skin, as it seems to each
PREGNANT, A_WEEK, ROUNDED_WEEKS = "weeks of pregnancy", 7, 1
IN_FULL = frozenset({"kg", "per cent"})
DEGREE = 2


def agree(between: Between, unit: str, mine: set[float], theirs: set[float]) -> bool:
    """Whether the figures that two records have of one thing may be of the same."""
    pairs = [(here, there) for here in mine for there in theirs]
    if unit == PREGNANT:  # each counts to its own day, and one may tell of it later
        weeks = abs((between.second.start - between.first.start).days) / A_WEEK + ROUNDED_WEEKS
        return any(abs(here - there) <= weeks for here, there in pairs)
    burnt = unit == "per cent" and (says(BURNT, between.first) or says(BURNT, between.second))
    if burnt and any(max(pair) <= GUESSED * min(pair) for pair in pairs):
        return True
    return (
        any(_is_one(unit, *pair) for pair in pairs)
        or (unit.startswith("£") and of_two_sums(between.first, between.second))
        or (around_about(between) and any(about_one(*pair, HEDGED) for pair in pairs))
        or _hedged(between.first, theirs)
        or _hedged(between.second, mine)
        or _together(between, mine, theirs)
        or _together(between, theirs, mine)
    )


def _is_one(unit: str, here: float, there: float) -> bool:
    """Whether two figures of a unit may be one: what scales, rounding and those who tell it of themselves make of it."""
    if unit.startswith("£"):
        return about_one(here, there)
    if unit in TAKEN or unit.startswith("a "):
        return is_of_degree(here, there)
    if unit == "per cent" and abs(here + there - WHOLE) < 1:
        return True  # attendance of the one, absence of the other
    return unit in IN_FULL and (rounded(here, there) or (unit == "kg" and about_one(here, there, OTHER_SCALES)))


def _together(between: Between, parts: set[float], whole: set[float]) -> bool:
    """Whether the one has what the other has in parts: £80, and £60 for food and £20 for the meter."""
    within = HEDGED if around_about(between) else 0.0
    return len(parts) > 1 and any(about_one(sum(parts), each, within) for each in whole)


def rounded(here: float, there: float) -> bool:
    """Whether one measure is the other with fewer figures: 7.21 kg and 7.2, 84.3 per cent and 84."""
    return any(here == round(there, digits) or there == round(here, digits) for digits in (0, 1))


def is_of_degree(here: float, there: float) -> bool:
    """Whether two who looked at one mark, or waited, may have taken it for so long and for so long."""
    return max(here, there) <= DEGREE * min(here, there)


def _hedged(facts: Facts, figures: set[float]) -> bool:
    """Whether a record gives a range in which the other's figure lies: "40 to 70 units"."""
    ranges = [(float(match[1]), float(match[2])) for match in RANGE.finditer(facts.words)]
    return any(low <= figure <= high for low, high in ranges for figure in figures)


RANGE = re.compile(r"(?<![\d./])(\d{1,4}) ?(?:to|-|or) ?(\d{1,4})(?![\d./])")


def around_about(between: Between) -> bool:
    """Whether either gives a figure only as about so much."""
    return says(ABOUT, between.first) or says(ABOUT, between.second)


NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
ABOUT = re.compile(
    rf"\b(?:some|about|around|approx\w*|roughly|nearly|almost|over|under|just (?:over|under)|c\.) ?(?:£ ?)?(?:\d|(?:{NUMBERS})\b)"
)


def about_one(here: float, there: float, within: float = ROUNDED) -> bool:
    """Whether one sum is the other as somebody rounds it: "over £1,200" and £1,240."""
    return abs(here - there) <= within * max(here, there)
