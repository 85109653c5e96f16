"""How a board wants its chronologies printed, and the PDFs that people asked for."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from agencies.models import Board, Person
from casework.models.case import Case
from frameworks import clock

PEOPLE = [("codes", "Codes in place of names"), ("names", "Names, as the agencies wrote them")]
PAPERS = [("A4", "A4, across"), ("A3", "A3, across")]


class ColumnOrder(models.Model):
    """The columns of a board's chronologies in Word and PDF, in its own order; Excel begins with them and has the rest."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="+")
    columns = ArrayField(models.CharField(max_length=40))
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"columns of {self.board}"


class Printout(models.Model):
    """A chronology as a PDF for the one who asked for it: the entries they saw, filtered as they saw them, in that order.

    ``front`` are the pages that stand before the table, swim lanes and genogram, as they were drawn when it was asked for.
    ``chronologies`` are those whose entries are in it; whoever may no longer read one of them may not open the PDF either.
    ``people`` says whether codes or names stand in it; it is empty where the key made no difference to this person.
    The bytes lie in the file store under ``sha256``.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    chronologies = ArrayField(models.UUIDField())
    entry_ids = ArrayField(models.UUIDField())
    columns = ArrayField(models.CharField(max_length=40))
    paper = models.CharField(max_length=2, choices=PAPERS, default="A4")
    front = models.TextField(blank=True)
    people = models.CharField(max_length=8, choices=PEOPLE, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    percent = models.PositiveSmallIntegerField(default=0)
    held_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    failed_because = models.CharField(max_length=240, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["asked_at"], condition=models.Q(finished_at__isnull=True), name="printouts_to_be_made")
        ]

    def __str__(self) -> str:
        return self.filename

    def get_absolute_url(self) -> str:
        return reverse("chronology:printout", args=[self.pk])

    @property
    def is_stuck(self) -> bool:
        """Whether whoever makes it has not been heard of for too long."""
        return self.finished_at is None and self.held_until is not None and self.held_until < clock.now()

    @property
    def filename(self) -> str:
        """The case's reference and nothing else of it."""
        return f"{self.case.reference}.pdf"
