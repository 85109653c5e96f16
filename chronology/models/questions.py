"""What an agency is asked about its own entries, and what it answers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, state_check, state_field
from casework.models.case import Case
from chronology.models.chronology import Chronology, case_is_open
from chronology.models.proposals import Proposal

QUESTION_STATES = [("asked", "Waiting for the agency"), ("answered", "Answered"), ("withdrawn", "Withdrawn")]


class Question(Governed):
    """A question to an agency about its own entries. It shows the agency nothing of what others have written.

    ``entries`` are the ids of the agency's own entries it is about; ``proposal`` is where the question arose, which the
    agency does not see.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    chronology = models.ForeignKey(Chronology, on_delete=models.PROTECT, related_name="questions")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="questions")
    entries = ArrayField(models.UUIDField(), default=list)
    words = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_words = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    state = state_field(QUESTION_STATES, "asked")

    class Meta:
        permissions = act_permissions("question", "answer", "withdraw")
        ordering: ClassVar = ["-asked_at", "pk"]
        constraints: ClassVar = [state_check("question", QUESTION_STATES)]

    def __str__(self) -> str:
        return f"Question to {self.chronology.agency}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:question", args=[self.pk])

    def workers(self) -> list[Holder]:
        """Who answers for the agency: the author of its report, and its lead."""
        lead = Holder("lead", self.chronology.agency_id)
        return [lead, Holder("author", self.chronology.report_id)] if self.chronology.report_id else [lead]

    def grants(self) -> Grants:
        opened: dict[Holder, set[str]] = {holder: {"view", "answer"} for holder in self.workers()}
        if self.chronology.state == "shared":
            for holder in self.chronology.readers():
                opened[holder] = {"view", "withdraw"}
        return opened

    def awaits(self) -> list[Awaited]:
        if self.state != "asked":
            return []
        return [Awaited(holder, "answer", "Answer the panel’s question about the chronology") for holder in self.workers()]

    @act(source="asked", target="answered", label="Answer the question", done="Answered a question", guards=[case_is_open])
    def answer(self, by: Person, words: str, at: Any, **facts: Any) -> None:
        """The agency says in words what its records hold."""
        self.answer_words, self.answered_by, self.answered_at = words, by, at

    @act(
        source="asked",
        target="withdrawn",
        label="Withdraw the question",
        done="Withdrew a question",
        guards=[case_is_open],
        primary=False,
    )
    def withdraw(self, by: Person, **facts: Any) -> None:
        """The answer is not needed any more."""


class QuestionGrant(Grant):
    content_object = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="grant_rows")
