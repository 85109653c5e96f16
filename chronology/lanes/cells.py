"""What falls into one cell of a lane, counted by the database."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import F, Func

from chronology.marks import CELLS, Bunch
from chronology.periods import Stretch


@dataclass(slots=True)
class Bunches:
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


def counted(entries: Any, shown: Stretch) -> tuple[dict[UUID, Bunches], dict[str, Bunches]]:
    """What falls into each cell of each lane, and over all lanes by whether the child was seen: read once, counted both ways.

    Periods that reach over more than a cell are counted by both of their ends; in the child's track they stand at their
    first day. Reading the entries twice would cost as much again as all else.
    """
    until = models.Case(models.When(_LongerThan(shown.days // CELLS), then=_Cell("end", shown)), default=-1)
    placed = entries.order_by().values_list(*PLACED).annotate(since=_Cell("start", shown), until=until)
    words, given = placed.query.sql_with_params()
    lanes: dict[UUID, Bunches] = defaultdict(Bunches)
    seen: dict[str, Bunches] = defaultdict(Bunches)
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(placed=words), given)
        for lane, child_seen, upto, *facts in cursor.fetchall():
            bunches = seen[child_seen] if lane is None else lanes[lane]
            (bunches.long if upto is not None and upto >= 0 else bunches.short).append(Bunch(*facts))
    return lanes, seen
