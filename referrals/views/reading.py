"""The referral as it is read: a draft by its pages, and the tab of the case file."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework import access
from casework.models import Case, Deadline
from casework.pages import case_page, find, look, person_of
from casework.transitions import acts
from referrals.models import Referral
from referrals.questions import Answered, answers_in, answers_of, cards, with_answers


@login_required
def referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A draft as the list of its pages; once it is sent, its place is in the case file."""
    found: Referral = find(Referral, request, pk, "board", "case__board")
    if found.case_id:
        return redirect(found)
    look(request, found, "draft")
    person = person_of(request)
    listed = acts(found, person)
    may_write = any(act.name == "submit" for act in listed)
    answers = answers_of(found)
    facts = {
        "referral": found,
        "acts": listed,
        "tasks": [_task(each, may_write=may_write) for each in answers],
        "next": next((each for each in answers if each.is_open), None) if may_write else None,
        "may_write": may_write,
    }
    return render(request, "referrals/referral.html", facts)


@login_required
def sent(request: HttpRequest, pk: UUID) -> HttpResponse:
    """That the referral has arrived: its reference, what happens next, by when, and whom to ask."""
    found: Referral = find(Referral, request, pk, "board", "case__board")
    if found.case is None:
        raise Http404
    look(request, found, "sent")
    promised = Deadline.objects.visible_to(person_of(request)).filter(about_id=found.pk, ends="referral.decide")
    facts = {
        "referral": found,
        "reference": found.case.reference,
        "decision_due": promised.first(),
        "managers": access.holders_with(found, "consider"),
    }
    return render(request, "referrals/sent.html", facts)


@login_required
def case_referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The referral of a case: what was answered, what the chair decided; for those who oversee the case what the panel said."""
    case: Case = find(Case, request, pk, "board")
    person = person_of(request)
    bar = case_page(request, case, "Referral")
    opened = with_answers(Referral.objects.filter(pk__in=bar.opened.get("referral", [])))
    found = opened.select_related("referrer", "agency", "decision__decided_by").first()
    if found is None:
        raise Http404
    found.case = case
    listed = acts(found, person)
    facts = {
        "bar": bar,
        "referral": found,
        "acts": listed,
        "cards": cards(answers_in(found), may_change=any(act.name == "answer" for act in listed)),
        "enquiries": found.enquiries.select_related("asked_by", "answered_by"),
        "recommendations": _recommendations(found) if "oversee_case" in bar.powers else [],
        "decision": getattr(found, "decision", None),
    }
    return render(request, "referrals/case_referral.html", facts)


def _task(answered: Answered, *, may_write: bool) -> dict[str, str]:
    """A page as a line of the list; whoever may only read has no link to it."""
    url = answered.url if may_write else ""
    return {"label": answered.label, "hint": answered.hint, "status": answered.status, "url": url}


def _recommendations(found: Referral) -> Any:
    """Every recommendation of the panel, latest first, with who was in the room."""
    rows = found.recommendations.select_related("recorded_by", "sent_back_by").prefetch_related("present")
    return rows.order_by("-pk")
