"""What every page of a case file shares: finding the case, logging the look, the strip and the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from agencies.models import Person
from casework import access, log, registry
from casework.machines import Guarded
from casework.models.case import Case, Milestone
from casework.models.deadline import SOONEST, Deadline, next_dates_of, open_dates_of
from casework.refusals import Hidden, Outdated
from casework.statements import statement
from frameworks import clock
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

    @property
    def day(self) -> str:
        """The day it was reached; without the year only in this year."""
        if self.on is None:
            return ""
        return f"{self.on:%-d %B}" if self.on.year == clock.today().year else f"{self.on:%-d %B %Y}"


@dataclass(frozen=True)
class CasePage:
    """What the head of a case page needs: the case, its strip, its tabs, its next date, and what the person may do.

    ``opened`` lists the ids of all this person may view in the case, by kind; ``powers`` what they may do with the case.
    """

    case: Case
    tab: str
    tabs: tuple[tuple[str, str], ...]
    strip: tuple[Step, ...]
    opened: dict[str, list[UUID]]
    powers: frozenset[str]

    @cached_property
    def deadlines(self) -> list[Deadline]:
        """The dates among what is opened that still stand, soonest first."""
        mine = set(self.opened.get("deadline", []))
        dates = open_dates_of(self.case.pk)
        self.case.keep_open_dates(dates)
        return [each for each in dates if each.pk in mine]

    @cached_property
    def next_deadline(self) -> Deadline | None:
        """The soonest of them: the first where the page has asked for all, otherwise sought among the case's next few."""
        if "deadlines" in vars(self):
            return next(iter(self.deadlines), None)
        mine = set(self.opened.get("deadline", []))
        soonest = next_dates_of(self.case.pk) if mine else []
        found = next((each for each in soonest if each.pk in mine), None)
        return found or (next(iter(self.deadlines), None) if len(soonest) == SOONEST else None)


def person_of(request: HttpRequest) -> Person:
    """The signed-in person; every page of the house is behind the sign-in."""
    person = request.user
    if not isinstance(person, Person):
        raise Http404
    return person


def find(model: Any, request: HttpRequest, pk: UUID, *related: str) -> Any:
    """The thing, if this person may see it; otherwise the same 404 as for nothing at all. An attempt is logged with it."""
    found = access.find(person_of(request), model, pk, *related)
    if found is None:
        raise _hidden(model, pk)
    return found


def _hidden(model: Any, pk: UUID) -> Hidden:
    return Hidden("There is no such thing.", about=access.unseen(model, pk), act="view")


def look(request: HttpRequest, obj: Guarded, page: str) -> None:
    """Log that this person looked at a page of the file, before it is sent."""
    log.looked(obj, page, by=person_of(request))


def open_case(request: HttpRequest, pk: UUID, tab: str) -> CasePage:
    """A page of the case itself: the case, if this person may see it, with its head; logs the look."""
    person = person_of(request)
    opened, powers = access.opened_in(person, pk)
    found = _case_with_board(pk) if "view_case" in powers else []
    if not found:
        raise _hidden(Case, pk)
    [case] = found
    access.keep_powers(person, case, powers)
    look(request, case, tab.lower())
    return _head(case, tab, opened, powers)


@statement
def _case_with_board(pk: Any) -> Any:
    return Case.objects.select_related("board").filter(pk=pk)


def case_page(request: HttpRequest, case: Case, tab: str, *, thing: Guarded | None = None) -> CasePage:
    """The head of a case page; logs the look (at ``thing`` where the page shows one thing of the case)."""
    look(request, thing or case, tab.lower())
    return _head(case, tab, *access.opened_in(person_of(request), case.pk))


def _head(case: Case, tab: str, opened: dict[str, list[UUID]], powers: frozenset[str]) -> CasePage:
    open_tabs = [each for each in TABS if any(opened.get(kind) for kind in each.kinds)]
    return CasePage(
        case=case,
        tab=tab,
        tabs=tuple((each.label, registry.address(each.url_name, case.pk)) for each in open_tabs),
        strip=strip_of(case, with_notes="oversee_case" in powers),
        opened=opened,
        powers=powers,
    )


def strip_of(case: Case, *, with_notes: bool) -> tuple[Step, ...]:
    """The stages of the case's pack, each with the date it was reached; notes count agencies, so only overseers see them."""
    reached = {stage: (on, note if with_notes else "") for stage, on, note in _milestones_of(case.pk)}
    return tuple(_step(case, stage, *reached.get(stage.key, (None, ""))) for stage in case.pack.stages)


@statement
def _milestones_of(case: Any) -> Any:
    return Milestone.objects.filter(case=case).values_list("stage", "reached_on", "note")


def _step(case: Case, stage: Stage, on: date | None, note: str) -> Step:
    is_now = stage.key == case.stage and case.state == "open"
    return Step(label=stage.label, is_reached=on is not None, is_now=is_now, on=on, note=note)


def two_texts(request: HttpRequest, bar: CasePage, outdated: Outdated, *, field: str, back: str) -> HttpResponse:
    """Somebody saved first: both texts, and a form that saves one's own on top, with all else that was typed."""
    texts = {"theirs": outdated.theirs, "yours": outdated.yours, "version": outdated.version}
    facts = {"bar": bar, "action": request.path, "field": field, "back": back} | texts
    return render(request, "components/outdated.html", facts, status=409)
