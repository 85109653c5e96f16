"""The referral's machine: every act in every state by everybody, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from casework import appointments
from casework import workflow as casework
from frameworks import clock
from referrals.models import ChairsDecision, PanelRecommendation, Referral
from tests.makers import referrals as make
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

pytestmark = pytest.mark.django_db

ON = datetime(2026, 3, 3, 10, tzinfo=UTC)

ROLES = "referrer lead manager chair panel_member overview_author auditor administrator colleague author stranger"

# Whose act it is, whatever the state.
HOLDERS = {
    "write": "referrer",
    "submit": "referrer",
    "answer": "referrer",
    "withdraw": "referrer",
    "consider": "manager",
    "convene": "manager",
    "ask_for_information": "manager",
    "recommend": "manager panel_member",
    "decide": "chair",
    "send_back_to_panel": "chair",
}

# Who sees it at all. A draft belongs to its referrer, and their agency's lead knows of it.
SEES = {
    "draft": "referrer lead",
    "submitted": "referrer lead manager chair panel_member overview_author",
    "under_consideration": "referrer lead manager chair panel_member overview_author",
    "recommended": "referrer lead manager chair panel_member overview_author",
    "decided": "referrer lead manager chair panel_member overview_author",
    "returned": "referrer lead manager chair panel_member overview_author",
    "withdrawn": "referrer lead manager chair panel_member overview_author",
}

# What comes of an act for those who hold it and see the referral.
OUTCOMES = {
    "draft": {
        "write": "moved",
        "submit": "moved",
        "answer": "“Answer the board” is not possible now: the referral is a draft since 3 March 2026, 10:00 (Owner).",
        "withdraw": "moved",
    },
    "submitted": {
        "write": "“Write the referral” is not possible now: the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "submit": "“Check and send to the board” is not possible now: "
        "the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "answer": "“Answer the board” is not possible now: the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "withdraw": "moved",
        "consider": "moved",
        "convene": "“Change the panel’s meeting” is not possible now: "
        "the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "ask_for_information": "moved",
        "recommend": "“Record the panel’s recommendation” is not possible now: "
        "the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "decide": "“Decide” is not possible now: the referral is submitted since 3 March 2026, 10:00 (Owner).",
        "send_back_to_panel": "“Send it back to the panel” is not possible now: "
        "the referral is submitted since 3 March 2026, 10:00 (Owner).",
    },
    "under_consideration": {
        "write": "“Write the referral” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "submit": "“Check and send to the board” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "answer": "“Answer the board” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "withdraw": "“Withdraw the referral” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "consider": "“Take it to the panel” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "convene": "moved",
        "ask_for_information": "moved",
        "recommend": "moved",
        "decide": "“Decide” is not possible now: the referral is under consideration since 3 March 2026, 10:00 (Manager).",
        "send_back_to_panel": "“Send it back to the panel” is not possible now: "
        "the referral is under consideration since 3 March 2026, 10:00 (Manager).",
    },
    "recommended": {
        "write": "“Write the referral” is not possible now: the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "submit": "“Check and send to the board” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "answer": "“Answer the board” is not possible now: the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "withdraw": "“Withdraw the referral” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "consider": "“Take it to the panel” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "convene": "“Change the panel’s meeting” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "ask_for_information": "“Ask the referrer for information” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "recommend": "“Record the panel’s recommendation” is not possible now: "
        "the referral is recommended since 3 March 2026, 10:00 (Manager).",
        "decide": "moved",
        "send_back_to_panel": "moved",
    },
    "decided": {
        "write": "“Write the referral” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "submit": "“Check and send to the board” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "answer": "“Answer the board” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "withdraw": "“Withdraw the referral” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "consider": "“Take it to the panel” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "convene": "“Change the panel’s meeting” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "ask_for_information": "“Ask the referrer for information” is not possible now: "
        "the referral is decided since 3 March 2026, 10:00 (Chair).",
        "recommend": "“Record the panel’s recommendation” is not possible now: "
        "the referral is decided since 3 March 2026, 10:00 (Chair).",
        "decide": "“Decide” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair).",
        "send_back_to_panel": "“Send it back to the panel” is not possible now: "
        "the referral is decided since 3 March 2026, 10:00 (Chair).",
    },
    "returned": {
        "write": "moved",
        "submit": "“Check and send to the board” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "answer": "moved",
        "withdraw": "moved",
        "consider": "“Take it to the panel” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "convene": "“Change the panel’s meeting” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "ask_for_information": "“Ask the referrer for information” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "recommend": "“Record the panel’s recommendation” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "decide": "“Decide” is not possible now: the referral is returned for information since 3 March 2026, 10:00 (Manager).",
        "send_back_to_panel": "“Send it back to the panel” is not possible now: "
        "the referral is returned for information since 3 March 2026, 10:00 (Manager).",
    },
    "withdrawn": {
        "write": "“Write the referral” is not possible now: the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "submit": "“Check and send to the board” is not possible now: "
        "the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "answer": "“Answer the board” is not possible now: the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "withdraw": "“Withdraw the referral” is not possible now: the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "consider": "“Take it to the panel” is not possible now: the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "convene": "“Change the panel’s meeting” is not possible now: "
        "the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "ask_for_information": "“Ask the referrer for information” is not possible now: "
        "the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "recommend": "“Record the panel’s recommendation” is not possible now: "
        "the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "decide": "“Decide” is not possible now: the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
        "send_back_to_panel": "“Send it back to the panel” is not possible now: "
        "the referral is withdrawn since 3 March 2026, 10:00 (Owner).",
    },
}


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(to=ON):
        cast = make_cast()
        add_stranger(cast)
        return cast


@pytest.mark.parametrize("state", list(OUTCOMES))
def test_every_act_by_everybody(world: Cast, db: None, state: str) -> None:
    with clock.travelling(to=ON):
        cast = world.again()
        referral = make.IN_STATE[state](cast)
        _seat_everybody(cast, referral)
        people = {role: cast.owner if role == "referrer" else cast.people[role] for role in ROLES.split()}
        table = observed(referral, people, _facts(cast))
    assert {act: _by_role(outcomes) for act, outcomes in table.items()} == {act: _stated(state, act) for act in HOLDERS}


def test_no_state_is_left_out() -> None:
    assert set(OUTCOMES) == {state for state, _ in Referral._meta.get_field("state").choices or []}


def _stated(state: str, act: str) -> dict[str, str]:
    stated = {}
    for role in ROLES.split():
        if role not in SEES[state].split():
            stated[role] = "hidden"
        elif role not in HOLDERS[act].split():
            stated[role] = "forbidden"
        else:
            stated[role] = OUTCOMES[state][act]
    return stated


def _by_role(outcomes: dict[str, str]) -> dict[str, str]:
    return {role: outcome for outcome, roles in outcomes.items() for role in roles.split()}


def _seat_everybody(cast: Cast, referral: Referral) -> None:
    """Whoever has a role on a case has it from the first day, so that only the state decides."""
    case = referral.case
    if case is not None:
        casework.appoint(case, person=cast.panel_member, role="panel_member", by=cast.manager)
        appointments.appoint(cast.overview_author, "overview_author", case, by=cast.manager, following=case)


def _facts(cast: Cast) -> dict[str, dict[str, Any] | Callable[[Any], dict[str, Any]]]:
    words = {"reply": "St Anne’s.", "reason": "It was sent twice.", "question": "Which hospital?"}
    day = {"panel_meets_on": clock.today()}
    recommendation = PanelRecommendation(decision="no_review", reasons="Nothing to learn.", is_unanimous=True)
    decision = ChairsDecision(code="serious_case_review", reasons="So.", decided_by=cast.chair, decided_on=clock.today())
    return {
        "write": lambda referral: {"page": referral.safety, "version": referral.safety.version},
        "submit": lambda referral: {
            "case": casework.open_case(cast.board, framework=referral.framework, pseudonym="Child A", by=cast.owner)
        },
        "answer": words,
        "withdraw": words,
        "ask_for_information": words,
        "send_back_to_panel": words,
        "consider": day,
        "convene": day,
        "recommend": {"recommendation": recommendation, "present": make.room(cast)},
        "decide": {"decision": decision},
    }
