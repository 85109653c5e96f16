"""Agencies are told to secure their records at once, and answer."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django_fsm import RETURN_VALUE

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, state_check, state_field
from casework.models import Case
from reviews.models.review import Review

RECORDS_STATES = [
    ("asked", "Waiting for an answer"),
    ("secured", "Answered: records secured"),
    ("nothing_held", "Answered: nothing held"),
]
ANSWERED = ("secured", "nothing_held")


class RecordsRequest(Governed):
    """That one agency was told to secure its records for a review (S1-39), and whether it has."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    state = state_field(RECORDS_STATES, "asked")

    class Meta:
        ordering: ClassVar = ["agency__name"]
        permissions = act_permissions("recordsrequest", "answer", "amend")
        constraints: ClassVar = [
            state_check("recordsrequest", RECORDS_STATES),
            models.UniqueConstraint(fields=["review", "agency"], name="records_requested_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("reviews:recordsrequest", args=[self.pk])

    @property
    def answers(self) -> Any:
        """What the agency has answered, latest first."""
        return self.recordsanswer_set.select_related("answered_by").order_by("-pk")

    @property
    def secured_on(self) -> date | None:
        """The day on which its records were secured, by its last answer."""
        answers = list(self.recordsanswer_set.all())
        return answers[-1].secured_on if answers else None

    def grants(self) -> Grants:
        # The manager answers for an agency outside the system, a practice that wrote a letter.
        answering = {"view", "answer", "amend"}
        board = self.case.board_id
        return {
            Holder("lead", self.agency_id): answering,
            Holder("manager", board): answering,
            Holder("chair", board): {"view"},
            Holder("panel_member", self.case_id): {"view"},
            Holder("overview_author", self.case_id): {"view"},
        }

    def awaits(self) -> list[Awaited]:
        if self.state != "asked" or self.review.state in {"closed", "discontinued"}:
            return []
        return [Awaited(Holder("lead", self.agency_id), "answer", "Secure your records and say so")]

    @act(source="asked", target=RETURN_VALUE(*ANSWERED), label="Answer", done="Answered about its records")
    def answer(self, by: Person, is_held: bool, **facts: Any) -> str:
        """Say what was secured, where, by whom and when; or that nothing is held."""
        return "secured" if is_held else "nothing_held"

    @act(source=ANSWERED, target=RETURN_VALUE(*ANSWERED), label="Change the answer", done="Changed its answer", primary=False)
    def amend(self, by: Person, is_held: bool, **facts: Any) -> str:
        """More was found, or less; the earlier answer stays on record."""
        return "secured" if is_held else "nothing_held"


class RecordsRequestGrant(Grant):
    content_object = models.ForeignKey(RecordsRequest, on_delete=models.CASCADE, related_name="grant_rows")


class RecordsAnswer(models.Model):
    """One answer: which records are secured, where, by whom, since when; or why nothing is held."""

    request = models.ForeignKey(RecordsRequest, on_delete=models.PROTECT)
    is_held = models.BooleanField()
    what = models.TextField(blank=True)
    where = models.CharField(max_length=240, blank=True)
    secured_by = models.CharField(max_length=160, blank=True)
    secured_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(is_held=False) | models.Q(secured_on__isnull=False), name="secured_on_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"answer of {self.request}"
