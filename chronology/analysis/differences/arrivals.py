"""Whether somebody was in hospital before the ambulance had come."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, says
from chronology.analysis.differences.when import HOSPITAL
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
