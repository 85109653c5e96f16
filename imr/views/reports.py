"""The agencies' reports of a case, and asking for them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agencies.models import Agency, Person
from casework import access
from casework.models import Case, Involvement
from casework.pages import case_page, find, person_of
from imr import standing, workflow
from imr.forms import CommissionForm, DueForm
from imr.models import IMR
from imr.views.answers import form_page
from reviews.models import RecordsRequest, Review


@login_required
def case_reports(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Each agency: its records, its report, its dates. The board's people see all, an agency its own."""
    case = find(Case, request, pk, "board")
    person = person_of(request)
    bar = case_page(request, case, "Agencies")
    rows = _rows(case, person)
    if not rows and "oversee_case" not in bar.powers:
        raise Http404
    reviews = Review.objects.visible_to(person).filter(case=case)
    asking = [
        review
        for review in reviews
        if access.may(person, review, "commission") and review.state in {"scoping", "gathering", "analysis"}
    ]
    unasked = [review for review in asking if "" in standing.states_of(review).values()]
    facts = {"bar": bar, "rows": rows, "asking": asking, "unasked": unasked, "oversees": "oversee_case" in bar.powers}
    return render(request, "imr/case_reports.html", facts)


def _rows(case: Case, person: Person) -> list[dict[str, Any]]:
    """One row for each agency of which this person sees anything."""
    reports = {
        each.agency_id: each for each in IMR.objects.visible_to(person).filter(case=case).select_related("agency", "author")
    }
    asked = (
        RecordsRequest.objects.visible_to(person).filter(case=case).select_related("agency").prefetch_related("recordsanswer_set")
    )
    records = {each.agency_id: each for each in asked}
    involved = {each.agency_id: each for each in Involvement.objects.filter(case=case, agency_id__in={*reports, *records})}
    returns = standing.returns_of(reports.values())
    rows = []
    for agency in Agency.objects.filter(pk__in={*reports, *records}):
        report = reports.get(agency.pk)
        words, tone = standing.words(report, returns.get(report.pk, 0)) if report else ("Not asked", "quiet")
        rows.append(
            {
                "agency": agency,
                "asked": records.get(agency.pk),
                "report": report,
                "words": words,
                "tone": tone,
                "involved": involved.get(agency.pk),
            }
        )
    return rows


@login_required
def commission(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask agencies for their reports."""
    review = find(Review, request, pk, "case__board")
    form = CommissionForm(request.POST or None, review=review)
    if request.method == "POST" and form.is_valid():
        asked = workflow.commission_all(
            review, form.cleaned_data["agencies"], due_on=form.cleaned_data["due_on"], by=person_of(request)
        )
        messages.success(request, f"{len(asked)} {'agency was' if len(asked) == 1 else 'agencies were'} asked for a report.")
        return redirect("imr:case_reports", review.case_id)
    report = review.pack.terms.agency_report
    return form_page(request, review, "commission", f"Ask for {report.many}", "Ask them now", form)


@login_required
def commission_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask an agency that had been excused."""
    imr = find(IMR, request, pk, "case__board", "agency", "review")
    access.demand(person_of(request), imr, "commission")
    form = DueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.commission(imr.review, imr.agency, due_on=form.cleaned_data["due_on"], by=person_of(request))
        messages.success(request, f"{imr.agency} was asked.")
        return redirect(imr)
    return form_page(request, imr, "commission", "Ask the agency after all", "Ask", form)
