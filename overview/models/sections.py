"""The texts under the headings of an overview report, and the copies of it that were sent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from frameworks.facts import Section
from overview.models.report import OverviewReport

PARTS = [("overview", "Overview report"), ("summary", "Summary")]


class OverviewSection(models.Model):
    """The text under one heading of the pack's outline; ``version`` counts its saves."""

    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    part = models.CharField(max_length=12, choices=PARTS)
    key = models.CharField(max_length=60)
    html = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "part", "key"], name="overview_section_once")]

    def __str__(self) -> str:
        return f"{self.title}, {self.report}"

    def get_absolute_url(self) -> str:
        return reverse("overview:section", args=[self.report_id, self.part, self.key])

    @property
    def heading(self) -> Section:
        """What the pack asks under this heading."""
        return self.report.outline(self.part).section(self.key)

    @property
    def title(self) -> str:
        return self.heading.title


class CopySent(models.Model):
    """That a body which the framework names has its copy, and which papers went to it."""

    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    to = models.CharField(max_length=160)
    documents = models.CharField(max_length=240)
    sent_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name_plural = "copies sent"

    def __str__(self) -> str:
        return f"{self.report} to {self.to}"
