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


@pytest.mark.parametrize(("silent", "shown"), [(0, 1), (1, 0), (3, 0)])
def test_how_two_of_three_put_it_is_not_shown(silent: int, shown: int) -> None:
    assert len(found("contradiction", *TWO, *MORE[:silent])) == shown


@pytest.mark.parametrize(("silent", "shown"), [(0, 1), (2, 1), (3, 0)])
def test_a_single_thing_in_which_two_of_many_differ_is_not_shown(silent: int, shown: int) -> None:
    said = ("Mother may leave at once.", "Mother must first show a clear test before she leaves.")
    two = [
        record(each.key, each.agency, 0, f"{each.event.split('. ')[0]}. {words}", "10:15")
        for each, words in zip(TWO, said, strict=True)
    ]
    assert len(found("contradiction", *two, *MORE[:silent])) == shown


def test_what_a_third_of_many_bears_out_is_shown() -> None:
    third = record(
        "visitor", "visitor", 0, "Joint visit to Anna Reed at 4 Mill Lane with police. Kitchen filthy, Carl Voss away.", "10:15"
    )
    assert len(found("contradiction", *TWO, *MORE[:2], third)) == 1


def test_who_was_there_is_said_by_two_alone() -> None:
    met = "Core group on Mia Reed at Mill Lane school with all agencies"
    here = record("one", "police", 0, f"{met}. Carl Voss attended and spoke about his work.", "10:15")
    away = record("other", "care", 0, f"{met}. Carl Voss did not attend and gave no reason.", "10:15")
    silent = [record(each.key, each.agency, 0, f"{met}.", "10:15") for each in MORE]
    assert [each.aspect for each in found("contradiction", here, away, *silent)] == ["present"]


@pytest.mark.parametrize(("third", "shown"), [(None, 0), ("Scalded on the iron, clinic at noon.", 1), ("Clinic at noon.", 0)])
def test_a_thing_and_a_hand_need_a_third_who_knows_of_either(third: str | None, shown: int) -> None:
    """Nobody says whose hand it was where only a thing is named."""
    told = "Mia Reed seen at the hospital with a scalded left arm."
    rows = [
        ("one", "police", "Scalded by the iron."),
        ("other", "care", "Mother says that her aunt did it to her, she hurt her."),
    ]
    rows += [("third", "gp", third)] if third else []
    records = [record(key, agency, 0, f"{told} {account}", "10:15") for key, agency, account in rows]
    assert len([each for each in found("contradiction", *records) if each.aspect == "account"]) == shown


@pytest.mark.parametrize(
    ("third", "shown"), [(None, 1), ("Fracture clinic: left arm in plaster.", 0), ("Fell down the stairs.", 1)]
)
def test_how_it_came_about_needs_a_third_where_three_tell_of_it(third: str | None, shown: int) -> None:
    """Two who alone know of it differ; of three, two who differ may each have been told of another part of it."""
    told = "Mia Reed seen at the hospital with a broken left arm."
    rows = [("one", "police", "Mother says she fell down the stairs."), ("other", "care", "Mother says she fell off the swing.")]
    rows += [("third", "gp", third)] if third else []
    records = [record(key, agency, 0, f"{told} {account}", "10:15") for key, agency, account in rows]
    assert len([each for each in found("contradiction", *records) if each.aspect == "account"]) == shown


FIT = "Mia Reed had a fit at Hill Primary School hall, ambulance called."
DOOR = "Door kicked in at 4 Mill Lane by Carl Voss, Anna Reed locked in the bathroom."
HEARD = f"Police notification. {DOOR}"


@pytest.mark.parametrize(
    ("aspect", "two", "third"),
    [
        ("number", (f"{FIT} The fit lasted two minutes.", f"{FIT} The fit lasted ten minutes."), FIT),
        ("time", (DOOR, f"{HEARD} This was at twenty to six in the evening."), HEARD),
    ],
)
def test_how_long_and_an_hour_that_was_told_need_a_third_too(aspect: str, two: tuple[str, str], third: str) -> None:
    rows = [record("one", "police", 0, two[0], "10:15"), record("other", "care", 0, two[1])]
    assert [each.aspect for each in found("contradiction", *rows)] == [aspect]
    assert found("contradiction", *rows, record("third", "gp", 0, third, "10:15")) == []
