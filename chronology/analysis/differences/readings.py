"""Figures behind a name ("peak flow 210", "room 4"), of two measures the second, and how often a thing is so."""

from __future__ import annotations

import re

from chronology.analysis.differences.agreeing import is_of_degree, rounded
from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.differences.numerals import in_figures
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.hearing import opens_with_news
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import UNITS

# A figure that is no date, hour or count of what follows; and, before it, its name with a few words that may stand between.
FIGURE = re.compile(
    r"(?<=[ :=,-])(?P<figure>\d{1,4}(?:\.\d+)?)(?![\d:/]|\.\d|st\b|nd\b|rd\b|th\b|am\b|pm\b|hrs?\b| ?[ap]m\b)(?P<behind> ?[a-z%]+)?"
)
NAME = re.compile(
    r"\b(?P<name>[a-z][a-z-]*[a-z])(?: (?:is|was|of|at|now|to|only|score[ds]?|reading|level|result|number|no\.?|up|down|today)){0,3}[ :=,-]{1,3}$"
)
# Of what a figure is a reading, wherever it stands.
READINGS = frozenset(
    """temp temperature sats saturations spo2 gcs pulse hr rr bp bm bms glucose crp hb ph flow pefr apgar apgars weight wt height length
    centile audit score band tier stage level year grade room ward ofc hba1c ketones bilirubin sbr sugar cbg platelets
    dose gravida para""".split()
)
# What stands before a number without naming it.
NO_NAME = frozenset(
    """on at in by to for from of the and or with until till about around approx approximately over under after before since within between past
    last next aged age ages another other every each per than nearly almost some only just all both them him her us his their my our has have had
    was were is are be been took taken given gave drank ate saw seen met needs need least most x up down jan feb mar apr may jun jul aug sep oct nov
    dec january february march april june july august september october november december mon tue wed thu fri sat sun monday tuesday
    wednesday thursday friday saturday sunday section sec lost gained gain paid owes owing arrears plus out police call called attended when who that this
    into via then later these those their its two three four five six seven eight nine ten day days week weeks month months
    and but so as if not no n about near above below""".split()
)
COUNTED_BEHIND = frozenset(
    """hour hours hr hrs min mins minute minutes day days week weeks month months year years yr yrs night nights times time old am pm people
    children adults siblings officers staff of and to x per out weekly daily visits sessions more other""".split()
)
RARE = 3.0


def by_reading(between: Between) -> Difference | None:
    """The same name with another figure behind it."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    mine, theirs = _read(first), _read(second)
    for name in sorted(mine.keys() & theirs.keys()):
        one, other = mine[name], theirs[name]
        if (name in OF_THE_MINUTE and first.minute != second.minute) or (
            name in OF_THE_HOUR and _each_took_its_own(first, second)
        ):
            continue
        if len(one) == len(other) == 1 and one != other and (name in READINGS or name.endswith(")")):
            if name in between.case.people.given or name in between.case.people.surnames or rounded(min(one), min(other)):
                continue
            if not _figures(first).isdisjoint(other) or not _figures(second).isdisjoint(one):
                continue
            if name == "hba1c" and (min(one) < PER_CENT) != (min(other) < PER_CENT):
                continue
            figures = f"{min(one):g} in {between.name(first)}, {min(other):g} in {between.name(second)}"
            return between.told("number", f"Behind “{name}”: {figures}.", 0.65)
    return None


PER_CENT = 20  # below which it is given in per cent, not in millimoles
# What changes while somebody is treated.
OF_THE_MINUTE = frozenset({"gcs", "sats", "pulse", "rr", "temperature"})
# What is taken again wherever somebody comes to: of two who took it, each has its own.
OF_THE_HOUR = OF_THE_MINUTE | {"bp", "flow", "glucose", "ketones", "bilirubin", "weight", "pain"}


def _each_took_its_own(first: Facts, second: Facts) -> bool:
    at_once = first.minute is not None and first.minute == second.minute
    return not (at_once or opens_with_news(first.words) or opens_with_news(second.words))


@once
def _figures(facts: Facts) -> frozenset[float]:
    """All figures of a record: of several that it has of one thing, each may be the other's."""
    return frozenset(float(each) for each in ANY_FIGURE.findall(facts.words))


