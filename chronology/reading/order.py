"""Whether a file writes the day or the month first: decided once for the file, from what it holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronology.reading.calendar_words import WEEKDAYS, last_day

NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)")
WEEKDAY = re.compile(r"[a-z]+")
FEWEST_IN_SEQUENCE = 8
MUCH_DISORDER = 0.2


@dataclass(frozen=True, slots=True)
class DateOrder:
    """``order`` is DMY or MDY; ``why`` says what decided it; ``remark`` is set where the author should look twice."""

    order: str
    why: str
    remark: str = ""


def decide_order(texts: Iterable[str]) -> DateOrder:
    """British order unless the file itself shows the American one."""
    written = [(text, match) for text in texts if (match := NUMBERS.search(text))]
    pairs = [(int(match[1]), int(match[2]), _year(match[3])) for _, match in written]
    british = [pair for pair in pairs if _only_day_first(pair)]
    american = [pair for pair in pairs if _only_day_first((pair[1], pair[0], pair[2]))]
    if british or american:
        return _by_days_after_the_twelfth(len(british), len(american))
    by_weekday = _by_weekday(written)
    if by_weekday:
        return by_weekday
    return _by_sequence(pairs)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _only_day_first(pair: tuple[int, int, int]) -> bool:
    day, month, year = pair
    return day > 12 and 1 <= month <= 12 and year > 0 and day <= last_day(year, month)


def _by_days_after_the_twelfth(british: int, american: int) -> DateOrder:
    if american > british:
        remark = f"{_dates(british)} can only be read with the day first." if british else ""
        return DateOrder("MDY", f"The second number is above 12 in {_dates(american)}, so the month comes first.", remark)
    remark = f"{_dates(american)} can only be read with the month first." if american else ""
    return DateOrder("DMY", f"The first number is above 12 in {_dates(british)}, so the day comes first.", remark)


def _dates(count: int) -> str:
    return "1 date" if count == 1 else f"{count:,} dates"


def _by_weekday(written: Sequence[tuple[str, re.Match[str]]]) -> DateOrder | None:
    """ "Tue 03/04/2021" is right in one order only."""
    votes = {"DMY": 0, "MDY": 0}
    for text, match in written:
        named = [WEEKDAYS[word] for word in WEEKDAY.findall(text.lower()) if word in WEEKDAYS]
        if len(named) != 1:
            continue
        first, second, year = int(match[1]), int(match[2]), _year(match[3])
        for order, day, month in (("DMY", first, second), ("MDY", second, first)):
            if 1 <= month <= 12 and 1 <= day <= last_day(year, month) and dt.date(year, month, day).weekday() == named[0]:
                votes[order] += 1
    if votes["MDY"] == votes["DMY"]:
        return None
    order = max(votes, key=lambda name: votes[name])
    return DateOrder(order, f"The weekdays written beside {_dates(votes[order])} fit this order.")


def _by_sequence(pairs: Sequence[tuple[int, int, int]]) -> DateOrder:
    """Where nothing else tells, a chronology that runs in order only with the month first is American."""
    days = [(year, second, first) for first, second, year in pairs]
    swapped = [(year, first, second) for first, second, year in pairs]
    if len(set(days)) >= FEWEST_IN_SEQUENCE and _disorder(swapped) == 0 and _disorder(days) >= MUCH_DISORDER:
        return DateOrder(
            "MDY",
            "The dates run in order only when the month comes first.",
            "Every date in the file could be read either way. The month was taken to come first.",
        )
    return DateOrder("DMY", "Nothing in the file says otherwise, so the day comes first." if pairs else "")


def _disorder(days: Sequence[tuple[int, int, int]]) -> float:
    steps = list(pairwise(days))
    return sum(later < earlier for earlier, later in steps) / max(len(steps), 1)
