"""Who knew what, when: what each agency held on a day, what lay elsewhere, and how each fact travelled. No database, no Django.

An agency holds what its entry says from the day on which it came to know of it. Where the entry does not give that day,
it is inferred to be the day of the event, the last that it may have been; everything that is inferred says so. Entries
of which people said that they tell the same event are one fact, which each agency may have come to know on a day of its
own. Whatever an agency came to know only after the day that is looked at is hindsight.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


class Told(Protocol):
    """What is read of an entry: its identity, whose it is, when it happened, when the agency came to know."""

    @property
    def key(self) -> Any: ...
    @property
    def agency(self) -> Any: ...
    @property
    def start(self) -> dt.date: ...
    @property
    def end(self) -> dt.date: ...
    @property
    def known_on(self) -> dt.date | None: ...


class Knowledge(NamedTuple):
    """That an agency held a fact from a day on, by which of its entries, and whether that day is inferred."""

    key: Any
    agency: Any
    on: dt.date
    is_inferred: bool


class Fact(NamedTuple):
    """One event, with the first knowledge that each agency had of it, the earliest first."""

    start: dt.date
    end: dt.date
    known: tuple[Knowledge, ...]

    @property
    def first(self) -> Knowledge:
        """Who knew of it first."""
        return self.known[0]

    def known_by(self, day: dt.date) -> tuple[Knowledge, ...]:
        """Who held it by the end of a day."""
        return tuple(each for each in self.known if each.on <= day)

    def lag(self, knowledge: Knowledge) -> int:
        """Days from the first who knew until these did."""
        return (knowledge.on - self.first.on).days


@dataclass(frozen=True, slots=True)
class Holding:
    """What one agency had on a day: facts it held, facts that others held and it did not, facts it learned of later.

    ``everybodys`` is what anybody held by then. ``elsewhere`` may overlap with ``later``: what others held that day and the
    agency came to know in the end.
    """

    agency: Any
    day: dt.date
    held: list[Fact]
    later: list[Fact]
    everybodys: list[Fact]

    @property
    def elsewhere(self) -> list[Fact]:
        """What others held by then, and this agency did not."""
        return [fact for fact in self.everybodys if all(known.agency != self.agency for known in fact.known_by(self.day))]

    @property
    def counts(self) -> dict[str, int]:
        """How many facts of each kind there are, without listing them."""
        elsewhere = len(self.everybodys) - len(self.held)
        return {"held": len(self.held), "elsewhere": elsewhere, "later": len(self.later)}


def knowledge_of(entry: Told) -> Knowledge:
    """From which day on an entry's agency held what it says. Nobody knows of an event before its first possible day."""
    if entry.known_on is not None and entry.known_on >= entry.start:
        return Knowledge(entry.key, entry.agency, entry.known_on, is_inferred=False)
    return Knowledge(entry.key, entry.agency, entry.end, is_inferred=True)


def facts_of(entries: Iterable[Told], groups: Iterable[Iterable[Any]] = ()) -> list[Fact]:
    """The facts that these entries tell, in the order of events; each group of keys is one fact."""
    event_of = {key: number for number, group in enumerate(groups) for key in group}
    facts: list[Fact] = []
    told: dict[Any, list[Told]] = {}
    for entry in entries:
        event = event_of.get(entry.key)
        if event is None:  # as nearly all are: one entry that nobody has joined to another
            facts.append(Fact(entry.start, entry.end, (knowledge_of(entry),)))
        else:
            told.setdefault(event, []).append(entry)
    facts += map(_fact, told.values())
    return sorted(facts, key=lambda fact: (fact.start, fact.end, str(fact.known[0].key)))


def _fact(entries: Sequence[Told]) -> Fact:
    """One event: the days on which all accounts agree, or all days named where they do not."""
    start, end = max(entry.start for entry in entries), min(entry.end for entry in entries)
    if start > end:
        start, end = min(entry.start for entry in entries), max(entry.end for entry in entries)
    first: dict[Any, Knowledge] = {}
    for known in sorted(map(knowledge_of, entries), key=lambda each: (each.on, each.is_inferred, str(each.key))):
        first.setdefault(known.agency, known)
    return Fact(start, end, tuple(first.values()))


def holdings(facts: Sequence[Fact], day: dt.date, agencies: Iterable[Any]) -> list[Holding]:
    """What each of these agencies had by the end of a day."""
    held: dict[Any, list[Fact]] = {agency: [] for agency in agencies}
    later: dict[Any, list[Fact]] = {agency: [] for agency in held}
    everybodys = [fact for fact in facts if fact.known[0].on <= day]
    for fact in facts:
        for known in fact.known:
            if known.on <= day:
                held.get(known.agency, []).append(fact)
            elif fact.start <= day:
                later.get(known.agency, []).append(fact)
    return [Holding(agency, day, held[agency], later[agency], everybodys) for agency in held]


def journeys(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that came to more than one agency, or to one only after the event."""
    return [fact for fact in facts if len(fact.known) > 1 or fact.known[0].on > fact.end]
