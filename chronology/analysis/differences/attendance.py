"""A list of those who were at a meeting, and nobody else."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once_in_case, says
from chronology.analysis.facts import Case, Facts

PRESENT = re.compile(
    r"(?i:\b(?:present|attendees?|attendance|those (?:there|present|attending|on)|attended by|others? on (?:the )?call|also there|took part|taking part|at the table|in the room|who came|sat round"
    r"|in attendance(?: with)?|invited|around the table|participants?|on the line|joined by)\b(?: were| was| are)?[:\s])|\bwith (?=[A-Z])"
)
ONLY = re.compile(r"\bonly\b|\balone\b|\bno ?(?:one|body) else\b|\bjust\b")
APOLOGIES = re.compile(
    r"\b(?:sent (?:their |her |his )?apologies|apologies|absent|did not (?:attend|come)|(?:could|can|would) not (?:attend|come|join|make it|be there)|not (?:present|there|represented|invited|in attendance|available)"
    r"|no (?:representation|representative|one) from|(?:nobody|no ?one|none|not one person) (?:\w+ ){0,2}from|(?:did not|didn't|could not|couldn't|failed to|unable to) (?:send|turn up|show|join|dial in|make it|participate|take part|sit in|get there|be there|appear|come along)(?: (?:anybody|anyone|a representative|their apologies))?|(?:was|were) not (?:there|present|represented|invited|in attendance)|without(?= (?:the )?(?:school|nursery|health|police|social|gp|hv|sw|housing|probation|midwi|camhs|mental|drug|alcohol|education|idva|the school))|missing from|nobody from|no-?one from|sent (?:nobody|no ?one|no (?:worker|representative|report)|neither)|unrepresented|was unable to (?:attend|come)|unable to attend|failed to attend|non-attendance)\b"
)
WE_CAME = re.compile(
    r"\b(?:attended|took part|joined|dialled in|chaired|presented|sat (?:in|through)|went to|came to|contributed|was at|were at|read out|spoke up)\b(?! by)"
)


def leaves_out(case: Case, one: Facts, other: Facts) -> bool:
    """Whether a list says that nobody else was there, and the other, who is on it by no name, tells of having been there."""
    if other.heard or other.second_hand or other.planned or not says(WE_CAME, other) or says(APOLOGIES, other):
        return False
    listed, only = present(case, one)
    if not only or any(case.services.staff.get(person) == other.agency for person in listed):
        return False
    of_it = {person for person in other.people if case.services.staff.get(person) == other.agency}
    return not case.services.mentioned(one.services, one.people, other.agency) and of_it.isdisjoint(one.people)


@once_in_case
def present(case: Case, facts: Facts) -> tuple[frozenset[str], bool]:
    """The people on a record's list of those present, and whether it says that there was nobody else."""
    for sentence in facts.sentences_as_written:
        match = PRESENT.search(sentence)
        if match is None:
            continue
        listed = sentence[match.start() :]
        apology = APOLOGIES.search(listed)
        people = case.people.named_in(listed[: apology.start()] if apology else listed)
        professionals = [person for person in people if person in case.people.professionals or len(people) > 2]
        if len(professionals) >= 2:
            return frozenset(professionals), bool(ONLY.search(listed.lower()))
    return frozenset(), False
