"""A case as long as a review can become: thousands of entries over twelve agencies.

The agencies are asked and share by the verbs; their entries are written in bulk in between, in the words of the board's
other cases, each again and again on other days.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import timedelta
from itertools import count, islice
from typing import Any
from uuid import UUID, uuid4

from agencies.models import Agency, Person, Role
from casework import directory, in_bulk
from casework import workflow as casework
from casework.models import Case
from chronology import workflow
from chronology.models import Chronology, Entry
from frameworks import clock
from reviews.models import Review

AGENCIES = 12
ENTRIES = 20_000
DAYS_APART = 11  # between an entry and the next time its words are used


class NoSuchCase(Exception):
    """The board has no case whose agencies can still be asked."""


def lengthen(prefix: str, *, agencies: int = AGENCIES, entries: int = ENTRIES) -> bool:
    """Make a case of this board that long; False where it is already."""
    case = case_of(prefix)
    written = Entry.objects.filter(case=case).standing().count()
    if written >= entries:
        return False
    manager = _holder("manager", case.board_id)
    review = Review.objects.get(case=case)
    asked = set(Chronology.objects.filter(case=case).values_list("agency_id", flat=True))
    for agency in _others(case, manager, asked, agencies - len(asked)):
        workflow.ask(review, agency, by=manager)
    chronologies = list(Chronology.objects.filter(case=case).select_related("agency").order_by("pk"))
    words = _words(case)
    for place, chronology in enumerate(chronologies):
        share = (entries - written) * (place + 1) // len(chronologies) - (entries - written) * place // len(chronologies)
        _write(chronology, islice(words, share))
    return True


def case_of(prefix: str, *, database: str = "default") -> Case:
    """The case of this board that is made long: one whose agencies have answered, and where others can still be asked."""
    asking = Review.objects.using(database).filter(case__board__prefix=prefix, state="analysis")
    review = asking.select_related("case").order_by("case__reference").first()
    if review is None:
        raise NoSuchCase(prefix)
    case: Case = review.case
    return case


def _holder(role: str, about: UUID) -> Person:
    return Person.objects.get(pk=Role.objects.current().filter(role=role, about_id=about)[0].person_id)


def _others(case: Case, manager: Person, asked: set[UUID], wanted: int) -> list[Agency]:
    """Agencies of the board, each with a lead, that have no chronology in this case; new ones where it has too few."""
    led = Role.objects.current().filter(role="lead").values("about_id")
    found = list(Agency.objects.filter(listing__board=case.board, pk__in=led).exclude(pk__in=asked)[: max(0, wanted)])
    return found + [_listed(case, manager, number) for number in range(wanted - len(found))]


def _listed(case: Case, manager: Person, number: int) -> Agency:
    board, name = case.board, f"Family support {number + 1}"
    agency = directory.add_agency(board, name=name, sector="voluntary", is_member=False, by=manager)
    email = f"family-support-{number + 1}@{board.prefix.lower()}.example"
    lead = directory.add_person(board, name=f"{name}, lead", email=email, post="Lead", agency=agency, by=manager)
    directory.appoint(board, person=lead, role="lead", by=manager)
    return agency


def _words(case: Case) -> Iterator[Entry]:
    """The entries of the board's other cases, again and again, each time on later days."""
    told = Entry.objects.filter(case__board=case.board_id).exclude(case=case).standing()
    known = list(told.defer("search", "raw", "place").order_by("chronology", "number"))
    for round_ in count():
        later = timedelta(days=round_ * DAYS_APART)
        for entry in known:
            again = copy(entry)
            again.start, again.end = entry.start + later, entry.end + later
            yield again


def _write(chronology: Chronology, words: Iterator[Entry]) -> None:
    """Write these entries in bulk, as a file that is taken in would; whoever has not shared yet does so then."""
    lead = _holder("lead", chronology.agency_id)
    entries = [_entry(chronology, entry, number, lead) for number, entry in enumerate(words, start=chronology.last_number + 1)]
    in_bulk.write_new(entries)
    chronology.entry_count += len(entries)
    numbers = {"entry_count": chronology.entry_count, "last_number": chronology.last_number + len(entries)}
    Chronology.objects.filter(pk=chronology.pk).update(**numbers)
    if chronology.state == "compiling":
        workflow.share(chronology, by=lead)
    else:
        casework.progress(chronology.case, chronology.agency, entries=chronology.entry_count)


def _entry(chronology: Chronology, entry: Entry, number: int, lead: Person) -> Entry:
    facts: dict[str, Any] = {**entry.as_written(), "written_by": lead, "written_at": clock.now()}
    new = Entry(id=uuid4(), chronology=chronology, case_id=chronology.case_id, number=number, **facts)
    new.stand_in_time()
    return new
