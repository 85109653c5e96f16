"""The facts of an entry on their way between a file, the database and a page."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

MOST_LINES = 30
LINE = re.compile(r"(?<![\d.])(\d{1,2})(?!\d)(?:\s*(?:-|–|to)\s*(\d{1,2})(?!\d))?")


def lines_in(words: str) -> list[int]:
    """The numbers of the lines of enquiry that a cell names: "2, 4" or "KLOE 1–3"."""
    found: set[int] = set()
    for first, last in LINE.findall(words):
        named = [int(first), int(last or first)]
        is_stretch = named[0] < named[1] <= MOST_LINES
        found |= set(range(named[0], named[1] + 1)) if is_stretch else set(named)
    return sorted(found)


def as_json(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as the database keeps them beside an entry: days and times in ISO 8601."""
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in facts.items()}


def from_json(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts with days and times again."""
    days = {name: _day(facts[name]) for name in ("start", "end", "known_on")}
    times = {name: time.fromisoformat(facts[name]) if facts[name] else None for name in ("time", "end_time")}
    return facts | days | times


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same; spacing, which programs change as they save, makes no difference."""
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return bool((one or None) == (other or None))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
