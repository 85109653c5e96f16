"""Chronologies on their way out: Excel, Word, PDF, and the order of the columns that a board has chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from agencies.models import Person
from casework import access, directory, documents, log
from casework.models.case import Case
from casework.pages import case_page, find, person_of
from chronology import exporting, integrated, keeping, lanes, on_paper, shown, workflow
from chronology.answer_forms import ColumnOrderForm, PrintForm
from chronology.exporting.columns import DEFAULT, order_of
from chronology.kinship import kinship_of
from chronology.models import Chronology, IntegratedChronology, PersonKey, Printout
from chronology.narrowing import entries_of
from chronology.noticed import gaps_noticed
from chronology.views.integrated import filter_of

TAB = "Chronology"


@login_required
def case_chronology_export(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What this person sees, with the same filters, as Excel or Word; who took what is logged first.

    Where the key makes a difference it goes out with codes, or with names to whoever has given a reason and asks for them.
    """
    case = find(Case, request, pk, "board")
    person = person_of(request)
    form = request.GET.get("as", "xlsx")
    if form not in exporting.FORMATS:
        raise Http404
    view = shown.shown_to(request, access.opened_in(person, case.pk)[0])
    entries, narrowing, chronologies = _asked_for(request, case, view)
    ids = [each.pk for each in chronologies]
    people = request.GET.get("people", "")
    if people == "names" and view.key and not view.is_named and view.hides_any_of(ids):
        return _reason_first(request, view.key)
    view = view.with_codes() if people == "codes" else view
    coding = view.coding(ids)
    if view.key and view.is_named:
        log.looked(view.key, "export, with names", by=person)
    data, media_type, count = exporting.written(case, entries, form, is_whole=narrowing.is_empty, coding=coding)
    log.fact(case, "case.export", by=person, what="chronology", form=form, entries=count, sha256=exporting.digest(data))
    return _handed_out(data, media_type, f"{case.reference}{'-codes' if coding else ''}.{form}")


def _reason_first(request: HttpRequest, key: PersonKey) -> HttpResponse:
    """Names go out for a reason: it is given first, and leads back to the entries that were to be taken."""
    asked = request.GET.copy()
    for name in ("as", "people"):
        asked.pop(name, None)
    onwards = f"{reverse('chronology:case_chronology', args=[key.case_id])}?{asked.urlencode()}"
    return redirect(f"{reverse('chronology:personkey_reveal', args=[key.pk])}?{urlencode({'next': onwards})}")


