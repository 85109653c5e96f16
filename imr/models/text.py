"""The report's text: a row for each heading of the framework's outline."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.urls import reverse

from agencies.models import Person
from casework import richtext
from frameworks import facts


class Section(models.Model):
    """One section of an agency's report. ``version`` counts its saves; a save on top of an older one is refused."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    imr = models.ForeignKey("imr.IMR", on_delete=models.PROTECT)
    key = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField()
    html = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    is_ready = models.BooleanField("the author calls it finished", default=False)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["imr", "key"], name="section_once_in_report")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("imr:section", args=[self.pk])

    @property
    def heading(self) -> facts.Section:
        """What the framework says of this section: title, guidance, prompts."""
        return self.imr.pack.agency_report.section(self.key)

    @property
    def title(self) -> str:
        return self.heading.title

    @property
    def is_written(self) -> bool:
        """Whether there are any words in it."""
        return bool(richtext.plain(self.html))

    @property
    def is_needed(self) -> bool:
        """Whether the report cannot go without it: the chronology itself may speak for its own section."""
        return self.heading.required and self.heading.filled_from != "chronology"

    @property
    def status(self) -> str:
        """How far it is, for the task list."""
        if self.is_ready:
            return "Completed"
        return "In progress" if self.is_written else "Not started"


class SectionVersion(models.Model):
    """What a section said before somebody else went on with it, or as its author chose to keep it."""

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    html = models.TextField(blank=True)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["section", "version"], name="section_version_once")]

    def __str__(self) -> str:
        return f"{self.section}, version {self.version}"
