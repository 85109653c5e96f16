"""How often a thing is to be: "five mornings a week" and "three sessions of ninety minutes a week"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.facts import Facts

NUMBERS = {word: float(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
NUMBER = r"\d{1,2}|" + "|".join(NUMBERS)
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
A_WEEK = {"day": 7.0, "week": 1.0, "wk": 1.0, "fortnight": 0.5, "month": 12 / 52, "daily": 7.0, "weekly": 1.0, "monthly": 12 / 52}
# So many of something in so long; not so many minutes or pounds.
MANY = re.compile(
    rf"\b(?P<many>{NUMBER})(?! ?(?:hours?|hrs?|minutes?|mins?|mg|ml|g|units?|pounds|cigarettes|pints?|cans?|bottles?|nights? old)\b)(?: (?!and\b|or\b|to\b|then\b|for\b|with\b)[a-z'-]+){{0,2}}?"
    rf"(?: (?:of|lasting|for) (?:up to )?(?:{NUMBER}|half|ninety|thirty|forty[ -]five|forty|sixty|an?|\d+)[ -](?:and a half |an? )?(?:hours?|minutes?|mins?|hrs?)(?: each)?)?,? (?:a|per|each|every|in the|in a|/) ?(?P<long>day|week|wk|fortnight|month)\b"
    rf"|\b(?P<times>once|twice|thrice|(?:{NUMBER})(?: times| ?x)|x ?\d) ?(?:(?:a|per|each|every|/) ?(?P<so>day|week|wk|fortnight|month)|(?P<ly>daily|weekly|monthly))\b"
)
PLAIN = {
    7.0: r"(?<!\d )(?<!times )(?<!once )(?<!twice )daily\b|every day|each day|seven days a week",
    5.0: r"(?:every |each |on )?weekdays?\b(?! (?:\w+ )?only)|monday to friday|mon(?:day)? ?- ?fri(?:day)?",
    3.5: r"alternate days|every other day|every second day",
    1.0: r"(?<!twice[ -])(?<!times )(?<!x )(?<!once )weekly\b|every week\b|each week\b",
    0.5: r"fortnightly|every (?:fortnight|two weeks|other week|second week)|alternate weeks",
    12 / 52: r"(?<!twice )(?<!times )monthly\b|every (?:month|four weeks)",
}
SIGNS = {each: re.compile(rf"\b(?:{words})") for each, words in PLAIN.items()}
DAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?"
DAYS = re.compile(rf"\b{DAY}(?:(?:,| and| &|, and) {DAY})+\b")
NOT_THESE = re.compile(
    r"\b(?:was|were|been|had been|from|instead of|rather than|down from|up from|until now|used to be|not)\b[^.;,]*$"
)
# What is so often; visits and calls are made by several, each in its own time.
WHAT = {
    "time with the family": r"contact|family time|(?:see|sees|seeing|seen by|time with|visits? (?:to|from|by|with)) (?:him|her|them|his|the (?:baby|child|children|parents?)|mum|dad|mother|father|parents?)|sessions?\b[^.;]*\b(?:parents?|mum|dad|mother|father)|(?:parents?|mum|dad|mother|father)\b[^.;]*\bsessions?",
    "tests": r"tests?|testing|tested|screens?|screening|breathalys\w+",
    "weighing": r"weigh\w*|weights?",
    "reporting": r"report(?:ing)? to|sign(?:ing)? on|bail sign",
    "respite": r"respite|short breaks?|overnights?|overnight stays?",
    "lessons": r"timetable|tuition|lessons|reduced hours|sessions at school",
    "dressings": r"dressings?",
}
SUBJECTS = {name: re.compile(rf"\b(?:{words})\b") for name, words in WHAT.items()}
WORDS = frozenset(
    "day days week weeks weekly daily fortnight fortnightly month monthly wk weekday weekdays mondays tuesdays wednesdays thursdays fridays saturdays sundays monday".split()
)
NEARLY = 0.85


def by_frequency(between: Between) -> Difference | None:
    """How often one thing is to be, of what both heard or decided in one meeting or on one day."""
    first, second = between.first, between.second
    if first.start != second.start and not first.meetings & second.meetings:
        return None
    mine, theirs = _often(first), _often(second)
    for what in sorted(mine.keys() & theirs.keys()):
        if len(mine[what]) == len(theirs[what]) == 1:
            one, other = sorted((min(mine[what]), min(theirs[what])))
            if one < NEARLY * other:
                here, there = (_shown(min(each[what])) for each in (mine, theirs))
                return between.told("condition", f"How often differs, of {what}: {here} in the one, {there} in the other.", 0.7)
    return None


def _shown(often: float) -> str:
    return f"{often:g} a week" if often >= 1 else f"one in {1 / often:.0f} weeks"


@once
def _often(facts: Facts) -> dict[str, set[float]]:
    """For each thing how often a week it is to be."""
    found: dict[str, set[float]] = {}
    if WORDS.isdisjoint(words_in(facts.words)):
        return found
    for sentence in facts.sentences_in_full:
        often = _in_sentence(sentence)
        for what, sign in SUBJECTS.items() if often else ():
            if sign.search(sentence):
                found[what] = found.get(what, set()) | often
    return found


def _in_sentence(sentence: str) -> set[float]:
    found: set[float] = set()
    for match in MANY.finditer(sentence):
        if NOT_THESE.search(sentence[: match.start()]):
            continue
        many = match["many"] or match["times"]
        number = TIMES.get(many) or _number(many)
        found.add(number * A_WEEK[match["long"] or match["so"] or match["ly"]])
    for often, sign in SIGNS.items():
        if (plain := sign.search(sentence)) and not NOT_THESE.search(sentence[: plain.start()]):
            found.add(often)
    for days in DAYS.finditer(sentence):
        found.add(float(len(re.findall(DAY, days[0]))))
    return found


def _number(many: str) -> float:
    word = next(each for each in re.findall(r"[a-z]+|\d+", many) if each != "x")
    return NUMBERS.get(word) or float(word)
