"""What the analyst noticed: the queue, each proposal with its rows side by side, and what people say of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from casework import access
from casework.pages import case_page, find, person_of
from casework.transitions import acts
from chronology import comparing, panel_workflow, proposing
from chronology.models import Answer, Chronology, Entry, Proposal, Question
from chronology.models.proposals import KIND_WORDS
from chronology.panel_forms import (
    SORTS,
    AskForm,
    DisposeForm,
    ProposalFilter,
    QuestionAnswerForm,
    ReasonForm,
    ThresholdsForm,
    threshold_rows,
)
from chronology.proposing import RESTS_ON_ALL
from chronology.shown import Shown, shown_to
from chronology.versions import changed_since
from chronology.views.doors import TAB, Together, enter, proposal_of

PAGE = 25
LONGEST_TOLD = 140  # letters of what happened, in the queue
Q_OF = {"open": Q(answer="", is_asked=False), "asked": Q(answer="", is_asked=True), "answered": ~Q(answer="")}


# --- the queue -----------------------------------------------------------------------------------------------------


@login_required
def case_proposals(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything that was noticed between the agencies that have shared, to be narrowed and answered."""
    room = enter(request, pk)
    narrow = ProposalFilter(request.GET or None, chronologies=room.shared)
    found = _found(room, narrow, request.GET.get("sort", ""))
    page = Paginator(found.select_related("agency"), PAGE).get_page(request.GET.get("page"))
    told = _told(list(page), room)
    running, last = proposing.latest(room.integrated)
    facts = {
        "bar": room.bar,
        "filter": narrow,
        "is_narrowed": any(narrow.asked().values()),
        "page": page,
        "rows": [(_read(each, room), _agencies(each, room.shared), told.get(each.pk, "")) for each in page],
        "view": room.view,
        "kinds": _counts(room),
        "running": running,
        "last": last,
        "thresholds": threshold_rows(proposing.thresholds_of(room.integrated)),
        "may_analyse": room.may("analyse"),
        "may_set": room.may("set_thresholds"),
    }
    return render(request, "chronology/proposals.html", facts)


def _found(room: Together, narrow: ProposalFilter, sort: str = "") -> Any:
    asked = narrow.asked()
    found = room.integrated.proposals.resting_on(room.ids).with_questions()
    if asked.get("kind"):
        found = found.filter(kind__in=asked["kind"])
    if asked.get("agency"):
        found = found.filter(_of_agencies(room, asked["agency"]))
    if asked.get("state"):
        wanted = Q()
        for state in asked["state"]:
            wanted |= Q_OF[state]
        found = found.filter(wanted)
    return found.order_by(*SORTS.get(sort, SORTS[""]))


def _told(found: list[Proposal], room: Together) -> dict[UUID, str]:
    """How the first row of each begins, in its agency's words."""
    first = [each.entries[0] for each in found if each.entries]
    rows = Entry.objects.filter(pk__in=first, chronology_id__in=room.ids).values_list("pk", "event", "chronology_id")
    said = {pk: room.view.beginning(event, LONGEST_TOLD, chronology) for pk, event, chronology in rows}
    return {each.pk: said.get(each.entries[0], "") for each in found if each.entries}


def _of_agencies(room: Together, chosen: list[str]) -> Q:
    """About one of these agencies, or with a row of one of them; a gap of all agencies is none's."""
    mine = [each for each in room.shared if str(each.pk) in chosen]
    with_rows = Q(chronologies__overlap=[each.pk for each in mine]) & ~Q(kind__in=RESTS_ON_ALL)
    return Q(agency__in=[each.agency_id for each in mine]) | with_rows


def _counts(room: Together) -> list[dict[str, Any]]:
    """How many of each kind there are, and how many nobody has answered."""
    rows = room.integrated.proposals.resting_on(room.ids).order_by().values("kind")
    found = {row["kind"]: row for row in rows.annotate(whole=Count("pk"), unanswered=Count("pk", filter=Q(answer="")))}
    return [found[kind] | {"label": label} for kind, label in KIND_WORDS.items() if kind in found]


def _agencies(proposal: Proposal, shared: list[Chronology]) -> str:
    if proposal.kind in RESTS_ON_ALL:
        return str(proposal.agency or "All agencies")
    named = [str(each.agency) for each in shared if each.pk in proposal.chronologies]
    return ", ".join(named)


