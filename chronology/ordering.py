"""Where an entry stands in time, when its date may be a day, a week, a month or a year.

One principle: an entry stands at the beginning of its period, and there the less precise stands first. "March 2021"
heads the days of March, a day without a time heads the hours of that day, "pm" heads the hours from noon on, and an
exact minute has its own place.
"""

from __future__ import annotations

import re
from datetime import date, time

# A part of a day, and the hour from which on it may be; "overnight" and the like stand with the day.
PARTS = re.compile(
    r"\b(?:(?P<h0>a\.? ?m\b|early hours|small hours|dawn)|(?P<h6>mornings?|breakfast)"
    r"|(?P<h12>p\.? ?m\b|after ?noon|aft\b|lunch|dinner)|(?P<h18>evenings?|eve\b|dusk)|(?P<h20>nights?(?:-?time)?\b|tonight))",
    re.IGNORECASE,
)
PLACES_IN_A_DAY = 10_000
TIMELESS = 5_000  # periods come before it, the widest first; minutes of the day after it


def order_key(start: date, end: date, at: time | None = None, part: str = "") -> int:
    """A number by which entries sort: by first day, then by how much is known of the moment; ``part`` names a part of a day."""
    days = (end - start).days
    if days > 0:
        place = TIMELESS - 1 - min(days, TIMELESS - 1)
    elif at is None:
        place = TIMELESS + 60 * begins(part)
    else:
        place = TIMELESS + 1 + at.hour * 60 + at.minute
    return first_key(start) + place


def begins(part: str) -> int:
    """The hour from which on the part of a day may be that is named first; the whole day where none is."""
    found = PARTS.search(part)
    return int(str(found.lastgroup)[1:]) if found else 0


def first_key(day: date) -> int:
    """The least key that an entry beginning on this day can have."""
    return day.toordinal() * PLACES_IN_A_DAY
