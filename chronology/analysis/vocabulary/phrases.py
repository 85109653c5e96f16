"""Phrases of the field, looked for all at once: one step for each word of a text, however many phrases there are.

A phrase is words with a few signs: ``abscond*`` stands for every word that begins so, ``a|b`` for either, ``the?`` may be
missing, ``_3`` stands for up to three words of one clause. A phrase behind ``!`` hides what else would be found within it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chronology.analysis.remembering import remembered, up_to_stops

TOKEN = re.compile(r"[a-z0-9&£]+(?:'[a-z]+)?|[.;:!?,](?=\s|$)|\n")
CLAUSE_ENDS = frozenset(".;:!?,\n")
SENTENCE_ENDS = frozenset(".;!?\n")


class Found(NamedTuple):
    """A phrase in a text: what it stands for, its first word and the first behind it."""

    name: str
    first: int
    last: int


class Element(NamedTuple):
    """One place of a phrase: the words that may stand there, or how many of any kind."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


class Phrase(NamedTuple):
    """What is behind a first word; of ``needed``, if any, one must stand in the text."""

    name: str
    hides: bool
    rest: tuple[Element, ...]
    needed: frozenset[str]

    def may_go_on(self, word: str) -> bool:
        """Whether this word, behind the first, leaves the phrase possible."""
        return not self.rest or bool(self.rest[0].gap) or self.rest[0].optional or self.rest[0].fits(word)


class Start(NamedTuple):
    """The phrases that begin with a word, and those of them that some words behind it leave possible."""

    phrases: tuple[Phrase, ...]
    behind: dict[str, tuple[Phrase, ...]]


@remembered(4_096)
def tokens_of(folded: str) -> tuple[str, ...]:
    """The words of a folded text and the signs that part its clauses."""
    return tuple(TOKEN.findall(folded))


class Phrasebook:
    """Phrases under the names of what they stand for."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._by_word: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._by_beginning: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._known: dict[str, Start] = {}
        self.phrases = dict(phrases)
        for name, listed in phrases.items():
            for words in filter(None, map(str.strip, listed.replace("\n", " ").split(";"))):
                self._take(name, words)

    @classmethod
    def together(cls, **books: Phrasebook) -> Phrasebook:
        """Several books in one, so that a text is gone through once; what is found is named "book:name"."""
        return cls({f"{book}:{name}": words for book, each in books.items() for name, words in each.phrases.items()})

    def _take(self, name: str, words: str) -> None:
        hides = words.startswith("!")
        first, *rest = (_element(each) for each in words.removeprefix("!").split())
        phrase = Phrase(name, hides, tuple(rest), _needed(rest))
        for word in first.words:
            self._by_word[word].append(phrase)
        for beginning in first.beginnings:
            self._by_beginning[beginning].append(phrase)

    def _starting(self, word: str) -> Start:
        """The phrases that may begin with this word."""
        found = [*self._by_word.get(word, ())]
        for length in range(1, len(word) + 1):
            found += self._by_beginning.get(word[:length], ())
        return Start(tuple(found), {})

    def matches(self, words: Sequence[str]) -> list[Found]:
        """Everything found in these words, in their order, without what is hidden."""
        known, stand_here = self._known, frozenset(words)
        found: list[Found] = []
        hidden: list[Found] = []
        for at, (word, following) in enumerate(zip(words, [*words[1:], NOTHING], strict=False)):
            start = known.get(word)
            if start is None:
                start = known[word] = self._starting(word)
            if not start.phrases:
                continue
            phrases = start.behind.get(following)
            if phrases is None:
                phrases = tuple(each for each in start.phrases if each.may_go_on(following))
                if len(start.behind) < MOST_REMEMBERED:
                    start.behind[following] = phrases
            for name, hides, rest, needed in phrases:
                if needed and needed.isdisjoint(stand_here):
                    continue
                last = _behind(rest, words, at + 1) if rest else at + 1
                if last:
                    (hidden if hides else found).append(Found(name, at, last))
        if hidden:
            return [each for each in found if not any(_within(each, other) for other in hidden)]
        return found

    def in_text(self, folded: str) -> tuple[list[str], list[Found]]:
        """The words of a text and everything found in them, sentence by sentence: no phrase reaches over a full stop."""
        words: list[str] = []
        found: list[Found] = []
        for sentence in up_to_stops(folded):
            at = len(words)
            said, here = self._in_sentence(sentence)
            words += said
            found += here if not at else [Found(name, at + first, at + last) for name, first, last in here]
        return words, found

    @remembered(8_192)
    def _in_sentence(self, sentence: str) -> tuple[tuple[str, ...], list[Found]]:
        words = tokens_of(sentence)
        return words, self.matches(words)

    def names(self, words: Sequence[str]) -> frozenset[str]:
        """What these words tell of."""
        return frozenset(each.name for each in self.matches(words))


MOST_REMEMBERED = 2_000  # words behind one word
NOTHING = ""  # behind the last word


def _needed(rest: Sequence[Element]) -> frozenset[str]:
    """The words of which one must stand behind the first, of the last place that leaves no other choice."""
    for element in reversed(rest):
        if element.words and not element.beginnings and not element.optional:
            return element.words
    return frozenset()


def _within(each: Found, other: Found) -> bool:
    return each.name == other.name and other.first <= each.first < other.last


def _behind(elements: Sequence[Element], words: Sequence[str], at: int) -> int:
    """The place behind the last word when the elements fit from here on, else 0."""
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.gap:
        for step in range(element.gap + 1):
            last = _behind(rest, words, at + step)
            if last:
                return last
            if at + step >= len(words) or words[at + step] in SENTENCE_ENDS:
                return 0
        return 0
    if at < len(words) and element.fits(words[at]):
        last = _behind(rest, words, at + 1)
        if last:
            return last
    return _behind(rest, words, at) if element.optional else 0


def _element(written: str) -> Element:
    if written[0] == "_":
        return Element(gap=int(written[1:] or 1))
    words = written.removesuffix("?").split("|")
    return Element(
        frozenset(word for word in words if word[-1] != "*"),
        tuple(word[:-1] for word in words if word[-1] == "*"),
        written.endswith("?"),
    )
