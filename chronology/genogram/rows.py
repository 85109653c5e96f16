"""Who stands beside whom in a genogram: the order of each generation, so that lines need not cross.

It begins with the parents of whom the review is about. Partners stand beside each other, brothers and sisters on the side on
which nobody else's parents come down, grandparents above their children, children below their parents by age.
"""

from __future__ import annotations

from collections.abc import Iterable

from chronology.genogram.family import SIDES, Family, Key


def rows_of(family: Family) -> list[list[Key]]:
    """Everybody, by generation from the eldest, from left to right."""
    return _Ordering(family).rows if family.members else []


class _Ordering:
    def __init__(self, family: Family) -> None:
        self.family = family
        self.level = family.generations
        self.rows: list[list[Key]] = [[] for _ in range(max(self.level.values()) + 1)]
        self.placed: set[Key] = set()
        centre = self._centre()
        middle = self.level[centre]
        self._fill(middle, [centre])
        for row in range(middle - 1, -1, -1):
            self._above(row)
        for row in range(middle + 1, len(self.rows)):
            self._below(row)

    def _centre(self) -> Key:
        """The parent of a child whom the review is about who had most partners; otherwise of anybody."""
        family = self.family
        subjects = [key for key, member in family.members.items() if member.is_subject]
        parents = {parent for key in subjects if key in family.born_to for parent in family.born_to[key].parents}
        return max(parents or subjects or family.members, key=lambda key: (len(family.unions_of[key]), self._weight(key)))

    def _weight(self, key: Key) -> tuple[int, str]:
        return len(self.family.born_to[key].children) if key in self.family.born_to else 0, self.family.members[key].code

    # --- the rows ---------------------------------------------------------------------------------------------------

    def _fill(self, row: int, first: Iterable[Key]) -> None:
        """A row that begins with these; whoever is left of it follows."""
        everybody = sorted((key for key, level in self.level.items() if level == row), key=self.family.age_order)
        for key in (*first, *everybody):
            if key not in self.placed:
                self.rows[row] += self._spread(self._chain(key), left=True, right=True)

    def _above(self, row: int) -> None:
        """The parents of the row below, in the order of their children."""
        place = {key: index for index, key in enumerate(self.rows[row + 1])}
        unions = [each for each in self.family.unions if each.parents and self.level[each.parents[0]] == row]
        self._fill(row, [each.parents[0] for each in sorted(unions, key=lambda each: _mean(each.children, place))])
        for start, end in self._chains_in(row):
            chain = self.rows[row][start:end]
            first, last = (self._of_children(key, place) for key in (chain[0], chain[-1]))
            if first > last:
                self.rows[row][start:end] = reversed(chain)

    def _chains_in(self, row: int) -> list[tuple[int, int]]:
        """Where people stand who are bound to their neighbours as partners: from where to where."""
        found, order = [], self.rows[row]
        start = 0
        for index in range(1, len(order) + 1):
            if index == len(order) or order[index] not in self._partners(order[index - 1]):
                found.append((start, index))
                start = index
        return found

    def _of_children(self, key: Key, place: dict[Key, int]) -> float:
        return _mean([child for union in self.family.unions_of[key] for child in union.children], place)

    def _below(self, row: int) -> None:
        """The children of the row above, family by family, each by age, with their partners."""
        place = {key: index for index, key in enumerate(self.rows[row - 1])}
        unions = [each for each in self.family.unions if each.parents and self.level[each.parents[0]] == row - 1]
        for union in sorted(unions, key=lambda each: (_mean(each.parents, place), _far(each.parents, place))):
            for child in union.children:
                if child not in self.placed and self.level[child] == row:
                    self.rows[row] += self._outwards(self._chain(child), child)
        self._fill(row, [])

    # --- partners, brothers and sisters -----------------------------------------------------------------------------

    def _partners(self, key: Key) -> list[Key]:
        others = (union.beside(key) for union in self.family.unions_of[key])
        return list(dict.fromkeys(other for other in others if other is not None))

    def _chain(self, key: Key) -> list[Key]:
        """Somebody with their partners, and these with theirs: the first partner on one side, all others on the other."""
        self.placed.add(key)
        partners = [each for each in self._partners(key) if each not in self.placed]
        self.placed.update(partners)
        sides = [self._further(each) for each in partners]
        if not sides:
            return [key]
        if len(sides) == 1:
            is_left = SIDES.get(self.family.members[partners[0]].sex, 1) < SIDES.get(self.family.members[key].sex, 1)
            return [*reversed(sides[0]), key] if is_left else [key, *sides[0]]
        return [*reversed(sides[0]), key, *(each for side in sides[1:] for each in side)]

    def _further(self, key: Key) -> list[Key]:
        """A partner with the other partners of their own, outwards."""
        found = [key]
        for each in self._partners(key):
            if each not in self.placed:
                self.placed.add(each)
                found += self._further(each)
        return found

    def _spread(self, chain: list[Key], *, left: bool, right: bool) -> list[Key]:
        """A chain with the brothers and sisters of those in it, beyond it on the sides that are open."""
        before: list[Key] = []
        after: list[Key] = []
        ups = [key for key in chain if key in self.family.born_to]
        for key in ups:
            opens_left, opens_right = left and key == ups[0], right and key == ups[-1]
            for sibling in self._siblings(key):
                if sibling in self.placed:
                    continue
                is_elder = self.family.age_order(sibling) < self.family.age_order(key)
                goes_left = opens_left and (is_elder or not opens_right)
                chained = self._outwards(self._chain(sibling), sibling)
                if goes_left:
                    before += reversed(chained)
                else:
                    after += chained
        return [*before, *chain, *after]

    def _outwards(self, chain: list[Key], inner: Key) -> list[Key]:
        """A chain from one of its ends on, where that is where this person stands."""
        return chain[::-1] if chain[-1] == inner and len(chain) > 1 else chain

    def _siblings(self, key: Key) -> list[Key]:
        """Brothers and sisters by age, then those who share one parent."""
        own = self.family.born_to[key]
        half = [each for parent in own.parents for each in self.family.unions_of[parent] if each is not own]
        return [child for union in (own, *half) for child in union.children if child != key]


def _mean(keys: Iterable[Key], place: dict[Key, int]) -> float:
    known = [place[key] for key in keys if key in place]
    return sum(known) / len(known) if known else float("inf")


def _far(keys: Iterable[Key], place: dict[Key, int]) -> int:
    return max((place[key] for key in keys if key in place), default=0)
