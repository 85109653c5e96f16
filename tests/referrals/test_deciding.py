"""The panel recommends, the chair decides, and what was decided begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from agencies.models import Role
from casework import access, appointments, verification
from casework.models import Deadline, LogEntry, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden
from frameworks import clock
from referrals import workflow
from referrals.models import Attendance, ChairsDecision, Referral
from reviews.models import OtherLearning, Review
from tests.makers import referrals as make
from tests.makers.cast import Cast, make_cast

pytestmark = pytest.mark.django_db

ON = datetime(2026, 3, 3, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(to=ON):
        return make_cast()


@pytest.fixture
def cast(world: Cast, db: None) -> Iterator[Cast]:
    with clock.travelling(to=ON):
        yield world.again()


# --- the panel ----------------------------------------------------------------------------------------------------


def test_the_panel_is_appointed_and_reads_the_referral(cast: Cast) -> None:
    referral = make.submitted(cast)
    assert not Referral.objects.visible_to(cast.panel_member).exists()
    referral = make.under_consideration(cast, referral)
    assert Referral.objects.visible_to(cast.panel_member).get() == referral
    assert access.may(cast.panel_member, referral, "recommend")
    meeting = Deadline.objects.get(rule="panel_meeting")
    assert (meeting.due_on, meeting.why) == (date(2026, 3, 17), "The day that Manager set for the panel on 3 March 2026")
    waiting = Waiting.objects.visible_to(cast.manager).get()
    assert (waiting.title, waiting.due_on) == ("The panel’s recommendation: it meets on 17 March 2026", date(2026, 3, 17))
    assert Waiting.objects.visible_to(cast.panel_member).get().url == f"/referrals/{referral.pk}/recommend/"


def test_the_meeting_can_be_moved_and_members_added(cast: Cast) -> None:
    referral = make.under_consideration(cast)
    later = date(2026, 3, 20)
    workflow.convene(referral, panel_meets_on=later, members=[cast.health_lead], by=cast.manager)
    assert Deadline.objects.standing().get(rule="panel_meeting").due_on == later
    members = Role.objects.current().filter(role="panel_member").order_by("person__name")
    assert [role.person.name for role in members] == ["Countersigner", "Health Lead", "Panel Member"]
    assert Waiting.objects.visible_to(cast.health_lead).get().due_on == later


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ("health", "The meeting was not quorate: nobody was there from health."),
        ("police", "The meeting was not quorate: nobody was there from police."),
        ("local_authority", "The meeting was not quorate: nobody was there from local authority."),
    ],
)
def test_a_meeting_without_a_core_sector_is_not_quorate(cast: Cast, without: str, sentence: str) -> None:
    referral = make.under_consideration(cast)
    with pytest.raises(Blocked) as refused:
        make.recommended(cast, referral=referral, present=make.room(cast, without=without))
    assert refused.value.sentences == [sentence]
    assert not Attendance.objects.exists()
    assert make.again(referral).state == "under_consideration"


def test_an_empty_room_lacks_everybody(cast: Cast) -> None:
    with pytest.raises(Blocked) as refused:
        make.recommended(cast, present=[])
    assert refused.value.sentences == ["The meeting was not quorate: nobody was there from health, police and local authority."]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"reasons": " "}, "Give the panel’s reasons."),
        ({"dissenters": "Police"}, "The panel was not unanimous: say who disagreed, and why."),
        ({"dissent": "It stands alone."}, "The panel was not unanimous: say who disagreed, and why."),
        ({"decision": "a_parade"}, "Choose one of the decisions that there are."),
    ],
)
def test_a_recommendation_needs_its_words(cast: Cast, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Blocked) as refused:
        make.recommended(cast, **{"decision": "serious_case_review"} | said)
    assert refused.value.sentences == [sentence]


def test_a_recommendation_is_recorded_with_dissent_and_interests(cast: Cast) -> None:
    said = {"interests": "The nurse knew the mother; she left the room.", "dissenters": "Police", "dissent": "Too early."}
    referral = make.recommended(cast, **said)
    recommendation = referral.recommendations.get()
    assert (recommendation.is_unanimous, recommendation.dissent, recommendation.interests) == (
        False,
        "Too early.",
        said["interests"],
    )
    assert [str(each) for each in recommendation.present.all()] == [
        "Panel Member (Health)",
        "Countersigner (Police)",
        "Orla Dunne, head of safeguarding (Local authority)",
    ]
    assert Deadline.objects.get(rule="recommend").is_met is True
    assert Deadline.objects.get(rule="panel_meeting").is_met is True
    told = Notice.objects.get(to=cast.chair)
    assert (told.subject, told.body) == (
        "TSCB-2026-001: the panel has recommended",
        "The panel has made its recommendation. The decision is yours.\n\nReference: TSCB-2026-001",
    )
    assert [(row.title, row.label) for row in Waiting.objects.filter(about_id=referral.pk)] == [
        ("A referral to decide", "Decide")
    ]


def test_a_panel_member_may_record_it_and_a_lead_may_not(cast: Cast) -> None:
    referral = make.under_consideration(cast)
    facts: dict[str, Any] = {"met_on": clock.today(), "present": make.room(cast), "criteria_met": False}
    facts |= {"decision": "no_review", "reasons": "Nothing to learn."}
    with pytest.raises(Forbidden):
        workflow.recommend(referral, by=cast.lead, **facts)
    assert workflow.recommend(referral, by=cast.panel_member, **facts).state == "recommended"


# --- back to the panel --------------------------------------------------------------------------------------------


def test_the_chair_sends_it_back_and_both_recommendations_stay(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    referral = make.again(workflow.send_back_to_panel(referral, question="Why not a learning day?", by=cast.chair))
    assert (referral.state, referral.recommendation(), referral.panel_meets_on) == ("under_consideration", None, None)
    assert Notice.objects.get(subject="TSCB-2026-001: the chair has a question for the panel").to == cast.manager
    referral = make.recommended(cast, "learning_day", referral)
    standing = list(referral.recommendations.values_list("decision", "question", "sent_back_by__name"))
    assert standing == [("no_review", "Why not a learning day?", "Chair"), ("learning_day", "", None)]
    current = referral.recommendation()
    assert current is not None
    assert current.decision == "learning_day"


def test_a_decision_on_a_recommendation_that_was_replaced_is_refused(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    old = referral.recommendations.get().pk
    make.recommended(cast, "no_review", make.again(workflow.send_back_to_panel(referral, question="Sure?", by=cast.chair)))
    with pytest.raises(Blocked) as refused:
        workflow.decide(referral, decision="no_review", reasons="Yes.", on=old, by=cast.chair)
    assert refused.value.sentences == ["The panel has recommended anew since you opened this page: read it first."]


# --- the chair ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["manager", "panel_member", "lead", "owner"])
def test_nobody_but_the_chair_decides(cast: Cast, part: str) -> None:
    referral = make.recommended(cast, "no_review")
    with pytest.raises(Forbidden):
        workflow.decide(referral, decision="no_review", reasons="So.", by=cast.people[part])
    assert not ChairsDecision.objects.exists()


def test_deciding_otherwise_takes_reasons_of_its_own(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    with pytest.raises(Blocked) as refused:
        workflow.decide(referral, decision="serious_case_review", reasons="It is met.", by=cast.chair)
    assert refused.value.sentences == [
        "The panel recommended “No review and no other process”: give your reasons for deciding otherwise."
    ]
    workflow.decide(
        referral,
        decision="serious_case_review",
        reasons="It is met.",
        reasons_for_differing="The panel had not seen the scan.",
        by=cast.chair,
    )
    decision = ChairsDecision.objects.get()
    assert (decision.recommended, decision.reasons_for_differing) == (
        "No review and no other process",
        "The panel had not seen the scan.",
    )
    assert Review.objects.get().framework == "scr-2006"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"reasons": " "}, "Give the reasons for your decision."),
        ({"decision": "a_parade"}, "Choose one of the decisions that there are."),
        ({"answers": {}}, "“Independently facilitated learning day” still needs an answer: Who facilitates it?"),
        (
            {"answers": {"facilitator": "Dr Vose", "focus": "Bruises", "invited": "All"}},
            "“Independently facilitated learning day” still needs an answer: By when will it have taken place?",
        ),
    ],
)
def test_a_decision_needs_its_words(cast: Cast, facts: dict[str, Any], sentence: str) -> None:
    referral = make.recommended(cast, "learning_day")
    answers = make.answers_for(cast, referral, "learning_day")
    said: dict[str, Any] = {"decision": "learning_day", "reasons": "So.", "answers": answers}
    with pytest.raises(Blocked) as refused:
        workflow.decide(referral, by=cast.chair, **said | facts)
    assert refused.value.sentences == [sentence]
    assert not OtherLearning.objects.exists()


@pytest.mark.parametrize(
    ("decision", "framework"), [("serious_case_review", "scr-2006"), ("lessons_learned_review", "llr-medway")]
)
def test_a_review_begins_under_the_pack_that_was_decided_on(cast: Cast, decision: str, framework: str) -> None:
    referral = make.decided(cast, decision)
    case = referral.case
    assert case is not None
    assert (case.framework, referral.framework) == (framework, "scr-2006")
    assert (Review.objects.get().case, Review.objects.get().framework) == (case, framework)
    assert list(Milestone.objects.filter(case=case).values_list("stage", flat=True)) == ["referral", "decision", "scope"]
    assert Deadline.objects.get(case=case, rule="decide").is_met is True
    assert list(access.check()) == []
    assert list(verification.problems()) == []


@pytest.mark.parametrize(
    ("decision", "lead", "description"),
    [
        (
            "single_agency_review",
            "lead said",
            [
                "Which agency will review its work? Testshire Police",
                "Who in the agency leads it? lead said",
                "What should it look at? questions said",
                "By when will it tell the board? 2 May 2026",
            ],
        ),
        (
            "learning_day",
            "",
            [
                "Who facilitates it? facilitator said",
                "What is the day to be about? focus said",
                "Who is invited? invited said",
                "By when will it have taken place? 2 May 2026",
            ],
        ),
        (
            "inter_agency_audit",
            "lead said",
            [
                "Who leads the audit? lead said",
                "What is to be found out? question said",
                "Which cases, and how many? sample said",
                "Which agencies take part? agencies said",
                "By when will the board have the result? 2 May 2026",
            ],
        ),
        (
            "other_process",
            "lead said",
            ["What will be done? process said", "Who leads it? lead said", "By when? 2 May 2026"],
        ),
    ],
)
def test_anything_else_is_followed_to_its_end(cast: Cast, decision: str, lead: str, description: list[str]) -> None:
    referral = make.decided(cast, decision)
    learning = OtherLearning.objects.get()
    assert (learning.decision, learning.label) == (decision, referral.pack.decision(decision).label)
    assert (learning.lead, learning.description.split("\n"), learning.due_on) == (lead, description, date(2026, 5, 2))
    assert not Review.objects.exists()
    assert Deadline.objects.standing().get().about_id == learning.pk


def test_no_review_is_a_decision_too(cast: Cast) -> None:
    referral = make.decided(cast, "no_review")
    assert (Review.objects.count(), OtherLearning.objects.count()) == (0, 0)
    assert list(Milestone.objects.filter(case=referral.case).values_list("stage", "note")) == [
        ("referral", ""),
        ("decision", "No review and no other process"),
    ]
    assert not Deadline.objects.standing().exists()


def test_a_decision_is_bound_to_its_text(cast: Cast) -> None:
    referral = make.decided(cast, "no_review")
    decision = ChairsDecision.objects.select_related("referral__case").get()
    assert decision.text == (
        "Case: TSCB-2026-001\n"
        "Decision: No review and no other process (no_review)\n"
        "Reasons: I agree with the panel.\n"
        "The panel recommended: No review and no other process\n"
        "Reasons for deciding otherwise: \n"
        f"Decided by: {cast.chair.pk}\n"
        "Decided on: 2026-03-03"
    )
    assert decision.is_intact
    assert referral.decision_sha256 == decision.sha256
    sealed = LogEntry.objects.get(act="referral.seal")
    assert sealed.payload == f'{{"sha256":"{decision.sha256}"}}'
    decision.reasons = "I agree with nobody."
    assert not decision.is_intact


def test_the_referrer_and_the_manager_are_told(cast: Cast) -> None:
    referral = make.decided(cast)
    told = Notice.objects.filter(subject=f"{referral.case}: the chair has decided").values_list("to__name", "body")
    body = "The chair has decided on the referral.\n\nReference: TSCB-2026-001"
    assert sorted(told) == [("Manager", body), ("Owner", body)]


def test_a_chair_appointed_late_sees_and_decides(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    late = cast.author
    appointments.appoint(late, "chair", cast.board, by=cast.manager)
    assert workflow.decide(referral, decision="no_review", reasons="So.", by=late).state == "decided"
