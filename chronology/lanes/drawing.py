"""The whole picture of the lanes, from what a person asked to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from casework.models.case import Case
from chronology.lanes.cells import counted
from chronology.lanes.gaps import Gaps
from chronology.lanes.marking import marks_of, singles
from chronology.lanes.picture import Lane, Picture
from chronology.lanes.reach import Ends
from chronology.models import Chronology
from chronology.narrowing import Narrowing, entries_of
from chronology.noticed import Noticed
from chronology.shown import AS_WRITTEN, Shown

EVERYTHING: dict[str, Any] = {"first": None, "last": None, "chronologies": frozenset()}
SEEN_ROWS = {"yes": "Seen", "no": "Not seen", "not_recorded": "Not recorded"}


def picture_of(
    case: Case,
    chronologies: Sequence[Chronology],
    narrowing: Narrowing,
    view: Shown = AS_WRITTEN,
    noticed: Noticed | None = None,
) -> Picture | None:
    """The lanes of what a person asked to see, with names or codes; None where nothing matches, whatever the days.

    Gaps are those that the analyst ``noticed``; where nobody has had the entries compared, they are counted plainly.
    """
    ends = Ends.of(case, chronologies, narrowing)
    if not ends.rows:
        return None
    shown = ends.shown
    entries = entries_of(case, chronologies, narrowing)
    lanes, seen = counted(entries, shown)
    single = singles(view, lanes.values(), seen.values())
    agencies = [each for each in chronologies if not narrowing.chronologies or each.pk in narrowing.chronologies]
    everything = [bunch for bunches in lanes.values() for bunch in bunches.all]
    gaps = Gaps(shown, ends, single, noticed, is_narrowed=not replace(narrowing, **EVERYTHING).is_empty)
    return Picture(
        shown=shown,
        whole=ends.whole,
        count=sum(bunch.count for bunch in everything),
        lanes=[
            Lane(
                name=each.agency.name,
                count=lanes[each.pk].count,
                marks=marks_of(lanes[each.pk], shown, single, lane=each.pk),
                gaps=gaps.of(each, lanes[each.pk].all),
            )
            for each in agencies
        ],
        seen=[
            Lane(name, seen[key].count, marks_of(seen[key], shown, single, seen=key), gaps.unseen if key == "yes" else [])
            for key, name in SEEN_ROWS.items()
        ],
        nobody=[] if narrowing.chronologies else gaps.of_all(everything),
        shows_gaps=not gaps.is_narrowed,
        is_compared=noticed is not None,
    )
