"""Where an entry stands in time, when its date may be a day, a week, a month or a year.

One principle: an entry stands at the beginning of its period, and there the less precise stands first. "March 2021"
heads the days of March, a day without a time heads the hours of that day, and an exact minute has its own place.
"""

from __future__ import annotations

from datetime import date, time

PLACES_IN_A_DAY = 10_000
TIMELESS = 5_000  # periods come before it, the widest first; minutes of the day after it


def order_key(start: date, end: date, at: time | None = None) -> int:
    """A number by which entries sort: by first day, then by how much is known of the moment."""
    days = (end - start).days
    if days > 0:
        place = TIMELESS - 1 - min(days, TIMELESS - 1)
    elif at is None:
        place = TIMELESS
    else:
        place = TIMELESS + 1 + at.hour * 60 + at.minute
    return first_key(start) + place


def first_key(day: date) -> int:
    """The least key that an entry beginning on this day can have."""
    return day.toordinal() * PLACES_IN_A_DAY