@login_required
def case_analyse(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have everything compared again."""
    room = enter(request, pk)
    if request.method == "POST":
        panel_workflow.analyse(room.integrated, by=person_of(request))
        messages.success(request, "Everything that is shared is being compared.")
    return redirect("chronology:case_proposals", pk)


@login_required
def case_thresholds(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the numbers by which this case's entries are compared."""
    room = enter(request, pk)
    access.demand(person_of(request), room.integrated, "set_thresholds")
    form = ThresholdsForm(request.POST or None, thresholds=proposing.thresholds_of(room.integrated))
    back = reverse("chronology:case_proposals", args=[pk])
    if request.method == "POST" and form.is_valid():
        panel_workflow.set_thresholds(room.integrated, thresholds=form.chosen(), by=person_of(request))
        messages.success(request, "The numbers are set, and everything is being compared by them.")
        return redirect(back)
    text = "Larger numbers of days or minutes, and a higher score, propose less. What was answered stays answered."
    return _form(request, room.bar, form, "The numbers this comparison goes by", "Set the numbers", back, text=text)


# --- one proposal --------------------------------------------------------------------------------------------------


@login_required
def proposal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A proposal with its reasons, its rows side by side, what was said of it, and what can be said."""
    room, found = proposal_of(request, pk)
    return _proposal(request, room, found, DisposeForm(proposal=found))


def _proposal(request: HttpRequest, room: Together, found: Proposal, form: DisposeForm, status: int = 200) -> HttpResponse:
    entries = [room.view.entry(entry) for entry in _entries(_read(found, room))]
    answers = list(found.answers.select_related("by", "taken_back_by"))
    stands = next((each for each in answers if each.taken_back_at is None), None)
    asked = request.META.get("QUERY_STRING", "")
    facts = {
        "bar": room.bar,
        "view": room.view,
        "proposal": found,
        "agencies": _agencies(found, room.shared),
        "entries": entries,
        "facts": comparing.side_by_side(entries),
        "days": (found.end - found.start).days + 1 if found.start and found.end else None,
        "stands": stands,
        "changed": [entry for entry in entries if stands and changed_since(entry, stands.versions.get(str(entry.pk)))],
        "before": [each for each in answers if each is not stands],
        "questions": list(found.questions.select_related("chronology__agency", "asked_by", "answered_by")),
        "form": form,
        "may_dispose": room.may("dispose") and not found.answer,
        "may_reopen": room.may("reopen") and found.answer,
        "may_ask": room.may("ask_agency"),
        "asked": f"?{asked}" if asked else "",
    }
    return render(request, "chronology/proposal.html", facts, status=status)


def _read(found: Proposal, room: Together) -> Proposal:
    """A proposal with its reasons as this person reads the agencies' words, which they may quote; for the page alone."""
    whose = next((pk for pk in found.chronologies if pk not in room.view.own), found.chronologies[0])
    found.reasons = [room.view.reason(reason, whose) for reason in found.reasons]
    return found


def _entries(found: Proposal) -> Any:
    """The rows it rests on, by time. Which these are was decided when every chronology was found open."""
    rows = Entry.objects.filter(pk__in=found.entries, chronology_id__in=found.chronologies)
    return rows.select_related("chronology__agency").defer("search").by_time()


@login_required
def proposal_dispose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what it is, and come to the next that nobody has answered."""
    room, found = proposal_of(request, pk)
    if request.method != "POST":
        return redirect(found)
    form = DisposeForm(request.POST, proposal=found)
    if not form.is_valid():
        return _proposal(request, room, found, form)
    said = panel_workflow.dispose(found, by=person_of(request), **form.cleaned_data)
    messages.success(request, _answered_in_words(found, said))
    return redirect(_next(request, room, found))


def _answered_in_words(found: Proposal, said: Answer) -> str:
    """What was answered, with the way back."""
    return format_html(
        '{} is answered: {}. <a class="govuk-notification-banner__link" href="{}">Take that back</a>',
        found,
        said.get_answer_display().lower(),
        reverse("chronology:proposal_reopen", args=[found.pk]),
    )


def _next(request: HttpRequest, room: Together, found: Proposal) -> str:
    """The next open proposal of the queue as it was filtered; the queue itself when there is none."""
    asked = request.GET.urlencode()
    narrow = ProposalFilter(request.GET or None, chronologies=room.shared)
    ahead = list(_found(room, narrow, request.GET.get("sort", "")).filter(Q_OF["open"]).exclude(pk=found.pk)[:1_000])
    place = (found.start is not None, found.start, found.number)
    later = (each for each in ahead if (each.start is not None, each.start, each.number) > place)
    following = next(later, None) if not request.GET.get("sort") else next(iter(ahead), None)
    following = following or next(iter(ahead), None)
    url = following.get_absolute_url() if following else reverse("chronology:case_proposals", args=[room.bar.case.pk])
    return f"{url}?{asked}" if asked else url


@login_required
def proposal_reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the answer back, with the reason."""
    room, found = proposal_of(request, pk)
    access.demand(person_of(request), room.integrated, "reopen")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        panel_workflow.reopen(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{found} is open again.")
        return redirect(found)
    return _form(request, room.bar, form, f"Take the answer to {_named(found)} back?", "Take it back", found.get_absolute_url())


@login_required
def proposal_ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask an agency about its own entries."""
    room, found = proposal_of(request, pk)
    access.demand(person_of(request), room.integrated, "ask_agency")
    rests_on = [each for each in room.shared if each.pk in found.chronologies]
    form = AskForm(request.POST or None, chronologies=rests_on)
    if request.method == "POST" and form.is_valid():
        panel_workflow.ask_agency(found, chronology=form.chosen, words=form.cleaned_data["words"], by=person_of(request))
        messages.success(request, f"{form.chosen.agency} is asked. The question waits in its work.")
        return redirect(found)
    return _form(request, room.bar, form, f"Ask an agency about {_named(found)}", "Ask", found.get_absolute_url())


def _named(found: Proposal) -> str:
    return f"{found.get_kind_display().lower()} {found.number}"


# --- questions -----------------------------------------------------------------------------------------------------


@login_required
def question(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A question with the agency's own entries, for the agency and for those who asked."""
    found = _question(request, pk)
    bar = case_page(request, found.case, TAB, thing=found)
    view = shown_to(request, bar.opened, page="question")
    facts = {"bar": bar, "view": view, "question": found, "entries": _asked_about(view, found)}
    facts["acts"] = acts(found, person_of(request))
    facts["proposal"] = found.proposal if bar.opened.get("integratedchronology") else None
    return render(request, "chronology/question.html", facts)


@login_required
def question_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agency's answer, in words."""
    found = _question(request, pk)
    access.demand(person_of(request), found, "answer")
    form = QuestionAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        panel_workflow.answer(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The answer is with the panel.")
        return redirect(found)
    bar = case_page(request, found.case, TAB, thing=found)
    view = shown_to(request, bar.opened, page="question")
    facts = {"bar": bar, "view": view, "question": found, "entries": _asked_about(view, found), "form": form}
    return render(request, "chronology/question_answer.html", facts)


@login_required
def question_withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The answer is not needed any more."""
    found = _question(request, pk)
    access.demand(person_of(request), found, "withdraw")
    if request.method == "POST":
        panel_workflow.withdraw(found, by=person_of(request))
        messages.success(request, "The question is withdrawn.")
        return redirect(found)
    bar = case_page(request, found.case, TAB, thing=found)
    text = f"{found.chronology.agency} is no longer waited for. The question stays on record."
    return _form(request, bar, None, "Withdraw the question?", "Withdraw it", found.get_absolute_url(), text=text)


def _question(request: HttpRequest, pk: UUID) -> Question:
    related = ("case__board", "chronology__agency", "proposal", "asked_by", "answered_by")
    found: Question = find(Question, request, pk, *related)
    return found


def _asked_about(view: Shown, found: Question) -> list[Entry]:
    """The agency's own entries that the question is about, as this person reads them."""
    rows = Entry.objects.filter(pk__in=found.entries, chronology=found.chronology)
    return [view.entry(entry) for entry in rows.defer("search").by_time()]


def _form(request: HttpRequest, bar: Any, form: Any, heading: str, button: str, back: str, **facts: Any) -> HttpResponse:
    common = {"bar": bar, "form": form, "heading": heading, "button": button, "back": back}
    return render(request, "chronology/form.html", common | facts)
