"""Recommendations: what should change, and what they rest on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework import access, richtext
from casework.pages import case_page, person_of, two_texts
from casework.refusals import Outdated
from casework.transitions import acts
from imr.models import Section
from overview import citing, workflow
from overview.forms import RecommendationForm
from overview.models import OverviewReport, Recommendation
from overview.views.doors import demand, recommendation_of, report_of
from overview.views.findings import chosen_section


@login_required
def recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A recommendation with what it rests on."""
    found = recommendation_of(request, pk)
    bar = case_page(request, found.case, "Overview", thing=found)
    facts = {
        "bar": bar,
        "recommendation": found,
        "acts": acts(found, person_of(request)),
        "findings": found.findings.all(),
        "may_see_report": found.report_id in bar.opened.get("overviewreport", []),
        "is_asked": bool(bar.opened.get("response")),
    }
    return render(request, "overview/recommendation.html", facts)


@login_required
def add_recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what should change; with an agency's own report beside the form when one is carried over from there."""
    report = report_of(request, pk)
    demand(request, report, "add_recommendation")
    person = person_of(request)
    sections = citing.sections_open_to(person, report)
    carried = chosen_section(sections, request.GET.get("from", ""))
    form = RecommendationForm(request.POST or None, report=report, initial=_carried_over(carried))
    if request.method == "POST" and form.is_valid():
        made = workflow.add_recommendation(report, by=person, carried_from=carried, **form.facts())
        messages.success(request, f"Recommendation {made.number} is added.")
        return redirect(made)
    facts = {
        "heading": "Carry over a recommendation" if carried else "Add a recommendation",
        "carried": carried,
        "sections": [] if carried else sections,
    }
    return _form(request, report, form, report.get_absolute_url(), facts)


def _carried_over(carried: Section | None) -> dict[str, Any]:
    if carried is None:
        return {}
    return {"to": str(carried.imr.agency_id), "text": richtext.plain(carried.html)}


@login_required
def write_recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say it better, or ask somebody else."""
    found = recommendation_of(request, pk)
    access.demand(person_of(request), found, "write")
    form = RecommendationForm(request.POST or None, report=found.report, initial=_stands(found))
    if request.method == "POST" and form.is_valid():
        try:
            workflow.write_recommendation(found, version=form.cleaned_data["version"] or 0, by=person_of(request), **form.facts())
        except Outdated as outdated:
            bar = case_page(request, found.case, "Overview", thing=found)
            return two_texts(request, bar, outdated, field="text", back=found.get_absolute_url())
        messages.success(request, f"Recommendation {found.number} is saved.")
        return redirect(found)
    facts = {"heading": f"Recommendation {found.number}"}
    return _form(request, found.report, form, found.get_absolute_url(), facts)


def _stands(found: Recommendation) -> dict[str, Any]:
    names = ("text", "category", "lever", "expected_change", "measure", "version")
    to = str(found.agency_id) if found.agency_id else RecommendationForm.BOARD
    return {name: getattr(found, name) for name in names} | {"to": to, "findings": found.findings.all()}


@login_required
def withdraw_recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a recommendation out."""
    found = recommendation_of(request, pk)
    access.demand(person_of(request), found, "withdraw")
    if request.method == "POST":
        workflow.withdraw_recommendation(found, by=person_of(request))
        messages.success(request, "The recommendation is taken out, and those after it have moved up.")
        return redirect(found.report)
    facts = {"heading": f"Take recommendation {found.number} out", "text": found.text, "button": "Take it out"}
    return _form(request, found.report, None, found.get_absolute_url(), facts)


def _form(request: HttpRequest, report: OverviewReport, form: Any, back: str, facts: dict[str, Any]) -> HttpResponse:
    bar = case_page(request, report.case, "Overview", thing=report)
    common = {"bar": bar, "report": report, "form": form, "back": back, "button": "Save the recommendation"}
    return render(request, "overview/form.html", common | facts)
