"""Signing the report, sending it, and judging it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework import access
from casework.pages import case_page, find, person_of
from casework.transitions import acts
from imr import comparing, workflow
from imr.forms import ReasonForm, SignForm
from imr.models import IMR
from imr.naming import entries_naming_the_author
from imr.views.answers import form_page
from imr.views.report import RELATED


class Asked(NamedTuple):
    """An act that asks for nothing but a yes: what stands above the button, and what is said afterwards."""

    act: str
    heading: str
    button: str
    text: str
    done: str


SEND = Asked(
    "send_for_countersignature",
    "Send for countersignature",
    "Send it",
    "While the report waits for its countersignature nobody can write on it. You can take it back.",
    "The report is with the countersigning officer, who has been told.",
)
RECALL = Asked(
    "recall",
    "Take the report back",
    "Take it back",
    "You can write on it again. A countersignature that was already given no longer counts.",
    "You can write on the report again.",
)
SUBMIT = Asked(
    "submit",
    "Send the report to the panel",
    "Send it",
    "The panel, the chair and the overview author will be able to read the report, its chronology and its documents.",
    "The report is with the panel.",
)
ACCEPT = Asked(
    "accept",
    "Accept the report",
    "Accept it",
    "The panel has read the report and it answers the terms of reference.",
    "The report is accepted. The agency has been told.",
)


@login_required
def send_for_countersignature(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The author has finished."""
    return _yes(request, pk, SEND, workflow.send_for_countersignature)


@login_required
def recall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the report back to go on writing."""
    return _yes(request, pk, RECALL, workflow.recall)


@login_required
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send the countersigned report to the panel."""
    return _yes(request, pk, SUBMIT, workflow.submit)


@login_required
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The panel accepts the report."""
    return _yes(request, pk, ACCEPT, workflow.accept)


def _yes(request: HttpRequest, pk: UUID, asked: Asked, verb: Callable[..., Any]) -> HttpResponse:
    report = find(IMR, request, pk, *RELATED)
    if request.method == "POST":
        report = verb(report, by=person_of(request))
        messages.success(request, asked.done)
        return redirect(report)
    return form_page(request, report, asked.act, asked.heading, asked.button, text=asked.text)


@login_required
def hand_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the report back to its author."""
    report = find(IMR, request, pk, *RELATED)
    form = ReasonForm(request.POST or None, question="What should the author change?", hint="Only your agency sees this.")
    if request.method == "POST" and form.is_valid():
        report = workflow.hand_back(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The report is with its author again.")
        return redirect(report)
    return form_page(request, report, "hand_back", "Give the report back to its author", "Give it back", form)


@login_required
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The panel sends the report back."""
    report = find(IMR, request, pk, *RELATED)
    form = ReasonForm(request.POST or None, question="What does the panel ask?", hint="The agency reads this.", with_date=True)
    if request.method == "POST" and form.is_valid():
        report = workflow.send_back(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The report is with the agency again, which has been told.")
        return redirect(report)
    return form_page(request, report, "send_back", "Send the report back", "Send it back", form)


@login_required
def excuse(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agency need not report."""
    report = find(IMR, request, pk, *RELATED)
    form = ReasonForm(
        request.POST or None, question="Why need the agency not report?", hint="For example, that it held nothing on the family."
    )
    if request.method == "POST" and form.is_valid():
        report = workflow.excuse(report, reason=form.cleaned_data["reasons"], by=person_of(request))
        messages.success(request, f"{report.agency} is excused.")
        return redirect(report)
    return form_page(request, report, "excuse", "Excuse the agency", "Excuse it", form)


@login_required
def countersign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The officer reads the report whole, declares, is asked once more, and signs exactly what was read."""
    report = find(IMR, request, pk, *RELATED)
    person = person_of(request)
    access.demand(person, report, "countersign")
    statements = report.pack.declarations.countersigner
    form = SignForm(request.POST or None, statements=statements, initial={"digest": report.digest()})
    if request.method != "POST" or not form.is_valid():
        return _to_read(request, report, form, person)
    if not form.cleaned_data["is_sure"]:
        return _to_confirm(request, report, form)
    workflow.countersign(report, digest=form.cleaned_data["digest"], declared=form.keys, by=person)
    return redirect("imr:countersigned", report.pk)


@login_required
def countersigned(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is signed: what happens next."""
    report = find(IMR, request, pk, *RELATED)
    if not access.may(person_of(request), report, "see_drafts") or report.signature is None:
        raise Http404
    facts = {"signature": report.signature, "reference": report.case.reference}
    return render(request, "imr/countersigned.html", _page(request, report) | facts)


def _page(request: HttpRequest, report: IMR) -> dict[str, Any]:
    bar = case_page(request, report.case, "Agencies", thing=report)
    return {"bar": bar, "imr": report, "back": report.get_absolute_url()}


def _to_read(request: HttpRequest, report: IMR, form: SignForm, person: Any) -> HttpResponse:
    """The whole text, what changed since it was last signed, and what is declared with the signature."""
    last = report.countersignature_set.order_by("-number").first()
    chronology = report.chronology
    blocked = next((act.because for act in acts(report, person) if act.name == "countersign" and not act.allowed), ())
    facts = {
        "form": form,
        "text": report.text(),
        "last": last,
        "changes": comparing.between(last.text, report.text()) if last else [],
        "chronology": chronology,
        "chronology_changed": bool(last and last.chronology_digest != report.chronology_digest()),
        "naming": [entry.number for entry in entries_naming_the_author(report)],
        "blocked": blocked,
        "is_now": report.state == "awaiting_countersignature",
    }
    return render(request, "imr/countersign.html", _page(request, report) | facts)


def _to_confirm(request: HttpRequest, report: IMR, form: SignForm) -> HttpResponse:
    """The question before what cannot be undone."""
    form.hidden()
    return render(request, "imr/confirm_signature.html", _page(request, report) | {"form": form, "button": "Countersign"})
