"""The referrer's screens: begin a referral, answer its pages, check them, send it, answer the board, withdraw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from agencies.models import Board
from casework.pages import find, look, person_of
from casework.refusals import Blocked, Outdated
from referrals import workflow
from referrals.forms.acts import AnswerForm, StartForm, WithdrawForm
from referrals.models import Page, Referral
from referrals.questions import Question, address, answers_of, asked, cards, following, named_in_words, questions_of
from referrals.views.opening import DONE, attempt, offered, opened, opened_to_write, posted


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Begin a referral, or go on with one."""
    person = person_of(request)
    form = StartForm(posted(request), boards=_boards_of(request))
    if form.is_bound and form.is_valid():
        referral = workflow.create_draft(form.cleaned_data["board"], by=person)
        return redirect("referrals:referral_write", referral.pk, questions_of(referral)[0].key)
    mine = Referral.objects.visible_to(person).filter(referrer=person).select_related("case", "board")
    return render(request, "referrals/start.html", {"form": form, "mine": mine[:50]})


@login_required
def write(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Answer one page."""
    referral = opened_to_write(request, pk)
    question = asked(referral, key)
    if question.is_list:
        raise Http404
    return _page(request, referral, question, question.page(referral), _after(request, referral, question))


@login_required
def people(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """The people on a list: add another, change, remove, or go on."""
    referral = opened_to_write(request, pk)
    question = _list(referral, key)
    look(request, referral, question.key)
    facts = {"people": question.people(referral), "next": _after(request, referral, question)}
    return render(request, "referrals/people.html", _around(referral, question) | facts)


@login_required
def add_person(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Add somebody to a list of people."""
    referral = opened_to_write(request, pk)
    question = _list(referral, key)
    return _page(request, referral, question, question.model(referral=referral), _back(request, referral, question), saves=False)


@login_required
def person(request: HttpRequest, pk: UUID, key: str, person: UUID) -> HttpResponse:
    """Change what is known of somebody."""
    referral = opened_to_write(request, pk)
    question = _list(referral, key)
    return _page(request, referral, question, _somebody(question, referral, person), _back(request, referral, question))


@login_required
def remove_person(request: HttpRequest, pk: UUID, key: str, person: UUID) -> HttpResponse:
    """Take somebody out who does not belong there, after a page that asks."""
    referral = opened_to_write(request, pk)
    question = _list(referral, key)
    somebody = _somebody(question, referral, person)
    back = _back(request, referral, question)
    if request.method == "POST":
        workflow.remove(referral, person=somebody, by=person_of(request))
        return redirect(back)
    look(request, referral, question.key)
    return render(request, "referrals/remove_person.html", {"somebody": somebody, "back": back, "button": "Remove"})


@login_required
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Check the answers, and send the referral."""
    referral: Referral = find(Referral, request, pk, "board")
    if request.method == "POST":
        referral = workflow.submit(referral, by=person_of(request))
        return redirect("referrals:referral_sent", referral.pk)
    act = offered(request, referral, "submit")
    look(request, referral, "check")
    answers = answers_of(referral)
    facts = {
        "referral": referral,
        "act": act,
        "open": [each for each in answers if each.is_open],
        "cards": cards(answers, may_change=True),
        "named": named_in_words(answers),
    }
    return render(request, "referrals/check.html", facts)


@login_required
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer what the board asked."""
    referral = opened(request, pk, "answer")
    form = AnswerForm(posted(request))
    came = attempt(form, lambda said: workflow.answer(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "Your answer is with the board.")
        return redirect(referral)
    look(request, referral, "answer")
    facts = {"referral": referral, "form": form, "enquiry": referral.enquiries.last(), "back": referral.get_absolute_url()}
    return render(request, "referrals/answer.html", facts, status=came)


@login_required
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the referral back, after a page that says what that means."""
    referral = opened(request, pk, "withdraw")
    form = WithdrawForm(posted(request))
    came = attempt(form, lambda said: workflow.withdraw(referral, by=person_of(request), **said))
    if came == DONE:
        messages.success(request, "The referral is withdrawn.")
        return redirect(referral)
    look(request, referral, "withdraw")
    facts = {"referral": referral, "form": form, "button": "Withdraw the referral", "back": referral.get_absolute_url()}
    return render(request, "referrals/withdraw.html", facts, status=came)


def _page(
    request: HttpRequest, referral: Referral, question: Question, page: Page, after: str, *, saves: bool = True
) -> HttpResponse:
    """Show a page, save it, and go on; saved by itself it answers with its version, outdated with both texts."""
    by_itself = request.headers.get("X-Autosave") == "1"
    whole = not by_itself and "later" not in request.POST
    form = question.form(posted(request), instance=page, referral=referral, whole=whole)
    if form.is_bound and form.is_valid():
        try:
            saved = workflow.write(
                referral, page=form.instance, version=form.cleaned_data["version"], by=person_of(request), many=form.many
            )
        except Outdated as outdated:
            return _both_texts(request, referral, question, form, outdated)
        except Blocked as blocked:
            if by_itself:
                raise
            return _refused(request, referral, question, form, blocked)
        if by_itself:
            return JsonResponse({"version": saved.version})
        return redirect(referral if "later" in request.POST else after)
    if by_itself:
        return JsonResponse({"errors": form.errors}, status=422)
    look(request, referral, question.key)
    facts = {"form": form, "save_url": request.path if saves else ""}
    return render(request, "referrals/page.html", _around(referral, question) | facts)


def _refused(request: HttpRequest, referral: Referral, question: Question, form: Any, blocked: Blocked) -> HttpResponse:
    """Why it cannot be saved, above everything that was typed."""
    for sentence in blocked.sentences:
        form.add_error(None, sentence)
    return render(request, "referrals/page.html", _around(referral, question) | {"form": form}, status=409)


def _both_texts(request: HttpRequest, referral: Referral, question: Question, form: Any, outdated: Outdated) -> HttpResponse:
    """What stands now beside what was typed, which can be saved over it; a page that saves itself reads the same answer."""
    typed = request.POST.copy()
    typed["version"] = str(outdated.version)
    again = question.form(typed, instance=form.instance, referral=referral, whole=form.whole)
    standing = form.instance.standing()
    facts = {"form": again, "theirs": standing.said() if standing else []}
    return render(request, "referrals/outdated.html", _around(referral, question) | facts, status=409)


def _around(referral: Referral, question: Question) -> dict[str, Any]:
    """What every page shows around its question: how far we are, and the way back."""
    questions = questions_of(referral)
    place = questions.index(question)
    before = address(referral, questions[place - 1]) if place else referral.get_absolute_url()
    return {"referral": referral, "question": question, "place": place + 1, "count": len(questions), "before": before}


def _after(request: HttpRequest, referral: Referral, question: Question) -> str:
    """Where going on leads: the next page, or back to where the referrer came from to change one answer."""
    if referral.case_id:
        return referral.get_absolute_url()
    onward = None if request.GET.get("then") == "check" else following(referral, question)
    return address(referral, onward) if onward else reverse("referrals:referral_submit", args=[referral.pk])


def _back(request: HttpRequest, referral: Referral, question: Question) -> str:
    """The list that somebody is on; whoever came to it from checking the answers still goes back there from it."""
    return address(referral, question) + ("?then=check" if request.GET.get("then") == "check" else "")


def _list(referral: Referral, key: str) -> Question:
    question = asked(referral, key)
    if not question.is_list:
        raise Http404
    return question


def _somebody(question: Question, referral: Referral, key: UUID) -> Any:
    found = question.people(referral).filter(key=key).first()
    if found is None:
        raise Http404
    return found


def _boards_of(request: HttpRequest) -> list[Board]:
    """The boards this person works with that take referrals."""
    return [board for board in Board.objects.visible_to(person_of(request)) if workflow.board_pack(board)]
