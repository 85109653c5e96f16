"""Putting codes in place of names: longest first, so that the sentence still reads, and nothing else is touched."""

from __future__ import annotations

from hashlib import blake2b

from chronology.naming.judging import POSSIBLE
from chronology.naming.recognising import Found, Recogniser

SHARED = "[family name]"
NOT_CODED = frozenset({POSSIBLE})
MOST_REMEMBERED = 8_192  # texts, over all keys that are ready in this process: some three megabytes

Code = tuple[int, int, str]  # from where, up to where, and what stands there instead

_remembered: dict[bytes, tuple[Code, ...]] = {}


def coded(recogniser: Recogniser, text: str) -> str:
    """The text with the code of everybody who is recognised in it: "Dean’s" becomes "Adult M1’s"."""
    return _put_in(text, _codes_in(recogniser, text)) if text else text


def coded_again(recogniser: Recogniser, text: str) -> str:
    """The same for texts of a page, which will be opened again: where the codes go is remembered, and no text is.

    What is remembered stands under a hash of the text that is salted anew for each recogniser, so it ends with the edition
    of the key that it was read by.
    """
    if not text:
        return text
    mark = blake2b(text.encode(errors="surrogatepass"), digest_size=16, salt=recogniser.salt).digest()
    codes = _remembered.get(mark)
    if codes is None:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        codes = _remembered[mark] = _codes_in(recogniser, text)
    return _put_in(text, codes)


def code_of(recogniser: Recogniser, found: Found) -> str:
    """The code that stands for what was found; a name that several share is hidden without saying whose it is."""
    codes = dict.fromkeys(recogniser.key.people[number].code for number in found.people)
    return next(iter(codes)) if len(codes) == 1 else SHARED


def _codes_in(recogniser: Recogniser, text: str) -> tuple[Code, ...]:
    found = (each for each in recogniser.find(text) if each.sure not in NOT_CODED)
    return tuple((each.start, each.end, code_of(recogniser, each)) for each in found)


def _put_in(text: str, codes: tuple[Code, ...]) -> str:
    if not codes:
        return text
    pieces, place = [], 0
    for start, end, code in codes:
        pieces += [text[place:start], code]
        place = end
    return "".join([*pieces, text[place:]])
