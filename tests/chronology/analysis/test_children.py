"""Who is a child, by the words beside a name and by the marks of records; and another child is another event."""

from __future__ import annotations

import pytest

from chronology.analysis import Record, same_people
from chronology.analysis.extracting import read_case
from chronology.analysis.naming import find_people
from chronology.analysis.pairs import weigh
from chronology.analysis.thresholds import Thresholds
from tests.chronology.analysis.test_rules import AGENCIES, record, together

HOUSE = ["Visit. Anna Reed was up. Talked with Anna Reed of Carl Voss.", "Carl Voss at work. Anna Reed alone."]


@pytest.mark.parametrize(
    "texts",
    [
        ["Fell off a wall, Lucy Reed (7).", "Coughing, Lucy Reed (8)."],
        ["REED Lucy 7y, ear.", "Saw REED Lucy 8y."],
        ["Anna Reed’s son Lucy Reed in bed.", "Rang Lucy Reed’s teacher."],
        ["Rash: Lucy Reed 11 months.", "Weighed Lucy Reed, 3 weeks."],
        ["Spoke to Lucy Reed’s mother.", "Letter to Lucy Reed’s dad."],
        ["Talked of Lucy Reed, her aunt. Lucy Reed (7) in.", "Asked for Lucy Reed and her aunt. Lucy Reed 8y."],
    ],
    ids=["in brackets", "surname first", "whose son, whose teacher", "in months", "whose mother", "behind a full stop"],
)
def test_words_beside_a_name_tell_a_child(texts: list[str]) -> None:
    assert find_people([*HOUSE, *texts])[0].children == {"lucy reed"}


@pytest.mark.parametrize(
    "texts",
    [
        ["Seen Carl Voss (34).", "Cut hand: Carl Voss 35y."],
        ["Rang Carl Voss’s landlord.", "Met Carl Voss’s children."],
        ["Today Carl Voss 14 cans, asleep.", "Gave Carl Voss 20 pounds."],
    ],
    ids=["of age", "whose children", "a count"],
)
def test_who_is_grown_is_no_child(texts: list[str]) -> None:
    assert find_people([*HOUSE, *texts])[0].children == set()


def test_whom_records_name_that_mark_the_child_as_seen_is_a_child() -> None:
    texts = [f"Seen at home with Lucy Reed, round {count}." for count in range(9)]
    texts += [f"Rang Anna Reed about form {count}." for count in range(20)]
    seen = ["yes"] * 9 + ["not_applicable"] * 20
    assert find_people(texts, seen=seen)[0].children == {"lucy reed"}
    assert find_people(texts)[0].children == set()


@pytest.mark.parametrize("who", ["Foster carer Lucy Reed", "Lucy Reed (carer)", "Lucy Reed, foster carer,"])
def test_a_carer_whom_records_name_beside_the_child_that_they_see_is_none(who: str) -> None:
    texts = [f"Seen at home with {'Lucy Reed' if count % 4 else who} there, round {count}." for count in range(9)]
    texts += [f"Rang Anna Reed about form {count}." for count in range(20)]
    assert find_people(texts, seen=["yes"] * 9 + ["not_applicable"] * 20)[0].children == set()


def test_mr_somebody_says_nothing_of_a_child_of_his_name() -> None:
    texts = [f"Seen at home with Lucy Reed, round {count}." for count in range(9)] + ["Rang Nora Reed. Rang Nora Reed."]
    texts += [f"Wrote to Mr Reed of form {count}." for count in range(20)]
    seen = ["yes"] * 9 + ["not_applicable"] * 21
    assert find_people(texts, seen=seen)[0].children == {"lucy reed"}


def test_whom_words_tell_to_be_a_child_need_not_be_seen_so_often() -> None:
    told = ["Weighed Lucy Reed (2).", "Rang Lucy Reed’s teacher."]
    texts = [f"Round {count} with Lucy Reed." for count in range(120)] + [f"Form {count}." for count in range(100)]
    seen = ["yes"] * 44 + ["not_applicable"] * 176
    assert find_people([*texts, *told], seen=seen)[0].children == {"lucy reed"}
    assert find_people(texts, seen=seen)[0].children == set()


def test_little_acorns_is_a_nursery() -> None:
    texts = ["A little milk, a little tea.", *(f"Rang Little Acorns {count}." for count in range(3))]
    assert find_people([*HOUSE, *texts])[0].children == set()


