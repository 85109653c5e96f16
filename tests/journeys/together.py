"""How the agencies' chronologies come together: a messy file, a late agency, the panel's answers and notes, versions, a PDF."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
from playwright.sync_api import expect

from chronology.models import Entry
from tests.journeys.agency import READING, wait_until_read
from tests.journeys.visitor import Name, Visitor

CONFLICT = "Somebody else changed this entry while you were writing"


# --- an agency's lead ---------------------------------------------------------------------------------------------


def send_a_file(lead: Visitor, file: Path) -> None:
    lead.upload("Chronology file", file)
    lead.press("Send the file")
    wait_until_read(lead)


def put_a_column_right(lead: Visitor, column: str, means: str) -> None:
    """One heading was not understood; the file is read again with what it means."""
    lead.press("Put the columns right")
    lead.pick(column, means)
    lead.press("Read the file again")
    wait_until_read(lead)


def answer_three_questions(lead: Visitor, *answers: str) -> None:
    """One after the other; the last leads back to the file."""
    lead.follow("3 questions are not answered yet")
    for answer in answers[:-1]:
        lead.choose("What becomes of it?", answer)
        lead.press(re.compile("next question"))
    lead.choose("What becomes of it?", answers[-1])
    lead.press("Keep the answer")


def confirm_the_change(lead: Visitor) -> None:
    """Of what the later file has otherwise, what it changes is wanted; what it no longer holds stands."""
    lead.follow(re.compile("otherwise in the file"))
    lead.page.get_by_role("main").get_by_role("table").get_by_role("checkbox").first.check()
    lead.press("Change the entries")


def change_an_entry_together(first: Visitor, second: Visitor, theirs: str, mine: str) -> None:
    """Both have the form open; whoever saves second sees both texts, and puts them together."""
    for person in (first, second):
        person.press("Change")
    first.fill("What happened?", theirs)
    first.press("Save")
    second.fill("What happened?", mine)
    press_and_be_refused(second, "Save", CONFLICT)
    second.reads(theirs)
    expect(second.page.get_by_label("What happened?")).to_have_value(mine)
    second.fill("What happened?", f"{mine} {theirs}")
    second.press("Save my text over theirs")


def press_and_be_refused(person: Visitor, button: Name, heading: str) -> None:
    """The page says why, and keeps what was typed."""
    before = list(person.inspection.complaints)
    with person.page.expect_navigation() as arrival:
        person.page.get_by_role("button", name=button, exact=True).first.click()
    assert arrival.value.status == 409
    person.meets(heading)
    person.look()
    person.inspection.complaints[:] = before  # the browser reports the answer itself


# --- the panel ----------------------------------------------------------------------------------------------------


def wait_until_compared(member: Visitor, entries: int) -> None:
    """The worker has compared everything that is shared now."""
    member.follow("Proposals")
    expect(member.page.get_by_text(f"{entries} entries of 3 agencies")).to_be_visible(timeout=READING)
    member.follow("Show this page anew")


def dispose(member: Visitor, proposal: Name, answer: str, why: str = "") -> None:
    member.follow(proposal)
    member.fill("Why", why)
    answer_it(member, answer)


def answer_it(member: Visitor, answer: str) -> None:
    member.choose("What do you say?", answer)
    member.press("Answer and go to the next")
    member.is_told(f"is answered: {answer.lower()}.")


def ask(member: Visitor, agency: str, words: str) -> None:
    member.follow("Ask an agency")
    member.choose("Which agency?", agency)
    member.fill("What do you ask?", words)
    member.press("Ask")
    member.is_told(f"{agency} is asked. The question waits in its work.")


def write_a_note(member: Visitor, words: str, about: Entry | str) -> None:
    """Beside an entry, or beside a stretch of time."""
    if isinstance(about, str):
        member.turn_to("Chronology")
        member.follow("Notes")
        member.press("Write a note")
        member.fill("About which day, or which time?", about)
    else:
        member.turn_to("Chronology")
        member.follow(re.compile(f", {about.chronology.agency}, entry {about.number}$"))
        member.follow("Write a note beside this entry")
    member.fill("The note", words)
    member.press("Keep the note")


# --- the manager --------------------------------------------------------------------------------------------------


def freeze(manager: Visitor, occasion: str) -> None:
    manager.press(re.compile("^Freeze .* version$"))
    manager.fill("On which occasion?", occasion)
    manager.press("Freeze this version")


def print_on_a3(manager: Visitor) -> list[pypdf.PageObject]:
    """What is filtered, with the lanes in front."""
    manager.follow("PDF")
    manager.choose("Paper", "A3, across")
    manager.tick("Begin with the swim lanes")
    manager.press("Make the PDF")
    return list(pypdf.PdfReader(io.BytesIO(manager.open_the_pdf())).pages)


def words_of(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())
