"""What is remembered of a case's words while it is analysed, and no longer: they are of that case alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
FORGET: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """What is worked out of words is not worked out again for the same words, of which so many are remembered."""

    def remembering(work_out: Callable[Given, Answer]) -> Callable[Given, Answer]:
        kept: Any = lru_cache(maxsize=most)(work_out)
        FORGET.append(kept.cache_clear)
        return cast(Callable[Given, Answer], kept)

    return remembering


def forget() -> None:
    for each in FORGET:
        each()


def up_to_stops(text: str) -> list[str]:
    """A text in pieces, each with the full stop that ends it: " ".join() makes the text of them again."""
    *ended, last = text.split(". ")
    return [*[f"{piece}." for piece in ended], last]
