"""The PDF: what it holds, that it is made once, and that nothing in a text makes it fetch or read anything."""

from __future__ import annotations

import http.server
import io
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework import documents, printing
from casework import workflow as casework
from casework.models import Document
from frameworks import clock
from overview import rendering, tasks, workflow
from overview.models import OverviewReport, Paper
from overview.models.findings import digest_of
from tests.makers import overview as reports
from tests.makers.cast import Cast, make_cast


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    return make_cast().keep(reports.written)


@pytest.fixture
def cast(world: Cast, db: None) -> Cast:
    return world.again()


def words_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def made(paper: Paper) -> Paper:
    tasks.render(str(paper.pk))
    paper.refresh_from_db()
    return paper


def test_the_signed_paper_holds_what_was_signed(cast: Cast) -> None:
    report = reports.awaiting_sign_off(cast)
    casework.add_subject(report.case, pseudonym="Child A", name="Ronan Elderberry", by=cast.manager)
    report = workflow.sign_off(report, sha256=reports.text.sha256_of(report), by=cast.chair)
    paper = made(Paper.objects.get(report=report, kind="signed"))
    document = paper.document
    pdf = documents.read(document)
    words = words_of(pdf)

    assert (document.filename, document.title) == (f"{report.case.reference}-overview-signed.pdf", "Overview report")
    assert (document.media_type, document.sha256) == ("application/pdf", documents.sha256(pdf))
    assert paper.pages == len(PdfReader(io.BytesIO(pdf)).pages)
    for said in (
        report.case.reference,
        "Recommendation 1, to Testshire Police",
        "Check at every call whether the children were seen.",
        "A dip sample of fifty logs each quarter.",
        "Finding 1: Nobody put the visits together",
        "Ask who else has called.",
        "The officer called at the home.",
        "What the author says: conclusions.",
        "Was the child seen and heard?",
        "Page 2 of",
        "Signed off on",
        report.signed_sha256,
        paper.sha256,
    ):
        assert said in words, said
    assert "Elderberry" not in words
    assert "Draft" not in words


def test_a_draft_is_tagged_filed_once_and_for_those_who_could_read_the_report_then(cast: Cast) -> None:
    """Its PDF says its language and title; a task that runs twice files one document; the draft opens no later door."""
    report = reports.written(cast)
    paper = made(made(workflow.render(report, by=cast.overview_author)))
    pdf = PdfReader(io.BytesIO(documents.read(paper.document)))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert pdf.metadata.title == f"Overview report, {paper.case.reference}"
    assert Document.objects.filter(about_id=paper.pk).count() == 1

    workflow.send_to_panel(report, by=cast.overview_author)
    assert paper in Paper.objects.visible_to(cast.manager)
    assert paper.document in Document.objects.visible_to(cast.overview_author)
    for later in (cast.chair, cast.panel_member, cast.lead):
        assert paper not in Paper.objects.visible_to(later)
        assert paper.document not in Document.objects.visible_to(later)


def test_a_paper_is_a_photograph(cast: Cast) -> None:
    """What changes afterwards does not change it: neither its facts nor the PDF made of them."""
    report = reports.written(cast)
    paper = workflow.render(report, by=cast.overview_author)
    section = report.overviewsection_set.get(part="overview", key="conclusions")
    workflow.write(
        report, part="overview", key="conclusions", html="<p>Later.</p>", version=section.version, by=cast.overview_author
    )
    words = words_of(documents.read(made(paper).document))
    assert "What the author says: conclusions." in words
    assert "Later." not in words
    assert paper.sha256 == digest_of(paper.facts)


def test_a_paper_in_another_worker_s_hands_is_left_to_it_until_it_is_late(cast: Cast) -> None:
    paper = workflow.render(reports.written(cast), by=cast.overview_author)
    Paper.objects.filter(pk=paper.pk).update(started_at=clock.now())
    assert made(paper).document is None
    assert rendering.unfinished() == []
    with clock.travelling(clock.now() + timedelta(minutes=5)):
        assert rendering.unfinished() == [paper.pk]
        assert made(paper).document is not None
        assert rendering.unfinished() == []


# --- what a text may try ------------------------------------------------------------------------------------------------


class Trap(http.server.ThreadingHTTPServer):
    """A server that should hear of nothing; ``heard`` lists the paths it was asked for."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        super().__init__(("127.0.0.1", 0), _Answers)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.heard.append(self.path)
        self.send_response(302 if "redirect" in self.path else 200)
        if "redirect" in self.path:
            self.send_header("Location", f"http://{self.server.address}/secret")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Says nothing."""


@pytest.fixture
def trap() -> Iterator[Trap]:
    server = Trap()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


