"""The overview report's pages, as each person meets them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from frameworks import clock
from imr.models import Section
from overview import text, workflow
from overview.models import Finding, OverviewReport, Recommendation
from tests.makers import overview as reports
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.visiting import MOST_QUERIES, as_, day, questions, title, words


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast.keep(reports.written)


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


@pytest.fixture
def report(cast: Cast) -> OverviewReport:
    return reports.written(cast)


def page(report: OverviewReport, act: str) -> str:
    return reverse(f"overview:overviewreport_{act}", args=[report.pk])


def about(finding: Finding, name: str = "finding") -> str:
    return reverse(f"overview:{name}", args=[finding.report_id, finding.pk])


def section_of(report: OverviewReport, key: str = "conclusions") -> str:
    return reverse("overview:section", args=[report.pk, "overview", key])


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_section_saved_on_top_of_another_shows_both_texts(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    version = report.overviewsection_set.get(key="conclusions").version
    first = author.post(section_of(report), {"html": "<p>The first.</p>", "version": version}, follow=True)
    assert "is saved." in words(first)
    second = author.post(section_of(report), {"html": "<p>The second.</p>", "version": version})
    assert second.status_code == 409
    assert "The first." in words(second)
    assert "The second." in second.content.decode()
    on_top = {"html": "<p>The second.</p>", "version": second.context["version"]}
    author.post(section_of(report), on_top)
    assert report.overviewsection_set.get(key="conclusions").html == "<p>The second.</p>"


def test_a_section_saves_itself(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    version = report.overviewsection_set.get(key="conclusions").version
    typed = {"html": "<p>More.</p><script>x</script>", "version": version}
    saved = author.post(section_of(report), typed, headers={"X-Autosave": "1"})
    assert saved.json() == {"version": version + 1}
    late = author.post(section_of(report), typed, headers={"X-Autosave": "1"})
    assert (late.status_code, late.json()["theirs"]) == (409, "<p>More.</p>")
    assert author.get(section_of(report, "nothing")).status_code == 404


def test_a_finding_is_added_and_leads_on_to_its_evidence(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    wrong = author.post(page(report, "add_finding"), {"title": "", "html": "<p>Because.</p>", "lesson": "Ask twice."})
    assert title(wrong) == f"Error: Overview, {report.case} – Chapter Eight"
    assert "Enter the finding in one sentence" in words(wrong)
    assert "Ask twice." in wrong.content.decode()
    typed = {"title": "Nobody asked the father", "html": "<p>Because.</p>", "lesson": "Ask twice.", "theme": ""}
    added = author.post(page(report, "add_finding"), typed, follow=True)
    assert "Finding 2 is added. Say now what it rests on." in words(added)
    assert "A finding that rests on nothing cannot go to the panel." in words(added)


def test_a_finding_changed_by_two_keeps_every_field_of_both(cast: Cast, report: OverviewReport) -> None:
    finding = report.finding_set.get()
    author = as_(cast.overview_author)
    typed = {"title": "Theirs", "html": "<p>Theirs.</p>", "lesson": "Theirs too.", "version": finding.version}
    author.post(about(finding, "finding_change"), typed)
    mine = {"title": "Mine", "html": "<p>Mine.</p>", "lesson": "Mine too.", "version": finding.version}
    both = author.post(about(finding, "finding_change"), mine)
    assert both.status_code == 409
    page_ = both.content.decode()
    for kept in ("Theirs.", "Mine.", 'name="title" value="Mine"', 'name="lesson" value="Mine too."'):
        assert kept in page_, kept


def test_entries_are_found_by_words_and_days_and_cited(cast: Cast, report: OverviewReport) -> None:
    finding = report.finding_set.get()
    finding.evidence.all().delete()
    author = as_(cast.overview_author)
    url = about(finding, "cite_entry")
    entry = reports.entry_of(report)
    shown = {
        query: len(author.get(url + query).context["page"].object_list)
        for query in ("", "?words=called", "?words=nobodysaidthis", "?since_0=1&since_1=1&since_2=2030", "?since_0=1")
    }
    assert shown == {
        "": 1,
        "?words=called": 1,
        "?words=nobodysaidthis": 0,
        "?since_0=1&since_1=1&since_2=2030": 0,
        "?since_0=1": 1,
    }
    assert "Choose at least one entry" in words(author.post(url, {"note": "Nobody asked."}))
    cited = author.post(url, {"entry": [str(entry.pk)], "note": "Nobody asked."}, follow=True)
    assert "Finding 1 now rests on 1 piece of evidence." in words(cited)
    assert "Nobody asked." in words(cited)


def test_a_citation_is_compared_with_what_the_entry_says_now_and_confirmed(cast: Cast, report: OverviewReport) -> None:
    finding, entry = reports.a_finding(cast, report), reports.entry_of(report)
    cited = workflow.cite_entry(finding, entry, by=cast.overview_author)
    type(entry).objects.filter(pk=entry.pk).update(event="Nobody called at the home.", version=2)
    client = as_(cast.overview_author)
    assert "Version 1 of the entry was cited; version 2 stands now." in words(client.get(finding.get_absolute_url()))
    address = reverse("overview:cite_again", args=[report.pk, finding.pk, cited.pk])
    shown = words(client.get(address))
    assert all(each in shown for each in ("The officer called at the home.", "Nobody called at the home."))
    client.post(address)
    assert "Changed since it was cited" not in words(client.get(finding.get_absolute_url()))


def test_a_passage_that_is_not_in_the_report_is_not_cited(cast: Cast, report: OverviewReport) -> None:
    finding = report.finding_set.get()
    section = Section.objects.filter(imr__review=report.review).exclude(html="").first()
    url = f"{about(finding, 'cite_passage')}?section={section.pk}"
    author = as_(cast.overview_author)
    assert section.title in words(author.get(url))
    wrong = author.post(url, {"passage": "Words that nobody wrote.", "note": "It matters."})
    assert "These words do not stand in the section." in words(wrong)
    assert "Words that nobody wrote." in wrong.content.decode()
    assert "It matters." in wrong.content.decode()
    right = author.post(url, {"passage": f"What we found: {section.key}.", "note": "It matters."}, follow=True)
    assert "Finding 1 rests on it now." in words(right)
    assert author.get(f"{about(finding, 'cite_passage')}?section=nonsense").status_code == 200


def test_the_thread_leads_back_from_an_entry_and_from_a_section(cast: Cast, report: OverviewReport) -> None:
    entry = reports.entry_of(report)
    section = Section.objects.filter(imr__review=report.review).exclude(html="").first()
    workflow.cite_passage(report.finding_set.get(), section, passage="", note="", by=cast.overview_author)
    author = as_(cast.overview_author)
    entry_page = author.get(entry.get_absolute_url()).content.decode()
    of_entry = reverse("overview:evidence_of_entry", args=[entry.pk])
    assert of_entry in entry_page
    assert "Finding 1: Nobody put the visits together" in words(author.get(of_entry))
    of_section = reverse("overview:evidence_of_section", args=[section.pk])
    assert of_section in author.get(reverse("imr:read", args=[section.imr_id])).content.decode()
    shown = words(author.get(of_section))
    assert "Finding 1: Nobody put the visits together" in shown
    assert "recommendation 1" in shown
    # The agency's own people do not see the report while it is written, nor that anything rests on their record.
    assert of_entry not in as_(cast.lead).get(entry.get_absolute_url()).content.decode()
    assert "Nothing rests on it" in words(as_(cast.lead).get(of_entry))


def test_a_recommendation_is_addressed_and_keeps_what_was_typed(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    typed = {"to": "", "text": "Ask about fathers.", "expected_change": "Fathers are known."}
    wrong = author.post(page(report, "add_recommendation"), typed)
    assert "Choose who is asked" in words(wrong)
    assert "Fathers are known." in wrong.content.decode()
    added = author.post(page(report, "add_recommendation"), typed | {"to": "board"}, follow=True)
    assert "Recommendation 3 is added." in words(added)
    assert "Testshire Safeguarding Children Board" in words(added)


# --- its way ----------------------------------------------------------------------------------------------------------


def test_a_report_with_loose_ends_says_which_and_does_not_go(cast: Cast, report: OverviewReport) -> None:
    report.finding_set.get().evidence.all().delete()
    author = as_(cast.overview_author)
    assert "Loose ends" in words(author.get(report.get_absolute_url()))
    refused = author.post(page(report, "send_to_panel"))
    assert refused.status_code == 409
    assert "No evidence yet for finding 1: cite a chronology entry" in words(refused)
    assert reports.again(report).state == "drafting"


def test_the_panel_reads_what_was_sent_and_nobody_else(cast: Cast, report: OverviewReport) -> None:
    url = reverse("overview:read", args=[report.pk])
    assert [part for part in cast.people if as_(cast.people[part]).get(url).status_code == 200] == ["manager", "overview_author"]
    as_(cast.overview_author).post(page(report, "send_to_panel"))
    readers = [part for part in cast.people if as_(cast.people[part]).get(url).status_code == 200]
    assert readers == ["manager", "chair", "panel_member", "overview_author"]
    assert as_(cast.overview_author).post(section_of(report), {"html": "<p>Late.</p>", "version": 2}).status_code == 409


def test_an_agency_says_what_must_be_corrected_and_hears_why_not(cast: Cast) -> None:
    report = reports.being_checked(cast)
    lead = as_(cast.lead)
    assert "Say what must be corrected" in words(lead.post(page(report, "check_accuracy"), {"answer": "correction"}))
    typed = {"answer": "correction", "correction": "It was the fourth of October."}
    assert "Your agency’s answer is recorded." in words(lead.post(page(report, "check_accuracy"), typed, follow=True))
    author = as_(cast.overview_author)
    check = report.checks().get()
    shown = author.get(report.get_absolute_url())
    assert "It was the fourth of October." in words(shown)
    answering = reverse("overview:correction", args=[report.pk, check.pk])
    assert answering in shown.content.decode()
    assert "Say why the report is not corrected" in words(author.post(answering, {"is_taken_up": "no", "reply": ""}))


def test_the_chair_signs_what_was_read_or_is_told_that_it_changed(cast: Cast) -> None:
    report = reports.awaiting_sign_off(cast)
    chair = as_(cast.chair)
    shown = words(chair.get(page(report, "sign_off")))
    assert text.sha256_of(report) in shown
    assert chair.post(page(report, "sign_off"), {"sha256": "0" * 64}).status_code == 409
    assert reports.again(report).state == "awaiting_sign_off"
    signed = chair.post(page(report, "sign_off"), {"sha256": text.sha256_of(report)}, follow=True)
    assert "The report is signed off." in words(signed)


def test_a_day_that_has_gone_is_refused_at_its_field(cast: Cast) -> None:
    report = reports.with_panel(cast)
    typed = {"agencies": [str(cast.agencies["police"].pk)]} | day("due_on", clock.today() - timedelta(days=1))
    answer = as_(cast.manager).post(page(report, "ask_accuracy"), typed)
    assert "The date must be today or in the future" in words(answer)
    assert reports.again(report).state == "with_panel"


def test_asking_for_a_pdf_leads_to_the_page_that_waits_for_it(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    waiting = author.post(page(report, "render"), {"part": "overview"}, follow=True)
    assert "The PDF waits for its turn." in words(waiting)
    assert author.get(report.get_absolute_url()).context["papers"].count() == 1


# --- all of them ------------------------------------------------------------------------------------------------------


def test_pages_ask_no_more_questions_for_longer_reports(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    finding = report.finding_set.get()
    urls = [
        report.get_absolute_url(),
        reverse("overview:read", args=[report.pk]),
        section_of(report),
        about(finding),
        about(finding, "cite_entry"),
        Recommendation.objects.first().get_absolute_url(),
    ]
    few = {url: questions(author, url) for url in urls}
    for number in range(6):
        more = reports.a_finding(cast, report, f"Finding {number}")
        workflow.cite_entry(more, reports.entry_of(report), note="", by=cast.overview_author)
        reports.a_recommendation(cast, report, more, finding)
    for url in urls:
        many = questions(author, url)
        assert len(many) == len(few[url]) <= MOST_QUERIES, f"{url} {len(few[url])}\n" + "\n".join(many)


def test_titles_hold_the_reference_and_nothing_else(cast: Cast, report: OverviewReport) -> None:
    author = as_(cast.overview_author)
    for url in (report.get_absolute_url(), section_of(report), about(report.finding_set.get()), page(report, "render")):
        assert title(author.get(url)) == f"Overview, {report.case} – Chapter Eight"
