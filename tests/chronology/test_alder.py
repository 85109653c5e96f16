"""The ten chronology files of the Alder case, as agencies really send them, by the product's own way in."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from casework.models import Document
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import ALDER, a_case_with_a_period, a_chronology, again

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
        "invalid": counted["refused"],
        "duplicate": counted["duplicate"],
    }


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_the_entries_it_should_and_nothing_twice(name: str, cast: Cast, chronology: Chronology) -> None:
    counts = {key: FILES[name]["counts"][key] for key in ("should_import", "invalid", "duplicate")}

    first = workflow.import_now(chronology, name, content(name), cast.lead)
    assert statuses(first) == counts
    assert Entry.objects.filter(chronology=chronology).count() == counts["should_import"]
    assert again(chronology).entry_count == counts["should_import"]

    before = list(Entry.objects.order_by("number").values())
    second = workflow.import_now(again(chronology), name, content(name), cast.lead)
    assert statuses(second) == counts | {"should_import": 0, "duplicate": counts["should_import"] + counts["duplicate"]}
    assert list(Entry.objects.order_by("number").values()) == before
    assert again(chronology).entry_count == counts["should_import"]


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
