"""Where the marks of the lanes lead: to an entry, to narrower days, or to the table of what cannot be told apart by days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.http import QueryDict
from django.urls import reverse

from casework.registry import ANY_ID
from chronology.lanes import Mark
from chronology.periods import Stretch

DAYS = ("first", "last")


@dataclass(frozen=True)
class Ways:
    """The addresses of the lanes, of the table and of an entry, with the filter that is set: all of it, or all but one part."""

    lanes: str
    rows: str
    entry: str
    everything: str
    but_days: str
    but_agency: str
    but_seen: str

    @classmethod
    def of(cls, asked: QueryDict, lanes: str, rows: str) -> Ways:
        return cls(
            lanes=lanes,
            rows=rows,
            entry=reverse("chronology:entry", args=[ANY_ID]),
            everything=_without(asked, ()),
            but_days=_without(asked, DAYS),
            but_agency=_without(asked, (*DAYS, "agency")),
            but_seen=_without(asked, (*DAYS, "seen")),
        )

    def to(self, stretch: Stretch | None) -> str:
        """The lanes over these days, or over all."""
        return _address(self.lanes, self.but_days, _days(stretch))

    def table(self) -> str:
        """The same entries as a table."""
        return _address(self.rows, self.everything)

    def of_mark(self, mark: Mark, shown: Stretch) -> str:
        """An entry's own page; of several the lanes over their days or, where these are no narrower, their table."""
        if mark.entry is not None:
            return self.entry.replace(str(ANY_ID), str(mark.entry))
        closer = mark.days.widened()
        if mark.days.days > 1 and closer.days < shown.days:
            return self.to(closer)
        if mark.seen:
            return _address(self.rows, self.but_seen, f"seen={mark.seen}", _days(mark.days))
        return _address(self.rows, self.but_agency, f"agency={mark.lane}" if mark.lane else "", _days(mark.days))


def _without(asked: QueryDict, names: Iterable[str]) -> str:
    left = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name != "page" and name not in names:
            left.setlist(name, [value for value in values if value])
    return left.urlencode()


@lru_cache(maxsize=4096)
def _days(stretch: Stretch | None) -> str:
    return "" if stretch is None else "&".join(f"{name}={quote_plus(words)}" for name, words in stretch.asked().items())


def _address(path: str, *queries: str) -> str:
    query = "&".join(each for each in queries if each)
    return f"{path}?{query}" if query else path
