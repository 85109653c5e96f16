"""The page that says who knew what on a day."""

from __future__ import annotations

from datetime import date

import pytest

from chronology import panel_workflow, workflow
from tests.chronology.panel import POLICE_AND_CARE, Room, a_room, keep, noticed
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import MOST_QUERIES, as_, questions, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    """Police and social care tell of one night; social care came to know of it twelve days later."""
    room = a_room(make_cast())
    room.send_back("social_care")
    workflow.change_entry(room.entry("social_care"), version=1, by=room.cast.colleague, known_on=date(2021, 1, 13))
    room.share_again("social_care")
    pair = keep(room, noticed(room, *POLICE_AND_CARE))[0]
    panel_workflow.dispose(pair, answer="same", by=room.cast.panel_member)
    return room


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


def test_a_day_shows_what_each_agency_held_what_lay_elsewhere_and_what_came_later(room: Room) -> None:
    page = as_(room.cast.panel_member).get(at("case_knowing", room.case) + "?on=5+January+2021")
    held = {
        each["chronology"].agency.sector: (each["held"], each["elsewhere"], each["later"]) for each in page.context["holdings"]
    }
    assert held == {"police": (1, 1, 0), "local_authority": (0, 2, 1), "health": (1, 1, 0)}
    [row] = page.context["rows"]
    known = [(each["agency"].sector, each["on"], each["is_inferred"], each["is_hindsight"], each["lag"]) for each in row["known"]]
    assert known == [
        ("police", date(2021, 1, 1), True, False, 0),
        ("local_authority", date(2021, 1, 13), False, True, 12),
    ]
    assert all(each in words(page) for each in ("inferred", "after that day", "12 days later"))


def test_the_numbers_lead_to_the_facts(room: Room) -> None:
    address = at("case_knowing", room.case) + f"?on=5+January+2021&agency={room.chronologies['health'].pk}&show="
    client = as_(room.cast.panel_member)
    assert [row["entry"].event for row in client.get(address + "held").context["rows"]] == ["Mother brought to the ward."]
    assert [row["entry"].event for row in client.get(address + "elsewhere").context["rows"]] == [
        "Officers attend; the child is asleep."
    ]


def test_of_an_agency_that_has_its_chronology_back_nothing_is_known(room: Room) -> None:
    room.send_back("police")
    page = as_(room.cast.panel_member).get(at("case_knowing", room.case) + "?on=5+January+2021")
    assert [each["chronology"].agency.sector for each in page.context["holdings"]] == ["local_authority", "health"]
    assert "Officers attend" not in words(page)


@pytest.mark.parametrize("typed", ["sometime", "March 2021", ""])
def test_a_day_is_asked_for_in_words(room: Room, typed: str) -> None:
    page = as_(room.cast.panel_member).get(at("case_knowing", room.case) + f"?on={typed}")
    assert (list(page.context["form"].errors), page.context["day"]) == (["on"], None)


def test_the_page_asks_a_few_questions(room: Room) -> None:
    client = as_(room.cast.panel_member)
    assert len(questions(client, at("case_knowing", room.case) + "?on=5+May+2021")) <= MOST_QUERIES
    assert "Choose a day" in words(client.get(at("case_knowing", room.case)))
