"""Sums of money and counts."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says, words_in
from chronology.analysis.differences.counting import (
    COUNTS,
    FOR_WHAT,
    IRREGULAR,
    SAME_THING,
    TIMES,
    counted_otherwise,
    of_whom,
    unpacked,
)
from chronology.analysis.differences.medicines import of_one_dose, of_two_medicines
from chronology.analysis.differences.sums import MANY, count, sums, with_signs
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import informative

MEASURED = re.compile(
    r"(?<![\w./:£-])(?<!\bin )(?<!\bwithin )(?<!\bevery )(?<!\bnext )(?<!\blast )(?<!\bfor )(?<!\bover )(?<!\breview )(\d+(?:\.\d+)?|two|three|four|five"
    r"|six|seven|eight|nine|ten|both) ?(?:-|small |young |other |older |visible |separate |stab |paracetamol |sleeping )?(kg|children|siblings|bruises"
    r"|marks|fractures|wounds|tablets|pills|wraps|phones|units|stitches|(?<=[- ])month(?= (?:\w+ ){0,3}order)|per cent|%)(?![\w])"
)

# Of the units one must stand there; they are looked for far sooner.
UNITS = (
    *("kg", "children", "siblings", "bruises", "marks", "fractures", "wounds", "tablets", "pills"),
    *("wraps", "phones", "units", "stitches", "month", "per cent", "%"),
)
SORE_GRADE = re.compile(
    r"\b(?:grade|category|stage) (\d)(?= (?:\w+ )?(?:ulcer|sore|damage))|\b(?:ulcer|sore)[^.;\d]{0,15}\b(?:grade|category|stage) (\d)"
)

ABSENT_DAYS = re.compile(
    r"\b(?:absen|suspen|exclu|off school|missed)\w*[^.;]{0,20}?\b(\d+|half a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty) (?:school )?days?\b"
)


COUNTED = re.compile(
    r"(?<![\w./:£-])(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)(?: £\d+)?((?: (?!and\b|or\b|to\b|in\b|of\b|at\b|on\b|x\b|per\b|by\b|with\b|from\b|for\b)[a-z]+){1,3})"
)


@once
def counted(facts: Facts) -> dict[str, set[float]]:
    """What is counted in the words: "three smoke alarms", "two officers"; not days, ages, or people of whom others count others."""
    found: dict[str, set[float]] = {}
    words = unpacked(with_signs(facts.words))
    for match in COUNTED.finditer(words):
        number = COUNTS.get(match.group(1)) or (float(match.group(1)) if match.group(1).isdigit() else None)
        following = match.group(2).split()
        if number is None or not TIMES.isdisjoint(following[:2]):
            continue
        thing = next(
            (
                word
                for word in following
                if word in IRREGULAR
                or (len(word) > SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "is", "us")))
            ),
            "",
        )
        if thing:
            found.setdefault(of_whom(words, match, SAME_THING.get(thing, thing)), set()).add(number)
    for match in NONE.finditer(facts.words) if not NO_WORDS.isdisjoint(words_in(facts.words)) else ():
        found.setdefault(match[1], set()).add(0.0)
    for thing, number in counted_otherwise(words, words_in(words)):
        found.setdefault(thing, set()).add(number)
    return found


NO_WORDS = frozenset("no nil zero without not".split())
# "No stitches", where the other counts them.
NONE = re.compile(
    r"\b(?:no|nil|zero|without any|not any) (?:visible |further |new |previous )?([a-z]{4,}s)\b(?<!concerns)(?<!children)(?<!visits)(?<!signs)(?<!issues)"
)
SHORTEST_PLURAL = 3
AMOUNT = re.compile(
    r"(?<![\w./:£-])(?<!\bin )(?<!\bwithin )(?<!\bevery )(?<!\bnext )(?<!\blast )(?<!\bpast )(?<!\breview )(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]?"
    r"(minutes?|mins?|hours?|hrs?|weeks?|months?|days?|years?|cm|mm|g|grams?|ml|mls|mg|litres?|lb|lbs|oz|miles|mph)\b(?! (?:old|ago|earlier|later|previously|time|away))"
)
WITHOUT_CONTEXT = frozenset({"months of a sentence", "oz", "g", "gram", "ml", "mg", "litre"})
SAME_UNIT = {"hr": "hour", "min": "minute", "mls": "ml", "gram": "g", "lbs": "lb", "ml": "ml", "g": "g", "mg": "mg"}
SHARED = 2  # words around both figures by which they are of one thing
AROUND = 5  # words on each side in which what is measured must be named


def by_amount(between: Between) -> Difference | None:
    """Hours, weeks, grams: other figures beside the same words."""
    mine, theirs = amounts(between.first), amounts(between.second)
    for unit in sorted(mine.keys() & theirs.keys()):
        here, there = mine[unit], theirs[unit]
        if unit in {"mg", "ml"} and (of_one_dose(between) or of_two_medicines(between, unit)):
            continue
        if not {value for value, _ in here}.isdisjoint(value for value, _ in there):
            continue
        for value, around in here:
            for other, beside in there:
                if unit in WITHOUT_CONTEXT or _shared(around & beside) >= SHARED:
                    if (around_about(between) and about_one(value, other)) or (
                        unit in {"cm", "mm"} and _is_of_degree(value, other)
                    ):
                        continue
                    name, another = between.name(between.first), between.name(between.second)
                    return between.told("number", f"{name} has {value:g} {unit}, {another} {other:g} {unit}.", 0.65)
    return None


def _shared(words: frozenset[str]) -> int:
    """How many words two figures have around them both; a phrase is as many as it is made of."""
    return sum(1 + word.strip("_").count("_") for word in words)


@once
def amounts(facts: Facts) -> dict[str, list[tuple[float, frozenset[str]]]]:
    """For each unit the figures, with the words around them."""
    found: dict[str, list[tuple[float, frozenset[str]]]] = {}
    terms = _terms(facts.words)
    if len(terms) == 1:
        found["months of a sentence"] = [(min(terms), frozenset())]
    for match in AMOUNT.finditer(facts.words):
        number, unit = match.group(1), match.group(2)
        if terms and unit.startswith(("month", "year")):
            continue
        many = COUNTS[number] if number in COUNTS else float(number)
        if unit.startswith("year"):
            unit, many = "month", many * YEAR
        unit = SAME_UNIT.get(unit.removesuffix("s"), SAME_UNIT.get(unit, unit.removesuffix("s")))
        before = CLAUSE_END.split(facts.words[: match.start()])[-1].split()[-AROUND:]
        after = CLAUSE_END.split(facts.words[match.end() :])[0].split()[:AROUND]
        around = frozenset(informative(" ".join([*before, "|", *after]))) - {number}
        found.setdefault(unit, []).append((many, around))
    return found


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


CLAUSE_END = re.compile(r"[.;:]\s|[.;:]$")


def by_number(between: Between) -> Difference | None:
    """Sums of money and counts that do not agree."""
    mine, theirs = (counted(each) | numbers(each) for each in (between.first, between.second))
    mine, theirs = mine | _done_to(between.first, theirs), theirs | _done_to(between.second, mine)
    one_day = between.first.start == between.second.start or between.first.news or between.second.news
    for unit in sorted(mine.keys() & theirs.keys()):
        if unit == "£" and any(about_one(here, there) for here in mine[unit] for there in theirs[unit]):
            continue
        if (
            unit == "kg"
            and around_about(between)
            and any(about_one(here, there) for here in mine[unit] for there in theirs[unit])
        ):
            continue
        if unit == "kg" and any(_rounded(here, there) for here in mine[unit] for there in theirs[unit]):
            continue
        if _hedged(between.first, theirs[unit]) or _hedged(between.second, mine[unit]):
            continue
        if unit == "per cent" and any(abs(here + there - WHOLE) < 1 for here in mine[unit] for there in theirs[unit]):
            continue  # attendance of the one, absence of the other
        if mine[unit].isdisjoint(theirs[unit]) and (one_day or not unit.startswith("as the ")):
            shown = [f"£{min(each):,.0f}" if unit == "£" else f"{min(each):g} {unit}" for each in (mine[unit], theirs[unit])]
            return between.told(
                "number", f"{between.name(between.first)} has {shown[0]}, {between.name(between.second)} {shown[1]}.", 0.75
            )
    return None


def _done_to(facts: Facts, others: dict[str, set[float]]) -> dict[str, set[float]]:
    """What the other counts as deeds ("eight extractions"), counted here by that to which it is done ("three teeth for extraction")."""
    found: dict[str, set[float]] = {}
    deeds = {shorten(DEED.sub("", each)): each for each in others if " " not in each}
    for match in FOR_WHAT.finditer(facts.words) if deeds else ():
        deed = deeds.get(shorten(DEED.sub("", match["what"])))
        if deed is not None:
            found.setdefault(deed, set()).add(COUNTS.get(match["many"]) or float(match["many"]))
    return found


# The endings by which a doing has its name: "extractions", "extracted".
DEED = re.compile(r"(?:ions?|ings?|ed|als?|ments?|s)$")


def _rounded(here: float, there: float) -> bool:
    """Whether one measure is the other with fewer figures: 7.21 kg and 7.2."""
    return here == round(there, 1) or there == round(here, 1)


def _is_of_degree(here: float, there: float) -> bool:
    """Whether two who looked at one mark may have taken it for so long and for so long."""
    return max(here, there) <= DEGREE * min(here, there)


DEGREE = 2


def _hedged(facts: Facts, figures: set[float]) -> bool:
    """Whether a record gives a range, of which the other's figure is one end: "40 to 70 units"."""
    ends = {float(end) for match in RANGE.finditer(facts.words) for end in match.groups()}
    return not ends.isdisjoint(figures)


