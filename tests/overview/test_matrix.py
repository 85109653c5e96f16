"""The machine of the overview report, whole: in every state, who may do which act, and what the others are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework import access
from casework.machines import machine, terms_of
from frameworks import clock
from overview import text, workflow
from overview.models import OverviewReport, Recommendation
from overview.models.report import OVERVIEW_STATES
from tests.makers import overview as reports
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

NOW = datetime(2027, 3, 2, 9, 5, tzinfo=UTC)
ROLES = ["manager", "chair", "panel_member", "overview_author", "auditor", "lead", "colleague", "author", "stranger"]

# Who sees the report in each state. The police were asked to check its facts; the colleague's agency was not.
SEEN_BY = {
    "drafting": "manager overview_author",
    "with_panel": "manager chair panel_member overview_author",
    "factual_accuracy": "manager chair panel_member overview_author lead",
    "awaiting_sign_off": "manager chair panel_member overview_author lead",
    "signed_off": "manager chair panel_member overview_author auditor lead",
    "submitted": "manager chair panel_member overview_author auditor lead",
    "published": "manager chair panel_member overview_author auditor lead",
    "publication_withheld": "manager chair panel_member overview_author auditor lead",
}
# Whose role includes the act.
DONE_BY = {
    "write": "overview_author",
    "add_finding": "overview_author",
    "change_finding": "overview_author",
    "remove_finding": "overview_author",
    "cite": "overview_author",
    "uncite": "overview_author",
    "explain": "overview_author",
    "add_recommendation": "overview_author",
    "render": "manager chair panel_member overview_author",
    "send_to_panel": "overview_author",
    "ask_accuracy": "manager",
    "check_accuracy": "lead",
    "answer_correction": "overview_author",
    "send_for_sign_off": "manager",
    "send_back": "manager chair",
    "sign_off": "chair",
    "submit": "manager",
    "publish": "manager",
    "withhold": "manager",
    "open_plan": "manager",
}
WRITING = "write add_finding change_finding remove_finding cite uncite explain add_recommendation"
# What moves in each state; everything else is answered with what stands there now.
MOVES = {
    "drafting": f"{WRITING} render send_to_panel",
    "with_panel": "render ask_accuracy send_back",
    "factual_accuracy": f"{WRITING} render check_accuracy answer_correction send_for_sign_off send_back",
    "awaiting_sign_off": "render send_back sign_off",
    "signed_off": "render submit open_plan",
    "submitted": "render publish withhold open_plan",
    "published": "render open_plan",
    "publication_withheld": "render publish open_plan",
}
# Who did the last act in each state of this test's world, and what the state is called.
SINCE = {
    "drafting": ("being written", "Overview Author"),
    "with_panel": ("with the panel", "Overview Author"),
    "factual_accuracy": ("being checked by agencies", "Manager"),
    "awaiting_sign_off": ("awaiting sign-off", "Manager"),
    "signed_off": ("signed off", "Chair"),
    "submitted": ("submitted", "Manager"),
    "published": ("published", "Manager"),
    "publication_withheld": ("publication withheld", "Manager"),
}
LABELS = {act: terms_of(method).label for act, method in machine(OverviewReport).items()}


def expected(state: str) -> dict[str, dict[str, str]]:
    """The rows of the table for one state, written out."""
    called, who = SINCE[state]
    table = {}
    for act, doers in DONE_BY.items():
        blocked = f"“{LABELS[act]}” is not possible now: the overview report is {called} since 2 March 2027, 09:05 ({who})."
        answer = "moved" if act in MOVES[state].split() else blocked
        row: dict[str, list[str]] = {}
        for role in ROLES:
            outcome = "hidden" if role not in SEEN_BY[state].split() else answer if role in doers.split() else "forbidden"
            row.setdefault(outcome, []).append(role)
        table[act] = {outcome: " ".join(roles) for outcome, roles in row.items()}
    return table


def _facts(report: OverviewReport) -> dict[str, dict[str, Any]]:
    stands = text.sha256_of(report)
    today = date(2027, 3, 2)
    return {
        "ask_accuracy": {"due_on": today},
        "send_back": {"reasons": "The conclusions are missing."},
        "sign_off": {"sha256": stands, "stands": stands, "at": clock.now()},
        "submit": {"on": today, "missing": [], "because": ""},
        "publish": {
            "on": today,
            "where": "The website",
            "conditions": [each.key for each in report.pack.publication.conditions],
        },
        "withhold": {"reasons": "A trial."},
        "open_plan": {"on": today},
    }


@pytest.mark.django_db
def test_every_state_act_and_role() -> None:
    cast = make_cast()
    add_stranger(cast)
    seen = []
    with clock.travelling(NOW):
        for report in _walk(cast):
            people = {role: cast.people[role] for role in ROLES}
            assert observed(report, people, _facts(report)) == expected(report.state), report.state
            assert list(access.differences(report)) == []
            seen.append(report.state)
    assert sorted(seen) == sorted(state for state, _ in OVERVIEW_STATES)


def _walk(cast: Cast) -> Any:
    """One report through all its states, in each of them once."""
    report = reports.written(cast)
    yield report
    report = workflow.send_to_panel(report, by=cast.overview_author)
    yield report
    report = workflow.ask_accuracy(report, agencies=[cast.agencies["police"]], due_on=clock.today(), by=cast.manager)
    workflow.check_accuracy(report, agency=cast.agencies["police"], answer="agreed", by=cast.lead)
    yield reports.again(report)
    report = workflow.send_for_sign_off(reports.again(report), by=cast.manager)
    yield report
    report = workflow.sign_off(report, sha256=text.sha256_of(report), by=cast.chair)
    yield report
    everybody = [each.to for each in report.pack.copies]
    report = workflow.submit(report, on=clock.today(), sent_to=everybody, by=cast.manager)
    yield report
    report = workflow.withhold(report, reasons="A trial begins in May.", by=cast.manager)
    yield report
    met = [each.key for each in report.pack.publication.conditions]
    yield workflow.publish(report, on=clock.today(), where="The website", conditions=met, by=cast.manager)


# --- recommendations --------------------------------------------------------------------------------------------------

WITHDRAWN = "the recommendation is withdrawn since 2 March 2027, 09:05 (Overview Author)."
AGREED = "the recommendation is agreed since 2 March 2027, 09:05 (Chair)."
RECOMMENDATIONS = {
    "drafted": {
        "write": {
            "forbidden": "manager",
            "hidden": "chair panel_member auditor lead colleague stranger",
            "moved": "overview_author",
        },
        "withdraw": {
            "forbidden": "manager",
            "hidden": "chair panel_member auditor lead colleague stranger",
            "moved": "overview_author",
        },
        "agree": {"forbidden": "manager overview_author", "hidden": "chair panel_member auditor lead colleague stranger"},
    },
    "withdrawn": {
        "write": {
            "forbidden": "manager",
            "hidden": "chair panel_member auditor lead colleague stranger",
            f"“Change” is not possible now: {WITHDRAWN}": "overview_author",
        },
        "withdraw": {
            "forbidden": "manager",
            "hidden": "chair panel_member auditor lead colleague stranger",
            f"“Take it out” is not possible now: {WITHDRAWN}": "overview_author",
        },
        "agree": {"forbidden": "manager overview_author", "hidden": "chair panel_member auditor lead colleague stranger"},
    },
    "agreed": {
        "write": {
            "forbidden": "manager chair panel_member auditor lead",
            f"“Change” is not possible now: {AGREED}": "overview_author",
            "hidden": "colleague stranger",
        },
        "withdraw": {
            "forbidden": "manager chair panel_member auditor lead",
            f"“Take it out” is not possible now: {AGREED}": "overview_author",
            "hidden": "colleague stranger",
        },
        "agree": {"forbidden": "manager chair panel_member overview_author auditor lead", "hidden": "colleague stranger"},
    },
}


@pytest.mark.django_db
def test_every_state_act_and_role_of_a_recommendation() -> None:
    cast = make_cast()
    add_stranger(cast)
    people = {role: cast.people[role] for role in ROLES if role != "author"}
    words = {"text": "x", "agency": None, "category": "", "lever": "", "expected_change": "", "measure": ""}
    with clock.travelling(NOW):
        report = reports.written(cast)
        found = [report.recommendation_set.get(number=1)]
        extra = reports.a_recommendation(cast, report, report.finding_set.get())
        found.append(workflow.withdraw_recommendation(extra, by=cast.overview_author))
        table = {each.state: observed(each, people, {"write": words | {"on_top_of": each.version}}) for each in found}
        report = workflow.send_to_panel(report, by=cast.overview_author)
        report = workflow.ask_accuracy(report, agencies=[cast.agencies["police"]], due_on=clock.today(), by=cast.manager)
        workflow.check_accuracy(report, agency=cast.agencies["police"], answer="agreed", by=cast.lead)
        report = workflow.send_for_sign_off(reports.again(report), by=cast.manager)
        report = workflow.sign_off(report, sha256=text.sha256_of(report), by=cast.chair)
        agreed = Recommendation.objects.get(pk=found[0].pk)
        table["agreed"] = observed(agreed, people, {"write": words | {"on_top_of": agreed.version}})
    assert table == RECOMMENDATIONS
