"""The way of a file: what is new, what is known, what is refused, and what happens when the worker dies."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection

from casework.models import Document, LogEntry
from casework.refusals import Blocked, Forbidden
from chronology import importing, tasks, workflow
from chronology.models import Chronology, Entry, ImportFile, ImportRow
from chronology.reading import Refused
from frameworks import clock
from tests.chronology.visiting import at
from tests.makers.cast import Cast
from tests.makers.chronology import ALDER, a_case_with_a_period, a_chronology, a_csv, a_read_file, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db
HOSTILE = sorted(path.name for path in (ALDER / "hostile").iterdir() if path.suffix != ".md")


@pytest.fixture
def noon() -> datetime:
    """Of the day of the test, which a run may reach after midnight."""
    return clock.now().replace(hour=12, minute=0, second=0, microsecond=0)


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (ImportFile, ImportRow, Entry, Document))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_leaves_nothing(name: str, cast: Cast, chronology: Chronology) -> None:
    """Refused with a sentence before or while it is read: no entry, no row, no paper, and in the log the refusal alone."""
    before = everything(), LogEntry.objects.count()
    with pytest.raises(Blocked) as refused:
        workflow.import_now(chronology, name, (ALDER / "hostile" / name).read_bytes(), cast.lead)
    assert [sentence for sentence in refused.value.sentences if not sentence.endswith((".", "?"))] == []
    assert (everything(), LogEntry.objects.count()) == before
    assert again(chronology).entry_count == 0


def test_a_file_that_the_worker_cannot_read_says_why_and_holds_nothing(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, b"Colour,Taste\nred,sweet\n")
    assert file.stage == "refused"
    assert file.sentence.startswith("No table with a column of dates and a column of events was found.")
    assert everything() == (1, 0, 0, 0)
    assert file.sentence in as_(cast.lead).get(file.get_absolute_url()).content.decode()


def test_a_file_with_new_rows_adds_only_those_and_says_what_it_knew(cast: Cast, chronology: Chronology) -> None:
    workflow.import_now(chronology, "first.csv", a_csv([0, "One"], [1, "Two"], [2, "Three"]), cast.lead)
    changed = a_csv([0, "One"], [1, "Two, put right"], [3, "Four"])
    file = workflow.import_now(again(chronology), "second.csv", changed, cast.lead)
    assert list(file.rows.values_list("status", "reason", "entry__number", "sentence")) == [
        ("duplicate", "already_there", 1, "This row has been taken in before."),
        ("changed", "", 2, ""),
        ("taken", "", 4, ""),
        ("gone", "", 3, "The earlier version of the file had this row, this one does not."),
    ]
    assert list(Entry.objects.by_time().values_list("number", "event")) == [(1, "One"), (2, "Two"), (3, "Three"), (4, "Four")]


def test_the_same_file_under_another_name_or_saved_anew_changes_nothing(cast: Cast, chronology: Chronology) -> None:
    workflow.import_now(chronology, "first.csv", a_csv([0, "One"], [1, "Two"]), cast.lead)
    saved_anew = a_csv([0, "One"], [1, "Two"]).replace(b",", b";").replace(b"\n", b"\r\n")
    workflow.import_now(again(chronology), "saved anew.csv", saved_anew, cast.lead)
    assert again(chronology).entry_count == Entry.objects.count() == 2


def test_a_row_whose_entry_was_changed_or_struck_out_is_not_taken_again(cast: Cast, chronology: Chronology) -> None:
    data = a_csv([0, "One"], [1, "Two"])
    workflow.import_now(chronology, "first.csv", data, cast.lead)
    one, two = Entry.objects.by_time()
    workflow.change_entry(one, version=1, by=cast.lead, event="One, put right")
    workflow.remove_entry(two, reason="Another family.", by=cast.lead)
    file = workflow.import_now(again(chronology), "again.csv", data, cast.lead)
    assert [row.sentence for row in file.rows.all()] == [
        "This row has been taken in before.",
        "This row has been taken in before, and its entry was struck out. Restore the entry if it should stand.",
    ]
    assert list(Entry.objects.standing().values_list("event", flat=True)) == ["One, put right"]


def test_two_files_read_at_the_same_time_take_a_row_once(cast: Cast, chronology: Chronology) -> None:
    first = a_read_file(chronology, cast.lead, a_csv([0, "One"], [1, "Two"]))
    second = a_read_file(again(chronology), cast.lead, a_csv([1, "Two"], [2, "Three"]))
    workflow.apply_import(first, by=cast.lead)
    workflow.apply_import(second, by=cast.lead)
    assert list(Entry.objects.by_time().values_list("number", "event")) == [(1, "One"), (2, "Two"), (3, "Three")]
    assert again(chronology).last_number == 3


def test_if_one_row_cannot_be_stored_none_is(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, a_csv([0, "One"], [1, "Two"]))
    row = file.rows.last()
    assert row is not None
    row.facts |= {"source": ""}
    row.save()
    with pytest.raises(DatabaseError, match="entry_has_a_source"):
        workflow.apply_import(file, by=cast.lead)
    assert (Entry.objects.count(), again(chronology).entry_count, ImportFile.objects.get().stage) == (0, 0, "read")


def test_a_row_without_a_source_has_its_place_in_the_file_as_source(cast: Cast, chronology: Chronology) -> None:
    workflow.import_now(chronology, "gp.csv", b"Date,Event\n01/02/2021,Visit\n", cast.lead)
    assert Entry.objects.get().source == "gp.csv, line 2"


def test_rows_outside_the_agreed_period_are_held_out_with_the_reason(cast: Cast) -> None:
    chronology = a_chronology(cast, case=a_case_with_a_period(cast))
    data = b"Date,Source,Event\n31/05/2019,Log,Before\n01/06/2019,Log,First day\n10/03/2023,Log,Last day\n11/03/2023,Log,After\n"
    file = workflow.import_now(chronology, "police.csv", data, cast.lead)
    assert list(file.rows.values_list("status", "reason")) == [
        ("outside", "outside_period"),
        ("taken", ""),
        ("taken", ""),
        ("outside", "outside_period"),
    ]
    assert file.rows.all()[0].sentence == "31 May 2019 is before the period under review, which begins on 1 June 2019."


def test_the_task_may_run_twice(cast: Cast, chronology: Chronology) -> None:
    file = workflow.import_file(chronology, filename="police.csv", data=a_csv([0], [1]), by=cast.lead)
    tasks.read_import(str(file.pk))
    tasks.read_import(str(file.pk))
    file.refresh_from_db()
    assert (file.stage, file.attempts, file.rows.count()) == ("read", 1, 2)
    tasks.read_import("00000000-0000-0000-0000-000000000000")


def test_a_file_whose_reader_died_is_read_by_the_next_one(cast: Cast, chronology: Chronology, noon: datetime) -> None:
    with clock.travelling(noon):
        file = workflow.import_file(chronology, filename="police.csv", data=a_csv([0], [1]), by=cast.lead)
        assert importing.claim(file)  # and here the worker is killed
        tasks.read_waiting()
        file.refresh_from_db()
        assert (file.stage, file.is_stuck) == ("reading", False)
    with clock.travelling(noon + timedelta(minutes=3)):
        assert ImportFile.objects.get().is_stuck
        tasks.read_waiting()
    file.refresh_from_db()
    assert (file.stage, file.attempts, file.rows.count()) == ("read", 2, 2)


def test_a_reading_that_stops_three_times_is_given_up_with_a_sentence(cast: Cast, chronology: Chronology, noon: datetime) -> None:
    file = workflow.import_file(chronology, filename="police.csv", data=a_csv([0]), by=cast.lead)
    for minutes in (0, 3, 6):
        with clock.travelling(noon + timedelta(minutes=minutes)):
            assert importing.claim(ImportFile.objects.get())
    with clock.travelling(noon + timedelta(minutes=9)):
        tasks.read_waiting()
    file.refresh_from_db()
    assert (file.stage, file.sentence) == (
        "refused",
        "Reading this file has stopped three times. Save it anew in the program it comes from, or send it as CSV.",
    )


def test_a_stopped_reading_is_started_again_by_a_button(cast: Cast, chronology: Chronology, noon: datetime) -> None:
    client = as_(cast.lead)
    with clock.travelling(noon):
        file = workflow.import_file(chronology, filename="police.csv", data=a_csv([0]), by=cast.lead)
        importing.claim(file)
        assert client.post(at("import_read_again", file)).status_code == 409
    with clock.travelling(noon + timedelta(minutes=3)):
        assert "Reading this file has stopped." in client.get(file.get_absolute_url()).content.decode()
        assert client.post(at("import_read_again", file)).status_code == 302
    file.refresh_from_db()
    assert (file.stage, file.attempts) == ("waiting", 0)


def test_a_late_reader_cannot_overwrite_what_another_has_kept(cast: Cast, chronology: Chronology) -> None:
    file = workflow.import_file(chronology, filename="police.csv", data=a_csv([0]), by=cast.lead)
    importing.claim(file)
    report = importing.read(file)
    workflow.keep_reading(file, report)
    with pytest.raises(Blocked, match="has been read, or set aside, meanwhile"):
        workflow.keep_reading(file, report)


def test_progress_is_told_while_the_rows_are_read(cast: Cast, chronology: Chronology) -> None:
    file = workflow.import_file(chronology, filename="police.csv", data=a_csv(*([day] for day in range(1_500))), by=cast.lead)
    importing.claim(file)
    seen: list[int] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("UPDATE") and '"percent"' in sql:
            seen.append(params[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        importing.read(file)
    assert seen == sorted(set(seen))
    assert len(seen) >= 3
    assert seen[-1] <= 99


def test_a_shared_chronology_takes_no_file_and_one_with_a_waiting_file_is_not_shared(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead)
    file = a_read_file(again(chronology), cast.lead, a_csv([0]))
    with pytest.raises(Blocked, match="A file has been imported and nobody has answered it yet"):
        workflow.share(again(chronology), by=cast.lead)
    workflow.set_aside(file, by=cast.lead)
    workflow.share(again(chronology), by=cast.lead)
    with pytest.raises(Blocked, match="“Import a file” is not possible now"):
        workflow.import_file(again(chronology), filename="more.csv", data=a_csv([1]), by=cast.lead)


def test_nobody_else_may_send_answer_or_see_a_file(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, a_csv([0]))
    for part in ("manager", "chair", "panel_member", "overview_author", "colleague", "auditor"):
        client = as_(cast.people[part])
        for name in ("import", "import_columns"):
            assert client.get(at(name, file)).status_code == 404
        for name in ("import_apply", "import_set_aside", "import_read_again"):
            assert client.post(at(name, file)).status_code == 404
    an_entry(again(chronology), cast.lead)
    workflow.apply_import(file, by=cast.lead)
    workflow.share(again(chronology), by=cast.lead)
    with pytest.raises(Forbidden):
        workflow.import_file(again(chronology), filename="more.csv", data=a_csv([1]), by=cast.manager)


def test_a_refusal_of_the_reading_is_raised_as_it_is(cast: Cast, chronology: Chronology) -> None:
    file = workflow.import_file(chronology, filename="police.csv", data=b"Colour\nred\n", by=cast.lead)
    importing.claim(file)
    with pytest.raises(Refused):
        importing.read(file)
