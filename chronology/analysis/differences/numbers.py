"""Sums of money and counts."""

from __future__ import annotations

import re

from chronology.analysis.differences.agreeing import agree
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
from chronology.analysis.differences.debts import of_two_debts
from chronology.analysis.differences.numerals import in_figures
from chronology.analysis.differences.sums import rates, sums, with_signs
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.stems import shorten

MEASURED = re.compile(
    r"(?<![\w./:£-])(?<!\bin )(?<!\bwithin )(?<!\bevery )(?<!\bnext )(?<!\blast )(?<!\bfor )(?<!\bover )(?<!\breview )(?<!\bif )(?<!\bonce )(?<!\buntil )(\d+(?:\.\d+)?|two|three|four|five"
    r"|six|seven|eight|nine|ten|both) ?(?:-|small |young |other |older |visible |separate |stab |paracetamol |sleeping )?(kg|bruises"
    r"|marks|fractures|wounds|tablets|pills|wraps|phones|units|stitches|(?<=[- ])month(?= (?:\w+ ){0,3}order)|per cent|%)(?![\w])"
)

# Of the units one must stand there; they are looked for far sooner.
UNITS = (
    *("kg", "bruises", "marks", "fractures", "wounds", "tablets", "pills"),
    *("wraps", "phones", "units", "stitches", "month", "per cent", "%"),
)
SORE_GRADE = re.compile(
    r"\b(?:grade|category|stage) (\d)(?= (?:\w+ )?(?:ulcer|sore|damage))|\b(?:ulcer|sore)[^.;\d]{0,15}\b(?:grade|category|stage) (\d)"
)

ABSENT_DAYS = re.compile(
    r"\b(?:(?P<out>suspen|exclu)|absen|off school|missed)\w*[^.;]{0,20}?\b(?P<many>\d+|half a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty) (?:school )?days?\b"
    r"|\b(?P<before>\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty) (?:school )?days?'?s? (?:of )?(?:unauthorised )?(?:(?P<sent>suspen|exclu)|absen|missed|off (?:school|sick))"
)


# "Suspended for a full week": so many school days.
WEEKS_OUT = re.compile(
    r"\b(?:suspen|exclu)\w*[^.;]{0,20}?\b(?:for |of )(a|one|two|three|four|six|\d) (?:(?:full|whole|entire|school) )*weeks?\b"
)
SCHOOL_WEEK = 5.0
COUNTED = re.compile(
    r"(?<![\w./:£-])(?<!\bquarter to )(?<!\bquarter past )(?<!\bhalf past )(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)(?: £\d+)?((?: (?!and\b|or\b|to\b|in\b|of\b|at\b|on\b|x\b|per\b|by\b|with\b|without\b|from\b|for\b)[a-z]+){1,3})"
)


@once
def counted(facts: Facts) -> dict[str, set[float]]:
    """What is counted in the words: "three smoke alarms", "two officers"; not days, ages, or people of whom others count others."""
    found: dict[str, set[float]] = {}
    words = unpacked(with_signs(in_figures(facts)))
    for match in COUNTED.finditer(words):
        number = COUNTS.get(match.group(1)) or (float(match.group(1)) if match.group(1).isdigit() else None)
        following = match.group(2).split()
        if number is None or not OWN_WORK.isdisjoint(following) or not TIMES.isdisjoint(following[:2]):
            continue
        if OUT_OF.search(words, max(0, match.start() - len("seventeen out of the ")), match.start()):
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
        found.setdefault(SAME_THING.get(thing, thing), set()).add(number)
    return found


CHANGING = frozenset({"kg", "per cent"})  # what is another figure some days later
# Of what each agency has its own number.
OWN_WORK = frozenset(
    """pages page copies letters emails e-mails calls texts messages voicemails attempts forms leaflets sheets appointments reports entries
    sessions contacts referrals tasks actions points items minutes words""".split()
)
OUT_OF = re.compile(r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)(?: out)? of (?:the |her |his )?$")
NO_WORDS = frozenset("no nil zero without not".split())
# "No stitches", where the other counts them.
NONE = re.compile(
    r"\b(?:no|nil|zero|without any|not any) (?:visible )?(?!(?:further|new|other|more|additional|previous) )([a-z]{4,}s)\b(?<!concerns)(?<!children)(?<!visits)(?<!signs)(?<!issues)"
)
SHORTEST_PLURAL = 3