def test_a_child_of_whom_no_record_has_the_surname_is_somebody() -> None:
    texts = [
        *HOUSE,
        "Weighed Katarina (2).",
        "Spoke to Katarina’s mother.",
        "Then saw Katarina B asleep.",
        "Later woke Kat B and fed Kat (2).",
    ]
    people, named, _, _ = find_people(texts)
    assert people.children == {"katarina"}
    assert named[2:] == [("katarina",)] * 4


def test_a_full_stop_behind_a_role_ends_the_sentence() -> None:
    texts = [
        *HOUSE,
        "Talked of Lucy Reed and Lucy Reed.",
        "With the SW. Lucy Reed (2) slept.",
        "To HV. Lucy Reed (2) ate.",
    ]
    people, _, _, _ = find_people(texts)
    assert people.children == {"lucy reed"}
    assert "lucy reed" not in people.professionals


NAMED = [
    record("n1", "care", -30, "Visit to Anna Reed. Lucy Reed aged 4 and Noah Reed aged 6 at home, Carl Voss out."),
    record("n2", "visitor", -70, "Clinic: Anna Reed with Lucy Reed aged 4, Noah Reed aged 6 waited. Asked about Carl Voss."),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "hospital", 0, "Lucy Reed. Fell off a bench, grazed elbow, cleaned. With aunt. No concerns."),
            record("b", "gp", 0, "Noah Reed. Fell at the hospital fete, grazed elbow, cleaned. With aunt. No concerns."),
        ),
        (
            record("a", "hospital", 0, "Squint clinic. Lucy Reed, glasses changed, well. With aunt.", "10:10"),
            record("b", "gp", 0, "Letter from hospital clinic today re Anna Reed, glasses changed."),
        ),
        (
            record("a", "care", 0, "Lucy Reed’s meeting at the infants. Attendance 93%, reads well.", "15:30"),
            record("b", "school", 0, "Noah Reed’s meeting about a tutor. Attendance 82%, reads fine.", "15:40"),
        ),
        (
            record("a", "police", 0, "Row and shouting at number 14, two brothers, calm.", "22:10"),
            record("b", "housing", 1, "Complaint of a row and shouting last night: number 9, a party."),
        ),
    ],
    ids=["two children", "two patients", "two children’s meetings", "two doors"],
)
def test_another_child_patient_or_door_is_another_event(one: Record, other: Record) -> None:
    assert together(one, other, *NAMED) == []


def test_where_the_house_was_full_another_child_may_be_told_of_at_the_end() -> None:
    oil = "after lamp oil from a squash bottle."
    police = record(
        "a", "police", 0, f"Child of 3 limp {oil} Kitchen held. Carl Voss there. Noah Reed taken to neighbour.", "06:55"
    )
    ward = record("b", "hospital", 0, f"Lucy Reed, 3. Limp {oil} Intubated.", "07:26")
    assert together(police, ward, *NAMED) == [("a", "b")]


def _points(one: Record, other: Record, *more: Record) -> float:
    everything = sorted([*NAMED, *more, one, other], key=lambda each: each.start)
    case = read_case(everything, AGENCIES, lambda _: None)
    facts = {each.record.key: each for each in case.facts}
    return weigh(case, facts[one.key], facts[other.key], Thresholds()).points


THUMB = "Thumb swollen, bandage, tablets for the pain, back at work on the quay."


def test_the_like_words_of_two_who_were_there_say_little_of_two_people() -> None:
    known = [record(f"k{number}", "gp", -80 - number, f"Rang about Carl Voss and form {number}.") for number in range(6)]
    one, other = record("a", "hospital", 0, f"Anna Reed. {THUMB}"), record("b", "gp", 1, f"Carl Voss, hurt yesterday. {THUMB}")
    told = record("b", "gp", 1, f"Letter from hospital: Carl Voss, hurt yesterday. {THUMB}")
    assert _points(one, other, *known) < _points(one, told, *known) - LITTLE


LITTLE = 6  # points


def test_a_child_without_a_surname_is_of_the_family() -> None:
    assert same_people._of_one_family({"katarina"}, {"anna reed"})
    assert not same_people._of_one_family({"carl voss"}, {"anna reed"})


def test_who_shares_a_surname_need_not_be_seen_so_often() -> None:
    texts = [f"Seen at home with Lucy Reed and Anna Reed, round {count}." for count in range(10)]
    texts += [f"Lucy Reed spoken of with Anna Reed, form {count}." for count in range(14)]
    texts += [f"Rang Anna Reed about form {count}." for count in range(30)]
    seen = ["yes"] * 10 + ["no"] * 44
    assert find_people(texts, seen=seen)[0].children == {"lucy reed"}