ANY_FIGURE = re.compile(r"(?<![\d.:/])\d{1,4}(?:\.\d+)?(?![\d:/]|\.\d)")


@once
def _read(facts: Facts) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    words = OWN_FIGURE.sub(r"\1", in_figures(facts))
    figures = [*FIGURE.finditer(words)]
    for match in figures:
        named = NAME.search(words, max(0, match.start() - BEFORE), match.start())
        if named is None:
            continue
        name, behind = named["name"], (match["behind"] or "").strip()
        if name in NO_NAME or name.endswith("ly") or shorten(behind) in BEHIND or behind in COUNTED_BEHIND:
            continue
        if behind in {"mg", "ml", "mcg", "kg", "g", "cm", "mm"} and name not in READINGS:
            continue
        found.setdefault(SHORT.get(name, name), set()).add(float(match["figure"]))
    for match in READ_PLAINLY.finditer(words) if figures else ():
        found.setdefault(SHORT.get(match["name"], match["name"]), set()).add(float(match["figure"]))
    for match in LETTERED.finditer(facts.words):
        found.setdefault(f"{match['name']} (letter)", set()).add(float(ord(match["letter"]) - ord("a") + 1))
    for match in PRESSURE.finditer(facts.words):
        found.setdefault("bp", set()).add(float(match[1]))
    return found


# A figure that is part of the name of a scale, with that of the reading behind it: "PHQ-9 17".
OWN_FIGURE = re.compile(r"\b(?!hba1c)([a-z]{2,6})-?\d{1,2}[a-z]?(?=(?: (?:is|was|of|at|score[ds]?|total|result))*[ :=]{1,2}\d)")
BEFORE = 50  # letters in which the name of a figure stands
BEHIND = frozenset(shorten(word) for word in COUNTED_BEHIND)
SHORT = {
    "temp": "temperature",
    "wt": "weight",
    "saturations": "sats",
    "spo": "sats",
    "bm": "glucose",
    "bms": "glucose",
    "cbg": "glucose",
    "pefr": "flow",
    "peak flow": "flow",
    "hr": "pulse",
    "sbr": "bilirubin",
    "sugar": "glucose",
}

# A reading by its own name, whatever stands between.
READ_PLAINLY = re.compile(
    r"\b(?P<name>temp|temperature|sats|gcs|glucose|bm|crp|sbr|bilirubin|peak flow|pulse|level|tier|band|stage|grade|score|hba1c|ketones)(?: (?!and\b|or\b|to\b)[a-z]+){0,3}[ :=]{1,2}"
    r"(?P<figure>\d{1,3}(?:\.\d+)?)(?![\d:/]|\.\d|st\b|nd\b|rd\b|th\b| ?(?:am|pm|hours?|hrs|days?|weeks?|months?|years?|minutes|mins|mg|ml)\b)"
)
LETTERED = re.compile(
    r"\b(?P<name>band|priority|category|tier|grade|group|option|plan|type|column)(?: (?:is|was|of|awarded|in|to))? (?P<letter>[a-f])\b(?! (?:\w+ )?(?:is|was|of the|and|or|child|plan|visit|meeting)\b)"
)
PRESSURE = re.compile(r"\b(?:bp|blood pressure)(?: (?:was|is|of|at|now|today))*[ :=]+(\d{2,3}) ?/ ?\d{2,3}\b")

MEASURE = re.compile(r"(?<![\w./:£-])(\d{1,3}\.\d{1,2}) ?(kg|kilos?|cm|mm|mg|mmol|ml|lb|st)?\b(?! ?(?:am|pm|hrs))")


def by_measures(between: Between) -> Difference | None:
    """Of several measures taken together one is another: both twins weighed, and the second not the same."""
    mine, theirs = _measures(between.first), _measures(between.second)
    if len(mine) != len(theirs) or len(mine) < SEVERAL or len(mine & theirs) != len(mine) - 1:
        return None
    one, other = min(mine - theirs), min(theirs - mine)
    return between.told("number", f"{between.name(between.first)} has {one:g}, {between.name(between.second)} {other:g}.", 0.65)


SEVERAL = 2


