"""A record that begins with an age and the sex of somebody, or with a surname, that nobody has whom the other record names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from chronology.analysis.ages import ages_of
from chronology.analysis.differences.between import once
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.words import fold

ANOTHER_PATIENT = -7.0
OPENING = 40  # letters of a record in which it says whom it is of
OF_AGE = 18
FEWEST_WORDS, MOSTLY = 8, 2  # times that somebody is she or he, and how many times as often as the other
SHE = re.compile(r"\b(?:she|her|herself|girl|daughter)\b")
HE = re.compile(r"\b(?:he|him|his|himself|boy|son)\b")
MONTHS = re.compile(r"\d ?/ ?(?:12|52)\b|\d ?(?:m|mths?|mos?|months?|wks?|weeks?|days?)\b", re.IGNORECASE)
# “71F, Mrs Hale”, “Mr Voss, 48”: whom it is of, by surname and age.
AGED_SURNAME = re.compile(
    r"^\W*(?:\d{2} ?(?:[MFmf]|[Yy]/?[Oo] ?[MFmf]?|[Yy]rs?)\b[ ,:(-]{1,3}(?:Mrs?|Ms|Miss)\.? ([A-Z][\w'’-]+)"
    r"|(?:Mrs?|Ms|Miss)\.? ([A-Z][\w'’-]+),? \(?(?:aged )?\d{2}\b)"
)


def of_another_patient(found: Evidence, case: Case) -> None:
    """Points against one event where the one begins with somebody who can be none of those whom the other names."""
    first, second = found.first, found.second
    if "death" in first.kinds & second.kinds:
        return
    for one, other in ((first, second), (second, first)):
        if _has_another_surname(case, one, other) or _is_of_the_other_sex(case, one, other):
            found.add(ANOTHER_PATIENT)
            return


def _has_another_surname(case: Case, facts: Facts, other: Facts) -> bool:
    surname = _aged_surname(facts)
    if not surname:
        return False
    named = [person for person in other.people if case.people.is_close(person)]
    return bool(named) and surname not in other.words and not any(surname in person.split() for person in named)


@once
def _aged_surname(facts: Facts) -> str:
    match = AGED_SURNAME.match(facts.text)
    return fold(match[1] or match[2]) if match else ""


def _is_of_the_other_sex(case: Case, facts: Facts, other: Facts) -> bool:
    """Whether a boy without a name stands beside girls of the case who are named, or a girl beside boys."""
    sex = _sex_of_a_child(facts)
    if not sex or not case.people.children.isdisjoint(facts.people):
        return False
    children = [person for person in other.people if person in case.people.children]
    told = _sexes(case)
    return bool(children) and all(told.get(each, sex) != sex for each in children)


@once
def _sex_of_a_child(facts: Facts) -> str:
    """ "m" or "f" where a record begins with a child's age in years and sex, and gives no other age."""
    if len(facts.ages) != 1 or MONTHS.search(facts.text[:OPENING]):
        return ""
    (age,) = facts.ages
    if age[-1] not in "fm" or int(age[:-1]) >= OF_AGE or age not in ages_of(fold(facts.text[:OPENING])):
        return ""
    return age[-1]


def _sexes(case: Case) -> dict[str, str]:
    """Who of the children is she and who is he, as the records tell that name no other of the family."""
    if case.sexes is None:
        told: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for facts in case.facts:
            close = [person for person in facts.people if case.people.is_close(person)]
            if len(close) == 1 and close[0] in case.people.children:
                told[close[0]]["f"] += len(SHE.findall(facts.words))
                told[close[0]]["m"] += len(HE.findall(facts.words))
        case.sexes = {person: sex for person, counted in told.items() if (sex := _mostly(counted))}
    return case.sexes


def _mostly(told: Counter[str]) -> str:
    for sex, other in (("f", "m"), ("m", "f")):
        if told[sex] >= max(FEWEST_WORDS, MOSTLY * told[other]):
            return sex
    return ""
