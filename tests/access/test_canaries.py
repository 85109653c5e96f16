"""Words that stand in one place of one case, and everywhere that somebody gets to from their first page by following links."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.core import mail
from django.test import Client
from django.urls import resolve

from agencies.models import Person
from casework import notices, registry
from casework import workflow as files
from casework.models import Case, LogEntry, Notice
from casework.models.case import Identity
from chronology import workflow as chronologies
from demo import tales
from frameworks import clock
from imr import workflow as reports
from overview import workflow as overviews
from tests.access.people import Browsers
from tests.access.world import ALDER, THINGS, case_of, closed, gathering, northshire, visit, westermere

# Who comes upon which words by following links: as in the table, where the agency is health visiting and the lead of
# another agency is that of children's social care; G is the second board's person who was asked onto the panel.
PLACES = {
    "the section of a report that is being written": "ALS",
    "the title of a document beside it": "ALS",
    "the name of a document beside it": "ALS",
    "an entry of a chronology that is being compiled": "ALS",
    "the name of a file that was sent for it": "ALS",
    "a row of that file": "ALS",
    "the title of a document of the case": "ACGKLMOPSU",
    "the pseudonym of a child": "ACGKLMOPSU",
    "what happened, in the referral": "CGKMOP",
    "a line of enquiry": "ACGKLMOPSU",
    "a finding of an overview that is being written": "MO",
    "a recommendation that is being written": "MO",
    "the real name of a child": "",
}
PEOPLE = {
    "M": ("northshire", "manager"),
    "C": ("northshire", "chair"),
    "U": ("northshire", "auditor"),
    "P": ("northshire", "panel"),
    "O": ("northshire", "overview"),
    "L": ("northshire", "lead_hv"),
    "A": ("northshire", "author_hv"),
    "S": ("northshire", "signer_hv"),
    "K": ("northshire", "lead_csc"),
    "G": ("westermere", "panel"),
    "outside": ("northshire", "lead_probation"),
    "administrator": ("northshire", "administrator"),
    "second board’s manager": ("westermere", "manager"),
    "second board’s lead": ("westermere", "lead_csc"),
}
MOST = 2  # pages of one kind that are opened from the two cases that hold the words
FROM_LISTS = 4  # pages of one kind, of any other case, that are opened from a list over all cases


def _planted() -> dict[str, str]:
    """Puts the words where they belong, through the verbs; returns them by their places."""
    words = {place: f"Xq{number}zebedee" for number, place in enumerate(PLACES)}
    said = iter(words.values())
    author, manager, case = northshire("author_hv"), northshire("manager"), gathering()
    imr, chronology = THINGS["report, being written"]().about, THINGS["chronology, being compiled"]().about
    section = imr.section_set.first()
    reports.write(section, html=f"<p>{next(said)}</p>", version=section.version, is_ready=True, by=author)
    reports.attach(imr, title=next(said), filename=f"{next(said)}.txt", data=b"Words.", by=author)
    on = clock.today() - timedelta(days=300)
    day = {"start": on, "end": on, "date_words": f"{on:%d/%m/%Y}"}
    chronologies.add_entry(chronology, by=author, source="Log", event=next(said), child_seen="no", **day)
    name, row = next(said), next(said)
    data = f"Date,Source,Event,Child seen\n04/02/2021,Log,{row},No\n".encode()
    sent = chronologies.import_file(chronology, filename=f"{name}.csv", data=data, by=author)
    chronologies.read_file(sent)
    title, pseudonym = next(said), next(said)
    files.file_document(case, title=title, kind="paper", filename=f"{title}.txt", data=b"Words.", by=manager)
    next(said), next(said)
    words["what happened, in the referral"] = tales.HARBOUR_VIEW.what_happened
    words["a line of enquiry"] = tales.HARBOUR_VIEW.questions[0]
    overview = THINGS["overview, being written"]().about
    writes = {"theme": "information_sharing", "lesson": "L.", "html": "<p>W.</p>", "by": northshire("overview")}
    finding = overviews.add_finding(overview, title=next(said), enquiry=None, **writes)
    facts = {"category": "information_sharing", "lever": "practice", "expected_change": "C.", "measure": "M."}
    overviews.add_recommendation(overview, text=next(said), findings=[finding], agency=None, by=northshire("overview"), **facts)
    files.add_subject(case, pseudonym=pseudonym, name=next(said), by=manager)
    return words


# --- following links ------------------------------------------------------------------------------------------------


@dataclass
class Walk:
    """Everything somebody got to see, and what stood in its margins: titles, addresses, names of downloads."""

    client: Client
    holding: dict[str, Any]  # what the cases have that hold the words: whoever sees one of them goes no deeper into any other
    pages: dict[str, str] = field(default_factory=dict)
    margins: list[str] = field(default_factory=list)
    seen: Counter[tuple[Any, str]] = field(default_factory=Counter)
    cases: set[Any] = field(default_factory=set)

    def go(self, first: str = "/") -> Walk:
        waiting = [(first, None)]
        while waiting:
            url, came_from = waiting.pop(0)
            if self._is_enough(url, came_from):
                continue
            answer = self.client.get(url, follow=True)
            assert answer.status_code in {200, 409, 403}, f"{came_from} links to {url}: {answer.status_code}"
            text = _text_of(answer)
            self.pages[url] = text
            self.margins += [url, *(where for where, _ in answer.redirect_chain), *_margins(answer, text)]
            bar = answer.context.get("bar") if answer.context else None
            case = bar.case.pk if bar else None
            if not self._is_elsewhere(case):
                waiting += [(link, case) for link in _links(text)]
        return self

    def _is_elsewhere(self, case: Any) -> bool:
        self.cases.add(case)
        holding = set(self.holding.values())
        return case is not None and case not in holding and bool(self.cases & holding)

    def _is_enough(self, url: str, came_from: Any) -> bool:
        """A few pages of each kind of the cases that hold the words, one of each kind of any other."""
        found = _found_at(urlsplit(url).path)
        case = self.holding.get(str(found.kwargs.get("pk")), came_from)
        self.seen[case, found.view_name] += 1
        most = FROM_LISTS if case is None else MOST if case in self.holding.values() else 1
        return url in self.pages or self.seen[case, found.view_name] > most


_found_at = cache(resolve)  # the same links stand on many pages
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
ELSEWHERE = ("/account/", "/static/", "/guide/")


def _links(text: str) -> Iterator[str]:
    for link in LINK.findall(text):
        url = html.unescape(link)
        if not url.startswith(ELSEWHERE):
            yield url


def _text_of(answer: Any) -> str:
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return html.unescape(data.decode(errors="replace"))


def _margins(answer: Any, text: str) -> Iterator[str]:
    yield answer.headers.get("Content-Disposition", "")
    yield from re.findall(r"<title>(.*?)</title>", text.partition("</head>")[0], re.DOTALL)  # a drawing has titles of its own


def _things_of(*cases: Case) -> dict[str, Any]:
    """Everything of these cases, by its id, with the id of its case."""
    found = {str(case.pk): case.pk for case in cases}
    for model in registry.governed().values():
        if model is not Case:
            ids = model._default_manager.filter(case__in=cases).values_list("pk", "case_id")
            found |= {str(pk): case_id for pk, case_id in ids}
    return found


def _real_names() -> list[str]:
    """Of every child but the Alders: the papers that agencies sent about them call them by their names, and are shown as sent."""
    told = Identity.objects.exclude(name="").filter(subject__is_index=True).exclude(subject__case=case_of(ALDER))
    return list(told.values_list("name", flat=True))


def _person(letter: str) -> Person:
    board, part = PEOPLE[letter]
    return {"northshire": northshire, "westermere": westermere}[board](part)


# --- what must hold -------------------------------------------------------------------------------------------------


def test_words_of_a_case_stay_with_those_who_may_read_them(demo: None, browsers: Browsers, caplog: Any) -> None:
    visit()
    words = _planted()
    names = _real_names()
    holding = _things_of(gathering(), case_of(tales.ORCHARD_CLOSE.child))
    before = LogEntry.objects.count()
    met: dict[str, set[str]] = {place: set() for place in PLACES}
    caplog.set_level("DEBUG", "chronology")
    with caplog.at_level("INFO"):
        for letter in PEOPLE:
            walk = Walk(browsers.of(_person(letter)), holding).go()
            shown = "\n".join(walk.pages.values())
            for place, word in words.items():
                met[place] |= {letter} if word in shown else set()
            margins = "\n".join(walk.margins)
            assert [place for place, word in words.items() if word in margins] == [], f"in titles, addresses or names: {letter}"
            assert [name for name in names if name in shown] == [], f"real names met by {letter}"
            _keeps_to_their_board(letter, shown)
    assert {place: "".join(sorted(who)) for place, who in met.items()} == PLACES
    assert [place for place, word in words.items() if word in caplog.text] == []
    assert LogEntry.objects.count() > before + 300
    payloads = "\n".join(LogEntry.objects.values_list("payload", flat=True))
    assert [word for word in [*words.values(), *names] if word in payloads or json.dumps(word)[1:-1] in payloads] == []


def _keeps_to_their_board(letter: str, shown: str) -> None:
    """Not even the reference of a case of the other board."""
    foreign = {"northshire": "WSCB", "westermere": "NSCB"}[PEOPLE[letter][0]]
    known = {gathering().reference, closed().reference} if letter == "G" else set()
    assert set(re.findall(rf"{foreign}-\d+-\d+", shown)) == known, letter


def test_the_real_name_stands_on_the_identity_page_alone(demo: None, browsers: Browsers) -> None:
    """And only for those whose role includes it, and only after the reason."""
    case, name = gathering(), tales.HARBOUR_VIEW.child
    url = f"/cases/{case.pk}/identity/"
    met = set()
    for letter in PEOPLE:
        client = browsers.of(_person(letter))
        assert name not in _text_of(client.get(url))
        met |= {letter} if name in _text_of(client.post(url, {"reason": "To tell the two apart."})) else set()
    assert met == set("MCPOLK")


def test_no_message_says_more_than_the_reference(demo: None) -> None:
    """Everything that the whole demonstration and the planted words have caused to be written, sent."""
    words = _planted()
    with_names = [*words.values(), *_real_names()]
    narratives = [tale.what_happened for tale in vars(tales).values() if isinstance(tale, tales.Tale)]
    waiting = Notice.objects.filter(sent_at__isnull=True).count()
    assert waiting > 100
    notices.send_all(limit=waiting)
    assert len(mail.outbox) > 100
    whole = [message.message().as_string() + message.subject + message.body for message in mail.outbox]
    assert [word for word in [*with_names, *narratives] if any(word in each for each in whole)] == []
    assert {len(message.attachments) for message in mail.outbox} == {0}
    references = set(Case.objects.values_list("reference", flat=True))
    named = set(re.findall(r"[NW]SCB-\d+-\d+", "".join(whole)))
    assert named <= references
    assert named


def test_an_export_is_named_by_the_reference(demo: None, browsers: Browsers) -> None:
    case = gathering()
    answer = browsers.of(northshire("panel")).get(f"/chronology/case/{case.pk}/export/")
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference}-codes.xlsx"'
    document = THINGS["document beside an accepted report"]().about
    answer = browsers.of(northshire("panel")).get(document.get_absolute_url())
    assert answer["Content-Disposition"] == f'attachment; filename="{document.case.reference}-{document.pk.hex[:8]}.docx"'
    assert document.filename not in str(answer.headers)
