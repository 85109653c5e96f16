"""Texts cut into words and numbers, each with its place; apostrophes, hyphens and spaces of any kind stand between them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+|\d+")
# What may stand between the words of one name: a space of any kind, a hyphen, an apostrophe, the stop after an initial.
BETWEEN = re.compile(
    r"[\s\u00a0\u2007\u202f\u200b_]*[-\u2010-\u2014\u2212'\u2019\u2018\u02bc`\u00b4.,]?[\s\u00a0\u2007\u202f\u200b_]{0,3}\Z"
)
APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4"
SENTENCE_ENDS = ".!?\n\r\u2022|"
QUOTES = ' \t\u00a0"\u201c\u201d\u2018([{*-\u2013\u2014'


class Token(NamedTuple):
    """A word or a number as it stands in a text, and the same word folded: small letters, no accents."""

    text: str
    fold: str
    start: int
    end: int


def folded(word: str) -> str:
    """A word as names are compared: without case and accents."""
    small = word.casefold()
    if small.isascii():
        return small
    return "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))


def tokens_of(text: str) -> list[Token]:
    return [Token(found.group(), folded(found.group()), found.start(), found.end()) for found in WORD.finditer(text)]


def folds_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(folded(found) for found in WORD.findall(text))


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at this place begins a sentence, a line or a cell."""
    place = start - 1
    while place >= 0 and text[place] in QUOTES:
        place -= 1
    return place < 0 or text[place] in SENTENCE_ENDS
