"""Of whom a record tells: what is measured of one person and of another is no contradiction."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, once_in_case, says
from chronology.analysis.facts import Case, Facts
from chronology.analysis.people import OFTEN_NAMED

# Somebody of the family without a name, who may be the one whom the other record names.
UNNAMED = re.compile(
    r"\b(?:sons?|daughters?|child|children|bab(?:y|ies)|boys?|girls?|kids|twins?|brothers?|sisters?|siblings?|toddler|infant|youngest|eldest|oldest)\b"
)


def of_two_people(between: Between) -> bool:
    """Whether the one begins with one of the family and the other with another, and neither has the other's."""
    first, second = between.first, between.second
    if says(UNNAMED, first) or says(UNNAMED, second):
        return False
    mine, theirs = _first_named(between.case, first), _first_named(between.case, second)
    return bool(mine and theirs) and not _names(second, mine) and not _names(first, theirs)


@once_in_case
def _first_named(case: Case, facts: Facts) -> str:
    """The first of the family whom a record names by a given name."""
    close = (person for person in facts.people if _is_close(case, person))
    return next((person for person in close if any(word in case.people.given for word in person.split())), "")


def _is_close(case: Case, person: str) -> bool:
    """Whether somebody is of the family, or bears its name so often that no list of those present makes a professional of him."""
    people = case.people
    kin = len(people.by_surname.get(person.rpartition(" ")[2], ())) > 1
    return people.is_close(person) or (kin and people.mentioned[person] >= OFTEN_NAMED)


def _names(facts: Facts, person: str) -> bool:
    return person in facts.people or any(re.search(rf"\b{re.escape(word)}\b", facts.words) for word in person.split())
