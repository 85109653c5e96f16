"""What every page knows of the house it stands in."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agencies.models import Board, Listing, Person
from casework import access
from casework.models.case import Case

KEPT_SECONDS = 300


def house(request: HttpRequest) -> dict[str, Any]:
    """Whether this is the demonstration, and the boards the signed-in person works with (asked when first shown)."""
    person = getattr(request, "user", None)
    return {
        "demo": settings.DEMO,
        "boards": SimpleLazyObject(lambda: _boards(request, person)) if isinstance(person, Person) else [],
    }


def _boards(request: HttpRequest, person: Person) -> list[str]:
    """The boards by name, kept with the session for a few minutes: every page shows them, and they hardly ever change."""
    roles, now = sorted(access.groups_of(person)), int(time.time())
    kept = request.session.get("boards", {})
    if kept.get("roles") == roles and now - kept["at"] < KEPT_SECONDS:
        return list(kept["names"])
    names = board_names(person)
    request.session["boards"] = {"roles": roles, "at": now, "names": names}
    return names


def board_names(person: Person) -> list[str]:
    """The boards of a person: by a role there or on one of its cases, or through their agency."""
    held = [role.about_id for role in access.roles_of(person)]
    listed = Listing.objects.filter(agency=person.agency_id).values("board_id")
    cases = Case.objects.filter(pk__in=held).values("board_id")
    mine = Board.objects.filter(Q(pk__in=held) | Q(pk__in=listed) | Q(pk__in=cases))
    return list(mine.values_list("name", flat=True))
