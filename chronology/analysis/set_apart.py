"""What sets two records apart that read alike: another road, place or matter of a meeting, letter of a child, or colleague."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Facts
from chronology.analysis.words import fold, informative

OTHER_ROAD, OTHER_PLACE, OTHER_MATTER, OTHER_LETTER, OF_ANOTHER = -4.0, -4.5, -4.5, -8.0, -3.0

ROAD = re.compile(
    r"\b(?:[Oo]n|[Ii]n|[Aa]long|[Aa]t|[Oo]ff|[Nn]ear|[Dd]own|[Uu]p|[Oo]utside|[Bb]y|[Tt]o) (?:the )?"
    r"((?:[A-Z][a-z]+ ){1,2}(?:Road|Rd|Street|St|Lane|Close|Avenue|Ave|Drive|Way|Terrace|Crescent|Gardens|Grove|Hill|Row|Square"
    r"|Mews|Green|Rise|Parade|Bank|Quay|Bridge|Roundabout|Bypass|Precinct|Park))\b"
)
MEETING_PLACE = re.compile(r"\b[Mm](?:eeting|tg) (?:was )?(?:held )?(?:at|in) (?:the )?([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})")
BY_LETTER = re.compile(
    r"\b(?:resident|child|pupil|student|young person|boy|girl|lad|peer|patient|client|tenant|service user|yp|male|female)s?,?"
    r" (?:\(|named |called |known as )?([A-Z])\b(?![.'’-]\w)"
)
ANOTHER = re.compile(r"\b(?:another|other|fellow|different|second|third|unrelated)\b", re.IGNORECASE)
OF_WHOM = re.compile(
    r"\b([A-Z][\w'-]+)(?:,| has| had| is| was| away| off| ill| sick| poorly| unwell| down| on| with| got| gone| again| now)+"
    r" (?:the |a |an )?([a-z]{3,})\b"
)
# What a meeting without a name, or a call of somebody of the family, was about.
MATTER = re.compile(
    r"\b(?:[Mm]eeting|[Mm]tg|[Mm]et|rang|phoned|telephoned|called|texted|e-?mailed|came in)\b[^.;:\n]{0,60}?"
    r"\b(?:about|on|re|regarding|over|concerning|wanting|asking for"
    r"|to (?:plan|discuss|agree|look at|talk (?:about|through)|go through|prepare|sort|arrange|cancel|report|ask|be|say))\b"
    r"([^.;:\n]+)"
)


def set_apart(found: Evidence) -> None:
    """Points against one event where each gives another road, place, letter or member of its staff for the same thing."""
    first, second = found.first, found.second
    if first.start != second.start:
        return
    if _differ(_roads(first), _roads(second)):
        found.add(OTHER_ROAD / 2 if found.linked else OTHER_ROAD)
    if first.gathering and second.gathering and not first.meetings & second.meetings and _places_differ(first, second):
        found.add(OTHER_PLACE)
    if _of_two_matters(first, second):
        found.add(OTHER_MATTER)
    if _differ(_letters(first), _letters(second)):
        found.add(OTHER_LETTER)
    if not (first.second_hand or second.second_hand) and _of_others(first, second):
        found.add(OF_ANOTHER)


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@once
def _roads(facts: Facts) -> frozenset[str]:
    """The roads that a record names without a number: where something happened, not where somebody lives."""
    return frozenset(match[1].lower() for match in ROAD.finditer(facts.text))


@once
def _letters(facts: Facts) -> frozenset[str]:
    """The letters by which a record calls children or residents who are not those of the case."""
    return frozenset(match[1] for match in BY_LETTER.finditer(facts.text)) if ANOTHER.search(facts.text) else frozenset()


def _places_differ(first: Facts, second: Facts) -> bool:
    """Whether each says where it met, and the words of the places have nothing in common."""
    mine, theirs = _meeting_place(first), _meeting_place(second)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


@once
def _meeting_place(facts: Facts) -> frozenset[str]:
    match = MEETING_PLACE.search(facts.text)
    return frozenset(fold(match[1]).split()) if match else frozenset()


@once
def _of_whom(facts: Facts) -> dict[str, set[str]]:
    """Of whom it is told that he or she has something, is it or is away with it."""
    found: dict[str, set[str]] = {}
    for match in OF_WHOM.finditer(facts.text):
        bearers = {each for each in facts.people if match[1].lower() in each.split()}
        if bearers and (words := informative(match[2])):
            found.setdefault(words[0], set()).update(bearers)
    return found


def _of_others(first: Facts, second: Facts) -> bool:
    """Whether each tells the same of somebody else: the teacher has flu, the mentor has flu."""
    mine, theirs = _of_whom(first), _of_whom(second)
    return any(mine[word].isdisjoint(theirs[word]) for word in mine.keys() & theirs.keys())


def _of_two_matters(first: Facts, second: Facts) -> bool:
    """Whether both tell of a meeting without a name, or of a call, each about what the other does not speak of."""
    without_name = first.gathering and second.gathering and not (first.meetings or second.meetings)
    if not without_name and "phone_call" not in first.kinds & second.kinds:
        return False
    mine, theirs = _matter(first), _matter(second)
    return bool(mine and theirs) and mine.isdisjoint(second.features | theirs) and theirs.isdisjoint(first.features)


@once
def _matter(facts: Facts) -> frozenset[str]:
    match = MATTER.search(facts.text)
    return frozenset(informative(fold(match[1]))) if match else frozenset()
