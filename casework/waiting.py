"""Keeps the rows of "my work" in line with what each thing says of itself."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from casework import access, registry
from casework.machines import Awaited, Governed, machine, terms_of
from casework.models.deadline import Deadline
from casework.models.waiting import Waiting
from frameworks import clock

KEPT = ("case_id", "title", "label", "url", "due_on")


def bring_in_line(obj: Governed) -> None:
    """Write who is waited for on this thing now, keep since when, and drop who is not any more."""
    wanted = {(each.holder.group_name, each.act): each for each in obj.awaits()}
    rows = {(row.group.name, row.act): row for row in Waiting.objects.filter(about_id=obj.pk).select_related("group")}
    gone = [row.pk for key, row in rows.items() if key not in wanted]
    if gone:
        Waiting.objects.filter(pk__in=gone).delete()
    for key, awaited in wanted.items():
        _write(obj, awaited, rows.get(key))


def due_on(obj: Governed, act: str) -> date | None:
    """The date promised for an act on a thing: its own deadline, or the one of its case that the act would end."""
    event = f"{registry.word(obj)}.{act}"
    of_this = Q(about_id=obj.pk) | Q(ends=event, about_kind="case")
    standing = Deadline.objects.standing().filter(of_this, case_id=obj.case_id)  # type: ignore[attr-defined]
    dates = [(about_id != obj.pk, due_on) for about_id, due_on in standing.values_list("about_id", "due_on")]
    return min(dates)[1] if dates else None


def _write(obj: Governed, awaited: Awaited, row: Waiting | None) -> None:
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
    row.due_on = due_on(obj, awaited.act) if row.case_id else None
    if row.pk is None or before != {name: getattr(row, name) for name in KEPT}:
        row.save()
