"""The board's screens: take a referral to the panel, ask, recommend, decide."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework.pages import case_page, person_of
from casework.refusals import Blocked
from frameworks import clock
from referrals import workflow
from referrals.forms.acts import AskForm, AsksForm, DecideForm, OthersPresent, PanelForm, RecommendForm, SendBackForm, others
from referrals.models import Referral
from referrals.models.panel import shown
from referrals.questions import criteria_of
from referrals.views.opening import DONE, attempt, opened, posted

BUTTONS = {"csrfmiddlewaretoken", "change", "change_asks", "confirmed"}


@login_required
def consider(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the referral to the panel."""
    referral = opened(request, pk, "consider")
    form = PanelForm(posted(request), referral=referral, by=person_of(request))
    came = attempt(form, lambda said: workflow.consider(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "The referral is with the panel.")
        return redirect(referral)
    return _form(request, referral, "Take the referral to the panel", form, "Take it to the panel", came)


@login_required
def convene(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set another day for the panel, or add members."""
    referral = opened(request, pk, "convene")
    form = PanelForm(
        posted(request), referral=referral, by=person_of(request), initial={"panel_meets_on": referral.panel_meets_on}
    )
    came = attempt(form, lambda said: workflow.convene(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "The panel’s meeting is changed.")
        return redirect(referral)
    return _form(request, referral, "Change the panel’s meeting", form, "Save", came)


@login_required
def ask_for_information(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Return the referral with a question."""
    referral = opened(request, pk, "ask_for_information")
    form = AskForm(posted(request))
    came = attempt(form, lambda said: workflow.ask_for_information(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "The referrer is asked.")
        return redirect(referral)
    return _form(request, referral, "Ask the referrer for information", form, "Return it with the question", came)


@login_required
def recommend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record what the panel recommended."""
    referral = opened(request, pk, "recommend")
    met_on = referral.panel_meets_on
    typed = {"met_on": met_on} if met_on and met_on <= clock.today() else {}
    form = RecommendForm(posted(request), referral=referral, initial=typed)
    formset = OthersPresent(posted(request), prefix="others")
    came = _recommended(request, referral, form, formset)
    if came == DONE:
        messages.success(request, "The recommendation is with the chair.")
        return redirect(referral)
    facts = {"form": form, "others": formset, "criteria": criteria_of(referral)}
    return _shown(request, "referrals/recommend.html", referral, facts, came)


def _recommended(request: HttpRequest, referral: Referral, form: RecommendForm, formset: Any) -> int:
    # Both are judged before either is shown, so that every mistake is named at once.
    if form.is_bound and not all([form.is_valid(), formset.is_valid()]):
        return 200
    return attempt(
        form,
        lambda _said: workflow.recommend(
            referral, by=person_of(request), present=[*form.attendance(), *others(formset)], **form.facts()
        ),
    )


@login_required
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The chair's decision: chosen with its reasons, completed with what it asks, and confirmed on a page of its own."""
    referral = opened(request, pk, "decide")
    form = DecideForm(posted(request), referral=referral)
    if not form.is_bound or "change" in request.POST or not form.is_valid():
        return _choosing(request, referral, form)
    asked = request.POST.get("asked") == form.choice.code
    asks = AsksForm(request.POST if asked else None, asks=form.choice.asks, referral=referral, prefix="ask")
    if form.choice.asks and ("change_asks" in request.POST or not asks.is_valid()):
        return _asking(request, referral, form, asks)
    if "confirmed" not in request.POST:
        return _confirming(request, referral, form, asks)
    try:
        workflow.decide(referral, by=person_of(request), answers=asks.cleaned_data if asked else {}, **form.cleaned_data)
    except Blocked as blocked:
        for sentence in blocked.sentences:
            form.add_error(None, sentence)
        return _choosing(request, referral, form, status=409)
    messages.success(request, "Your decision is recorded.")
    return redirect(referral)


@login_required
def send_back_to_panel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask the panel to look again."""
    referral = opened(request, pk, "send_back_to_panel")
    form = SendBackForm(posted(request))
    came = attempt(form, lambda said: workflow.send_back_to_panel(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "The panel is asked to look again.")
        return redirect(referral)
    return _form(request, referral, "Send it back to the panel", form, "Send it back", came)


def _choosing(request: HttpRequest, referral: Referral, form: DecideForm, status: int = 200) -> HttpResponse:
    """First the decision and its reasons, with the recommendation and its reasons in front of the chair."""
    facts = {
        "form": form,
        "recommendation": form.recommended,
        "criteria": criteria_of(referral),
        "carried": _carried(request, asks=True, choice=False),
    }
    return _shown(request, "referrals/decide.html", referral, facts, status)


def _asking(request: HttpRequest, referral: Referral, form: DecideForm, asks: AsksForm) -> HttpResponse:
    """Then what this decision asks: who leads it, what it is about, by when."""
    facts = {"form": asks, "choice": form.choice, "carried": _carried(request, asks=False, choice=True)}
    return _shown(request, "referrals/decide_asks.html", referral, facts)


def _confirming(request: HttpRequest, referral: Referral, form: DecideForm, asks: AsksForm) -> HttpResponse:
    """Last the page that asks once more, before what cannot be undone."""
    answers = [(ask.label, shown(asks.cleaned_data.get(ask.code))) for ask in form.choice.asks]
    facts = {
        "choice": form.choice,
        "said": form.cleaned_data,
        "answers": answers,
        "carried": _carried(request, asks=True, choice=True),
        "button": "Decide",
        "back": "",
    }
    return _shown(request, "referrals/decide_confirm.html", referral, facts)


def _carried(request: HttpRequest, *, asks: bool, choice: bool) -> list[tuple[str, str]]:
    """What was typed on the other pages, to be carried through this one unseen: what the decision asks, the decision itself."""
    typed = [(name, str(value)) for name, value in request.POST.items() if name not in BUTTONS]
    return [(name, value) for name, value in typed if (asks if name.startswith("ask") else choice)]


def _form(request: HttpRequest, referral: Referral, heading: str, form: Any, button: str, status: int) -> HttpResponse:
    facts = {"heading": heading, "form": form, "button": button}
    return _shown(request, "referrals/act.html", referral, facts, status)


def _shown(request: HttpRequest, template: str, referral: Referral, facts: dict[str, Any], status: int = 200) -> HttpResponse:
    bar = case_page(request, referral.case, "Referral", thing=referral)  # type: ignore[arg-type]
    around = {"bar": bar, "referral": referral, "back": referral.get_absolute_url()}
    return render(request, template, around | facts, status=status)
