"""One agency's chronology and its entries."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.machines import terms_of
from casework.pages import case_page, find, person_of
from casework.refusals import Outdated
from casework.transitions import acts
from chronology import describing, integrated, offered, shown, workflow
from chronology.entry_forms import EntryForm
from chronology.forms import EntryFilter, RemoveForm
from chronology.models import Chronology, Entry
from chronology.several import ADDED, CHANGED, STRUCK_OUT
from chronology.views.notes import notes_beside
from chronology.views.undoing import last_done, remember

TAB = "Chronology"


@login_required
def chronology(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agency's own page: what can be done, its files, its entries."""
    found = find(Chronology, request, pk, "case__board", "agency")
    person = person_of(request)
    bar = case_page(request, found.case, TAB, thing=found)
    narrow = EntryFilter(request.GET or None, chronologies=[found], lines=[])
    works = access.may(person, found, "import_file")
    view = shown.shown_to(request, bar.opened, page="chronology")
    narrowing = narrow.narrowing([found], view)
    facts = {
        "bar": bar,
        "chronology": found,
        "acts": acts(found, person),
        "filter": narrow,
        "is_narrowed": not narrowing.is_empty,
        "page": integrated.page_of(found.case, [found], narrowing, request.GET.get("page"), view),
        "view": view,
        "goes_out": view.goes_out([found.pk]),
        "works": works,
        "files": list(found.imports.select_related("sent_by", "document")) if works else [],
        "struck": found.entries.filter(struck_at__isnull=False).count(),
        "done": last_done(request, found) if works else None,
    }
    return render(request, "chronology/chronology.html", facts)


