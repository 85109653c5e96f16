"""Words without their endings."""

from __future__ import annotations

SHORTEST_STEM = 4
ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""), ("e", ""))


def shorten(word: str) -> str:
    """A word in small letters without its ending."""
    short = word.removesuffix("'s")
    for ending, instead in ENDINGS:
        if short.endswith(ending) and len(short) - len(ending) >= SHORTEST_STEM - 1 and not short.endswith("ss"):
            short = short[: len(short) - len(ending)] + instead
            break
    if len(short) > SHORTEST_STEM and short[-1] == short[-2] and short[-1] not in "aeiosl":
        short = short[:-1]
    return short
