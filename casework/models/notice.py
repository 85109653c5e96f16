"""The outbox: a message is a row first, in the transaction of the act that caused it, and sent afterwards."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from agencies.models import Person


class Notice(models.Model):
    """A message to one person. It names a case by its reference and nothing else.

    ``key`` says what the message is about and for which day, so that it is written once however often the clock
    looks; the Message-ID follows from ``id``, so that a message sent twice is still one message.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=200, unique=True)
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=160)
    body = models.TextField()
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    written_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["written_at"],
                condition=models.Q(sent_at__isnull=True, dropped_because=""),
                name="notice_unsent",
            )
        ]

    def __str__(self) -> str:
        return self.key