def by_number(between: Between) -> Difference | None:
    """Sums of money and counts that do not agree."""
    mine, theirs = (counted(each) | numbers(each) for each in (between.first, between.second))
    mine, theirs = mine | _done_to(between.first, theirs), theirs | _done_to(between.second, mine)
    one_day = between.first.start == between.second.start or between.first.news or between.second.news
    for unit in sorted(mine.keys() & theirs.keys()):
        if agree(between, unit, mine[unit], theirs[unit]) or _one_more(between, unit, mine[unit], theirs[unit]):
            continue
        if unit == "£" and of_two_debts(between.first, between.second):
            continue
        of_the_day = unit in CHANGING or unit.startswith("as the ")
        if mine[unit].isdisjoint(theirs[unit]) and (one_day or not of_the_day):
            shown = [
                f"£{min(each):,.0f}" if unit.startswith("£") else f"{min(each):g} {unit}" for each in (mine[unit], theirs[unit])
            ]
            return between.told(
                "number", f"{between.name(between.first)} has {shown[0]}, {between.name(between.second)} {shown[1]}.", 0.75
            )
    return None


def _one_more(between: Between, unit: str, mine: set[float], theirs: set[float]) -> bool:
    """Whether a record counts several and tells of one more beside them: "three rib fractures and a fracture of the shin"."""
    if " " in unit or not unit.endswith("s"):
        return False
    more = rf"\b(?:an?|another|further) (?:\w+ )?{re.escape(unit.removesuffix('s'))}\b"
    if any(re.search(more, each.words) for each in (between.first, between.second)):
        return True
    by_one = any(abs(here - there) == 1 for here in mine for there in theirs)
    return by_one and (says(AND_ONE, between.first) or says(AND_ONE, between.second))


# "Four on the outer side and one on the inner".
AND_ONE = re.compile(r"\b(?:and|plus|with) (?:one|1|another|a (?:further|single|smaller|larger|fourth|fifth|sixth))\b")


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


PARTS = {"half a": 0.5, "one": 1.0}
GRAMS = re.compile(r"\b([1-9],?\d{3}) ?g(?:rams?|ms)?\b")
CHANGE = re.compile(
    r"\b(?:loss|lost|los(?:es|ing)|gain\w*|up|down|drop\w*|fall\w*|fell|fallen|increase\w*|decrease\w*|put on)\b[^,;.]*$"
)
CHANGED = re.compile(r" (?:weight )?(?:loss|lost|gain|gained|lighter|heavier|down|up|over|under|more|less)\b")
MEDICINES = (
    r"(?:paracetamol|ibuprofen|aspirin|codeine|co-codamol|cocodamol|co-dydramol|tramadol|morphine|oramorph|methadone|buprenorphine|diazepam|lorazepam"
    r"|temazepam|zopiclone|sertraline|fluoxetine|citalopram|mirtazapine|amitriptyline|quetiapine|olanzapine|risperidone|propranolol|melatonin"
    r"|promethazine|cetirizine|pregabalin|gabapentin|xanax|valium|ritalin|concerta|antidepressants|painkillers|sleeping pills|tablets|pills|capsules)"
)
DOSES = re.compile(
    rf"\b(\d{{1,3}}(?= ?x )|\d{{1,3}}(?= )|{'|'.join(COUNTS)}) ?(?:x ?)?(?:\d+ ?(?:mg|mcg|g) )?(?:of (?:her |his )?)?(?:tablets of |capsules of )?(?:mother's |mum's |her |his )?{MEDICINES}\b"
)
# "7.5mg x 12", "12 x 7.5mg": so many of them, where somebody took them at once.
TAKEN = re.compile(r"\b[\d.]+ ?mg x ?(\d{1,3})\b|(?<![\d.])\b(\d{1,3}) ?x ?[\d.]+ ?mg\b")
# "Paracetamol, says thirty": how many of it somebody is said to have taken.
SAID_TO_TAKE = re.compile(
    rf"\b{MEDICINES}[,:-]? (?:(?:she|he|pt|patient) )?(?:(?:says|said|claims|claimed|states|stated|reports|reported|admits|admitted|told|took|taken|taking|approx|about|around|some|total|totalling|possibly|maybe|up to|it was|that) ?)+(\d{{1,3}}|{'|'.join(COUNTS)})\b(?! ?(?:mg|mcg|g|ml|[.:/]\d|pm|am|hours?|days?|weeks?|times?|minutes?|boxes|packets|strips))"
)
OVERDOSE = re.compile(r"\b(?:od|overdose\w*|swallowed|poisoning)\b")
BREATH = re.compile(
    r"\b(?:blew|blowing|breath\w*|alcohol (?:test|level)|reading|bac)\b(?: (?:test|sample|reading|result|level|was|of|at|is|gave|showed|blew|today)){0,4}[ :,-]+(\d+(?:\.\d+)?|zero|nil|negative|clear|nought)\b"
)
IN_BREATH = re.compile(r"\b(\d{1,3}) ?(?:micrograms?|mcg|ug)(?: \w+){0,3}? (?:in|of) (?:the |his |her )?breath\b")
NOTHING = dict.fromkeys(("zero", "nil", "negative", "clear", "nought"), 0.0)
SCORES = re.compile(
    r"\b(dash|epds|edinburgh|phq-?9|gad-?7|sdq|bmi|core-?10|rcads|mchat|m-chat|must|waterlow|braden|honos)(?: (?:score[ds]?|of|was|is|at|total|result|risk|assessment)){0,3}[ :,-]*(\d+(?:\.\d+)?)\b"
)
SCORED = re.compile(
    r"\b(?:scor\w+|got|rated)(?: \w+){0,2} (\d{1,3}) (?:\w+ ){0,2}(?:on|for|in) (?:the |an |a )?(dash|epds|edinburgh|phq-?9|gad-?7|sdq|bmi|core-?10|rcads|m-?chat|waterlow|braden|honos)\b"
)
CENTILE = re.compile(r"\b(\d+(?:\.\d+)?)(?:st|nd|rd|th) (?:centile|percentile)")
GESTATION = re.compile(
    r"(?<!\bat )(?<!\bby )(?<!\bfrom )(?<!\buntil )(?<!\bafter )(?<!\bbefore )(?<!\bantenatal )(?<!\bcontact )(?<!\bvisit )(?<!\bscan )(?<!\bclinic )\b(\d{1,2})(?:(?:\+\d)?(?:/40| weeks'? (?:pregnant|gestation|gest))|\+\d weeks|(?<=\d\d)\+[0-6](?=[ ,.;:]|$))(?!\w)(?! (?:\w+ )?(?:contact|visit|appointment|appt|scan|check|clinic|bloods)\b)|\b(?:born|delivered|delivery|birth|premature|prem|book(?:ed|ing))(?: \w+){0,2} at (\d{1,2})(?:\+\d(?: weeks)?| weeks)\b"
)
AGED = re.compile(r"\b(\d{1,2})[ -](day|week|month|year)s?[ -]old (?:boy|girl|child|baby|infant|son|daughter|toddler)\b")


