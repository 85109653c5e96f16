"""The Alder chronologies, against the case's own account of what is right."""

from __future__ import annotations

import pytest

from chronology.reading.files import read
from tests.chronology.reading.truth import ALDER, FILES, PERIOD, TRUTH, Measure, measure, read_anew, reading_of


@pytest.fixture(scope="module")
def figures() -> Measure:
    measured = measure()
    print(f"\n{measured}")  # noqa: T201 - the figures themselves: pytest -s shows them
    return measured


def test_every_row_is_found_and_none_besides(figures: Measure) -> None:
    assert figures.rows.share == 1.0, str(figures.rows)


def test_every_refused_row_has_the_right_reason(figures: Measure) -> None:
    assert figures.refused.share == 1.0, str(figures.refused)


def test_every_double_is_marked_as_a_double_of_its_first(figures: Measure) -> None:
    assert figures.duplicates.share == 1.0, str(figures.duplicates)


def test_tricky_dates_are_read_with_their_precision(figures: Measure) -> None:
    assert figures.tricky_dates.of > 700
    assert figures.tricky_dates.share == 1.0, str(figures.tricky_dates)
    assert figures.dates.share == 1.0, str(figures.dates)


def test_times_are_read(figures: Measure) -> None:
    assert figures.times.share == 1.0, str(figures.times)


def test_child_seen_marks_are_read(figures: Measure) -> None:
    assert figures.seen.share == 1.0, str(figures.seen)


@pytest.mark.parametrize("entry", TRUTH["files"], ids=lambda entry: entry["agency"])
def test_counts_of_each_file(entry: dict) -> None:
    counts = reading_of(entry["file"]).counts
    expected = entry["counts"]
    assert counts["taken"] + counts["question"] == expected["should_import"]
    assert (counts["refused"], counts["duplicate"]) == (expected["invalid"], expected["duplicate"])


@pytest.mark.parametrize("entry", TRUTH["files"], ids=lambda entry: entry["agency"])
def test_lines_that_are_no_entries_are_told_apart(entry: dict) -> None:
    report = reading_of(entry["file"])
    aside = {tuple(each.at.as_json().values()): each.kind for each in report.aside}
    for expected in entry["ignore_rows"]:
        kind = {"preamble": "title"}.get(expected["kind"], expected["kind"])
        if kind in {"title", "section", "footer"} and "record" not in expected:
            assert aside[expected.get("sheet") or expected["table"], expected["row"]] == kind
    columns = report.columns
    assert set(columns) == {column["header"] for column in entry["columns"]}


MEANS = {"ref": {"reference"}, "seen": {"child_seen"}, "sig": {"significance"}, "response": {"action", "outcome"}}


@pytest.mark.parametrize("entry", TRUTH["files"], ids=lambda entry: entry["agency"])
def test_columns_mean_what_they_mean(entry: dict) -> None:
    columns = reading_of(entry["file"]).columns
    for column in entry["columns"]:
        assert columns[column["header"]] in MEANS.get(column["means"], {column["means"]})
    assert reading_of(entry["file"]).date_order == entry["date_order"][:3]


@pytest.mark.parametrize("file", FILES)
def test_not_a_word_is_lost_or_altered(file: str) -> None:
    """The narrative of each row stands unchanged both among its texts and in the cell as it was."""
    for row in reading_of(file).rows:
        header = next(header for header in row.raw if header == row_header(file, "event")) if "event" in row.texts else None
        if header:
            assert row.texts["event"] == row.raw[header].strip()


def row_header(file: str, meaning: str) -> str:
    entry = next(entry for entry in TRUTH["files"] if entry["file"] == file)
    return next(column["header"] for column in entry["columns"] if column["means"] == meaning)


@pytest.mark.parametrize("file", FILES)
def test_reading_twice_gives_the_same(file: str) -> None:
    assert read_anew(file) == reading_of(file)
    digests = [row.digest for row in reading_of(file).rows if row.status in {"taken", "question"}]
    assert len(digests) == len(set(digests))


def test_without_a_period_nothing_is_outside_it() -> None:
    file = FILES[0]
    reasons = {row.reason for row in read(ALDER / file, file.split("/")[1]).rows}
    assert "outside_period" not in reasons
    assert PERIOD[0] is not None
