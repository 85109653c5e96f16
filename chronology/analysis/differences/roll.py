"""The roll of a meeting: somebody of whom the one says that they stayed away, and who came by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.absences import Absent, absent
from chronology.analysis.differences.between import Between, Difference, says
from chronology.analysis.differences.comers import came
from chronology.analysis.differences.kin import may_be_one, relations, titles, widened
from chronology.analysis.differences.named_away import I_WAS_THERE, SITS, is_called
from chronology.analysis.differences.presence import alone, whereabouts
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
            or _by_profession(between, away, one, other)
        ):
            return between.told("present", f"{between.name(one)} has {who} absent, {between.name(other)} has {who} there.", 0.75)
        if away.itself and one.agency in agencies_there(between.case, other):
            away_itself = f"{between.name(one)} says that nobody of it went, {between.name(other)} has somebody of it there."
            return between.told("present", away_itself, 0.75)
    return None


def _of_one_meeting(one: Facts, other: Facts) -> bool:
    both = (one.meetings | one.planned) & (other.meetings | other.planned)
    if one.start != other.start:
        return bool(both) and (one.heard or other.heard or one.minuted or other.minuted)
    if one.meetings and other.meetings:
        return bool(both)
    gathered = [each.meetings or each.gathering or says(HEADED, each) for each in (one, other)]
    return bool(both) or all(gathered) or (any(gathered) and says(OF_A_MEETING, one) and says(OF_A_MEETING, other))


# A list of those present, where no word says of what.
HEADED = re.compile(r"(?:^|[.;] )(?:present|in attendance|attendees|attended by|in (?:the )?room|chaired by):? ")
# What is told of meetings alone.
OF_A_MEETING = re.compile(
    r"\b(?:meeting|mtg|conference|chaired|in the chair|minutes|agenda|apologies|review|panel|three[- ]?way|on teams|by video|on zoom|took part|dialled in|round the table|around the table|cin|lac|joined|attendees|core group|interview)\b"
)


def _of_the_family(case: Case, away: Absent, one: Facts, other: Facts) -> str:
    doubted = came(case, one).family | absent(case, other).family | whereabouts(case, other)[1]
    there = came(case, other).family
    for who in sorted(away.family):
        if any(surely_one(case, who, each) for each in doubted):
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
    if len(by_themselves) != 1 or by_themselves.isdisjoint(came(case, one).family):
        return ""
    others = (who for who in sorted(there) if not any(may_be_one(case, who, each) for each in by_themselves))
    return next((who.removeprefix("=").title() for who in others), "")


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


def _by_profession(between: Between, away: Absent, one: Facts, other: Facts) -> str:
    """A professional by name, or an agency, where nobody else of it is there by the one."""
    case, services = between.case, between.case.services
    theirs = absent(case, other)
    for person in sorted(away.professionals & came(case, other).professionals - theirs.professionals):
        return person.title()
    meant = services.meant(away.services, sorted(away.professionals), one.agency)
    if theirs.itself or not meant.isdisjoint(services.meant(theirs.services, sorted(theirs.professionals), "")):
        return ""
    mine = agencies_there(case, one)
    of_it = services.mentioned(away.services, sorted(away.professionals), other.agency)
    of_it |= is_called(between, other, away.words) and not is_called(between, one, away.words)
    offered = services.of_agency.get(other.agency, frozenset())
    of_it |= "health" in away.services and not offered.isdisjoint(HEALTH) and came(case, one).services.isdisjoint(HEALTH)
    if of_it and _itself_there(other) and other.agency not in mine and not (says(IN_THEIR_PLACE, one) and not away.services):
        return between.name(other)
    if (
        "health" in away.services
        and not came(case, other).services.isdisjoint(HEALTH)
        and came(case, one).services.isdisjoint(HEALTH)
    ):
        return "health"
    of_no_agency = {each for each in away.services if not services.agencies_of.get(each) and each[0] != "="}
    for service in sorted(of_no_agency & came(case, other).services - came(case, one).services - theirs.services):
        return service.removeprefix("*").replace("_", " ")
    if len(meant) != 1:
        return ""
    both = sorted((meant & agencies_there(case, other)) - mine)
    return case.names.get(both[0], both[0]) if both else ""


IN_THEIR_PLACE = re.compile(
    r"\b(?:in (?:her|his|their) (?:place|stead)|instead|deputis\w+|stood in|standing in|on behalf|covered by)\b"
)
HEALTH = frozenset({"hospital", "maternity", "gp", "health_visiting", "school_nursing", "children_nursing"})


def _itself_there(facts: Facts) -> bool:
    """Whether an agency tells of having been at the meeting."""
    return (not facts.heard or facts.attended or says(I_WAS_THERE, facts)) and not facts.planned and says(SITS, facts)


def agencies_there(case: Case, facts: Facts) -> frozenset[str]:
    """The other agencies of which a record has somebody at the meeting."""
    found = came(case, facts)
    return case.services.meant(found.services, sorted(found.professionals), facts.agency)
