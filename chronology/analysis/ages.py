"""How old somebody is and whether female or male, as records without names say it: "13F", "M 9 yrs", "girl of twelve"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.analysis.words import TENS, UNITS

NUMBER = rf"\d{{1,2}}|{'|'.join(word for word in UNITS if word != 'zero')}|{'|'.join(TENS)}"
AGE = re.compile(
    rf"\b(?P<after>\d{{1,2}}) ?(?:yo ?|y/o ?|yr ?|yrs ?|years? old |year old )?"
    rf"(?P<sex>f|m|female|male|girl|boy|woman|man|lady|gentleman|yof|yom)\b"
    rf"|\b(?P<first>f|m|female|male|girl|boy|woman|man|lad|lady),? (?:(?:of|aged?|about|approx\.?|approximately|around) ){{0,2}}"
    rf"(?P<then>{NUMBER})(?! ?(?:kg|st|cm|mm|ml|weeks|wks|months|days|hours|minutes|mins|[/.:]\d|per))\b"
    rf"|\baged? (?P<aged>{NUMBER})\b(?! ?(?:weeks|months|days|wks))|\b(?P<old>{NUMBER})[ -]years?[ -]old\b"
)
# Without one of these words, or a letter behind a digit, there is no age; they are looked for far sooner.
BESIDE_AN_AGE = frozenset(
    f"{word}{ending}"
    for word in "f m female male girl boy woman man lad lady gentleman yof yom age aged year years".split()
    for ending in ("", "'s")
)
JOINED = re.compile(r"\d[a-z]")
FEMALE = frozenset({"f", "female", "girl", "woman", "lady", "yof"})


def may_have_ages(words: str, tokens: Sequence[str]) -> bool:
    return not BESIDE_AN_AGE.isdisjoint(tokens) or JOINED.search(words) is not None


def ages_of(words: str) -> frozenset[str]:
    """Ages with "f" or "m" where it is said: {"13f"}, {"9m"}, {"35"}."""
    found: set[str] = set()
    for match in AGE.finditer(words):
        number = match["after"] or match["then"] or match["aged"] or match["old"]
        sex = match["sex"] or match["first"]
        years = int(number) if number.isdigit() else UNITS.get(number) or 10 * (TENS[number] // 10)
        found.add(f"{years}{'' if sex is None else 'f' if sex in FEMALE else 'm'}")
    return frozenset(found)
