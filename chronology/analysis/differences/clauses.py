"""The clauses of a record with the words that say something and the people in each: what two records have in common in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from chronology.analysis.differences.between import once_in_case
from chronology.analysis.differences.kin import ROLES, may_be_one, person_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS, tokens_of
from chronology.analysis.words import informative

ENDS = re.compile(r"[.;:!?\n](?=\s|$)|, |\b(?:but|although|while|whereas)\b")


class Clause(NamedTuple):
    """Its words, their stems without names, and its people: by full name behind an equals sign, or as a role."""

    words: str
    stems: frozenset[str]
    people: frozenset[str]


@once_in_case
def clauses_of(case: Case, facts: Facts) -> tuple[Clause, ...]:
    return tuple(read(case, words.strip()) for words in ENDS.split(facts.words) if words.strip())


def clause_at(case: Case, words: Sequence[str], first: int, last: int) -> Clause:
    """The clause in which some of the words of a text stand."""
    start = clause_start(words, first)
    end = min((at for at in range(last, len(words)) if words[at] in PARTING), default=len(words))
    return read(case, " ".join(words[start:end]))


def sentence_of(case: Case, facts: Facts, sign: re.Pattern[str]) -> Clause:
    """The sentence of a record in which a sign stands first, read as a clause."""
    found = sign.search(facts.words)
    if found is None:
        return read(case, "")
    before, behind = facts.words[: found.start()], facts.words[found.end() :]
    return read(case, STOP.split(before)[-1] + found.group() + STOP.split(behind)[0])


STOP = re.compile(r"[.;!?\n](?=\s|$)")


def clause_start(words: Sequence[str], first: int) -> int:
    return max((at + 1 for at in range(first) if words[at] in PARTING), default=0)


# What stands behind a colon is said of what stands before it.
PARTING = CLAUSE_ENDS - {":"} | frozenset("but although while whereas".split())


def of_the_family(case: Case, clause: Clause) -> frozenset[str]:
    """Who of a clause is not there by profession."""
    return frozenset(each for each in clause.people if each[1:] not in case.people.professionals and each not in BY_PROFESSION)


def of_others(case: Case, one: Clause, other: Clause) -> bool:
    """Whether each names somebody of the family, and none of them may be the same."""
    mine, theirs = of_the_family(case, one), of_the_family(case, other)
    return bool(mine and theirs) and not any(may_be_one(case, here, there) for here in mine for there in theirs)


BY_PROFESSION = frozenset({"police", "teacher", "nurse", "staff", "driver", "midwife", "social worker"})


def read(case: Case, words: str) -> Clause:
    people = case.people
    tokens = [token.removesuffix("'s") for token in tokens_of(words)]
    named = {token for token in tokens if token in people.given or token in people.surnames}
    who = {ROLES[token] for token in tokens if token in ROLES}
    who |= {f"={person}" for token in named if (person := person_of(case, token))}
    plain = " ".join(token for token in tokens if token not in named and token not in ROLES)
    return Clause(words, frozenset(informative(plain)), frozenset(who))
