"""What a sentence says by itself, whatever stands before and behind it: agencies write the same ones again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from chronology.analysis.ages import ages_of
from chronology.analysis.days import days_named
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import ATTENDED, DENIED, JOINT, NOTICED_LATER, SAID
from chronology.analysis.vocabulary.illness import ILLNESS
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.meetings import MEETING, UNNAMED
from chronology.analysis.vocabulary.phrases import Found, Phrasebook, tokens_of
from chronology.analysis.vocabulary.services import SERVICE
from chronology.analysis.words import informative, stems_of, up_to_stops

STATEMENT = re.compile(r"[.;:!?]\s+|\n+|[.]$")
SHORTEST_STATEMENT = 9
# Without one of these words nothing of that stands in a text, so that most texts need not be searched.
MAY_DENY = frozenset(
    """no without not declined refused wrong different another unconnected unrelated upstairs downstairs door police ambulance
    left by in own walked self ours flat house family people neighbours neighbour from""".split()
)
MAY_BE_JOINT = frozenset(
    """joint jointly together accompanied accompanying took brought alongside with company both along came
    sat""".split()
)
MAY_BE_EARLIER = frozenset(
    """overnight last previous previously day week yesterday yesterday's ago earlier weekend night old days weeks month
    months""".split()
)
NONE_OF = frozenset({"no", "nil", "without", "denies", "denied"})  # "no wheeze" is none
FIRST_WORDS = 12  # in which a record says from whom it has what it tells, or that there was a meeting
ALL = Phrasebook.together(kind=KIND, service=SERVICE, said=SAID, meeting=MEETING, gathering=UNNAMED)


class Sentence(NamedTuple):
    """A sentence written out in full, its words, and what is found in it. Nothing of that reaches over a full stop."""

    words: str
    tokens: tuple[str, ...]
    found: tuple[tuple[str, Found], ...]
    stems: tuple[str, ...]
    stems_may_change: bool
    denied: frozenset[str]
    days: frozenset[tuple[int, int]]
    ages: frozenset[str]
    statements: frozenset[str]
    joint: bool
    attended: bool
    later: bool


def sentences_of(folded: str) -> list[Sentence]:
    """The sentences of a folded text."""
    return [_sentence(piece) for piece in up_to_stops(folded)]


@lru_cache(maxsize=8_192)
def _sentence(folded: str) -> Sentence:
    words = in_full(folded)
    tokens = tokens_of(words)
    stems, may_change = stems_of(words)
    bag = frozenset(tokens)
    return Sentence(
        words,
        tokens,
        _found(tokens),
        tuple(stems),
        may_change,
        denied=_denied(words) if bag & MAY_DENY else frozenset(),
        days=days_named(words),
        ages=ages_of(words),
        statements=_statements(words),
        joint=bool(bag & MAY_BE_JOINT and JOINT.search(words)),
        attended=ATTENDED.search(words) is not None,
        later=bool(bag & MAY_BE_EARLIER and NOTICED_LATER.search(words)),
    )


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


def _statements(words: str) -> frozenset[str]:
    """The statements of a text, for those that two records make in the same words."""
    return frozenset(
        bare for piece in STATEMENT.split(words) if (bare := piece.strip(" .,;:-!?'\"")) and len(bare) >= SHORTEST_STATEMENT
    )


class Signs(NamedTuple):
    """Everything that the vocabulary finds in a text, by its books."""

    words: tuple[str, ...]
    found: dict[str, list[Found]]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Signs:
        words: list[str] = []
        found: dict[str, list[Found]] = {}
        for sentence in sentences:
            at = len(words)
            words += sentence.tokens
            for book, (name, first, last) in sentence.found:
                found.setdefault(book, []).append(Found(name, at + first, at + last))
        return cls(tuple(words), found)

    def names(self, book: str) -> frozenset[str]:
        return frozenset([each.name for each in self.found.get(book, ())])

    def opening(self, book: str) -> frozenset[str]:
        """What stands in the first words."""
        return frozenset([each.name for each in self.found.get(book, ()) if each.last <= FIRST_WORDS])


def stems_in(sentences: Sequence[Sentence], words: str) -> list[str]:
    """The stems of a text of these sentences, as if it were gone through in one."""
    if any(sentence.stems_may_change for sentence in sentences[:-1]):
        return informative(words)
    return [stem for sentence in sentences for stem in sentence.stems]
