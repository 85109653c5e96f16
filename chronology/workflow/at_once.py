"""Several entries are changed or struck out in one act, and what somebody did last is undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from agencies.models import Person
from casework import log
from casework.refusals import refuse
from casework.transitions import advance, verb
from chronology import several
from chronology.models import Chronology, Entry
from chronology.several import ADDED, CHANGED, STRUCK_OUT, Chosen, Done, Swept
from frameworks import clock


@verb
def change_entries(
    chronology: Chronology, versions: Mapping[UUID, int], *, by: Person, add_people: str = "", **written: Any
) -> Swept:
    """Set facts or words of several entries at the versions that were seen; those changed meanwhile are told, not touched."""
    chosen = _must_be_few(Chosen(chronology, versions))
    chronology = advance(chronology, "change_entry", by=by)
    _must_reach_some(chosen)
    several.keep_versions(chosen.free)
    for entry in chosen.free:
        for name, value in written.items():
            setattr(entry, name, value)
        entry.persons = several.with_people(entry.persons, add_people)
    return _write_all(chronology, chosen, by, "change")


@verb
def remove_entries(chronology: Chronology, versions: Mapping[UUID, int], *, reason: str, by: Person) -> Swept:
    """Strike several entries out for one reason. They stay on record with it."""
    chosen = _must_be_few(Chosen(chronology, versions))
    chronology = advance(chronology, "remove_entry", by=by, entries=lambda: len(chosen.free))
    _must_reach_some(chosen)
    several.keep_versions(chosen.free, reason)
    for entry in chosen.free:
        entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
    return _write_all(chronology, chosen, by, "strike_out")


@verb
def undo(chronology: Chronology, done: Done, *, by: Person) -> Swept:
    """Undo what this person did last: each entry stands as before, as a new version. Nothing of the history goes.

    All of it or nothing: where somebody changed one of the entries meanwhile, it is refused and they are named.
    """
    added, changed, struck = (done.having(what) for what in (ADDED, CHANGED, STRUCK_OUT))
    for act, those in (("change_entry", changed), ("remove_entry", added), ("restore_entry", struck)):
        if those:
            chronology = advance(chronology, act, by=by, entries=those.__len__)
    entries = _as_left(chronology, done, by)
    before = several.written_before(entries)
    several.keep_versions(entries, UNDONE)
    for entry in entries:
        if entry.pk in added:
            entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, UNDONE
        elif entry.pk in struck:
            entry.struck_at, entry.struck_by, entry.struck_because = None, None, ""
        else:
            for name, value in before[entry.pk].items():
                setattr(entry, name, value)
    return _store_all(chronology, entries, by, "undo")


UNDONE = "Taken back by whoever wrote it."


def _must_be_few(chosen: Chosen) -> Chosen:
    if len(chosen.versions) > several.MOST:
        refuse(f"Choose {several.MOST} entries or fewer: one act must be such as one person can look over.")
    return chosen


def _must_reach_some(chosen: Chosen) -> None:
    if not chosen.free:
        refuse(*(chosen.refused or ["No entry was chosen."]))


def _as_left(chronology: Chronology, done: Done, by: Person) -> list[Entry]:
    """The entries as this person left them; refused where anybody has changed one since."""
    held = Entry.objects.select_for_update(of=("self",)).filter(chronology=chronology, pk__in=list(done.entries))
    entries = list(held.select_related("written_by").defer("search").order_by("number"))
    since = [each for each in entries if each.version != done.entries[each.pk][1] or each.written_by_id != by.pk]
    if since or len(entries) < len(done.entries):
        refuse(*(f"Entry {each.number} was changed meanwhile by {each.written_by}, so nothing was undone." for each in since))
    return entries


def _write_all(chronology: Chronology, chosen: Chosen, by: Person, event: str) -> Swept:
    return Swept(_store_all(chronology, chosen.free, by, event).entries, chosen.refused)


def _store_all(chronology: Chronology, entries: list[Entry], by: Person, event: str) -> Swept:
    """Save the new version of several entries, with one entry in the log that names them all."""
    at = clock.now()
    for entry in entries:
        entry.version += 1
        entry.written_by, entry.written_at = by, at
        entry.stand_in_time()
    Entry.objects.bulk_update(entries, several.STORED, batch_size=several.BATCH)
    ids = [str(entry.pk) for entry in entries]
    log.fact(chronology, f"entry.{event}", by=by, entries=ids, digest=several.digest_of(entries))
    return Swept(entries, [])
