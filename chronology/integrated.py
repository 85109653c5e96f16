"""The integrated chronology: every agency's entries by time, as far as a person may see them, narrowed and paged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, Subquery, Window
from django.urls import reverse

from casework.models.case import Case
from casework.registry import ANY_ID
from casework.statements import AnyOf, statement
from chronology.models import Chronology, Entry, IntegratedChronology
from chronology.models.entry import SEEN, between
from chronology.shown import AS_WRITTEN, Shown
from chronology.wording import when_in_words

PAGE = 50
FARTHEST = 100_000  # no case has so many pages
LONGEST_EVENT, LONGEST_OUTCOME, LONGEST_SOURCE = 600, 240, 80  # letters of a text in a table; the entry's page has it whole
SEEN_WORDS = dict(SEEN)


@dataclass(frozen=True)
class Narrowing:
    """What a person asked to see of a chronology; everything that is left out is not narrowed."""

    words: str = ""
    person: str = ""
    theme: str = ""
    chronologies: frozenset[UUID] = frozenset()
    seen: frozenset[str] = frozenset()
    key_only: bool = False
    first: date | None = None
    last: date | None = None
    line: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return self == Narrowing()


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a table shows it: everything ready to be written, long texts cut.

    ``notes`` counts the panel's notes beside it, ``beneath`` holds the other rows of its event where they are joined, and
    ``is_one_of_several`` says that there are some where they are not.
    """

    pk: UUID
    url: str
    when: str
    hour: str
    agency: str
    number: int
    source: str
    event: str
    outcome: str
    seen: str
    is_key: bool
    notes: int = 0
    is_one_of_several: bool = False
    beneath: tuple[Line, ...] = ()


SHOWN = (
    *("pk", "chronology_id", "number", "start", "end", "precision", "time", "end_time", "time_precision", "time_words"),
    *("source", "event", "outcome", "child_seen", "is_significant"),
)


def _line(row: Any, agency: str, url: str, view: Shown) -> Line:
    return Line(
        pk=row.pk,
        url=url,
        when=when_in_words(row.start, row.end, row.precision),
        hour=view.hour(row),
        agency=agency,
        number=row.number,
        source=view.beginning(row.source, LONGEST_SOURCE, row.chronology_id),
        event=view.beginning(row.event, LONGEST_EVENT, row.chronology_id),
        outcome=view.beginning(row.outcome, LONGEST_OUTCOME, row.chronology_id),
        seen=SEEN_WORDS[row.child_seen],
        is_key=row.is_significant,
    )


def chronologies_of(case: Case, opened: Sequence[UUID]) -> list[Chronology]:
    """The chronologies of a case among those that are opened to somebody, by agency."""
    return _chronologies(case.pk, list(opened))


@statement
def _chronologies(case: Any, opened: Any) -> Any:
    found = Chronology.objects.filter(case=case, pk=AnyOf(opened)).annotate(**TOGETHER)
    return found.select_related("agency").order_by("agency__name")


# Whether there is anything to show beside the entries: asked with the chronologies, because most cases have nothing.
_INTEGRATED = IntegratedChronology.objects.filter(case=OuterRef("case"))
TOGETHER = {"joined": Subquery(_INTEGRATED.values("joined")), "noted": Subquery(_INTEGRATED.values("last_note"))}


def entries_of(case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> Any:
    """The standing entries of these chronologies that a person asked for, by time."""
    ids = [each.pk for each in chronologies if not narrowing.chronologies or each.pk in narrowing.chronologies]
    found: Any = Entry.objects.filter(case=case, chronology_id__in=ids).standing()
    if narrowing.words:
        found = found.saying(narrowing.words, case.pk)
    if narrowing.person:
        found = found.naming(narrowing.person, case.pk)
    if narrowing.theme:
        found = found.about_theme(narrowing.theme, case.pk)
    return found.filter(_asked(narrowing)).by_time()


def page_of(
    case: Case,
    chronologies: Sequence[Chronology],
    narrowing: Narrowing,
    asked: Any,
    view: Shown = AS_WRITTEN,
    *,
    folded: Sequence[UUID] = (),
) -> Page[Any]:
    """One page of the integrated chronology, as lines. The whole is counted by its chronologies, a part of it as it is found.

    ``folded`` are the entries that have no place of their own, because they stand beneath another of the same event.
    """
    agencies = {each.pk: each.agency.name for each in chronologies}
    count = sum(each.entry_count for each in chronologies) - len(folded) if narrowing.is_empty else None
    if count is not None and not folded and Paginator(range(count), PAGE).get_page(asked).number == 1:
        return _page(count, 1, _first_rows(case.pk, list(agencies)), agencies, view)
    entries = entries_of(case, chronologies, narrowing)
    found, count = _found(entries.exclude(pk__in=folded) if folded else entries, asked, count)
    return _page(count, asked, _rows(found), agencies, view)


def _page(count: int, asked: Any, rows: Any, agencies: dict[UUID, str], view: Shown) -> Page[Any]:
    page = Paginator(range(count), PAGE).get_page(asked)
    page.object_list = _lines(rows, agencies, view)
    return page


def lines_of(ids: Sequence[UUID], agencies: dict[UUID, str], view: Shown) -> list[Line]:
    """These entries as lines, by time."""
    return _lines(_rows(ids), agencies, view) if ids else []


def _lines(rows: Any, agencies: dict[UUID, str], view: Shown) -> list[Line]:
    address = reverse("chronology:entry", args=[ANY_ID])
    return [_line(row, agencies[row.chronology_id], address.replace(str(ANY_ID), str(row.pk)), view) for row in rows]


@statement
def _first_rows(case: Any, chronologies: Any) -> Any:
    """The page that everybody opens first, of which nothing was left out."""
    standing = Entry.objects.filter(case=case, chronology_id=AnyOf(chronologies)).standing().by_time()
    return _rows(standing.values("pk")[:PAGE])


def _found(entries: Any, asked: Any, count: int | None) -> tuple[Any, int]:
    """The ids of the page that was asked for, or of the last (or the question for them), and how many entries there are."""
    if count is not None:
        first = Paginator(range(count), PAGE).get_page(asked).number * PAGE - PAGE
        return entries.values("pk")[first : first + PAGE], count
    first = (int(asked) - 1) * PAGE if str(asked).isdecimal() and 0 < int(asked) < FARTHEST else 0
    rows = list(entries.annotate(whole=Window(Count("*"))).values_list("pk", "whole")[first : first + PAGE])
    if rows or not first:
        return [pk for pk, _ in rows], rows[0][1] if rows else 0
    return _found(entries, asked, entries.count())


def _rows(wanted: Any) -> Any:
    """The entries of a page; their ids are found by the index alone before their texts are read."""
    return Entry.objects.filter(pk__in=wanted).by_time().values_list(*SHOWN, named=True)


def _asked(narrowing: Narrowing) -> Q:
    asked = between(narrowing.first, narrowing.last)
    if narrowing.seen:
        asked &= Q(child_seen__in=narrowing.seen)
    if narrowing.key_only:
        asked &= Q(is_significant=True)
    if narrowing.line is not None:
        asked &= Q(lines__contains=[narrowing.line])
    return asked
