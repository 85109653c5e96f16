"""Grows an installation to the size of a nation's from one board that was built through the verbs.

The board is copied whole, again and again, and so are its cases within the copies: every row that is written was once the
outcome of an act. Nothing of it is told in the house's own code: the rows are written in bulk, in the role that owns the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import cycle, islice
from math import ceil

import psycopg
from psycopg import sql

from agencies.models import Board, Person
from bench.copies import Copy, Press
from bench.unit import Model, Unit, board_unit, case_unit
from casework.models import Case
from chronology.models import Entry


@dataclass(frozen=True)
class Size:
    """How much there is, or shall be at least."""

    boards: int = 33
    cases: int = 1_000
    people: int = 500
    entries: int = 200_000

    @classmethod
    def of(cls, boards: int, cases: int) -> Size:
        """With as many people for each board, and entries for each case, as a nation has."""
        return cls(boards, cases, people=cls.people * boards // cls.boards, entries=cls.entries * cases // cls.cases)

    def __str__(self) -> str:
        return f"{self.boards:,} boards, {self.cases:,} cases, {self.people:,} people, {self.entries:,} chronology entries"


COUNTED: dict[str, Model] = {"boards": Board, "cases": Case, "people": Person, "entries": Entry}


class TooSmall(Exception):
    """The installation did not become as large as was asked."""


def size_of(connection: psycopg.Connection) -> Size:
    """How much there is now."""
    return Size(**{name: _count(connection, model) for name, model in COUNTED.items()})


def generate(connection: psycopg.Connection, wanted: Size, *, prefix: str) -> list[str]:
    """Copy the board with this prefix until there is as much as wanted; returns the copies' prefixes.

    The first copy is the board as it stands; the others share the cases and entries that are still missing.
    """
    connection.execute("SET synchronous_commit = off")  # what a crash would lose is generated again
    unit = board_unit(connection, prefix)
    cases = [case_unit(connection, pk, unit.names) for pk in unit.ids(Case)]
    press = Press(connection)
    marks = list(islice(_marks(), wanted.boards - size_of(connection).boards))
    boards = {mark: press.print(unit, mark) for mark in marks}
    connection.execute("ANALYZE")
    growing = marks[1:] or marks
    for place, mark in enumerate(growing):
        now, share = size_of(connection), len(growing) - place
        missing = ceil((wanted.cases - now.cases) / share), ceil((wanted.entries - now.entries) / share)
        _fill(press, boards[mark], mark, _chosen(cases, *missing))
    press.finish()
    now = size_of(connection)
    if any(getattr(now, each.name) < getattr(wanted, each.name) for each in fields(Size)):
        raise TooSmall(f"There are only {now}.")
    return [boards[mark].names[prefix] for mark in marks]


def _marks() -> Iterator[str]:
    """Two letters for each copy: AA, AB, AC..."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return (first + second for first in letters for second in letters)


def _chosen(cases: list[Unit], more_cases: int, more_entries: int) -> list[Unit]:
    """Which cases to repeat: the richest as often as entries are wanting, then each in turn."""
    richest = max(cases, key=lambda case: len(case.ids(Entry)))
    rich = ceil(max(0, more_entries) / max(1, len(richest.ids(Entry))))
    others = [case for case in cases if case is not richest] or cases
    return [richest] * rich + list(islice(cycle(others), max(0, more_cases - rich)))


def _fill(press: Press, board: Copy, mark: str, chosen: list[Unit]) -> None:
    """Repeat cases within the copy of a board, each under the next free reference of its year."""
    taken = set(board.names.values())
    for number, case in enumerate(chosen, start=1):
        old = case.values(Case, "reference")[0]
        start = board.names[old].rpartition("-")[0]
        new = next(each for each in (f"{start}-{number:03d}" for number in range(1, 1_000)) if each not in taken)
        taken.add(new)
        press.print(case, f"{mark} {number}", onto=board, names={old: new})


def _count(connection: psycopg.Connection, model: Model) -> int:
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(model._meta.db_table))).fetchone()
    return int(row[0]) if row else 0
