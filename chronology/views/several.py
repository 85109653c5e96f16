"""Several entries changed or struck out in one act, chosen by ticking their rows."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from casework.pages import case_page, person_of
from chronology import offered, workflow
from chronology.forms import SeveralForm
from chronology.models import Chronology, Entry
from chronology.several import CHANGED, STRUCK_OUT, Swept
from chronology.views.grid import TAB, compiled, grid_page, save_rows
from chronology.views.undoing import remember

CHOSEN = "chosen"


@login_required
@require_POST
def chronology_change_entries(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which entries were ticked, what shall become of them, how many that would reach; then it is done."""
    found = compiled(request, pk, "case__board", "agency")
    if CHOSEN not in request.POST:
        return _ticked(request, found)
    versions = _versions(request.POST.getlist(CHOSEN))
    form = SeveralForm(request.POST)
    if form.is_valid() and "preview" not in request.POST:
        return _done(request, found, form, versions)
    return _asked(request, found, form, versions)


def _ticked(request: HttpRequest, found: Chronology) -> HttpResponse:
    """What was typed on the page that was left is saved first; where it cannot be, that page comes again."""
    saved, wrong = save_rows(request, found)
    if wrong:
        return grid_page(request, found, wrong)
    since = {str(entry.pk): entry.version for entry, _ in saved}
    versions = {}
    for row in request.POST.getlist("tick"):
        key, version = (request.POST.get(f"{row}-{part}", "") for part in ("key", "version"))
        versions |= _versions([f"{key}:{since.get(key, version)}"])
    if not versions:
        messages.info(request, "Tick the entries first that shall be changed.")
        return redirect("chronology:chronology_grid", found.pk)
    return _asked(request, found, SeveralForm(), versions)


def _asked(request: HttpRequest, found: Chronology, form: SeveralForm, versions: dict[UUID, int]) -> HttpResponse:
    bar = case_page(request, found.case, TAB, thing=found)
    chosen = Entry.objects.filter(chronology=found, pk__in=list(versions)).defer("search", "raw").by_time()
    entries = list(chosen)
    facts = {
        "bar": bar,
        "chronology": found,
        "form": form,
        "entries": entries,
        "chosen": [f"{pk}:{version}" for pk, version in versions.items()],
        "reached": sum(map(form.reaches, entries)) if form.is_bound and form.is_valid() else None,
        "lists": offered.lists_of(found),
    }
    return render(request, "chronology/change_entries.html", facts)


def _done(request: HttpRequest, found: Chronology, form: SeveralForm, versions: dict[UUID, int]) -> HttpResponse:
    asked, person = form.cleaned_data, person_of(request)
    if asked["act"] == "strike":
        what, swept = STRUCK_OUT, workflow.remove_entries(found, versions, reason=asked["reason"], by=person)
    else:
        added = asked["add_people"]
        what, swept = CHANGED, workflow.change_entries(found, versions, by=person, add_people=added, **form.changes())
    _tell(request, found, what, swept)
    return redirect("chronology:chronology_grid", found.pk)


def _tell(request: HttpRequest, found: Chronology, what: str, swept: Swept) -> None:
    messages.success(request, remember(request, found, what, swept.entries))
    if swept.refused:
        messages.warning(request, " ".join(["Left as they are:", *swept.refused]))


def _versions(chosen: list[str]) -> dict[UUID, int]:
    """The ids and versions of what was chosen; what is no such pair is nothing."""
    found = {}
    for each in chosen:
        key, _, version = each.partition(":")
        try:
            found[UUID(key)] = int(version)
        except ValueError:
            continue
    return found
