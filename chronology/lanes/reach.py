"""How far the entries reach that a person asked for, and with them the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Min, Q

from casework.models.case import Case
from chronology.models import Chronology
from chronology.narrowing import Narrowing, entries_of
from chronology.periods import Stretch

LONG = 92  # days: "in 2020" says nothing of each of its days, so a period as long as that fills no gap
EARLIEST, LATEST = date(1800, 1, 1), date(2200, 1, 1)  # a filter may be asked for any date


@dataclass(frozen=True)
class Ends:
    """The first and last days of what matches, by chronology, whatever days are asked for, and what lies next to those."""

    rows: Mapping[UUID, Any]
    first: date | None
    last: date | None

    @classmethod
    def of(cls, case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> Ends:
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
