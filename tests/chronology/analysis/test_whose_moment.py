"""What one record says of another person, thing or moment than the other does is no contradiction; and what looks so is."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.chronology.analysis.test_differing import Told, aspects

AGREE: list[tuple[str, Told, Told]] = [
    (
        "the father, who is the partner",
        ("v", "Call from the ward. Father is to collect the prescription for olanzapine."),
        ("h", "Seen at home. Partner to collect the olanzapine prescription."),
    ),
    (
        "a report that nobody had asked for",
        ("s", "Core group. Sent a written report to the group."),
        ("h", "Core group. No report was asked of us."),
    ),
    (
        "a reading within a range, and a figure to come",
        ("h", "Saturations 88-93% in air. Home when well, if 96%."),
        ("a", "Saturations 90% air, oxygen given."),
    ),
    (
        "the hour before a thing that was lacking",
        ("p", "Boy by the canal, no gloves."),
        ("s", "Out at twenty to five without gloves."),
    ),
    (
        "a mother who was not spoken to",
        ("e", "Rahim Khatun drew a fist. Deputy rang the social worker.", {"child_seen": "yes"}),
        ("s", "Call from school, Rahim Khatun drew a fist. School have not spoken to his mother."),
    ),
    (
        "a warm day, and a smell",
        ("s", "Joint visit with the health visitor. Mother in a fleece though it was warm outdoors."),
        ("v", "Joint visit with social worker. Mother in a fleece. Smell of urine."),
    ),
    (
        "no more for the hospital, and an enquiry",
        ("h", "Strategy meeting. No further hospital action."),
        ("s", "Strategy meeting. Joint section 47."),
    ),
    (
        "hit across the back, and put out of school",
        ("e", "Struck Farrell across the back with a ruler. Suspended for three days."),
        ("n", "School: Farrell was kicked out for the week over the ruler."),
    ),
    (
        "this morning, and the day after yesterday",
        ("s", "Hospital report that Rahim was scalded this morning."),
        ("v", "Told by ward: scalded yesterday.", {"start": dt.date(2018, 5, 4)}),
    ),
    (
        "two appointments to neither of which anybody came",
        ("h", "Not brought to plaster clinic 15.30, aunt rang."),
        ("v", "Not brought to weighing session 10.00, aunt sent a text."),
    ),
    (
        "he who was brought, and he who came later",
        ("h", "Baby brought by crew, cold."),
        ("a", "Baby wrapped and warmed. Uncle arrived on foot. Both to hospital."),
    ),
    (
        "a child found by itself, and a mother at home",
        ("e", "Rahim was late. She rang to say that he was found on his own by the canal yesterday."),
        ("p", "Boy Rahim Khatun found by the canal. Mother Salma Khatun asleep in the bedroom."),
    ),
    (
        "what goes wrong whenever they are not there",
        ("s", "Core group. The routine slips when probation are not there."),
        ("n", "Core group. Attended."),
    ),
    (
        "the floor of a house from which somebody fell",
        ("p", "Fallen from 3rd floor, injured."),
        ("v", "Injured in a fall from a window."),
    ),
    (
        "another adult, and why a third could not come",
        ("p", "Uncle Denny Marsh attended as appropriate adult."),
        ("s", "Uncle is there as his appropriate adult, mother being at work."),
    ),
    (
        "where a child lay that came to no harm",
        ("p", "Bruising to her throat. She says he punched and kicked her, an assault."),
        ("s", "Police reported that she was bruised. Baby was found in the cot and is unhurt."),
    ),
    (
        "two accounts, of which the other has the second",
        ("h", "Broken finger. First says it was trapped in a door, then to the nurse: brother bent it back."),
        ("p", "Broken finger. She says that her brother bent it back, an assault."),
    ),
    (
        "calls that each makes in its own time",
        ("s", "Core group. Weekly video calls."),
        ("n", "Core group. Call twice weekly."),
    ),
]

DISAGREE: list[tuple[str, Told, Told]] = [
    (
        "present",
        ("p", "Arrested. Uncle attended as appropriate adult."),
        ("n", "Custody: his mother is with him as appropriate adult."),
    ),
    (
        "present",
        ("s", "Child in need meeting. Present: Ann Lowe (health visitor), Hill Primary School, Jo Reeve and me."),
        ("e", "Child in need meeting today. Nobody could get there, two of us off."),
    ),
    (
        "present",
        ("s", "Strategy meeting. Present: Jo Reeve, Westshire Police, Ann Lowe."),
        ("p", "Strategy meeting. No police rep on the line."),
    ),
    ("number", ("h", "Overdose of zopiclone 7.5mg x 14."), ("a", "Overdose zopiclone, approx 28 tablets.")),
]


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in AGREE], ids=[pair[0] for pair in AGREE])
def test_another_person_thing_or_moment_is_no_contradiction(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=[pair[1][1][:30] for pair in DISAGREE])
def test_one_part_and_one_meeting_are_compared(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)
    assert aspects(one, other) == aspects(other, one)
