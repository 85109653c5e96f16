"""An action: what will be done, by whom, by when, and how anybody will see that it changed something."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from actionplans import guards
from actionplans.models.responses import Response, case_is_open
from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import (
    Awaited,
    Governed,
    Grants,
    GuardedQuerySet,
    act,
    act_permissions,
    state_check,
    state_field,
)
from casework.models import Case, Deadline
from casework.refusals import refuse
from frameworks import calendars

ACTION_STATES = [
    ("proposed", "Proposed"),
    ("agreed", "Agreed"),
    ("in_progress", "In progress"),
    ("implemented", "Implemented"),
    ("verified", "Verified"),
    ("embedded", "Embedded"),
    ("reopened", "Reopened"),
    ("superseded", "Superseded"),
]
UNDER_WAY = ("in_progress", "reopened")
DONE = ("implemented", "verified", "embedded")
SETTLED = ("verified", "embedded", "superseded")

# The pack's columns that a field of the action answers; the others belong to the recommendation or to what happens later.
COLUMNS = {
    "action": "what",
    "outcome": "outcome",
    "monitoring": "monitoring",
    "support": "support",
    "resources": "resources",
}

DOING = frozenset({"start", "note_progress", "add_evidence", "implement"})
AUDITING = frozenset({"verify", "audit", "embed", "reopen"})


class ActionQuerySet(GuardedQuerySet):
    def with_dates(self) -> Any:
        """Each with ``promised_on``: the date that stands now, extensions included."""
        standing = Deadline.objects.filter(about_id=OuterRef("pk"), rule="action").order_by("-pk")
        return self.annotate(promised_on=Coalesce(Subquery(standing.values("due_on")[:1]), F("due_on")))


class Action(Governed):
    """One action of a plan. ``reference`` is the recommendation's number and its own ("2.1").

    ``due_on`` is the date first agreed; ``audit_due_on`` the day on which somebody looks whether the change has lasted.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    response = models.ForeignKey(Response, on_delete=models.PROTECT)
    reference = models.CharField(max_length=12)
    sorts_as = models.PositiveIntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    what = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    support = models.CharField(max_length=240, blank=True)
    resources = models.CharField(max_length=240, blank=True)
    due_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    monitoring = models.TextField(blank=True)
    implemented_on = models.DateField(null=True)
    what_was_done = models.TextField(blank=True)
    verified_on = models.DateField(null=True)
    audit_due_on = models.DateField(null=True)
    reopened_at = models.DateTimeField(null=True)
    superseded_because = models.TextField(blank=True)
    state = state_field(ACTION_STATES, "proposed")

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["case", "sorts_as"]
        permissions = act_permissions(
            "action",
            "write",
            "agree",
            "hand_over",
            "start",
            "note_progress",
            "add_evidence",
            "implement",
            "verify",
            "audit",
            "embed",
            "reopen",
            "supersede",
        )
        constraints: ClassVar = [
            state_check("action", ACTION_STATES),
            models.UniqueConstraint(fields=["response", "reference"], name="action_numbered_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "sorts_as"], name="action_case_order")]

    def __str__(self) -> str:
        return f"Action {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("actionplans:action", args=[self.pk])

    @property
    def body(self) -> str:
        """The name of the body that acts."""
        return self.agency.name if self.agency else self.case.board.name

    @property
    def pack(self) -> Any:
        """The framework whose columns, legend and audits hold."""
        return self.case.pack

    def missing(self) -> list[str]:
        """What the pack's plan requires and nobody has written yet."""
        required = [each for each in self.pack.actions.columns if each.required and each.code in COLUMNS]
        return [each.label for each in required if not str(getattr(self, COLUMNS[each.code])).strip()]

    @property
    def missing_in_words(self) -> str:
        return ", ".join(label[0].lower() + label[1:] for label in self.missing())

    def fresh_evidence(self) -> Any:
        """Evidence filed since the action was last opened."""
        filed = self.actionevidence_set.all()
        return filed.filter(filed_at__gte=self.reopened_at) if self.reopened_at else filed

    def was_owned_by(self, person: Person) -> bool:
        """Whether a person owns the action, or once did."""
        return self.owner_id == person.pk or self.ownership_set.filter(person=person).exists()

    def is_overdue(self, today: date, promised_on: date | None) -> bool:
        """Whether its day has passed and it is not done."""
        return bool(promised_on and promised_on < today and self.state not in {*DONE, "superseded"})

    # --- who may, and who is waited for --------------------------------------------------------------------------

    def grants(self) -> Grants:
        board = self.case.board_id
        manager, chair = Holder("manager", board), Holder("chair", board)
        opened: dict[Holder, set[str]] = {
            manager: {"view", "supersede", "hand_over"} | ({"agree"} if self.agency_id else DOING | {"write"}),
            chair: {"view", "agree"},
            Holder("panel_member", self.case_id): {"view"},
            Holder("auditor", board): {"view"} | AUDITING,
            Holder("owner", self.pk): {"view"} | DOING,
        }
        if self.agency_id:
            opened[Holder("lead", self.agency_id)] = {"view", "write", "hand_over"} | DOING
        return opened

    def awaits(self) -> list[Awaited]:
        board = self.case.board_id
        agrees = Holder("manager", board) if self.agency_id else Holder("chair", board)
        owner, auditor = Holder("owner", self.pk), Holder("auditor", board)
        waited: dict[str, tuple[Holder, str, str]] = {
            "proposed": (agrees, "agree", "agree it, or talk to whoever proposed it"),
            "agreed": (owner, "start", "begin"),
            "in_progress": (owner, "implement", "do it and file the evidence"),
            "reopened": (owner, "implement", "it was reopened: read why, and file new evidence"),
            "implemented": (auditor, "verify", "look whether it was done"),
            "verified": (auditor, "embed", f"look whether it has lasted, {self.audit_in_words}"),
        }
        if self.state not in waited or (self.state == "verified" and self.audit_due_on is None):
            return []
        holder, name, what = waited[self.state]
        return [Awaited(holder, name, f"Action {self.reference}: {what}")]

    @property
    def audit_in_words(self) -> str:
        return f"on {calendars.written(self.audit_due_on)}" if self.audit_due_on else "at the next audit"

    # --- the machine ---------------------------------------------------------------------------------------------

    @act(source="proposed", label="Change", done="Changed an action", guards=[case_is_open], primary=False)
    def write(self, by: Person, **facts: Any) -> None:
        """Plan it better."""
        for name in ("what", "support", "resources", "due_on", "outcome", "measure", "monitoring"):
            setattr(self, name, facts[name])

    @act(
        source="proposed",
        target="agreed",
        label="Agree the action",
        done="Agreed an action",
        guards=[
            case_is_open,
            guards.has_a_measure,
            guards.has_a_date,
            guards.has_an_owner,
            guards.columns_are_filled,
        ],
    )
    def agree(self, by: Person, **facts: Any) -> None:
        """It is part of the plan: from now on its date is a promise."""

    @act(
        source=["proposed", "agreed", *UNDER_WAY],
        label="Name the owner",
        done="Named the owner of an action",
        guards=[case_is_open],
        primary=False,
    )
    def hand_over(self, by: Person, owner: Person, **facts: Any) -> None:
        """Somebody sees to it from now on."""
        self.owner = owner

    @act(source="agreed", target="in_progress", label="Begin", done="Began an action", guards=[case_is_open])
    def start(self, by: Person, **facts: Any) -> None:
        """Work on it has begun."""

    @act(
        source=["agreed", *UNDER_WAY],
        label="Say how it is going",
        done="Said how an action is going",
        guards=[case_is_open],
        primary=False,
    )
    def note_progress(self, by: Person, **facts: Any) -> None:
        """A milestone, a difficulty, a reason for delay."""

    @act(
        source=[*UNDER_WAY, "implemented", "verified"],
        label="File evidence",
        done="Filed evidence of an action",
        primary=False,
    )
    def add_evidence(self, by: Person, **facts: Any) -> None:
        """Something that shows it was done, or what it changed."""

    @act(
        source=UNDER_WAY,
        target="implemented",
        label="Say that it is done",
        done="Said that an action is done",
        guards=[case_is_open, guards.has_evidence],
    )
    def implement(self, by: Person, what_was_done: str, on: date, **facts: Any) -> None:
        """It is done, and the evidence is there."""
        self.what_was_done, self.implemented_on = what_was_done, on

    @act(
        source="implemented",
        target="verified",
        label="Verify that it was done",
        done="Verified an action",
        guards=[case_is_open, *guards.INDEPENDENT],
    )
    def verify(self, by: Person, on: date, audit_due_on: date | None, **facts: Any) -> None:
        """Somebody who had no part in it has looked at the evidence and is content."""
        self.verified_on, self.audit_due_on = on, audit_due_on

    @act(
        source="verified",
        label="Not embedded yet",
        done="Audited an action: not embedded yet",
        guards=guards.INDEPENDENT,
        primary=False,
    )
    def audit(self, by: Person, audit_due_on: date | None, **facts: Any) -> None:
        """A later look: the change is there in part, and somebody looks again."""
        self.audit_due_on = audit_due_on

    @act(
        source="verified",
        target="embedded",
        label="Say that it has lasted",
        done="Found an action embedded",
        guards=[*guards.INDEPENDENT, guards.practice_has_changed],
    )
    def embed(self, by: Person, **facts: Any) -> None:
        """Practice has changed and the change has lasted."""
        self.audit_due_on = None

    @act(
        source=DONE,
        target="reopened",
        label="Reopen it",
        done="Reopened an action",
        guards=[case_is_open, *guards.INDEPENDENT],
        primary=False,
    )
    def reopen(self, by: Person, reasons: str, due_on: date, at: Any, **facts: Any) -> None:
        """It was not done, or did not last: the owner begins again, by a new date."""
        if not reasons.strip():
            refuse("Say what you found, and why the action is opened again.")
        self.due_on, self.reopened_at, self.audit_due_on = due_on, at, None

    @act(
        source=["proposed", "agreed", *UNDER_WAY],
        target="superseded",
        label="Supersede it",
        done="Superseded an action",
        guards=[case_is_open],
        final=True,
        primary=False,
    )
    def supersede(self, by: Person, reasons: str, **facts: Any) -> None:
        """Something else is done instead, or nothing needs to be."""
        if not reasons.strip():
            refuse("Say what takes the place of the action, or why it is no longer needed.")
        self.superseded_because = reasons


class ActionGrant(Grant):
    content_object = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="grant_rows")
