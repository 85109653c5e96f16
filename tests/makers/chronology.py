"""Chronologies as agencies reach them: opened for a case, filled by hand or from a file, shared."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from agencies.models import Person
from casework import appointments
from casework import workflow as casework
from casework.models.case import Case
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.makers.cast import Cast

CSV = "Date,Time,Source,Event,Child seen\n04/03/2021,10:15,Contact log,{event},{seen}\n"


def a_case(cast: Cast) -> Case:
    """A case of the cast's board, with its panel member and overview author."""
    case = casework.open_case(cast.board, framework="scr-2006", pseudonym="Child A", by=cast.manager)
    appointments.appoint(cast.panel_member, "panel_member", case, by=cast.manager)
    appointments.appoint(cast.overview_author, "overview_author", case, by=cast.manager, following=case)
    return case


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


def an_entry(chronology: Chronology, by: Person, **different: Any) -> Entry:
    """An entry written by hand."""
    day = different.pop("on", date(2021, 3, 4))
    written: dict[str, Any] = {
        "start": day,
        "end": day,
        "date_words": f"{day:%d/%m/%Y}",
        "source": "Contact log",
        "event": "Home visit, nobody in.",
    }
    return workflow.add_entry(chronology, by=by, **written | different)


def a_shared_chronology(cast: Cast, agency: str = "police", case: Case | None = None, entries: int = 1) -> Chronology:
    """A chronology of an agency without a report, shared by its lead (who is found by the agency)."""
    chronology = a_chronology(cast, agency, case)
    lead = LEADS[agency]
    for number in range(entries):
        an_entry(chronology, cast.people[lead], on=date.fromordinal(date(2021, 1, 1).toordinal() + number))
    return workflow.share(Chronology.objects.get(pk=chronology.pk), by=cast.people[lead])


def a_read_file(chronology: Chronology, by: Person, data: bytes, filename: str = "chronology.csv") -> ImportFile:
    """A file that was sent and read, and waits for an answer."""
    return workflow.read_file(workflow.import_file(chronology, filename=filename, data=data, by=by))


LEADS = {"police": "lead", "social_care": "colleague", "health": "health_lead"}
MATERIAL = Path(__file__).resolve().parent.parent / "material" / "alder" / "chronologies"
