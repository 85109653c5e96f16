"""The swim lanes: one lane for each agency, time across, what a person asked to see as marks.

However many entries there are, a picture is four questions and some hundred marks: the database counts what falls into
one cell of a lane, ``chronology.marks`` places it, and only marks that are a single entry are read as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import F, Func, Max, Min, Q
from django.db.models.functions import Left

from casework.models.case import Case
from chronology import marks
from chronology.marks import CELLS, Bunch
from chronology.models import Chronology, Entry
from chronology.models.entry import SEEN
from chronology.narrowing import Narrowing, entries_of
from chronology.noticed import Noticed
from chronology.periods import DAY, Stretch
from chronology.shown import AS_WRITTEN, Shown
from chronology.wording import when_in_words

GAP = 56  # days without an entry of an agency from which on its lane is hatched
NOBODY = 30  # days without an entry of any agency
LONG = 92  # days: "in 2020" says nothing of each of its days, so a period as long as that fills no gap
LONGEST_WORDS = 120  # letters of an event in the name of its mark
EARLIEST, LATEST = date(1800, 1, 1), date(2200, 1, 1)  # a filter may be asked for any date
EXACT = frozenset({"day", "range"})
EVERYTHING: dict[str, Any] = {"first": None, "last": None, "chronologies": frozenset()}
SEEN_ROWS = {"yes": "Seen", "no": "Not seen", "not_recorded": "Not recorded"}
SEEN_WORDS = dict(SEEN)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a lane: one entry, or several close together. ``at`` to ``end`` in points; ``end`` is 0 for a dot.

    ``entry`` is the id of a single entry; ``days`` are those of all in it. ``seen`` is set in the child's own track.
    """

    at: float
    end: float
    row: int
    count: int
    keys: int
    days: Stretch
    words: str
    entry: UUID | None = None
    lane: UUID | None = None
    is_unsure: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without an entry, and the part of them that is in the picture; ``number`` is that of the analyst's proposal."""

    days: Stretch
    start: float
    end: float
    number: int = 0
    what: str = "No entry"

    @property
    def words(self) -> str:
        said = f"{self.what} from {self.days}, {self.days.days} days"
        return f"{said} (proposal {self.number})" if self.number else said


