"""Keeps the rows of "my work" in line with what each thing says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from casework import access, registry, writing
from casework.machines import Awaited, Governed, machine, terms_of
from casework.models.deadline import Deadline
from casework.models.waiting import Waiting
from casework.statements import statement
from frameworks import clock

KEPT = ("case_id", "title", "label", "url", "due_on")


def bring_in_line(obj: Governed) -> None:
    """Write who is waited for on this thing now, keep since when, and drop who is not any more."""
    wanted = {(each.holder.group_name, each.act): each for each in obj.awaits()}
    rows = {(row.group.name, row.act): row for row in _rows_about(obj.pk)}
    gone = [row.pk for key, row in rows.items() if key not in wanted]
    if gone:
        Waiting.objects.filter(pk__in=gone).delete()
    promises = _promises(obj.case_id) if wanted and obj.case_id else []  # type: ignore[attr-defined]
    for key, awaited in wanted.items():
        _write(obj, awaited, rows.get(key), promises)


def date_moved(deadline: Deadline) -> None:
    """A promise is due on another day: whoever is waited for by then is told the new day in "my work"."""
    kind, _, act = deadline.ends.partition(".")
    concerned = Q(about_id=deadline.about_id) | Q(about_kind=kind, act=act)
    rows = list(Waiting.objects.filter(concerned, case_id=deadline.case_id).only("about_kind", "about_id", "act", "due_on"))
    promises = _promises(deadline.case_id) if rows else []
    moved: dict[date | None, list[int]] = {}
    for row in rows:
        due_on = _soonest(promises, row.about_id, f"{row.about_kind}.{row.act}")
        if row.due_on != due_on:
            moved.setdefault(due_on, []).append(row.pk)
    for due_on, those in moved.items():
        Waiting.objects.filter(pk__in=those).update(due_on=due_on)


def _promises(case_id: UUID) -> list[tuple[UUID, str, str, date]]:
    return _promised_in(case_id)


@statement
def _promised_in(case_id: Any) -> Any:
    return Deadline.objects.standing().filter(case=case_id).values_list("about_id", "about_kind", "ends", "due_on")


@statement
def _rows_about(about: Any) -> Any:
    return Waiting.objects.filter(about_id=about).select_related("group")


def _soonest(promises: list[tuple[UUID, str, str, date]], about: UUID, event: str) -> date | None:
    """The date promised for an act on a thing: its own deadline, or the one of its case that the act would end."""
    dates = [
        (about_id != about, due_on)
        for about_id, kind, ends, due_on in promises
        if about_id == about or (kind == "case" and ends == event)
    ]
    return min(dates)[1] if dates else None


def _write(obj: Governed, awaited: Awaited, row: Waiting | None, promises: list[tuple[UUID, str, str, date]]) -> None:
    method = machine(type(obj)).get(awaited.act)
    row = row or Waiting(
        case_id=obj.case_id,  # type: ignore[attr-defined]
        group=access.group_of(awaited.holder),
        about_kind=registry.word(obj),
        about_id=obj.pk,
        act=awaited.act,
        since=clock.now(),
    )
    before = {name: getattr(row, name) for name in KEPT}
    row.case_id = obj.case_id  # type: ignore[attr-defined]
    row.title = awaited.title
    row.label = terms_of(method).label if method else "Open"
    row.url = registry.act_url(obj, awaited.act)
    row.due_on = _soonest(promises, obj.pk, f"{row.about_kind}.{row.act}")
    if row.pk is None or before != {name: getattr(row, name) for name in KEPT}:
        (writing.insert if row.pk is None else writing.update)(row)
