"""What should change, who is asked to change it, and the findings it rests on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import (
    Governed,
    Grants,
    act,
    act_permissions,
    guard,
    state_check,
    state_field,
)
from casework.models import Case
from casework.refusals import Outdated
from imr.models import Section
from overview.models.findings import Finding
from overview.models.report import WRITING, OverviewReport

RECOMMENDATION_STATES = [("drafted", "Drafted"), ("agreed", "Agreed"), ("withdrawn", "Withdrawn")]


@guard("The report is {o.report_state_in_words}: its recommendations stand as they are.")
def report_is_being_written(recommendation: Any, by: Person | None) -> bool:
    return recommendation.report.state in WRITING


class Recommendation(Governed):
    """A recommendation to one agency, or to the board when ``agency`` is empty.

    ``category`` and ``lever`` are codes of the pack. ``carried_from`` is the section of an agency's own report that it
    was carried over from (S1-59). It is agreed when the chair signs the report off.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    category = models.CharField(max_length=60, blank=True)
    lever = models.CharField(max_length=60, blank=True)
    expected_change = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    carried_from = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    findings: models.ManyToManyField[Finding, Basis] = models.ManyToManyField(Finding, through="Basis")
    state = state_field(RECOMMENDATION_STATES, "drafted")

    class Meta:
        ordering: ClassVar = ["number"]
        permissions = act_permissions("recommendation", "write", "withdraw", "agree")
        constraints: ClassVar = [state_check("recommendation", RECOMMENDATION_STATES)]
        indexes: ClassVar = [models.Index(fields=["report", "number"], name="recommendation_report_number")]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("overview:recommendation", args=[self.pk])

    @property
    def addressee(self) -> str:
        """Who is asked: the agency, or the board."""
        return self.agency.name if self.agency else self.case.board.name

    @property
    def category_label(self) -> str:
        return _label(self.report.pack.recommendations.categories, self.category)

    @property
    def lever_label(self) -> str:
        return _label(self.report.pack.recommendations.levers, self.lever)

    @property
    def report_state_in_words(self) -> str:
        return self.report.get_state_display().lower()

    def grants(self) -> Grants:
        board, case = self.case.board_id, self.case_id
        writers = {"view", "write", "withdraw"}
        opened: dict[Holder, set[str]] = {
            Holder("overview_author", case): writers,
            Holder("manager", board): {"view"},
        }
        if self.state != "agreed":
            return opened
        for holder in (Holder("chair", board), Holder("panel_member", case), Holder("auditor", board)):
            opened[holder] = {"view"}
        if self.agency_id:
            opened[Holder("lead", self.agency_id)] = {"view"}
        return opened

    @act(source="drafted", label="Change", done="Changed a recommendation", guards=[report_is_being_written])
    def write(self, by: Person, on_top_of: int, **facts: Any) -> None:
        """Say it better, or ask somebody else; ``on_top_of`` is the version it was written on."""
        if on_top_of != self.version:
            raise Outdated(about=self, act="write", theirs=self.text, yours=facts["text"], version=self.version)
        for name in ("text", "agency", "category", "lever", "expected_change", "measure"):
            setattr(self, name, facts[name])

    @act(
        source="drafted",
        target="withdrawn",
        label="Take it out",
        done="Took a recommendation out",
        guards=[report_is_being_written],
        primary=False,
    )
    def withdraw(self, by: Person, **facts: Any) -> None:
        """It is not recommended after all."""

    @act(source="drafted", target="agreed", label="Agree", done="Agreed a recommendation", page=False)
    def agree(self, by: Person, **facts: Any) -> None:
        """The report it stands in is signed off."""


class RecommendationGrant(Grant):
    content_object = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="grant_rows")


class Basis(models.Model):
    """That a recommendation rests on a finding."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE)
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE)

    class Meta:
        verbose_name_plural = "bases"
        constraints: ClassVar = [models.UniqueConstraint(fields=["recommendation", "finding"], name="rests_once")]

    def __str__(self) -> str:
        return f"{self.recommendation} rests on {self.finding}"


def _label(items: Any, code: str) -> str:
    return next((each.label for each in items if each.code == code), "")
