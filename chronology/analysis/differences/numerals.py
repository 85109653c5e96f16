"""Numbers of more than one word in figures: "thirty-two", "two dozen", "a hundred and ten"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once, words_in
from chronology.analysis.facts import Facts
from chronology.analysis.words import TENS, UNITS

TEN, DOZEN, HUNDRED = 10, 12, 100
ONES = {word: n for word, n in UNITS.items() if 0 < n < TEN}
MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "half a": 0.5}
COMPOUND = re.compile(
    rf"\b(?P<tens>{'|'.join(TENS)})[- ](?P<ones>{'|'.join(ONES)})\b(?! (?:past|to)\b)"
    r"|\b(?:(?P<dozens>half a|a|one|two|three|four|five) )?(?P<dozen>dozen)\b(?: of(?= (?:the|them|her|his)\b))?"
    rf"|\b(?P<hundreds>a|one|two|three) hundred(?: and (?P<rest>(?:{'|'.join(TENS)})|(?:{'|'.join(ONES)})|ten))?\b(?! (?:pounds|quid))"
)
WORDS = frozenset({*TENS, "dozen", "hundred"})


@once
def in_figures(facts: Facts) -> str:
    """A record's words with such numbers in figures."""
    words = facts.words if WORDS.isdisjoint(words_in(facts.words)) else COMPOUND.sub(_figure, facts.words)
    return SIZE.sub(" ", words) if BY_SIZE in words else words


BY_SIZE = "m "
# "3 x 1 cm" may be three of that size, or how long and wide one is.
SIZE = re.compile(
    r"\b(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six) ?(?:x|by) ?\d{1,2}(?:\.\d)? ?(?:cm|mm)\b(?= (?:\w+ )?(?:bruis|mark|lac|cut|burn|wound|graz))"
)


def _figure(match: re.Match[str]) -> str:
    if match["tens"]:
        return str(TENS[match["tens"]] + ONES[match["ones"]])
    if match["dozen"]:
        return f"{MANY[match['dozens'] or 'a'] * DOZEN:g}"
    rest = match["rest"] or ""
    return str(MANY[match["hundreds"]] * HUNDRED + (TENS.get(rest) or ONES.get(rest) or (TEN if rest else 0)))
