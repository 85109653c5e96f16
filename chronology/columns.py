"""What the columns of an agency's files mean, once somebody has put it right: remembered, used again, forgotten."""

from __future__ import annotations

from typing import Any

from agencies.models import Agency, Person
from chronology.models import ImportFile, RememberedColumns
from chronology.reading import Remembered
from chronology.reading.remembering import AS_BEFORE, heading_key, headings_key
from frameworks import clock


def remembered_by(agency: Agency) -> dict[str, Remembered]:
    """What is remembered of the agency's files, by the headings of the table."""
    kept = RememberedColumns.objects.filter(agency=agency)
    return {each.headings: Remembered(each.meanings, each.date_order) for each in kept}


def remember(file: ImportFile, mapping: dict[str, str], date_order: str, by: Person) -> int:
    """Keep for the agency what each of the file's tables was said to mean; how many tables that were."""
    tables = {headings_key(headers): headers for table in file.tables if (headers := _headers(table))}
    for key, headers in tables.items():
        RememberedColumns.objects.update_or_create(
            agency=file.chronology.agency,
            headings=key,
            defaults={
                "meanings": {heading_key(header): mapping[header] for header in headers if header in mapping},
                "date_order": date_order,
                "decided_by": by,
                "decided_at": clock.now(),
            },
        )
    return len(tables)


def forget(file: ImportFile) -> int:
    """Forget what is remembered for tables with the headings of this file's."""
    keys = [headings_key(_headers(table)) for table in file.tables]
    return RememberedColumns.objects.filter(agency=file.chronology.agency, headings__in=keys).delete()[0]


def differs(file: ImportFile, mapping: dict[str, str]) -> bool:
    """Whether somebody said something else than the headings and cells suggest."""
    read: dict[str, Any] = {column["header"]: column for table in reversed(file.tables) for column in table["columns"]}
    return any(
        header in read and (read[header]["meaning"] != meaning or read[header]["why"] == AS_BEFORE)
        for header, meaning in mapping.items()
    )


def _headers(table: dict[str, Any]) -> list[str]:
    return [column["header"] for column in table["columns"]]
