"""Documents: stored once by their hash, served only through a permission check."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from casework.access import Grant
from casework.machines import Attached, Grants, Guarded
from casework.models.case import Case


class Document(Attached):
    """A file beside a thing of the case. Its bytes are in the file store under ``sha256`` and never change."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=40)
    filename = models.CharField(max_length=160)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-filed_at", "title"]
        indexes: ClassVar = [models.Index(fields=["case", "-filed_at"], name="document_case_filed")]

    def __str__(self) -> str:
        return self.title

    @property
    def download_name(self) -> str:
        """The case's reference and nothing else of it: what was downloaded lies about where nobody asks for a role."""
        if self.filename.startswith(self.case.reference):
            return self.filename
        return f"{self.case.reference}-{self.pk.hex[:8]}{Path(self.filename).suffix.lower()}"

    def grants_under(self, about: Guarded, grants: Grants) -> Grants:
        return {holder: {"view"} for holder, powers in grants.items() if about.reading_power in powers}

    def get_absolute_url(self) -> str:
        return reverse("casework:document", args=[self.pk])


class DocumentGrant(Grant):
    content_object = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="grant_rows")
