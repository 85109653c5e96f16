"""Who is named, whose staff they are, who told whom, and what follows from it, on a handful of records."""

from __future__ import annotations

import pytest

from chronology.analysis import AgencyFacts
from chronology.analysis.ages import ages_of
from chronology.analysis.extracting import read_case
from chronology.analysis.naming import find_people
from chronology.analysis.outside import agency_of
from chronology.analysis.pairs import weigh
from chronology.analysis.services import services_of_name
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.vocabulary.kinds import KIND
from chronology.analysis.vocabulary.phrases import tokens_of
from tests.chronology.analysis.test_rules import AGENCIES, record, together


def heard(agency: str, words: str) -> bool:
    named = [record(f"n{number}", "care", number, "Visit to Leo Grant, seen by Ruth Vane, social worker.") for number in range(6)]
    return read_case([*named, record("it", agency, 8, words)], AGENCIES, lambda _: None).facts[-1].second_hand


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        ("gp", "ICPC minutes Leo Grant, plan for neglect."),
        ("care", "VIST: father locked up, Leo loose in the front of the car."),
        ("gp", "D/c: Leo Grant, ward two nights, wheeze."),
        ("gp", "ED Royal 12/5 wheeze, steroids three days."),
        ("gp", "SGH 11-12/5: wheeze, home."),
        ("visitor", "Liaison slip: second trip to hospital this year."),
        ("care", "School have excluded Leo for two days."),
        ("visitor", "Ruth Vane of the duty team rang after the visit, no concern."),
    ],
)
def test_heard_from_another(agency: str, words: str) -> None:
    assert heard(agency, words)


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        ("visitor", "Liaison with police control room: message left."),
        ("school", "Plan update: health visitor section typed."),
        ("visitor", "Met Leo Grant in the car by the gate. She told me nights are worst."),
        ("gp", "Rang social care about Leo, no answer."),
        ("visitor", "Call with Leo Grant, ten minutes, voices in the room."),
        ("visitor", "Call to Leo Grant at the hostel, undecided."),
        ("visitor", "Reading scores sent to Ruth Vane: eleven of twenty."),
        ("school", "Sight test in the library, Leo Grant passed. Slip letter in bookbag."),
    ],
)
def test_an_agency_s_own_work_is_not_heard(agency: str, words: str) -> None:
    assert not heard(agency, words)


def test_whose_staff_somebody_is_follows_from_where_the_name_stands() -> None:
    own = [record(f"o{n}", "care", n, f"Ruth Vane visited the flat. Meal {n} on the table.") for n in range(3)]
    others = [record(f"p{n}", "visitor", n, f"Joint visit with worker Ruth Vane. Weight plotted {n}.") for n in range(4)]
    titled = [record(f"q{n}", "school", n, f"DS Owen Pike came to the office about the bus {n}.") for n in range(3)]
    staff = read_case([*own, *others, *titled], AGENCIES, lambda _: None).services.staff
    assert staff == {"ruth vane": "care", "owen pike": "police"}


def test_two_words_of_a_name_that_are_glued_together_are_what_others_write() -> None:
    agencies = {"a": AgencyFacts("OpenLoft notes"), "b": AgencyFacts("Social care")}
    assert (
        read_case([record("1", "b", 0, "Apologies from Open Loft.")], agencies, lambda _: None).services.aliases["open loft"]
        == "a"
    )


def test_who_stands_in_a_record_with_a_call_is_not_there_by_profession() -> None:
    rang = [f"Lee Marsh was at {place}. Rita Dale and Joan Pike to call." for place in ("home", "work", "football")]
    assert "lee marsh" not in find_people(rang)[0].professionals


