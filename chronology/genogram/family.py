"""A family as a genogram shows it: people by code, who is whose child, who was whose partner. No names, no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

Key = Hashable


@dataclass(frozen=True)
class Member:
    """Somebody of the family. ``born`` orders brothers and sisters and tells twins; it is never shown."""

    key: Key
    code: str
    sex: str = ""
    born: date | None = None
    is_dead: bool = False
    is_subject: bool = False
    role: str = ""


@dataclass(frozen=True)
class Tie:
    """That two people belong together: ``one`` is a child, a partner, a sister of ``other`` (``kind`` as the key has it)."""

    one: Key
    other: Key
    kind: str
    begins: date | None = None
    ends: date | None = None


@dataclass
class Union:
    """Parents, two or one or none that is known, and their children by age; or two partners without children."""

    parents: tuple[Key, ...]
    children: list[Key] = field(default_factory=list)
    is_married: bool = False
    is_together: bool = False
    begins: date | None = None
    ends: date | None = None

    def beside(self, key: Key) -> Key | None:
        """The other of the two."""
        return next((each for each in self.parents if each != key), None)


TOGETHER = frozenset({"partner_of", "married_to"})
UNKNOWN_AGE = date.max


class Family:
    """Everybody who is bound to somebody by birth or partnership, with their generations, the eldest 0."""

    def __init__(self, members: Iterable[Member], ties: Iterable[Tie]) -> None:
        everybody = {each.key: each for each in members}
        self.ties = [tie for tie in ties if {tie.one, tie.other} <= everybody.keys()]
        bound = {key for tie in self.ties if tie.kind in DRAWN for key in (tie.one, tie.other)}
        self.members = {key: each for key, each in everybody.items() if key in bound}
        self.apart = [each for key, each in everybody.items() if key not in bound]
        self.unions = self._unions()
        self.unions_of: dict[Key, list[Union]] = defaultdict(list)
        self.born_to: dict[Key, Union] = {}
        for union in self.unions:
            for parent in union.parents:
                self.unions_of[parent].append(union)
            for child in union.children:
                self.born_to[child] = union

    def age_order(self, key: Key) -> tuple[date, str]:
        """Eldest first; whose birth is not known comes last, by code."""
        member = self.members[key]
        return member.born or UNKNOWN_AGE, member.code

    def _unions(self) -> list[Union]:
        parents: dict[Key, list[Key]] = defaultdict(list)
        for tie in self.ties:
            if tie.kind == "child_of" and tie.other not in parents[tie.one]:
                parents[tie.one].append(tie.other)
        pairs = {frozenset((tie.one, tie.other)): tie for tie in self.ties if tie.kind in TOGETHER}
        unions: dict[frozenset[Key], Union] = {}
        for child, known in parents.items():
            two = self._two_of(known, pairs)
            unions.setdefault(frozenset(two), Union(tuple(two))).children.append(child)
        for pair, tie in pairs.items():
            union = unions.setdefault(pair, Union((tie.one, tie.other)))
            union.is_together, union.is_married = True, tie.kind == "married_to"
            union.begins, union.ends = tie.begins, tie.ends
        found = [*unions.values(), *self._of_unknown_parents(parents)]
        for union in found:
            union.children.sort(key=self.age_order)
            union.parents = tuple(sorted(union.parents, key=lambda key: (SIDES.get(self.members[key].sex, 1), str(key))))
        return sorted(found, key=self._union_order)

    def _two_of(self, known: Sequence[Key], pairs: Iterable[frozenset[Key]]) -> list[Key]:
        """Two of the parents that are told; where there are more, two that were partners."""
        if len(known) <= 2:
            return list(known)
        together = next((pair for pair in pairs if pair <= set(known)), None)
        return [key for key in known if together is None or key in together][:2]

    def _of_unknown_parents(self, parents: dict[Key, list[Key]]) -> list[Union]:
        """Brothers and sisters of whom no parent is told hang together all the same."""
        groups: list[set[Key]] = []
        for tie in self.ties:
            pair = {tie.one, tie.other}
            if tie.kind == "sibling_of" and not any(parents.get(key) for key in pair):
                touching = [group for group in groups if group & pair]
                groups = [group for group in groups if not group & pair] + [pair.union(*touching)]
        return [Union((), list(group)) for group in groups]

    def _union_order(self, union: Union) -> tuple[date, date, str]:
        eldest = self.members[union.children[0]].born if union.children else None
        return union.begins or eldest or UNKNOWN_AGE, eldest or UNKNOWN_AGE, str(union.parents)

    @cached_property
    def generations(self) -> dict[Key, int]:
        """Each person's row: partners in one, children below both of their parents."""
        rows = dict.fromkeys(self.members, 0)
        for _ in range(len(self.members) + 1):
            before = dict(rows)
            for union in self.unions:
                level = max((rows[key] for key in union.parents), default=0)
                rows.update(dict.fromkeys(union.parents, level))
                below = max([level + 1 if union.parents else 0, *(rows[key] for key in union.children)])
                rows.update(dict.fromkeys(union.children, below))
            if rows == before:
                break
        return self._pulled_down(rows)

    def _pulled_down(self, rows: dict[Key, int]) -> dict[Key, int]:
        """Whoever has no parents here stands just above their children, not at the top."""
        for union in reversed(self.unions):
            free = [key for key in union.parents if key not in self.born_to]
            below = [rows[child] for key in union.parents for each in self.unions_of[key] for child in each.children]
            if below and len(free) == len(union.parents):
                rows.update(dict.fromkeys(free, max(min(below) - 1, *(rows[key] for key in free))))
        least = min(rows.values(), default=0)
        return {key: row - least for key, row in rows.items()}


DRAWN = TOGETHER | {"child_of", "sibling_of"}
SIDES = {"male": 0, "": 1, "other": 1, "female": 2}
