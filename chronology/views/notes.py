"""The panel's notes beside the agencies' text: written, said better, struck out, restored."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.pages import person_of, two_texts
from casework.refusals import Outdated
from chronology import panel_workflow
from chronology.models import Entry, Note
from chronology.panel_forms import NoteForm, ReasonForm
from chronology.versions import changed_since
from chronology.views.doors import Together, enter, enter_through

PAGE = 25


@login_required
def case_notes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every note by the time it stands at; those that were struck out when they are asked for."""
    room = enter(request, pk)
    struck = "struck" in request.GET
    notes = room.integrated.notes.beside(room.ids).filter(struck_at__isnull=not struck)
    page = Paginator(notes.select_related("entry__chronology__agency", "begun_by", "struck_by"), PAGE).get_page(
        request.GET.get("page")
    )
    facts = {
        "bar": room.bar,
        "view": room.view,
        "page": page,
        "notes": [(each, _is_outdated(each)) for each in page],
        "struck": struck,
        "may_add": room.may("add_note"),
    }
    return render(request, "chronology/notes.html", facts)


def _is_outdated(note: Note) -> bool:
    """Whether the entry it stands at says something else than when the note was written."""
    return note.entry is not None and changed_since(note.entry, note.entry_version)


def notes_beside(entry: Entry) -> list[tuple[Note, bool]]:
    """The notes that stand beside an entry, each with whether the entry has changed since."""
    notes = Note.objects.standing().filter(entry=entry).select_related("begun_by")
    return [(each, changed_since(entry, each.entry_version)) for each in notes]


@login_required
def case_add_note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a note beside a day or a stretch of time, or beside the entry that is named."""
    room = enter(request, pk)
    access.demand(person_of(request), room.integrated, "add_note")
    entry = _entry_named(room, request.GET.get("entry", ""))
    form = NoteForm(request.POST or None, entry=entry)
    if request.method == "POST" and form.is_valid():
        note = panel_workflow.add_note(room.integrated, entry=entry, by=person_of(request), **form.written())
        messages.success(request, f"Note {note.number} is written.")
        return redirect(entry or reverse("chronology:case_notes", args=[pk]))
    back = entry.get_absolute_url() if entry else reverse("chronology:case_notes", args=[pk])
    facts = (
        {"quoted": f"{entry.when}, {entry.chronology.agency}: {room.view.words(entry.event, entry.chronology_id)}"}
        if entry
        else {}
    )
    return _form(request, room, form, "Write a note", "Keep the note", back, **facts)


def _entry_named(room: Together, named: str) -> Entry | None:
    """The entry a note is written beside, if its chronology is shared; no name is no entry, a wrong one is none at all."""
    if not named:
        return None
    try:
        wanted = UUID(named)
    except ValueError as wrong:
        raise Http404 from wrong
    entries = Entry.objects.filter(pk=wanted, chronology_id__in=room.ids).select_related("chronology__agency")
    found = entries.first()
    if found is None:
        raise Http404
    return found


@login_required
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A note with how it stood before."""
    room, found = _note_of(request, pk)
    mine = found.begun_by_id == person_of(request).pk
    facts = {
        "bar": room.bar,
        "view": room.view,
        "note": found,
        "is_outdated": _is_outdated(found),
        "versions": list(found.versions.all()),
        "may_change": mine and room.may("change_note") and not found.struck_at,
        "may_strike": room.may("strike_note") and not found.struck_at,
        "may_restore": room.may("restore_note") and found.struck_at,
    }
    return render(request, "chronology/note.html", facts)


@login_required
def note_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say a note better; when it was saved from elsewhere meanwhile, both texts are shown and nothing typed is lost."""
    room, found = _note_of(request, pk)
    access.demand(person_of(request), room.integrated, "change_note")
    if found.begun_by_id != person_of(request).pk:  # who will be refused reads it as everywhere
        found.words = room.view.words(found.words)
    form = NoteForm(request.POST or None, entry=found.entry, note=found)
    if request.method == "POST" and form.is_valid():
        try:
            panel_workflow.change_note(found, version=_version(request), by=person_of(request), **form.written())
        except Outdated as outdated:
            return two_texts(request, room.bar, outdated, field="words", back=found.get_absolute_url())
        messages.success(request, "The note is changed. What it said before is kept.")
        return redirect(found)
    version = _version(request) if request.method == "POST" else found.version
    return _form(request, room, form, f"Change note {found.number}", "Save", found.get_absolute_url(), version=version)


def _version(request: HttpRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() else 0


@login_required
def note_strike(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Strike a note out, with the reason."""
    room, found = _note_of(request, pk)
    access.demand(person_of(request), room.integrated, "strike_note")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        panel_workflow.strike_note(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"Note {found.number} is struck out. It is kept with the reason.")
        return redirect("chronology:case_notes", room.bar.case.pk)
    facts = {"quoted": found.words if found.begun_by_id == person_of(request).pk else room.view.words(found.words)}
    return _form(request, room, form, f"Strike out note {found.number}?", "Strike it out", found.get_absolute_url(), **facts)


@login_required
def note_restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a note that was struck out stand again."""
    _, found = _note_of(request, pk)
    if request.method == "POST":
        panel_workflow.restore_note(found, by=person_of(request))
        messages.success(request, f"Note {found.number} stands again.")
    return redirect(found)


def _note_of(request: HttpRequest, pk: UUID) -> tuple[Together, Note]:
    """A note, if the entry it stands beside is open to this person."""
    held_by = Note.objects.filter(pk=pk).values_list("integrated_id", flat=True).first()
    if held_by is None:
        raise Http404
    room = enter_through(request, held_by)
    notes = room.integrated.notes.beside(room.ids).select_related("entry__chronology__agency", "begun_by", "struck_by")
    found = notes.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.integrated = room.integrated
    return room, found


def _form(request: HttpRequest, room: Together, form: Any, heading: str, button: str, back: str, **facts: Any) -> HttpResponse:
    common = {"bar": room.bar, "form": form, "heading": heading, "button": button, "back": back}
    return render(request, "chronology/form.html", common | facts)
