"""Whoever is waited for hears of it: the case's reference and the name of the act, never a word of the case."""

from __future__ import annotations

from casework import notices
from casework.machines import Governed
from casework.models import Waiting


def tell(obj: Governed) -> None:
    """Write to everybody who is waited for on this thing and has not heard of it since the waiting began."""
    for row in Waiting.objects.filter(about_id=obj.pk).select_related("group", "case"):
        reference = row.case.reference if row.case else ""
        for person in row.holders():
            notices.write(
                person,
                key=f"{row.about_kind}.{row.act}:{obj.pk}:{row.since:%Y%m%d%H%M%S%f}",
                subject=f"{reference}: {row.label}",
                body=f"In {reference} something waits for you: {row.label}.\n\nSign in to Chapter Eight: it is in My work.",
                about=obj,
            )
