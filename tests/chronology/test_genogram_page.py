"""The genogram's page: the family by code for those who read the key, never a name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.models import Case
from chronology import keeping
from chronology.models import KeyedPerson, PersonKey
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_case, a_shared_chronology
from tests.visiting import as_, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def told(kept: None) -> tuple[Cast, Case]:
    """A mother, two fathers, their children, a friend, a professional."""
    cast = make_cast()
    case = a_case(cast)
    a_shared_chronology(cast, case=case)
    key = PersonKey.objects.get(case=case)
    people: list[dict[str, Any]] = [
        {"code": "Child A", "name": "Wren Tolliver", "kind": "child", "sex": "female", "date_of_birth": date(2019, 5, 6)},
        {"code": "Sibling", "name": "Finch Tolliver", "kind": "child", "sex": "male", "date_of_birth": date(2015, 5, 6)},
        {"code": "Mother", "name": "Ada Tolliver", "kind": "family", "sex": "female", "role": "Mother <of both>"},
        {"code": "Father 1", "name": "Ben Oakes", "kind": "family", "sex": "male", "date_of_death": date(2018, 1, 1)},
        {"code": "Father 2", "name": "Col Pike", "kind": "family"},
        {"code": "Friend", "name": "Dot Quill", "kind": "other"},
        {"code": "SW1", "name": "Zebedee Rook", "kind": "professional"},
    ]
    by = {each.code: each for each in keeping.add_people(key, people, by=cast.manager)}
    for one, other, kind, *days in (
        ("Child A", "Mother", "child_of"),
        ("Child A", "Father 2", "child_of"),
        ("Sibling", "Mother", "child_of"),
        ("Sibling", "Father 1", "child_of"),
        ("Mother", "Father 1", "married_to", date(2014, 1, 1), date(2017, 1, 1)),
        ("Mother", "Father 2", "partner_of", date(2018, 1, 1)),
        ("Friend", "Mother", "friend_of"),
    ):
        keeping.relate(by[one], by[other], kind, by=cast.manager, **dict(zip(("begins_on", "ends_on"), days, strict=False)))
    return cast, case


def test_the_list_says_what_the_picture_says(told: tuple[Cast, Case]) -> None:
    answer = as_(told[0].panel_member).get(at("case_genogram", told[1]))
    assert {row.code: (row.symbol, row.bonds) for row in answer.context["rows"]} == {
        "Child A": ("Female, the review is about this child", ["child of Mother, Father 2"]),
        "Sibling": ("Male", ["child of Mother, Father 1"]),
        "Father 1": ("Male, has died", ["parent of Sibling", "was married to Mother (2014 to 2017)"]),
        "Father 2": ("Sex not recorded", ["parent of Child A", "partner of Mother (from 2018)"]),
        "Mother": (
            "Female",
            [
                "parent of Child A, Sibling",
                "was married to Father 1 (2014 to 2017)",
                "partner of Father 2 (from 2018)",
                "friend of Friend",
            ],
        ),
        "Friend": ("Sex not recorded", ["friend of Mother"]),
    }
    order = {each.member.code: each.x for each in answer.context["drawing"].people}
    assert sorted(order, key=order.__getitem__) == ["Father 1", "Sibling", "Mother", "Child A", "Father 2"]


def test_there_is_no_name_and_no_date_of_birth_in_it(told: tuple[Cast, Case]) -> None:
    text = as_(told[0].manager).get(at("case_genogram", told[1])).content.decode()
    names = [each.identity.name for each in KeyedPerson.objects.select_related("identity")]
    assert len(names) == 7
    assert not [word for name in names for word in name.split() if word in text]
    assert "2015" not in text
    assert "Mother &lt;of both&gt;" in text
    assert "Mother <of both>" not in text


def test_agencies_do_not_find_it(told: tuple[Cast, Case]) -> None:
    assert as_(told[0].lead).get(at("case_genogram", told[1])).status_code == 404


def test_a_key_without_relations_teaches(told: tuple[Cast, Case]) -> None:
    case = a_case(told[0])
    assert as_(told[0].manager).get(at("case_genogram", case)).status_code == 404
    a_shared_chronology(told[0], case=case)
    assert "No family to draw yet" in words(as_(told[0].manager).get(at("case_genogram", case)))
