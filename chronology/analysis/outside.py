"""Files outside any case as the analyst reads them: each file one agency, named and placed by its file's name."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from chronology.analysis.records import NO, NOT_APPLICABLE, NOT_RECORDED, YES, AgencyFacts, Record
from chronology.analysis.services import services_of_name
from chronology.reading import FileReport, Row

MARKS = {"yes": YES, "no": NO, "n/a": NOT_APPLICABLE, None: NOT_RECORDED}
TAKING_PART = frozenset({"taken", "question"})
SECTOR_OF = {
    "police": "police",
    "social_care": "local_authority",
    "early_help": "local_authority",
    "adult_care": "local_authority",
    "school": "education",
    "nursery": "education",
    "probation": "probation",
    "housing": "housing",
    "domestic_abuse": "voluntary",
    "charity": "voluntary",
    "hospital": "health",
    "maternity": "health",
    "gp": "health",
    "health_visiting": "health",
    "ambulance": "health",
    "mental_health": "health",
}
NOT_A_NAME = re.compile(
    r"\b(?:chronolog(?:y|ies)|final|signed|draft|copy|version|v ?\d+(?:\.\d+)?|export|extract|print ?out|imr|report"
    r"|significant events?|(?<!0-)(?<!5-)(?!0-(?:5|19)\b)(?!5-19\b)\d+)\b",
    re.IGNORECASE,
)


def key_of(file: str, row: Row) -> str:
    """The identity of a row outside a case."""
    return f"{file}#{json.dumps(row.at.as_json(), sort_keys=True)}"


def records_of(file: str, report: FileReport) -> list[Record]:
    """The rows of a file that an import would take."""
    return [_record(file, row) for row in report.rows if row.status in TAKING_PART and row.start is not None]


def agency_of(file: str) -> AgencyFacts:
    """The agency that a file's name tells, and its sector where the name says so."""
    stem = re.sub(r"[_\s]+", " ", PurePath(file).stem)
    name = re.sub(r"\s{2,}", " ", NOT_A_NAME.sub(" ", stem)).strip(" -,.()") or stem
    sectors = sorted({SECTOR_OF[service] for service in services_of_name(name) if service in SECTOR_OF})
    return AgencyFacts(name[0].upper() + name[1:], sectors[0] if len(sectors) == 1 else "")


def _record(file: str, row: Row) -> Record:
    words = row.texts.get
    assert row.start is not None  # noqa: S101 - rows without a date are refused
    return Record(
        key=key_of(file, row),
        agency=file,
        start=row.start,
        end=row.end or row.start,
        precision=row.precision or "day",
        time=row.time,
        end_time=row.end_time,
        time_precision=row.time_precision or "",
        known_on=row.known_on,
        child_seen=MARKS[row.child_seen],
        child_alone=MARKS[row.child_alone],
        source=words("source", ""),
        professional=words("professional", ""),
        persons=words("person", ""),
        contact_type=words("contact_type", ""),
        event=words("event", ""),
        child_views=words("child_views", ""),
        action=words("action", ""),
        outcome=words("outcome", ""),
        told=words("told", ""),
        standard=words("standard", ""),
        comment=words("comment", ""),
        reference=words("reference", ""),
    )
