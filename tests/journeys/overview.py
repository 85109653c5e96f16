"""How the overview report comes about: read, written, founded on evidence, checked, signed, printed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta

import pypdf
from playwright.sync_api import expect

from frameworks import clock
from tests.journeys.agency import BY_HAND, PASSAGE
from tests.journeys.referral import POLICE
from tests.journeys.visitor import Visitor

OF_ITS_OWN = "How the focus on the child was lost, or never began"  # a section with prompts
FINDING = "Nobody put the calls together"
RECOMMENDATION = "See every child of the household at every call to domestic abuse, and write down how they were."


def read_the_integrated_chronology(author: Visitor, *, entries: int) -> None:
    """All agencies' entries in one order of events, narrowed by words."""
    author.open_case("Chronology")
    author.meets(f"{entries} entries from 2 agencies")
    author.filter_for('"spoke to the mother at the door"')
    author.reads(BY_HAND, "1 entry matches")


def begin(author: Visitor) -> None:
    author.take_up("Begin the overview report")
    author.press("Begin the report")


def write_the_sections(author: Visitor, write_elsewhere: Callable[[list[str]], None]) -> None:
    """What the house knows fills itself in; the author writes the rest, here only where pages are not alike."""
    open_ends = author.page.get_by_role("listitem").filter(has_text="Not started").filter(has_not_text="May be left out")
    first, *others, last = open_ends.get_by_role("link").all_inner_texts()
    others.remove(OF_ITS_OWN)
    write_elsewhere(others)
    for title in (first, OF_ITS_OWN, last):
        author.follow(title)
        author.write(title, "Three services called, and none knew what the others had seen.")
        author.press("Save and go back")
    expect(open_ends).to_have_count(0)


def find(author: Visitor) -> None:
    """A finding, resting on an entry of the chronology and on words of an agency's report."""
    author.press("Add a finding")
    author.fill("The finding in one sentence", FINDING)
    author.write("What happened, and why", "Each call was closed by itself.")
    author.fill("What can be learnt", "Ask who else has called.")
    author.pick("Theme", "Information sharing")
    author.choose("Which line of enquiry does it answer?", re.compile("Was each child seen"))
    author.press("Save the finding")
    author.press("Cite entries of the chronology")
    author.filter_for("spoke to the mother at the door")
    author.tick(re.compile(re.escape(BY_HAND)))
    author.fill("Why it matters", "Nobody went up to see the children.")
    author.press("Cite the chosen entries")
    author.press("Cite an agency’s report")
    author.page.get_by_role("listitem").filter(has_text=PASSAGE[:20]).get_by_role("link").click()
    author.fill("The passage", PASSAGE)
    author.press("Cite it")
    author.reads(BY_HAND, PASSAGE)


def recommend(author: Visitor) -> None:
    author.follow("Back to the report")
    author.press("Add a recommendation")
    author.pick("Who is asked?", POLICE)
    author.fill("What should they do?", RECOMMENDATION)
    author.tick_all("Which findings lead to it?")
    author.fill("What should be different afterwards?", "Children are seen and heard at every call.")
    author.fill("How will anybody see that?", "A dip sample of fifty logs each quarter.")
    author.press("Save the recommendation")


def send_to_the_panel(author: Visitor) -> None:
    author.open_case("Overview")
    author.press("Send to the panel")
    author.press("Send it")


def ask_about_the_facts(manager: Visitor) -> None:
    manager.take_up("ask the agencies to check the facts")
    manager.choose("Which agencies check the facts?", POLICE)
    manager.date("By when?", clock.today() + timedelta(days=14))
    manager.press("Ask them")


def check_the_facts(lead: Visitor) -> None:
    lead.take_up("check the facts")
    lead.follow("Read the report")
    lead.page.go_back()
    lead.choose("Are the facts right?", "The facts are right")
    lead.press("Answer")


def send_for_sign_off(manager: Visitor) -> None:
    manager.take_up("send it for sign-off")
    manager.press("Send it")


def sign_off(chair: Visitor) -> None:
    """The chair signs exactly the text that was read."""
    chair.take_up("read it and sign it off")
    chair.press("Sign the report off")
    chair.is_told("The report is signed off.")


def print_it(manager: Visitor) -> str:
    """The worker makes the PDF while the page waits; what comes down through the page is read as words."""
    manager.open_case("Overview")
    manager.press("Make a PDF")
    manager.press("Make the PDF")
    return words_of(manager.open_the_pdf())


def words_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
