"""The swim lanes in Chromium: by keyboard alone, with a structure that a screen reader can tell, on any screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from chronology import workflow
from tests.makers.cast import make_cast
from tests.makers.chronology import a_case, a_chronology, again, an_entry
from tests.pages.conftest import Site
from tests.pages.test_in_browser import violations
from tests.visiting import as_

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
OpenSite = Callable[..., Site]
PLACED, ABOUT, CALLS = "12 Jan – 31 Mar 2020", "about 12 Sep 2020", "12 entries, 9 Sep 2020"


@pytest.fixture(scope="module")
def html(kept: None) -> str:
    """The lanes of two agencies: days, a period, a key episode, a busy day, a gap."""
    cast = make_cast()
    case = a_case(cast)
    police, care = a_chronology(cast, case=case), a_chronology(cast, "social_care", case)
    an_entry(police, cast.lead, on=date(2020, 1, 10), time=time(22, 14), event="Shouting heard.", child_seen="yes")
    an_entry(police, cast.lead, on=date(2020, 6, 1), event="Key.", is_significant=True, child_seen="no")
    for number in range(12):
        an_entry(police, cast.lead, on=date(2020, 9, 9), event=f"Call {number}.")
    an_entry(care, cast.colleague, on=date(2020, 1, 12), end=date(2020, 3, 31), precision="range", event="Placed.")
    an_entry(care, cast.colleague, on=date(2020, 9, 12), precision="approx_day", event="About then.")
    for chronology, lead in ((police, cast.lead), (care, cast.colleague)):
        workflow.share(again(chronology), by=lead)
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        answer: Any = as_(cast.panel_member).get(reverse("chronology:case_lanes", args=[case.pk]))
    return str(answer.content.decode())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.closest('.c8-mark')?.querySelector('title').textContent ?? 'outside'"))


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_lanes_are_accessible_and_scroll_in_a_place_of_their_own(open_site: OpenSite, html: str, width: int) -> None:
    site = open_site(width=width)
    page = site.show("/lanes/", html)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert site.complaints == []


def test_a_screen_reader_hears_lanes_as_lists_of_their_entries(open_site: OpenSite, html: str) -> None:
    page = open_site().show("/lanes/", html)
    lanes = page.get_by_role("region", name="Swim lanes")
    police = lanes.get_by_role("list", name="Testshire Police 14 entries")
    expect(police.get_by_role("listitem")).to_have_count(5)
    assert [
        link.get_attribute("aria-label") or link.locator("title").text_content() for link in police.get_by_role("link").all()
    ] == [
        "10 Jan 2020, 22:14: Shouting heard. – Child seen: yes",
        "1 Jun 2020: Key. – Child seen: no. Key episode",
        CALLS,
    ]
    expect(police.get_by_role("img", name="No entry from 11 Jan 2020 to 31 May 2020, 142 days")).to_be_attached()
    expect(lanes.get_by_role("list", name="Child: Not seen 1 entry").get_by_role("link")).to_have_count(1)


def test_by_keyboard_the_lanes_are_one_stop_and_arrows_move_within(open_site: OpenSite, html: str) -> None:
    page = open_site(width=390).show("/lanes/", html)
    region = page.get_by_role("region", name="Swim lanes")
    expect(page.get_by_text("move with the arrow keys")).to_be_visible()
    region.focus()
    said = []
    keys = "Tab", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "Home", "ArrowUp", "End", "Home", "Tab"
    for key in keys:
        page.keyboard.press(key)
        said.append(focused(page).split(":")[0])
    assert said == [PLACED, ABOUT, ABOUT, CALLS, "1 Jun 2020", "10 Jan 2020, 22", PLACED, ABOUT, PLACED, "outside"]
    region.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    box, seen = page.locator(":focus").bounding_box(), region.bounding_box()
    assert box
    assert seen
    assert seen["x"] <= box["x"] < box["x"] + 24 <= seen["x"] + seen["width"]


def test_without_javascript_every_mark_is_a_stop(open_site: OpenSite, html: str) -> None:
    page = open_site(javascript=False).show("/lanes/", html)
    page.get_by_role("region", name="Swim lanes").focus()
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.locator(":focus").locator("title").text_content())
    assert [stop and stop.split(":")[0] for stop in stops] == [PLACED, ABOUT, "10 Jan 2020, 22"]
    expect(page.get_by_text("move with the arrow keys")).to_be_hidden()
