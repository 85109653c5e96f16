"""Rows side by side: what several agencies have of one matter, fact by fact, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chronology.models import Entry
from chronology.models.entry import SEEN
from frameworks.calendars import counted

SEEN_WORDS = dict(SEEN)
SILENT = frozenset({"", "Not recorded"})
HOUR = 60


@dataclass(frozen=True)
class Fact:
    """One fact of each of the rows. ``difference`` says how they differ, where that can be said."""

    label: str
    said: tuple[str, ...]
    difference: str


def side_by_side(entries: Sequence[Entry]) -> list[Fact]:
    """The facts that at least one of the rows has, in the order of the entry's page."""
    facts = [_fact(label, entries, speak, differ) for label, speak, differ in FACTS]
    return [fact for fact in facts if any(fact.said)]


def _fact(
    label: str, entries: Sequence[Entry], speak: Callable[[Entry], str], differ: Callable[[Sequence[Entry], Sequence[str]], str]
) -> Fact:
    said = tuple(speak(entry) for entry in entries)
    return Fact(label, said, differ(entries, said) if len(entries) > 1 else "")


def _days(entries: Sequence[Entry], said: Sequence[str]) -> str:
    """How far the dates lie apart; nothing where they may be the same day."""
    apart = (max(entry.start for entry in entries) - min(entry.end for entry in entries)).days
    return f"{counted(apart, 'day')} apart" if apart > 0 else ""


def _hours(entries: Sequence[Entry], said: Sequence[str]) -> str:
    """How far the times of one day lie apart."""
    moments = [datetime.combine(entry.start, entry.time) for entry in entries if entry.time and entry.start == entry.end]
    days = {moment.date() for moment in moments}
    apart = max(moments) - min(moments) if len(moments) > 1 and len(days) == 1 else timedelta()
    return f"{_span(apart)} apart" if apart else ""


def _span(apart: timedelta) -> str:
    hours, minutes = divmod(int(apart.total_seconds()) // 60, HOUR)
    said = [counted(hours, "hour")] if hours else []
    return " ".join([*said, counted(minutes, "minute")] if minutes else said)


def _unequal(entries: Sequence[Entry], said: Sequence[str]) -> str:
    """Whether those that say something say different things."""
    return "They differ" if len({words for words in said if words not in SILENT}) > 1 else ""


def _freely(entries: Sequence[Entry], said: Sequence[str]) -> str:
    """Words are each agency's own: that they are not the same says nothing."""
    return ""


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


FACTS: Iterable[tuple[str, Callable[[Entry], str], Callable[[Sequence[Entry], Sequence[str]], str]]] = (
    ("When", lambda entry: entry.when, _days),
    ("Time", lambda entry: entry.hour, _hours),
    ("What happened", lambda entry: entry.event, _freely),
    ("Child seen", lambda entry: SEEN_WORDS[entry.child_seen], _unequal),
    ("Child seen alone", lambda entry: SEEN_WORDS[entry.child_alone], _unequal),
    ("Persons concerned", lambda entry: entry.persons, _freely),
    ("Professional", lambda entry: entry.professional, _freely),
    ("Action or response", lambda entry: entry.action, _freely),
    ("Outcome", lambda entry: entry.outcome, _freely),
    ("Came to know on", lambda entry: _day(entry.known_on), _freely),
    ("Who was told", lambda entry: entry.told, _freely),
    ("Kind of contact", lambda entry: entry.contact_type, _freely),
    ("Source", lambda entry: entry.source, _freely),
)
