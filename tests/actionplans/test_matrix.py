"""The machines of responses and actions, whole: in every state, who may do which act, and what the others are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from actionplans import workflow
from actionplans.models import Action, Response
from actionplans.models.actions import ACTION_STATES
from actionplans.models.responses import RESPONSE_STATES
from casework import access
from casework.machines import machine, terms_of
from frameworks import clock
from tests.makers import actionplans as plans
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

NOW = datetime(2027, 3, 2, 9, 5, tzinfo=UTC)
TODAY = date(2027, 3, 2)
SINCE = "since 2 March 2027, 09:05"


def table_of(
    model: Any,
    roles: list[str],
    seen_by: str,
    done_by: dict[str, str],
    answer: Callable[[str], str],
) -> dict[str, dict[str, str]]:
    """One state's rows: hidden from who does not see it, forbidden to who may not, and for the rest the answer to the act."""
    table = {}
    for act in machine(model):
        row: dict[str, list[str]] = {}
        for role in roles:
            outcome = answer(act) if role in done_by[act].split() else "forbidden"
            row.setdefault(outcome if role in seen_by.split() else "hidden", []).append(role)
        table[act] = {outcome: " ".join(them) for outcome, them in row.items()}
    return table


def labels(model: Any) -> dict[str, str]:
    return {act: terms_of(method).label for act, method in machine(model).items()}


# --- responses --------------------------------------------------------------------------------------------------------

RESPONSE_ROLES = ["manager", "chair", "panel_member", "auditor", "lead", "colleague", "overview_author", "owner", "stranger"]
RESPONSE_DONE_BY = {"answer": "lead", "ask_again": "manager chair", "add_action": "lead"}
RESPONSE_MOVES = {
    "asked": "answer",
    "accepted": "add_action",
    "partly_accepted": "ask_again add_action",
    "rejected": "ask_again",
}
RESPONSE_FACTS = {
    "answer": {"answer": "accepted", "reasons": "", "on": TODAY},
    "ask_again": {"because": "It is not done already.", "due_on": TODAY},
}
RESPONSE_SINCE = {"asked": "asked", "accepted": "accepted", "partly_accepted": "partly accepted", "rejected": "rejected"}


@pytest.mark.django_db
def test_every_state_act_and_role_of_a_response() -> None:
    cast = make_cast()
    add_stranger(cast)
    seen = []
    with clock.travelling(NOW):
        for response in _responses(cast):
            who = "Manager" if response.state == "asked" else "Lead"

            def answer(act: str, state: str = response.state, who: str = who) -> str:
                if act in RESPONSE_MOVES[state].split():
                    return "moved"
                label = labels(Response)[act]
                return f"“{label}” is not possible now: the response is {RESPONSE_SINCE[state]} {SINCE} ({who})."

            people = {role: cast.people[role] for role in RESPONSE_ROLES}
            seen_by = "manager chair panel_member auditor lead"
            expected = table_of(Response, RESPONSE_ROLES, seen_by, RESPONSE_DONE_BY, answer)
            assert observed(response, people, RESPONSE_FACTS) == expected, response.state
            seen.append(response.state)
    assert sorted(seen) == sorted(state for state, _ in RESPONSE_STATES)


def _responses(cast: Cast) -> Iterator[Response]:
    response = plans.asked(cast)
    yield response
    response = workflow.answer(response, answer="rejected", reasons="It is done already.", by=cast.lead)
    yield response
    response = workflow.ask_again(response, because="It is not.", due_on=clock.today(), by=cast.chair)
    response = workflow.answer(response, answer="partly_accepted", reasons="Not at night.", by=cast.lead)
    yield response
    response = workflow.ask_again(response, because="Nights too.", due_on=clock.today(), by=cast.manager)
    yield workflow.answer(response, answer="accepted", by=cast.lead)


# --- actions ----------------------------------------------------------------------------------------------------------

ACTION_ROLES = [*RESPONSE_ROLES[:5], "owner", "colleague", "overview_author", "author", "stranger"]
ACTION_SEEN_BY = "manager chair panel_member auditor lead owner"
ACTION_DONE_BY = {
    "write": "lead",
    "agree": "manager chair",
    "hand_over": "manager lead",
    "start": "lead owner",
    "note_progress": "lead owner",
    "add_evidence": "lead owner",
    "implement": "lead owner",
    "verify": "auditor",
    "audit": "auditor",
    "embed": "auditor",
    "reopen": "auditor",
    "supersede": "manager",
}
ACTION_MOVES = {
    "proposed": "write agree hand_over supersede",
    "agreed": "hand_over start note_progress supersede",
    "in_progress": "hand_over note_progress add_evidence implement supersede",
    "implemented": "add_evidence verify reopen",
    "verified": "add_evidence audit embed reopen",
    "embedded": "reopen",
    "reopened": "hand_over note_progress add_evidence implement supersede",
    "superseded": "",
}
# What a guard says in the world of this test: after the action was reopened nothing new was filed.
ACTION_BLOCKED = {("reopened", "implement"): "There is no evidence yet that the action was done."}
ACTION_LAST = {
    "proposed": "Lead",
    "agreed": "Manager",
    "in_progress": "Owner",
    "implemented": "Owner",
    "verified": "Auditor",
    "embedded": "Auditor",
    "reopened": "Auditor",
    "superseded": "Manager",
}
ACTION_FACTS: dict[str, Any] = {
    "write": plans.PLAN | {"what": "x", "due_on": TODAY},
    "implement": {"what_was_done": "x", "on": TODAY},
    "verify": {"on": TODAY, "audit_due_on": None},
    "audit": {"audit_due_on": None},
    "reopen": {"reasons": "x", "due_on": TODAY, "at": NOW},
    "supersede": {"reasons": "x"},
}


@pytest.mark.django_db
def test_every_state_act_and_role_of_an_action() -> None:
    cast = make_cast()
    add_stranger(cast)
    seen = []
    with clock.travelling(NOW):
        for action in _actions(cast):

            def answer(act: str, state: str = action.state) -> str:
                if (state, act) in ACTION_BLOCKED:
                    return ACTION_BLOCKED[state, act]
                if act in ACTION_MOVES[state].split():
                    return "moved"
                called = state.replace("_", " ")
                who = ACTION_LAST[state]
                return f"“{labels(Action)[act]}” is not possible now: the action is {called} {SINCE} ({who})."

            people = {role: cast.people[role] for role in ACTION_ROLES}
            facts = ACTION_FACTS | {"hand_over": {"owner": cast.author}}
            expected = table_of(Action, ACTION_ROLES, ACTION_SEEN_BY, ACTION_DONE_BY, answer)
            assert observed(action, people, facts) == expected, action.state
            assert list(access.differences(action)) == []
            seen.append(action.state)
    assert sorted(seen) == sorted(state for state, _ in ACTION_STATES)


def _actions(cast: Cast) -> Iterator[Action]:
    response = plans.accepted(cast)
    action = plans.proposed(cast, response)
    yield action
    action = workflow.agree(action, by=cast.manager)
    yield action
    action = workflow.start(action, by=cast.owner)
    action = plans.evidenced(cast, action)
    yield action
    action = workflow.implement(action, what_was_done="Done.", by=cast.owner)
    yield action
    action = plans.verified(cast, action)
    yield action
    action = workflow.embed(action, looked_at="Logs", found="It has lasted.", by=cast.auditor)
    yield action
    with clock.travelling(NOW.replace(second=30)):
        action = plans.reopened(cast, action)
        yield action
    other = plans.proposed(cast, response, what="Another")
    yield workflow.supersede(other, reasons="Not needed.", by=cast.manager)
