"""Two records alike that nothing joins: neither names the other's agency, and no third tells of it."""

from __future__ import annotations

import pytest

from chronology.analysis import Record
from tests.chronology.analysis.test_rules import record, together

SLIPPED = "Slipped off the rowing machine, graze to the left shin, plaster."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "care", 0, "Drama afternoon at the lido hall. Nobody came, waited twenty minutes.", "14:00"),
            record(
                "b", "visitor", 0, "Knitting circle at the lido hall. Two never came, waited twenty minutes, started.", "14:00"
            ),
        ),
        (
            record(
                "a", "care", 0, "Gran rang, he has slipped off the rowing machine, graze to the left shin, plaster on.", "17:10"
            ),
            record("b", "school", 0, f"In the gym: {SLIPPED}", "11:30"),
        ),
        (
            record("a", "visitor", 0, "Breast pump at Foundry Lane ran dry, swapped. Anna Reed shown the valve."),
            record("b", "care", 0, "Fitter swapped the shower pump at Foundry Lane, ran dry. Anna Reed shown the valve."),
        ),
        (
            record("a", "police", 0, "Caller says drumming on the gallery, boat shed hatch open. In order.", "21:00"),
            record("b", "gp", 0, "Seen about his hip. Drumming on the slipway, oars across the towpath.", "10:00"),
        ),
    ],
    ids=["two groups", "at home and in the gym", "two pumps", "a caller and a patient"],
)
def test_each_for_itself_is_no_event(one: Record, other: Record) -> None:
    assert together(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "school", 0, f"In the gym: {SLIPPED} Health visitor told.", "11:30"),
            record("b", "visitor", 0, f"{SLIPPED} Seen after lessons.", "15:30"),
        ),
        (
            record("a", "police", 0, "Carl Voss arrested at the tram depot for unpaid fines, magistrates tomorrow."),
            record("b", "visitor", 0, "Carl Voss was arrested at the tram depot for unpaid fines."),
        ),
        (
            record("a", "school", 0, f"In the gym: {SLIPPED}", "11:30"),
            record("b", "visitor", 0, f"Told by the coach: {SLIPPED}", "15:30"),
        ),
    ],
    ids=["the other was told", "an arrest", "heard of it"],
)
def test_who_knows_of_the_other_or_of_what_all_know(one: Record, other: Record) -> None:
    assert together(one, other) == [("a", "b")]


def test_where_a_third_tells_of_it_two_need_not_know_of_each_other() -> None:
    school = record("a", "school", 0, f"In the gym: {SLIPPED} Ambulance not called.", "11:30")
    care = record("b", "care", 0, f"{SLIPPED} On the rowing machine, said the coach.", "15:30")
    gp = record("c", "gp", 0, f"School rang and social care too: {SLIPPED}", "16:30")
    assert together(school, care, gp) == [("a", "b", "c")]


def test_who_is_sent_a_copy_of_everything_and_was_there_himself_is_not_known_of() -> None:
    bad_knee = "Knee clinic, brace tightened, limps on the ramp, crutches swapped."
    ward = record("a", "visitor", 0, f"{bad_knee} Letter to GP.", "09:40")
    assert together(ward, record("b", "gp", 0, bad_knee)) == []
    assert together(ward, record("b", "gp", 0, f"Letter received: {bad_knee}")) == [("a", "b")]
    assert together(record("a", "visitor", 0, f"Sent over by the GP. {bad_knee}", "09:40"), record("b", "gp", 0, bad_knee)) == [
        ("a", "b")
    ]
