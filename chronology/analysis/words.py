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
WORD = re.compile(r"[a-z_]+[0-9]*(?:'[a-z]+)?|[£€]?\d+(?:[.,:/]\d+)*")
UNITS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}


def fold(text: str) -> str:
    """Small letters, plain quotation marks, single spaces."""
    return " ".join((text if text.isascii() else text.translate(QUOTES)).split()).lower()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its ending, and the usual one where the field has several for the same."""
    short = shorten(word)
    return SAME.get(short, short)


def informative(folded: str) -> list[str]:
    """The stems of a folded text in their order, without those that say nothing by themselves."""
    return stems_of(folded)[0]


def stems_of(folded: str) -> tuple[list[str], bool]:
    """Those stems, and whether what a text may go on with would change them: "thirty" behind which "two" may stand."""
    words = WORD.findall(folded.replace("&", " ").replace("-", " "))
    alone = [_by_itself(word) for word in words]
    if None not in alone:
        return list(filter(None, alone)), False
    found: list[str] = []
    may_change = False
    at, count = 0, len(words)
    while at < count:
        word, known = words[at], alone[at]
        at += 1
        if known is not None:
            if known:
                found.append(known)
            continue
        if word in TENS:
            may_change = may_change or at == count
            unit = UNITS.get(words[at], 0) if at < count else 0
            at += 0 < unit < 10
            found.append(str(TENS[word] + (unit if unit < 10 else 0)))
            continue
        for rest, one in PHRASES[word]:
            may_change = may_change or (at + len(rest) > count and tuple(words[at:]) == rest[: count - at])
            if tuple(words[at : at + len(rest)]) == rest:
                found.append(one)
                at += len(rest)
                break
        else:
            found += filter(None, [_plain(word)])
    return found, may_change


@lru_cache(maxsize=65_536)
def _by_itself(word: str) -> str | None:
    """What a word stands for: nothing, or its stem; None where that depends on the words behind it."""
    if word in TENS:
        return None
    if UNITS.get(word, 0) > 1:
        return str(UNITS[word])
    return None if word in PHRASES else _plain(word)


def _plain(word: str) -> str:
    """The stem of a word, or nothing where it is one that says nothing by itself."""
    if word in STOP or (len(word) == 1 and not word.isdigit()):
        return ""
    return stem(word) if word[0].isalpha() else word
