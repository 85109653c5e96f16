"""Deadlines: the consequence of an event and a rule, explained, never counted down."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models

from agencies.models import Person
from agencies.roles import ROLES
from casework.access import Grant
from casework.machines import Attached, GuardedQuerySet
from casework.models.case import Case
from casework.statements import AnyOf, statement

SOONEST = 5


class DeadlineQuerySet(GuardedQuerySet):
    def standing(self) -> Any:
        """Promises not yet kept."""
        return self.filter(ended_at__isnull=True)

    def running(self) -> Any:
        """Promises not yet kept whose clock is not stopped."""
        return self.standing().filter(stopped_on__isnull=True)


class Deadline(Attached):
    """A promise: what is due from whom by when, and why this date.

    ``starts`` and ``ends`` are events as the log names them (``referral.submit``); ``first_due_on`` keeps the date
    that was first promised; ``source`` is the clause, or the meeting, that sets it. ``stopped_on`` is the day since
    which its clock stands, because the review waits for a trial. A promise that ``outlasts`` the case stands open while
    it is closed: the auditors' later looks.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    rule = models.CharField(max_length=60)
    label = models.CharField(max_length=160)
    why = models.TextField()
    source = models.CharField(max_length=200)
    is_confirmed = models.BooleanField(default=True)
    starts = models.CharField(max_length=60)
    basis_on = models.DateField()
    ends = models.CharField(max_length=60)
    role = models.CharField(max_length=24, choices=[(key, kind.label) for key, kind in ROLES.items()])
    role_about = models.UUIDField()
    first_due_on = models.DateField()
    due_on = models.DateField()
    stopped_on = models.DateField(null=True, blank=True)
    outlasts = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_met = models.BooleanField(null=True, blank=True)

    objects: ClassVar[Any] = DeadlineQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["due_on", "label"]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=models.Q(ended_at__isnull=True), name="deadline_standing"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "rule", "about_id"], condition=models.Q(ended_at__isnull=True), name="promised_once"
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_extended(self) -> bool:
        """Whether a later date than the first was ever agreed."""
        return self.due_on != self.first_due_on

    def is_overdue(self, today: date) -> bool:
        """Whether the promise is broken as of this day."""
        return self.ended_at is None and self.due_on < (self.stopped_on or today)


@statement
def open_dates_of(case: Any) -> Any:
    """The promises of a case that are not yet kept, soonest first."""
    return Deadline.objects.standing().filter(case=case)


@statement
def next_dates_of(case: Any) -> Any:
    """The first few of them."""
    return Deadline.objects.standing().filter(case=case)[:SOONEST]


class DeadlineGrant(Grant):
    content_object = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="grant_rows")


class Extension(models.Model):
    """A later date: the old one, the reason, who agreed and whom they consulted (para 8.15 asks for it)."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT)
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.TextField()
    consulted = models.CharField(max_length=200, blank=True)
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["agreed_on", "pk"]

    def __str__(self) -> str:
        return f"{self.deadline}: {self.from_on} to {self.to_on}"


@statement
def extensions_of(deadlines: Any) -> Any:
    """The later dates that were agreed for these promises, in the order in which they were."""
    return Extension.objects.filter(deadline_id=AnyOf(deadlines))
