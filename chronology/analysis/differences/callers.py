"""Who raised the alarm, and who found somebody."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import ROLES, may_be_one, person_of, relations
from chronology.analysis.facts import Case, Facts

WHO = r"(?P<who>[^.;:,]{2,40}?)"
ALARM = r"(?:police|999|ambulance|112|101|the emergency services|111|the fire (?:service|brigade))"
SIGNS = {
    "called": (
        re.compile(
            rf"(?:^|[.;:,] )(?:999 |emergency |anonymous )?(?:call|report|999|101)(?:ed)?(?: made| received)? (?:from|by) {WHO}(?=[.;:,]|$| (?:of|that|re|about|reporting|saying|stating|at|who|to|as|hearing)\b)"
        ),
        re.compile(
            rf"(?P<who>[\w']+(?: [\w']+)?) (?:herself |himself |had |then )?(?:rang|called|dialled|phoned|summoned|alerted) (?:for )?(?:the |an )?{ALARM}\b"
        ),
        re.compile(
            rf"\b(?:police|ambulance|999)(?: were| was)? (?:called|rung|summoned|alerted|phoned) by {WHO}(?=[.;:,]|$| (?:of|that|re|about|at|who|to|as|hearing)\b)"
        ),
        re.compile(
            rf"\b(?:informant|caller|reported by|inft)[: ]+(?:is |was )?{WHO}(?=[.;:,]|$| (?:of|that|re|about|at|who|to|as)\b)"
        ),
    ),
    "found": (
        re.compile(rf"\b(?:found|discovered)(?: [\w'-]+){{0,4}} by {WHO}(?=[.;:,]|$| (?:at|in|on|who|this|when|lying|and)\b)"),
        re.compile(
            r"(?P<who>[\w']+(?: [\w']+)?) (?:had |then |who )?(?:found|discovered) (?:him|her|them|baby|the (?:baby|child)|[\w']+) (?:in|on|at|lying|unresponsive|lifeless|dead|not|collapsed|blue|cold|unconscious|floppy|limp|hanging|face)\b"
        ),
    ),
}
NEEDED = frozenset(
    "call called report reported rang dialled phoned summoned alerted informant caller inft found discovered rung".split()
)
OTHERS = {
    **dict.fromkeys(("neighbour", "neighbours"), "neighbour"),
    **dict.fromkeys(("passer", "passerby", "stranger", "public", "walker"), "passer-by"),
    **dict.fromkeys(("staff", "worker", "keyworker", "school", "teacher"), "staff"),
    **dict.fromkeys(("herself", "himself", "victim", "aggrieved"), "the victim"),
}


def by_caller(between: Between) -> Difference | None:
    """A neighbour called by the one, the mother herself by the other; found by father, or by mother."""
    case, first, second = between.case, between.first, between.second
    if any(NEEDED.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    mine, theirs = _who(case, first), _who(case, second)
    for what in sorted(mine.keys() & theirs.keys()):
        one, other = mine[what], theirs[what]
        if len(one) == len(other) == 1 and not _may_be_one(case, *one, *other):
            names = [min(each).removeprefix("=").title() for each in (one, other)]
            return between.told("account", f"{what.title()} by {names[0]} in the one, by {names[1]} in the other.", 0.6)
    return None


@once_in_case
def _who(case: Case, facts: Facts) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for sentence in facts.sentences_in_full:
        for what, signs in SIGNS.items():
            for sign in signs:
                for match in sign.finditer(sentence):
                    if who := _person(case, match["who"]):
                        found.setdefault(what, set()).add(who)
    return found


def _person(case: Case, words: str) -> str:
    """Whom the words name: one of the family by name or as what he or she is to the child, a neighbour, a passer-by."""
    for word in words.split():
        role = ROLES.get(word) or OTHERS.get(word)
        if role in CALLERS:
            return role
        person = person_of(case, word.removesuffix("'s"))
        if person and person not in case.people.professionals:
            return f"={person}"
    return ""


CALLERS = frozenset(
    {
        "mother",
        "father",
        "grandmother",
        "grandfather",
        "aunt",
        "uncle",
        "partner",
        "sister",
        "brother",
        "neighbour",
        "passer-by",
        "friend",
        "staff",
    }
)


def _may_be_one(case: Case, one: str, other: str) -> bool:
    """Whether two may be one; a name may be a neighbour's or a friend's unless the case says what its bearer is to the child."""
    names = [each for each in (one, other) if each[0] == "="]
    if len(names) == 1 and names[0][1:] not in relations(case):
        return True
    return may_be_one(case, one, other)
