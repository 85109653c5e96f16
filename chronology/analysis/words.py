"""Words made comparable: small letters, one spelling of signs, phrases of the field as one word, endings cut."""

from __future__ import annotations

import re
from functools import lru_cache

from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.vocabulary.thesaurus import PHRASES, SAME, STOP

QUOTES = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{NO-BREAK SPACE}": " ",
    }
)
SPACES = re.compile(r"\s+")
WORD = re.compile(r"[a-z_]+[0-9]*(?:'[a-z]+)?|[£€]?\d+(?:[.,:/]\d+)*")
UNITS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}


def fold(text: str) -> str:
    """Small letters, plain quotation marks, single spaces."""
    return SPACES.sub(" ", text.translate(QUOTES)).strip().lower()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its ending, and the usual one where the field has several for the same."""
    short = shorten(word)
    return SAME.get(short, short)


def informative(folded: str) -> list[str]:
    """The stems of a folded text in their order, without those that say nothing by themselves."""
    words = WORD.findall(folded.replace("&", " ").replace("-", " "))
    found: list[str] = []
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        at += 1
        if word in TENS:
            unit = UNITS.get(words[at], 0) if at < count else 0
            at += 0 < unit < 10
            found.append(str(TENS[word] + (unit if unit < 10 else 0)))
            continue
        if UNITS.get(word, 0) > 1:
            found.append(str(UNITS[word]))
            continue
        choices = PHRASES.get(word)
        if choices is not None:
            for rest, one in choices:
                if not rest or tuple(words[at : at + len(rest)]) == rest:
                    found.append(one)
                    at += len(rest)
                    break
            else:
                choices = None
        if choices is None and word not in STOP and (len(word) > 1 or word.isdigit()):
            found.append(stem(word) if word[0].isalpha() else word)
    return found