@login_required
def chronology_struck(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The entries that were struck out, with the reasons."""
    found = find(Chronology, request, pk, "case__board", "agency")
    bar = case_page(request, found.case, TAB, thing=found)
    struck = found.entries.filter(struck_at__isnull=False).select_related("struck_by").by_time()
    view = shown.shown_to(request, bar.opened, page="entries struck out")
    facts = {"bar": bar, "view": view, "chronology": found, "entries": [view.entry(each) for each in struck]}
    return render(request, "chronology/struck.html", facts)


@login_required
def chronology_add_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write an entry, and perhaps the next."""
    found = find(Chronology, request, pk, "case__board", "agency")
    access.demand(person_of(request), found, "add_entry")
    form = EntryForm(request.POST or None, years=offered.years_of(found))
    if request.method == "POST" and form.is_valid():
        entry = workflow.add_entry(found, by=person_of(request), **form.written())
        remember(request, found, ADDED, [entry])
        named = shown.offered_in_words(entry)
        messages.success(request, f"Entry {entry.number} was added. {named}".strip())
        if "another" in request.POST:
            return redirect("chronology:chronology_add_entry", found.pk)
        return redirect(entry if named else found)  # where a button puts the codes in
    return _form(request, found, form, heading="Add an entry", back=found.get_absolute_url())


@login_required
def chronology_share(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Share it with the panel, after a page that says what that means."""
    found = find(Chronology, request, pk, "case__board", "agency")
    return _confirmed(request, found, "share", workflow.share, f"The panel can read the chronology of {found.agency}.")


@login_required
def chronology_unshare(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send it back to the agency."""
    found = find(Chronology, request, pk, "case__board", "agency")
    return _confirmed(request, found, "unshare", workflow.unshare, f"{found.agency} can work on its chronology again.")


@login_required
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One entry with everything that is known of it, where it came from, and how it stood before."""
    found = _find_entry(request, pk)
    bar = case_page(request, found.case, TAB, thing=found.chronology)
    power = access.powers(person_of(request), found.chronology)
    may_change = "change_entry_chronology" in power and found.chronology.state == "compiling"
    offers = shown.offers_for(found) if may_change and not found.struck_at else []
    view = shown.shown_to(request, bar.opened, page="entry")
    earlier = [view.version(each) for each in found.versions.select_related("written_by")]
    view.entry(found)
    facts = {
        "bar": bar,
        "entry": found,
        "view": view,
        "may_change": may_change,
        "offers": offers,
        "groups": describing.groups_of(found),
        "raw": describing.raw_of(found),
        "versions": list(describing.before(found, earlier)),
        "may_note": found.chronology.state == "shared" and bar.opened.get("integratedchronology"),
    }
    facts["notes"] = notes_beside(found) if facts["may_note"] else []
    return render(request, "chronology/entry.html", facts)


@login_required
def entry_use_codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put the codes in place of the names that were recognised; the words as they were typed stay in the entry's history."""
    found = _find_entry(request, pk)
    if request.method != "POST":
        return redirect(found)
    access.demand(person_of(request), found.chronology, "change_entry")
    coded = shown.with_codes(found)
    if coded:
        try:
            workflow.change_entry(found, version=_version(request), by=person_of(request), **coded)
        except Outdated:
            messages.error(request, "Somebody changed this entry meanwhile. Look at it once more.")
            return redirect(found)
        messages.success(request, "The codes stand in place of the names. How it stood before is kept.")
    return redirect(found)


@login_required
def entry_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put an entry right; when somebody else did so meanwhile, both texts are shown and nothing typed is lost."""
    found = _find_entry(request, pk)
    access.demand(person_of(request), found.chronology, "change_entry")
    form = EntryForm(request.POST or None, entry=found, years=offered.years_of(found.chronology))
    facts: dict[str, Any] = {
        "heading": f"Change entry {found.number}",
        "back": found.get_absolute_url(),
        "version": found.version,
    }
    if request.method == "POST" and form.is_valid():
        try:
            changed = workflow.change_entry(found, version=_version(request), by=person_of(request), **form.written())
            remember(request, found.chronology, CHANGED, [changed])
        except Outdated as outdated:
            facts |= {"version": outdated.version, "differences": _differences(found, form)}
            return _form(request, found.chronology, form, status=409, **facts)
        messages.success(request, "The entry was changed. How it stood before is kept.")
        return redirect(found)
    if request.method == "POST":
        facts["version"] = _version(request)
    return _form(request, found.chronology, form, **facts)


@login_required
def entry_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Strike an entry out, with the reason."""
    found = _find_entry(request, pk)
    access.demand(person_of(request), found.chronology, "remove_entry")
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        struck = workflow.remove_entry(found, reason=form.cleaned_data["reason"], by=person_of(request))
        remember(request, found.chronology, STRUCK_OUT, [struck])
        messages.success(request, "The entry was struck out. It stays on record with the reason.")
        return redirect(found.chronology)
    bar = case_page(request, found.case, TAB, thing=found.chronology)
    return render(request, "chronology/entry_remove.html", {"bar": bar, "entry": found, "form": form})


@login_required
def entry_restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let an entry that was struck out stand again."""
    found = _find_entry(request, pk)
    if request.method == "POST":
        workflow.restore_entry(found, by=person_of(request))
        messages.success(request, "The entry stands again.")
    return redirect(found)


def _find_entry(request: HttpRequest, pk: UUID) -> Entry:
    """The entry, if this person may see its chronology."""
    seen = Entry.objects.visible_to(person_of(request)).defer("search")
    found = (
        seen.select_related("chronology__agency", "case__board", "import_file__document", "written_by", "struck_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


def _differences(opened: Entry, form: EntryForm) -> list[dict[str, str]]:
    """Question by question, what stands now and what was typed, where they differ."""
    stands = EntryForm(entry=Entry.objects.get(pk=opened.pk))
    found = []
    for bound in form:
        theirs, yours = (
            stands.spoken(bound.name, stands.initial.get(bound.name)),
            form.spoken(bound.name, form.cleaned_data.get(bound.name)),
        )
        if theirs.split() != yours.split():
            found.append({"label": str(bound.label), "theirs": theirs, "yours": yours})
    return found


def _form(request: HttpRequest, found: Chronology, form: EntryForm, *, status: int = 200, **facts: Any) -> HttpResponse:
    form.said_back_by(reverse("chronology:chronology_read_date", args=[found.pk]))
    facts |= {"bar": case_page(request, found.case, TAB, thing=found), "chronology": found, "form": form}
    return render(request, "chronology/entry_form.html", facts | {"lists": offered.lists_of(found)}, status=status)


def _confirmed(request: HttpRequest, found: Chronology, act: str, verb: Any, done: str) -> HttpResponse:
    person = person_of(request)
    access.demand(person, found, act)
    if request.method == "POST":
        verb(found, by=person)
        messages.success(request, done)
        return redirect("chronology:case_chronology", found.case_id)
    bar = case_page(request, found.case, TAB, thing=found)
    [asked] = [each for each in acts(found, person) if each.name == act] or [None]
    facts = {"bar": bar, "chronology": found, "asked": asked, "button": terms_of(getattr(found, act)).label}
    return render(request, f"chronology/{act}.html", facts | {"back": found.get_absolute_url()})
