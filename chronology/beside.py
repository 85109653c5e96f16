"""What stands beside the entries of a page for those who read every agency's: the panel's notes, and rows of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery

from casework.models.case import Case
from chronology import integrated
from chronology.integrated import Line, Narrowing
from chronology.models import Chronology, Entry, JoinedEntry, Note
from chronology.shown import Shown

NOTED = Note.objects.standing().filter(entry=OuterRef("pk")).order_by().values("entry").annotate(many=Count("pk"))
BESIDE = {
    "joined_event": Subquery(JoinedEntry.objects.filter(entry=OuterRef("pk")).values("event")[:1]),
    "notes": Subquery(NOTED.values("many")),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one row: how many notes, and the other rows of its event."""

    notes: int
    event: UUID | None


def beside(ids: Sequence[UUID]) -> dict[UUID, Beside]:
    """What stands beside these rows, in one question; rows beside which nothing stands are left out."""
    rows = Entry.objects.filter(pk__in=ids).annotate(**BESIDE).values_list("pk", "notes", "joined_event")
    return {pk: Beside(notes or 0, event) for pk, notes, event in rows if notes or event}


def folded(case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> list[UUID]:
    """Of the entries asked for those that stand beneath an earlier one of the same event, and have no place of their own."""
    rows = JoinedEntry.objects.filter(entry__chronology__in=chronologies)
    if not narrowing.is_empty:
        asked = integrated.entries_of(case, chronologies, narrowing)
        rows = rows.filter(entry__in=asked.order_by().values("pk"))
    in_order = rows.order_by("entry__order_key", "entry__number", "entry_id").values_list("entry_id", "event")
    seen: set[UUID] = set()
    beneath = []
    for pk, event in in_order:
        if event in seen:
            beneath.append(pk)
        seen.add(event)
    return beneath


def beneath(found: Iterable[Beside], chronologies: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The rows of each of these events in the order of time, as far as their chronologies are open."""
    events = {each.event for each in found if each.event}
    rows = JoinedEntry.objects.filter(event__in=events, entry__chronology_id__in=list(chronologies))
    by_event: dict[UUID, list[UUID]] = {}
    for event, pk in rows.order_by("entry__order_key", "entry__number").values_list("event", F("entry_id")):
        by_event.setdefault(event, []).append(pk)
    return by_event


def with_what_stands_beside(lines: Sequence[Line], agencies: dict[UUID, str], view: Shown, *, is_joined: bool) -> list[Line]:
    """The lines of a page with their notes, and beneath each the other rows of its event where those are joined."""
    found = beside([line.pk for line in lines])
    under = beneath(found.values(), agencies) if is_joined else {}
    others = {pk for pks in under.values() for pk in pks} - {line.pk for line in lines}
    drawn = {line.pk: line for line in integrated.lines_of(list(others), agencies, view)}
    return [_with(line, found.get(line.pk), under, drawn) for line in lines]


def _with(line: Line, beside: Beside | None, under: dict[UUID, list[UUID]], drawn: dict[UUID, Line]) -> Line:
    if beside is None:
        return line
    rows = tuple(drawn[pk] for pk in under.get(beside.event, []) if pk in drawn) if beside.event else ()
    return replace(line, notes=beside.notes, beneath=rows, is_one_of_several=bool(beside.event) and not under)
