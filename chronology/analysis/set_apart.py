"""What sets two records apart that read alike: another road, place or matter of a meeting, letter of a child, or colleague."""

from __future__ import annotations

from chronology.analysis.differences.between import once
from chronology.analysis.evidence import NEVER, Evidence
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.apart import (
    ANOTHER,
    AT_A_HOUSE,
    BY_LETTER,
    CALLED_IN,
    FOR_WHOM,
    FRAME,
    FRAME_KINDS,
    GOODS,
    HOUSE_OF,
    MATTER,
    MEETING_PLACE,
    OF_WHOM,
    PLACE_NAME,
    ROAD,
    STRANGER,
)
from chronology.analysis.vocabulary.sorts import EVENTS
from chronology.analysis.words import WORD, fold, informative

OTHER_ROAD, OTHER_PLACE, OTHER_MATTER, OTHER_LETTER, OF_ANOTHER = -4.0, -4.5, -4.5, -8.0, -3.0
RARE = 3.24
TWO_CALLERS, AN_HOUR = -4.0, 60
OF_ONE_CHILD = frozenset({"education_meeting", "placement_meeting", "cpa", "sentence_planning"})  # each has its own
OTHER_GOODS, FOR_ANOTHER, ONLY_THE_FRAME = -7.0, -4.5, -6.0


def set_apart(found: Evidence, case: Case) -> None:
    """Points against one event where each gives another road, place, letter, matter or member of its staff for the same thing."""
    first, second = found.first, found.second
    if first.start != second.start:
        return
    if _differ(_roads(first), _roads(second)):
        found.add(OTHER_ROAD / 2 if found.linked else OTHER_ROAD)
    if _differ(_letters(first), _letters(second)):
        found.add(OTHER_LETTER)
    if not (first.second_hand or second.second_hand) and _of_others(first, second):
        found.add(OF_ANOTHER)
    if "theft" in first.kinds & second.kinds and _differ(_goods(first), _goods(second)):
        found.add(OTHER_GOODS)
    if first.gathering and second.gathering and not first.meetings & second.meetings:
        _set_meetings_apart(found)
    if first.meetings & second.meetings & OF_ONE_CHILD and _for_others(first, second):
        found.add(NEVER)
    _set_errands_apart(found, case)


def _set_meetings_apart(found: Evidence) -> None:
    """Meetings of which one or both have no name: each in another place, or for somebody else."""
    if _places_differ(found.first, found.second):
        found.add(OTHER_PLACE)
    if _for_others(found.first, found.second):
        found.add(FOR_ANOTHER)


def _set_errands_apart(found: Evidence, case: Case) -> None:
    """What somebody wanted of each of two agencies, in a call, at a counter or in a meeting without a name."""
    if _of_two_matters(found, case):
        found.add(OTHER_MATTER)
    elif not (found.forth or found.back) and _two_callers(found.first, found.second, case):
        found.add(TWO_CALLERS)
    if _only_the_frame(found, case):
        found.add(ONLY_THE_FRAME)


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
    return _differ(_meeting_place(first), _meeting_place(second)) or _differ(_house(first), _house(second))


@once
def _meeting_place(facts: Facts) -> frozenset[str]:
    match = MEETING_PLACE.search(facts.text)
    return frozenset(fold(match[1]).split()) if match else frozenset()


@once
def _house(facts: Facts) -> frozenset[str]:
    """The kind of house in which a record says that it met."""
    match = AT_A_HOUSE.search(fold(facts.text))
    return frozenset({HOUSE_OF[match[1].split()[-1]]}) if match else frozenset()


def _for_others(first: Facts, second: Facts) -> bool:
    """Whether each says for whom it met, and they are not the same; somebody of the case at least in one of the two."""
    mine, theirs = _for_whom(first), _for_whom(second)
    return _differ(mine, theirs) and not (mine | theirs).isdisjoint((*first.people, *second.people))


@once
def _for_whom(facts: Facts) -> frozenset[str]:
    """Those whom a meeting was for: people of the case, or the names of whoever has an initial or a form of address."""
    match = FOR_WHOM.search(facts.text)
    if not match:
        return frozenset()
    words = [word.strip(".,").removesuffix("'s") for word in fold(match[1]).split()]
    named = {each for each in facts.people if each.split()[0] in words} or {
        each for each in facts.people if not set(each.split()).isdisjoint(words)
    }
    return frozenset(named or words if STRANGER.search(match[1]) else named)


@once
def _goods(facts: Facts) -> frozenset[str]:
    """What was stolen or lost."""
    return frozenset(GOODS[word] for word in WORD.findall(fold(facts.text)) if word in GOODS)


@once
def _place_words(facts: Facts) -> frozenset[str]:
    """The words of the places that a record names."""
    named = [match[0] for match in PLACE_NAME.finditer(facts.text)]
    return frozenset(word for each in named for word in informative(fold(each)))


def _only_the_frame(found: Evidence, case: Case) -> bool:
    """Whether all that two have in common is a place, and words by which calls are taken and records closed."""
    first, second = found.first, found.second
    if not found.by_words or (first.kinds & second.kinds) - FRAME_KINDS or first.meetings & second.meetings:
        return False
    if (found.forth and found.back) or (first.minute is not None and first.minute == second.minute):
        return False
    places = _place_words(first) & _place_words(second)
    shared = {word for word in first.features & second.features if " " not in word and case.idf[word] > RARE}
    if not places & shared or not shared <= places | FRAME:
        return False
    return all(places & set(informative(each)) for each in found.people)


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


def _of_two_matters(found: Evidence, case: Case) -> bool:
    """Whether both tell of a meeting without a name, or of what somebody wanted, each about what the other does not speak of."""
    first, second = found.first, found.second
    without_name = first.gathering and second.gathering and not (first.meetings or second.meetings)
    if not without_name and (_between_agencies(found, case) or not _called_in(first, second, case)):
        return False
    mine, theirs = _matter(first), _matter(second)
    return bool(mine and theirs) and mine.isdisjoint(second.features | theirs) and theirs.isdisjoint(first.features)


def _between_agencies(found: Evidence, case: Case) -> bool:
    """Whether one names the other's agency, or both name one of the staff: it may be a call between the two."""
    return found.forth or found.back or not case.people.professionals.isdisjoint(found.people)


def _called_in(first: Facts, second: Facts, case: Case) -> bool:
    """Whether both took a call or a caller, and neither tells of anything that the other tells of."""
    kinds = first.kinds & second.kinds
    return "phone_call" in kinds or (not (kinds - FRAME_KINDS) and _came_in(first, case) and _came_in(second, case))


def _two_callers(first: Facts, second: Facts, case: Case) -> bool:
    """Whether somebody came to each, or rang, at another hour, and nothing had happened of which both tell."""
    if (
        first.gathering
        or second.gathering
        or first.kinds & second.kinds & EVENTS
        or not (_came_in(first, case) and _came_in(second, case))
    ):
        return False
    return first.minute is None or second.minute is None or abs(first.minute - second.minute) > AN_HOUR


def _came_in(facts: Facts, case: Case) -> bool:
    """Whether somebody outside the agencies came or rang on an errand of his or her own."""
    match = CALLED_IN.match(facts.text)
    named = fold(match[0]).split()[:-1] if match else []
    return bool(match) and not any(each in case.people.professionals and set(each.split()) & set(named) for each in facts.people)


@once
def _matter(facts: Facts) -> frozenset[str]:
    match = MATTER.search(facts.text)
    if not match:
        return frozenset()
    names = {word for each in facts.people for word in informative(each)}
    return frozenset(informative(fold(match[1]))) - FRAME - _place_words(facts) - names
