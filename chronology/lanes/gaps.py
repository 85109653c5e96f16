"""Days without an entry, as they are hatched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from chronology import marks
from chronology.lanes.marking import EXACT, Singles
from chronology.lanes.picture import Gap
from chronology.lanes.reach import LONG, Ends
from chronology.marks import Bunch
from chronology.models import Chronology
from chronology.noticed import Noticed
from chronology.periods import DAY, Stretch

GAP = 56  # days without an entry of an agency from which on its lane is hatched
NOBODY = 30  # days without an entry of any agency


@dataclass(frozen=True)
class Gaps:
    """The gaps of a picture: those that were noticed or, where nobody had the entries compared, plainly counted.

    What is narrowed by more than days and agencies has none: between two entries that match lie others that do not.
    """

    shown: Stretch
    ends: Ends
    single: Singles
    noticed: Noticed | None
    is_narrowed: bool

    def of(self, chronology: Chronology, bunches: list[Bunch]) -> list[Gap]:
        """An agency's own."""
        if self.is_narrowed:
            return []
        if self.noticed is not None:
            return _drawn(self.noticed.of_agency.get(chronology.agency_id, []), self.shown)
        return _gaps(bunches, self.single, self.shown, self.ends.around(chronology.pk), GAP)

    def of_all(self, bunches: list[Bunch]) -> list[Gap]:
        """Those of all agencies together."""
        if self.is_narrowed:
            return []
        if self.noticed is not None:
            return _drawn(self.noticed.nobody, self.shown)
        return _gaps(bunches, self.single, self.shown, self.ends.around_all, NOBODY)

    @property
    def unseen(self) -> list[Gap]:
        """Days on which nobody saw the child; only the analyst knows who should have."""
        return [] if self.is_narrowed or self.noticed is None else _drawn(self.noticed.unseen, self.shown, "Child not seen")


def _gaps(
    bunches: list[Bunch], single: Singles, shown: Stretch, around: tuple[date | None, date | None], least: int
) -> list[Gap]:
    """Where so many days lie between one entry and the next, as far as they are in the picture.

    ``around`` are the last day before the picture and the first after it that have an entry. Before the first entry of
    all, and after the last, is no gap.
    """
    told = sorted((bunch.begins, _covers(bunch, single)) for bunch in bunches)
    found = (Stretch(first, last) for first, last in _between(told, *around))
    return _drawn([(days, 0) for days in found if days.days >= least], shown)


def _drawn(stretches: Iterable[tuple[Stretch, int]], shown: Stretch, what: str = "No entry") -> list[Gap]:
    """Those of these stretches that are in the picture, with where they are."""
    found = []
    for days, number in stretches:
        if days.first <= shown.last and days.last >= shown.first:
            start, end = shown.share(shown.holding(days.first)), shown.share(shown.holding(days.last)) + 1 / shown.days
            found.append(Gap(days, round(marks.WIDTH * start, 1), round(marks.WIDTH * end, 1), number, what))
    return found


def _between(told: list[tuple[date, date]], before: date | None, after: date | None) -> Iterator[tuple[date, date]]:
    """What lies between one stretch of which something is told and the next."""
    covered = before
    for first, last in told:
        if covered is not None and first > covered + DAY:
            yield covered + DAY, first - DAY
        covered = max(covered or date.min, last)
    if covered is not None and after is not None and after > covered + DAY:
        yield covered + DAY, after - DAY


def _covers(bunch: Bunch, single: Singles) -> date:
    """The last day of which a bunch can speak: of a long period only where it is known from which day to which it was."""
    entry = single.get(bunch.entry) if bunch.count == 1 else None
    is_known = entry is not None and entry.precision in EXACT
    return bunch.ends if is_known or (bunch.ends - bunch.begins_last).days < LONG else bunch.begins_last
