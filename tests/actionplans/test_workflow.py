"""From a signed recommendation to a change that somebody independent has seen, and what stands in the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from actionplans import ratings, workflow
from actionplans.models import Action, ActionEvidence, Response
from agencies.models import Person, Role
from casework import access, appointments, reminders, verification
from casework import workflow as casework
from casework.models import Deadline, Document, LogEntry, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden, Hidden
from frameworks import clock
from reviews import workflow as records
from reviews.models import RecordsRequest
from tests.makers import actionplans as plans
from tests.makers import overview as reports
from tests.makers import reviews
from tests.makers.cast import Cast, add_stranger, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast.keep(reports.signed_off)


@pytest.fixture
def cast(world: Cast) -> Cast:
    return world.again()


def said(refused: pytest.ExceptionInfo[Blocked]) -> list[str]:
    return refused.value.sentences


# --- responses --------------------------------------------------------------------------------------------------------


def test_everybody_whom_the_report_addresses_is_asked(cast: Cast) -> None:
    report = reports.signed_off(cast)
    asked = workflow.open_plan(report, due_on=clock.today(), by=cast.manager)
    assert [(each.recommendation.number, each.body) for each in asked] == [
        (1, "Testshire Police"),
        (2, "Testshire Safeguarding Children Board"),
    ]
    assert reviews.again(report.review).state == "implementing"
    assert Milestone.objects.filter(case=report.case, stage="actions").exists()
    waiting = Waiting.objects.filter(about_kind="response").order_by("title")
    assert [(row.title, row.label, row.due_on) for row in waiting] == [
        ("Recommendation 1: say what you will do about it", "Respond to the recommendation", clock.today()),
        ("Recommendation 2: say what you will do about it", "Respond to the recommendation", clock.today()),
    ]
    told = Notice.objects.filter(key__startswith="response.answer").values_list("to__name", flat=True)
    assert sorted(told) == ["Lead", "Manager"]
    with pytest.raises(Blocked) as refused:
        workflow.open_plan(report, due_on=clock.today(), by=cast.manager)
    today = clock.today()
    assert said(refused) == [f"Those whom the recommendations address were asked on {today:%-d %B %Y}."]


def test_only_the_board_manager_asks(cast: Cast) -> None:
    report = reports.signed_off(cast)
    with pytest.raises(Forbidden):
        workflow.open_plan(report, due_on=clock.today(), by=cast.chair)
    with pytest.raises(Hidden):
        workflow.open_plan(report, due_on=clock.today(), by=cast.stranger)


def test_less_than_a_yes_takes_a_reason(cast: Cast) -> None:
    response = plans.asked(cast)
    for answer in ("partly_accepted", "rejected"):
        with pytest.raises(Blocked) as refused:
            workflow.answer(response, answer=answer, reasons=" ", by=cast.lead)
        assert said(refused) == ["Say why the recommendation is not accepted as a whole."]
    with pytest.raises(Blocked) as refused:
        workflow.answer(response, answer="maybe", by=cast.lead)
    assert said(refused) == ["Choose whether the recommendation is accepted, accepted in part, or rejected."]
    answered = workflow.answer(response, answer="accepted", by=cast.lead)
    assert (answered.state, answered.answered_by) == ("accepted", cast.lead)
    assert Deadline.objects.get(about_id=response.pk).is_met


def test_an_answer_may_be_challenged(cast: Cast) -> None:
    response = plans.rejected(cast)
    with pytest.raises(Blocked) as refused:
        workflow.ask_again(response, because=" ", due_on=clock.today(), by=cast.chair)
    assert said(refused) == ["Say why the answer is not enough."]
    again = workflow.ask_again(response, because="The logs say otherwise.", due_on=clock.today(), by=cast.chair)
    assert (again.state, again.asked_again_because) == ("asked", "The logs say otherwise.")
    assert Deadline.objects.standing().get(about_id=response.pk).due_on == clock.today()


def test_the_manager_answers_for_the_board_and_only_for_the_board(cast: Cast) -> None:
    police, board = plans.opened(cast)
    assert workflow.answer(board, answer="accepted", by=cast.manager).state == "accepted"
    with pytest.raises(Forbidden):
        workflow.answer(police, answer="accepted", by=cast.manager)
    with pytest.raises(Forbidden):
        workflow.ask_again(board, because="x", due_on=clock.today(), by=cast.manager)


# --- planning ---------------------------------------------------------------------------------------------------------


def test_an_action_needs_a_measure_a_date_an_owner_and_what_the_pack_requires(cast: Cast) -> None:
    action = plans.proposed(cast, due_on=None, owner=None, measure="", outcome="", monitoring="")
    with pytest.raises(Blocked) as refused:
        workflow.agree(action, by=cast.manager)
    assert said(refused) == [
        "The action has no measure: say how anybody will see that it worked.",
        "The action has no target date.",
        "Nobody owns the action: name the person who sees to it.",
        "The action plan also asks for: intended outcome for children, how it is watched.",
    ]
    due_on = clock.today() + timedelta(days=30)
    workflow.write(action, what=action.what, by=cast.lead, **plans.PLAN | {"due_on": due_on})
    workflow.hand_over(action, owner=cast.owner, by=cast.lead)
    agreed = workflow.agree(action, by=cast.manager)
    promise = Deadline.objects.get(about_id=action.pk)
    assert (agreed.state, promise.due_on, promise.role, promise.label) == ("agreed", due_on, "owner", "Action 1.1")
    assert promise.why.startswith("Agreed by Manager on ")


def test_the_owner_sees_the_action_and_the_cover_of_the_file_and_hears_of_it(cast: Cast) -> None:
    response = plans.accepted(cast)
    assert not access.may(cast.owner, response.case, "view")
    action = plans.agreed(cast, plans.proposed(cast, response))
    assert access.may(cast.owner, action, "view")
    assert access.may(cast.owner, response.case, "view")
    assert not access.may(cast.owner, response, "view")
    notice = Notice.objects.get(to=cast.owner)
    assert notice.subject == f"{action.case.reference}: Begin"
    assert action.what not in notice.body


def test_a_new_owner_takes_over_from_the_old_one(cast: Cast) -> None:
    action = plans.started(cast)
    workflow.hand_over(action, owner=cast.author, by=cast.lead)
    assert not access.may(Person.objects.get(pk=cast.owner.pk), action, "view")
    assert access.may(cast.author, action, "implement")
    assert Role.objects.filter(about_id=action.pk).count() == 2


def test_the_board_s_own_actions_are_agreed_by_the_chair(cast: Cast) -> None:
    _, board = plans.opened(cast)
    board = workflow.answer(board, answer="accepted", by=cast.manager)
    facts = plans.PLAN | {"due_on": clock.today(), "owner": cast.overview_author}
    action = workflow.add_action(board, what="One way of handing over.", by=cast.manager, **facts)
    with pytest.raises(Forbidden):
        workflow.agree(action, by=cast.manager)
    assert workflow.agree(action, by=cast.chair).state == "agreed"


def test_actions_are_numbered_under_their_recommendation(cast: Cast) -> None:
    response = plans.accepted(cast)
    references = [plans.proposed(cast, response).reference, plans.proposed(cast, response).reference]
    assert references == ["1.1", "1.2"]


# --- doing ------------------------------------------------------------------------------------------------------------


def test_nothing_is_done_without_evidence(cast: Cast) -> None:
    action = plans.started(cast)
    with pytest.raises(Blocked) as refused:
        workflow.implement(action, what_was_done="The prompt is live.", by=cast.owner)
    assert said(refused) == ["There is no evidence yet that the action was done."]
    done = plans.implemented(cast, action)
    assert (done.state, done.what_was_done) == ("implemented", "The prompt is live.")
    assert Deadline.objects.get(about_id=action.pk).is_met
    assert Notice.objects.filter(to=cast.auditor, subject__endswith="Verify that it was done").count() == 1


def test_evidence_is_a_document_past_the_gate_or_a_note(cast: Cast) -> None:
    action = plans.started(cast)
    with pytest.raises(Blocked) as refused:
        workflow.add_evidence(action, kind="dip_sample", by=cast.owner)
    assert said(refused) == ["File a document, or write down what was seen and where it is kept."]
    with pytest.raises(Blocked) as refused:
        workflow.add_evidence(action, kind="gossip", note="x", by=cast.owner)
    assert said(refused) == ["Choose what kind of evidence it is."]
    with pytest.raises(Blocked):
        workflow.add_evidence(action, kind="policy", file=("policy.exe", b"MZ\x90\x00"), by=cast.owner)
    assert not ActionEvidence.objects.exists()
    filed = workflow.add_evidence(action, kind="policy", file=("policy.txt", b"The policy."), by=cast.owner)
    assert (filed.shows, filed.is_weak, filed.document.title) == ("output", True, "Action 1.1: policy or procedure issued")
    assert list(Document.objects.visible_to(cast.auditor)) == [filed.document]
    assert filed.document not in Document.objects.visible_to(cast.colleague)


# --- auditing ---------------------------------------------------------------------------------------------------------


def test_nobody_verifies_what_they_own_owned_or_filed_evidence_for(cast: Cast) -> None:
    action = plans.started(cast)
    workflow.hand_over(action, owner=cast.author, by=cast.lead)
    workflow.add_evidence(action, kind="survey", note="Nine of ten.", by=cast.lead)
    action = workflow.implement(plans.again(action), what_was_done="Done.", by=cast.author)
    for person in (cast.owner, cast.author, cast.lead):
        appointments.appoint(person, "auditor", cast.board, by=cast.manager)
    owns = "You own this action, so somebody else must look at it."
    filed = "You filed evidence for this action, so somebody else must look at it."
    for person, sentence in ((cast.owner, owns), (cast.author, owns), (cast.lead, filed)):
        with pytest.raises(Blocked) as refused:
            workflow.verify(action, looked_at="Logs", found="Fine", by=person)
        assert said(refused) == [sentence]
    assert workflow.verify(action, looked_at="Logs", found="Fine", by=cast.auditor).state == "verified"


def test_an_auditor_says_what_was_looked_at_and_found(cast: Cast) -> None:
    action = plans.implemented(cast)
    with pytest.raises(Blocked) as refused:
        workflow.verify(action, looked_at="Twenty logs", found=" ", by=cast.auditor)
    assert said(refused) == ["Say what you looked at, and what you found."]
    assert plans.again(action).state == "implemented"


def audit_dates(action: Action) -> list[tuple[date, str, bool | None]]:
    promises = Deadline.objects.filter(about_id=action.pk, rule="audit")
    return list(promises.values_list("due_on", "role", "is_met"))


def test_the_auditors_are_reminded_of_the_next_audit_and_hear_why(cast: Cast) -> None:
    with clock.travelling(datetime(2027, 3, 2, 9, 0, tzinfo=UTC)):
        action = plans.verified(cast)
        audit = Deadline.objects.get(about_id=action.pk, rule="audit")
        assert audit.label == "Audit of action 1.1"
        assert audit.why.startswith("six months after")
        assert "2 March 2027" in audit.why
        assert audit in Deadline.objects.visible_to(cast.auditor)
    with clock.travelling(datetime(2027, 9, 2, 9, 0, tzinfo=UTC)):
        reminders.write_due()
        assert Notice.objects.filter(to=cast.auditor, key__startswith=f"deadline:{audit.pk}:2027-09-02:").exists()
    with clock.travelling(datetime(2027, 9, 3, 9, 0, tzinfo=UTC)):
        plans.reopened(cast, action)
        audit.refresh_from_db()
        assert (audit.ended_at is not None, audit.is_met) == (True, None)


def test_the_next_audit_is_six_months_after_the_first_and_twelve_after_that(cast: Cast) -> None:
    with clock.travelling(datetime(2027, 3, 2, 9, 0, tzinfo=UTC)):
        action = plans.verified(cast)
        assert action.audit_due_on == date(2027, 9, 2)
        row = Waiting.objects.get(about_id=action.pk)
        assert row.title == "Action 1.1: look whether it has lasted, on 2 September 2027"
        assert audit_dates(action) == [(date(2027, 9, 2), "auditor", None)]
    with clock.travelling(datetime(2027, 9, 3, 9, 0, tzinfo=UTC)):
        again = workflow.audit(action, looked_at="Twenty logs", found="Half of them.", by=cast.auditor)
        assert (again.state, again.audit_due_on) == ("verified", date(2028, 3, 2))
        assert audit_dates(action) == [(date(2028, 3, 2), "auditor", None)]
    with clock.travelling(datetime(2028, 3, 3, 9, 0, tzinfo=UTC)):
        embedded = workflow.embed(again, looked_at="Twenty logs", found="All of them.", by=cast.auditor)
        assert (embedded.state, embedded.audit_due_on) == ("embedded", None)
        assert audit_dates(action) == [(date(2028, 3, 2), "auditor", False)]
    assert [each.result for each in action.audit_set.order_by("pk")] == ["verified", "not_yet", "embedded"]


def test_weak_evidence_does_not_show_that_practice_has_changed(cast: Cast) -> None:
    action = plans.verified(cast, kind="training")
    with pytest.raises(Blocked) as refused:
        workflow.embed(action, looked_at="Attendance lists", found="Everybody came.", by=cast.auditor)
    assert said(refused) == [
        "The evidence shows what was done, not yet that practice has changed: an audit, a survey or figures would."
    ]
    workflow.add_evidence(action, kind="file_audit", note="Twenty files.", by=cast.owner)
    assert workflow.embed(action, looked_at="Files", found="It has.", by=cast.auditor).state == "embedded"


def test_a_reopened_action_needs_new_evidence_by_a_new_date(cast: Cast) -> None:
    action = plans.reopened(cast)
    due = clock.today() + timedelta(days=30)
    assert (action.state, action.due_on) == ("reopened", due)
    assert Deadline.objects.standing().get(about_id=action.pk).due_on == due
    with pytest.raises(Blocked) as refused:
        workflow.implement(action, what_was_done="Again.", by=cast.owner)
    assert said(refused) == ["There is no evidence yet that the action was done."]
    workflow.add_evidence(action, kind="dip_sample", note="Fifty new logs.", by=cast.owner)
    assert workflow.implement(plans.again(action), what_was_done="Again.", by=cast.owner).state == "implemented"


def test_a_superseded_action_is_waited_for_by_nobody(cast: Cast) -> None:
    action = plans.agreed(cast)
    with pytest.raises(Blocked) as refused:
        workflow.supersede(action, reasons="", by=cast.manager)
    assert said(refused) == ["Say what takes the place of the action, or why it is no longer needed."]
    workflow.supersede(action, reasons="A national one.", by=cast.manager)
    assert not Deadline.objects.standing().filter(about_id=action.pk).exists()
    assert not Waiting.objects.filter(about_id=action.pk).exists()


# --- how it stands ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "in_days", "letter"),
    [
        ("proposed", 60, "N"),
        ("proposed", 5, "A"),
        ("agreed", 60, "N"),
        ("agreed", -1, "R"),
        ("in_progress", 60, "G"),
        ("in_progress", 14, "A"),
        ("in_progress", -1, "R"),
        ("reopened", 60, "A"),
        ("implemented", -1, "G"),
        ("verified", -1, "G"),
        ("embedded", -1, "B"),
    ],
)
def test_the_mark_follows_from_the_state_and_the_date(state: str, in_days: int, letter: str) -> None:
    today = date(2027, 3, 2)
    case = casework.Case(framework="scr-2006")
    action = Action(case=case, state=state)
    assert ratings.rating_of(action, today, today + timedelta(days=in_days)).letter == letter


def test_an_extension_moves_the_mark_with_the_date(cast: Cast) -> None:
    action = plans.agreed(cast)
    later = action.due_on + timedelta(days=90)
    promise = Deadline.objects.get(about_id=action.pk)
    casework.extend(action.case, deadline=promise, to=later, reason="Staff", consulted="", by=cast.manager)
    assert Action.objects.with_dates().get(pk=action.pk).promised_on == later


# --- the end ----------------------------------------------------------------------------------------------------------


def test_a_review_closes_when_everything_is_answered_planned_and_verified(cast: Cast) -> None:
    police, board = plans.opened(cast)
    review = police.recommendation.report.review
    with pytest.raises(Blocked) as refused:
        workflow.close_review(review, by=cast.manager)
    assert said(refused) == [
        "Testshire Police has not responded to recommendation 1.",
        "Testshire Safeguarding Children Board has not responded to recommendation 2.",
    ]
    police = workflow.answer(police, answer="accepted", by=cast.lead)
    workflow.answer(board, answer="rejected", reasons="It is done.", by=cast.manager)
    assert workflow.unfinished(review) == ["Recommendation 1 was taken up, and no action carries it out."]
    action = plans.implemented(cast, plans.started(cast, plans.agreed(cast, plans.proposed(cast, police))))
    assert workflow.unfinished(review) == ["Action 1.1 is implemented, and nobody has verified it."]
    plans.verified(cast, action)
    assert workflow.unfinished(review) == []
    assert Notice.objects.filter(to=cast.manager, subject__endswith="every action is verified").count() == 1
    reviews.tell_everybody(cast, reviews.again(review))
    for request in RecordsRequest.objects.filter(review=review):
        records.answer(request, is_held=False, note="Nothing is held.", by=cast.lead)
    closed = workflow.close_review(reviews.again(review), by=cast.manager)
    assert closed.state == "closed"
    assert casework.Case.objects.get(pk=review.case_id).state == "closed"


def test_only_the_manager_closes_a_review(cast: Cast) -> None:
    action = plans.verified(cast)
    review = action.response.recommendation.report.review
    workflow.answer(Response.objects.get(agency=None), answer="rejected", reasons="Done.", by=cast.manager)
    with pytest.raises(Forbidden):
        workflow.close_review(review, by=cast.chair)
    with pytest.raises(Hidden):
        workflow.close_review(review, by=cast.stranger)


def test_a_lessons_learned_review_is_audited_the_same_way(cast: Cast) -> None:
    response = plans.accepted(cast, plans.asked(cast, "llr-medway"))
    action = plans.verified(
        cast, plans.implemented(cast, plans.started(cast, plans.agreed(cast, plans.proposed(cast, response))))
    )
    assert action.audit_due_on is not None
    assert workflow.embed(action, looked_at="Logs", found="It has.", by=cast.auditor).state == "embedded"


def test_nothing_is_left_out_of_line(cast: Cast) -> None:
    action = plans.reopened(cast)
    assert list(access.check()) == []
    assert list(verification.problems()) == []
    acts = LogEntry.objects.filter(object_id=action.pk).order_by("seq").values_list("act", flat=True)
    assert list(acts) == [
        "action.begin",
        "action.hand_over",
        "role.appoint",
        "action.agree",
        "action.start",
        "action.add_evidence",
        "action.implement",
        "action.verify",
        "action.reopen",
    ]
