"""Where many tell of one event, two who alone differ in one thing may each have seen something else of it."""

from __future__ import annotations

import pytest

from tests.chronology.analysis.test_rules import found, record

TWO = (
    record(
        "one",
        "police",
        0,
        "Joint visit to Anna Reed at 4 Mill Lane with all agencies. Kitchen was tidy, Carl Voss away.",
        "10:15",
    ),
    record(
        "other", "care", 0, "Joint visit to Anna Reed at 4 Mill Lane with police. Kitchen was filthy, Carl Voss away.", "10:15"
    ),
)
MORE = (
    record("gp", "gp", 0, "Joint visit to Anna Reed at 4 Mill Lane with police, Carl Voss away.", "10:15"),
    record("school", "school", 0, "Joint visit to Anna Reed at 4 Mill Lane with police, Carl Voss away.", "10:15"),
    record("visitor", "visitor", 0, "Joint visit to Anna Reed at 4 Mill Lane with police, Carl Voss away.", "10:15"),
)


@pytest.mark.parametrize(("silent", "shown"), [(0, 1), (2, 1), (3, 0)])
def test_what_two_of_many_alone_differ_in_is_not_shown(silent: int, shown: int) -> None:
    assert len(found("contradiction", *TWO, *MORE[:silent])) == shown


def test_what_a_third_of_many_bears_out_is_shown() -> None:
    third = record(
        "visitor", "visitor", 0, "Joint visit to Anna Reed at 4 Mill Lane with police. Kitchen filthy, Carl Voss away.", "10:15"
    )
    assert len(found("contradiction", *TWO, *MORE[:2], third)) == 1


def test_who_was_there_is_said_by_two_alone() -> None:
    here = record(
        "one",
        "police",
        0,
        "Joint visit to Anna Reed at 4 Mill Lane with all agencies. Carl Voss on the sofa throughout.",
        "10:15",
    )
    away = record(
        "other", "care", 0, "Joint visit to Anna Reed at 4 Mill Lane with police. Carl Voss had already left for work.", "10:15"
    )
    silent = [record(each.key, each.agency, 0, each.event.replace(", Carl Voss away", ""), "10:15") for each in MORE]
    assert [each.aspect for each in found("contradiction", here, away, *silent)] == ["present"]
