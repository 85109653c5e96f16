"""Views of the integrated chronology that people keep under a name, and share."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.pages import person_of
from chronology import panel_workflow
from chronology.forms import EntryFilter
from chronology.models import SavedView
from chronology.panel_forms import ViewForm
from chronology.views.doors import Together, enter, enter_through


@login_required
def case_views(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own views, and those that the manager has shared with all readers."""
    room = enter(request, pk)
    person = person_of(request)
    offered = room.integrated.views.offered_to(person).select_related("person")
    facts = {
        "bar": room.bar,
        "views": [(each, each.person_id == person.pk) for each in offered],
        "may_share": room.may("share_view"),
    }
    return render(request, "chronology/views.html", facts)


@login_required
def case_keep_view(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep the filters that are set under a name."""
    room = enter(request, pk)
    access.demand(person_of(request), room.integrated, "keep_view")
    asked = _asked(request.GET)
    taken = room.integrated.views.filter(person=person_of(request)).values_list("name", flat=True)
    form = ViewForm(request.POST or None, taken=list(taken))
    back = reverse("chronology:case_chronology", args=[pk]) + (f"?{asked}" if asked else "")
    if request.method == "POST" and form.is_valid():
        view = panel_workflow.keep_view(room.integrated, asked=asked, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"The view is kept as “{view.name}”.")
        return redirect("chronology:case_views", pk)
    facts = {"bar": room.bar, "form": form, "heading": "Keep this view", "button": "Keep it", "back": back}
    return render(request, "chronology/form.html", facts)


def _asked(sent: QueryDict) -> str:
    """What the list was asked for, without the page and whatever else is no filter."""
    kept = QueryDict(mutable=True)
    for name, values in sent.lists():
        if name in EntryFilter.base_fields:
            kept.setlist(name, [value for value in values if value])
    return kept.urlencode()


@login_required
def view(request: HttpRequest, pk: UUID) -> HttpResponse:
    """See what a kept view asks for."""
    room, found = _view_of(request, pk)
    return redirect(reverse("chronology:case_chronology", args=[room.bar.case.pk]) + f"?{found.asked}")


@login_required
def view_share(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer one's own view to all who read the integrated chronology, or no longer."""
    room, found = _view_of(request, pk)
    if request.method == "POST":
        found = panel_workflow.share_view(found, is_shared=not found.is_shared, by=person_of(request))
        said = "is offered to all readers" if found.is_shared else "is your own again"
        messages.success(request, f"“{found.name}” {said}.")
    return redirect("chronology:case_views", room.bar.case.pk)


@login_required
def view_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove one's own view."""
    room, found = _view_of(request, pk)
    if request.method == "POST":
        panel_workflow.remove_view(found, by=person_of(request))
        messages.success(request, f"“{found.name}” is removed.")
    return redirect("chronology:case_views", room.bar.case.pk)


def _view_of(request: HttpRequest, pk: UUID) -> tuple[Together, SavedView]:
    """A view that is this person's own or shared; another's does not exist for them."""
    held_by = SavedView.objects.filter(pk=pk).values_list("integrated_id", flat=True).first()
    if held_by is None:
        raise Http404
    room = enter_through(request, held_by)
    found = room.integrated.views.offered_to(person_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    found.integrated = room.integrated
    return room, found
