"""Where everybody stands in a genogram and which lines join them, in points: plain arithmetic over the order of the rows.

Symbols are 36 points wide. Parents stand over their children as far as there is room; the line along which brothers and
sisters hang has a height of its own wherever two would lie on each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronology.genogram.family import Family, Key, Member, Union
from chronology.genogram.rows import rows_of

HALF = 18  # of a symbol
BESIDE, APART = 112.0, 140.0  # from one symbol's middle to the next: within a family, and where another begins
MARGIN = 70
ABOVE, BELOW = 46, 78  # the least from a row's middle up to the line of its brothers and sisters, and down past its words
LINE = 12  # between two lines that would lie on each other
ROUNDS = 24

Point = tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """Somebody at their place."""

    member: Member
    x: float
    y: float


@dataclass(frozen=True)
class Bond:
    """The line of two partners, with where it is told that they married, parted, and when."""

    points: tuple[Point, ...]
    middle: Point
    union: Union


@dataclass(frozen=True)
class Descent:
    """The lines from parents to their children: each a run of points. They belong together and may touch."""

    lines: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Drawing:
    """Everything that a genogram shows."""

    people: list[Placed]
    bonds: list[Bond]
    descents: list[Descent]
    width: float
    height: float


def drawing_of(family: Family) -> Drawing:
    """A family drawn."""
    return _Layout(family).drawing()


class _Layout:
    def __init__(self, family: Family) -> None:
        self.family = family
        self.rows = rows_of(family)
        self.row_of = {key: number for number, row in enumerate(self.rows) for key in row}
        self.index = {key: index for row in self.rows for index, key in enumerate(row)}
        self.x = {key: at for row in self.rows for key, at in zip(row, self._beside(row), strict=True)}
        for turn in range(ROUNDS):
            for row in self.rows if turn % 2 else reversed(self.rows):
                self._settle(row)
        least = min(self.x.values(), default=0)
        self.x = {key: round(at - least + MARGIN, 1) for key, at in self.x.items()}
        self.bar_levels, self.arc_levels = self._levels(), self._arcs()
        self.y = self._heights()

    # --- from left to right -------------------------------------------------------------------------------------------

    def _gap(self, one: Key, other: Key) -> float:
        """How far two neighbours stand from each other."""
        family = self.family
        are_partners = any(union.beside(one) == other for union in family.unions_of[one])
        are_siblings = one in family.born_to and family.born_to[one] is family.born_to.get(other)
        return BESIDE if are_partners or are_siblings else APART

    def _beside(self, row: Sequence[Key]) -> list[float]:
        places = [0.0]
        for one, other in pairwise(row):
            places.append(places[-1] + self._gap(one, other))
        return places[: len(row)]

    def _settle(self, row: Sequence[Key]) -> None:
        """Move a row to where its parents and children want it, its order and gaps kept (least squares)."""
        offsets = self._beside(row)
        pools: list[tuple[float, int]] = []
        for key, offset in zip(row, offsets, strict=True):
            total, many = self._wanted(key) - offset, 1
            while pools and pools[-1][0] / pools[-1][1] > total / many:
                total, many = total + pools[-1][0], many + pools[-1][1]
                pools.pop()
            pools.append((total, many))
        levels = [total / many for total, many in pools for _ in range(many)]
        self.x.update({key: level + offset for key, level, offset in zip(row, levels, offsets, strict=True)})

    def _wanted(self, key: Key) -> float:
        """Over the children and under the parents; who has neither here, beside those they are bound to."""
        above = [union for union in [self.family.born_to.get(key)] if union and union.parents]
        below = [union for union in self.family.unions_of[key] if union.children]
        moves = [self._hang(union) - self._middle(union.children) for union in above]
        moves += [self._middle(union.children) - self._hang(union) for union in below]
        moves = moves or [self.x[other] + self._step(other, key) - self.x[key] for other in self._bound_to(key)]
        return self.x[key] + (sum(moves) / len(moves) if moves else 0)

    def _bound_to(self, key: Key) -> list[Key]:
        return [other for union in self.family.unions_of[key] if (other := union.beside(key)) is not None]

    def _step(self, one: Key, other: Key) -> float:
        return BESIDE if self.index[other] > self.index[one] else -BESIDE

    def _middle(self, keys: Iterable[Key]) -> float:
        places = [self.x[key] for key in keys]
        return (min(places) + max(places)) / 2

    def _hang(self, union: Union) -> float:
        """Where the line to the children goes down: between partners, or beside the outer of two who stand apart."""
        if len(union.parents) < 2:
            return self.x[union.parents[0]] if union.parents else self._middle(union.children)
        one, other = sorted(union.parents, key=lambda key: self.index[key])
        row = self.rows[self.row_of[one]]
        if self.index[other] - self.index[one] == 1:
            return (self.x[one] + self.x[other]) / 2
        inner_is_one = len(self.family.unions_of[one]) > len(self.family.unions_of[other])
        outer, beside = (other, row[self.index[other] - 1]) if inner_is_one else (one, row[self.index[one] + 1])
        return (self.x[outer] + self.x[beside]) / 2

    # --- from above to below ------------------------------------------------------------------------------------------

    def _levels(self) -> dict[int, int]:
        """How far each family's line of children is raised, by the union's number, so that none lies on another."""
        by_row: dict[int, list[int]] = defaultdict(list)
        for number, union in enumerate(self.family.unions):
            if union.children:
                by_row[self.row_of[union.children[0]]].append(number)
        levels: dict[int, int] = {}
        for numbers in by_row.values():
            above: dict[int, set[int]] = {number: set() for number in numbers}
            for one in numbers:
                for other in numbers:
                    if one != other and self._must_be_above(one, other):
                        above[one].add(other)
            levels |= _stacked(above)
        return levels

    def _must_be_above(self, one: int, other: int) -> bool:
        """Whether one family's line must run above another's: its parents' line or the other's children would cross it."""
        first, second = self.family.unions[one], self.family.unions[other]
        comes_down = bool(first.parents) and self._is_within(self._hang(first), second)
        return comes_down or any(self._is_within(self.x[child], first) for child in second.children)

    def _is_within(self, place: float, union: Union) -> bool:
        left, right = self._span(union)
        return left - 1 < place < right + 1

    def _span(self, union: Union) -> tuple[float, float]:
        places = [self.x[child] for child in union.children] + ([self._hang(union)] if union.parents else [])
        return min(places), max(places)

    def _arcs(self) -> dict[int, int]:
        """Partners with somebody between them are joined over the others' heads: how high, by the union's number."""
        return {
            number: abs(self.index[union.parents[0]] - self.index[union.parents[1]]) - 1
            for number, union in enumerate(self.family.unions)
            if len(union.parents) == 2 and abs(self.index[union.parents[0]] - self.index[union.parents[1]]) > 1
        }

    def _heights(self) -> list[float]:
        heights, at = [], 0.0
        for number in range(len(self.rows)):
            arcs = [level for union, level in self.arc_levels.items() if self._row(union) == number]
            bars = [level for union, level in self.bar_levels.items() if self._row(union, children=True) == number]
            room = HALF + 12 + LINE * max(arcs, default=0) if arcs else 0
            above = max(ABOVE, room + 10) + LINE * max(bars, default=0) if bars or arcs else HALF + 12
            at += above + (BELOW if number else 0)
            heights.append(at)
        return heights

    def _row(self, union: int, *, children: bool = False) -> int:
        found = self.family.unions[union]
        return self.row_of[(found.children if children else found.parents)[0]]

    # --- the lines ----------------------------------------------------------------------------------------------------

    def drawing(self) -> Drawing:
        """Everybody and all lines."""
        people = [
            Placed(self.family.members[key], self.x[key], self.y[number]) for number, row in enumerate(self.rows) for key in row
        ]
        numbered = list(enumerate(self.family.unions))
        return Drawing(
            people=people,
            bonds=[self._bond(number, union) for number, union in numbered if len(union.parents) == 2],
            descents=[self._descent(number, union) for number, union in numbered if union.children],
            width=max((each.x for each in people), default=0) + MARGIN,
            height=(self.y[-1] if self.y else 0) + BELOW + 10,
        )

    def _bond(self, number: int, union: Union) -> Bond:
        left, right = sorted(self.x[key] for key in union.parents)
        y = self.y[self._row(number)]
        if number not in self.arc_levels:
            return Bond(((left + HALF, y), (right - HALF, y)), ((left + right) / 2, y), union)
        top = y - HALF - 8 - LINE * self.arc_levels[number]
        start, end = left + HALF / 2, right - HALF / 2
        return Bond(((start, y - HALF), (start, top), (end, top), (end, y - HALF)), (self._hang(union), top), union)

    def _descent(self, number: int, union: Union) -> Descent:
        row = self.row_of[union.children[0]]
        bar = self._bar(number, row)
        lines: list[tuple[Point, ...]] = []
        ends = []
        for twins in self._born_together(union.children):
            middle = sum(self.x[child] for child in twins) / len(twins)
            lines += [((middle, bar), (self.x[child], self.y[row] - HALF)) for child in twins]
            ends.append(middle)
        if union.parents:
            lines.append(((self._hang(union), self._start(number, union)), (self._hang(union), bar)))
            ends.append(self._hang(union))
        if max(ends) > min(ends):
            lines.append(((min(ends), bar), (max(ends), bar)))
        return Descent(tuple(lines))

    def _bar(self, number: int, row: int) -> float:
        arcs = [level for union, level in self.arc_levels.items() if self._row(union) == row]
        room = HALF + 22 + LINE * max(arcs) if arcs else 0
        return self.y[row] - max(ABOVE - 16, room) - LINE * self.bar_levels[number]

    def _start(self, number: int, union: Union) -> float:
        y = self.y[self._row(number)]
        if len(union.parents) == 1:
            return y + HALF
        return y - HALF - 8 - LINE * self.arc_levels[number] if number in self.arc_levels else y

    def _born_together(self, children: Sequence[Key]) -> list[list[Key]]:
        """Twins hang from one point, everybody else from a line of their own."""
        groups: list[list[Key]] = []
        for child in children:
            born = self.family.members[child].born
            before = self.family.members[groups[-1][-1]].born if groups else None
            if born is not None and born == before:
                groups[-1].append(child)
            else:
                groups.append([child])
        return groups


def _stacked(above: dict[int, set[int]]) -> dict[int, int]:
    """Numbers with what each must be above, as levels from 0; where they contradict each other, as far as they do not."""
    levels = dict.fromkeys(above, 0)
    for _ in above:
        for one, others in above.items():
            least = max((levels[other] + 1 for other in others if one not in above[other] or one < other), default=0)
            levels[one] = min(max(levels[one], least), len(above))
    return levels
