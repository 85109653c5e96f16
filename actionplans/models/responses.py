"""The answer to a recommendation, by the body it is addressed to."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django_fsm import RETURN_VALUE

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import (
    Awaited,
    Governed,
    Grants,
    act,
    act_permissions,
    guard,
    state_check,
    state_field,
)
from casework.models import Case
from casework.refusals import refuse
from overview.models import Recommendation

RESPONSE_STATES = [
    ("asked", "Asked"),
    ("accepted", "Accepted"),
    ("partly_accepted", "Partly accepted"),
    ("rejected", "Rejected"),
]
ANSWERS = ("accepted", "partly_accepted", "rejected")
TAKEN_UP = ("accepted", "partly_accepted")


@guard("The case is closed: its file is read and no longer changed.")
def case_is_open(thing: Any, by: Person | None) -> bool:
    return bool(thing.case.state == "open")


class Response(Governed):
    """That a body was asked what it will do about a recommendation, and what it said.

    ``agency`` is empty where the recommendation is for the board, for which its manager answers.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    recommendation = models.OneToOneField(Recommendation, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    reasons = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    asked_again_because = models.TextField(blank=True)
    state = state_field(RESPONSE_STATES, "asked")

    class Meta:
        ordering: ClassVar = ["recommendation__number"]
        permissions = act_permissions("response", "answer", "ask_again", "add_action")
        constraints: ClassVar = [state_check("response", RESPONSE_STATES)]

    def __str__(self) -> str:
        return f"Response to recommendation {self.recommendation.number}"

    def get_absolute_url(self) -> str:
        return reverse("actionplans:response", args=[self.pk])

    @property
    def respondent(self) -> Holder:
        """Who answers: the agency's lead, or the board's manager."""
        return Holder("lead", self.agency_id) if self.agency_id else Holder("manager", self.case.board_id)

    @property
    def body(self) -> str:
        """The name of the body that answers."""
        return self.agency.name if self.agency else self.case.board.name

    @property
    def tone(self) -> str:
        """How the state reads at a glance."""
        return {"asked": "quiet", "accepted": "good", "partly_accepted": "warn", "rejected": "bad"}[self.state]

    def grants(self) -> Grants:
        board = self.case.board_id
        opened: dict[Holder, set[str]] = {
            Holder("manager", board): {"view"} | ({"ask_again"} if self.agency_id else set()),
            Holder("chair", board): {"view", "ask_again"},
            Holder("panel_member", self.case_id): {"view"},
            Holder("auditor", board): {"view"},
        }
        opened[self.respondent] = opened.get(self.respondent, set()) | {"view", "answer", "add_action"}
        return opened

    def awaits(self) -> list[Awaited]:
        number = self.recommendation.number
        if self.state == "asked":
            return [Awaited(self.respondent, "answer", f"Recommendation {number}: say what you will do about it")]
        if self.state in TAKEN_UP and not self.action_set.exclude(state="superseded").exists():
            return [Awaited(self.respondent, "add_action", f"Recommendation {number}: plan the first action")]
        return []

    @act(
        source="asked",
        target=RETURN_VALUE(*ANSWERS),
        label="Respond to the recommendation",
        done="Responded to a recommendation",
        guards=[case_is_open],
    )
    def answer(self, by: Person, answer: str, reasons: str, on: Any, **facts: Any) -> str:
        """The body accepts, accepts in part, or rejects; for less than the whole it says why."""
        if answer not in ANSWERS:
            refuse("Choose whether the recommendation is accepted, accepted in part, or rejected.")
        if answer != "accepted" and not reasons.strip():
            refuse("Say why the recommendation is not accepted as a whole.")
        self.reasons, self.answered_by, self.answered_on = reasons, by, on
        return answer

    @act(
        source=["partly_accepted", "rejected"],
        target="asked",
        label="Ask them to think again",
        done="Asked for a new response",
        guards=[case_is_open],
        primary=False,
    )
    def ask_again(self, by: Person, because: str, due_on: Any, **facts: Any) -> None:
        """The board is not content with the answer and says why (S1-63)."""
        if not because.strip():
            refuse("Say why the answer is not enough.")
        self.asked_again_because, self.due_on = because, due_on

    @act(source=TAKEN_UP, label="Add an action", done="Planned an action", guards=[case_is_open])
    def add_action(self, by: Person, **facts: Any) -> None:
        """Plan what will be done."""


class ResponseGrant(Grant):
    content_object = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="grant_rows")
