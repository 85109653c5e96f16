"""What people do in a review, and what each is told when it cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agencies.models import Agency, Listing, Person, Role
from casework import access, appointments, reminders
from casework import workflow as casework
from casework.models import Case, Deadline, Document, Involvement, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden, Outdated
from frameworks import clock
from reviews import scope, workflow
from reviews.models import Review
from reviews.models.terms import digest_of
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(NOON):
        return make_cast()


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Iterator[Cast]:
    """The cast, on a working day at noon."""
    settings.FILE_STORE = tmp_path
    with clock.travelling(NOON):
        yield world.again()


def sentences(refused: Any) -> list[str]:
    return list(refused.value.sentences)


def dates(review: Review) -> dict[str, date]:
    return dict(Deadline.objects.standing().filter(case=review.case).values_list("rule", "due_on"))


# --- opening --------------------------------------------------------------------------------------------------------


def test_a_review_starts_the_time_limits_of_its_framework(cast: Cast) -> None:
    with clock.travelling(NOON):
        review = reviews.a_review(cast)
    pack = review.pack
    assert dates(review) == {rule.key: pack.due(rule, NOON.date(), cast.board.nation) for rule in pack.started_by("review.begin")}
    assert Case.objects.get(pk=review.case_id).stage == "scope"


def test_the_case_is_bound_to_the_kind_of_review_that_was_decided(cast: Cast) -> None:
    case = reviews.a_case(cast)
    review = workflow.open_review(case, framework="llr-medway", by=cast.chair, following=case)
    assert (review.framework, Case.objects.get(pk=case.pk).framework) == ("llr-medway", "llr-medway")


# --- records --------------------------------------------------------------------------------------------------------


def test_agencies_are_told_at_once_and_once(cast: Cast) -> None:
    review = reviews.a_review(cast)
    practice = Agency.objects.create(name="Testshire Practice", sector="health")
    Listing.objects.create(board=cast.board, agency=practice, is_member=False)
    asked = workflow.request_records(review, [cast.agencies["police"], practice], by=cast.manager)
    assert [(request.agency, request.state) for request in asked] == [(cast.agencies["police"], "asked"), (practice, "asked")]
    assert workflow.request_records(reviews.again(review), [practice], by=cast.chair) == []
    notice = Notice.objects.get(to=cast.lead)
    assert notice.subject == f"{review.case.reference}: please secure your records"
    assert cast.agencies["police"].name in notice.body
    assert "Child A" not in notice.body
    request_deadline = Deadline.objects.standing().filter(rule="request_records")
    assert not request_deadline.exists()
    assert list(access.check()) == []


def test_at_least_one_agency_is_chosen(cast: Cast) -> None:
    with pytest.raises(Blocked) as refused:
        workflow.request_records(reviews.a_review(cast), [], by=cast.manager)
    assert sentences(refused) == ["Choose the agencies to tell."]


def test_the_agency_answers_and_the_file_shows_the_day(cast: Cast) -> None:
    request = reviews.requests(cast, reviews.a_review(cast), "police")[0]
    day = clock.today() - timedelta(days=1)
    answered = workflow.answer(
        request, is_held=True, what="Crime reports", where="Store", secured_by="Insp. Hall", secured_on=day, by=cast.lead
    )
    assert answered.state == "secured"
    assert Involvement.objects.get(case=request.case, agency=request.agency).secured_on == day
    assert Deadline.objects.get(about_id=request.pk).is_met is True
    assert not Waiting.objects.filter(about_id=request.pk).exists()


def test_an_answer_is_changed_and_the_earlier_one_is_kept(cast: Cast) -> None:
    request = reviews.requests(cast, reviews.a_review(cast), "police")[0]
    request = workflow.answer(request, is_held=False, note="Searched both systems.", by=cast.lead)
    assert request.state == "nothing_held"
    request = workflow.answer(
        request, is_held=True, what="A box", where="Attic", secured_by="Insp. Hall", secured_on=clock.today(), by=cast.manager
    )
    assert [(answer.is_held, answer.what) for answer in request.answers] == [(True, "A box"), (False, "")]


def test_an_answer_says_what_where_who_and_when(cast: Cast) -> None:
    request = reviews.requests(cast, reviews.a_review(cast), "police")[0]
    with pytest.raises(Blocked) as refused:
        workflow.answer(request, is_held=True, what="Files", by=cast.lead)
    assert sentences(refused) == ["Say what was secured, where it is kept, who secured it and on which day."]
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Blocked) as refused:
        workflow.answer(request, is_held=True, what="x", where="x", secured_by="x", secured_on=tomorrow, by=cast.lead)
    assert sentences(refused) == ["The day on which the records were secured must be today or in the past."]


# --- terms of reference ---------------------------------------------------------------------------------------------


def test_the_terms_are_agreed_as_a_photograph(cast: Cast) -> None:
    review = reviews.a_review(cast)
    terms = reviews.agreed_terms(cast, review, "police", "health")
    agreed = terms.in_force
    assert agreed.sha256 == digest_of(agreed.facts) == digest_of(terms.as_facts())
    assert terms.agencies_reporting() == {cast.agencies["police"].pk, cast.agencies["health"].pk}
    assert reviews.again(review).state == "gathering"
    assert list(Milestone.objects.filter(case=review.case).values_list("stage", flat=True)) == ["scope", "agency_reports"]
    assert set(Involvement.objects.filter(case=review.case).values_list("agency__name", flat=True)) == {
        "Testshire Police",
        "Testshire Hospital Trust",
    }
    assert list(access.check()) == []


def test_what_was_agreed_stands_while_a_change_is_drafted(cast: Cast) -> None:
    review = reviews.a_review(cast)
    terms = reviews.agreed_terms(cast, review)
    terms = workflow.revise_terms(terms, by=cast.manager)
    lines = [(line.pk, line.question) for line in terms.lines]
    questions = [lines[1], (None, "Who knew of the move?")]
    version = scope.version_of(terms, scope.ISSUES)
    terms = workflow.write_lines(terms, questions=questions, version=version, by=cast.manager)
    assert [line["question"] for line in terms.in_force.facts["lines"]] == [question for _, question in lines]
    terms = workflow.agree_terms(terms, note="One dropped, one added.", by=cast.manager)
    assert [(line.number, line.question) for line in terms.lines] == [(1, lines[1][1]), (2, "Who knew of the move?")]
    assert terms.lineofenquiry_set.get(pk=lines[0][0]).is_dropped
    assert [each.number for each in terms.agreedterms_set.all()] == [1, 2]
    assert reviews.again(review).state == "gathering"


def test_agencies_see_what_was_agreed_and_not_the_draft(cast: Cast) -> None:
    review = reviews.a_review(cast)
    terms = reviews.draft_terms(cast, review)
    assert not access.may(cast.lead, terms, "view")
    reviews.write_terms(cast, terms)
    workflow.agree_terms(terms, by=cast.manager)
    seen = {power: access.may(cast.lead, terms, power) for power in ("view", "read", "write")}
    assert seen == {"view": True, "read": False, "write": False}


def test_a_part_saved_on_top_of_an_older_one_keeps_both_texts(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    workflow.write_answer(terms, code="family", text="The mother is met.", version=0, by=cast.manager)
    with pytest.raises(Outdated) as outdated:
        workflow.write_answer(terms, code="family", text="Nobody is met.", version=0, by=cast.manager)
    kept = outdated.value
    assert (kept.theirs, kept.yours, kept.version) == ("The mother is met.", "Nobody is met.", 1)
    reviews.write_terms(cast, terms)
    with pytest.raises(Outdated) as outdated:
        workflow.write_lines(terms, questions=[(None, "Another?")], version=0, by=cast.manager)
    assert outdated.value.theirs == "1. Was the child seen and heard?\n2. Why was the skeletal survey not done?"
    assert outdated.value.yours == "1. Another?"


def test_two_people_write_different_parts_at_once(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    workflow.write_answer(terms, code="family", text="Met.", version=0, by=cast.manager)
    workflow.write_answer(terms, code="expert", text="None.", version=0, by=cast.manager)
    assert terms.answers() == {"family": "Met.", "expert": "None."}


def test_dates_and_periods_make_sense(cast: Cast) -> None:
    terms = reviews.draft_terms(cast, reviews.a_review(cast))
    early, late = date(2020, 1, 1), date(2021, 1, 1)
    with pytest.raises(Blocked) as refused:
        workflow.write_period(terms, period_from=late, period_to=early, reason="x", version=0, by=cast.manager)
    assert sentences(refused) == ["The period must end after it begins."]
    with pytest.raises(Blocked) as refused:
        workflow.write_timescales(terms, reports_due_on=late, overview_due_on=early, version=0, by=cast.manager)
    assert sentences(refused) == ["The overview report cannot be due before the agencies’ reports it rests on."]
    with pytest.raises(Blocked) as refused:
        workflow.write_answer(terms, code="weather", text="x", version=0, by=cast.manager)
    assert sentences(refused) == ["This is not a question of scope in this kind of review."]


def test_a_later_overview_extends_the_date_and_keeps_the_old_one(cast: Cast) -> None:
    with clock.travelling(NOON):
        review = reviews.a_review(cast)
        promised = dates(review)["overview"]
        terms = reviews.write_terms(cast, reviews.draft_terms(cast, review))
        later = promised + timedelta(days=14)
        version = scope.version_of(terms, scope.TIMESCALES)
        workflow.write_timescales(terms, reports_due_on=promised, overview_due_on=later, version=version, by=cast.manager)
        workflow.agree_terms(terms, by=cast.manager)
    deadline = Deadline.objects.get(case=review.case, rule="overview")
    assert (deadline.due_on, deadline.first_due_on) == (later, promised)
    assert [(each.from_on, each.to_on) for each in deadline.extension_set.all()] == [(promised, later)]


# --- the overview author --------------------------------------------------------------------------------------------


def appoint(cast: Cast, review: Review, person: Person) -> None:
    keys = [statement.key for statement in review.pack.declarations.overview_author]
    workflow.appoint_overview_author(review, person, declared=keys, declared_on=clock.today(), by=cast.manager)


def test_an_independent_author_is_appointed_on_their_declaration(cast: Cast) -> None:
    review = reviews.appointed(cast, reviews.a_review(cast))
    declaration = review.overview_author
    assert declaration.text == "\n".join(each.text for each in review.pack.declarations.overview_author)
    assert access.may(cast.overview_author, review, "start_overview")
    assert Notice.objects.filter(to=cast.overview_author).count() == 1


def test_nobody_of_the_area_writes_the_overview(cast: Cast) -> None:
    review = reviews.a_review(cast)
    with pytest.raises(Blocked) as refused:
        appoint(cast, review, cast.author)
    area = "which belongs to the area of Testshire Safeguarding Children Board. Appoint somebody from outside it."
    assert sentences(refused) == [f"Author works for Testshire Police, {area}"]
    with pytest.raises(Blocked) as refused:
        appoint(cast, review, cast.chair)
    assert sentences(refused) == ["Chair is independent chair of Testshire Safeguarding Children Board."]


def test_somebody_who_led_an_agency_there_is_not_independent(cast: Cast) -> None:
    review = reviews.a_review(cast)
    role = Role.objects.get(person=cast.lead, role="lead")
    cast.lead.agency = None
    cast.lead.save()
    appointments.end(role, by=cast.manager)
    with pytest.raises(Blocked) as refused:
        appoint(cast, review, cast.lead)
    assert sentences(refused) == ["Lead led until 2 March 2027 Testshire Police, which belongs to the board’s area."]


def test_somebody_with_another_part_in_the_case_is_not_independent(cast: Cast) -> None:
    review = reviews.a_review(cast)
    cast.panel_member.agency = None
    cast.panel_member.save()
    with pytest.raises(Blocked) as refused:
        appoint(cast, review, cast.panel_member)
    assert sentences(refused) == ["Panel Member has had a part in this case already: panel member."]


def test_the_declaration_is_made_whole(cast: Cast) -> None:
    review = reviews.a_review(cast)
    with pytest.raises(Blocked) as refused:
        workflow.appoint_overview_author(
            review, cast.overview_author, declared=["will_say"], declared_on=clock.today(), by=cast.manager
        )
    assert sentences(refused) == ["The declaration of independence must be made whole: every statement of it."]
    assert not Role.objects.filter(role="overview_author").exists()


def test_another_author_takes_over(cast: Cast) -> None:
    review = reviews.appointed(cast, reviews.a_review(cast))
    second = Person.objects.create_user("second@example.test", name="Second Author")
    appoint(cast, review, second)
    assert [each.person.name for each in review.declaration_set.filter(until_on__isnull=True)] == ["Second Author"]
    held = Role.objects.current().filter(role="overview_author", about_id=review.case_id)
    assert [role.person for role in held] == [second]


# --- who outside is told --------------------------------------------------------------------------------------------


def test_who_must_be_told_is_owed_from_the_event_on_and_until_there_is_proof(cast: Cast) -> None:
    letter = ("letter.txt", b"Dear Ofsted,\n")
    with clock.travelling(NOON):
        review = reviews.a_review(cast)
        owed = [(each.notification.key, each.since, each.due_on) for each in review.untold()]
        assert owed == [("regulator_told", date(2027, 3, 2), date(2027, 3, 3))]
        proof = workflow.record_notice(
            review, key="regulator_told", told_on=date(2027, 3, 2), how="Letter", document=letter, by=cast.manager
        )
    assert reviews.again(review).untold() == []
    assert access.may(cast.chair, proof.document, "view")
    assert Document.objects.get().sha256 == proof.document.sha256


def test_a_lessons_learned_review_tells_nobody_outside(cast: Cast) -> None:
    assert reviews.a_review(cast, "llr-medway").untold() == []


def test_the_proof_is_the_boards_own(cast: Cast) -> None:
    review = reviews.a_review(cast)
    reviews.requests(cast, review, "police")
    proof = workflow.record_notice(
        reviews.again(review),
        key="regulator_told",
        told_on=clock.today(),
        how="Letter",
        document=("letter.txt", b"Dear Ofsted,\n"),
        by=cast.manager,
    )
    assert access.may(cast.lead, review, "view")
    assert not access.may(cast.lead, proof.document, "view")


def test_nobody_is_told_tomorrow(cast: Cast) -> None:
    review = reviews.a_review(cast)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Blocked) as refused:
        workflow.record_notice(review, key="regulator_told", told_on=tomorrow, how="Letter", by=cast.manager)
    assert sentences(refused) == ["The day on which they were told must be today or in the past."]


# --- the clock ------------------------------------------------------------------------------------------------------


def test_a_pause_keeps_what_is_left_of_each_date(cast: Cast) -> None:
    with clock.travelling(NOON):
        review = reviews.gathering(cast)
    before = dates(review)
    with clock.travelling(NOON + timedelta(days=10)):
        workflow.pause(review, reason="The trial.", expected="In October", by=cast.chair)
    with clock.travelling(NOON + timedelta(days=400)):
        assert reminders.write_due() == 0
        paused = reviews.again(review)
        assert (paused.state, paused.paused_from) == ("paused", "gathering")
        overdue = Deadline.objects.standing().get(case=review.case, rule="complete")
        assert not overdue.is_overdue(clock.today())
        resumed = workflow.resume(paused, by=cast.manager)
    assert (resumed.state, resumed.paused_from) == ("gathering", "")
    assert dates(review) == {rule: due + timedelta(days=390) for rule, due in before.items()}
    moved = Deadline.objects.get(case=review.case, rule="complete")
    assert moved.extension_set.get().reason == "The clock stood from 12 March 2027 to 5 April 2028: The trial."
    assert (moved.first_due_on, moved.stopped_on) == (before["complete"], None)


def test_a_date_promised_while_the_clock_stands_is_not_moved(cast: Cast) -> None:
    with clock.travelling(NOON):
        review = reviews.gathering(cast)
        workflow.pause(review, reason="The trial.", by=cast.chair)
    with clock.travelling(NOON + timedelta(days=20)):
        learning = reviews.other_learning(cast, review.case)
        workflow.resume(reviews.again(review), by=cast.chair)
    assert Deadline.objects.get(about_id=learning.pk).due_on == learning.due_on


# --- changing and ending --------------------------------------------------------------------------------------------


def test_a_review_turns_into_another_kind_and_keeps_everything(cast: Cast) -> None:
    with clock.travelling(NOON):
        review = reviews.gathering(cast, "llr-medway")
    later = NOON + timedelta(days=30)
    with clock.travelling(later):
        converted = workflow.convert(review, framework="scr-2006", reason="A second child came to light.", by=cast.chair)
    assert (converted.pk, converted.state, converted.framework) == (review.pk, "gathering", "scr-2006")
    assert Case.objects.get(pk=review.case_id).framework == "scr-2006"
    kept = converted.conversion_set.get()
    assert (kept.in_words, kept.decided_by) == ("Lessons learned review became Serious case review", cast.chair)
    assert converted.terms.in_force is not None
    pack = converted.pack
    begun = {rule.key: pack.due(rule, later.date(), cast.board.nation) for rule in pack.started_by("review.begin")}
    assert {rule: due for rule, due in dates(converted).items() if rule in begun} == begun
    told = converted.untold()
    assert [(each.notification.key, each.since) for each in told][:1] == [("regulator_told", later.date())]


def test_only_to_a_kind_that_the_framework_allows(cast: Cast) -> None:
    review = reviews.a_review(cast)
    with pytest.raises(Blocked) as refused:
        workflow.convert(review, framework="scr-2006", reason="x", by=cast.chair)
    assert sentences(refused) == ["A serious case review cannot turn into this kind of review."]
    with pytest.raises(Forbidden):
        workflow.convert(review, framework="llr-medway", reason="x", by=cast.manager)


def test_a_discontinued_review_waits_for_nobody(cast: Cast) -> None:
    review = reviews.gathering(cast)
    ended = workflow.discontinue(review, reason="A wider inquiry takes it over.", by=cast.chair)
    assert (ended.state, ended.ended_because) == ("discontinued", "A wider inquiry takes it over.")
    assert dates(review) == {}
    assert not Waiting.objects.filter(case=review.case).exists()


def test_the_analysis_begins_without_a_missing_report_for_a_reason(cast: Cast) -> None:
    review = workflow.begin_analysis(reviews.gathering(cast), reason="One agency has closed.", by=cast.manager)
    assert (review.state, review.reports_missing) == ("analysis", "One agency has closed.")


def test_telling_that_the_reports_are_in_twice_changes_nothing(cast: Cast) -> None:
    review = reviews.gathering(cast)
    first = workflow.reports_are_in(review, by=cast.manager, following=review.case)
    second = workflow.reports_are_in(review, by=cast.manager, following=review.case)
    assert (first.state, second.state, first.version) == ("analysis", "analysis", second.version)


# --- other learning -------------------------------------------------------------------------------------------------


def test_other_learning_is_followed_to_its_end(cast: Cast) -> None:
    learning = reviews.other_learning(cast)
    assert Deadline.objects.get(about_id=learning.pk).due_on == learning.due_on
    assert Waiting.objects.get(about_id=learning.pk).title == "Facilitated learning day: record what came of it"
    workflow.note(learning, text="The day is set.", by=cast.manager)
    finished = workflow.finish(learning, outcome="Two lessons for every agency.", by=cast.manager)
    assert (finished.state, finished.outcome) == ("finished", "Two lessons for every agency.")
    assert Deadline.objects.get(about_id=learning.pk).is_met is True
    assert not Waiting.objects.filter(about_id=learning.pk).exists()
    assert casework.close(Case.objects.get(pk=learning.case_id), by=cast.manager).state == "closed"
