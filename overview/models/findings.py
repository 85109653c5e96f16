"""What was found, and what each finding rests on: the golden thread's first links."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from chronology.models import Entry
from imr.models import Section
from overview.models.report import OverviewReport
from reviews.models import LineOfEnquiry


class Finding(models.Model):
    """Something the review found: what happened and why, and the lesson in it (S1-58).

    ``theme`` is a code of the pack; ``enquiry`` the line of enquiry it answers, where it answers one.
    """

    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    html = models.TextField()
    lesson = models.TextField(blank=True)
    theme = models.CharField(max_length=60, blank=True)
    enquiry = models.ForeignKey(LineOfEnquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["number"]
        indexes: ClassVar = [models.Index(fields=["report", "number"], name="finding_report_number")]

    def __str__(self) -> str:
        return f"Finding {self.number}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("overview:finding", args=[self.report_id, self.pk])

    @property
    def theme_label(self) -> str:
        """The pack's words for the theme."""
        return next((each.label for each in self.report.pack.themes if each.code == self.theme), "")


class Evidence(models.Model):
    """That a finding rests on an entry of a chronology, or on a passage of an agency's report.

    ``said`` keeps what the entry or passage said on the day it was cited, and ``sha256`` its hash, so that a later
    change shows; ``entry_version`` is the version of the entry that was cited. ``dated`` and ``source`` are how a reader
    finds it.
    """

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="evidence")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    entry_version = models.PositiveIntegerField(null=True)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.CharField(max_length=160)
    dated = models.CharField(max_length=120, blank=True)
    sorts_on = models.DateField(null=True)
    source = models.CharField(max_length=400, blank=True)
    said = models.TextField()
    sha256 = models.CharField(max_length=64)
    note = models.TextField(blank=True)
    cited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cited_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = [models.F("sorts_on").asc(nulls_last=True), "pk"]
        verbose_name_plural = "evidence"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(entry__isnull=False, section__isnull=True)
                | models.Q(entry__isnull=True, section__isnull=False),
                name="evidence_is_an_entry_or_a_passage",
            ),
            models.UniqueConstraint(fields=["finding", "entry"], name="entry_cited_once_in_a_finding"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.dated or self.source}"


class Explanation(models.Model):
    """Why a line of enquiry has no finding: asked, looked into, nothing to say."""

    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    enquiry = models.ForeignKey(LineOfEnquiry, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "enquiry"], name="explained_once")]

    def __str__(self) -> str:
        return f"{self.enquiry}: explained"


def digest_of(said: dict[str, Any]) -> str:
    """The SHA-256 (hex) of facts in a canonical writing."""
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
