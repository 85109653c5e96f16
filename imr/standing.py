"""How far a report is, in the words that the case file's table and strip show to the board's people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from casework import workflow as casework
from casework.models import Deadline
from casework.statements import statement
from imr.models import IMR, Return
from imr.models.report import FINISHED
from reviews.models import Review

TONES = {
    "commissioned": ("Asked for", "quiet"),
    "drafting": ("Being written", ""),
    "awaiting_countersignature": ("Awaiting countersignature", ""),
    "submitted": ("With the panel", ""),
    "accepted": ("Accepted", "good"),
    "returned": ("Returned", "warn"),
    "excused": ("Excused", "quiet"),
}
IN = ("submitted", "accepted", "excused")


def words(imr: IMR, returned: int | None = None) -> tuple[str, str]:
    """The words and the tone of the report's tag; ``returned`` is how often the panel sent it back, if that is known."""
    if imr.state == "returned":
        times = imr.returns.count() if returned is None else returned
        return f"Returned, version {times + 1} due", "warn"
    return TONES[imr.state]


def returns_of(imrs: Iterable[IMR]) -> dict[UUID, int]:
    """How often the panel sent each of these reports back."""
    counted = Return.objects.filter(imr__in=list(imrs), returned_by="panel").values_list("imr_id").annotate(Count("pk"))
    return dict(counted.order_by())


def due_on(imr: IMR) -> date | None:
    """By when the report is wanted; None when nothing is open."""
    return next(iter(_due_about(imr.pk)), None)


@statement
def _due_about(imr: Any) -> Any:
    return Deadline.objects.standing().filter(about_id=imr, ends="imr.submit").values_list("due_on", flat=True)


def show(imr: IMR) -> None:
    """Write how far the report is into the case file."""
    report, tone = words(imr)
    casework.progress(
        imr.case,
        imr.agency,
        report=report,
        report_tone=tone,
        report_url=imr.get_absolute_url(),
        due_on=due_on(imr),
    )
    if imr.review.state != "scoping":
        casework.reach(imr.case, "agency_reports", note=how_many(imr))


def how_many(imr: IMR) -> str:
    """ "7 of 10 in"."""
    states = states_of(imr.review)
    return f"{sum(state in IN for state in states.values())} of {len(states)} in"


def everything_is_in(review: Review) -> bool:
    """Whether every agency that was to report has been accepted or excused, and at least one has reported."""
    states = set(states_of(review).values())
    return "accepted" in states and states <= set(FINISHED)


def states_of(review: Review) -> dict[UUID, str]:
    """How far each agency is that was asked, or that the terms of reference want a report of ("" before it was asked)."""
    terms = review.terms
    wanted = dict.fromkeys(terms.agencies_reporting(), "") if terms else {}
    return wanted | dict(_states_in(review.pk))


@statement
def _states_in(review: Any) -> Any:
    return IMR.objects.filter(review=review).values_list("agency_id", "state")
