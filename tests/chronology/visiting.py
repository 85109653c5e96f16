"""Finding the chronology's addresses."""

from __future__ import annotations

from typing import Any

from django.urls import reverse


def at(name: str, thing: Any) -> str:
    """The address of a page of the chronology about a thing."""
    return reverse(f"chronology:{name}", args=[thing.pk])
