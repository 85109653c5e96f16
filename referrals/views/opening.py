"""How the page of an act is opened, and how its form is acted on without losing a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest

from casework import access
from casework.pages import find, person_of
from casework.refusals import Blocked
from casework.transitions import Act, acts
from referrals.models import Referral

DONE = 303


def opened(request: HttpRequest, pk: UUID, act: str) -> Referral:
    """The referral, if this person may do the act; a page that is opened too late says so before anything is typed."""
    referral: Referral = find(Referral, request, pk, "board", "case__board")
    if request.method == "POST":
        access.demand(person_of(request), referral, act)
    else:
        offered(request, referral, act)
    return referral


def offered(request: HttpRequest, referral: Referral, name: str) -> Act:
    """The act as it is offered to this person now, blocked or free."""
    for act in acts(referral, person_of(request)):
        if act.name == name:
            return act
    access.demand(person_of(request), referral, name)
    raise Blocked(f"This is not possible now: the referral is {referral.get_state_display().lower()}.")


def opened_to_write(request: HttpRequest, pk: UUID) -> Referral:
    """The referral, if this person may answer its pages and it is still being written."""
    referral: Referral = find(Referral, request, pk, "board", "case__board")
    access.demand(person_of(request), referral, "write")
    if request.method != "POST" and not referral.is_being_written:
        raise Blocked(f"Its pages cannot be changed now: the referral is {referral.get_state_display().lower()}.")
    return referral


def posted(request: HttpRequest) -> Any:
    """What was typed, or nothing when the page is only opened."""
    return request.POST if request.method == "POST" else None


def attempt(form: Form, story: Callable[[dict[str, Any]], object]) -> int:
    """Do what the form asks. What blocks it is said in the form, where everything typed still stands: the answer's status."""
    if not form.is_bound or not form.is_valid():
        return 200
    try:
        story(form.cleaned_data)
    except Blocked as blocked:
        for sentence in blocked.sentences:
            form.add_error(None, sentence)
        return 409
    return DONE
