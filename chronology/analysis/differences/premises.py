"""Whether anybody was there, and whether he who did it still was."""

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


MANY = r"(?P<who>boys|girls|twins|kids|children|stepchildren|stepsons)"
THEIRS = r"(?:their |the )?(?:mother|mum|father|dad|nan|nana|gran|grandmother|grandparents|aunt|auntie|uncle|[a-z]+)'s"
STAYING = re.compile(
    rf"\b{MANY} (?:were|are|was) (?:both |all |also |away )?(?:(?:at|staying at|stopping at) {THEIRS}|with their (?:mother|mum|father|dad|nan|grandparents|grandmother)|away|not in the house|not at home)\b(?! when)"
)
IN_THE_HOUSE = re.compile(
    rf"\b{MANY}\b[^.;]{{0,25}}? (?:in|at the top of) (?:the |his |her |their )?(?:lounge|living room|front room|kitchen|bedroom|bed|beds|hall|hallway|garden|stairs|landing)\b"
)


def by_children_staying(between: Between) -> Difference | None:
    """The boys were staying with somebody else by the one, and are in the house by the other, who was there."""
    for away, home in between.either_way():
        if says(IN_THE_HOUSE, away) or says(STAYING, home) or home.news:
            continue
        who = {match["who"] for match in STAYING.finditer(away.words)} & {
            match["who"] for match in IN_THE_HOUSE.finditer(home.words)
        }
        if who and (away.news or away.start == home.start):
            return between.told(
                "present",
                f"{between.name(away)} has the {min(who)} elsewhere, {between.name(home)} has {min(who)} in the house.",
                0.7,
            )
    return None


MAN = r"\b(?:he|male|males|man|suspect|perpetrator|offender|aggressor|father|dad|partner|boyfriend|husband|stepfather|ex)\b"
MAN_GONE = re.compile(
    rf"{MAN}(?: half)? (?:had |has |was |were )?(?:already |now )?(?:gone|left|made off|run off|ran off|fled|decamped|not (?:there|present|on scene|at the)|no longer (?:there|present|at))"
    r"|\b(?:gone|left|made off|fled|decamped|departed) (?:before|prior to|on|when) (?:\w+ )?(?:police|officers?|arrival|crew|they|patrol)"
)
MAN_THERE = re.compile(
    rf"{MAN}(?: half)? (?:was |were |is )?(?:still |also |found )?(?:(?:at|in|on|inside) (?:the )?(?:address|property|scene|house|flat|premises|kitchen|bedroom|location|garden)|on scene|present|there|detained at|arrested (?:at|in|inside|on) (?:the )?)"
    r"|\barrested (?:at|in|inside) the (?:scene|address|property|house|flat|kitchen|bedroom|home|premises|garden)\b|\barrested on (?:scene|arrival)\b"
)


def by_man_there(between: Between) -> Difference | None:
    """He who did it was still there by the one, and gone before anybody came by the other."""
    if between.first.start != between.second.start and not (between.first.news or between.second.news):
        return None
    for gone, there in between.either_way():
        if not says(MAN_GONE, gone) or MAN_THERE.search(MAN_GONE.sub(" ", gone.words)):
            continue
        if says(MAN_THERE, there) and not says(MAN_GONE, there):
            words = f"“{quoted(MAN_THERE, there)}”, {between.name(gone)} “{quoted(MAN_GONE, gone)}”"
            return between.told("present", f"{between.name(there)} has {words}.", 0.65)
    return None
