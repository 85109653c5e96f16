"""Sums of money, in whatever way they are written: "£1,146", "1,146 pounds", "eleven hundred pounds", "40 quid"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once, words_in
from chronology.analysis.differences.counting import COUNTS
from chronology.analysis.facts import Facts

SIGNED = re.compile(r"£ ?(\d[\d,]*(?:\.\d+)?)(k\b)?")
IN_MONEY = frozenset({"pounds", "quid"})
IN_FIGURES = re.compile(r"(?<![\d£,.])(\d[\d,]*(?:\.\d+)?) (?:pounds|quid)\b")
MANY = "a|one|" + "|".join(word for word in COUNTS if word != "both")
IN_WORDS = re.compile(
    rf"\b(?:(?P<thousands>{MANY}) thousand(?:,| and)? ?)?(?:(?P<hundreds>{MANY}) hundred(?: and)? ?)?(?:(?P<tens>{MANY})[ -])??(?P<rest>{MANY})? ?(?:pounds|quid)\b"
)
WORTH = {"thousands": 1000, "hundreds": 100, "tens": 1, "rest": 1}


def with_signs(words: str) -> str:
    """The words with every sum in figures behind a pound sign; fewer than a hundred in words may be what somebody weighs."""
    if IN_MONEY.isdisjoint(words_in(words)):
        return words
    return IN_WORDS.sub(_in_figures, IN_FIGURES.sub(r"£\1", words))


def _in_figures(match: re.Match[str]) -> str:
    if not (match["thousands"] or match["hundreds"]):
        return match.group()
    return f"£{sum(count(match[part]) * each for part, each in WORTH.items()):g}"


def count(word: str | None) -> float:
    """How many a word of number means; one where there is another word, none where there is no word."""
    return COUNTS.get(word, 1.0) if word else 0.0


@once
def sums(facts: Facts) -> frozenset[float]:
    """The sums of money that a record names."""
    return frozenset(each for each, _ in _found(facts))


@once
def rates(facts: Facts) -> frozenset[float]:
    """The sums that are to be paid again and again, by the week or the month."""
    return frozenset(each for each, again in _found(facts) if again)


def _found(facts: Facts) -> list[tuple[float, bool]]:
    """Each sum, and whether it is to be paid again and again; not one that is only to come, or was of another week."""
    words = with_signs(facts.words)
    return [
        (float(match[1].rstrip(",").replace(",", "")) * (1000 if match[2] else 1), bool(AGAIN.match(words, match.end())))
        for match in SIGNED.finditer(words)
        if not OF_ANOTHER_TIME.match(words, match.end())
    ]


OF_ANOTHER_TIME = re.compile(
    r"[^.;,]{0,25}\b(?:to be|will be|(?:next|last) (?:week|month|year)|previously|(?:weeks?|months?) (?:ago|before|earlier))\b"
)


AGAIN = re.compile(
    r"(?: (?!and\b|or\b|arrears\b)[a-z]+){0,2}? ?(?:/|a|per|each|every|p/?) ?(?:week|wk|w|fortnight|month|mth|m|day)\b|(?: \w+)? (?:weekly|monthly|fortnightly|pw|pcm)\b"
)


# What a sum is of, by the words of its sentence: what is owed is not what is found on somebody.
OF_WHAT = {
    "owed": re.compile(
        r"\b(?:arrears?|ow(?:e[ds]?|ing)|debts?|in debt|behind|overdue|unpaid|outstanding|overdrawn|balance|rent account|shortfall)\b"
    ),
    "cost": re.compile(r"\b(?:recharge[ds]?|fine[ds]?|costs?|fees?|bills?|charge[ds]?|deposit|repairs?|damages?|worth|price)\b"),
    "held": re.compile(
        r"\b(?:cash|notes|found|seized|stolen|stole|theft|thefts|took|taken|nicked|burglary|robbed|robbery|missing|wallet|purse|envelope|counted|on (?:him|her|them))\b"
    ),
    "given": re.compile(
        r"\b(?:gave|given|pa(?:id|ys?|yment)|grant|vouchers?|lent|borrowed|pocket money|gift|allowance|section 17)\b"
    ),
}


def of_two_sums(first: Facts, second: Facts) -> bool:
    """Whether of what the one has sums the other has none: rent that is owed, and cash that was found."""
    mine, theirs = _of_what(first), _of_what(second)
    return bool(mine or theirs) and mine.isdisjoint(theirs)


@once
def _of_what(facts: Facts) -> frozenset[str]:
    told = [with_signs(sentence) for sentence in facts.sentences_in_full]
    return frozenset(name for name, sign in OF_WHAT.items() for each in told if "£" in each and sign.search(each))