@once
def numbers(facts: Facts) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    if not MEASURES.isdisjoint(words_in(facts.words)):
        _tablets(facts, found)
        _measures(facts, found)
    if money := sums(facts) - rates(facts):
        found["£"] = set(money)
    if again := rates(facts):
        found["£ again and again"] = set(again)
    for match in SORE_GRADE.finditer(facts.words):
        found.setdefault("as the grade", set()).add(float(match.group(1) or match.group(2)))
    for match in ABSENT_DAYS.finditer(facts.words):
        told = match["many"] or match["before"]
        many = COUNTS.get(told) or PARTS.get(told) or float(told)
        found.setdefault("days out of school" if match["out"] or match["sent"] else "days", set()).add(many)
    for match in WEEKS_OUT.finditer(facts.words) if "week" in facts.words else ():
        weeks = 1.0 if match[1] == "a" else COUNTS.get(match[1]) or float(match[1])
        found.setdefault("days out of school", set()).add(SCHOOL_WEEK * weeks)
    for match in GRAMS.finditer(facts.words):
        found.setdefault("kg", set()).add(float(match.group(1).replace(",", "")) / 1000)
    words = unpacked(in_figures(facts))
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
    mchat m must waterlow braden honos centile percentile pregnant gestation gest weeks old 40 born delivered birth booked booking""".split()
    )
)


def _tablets(facts: Facts, found: dict[str, set[float]]) -> None:
    """How many tablets somebody took."""
    for match in DOSES.finditer(unpacked(in_figures(facts))):
        found.setdefault("tablets", set()).add(COUNTS.get(match.group(1)) or float(match.group(1)))
    for match in SAID_TO_TAKE.finditer(in_figures(facts)) if says(OVERDOSE, facts) else ():
        found.setdefault("tablets", set()).add(COUNTS.get(match[1]) or float(match[1]))
    for match in TAKEN.finditer(facts.words) if says(OVERDOSE, facts) else ():
        found.setdefault("tablets", set()).add(float(match[1] or match[2]))


def _measures(facts: Facts, found: dict[str, set[float]]) -> None:
    """Readings, scores, centiles, ages."""
    for match in BREATH.finditer(facts.words):
        read = NOTHING[match.group(1)] if match.group(1) in NOTHING else float(match.group(1))
        found.setdefault("as the breath test", set()).add(read)
    for match in IN_BREATH.finditer(facts.words):
        found.setdefault("as the breath test", set()).add(float(match.group(1)))
    for match in SCORES.finditer(facts.words):
        found.setdefault(f"as the {_scale(match.group(1))} score", set()).add(float(match.group(2)))
    for match in SCORED.finditer(facts.words):
        found.setdefault(f"as the {_scale(match.group(2))} score", set()).add(float(match.group(1)))
    for match in CENTILE.finditer(facts.words):
        found.setdefault("as the centile", set()).add(float(match.group(1)))
    for match in GESTATION.finditer(facts.words):
        found.setdefault("weeks of pregnancy", set()).add(float(match.group(1) or match.group(2)))
    for match in AGED.finditer(facts.words):
        found.setdefault(f"{match.group(2)}s as the age", set()).add(float(match.group(1)))


def _scale(name: str) -> str:
    return "EPDS" if name == "edinburgh" else name.replace("-", "").upper()
