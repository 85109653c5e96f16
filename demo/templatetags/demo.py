"""The cast, for the sign-in page."""

from __future__ import annotations

from agencies.models import Person
from demo import people
from django import template

register = template.Library()


@register.simple_tag
def cast() -> list[tuple[Person, str]]:
    """Who may be chosen, and what each does."""
    return people.cast()
