"""Reminders of what is due: nine in the morning in London, on both sides of a clock change, each once.

The outbox's unique key is the memory: however often the clock looks, or however long it did not look, each reminder
of each date is written once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from agencies.models import Person, Role
from agencies.roles import Holder
from casework import notices
from casework.models.deadline import Deadline
from frameworks import calendars, clock

LONDON = ZoneInfo("Europe/London")
NINE = time(9)


def last_morning(now: datetime) -> date:
    """The latest London day whose nine o'clock has passed."""
    local = now.astimezone(LONDON)
    return local.date() if local.time() >= NINE else date.fromordinal(local.date().toordinal() - 1)


def write_due() -> int:
    """Write every reminder whose morning has come and that was not written yet; returns how many rows were tried."""
    morning = last_morning(clock.now())
    tried = 0
    for deadline in Deadline.objects.running().select_related("case__board").iterator(chunk_size=500):
        people = list(_responsible(deadline))
        for day in days_of(deadline, until=morning):
            for person in people:
                _write(deadline, day, person)
                tried += 1
    return tried


def days_of(deadline: Deadline, *, until: date) -> Iterator[date]:
    """The mornings on which this deadline is remembered, up to a day: the board's offsets in working days from its date."""
    board = deadline.case.board
    for offset in sorted(board.reminders):
        day = calendars.add_working_days(deadline.due_on, offset, board.nation)
        if deadline.basis_on < day <= until:
            yield day


def _responsible(deadline: Deadline) -> Iterator[Person]:
    roles = Role.objects.current().of(Holder(deadline.role, deadline.role_about)).select_related("person")
    return (role.person for role in roles)


def _write(deadline: Deadline, day: date, to: Person) -> None:
    reference = deadline.case.reference
    words = calendars.in_words(deadline.due_on, day, deadline.case.board.nation)
    notices.write(
        to,
        key=f"deadline:{deadline.pk}:{deadline.due_on}:{day}",
        subject=f"{reference}: a date of yours, {words}",
        body=f"In case {reference} something you are asked for is due on {deadline.due_on:%-d %B %Y} ({words}).\n"
        "Sign in to Chapter Eight to see what it is.",
        about=deadline,
    )
