"""What a body says to a recommendation, and the actions it plans."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from actionplans import workflow
from actionplans.forms import AnswerForm, AskAgainForm, NewActionForm
from actionplans.models import Action, Response
from actionplans.views.plan import rows_of
from casework import access
from casework.models import Deadline
from casework.pages import case_page, find, person_of
from casework.transitions import acts

RELATED = ("case__board", "agency", "recommendation__report__review", "recommendation__agency", "answered_by")


@login_required
def response(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A recommendation as the body addressed sees it: what is asked, what it rests on, what was answered and planned."""
    found = find(Response, request, pk, *RELATED)
    bar = case_page(request, found.case, "Actions", thing=found)
    actions = Action.objects.filter(pk__in=bar.opened.get("action", []), response=found).with_dates()
    facts = {
        "bar": bar,
        "response": found,
        "recommendation": found.recommendation,
        "findings": found.recommendation.findings.all(),
        "may_see_report": found.recommendation.report_id in bar.opened.get("overviewreport", []),
        "rows": rows_of(actions.select_related("agency", "owner", "case__board").order_by("sorts_as")),
        "acts": acts(found, person_of(request)),
        "deadlines": Deadline.objects.standing().filter(pk__in=bar.opened.get("deadline", []), about_id=found.pk),
    }
    return render(request, "actionplans/response.html", facts)


@login_required
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept, accept in part, or reject."""
    found = _open_for(request, pk, "answer")
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.answer(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Your answer is recorded.")
        return redirect(found)
    return _form(request, found, form, "Respond to the recommendation", "Respond")


@login_required
def ask_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Challenge an answer."""
    found = _open_for(request, pk, "ask_again")
    form = AskAgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.ask_again(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{found.body} is asked again.")
        return redirect(found)
    return _form(request, found, form, f"Ask {found.body} to think again", "Ask again")


@login_required
def add_action(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan an action."""
    found = _open_for(request, pk, "add_action")
    initial = {"outcome": found.recommendation.expected_change, "measure": found.recommendation.measure}
    form = NewActionForm(request.POST or None, thing=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = workflow.add_action(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"Action {made.reference} is proposed.")
        return redirect(made)
    return _form(request, found, form, "Plan an action", "Propose it")


def _open_for(request: HttpRequest, pk: UUID, act: str) -> Response:
    found: Response = find(Response, request, pk, *RELATED)
    access.demand(person_of(request), found, act)
    return found


def _form(request: HttpRequest, found: Response, form: Any, heading: str, button: str) -> HttpResponse:
    facts = {
        "bar": case_page(request, found.case, "Actions", thing=found),
        "response": found,
        "recommendation": found.recommendation,
        "form": form,
        "heading": heading,
        "button": button,
        "back": found.get_absolute_url(),
    }
    return render(request, "actionplans/form.html", facts)
