"""A case's log in words, for whoever may see the things it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from agencies.models import Person
from casework import log, registry
from casework.machines import machine, terms_of
from casework.models.entry import LogEntry

WORDS = {
    "begin": "Begun",
    "view": "Looked at",
    "reason": "Gave a reason",
    "appoint": "Appointed somebody",
    "dismiss": "Ended an appointment",
    "file": "Filed a document",
    "extend": "Agreed a later date",
    "export": "Exported",
}

AT_FIRST = 25  # entries of which a few are wanted


@dataclass(frozen=True)
class Happening:
    """One entry as the history shows it."""

    title: str
    by: str
    at: datetime
    text: str


def of_case(case_id: UUID, opened: dict[str, list[UUID]], *, with_looks: bool) -> Any:
    """The entries about what this person may see, latest first; looks into the file only when asked for."""
    entries = log.entries_of(case_id).filter(object_id__in=[pk for ids in opened.values() for pk in ids])
    return entries if with_looks else _without_looks(entries)


def lately(case_id: UUID, opened: dict[str, list[UUID]], most: int) -> list[LogEntry]:
    """The latest acts on what this person may see: among the last of all where they see most of the case, else searched for."""
    seen = {pk for ids in opened.values() for pk in ids}
    last = list(_without_looks(log.entries_of(case_id))[:AT_FIRST])
    found = [entry for entry in last if entry.object_id in seen][:most]
    if len(found) == most or len(last) < AT_FIRST:
        return found
    return list(of_case(case_id, opened, with_looks=False)[:most])


def _without_looks(entries: Any) -> Any:
    """Acts and what was refused of them; neither looks nor the attempts of those who may not look."""
    return entries.exclude(act__endswith=".view").exclude(act__endswith=".view.hidden")


def in_words(entries: list[LogEntry]) -> list[Happening]:
    """Entries as sentences, with the names of who did them."""
    names = dict(Person.objects.filter(pk__in={entry.actor_id for entry in entries}).values_list("pk", "name"))
    return [
        Happening(_title(entry), names.get(entry.actor_id or log.NOBODY, "Chapter Eight"), log.at_of(entry), f"entry {entry.seq}")
        for entry in entries
    ]


def _title(entry: LogEntry) -> str:
    word, _, act = entry.act.partition(".")
    act, _, refusal = act.partition(".")
    model = registry.guarded().get(entry.object_kind)
    noun = str(model._meta.verbose_name) if model else word
    said = _done(entry.object_kind, act) if word == entry.object_kind else WORDS.get(act, act)
    return f"{noun.capitalize()}: {said[0].lower()}{said[1:]}" + (f" ({refusal})" if refusal else "")


def _done(kind: str, act: str) -> str:
    model = registry.governed().get(kind)
    method = machine(model).get(act) if model else None
    return terms_of(method).done if method else WORDS.get(act, act.replace("_", " "))
