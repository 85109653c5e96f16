"""The case: one file, one spine. Everything of a review hangs from it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

import frameworks
from agencies.models import Agency, Board, Person, Role
from agencies.roles import Holder
from casework import registry
from casework.access import Grant
from casework.machines import Governed, Grants, act, act_permissions, guard, state_check, state_field
from casework.statements import statement
from frameworks.packs import Pack

CASE_STATES = [("open", "Open"), ("closed", "Closed")]


@guard("An agency's answer or a date is still open: see the dates of this case.")
def nothing_is_due(case: Any, by: Person | None) -> bool:
    return all(each.outlasts for each in case.open_dates())


class Case(Governed):
    """A child (or several) who died or was seriously harmed, and all that is done to learn from it.

    Opened when a referral is submitted, under the pack its board then used. ``reference`` is the only thing
    about it that may leave the building; ``pseudonym`` is how it is spoken of inside.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT)
    reference = models.CharField(max_length=24, unique=True)
    pseudonym = models.CharField(max_length=80)
    framework = models.CharField(max_length=40)
    framework_digest = models.CharField(max_length=64)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=40, default="referral")
    state = state_field(CASE_STATES, "open")

    other_powers: ClassVar = ("oversee",)
    held_with: ClassVar = ("board",)

    class Meta:
        ordering: ClassVar = ["-opened_on", "reference"]
        permissions = act_permissions("case", "oversee", "appoint", "dismiss", "reveal", "add_subject", "file", "extend", "close")
        constraints: ClassVar = [state_check("case", CASE_STATES)]
        indexes: ClassVar = [models.Index(fields=["board", "-opened_on"], name="case_board_opened")]

    def __str__(self) -> str:
        return self.reference

    @property
    def case(self) -> Case:
        """Itself: so that everything of a case answers to ``.case``."""
        return self

    @property
    def pack(self) -> Pack:
        """The kind of review this case is bound to."""
        return frameworks.get(self.framework)

    @property
    def stage_label(self) -> str:
        """The stage it is at, in its pack's words."""
        return self.pack.stage(self.stage).label

    def get_absolute_url(self) -> str:
        return registry.address("casework:case", self.pk)

    def keep_open_dates(self, dates: list[Any]) -> None:
        """Remember with this copy of the case the promises that its page has read, for as long as the page is made."""
        self.__dict__["_open_dates_of_page"] = dates

    def open_dates(self) -> list[Any]:
        """The promises of this case that are not yet kept: those that its page has read, otherwise asked anew."""
        known: list[Any] | None = self.__dict__.get("_open_dates_of_page")
        return list(self.deadline_set.standing()) if known is None else known

    def chain_id(self) -> Any:
        return self.pk

    def grants(self) -> Grants:
        board = self.board_id
        running = {"appoint", "dismiss", "reveal", "add_subject", "file", "extend", "close"}
        opened: dict[Holder, set[str]] = {
            Holder("manager", board): {"view", "oversee"} | running,
            Holder("chair", board): {"view", "oversee", "reveal"},
            Holder("auditor", board): {"view"},
            Holder("panel_member", self.pk): {"view", "oversee", "reveal"},
            Holder("overview_author", self.pk): {"view", "oversee", "reveal"},
        }
        for agency_id in _agencies_in(self.pk):
            opened[Holder("lead", agency_id)] = {"view", "reveal"}
        for holder in self.guests():
            opened.setdefault(holder, {"view"})
        return opened

    def guests(self) -> list[Holder]:
        """Those who see the file's cover because they hold a role on something in it: an author, an action's owner."""
        return [Holder(role, about) for role, about in _guests_of(self.pk)]

    @act(source="open", label="Appoint somebody", done="Appointed somebody", primary=False)
    def appoint(self, by: Person, **facts: Any) -> None:
        """Give a person a role on this case."""

    @act(source="open", label="End an appointment", done="Ended an appointment", primary=False)
    def dismiss(self, by: Person, **facts: Any) -> None:
        """Let a person's role on this case end."""

    @act(source=["open", "closed"], label="Show the identity", done="Looked at an identity", primary=False, quiet=True)
    def reveal(self, by: Person, **facts: Any) -> None:
        """Look behind a pseudonym, for a reason that is logged."""

    @act(source="open", label="Add a child", done="Added a child", primary=False)
    def add_subject(self, by: Person, **facts: Any) -> None:
        """Add a child to the case."""

    @act(source="open", label="File a document", done="Filed a document", primary=False)
    def file(self, by: Person, **facts: Any) -> None:
        """Put a document on the case file."""

    @act(source="open", label="Change a date", done="Extended a deadline", primary=False, quiet=True)
    def extend(self, by: Person, **facts: Any) -> None:
        """Agree a later date for a deadline of this case."""

    @act(
        source="open",
        target="closed",
        label="Close the case",
        done="Closed the case",
        guards=[nothing_is_due],
        final=True,
        primary=False,
    )
    def close(self, by: Person, on: Any, **facts: Any) -> None:
        """Everything is done: the file can be read and no longer changed."""
        self.closed_on = on


class CaseGrant(Grant):
    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="grant_rows")


class Guest(models.Model):
    """That holders of a role on something in the case see the file's cover (an author, an action's owner)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    role = models.CharField(max_length=24)
    about_id = models.UUIDField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "role", "about_id"], name="guest_once")]

    def __str__(self) -> str:
        return f"{self.role}@{self.about_id}"


@statement
def _guests_of(case: Any) -> Any:
    return Guest.objects.filter(case=case).order_by().values_list("role", "about_id")


class Subject(models.Model):
    """A child the case is about, under a pseudonym. Twins are two subjects."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    pseudonym = models.CharField(max_length=40)
    relation = models.CharField(max_length=80, blank=True)
    is_index = models.BooleanField("the child harmed", default=True)
    age = models.CharField("age at the incident", max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["-is_index", "pseudonym"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "pseudonym"], name="pseudonym_once_in_case")]

    def __str__(self) -> str:
        return self.pseudonym


class Identity(models.Model):
    """Who a subject really is: kept apart, shown only by the act ``reveal`` and its logged reason."""

    subject = models.OneToOneField(Subject, on_delete=models.PROTECT)
    name = models.CharField(max_length=160)
    date_of_birth = models.DateField(null=True, blank=True)
    date_of_death = models.DateField(null=True, blank=True)
    address = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"identity of {self.subject}"


class Involvement(models.Model):
    """An agency in a case and how far it is, for the case file's table. Higher stages write it; lower pages read it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    secured_on = models.DateField(null=True, blank=True)
    report = models.CharField(max_length=60, blank=True)
    report_tone = models.CharField(max_length=12, blank=True)
    report_url = models.CharField(max_length=120, blank=True)
    entries = models.PositiveIntegerField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "agency"], name="involved_once")]

    def __str__(self) -> str:
        return f"{self.agency} in {self.case}"


@statement
def _agencies_in(case: Any) -> Any:
    return Involvement.objects.filter(case=case).order_by().values_list("agency_id", flat=True)


class Milestone(models.Model):
    """A stage of the lifecycle strip that this case has reached, with the date and a few words."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    stage = models.CharField(max_length=40)
    reached_on = models.DateField()
    note = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["reached_on", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "stage"], name="stage_reached_once")]

    def __str__(self) -> str:
        return f"{self.case}: {self.stage}"


def people_of(case: Case) -> Any:
    """Current roles on the case itself and on its board, for the case file's "who"."""
    return Role.objects.current().filter(about_id__in=[case.pk, case.board_id]).select_related("person", "agency")
