"""Files that an agency sends: uploaded, read, shown row by row, put right, taken in."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import HttpResponseClientRefresh

from casework import access
from casework.pages import case_page, find, person_of
from casework.refusals import Blocked
from chronology import answering, describing, workflow
from chronology.forms import ColumnsForm, UploadForm
from chronology.models import Chronology, ImportFile
from chronology.models.imports import STATUSES
from chronology.reading import MEANINGS

TAB = "Chronology"
PAGE = 50
NEED_A_REASON = ("outside", "gone")
SENTENCES = {
    "waiting": "The file is kept. Reading begins in a moment.",
    "reading": "The file is being read row by row.",
}


@login_required
def chronology_import_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a file. What the gate refuses is said beside the field, and nothing is kept."""
    found = find(Chronology, request, pk, "case__board", "agency")
    access.demand(person_of(request), found, "import_file")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            file = workflow.import_file(found, filename=sent.name, data=sent.read(), by=person_of(request))
        except Blocked as blocked:
            if blocked.act:
                raise
            form.add_error("file", blocked.sentences)
        else:
            return redirect(file)
    bar = case_page(request, found.case, TAB, thing=found)
    return render(
        request, "chronology/upload.html", {"bar": bar, "chronology": found, "form": form, "back": found.get_absolute_url()}
    )


@login_required
def chronology_apply_import(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From "my work": to the oldest file that waits for an answer."""
    found = find(Chronology, request, pk)
    access.demand(person_of(request), found, "apply_import")
    file = found.imports.waiting().order_by("sent_at").first()
    return redirect(file or found)


@login_required
def imported(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file: how far the reading is; then every row with what becomes of it and why."""
    file = find_file(request, pk)
    if file.stage in {"waiting", "reading"}:
        return _progress(request, file)
    if request.htmx:  # the page that waited becomes this one, as a whole
        return HttpResponseClientRefresh()
    status = request.GET.get("status", "")
    rows = file.rows.select_related("entry", "answered_by", "import_file").defer("entry__search")
    chosen = rows.filter(status=status) if status in dict(STATUSES) else rows
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    outlook = _outlook(file) if file.stage == "read" else None
    facts = {
        "bar": case_page(request, file.chronology.case, TAB, thing=file.chronology),
        "file": file,
        "chronology": file.chronology,
        "counts": [(key, label, file.counts.get(key, 0)) for key, label in STATUSES],
        "total": sum(file.counts.values()),
        "status": status if status in dict(STATUSES) else "",
        "asks_reason": status in NEED_A_REASON or (not status and any(map(file.counts.get, NEED_A_REASON))),
        "page": page,
        "lines": [(row, describing.differences(row)) for row in page],
        "tables": _tables(file),
        "outlook": outlook,
        "held": _held_in_words(outlook) if outlook else "",
    }
    return render(request, "chronology/imported.html", facts)


@login_required
def imported_columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the columns were taken to mean, to be put right; the file is then read again."""
    file = find_file(request, pk)
    form = ColumnsForm(request.POST or None, file=file)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        workflow.read_again(
            file,
            by=person_of(request),
            mapping=form.mapping(),
            date_order=asked["date_order"],
            hidden_sheets=asked["hidden_sheets"],
            remember=asked["remember"],
            replaces=form.replaced(),
        )
        return redirect(file)
    bar = case_page(request, file.chronology.case, TAB, thing=file.chronology)
    return render(request, "chronology/columns.html", {"bar": bar, "file": file, "form": form, "back": file.get_absolute_url()})


@login_required
def imported_read_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read a file once more whose reading has stopped, or that was set aside."""
    file = find_file(request, pk)
    if request.method == "POST":
        workflow.read_again(file, by=person_of(request))
    return redirect(file)


@login_required
def imported_apply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the new rows in."""
    file = find_file(request, pk)
    if request.method == "POST":
        outlook = _outlook(file)
        file = workflow.apply_import(file, by=person_of(request))
        messages.success(request, _done_in_words(outlook))
        return redirect(file.chronology)
    return redirect(file)


@login_required
def imported_set_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take nothing of it."""
    file = find_file(request, pk)
    if request.method == "POST":
        workflow.set_aside(file, by=person_of(request))
        messages.success(request, "The file was set aside. Nothing of it was taken in.")
        return redirect(file.chronology)
    return redirect(file)


def find_file(request: HttpRequest, pk: UUID) -> ImportFile:
    """The file, for those who compile the chronology it was sent for; for everybody else there is none."""
    files: Any = ImportFile.objects.select_related("chronology__agency", "chronology__case__board", "sent_by", "document")
    file: ImportFile | None = files.filter(pk=pk).first()
    if file is None or not access.may(person_of(request), file.chronology, "import_file"):
        raise Http404
    return file


def _progress(request: HttpRequest, file: ImportFile) -> HttpResponse:
    facts = {
        "bar": case_page(request, file.chronology.case, TAB, thing=file.chronology),
        "heading": f"Reading {file.filename}",
        "percent": file.percent,
        "sentence": SENTENCES[file.stage],
        "failed": "Reading this file has stopped. Start it again: nothing was taken in, so nothing can be doubled."
        if file.is_stuck
        else "",
        "file": file,
    }
    return render(request, "chronology/progress.html", facts)


def _outlook(file: ImportFile) -> dict[str, Any]:
    """What would happen now: entries made, changed, struck out; and what waits for an answer still."""
    asked = Counter(file.rows.values_list("status", "decision"))
    open_ = {status: asked[status, ""] for status, _ in STATUSES}
    outlook: dict[str, Any] = {
        "new": file.new_rows().count(),
        "changing": file.changing_rows().count(),
        "striking": file.gone_rows().count(),
        "questions": open_["question"],
        "changed": open_["changed"],
        "gone": open_["gone"],
        "first_question": answering.unanswered(file).first(),
    }
    left = sum(many for (_, decision), many in asked.items() if decision == "leave")
    held = {"outside": open_["outside"], "refused": open_["refused"], "left": left}
    return outlook | held | {"anything": outlook["new"] + outlook["changing"] + outlook["striking"]}


def _tables(file: ImportFile) -> list[dict[str, Any]]:
    """Each table of the file with its columns' meanings in words."""
    return [
        table
        | {"columns": [column | {"said": MEANINGS.get(column["meaning"], column["meaning"])} for column in table["columns"]]}
        for table in file.tables
    ]


def _done_in_words(outlook: dict[str, Any]) -> str:
    said = (
        ("new", "was taken in", "were taken in"),
        ("changing", "was changed", "were changed"),
        ("striking", "was struck out", "were struck out"),
    )
    done = [
        f"{'one entry' if outlook[key] == 1 else f'{outlook[key]:,} entries'} {one if outlook[key] == 1 else many}"
        for key, one, many in said
        if outlook[key]
    ]
    words = ", ".join(done)
    return f"{words[:1].upper()}{words[1:]}." if done else f"Nothing was taken in: {_held_in_words(outlook)}."


def _held_in_words(outlook: dict[str, Any]) -> str:
    """Why no row of a file becomes an entry: what is held aside, cannot be taken or was answered with no; or all is there."""
    said = (
        ("outside", "one row lies outside the period under review", "rows lie outside the period under review"),
        ("refused", "one row cannot be taken as it stands", "rows cannot be taken as they stand"),
        ("left", "one row was answered with no", "rows were answered with no"),
    )
    held = [one if outlook[key] == 1 else f"{outlook[key]:,} {many}" for key, one, many in said if outlook[key]]
    return ", ".join(held) or "everything in this file is in the chronology already"
