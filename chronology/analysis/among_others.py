"""A pair seen among all the others: what cannot be said of two records by themselves.

Whether each is the other's best partner, whether a third record stands by both, and whether either is of what its own
agency hardly ever writes. None of this rests on the words that the analyst knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Facts

POSSIBLE = -7.0  # points of two records by themselves from which on they are seen among the others
BY_THEMSELVES, ALTOGETHER = 1.0, -2.25
AHEAD, MOST_AHEAD, MOST_BEHIND = 0.3, 3.0, -4.0
THIRD, MOST_OF_THIRD, LEAST_OF_THIRD = 0.8, 1.0, -4.0
UNUSUAL = 2.6
SURE, FAR_AHEAD = 0.6, 2.9
SELDOM = 0.02  # share of an agency's records in which a word may stand that it hardly ever writes


def unusual_words(facts: Sequence[Facts], words: Sequence[Sequence[str]]) -> None:
    """Give each record how many of its words (each once) its own agency hardly ever writes, as a logarithm."""
    used: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each, own in zip(facts, words, strict=True):
        used[each.agency].update(own)
    records = Counter(each.agency for each in facts)
    seldom = {
        agency: {word for word, times in counted.items() if times <= max(1.0, SELDOM * records[agency])}
        for agency, counted in used.items()
    }
    for each, own in zip(facts, words, strict=True):
        each.unusual = log(1 + len(seldom[each.agency].intersection(own)))


def see_among_others(possible: Sequence[Evidence]) -> None:
    """Weigh each pair anew by how it stands among all others that are possible."""
    best, near = _best(possible), _near(possible)
    weighed = []
    for each in possible:
        first, second = each.first, each.second
        unusual = min(first.unusual, second.unusual)
        ahead = min(_ahead(best[first.place, second.agency], each.points), _ahead(best[second.place, first.agency], each.points))
        points = (
            ALTOGETHER
            + BY_THEMSELVES * each.points
            + AHEAD * ahead
            + THIRD * _by_a_third(near, first.place, second.place)
            + UNUSUAL * unusual
        )
        if each.points > SURE and ahead >= FAR_AHEAD and each.linked and unusual:
            points = max(points, each.points - SURE)
        weighed.append(points)
    for each, points in zip(possible, weighed, strict=True):
        each.points = min(points, each.points) if each.apart else points


def _near(possible: Sequence[Evidence]) -> Mapping[int, Mapping[int, float]]:
    """For each record the others that may be of its event, with the points of the pair."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for each in possible:
        if each.points > LEAST_OF_THIRD:
            near[each.first.place][each.second.place] = near[each.second.place][each.first.place] = each.points
    return near


def _by_a_third(near: Mapping[int, Mapping[int, float]], first: int, second: int) -> float:
    """The points by which a third record stands by both, the best there is."""
    one, other = near.get(first, NOTHING), near.get(second, NOTHING)
    points = max((min(one[place], other[place]) for place in one.keys() & other.keys()), default=LEAST_OF_THIRD)
    return min(points, MOST_OF_THIRD)


NOTHING: Mapping[int, float] = {}


def _best(possible: Sequence[Evidence]) -> dict[tuple[int, str], list[float]]:
    """For each record and each other agency the points of its two best partners there."""
    best: dict[tuple[int, str], list[float]] = {}
    for each in possible:
        for place, agency in ((each.first.place, each.second.agency), (each.second.place, each.first.agency)):
            known = best.setdefault((place, agency), [])
            known.append(each.points)
            if len(known) > 2:
                known.remove(min(known))
    return best


def _ahead(best: Sequence[float], points: float) -> float:
    """By how many points a partner is better than the next best, or worse than the best."""
    if len(best) < 2:
        return MOST_AHEAD
    others = min(best) if points >= max(best) else max(best)
    return max(MOST_BEHIND, min(points - others, MOST_AHEAD))
