"""What every page of a case file shares: finding the case, logging the look, the strip and the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from agencies.models import Person
from casework import access, log
from casework.machines import Guarded
from casework.models.case import Case, Milestone
from casework.models.deadline import Deadline
from frameworks.facts import Stage


@dataclass(frozen=True)
class Tab:
    """One tab of the case file: shown to whoever may see one of its kinds in this case."""

    label: str
    url_name: str
    kinds: tuple[str, ...]


TABS = (
    Tab("Summary", "casework:case", ("case",)),
    Tab("Referral", "referrals:case_referral", ("referral",)),
    Tab("Review", "reviews:case_review", ("review", "otherlearning")),
    Tab("Agencies", "imr:case_reports", ("imr", "recordsrequest")),
    Tab("Chronology", "chronology:case_chronology", ("chronology",)),
    Tab("Overview", "overview:case_overview", ("overviewreport", "review")),
    Tab("Actions", "actionplans:case_actions", ("response", "action")),
    Tab("Documents", "casework:case_documents", ("document",)),
    Tab("History", "casework:case_history", ("case",)),
)


@dataclass(frozen=True)
class Step:
    """One stage of the lifecycle strip."""

    label: str
    is_reached: bool
    is_now: bool
    on: date | None
    note: str


@dataclass(frozen=True)
class CasePage:
    """What the head of a case page needs: the case, its strip, its tabs, its next date, and what the person may do.

    ``opened`` lists the ids of all this person may view in the case, by kind; ``powers`` what they may do with the case.
    """

    case: Case
    tab: str
    tabs: tuple[tuple[str, str], ...]
    strip: tuple[Step, ...]
    next_deadline: Deadline | None
    opened: dict[str, list[UUID]]
    powers: frozenset[str]


def person_of(request: HttpRequest) -> Person:
    """The signed-in person; every page of the house is behind the sign-in."""
    person = request.user
    if not isinstance(person, Person):
        raise Http404
    return person


def find(model: Any, request: HttpRequest, pk: UUID, *related: str) -> Any:
    """The thing, if this person may see it; otherwise the same 404 as for nothing at all."""
    found = model.objects.visible_to(person_of(request)).select_related(*related).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def look(request: HttpRequest, obj: Guarded, page: str) -> None:
    """Log that this person looked at a page of the file, before it is sent."""
    log.looked(obj, page, by=person_of(request))


def case_page(request: HttpRequest, case: Case, tab: str, *, thing: Guarded | None = None) -> CasePage:
    """The head of a case page; logs the look (at ``thing`` where the page shows one thing of the case)."""
    person = person_of(request)
    look(request, thing or case, tab.lower())
    opened = access.opened_in(person, case.pk)
    open_tabs = [each for each in TABS if any(opened.get(kind) for kind in each.kinds)]
    powers = access.powers(person, case)
    standing = Deadline.objects.standing().filter(pk__in=opened.get("deadline", []))
    return CasePage(
        case=case,
        tab=tab,
        tabs=tuple((each.label, reverse(each.url_name, args=[case.pk])) for each in open_tabs),
        strip=strip_of(case, with_notes="oversee_case" in powers),
        next_deadline=standing.order_by("due_on").first(),
        opened=opened,
        powers=powers,
    )


def strip_of(case: Case, *, with_notes: bool) -> tuple[Step, ...]:
    """The stages of the case's pack, each with the date it was reached; notes count agencies, so only overseers see them."""
    reached = {milestone.stage: milestone for milestone in Milestone.objects.filter(case=case)}
    return tuple(_step(case, stage, reached.get(stage.key), with_notes) for stage in case.pack.stages)


def _step(case: Case, stage: Stage, milestone: Milestone | None, with_notes: bool) -> Step:
    return Step(
        label=stage.label,
        is_reached=milestone is not None,
        is_now=stage.key == case.stage and case.state == "open",
        on=milestone.reached_on if milestone else None,
        note=milestone.note if milestone and with_notes else "",
    )
