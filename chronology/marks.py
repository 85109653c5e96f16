"""Where the marks of a lane stand, so that none lies on another: plain arithmetic, without a database.

A lane is cut into ``CELLS`` cells of ``CELL`` points. What falls into one cell is one mark; a mark stands in the middle of
its days unless a neighbour needs the room. Periods longer than a cell are bars, in rows of their own below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronology.periods import Stretch

CELL = 24  # points: as large as what a finger or a tremor can hit (WCAG 2.5.8)
CELLS = 42
WIDTH = CELL * CELLS
BAR_ROWS = 2  # of one lane; bars for which there is no room in them are joined


@dataclass(frozen=True, slots=True)
class Bunch:
    """Entries of one lane that stand close together: how many, over which days, how many of them are key episodes.

    ``begins`` and ``begins_last`` are the first day of the earliest and of the latest, ``ends`` the last day of any.
    ``entry`` is the id of one of them.
    """

    count: int
    begins: date
    begins_last: date
    ends: date
    keys: int
    entry: str | None


@dataclass(frozen=True, slots=True)
class Dot:
    """A bunch as a mark at a place: its middle, in points from the left."""

    bunch: Bunch
    at: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bunch of periods as a bar from one place to another, in a row below the dots."""

    bunch: Bunch
    start: float
    end: float
    row: int


def dots(bunches: Iterable[Bunch], shown: Stretch) -> list[Dot]:
    """The marks of bunches, one for each cell, in the order of time and a cell's width apart."""
    ordered = sorted(bunches, key=lambda each: each.begins)
    return [Dot(bunch, at) for bunch, at in zip(ordered, apart([_middle(each, shown) for each in ordered]), strict=True)]


def apart(places: Sequence[float]) -> list[float]:
    """The places, in their order, moved as little as makes each a cell's width from the next and none stand beyond the ends.

    Neighbours that would touch move together, to both sides of where they belong (least squares).
    """
    pools: list[tuple[float, int]] = []  # the sum of places, each less the cells before it, and how many they are
    for index, place in enumerate(places):
        total, many = place - index * CELL, 1
        while pools and pools[-1][0] / pools[-1][1] > total / many:
            total, many = total + pools[-1][0], many + pools[-1][1]
            pools.pop()
        pools.append((total, many))
    level = [total / many for total, many in pools for _ in range(many)]
    most = WIDTH - CELL / 2 - CELL * (len(places) - 1)
    return [round(min(max(each, CELL / 2), most) + index * CELL, 1) for index, each in enumerate(level)]


def bars(bunches: Iterable[Bunch], shown: Stretch) -> list[Bar]:
    """The periods, those that would lie on each other in rows below; where the rows are full, joined to one."""
    placed: list[Bar] = []
    ends: dict[int, int] = {}  # the last bar of each row, by its index
    for bunch in sorted(bunches, key=lambda each: (each.begins, each.ends)):
        start, end = _span(bunch, shown)
        row = next((each for each in range(BAR_ROWS) if each not in ends or placed[ends[each]].end + 2 <= start), None)
        if row is not None:
            ends[row] = len(placed)
            placed.append(Bar(bunch, start, end, row))
        else:
            index = max(ends.values(), key=lambda each: placed[each].start)
            placed[index] = _joined(placed[index], bunch, end)
    return placed


def _middle(bunch: Bunch, shown: Stretch) -> float:
    first, last = shown.share(shown.holding(bunch.begins)), shown.share(shown.holding(bunch.begins_last))
    return round(WIDTH * ((first + last) / 2 + 0.5 / shown.days), 1)


def _span(bunch: Bunch, shown: Stretch) -> tuple[float, float]:
    """From where to where a period is drawn: at least a cell wide, and within the picture."""
    start = WIDTH * shown.share(shown.holding(bunch.begins))
    end = WIDTH * (shown.share(shown.holding(bunch.ends)) + 1 / shown.days)
    start = min(start, WIDTH - CELL)
    return round(start, 1), round(max(end, start + CELL), 1)


def _joined(bar: Bar, more: Bunch, end: float) -> Bar:
    stood = bar.bunch
    bunch = Bunch(
        count=stood.count + more.count,
        begins=min(stood.begins, more.begins),
        begins_last=max(stood.begins_last, more.begins_last),
        ends=max(stood.ends, more.ends),
        keys=stood.keys + more.keys,
        entry=None,
    )
    return replace(bar, bunch=bunch, end=max(bar.end, end))
