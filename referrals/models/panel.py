"""What the board makes of a referral: questions back, the panel's recommendation, the chair's decision."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, ClassVar

from django.db import models

from agencies.models import Person
from frameworks import calendars
from frameworks.facts import Decision
from frameworks.vocabulary import SECTORS


def shown(value: Any) -> str:
    """An answer as it is read: a date written out, an agency or a person by name."""
    return calendars.written(value) if isinstance(value, date) else str(value or "")


class Enquiry(models.Model):
    """A question of the board to the referrer, and the answer."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.PROTECT, related_name="enquiries")
    question = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name_plural = "enquiries"

    def __str__(self) -> str:
        return f"enquiry on {self.referral}"


class PanelRecommendation(models.Model):
    """What the panel recommended at one meeting, and how (S1-35). A meeting after the chair's question adds another.

    ``decision`` is the code of one of the pack's decisions; ``question`` is what the chair asked in sending it back.
    """

    referral = models.ForeignKey("referrals.Referral", on_delete=models.PROTECT, related_name="recommendations")
    met_on = models.DateField()
    criteria_met = models.BooleanField()
    decision = models.CharField(max_length=60)
    reasons = models.TextField()
    interests = models.TextField(blank=True)
    is_unanimous = models.BooleanField()
    dissenters = models.CharField(max_length=200, blank=True)
    dissent = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    question = models.TextField(blank=True)
    sent_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    sent_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"recommendation on {self.referral}"

    @property
    def choice(self) -> Decision:
        """The decision that was recommended, as the pack states it."""
        return self.referral.pack.decision(self.decision)


class Attendance(models.Model):
    """That somebody was in the room when the panel recommended, and which sector they spoke for."""

    recommendation = models.ForeignKey(PanelRecommendation, on_delete=models.PROTECT, related_name="present")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=160)
    sector = models.CharField(max_length=20, choices=list(SECTORS.items()))

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_sector_display()})"


class ChairsDecision(models.Model):
    """The chair's decision, once and for all, bound to the SHA-256 of exactly what was decided (S1-36).

    ``answers`` are the questions that the decision asks, with what the chair wrote: pairs, in their order.
    """

    referral = models.OneToOneField("referrals.Referral", on_delete=models.PROTECT, related_name="decision")
    code = models.CharField(max_length=60)
    label = models.CharField(max_length=160)
    reasons = models.TextField()
    reasons_for_differing = models.TextField(blank=True)
    recommended = models.CharField(max_length=160)
    answers = models.JSONField(default=list)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"decision on {self.referral}"

    @property
    def text(self) -> str:
        """Exactly what was decided, in a canonical writing."""
        lines = [
            f"Case: {self.referral.case}",
            f"Decision: {self.label} ({self.code})",
            f"Reasons: {self.reasons}",
            f"The panel recommended: {self.recommended}",
            f"Reasons for deciding otherwise: {self.reasons_for_differing}",
            *(f"{question} {answer}" for question, answer in self.answers),
            f"Decided by: {self.decided_by_id}",
            f"Decided on: {self.decided_on.isoformat()}",
        ]
        return "\n".join(lines)

    def seal(self) -> str:
        """The SHA-256 of the decision's text as it now stands."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def is_intact(self) -> bool:
        """Whether the text is still the one that was decided."""
        return self.sha256 == self.seal()
