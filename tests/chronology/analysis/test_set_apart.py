"""What reads alike and is two things: another road, another matter of a meeting, another person by a letter."""

from __future__ import annotations

import pytest

from chronology.analysis import Record
from tests.chronology.analysis.test_rules import record, together

NAMED = [
    record("n1", "care", -30, "Visit to Anna Reed. Lucy Reed aged 4 at home, Carl Voss out."),
    record("n2", "visitor", -31, "Clinic: Anna Reed with Lucy Reed aged 4. Asked about Carl Voss."),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "care", 0, "Meeting with Gran about the respite weekend.", "13:10"),
            record("b", "school", 0, "Meeting with Mrs Hale about a tutor for Lucy Reed.", "13:10"),
        ),
        (
            record("a", "care", 0, "Meeting at Larch House, tea and notes.", "13:10"),
            record("b", "school", 0, "Meeting at Elder Chapel, minutes typed.", "13:10"),
        ),
        (
            record("a", "police", 0, "Carl Voss stopped on Foundry Lane, no insurance, car seized.", "09:05"),
            record("b", "gp", 0, "Carl Voss passenger in a car crash on Chapel Street, whiplash."),
        ),
        (
            record("a", "care", 0, "Another resident (F) overdue at tea, Lucy Reed in. Police not needed.", "18:00"),
            record("b", "police", 0, "Social care report other resident M, 16, overdue. Returned.", "23:20"),
        ),
        (
            record("a", "school", 0, "Drama club off, Mrs Hale has shingles. Lucy Reed collected early.", "16:20"),
            record("b", "visitor", 0, "Session off, Mr Boyd has shingles. Texted Lucy Reed.", "16:20"),
        ),
    ],
    ids=["about what", "where they met", "on which road", "by which letter", "who was ill"],
)
def test_alike_and_two_things(one: Record, other: Record) -> None:
    assert together(one, other, *NAMED) == []


def test_the_death_that_a_meeting_is_about_did_not_happen_there() -> None:
    meeting = [
        record("m1", "care", 2, "Rapid response meeting chaired by the named doctor.", "13:00"),
        record("m2", "police", 2, "Rapid response meeting attended.", "13:00"),
    ]
    own = record("own", "gp", 0, "Ward rang: baby died in the night.")
    heard = record("heard", "school", 2, "Gran told the office that the baby has died.")
    assert ("m1", "m2") in together(own, heard, *meeting)


def test_who_is_in_arrest_was_not_arrested() -> None:
    crew = record("crew", "gp", 0, "Brought in by crew in arrest, output regained.", "06:20")
    held = record("held", "police", 0, "Carl Voss arrested for theft.", "18:50")
    assert together(crew, held) == []
