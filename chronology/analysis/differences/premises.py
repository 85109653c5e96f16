"""Whether anybody was there."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, quoted, says
from chronology.analysis.differences.presence import whereabouts
from chronology.analysis.records import YES
from chronology.analysis.times import minutes_apart

NOBODY_THERE = re.compile(
    r"\b(?:nobody|no ?one|no-one) (?:was |were |found |seen )?(?:in|inside|there|present|(?:in|at) the (?:address|property|house|flat|home|premises))\b(?! but| except| apart| other than)"
    r"|\b(?:property|house|flat|address|home|premises|caravan|bedsit|tenancy) (?:was |were |is |found |appeared |seemed |looked |to be )*(?:empty|vacant|unoccupied|deserted)\b"
    r"|\b(?:empty|vacant|unoccupied) (?:property|house|flat|address|premises|caravan)\b|\bno (?:occupants?|persons? (?:present|inside|at))\b"
)
ONE_CALL = 60  # minutes


def by_empty(between: Between) -> Difference | None:
    """One found nobody there; the other, who was there too, has the child seen or somebody of the family there."""
    first, second = between.first, between.second
    if first.start != second.start or first.news or second.news:
        return None
    if first.minute is None or second.minute is None or minutes_apart(first.minute, second.minute) > ONE_CALL:
        return None
    for empty, peopled in between.either_way():
        if not says(NOBODY_THERE, empty) or says(NOBODY_THERE, peopled):
            continue
        if peopled.record.child_seen == YES or whereabouts(between.case, peopled)[0]:
            words = quoted(NOBODY_THERE, empty)
            return between.told("present", f"{between.name(empty)} has “{words}”, {between.name(peopled)} people there.", 0.7)
    return None
