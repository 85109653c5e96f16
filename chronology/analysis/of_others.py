"""What a record says of itself: that it is of somebody else, or was filed with the wrong papers."""

from __future__ import annotations

from chronology.analysis.differences.between import once
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.of_others import FILED_WRONGLY, FOR_STAFF, NAMESAKE, NO_PART, NOT_THE, OF_ANOTHER, SIGNS
from chronology.analysis.words import fold

OF_SOMEBODY_ELSE = -14.0


def of_others(found: Evidence) -> None:
    """Points against one event where one record says that it is of others than those of the case, and the other does not."""
    if is_of_others(found.first) != is_of_others(found.second):
        found.add(OF_SOMEBODY_ELSE)


@once
def is_of_others(facts: Facts) -> bool:
    """Whether a record says that it is of somebody else, or stands with the wrong papers."""
    words = fold(facts.text)
    if FOR_STAFF.match(words):
        return True
    if not any(sign in words for sign in SIGNS):
        return False
    return bool(
        FILED_WRONGLY.search(words)
        or OF_ANOTHER.search(words)
        or NOT_THE.search(facts.text)
        or _without_the_family(facts)
        or _of_a_namesake(facts)
    )


def _of_a_namesake(facts: Facts) -> bool:
    """Whether somebody of the case's name is called another or the wrong one."""
    match = NAMESAKE.search(facts.text)
    return bool(match and any(set(fold(match[1]).split()) & set(each.split()) for each in facts.people))


def _without_the_family(facts: Facts) -> bool:
    return bool(
        (match := NO_PART.search(facts.text)) and any(match[0].split()[0].lower() in each.split() for each in facts.people)
    )
