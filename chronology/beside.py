"""What stands beside the entries of a page for those who read every agency's: the panel's notes, and rows of the same event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from casework.models.case import Case
from casework.statements import AnyOf, Statement
from chronology import integrated
from chronology.integrated import Line
from chronology.models import Chronology, JoinedEntry
from chronology.narrowing import PLACES, Narrowing, Values, found_by
from chronology.paging import rows_of_events
from chronology.shown import Shown


def folded(case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> list[UUID]:
    """Of the entries asked for those that stand beneath an earlier one of the same event, and have no place of their own."""
    joined = _joined(narrowing.filters, not narrowing.is_empty)
    seen: set[UUID] = set()
    beneath = []
    for pk, event in joined(*narrowing.values(case, chronologies), [each.pk for each in chronologies]):
        if event in seen:
            beneath.append(pk)
        seen.add(event)
    return beneath


@cache
def _joined(filters: frozenset[str], is_narrowed: bool) -> Statement:
    """The rows that are joined, by time, as far as they are asked for."""

    def asks(*given: Any) -> Any:
        # By the case first: the rows that are joined are few, and each leads to its entry.
        rows = JoinedEntry.objects.filter(integrated__case=given[0], entry__chronology_id=AnyOf(given[PLACES]))
        if is_narrowed:
            rows = rows.filter(entry__in=found_by(filters, Values(*given[:PLACES])).order_by().values("pk"))
        return rows.order_by("entry__order_key", "entry__number", "entry_id").values_list("entry_id", "event")

    return Statement(asks, takes=PLACES + 1, is_planned_anew=is_narrowed)


def with_rows_of_same_event(lines: Sequence[Line], agencies: Mapping[UUID, str], view: Shown) -> list[Line]:
    """The lines of a page, and beneath each the other rows of its event, as far as their chronologies are open."""
    events = {line.joined_event for line in lines if line.joined_event}
    if not events:
        return list(lines)
    here = {line.pk for line in lines}
    under: dict[UUID | None, list[Line]] = {}
    rows = [row for row in rows_of_events(list(events), list(agencies)) if row.pk not in here]
    for each in integrated.lines_of(rows, agencies, view):
        under.setdefault(each.joined_event, []).append(replace(each, notes=0))
    return [replace(line, beneath=tuple(under.get(line.joined_event, ()))) if line.joined_event else line for line in lines]


def told_to_be_of_several(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page on which every row stands at its own time, saying of some that there are others of their event."""
    return [replace(line, is_one_of_several=True) if line.joined_event else line for line in lines]
