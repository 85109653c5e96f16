"""The pages of a review, as each person meets them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casework.models import Document
from frameworks import clock
from reviews import scope, workflow
from reviews.models import OtherLearning, RecordsRequest, Review, TermsOfReference
from tests.makers import reviews
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.visiting import as_, day, words


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


def page(review: Review, act: str) -> str:
    return reverse(f"reviews:review_{act}", args=[review.pk])


def part(terms: TermsOfReference, code: str) -> str:
    return reverse("reviews:termsofreference_write", args=[terms.pk, code])


# --- the review's own page ------------------------------------------------------------------------------------------


def test_who_sees_the_review(cast: Cast) -> None:
    review = reviews.gathering(cast)
    parts = ("manager", "chair", "panel_member", "overview_author", "auditor", "lead", "author", "health_lead", "stranger")
    answers = {each: as_(cast.people[each]).get(review.get_absolute_url()).status_code for each in parts}
    assert answers == dict.fromkeys(parts[:6], 200) | dict.fromkeys(parts[6:], 404)


def test_an_agency_sees_the_cover_and_its_own_request(cast: Cast) -> None:
    review = reviews.gathering(cast)
    said = words(as_(cast.lead).get(review.get_absolute_url()))
    assert "Testshire Police" in said
    assert "Testshire Children’s Social Care" not in said
    assert "Ofsted" not in said
    assert "Overview Author" not in said


def test_what_is_waited_for_stands_out(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager = as_(cast.manager)

    def clay() -> list[str]:
        return [act.name for act in manager.get(review.get_absolute_url()).context["shown"][0]["acts"] if act.primary]

    assert clay() == ["request_records", "draft_terms", "record_notice"]
    reviews.requests(cast, review)
    reviews.draft_terms(cast, reviews.again(review))
    reviews.tell_everybody(cast, reviews.again(review))
    assert clay() == []


# --- records --------------------------------------------------------------------------------------------------------


def test_the_manager_tells_agencies_and_learns_who_needs_a_letter(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager = as_(cast.manager)
    assert "Choose the agencies to tell" in words(manager.post(page(review, "request_records"), {"sent": "1"}))
    chosen = [cast.agencies["police"].pk, cast.agencies["school"].pk]
    answer = manager.post(page(review, "request_records"), {"agencies": chosen}, follow=True)
    assert "2 agencies were told to secure their records." in words(answer)
    assert "Nobody signs in for Testshire Schools Service: send the letter yourself" in words(answer)


def test_the_lead_answers(cast: Cast) -> None:
    request = reviews.requests(cast, reviews.a_review(cast), "police")[0]
    lead, url = as_(cast.lead), reverse("reviews:recordsrequest_answer", args=[request.pk])
    empty = words(lead.post(url, {"is_held": "yes"}))
    for sentence in ("Say what was secured", "Say where the records are kept", "Enter the day on which they were secured"):
        assert sentence in empty
    given = {"is_held": "yes", "what": "Crime reports", "where": "Store", "secured_by": "Insp. Hall"}
    answer = lead.post(url, given | day("secured_on", clock.today()), follow=True)
    assert "Crime reports" in words(answer)
    assert RecordsRequest.objects.get(pk=request.pk).state == "secured"
    again = lead.post(url, {"is_held": "no"})
    assert again.status_code == 302
    assert [held.is_held for held in request.answers] == [False, True]


def test_no_agency_sees_anothers_answer(cast: Cast) -> None:
    request = reviews.requests(cast, reviews.a_review(cast), "police", "social_care")
    police = next(each for each in request if each.agency == cast.agencies["police"])
    assert as_(cast.colleague).get(police.get_absolute_url()).status_code == 404
    assert as_(cast.manager).get(police.get_absolute_url()).status_code == 200


# --- terms of reference ---------------------------------------------------------------------------------------------


def test_the_scope_is_written_part_by_part_and_agreed(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager = as_(cast.manager)
    terms_url = manager.post(page(review, "draft_terms"))["Location"]
    terms = TermsOfReference.objects.get(review=review)
    period = {"version": 0, "reason": "From the first call."} | day("period_from", date(2019, 6, 1))
    assert "Enter the date" in words(manager.post(part(terms, "period"), period))
    manager.post(part(terms, "period"), period | day("period_to", date(2023, 3, 10)))
    manager.post(part(terms, "key_issues"), {"version": 0, "new_0": "Was the child seen?", "new_1": ""})
    chosen = {f"agency_{agency.pk}": "none" for agency in cast.agencies.values()}
    chosen[f"agency_{cast.agencies['police'].pk}"] = "report"
    manager.post(part(terms, "contributors"), chosen | {"version": 0})
    due = clock.today() + timedelta(days=30)
    manager.post(part(terms, "timescales"), {"version": 0} | day("reports_due_on", due) | day("overview_due_on", due))
    manager.post(part(terms, "family"), {"version": 0, "text": "The mother is met."})
    said = words(manager.get(terms_url))
    for sentence in ("1 June 2019 to 10 March 2023", "Was the child seen?", "Testshire Police: report", "The mother is met."):
        assert sentence in said
    agreed = manager.post(reverse("reviews:termsofreference_agree", args=[terms.pk]), day("on", clock.today()), follow=True)
    assert "The terms of reference are agreed. The agencies can see them." in words(agreed)
    assert reviews.again(review).state == "gathering"
    assert "Was the child seen?" in words(as_(cast.lead).get(terms_url))
    assert as_(cast.lead).get(part(terms, "period")).status_code == 403


def test_what_is_missing_is_said_when_the_terms_cannot_be_agreed(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    url = reverse("reviews:termsofreference_agree", args=[terms.pk])
    answer = as_(cast.manager).post(url, day("on", clock.today()))
    assert answer.status_code == 409
    assert "There is no line of enquiry yet." in words(answer)


def test_another_line_can_be_added_without_saving(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    answer = as_(cast.manager).post(part(terms, "key_issues"), {"version": 0, "new_0": "Kept in the page", "another": "1"})
    boxes = re.findall(r'<textarea[^>]*name="(new_\d)"', answer.content.decode())
    assert (answer.status_code, boxes) == (200, ["new_0", "new_1", "new_2", "new_3"])
    assert "Kept in the page" in words(answer)
    assert not terms.lines.exists()


def test_two_people_writing_the_same_part_lose_neither_text(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    workflow.write_answer(terms, code="family", text="Theirs.", version=0, by=cast.manager)
    manager = as_(cast.manager)
    answer = manager.post(part(terms, "family"), {"version": 0, "text": "Yours."})
    assert answer.status_code == 409
    assert "Somebody else changed this while you were writing." in words(answer)
    assert "Theirs." in words(answer)
    assert "Yours." in words(answer)
    assert '<input type="hidden" name="version" value="1"' in answer.content.decode()
    assert manager.post(part(terms, "family"), {"version": 1, "text": "Both."}).status_code == 302
    assert terms.answers() == {"family": "Both."}


def test_a_line_dropped_meanwhile_is_not_lost_to_whoever_was_writing_on_it(cast: Cast) -> None:
    terms = reviews.write_terms(cast, reviews.draft_terms(cast, reviews.a_review(cast)))
    first, second = terms.lines
    opened = scope.version_of(terms, scope.ISSUES)
    workflow.write_lines(terms, questions=[(second.pk, second.question)], version=opened, by=cast.manager)
    typed = {f"line_{first.pk}": "Put much better.", f"line_{second.pk}": second.question, "version": opened}
    answer = as_(cast.manager).post(part(terms, "key_issues"), typed)
    assert answer.status_code == 409
    assert "Put much better." in words(answer)
    as_(cast.manager).post(part(terms, "key_issues"), typed | {"version": opened + 1})
    assert [line.question for line in terms.lines] == ["Put much better.", second.question]


def test_a_part_that_does_not_exist_is_not_found(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    assert as_(cast.manager).get(part(terms, "weather")).status_code == 404


def test_what_was_agreed_can_be_read_version_by_version(cast: Cast) -> None:
    terms = reviews.agreed_terms(cast, reviews.a_review(cast))
    manager = as_(cast.manager)
    manager.post(reverse("reviews:termsofreference_revise", args=[terms.pk]))
    assert "The change being drafted" in words(manager.get(terms.get_absolute_url()))
    first = manager.get(reverse("reviews:agreedterms", args=[terms.pk, 1]))
    assert "Was the child seen and heard?" in words(first)
    assert manager.get(reverse("reviews:agreedterms", args=[terms.pk, 2])).status_code == 404


# --- appointments and notices ---------------------------------------------------------------------------------------


def test_the_overview_author_is_appointed_with_the_whole_declaration(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager, url = as_(cast.manager), page(review, "appoint_overview_author")
    keys = [each.key for each in review.pack.declarations.overview_author]
    given = {"email": cast.overview_author.email} | day("declared_on", clock.today())
    part_of_it = manager.post(url, given | {"declared": keys[:1]})
    assert "The author must declare every one of these before you can appoint them" in words(part_of_it)
    unknown = manager.post(url, given | {"declared": keys, "email": "nobody@example.test"})
    assert "Nobody has an account with this address" in words(unknown)
    near = manager.post(url, given | {"declared": keys, "email": cast.author.email})
    assert near.status_code == 409
    assert "Author works for Testshire Police, which belongs to the area of" in words(near)
    answer = manager.post(url, given | {"declared": keys}, follow=True)
    assert "Overview Author is appointed overview author." in words(answer)


def test_who_was_told_is_recorded_with_the_letter(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager, url = as_(cast.manager), page(review, "record_notice")
    assert "Ofsted" in words(manager.get(url))
    form = manager.get(f"{url}?which=regulator_told")
    assert f"{review.case.reference}: notification of a serious case review" in words(form)
    letter = SimpleUploadedFile("letter.txt", b"Dear Ofsted,\n")
    given = {"how": "Letter by secure e-mail", "document": letter} | day("told_on", clock.today())
    answer = manager.post(f"{url}?which=regulator_told", given, follow=True)
    assert "It is on record that Ofsted was told." in words(answer)
    assert "letter.txt" in words(answer)
    assert Document.objects.get().kind == "notification"


# --- the course of the review ---------------------------------------------------------------------------------------


def test_the_clock_is_stopped_and_goes_on(cast: Cast) -> None:
    review = reviews.a_review(cast)
    manager = as_(cast.manager)
    stopped = manager.post(page(review, "pause"), {"reason": "The trial.", "expected": "in October"}, follow=True)
    assert "The trial. Expected to go on: in October." in words(stopped)
    assert reviews.again(review).state == "paused"
    manager.post(page(review, "resume"))
    assert reviews.again(review).state == "scoping"
    late = manager.post(page(review, "resume"))
    assert late.status_code == 409
    assert "“Go on with the review” is not possible now: the review is being scoped since" in words(late)


def test_the_chair_alone_changes_the_kind_or_ends_the_review(cast: Cast) -> None:
    review = reviews.a_review(cast)
    for act in ("convert", "discontinue"):
        assert as_(cast.manager).get(page(review, act)).status_code == 403
    chair = as_(cast.chair)
    asked = chair.get(page(review, "convert"))
    assert "Lessons" in words(asked)
    chair.post(page(review, "convert"), {"framework": "llr-medway", "reason": "The criteria are not met."})
    assert reviews.again(review).framework == "llr-medway"
    chair.post(page(review, "discontinue"), {"reason": "A wider inquiry."})
    assert "Discontinued" in words(chair.get(review.get_absolute_url()))


def test_other_learning_is_noted_and_finished(cast: Cast) -> None:
    learning = reviews.other_learning(cast)
    manager = as_(cast.manager)
    manager.post(reverse("reviews:otherlearning_note", args=[learning.pk]), {"text": "The day is set."})
    given = {"outcome": "Two lessons."} | day("on", clock.today())
    answer = manager.post(reverse("reviews:otherlearning_finish", args=[learning.pk]), given, follow=True)
    assert "The day is set." in words(answer)
    assert "Two lessons." in words(answer)
    assert OtherLearning.objects.get().state == "finished"


def test_titles_hold_the_reference_and_no_name(cast: Cast) -> None:
    review = reviews.gathering(cast)
    terms, request = review.terms, review.recordsrequest_set.first()
    manager = as_(cast.manager)
    acts = ("request_records", "appoint_overview_author", "record_notice", "begin_analysis", "pause", "resume")
    urls = [review.get_absolute_url(), terms.get_absolute_url(), request.get_absolute_url(), *(page(review, act) for act in acts)]
    for url in urls:
        title = re.search(r"<title>(.*?)</title>", manager.get(url).content.decode(), re.DOTALL)
        assert title
        assert review.case.reference in title[1]
        assert "Child A" not in title[1]
        assert "Testshire" not in title[1]
