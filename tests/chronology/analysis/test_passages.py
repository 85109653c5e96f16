"""What every agency hears of within days is one event, each in its own words; and what only seems to be told."""

from __future__ import annotations

import pytest

from chronology.analysis import Record
from chronology.analysis.extracting import read_case
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.phrases import tokens_of
from tests.chronology.analysis.test_rules import AGENCIES, record, together

NAMED = [
    record("n1", "care", -30, "Visit to Anna Reed. Lucy Reed aged 4 at home, Carl Voss out."),
    record("n2", "visitor", -31, "Clinic: Anna Reed with Lucy Reed aged 4. Asked about Carl Voss."),
]


@pytest.mark.parametrize(
    ("own", "heard"),
    [
        (
            record("own", "care", 0, "First responder form posted for Lucy Reed."),
            record("heard", "police", 2, "NRM from social care noted on the crime."),
        ),
        (
            record("own", "care", 0, "Pre-proceedings letter handed to Anna Reed."),
            record("heard", "visitor", 2, "Told by Anna Reed of a solicitor's letter about her girl."),
        ),
        (
            record("own", "gp", 0, "Grommets inserted, home by teatime."),
            record("heard", "school", 2, "Gran rang to say that her ear surgery for glue went well."),
        ),
        (
            record("own", "care", 0, "Mrs Hale takes on the family in place of Mr Boyd."),
            record("heard", "school", 2, "Email received: she replaces him."),
        ),
        (
            record("own", "police", 0, "Crown offered no evidence against Carl Voss."),
            record("heard", "visitor", 2, "Message received: Carl Voss was acquitted."),
        ),
        (
            record("own", "care", 0, "Core group at the chapel, an hour on bedtimes.", "10:00"),
            record("heard", "school", 0, "Core group called off this morning, chair unwell."),
        ),
    ],
    ids=["trafficking", "before proceedings", "operation", "another worker", "no evidence", "called off"],
)
def test_each_in_its_own_words(own: Record, heard: Record) -> None:
    assert together(own, heard, *NAMED) == [("heard", "own")]


@pytest.mark.parametrize(
    ("words", "second_hand"),
    [
        ("Copy of the school's letter about lateness.", True),
        ("Ortho letter 11/1.", True),
        ("Man's razor on the sink. Not passed on.", False),
        ("Hid when a voice came through the front door.", False),
        ("Link meeting with Hill Primary School: hand washing.", False),
    ],
)
def test_what_was_told_and_what_was_kept(words: str, second_hand: bool) -> None:
    (facts,) = read_case([record("a", "gp", 0, words)], AGENCIES, [].append).facts
    assert facts.second_hand is second_hand


def test_walking_out_of_a_lesson_is_no_flight() -> None:
    assert "returned_home" in KIND.names(tokens_of("walked out of the refuge"))
    assert KIND.names(tokens_of("walked out of science")).isdisjoint({"returned_home", "missing"})


def test_whoever_went_there_herself_heard_of_nothing() -> None:
    work = [record(f"w{number}", "care", number, "Mrs Hale visited Anna Reed.", professional="Beth Hale") for number in range(3)]
    went = record("went", "care", 9, "Mrs Hale to the school: Lucy Reed in the sandpit.")
    facts = {each.record.key: each for each in read_case([*work, went], AGENCIES, [].append).facts}
    assert not facts["went"].second_hand


def test_whose_something_is_ends_the_name() -> None:
    rows = [record("a", "gp", 0, "Lucy's X-rays clear."), record("b", "care", 1, "Lucy Reed seen."), *NAMED]
    facts = {each.record.key: each for each in read_case(rows, AGENCIES, [].append).facts}
    assert facts["a"].people == ("lucy reed",)


def test_what_was_told_days_before_it_happened_was_of_something_else() -> None:
    before = record("before", "visitor", 0, "Gwen Harcastle rang about a scald on the arm of a boy nearby.")
    event = (
        record("own", "gp", 8, "Kettle tipped, scald to arm, dressed.", "10:10"),
        record("school", "school", 8, "Told by Gwen Harcastle of the scald on her arm."),
        record("care", "care", 8, "Informed by Gwen Harcastle of a scald from the kettle."),
    )
    assert together(before, *event) == [("care", "own", "school")]


@pytest.mark.parametrize(
    "words",
    [
        "Chest clinic letter Lucy Reed: wheeze settling, inhaler twice a day.",
        "Eye clinic ltr re Anna Reed. Drops to stop.",
        "Plan for Lucy Reed in post, scanned.",
    ],
)
def test_a_letter_is_heard_whoever_it_names(words: str) -> None:
    (facts,) = read_case([record("a", "visitor", 0, words)], AGENCIES, [].append).facts
    assert facts.second_hand


def test_a_letter_that_was_written_is_not_heard() -> None:
    (facts,) = read_case(
        [record("a", "visitor", 0, "Clinic letter home to Anna Reed. Asked to ring.")], AGENCIES, [].append
    ).facts
    assert not facts.second_hand


def test_who_bears_two_surnames_is_called_by_one_of_them() -> None:
    rows = [record("a", "gp", 0, "Lucy Voss-Reed weighed."), record("b", "care", 1, "Lucy Reed seen with Carl Voss."), *NAMED]
    facts = {each.record.key: each for each in read_case(rows, AGENCIES, [].append).facts}
    assert facts["a"].people == ("lucy reed",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("police took the brother at dawn this morning", "arrest"),
        ("arrived with a rucksack and two holdalls to live with the aunt", "moved"),
        ("they are home from Ireland", "returned_from_away"),
        ("turned down the maisonette", "offer_refused"),
        ("grandad had a heart attack", "heart"),
        ("in hospital at the weekend over tablets", "self_harm"),
        ("medical: no injury, growth on the 25th", "medical"),
        ("carer's assessment with gran", "assessed"),
    ],
)
def test_in_more_words(words: str, kind: str) -> None:
    assert kind in KIND.names(tokens_of(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("police took her statement at the kitchen table", "arrest"),
        ("rang about petrol money", "fire"),
        ("Fraser showed his drawing", "sexual_harm"),
        ("declined offer of tea", "offer_refused"),
        ("home from school at four", "returned_from_away"),
    ],
)
def test_which_is_none(words: str, kind: str) -> None:
    assert kind not in KIND.names(tokens_of(words))
