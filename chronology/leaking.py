"""The leak check's report: what was found, by what it is, each with the way to its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from casework.models.case import Case
from chronology.models import Entry
from chronology.models.entry import WORDS
from chronology.naming.leaks import Checker, Hit, Piece

AT_ONCE = 500  # entries of one page of the report
MOST_SHOWN = 200  # hits of one kind
KINDS = {
    "name": "Names",
    "spelling": "Other spellings",
    "given": "First names",
    "surname": "Surnames",
    "initialled": "Names with initials",
    "initials": "Initials",
    "misspelling": "Perhaps misspelt names",
    "date_of_birth": "Dates of birth",
    "date_of_death": "Dates of death",
    "address": "Addresses",
    "postcode": "Postcodes",
    "phone": "Telephone numbers",
    "nhs_number": "NHS numbers",
    "national_insurance_number": "National Insurance numbers",
    "email": "E-mail addresses",
    "number": "Numbers",
}
CERTAINTY = {"sure": "", "likely": "likely", "possible": "possible"}


@dataclass(frozen=True)
class Told:
    """One hit as the report shows it; ``url`` leads to its place where that is a page."""

    hit: Hit
    url: str = ""

    @property
    def certainty(self) -> str:
        """Nothing where it is sure."""
        return CERTAINTY[self.hit.sure]


@dataclass(frozen=True)
class Group:
    """What was found of one kind, as far as the page shows it."""

    title: str
    told: Sequence[Told]
    count: int

    @property
    def left_out(self) -> int:
        """How many more there are."""
        return self.count - len(self.told)


def by_kind(hits: Iterable[Hit]) -> list[Group]:
    """Hits under their headings, the sure ones first."""
    order = list(CERTAINTY)
    kinds: dict[str, list[Told]] = {}
    for hit in hits:
        where, _, address = hit.where.partition("\0")
        told = Told(Hit(hit.text, hit.kind, hit.code, where, hit.sure, hit.context), address)
        kinds.setdefault(hit.kind, []).append(told)
    for found in kinds.values():
        found.sort(key=lambda told: order.index(told.hit.sure))
    return [Group(title, kinds[kind][:MOST_SHOWN], len(kinds[kind])) for kind, title in KINDS.items() if kind in kinds]


def entries_of(case: Case, opened: Sequence[UUID]) -> Any:
    """The standing entries of the chronologies that are opened to somebody, by time."""
    return Entry.objects.filter(case=case, chronology_id__in=opened).standing().by_time()


def in_entries(checker: Checker, entries: Any) -> list[Hit]:
    """Everything of the key that stands in these entries, each with the address of its entry behind its place."""
    pieces = []
    for row in entries.values("pk", "number", "chronology__agency__name", *WORDS):
        place = f"{row['chronology__agency__name']}, entry {row['number']}\0{reverse('chronology:entry', args=[row['pk']])}"
        pieces += [Piece(place, row[name]) for name in WORDS if row[name]]
    return checker.check(pieces)
