"""Genograms: rows, order, twins, half-siblings, and no line that crosses another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from chronology.genogram import Drawing, Family, drawing_of
from chronology.genogram.layout import HALF
from tests.chronology.genogram.families import a_family, crossings

FAMILIES = {
    "three generations": """
        PGF♂ + PGM♀: Uncle♂, Father♂
        MGF♂† + MGM♀: Mother♀, Aunt♀
        Father♂ x Mother♀: Child A♀, Child B♂""",
    "half-siblings by two fathers": """
        MGF♂ + MGM♀: Aunt♀, Mother♀, Uncle♂
        F1♂ x Mother♀: Sib 1♂, Sib 2♀
        F2♂ + Mother♀: Child A♀, Baby♂""",
    "half-siblings whose grandparents are all known": """
        P1F♂ + P1M♀: F1♂
        MGF♂ + MGM♀: Mother♀
        P2F♂ + P2M♀: F2♂, Aunt♀
        F1♂ x Mother♀: Sib 1♂, Sib 2♀
        F2♂ + Mother♀: Child A♀ = Child B♀, Baby♂""",
    "twins in the middle": "Father♂ + Mother♀: Eldest♂, Child A♀ = Child B♀, Youngest♂",
    "three fathers": """
        MGM♀: Mother♀
        F1♂ x Mother♀: Sib♂
        F2♂ x Mother♀: Child A♀
        F3♂ + Mother♀: C♂, D♀""",
    "a mother alone": "Mother♀: Child A",
    "cousins": """
        MGF♂ + MGM♀: Mother♀, Aunt♀
        Father♂ + Mother♀: Child A♂
        Uncle♂ + Aunt♀: Cousin 1♀, Cousin 2♂""",
    "step-parents above and beside": """
        MGF♂ x MGM♀: Mother♀
        MGF♂ + Step♀: Half-aunt♀
        Father♂ x Mother♀: Child A♂
        Father♂ + Stepmother♀: Half-sister♀""",
    "a child who is a mother": """
        GGM♀: GM♀
        GF♂ + GM♀: Mother♀, Aunt♀, Uncle♂
        PGF♂ + PGM♀: Father♂, P-uncle♂
        Father♂ + Mother♀: Child A♀, Child B♂
        Boy♂ + Child A♀: Baby♀""",
}


def drawn(told: str) -> Drawing:
    return drawing_of(a_family(told, subject="Child A"))


def places(drawing: Drawing) -> dict[str, tuple[float, float]]:
    return {each.member.code: (each.x, each.y) for each in drawing.people}


@pytest.mark.parametrize("told", FAMILIES.values(), ids=FAMILIES)
def test_no_line_crosses_another_and_nobody_stands_on_anybody(told: str) -> None:
    drawing = drawn(told)
    assert crossings(drawing) == 0
    rows: dict[float, list[float]] = {}
    for each in drawing.people:
        rows.setdefault(each.y, []).append(each.x)
    assert all(right - left > 4 * HALF for row in rows.values() for left, right in pairwise(sorted(row)))
    assert all(HALF < each.x < drawing.width - HALF and HALF < each.y < drawing.height - HALF for each in drawing.people)


@pytest.mark.parametrize("told", FAMILIES.values(), ids=FAMILIES)
def test_it_is_the_same_every_time_whatever_the_order_of_what_is_told(told: str) -> None:
    family = a_family(told, subject="Child A")
    turned = Family(reversed(family.members.values()), reversed(family.ties))
    assert {(each.member, each.x, each.y) for each in drawing_of(turned).people} == {
        (each.member, each.x, each.y) for each in drawing_of(family).people
    }


@pytest.mark.parametrize("told", FAMILIES.values(), ids=FAMILIES)
def test_children_hang_by_age_and_below_their_parents(told: str) -> None:
    family = a_family(told, subject="Child A")
    at = places(drawing_of(family))
    for union in family.unions:
        ages = [key for key in union.children if len(family.unions_of[key]) == 0]
        assert [at[str(key)][0] for key in ages] == sorted(at[str(key)][0] for key in ages)
        assert len({at[str(key)][1] for key in union.parents}) <= 1
        assert all(at[str(key)][1] < at[str(child)][1] for key in union.parents for child in union.children)


def test_the_mother_stands_between_two_fathers_and_each_has_his_children_under_him() -> None:
    at = {code: x for code, (x, _) in places(drawn(FAMILIES["half-siblings by two fathers"])).items()}
    assert at["F1"] < at["Mother"] < at["F2"]
    assert at["Sib 1"] < at["Sib 2"] < at["Mother"] < at["Child A"] < at["Baby"]


def test_twins_hang_from_one_point() -> None:
    drawing = drawn(FAMILIES["twins in the middle"])
    at = places(drawing)
    [descent] = drawing.descents
    starts = {end: start for start, end in descent.lines}
    one, other = (starts[at[code][0], at[code][1] - HALF] for code in ("Child A", "Child B"))
    assert one == other
    assert one[0] == pytest.approx((at["Child A"][0] + at["Child B"][0]) / 2)
    assert starts[at["Eldest"][0], at["Eldest"][1] - HALF][0] == at["Eldest"][0]


def test_brothers_and_sisters_without_parents_and_people_bound_to_nobody() -> None:
    family = a_family("Mother♀: Child A♂")
    assert family.apart == []
    assert drawing_of(a_family("")).people == []


def test_what_contradicts_itself_is_drawn_all_the_same() -> None:
    """Somebody who is their own grandparent, or child and partner: a slip of the hand, not a reason to fail."""
    assert len(drawn("A: B\nB: C\nC: A").people) == 3
    assert len(drawn("A + B: C\nA + C: D").people) == 4
