"""A chronology as a PDF: asked for by a person, set by the worker, opened by nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from casework import documents
from casework.printing import Bounds, NotPrinted, printed
from casework.worker import call_after_commit
from chronology import shown
from chronology.exporting import in_full
from chronology.exporting.columns import COLUMNS, Coding, words_of
from chronology.models import Entry, Printout
from frameworks import clock

Titles = list[tuple[str, int]]
Rows = list[list[tuple[str, str]]]

TASK = "chronology.tasks.print_chronology"
MOST_ENTRIES = 3_000
LEASE = timedelta(minutes=6)
BOUNDS = Bounds(memory=1536 * 1024 * 1024, processor=240, clock=330.0)
TWIN: Titles = [("When", 20), ("Agency", 20), ("Event", 110), ("Child seen", 12)]
TWIN_KEYS = ("date", "agency", "event", "child_seen")
TOO_LONG = "The chronology is too long to be made into one PDF. Narrow it with the filter, or take it as Excel or Word."


def make(pk: UUID) -> None:
    """Make a PDF that was asked for; a second worker that comes meanwhile, or later, does nothing."""
    if not Printout.objects.filter(_free(), pk=pk).update(held_until=clock.now() + LEASE, percent=5):
        return
    asked = Printout.objects.select_related("case__board", "asked_by").get(pk=pk)
    is_named = asked.people == "names"
    html = html_of(asked, None if is_named else shown.on_paper_for(asked.asked_by, asked.case_id).coding(asked.chronologies))
    Printout.objects.filter(pk=pk).update(percent=30)
    try:
        pages, pdf = printed(html, BOUNDS, styles="chronology-print.css", too_long=TOO_LONG)
    except NotPrinted as failure:
        Printout.objects.filter(pk=pk, finished_at=None).update(finished_at=clock.now(), failed_because=str(failure))
        return
    done = {"pages": pages, "sha256": documents.keep(pdf), "percent": 100, "finished_at": clock.now()}
    Printout.objects.filter(pk=pk, finished_at=None).update(**done)


def wake_after_commit(asked: Printout) -> None:
    """Call the worker once the request is there for it. Where nobody hears, the next minute's look finds it."""
    call_after_commit(TASK, str(asked.pk))


def waiting() -> list[UUID]:
    """PDFs that wait for a worker, or whose worker died."""
    return list(Printout.objects.filter(_free()).order_by("asked_at").values_list("pk", flat=True)[:50])


def html_of(asked: Printout, coding: Coding | None = None) -> str:
    """The chronology as HTML that asks for nothing from outside."""
    columns, rows = _twin(asked, coding) if asked.front else _in_full(asked, coding)
    whole = sum(width for _, width in columns)
    facts = {
        "reference": asked.case.reference,
        "board": str(asked.case.board),
        "taken_on": asked.asked_at.astimezone(clock.LONDON),
        "asked_by": str(asked.asked_by),
        "paper": asked.paper,
        "people": asked.people,
        "front": SafeString(asked.front),  # drawn by chronology.on_paper, where every word of an agency is escaped
        "count": len(rows),
        "whole": Entry.objects.filter(chronology__in=asked.chronologies).standing().count(),
        "agencies": len(asked.chronologies),
        "columns": [{"title": title, "share": f"{width * 100 / whole:.2f}"} for title, width in columns],
        "rows": rows,
    }
    return render_to_string("chronology/paper_of_entries.html", facts)


def _in_full(asked: Printout, coding: Coding | None) -> tuple[Titles, Rows]:
    """The board's columns, in the board's order."""
    columns = [COLUMNS[key] for key in asked.columns if key in COLUMNS]
    rows = [_row(words_of(entry, coding), columns) for entry in _entries(asked)]
    return [(column.title, column.width) for column in columns], rows


def _twin(asked: Printout, coding: Coding | None) -> tuple[Titles, Rows]:
    """What the lanes show, in words, in the four columns of the page: more would take the worker more than twice as long."""
    rows = []
    for entry in _entries(asked):
        said = words_of(entry, coding)
        outcome = f" Outcome: {said['outcome']}" if said["outcome"] else ""
        key = "Key episode. " if entry.is_significant else ""
        when = f"{said['date']}, {said['time']}" if said["time"] else said["date"]
        cells = (when, said["agency"], f"{key}{said['event']}{outcome}", said["child_seen"])
        rows.append(list(zip(TWIN_KEYS, cells, strict=True)))
    return TWIN, rows


def _entries(asked: Printout) -> Any:
    return in_full(Entry.objects.filter(pk__in=asked.entry_ids, case_id=asked.case_id).by_time())


def _row(said: dict[str, str], columns: Sequence[Any]) -> list[tuple[str, str]]:
    return [(column.key, said[column.key]) for column in columns]


def _free() -> Q:
    unheld = Q(held_until=None) | Q(held_until__lt=clock.now())
    return unheld & Q(finished_at=None)
