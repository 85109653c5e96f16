"""A file that comes again, changed: what is new, changed or gone, and only what somebody confirms."""

from __future__ import annotations

from typing import Any

import pytest

from casework.models import LogEntry
from casework.refusals import Blocked
from chronology import describing, workflow
from chronology.models import Chronology, Entry, ImportFile, ImportRow
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_chronology, a_csv, a_read_file, again
from tests.visiting import as_

pytestmark = pytest.mark.django_db
FIRST = a_csv([0, "Home visit, nobody in."], [1, "Telephone call to the nursery."], [2, "Strategy discussion held."])
LATER = a_csv([0, "Home visit, nobody in."], [1, "Telephone call to the nursery and the school."], [3, "Conference held."])


@pytest.fixture(scope="module")
def world(kept: None) -> Any:
    cast = make_cast()
    chronology = a_chronology(cast)
    workflow.import_now(chronology, "police.csv", FIRST, cast.lead)
    return cast


@pytest.fixture
def cast(world: Any) -> Cast:
    found: Cast = world.again()
    return found


@pytest.fixture
def chronology(cast: Cast) -> Chronology:
    return Chronology.objects.get()


def said(file: ImportFile) -> list[tuple[str, str, int | None]]:
    return list(file.rows.values_list("status", "reason", "entry__number"))


def stands() -> list[tuple[int, int, str]]:
    return list(Entry.objects.standing().order_by("number").values_list("number", "version", "event"))


BEFORE = [(1, 1, "Home visit, nobody in."), (2, 1, "Telephone call to the nursery."), (3, 1, "Strategy discussion held.")]


def test_nothing_is_applied_that_nobody_confirmed(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER, "police, second version.csv")
    assert said(file) == [("duplicate", "already_there", 1), ("changed", "", 2), ("taken", "", None), ("gone", "", 3)]
    workflow.answer_rows(file, by=cast.lead, decision="leave", status="taken")
    workflow.apply_import(file, by=cast.lead)
    assert stands() == BEFORE
    assert again(chronology).entry_count == 3


def test_what_is_confirmed_becomes_the_next_version_of_the_same_entry(cast: Cast, chronology: Chronology) -> None:
    ids = dict(Entry.objects.values_list("number", "pk"))
    file = a_read_file(chronology, cast.lead, LATER)
    workflow.answer_rows(file, by=cast.lead, decision="take", ordinals=[2])
    workflow.answer_rows(file, by=cast.lead, decision="take", ordinals=[4], because="Recorded in error.")
    workflow.apply_import(file, by=cast.lead)
    assert stands() == [
        (1, 1, "Home visit, nobody in."),
        (2, 2, "Telephone call to the nursery and the school."),
        (4, 1, "Conference held."),
    ]
    changed, struck = Entry.objects.get(number=2), Entry.objects.get(number=3)
    assert (changed.pk, struck.pk) == (ids[2], ids[3])
    assert changed.versions.get().written["event"] == "Telephone call to the nursery."
    assert (struck.struck_because, struck.struck_by) == ("Recorded in error.", cast.lead)
    assert (again(chronology).entry_count, again(chronology).last_number) == (3, 4)
    logged = LogEntry.objects.filter(act="chronology.rows").order_by("-id")[0].payload
    assert '"changed":1' in logged
    assert '"struck":1' in logged


def test_the_same_later_version_a_second_time_changes_nothing(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER)
    for status in ("changed", "gone"):
        workflow.answer_rows(file, by=cast.lead, decision="take", status=status)
    workflow.apply_import(file, by=cast.lead)
    before = list(Entry.objects.order_by("number").values())
    second = a_read_file(again(chronology), cast.lead, LATER)
    assert {status for status, _, _ in said(second)} == {"duplicate"}
    workflow.apply_import(second, by=cast.lead)
    assert list(Entry.objects.order_by("number").values()) == before


def test_what_was_changed_is_shown_side_by_side(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER)
    [difference] = describing.differences(file.rows.select_related("entry", "import_file").get(status="changed"))
    assert (difference.label, difference.stands) == ("Event", "Telephone call to the nursery.")
    assert ("new", " and the school") in difference.pieces
    page = as_(cast.lead).get(file.get_absolute_url() + "?status=changed").content.decode()
    assert "<ins> and the school</ins>" in page


