"""Days and hours in words."""

from __future__ import annotations

import datetime as dt


def in_days(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minutes_apart(one: int, other: int) -> int:
    """Minutes between two times of day."""
    return abs(one - other)
