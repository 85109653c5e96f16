"""Who put their name to an agency's report, to exactly which words, and why it was sent back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from agencies.models import Person

RETURNED_BY = [("countersigner", "Countersigning officer"), ("panel", "Panel")]


class AuthorDeclaration(models.Model):
    """What the author put their name to before writing, word for word (S1-53), with its SHA-256."""

    imr = models.ForeignKey("imr.IMR", on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=160)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    declared_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"declaration of {self.person}"


class Countersignature(models.Model):
    """The agency's name under exactly this text (S1-54): a photograph of the report with its hash.

    ``text`` holds the sections as they were signed, ``chronology_digest`` the SHA-256 of the chronology's entries, and
    ``sha256`` both together. ``voided_because`` says why the signature no longer counts; ``submitted_at`` that the panel
    has had this version.
    """

    imr = models.ForeignKey("imr.IMR", on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    text = models.JSONField()
    chronology_digest = models.CharField(max_length=64)
    chronology_entries = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    declaration = models.TextField()
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=160)
    signed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["imr", "number"], name="signature_numbered"),
            models.UniqueConstraint(fields=["imr"], condition=models.Q(voided_at__isnull=True), name="one_signature_counts"),
        ]

    def __str__(self) -> str:
        return f"countersignature {self.number} of {self.imr}"


class Return(models.Model):
    """That the report came back: from whom, which version, why, and by when it is wanted again."""

    imr = models.ForeignKey("imr.IMR", on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField()
    returned_by = models.CharField(max_length=16, choices=RETURNED_BY)
    version = models.PositiveSmallIntegerField("the version returned")
    reasons = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    due_on = models.DateField("wanted again by", null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["imr", "number"], name="return_numbered")]

    def __str__(self) -> str:
        return f"return {self.number} of {self.imr}"
