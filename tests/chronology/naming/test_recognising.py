"""People are recognised however they are written, and ordinary words that happen to be names are left alone."""

from __future__ import annotations

import time

import pytest

from chronology.naming import coding
from chronology.naming.coding import coded, coded_again
from chronology.naming.people import Key, Named, read_key
from chronology.naming.recognising import Recogniser

PEOPLE = {
    "Child A": ("May Hope", ()),
    "Mother": ("Grace Hope", ("Ms Hope",)),
    "Father": ("Will Rose", ()),
    "Adult M1": ("Mark Young", ("Marky",)),
    "SW1": ("Dean Price", ()),
    "SW2": ("Lee O’Brien", ()),
    "HV1": ("Gill Banks", ()),
    "Child B": ("Sky de la Cruz", ()),
    "Child C": ("Robert Smith-Jones", ("Ro",)),
    "PC1": ("PC Summer Day", ()),
    "Uncle": ("Mohammed Al-Rashid", ("RASHID, Mo",)),
    "TA": ("Siân Llewellyn", ()),
}
KEY = Key(tuple(Named(code, name, spellings) for code, (name, spellings) in PEOPLE.items()))
RECOGNISER = Recogniser(KEY)

NAMED = {
    "May was seen at home.": "Child A was seen at home.",
    "Spoke to May today": "Spoke to Child A today",
    "baby May was weighed": "baby Child A was weighed",
    "Grace said she was tired.": "Mother said she was tired.",
    "Grace upset today, asked for her teacher.": "Mother upset today, asked for her teacher.",
    "Ms Hope attended": "Mother attended",
    "Visit to Grace and May at home": "Visit to Mother and Child A at home",
    "seen with the Hope family": "seen with the [family name] family",
    "Will told the officer": "Father told the officer",
    "W. Rose rang": "Father rang",
    "Mark called in; Mr Young said so": "Adult M1 called in; Adult M1 said so",
    "YOUNG, Mark": "Adult M1",
    "Dean’s view, Dean's plan": "SW1’s view, SW1's plan",
    "LEE O'BRIEN RANG": "SW2 RANG",
    "lee o’brien rang": "SW2 rang",
    "Gill agreed to chase": "HV1 agreed to chase",
    "Sky cried. Discussed with Sky.": "Child B cried. Discussed with Child B.",
    "Cruz, Sky": "Child B",
    "Ro was asleep": "Child C was asleep",
    "Robert Smith Jones, Smith-Jones, Robert": "Child C, Child C",
    "Robert\u00a0Smith\u2011Jones’s": "Child C’s",
    "PC 4471 Day rang": "PC1 rang",
    "PC Day attended": "PC1 attended",
    "Mohamed Al Rashid": "Uncle",
    "Dr. Llewelyn, Sian Llewellyn": "TA, TA",
    "R.S. attended with the TA": "Child C. attended with the TA",
    "lee was shouting at robert in the street": "SW2 was shouting at Child C in the street",
    "A report that Lee was shouting, that mark on the wall": "A report that SW2 was shouting, that mark on the wall",
    "Call from GH. GH and WR both spoken to. RS asleep": "Call from Mother. Mother and Father both spoken to. Child C asleep",
    "The GH level is low, GH 4.2": "The GH level is low, GH 4.2",
}
WORDS = (
    "on 12 May 2021, in May, late May, from May to July, by May 2022",
    "You may go. May I ask?",
    "the grace period, with good grace",
    "hope to attend. Hope that helps. Hope remains",
    "Will attend next week. Will he come? Will need review. They will not.",
    "the mark on his cheek. Mark on left cheek. Marks on arm. Mark the calendar.",
    "a rose. she rose early. Rose Cottage. Rose petals",
    "Grace Road, Hope Street, Good Hope Hospital. Grace period",
    "Dean of Students. the dean said. Forest of Dean",
    "Lee Valley Park. River Lee. the gill. gill net",
    "Sky News. the sky was dark. blue sky. the Sky box",
    "summer holidays. Summer term 2021. a day later. every day. Day 3. Day centre",
    "Young people attended. Young Carers project. Price list. banks closed",
    "Ronald and the robot. prone. Bro. St Mark's School",
    "patience is needed. have faith. Robertson. Mayor. Deanery. Skylar. Willow",
)


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_a_name_becomes_its_code_and_the_sentence_still_reads(text: str, expected: str) -> None:
    assert coded(RECOGNISER, text) == expected


