"""What each of two agencies had of its own on one day, and a record of another patient than those whom the other names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chronology.analysis import Record
from chronology.analysis.another_patient import AGED_SURNAME
from chronology.analysis.vocabulary.apart import PARTY
from chronology.analysis.vocabulary.of_others import NOT_THE, OF_ANOTHER
from tests.chronology.analysis.test_rules import record, together

KNOWN = [
    record(f"k{number}", "visitor", -60 + number, f"Lucy Reed aged 6, she had her toy with her and her coat, {number} stickers.")
    for number in range(8)
]


def seen(key: str, agency: str, words: str, at: str) -> Record:
    return replace(record(key, agency, 0, words, at), child_seen="yes")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "gp", 0, "Not brought to asthma nurse clinic. Voicemail left, rebook by Kestrel desk."),
            record(
                "b",
                "visitor",
                0,
                "Not brought to orthoptist clinic at Mill Lane Surgery. Voicemail left, rebook by Kestrel desk.",
            ),
        ),
        (
            record("a", "gp", 0, "Call from Anna Reed, short this week, wages late, double instalment promised."),
            record(
                "b",
                "care",
                0,
                "Call to water board for a Mill Lane Surgery patient, short this week, wages late, double instalment promised.",
            ),
        ),
        (
            seen(
                "a",
                "visitor",
                "Lucy Reed told me that she worries about the attic.",
                "09:40",
            ),
            seen(
                "b",
                "care",
                "Visited Lucy Reed after school. She told me that she worries about the attic.",
                "17:10",
            ),
        ),
        (
            record("a", "police", 0, "Anna Reed reports moped stolen overnight from the lock-up, padlock forced.", "08:15"),
            record("b", "visitor", 0, "Anna Reed skidded on a moped by the lock-up, limping.", "11:30"),
        ),
        (
            record("a", "school", 0, "Lucy Reed had a nosebleed after falling off the see-saw at noon, ice."),
            record("b", "police", 0, "6 yo M, nosebleed after falling off the see-saw outside Hill Primary School.", "12:10"),
        ),
        (
            record("a", "gp", 0, "68F, Mrs Ottaway, tripped over kerb at the fishmonger's, elbow grazed."),
            record("b", "care", 0, "Anna Reed tripped over kerb at the fishmonger's, elbow grazed, did not see the GP."),
        ),
    ],
)
def test_what_each_had_of_its_own_is_no_event(one: Record, other: Record) -> None:
    assert together(*KNOWN, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "gp", 0, "Not brought to asthma nurse clinic. Voicemail left for Anna Reed, bus strike."),
            record("b", "visitor", 0, "Surgery rang: not brought to asthma nurse clinic, Anna Reed says bus strike."),
        ),
        (
            record("a", "police", 0, "Anna Reed reports pram stolen from hallway by persons unknown. Chain cut.", "08:15"),
            record(
                "b", "visitor", 0, "Anna Reed says somebody took the pram out of the hallway and police know. Chain cut.", "09:10"
            ),
        ),
        (
            record("a", "school", 0, "Lucy Reed had a nosebleed on the see-saw at noon, ice. Ambulance and police came."),
            record("b", "police", 0, "6 yo F nosebleed after see-saw at noon, Hill Primary School, ice given.", "12:10"),
        ),
    ],
)
def test_the_like_of_it_may_be_one_event(one: Record, other: Record) -> None:
    assert together(*KNOWN, one, other) == [("a", "b")]


@pytest.mark.parametrize(
    ("words", "surname"), [("71F, Mrs Ottaway, fell", "Ottaway"), ("Mr Ottaway, 71, fell", "Ottaway"), ("Mrs Ottaway fell", None)]
)
def test_whom_a_record_is_of_by_surname_and_age(words: str, surname: str | None) -> None:
    match = AGED_SURNAME.match(words)
    assert (match and (match[1] or match[2])) == surname


@pytest.mark.parametrize(
    "words", ["call from anna reed, rent", "t/c to the water board about it", "email with landlord on deposit"]
)
def test_with_whom_somebody_spoke(words: str) -> None:
    assert PARTY.match(words)


@pytest.mark.parametrize(
    "words", ["pupil hurt, not one of this family", "man, not anybody from this household", "not a member of this family"]
)
def test_not_one_of_this_family(words: str) -> None:
    assert OF_ANOTHER.search(words)


@pytest.mark.parametrize("words", ["Boy about 9. Name not Reed.", "Surname given, not Reed.", "Lad called, not Reed"])
def test_a_name_that_is_not_theirs(words: str) -> None:
    assert NOT_THE.search(words)
