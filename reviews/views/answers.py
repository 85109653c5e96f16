"""How the pages of reviews and of agencies' reports answer: what is offered, and the form of an act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agencies.models import Person
from casework import access
from casework.machines import Governed
from casework.pages import case_page, person_of
from casework.transitions import Act, acts


def offered(thing: Governed, person: Person, *, done: set[str], next_steps: frozenset[str] = frozenset()) -> list[Act]:
    """What this person could do: what is waited for stands out, what is ``done`` and cannot be done twice is left away.

    ``next_steps`` stand out too: where writing is waited for, it is sending what was written.
    """
    awaited = {each.act for each in thing.awaits()} | next_steps
    listed = [replace(act, primary=act.name in awaited) for act in acts(thing, person) if act.name not in done]
    return sorted(listed, key=lambda act: (not act.allowed, not act.primary))


def form_page(
    request: HttpRequest,
    thing: Governed,
    act: str,
    heading: str,
    button: str,
    form: forms.Form | None = None,
    *,
    tab: str = "Review",
    template: str = "reviews/form.html",
    **facts: Any,
) -> HttpResponse:
    """The form of an act, for those whose role includes it."""
    access.demand(person_of(request), thing, act)
    page = {
        "bar": case_page(request, thing.case, tab, thing=thing),  # type: ignore[attr-defined]
        "heading": heading,
        "form": form or forms.Form(),
        "button": button,
        "back": thing.get_absolute_url(),  # type: ignore[attr-defined]
    }
    return render(request, template, page | facts)
