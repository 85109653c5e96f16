"""What is left over is of an event of those days where it is unusual for its agency and has words in common with the event."""

from __future__ import annotations

import pytest

from chronology.analysis.vocabulary.hearing import HEARD
from tests.chronology.analysis.test_rules import found, record

EVENT = (
    record("own", "police", 0, "Anna Reed hit on the stairwell by Carl Voss, lip split. Voss arrested.", "21:40"),
    record("heard", "care", 0, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell."),
    # The surgery has such a place too, so that the word alone says little.
    *(record(f"o{number}", "gp", 30 + 4 * number, f"Stairwell swept, bulb {100 + number} replaced.") for number in range(16)),
)
UNUSUAL = "Jodie trembling behind the coats, would not let go of her satchel. Mumbled of a stairwell, bitten sleeves, a lantern."


@pytest.mark.parametrize(
    ("day", "words", "joined"),
    [
        (2, UNUSUAL, True),
        (3, UNUSUAL, False),  # no longer of those days
        (2, "Attendance letter sent home about lateness. Stairwell.", False),  # as on any day
        (2, UNUSUAL.replace("stairwell", "window"), False),  # of something else
    ],
)
def test_what_is_unusual_for_its_agency_is_of_the_event_of_those_days(day: int, words: str, joined: bool) -> None:
    (event,) = (each for each in found("same_event", *EVENT, record("left", "school", day, words)) if "own" in each.rows)
    assert ("left" in event.rows) is joined
    told = "What Hill Primary School wrote in these days is unusual for it, and has “stairwell” in common with the others."
    assert (told in event.reasons) is joined


@pytest.mark.parametrize(("at", "joined"), [("", True), ("09:20", False)])
def test_what_has_an_hour_of_its_own_on_a_later_day_is_something_else(at: str, joined: bool) -> None:
    (event,) = (each for each in found("same_event", *EVENT, record("left", "school", 2, UNUSUAL, at)) if "own" in each.rows)
    assert ("left" in event.rows) is joined


@pytest.mark.parametrize(
    ("words", "at", "joined"),
    [
        ("Attended. Nothing for us.", "10:30", True),
        ("Carl Voss, our client. Gave update, weekly tests clear.", "10:30", True),
        ("Dialled in. Nothing for us.", "", True),
        ("Both plans continue. Nothing for us.", "", True),
        ("Remain on plans. Nothing for us.", "", True),
        ("Plans to move the piano. Nothing for us.", "", False),
        ("Attended, gave a sample. Nothing for us.", "14:00", False),
        ("Another family. Attended. Nothing for us.", "10:30", False),
    ],
)
def test_whoever_attended_at_that_hour_was_at_the_meeting(words: str, at: str, joined: bool) -> None:
    met = [
        record("m1", "police", 0, "Core group for Lucy Reed at the library, plan carried on.", "10:30"),
        record("m2", "care", 0, "Core group, Anna Reed came. Plan carried on.", "10:30"),
        record("m3", "school", 0, "Core group for Lucy Reed. Plan carried on.", "10:30"),
    ]
    (event,) = (each for each in found("same_event", *met, record("left", "gp", 0, words, at)) if "m1" in each.rows)
    assert ("left" in event.rows) is joined


@pytest.mark.parametrize(("at", "joined"), [("10:30", True), ("10:45", False)])
def test_two_groups_at_one_sitting_are_one_event(at: str, joined: bool) -> None:
    named = [
        record("m1", "police", 0, "Review conference. Gave the tally of callouts at the marina. Continue.", "10:30"),
        record("m2", "care", 0, "Review conference. Tally of callouts at the marina noted.", "10:30"),
    ]
    without = [
        record("w1", "school", 0, "Chair Mr Ottaway. Lucy Reed reads with a partner, spelling bronze badge. Plans continue.", at),
        record("w2", "visitor", 0, "Attended. Spelling bronze badge for Lucy Reed, reads with a partner. Plans continue.", at),
    ]
    usual = [record(f"u{number}", "gp", 9 + 2 * number, f"Nurse list {number}.", "10:30") for number in range(90)]
    events = [each.rows for each in found("same_event", *named, *without, *usual)]
    assert any({"m1", "m2", "w1", "w2"} == {*rows} for rows in events) is joined
    assert any({"m1", "m2"} <= {*rows} for rows in events)


@pytest.mark.parametrize(
    ("words", "is_heard"),
    [
        ("core group decision sheet rec'd, carried on", True),
        ("review outcome form in, carried on", True),
        ("core group decision made, carried on", False),
    ],
)
def test_the_outcome_of_a_meeting_is_heard_of(words: str, is_heard: bool) -> None:
    assert (HEARD.search(words) is not None) is is_heard
