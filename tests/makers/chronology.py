"""Chronologies as agencies reach them: opened for a case, filled by hand or from a file, shared."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from agencies.models import Person
from casework import appointments
from casework.models import Case
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.makers import reviews
from tests.makers.cast import Cast

ALDER = Path(__file__).resolve().parent.parent / "material" / "alder"
FIRST = date(2021, 1, 1)
LEADS = {"police": "lead", "social_care": "colleague", "health": "health_lead"}  # of each agency, by their part in the cast


def a_case(cast: Cast) -> Case:
    """A case file with its panel member and its overview author; no period has been agreed."""
    case = reviews.a_case(cast)
    appointments.appoint(cast.overview_author, "overview_author", case, by=cast.manager, following=case)
    return case


def a_case_with_a_period(cast: Cast) -> Case:
    """A case whose review gathers what agencies hold, for the period that was agreed."""
    return Case.objects.get(pk=reviews.gathering(cast).case_id)


def a_chronology(cast: Cast, agency: str = "police", case: Case | None = None) -> Chronology:
    """An agency's chronology for which no report was asked: its lead compiles and shares it."""
    case = case or a_case(cast)
    return workflow.open_chronology(case, cast.agencies[agency], by=cast.manager, following=case)


def a_chronology_with_report(cast: Cast, agency: str = "police", case: Case | None = None) -> Chronology:
    """A chronology on which the author and the countersigning officer of a report work.

    What a report is, this stage does not know: it binds to an id. Here the case's own id stands for the report.
    """
    case = case or a_case(cast)
    for part in ("author", "countersigner"):
        appointments.appoint(cast.people[part], part, case, by=cast.manager, following=case)
    return workflow.open_chronology(case, cast.agencies[agency], report_id=case.pk, by=cast.manager, following=case)


def an_entry(chronology: Chronology, by: Person, *, on: date = date(2021, 3, 4), **different: Any) -> Entry:
    """An entry written by hand, of one day unless told otherwise."""
    written: dict[str, Any] = {
        "start": on,
        "end": on,
        "precision": "day",
        "date_words": f"{on:%d/%m/%Y}",
        "source": "Contact log",
        "event": "Home visit, nobody in.",
    }
    return workflow.add_entry(chronology, by=by, **written | different)


def a_shared_chronology(cast: Cast, agency: str = "police", case: Case | None = None, entries: int = 1) -> Chronology:
    """A chronology of an agency without a report, with an entry a day from the first of January 2021, shared by its lead."""
    chronology = a_chronology(cast, agency, case)
    lead = cast.people[LEADS[agency]]
    if entries == 1:
        an_entry(chronology, lead, on=FIRST)
    elif entries:
        workflow.import_now(chronology, "chronology.csv", a_csv(*([day] for day in range(entries))), lead)
    return workflow.share(again(chronology), by=lead)


def a_csv(*rows: list[Any]) -> bytes:
    """A file with a row for each day from the first of January 2021: its day, perhaps an event and whether the child was seen."""
    lines = ["Date,Source,Event,Child seen"]
    for day, *rest in rows:
        event, seen, *_ = [*rest, "", ""][:2] if rest else [f"Event of day {day}.", "No"]
        lines.append(f'{FIRST + timedelta(days=day):%d/%m/%Y},Contact log,"{event}",{seen}')
    return "\n".join(lines).encode()


def a_read_file(chronology: Chronology, by: Person, data: bytes, filename: str = "chronology.csv") -> ImportFile:
    """A file that was sent and read, and waits for an answer."""
    return workflow.read_file(workflow.import_file(chronology, filename=filename, data=data, by=by))


def again(chronology: Chronology) -> Chronology:
    """The chronology as the database has it now."""
    return Chronology.objects.get(pk=chronology.pk)
