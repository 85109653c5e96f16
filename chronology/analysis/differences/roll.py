"""The roll of a meeting: somebody of whom the one says that they stayed away, and who came by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.absences import Absent, absent
from chronology.analysis.differences.attendance import leaves_out
from chronology.analysis.differences.between import Between, Difference, says
from chronology.analysis.differences.comers import came
from chronology.analysis.differences.kin import ROLES, may_be_one, relations, titles, widened
from chronology.analysis.differences.presence import alone, whereabouts
from chronology.analysis.differences.professions import agencies_there, by_profession, of_profession
from chronology.analysis.differences.young import young_away, young_there
from chronology.analysis.facts import Case, Facts


def by_roll(between: Between) -> Difference | None:
    """Somebody of the family, an agency, or the writer's own, away by the one and there by the other."""
    for one, other in between.either_way():
        if not _of_one_meeting(one, other):
            continue
        away = absent(between.case, one)
        if who := (
            _of_the_family(between.case, away, one, other)
            or _of_the_children(between.case, one, other)
            or by_profession(between, away, one, other)
            or of_profession(one, other)
            or _by_a_name_alone(between.case, away, one, other)
        ):
            return between.told("present", f"{between.name(one)} has {who} absent, {between.name(other)} has {who} there.", 0.75)
        if away.itself and one.agency in agencies_there(between.case, other):
            away_itself = f"{between.name(one)} says that nobody of it went, {between.name(other)} has somebody of it there."
            return between.told("present", away_itself, 0.75)
        if leaves_out(between.case, one, other):
            return between.told(
                "present", f"{between.name(one)} lists others only, {between.name(other)} says that it was there.", 0.7
            )
    return None


def _of_one_meeting(one: Facts, other: Facts) -> bool:
    both = (one.meetings | one.planned) & (other.meetings | other.planned)
    if one.start != other.start:
        later = one if one.start > other.start else other
        apart = (later.start - min(one.start, other.start)).days
        if apart <= WRITTEN_UP and all(each.meetings or each.gathering for each in (one, other)):
            return bool(both) or not (one.meetings and other.meetings)
        return bool(both) and (later.heard or later.minuted or min(one.start, other.start) in later.meant)
    if one.meetings and other.meetings:
        return bool(both)
    gathered = [each.meetings or each.gathering or says(HEADED, each) for each in (one, other)]
    return bool(both) or all(gathered) or (says(OF_A_MEETING, one) and says(OF_A_MEETING, other))


WRITTEN_UP = 3  # days within which whoever was at a meeting writes of it
# A list of those present, where no word says of what.
HEADED = re.compile(r"(?:^|[.;] )(?:present|in attendance|attendees|attended by|in (?:the )?room|chaired by):? ")
# What is told of meetings alone.
OF_A_MEETING = re.compile(
    r"\b(?:meeting|mtg|conference|chaired|in the chair|minutes|agenda|apologies|review|panel|three[- ]?way|on teams|by video|on zoom|took part|dialled in|round the table|around the table|cin|lac|joined|attendees|core group|interview\w*|abe|session|together)\b"
)


def _of_the_family(case: Case, away: Absent, one: Facts, other: Facts) -> str:
    doubted = came(case, one).family | absent(case, other).family | whereabouts(case, other)[1]
    there = came(case, other).family
    for who in sorted(away.family):
        if any(_named_as_one(case, who, each) for each in doubted):
            continue
        if any(surely_one(case, who, each) for each in there):
            return who.removeprefix("=").title()
    return _beside_one_alone(case, one, there)


def _of_the_children(case: Case, one: Facts, other: Facts) -> str:
    found = young_away(case, one) - young_there(case, one) - young_away(case, other)
    return next((child.title() for child in sorted(found & young_there(case, other))), "")


def _beside_one_alone(case: Case, one: Facts, there: frozenset[str]) -> str:
    """Somebody grown of the family who was there, where the one has another come alone."""
    by_themselves = alone(case, one)
    if len(by_themselves) != 1 or by_themselves.isdisjoint(came(case, one).family | whereabouts(case, one)[0]):
        return ""
    others = (who for who in sorted(there) if not any(may_be_one(case, who, each) for each in by_themselves))
    return next((who.removeprefix("=").title() for who in others), "")


def _named_as_one(case: Case, one: str, other: str) -> bool:
    """Whether the records themselves call two the same: whoever is only likely to be the father makes no absence doubtful."""
    if one == other or (one[0] == "=") == (other[0] == "="):
        return one == other
    name, role = (one, other) if one[0] == "=" else (other, one)
    return role in widened(relations(case).get(name[1:], frozenset()))


def surely_one(case: Case, one: str, other: str) -> bool:
    """Whether two are one person: by name, by what the name is to the child, or the one woman whom all call Ms and the mother."""
    if one == other:
        return True
    if (one[0] == "=") == (other[0] == "="):
        return False
    name, role = (one, other) if one[0] == "=" else (other, one)
    known = relations(case).get(name[1:])
    if not known:
        return name[1:] == _likely(case, role)
    return role in known or (role in widened(known) and not any(role in others for others in relations(case).values()))


def _likely(case: Case, role: str) -> str:
    """Whom mother or father mean where no record says it beside the name: who is named twice as often as any other who may be."""
    sex = {"mother": "woman", "father": "man"}.get(role)
    people = case.people
    surnames = {child.rpartition(" ")[2] for child in people.children}
    may_be = sorted(
        (
            (people.mentioned[person], person)
            for person, told in titles(case).items()
            if told == sex
            and person not in people.professionals | people.children | relations(case).keys()
            and (sex == "woman" or person.rpartition(" ")[2] in surnames)
        ),
        reverse=True,
    )
    return may_be[0][1] if may_be and (len(may_be) == 1 or may_be[0][0] >= TWICE * may_be[1][0]) else ""


TWICE = 2


def _by_a_name_alone(case: Case, away: Absent, one: Facts, other: Facts) -> str:
    """Somebody whom hardly any record names, and of whom nothing else is known."""
    named = set(CAPITALS.findall(one.text)) if away.words else set()
    for name in sorted(
        each for each in named if each.lower() not in NO_NAMES and each.lower() not in ROLES and not _is_known(case, each.lower())
    ):
        if re.search(rf"\b{name.lower()}\b", away.words) and re.search(rf"\b{name}(?: [A-Z]\w+)?{WAS_THERE}", other.text):
            return name
    return ""


CAPITALS = re.compile(
    r"\b[A-Z][a-z]{2,}\b(?! (?:[Ss]chool|[Aa]cademy|[Pp]rimary|[Nn]ursery|[Ss]urgery|[Hh]ospital|[Hh]ouse|[Ll]ane|[Rr]oad))"
)
WAS_THERE = r" (?:also |both )?(?:attended|came|was there|was present|took part|gave (?:a |the |verbal )*(?:report|update))\b(?! (?:to|from|off|out|over)\b)"
NO_NAMES = frozenset(
    "the and from social worker school health police nursery team mother father parents mum dad gp nurse visitor".split()
)


def _is_known(case: Case, word: str) -> bool:
    """Whether a word is anybody's name whom the case knows."""
    return word in case.people.given or word in case.people.by_surname
