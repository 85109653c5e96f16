"""The machines of the panel's rooms: every act, every role, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest

from casework import log
from casework import workflow as casework
from casework.machines import machine
from chronology import panel_workflow
from chronology.models import IntegratedChronology, Question
from frameworks import clock
from tests.chronology.panel import Room, a_pair, a_room
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

pytestmark = pytest.mark.django_db

ROLES = ("administrator", "manager", "chair", "auditor", "lead", "colleague", "panel_member", "overview_author", "stranger")
READERS = "manager chair panel_member overview_author"
OUTSIDE = "administrator auditor lead colleague stranger"
ALL = {"moved": READERS, "hidden": OUTSIDE}
MANAGER = {"moved": "manager", "forbidden": "chair panel_member overview_author", "hidden": OUTSIDE}
TABLE = {
    "analyse": {"moved": "manager overview_author", "forbidden": "chair panel_member", "hidden": OUTSIDE},
    "keep_proposals": {"forbidden": READERS, "hidden": OUTSIDE},
    "set_thresholds": MANAGER,
    "freeze": MANAGER,
    "share_view": MANAGER,
    **dict.fromkeys(("dispose", "reopen", "ask_agency"), ALL),
    **dict.fromkeys(("add_note", "change_note", "strike_note", "restore_note"), ALL),
    **dict.fromkeys(("keep_view", "remove_view"), ALL),
}
FACTS: dict[str, dict[str, Any]] = {"keep_proposals": {"last_number": 1}, "set_thresholds": {"thresholds": {}}}
SAID = {"answer": {"words": "Ours.", "at": clock.now()}}


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    cast = make_cast()
    add_stranger(cast)
    return a_room(cast)


def people(cast: Cast) -> dict[str, Any]:
    return {role: cast.again().people[role] for role in ROLES}


def in_order(found: dict[str, dict[str, str]]) -> dict[str, dict[str, set[str]]]:
    return {act: {outcome: set(roles.split()) for outcome, roles in row.items()} for act, row in found.items()}


def a_question(room: Room) -> Question:
    return panel_workflow.ask_agency(
        a_pair(room), chronology=room.chronologies["police"], words="Which call was it?", by=room.cast.panel_member
    )


def test_the_integrated_chronology(world: Room) -> None:
    assert in_order(observed(world.integrated, people(world.cast), FACTS)) == in_order(TABLE)
    assert set(machine(IntegratedChronology)) == set(TABLE)


def test_a_question_that_was_asked_and_answered(world: Room) -> None:
    question = a_question(world)
    outside = "administrator auditor colleague stranger"
    assert in_order(observed(question, people(world.cast), SAID)) == in_order(
        {
            "answer": {"moved": "lead", "forbidden": READERS, "hidden": outside},
            "withdraw": {"moved": READERS, "forbidden": "lead", "hidden": outside},
        }
    )
    answered = panel_workflow.answer(question, words="The second one.", by=world.cast.lead)
    since = log.last_change(answered)
    late = {name: f"“{label}” is not possible now: the question is answered since {since}." for name, label in LABELS}
    assert in_order(observed(answered, people(world.cast), SAID)) == in_order(
        {
            "answer": {late["answer"]: "lead", "forbidden": READERS, "hidden": outside},
            "withdraw": {late["withdraw"]: READERS, "forbidden": "lead", "hidden": outside},
        }
    )


LABELS = (("answer", "Answer the question"), ("withdraw", "Withdraw the question"))


def test_a_question_about_entries_that_the_agency_has_back_is_the_agency_s_alone(world: Room) -> None:
    question = a_question(world)
    world.send_back("police")
    readers = f"{READERS} administrator auditor colleague stranger"
    assert in_order(observed(question, people(world.cast), SAID)) == in_order(
        {"answer": {"moved": "lead", "hidden": readers}, "withdraw": {"forbidden": "lead", "hidden": readers}}
    )


def test_a_closed_case_is_read_and_no_longer_changed(world: Room) -> None:
    question = a_question(world)
    world.case.deadline_set.all().delete()
    casework.close(world.case, by=world.cast.again().manager)
    sentence = "The case is closed: its file is read and no longer changed."
    found = observed(world.integrated, {"manager": world.cast.again().manager}, FACTS)
    assert {act for act, row in found.items() if row == {sentence: "manager"}} == set(TABLE) - {"keep_proposals"}
    assert observed(question, {"lead": world.cast.again().lead}, SAID)["answer"] == {sentence: "lead"}