RANGE = re.compile(r"(?<![\d./])(\d{1,4}) ?(?:to|-|or) ?(\d{1,4})(?![\d./])")


def around_about(between: Between) -> bool:
    """Whether either gives a figure only as about so much."""
    return says(ABOUT, between.first) or says(ABOUT, between.second)


ABOUT = re.compile(r"\b(?:some|about|around|approx\w*|roughly|nearly|almost|over|under|just (?:over|under)|c\.) ?(?:£ ?)?\d")


def about_one(here: float, there: float) -> bool:
    """Whether one sum is the other as somebody rounds it: "over £1,200" and £1,240."""
    return abs(here - there) <= ROUNDED * max(here, there)


PARTS = {"half a": 0.5, "one": 1.0}
ROUNDED = 0.05
WHOLE = 100
GRAMS = re.compile(r"\b([1-9],?\d{3}) ?g(?:rams?|ms)?\b")
CHANGE = re.compile(
    r"\b(?:loss|lost|los(?:es|ing)|gain\w*|up|down|drop\w*|fall\w*|fell|fallen|increase\w*|decrease\w*|put on)\b[^,;.]*$"
)
CHANGED = re.compile(r" (?:weight )?(?:loss|lost|gain|gained|lighter|heavier|down|up)\b")
MEDICINES = (
    r"(?:paracetamol|ibuprofen|aspirin|codeine|co-codamol|cocodamol|co-dydramol|tramadol|morphine|oramorph|methadone|buprenorphine|diazepam|lorazepam"
    r"|temazepam|zopiclone|sertraline|fluoxetine|citalopram|mirtazapine|amitriptyline|quetiapine|olanzapine|risperidone|propranolol|melatonin"
    r"|promethazine|cetirizine|pregabalin|gabapentin|xanax|valium|ritalin|concerta|antidepressants|painkillers|sleeping pills|tablets|pills|capsules)"
)
DOSES = re.compile(
    rf"\b(\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:x ?)?(?:\d+ ?(?:mg|mcg|g) )?(?:of (?:her |his )?)?(?:tablets of |capsules of )?(?:mother's |mum's |her |his )?{MEDICINES}\b"
)
BREATH = re.compile(
    r"\b(?:blew|blowing|breath\w*|alcohol (?:test|level)|reading|bac)\b(?: (?:test|sample|reading|result|level|was|of|at|is|gave|showed|blew|today)){0,4}[ :,-]+(\d+(?:\.\d+)?|zero|nil|negative|clear|nought)\b"
)
NOTHING = dict.fromkeys(("zero", "nil", "negative", "clear", "nought"), 0.0)
SCORES = re.compile(
    r"\b(dash|epds|edinburgh|phq-?9|gad-?7|sdq|bmi|core-?10|rcads|mchat|m-chat|must|waterlow|braden|honos)(?: (?:score[ds]?|of|was|is|at|total|result|risk|assessment)){0,3}[ :,-]*(\d+(?:\.\d+)?)\b"
)
SCORED = re.compile(
    r"\b(?:scor\w+|got|rated)(?: \w+){0,2} (\d{1,3}) (?:\w+ ){0,2}(?:on|for|in) (?:the |an |a )?(dash|epds|edinburgh|phq-?9|gad-?7|sdq|bmi|core-?10|rcads|m-?chat|waterlow|braden|honos)\b"
)
CENTILE = re.compile(r"\b(\d+(?:\.\d+)?)(?:st|nd|rd|th) (?:centile|percentile)")
GESTATION = re.compile(
    r"(?<!\bat )(?<!\bby )(?<!\bfrom )(?<!\buntil )(?<!\bafter )(?<!\bbefore )\b(\d{1,2})(?:\+\d)?(?:/40| weeks'? (?:pregnant|gestation|gest))\b|\b(?:born|delivered|delivery|birth|premature|prem)(?: \w+){0,2} at (\d{2})(?:\+\d)? weeks\b"
)
AGED = re.compile(r"\b(\d{1,2})[ -](day|week|month|year)s?[ -]old (?:boy|girl|child|baby|infant|son|daughter|toddler)\b")


