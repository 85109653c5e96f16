"""By when, and who hears of it: limits of time, extensions, notifications, letters, later audits."""

from __future__ import annotations

from string import Template

from frameworks.calendars import Falls, spelt
from frameworks.facts.deciding import Ask
from frameworks.facts.ground import Amount, Event, Fact, Key, Number, Text
from frameworks.vocabulary import Role, Unit


class Within(Fact, frozen=True, kw_only=True):
    """How long something may take."""

    amount: Amount
    unit: Unit

    @property
    def span(self) -> str:
        """ "one month", "15 working days", or "at once"."""
        return spelt(self.amount, self.unit)

    @property
    def words(self) -> str:
        return self.span


class Extension(Fact, frozen=True, kw_only=True):
    """Who may agree a later date, whom they consult, and what must be written down for it."""

    agreed_by: Text
    consult: str = ""
    requires: tuple[Ask, ...] = ()

    @property
    def words(self) -> str:
        return f"Agreed by {self.agreed_by}" + (f", consulting {self.consult}" if self.consult else "")


class Timescale(Within, frozen=True, kw_only=True):
    """A limit of time, from one event to another, and who must keep it.

    ``after`` and ``until`` say the two events in words; where the file leaves them out, its ``[events]`` do.
    """

    key: Key
    label: Text
    starts: Event
    ends: Event
    after: str = ""
    until: str = ""
    responsible: Role
    falls: Falls | None = None
    extension: Extension | None = None

    @property
    def words(self) -> str:
        return f"{self.label}: {self.span}"


class Letter(Fact, frozen=True, kw_only=True):
    """A letter of the board; ``subject`` and ``body`` hold ${reference}, ${board} and the like, never case text."""

    key: Key
    label: Text
    sent_by: Role
    to: Text
    subject: Text
    body: Text

    def filled(self, **facts: str) -> tuple[str, str]:
        """Subject and text with the facts put in; KeyError names one that the letter asks for and nobody gave."""
        return Template(self.subject).substitute(facts), Template(self.body).substitute(facts)

    @property
    def words(self) -> str:
        return self.label


class Notification(Fact, frozen=True, kw_only=True):
    """A body outside the review that must be told: of which event, why, with which letter, and perhaps by when."""

    key: Key
    to: Text
    on: Event
    why: Text
    responsible: Role
    letter: Key
    within: Within | None = None

    @property
    def words(self) -> str:
        return f"{self.to}: {self.why}"


class Audit(Within, frozen=True, kw_only=True):
    """A later look at whether a change has lasted."""

    key: Key
    label: Text
    starts: Event

    @property
    def words(self) -> str:
        return f"{self.label}: {self.span}"


class ProgressReport(Fact, frozen=True, kw_only=True):
    """Who hears how the action plan is going, and how often."""

    to: Text
    every_months: Number

    @property
    def words(self) -> str:
        return f"{self.to}: every {self.every_months} months"


class Calendar(Fact, frozen=True, kw_only=True):
    """What becomes of a limit in days or months that ends on a day when offices are closed."""

    falls: Falls
    text: Text

    @property
    def words(self) -> str:
        return self.text