@pytest.mark.parametrize("text", WORDS)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert [(each.text, each.kind) for each in RECOGNISER.find(text)] == []


def test_a_name_typed_in_haste_is_possible() -> None:
    told = {
        "They asked if dean had left.": ["dean"],
        "her partner lee": ["lee"],
        "seen with ro today": ["ro"],
        "the dean was out": [],
    }
    assert {text: [each.text for each in RECOGNISER.find(text)] for text in told} == told
    assert {each.sure for text in told for each in RECOGNISER.find(text)} == {"possible"}


def test_a_text_s_own_use_of_a_word_tells_that_it_is_one() -> None:
    recogniser = Recogniser(Key((Named("Child A", "Trixel Moor"),)))
    assert [each.text for each in recogniser.find("trixel was seen")] == ["trixel"]
    assert recogniser.find("trixel was seen", {"trixel"}) == []
    assert [each.text for each in recogniser.find("He met Trixel there", {"trixel"})] == ["Trixel"]


def test_a_shared_name_is_told_apart_by_its_title_and_otherwise_hidden() -> None:
    people = (Named("Mother", "Ann Moor", sex="female"), Named("Father", "Tim Moor", sex="male"), Named("Aunt", "Ann Vole"))
    recogniser = Recogniser(Key(people))
    assert coded(recogniser, "Mrs Moor and Mr Moor; the Moor children; Ann Vole and Ann") == (
        "Mother and Father; the [family name] children; Aunt and [family name]"
    )


def test_what_is_remembered_of_a_text_is_where_the_codes_go_and_each_key_s_own() -> None:
    text = "Ann Moor rang; Ann was worried."
    keys = [Recogniser(Key((Named(code, "Ann Moor"),))) for code in ("Mother", "Aunt")] + [Recogniser(Key(()))]
    for _ in range(2):
        read = [coded_again(recogniser, text) for recogniser in keys]
        assert read == ["Mother rang; Mother was worried.", "Aunt rang; Aunt was worried.", text]
    assert not [kept for kept in coding._remembered.items() if "Ann" in repr(kept)]


def test_a_name_nearly_spelt_is_found_beside_its_other_half_and_alone_with_less_certainty() -> None:
    recogniser = Recogniser(Key((Named("Mother", "Katherine Ellsworth"),)))
    found = recogniser.find("Kathrine Ellsworth, Katherine Elsworth; Ellswoth. Told Elsworth.")
    assert [(each.text, each.sure) for each in found] == [
        ("Kathrine Ellsworth", "sure"),
        ("Katherine Elsworth", "sure"),
        ("Ellswoth", "likely"),
        ("Elsworth", "likely"),
    ]


def test_fifty_rows_are_coded_in_five_milliseconds() -> None:
    key = Key(tuple(Named(f"P{number}", f"{a}a{b}er Mc{b}{a}son", (f"{a}a{b}y",)) for number, (a, b) in enumerate(PAIRS)))
    recogniser = Recogniser(key)
    name = key.people[7].name
    row = (
        f"Home visit by the health visitor. {name} was in with the baby and said that a friend had called the night before. " * 3
    )
    rows = [f"{number} {row}" for number in range(50)]
    coded(recogniser, rows[0])
    best = min(_timed(recogniser, rows) for _ in range(5))
    assert best < 0.020, "a machine that does nothing else takes less than 5 ms"


PAIRS = [(a, b) for a in "bcdfghkl" for b in "mnprs"]


def _timed(recogniser: Recogniser, rows: list[str]) -> float:
    began = time.process_time()
    for row in rows:
        coded(recogniser, row)
    return time.process_time() - began


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"code": "A"}]', '{"people": {}}'])
def test_what_is_no_key_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="This is no key"):
        read_key(content)
