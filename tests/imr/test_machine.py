"""The machine of an agency's report: every state, every act, every role."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casework.machines import machine
from frameworks import clock
from imr.models import IMR
from reviews import workflow as course
from tests.makers import imr as reports
from tests.makers import reviews
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

AT = datetime(2027, 3, 2, 9, 5, tzinfo=UTC)

ROLES = [
    "manager",
    "chair",
    "panel_member",
    "overview_author",
    "lead",
    "author",
    "countersigner",
    "auditor",
    "colleague",
    "stranger",
]
FACTS = {
    "name_author": lambda imr: {"person": imr.author, "post": "Superintendent"},
    "name_countersigner": lambda imr: {"person": imr.countersigner, "post": "Chief Constable"},
    "say_nothing_held": {"reason": "Nothing is held."},
    "excuse": {"reason": "Nothing is held."},
}

# Whose role includes each act, whatever the state; everybody else who sees the report is forbidden, the rest see nothing.
WHOSE = {
    "commission": "manager",
    "name_author": "manager lead",
    "name_countersigner": "manager lead",
    "declare": "author",
    "write": "author",
    "attach": "lead author",
    "say_nothing_held": "lead author",
    "send_for_countersignature": "author",
    "recall": "lead author",
    "hand_back": "countersigner",
    "countersign": "countersigner",
    "submit": "lead author countersigner",
    "accept": "manager chair panel_member",
    "send_back": "manager chair panel_member",
    "excuse": "manager",
}
HIDDEN = "auditor colleague stranger"

LABELS = {
    "commission": "Ask for it after all",
    "name_author": "Name the author",
    "name_countersigner": "Name the countersigning officer",
    "declare": "Declare that you had no part in the case",
    "write": "Write the report",
    "attach": "Attach a document",
    "say_nothing_held": "Say that the records hold nothing",
    "send_for_countersignature": "Send for countersignature",
    "recall": "Take it back",
    "hand_back": "Give it back to the author",
    "countersign": "Countersign",
    "submit": "Send to the panel",
    "accept": "Accept the report",
    "send_back": "Send it back",
    "excuse": "Excuse the agency",
}
NO = "not in this state"
YES = "moved"
DECLARED = "You have made the declaration already."
SIGNED = "The report is countersigned already."
NOT_SIGNED = "Testshire Police has not countersigned the report."
UNCHANGED = "Nothing has changed since the version that the panel sent back."

# The order of WHOSE: commission, name_author, name_countersigner, declare, write, attach, say_nothing_held,
# send_for_countersignature, recall, hand_back, countersign, submit, accept, send_back, excuse.
STATES = {
    "named": ("commissioned", "Lead", [NO, YES, YES, YES, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, YES]),
    "written": ("being written", "Author", [NO, YES, YES, DECLARED, YES, YES, YES, YES, NO, NO, NO, NO, NO, NO, YES]),
    "awaiting": (
        "awaiting countersignature",
        "Author",
        [NO, NO, YES, NO, NO, NO, NO, NO, YES, YES, YES, NOT_SIGNED, NO, NO, NO],
    ),
    "countersigned": (
        "awaiting countersignature",
        "Author",
        [NO, NO, SIGNED, NO, NO, NO, NO, NO, YES, YES, SIGNED, YES, NO, NO, NO],
    ),
    "submitted": ("with the panel", "Author", [NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, YES, YES, NO]),
    "accepted": ("accepted", "Panel Member", [NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO]),
    "returned": (
        "returned",
        "Panel Member",
        [NO, YES, YES, DECLARED, YES, YES, YES, UNCHANGED, NO, NO, NO, NO, NO, NO, YES],
    ),
}


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(AT):
        cast = make_cast()
        add_stranger(cast)
        return cast.keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast, db: None) -> Cast:
    return world.again()


def expected(words: str, who: str, outcomes: list[str]) -> dict[str, dict[str, str]]:
    table = {}
    for act, outcome in zip(WHOSE, outcomes, strict=True):
        said = f"“{LABELS[act]}” is not possible now: the report is {words} since 2 March 2027, 09:05 ({who})."
        refused = [role for role in ROLES if role not in WHOSE[act].split() and role not in HIDDEN.split()]
        row = {said if outcome == NO else outcome: WHOSE[act], "forbidden": " ".join(refused), "hidden": HIDDEN}
        table[act] = row
    return table


@pytest.mark.parametrize("state", STATES)
def test_matrix(cast: Cast, state: str) -> None:
    words, who, outcomes = STATES[state]
    with clock.travelling(AT):
        imr = getattr(reports, state)(cast, reports.commissioned(cast))
        assert observed(reports.again(imr), {role: cast.people[role] for role in ROLES}, FACTS) == expected(words, who, outcomes)


def test_matrix_of_an_excused_report(cast: Cast) -> None:
    """Those who were named keep their roles; only the board can ask again."""
    outcomes = [YES, *[NO] * 14]
    with clock.travelling(AT):
        imr = reports.excused(cast, reports.named(cast))
        seen = observed(reports.again(imr), {role: cast.people[role] for role in ROLES}, FACTS)
    assert seen == expected("excused", "Manager", outcomes)


def test_matrix_before_anybody_is_named(cast: Cast) -> None:
    """The author and the countersigning officer of tomorrow see nothing today."""
    with clock.travelling(AT):
        imr = reports.commissioned(cast)
        facts = {act: {"person": cast.author, "post": "Superintendent"} for act in ("name_author", "name_countersigner")}
        seen = observed(imr, {role: cast.people[role] for role in ("lead", "author", "countersigner")}, FACTS | facts)
    assert seen["name_author"] == {"moved": "lead", "hidden": "author countersigner"}
    assert seen["declare"] == {"forbidden": "lead", "hidden": "author countersigner"}


def test_every_act_stands_in_the_matrix() -> None:

    assert list(machine(IMR)) == list(WHOSE)


def test_a_review_that_is_over_waits_for_no_report(cast: Cast) -> None:

    with clock.travelling(AT):
        imr = reports.written(cast)
        course.discontinue(reviews.again(imr.review), reason="A wider inquiry takes it over.", by=cast.chair)
        seen = observed(reports.again(imr), {"author": cast.author, "manager": cast.manager}, FACTS)
    over = "The review is discontinued: its reports stand as they are."
    assert seen["write"] == {over: "author", "forbidden": "manager"}
    assert seen["send_for_countersignature"] == {over: "author", "forbidden": "manager"}
    assert seen["excuse"] == {
        "forbidden": "author",
        "The review is discontinued: the panel judges reports when it goes on.": "manager",
    }
