"""Hours and weeks, lengths, doses, the terms of a sentence: other figures beside the same words."""

from __future__ import annotations

import re

from chronology.analysis.differences.agreeing import HEDGED, about_one, around_about, is_of_degree
from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.differences.counting import COUNTS
from chronology.analysis.differences.medicines import is_several, of_one_dose, of_two_medicines
from chronology.analysis.differences.numerals import in_figures
from chronology.analysis.differences.sums import MANY, count
from chronology.analysis.facts import Facts
from chronology.analysis.words import informative

AMOUNT = re.compile(
    r"(?<![\w./:£-])(?<!\bin )(?<!\bwithin )(?<!\bevery )(?<!\bnext )(?<!\blast )(?<!\bpast )(?<!\breview )(?<!ty )(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|ninety)[ -]?"
    r"(minutes?|mins?|hours?|hrs?|weeks?|months?|days?|years?|cm|mm|g|grams?|ml|mls|mg|litres?|lb|lbs|oz|miles|mph)\b(?! (?:old|ago|earlier|later|previously|time|away))"
)
WITHOUT_CONTEXT = frozenset({"months of a sentence", "weeks of a sentence", "oz", "g", "gram", "ml", "mg", "litre"})
SAME_UNIT = {"hr": "hour", "min": "minute", "mls": "ml", "gram": "g", "lbs": "lb", "ml": "ml", "g": "g", "mg": "mg"}
SHARED = 2  # words around both figures by which they are of one thing
AROUND = 5  # words on each side in which what is measured must be named


def by_amount(between: Between) -> Difference | None:
    """Hours, weeks, grams: other figures beside the same words."""
    mine, theirs = amounts(between.first), amounts(between.second)
    for unit in sorted(mine.keys() & theirs.keys()):
        here, there = mine[unit], theirs[unit]
        if unit in {"mg", "ml"} and (
            of_one_dose(between)
            or of_two_medicines(between, unit)
            or is_several(between, {value for value, _ in here}, {value for value, _ in there})
        ):
            continue
        if not {value for value, _ in here}.isdisjoint(value for value, _ in there):
            continue
        for value, around in here:
            for other, beside in there:
                if _of_one_thing(unit, around & beside) and not _agrees(between, unit, value, other):
                    name, another = between.name(between.first), between.name(between.second)
                    return between.told("number", f"{name} has {value:g} {unit}, {another} {other:g} {unit}.", 0.65)
    return None


# What two who looked on give as it seemed to them.
ESTIMATED = frozenset({"cm", "mm", "minute"})


def _agrees(between: Between, unit: str, here: float, there: float) -> bool:
    return (around_about(between) and about_one(here, there, HEDGED)) or (unit in ESTIMATED and is_of_degree(here, there))


def _of_one_thing(unit: str, around: frozenset[str]) -> bool:
    """Whether two figures have words around them by which they are of one thing; a phrase is as many as it is made of."""
    return unit in WITHOUT_CONTEXT or sum(1 + word.strip("_").count("_") for word in around) >= SHARED


@once
def amounts(facts: Facts) -> dict[str, list[tuple[float, frozenset[str]]]]:
    """For each unit the figures, with the words around them."""
    found: dict[str, list[tuple[float, frozenset[str]]]] = {}
    terms = _terms(facts.words)
    if len(terms) == 1:
        found["months of a sentence"] = [(min(terms), frozenset())]
    if len(weeks := _weeks(facts.words)) == 1:
        found["weeks of a sentence"] = [(min(weeks), frozenset())]
    words = in_figures(facts)
    for match in AMOUNT.finditer(words):
        number, unit = match.group(1), match.group(2)
        of_a_term, of_age = unit.startswith(("month", "year")), unit.startswith("week")
        if (terms and of_a_term) or (of_age and words.endswith(" at ", 0, match.start())):
            continue
        many = COUNTS[number] if number in COUNTS else float(number)
        if unit.startswith("year"):
            unit, many = "month", many * YEAR
        unit = SAME_UNIT.get(unit.removesuffix("s"), SAME_UNIT.get(unit, unit.removesuffix("s")))
        if unit == "ml" and EACH.match(words, match.end()):
            unit = "ml at a time"
        before = CLAUSE_END.split(words[: match.start()])[-1].split()[-AROUND:]
        after = CLAUSE_END.split(words[match.end() :])[0].split()[:AROUND]
        around = frozenset(informative(" ".join([*before, "|", *after]))) - {number}
        found.setdefault(unit, []).append((many, around))
    return found


# A rate is no amount.
EACH = re.compile(r" ?(?:/ ?(?:hr?|hour|kg|day)|an hour|per (?:hour|kg|kilo|feed)|a feed|each|hourly|\w+ hourly|every)\b")
# How long somebody was sent down for: "two years and two months" are 26 months.
SENTENCED = re.compile(
    r"\b(?:sentence[ds]?|jailed|imprison\w*|prison|custody|custodial|(?:got|gets|given|serving|served|doing|does)(?= (?:\w+ )?(?:and a half )?(?:years?|months?)\b))\b"
)
TERM = re.compile(
    rf"(?<![\w./])(?P<many>\d{{1,3}}|{MANY}) (?P<unit>years?|months?)(?: and (?:(?P<half>a half)|(?P<more>\d{{1,2}}|{MANY}) months?))?\b(?! (?:old|ago|earlier|later|previously))"
)
YEAR = 12
# What goes with a sentence and is none: "and a curfew of three months".
ANOTHER_ORDER = re.compile(
    r"\b(?:curfew|tag(?:ged|ging)?|monitor\w*|requirement|drr|atr|rar|mhtr|programme|licence|exclusion|supervision|disqualif\w*|ban(?:ned)?|restrain\w*|non-molestation)"
    r"(?: (?:order|requirement|for|of|a|with|is|to last|lasting))* $"
)
BEFORE_TERM = 40  # letters in which the other order must be named


def _terms(words: str) -> set[float]:
    """The terms that somebody was sentenced to, in months."""
    found: set[float] = set()
    for sentence in CLAUSE_END.split(words) if SENTENCED.search(words) else ():
        for match in TERM.finditer(sentence) if SENTENCED.search(sentence) else ():
            if ANOTHER_ORDER.search(sentence, max(0, match.start() - BEFORE_TERM), match.start()):
                continue
            many, more = (float(each) if (each or "").isdigit() else count(each) for each in (match["many"], match["more"]))
            found.add(many * (YEAR if match["unit"].startswith("year") else 1) + more + (YEAR / 2 if match["half"] else 0))
    return found


# A short sentence is given in weeks.
IN_WEEKS = re.compile(r"\b(\d{1,2}) weeks?\b(?! (?:ago|later|old|pregnant|time))")


def _weeks(words: str) -> set[float]:
    """The weeks that somebody was sentenced to."""
    sentences = (
        [each for each in CLAUSE_END.split(words) if SENTENCED.search(each) or GOT.search(each)] if "week" in words else []
    )
    return {float(match[1]) for each in sentences for match in IN_WEEKS.finditer(each)}


GOT = re.compile(r"\b(?:got|given) \d{1,2} weeks?\b|\bsuspended\b")
CLAUSE_END = re.compile(r"[.;:]\s|[.;:]$")
