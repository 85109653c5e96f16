"""Rows of the same event stand together on the integrated chronology, with the panel's notes beside them."""

from __future__ import annotations

from typing import Any

import pytest

from chronology import panel_workflow
from tests.chronology.panel import CARE_AND_HEALTH, POLICE_AND_CARE, Room, a_room, keep, noticed
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import MOST_QUERIES, as_, questions, words

pytestmark = pytest.mark.django_db
CARE, POLICE, WARD, EMPTY = (
    "Notice received of a call in the night.",
    "Officers attend; the child is asleep.",
    "Mother brought to the ward.",
    "Home visit, nobody in.",
)


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    """Of the first night all three agencies' rows are one event; a note stands beside what the police wrote."""
    room = a_room(make_cast())
    for each in keep(room, noticed(room, *POLICE_AND_CARE), noticed(room, *CARE_AND_HEALTH)):
        panel_workflow.dispose(each, answer="same", by=room.cast.panel_member)
    panel_workflow.add_note(room.integrated, entry=room.entry("police"), words="Who else?", by=room.cast.chair)
    return room


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


def rows(room: Room, query: str = "", person: str = "panel_member") -> list[tuple[str, list[str]]]:
    page = as_(room.cast.people[person]).get(at("case_chronology", room.case) + query).context["page"]
    return [(line.event, [each.event for each in line.beneath]) for line in page]


def test_one_event_has_one_place_with_its_rows_beneath_and_nobody_s_words_altered(room: Room) -> None:
    assert rows(room) == [(CARE, [POLICE, WARD]), (EMPTY, []), (EMPTY, [])]
    assert rows(room, "?rows=separate") == [(CARE, []), (POLICE, []), (WARD, []), (EMPTY, []), (EMPTY, [])]
    said = words(as_(room.cast.chair).get(at("case_chronology", room.case)))
    assert "Rows of the same event stand together: 2 rows beneath another." in said
    assert "The same event:" in said


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?words=ward", [(WARD, [CARE, POLICE])]),
        ("?words=asleep+OR+ward", [(POLICE, [CARE, WARD])]),
        ("?words=asleep+OR+ward&rows=separate", [(POLICE, []), (WARD, [])]),
        ("?words=visit", [(EMPTY, []), (EMPTY, [])]),
    ],
)
def test_with_a_filter_the_event_stands_where_its_first_matching_row_does(room: Room, query: str, expected: Any) -> None:
    assert rows(room, query) == expected


def test_what_an_agency_has_back_stands_beneath_nothing(room: Room) -> None:
    room.send_back("social_care")
    assert rows(room) == [(POLICE, []), (WARD, []), (EMPTY, [])]
    assert rows(room, person="colleague") == [(CARE, []), (EMPTY, [])]


def test_an_agency_sees_its_own_rows_only_and_neither_notes_nor_that_others_saw_the_same(room: Room) -> None:
    assert rows(room, person="lead") == [(POLICE, []), (EMPTY, [])]
    said = words(as_(room.cast.lead).get(at("case_chronology", room.case)))
    assert not [each for each in ("same event", "One of several", "note", "Proposals", "Versions") if each in said]


def test_a_note_shows_beside_its_row(room: Room) -> None:
    page = as_(room.cast.panel_member).get(at("case_chronology", room.case) + "?rows=separate")
    assert [(line.event, line.notes, line.is_one_of_several) for line in page.context["page"]][:3] == [
        (CARE, 0, True),
        (POLICE, 1, True),
        (WARD, 0, True),
    ]
    assert "1 note" in words(page)


def test_what_stands_beside_costs_a_few_questions_and_nothing_where_nothing_does(room: Room) -> None:
    client, address = as_(room.cast.panel_member), at("case_chronology", room.case)
    separate = len(questions(client, address + "?rows=separate"))
    joined = len(questions(client, address))
    assert (joined, separate) <= (MOST_QUERIES, MOST_QUERIES)
    assert joined - separate <= 3


FILTERS = [
    ("?person=mother", [WARD]),
    ("?person=MOTHER", [WARD]),
    ("?person=moth", []),
    ("?person=child+asleep", []),
    ("?person=the+child", [POLICE]),
    ("?person=officers", [POLICE]),
    ("?person=(", []),
    ("?theme=nothing", []),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_entries_are_found_by_the_person_they_name(room: Room, query: str, expected: list[str]) -> None:
    assert [event for event, _ in rows(room, query + "&rows=separate")] == expected
