"""The integrated chronology as it was frozen: exactly what stood in it, and what is different since.

Whatever cites an entry keeps the version it cited, and asks here whether the entry says something else by now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chronology.facts import as_json
from chronology.models import Entry, EntryVersion, FrozenRow, FrozenVersion, IntegratedChronology
from chronology.models.entry import FACTS, WORDS

BATCH = 1_000
FROZEN = (*FACTS, *WORDS)

Versions = Mapping[UUID, int]


# --- what cites an entry ---------------------------------------------------------------------------------------


def changed_since(entry: Entry, version: int | None) -> bool:
    """Whether an entry says something else than the version that was cited, or has been struck out."""
    return version is not None and (entry.version != version or entry.struck_at is not None)


# --- frozen ----------------------------------------------------------------------------------------------------


def digest(chronology_id: UUID, number: int, written: Mapping[str, Any], names: Iterable[str]) -> str:
    """The SHA-256 (hex) of an entry's facts and words in a canonical writing."""
    said = {name: written.get(name) for name in names} | {"chronology": str(chronology_id), "number": number}
    return sha256_of(json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False))


def sha256_of(words: str) -> str:
    """The SHA-256 (hex) of words."""
    return hashlib.sha256(words.encode()).hexdigest()


def _over_all(rows: Iterable[FrozenRow]) -> str:
    hashed = hashlib.sha256()
    for row in rows:
        hashed.update(f"{row.place} {row.entry_id} {row.version} {row.sha256}\n".encode())
    return hashed.hexdigest()


def latest(integrated: IntegratedChronology) -> FrozenVersion | None:
    """The version that was frozen last."""
    return integrated.frozen.first()


# --- read as it stood ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AsItStood:
    """An entry as a frozen version has it. ``is_true`` says whether the words still have the hash that was frozen."""

    row: FrozenRow
    entry: Entry
    is_true: bool
    is_changed: bool


def as_they_stood(frozen: FrozenVersion, rows: Sequence[FrozenRow]) -> list[AsItStood]:
    """These rows with the words they had, from the entries themselves or from their kept versions."""
    ids = [row.entry_id for row in rows]
    entries = Entry.objects.defer("search").in_bulk(ids)
    moved = {row.entry_id: row.version for row in rows if entries[row.entry_id].version != row.version}
    kept = EntryVersion.objects.filter(entry_id__in=moved, version__in=set(moved.values()))
    older = {each.entry_id: each.written for each in kept if moved[each.entry_id] == each.version}
    return [_as_it_stood(frozen, row, entries[row.entry_id], older.get(row.entry_id)) for row in rows]


def _as_it_stood(frozen: FrozenVersion, row: FrozenRow, entry: Entry, older: dict[str, Any] | None) -> AsItStood:
    written = as_json(entry.as_written()) if older is None else older
    is_true = digest(row.chronology_id, entry.number, written, frozen.fields) == row.sha256
    is_changed = changed_since(entry, row.version)
    if older is not None:
        entry = Entry(id=entry.pk, chronology_id=row.chronology_id, number=entry.number, **_facts(older))
    return AsItStood(row, entry, is_true, is_changed)


def _facts(written: Mapping[str, Any]) -> dict[str, Any]:
    """The facts and words of an older version, days and times read again."""
    return {name: Entry._meta.get_field(name).to_python(value) for name, value in written.items() if name in FROZEN}


def is_whole(frozen: FrozenVersion) -> bool:
    """Whether the rows that are kept still have the hash over all that was frozen."""
    return _over_all(frozen.rows.all().iterator(chunk_size=BATCH)) == frozen.sha256


# --- what is different -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Changes:
    """The entries in which one version differs from another before it."""

    added: frozenset[UUID]
    changed: frozenset[UUID]
    gone: frozenset[UUID]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


def compare(before: Versions, after: Versions) -> Changes:
    """What was added, what says something else, and what no longer stands."""
    return Changes(
        added=frozenset(after.keys() - before.keys()),
        changed=frozenset(pk for pk, version in after.items() if before.get(pk, version) != version),
        gone=frozenset(before.keys() - after.keys()),
    )


def versions_in(frozen: FrozenVersion, chronologies: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """Which version of each entry a frozen version holds, of these chronologies or of all."""
    rows = frozen.rows.all() if chronologies is None else frozen.rows.filter(chronology_id__in=list(chronologies))
    return dict(rows.order_by().values_list("entry_id", "version"))


def versions_now(chronologies: Iterable[UUID]) -> dict[UUID, int]:
    """Which version of each entry of these chronologies stands now."""
    return dict(Entry.objects.filter(chronology_id__in=list(chronologies)).standing().values_list("pk", "version"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry in which two versions differ: what it is now, and what it said before where it did."""

    kind: str
    entry: Entry
    before: Entry | None


DIFFERS = {"added": "Added", "changed": "Changed", "gone": "No longer there"}


def differences(frozen: FrozenVersion, changes: Changes, first: int, most: int) -> list[Difference]:
    """Some of the differences in the order of time, as the entries now stand and as this version has them."""
    kinds = {pk: kind for kind in DIFFERS for pk in getattr(changes, kind)}
    entries = Entry.objects.filter(pk__in=kinds).select_related("chronology__agency").defer("search")
    shown = list(entries.by_time()[first : first + most])
    rows = list(frozen.rows.filter(entry_id__in=[entry.pk for entry in shown if kinds[entry.pk] == "changed"]))
    before = {each.row.entry_id: each.entry for each in as_they_stood(frozen, rows)}
    return [Difference(DIFFERS[kinds[entry.pk]], entry, before.get(entry.pk)) for entry in shown]
