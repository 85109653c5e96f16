"""Single entries are written, put right, struck out and restored; how each stood before is kept."""

from __future__ import annotations

from typing import Any

from agencies.models import Person
from casework import log, writing
from casework.refusals import Outdated, refuse
from casework.statements import statement
from casework.transitions import advance, settle, verb
from chronology.facts import as_json
from chronology.models import Chronology, Entry, EntryVersion
from frameworks import clock


@verb
def add_entry(chronology: Chronology, *, by: Person, **written: Any) -> Entry:
    """Write one more entry; ``written`` are its facts and words by their field's name."""
    chronology = advance(chronology, "add_entry", by=by)
    if chronology.entry_count == 1:  # only from the first does it follow what the agency does next
        settle(chronology)
    entry = Entry(chronology=chronology, case_id=chronology.case_id, number=chronology.last_number, **written)
    return write_down(entry, by)


@verb
def change_entry(entry: Entry, *, version: int, by: Person, **written: Any) -> Entry:
    """Put an entry's words right, on top of the version that was opened; raises Outdated when another stands there now."""
    chronology = advance(entry.chronology, "change_entry", by=by)
    entry = _as_it_stands(entry, chronology)
    if entry.version != version:
        raise _outdated(entry, written)
    keep_version(entry)
    for name, value in written.items():
        setattr(entry, name, value)
    return write_down(entry, by)


@verb
def remove_entry(entry: Entry, *, reason: str, by: Person) -> Entry:
    """Strike an entry out. It stays, with the reason, and its row is not taken in again."""
    chronology = advance(entry.chronology, "remove_entry", by=by)
    entry = _as_it_stands(entry, chronology)
    keep_version(entry, reason)
    entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
    return write_down(entry, by)


@verb
def restore_entry(entry: Entry, *, by: Person) -> Entry:
    """Let an entry that was struck out stand again."""
    chronology = advance(entry.chronology, "restore_entry", by=by)
    entry = Entry.objects.select_for_update().get(pk=entry.pk, chronology=chronology)
    if entry.struck_at is None:
        refuse("This entry has not been struck out.")
    keep_version(entry)
    entry.struck_at, entry.struck_by, entry.struck_because = None, None, ""
    return write_down(entry, by)


def _as_it_stands(entry: Entry, chronology: Chronology) -> Entry:
    """The entry as the database has it now, under the case's lock."""
    (fresh,) = _held(entry.pk, chronology.pk)
    fresh.chronology = chronology
    if fresh.struck_at is not None:
        refuse("This entry has been struck out. Restore it first.")
    return fresh


@statement
def _held(entry: Any, chronology: Any) -> Any:
    return Entry.objects.select_for_update().filter(pk=entry, chronology=chronology).defer("search")


def write_down(entry: Entry, by: Person) -> Entry:
    """Save an entry's new version and log its hash."""
    if not entry._state.adding:
        entry.version += 1
    entry.written_by, entry.written_at = by, clock.now()
    entry.stand_in_time()
    (writing.insert if entry._state.adding else writing.update)(entry)
    log.fact(entry, "entry.write", by=by, chain=entry.case_id, digest=log.digest(entry))
    return entry


def keep_version(entry: Entry, reason: str = "") -> None:
    """Keep how an entry stands before it is changed, with the reason where one was given."""
    kept = EntryVersion(
        entry=entry,
        version=entry.version,
        written=as_json(entry.as_written()),
        written_by_id=entry.written_by_id,
        written_at=entry.written_at,
        changed_because=reason,
    )
    writing.insert(kept)


def _outdated(entry: Entry, written: dict[str, Any]) -> Outdated:
    """Both texts, field by field, of whatever differs."""
    differing = [name for name, value in written.items() if getattr(entry, name) != value]
    theirs = {name: getattr(entry, name) for name in differing}
    yours = {name: written[name] for name in differing}
    return Outdated(
        about=entry.chronology,
        act="change_entry",
        theirs=_in_words(theirs),
        yours=_in_words(yours),
        version=entry.version,
    )


def _label(name: str) -> str:
    field: Any = Entry._meta.get_field(name)
    return str(field.verbose_name)


def _in_words(fields: dict[str, Any]) -> str:
    return "\n".join(f"{_label(name).capitalize()}: {value}" for name, value in fields.items())
