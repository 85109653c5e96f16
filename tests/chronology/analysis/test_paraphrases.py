"""One event in the words of two professions; and what two professions do that is alike and is not one event."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from chronology.analysis import Record
from chronology.analysis.analysing import analyse
from tests.chronology.analysis.test_rules import AGENCIES, case, record

APART = 40  # days from one pair to the next, so that none can be taken for another
Told = tuple[str, str, int]  # by whom, in what words, days after the first

MEET: dict[str, tuple[Told, Told]] = {
    "bail": (
        ("police", "Appeared before the justices. Conditional bail, reside with uncle, not to enter Alma Terrace.", 0),
        ("visitor", "Told by mum on the phone that he must keep away from the terrace till the trial.", 2),
    ),
    "prison": (
        ("police", "Crown Court: pleaded guilty, nine months imprisonment.", 0),
        ("school", "Mum tells us his dad has been sent down.", 3),
    ),
    "move": (
        ("visitor", "Keys handed back, signed up for a flat over the border, removal van outside.", 0),
        ("gp", "Informed by the family: new address, out of area from yesterday.", 1),
    ),
    "left the refuge": (
        ("care", "Advised by the refuge that she left the accommodation in the night with both children.", 1),
        ("school", "Nan says they are back home with him.", 2),
    ),
    "child with a neighbour": (
        ("school", "The lady two doors down brings him, says he has slept at hers since the spring.", 0),
        ("care", "Report from the school: the boy is staying with a neighbour.", 1),
    ),
    "pregnancy": (
        ("gp", "UPT pos, LMP end of March, wants to continue.", 0),
        ("visitor", "Advised by the surgery that mother has had a positive test.", 4),
    ),
    "twins": (
        ("gp", "USS report scanned: DCDA.", 4),
        ("visitor", "Mum said the baby scan showed two heartbeats.", 0),
    ),
    "assessment": (
        ("care", "Threshold met, child and family assessment allocated to the north team.", 0),
        ("school", "Informed that the family have been given a social worker.", 3),
    ),
    "X-ray read again": (
        ("gp", "Letter received: addendum to the wrist film of June, healing break not reported then.", 3),
        ("care", "Notification received: radiology audit, late found fracture.", 5),
    ),
    "somebody at the window": (
        ("police", "Male at rear kitchen window of the property, detained coming over the wall, breach of bail.", 0),
        ("visitor", "Told by mum that he tried to get in by the back garden in the night.", 2),
    ),
    "row in the street": (
        ("police", "Report of verbal altercation outside the bakery, male took hold of the pram.", 0),
        ("care", "Notification received: they were at it by the bakery.", 2),
    ),
    "left alone": (
        ("police", "Two children found home alone by the meter reader.", 0),
        ("school", "Informed that they had been left on their own all evening.", 2),
    ),
    "sectioned": (
        ("police", "Section 136, conveyed to the place of safety suite.", 0),
        ("gp", "Informed by letter: AMHP assessment, psychiatric bed found.", 2),
    ),
    "strategy": (
        ("police", "Strategy re old bite, joint enquiry agreed.", 0),
        ("visitor", "Dialled in to strategy at midday. Growth chart shared.", 0),
    ),
    "child in need": (
        ("care", "Child in need meeting held. Plan agreed.", 0),
        ("school", "Sat in on the CIN. She spoke up for herself.", 0),
    ),
    "conference to which a report was sent": (
        ("police", "Report sent to RCPC. Plans retained.", 0),
        ("visitor", "RCPC today, I raised the missed appointments.", 0),
    ),
    "meeting of this afternoon": (
        ("care", "Heard at MARAC as high risk.", 0),
        ("visitor", "Their turn at MARAC this afternoon. I put her wishes.", 0),
    ),
    "pregnancy that ended": (
        ("gp", "Miscarried at nine weeks, seen in EPU.", 0),
        ("care", "Told by mum that she lost the baby.", 1),
    ),
    "films": (
        ("gp", "Letter received: skeletal survey clear.", 2),
        ("care", "Informed that the X-rays of all bones were normal.", 0),
    ),
    "bleeds": (
        ("police", "Report from the ward: MRI, old and new bleeds.", 0),
        ("school", "Informed that he has a haemorrhage of the brain.", 1),
    ),
    "parents apart": (
        ("visitor", "Mum says she has thrown him out.", 1),
        ("school", "Parents separated, the twins are quiet.", 0),
    ),
    "medicine that stood open": (
        ("police", "Search of the flat: bottle of methadone left out on the draining board, lid off.", 0),
        ("visitor", "Told by a constable of an unlocked bottle in the kitchen.", 1),
    ),
    "lessons at home": (
        ("school", "Samples of work looked at with the adviser, home learning not suitable.", 0),
        ("care", "Informed by the adviser that the elective home education was judged unsuitable.", 2),
    ),
    "home from the ward": (
        ("visitor", "Discharge notification received.", 0),
        ("school", "Mum says she is home from the infirmary.", 0),
    ),
}
APART_AS_THEY_ARE: dict[str, tuple[Told, Told]] = {
    "two calls": (
        ("visitor", "Rang mum about the clinic, she is well.", 0),
        ("school", "Rang mum about the outing, she is well.", 0),
    ),
    "a day trip is no move": (
        ("school", "Back home late from the class outing to the farm.", 0),
        ("police", "Burglary dwelling in the next road, house to house done.", 0),
    ),
    "a way to calm a child is no strategy discussion": (
        ("school", "Calming strategy, cards on the desk.", 0),
        ("care", "Strategy discussion held, police and health.", 0),
    ),
    "a plan is no meeting": (
        ("school", "Copy of the CIN plan put in the folder.", 0),
        ("care", "Child in need meeting held at the centre.", 0),
    ),
    "a meeting of this afternoon of which nothing is told": (
        ("care", "MARAC held, seven actions.", 0),
        ("school", "MARAC this afternoon. Sandwiches for the staff room.", 0),
    ),
    "a report for a conference to come": (
        ("school", "Report sent to RCPC office.", 0),
        ("care", "Review conference. Plans continue.", 0),
    ),
    "a meeting of its own": (
        ("school", "Planning meeting about her options for next year.", 0),
        ("care", "Permanence planning meeting, internal, six of the service there.", 0),
    ),
    "a swelling goes down": (
        ("gp", "Swelling has gone down, eardrum pink.", 0),
        ("police", "Unconnected theft: offender jailed.", 0),
    ),
    "small hurts of two days": (
        ("school", "Scratch on the chin from a twig, wiped.", 1),
        ("visitor", "Little bruise to the shin yesterday, mum says the pedal.", 0),
    ),
    "two who are signed off for something": (
        ("school", "Two teaching assistants signed off for hoisting.", 0),
        ("visitor", "Home: mum signed off for hoisting, boy asleep.", 0),
    ),
    "a new book is no new partner": (
        ("school", "A new partner for reading, both pleased.", 0),
        ("gp", "Seeing a consultant about the hip.", 1),
    ),
}


@cache
def groups() -> tuple[frozenset[str], ...]:
    """The keys of each group, of all pairs in one case."""
    records: list[Record] = []
    for number, (name, pair) in enumerate({**MEET, **APART_AS_THEY_ARE}.items()):
        for side, (agency, words, later) in zip("ab", pair, strict=True):
            records.append(record(f"{name} {side}", agency, -90 + APART * number + later, words))
    proposals = analyse(case(*records, days=200), agencies=AGENCIES, period=(None, dt.date(2030, 1, 1)))
    return tuple(frozenset(each.rows) for each in proposals if each.kind == "same_event")


@pytest.mark.parametrize("name", MEET)
def test_one_event_in_the_words_of_two_professions(name: str) -> None:
    assert any({f"{name} a", f"{name} b"} <= group for group in groups())


@pytest.mark.parametrize("name", APART_AS_THEY_ARE)
def test_what_is_alike_and_not_one_event(name: str) -> None:
    assert not any({f"{name} a", f"{name} b"} <= group for group in groups())