CANARY = "CANARY-9f31c0"
PAGE = "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body>{}</body></html>"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    file = tmp_path / "canary.txt"
    file.write_text(CANARY)
    return file


def payloads(address: str, file: Path) -> list[str]:
    web, local = f"http://{address}", file.as_uri()
    port = address.rsplit(":", 1)[1]
    return [
        f'<img src="{web}/img" alt="x">',
        f'<img src="{local}" alt="x">',
        f'<img src="{web}/redirect" alt="x">',
        f'<img src="http://localhost:{port}/name" alt="x">',
        f'<img src="//{address}/relative" alt="x">',
        f'<link rel="stylesheet" href="{web}/style.css">',
        f'<link rel="attachment" href="{local}">',
        f'<link rel="attachment" href="{web}/attached">',
        f'<a rel="attachment" href="{local}">read</a>',
        f'<style>@import "{web}/import.css"; body {{ background: url({web}/body) }}</style>',
        f"<style>@font-face {{ font-family: f; src: url({web}/font) }} p {{ font-family: f }}</style>",
        f'<p style="background-image: url({web}/background)">x</p>',
        f'<p style="content: url({local})">x</p>',
        f'<object data="{web}/object"></object>',
        f'<object data="{local}" type="text/plain"></object>',
        f'<embed src="{web}/embed">',
        f'<iframe src="{local}"></iframe>',
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{web}/svg" width="9" height="9"/></svg>',
        f'<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="{local}#x"/></svg>',
        f'<input type="image" src="{web}/input">',
        f'<base href="{web}/"><img src="based" alt="x">',
        f'<video poster="{web}/poster"></video>',
        f'<meta http-equiv="refresh" content="0; url={web}/meta">',
        f'<img srcset="{web}/srcset 2x" alt="x">',
        f'<img src="ftp://{address}/ftp" alt="x">',
        f'<ul style="list-style-image: url({web}/bullet)"><li>x</li></ul>',
    ]


def test_nothing_in_a_section_makes_the_paper_fetch_or_read(cast: Cast, trap: Trap, canary: Path) -> None:
    report = reports.written(cast)
    hostile = "".join(f"<p>before</p>{each}<p>after</p>" for each in payloads(trap.address, canary))
    _put_past_the_form(report, hostile)
    words = words_of(documents.read(made(workflow.render(report, by=cast.overview_author)).document))
    assert (trap.heard, CANARY in words) == ([], False)
    assert "before" in words


def _put_past_the_form(report: OverviewReport, html: str) -> None:
    """As if the text had never been cleaned: in a section, the findings and the recommendations."""
    report.overviewsection_set.filter(part="overview", key="conclusions").update(html=html)
    report.finding_set.update(html=html, lesson=html, title="Findings")
    report.recommendation_set.update(text=html, measure=html)


def test_the_printer_itself_fetches_nothing_whatever_it_is_given(trap: Trap, canary: Path) -> None:
    *_, font = hostile = sorted(payloads(trap.address, canary), key=lambda each: "@font-face" in each)
    _, pdf = printing.printed(PAGE.format("".join(hostile[:-1])))
    assert (trap.heard, CANARY.encode() in pdf, CANARY in words_of(pdf)) == ([], False, False)
    with pytest.raises(printing.NotPrinted):  # a font of its own asks for a folder it is not given
        printing.printed(PAGE.format(font))
    assert trap.heard == []


def test_a_template_in_a_text_stays_a_text() -> None:
    facts = {"title": "{{ 7|add:7 }}", "part": "overview", "chapters": [], "pseudonym": "{% include 'base.html' %}"}
    html = rendering.html_of(Paper(facts=facts, sha256=""))
    assert "{{ 7|add:7 }}" in html
    assert "{% include &#x27;base.html&#x27; %}" in html


def test_what_takes_too_long_or_too_much_is_ended() -> None:
    rows = "<table>" + "<tr><td>x</td></tr>" * 40_000 + "</table>"
    html = f"<!DOCTYPE html><html lang='en'><title>x</title><body>{rows}"
    for bounds in (printing.Bounds(processor=1), printing.Bounds(clock=1.0)):
        with pytest.raises(printing.NotPrinted) as ended:
            printing.printed(html, bounds)
        assert str(ended.value) == printing.TOO_LONG
    with pytest.raises(printing.NotPrinted):
        printing.printed(html, printing.Bounds(memory=96 * 1024 * 1024))


def test_a_paper_that_cannot_be_made_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = workflow.render(reports.written(cast), by=cast.overview_author)
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert (made(paper).document, paper.failed_because) == (None, printing.FAILED)
    assert rendering.unfinished() == []
