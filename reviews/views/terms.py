"""The terms of reference: written part by part, agreed, kept as they were agreed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from casework import access
from casework.pages import case_page, find, person_of
from casework.refusals import Outdated
from casework.transitions import acts
from reviews import scope, workflow
from reviews.forms import AgreeForm
from reviews.models import TermsOfReference
from reviews.models.terms import CONTRIBUTORS, ISSUES, PERIOD, TIMESCALES
from reviews.scope_forms import FORMS, LinesForm, PartForm, form_of
from reviews.views.answers import form_page


@login_required
def termsofreference(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The draft with its parts for those who write it; what was agreed for everybody it concerns."""
    terms = find(TermsOfReference, request, pk, "case__board", "review")
    person = person_of(request)
    bar = case_page(request, terms.case, "Review", thing=terms)
    powers = access.powers(person, terms)
    reads_draft = "read_termsofreference" in powers and terms.state == "draft"
    facts = {
        "bar": bar,
        "terms": terms,
        "acts": acts(terms, person),
        "reads_draft": reads_draft,
        "draft": terms.shown if reads_draft else None,
        "tasks": _tasks(terms) if reads_draft and "write_termsofreference" in powers else [],
        "agreed": terms.in_force,
        "versions": terms.agreedterms_set.select_related("agreed_by").order_by("-number"),
    }
    return render(request, "reviews/termsofreference.html", facts)


def _tasks(terms: TermsOfReference) -> list[dict[str, Any]]:
    """The parts of the scope in the order of the pack's questions; those that must be settled first."""
    hints = {each.code: each.label for each in terms.review.pack.scope_questions}
    done = {
        PERIOD: bool(terms.period_from and terms.reason_for_period),
        ISSUES: terms.lines.exists(),
        CONTRIBUTORS: terms.contributor_set.exclude(contribution="none").exists(),
        TIMESCALES: terms.reports_due_on is not None,
    }
    needed = [_task(terms, code, form.heading, hints.get(code, ""), done[code]) for code, form in FORMS.items()]
    answers = terms.answers()
    return needed + [_task(terms, each.code, each.label, each.hint, each.code in answers) for each in terms.questions()]


def _task(terms: TermsOfReference, code: str, label: str, hint: str, is_done: bool) -> dict[str, Any]:
    url = reverse("reviews:termsofreference_write", args=[terms.pk, code])
    return {"label": label, "hint": hint, "url": url, "status": "Completed" if is_done else "Not started"}


@login_required
def write(request: HttpRequest, pk: UUID, code: str) -> HttpResponse:
    """Write one part of the terms."""
    terms = find(TermsOfReference, request, pk, "case__board", "review")
    kind = form_of(terms, code)
    if kind is None:
        raise Http404
    access.demand(person_of(request), terms, "write")
    form = kind(request.POST or None, terms=terms, code=code)
    if isinstance(form, LinesForm) and form.asks_for_more:
        return _part_page(request, terms, form.with_another())
    if request.method == "POST" and form.is_valid():
        try:
            form.save(person_of(request))
        except Outdated as outdated:
            return _two_texts(request, terms, form, outdated)
        messages.success(request, "Saved.")
        return redirect(terms)
    return _part_page(request, terms, form)


def _two_texts(request: HttpRequest, terms: TermsOfReference, form: PartForm, outdated: Outdated) -> HttpResponse:
    """Somebody was quicker: what stands now is shown above what was typed, which can be saved on top of it."""
    form.on_top_of(outdated.version)
    return _part_page(request, terms, form, theirs=outdated.theirs, status=409)


def _part_page(
    request: HttpRequest, terms: TermsOfReference, form: PartForm, theirs: str = "", status: int = 200
) -> HttpResponse:
    hints = {each.code: each.label for each in terms.review.pack.scope_questions}
    facts = {
        "bar": case_page(request, terms.case, "Review", thing=terms),
        "terms": terms,
        "form": form,
        "heading": form.heading or hints.get(form.code, ""),
        "hint": hints.get(form.code, "") if form.heading else "",
        "adds": isinstance(form, LinesForm),
        "theirs": theirs,
        "standing": scope.in_words(terms, form.code),
    }
    return render(request, "reviews/part.html", facts, status=status)


@login_required
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that the terms are agreed."""
    terms = find(TermsOfReference, request, pk, "case__board", "review")
    form = AgreeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.agree_terms(terms, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The terms of reference are agreed. The agencies can see them.")
        return redirect(terms)
    heading = "Record that the terms are agreed"
    return form_page(request, terms, "agree", heading, "They are agreed", form, template="reviews/agree.html", draft=terms.shown)


@login_required
def revise(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look at the scope again."""
    terms = find(TermsOfReference, request, pk, "case__board", "review")
    if request.method == "POST":
        terms = workflow.revise_terms(terms, by=person_of(request))
        messages.success(request, "You can change the terms. What was agreed stands until the change is agreed.")
        return redirect(terms)
    text = "What was agreed stands, and agencies go on working to it, until the panel has agreed the change."
    return form_page(request, terms, "revise", "Change the terms of reference", "Change them", text=text)


@login_required
def agreed(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """The terms as they were agreed on a day."""
    terms = find(TermsOfReference, request, pk, "case__board", "review")
    version = terms.agreedterms_set.filter(number=number).select_related("agreed_by").first()
    if version is None:
        raise Http404
    bar = case_page(request, terms.case, "Review", thing=terms)
    return render(request, "reviews/agreed.html", {"bar": bar, "terms": terms, "version": version})
