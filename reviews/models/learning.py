"""Decisions that open no review: a learning day, an audit, one agency's own review. Each is followed to its end."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, state_check, state_field
from casework.models import Case
from frameworks import clock

LEARNING_STATES = [("under_way", "Under way"), ("finished", "Finished")]


class OtherLearning(Governed):
    """Something else than a review that the chair decided on (S1-22 to S1-25): what, led by whom, by when, with what outcome."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=60)
    label = models.CharField(max_length=160)
    description = models.TextField(blank=True)
    lead = models.CharField("who leads it", max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True)
    outcome = models.TextField("what came of it", blank=True)
    finished_on = models.DateField(null=True, blank=True)
    state = state_field(LEARNING_STATES, "under_way")

    class Meta:
        ordering: ClassVar = ["due_on", "label"]
        verbose_name = "learning"
        permissions = act_permissions("otherlearning", "note", "finish")
        constraints: ClassVar = [state_check("otherlearning", LEARNING_STATES)]

    def __str__(self) -> str:
        return f"{self.label}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("reviews:otherlearning", args=[self.pk])

    def grants(self) -> Grants:
        board = self.case.board_id
        return {
            Holder("manager", board): {"view", "note", "finish"},
            Holder("chair", board): {"view"},
            Holder("auditor", board): {"view"},
            Holder("panel_member", self.case_id): {"view"},
        }

    def awaits(self) -> list[Awaited]:
        if self.state == "finished":
            return []
        return [Awaited(Holder("manager", self.case.board_id), "finish", f"{self.label}: record what came of it")]

    @act(source="under_way", label="Note how it is going", done="Noted how it is going", primary=False)
    def note(self, by: Person, **facts: Any) -> None:
        """Write down how it is going."""

    @act(source="under_way", target="finished", label="Record the outcome", done="Finished it")
    def finish(self, by: Person, outcome: str, on: Any, **facts: Any) -> None:
        """It has been done; this is what came of it."""
        self.outcome = outcome
        self.finished_on = on or clock.today()


class OtherLearningGrant(Grant):
    content_object = models.ForeignKey(OtherLearning, on_delete=models.CASCADE, related_name="grant_rows")


class LearningNote(models.Model):
    """How it was going on a day, in somebody's words."""

    learning = models.ForeignKey(OtherLearning, on_delete=models.PROTECT)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"note on {self.learning}"
