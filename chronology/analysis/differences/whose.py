"""Of whom a record tells: what is measured of one person and of another is no contradiction."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import Between, once_in_case, says
from chronology.analysis.differences.clauses import ENDS, read
from chronology.analysis.differences.kin import may_be_one, relations, titles
from chronology.analysis.facts import Case, Facts
from chronology.analysis.people import OFTEN_NAMED

# Somebody of the family without a name, who may be the one whom the other record names.
UNNAMED = re.compile(
    r"\b(?:sons?|daughters?|child|children|bab(?:y|ies)|boys?|girls?|kids|twins?|brothers?|sisters?|siblings?|toddler|infant|youngest|eldest|oldest)\b"
    r"|^(?:\w+ )?\d{1,2} ?(?:yo|y/o|yrs?(?: old)?|year old)? ?(?:m|f|male|female)\b"
)


def of_two_people(between: Between) -> bool:
    """Whether the one begins with one of the family and the other with another, and neither has the other's."""
    first, second = between.first, between.second
    if says(UNNAMED, first) or says(UNNAMED, second):
        return False
    mine, theirs = _first_named(between.case, first), _first_named(between.case, second)
    return bool(mine and theirs) and not _names(between.case, second, mine) and not _names(between.case, first, theirs)


@once_in_case
def _first_named(case: Case, facts: Facts) -> str:
    """The first of the family whom a record names by a given name."""
    close = (person for person in facts.people if _is_close(case, person))
    return next((person for person in close if any(_is_given(case, word) for word in person.split())), "")


def _is_given(case: Case, word: str) -> bool:
    """Whether a word is somebody's given name, also of one who is often named by it alone and never with a form of address."""
    people = case.people
    alone = people.mentioned[word] >= OFTEN_NAMED and people.is_close(word) and word not in titles(case)
    return word in people.given or alone


def _is_close(case: Case, person: str) -> bool:
    """Whether somebody is of the family, or bears its name so often that no list of those present makes a professional of him."""
    people = case.people
    kin = len(people.by_surname.get(person.rpartition(" ")[2], ())) > 1
    return people.is_close(person) or (kin and people.mentioned[person] >= OFTEN_NAMED)


def _names(case: Case, facts: Facts, person: str) -> bool:
    """Whether a record has somebody, by the full name or by the given one."""
    given = [word for word in person.split() if _is_given(case, word)]
    return person in facts.people or any(re.search(rf"\b{re.escape(word)}\b", facts.words) for word in given)


# "Two other children, uninjured", "nobody else hurt", "no injuries to staff": of others than the one whom it is about.
OF_OTHERS = re.compile(
    r"\b(?:others?|another|else|siblings|staff|crew|officers?|colleagues?|occupants|passengers?|residents|neighbours?|pupils|rest of)\b"
)


CHILD = "child"
OF_A_CHILD = re.compile(r"\b(?:child(?:ren)?|bab(?:y|ies)|boys?|girls?|sons?|daughters?|twins?|infant|toddler|kids?)\b")
MAY_BE_CHILDREN = frozenset({CHILD, "brother", "sister", "cousin"})


class Told(NamedTuple):
    """A record, a sentence of it, and the words there by which it tells of it."""

    facts: Facts
    sentence: str
    words: str


def told_of_two(between: Between, here: Told, there: Told) -> bool:
    """Whether two sentences, each of a record, are of two people: none of those of the one may be one of the other's, or the one is of others."""
    of_others = [OF_OTHERS.search(sentence) is not None for _, sentence, _ in (here, there)]
    if of_others[0] != of_others[1]:
        return True
    case = between.case
    mine, theirs = (_of_whom(case, told) for told in (here, there))
    return bool(mine and theirs) and not any(may_be_child_or_one(case, one, other) for one in mine for other in theirs)


def _of_whom(case: Case, told: Told) -> frozenset[str]:
    """Whom the clause with the words names, or else its sentence, or the one before it that names anybody."""
    sentences = told.facts.sentences_in_full
    clause = next((each for each in ENDS.split(told.sentence) if told.words in each), "")
    for each in (clause, *reversed(sentences[: sentences.index(told.sentence) + 1])):
        people = read(case, each).people
        if OF_A_CHILD.search(each):
            people |= {CHILD}
        if people:
            return people
    return frozenset()


def may_be_child_or_one(case: Case, one: str, other: str) -> bool:
    """Whether two may be the same person, also where the one is just a child."""
    if one == other:
        return True
    if CHILD not in (one, other):
        return may_be_one(case, one, other)
    who = other if one == CHILD else one
    roles = relations(case).get(who[1:], MAY_BE_CHILDREN) if who[0] == "=" else {who}
    return not MAY_BE_CHILDREN.isdisjoint(roles)
