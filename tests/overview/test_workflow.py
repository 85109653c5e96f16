"""What people do with an overview report, and what they are told when it cannot be done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework import access, appointments, verification
from casework.models import Deadline, LogEntry, Milestone, Notice, Waiting
from casework.refusals import Blocked, Forbidden, Hidden, Outdated
from casework.transitions import acts
from chronology import workflow as chronologies
from frameworks import clock
from imr.models import Section
from overview import citing, outline, text, workflow
from overview.models import Evidence, FactsCheck, Paper
from reviews.models import Review
from tests.makers import overview as reports
from tests.makers.cast import Cast, add_stranger, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast.keep(reports.analysed)


@pytest.fixture
def cast(world: Cast) -> Cast:
    return world.again()


def said(refused: pytest.ExceptionInfo[Blocked]) -> list[str]:
    return refused.value.sentences


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_report_is_begun_with_the_headings_of_its_pack(cast: Cast) -> None:
    report = reports.drafting(cast)
    keys = list(report.overviewsection_set.filter(part="overview").values_list("key", flat=True))
    assert keys == [
        "circumstances",
        "profile",
        "what_was_known",
        "standard_of_practice",
        "focus_on_child",
        "organisation_and_resources",
        "subtler_issues",
        "care_pathway",
        "lessons",
        "conclusions",
    ]
    assert list(report.overviewsection_set.filter(part="summary").values_list("key", flat=True)) == ["key_issues", "action_plan"]
    assert Milestone.objects.filter(case=report.case, stage="overview").exists()
    with pytest.raises(Blocked) as refused:
        workflow.start(report.review, by=cast.overview_author)
    assert said(refused) == ["The overview report has been begun already: go on with it."]


def test_only_who_is_appointed_begins(cast: Cast) -> None:
    review = reports.analysed(cast)
    with pytest.raises(Forbidden):
        workflow.start(review, by=cast.panel_member)
    with pytest.raises(Hidden):
        workflow.start(review, by=cast.stranger)


def test_a_section_saved_on_top_of_an_older_one_is_refused_with_both_texts(cast: Cast) -> None:
    report = reports.drafting(cast)
    saved = workflow.write(report, part="overview", key="conclusions", html="<p>One.</p>", version=0, by=cast.overview_author)
    assert (saved.html, saved.version, saved.saved_by) == ("<p>One.</p>", 1, cast.overview_author)
    with pytest.raises(Outdated) as refused:
        workflow.write(report, part="overview", key="conclusions", html="<p>Two.</p>", version=0, by=cast.overview_author)
    assert (refused.value.theirs, refused.value.yours, refused.value.version) == ("<p>One.</p>", "<p>Two.</p>", 1)
    assert report.overviewsection_set.get(part="overview", key="conclusions").html == "<p>One.</p>"


def test_a_finding_changed_meanwhile_is_refused_with_both_texts(cast: Cast) -> None:
    report = reports.drafting(cast)
    finding = reports.a_finding(cast, report)
    facts = {"title": "T", "html": "<p>New.</p>", "lesson": "", "theme": "", "enquiry": None}
    changed = workflow.change_finding(finding, version=1, by=cast.overview_author, **facts)
    assert (changed.title, changed.version) == ("T", 2)
    with pytest.raises(Outdated) as refused:
        workflow.change_finding(finding, version=1, by=cast.overview_author, **facts | {"html": "<p>Other.</p>"})
    assert (refused.value.theirs, refused.value.yours, refused.value.version) == ("<p>New.</p>", "<p>Other.</p>", 2)


def test_findings_and_recommendations_move_up_when_one_is_taken_out(cast: Cast) -> None:
    report = reports.drafting(cast)
    first, second = (reports.a_finding(cast, report, title) for title in ("One", "Two"))
    lone = reports.a_recommendation(cast, report, first)
    kept = reports.a_recommendation(cast, report, second)
    workflow.remove_finding(first, by=cast.overview_author)
    assert list(report.finding_set.values_list("number", "title")) == [(1, "Two")]
    workflow.withdraw_recommendation(lone, by=cast.overview_author)
    assert list(report.standing_recommendations().values_list("pk", "number")) == [(kept.pk, 1)]


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_a_citation_keeps_what_the_entry_said_and_shows_a_later_change(cast: Cast) -> None:
    report = reports.drafting(cast)
    finding = reports.a_finding(cast, report)
    entry = reports.entry_of(report)
    cited = workflow.cite_entry(finding, entry, note="Nobody asked.", by=cast.overview_author)
    assert (cited.said, cited.dated, cited.note) == ("The officer called at the home.", "3 Oct 2022", "Nobody asked.")
    assert not citing.has_changed(cited)
    type(entry).objects.filter(pk=entry.pk).update(event="Nobody called at the home.")
    cited.refresh_from_db()
    assert citing.has_changed(cited)
    assert cited.said == "The officer called at the home."


def test_the_author_confirms_that_a_finding_rests_on_what_an_entry_says_now(cast: Cast) -> None:
    report = reports.drafting(cast)
    finding = reports.a_finding(cast, report)
    entry = reports.entry_of(report)
    cited = workflow.cite_entry(finding, entry, by=cast.overview_author)
    type(entry).objects.filter(pk=entry.pk).update(event="Nobody called at the home.", version=2)
    cited = Evidence.objects.get(pk=cited.pk)
    assert (cited.entry_version, citing.has_changed(cited)) == (1, True)
    ends = [each.sentence for each in outline.loose_ends(outline.thread_of(report))]
    assert "Finding 1 cites an entry that has changed since." in ends
    confirmed = workflow.cite_again(cited, by=cast.overview_author)
    assert (confirmed.entry_version, confirmed.said) == (2, "Nobody called at the home.")
    assert not citing.has_changed(Evidence.objects.get(pk=cited.pk))
    chronologies.unshare(entry.chronology, by=cast.manager, following=report)
    type(entry).objects.filter(pk=entry.pk).update(version=3)
    assert not citing.has_changed(Evidence.objects.get(pk=cited.pk))


def test_an_entry_is_cited_once_and_only_if_the_author_sees_it(cast: Cast) -> None:
    report = reports.drafting(cast)
    finding = reports.a_finding(cast, report)
    entry = reports.entry_of(report)
    workflow.cite_entry(finding, entry, by=cast.overview_author)
    with pytest.raises(Blocked) as refused:
        workflow.cite_entry(finding, entry, by=cast.overview_author)
    assert said(refused) == ["The finding cites this entry already."]
    unshared = chronologies.open_chronology(
        report.case, cast.agencies["health"], report_id=None, by=cast.manager, following=report
    )
    hidden = chronologies.add_entry(
        unshared, by=cast.health_lead, start=clock.today(), end=clock.today(), source="Notes", event="Seen in clinic."
    )
    with pytest.raises(Blocked) as refused:
        workflow.cite_entry(finding, hidden, by=cast.overview_author)
    assert said(refused) == ["This entry is not among the chronologies of this case that you may see."]


def test_a_passage_must_stand_in_the_section_it_is_cited_from(cast: Cast) -> None:
    report = reports.drafting(cast)
    finding = reports.a_finding(cast, report)
    section = Section.objects.filter(imr__review=report.review).exclude(html="")[0]
    words = f"What we found: {section.key}"
    cited = workflow.cite_passage(finding, section, passage=words, by=cast.overview_author)
    assert (cited.said, cited.agency) == (words, "Testshire Police")
    with pytest.raises(Blocked) as refused:
        workflow.cite_passage(finding, section, passage="The agency admits everything.", by=cast.overview_author)
    assert said(refused) == ["These words do not stand in the section. Copy the passage exactly as it is written there."]
    workflow.uncite(cited, by=cast.overview_author)
    assert not finding.evidence.exists()


def test_a_line_of_enquiry_without_a_finding_may_be_explained(cast: Cast) -> None:
    report = reports.drafting(cast)
    workflow.explain(report, enquiry=reports.enquiry_of(report), words="Nothing was recorded.", by=cast.overview_author)
    workflow.explain(report, enquiry=reports.enquiry_of(report), words="Nothing at all was recorded.", by=cast.overview_author)
    assert list(report.explanation_set.values_list("words", flat=True)) == ["Nothing at all was recorded."]


# --- its way ----------------------------------------------------------------------------------------------------------


def test_what_is_missing_before_the_panel_is_said_sentence_by_sentence(cast: Cast) -> None:
    report = reports.drafting(cast)
    with pytest.raises(Blocked) as refused:
        workflow.send_to_panel(report, by=cast.overview_author)
    assert said(refused) == [
        (
            "These sections are still empty: Why this review was held, What was known, and to whom, The standard of practice, "
            "How the focus on the child was lost, or never began, Organisational issues and resources, "
            "A care pathway that might have prevented the harm, What can be learnt, Conclusions."
        ),
        "The report has no finding yet.",
    ]
    reports.write_sections(cast, report)
    reports.a_finding(cast, report)
    reports.a_finding(cast, report, "Another")
    reports.a_recommendation(cast, report)
    with pytest.raises(Blocked) as refused:
        workflow.send_to_panel(report, by=cast.overview_author)
    assert said(refused) == [
        "No evidence yet for findings 1 and 2: cite a chronology entry or a passage of an agency’s report.",
        "No finding stands behind recommendation 1: say which findings lead to it.",
    ]
    offered = next(each for each in acts(reports.again(report), cast.overview_author) if each.name == "send_to_panel")
    assert (offered.allowed, list(offered.because)) == (False, said(refused))


def test_the_panel_is_told_and_the_paper_it_reads_is_kept(cast: Cast) -> None:
    report = reports.with_panel(cast)
    waiting = list(Waiting.objects.filter(about_id=report.pk).values_list("act", "label"))
    assert waiting == [("ask_accuracy", "Ask agencies to check the facts")]
    notice = Notice.objects.get(key__startswith="overviewreport.ask_accuracy")
    reference = report.case.reference
    assert (notice.to, notice.subject) == (cast.manager, f"{reference}: Ask agencies to check the facts")
    assert "visits" not in notice.body
    paper = Paper.objects.get(report=report)
    assert (paper.kind, paper.facts["recommendations"][0]["number"]) == ("draft", 1)
    assert Deadline.objects.get(case=report.case, rule="overview").is_met


def test_an_agency_that_has_time_blocks_the_sign_off_and_one_that_let_it_pass_does_not(cast: Cast) -> None:
    report = reports.being_checked(cast)
    with pytest.raises(Blocked) as refused:
        workflow.send_for_sign_off(report, by=cast.manager)
    due = report.factscheck_set.get().due_on
    assert said(refused) == [f"An agency has not answered, and still has time: Testshire Police until {due:%-d %B %Y}."]
    with clock.travelling(clock.now() + timedelta(days=15)):
        assert workflow.send_for_sign_off(report, by=cast.manager).state == "awaiting_sign_off"


def test_a_correction_is_answered_before_the_sign_off(cast: Cast) -> None:
    report = reports.being_checked(cast)
    police = cast.agencies["police"]
    with pytest.raises(Blocked) as refused:
        workflow.check_accuracy(report, agency=police, answer="correction", correction=" ", by=cast.lead)
    assert said(refused) == ["Say what must be corrected."]
    check = workflow.check_accuracy(report, agency=police, answer="correction", correction="It was the 4th.", by=cast.lead)
    assert check.text_sha256 == text.sha256_of(report)
    with pytest.raises(Blocked) as refused:
        workflow.send_for_sign_off(report, by=cast.manager)
    assert said(refused) == ["The author has not answered the correction asked for by Testshire Police."]
    with pytest.raises(Blocked) as refused:
        workflow.answer_correction(check, is_taken_up=False, reply="", by=cast.overview_author)
    assert said(refused) == ["Say why the report is not corrected."]
    workflow.answer_correction(check, is_taken_up=True, reply="Thank you.", by=cast.overview_author)
    with pytest.raises(Blocked) as refused:
        workflow.check_accuracy(report, agency=police, answer="agreed", by=cast.lead)
    assert said(refused) == ["The author has answered your correction. Talk to the board’s manager if something is still wrong."]
    assert workflow.send_for_sign_off(report, by=cast.manager).state == "awaiting_sign_off"


def test_only_an_agency_that_was_asked_answers_and_only_for_itself(cast: Cast) -> None:
    report = reports.being_checked(cast)
    with pytest.raises(Hidden):
        workflow.check_accuracy(report, agency=cast.agencies["social_care"], answer="agreed", by=cast.colleague)
    with pytest.raises(Blocked) as refused:
        workflow.check_accuracy(report, agency=cast.agencies["social_care"], answer="agreed", by=cast.lead)
    assert said(refused) == ["Only the agency’s own lead answers for it."]


def test_a_report_sent_back_says_why_and_is_checked_anew(cast: Cast) -> None:
    report = reports.awaiting_sign_off(cast)
    with pytest.raises(Blocked) as refused:
        workflow.send_back(report, reasons=" ", by=cast.chair)
    assert said(refused) == ["Say what the author should change, and why."]
    report = workflow.send_back(report, reasons="The lesson is not clear.", by=cast.chair)
    assert (report.state, report.review.state, report.returned_because) == ("drafting", "analysis", "The lesson is not clear.")
    assert not access.may(cast.lead, report, "view")
    report = workflow.send_to_panel(report, by=cast.overview_author)
    due_on = clock.today()
    report = workflow.ask_accuracy(report, agencies=[cast.agencies["police"]], due_on=due_on, by=cast.manager)
    assert [(each.round, each.answer) for each in FactsCheck.objects.order_by("round")] == [(1, "agreed"), (2, "")]
    assert list(access.check()) == []


# --- the signature ----------------------------------------------------------------------------------------------------


def test_the_chair_signs_exactly_the_text_that_was_shown(cast: Cast) -> None:
    report = reports.awaiting_sign_off(cast)
    with pytest.raises(Blocked) as refused:
        workflow.sign_off(report, sha256="0" * 64, by=cast.chair)
    assert said(refused) == ["The report has changed since you opened this page. Read it again before you sign it."]
    shown = text.sha256_of(report)
    report = workflow.sign_off(report, sha256=shown, by=cast.chair)
    assert (report.signed_sha256, report.signed_by, report.review.state) == (shown, cast.chair, "completed")
    assert text.sha256_of(report) == shown
    assert {each.state for each in report.recommendation_set.all()} == {"agreed"}
    assert Milestone.objects.get(case=report.case, stage="sign_off")
    signed = Paper.objects.get(report=report, kind="signed")
    assert signed.facts["signed"]["sha256"] == shown
    entry = LogEntry.objects.get(object_id=report.pk, act="overviewreport.sign_off")
    assert (entry.actor_id, entry.to_state) == (cast.chair.pk, "signed_off")


def test_one_changed_letter_changes_the_hash(cast: Cast) -> None:
    report = reports.written(cast)
    before = text.sha256_of(report)
    section = report.overviewsection_set.get(part="overview", key="conclusions")
    workflow.write(
        report, part="overview", key="conclusions", html=section.html + ".", version=section.version, by=cast.overview_author
    )
    assert text.sha256_of(report) != before


def test_whoever_wrote_the_report_cannot_sign_it(cast: Cast) -> None:
    report = reports.awaiting_sign_off(cast)
    appointments.appoint(cast.overview_author, "chair", cast.board, by=cast.manager)
    with pytest.raises(Blocked) as refused:
        workflow.sign_off(report, sha256=text.sha256_of(report), by=cast.overview_author)
    assert said(refused) == ["The person who wrote the report cannot sign it off."]


# --- afterwards -------------------------------------------------------------------------------------------------------


def test_whoever_has_no_copy_needs_a_reason(cast: Cast) -> None:
    report = reports.signed_off(cast)
    with pytest.raises(Blocked) as refused:
        workflow.submit(report, on=clock.today(), sent_to=["Ofsted"], by=cast.manager)
    assert said(refused) == [
        (
            "Say why these have no copy: Strategic Health Authority, Department for Children, Schools and Families, "
            "Government Office for the region, Her Majesty’s Inspectorate of Constabulary."
        )
    ]
    report = workflow.submit(report, on=clock.today(), sent_to=["Ofsted"], because="They go by courier.", by=cast.manager)
    assert list(report.copysent_set.values_list("to", flat=True)) == ["Ofsted"]


def test_publication_waits_for_every_condition_of_the_pack(cast: Cast) -> None:
    report = reports.submitted(cast)
    met = [each.key for each in report.pack.publication.conditions][1:]
    with pytest.raises(Blocked) as refused:
        workflow.publish(report, on=clock.today(), where="The website", conditions=met, by=cast.manager)
    assert said(refused) == ["Not met yet: The summary is a fair summary of the whole report."]
    report = reports.again(report)
    everything = [each.key for each in report.pack.publication.conditions]
    report = workflow.publish(report, on=clock.today(), where="The website", conditions=everything, by=cast.manager)
    public = Paper.objects.get(report=report, kind="public")
    assert (public.part, public.facts["cited_entries"], public.facts["checks"]) == ("summary", [], [])


def test_a_report_of_a_lessons_learned_review_goes_nowhere(cast: Cast) -> None:
    report = reports.signed_off(cast, "llr-medway")
    with pytest.raises(Blocked) as refused:
        workflow.submit(report, on=clock.today(), sent_to=[], by=cast.manager)
    assert said(refused) == ["A lessons learned review goes to nobody outside the board."]
    publishing = "“Publish” is not possible now: the overview report is signed off since"
    with pytest.raises(Blocked) as refused:
        workflow.publish(report, on=clock.today(), where="x", conditions=[], by=cast.manager)
    assert said(refused)[0].startswith(publishing)
    assert [each.act for each in Waiting.objects.filter(about_id=report.pk)] == ["open_plan"]


def test_a_report_that_lost_its_publication_rule_is_not_published(cast: Cast) -> None:
    """A review turned into another kind after its report was submitted: the rule of the new kind holds."""
    report = reports.submitted(cast)
    Review.objects.filter(pk=report.review_id).update(framework="llr-medway")
    report = reports.again(report)
    for act, facts in {"publish": {"where": "x", "on": clock.today(), "conditions": []}, "withhold": {"reasons": "x"}}.items():
        with pytest.raises(Blocked) as refused:
            getattr(workflow, act)(report, by=cast.manager, **facts)
        assert said(refused) == ["A lessons learned review is not published."]


def test_nothing_is_left_out_of_line(cast: Cast) -> None:
    reports.published(cast)
    assert list(access.check()) == []
    assert list(verification.problems()) == []
