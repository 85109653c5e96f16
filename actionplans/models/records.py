"""What is kept beside an action: its evidence, how it went, who owned it, and what auditors found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from actionplans.models.actions import Action
from agencies.models import Person
from casework.models import Document

SHOWS = [("output", "That it was done"), ("practice", "That practice changed"), ("outcome", "That it is better for children")]
AUDITS = [
    ("verified", "Verified"),
    ("not_yet", "Not embedded yet"),
    ("embedded", "Embedded"),
    ("reopened", "Reopened"),
]


class ActionEvidence(models.Model):
    """Something that shows an action was done, or what it changed. ``kind`` is a code of the pack."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT)
    kind = models.CharField(max_length=60)
    label = models.CharField(max_length=120)
    shows = models.CharField(max_length=12, choices=SHOWS)
    is_weak = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-filed_at", "-pk"]
        verbose_name_plural = "evidence of actions"

    def __str__(self) -> str:
        return f"{self.label}, {self.action}"


class ProgressNote(models.Model):
    """How an action is going: a milestone, a difficulty, a reason for delay."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"note on {self.action}"


class Ownership(models.Model):
    """That a person owned an action from a day: whoever once did cannot audit it."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["from_on", "pk"]

    def __str__(self) -> str:
        return f"{self.person} owns {self.action}"


class Audit(models.Model):
    """What somebody independent found when they looked: what they looked at, and what they made of it."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT)
    result = models.CharField(max_length=12, choices=AUDITS)
    looked_at = models.TextField()
    found = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_result_display()}: {self.action}"

    @property
    def tone(self) -> str:
        """How the result reads at a glance."""
        return {"verified": "good", "not_yet": "warn", "embedded": "good", "reopened": "bad"}[self.result]
