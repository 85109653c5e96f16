"""Days that count: bank holidays of each nation, limits of time, and how far away a day is, in words.

The day on which a limit starts is never counted. A limit in months ends on the same day of the month, or on its last
day where there is no such day. What becomes of a limit that ends on a closed day is the pack's to say (``Falls``); a
limit in working days cannot end on one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import holidays

from frameworks.vocabulary import UNITS, Nation, Unit

if TYPE_CHECKING:
    from frameworks.facts import Timescale

Falls = Literal["stay", "next", "previous"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
COUNTED_IN_MONTHS = 3  # beyond a quarter nobody counts working days
SUBDIVISIONS: dict[Nation, str] = {"england_wales": "ENG", "scotland": "SCT", "northern_ireland": "NIR"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@lru_cache(maxsize=256)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The bank holidays of a nation in a year, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=year))


def is_working_day(day: date, nation: Nation) -> bool:
    """Whether offices are open: not a Saturday, a Sunday or a bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(nation, day.year)


def add_working_days(day: date, amount: int, nation: Nation) -> date:
    """The working day ``amount`` working days after ``day``, or before it if negative; ``day`` itself for none."""
    for _ in range(amount):
        day = next_working_day(day + ONE_DAY, nation)
    for _ in range(-amount):
        day = previous_working_day(day - ONE_DAY, nation)
    return day


def next_working_day(day: date, nation: Nation) -> date:
    """``day``, or the first working day after it."""
    while not is_working_day(day, nation):
        day += ONE_DAY
    return day


def previous_working_day(day: date, nation: Nation) -> date:
    """``day``, or the last working day before it."""
    while not is_working_day(day, nation):
        day -= ONE_DAY
    return day


def add_months(day: date, amount: int) -> date:
    """The same day ``amount`` months on, or the last day of that month: 31 January and a month is 28 February."""
    years, month = divmod(day.month - 1 + amount, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months_between(start: date, end: date) -> int:
    """How many months have passed from ``start`` to ``end``, which does not come first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def working_days_between(start: date, end: date, nation: Nation) -> int:
    """How many working days follow ``start`` up to and including ``end``; negative when ``end`` comes first."""
    if end < start:
        return -working_days_between(end, start, nation)
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=n), nation) for n in range(1, days + 1))


def due_date(basis: date, amount: int, unit: Unit, nation: Nation, falls: Falls = "stay") -> date:
    """The last day of a limit that started on ``basis``."""
    if unit == "working_day":
        return add_working_days(basis, amount, nation)
    due = add_months(basis, amount) if unit == "month" else basis + timedelta(days=amount)
    if falls == "next":
        return next_working_day(due, nation)
    return previous_working_day(due, nation) if falls == "previous" else due


def in_words(due: date, today: date, nation: Nation) -> str:
    """How far away a due date is: "today", "tomorrow", "in 6 working days", "overdue by 3 working days", "in 4 months"."""
    days = (due - today).days
    if days in (0, 1):
        return "today" if days == 0 else "tomorrow"
    months = whole_months_between(*sorted((due, today)))
    if months >= COUNTED_IN_MONTHS:
        distance = counted(months, "month")
    else:
        working = abs(working_days_between(today, due, nation))
        distance = counted(working, "working day") if working else counted(abs(days), "day")
    return f"overdue by {distance}" if days < 0 else f"in {distance}"


def spelt(amount: int, unit: Unit) -> str:
    """A span as a sentence says it: "one month", "15 working days"; none at all is "at once"."""
    return counted(amount, UNITS[unit], NUMBERS) if amount else "at once"


def explain(timescale: Timescale, basis: date) -> str:
    """Why it is due when it is: "one month after the referral was received on 3 March 2026 (where it says so)"."""
    start = f"{timescale.after} on {written(basis)}"
    span = f"{timescale.span} after" if timescale.amount else "at once when"
    doubt = "" if timescale.confirmed else ", not yet confirmed"
    return f"{span} {start} ({timescale.citation}{doubt})"


def counted(amount: int, noun: str, numbers: tuple[str, ...] = ()) -> str:
    """ "1 day", "6 days"; with ``numbers``, the small ones spelt out."""
    number = numbers[amount] if amount < len(numbers) else str(amount)
    return f"{number} {noun}" if amount == 1 else f"{number} {noun}s"


def written(day: date) -> str:
    """A date as people write it: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"
