"""What was decided for by the one, and against by the other: an alarm "to be fitted", and "not felt proportionate"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.clauses import Clause, of_others, read
from chronology.analysis.differences.denials import said_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES
from chronology.analysis.differences.opposites import with_not
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.deciding import (
    ALIKE,
    AS_IT_WAS,
    BESIDES,
    NONE_TAKEN,
    OF_AGENCIES,
    OF_ANY_DECISION,
    OF_MANY,
    OTHERWISE,
    PASSED_OVER,
    PASSES_OVER,
    UNDECIDED,
    WAS,
)
from chronology.analysis.vocabulary.denying import DENYING, OF_PEOPLE
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.words import informative, stem

PARTS = re.compile(r"[,;:()]+ ?| - |\b(?:but|although|though|however|and|who|which)\b|\.(?=\s|$)")
IF = re.compile(r"\b(?:if|when)\b")  # "a text each day if he is late": the text is sent
PASSED = re.compile(rf"\b(?:{PASSED_OVER})")
PASSES = re.compile(rf"\b(?:{PASSES_OVER})\b")
NONE = re.compile(rf"\b(?:{NONE_TAKEN})")
SAME = re.compile(rf"\b(?:{AS_IT_WAS})")
SIGNS = frozenset(
    "no nobody none nor not never without neither against out down rejected refused dropped shelved dismissed overruled discounted aside vetoed discouraged need nothing too hold unnecessary premature disproportionate unworkable wait delay left parked deferred postponed stood held off".split()
)
STAYING = frozenset(
    "no stay stays stayed remain remains remained continue continues carry carries go goes left kept run runs unchanged unaltered as same".split()
)
OPEN = DENYING | UNDECIDED
# What says nothing of which matter a decision is about; where something stays as it was, of what there may be more.
OF_NO_MATTER = {
    stays: frozenset(map(stem, OF_ANY_DECISION)) - (frozenset(map(stem, OF_MANY)) if stays else frozenset())
    for stays in (False, True)
}
ONE_MATTER = {(word if word.endswith("_") else stem(word)): one for one, words in ALIKE.items() for word in words.split()}
RARE = 3.0
OBJECT = 60  # letters behind a word of turning down in which it is said what


class Against(NamedTuple):
    """What a record has as decided against, or as staying as it was: its words, its stems and its people."""

    words: str
    stems: frozenset[str]
    clause: Clause
    stays: bool


def by_decision(between: Between) -> Difference | None:
    """One matter of one day or meeting, decided against or left as it was by the one, and by the other to be done."""
    first, second = between.first, between.second
    if first.start != second.start and not first.meetings & second.meetings:
        return None
    in_meeting = bool(first.meetings & second.meetings) or (first.gathering and second.gathering)
    for against, taking in between.either_way():
        for turned in _against(between.case, against):
            if turned.stays and not in_meeting:
                continue
            for words in _taken_up(between, against, taking, turned):
                score = 0.75 if in_meeting else 0.65  # of a meeting there is one decision
                told = f"{between.name(against)} has “{turned.words}”, {between.name(taking)} has “{words}”."
                return between.told("outcome", told, score)
    return None


def _taken_up(between: Between, against: Facts, taking: Facts, turned: Against) -> Iterator[str]:
    """The clauses of the other in which what was turned down is said or planned."""
    case = between.case
    theirs = said_in(case, taking)
    turned_too = frozenset[str]().union(*(each.stems for each in _against(case, taking)))
    left = turned.stems - turned_too - theirs.denied.keys()
    if not turned.stays:
        planned = said_in(case, against).planned.items()
        left -= {each for each, stands in planned if not _overlap(turned.words, " ".join(stands.clause))}
    for clause in _said_or_planned(case, taking):
        shared = left & _things(case, clause.words, OF_NO_MATTER[turned.stays])
        if (
            shared
            and len(shared) * 2 >= len(turned.stems)
            and (turned.stays or WAS.isdisjoint(clause.words.split()))
            and (turned.stays or any(case.rarity(each) >= RARE or each in ALIKE for each in shared))
            and (not turned.stays or not OTHERWISE.isdisjoint(clause.words.split()))
            and not of_others(case, turned.clause, clause)
        ):
            yield clause.words


def _overlap(turned: str, clause: str) -> bool:
    """Whether what was turned down stands in a clause, or all of the clause in what was turned down."""
    return turned in clause or clause in turned


@once_in_case
def _said_or_planned(case: Case, facts: Facts) -> list[Clause]:
    """The clauses of a record that say something to be so, or to be done, and deny nothing."""
    clauses = [words for sentence in facts.sentences_in_full for part in PARTS.split(sentence) for words in IF.split(part)[:1]]
    return [read(case, words.strip()) for words in clauses if words.strip() and OPEN.isdisjoint(words_in(words))]


def _things(case: Case, words: str, but: frozenset[str]) -> frozenset[str]:
    """What words name, people of the family apart."""
    people = case.people
    tokens = [token.removesuffix("'s") for token in tokens_of(words)]
    named = [
        token
        for token in tokens
        if ROLES.get(token) not in OF_THE_FAMILY
        and token not in people.given
        and token not in people.surnames
        and token not in OF_PEOPLE
        and token not in OF_AGENCIES
    ]
    found = frozenset(ONE_MATTER.get(each, each) for each in informative(" ".join(named))) - but
    return frozenset(each for each in found if not each.endswith(OF_MEETINGS))


OF_MEETINGS = ("group_", "meeting_", "conference_", "review_", "discussion_")  # whether those were held is another question


@once_in_case
def _against(case: Case, facts: Facts) -> list[Against]:
    found: list[Against] = []
    known = words_in(with_not(facts.words))
    if SIGNS.isdisjoint(known) and STAYING.isdisjoint(known):
        return found
    for sentence in facts.sentences_in_full:
        before = ""
        for part in filter(str.strip, PARTS.split(with_not(sentence))):
            for words, whole, stays in _turned(part, before):
                stems = _things(case, words, OF_NO_MATTER[stays])
                if stems:
                    found.append(Against(whole.strip(), stems, read(case, words), stays))
            before = part
    return found


def _turned(part: str, before: str) -> Iterator[tuple[str, str, bool]]:
    """What a part of a sentence says was decided against: before the word for it, behind it, or in the part before, if it names nothing itself."""
    if (match := NONE.search(part)) is not None:
        what = next(filter(None, match.groups()))
        yield what, match.group(), False
        if BESIDES.search(what):
            yield what, match.group(), True
    elif (match := PASSED.search(part)) is not None:
        subject = part[: match.start()]
        behind = part[match.end() :] if match.group().endswith((" to", " for")) else ""
        thing = next(filter(NAMES.search, (subject, behind)), f"{before} {subject}")
        yield thing, part if thing == behind else f"{subject}{match.group()}", False
    elif (match := PASSES.search(part)) is not None:
        thing = part[match.end() : match.end() + OBJECT]
        yield (thing if NAMES.search(thing) else before), part if NAMES.search(thing) else f"{before.strip()} … {part}", False
    if (match := SAME.search(part)) is not None:
        yield next(filter(None, match.groups())), match.group(), True


NAMES = re.compile(
    r"\b(?!(?:it|this|that|they|them|he|she|we|was|were|is|are|the|a|in|panel|chair|meeting|felt|agreed|conference|judge|court|all|group|to)\b)[a-z]{2,}"
)
