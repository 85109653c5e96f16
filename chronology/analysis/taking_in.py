"""What is left over when pairs were brought together, offered to the events near it: they know more than any of their rows.

A record of the days of an event is weighed by how much it tells that its own agency hardly ever writes, which rests on no
vocabulary; one that comes later, by its links to the rows of the event.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import log

from chronology.analysis.differences.between import says
from chronology.analysis.evidence import NEVER
from chronology.analysis.facts import Case, Facts
from chronology.analysis.grouping import ENOUGH, Group, Pairs
from chronology.analysis.of_others import is_of_others
from chronology.analysis.pairs import COMMON, WORD, in_common
from chronology.analysis.words import stem

NEAR = 2  # days before the first and behind the last row of an event that count as its own
# Points of what is left over in those days; a regression over eleven cases, each with the words of
# before it was read, rounded.
LEAST = -8.0
UNUSUAL, SHARED, NAMED = 3.5, 3.0, 2.0
A_DAY, BEFORE = -0.7, -1.75
MEANS_THE_DAY, AT_THE_MEETING, SAYS_SO, OWN_HOUR = 5.0, 5.5, 3.0, -2.5
HOURS_APART = 120  # minutes
# Points of what comes later.
LOWEST = -3.5
WHOLE = 0.1
BONUS = 1.5
MOST_MORE = 3.0
ENOUGH_WORDS = 0.5  # what it shares with the event, in points
IMPOSSIBLE = -99.0
QUITE_UNUSUAL = log(1 + 2)  # of two words or more that its own agency hardly ever writes
MOST_TOLD = 3  # words in common that are told

Offer = tuple[float, int, int, Group]


def take_in(group_of: dict[int, Group], weighed: Pairs) -> None:
    """Offer each record that found no other to the groups near it, and give it to the one that it fits best."""
    found = [group for group in {id(group): group for group in group_of.values()}.values() if len(group.members) >= ENOUGH]
    left = [each for each in weighed.case.facts if each.place not in group_of and not each.routine]
    starts = [each.start.toordinal() for each in left]
    offers = [offer for at, group in enumerate(found) for offer in _offers(at, group, left, starts, weighed)]
    for points, place, _, group in sorted(offers, key=lambda offer: offer[:3]):
        each = weighed.case.facts[place]
        if place in group_of or each.agency in group.agencies:
            continue
        for member in group.members:
            evidence = weighed(member, each)
            group.evidence[evidence.first.place, evidence.second.place] = evidence
        group.members.append(each)
        group.taken_in[place] = -points
        group_of[place] = group


def _offers(at: int, group: Group, left: Sequence[Facts], starts: Sequence[int], weighed: Pairs) -> Iterator[Offer]:
    """The records left over that fit a group, with their points."""
    first = min(member.start for member in group.members).toordinal() - NEAR
    last = max(member.end for member in group.members).toordinal() + NEAR
    agencies, known = group.agencies, _rare_words(group.members, weighed.case)
    later = bisect_right(starts, last)
    for place in range(bisect_left(starts, first), bisect_right(starts, last - NEAR + weighed.thresholds.receipt_days)):
        each = left[place]
        if each.agency in agencies:
            continue
        if not known.isdisjoint(each.features) or _names_its_day(group, each) or _sat_down_together(group, each):
            points = _of_those_days(group, each, known, weighed) if place < later else _as_a_whole(group, each, weighed)
            if points >= 0:
                yield -points, each.place, at, group


def _rare_words(members: list[Facts], case: Case) -> frozenset[str]:
    return frozenset(word for each in members for word in each.features if case.idf[word] > COMMON)


def _of_those_days(group: Group, each: Facts, known: frozenset[str], weighed: Pairs) -> float:
    """The points of a record of the days of an event: what is unusual for its agency, and what it shares with all the rows."""
    rarity = weighed.case.idf
    days = [(each.start - member.start).days for member in group.members]
    points = LEAST + UNUSUAL * each.unusual + A_DAY * min(map(abs, days)) + (BEFORE if max(days) < 0 else 0.0)
    points += SHARED * log(1 + sum(rarity[word] - COMMON for word in known & each.features if " " not in word))
    points += MEANS_THE_DAY if _names_its_day(group, each) else 0.0
    if _sat_down_together(group, each):
        points += AT_THE_MEETING + (SAYS_SO if says(WAS_AT_IT, each) else 0.0)
    points += OWN_HOUR if _at_an_hour_of_its_own(group, each) else 0.0
    if points + NAMED < 0:
        return IMPOSSIBLE
    evidence = [weighed(member, each) for member in group.members]
    if _sat_down_together(group, each):
        forbidden = is_of_others(weighed.case, each)
    else:
        forbidden = min(found.points for found in evidence) <= NEVER
    if forbidden:
        return IMPOSSIBLE
    return points + (NAMED if any(found.forth or found.back for found in evidence) else 0.0)


def _as_a_whole(group: Group, each: Facts, weighed: Pairs) -> float:
    """The points of its best link, and for what it shares with the other rows of the event beyond that."""
    evidence = [weighed(member, each) for member in group.members]
    if min(found.points for found in evidence) <= NEVER / 2:
        return IMPOSSIBLE
    best = max(evidence, key=lambda found: (found.points, -found.first.place, -found.second.place))
    others = sorted((found for found in evidence if found is not best), key=lambda found: -found.points)
    mean = sum(max(found.points, LOWEST) for found in others) / len(others)
    shared: set[str] = set()
    for member in group.members:
        shared |= member.features & each.features
    chosen = best.first.features & best.second.features
    rarity = weighed.case.idf
    more = sum(max(rarity[word] - COMMON, 0.0) * WORD for word in shared - chosen if " " not in word)
    if not (more + best.by_words >= ENOUGH_WORDS or each.second_hand or _names_its_day(group, each)):
        return IMPOSSIBLE
    return best.points + min(more, MOST_MORE) + WHOLE * mean + BONUS


def _names_its_day(group: Group, each: Facts) -> bool:
    """Whether a record says that what it tells of was on a day of the event: "yesterday", "on Saturday"."""
    return any(member.start in each.meant for member in group.members) if each.meant else False


def _at_an_hour_of_its_own(group: Group, each: Facts) -> bool:
    """Whether a record that was told of nothing gives the minute, of another day or hours from where the others met."""
    if each.minute is None or each.meant:
        return False
    days = {(each.start - member.start).days for member in group.members}
    if not days & {0, 1}:
        return not each.news and any(member.minute is not None for member in group.members)
    of_the_day = (member for member in group.members if member.meetings and member.start == each.start)
    met = [member.minute for member in of_the_day if member.minute is not None]
    return len(met) >= ENOUGH and not each.gathering and min(abs(minute - each.minute) for minute in met) > HOURS_APART


def _sat_down_together(group: Group, each: Facts) -> bool:
    """Whether the event is a meeting for which several give the hour, and this record gives it too, whatever it calls it."""
    if not any(member.gathering and member.start == each.start for member in group.members):
        return False
    at_it = sum(
        member.minute is not None and member.minute == each.minute and member.start == each.start for member in group.members
    )
    named = {name for member in group.members for name in member.meetings}
    enough = at_it >= ENOUGH or (says(WAS_AT_IT, each) and (at_it > 0 or each.minute is None))
    return enough and (not each.meetings or not named.isdisjoint(each.meetings))


# Whoever writes "Attended." of nobody else was at what others call by its name.
WAS_AT_IT = re.compile(
    r"(?:^|[.;|\n] ?)(?:i )?(?:attended|dialled in|joined|logged on|sat in|gave (?:an? |my |our )?(?:update|report|feedback)"
    r"|(?:report|update) (?:sent|given|submitted|read)|(?:sent|submitted|read) (?:my |our |a |the )?report|shared\b"
    r"|(?:(?:both|all|cp|cin|child protection|child in need|the)[ ,])*plans? (?:to )?"
    r"(?:continues?|carr(?:y|ies|ied) on|remains?|stays?|continued|as before|ended?|ends)"
    r"|(?:to )?(?:continues?|remains?|carry on) (?:x ?\d|as (?:is|before|planned)|on (?:cp|cin|plans?)|under cp))"
    r"(?=[.,;:|\n]| (?:by|on|in part|via|and|for|as|from|information|info|missed|research|update)|$)"
)


def why_taken_in(group: Group, case: Case) -> Iterator[str]:
    """What people are told of the rows that are of an event by what is unusual for their agency."""
    for each in group.members:
        others = [member for member in group.members if member is not each]
        of_those_days = min(abs((each.start - member.start).days) for member in others) <= NEAR
        if each.place in group.taken_in.keys() - group.in_silence and of_those_days and each.unusual >= QUITE_UNUSUAL:
            words = ", ".join(f"“{word}”" for word in _told(group, each, case))
            name = case.names.get(each.agency, each.agency)
            shared = f", and has {words} in common with the others" if words else ""
            yield f"What {name} wrote in these days is unusual for it{shared}."


def _told(group: Group, each: Facts, case: Case) -> list[str]:
    """The rarest words that a row has in common with the others of its event, as they are written."""
    rare: Mapping[str, float] = {
        word: case.rarity(stem(word))
        for evidence in group.evidence.values()
        if each in (evidence.first, evidence.second)
        for word in in_common(evidence, case)
    }
    return sorted((word for word in rare if rare[word] > COMMON), key=lambda word: (-rare[word], word))[:MOST_TOLD]
