"""The panel's rooms in Chromium: the queue of proposals by keyboard alone, and every room on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, expect

from chronology import keeping, panel_workflow, workflow
from chronology.models import KeyedPerson, Note, PersonKey, Proposal, Question
from tests.browser import violations
from tests.chronology.line import SITE, Line
from tests.chronology.panel import CARE_AND_HEALTH, POLICE_AND_CARE, Room, a_room, keep, noticed
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import as_

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
FOCUSED = "document.activeElement.matches('body') ? '' : document.activeElement.innerText || document.activeElement.tagName"
LAID_OUT = """async () => {
    const rules = { "color-contrast": { enabled: false } };
    return (await axe.run({ rules })).violations.map(each => each.id + ": " + each.nodes[0].html);
}"""


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    """Two possible duplicates and a gap were noticed; there are a question, a note, a kept view, a version and a key."""
    room = a_room(make_cast())
    first, *_ = keep(
        room,
        noticed(room, *POLICE_AND_CARE, reasons=("Both tell of the same night.", "Both name the street.")),
        noticed(room, *CARE_AND_HEALTH),
        noticed(room, kind="gap", aspect="nobody", start=date(2021, 2, 1), end=date(2021, 3, 1)),
    )
    cast, integrated = room.cast, room.integrated
    panel_workflow.ask_agency(first, chronology=room.chronologies["police"], words="Who was awake?", by=cast.manager)
    panel_workflow.add_note(integrated, words="Who else was told?", entry=room.entry("police"), by=cast.manager)
    panel_workflow.keep_view(integrated, name="Key episodes of the winter", asked="key=yes", by=cast.manager)
    panel_workflow.freeze(integrated, words="Read by the panel.", by=cast.manager)
    room.send_back("social_care")
    workflow.change_entry(room.entry("social_care"), version=1, by=cast.colleague, event="Two calls in the night.")
    room.share_again("social_care")
    people = [
        {"code": "Child A", "name": "Wren Tolliver", "kind": "child", "sex": "female", "role": "The child of the review"},
        {"code": "Mother", "name": "Ada Tolliver", "kind": "family", "sex": "female", "role": "Mother of Child A"},
    ]
    child, mother = keeping.add_people(PersonKey.objects.get(case=room.case), people, by=cast.manager)
    keeping.relate(child, mother, "child_of", by=cast.manager)
    return room


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


@pytest.fixture(scope="module", autouse=True)
def connections_of_its_own(browser: Browser) -> Iterator[None]:
    """While Playwright runs, this thread has other connections than before; they are closed while it still runs."""
    yield
    connections.close_all()


@pytest.fixture
def line(room: Room) -> Line:
    return Line(as_(room.cast.manager))


@pytest.fixture
def page(browser: Browser, line: Line) -> Iterator[Page]:
    with line.opened(browser) as opened:
        yield opened


def tab_to(page: Page, words: str) -> None:
    """Tab on, no more than sixty times, until what has the focus says so."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"No stop of the keyboard says {words!r}.")


def answer(page: Page, *keys: str, words: str = "") -> None:
    """From the first radio, what these keys choose, why, and the button."""
    page.get_by_role("radio").first.focus()
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Answer and go to the next"
    page.keyboard.press("Enter")


def is_told(page: Page, sentence: str) -> None:
    """The answer is announced, and the keyboard goes on from there."""
    said = page.get_by_role("alert")
    expect(said).to_contain_text(sentence)
    expect(said).to_be_focused()


def is_led_to(page: Page, sentence: str, box: str) -> None:
    """What is missing is announced, and its link leads into the box."""
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label(box, exact=True)).to_be_focused()


