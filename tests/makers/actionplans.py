"""Responses and actions in each of their states, reached by the verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from actionplans import workflow
from actionplans.models import Action, Response
from frameworks import clock
from overview.models import OverviewReport
from tests.makers import overview
from tests.makers.cast import Cast


def opened(cast: Cast, framework: str = "scr-2006", report: OverviewReport | None = None) -> list[Response]:
    """Everybody whom the report addresses was asked: the police, then the board."""
    report = report or overview.signed_off(cast, framework)
    return workflow.open_plan(report, due_on=clock.today() + timedelta(days=28), by=cast.manager)


def asked(cast: Cast, framework: str = "scr-2006") -> Response:
    """The police were asked."""
    return opened(cast, framework)[0]


def accepted(cast: Cast, response: Response | None = None) -> Response:
    """The police accept."""
    return workflow.answer(response or asked(cast), answer="accepted", by=cast.lead)


def partly_accepted(cast: Cast) -> Response:
    """The police accept in part."""
    return workflow.answer(asked(cast), answer="partly_accepted", reasons="Not at night.", by=cast.lead)


def rejected(cast: Cast) -> Response:
    """The police reject."""
    return workflow.answer(asked(cast), answer="rejected", reasons="It is done already.", by=cast.lead)


PLAN: dict[str, Any] = {
    "support": "Children’s Social Care",
    "resources": "",
    "outcome": "Children are seen and heard at every call.",
    "measure": "Dip sample of fifty logs each quarter.",
    "monitoring": "Quarterly to the panel.",
}


def proposed(cast: Cast, response: Response | None = None, **different: Any) -> Action:
    """Planned by the police, with an owner."""
    facts = PLAN | {"due_on": clock.today() + timedelta(days=60), "owner": cast.owner} | different
    what = facts.pop("what", "Change the prompt in the call log.")
    return workflow.add_action(response or accepted(cast), what=what, by=cast.lead, **facts)


def agreed(cast: Cast, action: Action | None = None) -> Action:
    """Part of the plan."""
    return workflow.agree(action or proposed(cast), by=cast.manager)


def started(cast: Cast, action: Action | None = None) -> Action:
    """Under way."""
    return workflow.start(action or agreed(cast), by=cast.owner)


def evidenced(cast: Cast, action: Action | None = None, kind: str = "dip_sample") -> Action:
    """Under way, with evidence."""
    action = action or started(cast)
    workflow.add_evidence(action, kind=kind, note="Fifty logs read in June: 47 say who was seen.", by=cast.owner)
    return again(action)


def implemented(cast: Cast, action: Action | None = None, kind: str = "dip_sample") -> Action:
    """Done, says its owner."""
    return workflow.implement(evidenced(cast, action, kind), what_was_done="The prompt is live.", by=cast.owner)


def verified(cast: Cast, action: Action | None = None, kind: str = "dip_sample") -> Action:
    """Done, says somebody independent."""
    action = action or implemented(cast, kind=kind)
    return workflow.verify(action, looked_at="Twenty logs of June", found="Nineteen say who was seen.", by=cast.auditor)


def embedded(cast: Cast) -> Action:
    """It has lasted."""
    return workflow.embed(verified(cast), looked_at="Twenty logs of December", found="All say who was seen.", by=cast.auditor)


def reopened(cast: Cast, action: Action | None = None) -> Action:
    """It was not done, or did not last."""
    return workflow.reopen(
        action or verified(cast),
        reasons="The prompt was taken out in August.",
        looked_at="Twenty logs of September",
        due_on=clock.today() + timedelta(days=30),
        by=cast.auditor,
    )


def superseded(cast: Cast) -> Action:
    """Something else is done instead."""
    return workflow.supersede(agreed(cast), reasons="The call log is replaced by a national one.", by=cast.manager)


def again(action: Action) -> Action:
    """The action as the database has it now."""
    return Action.objects.get(pk=action.pk)
