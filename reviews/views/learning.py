"""What else than a review was decided on, followed to its end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework.pages import case_page, find, person_of
from casework.transitions import acts
from reviews import workflow
from reviews.forms import NoteForm, OutcomeForm
from reviews.models import OtherLearning
from reviews.views.answers import form_page


@login_required
def otherlearning(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A learning day, an audit, one agency's own review: how it is going and what came of it."""
    learning = find(OtherLearning, request, pk, "case__board")
    bar = case_page(request, learning.case, "Review", thing=learning)
    facts = {
        "bar": bar,
        "learning": learning,
        "acts": acts(learning, person_of(request)),
        "notes": learning.learningnote_set.select_related("by"),
    }
    return render(request, "reviews/otherlearning.html", facts)


@login_required
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note how it is going."""
    learning = find(OtherLearning, request, pk, "case__board")
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.note(learning, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Noted.")
        return redirect(learning)
    return form_page(request, learning, "note", f"{learning.label}: how is it going?", "Note it", form)


@login_required
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record what came of it."""
    learning = find(OtherLearning, request, pk, "case__board")
    form = OutcomeForm(request.POST or None, question=_question(learning))
    if request.method == "POST" and form.is_valid():
        workflow.finish(learning, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The outcome is on record.")
        return redirect(learning)
    return form_page(request, learning, "finish", f"{learning.label}: record the outcome", "Record it", form)


def _question(learning: Any) -> str:
    """What the pack asks at the end of this decision."""
    decisions = {each.code: each.outcome for each in learning.case.pack.decisions}
    return decisions.get(learning.decision, "")
