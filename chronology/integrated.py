"""The integrated chronology: every agency's entries by time, as far as a person may see them, narrowed and paged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import OuterRef, Subquery

from casework.models.case import Case
from casework.registry import ANY_ID, address
from casework.statements import AnyOf, statement
from chronology.models import Chronology, IntegratedChronology
from chronology.models.entry import SEEN
from chronology.narrowing import Narrowing
from chronology.paging import page_of_rows
from chronology.shown import AS_WRITTEN, Shown
from chronology.wording import when_in_words

LONGEST_EVENT, LONGEST_OUTCOME, LONGEST_SOURCE = 600, 240, 80  # letters of a text in a table; the entry's page has it whole
SEEN_WORDS = dict(SEEN)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a table shows it: everything ready to be written, long texts cut.

    ``notes`` counts the panel's notes beside it, ``joined_event`` is the event of which it is one of several rows, and
    ``beneath`` holds the others where they are joined; ``is_one_of_several`` says that there are some where they are not.
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
    joined_event: UUID | None = None
    is_one_of_several: bool = False
    beneath: tuple[Line, ...] = ()


def _line(row: Any, url: str, agency: str, view: Shown) -> Line:
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
        notes=getattr(row, "notes", None) or 0,
        joined_event=getattr(row, "joined_event", None),
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


def page_of(
    case: Case,
    chronologies: Sequence[Chronology],
    narrowing: Narrowing,
    asked: Any,
    view: Shown = AS_WRITTEN,
    *,
    folded: Sequence[UUID] = (),
    is_beside: bool = False,
) -> Page[Any]:
    """One page of the integrated chronology, as lines. What whole agencies have is counted already, a part of it as it is found.

    ``folded`` are the entries that have no place of their own, because they stand beneath another of the same event;
    ``is_beside`` says that the notes beside each row, and its event, shall come with it.
    """
    values = narrowing.values(case, chronologies)
    whole = sum(each.entry_count for each in chronologies if each.pk in values.chronologies)
    count = None if narrowing.filters else whole - len(folded)
    page = page_of_rows(values, narrowing.filters, asked, count=count, folded=list(folded), is_beside=is_beside)
    page.object_list = lines_of(page.object_list, {each.pk: each.agency.name for each in chronologies}, view)
    return page


def lines_of(rows: Iterable[Any], agencies: Mapping[UUID, str], view: Shown) -> list[Line]:
    """These rows as lines."""
    readers = {pk: (name, view.of_one(pk)) for pk, name in agencies.items()}
    at = address("chronology:entry", ANY_ID)
    return [_line(row, at.replace(str(ANY_ID), str(row.pk)), *readers[row.chronology_id]) for row in rows]
