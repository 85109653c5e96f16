"""What people do with an agency's report, and what each is told when it cannot be done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from agencies.models import Person, Role
from casework import access
from casework import workflow as casework
from casework.models import Case, Deadline, Involvement, LogEntry, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden, Hidden, Outdated
from chronology import workflow as chronologies
from frameworks import clock
from imr import workflow
from imr.models import IMR
from imr.models.report import digest_of
from imr.naming import entries_naming_the_author
from reviews import workflow as course
from tests.makers import imr as reports
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast

NO_ENTRY = "The chronology has no entry. Add what the agency’s records hold, or say that they hold nothing."
CHANGED = "The report or its chronology has changed since it was countersigned: it must be countersigned again."
NO_SCOPE = "The terms of reference have not been agreed yet, so there is nothing to judge the report against."


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    return make_cast().keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.FILE_STORE = tmp_path
    return world.again()


def sentences(refused: Any) -> list[str]:
    return list(refused.value.sentences)


# --- asking ---------------------------------------------------------------------------------------------------------


def test_a_later_date_is_the_one_that_my_work_tells(cast: Cast) -> None:
    imr = reports.named(cast)
    deadline = Deadline.objects.get(about_id=imr.pk)
    later = deadline.due_on + timedelta(days=14)
    casework.extend(imr.case, deadline=deadline, to=later, reason="Half term.", consulted="The panel", by=cast.manager)
    assert set(Waiting.objects.filter(about_id=imr.pk).values_list("due_on", flat=True)) == {later}


def test_an_agency_is_asked_by_the_date_of_the_terms_of_reference(cast: Cast) -> None:
    review = reviews.gathering(cast)
    imr = reports.commissioned(cast, review)
    deadline = Deadline.objects.get(about_id=imr.pk)
    assert (deadline.due_on, deadline.ends, deadline.role) == (review.terms.reports_due_on, "imr.submit", "lead")
    assert [section.key for section in imr.section_set.all()] == [each.key for each in imr.pack.agency_report.sections]
    assert imr.chronology.report_id == imr.pk
    row = Involvement.objects.get(case=imr.case, agency=imr.agency)
    assert (row.report, row.report_tone, row.report_url, row.due_on) == (
        "Asked for",
        "quiet",
        imr.get_absolute_url(),
        review.terms.reports_due_on,
    )
    assert Milestone.objects.get(case=imr.case, stage="agency_reports").note == "0 of 2 in"
    assert [(row.title, row.act) for row in Waiting.objects.visible_to(cast.lead).filter(about_id=imr.pk).order_by("act")] == [
        ("Name the author of your agency’s IMR", "name_author"),
        ("Name who countersigns your agency’s IMR", "name_countersigner"),
    ]
    notice = Notice.objects.get(to=cast.lead, about_kind="imr")
    assert notice.subject.startswith(f"{imr.case.reference}: your agency’s report, by ")
    assert "Child A" not in notice.subject + notice.body


def test_the_author_answers_for_the_date_once_there_is_one(cast: Cast) -> None:
    imr = reports.named(cast)
    deadline = Deadline.objects.get(about_id=imr.pk)
    assert (deadline.role, deadline.role_about) == ("author", imr.pk)


def test_a_date_of_its_own_wins(cast: Cast) -> None:
    due = clock.today() + timedelta(days=9)
    imr = workflow.commission(reviews.gathering(cast), cast.agencies["police"], due_on=due, by=cast.manager)
    assert list(Deadline.objects.filter(about_id=imr.pk).values_list("due_on", flat=True)) == [due]


def test_only_the_manager_asks(cast: Cast) -> None:
    review = reviews.gathering(cast)
    with pytest.raises(Forbidden):
        workflow.commission(review, cast.agencies["police"], by=cast.chair)
    with pytest.raises(Hidden):
        workflow.commission(review, cast.agencies["police"], by=cast.author)
    assert not IMR.objects.exists()


def test_an_excused_agency_is_asked_again(cast: Cast) -> None:
    imr = reports.excused(cast)
    assert (imr.state, imr.excused_because) == ("excused", "The agency held nothing on the family.")
    assert not Deadline.objects.standing().filter(about_id=imr.pk).exists()
    again = workflow.commission(imr.review, imr.agency, by=cast.manager)
    assert (again.pk, again.state, again.excused_because) == (imr.pk, "commissioned", "")
    assert Deadline.objects.standing().filter(about_id=imr.pk).count() == 1


# --- who writes, who signs ------------------------------------------------------------------------------------------


def test_author_and_countersigner_are_two_people(cast: Cast) -> None:
    imr = reports.named(cast)
    with pytest.raises(Blocked) as refused:
        workflow.name_countersigner(imr, cast.author, post="Chief Constable", by=cast.lead)
    assert sentences(refused) == ["Author is the author of the report and cannot countersign it."]
    with pytest.raises(Blocked) as refused:
        workflow.name_author(imr, cast.countersigner, post="Chief Constable", by=cast.lead)
    assert sentences(refused) == ["Countersigner is to countersign the report and cannot be its author as well."]


def test_a_former_author_never_countersigns(cast: Cast) -> None:
    imr = reports.drafting(cast)
    workflow.name_author(imr, cast.owner, post="Inspector", by=cast.lead)
    with pytest.raises(Blocked) as refused:
        workflow.name_countersigner(imr, cast.author, post="Chief Constable", by=cast.lead)
    assert sentences(refused) == ["Author has been the author of this report and cannot countersign it."]


def test_those_who_judge_have_no_hand_in_it(cast: Cast) -> None:
    imr = reports.commissioned(cast)
    with pytest.raises(Blocked) as refused:
        workflow.name_author(imr, cast.panel_member, post="Nurse", by=cast.lead)
    assert sentences(refused) == ["Panel Member sits on the panel that judges this report. Name somebody else."]
    with pytest.raises(Blocked) as refused:
        workflow.name_countersigner(imr, cast.overview_author, post="Doctor", by=cast.lead)
    assert sentences(refused) == ["Overview Author writes the overview report. Name somebody else."]


def test_another_author_takes_over_and_must_declare_for_themselves(cast: Cast) -> None:
    imr = reports.drafting(cast)
    imr = workflow.name_author(imr, cast.owner, post="Inspector", by=cast.lead)
    assert list(Role.objects.current().filter(role="author", about_id=imr.pk).values_list("person__name", flat=True)) == ["Owner"]
    section = imr.section_set.first()
    with pytest.raises(Hidden):
        workflow.write(section, html="<p>Mine.</p>", version=0, by=Person.objects.get(pk=cast.author.pk))
    with pytest.raises(Blocked) as refused:
        workflow.write(section, html="<p>Mine.</p>", version=0, by=cast.owner)
    assert sentences(refused) == ["The author has not yet declared that they had no part in the case."]


def test_the_declaration_is_made_whole_and_kept_word_for_word(cast: Cast) -> None:
    imr = reports.named(cast)
    with pytest.raises(Blocked) as refused:
        workflow.declare(imr, declared=["no_involvement"], by=cast.author)
    assert sentences(refused) == ["The declaration must be made whole: every statement of it."]
    imr = workflow.declare(imr, declared=[each.key for each in imr.pack.declarations.agency_author], by=cast.author)
    kept = imr.authordeclaration_set.get()
    assert kept.text == "\n".join(each.text for each in imr.pack.declarations.agency_author)
    assert (kept.person, kept.post, imr.state) == (cast.author, "Detective Superintendent", "drafting")


def test_an_author_who_is_named_in_the_chronology_is_pointed_out(cast: Cast) -> None:
    cast.author.name = "Colin Yardley"
    cast.author.save()
    imr = reports.drafting(cast)
    reports.add_entry(cast, imr, "Seen by DC Threlfall.")
    reports.add_entry(cast, imr, "DS Yardley took the call.")
    reports.add_entry(cast, imr, "Yardleyson lives next door.")
    assert [entry.number for entry in entries_naming_the_author(reports.again(imr))] == [2]


# --- writing --------------------------------------------------------------------------------------------------------


def test_a_save_on_top_of_an_older_version_keeps_both_texts(cast: Cast) -> None:
    imr = reports.drafting(cast)
    section = imr.section_set.first()
    workflow.write(section, html="<p>First.</p>", version=0, by=cast.author)
    with pytest.raises(Outdated) as outdated:
        workflow.write(section, html="<p>Second.</p>", version=0, by=cast.author)
    assert (outdated.value.theirs, outdated.value.yours, outdated.value.version) == ("<p>First.</p>", "<p>Second.</p>", 1)
    section.refresh_from_db()
    assert (section.html, section.version) == ("<p>First.</p>", 1)


def test_what_is_saved_by_hand_keeps_what_stood_before_and_what_saves_itself_does_not(cast: Cast) -> None:
    section = reports.drafting(cast).section_set.first()
    workflow.write(section, html="<p>One.</p>", version=0, by=cast.author)
    workflow.write(section, html="<p>One and a half.</p>", version=1, keep=False, by=cast.author)
    workflow.write(section, html="<p>Two.</p>", version=2, by=cast.author)
    assert [(each.version, each.html) for each in section.versions.all()] == [(2, "<p>One and a half.</p>")]


def test_another_persons_words_are_always_kept(cast: Cast) -> None:
    imr = reports.drafting(cast)
    section = imr.section_set.first()
    workflow.write(section, html="<p>The first author’s.</p>", version=0, by=cast.author)
    imr = workflow.name_author(imr, cast.owner, post="Inspector", by=cast.lead)
    workflow.declare(imr, declared=[each.key for each in imr.pack.declarations.agency_author], by=cast.owner)
    workflow.write(section, html="<p>The second’s.</p>", version=1, keep=False, by=cast.owner)
    assert [(each.html, each.saved_by) for each in section.versions.all()] == [("<p>The first author’s.</p>", cast.author)]


def test_a_text_is_cleaned_when_it_is_saved(cast: Cast) -> None:
    section = reports.drafting(cast).section_set.first()
    saved = workflow.write(section, html="<p onclick='x()'>Seen<script>alert(1)</script></p>", version=0, by=cast.author)
    assert saved.html == "<p>Seen</p>"


def test_no_word_of_a_report_stands_in_the_log(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    workflow.hand_back(imr, reasons="Zaunkönig", by=cast.countersigner)
    section = imr.section_set.first()
    workflow.write(section, html="<p>Rotkehlchen</p>", version=section.version, by=cast.author)
    payloads = " ".join(LogEntry.objects.filter(chain=imr.case_id).values_list("payload", flat=True))
    assert "Zaunkönig" not in payloads
    assert "Rotkehlchen" not in payloads


def test_the_chronology_must_answer(cast: Cast) -> None:
    imr = reports.drafting(cast)
    for section in imr.section_set.all():
        workflow.write(section, html="<p>Words.</p>", version=0, by=cast.author)
    with pytest.raises(Blocked) as refused:
        workflow.send_for_countersignature(imr, by=cast.author)
    assert sentences(refused) == [
        "The chronology has no entry. Add what the agency’s records hold, or say that they hold nothing."
    ]
    workflow.say_nothing_held(imr, reason="The family was never known here.", by=cast.lead)
    imr = workflow.send_for_countersignature(imr, by=cast.author)
    reports.sign(cast, imr)
    imr = workflow.submit(imr, by=cast.author)
    assert (imr.state, imr.chronology.state) == ("submitted", "compiling")


def test_the_optional_sections_may_stay_empty(cast: Cast) -> None:
    imr = reports.drafting(cast)
    for section in imr.section_set.all():
        if section.heading.required and section.key != "chronology":
            workflow.write(section, html="<p>Words.</p>", version=0, by=cast.author)
    reports.add_entry(cast, imr)
    assert workflow.send_for_countersignature(imr, by=cast.author).state == "awaiting_countersignature"


# --- signing --------------------------------------------------------------------------------------------------------


def test_the_signature_is_bound_to_exactly_this_text_and_chronology(cast: Cast) -> None:
    imr = reports.countersigned(cast)
    signature = imr.signature
    assert signature.sha256 == imr.digest() == digest_of(signature.text, signature.chronology_digest)
    assert [section["html"] for section in signature.text] == [section.html for section in imr.section_set.all()]
    assert (signature.signed_by, signature.post, signature.chronology_entries) == (
        cast.countersigner,
        "Assistant Chief Constable",
        1,
    )
    assert signature.declaration == "\n".join(each.text for each in imr.pack.declarations.countersigner)


def test_nobody_signs_what_they_have_not_read(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    seen = imr.digest()
    reports.add_entry(cast, imr, "A second visit.")
    declared = [each.key for each in imr.pack.declarations.countersigner]
    with pytest.raises(Blocked) as refused:
        workflow.countersign(imr, digest=seen, declared=declared, by=cast.countersigner)
    assert sentences(refused) == ["The report or its chronology has changed since you opened it. Read it again before you sign."]
    assert reports.again(imr).signature is None


def test_a_text_that_changes_after_the_signature_must_be_signed_again(cast: Cast) -> None:
    imr = reports.countersigned(cast)
    reports.add_entry(cast, imr, "A second visit.")
    with pytest.raises(Blocked) as refused:
        workflow.submit(imr, by=cast.author)
    assert sentences(refused) == [CHANGED]


def test_taking_it_back_voids_the_signature(cast: Cast) -> None:
    imr = workflow.recall(reports.countersigned(cast), by=cast.author)
    assert (imr.state, imr.signature) == ("drafting", None)
    assert imr.countersignature_set.get().voided_because == "The report was taken back to be written on."


def test_giving_it_back_stays_inside_the_agency(cast: Cast) -> None:
    imr = workflow.hand_back(reports.awaiting(cast), reasons="Say who decided.", by=cast.countersigner)
    assert imr.state == "drafting"
    assert list(imr.returns) == []
    assert imr.return_set.get().get_returned_by_display() == "Countersigning officer"
    assert Notice.objects.filter(key__startswith="imr.hand_back").values_list("to__name", flat=True).get() == "Author"


def test_the_countersigner_declares_too(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    with pytest.raises(Blocked) as refused:
        workflow.countersign(imr, digest=imr.digest(), declared=["not_author"], by=cast.countersigner)
    assert sentences(refused) == ["The declaration must be made whole: every statement of it."]


def test_the_author_cannot_sign_even_with_the_role(cast: Cast) -> None:
    """A role given by hand does not make two people of one."""
    imr = reports.awaiting(cast)
    role = Role.objects.get(role="countersigner", about_id=imr.pk)
    Role.objects.create(
        person=cast.author, role="countersigner", about_kind="imr", about_id=imr.pk, group=role.group, from_on=clock.today()
    )
    access.forget_groups(cast.author)
    with pytest.raises(Blocked) as refused:
        workflow.countersign(imr, digest=imr.digest(), declared=[], by=cast.author)
    assert sentences(refused) == ["The author cannot countersign their own report."]


# --- the panel ------------------------------------------------------------------------------------------------------


def test_submitting_shares_the_chronology_and_meets_the_date(cast: Cast) -> None:
    imr = reports.submitted(cast)
    deadline = Deadline.objects.get(about_id=imr.pk)
    assert (deadline.is_met, imr.chronology.state) == (True, "shared")
    row = Involvement.objects.get(case=imr.case, agency=imr.agency)
    assert (row.report, row.entries, row.due_on) == ("With the panel", 1, None)
    assert Milestone.objects.get(case=imr.case, stage="agency_reports").note == "1 of 2 in"
    told = set(Notice.objects.filter(key__startswith="imr.submit").values_list("to__name", flat=True))
    assert told == {"Panel Member", "Manager"}


def test_the_panel_returns_it_any_number_of_times_with_reasons(cast: Cast) -> None:
    imr = reports.submitted(cast)
    for number, word in enumerate(("first", "second", "third"), start=1):
        due = clock.today() + timedelta(days=7 * number)
        imr = workflow.send_back(imr, reasons=f"The {word} question.", due_on=due, by=cast.panel_member)
        assert (imr.state, imr.chronology.state, imr.signature) == ("returned", "compiling", None)
        row = Involvement.objects.get(case=imr.case, agency=imr.agency)
        assert (row.report, row.report_tone, row.entries, row.due_on) == (
            f"Returned, version {number + 1} due",
            "warn",
            None,
            due,
        )
        section = imr.section_set.first()
        workflow.write(section, html=f"<p>The {word} answer.</p>", version=section.version, by=cast.author)
        imr = workflow.send_for_countersignature(imr, by=cast.author)
        reports.sign(cast, imr)
        imr = workflow.submit(imr, by=cast.countersigner)
    assert [(each.number, each.version, each.reasons, each.by) for each in imr.returns] == [
        (1, 1, "The first question.", cast.panel_member),
        (2, 2, "The second question.", cast.panel_member),
        (3, 3, "The third question.", cast.panel_member),
    ]
    assert imr.signature.number == 4
    assert [each.voided_because for each in imr.countersignature_set.all()] == ["The panel sent the report back."] * 3 + [""]


def test_a_member_of_the_same_agency_does_not_judge(cast: Cast) -> None:
    imr = reports.submitted(cast)
    cast.panel_member.agency = imr.agency
    cast.panel_member.save()
    with pytest.raises(Blocked) as refused:
        workflow.accept(imr, by=cast.panel_member)
    assert sentences(refused) == ["You work for Testshire Police: somebody else on the panel judges its report."]


def test_nothing_is_judged_before_there_is_a_scope(cast: Cast) -> None:
    review = reviews.a_review(cast)
    imr = reports.submitted(cast, reports.commissioned(cast, review))
    with pytest.raises(Blocked) as refused:
        workflow.accept(imr, by=cast.panel_member)
    assert sentences(refused) == [
        "The terms of reference have not been agreed yet, so there is nothing to judge the report against."
    ]


def test_while_the_review_is_paused_agencies_go_on_and_the_panel_waits(cast: Cast) -> None:
    review = reviews.gathering(cast)
    imr = reports.commissioned(cast, review)
    course.pause(review, reason="The trial.", by=cast.chair)
    imr = reports.submitted(cast, imr)
    with pytest.raises(Blocked) as refused:
        workflow.accept(imr, by=cast.panel_member)
    assert sentences(refused) == ["The review is paused: the panel judges reports when it goes on."]


def test_with_the_last_report_the_analysis_begins(cast: Cast) -> None:
    review = reviews.gathering(cast)
    first = reports.commissioned(cast, review)
    second = reports.commissioned(cast, review, "social_care")
    reports.accepted(cast, first)
    assert reviews.again(review).state == "gathering"
    assert Milestone.objects.get(case=review.case, stage="agency_reports").note == "1 of 2 in"
    reports.excused(cast, second)
    assert reviews.again(review).state == "analysis"
    assert Case.objects.get(pk=review.case_id).stage == "overview"


def test_an_agency_that_was_never_asked_is_waited_for_too(cast: Cast) -> None:
    """The terms of reference want two reports; one agency is asked late."""
    review = reviews.gathering(cast)
    reports.accepted(cast, reports.commissioned(cast, review))
    assert reviews.again(review).state == "gathering"


# --- who reads ------------------------------------------------------------------------------------------------------

EVERYBODY = ["manager", "chair", "panel_member", "overview_author", "lead", "author", "countersigner", "auditor", "colleague"]
POWERS = ("view", "read", "see_drafts", "read_submitted")


def powers(cast: Cast, imr: IMR) -> dict[str, str]:
    return {
        power: " ".join(each for each in EVERYBODY if access.may(cast.people[each], reports.again(imr), power))
        for power in POWERS
    }


def test_the_text_is_the_agencys_until_it_is_sent(cast: Cast) -> None:
    overseers, agency = "manager chair panel_member overview_author", "lead author countersigner"
    alone = {"view": f"{overseers} {agency}", "read": agency, "see_drafts": agency, "read_submitted": ""}
    imr = reports.written(cast)
    assert powers(cast, imr) == alone
    imr = workflow.send_for_countersignature(imr, by=cast.author)
    assert powers(cast, imr) == alone
    reports.sign(cast, imr)
    assert powers(cast, imr) == alone
    imr = workflow.submit(imr, by=cast.author)
    assert powers(cast, imr) == alone | {"read": f"{overseers} {agency}", "read_submitted": overseers}
    imr = workflow.send_back(imr, reasons="More.", by=cast.panel_member)
    assert powers(cast, imr) == alone | {"read_submitted": overseers}
    assert list(access.check()) == []


def test_documents_follow_the_text_and_not_the_status(cast: Cast) -> None:
    """Who may only see that a report is being written does not see the Word original either."""
    imr = reports.written(cast)
    paper = workflow.attach(imr, title="Original", filename="original.txt", data=b"Draft of the report.\n", by=cast.author)
    readers = [each for each in EVERYBODY if access.may(cast.people[each], paper, "view")]
    assert readers == ["lead", "author", "countersigner"]
    imr = workflow.send_for_countersignature(imr, by=cast.author)
    reports.sign(cast, imr)
    workflow.submit(imr, by=cast.author)
    readers = [each for each in EVERYBODY if access.may(cast.people[each], paper, "view")]
    assert readers == ["manager", "chair", "panel_member", "overview_author", "lead", "author", "countersigner"]
    assert list(access.check()) == []


def test_the_dates_are_seen_by_whoever_sees_the_status(cast: Cast) -> None:
    imr = reports.drafting(cast)
    deadline = Deadline.objects.get(about_id=imr.pk)
    assert access.may(cast.manager, deadline, "view")
    assert not access.may(cast.colleague, deadline, "view")


def test_a_panel_member_appointed_late_reads_what_came_before(cast: Cast) -> None:
    imr = reports.submitted(cast)
    late = cast.auditor
    assert not access.may(late, imr, "read")
    casework.appoint(imr.case, person=late, role="panel_member", by=cast.manager)
    assert access.may(late, imr, "read")


def test_the_chronology_of_an_unsent_report_is_shared_with_nobody(cast: Cast) -> None:
    imr = reports.written(cast)
    assert not access.may(cast.manager, imr.chronology, "view")
    with pytest.raises(Hidden):
        chronologies.add_entry(
            imr.chronology, by=cast.manager, start=date(2022, 1, 1), end=date(2022, 1, 1), source="x", event="x"
        )
