"""Versions of the integrated chronology as the panel read them: photographs that are never drawn again."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.urls import reverse

from agencies.models import Person
from chronology.models.entry import Entry
from chronology.models.integrated import IntegratedChronology


class FrozenVersion(models.Model):
    """That the integrated chronology was frozen: by whom, when, and the hash over exactly what stood in it.

    ``fields`` names the facts and words of an entry that were hashed, ``agencies`` who was in it with how many entries,
    ``changes`` how many were added, changed and gone since the version before.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.PROTECT, related_name="frozen")
    number = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    frozen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()
    fields = models.JSONField()
    agencies = models.JSONField()
    changes = models.JSONField(default=dict)
    entries = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["integrated", "number"], name="frozen_numbered_once")]

    def __str__(self) -> str:
        return f"version {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:frozen", args=[self.pk])


class FrozenRow(models.Model):
    """One entry in a frozen version: which version of it, where it stood, and the hash of its facts and words."""

    frozen = models.ForeignKey(FrozenVersion, on_delete=models.PROTECT, related_name="rows", db_index=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    chronology_id = models.UUIDField()
    version = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["frozen", "place"], name="frozen_place_once"),
            models.UniqueConstraint(fields=["frozen", "entry"], name="entry_frozen_once_in_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}, version {self.version}"
