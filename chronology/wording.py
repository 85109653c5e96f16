"""Dates and times as people say them, with how exactly they are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import cache

TERMS = {1: "spring term", 4: "summer term", 9: "autumn term"}
PARTS = {1: "early", 11: "mid", 21: "late"}


def when_in_words(start: date, end: date, precision: str) -> str:
    """The period of an entry: "27 Dec 2020", "about 27 Dec 2020", "12–14 Mar 2021", "early March 2021", "2019"."""
    return SAID.get(precision, _span)(start, end)


def hour_in_words(at: time | None, until: time | None, precision: str, words: str) -> str:
    """The time of an entry: "22:14", "about 09:00", "22:14–23:00", or the words as written where they are no time."""
    if precision == "part_of_day" and words:
        return words
    if at is None:
        return f"“{words}”" if words and precision == "unclear" else ""
    clock = _figures(at) + (f"–{_figures(until)}" if until else "")
    return f"about {clock}" if precision in {"approx", "part_of_day"} else clock


@cache  # of the minutes of a day
def _figures(at: time) -> str:
    return f"{at:%H:%M}"


def period_in_full(start: date, end: date, precision: str) -> str:
    """The period as it is said back to whoever typed it, with its first and last day."""
    return FULLY.get(precision, _from_to)(start, end)


def day_in_full(day: date, *, with_weekday: bool = True) -> str:
    """ "Saturday 3 April 2021", because who sees the weekday sees a slip of the finger."""
    return f"{day:%A} {day.day} {day:%B %Y}" if with_weekday else f"{day.day} {day:%B %Y}"


def _from_to(start: date, end: date) -> str:
    if start == end:
        return day_in_full(start)
    return f"from {_first_of(start, end)} to {day_in_full(end, with_weekday=False)}"


def _between(start: date, end: date) -> str:
    if start == end:
        return day_in_full(start, with_weekday=False)
    return f"between {_first_of(start, end)} and {day_in_full(end, with_weekday=False)}"


def _first_of(start: date, end: date) -> str:
    """The first day of a period with as much of its date as the last day does not say."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}"
    return f"{start.day} {start:%B}" if start.year == end.year else day_in_full(start, with_weekday=False)


def _week(start: date, end: date) -> str:
    return f"the week from {start:%A} {_first_of(start, end)} to {day_in_full(end)}"


def _part_of_month(start: date, end: date) -> str:
    part = {1: "early in", 11: "in the middle of", 21: "late in"}.get(start.day)
    return f"{_between(start, end)}, {part} the month" if part else _between(start, end)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _span(start: date, end: date) -> str:
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _months(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}"
    return f"{start:%B %Y} – {end:%B %Y}" if start.year != end.year else f"{start:%B} – {end:%B %Y}"


SAID: dict[str, Callable[[date, date], str]] = {
    "approx_day": lambda start, end: f"about {_span(start, end)}",
    "week": lambda start, _: f"week of {_day(start)}",
    "part_month": lambda start, _: f"{PARTS.get(start.day, 'part of')} {start:%B %Y}",
    "month": lambda start, _: f"{start:%B %Y}",
    "approx_month": lambda start, end: f"about {_months(start, end)}",
    "term": lambda start, _: f"{TERMS.get(start.month, 'term')} {start.year}",
    "year": lambda start, _: f"{start.year}",
}

FULLY: dict[str, Callable[[date, date], str]] = {
    "approx_day": lambda start, end: f"about {_from_to(start, end)}".replace("about from ", "about "),
    "week": _week,
    "part_month": _part_of_month,
    "month": lambda start, end: f"{_between(start, end)}, the day is not known",
    "approx_month": lambda start, end: f"about {_months(start, end)}, {_between(start, end)} or near it",
    "term": lambda start, end: f"{_between(start, end)}, the {TERMS.get(start.month, 'term')} at its widest",
    "year": lambda start, end: f"{_between(start, end)}, only the year is known",
}
