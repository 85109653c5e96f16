"""A case's log in words, for whoever may see the things it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from agencies.models import Person
from casework import log, registry
from casework.machines import machine, terms_of
from casework.models.entry import LogEntry
from casework.statements import statement

WORDS = {
    "begin": "Begun",
    "view": "Looked at",
    "reason": "Gave a reason",
    "appoint": "Appointed somebody",
    "dismiss": "Ended an appointment",
    "file": "Filed a document",
    "extend": "Agreed a later date",
    "export": "Exported",
    "check": "Looked for names left in a file",
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
    entries = _told(log.entries_of(case_id)).filter(object_id__in=[pk for ids in opened.values() for pk in ids])
    return entries if with_looks else _without_looks(entries)


def _told(entries: Any) -> Any:
    """With the name of who did it, and no more of an entry than its sentence needs."""
    name = Person.objects.filter(pk=OuterRef("actor_id")).order_by().values("name")
    return entries.annotate(by_name=Subquery(name)).only("seq", "at_us", "act", "object_kind", "object_id")


@statement
def _last_acts(case_id: Any) -> Any:
    return _without_looks(_told(log.entries_of(case_id)))[:AT_FIRST]


def lately(case_id: UUID, opened: dict[str, list[UUID]], most: int) -> list[Any]:
    """The latest acts on what this person may see: among the last of all where they see most of the case, else searched for."""
    seen = {pk for ids in opened.values() for pk in ids}
    last = _last_acts(case_id)
    found = [entry for entry in last if entry.object_id in seen][:most]
    if len(found) == most or len(last) < AT_FIRST:
        return found
    return list(of_case(case_id, opened, with_looks=False)[:most])


def _without_looks(entries: Any) -> Any:
    """Acts and what was refused of them; neither looks nor the attempts of those who may not look."""
    return entries.exclude(act__endswith=".view").exclude(act__endswith=".view.hidden")


def in_words(entries: list[Any]) -> list[Happening]:
    """Entries of the history as sentences, with the names of who did them."""
    return [
        Happening(_title(entry), entry.by_name or "Chapter Eight", log.at_of(entry), f"entry {entry.seq}") for entry in entries
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
