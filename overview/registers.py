"""What the house knows already and nobody should retype: sections of a report that fill themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from agencies.models import Role
from agencies.roles import ROLES, Holder
from frameworks import calendars
from overview.models.report import OverviewReport

Filled = dict[str, Any]
CONTRIBUTIONS = {"report": "Report", "information": "Information", "none": "Nothing to contribute"}
ON_THE_PAPER = ("chair", "panel_member", "overview_author", "manager")


def fill(report: OverviewReport, register: str) -> Filled | None:
    """What stands under a section that fills itself: a table, a list, or the name of what the paper holds; None if nothing."""
    filler = FILLERS.get(register)
    filled = filler(report) if filler else None
    return filled if filled and any(filled.get(key) for key in ("rows", "lines", "shows")) else None


def _contributors(report: OverviewReport) -> Filled:
    facts = _terms(report)
    rows = [[each["agency"], CONTRIBUTIONS[each["contribution"]]] for each in facts.get("contributors", [])]
    return {"columns": ["Agency", "Contribution"], "rows": rows}


def _panel(report: OverviewReport) -> Filled:
    """Who sat on the panel and who wrote, with their agency."""
    case = report.case
    holders = [Holder(role, case.board_id if ROLES[role].about == "board" else case.pk) for role in ON_THE_PAPER]
    held = Role.objects.current().of(*holders).select_related("person", "agency").order_by("person__name")
    rows = [
        [each.person.name, ROLES[each.role].label, each.agency.name if each.agency else each.person.post]
        for each in sorted(held, key=lambda each: ON_THE_PAPER.index(each.role))
    ]
    return {"columns": ["Name", "Part in the review", "Agency or post"], "rows": rows}


def _terms_of_reference(report: OverviewReport) -> Filled:
    facts = _terms(report)
    period = ""
    if facts.get("period_from") and facts.get("period_to"):
        period = f"The period under review runs from {_day(facts['period_from'])} to {_day(facts['period_to'])}."
    lines = [each["question"] for each in facts.get("lines", [])]
    return {"text": " ".join(filter(None, [period, facts.get("reason_for_period", "")])), "lines": lines}


def _family(report: OverviewReport) -> Filled:
    """The children by their pseudonyms; who they are is kept apart and never printed."""
    rows = [[each.pseudonym, each.relation, each.age] for each in report.case.subject_set.all()]
    return {"columns": ["Known here as", "Relation", "Age at the incident"], "rows": rows}


def _terms(report: OverviewReport) -> dict[str, Any]:
    """The terms of reference as they were last agreed."""
    return report.agreed_facts


def _shows(what: str) -> Callable[[OverviewReport], Filled]:
    return lambda _: {"shows": what}


FILLERS: dict[str, Callable[[OverviewReport], Filled]] = {
    "contributors": _contributors,
    "panel": _panel,
    "terms_of_reference": _terms_of_reference,
    "genogram": _family,
    "chronology": _shows("chronology"),
    "findings": _shows("findings"),
    "agency_recommendations": _shows("agency_recommendations"),
    "board_recommendations": _shows("board_recommendations"),
}


def _day(iso: str) -> str:
    return calendars.written(date.fromisoformat(iso))
