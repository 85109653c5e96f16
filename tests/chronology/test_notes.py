"""The panel's notes: beside the agencies' text and never in it, with every word kept."""

from __future__ import annotations

from datetime import date

import pytest

from casework.refusals import Blocked, Hidden, Outdated
from chronology import panel_workflow, workflow
from chronology.models import Note
from tests.chronology.panel import Room, a_room
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import MOST_QUERIES, as_, questions, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    return a_room(make_cast())


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


@pytest.fixture
def note(room: Room) -> Note:
    return panel_workflow.add_note(
        room.integrated, entry=room.entry("police"), words="Who else was told?", by=room.cast.panel_member
    )


def test_a_note_stands_beside_an_entry_and_on_its_page_and_no_agency_reads_it(room: Room, note: Note) -> None:
    entry = room.entry("police")
    assert "Who else was told?" in words(as_(room.cast.chair).get(at("entry", entry)))
    shown = words(as_(room.cast.lead).get(at("entry", entry)))
    assert ("Who else was told?" in shown, "notes" in shown) == (False, False)
    assert as_(room.cast.lead).get(at("note", note)).status_code == 404
    assert entry.version == 1


def test_a_note_may_stand_at_a_stretch_of_time(room: Room) -> None:
    client, address = as_(room.cast.overview_author), at("case_add_note", room.case)
    refused = client.post(address, {"when": "some time", "words": "Nobody went."})
    assert "when" in refused.context["form"].errors
    assert "Nobody went." in refused.content.decode()
    client.post(address, {"when": "March 2021", "words": "Nobody went."})
    note = Note.objects.get()
    assert (note.start, note.end, note.entry, note.begun_by) == (
        date(2021, 3, 1),
        date(2021, 3, 31),
        None,
        room.cast.overview_author,
    )
    assert "1–31 Mar 2021" in words(client.get(at("case_notes", room.case)))


def test_a_note_goes_with_the_chronology_its_entry_is_in(room: Room, note: Note) -> None:
    room.send_back("police")
    client = as_(room.cast.panel_member)
    assert client.get(at("note", note)).status_code == 404
    assert "Who else" not in words(client.get(at("case_notes", room.case)))
    with pytest.raises(Hidden):
        panel_workflow.change_note(note, version=1, words="?", by=room.cast.panel_member)
    with pytest.raises(Hidden):
        panel_workflow.add_note(room.integrated, entry=room.entry("police"), words="?", by=room.cast.panel_member)


def test_a_note_is_flagged_once_its_entry_says_something_else(room: Room, note: Note) -> None:
    room.send_back("police")
    workflow.change_entry(room.entry("police"), version=1, by=room.cast.lead, event="Officers attend.")
    room.share_again("police")
    client = as_(room.cast.panel_member)
    flag = "The entry has changed since"
    assert all(
        flag in words(client.get(at(*page))) for page in (("note", note), ("case_notes", room.case), ("entry", note.entry))
    )
    panel_workflow.change_note(note, version=1, words="Still: who else?", by=room.cast.panel_member)
    assert flag not in words(client.get(at("note", note)))


def test_nothing_that_was_typed_is_lost_when_a_note_was_saved_elsewhere(room: Room, note: Note) -> None:
    first, second = as_(room.cast.panel_member), as_(room.cast.panel_member)
    first.post(at("note_change", note), {"version": "1", "words": "First."})
    answer = second.post(at("note_change", note), {"version": "1", "words": "Second."})
    assert answer.status_code == 409
    assert all(each in words(answer) for each in ("First.", "Second."))
    second.post(at("note_change", note), {"version": "2", "words": "First. Second."})
    note.refresh_from_db()
    assert (note.words, note.version) == ("First. Second.", 3)
    assert list(note.versions.values_list("version", "words")) == [(2, "First."), (1, "Who else was told?")]
    with pytest.raises(Outdated):
        panel_workflow.change_note(note, version=1, words="Third.", by=room.cast.panel_member)


def test_nobody_changes_another_s_note_but_it_can_be_struck_out_and_restored(room: Room, note: Note) -> None:
    with pytest.raises(Blocked, match="This note was written by Panel Member"):
        panel_workflow.change_note(note, version=1, words="Mine.", by=room.cast.chair)
    client = as_(room.cast.chair)
    assert "Enter the reason" in words(client.post(at("note_strike", note), {"reason": ""}))
    client.post(at("note_strike", note), {"reason": "Answered on the 4th."})
    assert "Who else" not in words(client.get(at("case_notes", room.case)))
    assert "Answered on the 4th." in words(client.get(at("case_notes", room.case) + "?struck=yes"))
    with pytest.raises(Blocked, match="This note has been struck out"):
        panel_workflow.strike_note(note, reason="Again.", by=room.cast.chair)
    client.post(at("note_restore", note))
    assert "Who else" in words(client.get(at("case_notes", room.case)))
    with pytest.raises(Blocked, match="This note has not been struck out"):
        panel_workflow.restore_note(note, by=room.cast.chair)


def test_a_note_is_written_beside_no_entry_that_is_not_shared(room: Room) -> None:
    client = as_(room.cast.panel_member)
    entry = room.entry("police")
    room.send_back("police")
    for named in (entry.pk, "nonsense"):
        assert client.get(at("case_add_note", room.case) + f"?entry={named}").status_code == 404


def test_the_notes_ask_the_same_few_questions_however_many_there_are(room: Room, note: Note) -> None:
    client = as_(room.cast.panel_member)
    few = questions(client, at("case_notes", room.case))
    for agency in ("social_care", "health", "police"):
        panel_workflow.add_note(room.integrated, entry=room.entry(agency), words="One more.", by=room.cast.chair)
    assert len(questions(client, at("case_notes", room.case))) == len(few) <= MOST_QUERIES
