"""Signing in as one of the cast, in the demonstration only."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from demo import people


@require_POST
def sign_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Be one of the cast. Only they can be chosen, and the address exists only where everything is fictional."""
    chosen = next((person for person, _ in people.cast() if person.pk == pk), None)
    if chosen is None:
        raise Http404
    login(request, chosen, backend="casework.sign_in.ByEMail")
    return redirect("casework:my_work")
