"""A word denied by the one and said by the other: a difference only of one thing, person and moment."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.chronology.analysis.test_differing import Told, aspects

NEXT = dt.date(2018, 5, 4)
AGREE: list[tuple[str, Told, Told]] = [
    ("of another form", ("p", "Shed found unbolted."), ("t", "Shed bolt needs lowering.")),
    ("who failed it took it", ("s", "Core group. Failed urine screens."), ("n", "Core group. Urine screens told of.")),
    ("of a later moment", ("a", "Not weightbearing on the ankle."), ("h", "Ankle strapped, weightbearing after.")),
    ("of another hour", ("a", "Not shivering.", {"time": dt.time(9)}), ("h", "Was shivering.", {"time": dt.time(12)})),
    ("on terms", ("h", "No transfusion without both signatures."), ("v", "A form goes round, then transfusion of two units.")),
    ("denied by both", ("s", "There was no ferry."), ("v", "Said that the ferry had not come.")),
    ("of another word for it", ("t", "Hearing of the board. Nobody argued."), ("s", "Verbal summary given to the board.")),
    ("of other people", ("h", "No children on the ward."), ("v", "Admitted, children at a friend's.")),
    ("of another person", ("s", "Mother was not breathalysed."), ("p", "Father was breathalysed at the wheel.")),
    ("of another place", ("h", "No swelling to the knee."), ("e", "There is swelling of the lip.")),
    ("of another thing of a longer name", ("t", "There is no carbon monoxide alarm."), ("p", "Smoke alarm heard from the lane.")),
    ("no better is not better", ("s", "The cellar steps are worse than in May."), ("t", "Cellar steps no better.")),
    ("of another clause", ("p", "Found with no ticket and a red anorak."), ("s", "She has an anorak of her cousin's.")),
    ("a dose of another day", ("h", "Linctus given at ten."), ("s", "Told of Thursday. Linctus missed.", {"start": NEXT})),
    ("tied by then", ("e", "Goat loose.", {"time": dt.time(9)}), ("s", "Goat tied up.", {"time": dt.time(12)})),
    ("denied twice", ("e", "Core group. No tumble dryer isn't neglect."), ("s", "Core group. A tumble dryer is in the yard.")),
    ("in brackets", ("v", "Meeting at school. Aunt not there (dentist)."), ("e", "Meeting. Dentist letter from aunt.")),
    ("advised is not there", ("s", "The gate has no padlock."), ("p", "Gate padlock advised.")),
    ("only thought of", ("a", "No drowning seen."), ("s", "Rang the line with thoughts of drowning.")),
    ("not done and a name for it", ("s", "Court. Thirty pounds not ordered."), ("p", "Court. Parenting order for a year.")),
    ("in turn", ("s", "Conference. His cousin did not turn up."), ("e", "Conference. The sisters spoke in turn.")),
    ("planned by neither", ("v", "Agreed not to leave her alone."), ("s", "He is not to leave her alone.")),
    ("of another day", ("p", "Red marks on her neck."), ("s", "Choked on Thursday. Marks yellow.", {"start": NEXT})),
    ("a matter of degree", ("s", "Found the harness too large."), ("v", "Small harness sent for.")),
    ("nothing more than before", ("e", "She said nothing more of the belt."), ("s", "She said that it was a belt.")),
    ("of another speaker", ("e", "His sister said nothing of the belt."), ("s", "His aunt said it was a belt.")),
]  # fmt: skip

DISAGREE: list[tuple[Told, Told]] = [
    (("s", "Mother was not breathalysed."), ("p", "Mother was breathalysed at the wheel.")),
    (("h", "No swelling to the knee."), ("e", "There is swelling of the knee.")),
    (("t", "There is no carbon monoxide alarm."), ("p", "Carbon monoxide alarm heard from the lane.")),
    (("p", "Shed found unbolted."), ("t", "The shed was bolted.")),
    (("s", "The cellar steps are worse."), ("t", "Cellar steps are better.")),
]


@pytest.mark.parametrize(("one", "other"), [each[1:] for each in AGREE], ids=[each[0] for each in AGREE])
def test_what_is_denied_of_another_thing_or_moment(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


@pytest.mark.parametrize(("one", "other"), DISAGREE, ids=lambda each: each[1][:30])
def test_what_is_denied_of_the_same(one: Told, other: Told) -> None:
    assert "outcome" in aspects(one, other)
    assert aspects(one, other) == aspects(other, one)
