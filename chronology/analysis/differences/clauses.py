"""The clauses of a record with the words that say something and the people in each: what two records have in common in one place."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import once_in_case
from chronology.analysis.differences.kin import ROLES, person_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.words import informative

ENDS = re.compile(r"[.;:!?\n](?=\s|$)|, |\b(?:but|although|while|whereas)\b")


class Clause(NamedTuple):
    """Its words, their stems without names, and its people: by full name behind an equals sign, or as a role."""

    words: str
    stems: frozenset[str]
    people: frozenset[str]


@once_in_case
def clauses_of(case: Case, facts: Facts) -> tuple[Clause, ...]:
    return tuple(_clause(case, words.strip()) for words in ENDS.split(facts.words) if words.strip())


def _clause(case: Case, words: str) -> Clause:
    people = case.people
    tokens = [token.removesuffix("'s") for token in tokens_of(words)]
    named = {token for token in tokens if token in people.given or token in people.surnames}
    who = {ROLES[token] for token in tokens if token in ROLES}
    who |= {f"={person}" for token in named if (person := person_of(case, token))}
    plain = " ".join(token for token in tokens if token not in named and token not in ROLES)
    return Clause(words, frozenset(informative(plain)), frozenset(who))
