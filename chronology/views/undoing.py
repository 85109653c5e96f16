"""What somebody did last with a chronology, kept in their session so that a notice can offer to undo it."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

from chronology.models import Chronology, Entry
from chronology.several import ADDED, CHANGED, STRUCK_OUT, Done

KEPT = "done_last"
SAID = {ADDED: "Added", CHANGED: "Changed", STRUCK_OUT: "Struck out"}


def remember(request: HttpRequest, chronology: Chronology, what: str, entries: Iterable[Entry]) -> str:
    """Keep what was just done to these entries, in place of what was done before; say it."""
    listed = list(entries)
    done = Done.of(chronology, said(what, listed), what, listed)
    request.session[KEPT] = done.as_json()
    return done.said


def remember_all(request: HttpRequest, chronology: Chronology, saved: Iterable[tuple[Entry, str]]) -> str:
    """The same for rows that were saved together, some of them new."""
    listed = list(saved)
    words = "Saved 1 entry." if len(listed) == 1 else f"Saved {len(listed)} entries."
    entries = {entry.pk: (what, entry.version) for entry, what in listed}
    request.session[KEPT] = Done(chronology.pk, words, entries).as_json()
    return words


def last_done(request: HttpRequest, chronology: Chronology) -> Done | None:
    """What this person did last with this chronology; None where it was something else, or nothing."""
    kept = request.session.get(KEPT)
    done = Done.from_json(kept) if kept else None
    return done if done is not None and done.chronology == chronology.pk else None


def forget(request: HttpRequest) -> None:
    """It has been undone."""
    request.session.pop(KEPT, None)


def said(what: str, entries: list[Entry]) -> str:
    """What was done, in words: "Changed 12 entries."."""
    return f"{SAID[what]} entry {entries[0].number}." if len(entries) == 1 else f"{SAID[what]} {len(entries)} entries."