@dataclass(frozen=True, slots=True)
class Lane:
    """One agency's marks, in the order of time, bars in rows below the dots."""

    name: str
    count: int
    marks: list[Mark]
    gaps: list[Gap]

    @property
    def bar_rows(self) -> int:
        return max((mark.row + 1 for mark in self.marks if mark.end), default=0)

    @property
    def summary(self) -> str:
        """The lane in a sentence, for whoever does not see it on paper."""
        keys = sum(mark.keys for mark in self.marks)
        said = [f"{self.name}: {self.count} {'entry' if self.count == 1 else 'entries'}"]
        said += [f"{keys} of them key episodes"] if keys else []
        return ", ".join(said) + "".join(f". {gap.words}" for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes over the same days. ``whole`` is from the first to the last day of everything that matches the filter."""

    shown: Stretch
    whole: Stretch
    count: int
    lanes: list[Lane]
    seen: list[Lane]
    nobody: list[Gap]
    shows_gaps: bool
    is_compared: bool = False

    @property
    def nobody_summary(self) -> str:
        """The days on which no agency has an entry, in sentences."""
        return ". ".join(gap.words for gap in self.nobody)


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
    ends = _Ends.of(case, chronologies, narrowing)
    if not ends.rows:
        return None
    shown = ends.shown
    entries = entries_of(case, chronologies, narrowing)
    lanes, seen = _counted(entries, shown)
    single = _singles(view, lanes.values(), seen.values())
    agencies = [each for each in chronologies if not narrowing.chronologies or each.pk in narrowing.chronologies]
    everything = [bunch for bunches in lanes.values() for bunch in bunches.all]
    gaps = _Gaps(shown, ends, single, noticed, is_narrowed=not replace(narrowing, **EVERYTHING).is_empty)
    return Picture(
        shown=shown,
        whole=ends.whole,
        count=sum(bunch.count for bunch in everything),
        lanes=[
            Lane(
                name=each.agency.name,
                count=lanes[each.pk].count,
                marks=_marks(lanes[each.pk], shown, single, lane=each.pk),
                gaps=gaps.of(each, lanes[each.pk].all),
            )
            for each in agencies
        ],
        seen=[
            Lane(name, seen[key].count, _marks(seen[key], shown, single, seen=key), gaps.unseen if key == "yes" else [])
            for key, name in SEEN_ROWS.items()
        ],
        nobody=[] if narrowing.chronologies else gaps.of_all(everything),
        shows_gaps=not gaps.is_narrowed,
        is_compared=noticed is not None,
    )


# --- how far the entries reach ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Ends:
    """The first and last days of what matches, by chronology, whatever days are asked for, and what lies next to those."""

    rows: Mapping[UUID, Any]
    first: date | None
    last: date | None

    @classmethod
    def of(cls, case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> _Ends:
        first, last = narrowing.first, narrowing.last
        found = entries_of(case, chronologies, replace(narrowing, first=None, last=None)).order_by().values("chronology_id")
        found = found.annotate(begins=Min("start"), ends=Max("end"))
        short = Q(end__lt=F("start") + timedelta(days=LONG))
        before = Max("end", filter=Q(end__lt=first) & short) if first else Max("start", filter=Q(pk__isnull=True))
        after = Min("start", filter=Q(start__gt=last)) if last else Max("start", filter=Q(pk__isnull=True))
        return cls({row["chronology_id"]: row for row in found.annotate(before=before, after=after)}, first, last)

    @cached_property
    def whole(self) -> Stretch:
        return Stretch(min(row["begins"] for row in self.rows.values()), max(row["ends"] for row in self.rows.values())).widened()

    @property
    def shown(self) -> Stretch:
        """The days of the picture: those asked for, otherwise all; never less than a week, and never the wrong way round."""
        first = max(self.first, EARLIEST) if self.first else self.whole.first
        last = min(self.last, LATEST) if self.last else self.whole.last
        return Stretch(first, last).widened() if first <= last else self.whole

    def around(self, pk: UUID) -> tuple[date | None, date | None]:
        row = self.rows.get(pk)
        return (row["before"], row["after"]) if row else (None, None)

    @property
    def around_all(self) -> tuple[date | None, date | None]:
        before = [row["before"] for row in self.rows.values() if row["before"]]
        after = [row["after"] for row in self.rows.values() if row["after"]]
        return max(before, default=None), min(after, default=None)


# --- what falls into one cell -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bunches:
    """What falls into the cells of one lane: days, and periods that reach over more than a cell."""

    short: list[Bunch] = field(default_factory=list)
    long: list[Bunch] = field(default_factory=list)

    @property
    def all(self) -> list[Bunch]:
        return self.short + self.long

    @property
    def count(self) -> int:
        return sum(bunch.count for bunch in self.all)


class _Cell(Func):
    """The number of the cell that a day falls into. The words hold our own numbers and a date only."""

    output_field = models.IntegerField()

    def __init__(self, day: str, shown: Stretch) -> None:
        since = f"(%(expressions)s - DATE '{shown.first.isoformat()}')"
        super().__init__(F(day), template=f"(LEAST(GREATEST({since}, 0), {shown.days - 1}) * {CELLS} / {shown.days})")


class _LongerThan(Func):
    template = "(%(expressions)s > {})"
    arg_joiner = " - "
    output_field = models.BooleanField()

    def __init__(self, days: int) -> None:
        super().__init__(F("end"), F("start"), template=self.template.format(days))


PLACED = ("chronology_id", "child_seen", "start", "end", "is_significant", "id")
COUNTED = """
SELECT chronology_id, child_seen, until,
       count(*), min(start), max(start), max("end"), count(*) FILTER (WHERE is_significant), min(id::text)
FROM ({placed}) AS placed
GROUP BY GROUPING SETS ((chronology_id, since, until), (child_seen, since))
"""


def _counted(entries: Any, shown: Stretch) -> tuple[dict[UUID, _Bunches], dict[str, _Bunches]]:
    """What falls into each cell of each lane, and over all lanes by whether the child was seen: read once, counted both ways.

    Periods that reach over more than a cell are counted by both of their ends; in the child's track they stand at their
    first day. Reading the entries twice would cost as much again as all else.
    """
    until = models.Case(models.When(_LongerThan(shown.days // CELLS), then=_Cell("end", shown)), default=-1)
    placed = entries.order_by().values_list(*PLACED).annotate(since=_Cell("start", shown), until=until)
    words, given = placed.query.sql_with_params()
    lanes: dict[UUID, _Bunches] = defaultdict(_Bunches)
    seen: dict[str, _Bunches] = defaultdict(_Bunches)
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(placed=words), given)
        for lane, child_seen, upto, *facts in cursor.fetchall():
            bunches = seen[child_seen] if lane is None else lanes[lane]
            (bunches.long if upto is not None and upto >= 0 else bunches.short).append(Bunch(*facts))
    return lanes, seen


# --- from bunches to marks --------------------------------------------------------------------------------------

Singles = Mapping[str | None, Any]

ENTRY = (
    *("pk", "start", "end", "precision", "time", "end_time", "time_precision", "time_words"),
    *("child_seen", "is_significant"),
)


def _singles(view: Shown, *lanes: Iterable[_Bunches]) -> Singles:
    """The entries that are a mark of their own, by id, as far as their marks name them."""
    ids = {bunch.entry for group in lanes for bunches in group for bunch in bunches.all if bunch.count == 1}
    named = Entry.objects.filter(pk__in=ids).annotate(said=Left("event", 2 * LONGEST_WORDS))
    rows = named.values(*ENTRY, "chronology_id", "said")
    found = [SimpleNamespace(**row) for row in rows]
    for each in found:
        each.said, each.hour = view.beginning(each.said, LONGEST_WORDS, each.chronology_id), view.hour(each)
    return {str(each.pk): each for each in found}


def _marks(
    bunches: _Bunches, shown: Stretch, single: Mapping[UUID, Any], *, lane: UUID | None = None, seen: str = ""
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


# --- days without an entry --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Gaps:
    """The gaps of a picture: those that were noticed or, where nobody had the entries compared, plainly counted.

    What is narrowed by more than days and agencies has none: between two entries that match lie others that do not.
    """

    shown: Stretch
    ends: _Ends
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
