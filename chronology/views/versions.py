"""Versions of the integrated chronology: frozen, read as they stood, and what is different since."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.pages import person_of
from chronology import panel_workflow, versions
from chronology.models import FrozenVersion
from chronology.panel_forms import FreezeForm
from chronology.views.doors import Together, enter, enter_through

PAGE = 50


@login_required
def case_versions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The versions that were frozen, and what has changed since the last of them."""
    room = enter(request, pk)
    listed = list(room.integrated.frozen.select_related("frozen_by"))
    facts = {
        "bar": room.bar,
        "view": room.view,
        "versions": listed,
        "since": _since(room, listed[0]) if listed else None,
        "may_freeze": room.may("freeze"),
        "entries": sum(each.entry_count for each in room.shared),
    }
    return render(request, "chronology/versions.html", facts)


def _since(room: Together, frozen: FrozenVersion) -> versions.Changes:
    """What is different now, in the chronologies that are shared."""
    return versions.compare(versions.versions_in(frozen, room.ids), versions.versions_now(room.ids))


@login_required
def case_freeze(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Freeze what the panel has read, after a page that says what that means."""
    room = enter(request, pk)
    access.demand(person_of(request), room.integrated, "freeze")
    form = FreezeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        frozen = panel_workflow.freeze(room.integrated, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"Version {frozen.number} is frozen, with {frozen.entries:,} entries.")
        return redirect(frozen)
    facts = {
        "bar": room.bar,
        "form": form,
        "button": "Freeze this version",
        "number": room.integrated.last_frozen + 1,
        "entries": sum(each.entry_count for each in room.shared),
        "agencies": [each.agency for each in room.shared],
        "back": reverse("chronology:case_versions", args=[pk]),
    }
    return render(request, "chronology/freeze.html", facts)


@login_required
def frozen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A version as it stood: the entries of chronologies that are shared, in the words they had."""
    room, found = _frozen_of(request, pk)
    rows = found.rows.filter(chronology_id__in=room.ids)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    shown = versions.as_they_stood(found, list(page))
    facts = {
        "bar": room.bar,
        "frozen": found,
        "page": page,
        "rows": shown,
        "agencies": {each.pk: each.agency for each in room.shared},
        "is_partial": page.paginator.count < found.entries,
        "is_whole": versions.is_whole(found) if "check" in request.GET else None,
    }
    for each in shown:
        room.view.entry(each.entry)
    facts["view"] = room.view
    facts["rows"] = [(each, facts["agencies"][each.row.chronology_id]) for each in shown]
    return render(request, "chronology/frozen.html", facts)


@login_required
def frozen_changes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is different since a version: in the next one, or now where there is none."""
    room, found = _frozen_of(request, pk)
    is_last = found.number == room.integrated.last_frozen
    after = None if is_last else room.integrated.frozen.filter(number=found.number + 1).first()
    now = versions.versions_in(after, room.ids) if after else versions.versions_now(room.ids)
    changes = versions.compare(versions.versions_in(found, room.ids), now)
    page = Paginator(range(len(changes.added) + len(changes.changed) + len(changes.gone)), PAGE).get_page(request.GET.get("page"))
    rows = versions.differences(found, changes, page.start_index() - 1 if page.paginator.count else 0, PAGE)
    for each in (entry for row in rows for entry in (row.entry, row.before) if entry):
        room.view.entry(each)
    facts = {"bar": room.bar, "frozen": found, "after": after, "changes": changes, "page": page, "rows": rows, "view": room.view}
    return render(request, "chronology/changes.html", facts)


def _frozen_of(request: HttpRequest, pk: UUID) -> tuple[Together, Any]:
    found = FrozenVersion.objects.select_related("frozen_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return enter_through(request, found.integrated_id), found
