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
        (
            record("a", "care", 0, "Placement stability meeting at the town hall for Devon K.", "09:30"),
            record("b", "school", 0, "Placement meeting for Lucy Reed at her home, Carl Voss there."),
        ),
        (
            record("a", "police", 0, "Anna Reed reports her moped stolen from the pier.", "18:40"),
            record("b", "visitor", 0, "C Voss says his wallet was stolen in the hostel.", "10:00"),
        ),
        (
            record("a", "police", 0, "Caller says a tractor blocks Upper Haigh Farm. In order.", "13:00"),
            record("b", "visitor", 0, "Caller reports hens kept without water at Upper Haigh Farm. Closed."),
        ),
        (
            record("a", "care", 0, "Anna Reed rang about petrol money for family time.", "10:00"),
            record("b", "visitor", 0, "Anna Reed rang about petrol money for the eye appointment.", "15:30"),
        ),
        (
            record("a", "care", 0, "Anna Reed texted to say she will be late for group.", "10:00"),
            record("b", "visitor", 0, "Anna Reed texted to say she will be late for the rent interview.", "14:00"),
        ),
        (
            record("a", "care", 0, "Complaint of music at 14 Foundry Lane.", "10:00"),
            record("b", "visitor", 0, "Complaint of rats at 14 Foundry Lane.", "14:00"),
        ),
    ],
    ids=[
        "about what",
        "where they met",
        "on which road",
        "by which letter",
        "who was ill",
        "for whom",
        "what was taken",
        "one farm",
        "two calls",
        "two texts",
        "two complaints",
    ],
)
def test_alike_and_two_things(one: Record, other: Record) -> None:
    assert together(one, other, *NAMED) == []


THEIRS = record("b", "care", 0, "Review meeting with Anna Reed and Carl Voss at Larch House about Lucy Reed's sleep.", "10:00")


@pytest.mark.parametrize(
    "says",
    [
        "Filed here in error.",
        "About a different family.",
        "Not the Reeds.",
        "Carl Voss not involved.",
        "Another Anna Reed, aged 71.",
        "Entry belongs on another file.",
        "No connection with this household.",
        "Number 9 not concerned.",
    ],
)
def test_what_is_of_somebody_else_is_one_with_nothing(says: str) -> None:
    read = "Review meeting with Anna Reed and Carl Voss at Larch House about sleep."
    assert together(record("a", "school", 0, read, "10:00"), THEIRS, *NAMED) == [("a", "b")]
    assert together(record("a", "school", 0, f"{read} {says}", "10:00"), THEIRS, *NAMED) == []


@pytest.mark.parametrize(
    "says",
    [
        "Chair late, called to another family.",
        "Anna Reed is hoping for another child.",
        "Court for another case, Mr Hale sent apologies.",
        "Contact moved to separate family time.",
    ],
)
def test_who_speaks_of_others_may_still_tell_of_it(says: str) -> None:
    read = "Review meeting with Anna Reed and Carl Voss at Larch House about sleep."
    assert together(record("a", "school", 0, f"{read} {says}", "10:00"), THEIRS, *NAMED) == [("a", "b")]


@pytest.mark.parametrize(
    "begins",
    [
        "Pupil K.Z.",
        "A Year 4 boy",
        "Reception child",
        "Kim Hart (12)",
        "Kim H, 12,",
        "HART Kim 12F",
        "Another pupil (not Lucy)",
        "Child in the next class, not Lucy,",
    ],
)
def test_what_begins_with_a_stranger_is_one_with_nothing(begins: str) -> None:
    what = "slid off the vaulting horse, graze to the left elbow, cold pack. Health visitor told."
    theirs = record("b", "visitor", 0, f"Lucy Reed {what}", "11:40")
    more = [record(f"m{day}", "care", day, "Lucy Reed in with Anna Reed.") for day in range(-40, -33)]
    assert together(record("a", "school", 0, f"Lucy Reed {what}", "11:30"), theirs, *more, *NAMED) == [("a", "b")]
    assert together(record("a", "school", 0, f"{begins} {what}", "11:30"), theirs, *more, *NAMED) == []


def test_of_what_is_of_others_each_agency_has_its_own() -> None:
    one = record("a", "school", 0, "Core group for a Year 4 pupil (not Lucy). Plan updated.", "10:00")
    other = record("b", "visitor", 0, "Core group for a child at Elm Infants, not Lucy. Plan updated.", "13:30")
    assert together(one, other, *NAMED) == []


def test_who_may_and_who_may_not_is_no_somebody_else() -> None:
    more = [record(f"m{day}", "care", day, "Carl Voss in with Anna Reed.") for day in range(-40, -33)]
    one = record("a", "care", 0, "Agreement signed by Anna Reed: she alone gives the drops at the lodge, not Carl Voss.", "10:00")
    other = record("b", "visitor", 0, "Told by social care of the agreement: drops at the lodge by Anna Reed, not Carl Voss.")
    assert together(one, other, *more, *NAMED) == [("a", "b")]


def test_whoever_is_only_a_friend_of_the_one_who_is_gone_is_not_gone() -> None:
    gone = "not back at ten, Anna Reed rang."
    more = [record(f"m{day}", "care", day, "Lucy Reed in with Anna Reed.") for day in range(-40, -33)]
    own = record("b", "visitor", 0, f"Lucy Reed {gone} In at half past with chips.", "22:30")
    friend = record(
        "a", "police", 0, f"Missing report: Kim Hart {gone} Lucy Reed visited as a friend, has not seen her.", "22:50"
    )
    assert together(record("a", "police", 0, f"Missing report: Lucy Reed {gone}", "22:50"), own, *more, *NAMED) == [("a", "b")]
    assert together(friend, own, *more, *NAMED) == []


@pytest.mark.parametrize(
    ("says", "is_one"),
    [
        ("Caller at flat 12 Elm Court: drums on the landing. Social care told.", True),
        ("Caller at flat 12 Elm Court: drums on the landing of flat 16. Social care told.", False),
        ("Resident opposite no. 12: drums on the landing. Social care told.", True),
        ("Drums on the landing of flat 12, Elm Court. Asked about next door. Social care told.", False),
    ],
)
def test_where_a_caller_lives_is_not_where_it_was(says: str, is_one: bool) -> None:
    one = record("a", "police", 0, says, "21:00")
    other = record("b", "care", 0, "Police told us of drums on the landing of flat 14 at Elm Court.")
    assert together(one, other) == ([("a", "b")] if is_one else [])


def test_a_meeting_that_each_child_has_for_itself() -> None:
    more = [record(f"m{day}", "care", day, "Lucy Reed (4) and Tom Reed (7) in with Anna Reed.") for day in range(-40, -33)]
    own = record("a", "care", 0, "Personal education plan meeting for Lucy Reed at the library. Settled.", "13:30")
    school = "Personal education plan meeting for {} Reed. Settled."
    assert together(own, record("b", "school", 0, school.format("Lucy"), "13:30"), *more) == [("a", "b")]
    assert together(own, record("b", "school", 0, school.format("Tom"), "13:30"), *more) == []


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


def test_what_the_staff_were_taught_is_no_event_of_the_family() -> None:
    own = record("own", "police", 0, "Anna Reed took an overdose at the quay, ambulance called.", "20:10")
    taught = record("taught", "gp", 0, "Teaching on overdose by the crisis nurse.", "20:10")
    started = record("taught", "gp", 0, "Parent training, told of the overdose of Anna Reed at the quay.", "20:10")
    assert together(own, taught, *NAMED) == []
    assert together(own, started, *NAMED) == [("own", "taught")]
