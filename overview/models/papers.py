"""Papers: a photograph of the report as it stood, and the PDF made of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Grants, Guarded
from casework.models import Case, Document
from overview.models.report import OverviewReport

PAPERS = [("draft", "Draft"), ("signed", "Signed report"), ("public", "For publication")]


class Paper(Guarded):
    """The report as it stood at one moment: ``facts`` hold everything the PDF shows, ``sha256`` their hash.

    It is never drawn again from tables that move. Whoever could read the report at that moment may read the paper, so
    ``readers`` keeps who that was: roles, not people.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(OverviewReport, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=PAPERS)
    part = models.CharField(max_length=12)
    facts = models.JSONField()
    sha256 = models.CharField(max_length=64)
    readers = models.JSONField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failed_because = models.CharField(max_length=240, blank=True)
    pages = models.PositiveIntegerField(null=True)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-asked_at"]
        indexes: ClassVar = [
            models.Index(fields=["asked_at"], condition=models.Q(finished_at__isnull=True), name="paper_unfinished")
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("overview:paper", args=[self.pk])

    @property
    def title(self) -> str:
        """What the paper is called in the list of documents."""
        return str(self.facts["title"]) + {"draft": " (draft)", "signed": "", "public": " for publication"}[self.kind]

    @property
    def filename(self) -> str:
        """The case's reference and nothing else of it."""
        return f"{self.case.reference}-{self.part}-{self.kind}.pdf"

    def grants(self) -> Grants:
        opened: dict[Holder, set[Any]] = {Holder(role, about): {"view"} for role, about in self.readers}
        return opened


class PaperGrant(Grant):
    content_object = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="grant_rows")
