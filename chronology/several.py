"""Several entries at once: those that were chosen, those that can be had as they were seen, and what was done to them last."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from chronology.importing import as_json, from_json
from chronology.models import Chronology, Entry, EntryVersion
from chronology.models.entry import FACTS, WORDS

MOST = 500  # entries of one act: as many as a person has looked at
BATCH = 500
STRUCK = ("struck_at", "struck_by", "struck_because")
STORED = (*FACTS, *WORDS, "order_key", "version", "written_by", "written_at", *STRUCK)
BETWEEN = re.compile(r"[,;\n]")
ADDED, CHANGED, STRUCK_OUT = "added", "changed", "struck"


class Chosen:
    """Entries that somebody chose at the versions they saw. They are looked up when the case is held, not before."""

    def __init__(self, chronology: Chronology, versions: Mapping[UUID, int]) -> None:
        self.chronology = chronology
        self.versions = dict(versions)

    @cached_property
    def found(self) -> dict[UUID, Entry]:
        """The chosen entries as they stand now, by id."""
        held: QuerySet[Entry] = Entry.objects.select_for_update(of=("self",)).filter(chronology_id=self.chronology.pk)
        rows = held.filter(pk__in=list(self.versions)).select_related("written_by").defer("search").order_by("number")
        return {each.pk: each for each in rows}

    @cached_property
    def reasons(self) -> dict[UUID, str]:
        """Why each of those cannot be had, judged once, before anything is done; nothing where it can."""
        return {each.pk: self._reason(each) for each in self.found.values()}

    @property
    def free(self) -> list[Entry]:
        """Those that stand as they were seen."""
        return [each for each in self.found.values() if not self.reasons[each.pk]]

    @property
    def refused(self) -> list[str]:
        """A sentence for each of the others, with its number."""
        said = [f"Entry {each.number} {self.reasons[each.pk]}." for each in self.found.values() if self.reasons[each.pk]]
        missing = len(self.versions) - len(self.found)
        return [*said, f"{missing} of those chosen are not in this chronology."] if missing else said

    def _reason(self, entry: Entry) -> str:
        if entry.struck_at is not None:
            return "has been struck out"
        if entry.version != self.versions[entry.pk]:
            return f"was changed meanwhile by {entry.written_by or 'somebody'}"
        return ""


@dataclass(frozen=True)
class Swept:
    """What came of an act on several entries: those it reached, and a sentence for each that it did not."""

    entries: list[Entry]
    refused: list[str]


@dataclass(frozen=True)
class Done:
    """What somebody did last with a chronology, so that it can be undone: ids, versions and what became of each.

    ``entries`` maps an entry's id to what was done (added, changed, struck) and the version that this made of it.
    """

    chronology: UUID
    said: str
    entries: dict[UUID, tuple[str, int]]

    @classmethod
    def of(cls, chronology: Chronology, said: str, what: str, entries: Iterable[Entry]) -> Done:
        """One thing done to these entries, as they are now."""
        return cls(chronology.pk, said, {each.pk: (what, each.version) for each in entries})

    def having(self, what: str) -> dict[UUID, int]:
        """The entries to which this was done, with their versions."""
        return {pk: version for pk, (done, version) in self.entries.items() if done == what}

    def as_json(self) -> dict[str, Any]:
        """As a session keeps it."""
        entries = {str(pk): [what, version] for pk, (what, version) in self.entries.items()}
        return {"chronology": str(self.chronology), "said": self.said, "entries": entries}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Done:
        """The same again."""
        entries = {UUID(pk): (what, version) for pk, (what, version) in kept["entries"].items()}
        return cls(UUID(kept["chronology"]), kept["said"], entries)


def with_people(persons: str, more: str) -> str:
    """The people of an entry with those added that it does not name yet."""
    named = [each.strip() for each in BETWEEN.split(persons) if each.strip()]
    known = {each.casefold() for each in named}
    new = [each.strip() for each in BETWEEN.split(more) if each.strip() and each.strip().casefold() not in known]
    return ", ".join([*named, *new]) if new else persons


def keep_versions(entries: Iterable[Entry], because: str = "") -> None:
    """Keep how these entries stand before they are changed."""
    EntryVersion.objects.bulk_create(
        [
            EntryVersion(
                entry=each,
                version=each.version,
                written=as_json(each.as_written()),
                written_by=each.written_by,
                written_at=each.written_at,
                changed_because=because,
            )
            for each in entries
        ],
        batch_size=BATCH,
    )


def written_before(entries: Iterable[Entry]) -> dict[UUID, dict[str, Any]]:
    """The facts and words of each entry in the version before the one that stands."""
    before = {each.pk: each.version - 1 for each in entries}
    kept = EntryVersion.objects.filter(entry_id__in=list(before))
    return {each.entry_id: from_json(each.written) for each in kept if each.version == before[each.entry_id]}


def digest_of(entries: Iterable[Entry]) -> str:
    """The SHA-256 (hex) of all that these entries say, in the order of their numbers."""
    said = [[str(each.pk), each.version, as_json(each.as_written())] for each in entries]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
