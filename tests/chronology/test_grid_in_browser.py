"""The entry grid in Chromium, by keyboard alone. Its pages come from the application within this process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connections
from playwright.sync_api import Browser, Locator, Page, expect

from chronology import workflow
from chronology.models import Chronology, Entry
from tests.browser import violations
from tests.chronology.line import SITE, Line
from tests.chronology.visiting import at
from tests.makers.cast import Cast
from tests.makers.chronology import an_entry
from tests.visiting import as_

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


@pytest.fixture(scope="module", autouse=True)
def connections_of_its_own(browser: Browser) -> Iterator[None]:
    """While Playwright runs, this thread has other connections than before; they are closed while it still runs."""
    yield
    connections.close_all()


@pytest.fixture
def line(cast: Cast) -> Line:
    return Line(as_(cast.lead))


@pytest.fixture
def page(browser: Browser, line: Line, chronology: Chronology) -> Iterator[Page]:
    with line.opened(browser) as opened:
        opened.goto(SITE + at("chronology_grid", chronology))
        yield opened


def cell(page: Page, name: str) -> Locator:
    return page.get_by_label(name, exact=True)


def type_row(page: Page, *words: str) -> None:
    """One word for each box, Tab between them, Enter at the end."""
    for place, each in enumerate(words):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.type(each)
    page.keyboard.press("Enter")


def events() -> list[str]:
    return list(Entry.objects.standing().order_by("number").values_list("event", flat=True))


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """text => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


def test_three_entries_are_typed_two_pasted_one_undone_by_keyboard_alone(page: Page, line: Line) -> None:
    expect(cell(page, "Date, new row 1")).to_be_focused()
    type_row(page, "early March 2021", "about 3pm", "GP notes", "Mother rang.")
    expect(cell(page, "Date, entry 1")).to_have_value("early March 2021")

    page.keyboard.type("3/4/2021")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+'")
    expect(cell(page, "Source, new row 2")).to_have_value("GP notes")
    page.keyboard.press("Tab")
    type_row(page, "Mother came.", "Mother, Child A", "y")
    expect(page.get_by_text("Added entry 2.")).to_be_visible()

    page.keyboard.type("2020/21")
    expect(page.get_by_text("It is not said whether a school year or a financial year is meant.")).to_be_visible()
    page.keyboard.press("Control+Shift+'")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    type_row(page, "Seen often.")
    expect(page.get_by_role("row", name="New row 3").get_by_text("Not saved yet")).to_be_visible()
    page.get_by_label("school year 2020/21").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("Added entry 3.")).to_be_visible()
    assert violations(page) == []

    page.keyboard.press("Control+Enter")
    paste(page, "5/4/2021\t\tLog\tPasted first\r\n6/4/2021\t\tLog\tPasted second\r\n")
    expect(page.get_by_text("Added entry 5.")).to_be_visible()
    assert events() == ["Mother rang.", "Mother came.", "Seen often.", "Pasted first", "Pasted second"]

    page.keyboard.press("Alt+u")
    expect(page.get_by_text("Undone: added entry 5.")).to_be_visible()
    assert events() == ["Mother rang.", "Mother came.", "Seen often.", "Pasted first"]
    seen = Entry.objects.get(number=2)
    assert (seen.source, seen.persons, seen.child_seen) == ("GP notes", "Mother, Child A", "yes")
    assert Entry.objects.get(number=3).start == date(2020, 9, 1)
    assert [said for said in line.complaints if "status of 422" not in said] == []


def test_a_lost_connection_loses_no_word_and_doubles_none(page: Page, line: Line) -> None:
    line.state = "cut"
    type_row(page, "3/4/2021", "", "Log", "Typed in a tunnel.")
    expect(page.get_by_text("Not saved yet: no connection.")).to_be_visible()
    line.state = "answers are lost"
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Not saved yet", exact=True)).to_be_visible()
    assert events() == ["Typed in a tunnel."]
    cell(page, "Event, new row 1").focus()
    page.keyboard.press("End")
    page.keyboard.type(" And more.")
    line.state = "open"
    page.keyboard.press("Enter")
    expect(cell(page, "Event, entry 1")).to_have_value("Typed in a tunnel. And more.")
    assert events() == ["Typed in a tunnel. And more."]


def test_two_people_in_one_row_see_both_texts(page: Page, cast: Cast, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead)
    page.reload()
    workflow.change_entry(entry, version=1, by=cast.lead, event="Mother at the door.")
    cell(page, "Event, entry 1").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("A man at the door.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Now: Mother at the door.")).to_be_visible()
    expect(page.get_by_text("Yours: A man at the door.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Save mine over it").press("Enter")
    expect(page.get_by_text("Changed entry 1.")).to_be_visible()
    entry.refresh_from_db()
    assert (entry.event, entry.version) == ("A man at the door.", 3)
    assert [each.written["event"] for each in entry.versions.all()] == ["Mother at the door.", "Home visit, nobody in."]


def test_ticked_rows_are_changed_and_it_is_undone_by_its_button(page: Page, cast: Cast, chronology: Chronology) -> None:
    entries = [an_entry(chronology, cast.lead), an_entry(chronology, cast.lead)]
    page.reload()
    for number in (1, 2):
        page.get_by_label(f"Choose entry {number}").press("Space")
    page.get_by_role("button", name="Change the ticked entries").press("Enter")
    expect(page.get_by_role("heading", name="2 entries are chosen")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Theme").fill("Neglect")
    page.get_by_role("button", name="Do this to 2 entries").press("Enter")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_text("Undone: changed 2 entries.")).to_be_visible()
    assert [each.versions.first().written["theme"] for each in entries] == ["Neglect", "Neglect"]
    assert set(Entry.objects.values_list("theme", "version")) == {("", 3)}
