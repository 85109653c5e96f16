"""Agencies check the facts: whether what the report tells of them is right."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Agency, Person
from frameworks import clock
from overview.models.report import OverviewReport

ANSWERS = [("agreed", "The facts are right"), ("correction", "Something must be corrected")]

CORRECTIONS = {
    None: ("Correction asked for", "warn"),
    True: ("Corrected", "good"),
    False: ("Not corrected, with reasons", ""),
}


class FactsCheckQuerySet(models.QuerySet["FactsCheck"]):
    def still_open(self) -> FactsCheckQuerySet:
        """Not answered, and the day has not passed."""
        return self.filter(answer="", due_on__gte=clock.today())

    def unanswered_corrections(self) -> FactsCheckQuerySet:
        """Corrections that the author has neither taken up nor turned down."""
        return self.filter(answer="correction", is_taken_up__isnull=True)


class FactsCheck(models.Model):
    """That an agency was asked whether the facts are right, what it said, and what the author made of it.

    ``text_sha256`` is the hash of the text it read (``overview.text``); ``round`` counts the times agencies were asked.
    """

    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    due_on = models.DateField()
    answer = models.CharField(max_length=12, choices=ANSWERS, blank=True)
    correction = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    is_taken_up = models.BooleanField(null=True)
    reply = models.TextField(blank=True)

    objects = FactsCheckQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency__name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "agency", "round"], name="facts_checked_once_a_round")]

    def __str__(self) -> str:
        return f"{self.agency} on {self.report}"

    def get_absolute_url(self) -> str:
        return reverse("overview:correction", args=[self.report_id, self.pk])

    @property
    def status(self) -> tuple[str, str]:
        """How far this check is, in words with a tone."""
        if self.answer == "agreed":
            return "Facts agreed", "good"
        if self.answer == "correction":
            return CORRECTIONS[self.is_taken_up]
        return ("No answer", "bad") if self.due_on < clock.today() else ("Asked", "quiet")

    def facts(self) -> dict[str, Any]:
        """What the check says, for a paper."""
        words, _ = self.status
        return {"agency": self.agency.name, "status": words}
