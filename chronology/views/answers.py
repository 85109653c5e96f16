"""The rows of a file, answered one by one or many at once, before anything is taken in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework.pages import case_page, person_of
from chronology import answering, describing, workflow
from chronology.answer_forms import AnswerForm
from chronology.models import ImportRow
from chronology.models.imports import STATUSES
from chronology.views.files import TAB, find_file


@login_required
def imported_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer for the rows that are ticked, or for all of a kind."""
    file = find_file(request, pk)
    if request.method != "POST":
        return redirect(file)
    typed = request.POST
    status = typed.get("status", "") if typed.get("status") in dict(STATUSES) else ""
    ticked = [int(each) for each in typed.getlist("rows") if each.isdecimal() and len(each) < 9]
    everything = bool(status) and "all" in typed
    decision = typed.get("decision", "")
    if decision in {"take", "leave", "undo"} and (ticked or everything):
        count = workflow.answer_rows(
            file,
            by=person_of(request),
            decision="" if decision == "undo" else decision,
            because=typed.get("because", "")[:2_000],
            ordinals=None if everything else ticked,
            status=status if everything else "",
        )
        messages.success(request, _answered_in_words(count, decision))
    else:
        messages.info(request, "Tick the rows first, then say what becomes of them.")
    return redirect(f"{file.get_absolute_url()}{_asked(typed)}#rows")


@login_required
def imported_row(request: HttpRequest, pk: UUID, ordinal: int) -> HttpResponse:
    """One row: what the file says, what was read in it, and what a person makes of it."""
    file = find_file(request, pk)
    rows = answering.to_be_answered(file).select_related("entry", "import_file__chronology__agency")
    row: ImportRow | None = rows.filter(ordinal=ordinal).first()
    if row is None:
        raise Http404
    form = AnswerForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        _answer(row, form, request)
        return _onwards(request, file)
    facts = {
        "bar": case_page(request, file.chronology.case, TAB, thing=file.chronology),
        "file": file,
        "row": row,
        "form": form,
        "differences": describing.differences(row),
        "left": answering.unanswered(file).exclude(pk=row.pk).count(),
        "back": f"{file.get_absolute_url()}?status={row.status}#rows",
    }
    return render(request, "chronology/import_row.html", facts)


def _answer(row: ImportRow, form: AnswerForm, request: HttpRequest) -> None:
    asked: dict[str, Any] = form.cleaned_data
    if asked["choice"] == "leave":
        workflow.answer_rows(row.import_file, by=person_of(request), decision="leave", ordinals=[row.ordinal])
        return
    workflow.put_row_right(row, by=person_of(request), because=asked.get("because", ""), **form.facts)


def _onwards(request: HttpRequest, file: Any) -> HttpResponse:
    """To the next question, or back to the file."""
    following = answering.unanswered(file).first() if "next" in request.POST else None
    if following is not None:
        return redirect(following)
    messages.success(request, "The answer is kept. Nothing is taken in until you say so.")
    return redirect(f"{file.get_absolute_url()}#rows")


@login_required
def imported_forget(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Forget what the columns of an earlier file were said to mean."""
    file = find_file(request, pk)
    if request.method == "POST":
        workflow.forget_columns(file, by=person_of(request))
        messages.success(request, "Forgotten. The file is read again by its own headings and cells.")
    return redirect(file)


def _answered_in_words(count: int, decision: str) -> str:
    rows = "1 row is" if count == 1 else f"{count:,} rows are"
    said = {"take": "will be taken as shown", "leave": "will not be taken", "undo": "open again"}[decision]
    return f"{rows} {said}." if decision == "undo" else f"{rows} answered: {'it' if count == 1 else 'they'} {said}."


def _asked(typed: Any) -> str:
    kept = {name: typed[name] for name in ("status", "page") if typed.get(name)}
    return "?" + "&".join(f"{name}={value}" for name, value in kept.items() if value.isalnum()) if kept else ""
