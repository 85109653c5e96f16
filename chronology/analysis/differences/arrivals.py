"""Whether somebody was in hospital before the ambulance had come, or was treated before it happened."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, says
from chronology.analysis.differences.when import CALLED_OUT, HOSPITAL, ONE_MOMENT
from chronology.analysis.times import clock

BY_AMBULANCE = re.compile(
    r"\b(?:by|via|off|from|with) (?:the |an )?(?:ambulance|crew|paramedics?|ems|las)\b|\bwheeled in\b|\bbiba\b|\bblue lights?\b"
)
A_CLOCK_WRONG = 10  # minutes


def by_arrival(between: Between) -> Difference | None:
    """Brought to hospital by an ambulance that by its own record was called out only later."""
    offers = between.case.services.of_agency
    for hospital, ambulance in between.either_way():
        if hospital.start != ambulance.start or hospital.minute is None or ambulance.minute is None:
            continue
        if "ambulance" not in offers.get(ambulance.agency, ()) or HOSPITAL.isdisjoint(offers.get(hospital.agency, ())):
            continue
        if hospital.minute + A_CLOCK_WRONG < ambulance.minute and says(BY_AMBULANCE, hospital):
            hours = f"{between.name(ambulance)} was called at {clock(ambulance.minute)}, {between.name(hospital)} has"
            return between.told("time", f"{hours} somebody brought by it at {clock(hospital.minute)}.", 0.7)
    return None


# What is told while it goes on.
GOING_ON = re.compile(
    r"\b(?:this (?:very )?minute|at this moment|right now|(?:has|have) just (?:now )?(?:rung|called|phoned|dialled|happened)|in progress|ongoing|going on now|(?:still )?on the (?:line|phone)\b(?! earlier)|(?:on |to |dialled |rang |called )?999 (?:call )?(?:while|whilst|as)\b"
    r"|open (?:999 )?line|999 (?:line )?(?:left )?open|still (?:fighting|shouting|screaming|going on|inside|there with|outside|at the door)|(?:heard|audible|shouting|screams?|screaming) (?:in|on) the (?:background|line)|being (?:attacked|assaulted|hit|beaten|kicked) now)\b"
)
TREATED = re.compile(
    r"\b(?:glued|sutured|stitch\w*|dressed|cleaned|steri-?strip\w*|x-?ray\w*|treated|plaster(?:ed)?|splint\w*|wounds?|lacerations?|fractur\w+|triag\w+|attended ed|seen in ed|cubicle|resus|minors|home by|discharged|examined)\b"
)
TREATS = HOSPITAL | {"gp", "ambulance"}


def by_treated_before(between: Between) -> Difference | None:
    """Treated for it at an hour at which, by whoever was called out to it, it had not yet happened."""
    offers = between.case.services.of_agency
    for called, treated in between.either_way():
        if called.start != treated.start or called.minute is None or treated.minute is None or treated.news:
            continue
        if CALLED_OUT.isdisjoint(offers.get(called.agency, ())) or TREATS.isdisjoint(offers.get(treated.agency, ())):
            continue
        if treated.minute + ONE_MOMENT < called.minute and says(GOING_ON, called) and says(TREATED, treated):
            hours = f"{between.name(called)} has it going on at {clock(called.minute)}, {between.name(treated)}"
            return between.told("time", f"{hours} has somebody treated at {clock(treated.minute)}.", 0.7)
    return None
