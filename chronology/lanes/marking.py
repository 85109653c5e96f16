"""From what falls into the cells of a lane to its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models.functions import Left

from chronology import marks
from chronology.lanes.cells import Bunches
from chronology.lanes.picture import Mark
from chronology.marks import Bunch
from chronology.models import Entry
from chronology.models.entry import SEEN
from chronology.periods import Stretch
from chronology.shown import Shown
from chronology.wording import when_in_words

LONGEST_WORDS = 120  # letters of an event in the name of its mark
EXACT = frozenset({"day", "range"})
SEEN_WORDS = dict(SEEN)

Singles = Mapping[str | None, Any]

ENTRY = (
    *("pk", "start", "end", "precision", "time", "end_time", "time_precision", "time_words"),
    *("child_seen", "is_significant"),
)


def singles(view: Shown, *lanes: Iterable[Bunches]) -> Singles:
    """The entries that are a mark of their own, by id, as far as their marks name them."""
    ids = {bunch.entry for group in lanes for bunches in group for bunch in bunches.all if bunch.count == 1}
    named = Entry.objects.filter(pk__in=ids).annotate(said=Left("event", 2 * LONGEST_WORDS))
    rows = named.values(*ENTRY, "chronology_id", "said")
    found = [SimpleNamespace(**row) for row in rows]
    for each in found:
        each.said, each.hour = view.beginning(each.said, LONGEST_WORDS, each.chronology_id), view.hour(each)
    return {str(each.pk): each for each in found}


def marks_of(
    bunches: Bunches, shown: Stretch, single: Mapping[UUID, Any], *, lane: UUID | None = None, seen: str = ""
) -> list[Mark]:
    """The marks of a lane by time: bars and dots as they follow each other."""
    bars = [(bar.bunch, bar.start, bar.end, bar.row) for bar in marks.bars(bunches.long, shown)]
    dots = [(dot.bunch, dot.at, 0.0, 0) for dot in marks.dots(bunches.short, shown)]
    ordered = sorted(bars + dots, key=lambda each: (each[0].begins, each[1]))
    return [_mark(*each, single, lane, seen) for each in ordered]


def _mark(bunch: Bunch, at: float, end: float, row: int, single: Singles, lane: UUID | None, seen: str) -> Mark:
    entry = single.get(bunch.entry) if bunch.count == 1 else None
    until = bunch.ends if end else bunch.begins_last
    days = Stretch(bunch.begins, until)
    return Mark(
        at=at,
        end=end,
        row=row,
        count=bunch.count,
        keys=bunch.keys,
        days=days,
        words=_entry_words(entry) if entry else _bunch_words(bunch, days),
        entry=entry.pk if entry else None,
        lane=lane,
        is_unsure=entry is not None and entry.precision not in EXACT,
        seen=seen,
    )


def _entry_words(row: Any) -> str:
    """Such as "27 Dec 2020, 22:14: Neighbour heard shouting. – Child seen: yes. Key episode"."""
    when = when_in_words(row.start, row.end, row.precision)
    key = ". Key episode" if row.is_significant else ""
    return f"{when}{', ' if row.hour else ''}{row.hour}: {row.said} – Child seen: {SEEN_WORDS[row.child_seen].lower()}{key}"


def _bunch_words(bunch: Bunch, days: Stretch) -> str:
    keys = f", {bunch.keys} of them key episodes" if bunch.keys > 1 else ", one of them a key episode" if bunch.keys else ""
    return f"{bunch.count} entries, {days}{keys}"
