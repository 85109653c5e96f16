"""Who came to a meeting and who stayed away, as two records of it tell: the family, an agency, the writer's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from chronology.analysis import Record, Thresholds
from chronology.analysis.differences import Between
from chronology.analysis.differences.kin import relations
from chronology.analysis.differences.roll import by_roll, surely_one
from chronology.analysis.extracting import read_case

from .test_differing import AGENCIES, ON, Told, aspects, quietly

AT_TWO: dict[str, Any] = {"time": dt.time(14)}

AWAY: list[tuple[Told, Told]] = [
    (("s", "Core group. Mum not there, no message.", AT_TWO), ("e", "Core group held. Mum attended and became tearful. School report given.", AT_TWO)),
    (("e", "Core group. Mum turned up late with her neighbour.", AT_TWO), ("v", "Core group. Mother DNA.", AT_TWO)),
    (("t", "Core group at the centre. Neither parent came.", AT_TWO), ("s", "Core group. Present: both parents, health visitor, school.", AT_TWO)),
    (("e", "Conference. Dad never showed.", AT_TWO), ("n", "Conference attended. Dad answered every question put to him.", AT_TWO)),
    (("s", "Review conference. Father took part and accepted the plan.", AT_TWO), ("e", "Review conference. No sign of father.", AT_TWO)),
    (("s", "Review conference. Dad sat next to mum, listened.", AT_TWO), ("v", "RCPC. FOB not in attendance. Plan to continue.", AT_TWO)),
    (("s", "Discharge planning meeting on the ward. It went ahead without mum, who had gone home for clothes.", AT_TWO), ("h", "Discharge planning mtg: ward sister, HV, SW, mum. Mum agreed to feeds.", AT_TWO)),
    (("s", "Discharge planning meeting. Mother could not be found on the ward.", AT_TWO), ("v", "Discharge meeting on ward. Mum asked good questions about the milk.", AT_TWO)),
    (("n", "MARAC this morning went ahead with nobody from probation, no cover.", {"time": dt.time(16)}), ("p", "MARAC. Present: social care, probation, health visiting.", {"time": dt.time(9)})),
    (("n", "MARAC today, I was off sick and no one covered.", AT_TWO), ("s", "MARAC. Probation spoke of the licence.", AT_TWO)),
    (("v", "Unable to make this afternoon’s core group owing to clinic; apologies given.", AT_TWO), ("s", "Core group. Present: both parents, health visitor and myself.", AT_TWO)),
    (("h", "Strategy meeting by phone. Nobody on the line from here, consultant in theatre.", AT_TWO), ("s", "Strategy meeting. Police, the hospital and school took part.", AT_TWO)),
    (("p", "Strategy meeting, joint s47. No health on the call.", AT_TWO), ("h", "Strategy meeting attended by named nurse, findings shared.", AT_TWO)),
    (("p", "Strategy discussion with social care. Health did not join.", AT_TWO), ("s", "Strategy discussion with the police and the hospital, who gave the findings.", AT_TWO)),
    (("n", "Core group. I was in court all day and sent a written update instead.", AT_TWO), ("s", "Core group. Probation reported that he keeps his appointments.", AT_TWO)),
    (("t", "Core group today, not invited.", AT_TWO), ("s", "Core group. Housing spoke of the arrears.", AT_TWO)),
    (("e", "Conference. Dad was unwell, so did not attend.", AT_TWO), ("s", "Conference. Dad objected to the plan.", AT_TWO)),
    (("e", "Core group. Mum came by herself, partner away on a job.", AT_TWO), ("s", "Core group. Mum and gran came. Gran spoke up.", AT_TWO)),
    (("n", "Family group conference. Dad could not be got hold of and took no part.", AT_TWO), ("s", "Family group conference. Dad joined by video and agreed.", AT_TWO)),
    (("e", "Conference by video. Dad did not come on at all.", {}), ("s", "By video. Present: mother, father, school. Plan continues.", AT_TWO)),
    (("e", "Child in need meeting. Mum said that dad could not make it.", AT_TWO), ("s", "CIN meeting. Dad came and agreed.", AT_TWO)),
    (("e", "Child in need meeting. Mum rang to say she could not come.", AT_TWO), ("s", "CIN meeting. Mum came and agreed.", AT_TWO)),
    (("s", "Core group. Everyone there except probation.", AT_TWO), ("n", "Core group, attended and gave an update.", AT_TWO)),
    (("h", "RCPC by Teams: mother only, father not on call.", AT_TWO), ("s", "Review conference. Both parents were present throughout.", AT_TWO)),
    (("e", "Core group with social worker, no parents.", AT_TWO), ("s", "Core group. Mother attended with her sister.", AT_TWO)),
    (("p", "ICPC. Unable to resource, report provided.", AT_TWO), ("s", "Initial conference. Police outlined the arrest.", AT_TWO)),
    (("s", "CPA meeting. Mother was not well enough to join.", AT_TWO), ("h", "CPA meeting. Mother came with her sister.", AT_TWO)),
    (("s", "Core group. Dad had said he would come but was not there.", AT_TWO), ("e", "Core group here. Dad brought cake.", AT_TWO)),
    (("e", "Core group, dad hadn’t turned up so I took notes.", AT_TWO), ("s", "Core group. Dad attended.", AT_TWO)),
    (("s", "Core group. Dad is back in work. He did not come.", AT_TWO), ("v", "Core group. Mum and dad attended.", AT_TWO)),
    (("v", "Core group. MGM was stuck at work, plan to continue.", AT_TWO), ("s", "Core group. Grandmother asked for the dates in writing.", AT_TWO)),
    (("e", "Conference. The place laid for dad stayed unoccupied.", AT_TWO), ("s", "Conference. Dad lost his temper with the chair.", AT_TWO)),
    (("p", "Review conference. Written word from the boy’s aunt, who could not get the day off.", AT_TWO), ("s", "Review conference. Aunt travelled up and put the case for staying put.", AT_TWO)),
    (("v", "Core group. Education slot blank, so nothing on attendance.", AT_TWO), ("s", "Core group. Mark Hill, health visitor and school all there.", AT_TWO)),
    (("v", "Core group. Housing had been expected, put nobody forward.", AT_TWO), ("s", "Core group. Housing offered a larger flat.", AT_TWO)),
    (("v", "Review. Nobody to speak for probation.", AT_TWO), ("s", "Review. Probation went through the licence.", AT_TWO)),
    (("v", "Professionals’ meeting. The advocate was double-booked.", AT_TWO), ("s", "Professionals’ meeting. The advocate pressed for an earlier date.", AT_TWO)),
    (("s", "Core group. Neither the health visitor nor her manager joined.", AT_TWO), ("v", "Core group. I went and gave the weights.", AT_TWO)),
    (("s", "Review of the plan. Mother, father by link.", AT_TWO), ("e", "Review of the plan. Neither parent dialled in.", AT_TWO)),
    (("e", "Core group. Dad was kept out under his bail.", AT_TWO), ("s", "Core group. School, health visitor and dad, who brought his own notes.", AT_TWO)),
    (("n", "Three-way with him today, SW held up on another job.", AT_TWO), ("s", "We met him together at the probation office and I explained the plan.", AT_TWO)),
    (("p", "Recorded interview at the suite, girl brought by a teacher from her school.", AT_TWO), ("s", "Recorded interview. No one from the school came.", AT_TWO)),
    (("e", "Core group. Mum came unaccompanied.", AT_TWO), ("s", "Core group. Mum, nan and school. Nan spoke up.", AT_TWO)),
    (("e", "Conference. Dad had opted to stay at work.", AT_TWO), ("s", "Conference. Dad wept.", AT_TWO)),
    (("v", "Child in need meeting. Dad ducked out on the morning.", AT_TWO), ("e", "CIN meeting. Dad on the laptop, poor sound.", AT_TWO)),
    (("e", "Conference. Neither parent dialled in. A cousin came for the start.", AT_TWO), ("s", "Conference. Father joined by video and asked about the plan.", AT_TWO)),
    (("v", "Core group. Dad not there.", AT_TWO), ("s", "Core group. Dad came for the last ten minutes.", AT_TWO)),
    (("v", "RCPC. Mum's seat remained empty.", AT_TWO), ("s", "Review conference. Mother spoke about the summer.", AT_TWO)),
    (("e", "Core group. Stepmother sat in the van.", AT_TWO), ("s", "Core group. Stepmother joined the meeting and was pleasant.", AT_TWO)),
    (("e", "Core group. Mum phoned in sick, meeting held anyway.", AT_TWO), ("s", "Core group. Mum read the plan with us.", AT_TWO)),
    (("e", "Conference, no mum, she was at the dentist.", AT_TWO), ("s", "Conference. Mum attended with her support worker.", AT_TWO)),
    (("e", "Core group. Dad nowhere to be seen.", AT_TWO), ("v", "Core group. Dad held the baby throughout.", AT_TWO)),
    (("e", "Core group today. Just the professionals.", AT_TWO), ("s", "Core group. Mother tearful, agreed to the plan.", AT_TWO)),
    (("s", "Strategy meeting. Police could not spare anybody.", AT_TWO), ("p", "Strategy meeting by telephone, DS Hale gave the findings.", AT_TWO)),
]  # fmt: skip

NOBODY_AWAY: list[tuple[Told, Told]] = [
    (("s", "Core group. Mum, school and health visitor. Father sent apologies (shift).", AT_TWO), ("v", "Core group. Mother present, father apologies.", AT_TWO)),
    (("s", "Core group. Mum, dad, school. Mum reports six weeks without drink.", AT_TWO), ("n", "Attended core group for mum. Six weeks dry by her account.", AT_TWO)),
    (("p", "MARAC. Present: social care, health visiting, probation, housing apologies.", AT_TWO), ("s", "Attended MARAC. Health visiting and probation also there.", AT_TWO)),
    (("p", "MARAC. Present social care (A Reed), 0-19 (Jo Platt), housing apologies.", AT_TWO), ("s", "MARAC with Anna Reed, Mark Hill. Jo Platt also there.", AT_TWO)),
    (("e", "Child in need meeting. Mum says dad is away some weekends.", AT_TWO), ("s", "CIN meeting. Mum, dad, health visitor. Mum says they manage.", AT_TWO)),
    (("s", "Core group. Jo Platt not in attendance as on a course, Ann Bell in her place.", AT_TWO), ("e", "Core group attended by Ann Bell for school.", AT_TWO)),
    (("e", "Boy went white in the hall. Mum came.", {"time": dt.time(13, 20)}), ("a", "Hypo at school. Mother on scene. Not conveyed, left with mother.", {"time": dt.time(13, 24)})),
    (("s", "Contact in the family room, both children with mother.", AT_TWO), ("e", "Boy back from visiting mum in hospital. Quiet.", AT_TWO)),
    (("s", "Core group. Mum, school. Dad is not allowed to attend.", AT_TWO), ("v", "Core group. Mum there.", AT_TWO)),
    (("s", "Panel. He apologised for the missed sessions.", AT_TWO), ("n", "Review panel with social care. He apologised without being asked.", AT_TWO)),
    (("s", "Core group. No health visitor has been named yet. Health visiting lead asked for a name.", AT_TWO), ("e", "Core group. Nobody from health visiting.", AT_TWO)),
    (("s", "Conference. Mother and her sister came, father was at sea.", AT_TWO), ("v", "ICPC. Father absent, on the boat.", AT_TWO)),
    (("p", "Strategy meeting re overdose, DC Hale. No police role.", AT_TWO), ("s", "Strategy meeting. Present: DC Hale, Jo Platt, Mark Hill.", AT_TWO)),
    (("t", "Discharge meeting. Flat found. No staff to have the address in writing.", AT_TWO), ("s", "Discharge meeting on the ward with mother, housing and physiotherapy.", AT_TWO)),
    (("v", "RCPC attended. Plan to continue.", AT_TWO), ("e", "Review conference. No one from mental health.", AT_TWO)),
    (("s", "Core group. Mother at home next week, did not attend clinic.", AT_TWO), ("v", "Core group. Mother attended.", AT_TWO)),
    (("p", "Strategy meeting. Written agreement with mother.", AT_TWO), ("s", "Strategy meeting. He is not to be alone with the children.", AT_TWO)),
    (("v", "Antenatal contact, jointly with social worker. Mother alone, Gary offshore.", {}), ("s", "Visited with the health visitor. Mother at home, flat warm.", {})),
    (("p", "RCPC. Told the meeting that mother failed to attend a voluntary interview.", AT_TWO), ("s", "Review conference. Mother, father and school.", AT_TWO)),
    (("e", "Core group. School nurse had sent a report instead.", AT_TWO), ("s", "Core group. Mum, school and housing.", AT_TWO)),
    (("t", "Core group. Housing not able to get there.", AT_TWO), ("s", "Core group. All attended except housing.", AT_TWO)),
    (("e", "Core group. The health visitor was asked for the weights. Nobody from there came.", AT_TWO), ("s", "Core group. The health visitor was invited.", AT_TWO)),
    (("v", "Core group. Mum came with her sister. Could not speak to mum by herself.", AT_TWO), ("s", "Core group. Mum and aunt came together.", AT_TWO)),
    (("e", "Core group. Dad missing from the photo that mum showed.", AT_TWO), ("s", "Core group. Dad attended.", AT_TWO)),
    (("e", "Core group. Mum said that the social worker had waited outside the school.", AT_TWO), ("s", "Core group. Mum and I met the school.", AT_TWO)),
    (("e", "Core group. Professionals only for the first ten minutes, then mum.", AT_TWO), ("s", "Core group. Mum attended.", AT_TWO)),
    (("v", "Core group. Mum had been off sick from her job.", AT_TWO), ("s", "Core group. Mum attended.", AT_TWO)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), AWAY, ids=lambda each: each[1][:40])
def test_who_stayed_away_by_the_one_came_by_the_other(one: Told, other: Told) -> None:
    assert "present" in aspects(one, other)


@pytest.mark.parametrize(("one", "other"), NOBODY_AWAY, ids=lambda each: each[1][:40])
def test_nobody_stayed_away_who_came(one: Told, other: Told) -> None:
    assert "present" not in aspects(one, other)


HOUSE = [
    "Wrote to Ms Joan Reed.",
    "Then Joan Reed rang. Then Ms Reed rang.",
    "Saw Lucy Reed (7).",
    "Saw Lucy Reed, 8.",
    "Met Mr Lee Pell.",
]


def test_the_one_woman_whom_all_call_ms_is_the_mother_who_did_not_come() -> None:
    told = (
        ("h", "Conference attended. Mother herself did not come, her chair stayed empty."),
        ("s", "Conference. Ms Reed attended and spoke."),
    )
    records = [Record(f"r{n}", "p", event=words, start=ON, end=ON) for n, words in enumerate([*HOUSE, "Saw Ms Reed."])]
    case = read_case([*records, *(Record(a, a, event=w, start=ON, end=ON) for a, w in told)], AGENCIES, quietly)
    assert surely_one(case, "mother", "=joan reed")
    assert not surely_one(case, "father", "=joan reed")
    found = by_roll(Between(case, Thresholds(), *case.facts[-2:]))
    assert found is not None
    assert found.sentence == "General Hospital has Mother absent, Children's social care has Mother there."


def test_two_women_as_often_named_are_neither_surely_the_mother() -> None:
    words = [*HOUSE, "Saw Ms Anna Voss.", "Rang Ms Anna Voss, and Ms Anna Voss came. Told Ms Anna Voss."]
    case = read_case([Record(f"r{n}", "p", event=each, start=ON, end=ON) for n, each in enumerate(words)], AGENCIES, quietly)
    assert not surely_one(case, "mother", "=joan reed")


CHILD = [
    "Saw Ruby Voss (13).",
    "Spoke to Ruby Voss, 13, alone.",
    "Ruby Voss in class.",
    "Rang about Ruby Voss.",
    "Saw Ruby Voss (13) at home.",
]


@pytest.mark.parametrize(
    ("away", "there", "differ"),
    [
        ("Review conference. Ruby had opted to stay in lessons.", "Review conference. Ruby read out her letter.", True),
        ("Review conference. Ruby did not want to come.", "Review conference. Present: Ruby Voss, Jo Platt, Mark Hill.", True),
        ("Review conference. Ruby stayed away.", "Review conference. Ruby sat through all of it.", True),
        ("Review conference. Ruby did not attend school.", "Review conference. Ruby joined us.", False),
        ("Review conference. Ruby was not there.", "Review conference. Ruby came home late, mum said.", False),
        ("Review conference. Ruby was not there.", "Review conference. Jo Platt attended for Ruby.", False),
    ],
)
def test_a_child_at_a_meeting_of_grown_people(away: str, there: str, differ: bool) -> None:
    records = [Record(f"r{n}", "p", event=words, start=ON, end=ON) for n, words in enumerate(CHILD)]
    told = [Record(a, a, event=words, start=ON, end=ON) for a, words in (("e", away), ("s", there))]
    case = read_case([*records, *told], AGENCIES, quietly)
    assert "ruby voss" in case.people.children
    assert (by_roll(Between(case, Thresholds(), *case.facts[-2:])) is not None) is differ


@pytest.mark.parametrize(("name", "told"), [("Anna Reed", ["grandmother"]), ("Joan Pell", [])])
def test_an_adults_mother_by_name_is_a_grandmother(name: str, told: list[str]) -> None:
    words = [*HOUSE, "Rang Mr Lee Pell.", f"Saw Lee's mother {name}.", f"Lee's mum {name} there." if told else "Lee there."]
    case = read_case([Record(f"r{n}", "p", event=each, start=ON, end=ON) for n, each in enumerate(words)], AGENCIES, quietly)
    assert sorted(relations(case).get(name.lower(), ())) == told


@pytest.mark.parametrize(("days", "differ"), [(0, True), (2, True), (6, False)])
def test_whoever_was_at_a_meeting_may_write_of_it_days_later(days: int, differ: bool) -> None:
    came = Record("s", "s", event="Core group. Housing offered a larger flat.", start=ON, end=ON)
    day = ON + dt.timedelta(days)
    away = Record("v", "v", event="Core group. Nobody from housing there.", start=day, end=day)
    case = read_case([came, away], AGENCIES, quietly)
    assert (by_roll(Between(case, Thresholds(), *case.facts)) is not None) is differ