def test_an_entry_that_was_edited_by_hand_is_flagged_and_keeps_what_the_file_did_not_change(
    cast: Cast, chronology: Chronology
) -> None:
    workflow.change_entry(
        Entry.objects.get(number=2), version=1, by=cast.lead, comment="Ask the nursery.", event="Call to Sunshine."
    )
    file = a_read_file(again(chronology), cast.lead, LATER)
    assert said(file)[1] == ("changed", "edited_since", 2)
    workflow.answer_rows(file, by=cast.lead, decision="take", ordinals=[2])
    workflow.apply_import(file, by=cast.lead)
    entry = Entry.objects.get(number=2)
    assert (entry.version, entry.event, entry.comment) == (3, "Telephone call to the nursery and the school.", "Ask the nursery.")
    assert entry.versions.first().written["event"] == "Call to Sunshine."  # type: ignore[union-attr]


def test_a_row_that_the_file_did_not_change_leaves_a_hand_edited_entry_alone(cast: Cast, chronology: Chronology) -> None:
    workflow.change_entry(Entry.objects.get(number=2), version=1, by=cast.lead, event="Call to Sunshine.")
    file = a_read_file(again(chronology), cast.lead, FIRST)
    assert {status for status, _, _ in said(file)} == {"duplicate"}


def test_an_entry_edited_after_the_comparison_is_not_overwritten(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER)
    workflow.answer_rows(file, by=cast.lead, decision="take", status="changed")
    workflow.change_entry(Entry.objects.get(number=2), version=1, by=cast.lead, event="Edited meanwhile.")
    with pytest.raises(Blocked, match="Entry 2 has been changed since this file was read"):
        workflow.apply_import(file, by=cast.lead)
    assert Entry.objects.get(number=2).event == "Edited meanwhile."
    assert Entry.objects.count() == 3


def test_a_column_that_was_added_or_called_otherwise_doubles_nothing(cast: Cast, chronology: Chronology) -> None:
    lines = FIRST.decode().replace("Event,", "What happened,").splitlines()
    data = "\n".join([f"{lines[0]},Comment", *(f"{line},Late entry" for line in lines[1:])]).encode()
    file = a_read_file(chronology, cast.lead, data, "other.csv")
    assert [(status, number) for status, _, number in said(file)] == [("changed", 1), ("changed", 2), ("changed", 3)]
    assert [row.changes for row in file.rows.all()] == [["comment"]] * 3


def test_a_column_that_was_misread_is_put_right_by_the_same_file(cast: Cast, chronology: Chronology) -> None:
    mapping = {"Date": "date", "Source": "professional", "Event": "event", "Child seen": "child_seen"}
    file = a_read_file(chronology, cast.lead, FIRST)
    workflow.read_again(file, by=cast.lead, mapping=mapping)
    file = workflow.read_file(ImportFile.objects.get(pk=file.pk))
    assert {(row.status, tuple(row.changes)) for row in file.rows.all()} == {("changed", ("professional",))}


def test_another_part_of_the_agency_s_records_is_no_later_version(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, a_csv([20, "Arrest."], [21, "Bail."]), "custody.csv")
    assert (file.replaces, [status for status, _, _ in said(file)]) == (None, ["taken", "taken"])


def test_a_person_says_which_file_it_is_a_version_of(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER)
    assert file.replaces is not None
    client = as_(cast.lead)
    form = client.get(at("import_columns", file)).context["form"]
    typed = {f"column_{number}": field.initial for number, (_, field) in enumerate(form.rows())}
    client.post(at("import_columns", file), typed | {"replaces": "nothing"})
    file = workflow.read_file(ImportFile.objects.get(pk=file.pk))
    assert [status for status, _, _ in said(file)] == ["duplicate", "taken", "taken"]


def test_ticks_are_kept_and_taken_back_on_the_page(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, LATER)
    client = as_(cast.lead)
    answer = client.post(at("import_answer", file), {"status": "changed", "all": "yes", "decision": "take"}, follow=True)
    assert "1 row is answered: it will be taken as shown." in answer.content.decode()
    assert (
        answer.context["outlook"] | {"new": 1, "changing": 1, "striking": 0, "gone": 1, "changed": 0} == answer.context["outlook"]
    )
    client.post(at("import_answer", file), {"rows": ["2"], "decision": "undo"})
    assert set(ImportRow.objects.values_list("decision", flat=True)) == {""}
    told = client.post(at("import_apply", file), follow=True).content.decode()
    assert "One entry was taken in." in told
    assert client.post(at("import_answer", file), {"rows": ["2"], "decision": "take"}).status_code == 409
