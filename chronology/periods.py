"""The stretch of time that a picture shows: its ticks, how it is asked for, and the ways to a narrower or wider one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

SHORTEST = 7  # days: a shorter stretch is shown in the middle of a week
FARTHEST = 40  # years back from the last that are offered one by one

DAY = timedelta(days=1)
QUARTERS = ("January to March", "April to June", "July to September", "October to December")
TICKS_BY_YEAR, TICKS_BY_MONTH, TICKS_BY_WEEK = 460, 75, 20  # more days than these, and time is marked so


class Tick(NamedTuple):
    """A day at which a line stands; words only where there is room for them."""

    day: date
    words: str
    is_strong: bool


@dataclass(frozen=True)
class Stretch:
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Where a day begins, between 0 at the stretch's begin and 1 at its end."""
        return (day - self.first).days / self.days

    def holding(self, day: date) -> date:
        """The day, or the end of the stretch that is nearest to it."""
        return min(max(day, self.first), self.last)

    def widened(self, least: int = SHORTEST) -> Stretch:
        """The same where it has so many days; otherwise a stretch of so many with this one in its middle."""
        missing = least - self.days
        if missing <= 0:
            return self
        first = self.first - DAY * (missing // 2)
        return Stretch(first, first + DAY * (least - 1))

    def asked(self) -> dict[str, str]:
        """The words with which the filter is asked for it: a year, a month, or days."""
        if self == year(self.first.year):
            return {"first": str(self.first.year), "last": str(self.first.year)}
        if self.first.day == 1 and (self.last + DAY).day == 1:
            return {"first": f"{self.first:%B %Y}", "last": f"{self.last:%B %Y}"}
        return {"first": _day(self.first), "last": _day(self.last)}

    def __str__(self) -> str:
        return _day(self.first) if self.first == self.last else f"{_day(self.first)} to {_day(self.last)}"


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31))


def months(number: int, first: int, last: int) -> Stretch:
    """Some months of a year, each by its number."""
    after = date(number + last // 12, last % 12 + 1, 1)
    return Stretch(date(number, first, 1), after - DAY)


def years_in(whole: Stretch) -> list[tuple[str, Stretch]]:
    """The years that a stretch touches, by name; the last ones where there are very many."""
    first = max(whole.first.year, whole.last.year - FARTHEST)
    return [(str(number), year(number)) for number in range(first, whole.last.year + 1)]


def quarters_in(number: int) -> list[tuple[str, Stretch]]:
    """The quarters of a year by name."""
    return [(name, months(number, 3 * place + 1, 3 * place + 3)) for place, name in enumerate(QUARTERS)]


def months_in(number: int) -> list[tuple[str, Stretch]]:
    """The months of a year by name."""
    return [(f"{date(number, month, 1):%B}", months(number, month, month)) for month in range(1, 13)]


def beside(shown: Stretch, by: int) -> Stretch:
    """The stretch of the same kind before (-1) or after (1): the next month, quarter or year, or as many days."""
    if shown.first.day == 1 and (shown.last + DAY).day == 1:
        length = (shown.last.year - shown.first.year) * 12 + shown.last.month - shown.first.month + 1
        first = _month_later(shown.first, length * by)
        return Stretch(first, _month_later(first, length) - DAY)
    return Stretch(shown.first + DAY * shown.days * by, shown.last + DAY * shown.days * by)


def wider(shown: Stretch, whole: Stretch) -> Stretch | None:
    """The next wider stretch: the quarter of a month, the year of a quarter, all there is of a year."""
    first, last = shown.first, shown.last
    if first.year != last.year or shown == year(first.year):
        return None if shown == whole else whole
    quarter = next(each for _, each in quarters_in(first.year) if each.first <= first <= each.last)
    return quarter if last <= quarter.last and shown != quarter else year(first.year)


def ticks(shown: Stretch) -> list[Tick]:
    """Where lines stand: years with their quarters, months, weeks or days, as the stretch is long."""
    if shown.days > TICKS_BY_YEAR:
        return list(_years(shown))
    if shown.days > TICKS_BY_MONTH:
        return list(_months(shown))
    return list(_days(shown, 7 if shown.days > TICKS_BY_WEEK else 1))


def _years(shown: Stretch) -> Iterator[Tick]:
    years = shown.days // 365
    every = 1 if years <= 18 else 5
    if years <= 18 and shown.share(date(shown.first.year + 1, 1, 1)) > 0.08:
        yield Tick(shown.first, f"{shown.first:%b %Y}", is_strong=False)
    for number in range(shown.first.year, shown.last.year + 1):
        for month in (1, 4, 7, 10) if years <= 8 else (1,):
            day = date(number, month, 1)
            if shown.first < day <= shown.last:
                yield Tick(day, str(number) if month == 1 and number % every == 0 else "", is_strong=month == 1)


def _months(shown: Stretch) -> Iterator[Tick]:
    day = shown.first.replace(day=1)
    while day <= shown.last:
        if day >= shown.first:
            with_year = day.month == 1 or (day - shown.first).days < 31
            yield Tick(day, f"{day:%b %Y}" if with_year else f"{day:%b}", is_strong=day.month == 1)
        day = _month_later(day, 1)


def _days(shown: Stretch, every: int) -> Iterator[Tick]:
    day = shown.first + DAY * (-shown.first.weekday() % 7 if every == 7 else 0)
    while day <= shown.last:
        yield Tick(day, f"{day.day} {day:%b}", is_strong=day.day == 1)
        day += DAY * every


def _month_later(day: date, by: int) -> date:
    count = day.year * 12 + day.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


@lru_cache(maxsize=4096)
def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
