"""The leak check: everything in a text, or in the pieces of a file, that still tells who somebody is, with its place."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from chronology.naming.identifiers import Identifiers
from chronology.naming.judging import POSSIBLE
from chronology.naming.people import Key
from chronology.naming.recognising import Recogniser
from chronology.naming.tokens import folded

AROUND = 40  # letters of context on either side
MOST_HITS = 20_000
NOUN = re.compile(r"\b(?:the|an?|his|her|my|their|our|every|each)[ \u00a0]([a-z]{2,})\b")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z])")


class Piece(msgspec.Struct, frozen=True):
    """A text of a file and where it stands; ``day`` is set where a cell holds a day rather than words."""

    where: str
    text: str
    day: dt.date | None = None
    is_name: bool = False  # a name of a file or a field, in which words are joined without spaces


class Hit(msgspec.Struct, frozen=True):
    """Something that tells who somebody is: the text, what it is, whose, where it stands, and how sure it is."""

    text: str
    kind: str
    code: str
    where: str
    sure: str
    context: str = ""


class Checker:
    """The leak check for one key."""

    def __init__(self, key: Key) -> None:
        self.recogniser = Recogniser(key)
        self.identifiers = Identifiers(key)

    def check(self, pieces: Iterable[Piece]) -> list[Hit]:
        """Everything found in these pieces, which belong together: a file, or the entries of a case."""
        pieces = list(pieces)
        nouns = nouns_of(pieces)
        hits: list[Hit] = []
        for piece in pieces:
            hits.extend(self._of_a_piece(piece, nouns))
            if len(hits) > MOST_HITS:
                break
        return hits

    def _of_a_piece(self, piece: Piece, nouns: frozenset[str]) -> Iterator[Hit]:
        if piece.day is not None:
            known = self.identifiers.of_day(piece.day)
            if known:
                yield Hit(f"{piece.day:%d/%m/%Y}", known[0], known[1], piece.where, "sure", piece.text)
            return
        text = _plain(CAMEL.sub(" ", piece.text).replace("_", " ") if piece.is_name else piece.text)
        marks = self.identifiers.find(text)
        taken = [(mark.start, mark.end) for mark in marks if mark.sure != POSSIBLE]
        for mark in marks:
            yield Hit(mark.text, mark.kind, mark.code, piece.where, mark.sure, _context(text, mark.start, mark.end))
        for found in self.recogniser.find(text, nouns):
            if any(found.start < end and start < found.end for start, end in taken):
                continue
            codes = dict.fromkeys(self.recogniser.key.people[number].code for number in found.people)
            context = _context(text, found.start, found.end)
            yield Hit(found.text, found.kind, " or ".join(codes), piece.where, found.sure, context)


def _plain(text: str) -> str:
    """The text as a reader sees it: without signs that nobody sees, ligatures taken apart."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(INVISIBLE))


def nouns_of(pieces: Iterable[Piece]) -> frozenset[str]:
    """Words used in these papers as ordinary nouns: in small letters, behind "the", "a", "his"..."""
    found: set[str] = set()
    for piece in pieces:
        if " " in piece.text:
            found.update(map(folded, NOUN.findall(piece.text)))
    return frozenset(found)


def counted(hits: Iterable[Hit]) -> dict[str, int]:
    """How many of each kind, and how many of them are sure."""
    hits = list(hits)
    kinds = Counter(hit.kind for hit in hits)
    return {"all": len(hits), "sure": sum(hit.sure == "sure" for hit in hits), **dict(sorted(kinds.items()))}


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    shown = f"{'…' if start > AROUND else ''}{before}{text[start:end]}{after}{'…' if end + AROUND < len(text) else ''}"
    return " ".join(shown.split())