def test_a_form_of_address_means_nobody_who_is_a_child() -> None:
    child = ["Saw baby Kit Pell asleep.", "Weighed baby Kit Pell.", "Fed baby Kit Pell.", "Baby Kit Pell crying."]
    _, named, _, _ = find_people([*child, "Rang Warren Pell.", "Today Mr Pell opened the door."])
    assert named[-1] == ("warren pell",)


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (["Gareth Pell rang.", "Gareth Pell late.", "Then Gareth Pell left.", "Saw Gaz Pell."], "gareth pell"),
        (["Saw Teodor Lund.", "And Teodor Lund.", "Home of Teodor Lund.", "Asked Theo Lund."], "teodor lund"),
        (["Rang Anneke de Vries.", "With A de Vries.", "Told Anneke de Vries."], "anneke de-vries"),
        (["Saw Lacey-Mae Pell.", "Fed Lacey-Mae Pell.", "With Lacey Mae, who slept."], "lacey-mae pell"),
    ],
)
def test_one_person_in_other_spellings(texts: list[str], person: str) -> None:
    _, named, _, _ = find_people(texts)
    assert named == [(person,)] * len(texts)


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("13f, four burns", {"13f"}),
        ("m 9, severe asthma", {"9m"}),
        ("girl of twelve fell", {"12f"}),
        ("aged 5 months", set()),
        ("f 9 kg", set()),
    ],
)
def test_ages_without_names(words: str, ages: set[str]) -> None:
    assert ages_of(words) == ages


@pytest.mark.parametrize(
    ("file", "services"),
    [
        ("MH trust extract.csv", {"mental_health"}),
        ("Acute trust.csv", {"hospital"}),
        ("0-19 service.csv", {"health_visiting", "school_nursing"}),
        ("Freshwater recovery export.csv", {"substance_misuse"}),
        ("QRT cardiology contacts.xlsx", {"hospital"}),
        ("Elm Row MyConcern.docx", {"school"}),
    ],
)
def test_what_an_agency_s_name_says(file: str, services: set[str]) -> None:
    assert services_of_name(agency_of(file).name) == services


def test_a_name_of_the_family_in_a_file_s_name_does_not_name_the_agency() -> None:
    agencies = {"care": AgencyFacts("LCS Grantham siblings"), "visitor": AgencyFacts("Open Road outreach")}
    rows = [record(f"n{n}", "visitor", n, f"Visit to Leo Grantham, toys {n}.") for n in range(9)]
    told = [record(f"t{n}", "care", n, f"Told Open Road about the visit {n}.") for n in range(1)]
    services = read_case([*rows, *told], agencies, lambda _: None).services
    assert services.aliases == {"open road": "visitor"}


def test_both_were_there_together_by_name() -> None:
    first = record("first", "care", 0, "With Owen Pike to the flat. Cot full of washing.")
    second = record("second", "visitor", 0, "Visited with Ruth Vane. Pillows on the floor.")
    named = [record(f"s{n}", "school", 20 + n, f"Asked worker Ruth Vane and visitor Owen Pike, plan {n}.") for n in range(3)]
    assert ("first", "second") in together(first, second, *named)


@pytest.mark.parametrize("how", ["Short call with", "Route reviewed with", "Spoke with"])
def test_who_only_spoke_was_not_there_together(how: str) -> None:
    facts = read_case([record("it", "school", 8, f"{how} police about the gate.")], AGENCIES, lambda _: None).facts
    assert not facts[-1].joint


def test_what_one_of_the_family_tells_of_a_night_in_hospital() -> None:
    ward = record("ward", "visitor", 0, "Buckle injury of distal radius, seen and home.", "02:10")
    told = record("told", "school", 0, "Nan left word: not here today, he broke an arm.", "09:40")
    seen = record("seen", "care", 0, "Someone broke an arm on the green.", "11:00")
    assert together(ward, told) == [("told", "ward")]
    assert together(ward, seen) == []


def test_the_minutes_of_a_meeting_are_not_the_meeting_of_that_day() -> None:
    meeting = record("meeting", "care", 0, "Review conference held, plan for neglect of Leo Grant ends.")
    minutes = record("minutes", "gp", 7, "Conference minutes, Leo Grant, neglect, plan ended.")
    typed = record("typed", "care", 7, "Conference minutes for Leo Grant checked and sent out.")
    assert together(meeting, minutes, typed) == [("meeting", "minutes")]


def test_a_record_at_the_hour_of_a_meeting_is_of_it_whatever_it_calls_it() -> None:
    rows = [
        record("care", "care", 0, "Core group. Bus pass to be swapped.", "10:10"),
        record("school", "school", 0, "Core group at the school. Taxi agreed.", "10:10"),
        record("visitor", "visitor", 0, "With the others about Leo. Chart left.", "10:10"),
    ]
    assert together(*rows) == [("care", "school", "visitor")]


