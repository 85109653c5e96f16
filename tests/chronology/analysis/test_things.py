"""In what terms, doses, sums, parts of the body and hours two records of one event disagree, and in what they do not."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.analysis import AgencyFacts, Record, Thresholds
from chronology.analysis.contradictions import contradictions
from chronology.analysis.extracting import read_case
from chronology.analysis.services import Services, services_of_name

from .test_differing import AGENCIES, ON, Told, aspects, quietly

NEXT_DAY = {"start": ON + dt.timedelta(1)}

DISAGREE: list[tuple[str, Told, Told]] = [
    ("condition", ("s", "Ward meeting. She returns to her mother and nothing was asked of the family."), ("h", "Discharge planning. Home as long as the uncle is out of the house overnight.")),
    ("condition", ("s", "Planning meeting. Home with no strings attached."), ("v", "Planning meeting. Condition of discharge: aunt to give all medicines.")),
    ("condition", ("s", "Unconditional discharge to both parents."), ("h", "Discharged subject to father not being left alone with the baby.")),
    ("condition", ("s", "Discharge meeting. No requirements made of the parents."), ("h", "Discharge meeting. Going home depends on the grandmother staying with them.")),
    ("condition", ("s", "Meeting about going home. Partner may be there overnight."), ("h", "Meeting about going home. Partner not to stay overnight.")),
    ("condition", ("s", "Agreed that Sam can do the feeds on his own."), ("h", "Sam is not to do feeds on his own.")),
    ("condition", ("s", "Father is free to come and go."), ("h", "Father must stay away from the flat.")),
    ("number", ("h", "Rang the surgery, ciclosporin is now 50 mg twice daily, aspirin 75 mg."), ("s", "Call: ciclosporin changed to 150 mg BD, aspirin 75 mg.")),
    ("number", ("h", "Start mirtazapine 15 mg nocte."), ("s", "Letter: mirtazapine to start at thirty milligrams.")),
    ("number", ("t", "Arrears now stand at £2,015."), ("s", "Housing say the rent is eight hundred pounds behind.")),
    ("number", ("t", "Arrears now £2,015. Pays five pounds a week."), ("s", "Pays five pounds a week, £310 behind.")),
    ("number", ("t", "He owes his dealer 40 quid."), ("s", "Says that £95 is owed to a dealer.")),
    ("number", ("n", "Sentenced to 18 months."), ("s", "Told he was given two years.")),
    ("site", ("h", "Three bruises on the RIGHT upper arm, left arm clear."), ("s", "Doctor looked at bruises on his left upper arm.")),
    ("site", ("v", "Rash over the tummy."), ("s", "Health visitor saw a rash on his back.")),
    ("site", ("h", "Scratched tattoo behind the right ear."), ("s", "Nurse found a scratched tattoo on the inside of the left wrist.")),
    ("site", ("h", "Dislocated left shoulder."), ("s", "Ward say a dislocated right elbow.")),
    ("injury", ("h", "Burn to palm, 2 cm, dressed."), ("v", "Nurse rang: bruise to palm, no treatment.")),
    ("injury", ("h", "Fracture of left wrist."), ("s", "Hospital: just a sprain of the left wrist.")),
    ("condition", ("h", "Leave granted, four hours, escorted."), ("s", "Unescorted leave granted.")),
    ("condition", ("s", "Agreed grandfather may take him swimming by himself."), ("v", "Core group: grandfather only to see him with mother there.")),
    ("condition", ("p", "Order: excluded from Mill Road."), ("t", "Order does not keep him from Mill Road.")),
    ("site", ("h", "Black eye, left."), ("e", "Came in with a black right eye.")),
    ("time", ("e", "Collapsed in PE at 10:15, 999 called."), ("a", "Collapse at school, 11:45.")),
    ("account", ("a", "Mother told crew that he drank from a bottle of her medicine."), ("h", "Father to doctor: he fell out of bed this morning.")),
    ("account", ("a", "Father said he was out at the shop and his brother was bathing them."), ("h", "Father to registrar: I was bathing them on my own and turned away.")),
    ("account", ("p", "Boyfriend: left her with her mother at noon."), ("h", "Boyfriend said he was changing her when she went floppy.")),
    ("account", ("h", "Mother told the doctor he has had next to no insulin since Easter."), ("s", "On the ward mother told the doctor that every dose since Easter had been given.")),
    ("account", ("a", "Put to bed at nine, looked in at five."), ("h", "Mother to doctor: he went out at teatime and she had not seen him since.")),
    ("account", ("h", "Aunt says he slept through."), ("a", "Aunt told crew he was up all night being sick.")),
    ("account", ("h", "Mother said he was found face down."), ("p", "Mother said he was on his back.")),
    ("account", ("h", "Mother is definite that he had no access to any tablets."), ("e", "Mother said she found him with an empty tablet bottle.")),
    ("account", ("h", "Partner says he has never been on his own with the baby."), ("s", "Partner told us he minds the baby while mother is at work.")),
    ("account", ("h", "Mother says it was caught in the cot bars, nobody touched it."), ("v", "Mother says her partner pulled it getting him out of the seat.")),
    ("account", ("e", "She says nobody did it, she fell over the dog."), ("s", "She says her uncle twisted it.")),
    ("account", ("h", "Cut hand. Told us he punched a window."), ("p", "Cut hand. Says he was slashed by two lads.")),
    ("account", ("h", "Told nurse she cut herself with a razor."), ("e", "Told us a girl cut her with glass.")),
    ("account", ("h", "Carer insists she fainted."), ("e", "Carer says she was tripped by another pupil.")),
    ("account", ("a", "Mr Cole to crew: he was out at the shop and came home to find the kitchen alight."), ("p", "Fire. Mr Cole told PC Ash he had been asleep on the sofa all evening and woke to smoke.")),
    ("account", ("a", "Uncle says he had nodded off in front of the telly."), ("p", "Uncle to DC Holt: I was next door when I heard the bang.")),
    ("account", ("a", "Head injury. Nan said he rolled off the sofa."), ("h", "Head injury. Nan to registrar: he has had no fall and no bang of any sort.")),
    ("account", ("a", "Head injury. Dad said he slid off the bed."), ("h", "Subdural. Dad gave no account of a fall or knock.")),
    ("account", ("h", "Bruise to hip. She tripped over the dog's bowl."), ("v", "Bruise to hip. Says she slipped getting out of the shower.")),
    ("account", ("a", "Boy wet and cold. Grandfather told crew he slipped on the bank and tumbled in."), ("p", "Boy pulled out. Grandfather told PC Ash that he saw the mother carry him into the river.")),
    ("condition", ("s", "Discharge meeting. The ward asked for nothing first."), ("h", "Discharge meeting. Carer has to complete the tube training before discharge.")),
    ("condition", ("s", "Discharge meeting. May leave with the carer at once."), ("v", "Discharge meeting. Cannot leave without a night on the ward by father.")),
    ("condition", ("s", "Strategy meeting. Uncle may stay at the flat."), ("p", "Strategy meeting. Uncle has to vacate the flat.")),
    ("condition", ("s", "Placement meeting. Family time to be five mornings a week."), ("h", "Placement meeting. Parents get three sessions of an hour a week.")),
    ("condition", ("s", "Placement meeting. Contact four times a week."), ("h", "Placement meeting. Contact on Mondays and Thursdays.")),
    ("number", ("h", "Dental exam. Eight extractions under GA."), ("v", "Dental letter: three teeth for extraction.")),
    ("number", ("h", "Six stitches to the scalp."), ("s", "Hospital say four sutures to the scalp.")),
    ("date", ("t", "Inspected the flat alongside Ms Hale of the fire service. Flue cracked, damp."), ("p", "Officer Lee met us there. Flue cracked, flat damp. Came with me: Mr Dunn.", NEXT_DAY)),
    ("time", ("s", "Collected from school at 3pm by aunt."), ("e", "Collected by aunt at 1.15pm.")),
    ("site", ("h", "Burn to back of hand."), ("e", "Burn on the sole of his foot.")),
    ("condition", ("p", "Released on bail, not to contact her."), ("n", "Police: he can contact her.")),
    ("account", ("a", "Nan told crew the girl tumbled in off the jetty."), ("p", "Nan to PC Ash: she watched the father carry her into the water.")),
    ("time", ("p", "999 while two men fought on the landing. One hit with a bat.", {"time": dt.time(22, 50)}), ("h", "Hit with a bat on the landing. Wound glued.", {"time": dt.time(20, 5)})),
]  # fmt: skip

AGREE: list[tuple[Told, Told]] = [
    (("h", "Discharge meeting. No conditions other than that grandmother stays."), ("s", "Discharge meeting. Home provided grandmother stays.")),
    (("p", "Sentenced at court to 26 months."), ("s", "Mother rang: he got two years and two months.")),
    (("h", "Lamotrigine up from 25 mg to 50 mg BD."), ("v", "Letter: lamotrigine 50 mg twice a day.")),
    (("h", "Quetiapine 50 mg BD."), ("v", "Letter: quetiapine 100 mg daily.")),
    (("h", "Low mood. PHQ-9 17."), ("v", "Copy of letter: PHQ 17.")),
    (("e", "BP 148/99, nosebleed. Grandfather taking him to hospital.", {"time": dt.time(13, 25)}), ("h", "From school with nosebleed, BP 151/98.", {"time": dt.time(14, 40)})),
    (("h", "Weight 7.21 kg."), ("v", "Ward say he weighed 7.2 kg.")),
    (("h", "Scald to left hand. Right hand fine."), ("s", "Scalded her left hand.")),
    (("h", "Bruise over a broken wrist."), ("s", "Wrist broken.")),
    (("v", "Copy letter: missed clinic."), ("s", "Consultant's secretary writes that nobody brought him to clinic last week.", NEXT_DAY)),
    (("s", "Assessment report in. Parents cannot keep them safe yet."), ("n", "Assessment report reached us. Parents need help daily.", NEXT_DAY)),
    (("p", "Girl arrested in shop for taking perfume.", {"time": dt.time(17, 5)}), ("e", "She was boasting in the canteen that she got arrested for taking perfume.", {"time": dt.time(12, 15)} | NEXT_DAY)),
    (("p", "Missing. Located at the flat and returned to mother."), ("s", "Police picked her up at the flat.")),
    (("p", "Located in a car, girl on back seat with Kim. Taken home."), ("e", "Mother rang: police brought her home.")),
    (("h", "Father was out. Mother holding baby, limp."), ("s", "Mother says baby went limp in her arms.")),
    (("h", "Mother at work, father had been bathing them."), ("s", "Father says he was bathing them.")),
    (("e", "Said that his brother pushed him and he fell."), ("s", "School: fell, pushed by brother.")),
    (("t", "Front window replaced. Tenant says partner's brother did it."), ("p", "Male shouting and a window put through. Arrested.")),
    (("s", "Placement meeting. Contact cut from five times a week to three times a week."), ("h", "Placement meeting. Contact three times a week.")),
    (("h", "Booked at 14/40, well."), ("v", "Antenatal notification, 14 weeks. Contact at 28/40.")),
    (("h", "Buckle fracture of the wrist, fell off a wall."), ("v", "Letter: buckle fracture of the wrist, fall from a wall.")),
    (("p", "Pan through the window. No injuries."), ("v", "Police form, window broken.")),
    (("s", "Licence varied, no unsupervised contact with a child."), ("n", "Licence varied. He is not to have any contact with a child unsupervised.")),
    (("h", "Delivered a live girl.", {"time": dt.time(4, 36)}), ("s", "Carer rang: she has had her baby.", {"time": dt.time(8, 45)})),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_records_that_disagree(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)


@pytest.mark.parametrize(("one", "other"), AGREE, ids=lambda each: each[1][:30])
def test_records_that_do_not_disagree(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


def test_an_ambulance_service_is_known_by_how_its_crews_write() -> None:
    crew = [
        "34F cut hand, dressed. Conveyed.",
        "Crew stood down.",
        "6 yo M fitting, pre-alert to ED.",
        "Two in car, own transport.",
        "No patient.",
    ]
    office = ["Rang mother.", "Letter sent.", "Report for conference.", "Filed.", "Visit booked."]
    records = [
        Record(f"{who}{n}", who, ON, ON, event=words)
        for who, texts in (("a", crew), ("b", office))
        for n, words in enumerate(texts)
    ]
    services = Services.of(records, {"a": AgencyFacts("Westlands list"), "b": AgencyFacts("Eastlands list")})
    assert services.of_agency == {"a": frozenset({"ambulance"}), "b": frozenset()}


def test_what_is_owed_is_compared_between_entries_of_neighbouring_days() -> None:
    told = (
        ("t", "Letter by hand: £640 owing, 28 days to quit.", ON),
        ("s", "Landlord says she is £85 behind and he is content.", NEXT_DAY["start"]),
    )
    records = [Record(str(n), who, day, day, event=words) for n, (who, words, day) in enumerate(told)]
    case = read_case(records, AGENCIES, quietly)
    assert [found.aspect for found in contradictions(case, [], Thresholds())] == ["number"]


def test_agencies_are_known_by_the_short_forms_of_their_kind() -> None:
    names = ("AFRS incidents", "Weald RiO", "Marsh DC housing", "The Larder", "Borough CAB")
    assert [services_of_name(name) for name in names] == [{"fire"}, {"mental_health"}, {"housing"}, {"charity"}, set()]
