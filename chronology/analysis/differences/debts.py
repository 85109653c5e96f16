"""What somebody owes: sums that do not change within a day or two."""

from __future__ import annotations

import re

from chronology.analysis.differences.agreeing import HEDGED, ROUNDED, about_one, around_about
from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.differences.sums import sums, with_signs
from chronology.analysis.facts import Facts

SUM = r"\d+(?:,\d{3})*(?:\.\d+)?"
WORD = r"(?:arrears?|owed|owes?|owing|in debt|indebted|behind|overdue|unpaid|outstanding|shortfall|overdrawn|default(?:ed|ing)?|deficit|in the red|short of rent|due|debts?|not paid)"
OWED = re.compile(rf"£ ?{SUM}[^.;£]{{0,30}}?\b{WORD}\b|\b{WORD}\b[^.;£]{{0,30}}?£ ?{SUM}")
# A part that is paid off, not what is owed.
PAID = re.compile(
    rf"£ ?{SUM}(?: \w+){{0,2}} (?:a|per|each|every|extra|more|towards|paid|off|plus) ?(?:week|month|fortnight|it|the|arrears|debt|top)?\b|\b(?:pays?|paying|paid|offers?|offered|instal\w+|repay\w*|agreed|plus|borrowed|lent)(?: \w+){{0,3}} £ ?{SUM}"
)
RENT = "rent"  # for which arrears are, where nothing else is said
DEBTS = {
    RENT: r"rent|landlord|landlady|tenan\w+|lodg\w+|service charge|hostel|board|licence fee|mortgage|housing|possession|evict\w*|quit|section 8|section 21|letting\w*|council house|flat|house|room|keep",
    "fuel": r"gas|electric\w*|energy|fuel|meter|utility|utilities|heating|water",
    "tax": r"council tax|tax",
    "a loan": r"loan\w*|lender|borrow\w*|card|catalogue|dealer|drug\w*|shark|fine|fines|court costs",
    "school": r"dinner money|school meals?|nursery fees?|trip|club fees?|childcare|nursery",
    "benefit": r"overpa\w+|benefit|universal credit|social fund",
}
SIGNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in DEBTS.items()}


def by_debt(between: Between) -> Difference | None:
    """What somebody owes for one thing, of days so near that it cannot have changed."""
    mine, theirs = owed(between.first), owed(between.second)
    for what in sorted(mine.keys() & theirs.keys()):
        here, there = mine[what], theirs[what]
        whole = [sum(sums(each)) for each in (between.first, between.second)]  # with the costs, or before what was paid today
        within = HEDGED if around_about(between) else ROUNDED
        if not any(about_one(one, other, within) for one in here | {whole[0]} for other in there | {whole[1]}):
            told = f"£{min(here):,.0f} in {between.name(between.first)}, £{min(there):,.0f} in {between.name(between.second)}"
            return between.told("number", f"What is owed for {what}: {told}.", 0.7)
    return None


def of_two_debts(first: Facts, second: Facts) -> bool:
    """Whether each tells what is owed, and for no thing of which the other does."""
    mine, theirs = owed(first), owed(second)
    return bool(mine and theirs) and mine.keys().isdisjoint(theirs)


@once
def owed(facts: Facts) -> dict[str, set[float]]:
    """The sums that somebody owes, for each thing that is owed for."""
    found: dict[str, set[float]] = {}
    if "£" not in (words := with_signs(facts.words)) or not OWED.search(words):
        return found
    for sentence in facts.sentences_in_full:
        told = PAID.sub(" ", with_signs(sentence))
        owing = {float(each.replace(",", "")) for each in re.findall(rf"£ ?({SUM})", told)} if OWED.search(told) else set()
        for what in _for_what(sentence) or _for_what(facts.words) or [RENT] if owing else ():
            found.setdefault(what, set()).update(owing)
    return found


def _for_what(words: str) -> list[str]:
    return [name for name, sign in SIGNS.items() if sign.search(words)]
