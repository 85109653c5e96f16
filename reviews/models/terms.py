"""Terms of reference: what the review asks, of whom, about which time, and by when."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.urls import reverse

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, guard, state_check, state_field
from casework.models import Case
from casework.statements import statement
from frameworks import clock
from frameworks.facts import Item
from reviews.models.review import Review

TERMS_STATES = [("draft", "Draft"), ("agreed", "Agreed")]
CONTRIBUTIONS = [("report", "Report"), ("information", "Information only"), ("none", "Nothing")]

# Questions of scope that are answered by facts rather than by a text.
PERIOD, ISSUES, CONTRIBUTORS, TIMESCALES, AUTHOR = "period", "key_issues", "contributors", "timescales", "overview_author"
DAYS = ("period_from", "period_to", "reports_due_on", "overview_due_on")
ANSWERED_BY_FACTS = (PERIOD, ISSUES, CONTRIBUTORS, TIMESCALES, AUTHOR)


@guard("The period under review has no beginning, end or reason yet.")
def period_is_set(terms: Any, by: Person | None) -> bool:
    return bool(terms.period_from and terms.period_to and terms.reason_for_period)


@guard("There is no line of enquiry yet.")
def has_lines_of_enquiry(terms: Any, by: Person | None) -> bool:
    return terms.lines.exists()


@guard("No agency has been chosen to contribute yet.")
def has_contributors(terms: Any, by: Person | None) -> bool:
    return terms.contributor_set.exclude(contribution="none").exists()


@guard("The dates by which the agencies and the overview author report are not set yet.")
def dates_are_set(terms: Any, by: Person | None) -> bool:
    return bool(terms.reports_due_on and terms.overview_due_on)


@guard("The review is {o.review_state_in_words}: its terms of reference stand as they are.")
def review_is_running(terms: Any, by: Person | None) -> bool:
    return terms.review.is_running


class TermsOfReference(Governed):
    """The scope of a review (S1-41 to S1-46), drafted part by part, agreed, and looked at again as the review goes on.

    Each agreement is kept as a photograph (``AgreedTerms``): that is what agencies work to while a change is drafted.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    reason_for_period = models.TextField(blank=True)
    reports_due_on = models.DateField(null=True, blank=True)
    overview_due_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    state = state_field(TERMS_STATES, "draft")

    # The draft is the board's own; what was agreed is for the agencies too.
    other_powers: ClassVar = ("read",)
    reading_power: ClassVar = "read"

    held_with: ClassVar = ("review",)

    class Meta:
        verbose_name = "scope"
        verbose_name_plural = "terms of reference"
        permissions = act_permissions("termsofreference", "read", "write", "agree", "revise")
        constraints: ClassVar = [
            state_check("termsofreference", TERMS_STATES),
            models.UniqueConstraint(fields=["review"], name="one_scope_for_a_review"),
            models.CheckConstraint(
                condition=models.Q(period_from__isnull=True) | models.Q(period_to__gte=models.F("period_from")),
                name="period_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"Terms of reference, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("reviews:termsofreference", args=[self.pk])

    @property
    def lines(self) -> Any:
        """The lines of enquiry that stand, in order."""
        return self.lineofenquiry_set.filter(is_dropped=False)

    @property
    def in_force(self) -> Any:
        """The terms as they were last agreed; None before the first agreement."""
        found = next(iter(_agreed(self.pk)), None)
        if found is not None:
            found.terms = self
        return found

    @property
    def review_state_in_words(self) -> str:
        return self.review.get_state_display().lower()

    def questions(self) -> list[Item]:
        """The pack's questions of scope that are answered with a text."""
        return [each for each in self.review.pack.scope_questions if each.code not in ANSWERED_BY_FACTS]

    def answers(self) -> dict[str, str]:
        """The texts answered so far, by question."""
        return dict(self.scopepart_set.exclude(text="").values_list("code", "text"))

    def agencies_told(self) -> set[UUID]:
        """The ids of the agencies that contribute under the terms last agreed."""
        return self._contributing("report", "information")

    def agencies_reporting(self) -> set[UUID]:
        """The ids of the agencies of which the terms last agreed want a report."""
        return self._contributing("report")

    def _contributing(self, *contributions: str) -> set[UUID]:
        agreed = self.in_force
        rows = agreed.facts["contributors"] if agreed else []
        return {UUID(each["id"]) for each in rows if each["contribution"] in contributions}

    def as_facts(self) -> dict[str, Any]:
        """Everything the terms say now, ready to be photographed: JSON, with words for people and ids for the house."""
        questions = {each.code: each.label for each in self.review.pack.scope_questions}
        return {
            "period_from": _day(self.period_from),
            "period_to": _day(self.period_to),
            "reason_for_period": self.reason_for_period,
            "lines": [{"id": line.pk, "number": line.number, "question": line.question} for line in self.lines],
            "contributors": [
                {"id": str(each.agency_id), "agency": each.agency.name, "contribution": each.contribution}
                for each in self.contributor_set.select_related("agency")
            ],
            "reports_due_on": _day(self.reports_due_on),
            "overview_due_on": _day(self.overview_due_on),
            "answers": [
                {"code": code, "question": questions.get(code, code), "answer": text} for code, text in self.answers().items()
            ],
        }

    @property
    def shown(self) -> dict[str, Any]:
        """The terms as they stand, for a page."""
        return shown(self.as_facts())

    def grants(self) -> Grants:
        board = self.case.board_id
        leads: dict[Holder, set[str]] = {Holder("lead", agency): {"view"} for agency in self.review.agencies_told()}
        opened = leads | {Holder("auditor", board): {"view"}} if self.agreed_on else {}
        return opened | {
            Holder("manager", board): {"view", "read", "write", "agree", "revise"},
            Holder("chair", board): {"view", "read", "agree"},
            Holder("panel_member", self.case_id): {"view", "read"},
            Holder("overview_author", self.case_id): {"view", "read", "write"},
        }

    def awaits(self) -> list[Awaited]:
        if self.state == "agreed" or not self.review.is_running:
            return []
        return [Awaited(Holder("manager", self.case.board_id), "agree", "Agree the terms of reference")]

    @act(
        source="draft", label="Write", done="Wrote on the terms of reference", guards=[review_is_running], page=False, quiet=True
    )
    def write(self, by: Person, **facts: Any) -> None:
        """Write down one part of the scope."""
        for name in ("period_from", "period_to", "reason_for_period", "reports_due_on", "overview_due_on"):
            if name in facts:
                setattr(self, name, facts[name])

    @act(
        source="draft",
        target="agreed",
        label="Record that the terms are agreed",
        done="Agreed the terms of reference",
        guards=[review_is_running, period_is_set, has_lines_of_enquiry, has_contributors, dates_are_set],
    )
    def agree(self, by: Person, on: Any = None, **facts: Any) -> None:
        """The panel has agreed what to ask, of whom, and by when."""
        self.agreed_on = on or clock.today()

    @act(
        source="agreed",
        target="draft",
        label="Change the terms",
        done="Began to change the terms of reference",
        guards=[review_is_running],
        primary=False,
    )
    def revise(self, by: Person, **facts: Any) -> None:
        """Something has come to light: the scope is looked at again. What was agreed stands until the change is."""


class TermsOfReferenceGrant(Grant):
    content_object = models.ForeignKey(TermsOfReference, on_delete=models.CASCADE, related_name="grant_rows")


class ScopePart(models.Model):
    """One part of the scope: the text that answers a question of the pack, and how often the part was saved."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT)
    code = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["terms", "code"], name="scope_part_once")]

    def __str__(self) -> str:
        return f"{self.code} of {self.terms}"


class LineOfEnquiry(models.Model):
    """A question the review must answer. A dropped one stays on record: something may already rest on it."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    question = models.TextField()
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["number", "pk"]
        verbose_name_plural = "lines of enquiry"

    def __str__(self) -> str:
        return f"{self.number}. {self.question}"


class Contributor(models.Model):
    """An agency, and what it is to contribute (S1-42)."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    contribution = models.CharField(max_length=20, choices=CONTRIBUTIONS)

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["terms", "agency"], name="contributes_once")]

    def __str__(self) -> str:
        return f"{self.agency}: {self.get_contribution_display()}"


class AgreedTerms(models.Model):
    """The terms as they were agreed on a day: a photograph with its SHA-256, never redrawn."""

    terms = models.ForeignKey(TermsOfReference, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    facts = models.JSONField()
    sha256 = models.CharField(max_length=64)
    note = models.TextField("what changed, or who agreed", blank=True)
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["terms", "number"], name="agreed_terms_numbered")]

    def __str__(self) -> str:
        return f"{self.terms}, version {self.number}"

    @property
    def shown(self) -> dict[str, Any]:
        """The terms as they were agreed, for a page."""
        return shown(self.facts)


@statement
def _agreed(terms: Any) -> Any:
    return AgreedTerms.objects.filter(terms=terms).order_by("-number")[:1]


def digest_of(facts: dict[str, Any]) -> str:
    """The SHA-256 (hex) of the terms in a canonical writing."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def shown(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts of the terms with days and words for a page."""
    days = {name: date.fromisoformat(facts[name]) if facts[name] else None for name in DAYS}
    labels = dict(CONTRIBUTIONS)
    named = [each | {"contribution_label": labels[each["contribution"]]} for each in facts["contributors"]]
    return facts | days | {"contributors": [each for each in named if each["contribution"] != "none"]}


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