@once
def _measures(facts: Facts) -> set[float]:
    found = [*MEASURE.finditer(facts.words)]
    return {float(match[1]) for match in found} if any(match[2] for match in found) else set()


# How often a thing is so: all the time, now and then.
OFTEN = re.compile(
    r"\b(?:(?:every|each) (?:single |other )?(?:night|day|evening|morning|weekend|time|week)|nightly|all the time|constantly|always|most (?:nights|days|evenings|mornings)"
    r"|night after night|day after day|seven (?:days|nights) a week|(?<!once )(?<!twice )(?<!times )(?<!mg )(?<!ml )(?<!\dx )daily(?! (?:living|record|log|sheet|notes?|dose))|round the clock|24/7)\b"
)
SELDOM = re.compile(
    r"\b(?:(?:the )?odd (?:night|day|evening|weekend|time|glass|drink|one)|occasional(?:ly)?|now and (?:then|again)|once in a while|rarely|seldom|hardly ever"
    r"|(?:only|just) (?:at |on |the )?(?:odd )?(?:weekends?|saturdays?|sundays?|fridays?)|(?:at )?weekends? only|(?:weekend|weekday) \w+ only|(?:at|on) weekends|from time to time|special occasions|once or twice"
    r"|(?:only|just) (?:the )?(?:once|one time|one night))\b"
)
WORDS_OF_OFTEN = frozenset(
    """every each nightly constantly always most daily night day clock 24 odd occasional occasionally now once rarely seldom hardly only just
    weekend weekends time twice""".split()
)


def by_how_often(between: Between) -> Difference | None:
    """Of one thing, every night by the one and the odd night by the other."""
    mine, theirs = _level(between.first), _level(between.second)
    if mine and theirs and mine[0] != theirs[0]:
        return between.told("number", f"How often differs: “{mine[1]}” and “{theirs[1]}”.", 0.6)
    return None


@once
def _level(facts: Facts) -> tuple[str, str] | None:
    """Whether a record says that something is so all the time or now and then, and in which words; nothing where it says both."""
    if WORDS_OF_OFTEN.isdisjoint(words_in(facts.words)):
        return None
    often, seldom = OFTEN.search(facts.words), SELDOM.search(facts.words)
    if often and not seldom:
        return "often", often[0]
    return ("seldom", seldom[0]) if seldom and not often else None


# So many of a thing that is poured or taken by the piece: "half a bottle", "two bottles", "a glass".
PORTION = re.compile(
    r"\b(?P<many>an?|half an?|half|quarter of an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}|couple of|several) (?:\w+ )?"
    r"(?P<thing>bottles?|glass(?:es)?|cans?|pints?|litres?|cigarettes?|joints?|spliffs?|lines?|bags?|wraps?|puffs?|sachets?|drops?|spoonfuls?|cups?|shots?)\b"
)
PORTIONS = {"a": 1.0, "an": 1.0, "one": 1.0, "half": 0.5, "half a": 0.5, "half an": 0.5, "quarter of a": 0.25, "couple of": 2.0}


OF_DEGREE = frozenset("can pint glass cigarette joint spliff".split())  # of which each is told another number


def by_portion(between: Between) -> Difference | None:
    """Half a bottle by the one, two bottles by the other."""
    mine, theirs = _portions(between.first), _portions(between.second)
    for thing in sorted(mine.keys() & theirs.keys()):
        one, other = mine[thing], theirs[thing]
        if thing in OF_DEGREE and is_of_degree(min(one), min(other)):
            continue
        if len(one) == len(other) == 1 and one != other:
            amounts = f"{min(one):g} in {between.name(between.first)}, {min(other):g} in {between.name(between.second)}"
            return between.told("number", f"Of the {thing}: {amounts}.", 0.65)
    return None


@once
def _portions(facts: Facts) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for match in PORTION.finditer(in_figures(facts)):
        many, thing = match["many"], match["thing"]
        number = PORTIONS.get(many) or UNITS.get(many) or (float(many) if many.isdigit() else None)
        if number is not None:
            found.setdefault(
                thing if thing == "glass" else thing.removesuffix("es") if thing == "glasses" else thing.removesuffix("s"), set()
            ).add(float(number))
    return found
