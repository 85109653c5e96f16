"""Who writes the report and who answers for it, and the documents beside it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from casework.pages import find, person_of
from imr import workflow
from imr.forms import AttachForm, DeclarationForm, PersonForm, ReasonForm
from imr.models import IMR
from imr.views.answers import form_page
from imr.views.report import RELATED


@login_required
def name_author(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name who writes the report."""
    report = find(IMR, request, pk, *RELATED)
    form = PersonForm(request.POST or None, imr=report)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        report = workflow.name_author(report, person, post=form.cleaned_data["post"], by=person_of(request))
        messages.success(request, f"{person} is named as the author and has been told.")
        return redirect(report)
    text = (
        "A senior member of staff who had no previous involvement in the case and did not manage anybody who had. "
        "They declare this themselves before they write."
    )
    return form_page(request, report, "name_author", "Who writes the report?", "Name them", form, text=text)


@login_required
def name_countersigner(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name who answers for the report."""
    report = find(IMR, request, pk, *RELATED)
    form = PersonForm(request.POST or None, imr=report)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        report = workflow.name_countersigner(report, person, post=form.cleaned_data["post"], by=person_of(request))
        messages.success(request, f"{person} is named as the {report.pack.terms.countersigner}.")
        return redirect(report)
    text = "An officer who can answer for the agency as a whole. It cannot be the author."
    return form_page(request, report, "name_countersigner", "Who countersigns the report?", "Name them", form, text=text)


@login_required
def declare(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The author declares that they had no part in the case."""
    report = find(IMR, request, pk, *RELATED)
    form = DeclarationForm(request.POST or None, statements=report.pack.declarations.agency_author)
    if request.method == "POST" and form.is_valid():
        report = workflow.declare(report, declared=form.keys, by=person_of(request))
        messages.success(request, "Your declaration is on record. You can begin to write.")
        return redirect(report)
    text = "If you cannot declare all of this, do not go on. Tell your agency’s lead, who will name somebody else."
    return form_page(request, report, "declare", "Had you any part in this case?", "Make the declaration", form, text=text)


@login_required
def attach(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put documents beside the report."""
    report = find(IMR, request, pk, *RELATED)
    form = AttachForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        files = [(file.name, file.read()) for file in form.cleaned_data["files"]]
        workflow.attach_all(report, files, by=person_of(request))
        messages.success(request, f"{len(files)} {'document is' if len(files) == 1 else 'documents are'} beside the report.")
        return redirect(report)
    text = "The Word original of the report, a policy, a list of interviews. Whoever may read the report may read them."
    return form_page(request, report, "attach", "Attach documents", "Attach", form, text=text)


@login_required
def say_nothing_held(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that the records hold nothing for the chronology, or take it back."""
    report = find(IMR, request, pk, *RELATED)
    question, hint = (
        "Why has the chronology no entries?",
        "Where you looked, and for which period. Leave it empty to take this back.",
    )
    form = ReasonForm(
        request.POST or None, question=question, hint=hint, required=False, initial={"reasons": report.nothing_held}
    )
    if request.method == "POST" and form.is_valid():
        report = workflow.say_nothing_held(report, reason=form.cleaned_data["reasons"], by=person_of(request))
        messages.success(request, "Saved.")
        return redirect(report)
    return form_page(request, report, "say_nothing_held", "Do the records hold nothing?", "Save", form)