def test_a_neighbour_s_number_is_not_another_household() -> None:
    police = record(
        "police", "police", 0, "Neighbour at 29 Mill Court heard plates smashing, Anna Reed bleeding from scalp.", "01:10"
    )
    gp = record("gp", "gp", 0, "Anna Reed, 27 Mill Court, scalp bleeding, plate smashed on her.", "01:10")
    assert together(police, gp) == [("gp", "police")]


def test_no_vomiting_is_no_vomiting() -> None:
    kinds = read_case([record("a", "gp", 0, "Doing well, no vomiting.")], AGENCIES, lambda _: None).facts[0].kinds
    assert "stomach" not in kinds


def test_letters_of_the_field_are_the_child_where_an_agency_has_them_for_the_name() -> None:
    full = [record(f"f{n}", "care", n, f"Visit to Carla Tomlin at the address, room {n}.") for n in range(6)]
    log = [record(f"l{n}", "visitor", n, f"CT's mood was good, room {n}. HPV / MenACWY CT.") for n in range(12)]
    case = read_case([*full, *log], AGENCIES, lambda _: None)
    assert {each.people for each in case.facts} == {("carla tomlin",)}
    named = [record(f"n{n}", "visitor", n, f"Carla Tomlin had a CT scan {n}. CT of the head clear.") for n in range(12)]
    assert not read_case([*full, *named], AGENCIES, lambda _: None).people.initials


def test_a_town_is_nobody_s_short_name() -> None:
    texts = [f"Visit {n} by worker Marlon Voss, who had been in Marlport all day." for n in range(5)]
    assert find_people(["Traced in Marlport at a guest house.", *texts])[1][0] == ()


@pytest.mark.parametrize(
    ("name", "services"),
    [
        ("Beech Lodge daily logs", {"fostering"}),
        ("Beacon Project case notes", {"charity"}),
        ("Case notes", {"social_care"}),
        ("Elm Road Junior and Acorns Nursery", {"school", "nursery"}),
    ],
)
def test_what_the_name_of_a_record_says(name: str, services: set[str]) -> None:
    assert services_of_name(name) == services


def test_what_is_written_again_and_again_does_not_make_two_things_one_by_chance_less_likely() -> None:
    again = [record(f"r{n}", "school", n // 2, "Register checked, nothing to note.") for n in range(20)]
    own = record("own", "gp", 3, "Ear infection, drops given.")
    found = read_case([*again, own], AGENCIES, lambda _: None)
    assert (found.density, found.crowd) == (0.1, 2.1)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("He broke in while she was away.", "Burglary, lock and glass replaced.", "break_in"),
        ("Mother fled to a safe house.", "Family at a confidential address.", "fled"),
        ("Tested positive for cocaine.", "Result of drug screen shared.", "drug_test"),
        ("Not collected at half past three.", "Child left till twenty to five.", "left_alone"),
        ("Stepfather shuts him in an outbuilding.", "Locked in the shed.", "locked_in"),
        ("Refused entry at the door.", "They could not get through the door.", "refused_entry"),
    ],
)
def test_one_kind_in_other_words(one: str, other: str, kind: str) -> None:
    assert kind in KIND.names(tokens_of(one.lower())) & KIND.names(tokens_of(other.lower()))


def test_what_seldom_happens_and_each_has_once_is_one_whoever_did_what_about_it() -> None:
    police = record("police", "police", 0, "Burglary, television smashed, former partner suspected.", "23:50")
    school = record("school", "school", 1, "He broke in while she was away.")
    assert together(police, school) == [("police", "school")]


@pytest.mark.parametrize("words", ["Leo Grant: dose halved. Letter to GP.", "Teaching note: GP notes handed back."])
def test_a_patient_or_a_heading_before_a_colon_told_nothing(words: str) -> None:
    assert not heard("visitor", words)


def test_a_weekday_beside_a_date_is_of_something_else() -> None:
    fell = record("a", "school", 0, "Leo Grant fell from the stage, sprained ankle, strapped.", "11:00")
    for says, names_it in (
        ("Letter: visit at home, ankle; clinic Thursday.", True),
        ("Letter: visit 7/5, ankle; clinic Thursday.", False),
    ):
        case = read_case([fell, record("b", "gp", 6, says)], AGENCIES, lambda _: None)
        assert weigh(case, *case.facts, Thresholds()).named is names_it
