"""The directory's pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.forms import ResetPasswordForm
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agencies.models import Board, Listing
from casework import directory
from casework.directory_forms import AgencyForm, EndRoleForm, PersonForm, RoleForm
from casework.pages import person_of


def _board(request: HttpRequest, pk: UUID) -> Board:
    """The board, if this person keeps its directory."""
    board = directory.kept_by(person_of(request)).filter(pk=pk).first()
    if board is None:
        raise Http404
    return board


@login_required
def boards(request: HttpRequest) -> HttpResponse:
    """The boards whose directory I keep; straight to the one where there is one only."""
    mine = list(directory.kept_by(person_of(request)))
    if len(mine) == 1:
        return redirect("casework:board", mine[0].pk)
    return render(request, "casework/boards.html", {"boards_kept": mine})


@login_required
def board(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A board's agencies, and who holds which standing role."""
    found = _board(request, pk)
    listings = Listing.objects.filter(board=found).select_related("agency").order_by("agency__name")
    return render(request, "casework/board.html", {"board": found, "listings": listings, "roles": directory.roles_of(found)})


@login_required
def board_add_agency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List an agency."""
    found = _board(request, pk)
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        agency = directory.add_agency(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{agency.name} is listed.")
        return redirect("casework:board", found.pk)
    return _form(request, found, "List an agency", form, "List it")


@login_required
def board_add_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add somebody and send them the way to set their password."""
    found = _board(request, pk)
    form = PersonForm(request.POST or None, board=found)
    if request.method == "POST" and form.is_valid():
        person = directory.add_person(found, by=person_of(request), **form.cleaned_data)
        _invite(request, person.email)
        messages.success(request, f"{person.name} was added and has been sent an e-mail to choose a password.")
        return redirect("casework:board", found.pk)
    return _form(request, found, "Add a person", form, "Add them")


@login_required
def board_appoint(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a standing role."""
    found = _board(request, pk)
    form = RoleForm(request.POST or None, board=found)
    if request.method == "POST" and form.is_valid():
        role = directory.appoint(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{role.person.name} is now {role.get_role_display().lower()}.")
        return redirect("casework:board", found.pk)
    return _form(request, found, "Give a role", form, "Give the role")


@login_required
def board_end_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End a standing role."""
    found = _board(request, pk)
    form = EndRoleForm(request.POST or None, board=found)
    if request.method == "POST" and form.is_valid():
        directory.end_role(found, role=form.cleaned_data["role"], by=person_of(request))
        messages.success(request, "The role has ended.")
        return redirect("casework:board", found.pk)
    return _form(request, found, "End a role", form, "End the role")


def _invite(request: HttpRequest, email: str) -> None:
    form: Any = ResetPasswordForm({"email": email})
    if form.is_valid():
        form.save(request)


def _form(request: HttpRequest, found: Board, heading: str, form: Any, button: str) -> HttpResponse:
    return render(request, "casework/board_form.html", {"board": found, "heading": heading, "form": form, "button": button})
