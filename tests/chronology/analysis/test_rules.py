"""Each rule of the analyst by itself, on a handful of records."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from chronology.analysis import AgencyFacts, Proposal, Record, Thresholds
from chronology.analysis.analysing import analyse
from chronology.analysis.candidates import candidates
from chronology.analysis.extracting import read_case
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.phrases import tokens_of

AGENCIES = {
    "police": AgencyFacts("Westshire Police", "police"),
    "care": AgencyFacts("Children's social care", "local_authority"),
    "gp": AgencyFacts("Mill Lane Surgery", "health"),
    "school": AgencyFacts("Hill Primary School", "education"),
    "visitor": AgencyFacts("Health visiting", "health"),
}
MAY = dt.date(2018, 5, 3)


def day(number: int) -> dt.date:
    return MAY + dt.timedelta(number)


def record(key: str, agency: str, on: int, event: str, at: str = "", **facts: Any) -> Record:
    time = dt.time.fromisoformat(at) if at else None
    return Record(key, agency, day(on), day(on), time=time, time_precision="exact" if at else "", event=event, **facts)


# What keeps the rare words rare: a case has many entries that have nothing to do with each other.
ROUTINE = [
    "Rent account statement posted to the tenant.",
    "Attendance letter sent home about lateness.",
    "Repeat prescription issued for asthma.",
    "Supervision of the allocated worker, caseload discussed.",
    "Road traffic stop, no offences found.",
    "Reading scheme changed, parents' evening booked.",
    "Immunisations given at the clinic.",
    "Patrol of the estate after complaints of noise.",
    "Growth chart copied for the file.",
    "Travel claim for the taxi signed off.",
]


def case(*records: Record, days: int = 200) -> list[Record]:
    """These records among routine ones of the same agencies, every third day of each."""
    routine = [
        record(f"r{number}-{agency}", agency, number, ROUTINE[(number + 3 * place) % len(ROUTINE)])
        for place, agency in enumerate(AGENCIES)
        for number in range(-100 + place, days - 100, 5)
    ]
    return [*routine, *records]


def found(kind: str, *records: Record, routine: bool = True, **options: Any) -> list[Proposal]:
    proposals = analyse(case(*records) if routine else list(records), agencies=AGENCIES, **options)
    return [each for each in proposals if each.kind == kind]


def together(*records: Record, **options: Any) -> list[tuple[str, ...]]:
    """The keys of each group of records that is proposed as one event."""
    return [tuple(sorted(each.rows)) for each in found("same_event", *records, **options) if each.aspect != "entered_twice"]


def told_by_several(about: str, *said: str, at: str = "10:15") -> list[Record]:
    """What two or three agencies say of one event, each by its name."""
    return [
        record(agency, agency, 0, f"{about} {words}", at) for agency, words in zip(("police", "care", "gp"), said, strict=False)
    ]


def differing(aspect: str, *records: Record) -> list[str]:
    """The keys of all records that differ in one thing."""
    return sorted({row for each in found("contradiction", *records) if each.aspect == aspect for row in each.rows})


OWN = record(
    "own", "police", 0, "Anna Reed hit on the stairwell by Carl Voss, lip split. Children upstairs. Voss arrested.", "21:40"
)


@pytest.mark.parametrize("later", [0, 1, 4, 9])
def test_a_notice_that_came_days_later_is_of_the_event(later: int) -> None:
    heard = record("heard", "care", later, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell.")
    assert together(OWN, heard) == [("heard", "own")]


def test_a_notice_that_came_after_weeks_is_not() -> None:
    heard = record("heard", "care", 40, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell.")
    assert together(OWN, heard) == []


def test_how_long_a_notice_may_take_is_a_threshold() -> None:
    heard = record("heard", "care", 20, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell.")
    assert together(OWN, heard) == []
    assert together(OWN, heard, thresholds=Thresholds(receipt_days=25)) == [("heard", "own")]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (2, "Gran says he swallowed some pills on Thursday."),
        (3, "Told by the ward of an OD at home three days ago."),
        (1, "Call from the hospital to say that he took tablets last night."),
    ],
)
def test_news_in_other_words_of_a_day_that_it_names(on: int, words: str) -> None:
    own = record("own", "care", 0, "Overdose of painkillers, conveyed by crew, bloods taken.")
    assert together(own, record("news", "school", on, words)) == [("news", "own")]


def test_those_who_tell_of_one_emergency_in_their_own_words() -> None:
    called = record("called", "police", 0, "Caller says that the boy is not breathing.", "02:40")
    told = record("told", "care", 0, "Duty informed by police: critically ill in intensive care.", "05:00")
    assert together(called, told) == [("called", "told")]


def test_who_collapsed_and_who_died_on_one_day_is_one() -> None:
    crew = record("crew", "care", 0, "Baby not breathing in the cot, CPR in progress.", "06:20")
    ward = record("ward", "visitor", 0, "Baby brought in from the cot, pronounced dead.", "06:50")
    assert together(crew, ward) == [("crew", "ward")]


def test_who_was_informed_by_another_did_not_hear_of_it_there() -> None:
    own = record("own", "gp", 0, "Wound dressed. Police informed by the nurse.")
    assert [each.second_hand for each in read_case([own], AGENCIES, [].append).facts] == [False]


def test_meetings_of_one_kind_on_one_day_are_one() -> None:
    meetings = [
        record("a", "care", 0, "Core group. Written agreement renewed."),
        record("b", "school", 0, "Attended core group for the twins."),
        record("c", "visitor", 0, "Core group at the family centre.", "10:00"),
    ]
    assert together(*meetings) == [("a", "b", "c")]


def test_the_first_and_the_second_meeting_are_two() -> None:
    assert (
        together(record("a", "care", 0, "First core group held."), record("b", "school", 0, "Attended second core group.")) == []
    )


def test_minutes_that_come_later_belong_to_the_meeting() -> None:
    held = record("held", "care", 0, "Review conference. Plans to continue, speech therapy and a nursery place to be found.")
    minutes = record("minutes", "gp", 8, "Conference minutes received: plans continue, speech therapy, nursery place.")
    assert together(held, minutes) == [("held", "minutes")]


def test_a_meeting_that_is_only_asked_for_is_not_the_meeting() -> None:
    asked = record("asked", "school", 0, "Asked for a core group to be held.")
    assert together(record("held", "care", 0, "Core group. Agreement renewed."), asked) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("a", "care", 0, "Telephone call to Anna Reed, no answer, message left on voicemail.", "10:00"),
            record("b", "visitor", 0, "Telephone call to Anna Reed, no answer, message left on voicemail.", "15:20"),
        ),
        (
            record("a", "gp", 0, "Lucy Reed seen with grazed elbow, brought by Anna Reed.", child_seen="yes"),
            record("b", "school", 0, "Tom Reed grazed elbow in the playground.", child_seen="yes"),
        ),
        (
            record("a", "care", 0, "Session with Anna Reed about routines and money.", "14:00"),
            record("b", "visitor", 0, "Session with Carl Voss about routines and money.", "14:00"),
        ),
    ],
    ids=["each made a call", "another child", "another adult"],
)
def test_alike_in_words_is_not_the_same(one: Record, other: Record) -> None:
    people = [
        record("n1", "care", -30, "Visit to Anna Reed. Lucy Reed aged 4 and Tom Reed aged 7 at home, Carl Voss out."),
        record("n2", "visitor", -31, "Clinic: Anna Reed with Lucy Reed aged 4 and Tom Reed aged 7. Asked about Carl Voss."),
    ]
    assert together(one, other, *people) == []


def test_one_agency_stands_once_in_a_group() -> None:
    again = record("again", "police", 1, "Anna Reed hit on the stairwell by Carl Voss, statement taken about split lip.")
    heard = record("heard", "care", 1, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell.")
    (rows,) = together(OWN, again, heard)
    assert len(rows) == 2
    assert "heard" in rows


def test_an_absence_of_which_another_tells_the_whole_is_one_event() -> None:
    gone = record("gone", "police", 0, "Reported missing by her aunt, last seen leaving the pool.", "21:00")
    back = record("back", "police", 1, "Misper located at a caravan on the dunes, returned.", "07:00")
    whole = record("whole", "care", 2, "Police report: absent Friday night from the pool, located in a caravan on the dunes.")
    assert {frozenset(rows) for rows in together(gone, back, whole)} == {frozenset({"gone", "back", "whole"})}
    assert all(not {"gone", "back"} <= {*rows} for rows in together(gone, back))


def test_what_one_agency_entered_twice() -> None:
    (twice,) = [
        each
        for each in found(
            "same_event",
            record("a", "care", 0, "Letter to parent about the school place."),
            record("b", "care", 0, "Letter to parent  about the school place"),
        )
        if each.aspect == "entered_twice"
    ]
    assert (twice.rows, twice.agency) == (("a", "b"), "care")


def test_reasons_are_sentences_with_the_words_of_the_rows() -> None:
    heard = record("heard", "care", 4, "Police notification received: Carl Voss split Anna Reed's lip on the stairwell.")
    (same,) = found("same_event", OWN, heard)
    assert any("stairwell" in reason for reason in same.reasons)
    assert same.reasons[-1] == "Children's social care noted it 4 days later, as heard from others."
    assert all(reason.endswith(".") for reason in same.reasons)
    assert (same.start, same.end) == (day(0), day(4))


# --- hand-offs ---------------------------------------------------------------------------------------------------

TOLD = record("told", "school", 0, "Bruise seen on Lucy Reed's forearm at registration. Rang social care with concerns.")


def test_a_hand_off_of_which_the_other_has_nothing() -> None:
    (hand_off,) = found("hand_off", TOLD)
    assert (hand_off.rows, hand_off.agency) == (("told",), "care")
    assert "“rang social care with concerns”" in hand_off.reasons[0]


@pytest.mark.parametrize("answer", ["Call from school about a bruise.", "School rang about Lucy Reed's forearm."])
def test_a_hand_off_that_was_noted(answer: str) -> None:
    assert found("hand_off", TOLD, record("noted", "care", 1, answer)) == []


def test_what_was_not_told_is_no_hand_off() -> None:
    assert found("hand_off", record("told", "school", 0, "Bruise seen. It was decided not to inform social care.")) == []


# --- gaps --------------------------------------------------------------------------------------------------------


def rhythm(agency: str, *stretches: tuple[int, int], every: int = 3) -> list[Record]:
    return [
        record(f"{agency}{on}", agency, on, f"{ROUTINE[on % len(ROUTINE)]} {on}")
        for first, last in stretches
        for on in range(first, last, every)
    ]


def test_a_stretch_without_an_entry_of_anybody() -> None:
    records = [*rhythm("care", (0, 120), (200, 320)), *rhythm("gp", (1, 120), (201, 320))]
    (gap,) = found("gap", *records, routine=False)
    assert (gap.agency, gap.aspect, gap.start, gap.end) == (None, "nobody", day(119), day(199))


def test_a_stretch_far_longer_than_any_other_of_an_agency_that_writes_every_week() -> None:
    often = [record(f"c{number}", "care", 7 * number, f"Note {number}.") for number in range(60) if not 28 <= number < 31]
    others = [record(f"s{number}", "school", 5 * number, f"Line {number}.") for number in range(84)]
    (gap,) = found("gap", *often, *others, routine=False)
    assert (gap.agency, gap.start, gap.end) == ("care", day(27 * 7 + 1), day(31 * 7 - 1))
    uneven = [each for each in often if each.key not in {"c40", "c41"}]
    assert found("gap", *uneven, *others, routine=False) == []
    away = [each for each in (*often, *others) if not day(330) <= each.start < day(400)]
    assert [(each.agency, each.start) for each in found("gap", *away, routine=False)] == [("care", day(190)), (None, day(330))]


def test_a_stretch_without_an_entry_of_one_agency() -> None:
    records = [*rhythm("care", (0, 120), (170, 320)), *rhythm("gp", (1, 320))]
    (gap,) = found("gap", *records, routine=False)
    assert (gap.agency, gap.aspect, gap.start, gap.end) == ("care", "one_agency", day(118), day(169))


def test_an_agency_that_seldom_writes_has_no_gap_in_the_same_days() -> None:
    assert found("gap", *rhythm("care", (0, 120), (170, 320), every=25), *rhythm("gp", (1, 320)), routine=False) == []


def test_a_gap_of_a_school_says_that_the_summer_holidays_lie_in_it() -> None:
    first = (dt.date(2018, 7, 20) - MAY).days
    records = [*rhythm("school", (0, first), (first + 44, 320)), *rhythm("gp", (1, 320))]
    (gap,) = found("gap", *records, routine=False)
    assert gap.reasons[-1] == "The summer holidays lie in it, in which it may not have seen the child at all."


def test_christmas_is_no_gap_of_a_school() -> None:
    first = (dt.date(2018, 12, 18) - MAY).days
    records = [*rhythm("school", (0, first), (first + 26, 400)), *rhythm("gp", (1, 400))]
    assert found("gap", *records, routine=False) == []


def test_what_comes_behind_the_end_of_a_case_makes_no_gap_of_all_before_it() -> None:
    records = [*rhythm("care", (0, 200)), *rhythm("gp", (1, 200)), record("copy", "gp", 240, "Copy of the file sent.")]
    assert found("gap", *records, routine=False) == []


def test_days_on_which_nobody_saw_the_child() -> None:
    seen = [
        record(f"s{on}", "care", on, f"Visit, seen at home {on}.", child_seen="yes")
        for on in (*range(0, 100, 5), *range(200, 300, 5))
    ]
    (gap,) = [each for each in found("gap", *seen, *rhythm("gp", (1, 320))) if each.aspect == "child_not_seen"]
    assert (gap.agency, gap.start, gap.end) == (None, day(96), day(199))


def test_a_referral_that_nobody_answered() -> None:
    (gap,) = found("gap", record("asked", "school", 0, "Referral for speech therapy chased, no response received."))
    assert (gap.aspect, gap.rows, gap.agency) == ("no_outcome", ("asked",), "school")


def test_a_referral_that_was_answered_in_time() -> None:
    asked = record("asked", "school", 0, "Referral for speech therapy chased, no response received.")
    answered = record("answered", "school", 12, "Speech therapy referral accepted, waiting list.")
    assert found("gap", asked, answered) == []
    assert len(found("gap", asked, answered, thresholds=Thresholds(outcome_days=10))) == 1


def test_an_agency_that_falls_silent_and_one_that_never_spoke() -> None:
    records = [*rhythm("care", (0, 60)), *rhythm("gp", (0, 400)), *rhythm("visitor", (0, 400)), *rhythm("school", (0, 400))]
    silent = found("silent", *records, routine=False, period=(day(0), day(400)))
    assert [(each.agency, each.aspect) for each in silent] == [("police", "no_entry")]
    (gap,) = found("gap", *records, routine=False, period=(day(0), day(400)))
    assert (gap.agency, gap.aspect, gap.start, gap.end) == ("care", "no_more", day(58), day(400))


def test_an_agency_with_next_to_nothing_is_silent_and_has_no_gap() -> None:
    few = [record(f"few{on}", "care", on, "Letter filed.") for on in (0, 9, 30, 41)]
    records = [*few, *rhythm("gp", (0, 400))]
    silent = found("silent", *records, routine=False, period=(day(0), day(400)))
    assert ("care", "no_more", day(42), day(400)) in [(each.agency, each.aspect, each.start, each.end) for each in silent]
    assert found("gap", *records, routine=False, period=(day(0), day(400))) == []


# --- order -------------------------------------------------------------------------------------------------------


def test_known_before_it_happened() -> None:
    (order,) = found("order", record("a", "gp", 0, "Letter from the clinic.", known_on=day(-3)))
    assert order.aspect == "known_before"


def test_ended_before_it_began() -> None:
    (order,) = found("order", record("a", "police", 0, "Officers at the address.", "14:00", end_time=dt.time(13, 10)))
    assert order.aspect == "ends_before"


def test_the_second_before_the_first() -> None:
    (order,) = found(
        "order", record("a", "care", 0, "Second core group held."), record("b", "care", 20, "First core group held.")
    )
    assert (order.aspect, order.rows) == ("miscounted", ("a", "b"))


# --- answers that stick ------------------------------------------------------------------------------------------


def test_an_identity_depends_on_what_was_found_and_not_on_its_words() -> None:
    one = Proposal("same_event", ("a", "b"), None, day(0), day(1), ("One reason.",), 0.7)
    same = Proposal("same_event", ("b", "a"), None, day(0), day(2), ("Another.",), 0.9)
    assert one.identity == same.identity
    gaps = [Proposal("gap", (), "care", day(0), day(last), (), 0.5, "one_agency").identity for last in (20, 30)]
    assert len({one.identity, *gaps, Proposal("contradiction", ("a", "b"), None, None, None, (), 0.5, "date").identity}) == 4


def test_an_empty_case_has_nothing_to_say() -> None:
    assert analyse([], agencies={}) == []


@pytest.mark.parametrize(
    ("words", "found_in_them"),
    [
        ("the boy was brought in after a cardiac arrest", {"collapse", "emergency_call"}),
        ("arrested by two officers", {"arrest"}),
        ("not in her bed, never came home", {"missing"}),
    ],
)
def test_phrases_that_hide_others(words: str, found_in_them: set[str]) -> None:
    assert KIND.names(tokens_of(words)) & {"arrest", "collapse", "emergency_call", "missing"} == found_in_them


def test_two_letters_stand_for_one_of_the_family() -> None:
    named = [record(f"n{number}", "care", number, "Visit to Leo Grant at home.") for number in range(5)]
    said = record("said", "school", 6, "LG tired, CP file updated.")
    facts = {each.record.key: each for each in read_case([*named, said], AGENCIES, [].append).facts}
    assert facts["said"].people == ("leo grant",)


def test_other_numbers_of_a_street_are_other_households() -> None:
    fire = record("fire", "police", 0, "Call to 31 Mill Court, fireworks through the letterbox.", "20:10")
    pain = record("pain", "gp", 0, "Chest pain, fireworks, called to 9 Mill Court.", "20:10")
    assert together(fire, pain) == []


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Short seizure in music, no ambulance.", {"ambulance"}),
        ("Child with a burnt finger, cooled, not conveyed.", {"hospital"}),
        ("Back ten minutes late. Not reported missing.", {"police"}),
        ("Education plan meeting held without college.", {"school"}),
        ("She talked about banging from the flat upstairs.", {"elsewhere"}),
        ("No offences. Without any warning he left.", set()),
    ],
)
def test_what_a_record_says_had_no_part_in_it(words: str, denied: set[str]) -> None:
    assert read_case([record("a", "care", 0, words)], AGENCIES, lambda _: None).facts[0].denied == denied


def test_a_record_fits_the_event_that_several_tell_of_and_none_of_them_alone() -> None:
    rows = [
        record(
            "ward", "visitor", 0, "Call from the hospital: Anna Reed admitted with a broken femur and bruising, plaster spica."
        ),
        record("told", "care", 0, "Hospital rang: Anna Reed admitted, broken femur, bruising to ribs, marrow oedema."),
        record("left", "school", 1, "Anna Reed off, plaster and oedema."),
    ]
    assert together(*rows) == [("left", "told", "ward")]


def test_two_calls_in_the_same_words_are_two_calls() -> None:
    words = "Rang Anna Reed, phone switched off, left message to ring back about the parcel."
    assert together(record("a", "gp", 0, words), record("b", "visitor", 0, words)) == []


@pytest.mark.parametrize(("words", "compared"), [("Since Saturday", True), ("For months", False)])
def test_a_record_that_names_a_day_is_compared_with_what_is_unusual_of_that_day_whatever_its_words(
    words: str, compared: bool
) -> None:
    """Neither words, people, hour nor agency in common: only the day that the later one means."""
    smashed = record("p", "police", 2, "Gazebo overturned, gnomes toppled, hosepipe sliced, lantern gone.")
    shaken = record("g", "gp", 5, f"{words} nail biting, grinding teeth, porridge untouched, rash on neck.")
    of_case = read_case(case(smashed, shaken), AGENCIES, lambda _: None)
    pairs = {(one.record.key, other.record.key) for one, others in candidates(of_case, Thresholds()) for other in others}
    assert (("p", "g") in pairs or ("g", "p") in pairs) is compared
