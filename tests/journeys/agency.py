"""How an agency reports: people named, a declaration, a chronology, sections, a countersignature, the panel's judgement."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.referral import ALDER
from tests.journeys.visitor import Visitor

CHRONOLOGIES, REPORTS = ALDER / "chronologies", ALDER / "imrs"
READING, SAVING = 60_000, 15_000  # milliseconds until the worker has read a file, and until a text has saved itself
BY_HAND = "The officer spoke to the mother at the door. The children were not seen."
OF_ITS_OWN = "What do we answer to the lines of enquiry?"  # a section with the terms of reference beside it
PASSAGE = "Officers asked after the children and did not go up to see them."


def name_people(lead: Visitor, author: str, countersigner: str) -> None:
    """The lead names who writes the report, and a different officer who answers for the agency."""
    lead.take_up("Name the author")
    lead.choose("Somebody of the agency", author)
    lead.fill("Their post", "Detective Superintendent")
    lead.press("Name them")
    lead.take_up("Name who countersigns")
    lead.choose("Somebody of the agency", countersigner)
    lead.fill("Their post", "Assistant Chief Constable")
    lead.press("Name them")
    lead.is_told(f"{countersigner} is named as the")


def declare_no_part(author: Visitor) -> None:
    author.take_up("Declare that you had no part in the case")
    author.tick_all("I declare:")
    author.press("Make the declaration")
    author.is_told("Your declaration is on record.")


def begin_the_chronology(author: Visitor) -> None:
    """Whose agency writes a report compiles the chronology with it."""
    author.take_up("Write your agency’s")
    author.follow(re.compile("in your agency’s chronology$"))
    author.press("Import a file")


def import_a_file(worker: Visitor, name: str, *, rows: int) -> None:
    """The file as the agency keeps it: read by the worker, its columns confirmed, its rows judged one by one, taken in."""
    worker.upload("Chronology file", CHRONOLOGIES / name)
    worker.press("Send the file")
    wait_until_read(worker)
    worker.press("Put the columns right")
    worker.press("Read the file again")
    wait_until_read(worker)
    worker.reads(re.compile(rf"{rows} rows become new entries\."), re.compile(r"Not taken \(\d+\)"))
    worker.follow(re.compile("^Not taken"))
    worker.press("Take the file in")
    worker.is_told(f"{rows} entries were taken in.")


def wait_until_read(worker: Visitor) -> None:
    expect(worker.page.get_by_role("heading", name="Row by row")).to_be_visible(timeout=READING)
    worker.look()


def add_an_entry(worker: Visitor) -> None:
    """What the file does not hold is written by hand, as exactly as it is known."""
    worker.press("Add an entry")
    worker.fill("When did it happen?", "early October 2022")
    worker.fill("Source", "Pocket notebook")
    worker.fill("What happened?", BY_HAND)
    worker.choose("Was the child seen?", "No")
    worker.press("Save")


def attach_the_report(author: Visitor) -> None:
    """The agency's own document goes with the report."""
    author.press("Attach a document")
    author.upload("Documents", REPORTS / "IMR - Police (v2).docx")
    author.press("Attach")
    author.reads("IMR - Police (v2).docx")


def write_the_report(author: Visitor, write_elsewhere: Callable[[list[str]], None]) -> None:
    """Section after section in the editor; the first is left alone for a moment, and saves itself.

    Most sections have pages that are alike: those are written elsewhere.
    """
    author.take_up("Write your agency’s")
    sections = author.page.get_by_role("main").locator(".govuk-task-list").get_by_role("link")
    titles = sections.all_inner_texts()
    *others, last = titles[3:]
    others.remove(OF_ITS_OWN)
    author.follow(titles[0])
    author.write("Your text", PASSAGE)
    expect(author.page.get_by_role("status").filter(has_text="Saved")).to_be_visible(timeout=SAVING)
    for _ in range(3):
        finish_the_section(author)
    write_elsewhere(others)
    for title in (OF_ITS_OWN, last):
        author.take_up("Write your agency’s")
        author.follow(title)
        finish_the_section(author)
    author.reads(f"{len(titles)} of {len(titles)} sections finished")


def finish_the_section(author: Visitor) -> None:
    author.write("Your text", "This is what we found.")
    author.tick("This section is finished")
    author.press("Save and go to the next section")


def send_for_countersignature(author: Visitor) -> None:
    author.take_up("Write your agency’s")
    author.press("Send for countersignature")
    author.press("Send it")
    author.is_told("The report is with the countersigning officer, who has been told.")


def countersign(officer: Visitor) -> None:
    """A different officer reads the whole report, declares, is asked once more, and signs exactly that text."""
    officer.take_up("Countersign your agency’s")
    officer.reads("This is the first version.")
    officer.tick_all("I declare:")
    officer.press("Continue")
    officer.press("Countersign")
    officer.meets("Countersigned")


def send_to_the_panel(author: Visitor) -> None:
    author.take_up("Send your agency’s")
    author.press("Send it")
    author.is_told("The report is with the panel.")


def accept(member: Visitor) -> None:
    """Somebody on the panel, of another agency, judges the report against the terms of reference."""
    member.take_up("accept it or send it back")
    member.press("Accept it")
    member.is_told("The report is accepted.")


def share_the_chronology(lead: Visitor) -> None:
    lead.press("Share with the panel")
    lead.press("Share with the panel")
