"""Who departs from the others: of several who tell of one event, the one by whom what they have done or planned is not to be.

What two put in their own words may be two things. Where a third bears one of them out, a denial of what both have counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronology.analysis.differences.between import Difference, once_in_case, words_in
from chronology.analysis.differences.clauses import Clause, of_others, read
from chronology.analysis.differences.opposites import with_not
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.departing import (
    AGAINST,
    DOING,
    ENDING_IN,
    GOVERNED,
    LEFT_OPEN,
    OF_NO_MATTER,
    OWN_WORDS,
    SAID_BEHIND,
    UNDISPUTED,
)
from chronology.analysis.words import informative

PARTS = re.compile(r"[;:()]+ ?|, (?:and |who |which )?| - |\b(?:but|although|though|however|while|whereas)\b|\.(?=\s|$)")
RARE, RARER = 2.0, 3.5
BEHIND, BEFORE = 4, 3  # words that say something which a denial governs
THREE = 3
SCORE = 0.7


class Part(NamedTuple):
    """A part of a sentence: read as a clause, with the matters that it denies, and whether it leaves nothing open."""

    clause: Clause
    denied: frozenset[str]
    open: bool
    doing: bool


def departures(case: Case, members: Sequence[Facts]) -> Iterator[Difference]:
    """The one who has against it what two others have, each of the others with it."""
    if len(members) < THREE:
        return
    for one in members:
        for part in _parts(case, one):
            if part.denied and (others := _borne_out(case, one, part, members)):
                for other, clause in others:
                    mine, theirs = (case.names.get(each.agency, each.agency) for each in (one, other))
                    told = f"{mine} has “{part.clause.words}”, {theirs} has “{clause.words}”."
                    yield Difference("outcome", one, other, told, SCORE)
                break


def _borne_out(case: Case, one: Facts, part: Part, members: Sequence[Facts]) -> list[tuple[Facts, Clause]]:
    """Those who have as done or planned what the one denies, where they are two, or a third tells of the same as one of them."""
    matters = part.denied - _said(case, one)
    others = [each for each in members if each is not one and each.agency != one.agency]
    if not matters or any(_leaves_open(case, other, matters) for other in others):
        return []
    direct = [(other, found) for other in others if (found := _with(case, other, part.clause, matters)) is not None]
    if not any(each.doing for _, each in direct):
        return []
    borne = [(other, each.clause) for other, each in direct]
    if len(direct) == 1:
        known = direct[0][1].clause
        like = ((other, _like(case, other, known)) for other in others if other is not direct[0][0])
        borne += [(other, clause) for other, clause in like if clause is not None][:1]
    return borne if len(borne) > 1 else []


def _with(case: Case, other: Facts, denied: Clause, matters: frozenset[str]) -> Part | None:
    """The part of a record that says of a matter that it is so."""
    for each in _parts(case, other):
        if not each.open and not matters.isdisjoint(each.clause.stems) and not of_others(case, denied, each.clause):
            return each
    return None


def _like(case: Case, other: Facts, known: Clause) -> Clause | None:
    """The part of a record that has most in common with one that is known, a rare word at least, and leaves nothing open."""
    rare = {stem for stem in known.stems - OF_NO_MATTER if case.rarity(stem) >= RARER}
    like = [each.clause for each in _parts(case, other) if not each.open and not rare.isdisjoint(each.clause.stems)]
    return max(like, key=lambda each: sum(map(case.rarity, rare & each.stems)), default=None)


def _leaves_open(case: Case, other: Facts, matters: frozenset[str]) -> bool:
    return any(each.open and not matters.isdisjoint(each.clause.stems) for each in _parts(case, other))


def _said(case: Case, facts: Facts) -> frozenset[str]:
    return frozenset[str]().union(*(each.clause.stems for each in _parts(case, facts) if not each.denied))


@once_in_case
def _parts(case: Case, facts: Facts) -> list[Part]:
    found = []
    for sentence in facts.sentences_in_full:
        for words in filter(str.strip, PARTS.split(with_not(sentence))):
            clause = read(case, words.strip())
            against = AGAINST.search(clause.words) is not None
            denied = _denied(case, clause) if against and not OWN_WORDS.match(clause.words) else frozenset[str]()
            open_ = against or not LEFT_OPEN.isdisjoint(words_in(clause.words)) or UNDONE.search(clause.words) is not None
            found.append(Part(clause, denied, open_, DOING.search(clause.words) is not None))
    return found


UNDONE = re.compile(r"\bun(?!cle|it|der|til|iform|ion)[a-z]{4,}")


def _denied(case: Case, clause: Clause) -> frozenset[str]:
    """The rather rare words near a word of denying: behind it, or before it, where what it says is said of them."""
    near: set[str] = set()
    for match in AGAINST.finditer(clause.words):
        before, behind = clause.words[: match.start()], clause.words[match.end() :]
        if UNDISPUTED.match(behind):
            continue
        if SAID_BEHIND.match(match.group()) or GOVERNED.match(behind):
            near.update(informative(before)[-BEFORE:])
        if not SAID_BEHIND.match(match.group()):
            near.update(informative(behind)[:BEHIND])
    matters = (near & clause.stems) - OF_NO_MATTER
    return frozenset(each for each in matters if each[0].isalpha() and not each.endswith(ENDING_IN) and case.rarity(each) >= RARE)
