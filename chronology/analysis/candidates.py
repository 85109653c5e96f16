"""Which records are weighed against one another: those near in time that share rare words, the hour or the meeting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from math import log

from chronology.analysis.facts import Case, Facts
from chronology.analysis.thresholds import Thresholds

RAREST = 11  # words of a record by which others like it are looked for
COMMONEST = 0.04  # share of all records a word may stand in and still be looked for by
MOST_CANDIDATES = 40
RARE_KIND, RATHER_RARE = 3.0, 2.0
SOON = 2  # days after which whoever was told of something mostly has it
FEW = 12  # records within those days
UNUSUAL = log(1 + 4)  # of four words or more that its own agency hardly ever writes
MEANT_WITHIN = 5  # days before a record's own
# What somebody's being named weighs when others are looked for; the hour, the meeting or a rare kind in common; being told.
MENTIONED, AT_ONE_HOUR, TOLD_OF = 3.0, 6.0, 1.0


def candidates(case: Case, thresholds: Thresholds) -> Iterator[tuple[Facts, list[Facts]]]:
    """For each record, the last first, those of other agencies that may be of the same event."""
    return Search(case, thresholds).all()


class Search:
    """Goes through the records of a case from the last to the first, and knows those behind by what they may be found by."""

    def __init__(self, case: Case, thresholds: Thresholds) -> None:
        self.case = case
        self.within = thresholds.receipt_days
        self.ordered = sorted(case.facts, key=lambda each: (each.start, each.place))
        self.starts = [each.start.toordinal() for each in self.ordered]
        self.agencies = [each.agency for each in self.ordered]
        self.of_agency: defaultdict[str, list[int]] = defaultdict(list)
        for at, agency in enumerate(self.agencies):
            self.of_agency[agency].append(at)
        self.mentioned = [each.mentions for each in self.ordered]
        self.ranks, self.weights = _by_rarity(case)
        # The places behind under each word's rank, each minute of a day and each meeting or kind, the nearest last.
        self.of_word: list[list[int]] = [[] for _ in self.weights]
        self.at_minute: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self.of_kind: defaultdict[str, list[int]] = defaultdict(list)

    def all(self) -> Iterator[tuple[Facts, list[Facts]]]:
        for at in range(len(self.ordered) - 1, -1, -1):
            counted: defaultdict[int, float] = defaultdict(float)
            self._count_alike(at, counted)
            self._count_mentioned(at, counted)
            self._count_meant(at, counted)
            for place in self._soon_told(at):
                counted[place] += TOLD_OF
            found = list(counted)
            if len(found) > MOST_CANDIDATES:
                found = sorted(found, key=lambda place: (-counted[place], place))[:MOST_CANDIDATES]
            yield self.ordered[at], [self.ordered[place] for place in found]

    def _count_alike(self, at: int, counted: defaultdict[int, float]) -> None:
        """Those behind this record, not too late, that have words, the hour, a meeting or a rare kind in common with it."""
        each, agencies = self.ordered[at], self.agencies
        own, last = each.agency, bisect_right(self.starts, each.end.toordinal() + self.within)
        for weight, places in self._keys(each):
            for place in reversed(places):
                if place >= last:
                    break
                if agencies[place] != own:
                    counted[place] += weight
            places.append(at)
        if each.minute is not None:
            for place in self.at_minute.get((self.starts[at] + 1, each.minute), ()):
                if agencies[place] != own:
                    counted[place] += AT_ONE_HOUR

    def _keys(self, each: Facts) -> Iterator[tuple[float, list[int]]]:
        """The places behind it under its rarest words, its hour, meetings and rare kinds, with what each weighs."""
        weights, of_word, of_kind, rarity = self.weights, self.of_word, self.of_kind, self.case.kinds
        for rank in sorted(filter(None, map(self.ranks.get, each.features)))[:RAREST]:
            yield weights[rank], of_word[rank]
        day = each.start.toordinal()
        if each.minute is not None:
            yield 2 * AT_ONE_HOUR, self.at_minute[day, each.minute]
        for name in each.meetings:
            yield AT_ONE_HOUR, of_kind[f"meeting {day} {name}"]
        for kind in each.kinds:
            if rarity.get(kind, 0.0) > RARE_KIND:
                yield AT_ONE_HOUR, of_kind[f"kind {kind}"]
        for name in each.meetings:
            yield AT_ONE_HOUR, of_kind[f"meeting {name}"]

    def _count_mentioned(self, at: int, counted: defaultdict[int, float]) -> None:
        """Those of the agencies that it names, of the day, the day before and the day after; what is unusual, a day further."""
        if not self.mentioned[at]:
            return
        each, day = self.ordered[at], self.starts[at]
        beyond = SOON if _is_unusual(each) else 1
        first, behind = bisect_left(self.starts, day - beyond), bisect_right(self.starts, day + beyond)
        for agency in self.mentioned[at]:
            places = self.of_agency[agency]
            for place in places[bisect_left(places, first) : bisect_left(places, behind)]:
                if abs(self.starts[place] - day) <= 1 or _is_unusual(self.ordered[place]):
                    counted[place] += MENTIONED

    def _count_meant(self, at: int, counted: defaultdict[int, float]) -> None:
        """Those of the days that its words mean, where both are of what their agencies hardly ever write."""
        each = self.ordered[at]
        if not (each.meant and _is_unusual(each)):
            return
        for day in sorted(each.meant):
            if 0 < (each.start - day).days <= MEANT_WITHIN:
                first = bisect_left(self.starts, day.toordinal())
                for place in range(first, bisect_right(self.starts, day.toordinal())):
                    if self.agencies[place] != each.agency and _is_unusual(self.ordered[place]):
                        counted[place] += MENTIONED

    def _soon_told(self, at: int) -> Iterator[int]:
        """Where few have anything for days: the places of those that may be of the same event by what they are."""
        ordered, mentioned = self.ordered, self.mentioned
        last = bisect_right(self.starts, self.starts[at] + SOON)
        if last - at > FEW:
            return
        for place in range(at + 1, last):
            if self.agencies[place] != self.agencies[at] and _may_be_told(
                ordered[at], ordered[place], mentioned[at], mentioned[place], self.case.kinds
            ):
                yield place


def _is_unusual(each: Facts) -> bool:
    return each.unusual >= UNUSUAL and not each.routine


def _by_rarity(case: Case) -> tuple[dict[str, int], list[float]]:
    """The words by which others may be looked for, each with its rank (1 is the rarest); and what each rank weighs."""
    limit = max(int(COMMONEST * len(case.facts)), 25)
    rarity = case.idf
    known = sorted((word for word, count in case.frequency.items() if 1 < count <= limit), key=lambda word: (-rarity[word], word))
    return {word: rank for rank, word in enumerate(known, 1)}, [0.0, *[rarity[word] for word in known]]


def _may_be_told(first: Facts, second: Facts, forth: frozenset[str], back: frozenset[str], rarity: dict[str, float]) -> bool:
    """Whether two records near in time may be of one event by what they are, whatever their words."""
    on_one_day = first.start == second.start
    if second.second_hand and (not back or first.agency in back):
        return True
    if on_one_day and ((first.second_hand and (not forth or second.agency in forth)) or (first.gathering and second.gathering)):
        return True
    if on_one_day and first.joint and second.joint:
        return True
    return (on_one_day or second.second_hand) and any(rarity.get(kind, 0.0) > RATHER_RARE for kind in first.kinds & second.kinds)
