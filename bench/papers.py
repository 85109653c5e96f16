"""Measures a chronology on paper: 2,000 entries on A3 with swim lanes and genogram, from the asking to the PDF.

The entries are those of the richest case and copies of them, in a transaction that is taken back. ``measure()`` prints the
figures and returns them; whoever calls it has set Django up.
"""

from __future__ import annotations

import resource
import time
from pathlib import Path
from uuid import uuid4

from django.db import transaction

ENTRIES = 2_000
LIMIT = 15.0


def measure(keep: Path | None = None) -> dict[str, float]:
    """Seconds, pages and the megabytes that the process which sets the PDF held; ``keep`` is where the PDF shall lie."""
    from casework.printing import printed  # noqa: PLC0415 - the same
    from chronology.exporting.printing import BOUNDS, html_of  # noqa: PLC0415 - it knows models, which are there only now

    with transaction.atomic():
        asked = _asked()
        began = time.perf_counter()
        html = html_of(asked)
        written = time.perf_counter()
        pages, pdf = printed(html, BOUNDS, styles="chronology-print.css")
        seconds = time.perf_counter() - began
        transaction.set_rollback(True)
    if keep is not None:
        keep.write_bytes(pdf)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    held, processor = used.ru_maxrss / 1_024, used.ru_utime + used.ru_stime
    said = f"{ENTRIES:,} entries on A3: {pages} pages in {seconds:.1f} s ({processor:.1f} s of a processor)"
    print(f"{said}, of which {written - began:.1f} s for the HTML; {held:.0f} MB")
    return {"seconds": seconds, "processor": processor, "pages": pages, "megabytes": held}


def _asked() -> object:
    """A printout of as many entries as are measured, of the richest case, as its board's manager would ask for it."""
    from django.db.models import Count  # noqa: PLC0415 - the same

    from agencies.models import Person, Role  # noqa: PLC0415 - the same
    from casework.models import Case  # noqa: PLC0415 - the same
    from chronology import workflow  # noqa: PLC0415 - the same
    from chronology.integrated import chronologies_of  # noqa: PLC0415 - the same
    from chronology.kinship import kinship_of  # noqa: PLC0415 - the same
    from chronology.lanes import picture_of  # noqa: PLC0415 - the same
    from chronology.models import Chronology, Entry, PersonKey  # noqa: PLC0415 - the same
    from chronology.narrowing import Narrowing, entries_of  # noqa: PLC0415 - the same
    from chronology.on_paper import first_pages  # noqa: PLC0415 - the same

    richest = Entry.objects.values("case").annotate(entries=Count("pk")).order_by("-entries")[0]["case"]
    case = Case.objects.select_related("board").get(pk=richest)
    manager = Person.objects.get(roles__in=Role.objects.current().filter(role="manager", about_id=case.board_id)[:1])
    chronologies = chronologies_of(case, list(Chronology.objects.filter(case=case).values_list("pk", flat=True)))
    _fill_up(case)
    ids = list(entries_of(case, chronologies, Narrowing()).values_list("pk", flat=True)[:ENTRIES])
    key = PersonKey.objects.filter(case=case).first()
    front = first_pages(picture_of(case, chronologies, Narrowing()), kinship_of(case, key, seen_by=manager) if key else None)
    entries = Entry.objects.filter(pk__in=ids)
    return workflow.print_chronology(case, entries=entries, chronologies=chronologies, paper="A3", front=front, by=manager)


def _fill_up(case: object) -> None:
    """Copies of the case's entries until there are enough."""
    from chronology.models import Entry  # noqa: PLC0415 - the same

    there = list(Entry.objects.filter(case=case).standing().defer("search"))
    copies = [there[place % len(there)] for place in range(max(0, ENTRIES - len(there)))]
    for number, entry in enumerate(copies):
        fields = {each.attname: getattr(entry, each.attname) for each in Entry._meta.concrete_fields if each.attname != "search"}
        fields |= {"id": uuid4(), "number": 1_000_000 + number, "digest": ""}
        copies[number] = Entry(**fields)
    Entry.objects.bulk_create(copies, batch_size=500)
