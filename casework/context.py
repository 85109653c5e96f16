"""What every page knows of the house it stands in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agencies.models import Board, Listing, Person, Role
from casework.models.case import Case


def house(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demonstration, and the boards the signed-in person works with (asked when first shown)."""
    person = getattr(request, "user", None)
    return {
        "demo": settings.DEMO,
        "boards": SimpleLazyObject(lambda: board_names(person)) if isinstance(person, Person) else [],
    }


def board_names(person: Person) -> list[str]:
    """The boards of a person: by a role there or on one of its cases, or through their agency."""
    held = Role.objects.current().filter(person=person).values("about_id")
    listed = Listing.objects.filter(agency__person=person).values("board_id")
    cases = Case.objects.filter(pk__in=held).values("board_id")
    mine = Board.objects.filter(Q(pk__in=held) | Q(pk__in=listed) | Q(pk__in=cases))
    return list(mine.values_list("name", flat=True))