@once
def numbers(facts: Facts) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    if not MEASURES.isdisjoint(words_in(facts.words)):
        _measures(facts, found)
    if money := sums(facts):
        found["£"] = set(money)
    for match in SORE_GRADE.finditer(facts.words):
        found.setdefault("as the grade", set()).add(float(match.group(1) or match.group(2)))
    for match in ABSENT_DAYS.finditer(facts.words):
        found.setdefault("days", set()).add(COUNTS.get(match.group(1)) or PARTS.get(match.group(1)) or float(match.group(1)))
    for match in GRAMS.finditer(facts.words):
        found.setdefault("kg", set()).add(float(match.group(1).replace(",", "")) / 1000)
    words = unpacked(facts.words)
    for match in MEASURED.finditer(words) if any(unit in words for unit in UNITS) else ():
        value = COUNTS.get(match.group(1))
        if match.group(2) == "kg" and (
            CHANGE.search(words[max(0, match.start() - 18) : match.start()]) or CHANGED.match(words, match.end())
        ):
            found.setdefault("kg more or less", set()).add(float(match.group(1)) if value is None else value)
            continue
        unit = {"%": "per cent", "pills": "tablets"}.get(match.group(2), match.group(2))
        found.setdefault(unit, set()).add(float(match.group(1)) if value is None else value)
    return found


