"""The cast, for the sign-in page."""

from __future__ import annotations

from django import template

from agencies.models import Person
from demo import people

register = template.Library()


@register.simple_tag
def cast() -> list[tuple[Person, str]]:
    """Who may be chosen, and what each does."""
    return people.cast()
