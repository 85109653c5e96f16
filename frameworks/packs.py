"""A pack: everything that one kind of review asks, in one version, as one frozen thing that can be asked questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from frameworks.calendars import Falls, due_date
from frameworks.facts import (
    Actions,
    Calendar,
    Chronology,
    Combination,
    Conversion,
    Copy,
    Criterion,
    Decision,
    Declarations,
    Fact,
    Factor,
    Grading,
    Happening,
    Item,
    Letter,
    Notification,
    Outline,
    PackCode,
    Panel,
    Part,
    ProfileTable,
    Publication,
    Recommendations,
    Rule,
    Source,
    Stage,
    Statement,
    Terms,
    Text,
    Timescale,
    named,
    walk,
)
from frameworks.vocabulary import NATIONS, Nation

__all__ = ["Pack", "Timescale", "Unconfirmed"]


class Unconfirmed(NamedTuple):
    """A fact that a board should confirm before it relies on it: its place in the file, and what it says."""

    path: str
    fact: Fact


class Pack(Part, frozen=True, kw_only=True):
    """One kind of review in one version. ``digest`` is the SHA-256 of the file, and of those that it builds on."""

    code: PackCode
    version: Text
    title: Text
    short_title: Text
    introduction: Text
    nation: Nation
    digest: str
    builds_on: str = ""
    default: bool = False
    takes_referrals: bool = False
    also_called: tuple[Text, ...] = ()

    terms: Terms
    sources: tuple[Source, ...]
    events: tuple[Happening, ...]
    calendar: Calendar

    legal_basis: tuple[Statement, ...] = ()
    purpose: tuple[Statement, ...] = ()
    not_purpose: tuple[Statement, ...] = ()
    rules: tuple[Rule, ...] = ()

    criteria: tuple[Criterion, ...]
    helpful_questions: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...]
    converts: tuple[Conversion, ...] = ()
    panel: Panel
    stages: tuple[Stage, ...]
    scope_questions: tuple[Item, ...] = ()

    timescales: tuple[Timescale, ...] = ()
    notifications: tuple[Notification, ...] = ()
    letters: tuple[Letter, ...] = ()
    declarations: Declarations = Declarations()

    agency_report: Outline
    overview: Outline
    summary: Outline = Outline()
    chronology: Chronology = Chronology()

    profile: tuple[ProfileTable, ...] = ()
    factors: tuple[Factor, ...] = ()
    combinations: tuple[Combination, ...] = ()
    themes: tuple[Item, ...] = ()
    recommendations: Recommendations = Recommendations()
    actions: Actions = Actions()
    grading: Grading | None = None

    publication: Publication
    copies: tuple[Copy, ...] = ()

    def __str__(self) -> str:
        return self.title

    @property
    def nation_name(self) -> str:
        return NATIONS[self.nation]

    def criterion(self, code: str) -> Criterion:
        return named(self.criteria, code)

    def decision(self, code: str) -> Decision:
        return named(self.decisions, code)

    def stage(self, key: str) -> Stage:
        return named(self.stages, key)

    def timescale(self, key: str) -> Timescale:
        return named(self.timescales, key)

    def letter(self, key: str) -> Letter:
        return named(self.letters, key)

    def notification(self, key: str) -> Notification:
        return named(self.notifications, key)

    def started_by(self, event: str) -> tuple[Timescale, ...]:
        """The limits of time that start to run when ``event`` enters the log."""
        return tuple(timescale for timescale in self.timescales if timescale.starts == event)

    def ended_by(self, event: str) -> tuple[Timescale, ...]:
        """The limits of time that are met when ``event`` enters the log."""
        return tuple(timescale for timescale in self.timescales if timescale.ends == event)

    def notifications_on(self, event: str) -> tuple[Notification, ...]:
        """Who outside the review must be told when ``event`` enters the log."""
        return tuple(notification for notification in self.notifications if notification.on == event)

    def falls(self, timescale: Timescale) -> Falls:
        """What becomes of this limit when it ends on a closed day: its own rule, or else the pack's."""
        return timescale.falls or self.calendar.falls

    def due(self, timescale: Timescale, basis: date, nation: Nation | None = None) -> date:
        """The day by which it must be done, by the bank holidays of the board's nation or else of the pack's."""
        return due_date(basis, timescale.amount, timescale.unit, nation or self.nation, self.falls(timescale))

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact of the pack with its place in the file."""
        return ((path, thing) for path, thing in walk(self) if isinstance(thing, Fact))

    def unconfirmed(self) -> tuple[Unconfirmed, ...]:
        """What a board should confirm before it relies on it."""
        return tuple(Unconfirmed(path, fact) for path, fact in self.facts() if not fact.confirmed)

    def named_events(self) -> Iterator[tuple[str, str]]:
        """Every event that this pack speaks of, with its place in the file."""
        for path, thing in walk(self):
            for field in ("starts", "ends", "on"):
                event = getattr(thing, field, None)
                if event is not None:
                    yield f"{path}.{field}", event
