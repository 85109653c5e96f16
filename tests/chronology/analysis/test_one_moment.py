"""Hours and days of two records: of one moment at which both were, and of hearing of it, of a later step or of writing it up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from .test_differing import ON, Told, aspects


def at(hour: int, minute: int = 0, days: int = 0) -> dict[str, Any]:
    return {"time": dt.time(hour, minute), "start": ON + dt.timedelta(days)}


DISAGREE: list[tuple[str, Told, Told]] = [
    ("time", ("s", "Core group attended. Plan reviewed.", at(10)), ("v", "Attended core group. Plan reviewed.", at(14))),
    ("time", ("s", "Joint visit with the health visitor, boy in the garden.", at(9, 30)), ("v", "Joint visit with the social worker, boy in the garden.", at(13))),
    ("time", ("p", "Man down outside the chapel, collapsed.", at(18, 10)), ("a", "Man collapsed outside the chapel.", at(20, 30))),
    ("date", ("s", "Joint visit with the health visitor, boy in the garden."), ("v", "Visited together with the social worker, boy in the garden.", at(9, 0, 1))),
    ("date", ("s", "Review conference attended.", at(9, 30)), ("n", "Attended review conference.", at(9, 30, 1))),
    ("time", ("e", "Found in the hall with a cut. Rang 999 at 11:20 and waited with her.", at(11, 20)), ("a", "Cut to the leg, staff there. Call taken 13:05.", at(13, 5))),
    ("time", ("p", "Call from mother: girl of nine not home. Found asleep in a shed.", at(21, 40)), ("s", "Police told us that she had been missing and was found. Mother first rang them at 20.05.", at(23))),
    ("time", ("e", "Gone at lunch with his uncle. I rang 101 at 13:10 as soon as I knew.", at(13, 10)), ("p", "Call from the school: boy taken at lunch by his uncle.", at(14, 40))),
    ("time", ("p", "Call from a woman, marks to her wrist. Man arrested.", at(22, 10)), ("s", "Notification received: her call was taken by police at 20:05. Marks to her wrist, man arrested.", at(9, 0, 2))),
    ("time", ("p", "999 from the lodger, fight on the landing.", at(19, 40)), ("s", "Notification: the lodger herself dialled 999 at 22.55 on Thursday.", at(9, 0, 1))),
    ("time", ("e", "She says that she rang 999 just after seven last night.", at(8, 30, 1)), ("s", "Notification: at twenty to ten last night the girl phoned 999.", at(10, 0, 1))),
    ("time", ("p", "Call to say that a toddler is in the road.", at(15, 10)), ("n", "He told me that he had called the police about noon, by the church clock.", at(11, 0, 1))),
    ("time", ("a", "Woman of 60, breathless. Call 06:12.", at(6, 12)), ("s", "Her son told us he phoned for an ambulance at four in the morning.", at(11))),
    ("time", ("p", "Found in a bus shelter by officers at 02:15.", at(2, 40)), ("s", "Out of hours: police found her in a bus shelter at ten to six this morning.", at(9))),
    ("time", ("h", "Arrived 14:20 with a scald.", at(14, 20)), ("s", "Hospital: he was brought in at ten in the morning with a scald.", at(16))),
    ("time", ("e", "Fell from the wall bars at 10.15.", at(11)), ("h", "Fell off wall bars at half past two this afternoon.", at(16))),
    ("time", ("p", "The assault took place at about 22:30.", at(23)), ("n", "He told me the assault was at teatime, about five.", at(10, 0, 1))),
    ("time", ("a", "Man of 50 collapsed. Call 17:42, on scene 17:51.", at(17, 42)), ("p", "Landlady called an ambulance at twenty past four, she says.", at(18, 30))),
    ("time", ("s", "Unit rang: not in. They reported him missing to police at 9.30pm.", at(22)), ("p", "Missing report from the unit 23:55.", at(23, 55))),
    ("time", ("e", "Police say the caretaker's call was made at 22:45 last night.", at(9, 0, 1)), ("p", "Call from caretaker 20:30, child heard screaming.", at(20, 30))),
    ("time", ("a", "Received 07:48. Toddler choking, cleared on arrival.", at(7, 48)), ("h", "Mum says he choked on toast and she called an ambulance at quarter past nine.", at(10, 30))),
    ("time", ("e", "999 called 12.40 by the caretaker, crew here 12.52.", at(12, 40)), ("a", "Time of call 14:02. Head injury.", at(14, 2))),
    ("time", ("t", "The warden called the fire service and police at 22:00.", at(22)), ("p", "Call from warden 23:35.", at(23, 35))),
    ("time", ("p", "Incident reported 20:40 by a male at the address.", at(20, 40)), ("s", "Police state that the call came in at 22:37.", at(9, 0, 1))),
    ("date", ("s", "Home visit with Sarah Bell, health visitor. Baby asleep in her pram.", at(10)), ("v", "Health visitor and social worker visit. Baby asleep in her pram.", at(10, 0, 1))),
    ("time", ("p", "Fight outside the chip shop, two youths held.", at(19, 15)), ("e", "Police told us of a fight outside the chip shop at 22:40.", at(9, 0, 1))),
    ("date", ("s", "Joint visit this afternoon, Tuesday, with the health visitor about the overnight feeds.", at(14, 0, 1)), ("v", "Joint visit today, Monday, with the social worker about the feeds.", at(14))),
]  # fmt: skip

NO_DIFFERENCE: list[tuple[str, Told, Told]] = [
    ("time", ("p", "Call from General Hospital: girl of four with a dose of methadone in her.", at(16, 30)), ("a", "999 from aunt, girl of four drowsy after methadone.", at(14, 50))),
    ("time", ("p", "Release notice from the prison: Voss out today to a hostel.", at(11, 20)), ("a", "Police notice that Voss is out of prison today. Marker put on.", at(15))),
    ("time", ("s", "The unit has given four weeks' notice on the placement of Rahim.", at(12)), ("e", "We gave four weeks' notice on the placement of Rahim.", at(9, 30))),
    ("time", ("a", "Girl of two, painful leg.", at(17, 10)), ("s", "Hospital told us of a painful leg. She fell at about half past two, says her uncle.", at(18))),
    ("date", ("h", "Eye clinic for Rahim. Joint visit to the ward cancelled by the consultant.", at(9)), ("s", "Joint visit to the ward with consultant for Rahim.", at(15, 0, 1))),
    ("time", ("s", "Review conference. Plan ended.", at(10)), ("p", "Review conference outcome for the twins received: plan ended. Flag off.", at(14, 10))),
    ("time", ("h", "Cut hand sutured. Says a window slipped.", at(20, 40)), ("p", "Two brothers fighting with police in attendance. One cut his hand.", at(19))),
    ("date", ("p", "Call from number 4, screaming. Man arrested for assault.", at(23, 30)), ("h", "Woman came in by ambulance, assault by partner.", at(0, 40, 1))),
    ("date", ("s", "Reception teacher says that he settled into class. Few words.", at(14)), ("v", "Seen in class, weighed. Few words, new in reception.", at(10, 0, 1))),
    ("date", ("n", "Social worker: care order granted yesterday.", at(9, 30)), ("e", "Email from the social worker: care order granted on Wednesday.", at(9, 30, 1))),
    ("date", ("p", "Joint interview after the arrest, bailed."), ("e", "Encompass call for Tuesday: father arrested. Quiet start, sat with her key worker.", at(8, 45, 1))),
    ("time", ("e", "Cut in the hall. Rang 999 at 12:55, gone with the crew.", at(14, 30)), ("a", "Cut to the leg, staff there. Call taken 13:05.", at(13, 5))),
    ("time", ("e", "Found in the hall with a cut. Rang police at 11:20.", at(11, 20)), ("a", "Cut to the leg, staff there. Call taken 13:05.", at(13, 5))),
    ("time", ("a", "Fell off the swing, injured hip.", at(14)), ("v", "Fell off the swing, injury to hip, seen by the carer.", at(10))),
    ("date", ("s", "She asked for clothes this morning."), ("e", "Gave him clothes this afternoon.", at(15, 0, 1))),
    ("time", ("p", "999: domestic incident, assaulted. Girl seen by PC Hale, unhurt. Man arrested.", at(22)), ("h", "Assaulted by husband, domestic incident. Discharged.", at(23, 20))),
    ("time", ("v", "Visit to the flat. Gone to her aunt after a row.", at(15, 45)), ("t", "Tenant texted at 7am then rang. Row, she is off to her aunt.", {"start": ON})),
    ("time", ("a", "Fall at the rink. Brought to hospital at 18.30."), ("p", "Fall at the rink. Mother says that she was brought to the rink at 4pm.")),
    ("time", ("p", "999 from the lodger, fight on the landing.", at(19, 40)), ("s", "Notification: the lodger rang 999 at about twenty to eight on Thursday.", at(9, 0, 1))),
    ("time", ("p", "999 from the lodger, fight on the landing.", at(19, 40)), ("s", "The lodger had to ring the police again at 23:10.", at(9, 0, 1))),
    ("time", ("p", "999 from the lodger, fight on the landing.", at(19, 40)), ("n", "They had been at it since four, then the lodger rang 999 around half past seven.", at(9, 0, 1))),
    ("time", ("p", "999 from the lodger, fight on the landing.", at(19, 40)), ("s", "Police rang at 22:30: fight on the landing, man held after a 999 call.", at(22, 30))),
    ("date", ("s", "Office visit, wants help with a form for school.", at(10)), ("t", "Phone call, wants help with a school form.", at(10, 0, 1))),
    ("date", ("h", "Clinic. Growth and feeding reviewed.", at(9, 30)), ("v", "Clinic. Growth and feeding reviewed again.", at(9, 30, 1))),
    ("time", ("p", "Found in a bus shelter at 05:40.", at(6)), ("s", "Found in a bus shelter at about twenty to six.", at(9))),
    ("time", ("e", "Collected at half past three.", at(16)), ("s", "School: collected 15:30.", at(17))),
    ("time", ("p", "Fight outside the chip shop, two youths held.", at(19, 15)), ("e", "Police: a fight outside the chip shop, begun at about four over a coat.", at(9, 0, 1))),
    ("time", ("p", "Girl of nine not home from the park.", at(16, 20)), ("s", "Police: the girl was found at 21:40 by the park.", at(9, 0, 1))),
    ("outcome", ("h", "Boy with a wheeze, admitted to the ward.", at(20)), ("v", "Hospital letter: boy with a wheeze, discharged home with advice.", at(9, 0, 3))),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_two_who_were_at_one_moment(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)


@pytest.mark.parametrize(
    ("aspect", "one", "other"), NO_DIFFERENCE, ids=lambda each: each if isinstance(each, str) else each[1][:30]
)
def test_the_hour_of_hearing_or_of_a_later_step(aspect: str, one: Told, other: Told) -> None:
    assert aspect not in aspects(one, other)
