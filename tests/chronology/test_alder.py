"""The ten chronology files of the Alder case, as agencies really send them, by the product's own way in."""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from casework.models import Document
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import ALDER, a_case_with_a_period, a_chronology, a_read_file, again

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    return make_cast().keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast) -> Cast:
    return world.again()


TRUTH = json.loads((ALDER / "truth.json").read_text())
FILES = {each["file"].partition("/")[2]: each for each in TRUTH["files"]}


@pytest.fixture
def chronology(cast: Cast) -> Chronology:
    return a_chronology(cast, case=a_case_with_a_period(cast))


def content(name: str) -> bytes:
    return (ALDER / "chronologies" / name).read_bytes()


def truth_rows(name: str) -> list[dict[str, Any]]:
    told = FILES[name]
    return [dict(zip(told["row_fields"], row, strict=False)) for row in told["rows"]]


def statuses(file: ImportFile) -> dict[str, int]:
    counted = Counter(file.rows.values_list("status", flat=True))
    return {
        "should_import": counted["taken"] + counted["question"],
        "invalid": counted["refused"] + counted["outside"],
        "duplicate": counted["duplicate"],
    }


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_the_entries_it_should_and_nothing_twice(name: str, cast: Cast, chronology: Chronology) -> None:
    counts = {key: FILES[name]["counts"][key] for key in ("should_import", "invalid", "duplicate")}

    first = workflow.import_now(chronology, name, content(name), cast.lead)
    assert statuses(first) == counts
    reasons = Counter(first.rows.filter(status__in=["refused", "outside"]).values_list("reason", flat=True))
    assert reasons == Counter(row["why"] for row in truth_rows(name) if row.get("st") == "invalid")
    assert set(first.rows.filter(status="outside").values_list("reason", flat=True)) <= {"outside_period"}
    assert Entry.objects.filter(chronology=chronology).count() == counts["should_import"]
    assert again(chronology).entry_count == counts["should_import"]

    before = list(Entry.objects.order_by("number").values())
    second = workflow.import_now(again(chronology), name, content(name), cast.lead)
    assert statuses(second) == counts | {"should_import": 0, "duplicate": counts["should_import"] + counts["duplicate"]}
    assert list(Entry.objects.order_by("number").values()) == before
    assert again(chronology).entry_count == counts["should_import"]


def test_a_changed_file_loses_and_doubles_nothing(cast: Cast, chronology: Chronology) -> None:
    """Rows taken out, put in and worked on; one column called otherwise; the whole saved in another order."""
    name = "10_ambulance_service_incidents.xlsx"
    workflow.import_now(chronology, name, content(name), cast.lead)
    stood = {entry.pk: entry for entry in Entry.objects.all()}
    data, edits = worked_on(content(name))
    file = a_read_file(again(chronology), cast.lead, data, "v4 final FINAL.xlsx")
    assert file.replaces is not None
    counted = Counter(file.rows.values_list("status", flat=True))
    assert {key: counted[key] for key in edits} == edits
    for status in ("changed", "gone"):
        workflow.answer_rows(file, by=cast.lead, decision="take", status=status)
    workflow.apply_import(file, by=cast.lead)
    standing = list(Entry.objects.standing())
    assert len(standing) == again(chronology).entry_count == len(stood) - edits["gone"] + edits["taken"]
    kept = [entry for entry in standing if entry.pk in stood]
    assert all(entry.number == stood[entry.pk].number for entry in kept)
    assert sum(entry.event.endswith("Put right.") for entry in kept) == edits["changed"]
    assert Entry.objects.filter(struck_at__isnull=False).count() == edits["gone"]


def worked_on(data: bytes) -> tuple[bytes, dict[str, int]]:
    """The file as somebody gave it back: every ninth row put right, every thirteenth taken out, two written."""
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(str(cell.value).startswith("Date") for cell in row))
    told = truth_columns("10_ambulance_service_incidents.xlsx")["event"]
    place = next(cell.column for cell in head if str(cell.value) == told)
    good = [row["at"][1] for row in truth_rows("10_ambulance_service_incidents.xlsx") if (row.get("st") or "import") == "import"]
    changed, gone = good[4::9], good[2::13]
    changed = [number for number in changed if number not in gone]
    for number in changed:
        cell = sheet.cell(number, place)
        cell.value = f"{cell.value} Put right."
    for number in sorted(gone, reverse=True):
        sheet.delete_rows(number)
    for day in (3, 4):
        sheet.append([None] * (place - 1) + [f"Written after the fact, {day}."])
        sheet.cell(
            sheet.max_row, next(cell.column for cell in head if str(cell.value).startswith("Date"))
        ).value = f"0{day}/02/2021"
    held = BytesIO()
    book.save(held)
    return held.getvalue(), {"changed": len(changed), "gone": len(gone), "taken": 2, "question": 0}


def truth_columns(name: str) -> dict[str, str]:
    return {column["means"]: column["header"] for column in FILES[name]["columns"]}


def test_the_ten_files_together_give_the_whole_case() -> None:
    assert sum(each["counts"]["should_import"] for each in FILES.values()) == TRUTH["totals"]["should_import"] == 1570


def test_each_entry_stands_on_the_days_and_hours_its_row_says(cast: Cast, chronology: Chronology) -> None:
    """What was read arrives in the tables as it was read: dates with their precision, times, marks, the row itself."""
    name = "06_school_and_nursery_chronology.docx"
    workflow.import_now(chronology, name, content(name), cast.lead)
    entries = {(each.place["table"], each.place["row"]): each for each in Entry.objects.all()}
    wrong = []
    for row in truth_rows(name):
        if row.get("st") in {"invalid", "duplicate"}:
            assert tuple(row["at"]) not in entries
            continue
        entry = entries[tuple(row["at"])]
        told = (row["start"], row.get("end") or row["start"], row.get("prec") or "day")
        if (entry.start.isoformat(), entry.end.isoformat(), entry.precision) != told:
            wrong.append((row["at"], told, entry.when))
    # School terms may be answered with other bounds: the truth says so itself.
    assert [each for each in wrong if each[1][2] != "term"] == []


def test_the_original_is_kept_and_each_entry_says_where_it_came_from(cast: Cast, chronology: Chronology) -> None:
    name = "09_domestic_abuse_charity.ods"
    file = workflow.import_now(chronology, name, content(name), cast.lead)
    document = Document.objects.get(pk=file.document_id)
    assert (document.filename, document.sha256, document.about_id) == (name, file.sha256, chronology.pk)
    entry = Entry.objects.order_by("number").first()
    assert entry is not None
    assert (entry.import_file_id, entry.place["sheet"]) == (file.pk, "Contact log")
    assert entry.place_words == f"sheet Contact log, row {entry.place['row']}"
    assert entry.event in entry.raw.values()
