"""Who outside the review must be told of it, and the proof that they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models

from agencies.models import Person
from casework import log
from casework.models import Document
from casework.statements import statement
from frameworks import calendars
from frameworks.facts import Notification


class NoticeGiven(models.Model):
    """The proof that a body was told: on which day, how, and the letter or a note of the call.

    ``key`` is the notification's key in the pack the review was then held under.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT)
    key = models.CharField(max_length=60)
    to = models.CharField(max_length=160)
    told_on = models.DateField()
    how = models.CharField(max_length=160)
    note = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["told_on", "pk"]

    def __str__(self) -> str:
        return f"{self.to} told on {self.told_on}"


@dataclass(frozen=True)
class Told:
    """One body that the pack wants told: since when it is owed, by when, and the proofs there are."""

    notification: Notification
    since: date | None
    due_on: date | None
    proofs: tuple[NoticeGiven, ...]

    @property
    def is_owed(self) -> bool:
        """Whether the event has happened and nobody has told them yet."""
        return self.since is not None and not self.proofs


def notifications_of(review: Any) -> list[Told]:
    """What the review's pack says of telling others, beside what the log and the proofs say was done."""
    given: dict[str, list[NoticeGiven]] = {}
    for proof in _given(review.pk):
        proof.review = review
        given.setdefault(proof.key, []).append(proof)
    happened = log.first_days(review.case_id, {each.on for each in review.pack.notifications})
    return [_told(review, each, happened.get(each.on), given.get(each.key, [])) for each in review.pack.notifications]


@statement
def _given(review: Any) -> Any:
    return NoticeGiven.objects.filter(review=review)


def _told(review: Any, notification: Notification, happened: date | None, proofs: list[NoticeGiven]) -> Told:
    since = max(happened, review.held_since) if happened else None
    within = notification.within
    due = calendars.due_date(since, within.amount, within.unit, review.case.board.nation) if since and within else None
    return Told(notification, since, due, tuple(proofs))