@login_required
def case_print(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have a PDF made of what this person sees, with the same filters."""
    case = find(Case, request, pk, "board")
    view = shown.shown_to(request, access.opened_in(person_of(request), case.pk)[0])
    entries, narrowing, chronologies = _asked_for(request, case, view)
    if not chronologies:
        raise Http404
    with_lanes = "lanes" in request.GET
    goes_out = view.goes_out(each.pk for each in chronologies)
    form = PrintForm(
        request.POST or None,
        initial={"paper": "A3" if with_lanes else "A4", "with_lanes": with_lanes, "people": "codes"},
        goes_out=goes_out,
        is_named=view.is_named,
    )
    if request.method == "POST" and form.is_valid():
        asked = {"entries": entries, "chronologies": chronologies, "paper": form.cleaned_data["paper"], "people": form.people}
        read = shown.AS_WRITTEN if form.people == "names" else view.with_codes()
        if view.key and form.people == "names":
            _for_a_reason(view.key, form, person_of(request))
        if form.cleaned_data["with_lanes"]:
            asked["front"] = _front(case, chronologies, narrowing, person_of(request), read)
        return redirect(workflow.print_chronology(case, by=person_of(request), **asked))
    back = reverse("chronology:case_chronology", args=[case.pk])
    facts = {
        "bar": case_page(request, case, TAB),
        "form": form,
        "count": entries.count(),
        "is_narrowed": not narrowing.is_empty,
        "columns": order_of(case.board),
        "goes_out": goes_out,
        "back": f"{back}?{request.GET.urlencode()}" if request.GET else back,
    }
    return render(request, "chronology/print.html", facts)


def _for_a_reason(key: PersonKey, form: PrintForm, person: Person) -> None:
    """Names on paper: the reason is logged as on the page, or that the one given within the hour stands."""
    if "reason" in form.fields:
        keeping.reveal(key, reason=form.cleaned_data["reason"], by=person)
    log.looked(key, "print, with names", by=person)


@login_required
def printout(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far a PDF is; when it is there, the way to it."""
    found = _find_printout(request, pk)
    facts = {
        "bar": case_page(request, found.case, TAB),
        "heading": "Chronology as PDF",
        "percent": found.percent,
        "sentence": _sentence(found),
        "done": bool(found.sha256),
        "failed": found.failed_because,
        "next_url": reverse("chronology:printout_file", args=[found.pk]) if found.sha256 else "",
        "next_label": "Open the PDF",
        "back": reverse("chronology:case_chronology", args=[found.case_id]),
    }
    return render(request, "chronology/printing.html", facts)


@login_required
def printout_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The PDF itself; who took it is logged first."""
    found = _find_printout(request, pk)
    if not found.sha256:
        raise Http404
    data = documents.path_of(found.sha256).read_bytes()
    log.fact(
        found.case, "case.export", by=person_of(request), what="chronology", form="pdf",
        entries=len(found.entry_ids), sha256=exporting.digest(data),
    )  # fmt: skip
    return _handed_out(data, "application/pdf", found.filename)


@login_required
def board_columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which columns a board's chronologies have in Word and PDF, and in which order."""
    person = person_of(request)
    board = directory.kept_by(person).filter(pk=pk).first()
    if board is None:
        raise Http404
    standard = request.method == "POST" and "standard" in request.POST
    form = ColumnOrderForm(None if standard else request.POST or None, chosen=[each.key for each in order_of(board)])
    if standard or (request.method == "POST" and form.is_valid()):
        workflow.order_columns(board, list(DEFAULT) if standard else form.order(), by=person)
        messages.success(request, "The order of the columns is kept. It holds for every chronology that goes out from now on.")
        return redirect("chronology:board_columns", board.pk)
    return render(request, "chronology/board_columns.html", {"board": board, "form": form})


def _asked_for(request: HttpRequest, case: Case, view: shown.Shown) -> tuple[Any, Any, list[Chronology]]:
    """The entries that this person asked to see, how they were narrowed within the agencies chosen, and whose they are."""
    seen = Chronology.objects.visible_to(person_of(request)).values_list("pk", flat=True)
    chronologies = integrated.chronologies_of(case, seen)
    narrowing = filter_of(request, chronologies, None).narrowing(chronologies, view)
    entries = entries_of(case, chronologies, narrowing)
    chosen = [each for each in chronologies if not narrowing.chronologies or each.pk in narrowing.chronologies]
    return entries, replace(narrowing, chronologies=frozenset()), chosen


def _front(case: Case, chronologies: list[Chronology], narrowing: Any, person: Person, view: shown.Shown) -> str:
    """The pages before the table, as this person sees them now."""
    key = PersonKey.objects.visible_to(person).filter(case=case).first()
    kinship = kinship_of(case, key, seen_by=person) if key else None
    together = IntegratedChronology.objects.visible_to(person).filter(case=case).values_list("pk", flat=True)
    noticed = gaps_noticed(list(together), chronologies)
    return on_paper.first_pages(lanes.picture_of(case, chronologies, narrowing, view, noticed), kinship)


def _find_printout(request: HttpRequest, pk: UUID) -> Printout:
    """A PDF, for the one who asked for it, as long as they may read all that is in it."""
    person = person_of(request)
    found: Printout | None = Printout.objects.select_related("case__board").filter(pk=pk, asked_by=person).first()
    if found is None or not set(found.chronologies) <= set(access.ids_opened(person, Chronology)):
        raise Http404
    if found.people == "names":
        keeping.must_be_allowed_names(found.case, person)
    return found


def _handed_out(data: bytes, media_type: str, filename: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _sentence(found: Printout) -> str:
    if found.sha256:
        people = {"codes": ", with codes in place of names", "names": ", with names as the agencies wrote them"}.get(
            found.people, ""
        )
        return f"The PDF is ready: {found.pages} pages, {len(found.entry_ids):,} entries{people}."
    return "The PDF is being made." if found.held_until else "The PDF waits for its turn."
