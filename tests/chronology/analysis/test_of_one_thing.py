"""Two sides of a matter are a contradiction where both are said of one thing, one person and one moment."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.analysis.differences.opposites import ALL, BY_ITSELF
from tests.chronology.analysis.test_differing import Told, aspects

AGREE: list[tuple[str, Told, Told]] = [
    ("two things, kept and taken", ("s", "He kept his appointment."), ("h", "Seen. Tubigrip removed.")),
    (
        "the teller's mood and the patient's",
        ("p", "Neighbour tearful at the scene. Ambulance there."),
        ("h", "By ambulance. Alert, feels sick."),
    ),
    ("two tests", ("s", "Strategy meeting. Hip scan shows a fracture."), ("h", "Strategy meeting. Hearing test normal.")),
    (
        "what was not agreed further",
        ("p", "Medical done. No other examination consented to."),
        ("h", "Medical done. Refused the examination."),
    ),
    (
        "an interpreter that night, and one next time",
        ("s", "Spoken to, no interpreter."),
        ("v", "Notice read. To go over it next week with interpreter."),
    ),
    (
        "no new enquiry, and nothing more by the police",
        ("p", "Strategy meeting. NFA police."),
        ("v", "Strategy meeting. No separate section 47."),
    ),
    (
        "the plan ended in other words",
        ("p", "Review conference. CPP closed."),
        ("e", "Review conference. Now on a child in need plan."),
    ),
    ("booked, and late", ("v", "Midwife: pregnancy booked at five months."), ("h", "Booking visit. Late booker.")),
    (
        "mould and a tidy room",
        ("s", "Joint visit with the health visitor. Lounge tidy."),
        ("v", "Joint visit. Black mould by the cot."),
    ),
    (
        "charged and bailed to court",
        ("p", "Charged theft of bacon, bailed to court 4/6."),
        ("s", "Police say that he was charged with theft."),
    ),
    (
        "held, then a patient by her own will",
        ("p", "Detained on the bridge under s136."),
        ("h", "Suite. Now an informal patient.", {"start": dt.date(2018, 5, 4)}),
    ),
    (
        "a sentence that was suspended",
        ("n", "Court: 8 months custody suspended for a year."),
        ("s", "Suspended sentence of 8 months."),
    ),
    (
        "how often two things are to be",
        ("s", "Core group. Daily contact at the flat."),
        ("h", "Core group. Sessions weekly from now."),
    ),
    (
        "who stays with another is out of the house",
        ("s", "Strategy meeting. Uncle is to stay with his sister."),
        ("v", "Strategy meeting. Uncle must stay away."),
    ),
    (
        "what one has not heard is no condition less",
        ("p", "Conference. Bail, no contact with Keeley."),
        ("e", "Conference. Keeley to live with Nan and Grandad."),
    ),
    (
        "doses are supervised",
        ("e", "Conference. He may collect the girls."),
        ("n", "Conference. He is on supervised pick up of his script."),
    ),
    (
        "who goes to the meeting and who enquires",
        ("p", "Strategy meeting. Police to attend ICPC."),
        ("e", "Strategy meeting. Social care will enquire and it goes to conference."),
    ),
    ("withdrawal is no drinking", ("h", "Alcohol withdrawal. Shaking."), ("n", "Has stopped drinking, shaking.")),
    (
        "one thing accepted, and another not",
        ("s", "Mother accepted help with bedtimes."),
        ("t", "Mother will not accept a carpet."),
    ),
    (
        "a plan of which somebody spoke",
        ("s", "Rang her. Protection plan of 2012 mentioned."),
        ("e", "Call. Child in need plan sent."),
    ),
    (
        "a mother of whose mother nothing is known",
        ("p", "Marlene Pugh (mother) rang. Mother Marlene Pugh met us. Boys taken to Marlene Pugh."),
        ("s", "Police rang. Boys taken to grandmother."),
    ),
    (
        "nothing for the one, and something for another",
        ("s", "Core group. School to weigh the twins."),
        ("v", "Core group. Nothing was asked of us."),
    ),
    (
        "who may collect, and a lesson that is supervised",
        ("e", "Conference. Grandad may collect the girls."),
        ("n", "Conference. Forklift practice is supervised."),
    ),
]

DISAGREE: list[tuple[str, Told, Told]] = [
    ("outcome", ("p", "Phone and sim card seized."), ("e", "She was allowed to keep the sim card.")),
    ("outcome", ("s", "Joint visit. Kitchen spotless."), ("v", "Joint visit with social worker. Place filthy.")),
    ("outcome", ("s", "Hip scan normal."), ("h", "Hip scan shows dysplasia.")),
    (
        "outcome",
        ("p", "Dean charged with affray. Lorna not charged, remains under investigation."),
        ("s", "Police: Lorna was charged with affray."),
    ),
    ("condition", ("s", "Core group. Contact twice a week at the centre."), ("e", "Core group. Daily contact at the centre.")),
    (
        "outcome",
        ("s", "Core group. Health visitor to measure the twins each Tuesday."),
        ("v", "Core group. No measuring by us, the surgery does it."),
    ),
    (
        "outcome",
        ("s", "Core group. Health visitor to bring the scales."),
        ("v", "Core group. Heard the plan. Nothing new was asked of health visiting."),
    ),
    (
        "number",
        ("t", "Letter: rent arrears £912.40, £10 a week offered."),
        ("s", "Opened the letter with her: £612.40 owing, £10 a week is wanted."),
    ),
]


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in AGREE], ids=[pair[0] for pair in AGREE])
def test_what_is_said_of_two_things_is_no_contradiction(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_what_is_said_of_one_thing_is_one(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)
    assert aspects(one, other) == aspects(other, one)


def test_matters_that_stand_by_themselves_are_matters() -> None:
    assert {about for about, *_ in ALL} >= BY_ITSELF
