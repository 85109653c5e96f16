"""Putting codes in place of names: longest first, so that the sentence still reads, and nothing else is touched."""

from __future__ import annotations

from chronology.naming.judging import POSSIBLE
from chronology.naming.recognising import Found, Recogniser

SHARED = "[family name]"
NOT_CODED = frozenset({POSSIBLE})


def coded(recogniser: Recogniser, text: str) -> str:
    """The text with the code of everybody who is recognised in it: "Dean’s" becomes "Adult M1’s"."""
    found = [each for each in recogniser.find(text) if each.sure not in NOT_CODED] if text else []
    if not found:
        return text
    pieces, place = [], 0
    for each in found:
        pieces += [text[place : each.start], code_of(recogniser, each)]
        place = each.end
    return "".join([*pieces, text[place:]])


def code_of(recogniser: Recogniser, found: Found) -> str:
    """The code that stands for what was found; a name that several share is hidden without saying whose it is."""
    codes = dict.fromkeys(recogniser.key.people[number].code for number in found.people)
    return next(iter(codes)) if len(codes) == 1 else SHARED
