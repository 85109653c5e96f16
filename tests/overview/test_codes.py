"""Codes on the report's pages and in every paper of it: who reads which, and that nothing stored is altered."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from casework import documents
from chronology import keeping
from chronology.models import Entry, PersonKey
from chronology.naming.people import Key, Named
from chronology.naming.process import check_file
from frameworks import clock
from overview import rendering, workflow
from overview.models import OverviewReport, Paper
from tests.makers import overview as reports
from tests.makers.cast import Cast, make_cast
from tests.visiting import MOST_QUERIES, as_, questions, words

EVENT = "Zita Quandle & Ivo were seen at home. Zita said she was tired."
CODED = "Mother & Child A were seen at home. Mother said she was tired."
NAMES = ("Zita", "Quandle", "Ivo", "Una", "Vark")
OWN = {"code": "Neighbour 1", "name": "Una Vark", "kind": "other"}
PEOPLE = [
    {"code": "Mother", "name": "Zita Quandle", "kind": "family"},
    {"code": "Child A", "name": "Ivo Quandle", "kind": "child"},
]


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    return make_cast().keep(_named)


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


@pytest.fixture
def report(cast: Cast) -> OverviewReport:
    return OverviewReport.objects.get()


def _named(cast: Cast, framework: str) -> OverviewReport:
    """A report whose finding cites an entry with names in it, and whose author wrote some as well."""
    report = reports.written(cast, framework)
    entry = reports.entry_of(report)
    keeping.add_people(PersonKey.objects.get(case=report.case), PEOPLE, by=cast.manager)
    # what the agency named itself, while it compiled
    type(entry.chronology).objects.filter(pk=entry.chronology_id).update(state="compiling")
    keeping.add_people(PersonKey.objects.get(case=report.case), [OWN], by=cast.lead, chronology=entry.chronology)
    type(entry.chronology).objects.filter(pk=entry.chronology_id).update(state="shared")
    Entry.objects.filter(pk=entry.pk).update(event=f"{EVENT} Una Vark rang.", source="Log of Zita Quandle")
    finding = report.finding_set.get()
    finding.evidence.all().delete()
    workflow.cite_entry(finding, Entry.objects.get(pk=entry.pk), note="Ivo was not asked.", by=cast.overview_author)
    section = report.overviewsection_set.get(part="overview", key="conclusions")
    html = "<p>What <strong>Zita</strong> Quandle &amp; Ivo said was not heard.</p>"
    facts = {"part": "overview", "key": "conclusions", "version": section.version, "by": cast.overview_author}
    workflow.write(report, html=html, **facts)
    return report


def addresses(report: OverviewReport) -> dict[str, str]:
    finding = report.finding_set.get()
    about, cited = [report.pk, finding.pk], finding.evidence.get()
    return {
        "finding": reverse("overview:finding", args=about),
        "cite_entry": reverse("overview:cite_entry", args=about),
        "cite_again": reverse("overview:cite_again", args=[*about, cited.pk]),
        "uncite": reverse("overview:uncite", args=[*about, cited.pk]),
        "read": reverse("overview:read", args=[report.pk]),
        "section": reverse("overview:section", args=[report.pk, "overview", report.written_sections("overview")[0].key]),
        "evidence_of_entry": reverse("overview:evidence_of_entry", args=[cited.entry_id]),
    }


def test_every_page_that_cites_shows_codes_and_names_for_a_reason(cast: Cast, report: OverviewReport) -> None:
    pages = addresses(report)
    author = as_(cast.overview_author)
    for name, page in pages.items():
        shown = words(author.get(page))
        assert [each for each in NAMES if each in shown] == [], name
        assert CODED in shown, name
    assert report.finding_set.get().evidence.get().said.startswith(EVENT)
    asked = ("Zita", "Vark", "Zita OR rang", "rang")
    assert [CODED in words(author.get(pages["cite_entry"], {"words": each})) for each in asked] == [False, False, True, True]
    author.post(reverse("chronology:personkey_reveal", args=[PersonKey.objects.get().pk]), {"reason": "To check a quotation"})
    for name, page in pages.items():
        assert EVENT in words(author.get(page)), name
    assert EVENT in words(author.get(pages["cite_entry"], {"words": "Zita"}))
    warning = "stand in what the author wrote: Conclusions."
    assert warning in words(author.get(reverse("overview:overviewreport_send_to_panel", args=[report.pk])))
    workflow.send_to_panel(report, by=cast.overview_author)
    for person in (cast.panel_member, cast.chair, cast.manager):
        for name in ("finding", "read", "evidence_of_entry"):
            shown = words(as_(person).get(pages[name]))
            assert (CODED in shown, [each for each in NAMES if each in shown]) == (True, []), (person, name)


def test_an_agency_that_checks_the_facts_reads_its_own_words_and_the_report_in_codes(cast: Cast, report: OverviewReport) -> None:
    report = workflow.send_to_panel(report, by=cast.overview_author)
    pages = addresses(report)
    workflow.ask_accuracy(report, agencies=[cast.agencies["police"]], due_on=clock.today(), by=cast.manager)
    lead = as_(cast.lead)
    shown = words(lead.get(pages["read"]))
    assert (CODED in shown, [each for each in NAMES if each in shown]) == (True, [])
    assert "Codes shown in place of names the key of the case knows." in shown
    assert EVENT in words(lead.get(pages["finding"]))


def test_the_pages_ask_as_much_for_ten_citations_as_for_one(cast: Cast, report: OverviewReport) -> None:
    author, page = as_(cast.overview_author), addresses(report)["finding"]
    cited = report.finding_set.get().evidence.get()
    before = questions(author, page)
    for number in range(9):
        cited.pk, cited.section, cited.entry = None, None, _another(cited.entry, number)
        cited.save()
    assert questions(author, page) == before
    assert len(before) <= MOST_QUERIES


def _another(entry: Entry, number: int) -> Entry:
    entry = Entry.objects.get(pk=entry.pk)
    entry.pk, entry.number, entry.digest = None, 1000 + number, ""
    entry.id = None
    entry._state.adding = True
    entry.save()
    return entry


def test_no_name_of_the_key_is_in_a_finished_paper(cast: Cast, report: OverviewReport) -> None:
    """The leak check over the PDF itself: text, properties, outline; of the draft and of the edition for the public."""
    draft = workflow.render(report, by=cast.overview_author)
    rendering.make(draft.pk)
    paper = Paper.objects.select_related("document").get(pk=draft.pk)
    pdf = documents.read(paper.document)
    people = tuple(Named(code=each["code"], name=each["name"]) for each in [*PEOPLE, OWN])
    assert [hit.text for hit in check_file(pdf, paper.filename, Key(people))] == []
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
    assert CODED in said
    assert "What Mother [family name] & Child A said was not heard." in said
    assert "Log of Mother" in said
    assert "Child A was not asked." in said
    assert "Neighbour 1 rang." in said
    assert paper.facts["text_sha256"] == workflow.text.sha256_of(report)
