"""What a sentence says by itself, whatever stands before and behind it: agencies write the same ones again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from chronology.analysis.ages import ages_of, may_have_ages
from chronology.analysis.days import days_named
from chronology.analysis.remembering import remembered, up_to_stops
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import ATTENDED, DENIED, HEARD, HEARD_WORDS, JOINT, NOTICED_LATER, PAPERS, SAID
from chronology.analysis.vocabulary.illness import ILLNESS
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.meetings import MEETING, UNNAMED
from chronology.analysis.vocabulary.phrases import Found, Phrasebook, tokens_of
from chronology.analysis.vocabulary.services import SERVICE
from chronology.analysis.words import stems_of

STATEMENT = re.compile(r"[.;:!?]\s+|\n+|[.]$")
SHORTEST_STATEMENT = 9
PARTING = frozenset(".;:!?\n")  # signs that may part the statements of a sentence
# Without one of these words nothing of that stands in a text, so that most texts need not be searched.
MAY_DENY = frozenset(
    """no without not declined refused wrong different another unconnected unrelated upstairs downstairs door police ambulance
    internal internally left by in own walked self ours flat house family people neighbours neighbour from""".split()
)
MAY_BE_JOINT = frozenset(
    """joint jointly together accompanied accompanying took brought alongside with company both along came
    sat""".split()
)
MAY_BE_EARLIER = frozenset(
    """overnight last previous previously day week yesterday yesterday's ago earlier weekend night old days weeks month
    months""".split()
)
MAY_MEAN = frozenset(
    """yesterday yesterday's last day night overnight monday tuesday wednesday thursday friday saturday sunday mon wed sat sun
    weekend ago earlier previously evening monday's tuesday's wednesday's thursday's friday's saturday's sunday's""".split()
)
CHILDREN = frozenset(
    """child children child's baby babies baby's infant sibling siblings boy boys girl girls pupil pupils toddler toddlers
    kids""".split()
)
NONE_OF = frozenset({"no", "nil", "without", "denies", "denied"})  # "no wheeze" is none
FIRST_WORDS = 12  # in which a record says from whom it has what it tells, or that there was a meeting
NOTHING: frozenset[Any] = frozenset()
ALL = Phrasebook.together(kind=KIND, service=SERVICE, said=SAID, meeting=MEETING, gathering=UNNAMED)


class Sentence(NamedTuple):
    """A sentence written out in full, its words, and what is found in it. Nothing of that reaches over a full stop."""

    words: str
    tokens: tuple[str, ...]
    found: tuple[tuple[str, Found], ...]
    stems: tuple[str, ...]
    stems_may_change: bool
    kinds: frozenset[str]
    services: frozenset[str]
    denied: frozenset[str]
    days: frozenset[tuple[int, int]]
    ages: frozenset[str]
    statements: frozenset[str]
    tells: frozenset[str]  # the books that find something, and "joint", "later" …


class Told(NamedTuple):
    """What several sentences tell together."""

    kinds: frozenset[str] = NOTHING
    services: frozenset[str] = NOTHING
    denied: frozenset[str] = NOTHING
    days: frozenset[tuple[int, int]] = NOTHING
    ages: frozenset[str] = NOTHING
    statements: frozenset[str] = NOTHING
    tells: frozenset[str] = NOTHING


def told_by(sentences: Iterable[Sentence]) -> Told:
    """Most sentences tell nothing of most of it, so that one go through them all is quicker than one for each."""
    kinds = services = denied = ages = statements = tells = days = NOTHING
    for *_, its_kinds, its_services, its_denied, its_days, its_ages, its_statements, it_tells in sentences:
        if its_kinds:
            kinds |= its_kinds
        if its_services:
            services |= its_services
        if its_denied:
            denied |= its_denied
        if its_days:
            days |= its_days
        if its_ages:
            ages |= its_ages
        if its_statements:
            statements |= its_statements
        if it_tells:
            tells |= it_tells
    return Told(kinds, services, denied, days, ages, statements, tells)


def sentences_of(folded: str) -> list[Sentence]:
    """The sentences of a folded text."""
    return [_sentence(piece) for piece in up_to_stops(folded)]


@remembered(8_192)
def _sentence(folded: str) -> Sentence:
    words = in_full(folded)
    tokens = tokens_of(words)
    stems, may_change = stems_of(words)
    found = _found(tokens)
    return Sentence(
        words,
        tokens,
        found,
        tuple(stems),
        may_change,
        kinds=frozenset([each.name for book, each in found if book == "kind"]) if found else NOTHING,
        services=frozenset([each.name for book, each in found if book == "service"]) if found else NOTHING,
        denied=NOTHING if MAY_DENY.isdisjoint(tokens) else _denied(words),
        days=days_named(words),
        ages=ages_of(words) if may_have_ages(words, tokens) else NOTHING,
        statements=_statements(words, tokens),
        tells=frozenset([*[book for book, _ in found], *_tells(words, tokens)]),
    )


def _tells(words: str, tokens: Sequence[str]) -> Iterator[str]:
    """What else a sentence tells, by a name each."""
    if not CHILDREN.isdisjoint(tokens):
        yield "of children"
    if not MAY_MEAN.isdisjoint(tokens):
        yield "may mean a day"
    if ATTENDED.search(words):
        yield "attended"
    if not MAY_BE_JOINT.isdisjoint(tokens) and JOINT.search(words):
        yield "joint"
    if not MAY_BE_EARLIER.isdisjoint(tokens) and NOTICED_LATER.search(words):
        yield "later"
    of_hearing = not HEARD_WORDS.isdisjoint(tokens) or ("in" in tokens and not PAPERS.isdisjoint(tokens))
    if of_hearing and HEARD.search(words):
        yield "may be heard"


def _denied(words: str) -> frozenset[str]:
    """The services that had no part in it: "no ambulance", "not conveyed", "meeting held without college"."""
    found: set[str] = set()
    for match in DENIED.finditer(words):
        found |= SERVICE.names(tokens_of(match["who"])) if match["who"] else {str(match.lastgroup)}
    return frozenset(found)


def _found(words: Sequence[str]) -> tuple[tuple[str, Found], ...]:
    """What the books find, each with the name of its book."""
    found = []
    for name, first, last in ALL.matches(words):
        book, _, name_in_it = name.partition(":")
        if not (first and words[first - 1] in NONE_OF and name_in_it in ILLNESS):
            found.append((book, Found(name_in_it, first, last)))
    return tuple(found)


def _statements(words: str, tokens: Sequence[str]) -> frozenset[str]:
    """The statements of a sentence, for those that two records make in the same words."""
    said = [words] if PARTING.isdisjoint(tokens) else STATEMENT.split(words)
    return frozenset([bare for piece in said if len(bare := piece.strip(" .,;:-!?'\"")) >= SHORTEST_STATEMENT])


def places_of(book: str, sentences: Iterable[Sentence]) -> list[Found]:
    """Everything of one book in these sentences, with its places among all their words."""
    found: list[Found] = []
    at = 0
    for sentence in sentences:
        for of_book, (name, first, last) in sentence.found:
            if of_book == book:
                found.append(Found(name, at + first, at + last))
        at += len(sentence.tokens)
    return found


def opening(book: str, sentences: Iterable[Sentence]) -> frozenset[str]:
    """What of one book stands in the first words."""
    found: list[str] = []
    at = 0
    for sentence in sentences:
        found += [name for of_book, (name, _, last) in sentence.found if of_book == book and at + last <= FIRST_WORDS]
        at += len(sentence.tokens)
        if at >= FIRST_WORDS:
            break
    return frozenset(found)
