"""Measures how long an agency waits for its file: 5,000 rows of Excel, from the upload to the entries.

The file is made here, messy enough to be a real one. What is measured runs in a transaction that is taken back.
``measure()`` prints the figures and returns them in seconds; whoever calls it has set Django up.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.db import transaction
from openpyxl import Workbook

ROWS = 5_000
LIMIT = 10.0
HEADS = ("Ref", "Date of contact", "Time", "Source", "Worker", "What happened", "Child seen?", "Action taken", "Comment")
FORMS = ("%d/%m/%Y", "%d.%m.%y", "%-d %B %Y", "%a %d %b %Y", "c. %d/%m/%Y", "%B %Y")
WORDS = (
    "home visit nobody in telephone call from the nursery strategy discussion held bruise noted explained by a fall referral "
    "closed without a visit voicemail left weight on the ninth centile plan unchanged mother tearful kitchen bare baby asleep"
).split()


DAYS = (date(2019, 6, 1), date(2022, 12, 21))


def workbook(rows: int = ROWS, changed: int = 0, days: tuple[date, date] = DAYS) -> bytes:
    """A chronology of these days as a system might export it; ``changed`` rows tell something else than in the one before."""
    first, whole = days[0], (days[1] - days[0]).days
    chance = random.Random(11)  # noqa: S311 - the same file each time
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Contacts")
    sheet.append(["Extract for the review"])
    sheet.append(list(HEADS))
    for number in range(rows):
        day = first + timedelta(days=number * whole // rows)
        told = " ".join(chance.choice(WORDS) for _ in range(35)).capitalize()
        late = " Put right later." if number < changed else ""
        clock = f"{chance.randrange(24):02d}:{chance.randrange(60):02d}"
        said = [day.strftime(chance.choice(FORMS)), clock, "Case notes", f"HV{chance.randrange(9)}", f"{told}.{late}"]
        sheet.append([f"C{number:05d}", *said, chance.choice(("Y", "N", "")), told[:60], told[60:120]])
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def measure() -> dict[str, float]:
    """The seconds from a file to its entries: read and held against what stands, taken in, and again when it comes changed."""
    from chronology import workflow  # noqa: PLC0415 - it knows models, which are there only once Django is set up
    from chronology.models import Chronology, Entry  # noqa: PLC0415 - the same

    figures: dict[str, float] = {}
    with transaction.atomic():
        chronology, lead = _somewhere()
        days = _days_under_review(chronology)
        first, changed = workbook(days=days), workbook(changed=500, days=days)
        file = _timed(figures, "read", lambda: _read(chronology, first, lead))
        _timed(figures, "take in", lambda: workflow.apply_import(file, by=lead))
        taken = Entry.objects.filter(import_file=file).count()
        figures["whole way of 5,000 rows"] = figures["read"] + figures["take in"]
        again = Chronology.objects.get(pk=chronology.pk)
        later = _timed(figures, "read a later version, 500 rows changed", lambda: _read(again, changed, lead))
        counts = dict(later.counts)
        transaction.set_rollback(True)
    print(f"{taken:,} of {ROWS:,} rows taken in; a later version: {counts}")
    for name, seconds in figures.items():
        print(f"  {name}: {seconds:.2f} s")
    print(f"  limit for the whole way: {LIMIT:.0f} s, {'met' if figures['whole way of 5,000 rows'] < LIMIT else 'MISSED'}")
    return figures


def _somewhere() -> tuple[Any, Any]:
    """A chronology that is being compiled, and somebody who may compile it."""
    from agencies.models import Person, Role  # noqa: PLC0415 - see measure
    from chronology.models import Chronology  # noqa: PLC0415 - see measure

    for chronology in Chronology.objects.filter(state="compiling", case__state="open").select_related("agency"):
        held = Role.objects.current().filter(role="lead", about_id=chronology.agency_id).select_related("person").first()
        if held is not None and not chronology.imports.open().exists():
            return chronology, Person.objects.get(pk=held.person_id)
    raise LookupError("No chronology is being compiled here.")


def _days_under_review(chronology: Any) -> tuple[date, date]:
    """The days of which nothing is held aside."""
    from chronology.importing import period_of  # noqa: PLC0415 - see measure

    first, last = period_of(chronology) or DAYS
    return first or DAYS[0], last or DAYS[1]


def _read(chronology: Any, data: bytes, by: Any) -> Any:
    from chronology import workflow  # noqa: PLC0415 - see measure

    return workflow.read_file(workflow.import_file(chronology, filename="extract.xlsx", data=data, by=by))


def _timed(figures: dict[str, float], name: str, deed: Callable[[], Any]) -> Any:
    begin = time.perf_counter()
    result = deed()
    figures[name] = time.perf_counter() - begin
    return result
