"""What befalls young people, told by two agencies in their own words: what is one event and what is not."""

from __future__ import annotations

import pytest

from chronology.analysis import AgencyFacts, Record
from chronology.analysis.analysing import analyse
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.meetings import UNNAMED
from chronology.analysis.vocabulary.phrases import tokens_of
from tests.chronology.analysis.test_rules import ROUTINE, record

AGENCIES = {
    "police": AgencyFacts("Westshire Police", "police"),
    "care": AgencyFacts("Children's social care", "local_authority"),
    "home": AgencyFacts("Elm Lodge daily logs", ""),
    "clinic": AgencyFacts("Young people's clinic", "health"),
}


def is_one(first: Record, second: Record) -> bool:
    routine = [
        record(f"r{number}-{agency}", agency, number, ROUTINE[(number + 3 * place) % len(ROUTINE)])
        for place, agency in enumerate(AGENCIES)
        for number in range(-60 + place, 60, 5)
    ]
    proposals = analyse([*routine, first, second], agencies=AGENCIES)
    return any({first.key, second.key} <= {*each.rows} for each in proposals if each.kind == "same_event")


ONE = [
    ("home 0 23:10 Not back for curfew, phone off. Rang round, then police.", "police 0 23:40 MISPER fr Elm Lodge, F 15."),
    ("home 2 04:30 Police dropped her off, soaked. Bed.", "care 4 - Weekend report: found at the coast on Saturday, returned."),
    ("police 0 - CPS decision: NFA, evidential test.", "care 1 - Told by DS Pike: no charges, he is not being prosecuted."),
    ("clinic 0 - Urine PT pos, 7/40. Options discussed.", "care 1 - Told by home manager: pregnant, found at clinic yesterday."),
    ("home 0 - She has lost the baby. Bleeding at tea.", "care 4 - EDT: miscarried on Thursday night."),
]
NOT_ONE = [
    ("home 0 - Staff rang duty: late returns this week.", "care 8 - Duty rang the home: update on late returns given."),
]


def row(key: str, told: str) -> Record:
    agency, on, at, words = told.split(" ", 3)
    return record(key, agency, int(on), words, at.strip("-"))


# The third of May 2018, day 0, is a Thursday.
@pytest.mark.parametrize(("one", "other", "same"), [*((*pair, True) for pair in ONE), *((*pair, False) for pair in NOT_ONE)])
def test_what_is_told_of_a_young_person(one: str, other: str, *, same: bool) -> None:
    assert is_one(row("one", one), row("other", other)) is same


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Compact closed, traced at a guest house.", "found_again"),
        ("Letter off the feds to keep away from her.", "abduction"),
        ("Somebody is blackmailing her over pictures.", "images_or_blackmail"),
        ("Messages saying they would burn her house down.", "threatened"),
        ("Thrown out of school for good.", "exclusion"),
        ("Old SW and new SW came.", "new_social_worker"),
        ("Gave evidence on video, named two males.", "abe"),
        ("Gynae: complete misc.", "pregnancy_lost"),
        ("Older girlfriend picks him up from school in an Audi.", "exploitation"),
        ("Windows put through at his mother's.", "incident"),
        ("Pathway plan, will turn 18 in May.", "growing_up"),
    ],
)
def test_plain_words_and_short_forms_are_of_one_kind(words: str, kind: str) -> None:
    assert kind in KIND.names(tokens_of(words.lower()))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("CP visit overdue two days.", "missing"),
        ("Call not returned, letter not returned.", "found_again"),
        ("School photo of the family, pictures of grandmother.", "images_or_blackmail"),
        ("He dropped her off at the gate.", "no_charges"),
        ("Cut hand on a tin in food tech.", "weapon"),
        ("Hospital passport updated.", "harmful_practice"),
    ],
)
def test_what_only_sounds_like_it_is_not(words: str, kind: str) -> None:
    assert kind not in KIND.names(tokens_of(words.lower()))


@pytest.mark.parametrize(("words", "is_meeting"), [("By phone into her review.", True), ("Her medication review.", False)])
def test_a_child_s_review_is_a_meeting(words: str, *, is_meeting: bool) -> None:
    assert bool(UNNAMED.names(tokens_of(words.lower()))) is is_meeting
