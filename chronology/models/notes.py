"""What the panel writes beside the agencies' text, and the views of it that people keep."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agencies.models import Person
from casework.refusals import refuse
from chronology.models.entry import Entry
from chronology.models.integrated import IntegratedChronology
from chronology.wording import when_in_words


class NoteQuerySet(models.QuerySet["Note"]):
    def beside(self, chronologies: Any) -> NoteQuerySet:
        """Notes about no entry, and about entries of these chronologies."""
        return self.filter(Q(entry__isnull=True) | Q(entry__chronology_id__in=list(chronologies)))

    def standing(self) -> NoteQuerySet:
        """Those that have not been struck out."""
        return self.filter(struck_at__isnull=True)


class Note(models.Model):
    """A note of the panel, the chair, the manager or the overview author: on an entry, or on a stretch of time.

    It is never part of an agency's text, and no agency reads it as such. ``entry_version`` is the entry's version when
    the note was last written.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.PROTECT, related_name="notes")
    number = models.PositiveIntegerField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    entry_version = models.PositiveIntegerField(null=True)
    start = models.DateField()
    end = models.DateField()
    words = models.TextField()
    version = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    written_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    struck_because = models.TextField(blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["start", "end", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["integrated", "number"], name="note_numbered_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="note_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(words=""), name="note_says_something"),
        ]

    def __str__(self) -> str:
        return f"note {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:note", args=[self.pk])

    @property
    def when(self) -> str:
        """The day or the stretch it stands at."""
        return self.entry.when if self.entry else when_in_words(self.start, self.end, "range")

    def must_be_by(self, by: Person) -> None:
        """Refuse to put words into somebody else's mouth."""
        if self.begun_by_id != by.pk:
            refuse(f"This note was written by {self.begun_by}. Write a note of your own beside it.")

    def must_stand(self) -> None:
        """Refuse once it has been struck out."""
        if self.struck_at is not None:
            refuse("This note has been struck out. Restore it first.")


class NoteVersion(models.Model):
    """How a note stood before it was changed."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    words = models.TextField()
    start = models.DateField()
    end = models.DateField()
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["note", "version"], name="note_version_once")]

    def __str__(self) -> str:
        return f"{self.note}, version {self.version}"


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def offered_to(self, person: Person) -> SavedViewQuerySet:
        """A person's own views, and those that were shared with all readers."""
        return self.filter(Q(person=person) | Q(is_shared=True))


class SavedView(models.Model):
    """What somebody asked to see of the integrated chronology, under a name of their own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.CASCADE, related_name="views")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    asked = models.TextField()
    is_shared = models.BooleanField(default=False)
    kept_at = models.DateTimeField()

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "kept_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["integrated", "person", "name"], name="view_named_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("chronology:view", args=[self.pk])
