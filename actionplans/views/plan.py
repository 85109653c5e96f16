"""The plan as a whole: a case's, and everybody's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case as Switch
from django.db.models import F, Prefetch, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actionplans import ratings, workflow
from actionplans.forms import ActionsFilter, DueForm
from actionplans.models import Action, Response
from actionplans.models.actions import DONE
from casework import access
from casework.models import Case
from casework.pages import case_page, find, person_of
from frameworks import clock
from frameworks.facts import Rating
from overview.models import OverviewReport
from reviews.models import Review

SORTS = {
    "case": ("case__reference", "sorts_as"),
    "agency": ("agency__name", "sorts_as"),
    "due": (F("promised_on").asc(nulls_last=True), "sorts_as"),
    "state": ("state", "sorts_as"),
}
SHOWN = 50


@dataclass(frozen=True)
class Row:
    """An action as a list shows it: with its mark, and the date that stands."""

    action: Action
    rating: Rating | None
    due_on: date | None
    is_done: bool

    @property
    def tone(self) -> str:
        """The rating's colour as a tone of the house; the letter says the same."""
        tones = {"red": "bad", "amber": "warn", "green": "good", "blue": "", "grey": "quiet"}
        return tones[self.rating.colour] if self.rating else "quiet"


def rows_of(actions: Any) -> list[Row]:
    """Rows for a list of actions that carry ``promised_on``."""
    today = clock.today()
    return [
        Row(each, ratings.rating_of(each, today, each.promised_on), each.promised_on, each.state in {*DONE, "superseded"})
        for each in actions
    ]


# --- one case -------------------------------------------------------------------------------------------------------


@login_required
def case_actions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan of a case: each recommendation, what was said to it, and its actions."""
    case = find(Case, request, pk, "board")
    bar = case_page(request, case, "Actions")
    mine = (
        Action.objects.filter(pk__in=bar.opened.get("action", [])).with_dates().select_related("agency", "owner", "case__board")
    )
    responses = Response.objects.filter(pk__in=bar.opened.get("response", [])).select_related(
        "recommendation", "agency", "case__board"
    )
    found = list(
        responses.prefetch_related(Prefetch("action_set", queryset=mine.order_by("sorts_as"), to_attr="visible_actions"))
    )
    planned = [(each, rows_of(each.visible_actions)) for each in found]
    alone = mine.exclude(response__in=[each.pk for each in found]).order_by("sorts_as")
    facts = {
        "bar": bar,
        "planned": planned,
        "alone": rows_of(alone),
        "legend": case.pack.actions.ratings,
        "ends": _ends(request, case),
    }
    return render(request, "actionplans/plan.html", facts)


def _ends(request: HttpRequest, case: Case) -> tuple[Review, list[str]] | None:
    """For whoever may close the review: the review, and what still stands in the way."""
    person = person_of(request)
    for review in Review.objects.visible_to(person).filter(case=case, state="implementing"):
        if access.may(person, review, "close"):
            return review, workflow.unfinished(review)
    return None


@login_required
def open_plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask everybody whom the signed report addresses what they will do."""
    report = find(OverviewReport, request, pk, "case__board", "review")
    access.demand(person_of(request), report, "open_plan")
    form = DueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = workflow.open_plan(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{len(asked)} responses are asked for. Those who answer hear of it at once.")
        return redirect("actionplans:case_actions", report.case_id)
    facts = {
        "bar": case_page(request, report.case, "Overview", thing=report),
        "form": form,
        "heading": "Ask for responses",
        "asked": report.standing_recommendations().select_related("agency", "case__board"),
        "button": "Ask them",
        "back": report.get_absolute_url(),
    }
    return render(request, "actionplans/open_plan.html", facts)


@login_required
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a review whose every action is verified, after a page that says what that means."""
    review = find(Review, request, pk, "case__board")
    access.demand(person_of(request), review, "close")
    if request.method == "POST":
        workflow.close_review(review, by=person_of(request))
        messages.success(request, "The review and its case are closed.")
        return redirect("casework:case", review.case_id)
    facts = {
        "bar": case_page(request, review.case, "Actions", thing=review),
        "review": review,
        "button": "Close the review",
        "back": reverse("actionplans:case_actions", args=[review.case_id]),
    }
    return render(request, "actionplans/close.html", facts)


# --- every case -----------------------------------------------------------------------------------------------------


@login_required
def actions(request: HttpRequest) -> HttpResponse:
    """Every action a role of mine opens, whatever its case."""
    person = person_of(request)
    mine = Action.objects.visible_to(person)
    narrow = ActionsFilter(request.GET or None, actions=mine)
    found = mine.with_dates().select_related("case__board", "agency", "owner")
    if narrow.is_valid():
        found = _narrowed(found, narrow.cleaned_data, person.pk)
    page = Paginator(_sorted(found, request.GET.get("sort", "")), SHOWN).get_page(request.GET.get("page"))
    facts = {"page": page, "rows": rows_of(page), "filter": narrow, "legend": _legend(page), "nav": "actions"}
    return render(request, "actionplans/actions.html", facts)


def _legend(page: Any) -> list[Rating]:
    """What the letters on this page mean, in the words of the packs of its cases."""
    return list({each.letter: each for action in page for each in action.pack.actions.ratings}.values())


def _sorted(found: Any, sort: str) -> Any:
    """In the order asked for; unasked, what is still to be done comes first, by its date."""
    if not sort:
        is_done = When(state__in=[*DONE, "superseded"], then=True)
        return found.order_by(Switch(is_done, default=False), *SORTS["due"], "pk")
    key = sort.removeprefix("-")
    first, *rest = SORTS.get(key, SORTS["due"])
    if not sort.startswith("-"):
        return found.order_by(first, *rest, "pk")
    turned = F("promised_on").desc(nulls_last=True) if key == "due" else f"-{first}"
    return found.order_by(turned, *rest, "pk")


def _narrowed(found: Any, asked: dict[str, Any], person_id: UUID) -> Any:
    today = clock.today()
    month = today + timedelta(days=30)
    still_open = ~Q(state__in=[*DONE, "superseded"])
    times = {
        "overdue": still_open & Q(promised_on__lt=today),
        "month": still_open & Q(promised_on__gte=today, promised_on__lte=month),
        "audit": Q(audit_due_on__lte=month),
        "": Q(),
    }
    found = found.filter(times[asked["when"]])
    if asked["words"]:
        found = found.filter(Q(what__icontains=asked["words"]) | Q(case__reference__icontains=asked["words"]))
    if asked["state"]:
        found = found.filter(state=asked["state"])
    if asked["whose"]:
        found = found.filter(owner_id=person_id)
    for name in ("agency", "case"):
        if asked[name]:
            found = found.filter(**{name: asked[name]})
    return found