def test_the_queue_is_read_and_answered_by_keyboard_alone(page: Page, line: Line, room: Room) -> None:
    page.goto(SITE + at("case_proposals", room.case))
    expect(page.get_by_role("status")).to_contain_text("The entries will be compared in a moment.")
    queue = page.get_by_role("table", name="Proposals")
    assert queue.get_by_role("columnheader").all_inner_texts() == [
        "Proposal",
        "When",
        "Agency",
        "What, and why",
        "Score",
        "Answer",
    ]
    assert queue.get_by_role("rowheader").all_inner_texts() == ["Possible duplicate 1", "Possible duplicate 2", "Gap 3"]
    tab_to(page, "Possible duplicate 1")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Possible duplicate 1")
    assert page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts() == [
        "Why it is proposed",
        "The rows side by side",
        "What agencies were asked",
    ]
    reasons = page.get_by_role("main").get_by_role("listitem")
    assert reasons.all_inner_texts() == ["Both tell of the same night.", "Both name the street."]
    rows = page.get_by_role("table", name="What each record says, fact by fact")
    assert rows.get_by_role("columnheader").count() == 3
    event = rows.get_by_role("row").filter(has=page.get_by_role("rowheader", name="What happened"))
    assert event.get_by_role("cell").all_inner_texts() == ["Two calls in the night.", "Officers attend; the child is asleep."]
    tab_to(page, "Entry 1")
    answer(page, "Space", words="One night.")
    is_told(page, "Possible duplicate 1 is answered: the same event.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Possible duplicate 2")
    answer(page, "Space", "ArrowDown")
    is_told(page, "Possible duplicate 2 is answered: different events.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gap 3")
    answer(page, "Space", "ArrowDown")
    is_led_to(page, "Enter the explanation", "Why")
    expect(page.get_by_label("Explained")).to_be_checked()
    page.keyboard.type("School was closed.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_told(page, "Gap 3 is answered: explained.")
    answers = room.integrated.proposals.order_by("number").values_list("answer", flat=True)
    assert list(answers) == ["same", "different", "explained"]
    assert line.complaints == []


def test_an_answer_is_taken_back_and_an_agency_asked_by_keyboard_alone(page: Page, line: Line, room: Room) -> None:
    page.goto(SITE + Proposal.objects.get(number=1).get_absolute_url())
    answer(page, "Space")
    is_told(page, "Possible duplicate 1 is answered: the same event.")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Take that back"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Take the answer to possible duplicate 1 back?")
    tab_to(page, "Take it back")
    page.keyboard.press("Enter")
    is_led_to(page, "Enter the reason", "Why?")
    page.keyboard.type("Two families.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_told(page, "Possible duplicate 1 is open again.")
    tab_to(page, "Ask an agency")
    page.keyboard.press("Enter")
    page.get_by_label("Testshire Children’s Social Care").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Who told you?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_told(page, "Testshire Children’s Social Care is asked. The question waits in its work.")
    assert sorted(Question.objects.values_list("words", flat=True)) == ["Who told you?", "Who was awake?"]
    assert line.complaints == []


def test_every_room_is_accessible_on_any_screen(page: Page, line: Line, room: Room) -> None:
    case, key, question = room.case, PersonKey.objects.get(case=room.case), Question.objects.get()
    child = KeyedPerson.objects.get(code="Child A")
    proposal = Proposal.objects.get(number=1)
    rooms = [
        *(at(f"case_{name}", case) for name in ("proposals", "notes", "add_note", "views", "versions", "freeze")),
        *(at(f"case_{name}", case) for name in ("key", "genogram", "print")),
        at("case_knowing", case) + "?on=1+February+2021",
        *(at(name, proposal) for name in ("proposal", "proposal_ask")),
        at("question", question),
        at("note", Note.objects.get()),
        *(at(name, room.integrated.frozen.get()) for name in ("frozen", "frozen_changes")),
        *(at(f"personkey_{name}", key) for name in ("reveal", "add_person", "paste")),
        at("keyedperson_relate", child),
    ]
    wrong = [each for address in rooms for each in wrong_with(page, address)]
    line.client = as_(room.cast.lead)
    wrong += [each for name in ("question", "question_answer") for each in wrong_with(page, at(name, question))]
    assert wrong == []
    assert line.complaints == []


def wrong_with(page: Page, address: str) -> list[str]:
    """What axe holds against a page at its widest and its narrowest, and at which widths it runs over."""
    page.set_viewport_size({"width": 1280, "height": 900})
    answered = page.goto(SITE + address)
    assert answered
    assert answered.status == 200, address
    found = violations(page)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"wider than {width}")
    return [f"{address}: {each}" for each in found + page.evaluate(LAID_OUT)]
