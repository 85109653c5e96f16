"""My work: what waits for one person, by date, and the cases they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from agencies.models import Board, Person
from casework import access, directory
from casework.models.case import Case
from casework.models.deadline import Deadline
from casework.models.waiting import Waiting
from casework.statements import AnyOf, statement
from frameworks import clock

SHOWN = 50


@dataclass(frozen=True)
class Desk:
    """What lies on a person's desk today."""

    overdue: list[Waiting]
    this_week: list[Waiting]
    later: list[Waiting]
    others: list[Deadline]
    cases: list[Case]
    boards: list[Board]
    first_name: str
    greeting: str

    @property
    def summary(self) -> str:
        """The day in a sentence."""
        if not (self.overdue or self.this_week or self.later):
            return "Nothing is waiting for you."
        if self.overdue or self.this_week:
            rest = " Everything else can wait." if self.later else ""
            return f"{_things(len(self.overdue), 'overdue')}. {_things(len(self.this_week), 'due this week')}.{rest}"
        return f"Nothing is overdue or due this week. {len(self.later)} waiting for you later."


def desk_of(person: Person, today: date) -> Desk:
    """What waits for this person: overdue, due within seven days, later; then other people's next dates, and their cases."""
    mine = _waiting_for(access.groups_of(person))
    week = today + timedelta(days=7)
    cases = access.ids_opened(person, Case)
    return Desk(
        overdue=[row for row in mine if row.due_on and row.due_on < today],
        this_week=[row for row in mine if row.due_on and today <= row.due_on <= week],
        later=[row for row in mine if not row.due_on or row.due_on > week],
        others=_others(person, cases, week),
        cases=_first_open(cases),
        boards=list(directory.kept_by(person)),
        greeting=_greeting(clock.now().astimezone(clock.LONDON).hour),
        first_name=person.name.removeprefix("Dr ").split(" ")[0],
    )


@statement
def _waiting_for(groups: Any) -> Any:
    rows = Waiting.objects.filter(group_id=AnyOf(groups)).select_related("case")
    return rows.only("title", "label", "url", "since", "due_on", "case__reference", "case__pseudonym")[: 3 * SHOWN]


@statement
def _first_open(cases: Any) -> Any:
    return Case.objects.filter(pk=AnyOf(cases), state="open")[:10]


def _greeting(hour: int) -> str:
    if hour < 12:
        return "Good morning"
    return "Good afternoon" if hour < 18 else "Good evening"


def _others(person: Person, cases: list[UUID], until: date) -> list[Deadline]:
    """The next dates of these cases that this person may see and that others keep."""
    own = {(held.about_id, held.role) for held in access.roles_of(person)}
    rows = _next_dates(access.groups_of(person), cases, until)
    return [row for row in rows if (row.role_about, row.role) not in own][:10]


@statement
def _next_dates(groups: Any, cases: Any, until: Any) -> Any:
    seen = access.open_to(groups, Deadline, "view").filter(case_id=AnyOf(cases), ended_at__isnull=True, due_on__lte=until)
    return seen.select_related("case").only("label", "due_on", "role", "role_about", "case__reference")[:SHOWN]


def _things(count: int, words: str) -> str:
    numbers = ["Nothing is", "One thing is", "Two things are", "Three things are", "Four things are", "Five things are"]
    start = numbers[count] if count < len(numbers) else f"{count} things are"
    return f"{start} {words}"
