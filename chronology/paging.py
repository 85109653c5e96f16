"""One page of the entries that somebody asked for: how many there are, and the rows of the page as they are read.

Ids are found by the indexes alone before any text is read, for the last pages from the end. Where the index of words finds
them, they are counted as they are found; otherwise they are counted first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Subquery, Window

from casework.statements import AnyOf, Part, Statement
from chronology.models import Entry, JoinedEntry, Note
from chronology.narrowing import BY_WORDS, PLACES, Values, found_by

PAGE = 50
FARTHEST = 100_000  # no case has so many pages
SHOWN = (
    *("pk", "chronology_id", "number", "start", "end", "precision", "time", "end_time", "time_precision", "time_words"),
    *("source", "event", "outcome", "child_seen", "is_significant"),
)
# What the panel put beside an entry: how many notes, and the event of which it is one of several rows.
NOTED = Note.objects.standing().filter(entry=OuterRef("pk")).order_by().values("entry").annotate(many=Count("pk"))
BESIDE = {
    "notes": Subquery(NOTED.values("many")),
    "joined_event": Subquery(JoinedEntry.objects.filter(entry=OuterRef("pk")).values("event")[:1]),
}
FOLDED, FIRST, MANY = range(PLACES, PLACES + 3)  # what is given after these values


def page_of_rows(
    asked: Values, filters: frozenset[str], number: Any, *, count: int | None, folded: Sequence[UUID], is_beside: bool
) -> Page[Any]:
    """The page of this number, with what stands beside each row where ``is_beside``; ``count`` is given where it is known.

    ``folded`` are entries that have no place of their own.
    """
    if count is None and filters & BY_WORDS:
        ids, count = _found(asked, filters, number, folded)
        page = _paged(count, number)
        page.object_list = _rows(is_beside)(ids) if ids else []
        return page
    if count is None:
        count = _ids(filters, bool(folded)).count(*asked, folded)
    page = _paged(count, number)
    first = (page.number - 1) * PAGE
    many = min(PAGE, count - first)
    is_backwards = first > count // 2
    place = count - first - many if is_backwards else first
    rows = _rows_of_page(filters, bool(folded), is_beside, is_backwards)
    page.object_list = rows(*asked, folded, place, many) if many else []
    return page


def rows_of_events(events: Sequence[UUID], chronologies: Sequence[UUID]) -> list[Any]:
    """The rows of these events by time, as far as their chronologies are open, each with its event."""
    return _rows_of_events(list(events), list(chronologies))


def _paged(count: int, number: Any) -> Page[Any]:
    return Paginator(range(count), PAGE).get_page(number)


def _found(asked: Values, filters: frozenset[str], number: Any, folded: Sequence[UUID]) -> tuple[list[UUID], int]:
    """The ids of the page, or of the last, and how many entries there are."""
    first = (int(number) - 1) * PAGE if str(number).isdecimal() and 0 < int(number) < FARTHEST else 0
    found = _ids_and_count(filters, bool(folded)).part(first, PAGE, *asked, folded)
    if found or not first:
        return [pk for pk, _ in found], found[0][1] if found else 0
    count = _ids(filters, bool(folded)).count(*asked, folded)
    return _found(asked, filters, _paged(count, number).number, folded) if count else ([], 0)


# --- the questions, each written once ------------------------------------------------------------------------------


def _wanted(filters: frozenset[str], given: Sequence[Any], *, is_folded: bool) -> Any:
    found = found_by(filters, Values(*given[:FOLDED]))
    return found.exclude(pk=AnyOf(given[FOLDED])) if is_folded else found


@cache
def _ids(filters: frozenset[str], is_folded: bool) -> Statement:
    def asks(*given: Any) -> Any:
        return _wanted(filters, given, is_folded=is_folded).order_by().values_list("pk")

    return Statement(asks, takes=FIRST, is_planned_anew=True)


@cache
def _ids_and_count(filters: frozenset[str], is_folded: bool) -> Statement:
    def asks(*given: Any) -> Any:
        found = _wanted(filters, given, is_folded=is_folded)
        return found.annotate(whole=Window(Count("*"))).values_list("pk", "whole")

    return Statement(asks, takes=FIRST, is_planned_anew=True)


@cache
def _rows_of_page(filters: frozenset[str], is_folded: bool, is_beside: bool, is_backwards: bool) -> Statement:
    def asks(*given: Any) -> Any:
        found = _wanted(filters, given, is_folded=is_folded)
        ordered = found.reverse() if is_backwards else found
        page = Entry.objects.filter(pk=Part(ordered.values("pk"), given[FIRST], given[MANY]))
        return _read(page, is_beside=is_beside)

    return Statement(asks, takes=MANY + 1, is_planned_anew=bool(filters))


@cache
def _rows(is_beside: bool) -> Statement:
    return Statement(lambda ids: _read(Entry.objects.filter(pk=AnyOf(ids)), is_beside=is_beside))


@Statement
def _rows_of_events(events: Any, chronologies: Any) -> Any:
    of_them = JoinedEntry.objects.filter(event=AnyOf(events), entry__chronology_id=AnyOf(chronologies))
    return _read(Entry.objects.filter(pk__in=of_them.values("entry_id")), is_beside=True)


def _read(found: Any, *, is_beside: bool) -> Any:
    """These entries with all that a table shows of them, by time."""
    shown = found.annotate(**BESIDE if is_beside else {}).by_time()
    return shown.values_list(*SHOWN, *(BESIDE if is_beside else ()), named=True)
