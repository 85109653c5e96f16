"""The chronology of the case, over all agencies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.models.case import Case
from casework.pages import case_page, find, open_case, person_of
from casework.statements import AnyOf, statement
from chronology import beside, integrated, shown, workflow
from chronology.forms import AskForm, EntryFilter
from chronology.models import Chronology
from reviews.models import LineOfEnquiry, Review, TermsOfReference

ASKING: Any = Review.commission._django_fsm


@login_required
def case_chronology(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything the agencies have shared, or this person works on, in the order of events."""
    bar = open_case(request, pk, "Chronology")
    case = bar.case
    chronologies = integrated.chronologies_of(case, bar.opened.get("chronology", []))
    narrow = filter_of(request, chronologies, bar.opened)
    view = shown.shown_to(request, bar.opened, page="chronology")
    narrowing = narrow.narrowing(chronologies, view)
    reads_all = "integratedchronology" in bar.opened
    has_joined = reads_all and any(each.joined for each in chronologies)
    is_joined = has_joined and request.GET.get("rows") != "separate"
    folded = beside.folded(case, chronologies, narrowing) if is_joined else []
    is_beside = has_joined or (reads_all and any(each.noted for each in chronologies))
    page = integrated.page_of(case, chronologies, narrowing, request.GET.get("page"), view, folded=folded, is_beside=is_beside)
    if is_joined:
        agencies = {each.pk: each.agency.name for each in chronologies}
        page.object_list = beside.with_rows_of_same_event(page.object_list, agencies, view)
    elif has_joined:
        page.object_list = beside.told_to_be_of_several(page.object_list)
    facts = {
        "bar": bar,
        "chronologies": chronologies,
        "total": sum(each.entry_count for each in chronologies),
        "filter": narrow,
        "is_narrowed": not narrowing.is_empty,
        "page": page,
        "view": view,
        "goes_out": view.goes_out(narrowing.chronologies or [each.pk for each in chronologies]),
        "has_joined": has_joined,
        "is_joined": is_joined,
        "folded": len(folded),
        "reads_all": reads_all,
        "may_ask": not chronologies and _may_ask(request, bar.opened.get("review", [])),
    }
    return render(request, "chronology/integrated.html", facts)


@login_required
def case_ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask an agency that writes no report for its chronology."""
    case = find(Case, request, pk, "board")
    review = _review_to_ask_for(
        request, Review.objects.visible_to(person_of(request)).filter(case=case).values_list("pk", flat=True)
    )
    if review is None:
        raise Http404
    form = AskForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        agency = form.cleaned_data["agency"]
        workflow.ask(review, agency, by=person_of(request))
        messages.success(request, f"{agency} is asked for its chronology. It stands here once the agency has shared it.")
        return redirect("chronology:case_chronology", case.pk)
    bar = case_page(request, case, "Chronology")
    return render(
        request, "chronology/ask.html", {"bar": bar, "form": form, "back": reverse("chronology:case_chronology", args=[case.pk])}
    )


def filter_of(request: HttpRequest, chronologies: list[Chronology], opened: dict[str, list[UUID]] | None) -> EntryFilter:
    """The filter of this page; lines of enquiry are offered to whoever may see the terms of reference."""
    terms = access.ids_opened(person_of(request), TermsOfReference) if opened is None else opened.get("termsofreference", [])
    cases = {chronology.case_id for chronology in chronologies}
    return EntryFilter(request.GET or None, chronologies=chronologies, lines=_lines(terms, list(cases)))


@statement
def _lines(terms: Any, cases: Any) -> Any:
    asked = LineOfEnquiry.objects.filter(is_dropped=False, terms_id=AnyOf(terms), terms__case_id=AnyOf(cases))
    return asked.values_list("number", "question")


def _review_to_ask_for(request: HttpRequest, seen: Any) -> Review | None:
    """The case's review, if this person may ask agencies to contribute to it now."""
    asking = access.having(person_of(request), Review, "commission").filter(pk__in=list(seen))
    return next((review for review in asking if ASKING.has_transition(review.state)), None)


def _may_ask(request: HttpRequest, seen: list[UUID]) -> bool:
    asking = access.having(person_of(request), Review, "commission").filter(pk__in=seen)
    return any(ASKING.has_transition(state) for state in asking.values_list("state", flat=True))
