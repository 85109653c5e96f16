"""Entry by keyboard: a page of rows that save themselves, and what is typed of a date said back at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from casework import access
from casework.pages import case_page, find, person_of
from casework.refusals import Blocked, Outdated
from chronology import grid, offered, shown, workflow
from chronology.grid import Row, Typed
from chronology.models import Chronology, Entry
from chronology.understanding import NO_TIME_OF_DAY, time_in, time_said, understand
from chronology.views.undoing import forget, last_done, remember, remember_all

TAB = "Chronology"
THEIRS = "{by} changed this meanwhile. It now says: “{theirs}”. Save again to put yours over it"


@login_required
def chronology_grid(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows of a page with empty ones below. Without JavaScript one button saves whatever was typed."""
    found = compiled(request, pk, "case__board", "agency")
    if request.method != "POST":
        return grid_page(request, found)
    saved, wrong = save_rows(request, found)
    if wrong:
        return grid_page(request, found, wrong)
    messages.success(request, remember_all(request, found, saved) if saved else "Nothing was changed.")
    return redirect(request.get_full_path())


@login_required
@require_POST
def chronology_save_row(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One row as it was typed; the answer says what became of it, in words for its cells."""
    found = compiled(request, pk)
    typed = grid.typed_row(found, request.POST.dict(), offered.years_of(found))
    if not typed.form.is_valid():
        return JsonResponse(_wrong(typed), status=422)
    try:
        entry, what = grid.save(found, typed, person_of(request))
    except Outdated as outdated:
        return JsonResponse(_two_texts(typed, outdated), status=409)
    except Blocked as blocked:
        return JsonResponse({"refused": blocked.sentences}, status=409)
    return JsonResponse(_saved(entry, typed) | _named(entry) | {"done": remember(request, found, what, [entry]) if what else ""})


@login_required
@require_POST
def chronology_paste(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Lines that were copied out of a spreadsheet, as rows of the grid. Nothing is kept before each has saved itself."""
    compiled(request, pk)
    first = request.POST.get("first", "")
    number = int(first) if first.isdecimal() and len(first) < 6 else 0
    rows = grid.pasted(request.POST.get("text", ""), request.POST.get("at", ""), number)
    return render(request, "chronology/_rows.html", {"rows": rows})


@login_required
@require_POST
def chronology_undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo what this person did last with this chronology."""
    found = compiled(request, pk)
    done = last_done(request, found)
    if done is None:
        messages.info(request, "There is nothing to undo.")
        return redirect("chronology:chronology_grid", found.pk)
    workflow.undo(found, done, by=person_of(request))
    forget(request)
    messages.success(request, f"Undone: {done.said[:1].lower()}{done.said[1:]}")
    return redirect("chronology:chronology_grid", found.pk)


@login_required
@require_POST
def chronology_read_date(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the words of a date and a time say, as a fragment beside their boxes. Nothing is kept."""
    found = compiled(request, pk)
    row = request.POST.get("row", "")[:8]
    words, hour = (request.POST.get(name, "").strip() for name in ("when", "at"))
    read = understand(words, offered.years_of(found)) if words else None
    time = time_in(hour, read.reading if read else None)
    wrong = NO_TIME_OF_DAY if time.precision == "invalid" else ""
    facts = {"understood": read, "hour": "" if wrong else time_said(time, hour), "hour_wrong": wrong, "row": row}
    return render(request, "chronology/_reading.html", facts)


def save_rows(request: HttpRequest, found: Chronology) -> tuple[list[tuple[Entry, str]], list[Row]]:
    """Save every row of the page in which something was typed: what was saved, and the rows that were not, with the reasons."""
    saved, wrong = [], []
    for typed in grid.typed_rows(found, request.POST.dict(), offered.years_of(found)):
        if typed.is_empty:
            continue
        if not typed.form.is_valid():
            wrong.append(typed.as_row())
            continue
        try:
            entry, what = grid.save(found, typed, person_of(request))
        except Outdated as outdated:
            wrong.append(_with_their_text(typed, outdated))
        else:
            saved += [(entry, what)] if what else []
    return saved, wrong


def compiled(request: HttpRequest, pk: UUID, *related: str) -> Chronology:
    """The chronology, for those who compile it."""
    found: Chronology = find(Chronology, request, pk, *(related or ("case",)))
    access.demand(person_of(request), found, "add_entry")
    return found


def grid_page(request: HttpRequest, found: Chronology, wrong: list[Row] | None = None) -> HttpResponse:
    """The page of rows; those that could not be saved stand in their places with what was typed."""
    bar = case_page(request, found.case, TAB, thing=found)
    if wrong is not None:
        found.refresh_from_db(fields=["entry_count"])  # some were saved meanwhile
    page = grid.page_of(found, request.GET.get("page"))
    unsaved = {each.key: each for each in wrong or ()}
    rows = [unsaved.pop(row.key, row) for row in page.object_list]
    rows += [*unsaved.values(), *grid.blanks(0, grid.BLANK if not wrong else 3)]
    rows = [replace(row, name=f"r{place}") for place, row in enumerate(rows)]
    facts = {
        "bar": bar,
        "chronology": found,
        "page": page,
        "rows": rows,
        "columns": grid.COLUMNS,
        "template": grid.blanks(0, 1)[0],
        "wrong": grid.summary_of(rows),
        "lists": offered.lists_of(found),
        "done": last_done(request, found),
    }
    return render(request, "chronology/grid.html", facts)


def _saved(entry: Entry, typed: Typed) -> dict[str, Any]:
    stands = {"when": entry.date_words, "at": entry.time_words}
    typed_when = typed.form.data[typed.form.add_prefix("when")]
    return {
        "version": entry.version,
        "number": entry.number,
        "said": grid.said_of(entry, stands),
        "when": entry.date_words if entry.date_words.split() != typed_when.split() else "",
        "more": grid.address_of(entry.pk),
    }


def _named(entry: Entry) -> dict[str, str]:
    """Whose code is known of those the row names, and where a button puts it in."""
    named = shown.offered_in_words(entry)
    return {"named": named, "entry": entry.get_absolute_url()} if named else {}


def _wrong(typed: Typed) -> dict[str, Any]:
    wrong = {name: " ".join(map(str, errors)) for name, errors in typed.form.errors.items()}
    return {"wrong": wrong, "labels": {name: grid.COLUMNS.get(name, name) for name in wrong}}


def _two_texts(typed: Typed, outdated: Outdated) -> dict[str, Any]:
    stands = Entry.objects.select_related("written_by").get(pk=typed.key)
    return {"version": outdated.version, "by": str(stands.written_by), "differing": grid.differing(typed, stands)}


def _with_their_text(typed: Typed, outdated: Outdated) -> Row:
    """The row with what was typed, what stands now beside each box, and the version to save on top of."""
    told = _two_texts(typed, outdated)
    said = {each["name"]: THEIRS.format(by=told["by"], theirs=each["theirs"]) for each in told["differing"]}
    return replace(typed.as_row(), version=outdated.version, errors=said)
