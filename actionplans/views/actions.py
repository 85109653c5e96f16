"""One action: what is planned, what was done, the evidence, and what auditors found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from actionplans import workflow
from actionplans.forms import (
    ActionForm,
    AuditForm,
    DoneForm,
    EvidenceForm,
    NoteForm,
    OwnerForm,
    ReopenForm,
    SupersedeForm,
)
from actionplans.models import Action
from actionplans.views.plan import rows_of
from casework import access, history
from casework.models import Deadline
from casework.pages import case_page, find, person_of
from casework.transitions import Act, acts

RELATED = ("case__board", "agency", "owner", "response__recommendation__report__review", "response__agency")


@login_required
def action(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An action with its evidence, its audits, how it went, and the thread it hangs on."""
    found = find(Action, request, pk, *RELATED)
    bar = case_page(request, found.case, "Actions", thing=found)
    recommendation = found.response.recommendation
    row = rows_of(Action.objects.filter(pk=found.pk).with_dates().select_related("case__board"))[0]
    facts = {
        "bar": bar,
        "action": found,
        "row": row,
        "acts": acts(found, person_of(request)),
        "recommendation": recommendation,
        "may_see_response": found.response_id in bar.opened.get("response", []),
        "may_see_report": recommendation.report_id in bar.opened.get("overviewreport", []),
        "findings": recommendation.findings.all(),
        "evidence": found.actionevidence_set.select_related("document", "filed_by"),
        "audits": found.audit_set.select_related("by"),
        "notes": found.progressnote_set.select_related("by"),
        "missing": found.missing() if found.state == "proposed" else [],
        "deadlines": Deadline.objects.standing().filter(pk__in=bar.opened.get("deadline", []), about_id=found.pk),
        "history": history.in_words(list(history.of_case(found.case_id, {"action": [found.pk]}, with_looks=False)[:30])),
    }
    return render(request, "actionplans/action.html", facts)


@login_required
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan it better."""
    found = _open_for(request, pk, "write")
    stands = {name: getattr(found, name) for name in ActionForm.base_fields}
    form = ActionForm(request.POST or None, initial=stands)
    return _act(request, found, form, workflow.write, f"Change action {found.reference}", "Save it", "The action is saved.")


@login_required
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make it part of the plan."""
    found = _open_for(request, pk, "agree")
    text = "Its date becomes a promise, and its owner hears of it."
    return _act(
        request, found, None, workflow.agree, f"Agree action {found.reference}", "Agree it", "The action is agreed.", text
    )


@login_required
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name who sees to it."""
    found = _open_for(request, pk, "hand_over")
    form = OwnerForm(request.POST or None, thing=found, initial={"owner": found.owner})
    return _act(request, found, form, workflow.hand_over, "Name the owner", "Name them", "The owner is named and hears of it.")


@login_required
def start(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin."""
    found = _open_for(request, pk, "start")
    return _act(request, found, None, workflow.start, f"Begin action {found.reference}", "Begin", "The action is under way.")


@login_required
def note_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how it is going."""
    found = _open_for(request, pk, "note_progress")
    form = NoteForm(request.POST or None)
    return _act(request, found, form, workflow.note_progress, "How is it going?", "Save the note", "The note is saved.")


@login_required
def add_evidence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """File evidence."""
    found = _open_for(request, pk, "add_evidence")
    form = EvidenceForm(request.POST or None, request.FILES or None, action=found)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = (given["file"].name, given["file"].read()) if given["file"] else None
        workflow.add_evidence(found, kind=given["kind"], note=given["note"], file=file, by=person_of(request))
        messages.success(request, "The evidence is filed.")
        return redirect(found)
    return _page(request, found, form, f"Evidence for action {found.reference}", "File it")


@login_required
def implement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that it is done."""
    found = _open_for(request, pk, "implement")
    form = DoneForm(request.POST or None)
    text = "An auditor who had no part in it will look."
    return _act(
        request, found, form, workflow.implement, "Say that it is done", "It is done", "An auditor will look at it.", text
    )


@login_required
def verify(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find that it was done."""
    found = _open_for(request, pk, "verify")
    form = AuditForm(request.POST or None)
    return _act(request, found, form, workflow.verify, "Verify that it was done", "Verify it", "The action is verified.")


@login_required
def audit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find that it has not lasted as a whole."""
    found = _open_for(request, pk, "audit")
    form = AuditForm(request.POST or None)
    said = "What you found is on the record."
    return _act(request, found, form, workflow.audit, "Not embedded yet", "Record the audit", said)


@login_required
def embed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find that it has lasted."""
    found = _open_for(request, pk, "embed")
    form = AuditForm(request.POST or None)
    return _act(request, found, form, workflow.embed, "Say that it has lasted", "It has lasted", "The action is embedded.")


@login_required
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find that it was not done, or did not last."""
    found = _open_for(request, pk, "reopen")
    form = ReopenForm(request.POST or None)
    return _act(request, found, form, workflow.reopen, f"Reopen action {found.reference}", "Reopen it", "The owner hears of it.")


@login_required
def supersede(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let something else take its place, after a page that says what that means."""
    found = _open_for(request, pk, "supersede")
    form = SupersedeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.supersede(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The action is superseded.")
        return redirect(found)
    facts = {
        "bar": case_page(request, found.case, "Actions", thing=found),
        "action": found,
        "form": form,
        "button": "Supersede it",
        "back": found.get_absolute_url(),
    }
    return render(request, "actionplans/supersede.html", facts)


def _open_for(request: HttpRequest, pk: UUID, act: str) -> Action:
    found: Action = find(Action, request, pk, *RELATED)
    access.demand(person_of(request), found, act)
    return found


def _act(
    request: HttpRequest, found: Action, form: Any, verb: Callable[..., Any], heading: str, button: str, said: str, text: str = ""
) -> HttpResponse:
    """A page for one act: the form, if it has one, then the verb with what was typed."""
    if request.method == "POST" and (form is None or form.is_valid()):
        verb(found, by=person_of(request), **(form.cleaned_data if form else {}))
        messages.success(request, said)
        return redirect(found)
    blocked = [each for each in acts(found, person_of(request)) if each.name == verb.__name__ and not each.allowed]
    return _page(request, found, form, heading, button, text, blocked)


def _page(
    request: HttpRequest,
    found: Action,
    form: Any,
    heading: str,
    button: str,
    text: str = "",
    blocked: Sequence[Act] = (),
) -> HttpResponse:
    facts = {
        "bar": case_page(request, found.case, "Actions", thing=found),
        "action": found,
        "recommendation": found.response.recommendation,
        "evidence": found.actionevidence_set.select_related("document", "filed_by"),
        "form": form,
        "heading": heading,
        "button": button,
        "text": text,
        "blocked": blocked,
        "back": found.get_absolute_url(),
    }
    return render(request, "actionplans/form.html", facts)
