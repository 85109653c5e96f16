"""The review's own page, and the acts on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from casework import access
from casework.models import Case
from casework.pages import case_page, find, person_of
from reviews import letters, workflow
from reviews.forms import ConvertForm, OverviewAuthorForm, PauseForm, ReasonForm, RecordsForm, ToldForm
from reviews.models import OtherLearning, RecordsRequest, Review, TermsOfReference
from reviews.views.answers import form_page, offered


@login_required
def case_review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The reviews of a case, and what else was decided on: how far each is, who was told, who is appointed."""
    case = find(Case, request, pk, "board")
    person = person_of(request)
    reviews = list(Review.objects.visible_to(person).filter(case=case))
    learning = OtherLearning.objects.visible_to(person).filter(case=case)
    bar = case_page(request, case, "Review", thing=reviews[0] if reviews else None)
    if not reviews and not learning and "oversee_case" not in bar.powers:
        raise Http404
    shown = [_shown(review, person) for review in reviews]
    return render(request, "reviews/case_review.html", {"bar": bar, "shown": shown, "learning": learning})


def _shown(review: Review, person: Any) -> dict[str, Any]:
    """What one person sees of a review: agencies see its cover and what is asked of them."""
    reads = access.may(person, review, "read")
    tells = access.may(person, review, "record_notice")
    requests = RecordsRequest.objects.visible_to(person).filter(review=review).select_related("agency")
    return {
        "review": review,
        "reads": reads,
        "acts": offered(review, person, done={"draft_terms"} if review.terms else set()),
        "terms": TermsOfReference.objects.visible_to(person).filter(review=review).first(),
        "requests": requests.prefetch_related("recordsanswer_set"),
        "notifications": review.notifications() if reads else [],
        "tells": tells,
        "declarations": review.declaration_set.select_related("person") if reads else [],
        "pauses": review.pause_set.all() if reads else [],
        "conversions": review.conversion_set.all() if reads else [],
    }


@login_required
def request_records(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Tell agencies to secure their records."""
    review = find(Review, request, pk, "case__board")
    form = RecordsForm(request.POST or None, review=review)
    if request.method == "POST" and form.is_valid():
        made = workflow.request_records(review, form.cleaned_data["agencies"], by=person_of(request))
        _say_who_was_told(request, made)
        return redirect(review)
    letter = letters.written(review, "secure_records")
    return form_page(
        request, review, "request_records", "Tell agencies to secure their records", "Tell them now", form, letter=letter
    )


def _say_who_was_told(request: HttpRequest, made: list[RecordsRequest]) -> None:
    by_hand = [made_one.agency.name for made_one in made if not letters.leads_of(made_one.agency)]
    messages.success(request, f"{len(made)} {'agency was' if len(made) == 1 else 'agencies were'} told to secure their records.")
    if by_hand:
        messages.warning(request, f"Nobody signs in for {', '.join(by_hand)}: send the letter yourself and record the answer.")


@login_required
def draft_terms(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the terms of reference."""
    review = find(Review, request, pk, "case__board")
    if request.method == "POST":
        return redirect(workflow.draft_terms(review, by=person_of(request)))
    text = "They say what the review asks, of whom, about which time, and by when. You can write them part by part."
    return form_page(request, review, "draft_terms", "Begin the terms of reference", "Begin", text=text)


@login_required
def appoint_overview_author(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Appoint the overview author on their declaration of independence."""
    review = find(Review, request, pk, "case__board")
    form = OverviewAuthorForm(request.POST or None, statements=review.pack.declarations.overview_author)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        person = given.pop("email")
        workflow.appoint_overview_author(review, person, by=person_of(request), **{"declared": []} | given)
        messages.success(request, f"{person} is appointed {review.pack.terms.overview_author}.")
        return redirect(review)
    heading = f"Appoint the {review.pack.terms.overview_author}"
    return form_page(request, review, "appoint_overview_author", heading, "Appoint", form)


@login_required
def record_notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that a body outside the review was told, or choose which."""
    review = find(Review, request, pk, "case__board")
    told = {each.notification.key: each for each in review.notifications() if each.since}
    chosen = told.get(request.GET.get("which", ""))
    if chosen is None:
        return form_page(request, review, "record_notice", "Who was told?", "", template="reviews/told.html", told=told.values())
    form = ToldForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        file = given.pop("document")
        proof = (file.name, file.read()) if file else None
        workflow.record_notice(review, key=chosen.notification.key, document=proof, by=person_of(request), **given)
        messages.success(request, f"It is on record that {chosen.notification.to} was told.")
        return redirect(review)
    heading = f"Record that {chosen.notification.to} was told"
    letter = letters.tell(review, chosen)
    return form_page(request, review, "record_notice", heading, "Record it", form, text=chosen.notification.why, letter=letter)


@login_required
def begin_analysis(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on to the analysis without the reports that are missing."""
    review = find(Review, request, pk, "case__board")
    question = "Why does the review go on without the reports that are missing?"
    hint = "When the panel has accepted the last report, the analysis begins by itself."
    form = ReasonForm(request.POST or None, question=question, asks="Say why the review goes on without them", hint=hint)
    if request.method == "POST" and form.is_valid():
        workflow.begin_analysis(review, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The analysis has begun.")
        return redirect(review)
    return form_page(request, review, "begin_analysis", "Go on to the analysis", "Go on", form)


@login_required
def pause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop the clock."""
    review = find(Review, request, pk, "case__board")
    form = PauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.pause(review, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The clock has stopped. What is left of each date is kept.")
        return redirect(review)
    return form_page(request, review, "pause", "Stop the clock", "Stop the clock", form)


@login_required
def resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The clock goes on."""
    review = find(Review, request, pk, "case__board")
    if request.method == "POST":
        workflow.resume(review, by=person_of(request))
        messages.success(request, "The review goes on. Each date is later by as many days as the clock stood.")
        return redirect(review)
    text = "Each open date becomes later by as many days as the clock stood. The old dates stay on the record."
    return form_page(request, review, "resume", "Go on with the review", "Go on", text=text)


@login_required
def convert(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The review turns into one of another kind."""
    review = find(Review, request, pk, "case__board")
    form = ConvertForm(request.POST or None, review=review)
    if request.method == "POST" and form.is_valid():
        review = workflow.convert(review, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"This is now a {review.pack.terms.review}.")
        return redirect(review)
    return form_page(request, review, "convert", "Change the kind of review", "Change it", form, template="reviews/final.html")


@login_required
def discontinue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the review before its end."""
    review = find(Review, request, pk, "case__board")
    form = ReasonForm(request.POST or None, question="Why does the review end here?", asks="Say why the review ends here")
    if request.method == "POST" and form.is_valid():
        workflow.discontinue(review, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The review is discontinued.")
        return redirect(review)
    text = (
        "Nobody is asked for anything more, no date runs any longer, and the review cannot be taken up again. "
        "Everything written so far stays on the file."
    )
    heading, button = "Discontinue the review", "Discontinue it"
    return form_page(request, review, "discontinue", heading, button, form, template="reviews/final.html", text=text)