MEASURES = (
    frozenset({"blew", "blowing"})
    | frozenset(MEDICINES.strip("(?:)").replace("sleeping ", "").split("|"))
    | frozenset(
        """co cocodamol breath breathalyser breathalysed breathalyse breathtest alcohol reading bac dash epds edinburgh phq phq9 gad gad7 sdq bmi core rcads
    mchat m must waterlow braden honos centile percentile pregnant gestation gest weeks old 40""".split()
    )
)


def _measures(facts: Facts, found: dict[str, set[float]]) -> None:
    """Tablets, readings, scores, centiles, ages."""
    for match in DOSES.finditer(unpacked(facts.words)):
        found.setdefault("tablets", set()).add(COUNTS.get(match.group(1)) or float(match.group(1)))
    for match in BREATH.finditer(facts.words):
        read = NOTHING[match.group(1)] if match.group(1) in NOTHING else float(match.group(1))
        found.setdefault("as the breath test", set()).add(read)
    for match in SCORES.finditer(facts.words):
        found.setdefault(f"as the {match.group(1).replace('-', '').upper()} score", set()).add(float(match.group(2)))
    for match in SCORED.finditer(facts.words):
        found.setdefault(f"as the {match.group(2).replace('-', '').upper()} score", set()).add(float(match.group(1)))
    for match in CENTILE.finditer(facts.words):
        found.setdefault("as the centile", set()).add(float(match.group(1)))
    for match in GESTATION.finditer(facts.words):
        found.setdefault("weeks of pregnancy", set()).add(float(match.group(1) or match.group(2)))
    for match in AGED.finditer(facts.words):
        found.setdefault(f"{match.group(2)}s as the age", set()).add(float(match.group(1)))
