"""Papers: asking for a PDF, and waiting for it."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework.pages import case_page, find, person_of
from overview import workflow
from overview.forms import PaperForm, parts_of
from overview.models import Paper
from overview.views.doors import demand, report_of


@login_required
def render_report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have a PDF made of the report as it now stands."""
    report = report_of(request, pk)
    demand(request, report, "render")
    form = PaperForm(request.POST or None, report=report, initial={"part": "overview"})
    if request.method == "POST" and form.is_valid():
        return redirect(workflow.render(report, by=person_of(request), **form.cleaned_data))
    facts = {
        "bar": case_page(request, report.case, "Overview", thing=report),
        "form": form,
        "heading": "Make a PDF",
        "text": "It shows the report exactly as it stands now. It is kept for everybody who can read the report today.",
        "button": "Make the PDF",
        "back": report.get_absolute_url(),
        "parts": parts_of(report),
    }
    return render(request, "overview/form.html", facts)


@login_required
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far the PDF is; when it is there, the way to it."""
    found = find(Paper, request, pk, "case__board", "report__review", "document")
    facts = {
        "bar": case_page(request, found.case, "Overview", thing=found),
        "heading": found.title,
        "percent": None,
        "sentence": _sentence(found),
        "done": found.document_id is not None,
        "failed": found.failed_because,
        "next_url": found.document.get_absolute_url() if found.document else "",
        "next_label": "Open the PDF",
    }
    return render(request, "components/progress.html", facts)


def _sentence(found: Paper) -> str:
    if found.document:
        return f"The PDF is ready: {found.pages} pages, kept among the documents of the case."
    return "The PDF is being made. This takes a few seconds." if found.started_at else "The PDF waits for its turn."
