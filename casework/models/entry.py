"""The log's two tables. Only the database function ``casework_append`` writes them; see ``casework.log``."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ChainHead(models.Model):
    """The last link of a chain: one chain for each case, one for each board."""

    chain = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.chain} at {self.seq}"


class LogEntry(models.Model):
    """One footprint: who, when, what, on which thing and version. Ids and hashes, never case text.

    ``payload`` is the exact text that was hashed; ``at_us`` is microseconds since 1970 in UTC; ``txid`` ties the
    entry to the transaction that wrote it, for the completeness guard.
    """

    id = models.BigAutoField(primary_key=True)
    chain = models.UUIDField()
    seq = models.BigIntegerField()
    at_us = models.BigIntegerField()
    actor_id = models.UUIDField(null=True)
    act = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    object_version = models.IntegerField()
    to_state = models.CharField(max_length=40)
    payload = models.TextField()
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["chain", "seq"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["chain", "seq"], name="chain_has_no_forks")]
        indexes: ClassVar = [
            models.Index(fields=["object_id", "-id"], name="log_object"),
            # Looks into a file are many times the acts in it, and every case page shows the latest acts.
            models.Index(fields=["chain", "-seq"], condition=~models.Q(act__endswith=".view"), name="log_acts"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}/{self.seq} {self.act}"
