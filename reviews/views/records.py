"""An agency's answer about its records."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework.pages import case_page, find, person_of
from casework.transitions import acts
from reviews import letters, workflow
from reviews.forms import AnswerForm
from reviews.models import RecordsRequest
from reviews.views.answers import form_page


@login_required
def recordsrequest(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the agency was asked, and what it has answered."""
    asked = find(RecordsRequest, request, pk, "case__board", "agency", "review")
    bar = case_page(request, asked.case, "Agencies", thing=asked)
    facts = {
        "bar": bar,
        "asked": asked,
        "acts": acts(asked, person_of(request)),
        "answers": asked.answers,
        "letter": letters.secure_records(asked),
        "due_on": letters.reply_by(asked),
    }
    return render(request, "reviews/recordsrequest.html", facts)


@login_required
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what was secured."""
    return _answer(request, pk, "answer", "Are your records secured?")


@login_required
def amend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put the answer right; the earlier one stays on record."""
    return _answer(request, pk, "amend", "Change the answer about your records")


def _answer(request: HttpRequest, pk: UUID, act: str, heading: str) -> HttpResponse:
    asked = find(RecordsRequest, request, pk, "case__board", "agency", "review")
    form = AnswerForm(request.POST or None, request=asked)
    if request.method == "POST" and form.is_valid():
        workflow.answer(asked, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Your answer is with the board.")
        return redirect(asked)
    return form_page(request, asked, act, heading, "Send the answer", form, tab="Agencies")
