"""A referral is written over days, checked, and sent: what is kept, what is refused, what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from agencies.models import Listing
from casework import access, verification
from casework.models import Case, Deadline, Guest, Identity, LogEntry, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden, Hidden, Outdated
from casework.transitions import acts
from frameworks import clock
from referrals import workflow
from referrals.models import (
    AgenciesKnown,
    Child,
    Consultation,
    CriterionAnswer,
    HelpfulAnswers,
    Incident,
    Referral,
    Relative,
    Safety,
    age_in_words,
)
from tests.makers import referrals as make
from tests.makers.cast import Cast, add_stranger, make_cast

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


# --- a draft ------------------------------------------------------------------------------------------------------


def test_a_draft_belongs_to_its_referrer_and_their_lead(cast: Cast) -> None:
    referral = make.a_draft(cast)
    sees = {part for part, person in cast.people.items() if Referral.objects.visible_to(person).exists()}
    assert sees == {"owner", "lead"}
    assert (referral.contact.name, referral.contact.agency_name) == ("Owner", "Testshire Police")
    waiting = Waiting.objects.visible_to(cast.owner).get()
    assert (waiting.title, waiting.url) == ("A referral that you have begun", f"/referrals/{referral.pk}/check/")


def test_a_referral_answers_the_criteria_of_the_first_pack_that_takes_referrals(cast: Cast) -> None:
    cast.board.packs = ["llr-medway", "scr-2006"]
    assert make.a_draft(cast).framework == "scr-2006"


def test_nobody_refers_to_a_board_they_do_not_work_with(cast: Cast) -> None:
    add_stranger(cast)
    with pytest.raises(Hidden):
        workflow.create_draft(cast.board, by=cast.stranger)
    Listing.objects.filter(agency=cast.agencies["police"]).delete()
    with pytest.raises(Hidden):
        workflow.create_draft(cast.board, by=cast.owner)
    assert not Referral.objects.exists()


def test_a_board_whose_reviews_begin_otherwise_takes_no_referral(cast: Cast) -> None:
    cast.board.packs = ["llr-medway"]
    with pytest.raises(Blocked) as refused:
        make.a_draft(cast)
    assert refused.value.sentences == ["This board takes no referrals: none of its kinds of review begins with one."]


def test_a_page_may_be_saved_with_gaps(cast: Cast) -> None:
    referral = make.a_draft(cast)
    page = make.fill(referral, Incident(), place="At home")
    assert (page.version, page.is_complete) == (1, False)
    page = make.fill(referral, Incident(), happened_on=date(2023, 3, 9), what_happened="A fall.")
    assert (page.version, page.is_complete, page.place) == (2, True, "At home")


def test_a_page_saved_meanwhile_is_not_overwritten_and_both_texts_are_told(cast: Cast) -> None:
    referral = make.a_draft(cast)
    mine = Safety(referral=referral, at_risk="no", done="Mine")
    make.fill(referral, Safety(), at_risk="yes", done="Theirs")
    with pytest.raises(Outdated) as outdated:
        workflow.write(referral, page=mine, version=0, by=cast.owner)
    told = outdated.value
    assert told.theirs == "Other children at risk: Yes\nWhat was done: Theirs"
    assert told.yours == "Other children at risk: No\nWhat was done: Mine"
    assert (told.version, Safety.objects.get(referral=referral).done) == (1, "Theirs")
    workflow.write(referral, page=mine, version=told.version, by=cast.owner)
    assert Safety.objects.get(referral=referral).done == "Mine"


def test_a_page_of_another_referral_cannot_be_written(cast: Cast) -> None:
    theirs = make.fill(make.a_draft(cast, by=cast.colleague), Child(), cast.colleague, name="Ann")
    with pytest.raises(Forbidden):
        workflow.write(make.a_draft(cast), page=Safety(), version=0, by=cast.lead)
    mine = make.a_draft(cast)
    with pytest.raises(Outdated):
        workflow.write(mine, page=Child.objects.get(pk=theirs.pk), version=1, by=cast.owner)
    assert Child.objects.get(pk=theirs.pk).referral_id != mine.pk


def test_somebody_can_be_taken_out_again(cast: Cast) -> None:
    referral = make.a_draft(cast)
    child = make.fill(referral, Child(), name="Ann")
    workflow.remove(referral, person=child, by=cast.owner)
    assert not referral.children.exists()
    changed = [entry.act for entry in LogEntry.objects.filter(object_id=referral.pk).order_by("id")]
    assert changed == ["referral.begin", "role.appoint", "referral.write", "referral.write"]


# --- sending it ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leave_out", "sentence"),
    [
        (
            "consultation",
            "The designated child protection professional has not been consulted: say who was, when, and what they thought.",
        ),
        ("children", "No child has been added: say who the referral is about."),
        ("incident", "The date of the incident is missing: enter it, or the nearest to it that is known."),
        ("criteria", "Still without an answer and a reason: criteria 1, 2, 3, 4, 5 and 6."),
    ],
)
def test_what_is_missing_is_said_and_no_case_is_opened(cast: Cast, leave_out: str, sentence: str) -> None:
    referral = make.filled(cast, leave_out=leave_out)
    shown = next(act for act in acts(referral, cast.owner) if act.name == "submit")
    assert (shown.allowed, shown.because) == (False, (sentence,))
    with pytest.raises(Blocked) as refused:
        workflow.submit(referral, by=cast.owner)
    assert refused.value.sentences == [sentence]
    assert not Case.objects.exists()


def test_an_answer_without_a_reason_is_no_answer(cast: Cast) -> None:
    referral = make.filled(cast)
    make.fill(referral, CriterionAnswer(code="sexual_abuse"), answer="no", reason="")
    with pytest.raises(Blocked) as refused:
        workflow.submit(referral, by=cast.owner)
    assert refused.value.sentences == ["Still without an answer and a reason: criterion 3."]


def test_a_consultation_without_a_view_is_none(cast: Cast) -> None:
    referral = make.filled(cast)
    make.fill(referral, Consultation(), view="")
    assert not next(act for act in acts(referral, cast.owner) if act.name == "submit").allowed


def test_sending_opens_the_case_and_the_clock_runs(cast: Cast) -> None:
    referral = make.submitted(cast)
    case = referral.case
    assert case is not None
    assert (case.reference, case.pseudonym, case.framework) == ("TSCB-2026-001", "Child A", "scr-2006")
    assert referral.submitted_on == date(2026, 3, 3)
    assert list(Milestone.objects.filter(case=case).values_list("stage", "reached_on")) == [("referral", date(2026, 3, 3))]
    promised = {each.rule: (each.due_on, each.role) for each in Deadline.objects.filter(about_id=referral.pk)}
    assert promised == {"recommend": (date(2026, 3, 24), "manager"), "decide": (date(2026, 4, 3), "chair")}
    assert set(Guest.objects.values_list("role", "about_id")) == {
        ("referrer", referral.pk),
        ("lead", cast.agencies["police"].pk),
    }
    sees = {part for part, person in cast.people.items() if Referral.objects.visible_to(person).exists()}
    assert sees == {"owner", "lead", "manager", "chair"}
    assert list(access.check()) == []
    assert list(verification.problems()) == []


def test_the_names_of_the_family_are_kept_apart(cast: Cast) -> None:
    referral = make.submitted(cast)
    case = referral.case
    assert case is not None
    subjects = list(case.subject_set.order_by("pk").values_list("pseudonym", "relation", "is_index", "age"))
    assert subjects == [
        ("Child A", "", True, "2 years"),
        ("Child A1", "Half-sister", False, "8 years"),
        ("Mother", "Mother", False, ""),
    ]
    names = list(Identity.objects.order_by("pk").values_list("name", "date_of_birth"))
    assert names == [
        ("Ronan Alder", date(2020, 11, 14)),
        ("Skye Alder", date(2014, 6, 3)),
        ("Kayleigh Alder", None),
    ]
    for person in [*Child.objects.all(), *Relative.objects.all()]:
        assert (person.name, person.date_of_birth) == ("", None)
    everywhere = [*LogEntry.objects.values_list("payload", flat=True), *Notice.objects.values_list("subject", "body")]
    everywhere += Waiting.objects.values_list("title", "url")
    assert not [words for words in everywhere if "Alder" in str(words)]


def test_twins_are_two(cast: Cast) -> None:
    referral = make.filled(cast)
    make.fill(referral, Child(), name="Rory Alder")
    case = make.again(workflow.submit(referral, by=cast.owner)).case
    assert case is not None
    assert case.pseudonym == "Child A and Child B"
    assert list(case.subject_set.filter(is_index=True).values_list("pseudonym", flat=True)) == ["Child A", "Child B"]


def test_many_children_are_counted(cast: Cast) -> None:
    referral = make.filled(cast)
    for name in ("Bea", "Cal", "Dan"):
        make.fill(referral, Child(), name=name)
    case = make.again(workflow.submit(referral, by=cast.owner)).case
    assert case is not None
    assert case.pseudonym == "Child A and 3 other children"


def test_two_who_are_called_the_same_are_told_apart(cast: Cast) -> None:
    referral = make.filled(cast)
    make.fill(referral, Relative(), name="Ana Vose", relation="Stepmother", known_as="Mother")
    make.fill(referral, Relative(), name="Bo Vose", relation="Lodger")
    case = make.again(workflow.submit(referral, by=cast.owner)).case
    assert case is not None
    called = dict(case.subject_set.values_list("pseudonym", "relation"))
    assert (called["Mother"], called["Mother 2"], called["Adult 1"]) == ("Mother", "Stepmother", "Lodger")


def test_the_manager_is_told_by_the_reference_alone(cast: Cast) -> None:
    make.submitted(cast)
    notice = Notice.objects.get()
    assert (notice.to, notice.subject) == (cast.manager, "TSCB-2026-001: a referral has come in")
    assert notice.body == ("A referral has come in. It waits for you to take it to the panel.\n\nReference: TSCB-2026-001")


def test_only_the_referrer_sends_it(cast: Cast) -> None:
    referral = make.filled(cast)
    with pytest.raises(Forbidden):
        workflow.submit(referral, by=cast.lead)
    with pytest.raises(Hidden):
        workflow.submit(referral, by=cast.manager)
    assert not Case.objects.exists()


# --- questions back, and taking it back ---------------------------------------------------------------------------


def test_the_board_asks_and_the_referrer_answers(cast: Cast) -> None:
    referral = make.returned(cast)
    assert (referral.state, referral.enquiries.get().question) == ("returned", "Which hospital was it?")
    assert Notice.objects.filter(to=cast.owner).get().subject.endswith(": the board asks for information")
    make.fill(referral, Incident(), place="In hospital")
    referral = make.again(workflow.answer(referral, reply="St Anne’s.", by=cast.owner))
    enquiry = referral.enquiries.get()
    assert (referral.state, enquiry.answer, enquiry.answered_by) == ("submitted", "St Anne’s.", cast.owner)
    assert referral.incident.place == "In hospital"


def test_whoever_is_added_while_it_is_returned_comes_onto_the_file(cast: Cast) -> None:
    referral = make.returned(cast)
    make.fill(referral, Child(), name="Rory Alder", date_of_birth=date(2023, 1, 9))
    child = referral.children.get(subject__pseudonym="Child A")
    with pytest.raises(Blocked) as refused:
        workflow.remove(referral, person=child, by=cast.owner)
    assert refused.value.sentences == ["This person is on the case’s file already: ask the board’s manager."]
    referral = workflow.answer(referral, reply="There is a twin.", by=cast.owner)
    assert list(referral.children.values_list("subject__pseudonym", "name")) == [("Child A", ""), ("Child B", "")]
    assert Identity.objects.get(subject__pseudonym="Child B").name == "Rory Alder"


@pytest.mark.parametrize(
    ("verb", "facts", "sentence"),
    [
        (workflow.answer, {"reply": " "}, "Answer what the board asked."),
        (workflow.withdraw, {"reason": ""}, "Say why the referral is withdrawn."),
    ],
)
def test_empty_words_are_none(cast: Cast, verb: object, facts: dict[str, str], sentence: str) -> None:
    referral = make.returned(cast)
    with pytest.raises(Blocked) as refused:
        verb(referral, by=cast.owner, **facts)  # type: ignore[operator]
    assert refused.value.sentences == [sentence]


def test_a_withdrawn_referral_owes_nothing(cast: Cast) -> None:
    referral = make.withdrawn(cast)
    assert not Deadline.objects.standing().filter(about_id=referral.pk).exists()
    assert list(Deadline.objects.filter(about_id=referral.pk).values_list("is_met", flat=True)) == [None, None]
    assert not Waiting.objects.filter(about_id=referral.pk).exists()
    assert referral.case is not None
    assert referral.case.state == "open"
    assert Notice.objects.filter(subject=f"{referral.case}: the referral was withdrawn").get().to == cast.manager


def test_a_draft_can_be_withdrawn_and_nobody_is_told(cast: Cast) -> None:
    referral = make.again(workflow.withdraw(make.a_draft(cast), reason="A mistake.", by=cast.owner))
    assert (referral.state, referral.case, Notice.objects.count()) == ("withdrawn", None, 0)


# --- small things -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "on", "said"),
    [
        (date(2023, 3, 1), date(2023, 3, 8), "1 week"),
        (date(2023, 1, 1), date(2023, 3, 8), "9 weeks"),
        (date(2022, 9, 9), date(2023, 3, 8), "5 months"),
        (date(2021, 3, 9), date(2023, 3, 8), "23 months"),
        (date(2021, 3, 8), date(2023, 3, 8), "2 years"),
        (date(2023, 3, 9), date(2023, 3, 8), ""),
        (None, date(2023, 3, 8), ""),
    ],
)
def test_an_age_is_said_as_people_say_it(born: date | None, on: date, said: str) -> None:
    assert age_in_words(born, on) == said


def test_pages_say_what_was_answered(cast: Cast) -> None:
    referral = make.filled(cast)
    known = AgenciesKnown.objects.get(referral=referral)
    known.others = "A nursery\n\n A charity "
    assert known.said() == [
        ("Known to be involved", ["Testshire Children’s Social Care", "Testshire Police"]),
        ("Other bodies", ["A nursery", "A charity"]),
    ]
    helpful = HelpfulAnswers(referral=referral, answers={"custody": "no", "gone": "yes"})
    assert helpful.words() == "Did the child die in custody or in a secure unit?: No"
    assert referral.incident.said()[0] == ("Date", "9 March 2023")
    assert ("Who was looking after the child", "The mother and her partner") in referral.incident.said()


def test_the_alder_referral_is_carried_to_its_decision(cast: Cast) -> None:
    case = make.alder_decided(cast)
    called = set(case.subject_set.values_list("pseudonym", "is_index"))
    assert called == {
        ("Child A", True),
        ("Child A1", False),
        ("Child A2", False),
        ("Mother", False),
        ("Adult M1", False),
        ("Adult M2", False),
        ("Maternal Grandmother", False),
    }
    assert case.stage == "scope"
    assert list(access.check()) == []
    assert list(verification.problems()) == []
