"""Entries of which people said that they tell the same event: who belongs together, and how a list shows it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from chronology.models import Entry, IntegratedChronology, JoinedEntry
from chronology.proposing import shared_in


def bring_in_line(integrated: IntegratedChronology) -> None:
    """Join the rows that were answered to be the same event, as far as their chronologies are shared; no other rows.

    What is joined to the same row is one event. The event carries the id of its first entry.
    """
    shared = [each.pk for each in shared_in(integrated.case_id)]
    answered = integrated.proposals.resting_on(shared).filter(kind="same_event", answer="same")
    groups = together(answered.values_list("entries", flat=True))
    order = _order({pk for group in groups for pk in group})
    rows = []
    for group in groups:
        standing = sorted((pk for pk in group if pk in order), key=order.__getitem__)
        if len(standing) > 1:
            rows += [JoinedEntry(entry_id=pk, integrated=integrated, event=standing[0]) for pk in standing]
    JoinedEntry.objects.filter(integrated=integrated).delete()
    JoinedEntry.objects.bulk_create(rows)
    IntegratedChronology.objects.filter(pk=integrated.pk).update(joined=len(rows))
    integrated.joined = len(rows)


def together(links: Iterable[Iterable[UUID]]) -> list[set[UUID]]:
    """The groups that follow from these links: whatever shares a row belongs together."""
    group_of: dict[UUID, set[UUID]] = {}
    for link in links:
        merged = set(link).union(*(group_of.get(pk, set()) for pk in link))
        group_of.update(dict.fromkeys(merged, merged))
    return list({id(group): group for group in group_of.values()}.values())


def _order(ids: set[UUID]) -> dict[UUID, int]:
    found = Entry.objects.filter(pk__in=ids).standing().by_time().values_list("pk", flat=True)
    return {pk: place for place, pk in enumerate(found)}
