"""Two versions of a file, row beside row: which row of the new one is which row of the old one.

Deterministic, and without a database. In this order, each row paired once at most: by a reference that names the rows
of both, by being the same row, by telling the same thing of the same moment, and at last by likeness: of the words, of
the day, and of the place between rows that are already paired.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

NOT_LETTERS = re.compile(r"[\W_]+")
WORDS = re.compile(r"\s+|\w+|[^\w\s]")
NUMBER = re.compile(r"\D{0,6}(\d{1,9})\.?")
MOSTLY = 0.8  # share of the rows that must carry a reference before it is taken for an identity
# What likeness is made of: the words count up to one, the same day and the same place in the file are added.
SAME_DAY, NEAR_DAY, SAME_PLACE = 0.3, 0.1, 0.1
LIKE_ENOUGH = 0.75
UNRELATED = 0.55  # the share of letters that two texts have in common by chance
NEAR = 7  # days
SHORTER = 0.9  # what words that were only added to are worth, beside words that are the same
LONGEST_COMPARED = 2_000  # letters
MOST_BESIDE = 60  # rows of one day, or of one gap, that are held against each other


@dataclass(frozen=True, slots=True)
class Side:
    """One row of either version: ``event`` is what happened, ``words`` everything else that it says of it.

    ``reference`` was given to the row by the system that the file comes from.
    """

    digest: str
    start: dt.date | None
    end: dt.date | None
    time: dt.time | None
    event: str
    words: str = ""
    reference: str = ""

    @property
    def said(self) -> str:
        """Everything the row says."""
        return f"{self.event}\n{self.words}"

    @property
    def essence(self) -> str:
        """What happened and when, however the columns are called; empty where there is no day."""
        if self.start is None:
            return ""
        told = f"{self.start} {self.end} {self.time} {plain(self.event)}"
        return hashlib.sha256(told.encode()).hexdigest()


def plain(words: str) -> str:
    """Words without capitals, signs and spacing: what is left is what was said."""
    return NOT_LETTERS.sub(" ", words).strip().casefold()


def pair(old: Sequence[Side], new: Sequence[Side]) -> dict[int, int]:
    """The place in ``old`` of each row of ``new`` that was there before."""
    pairing = Pairing(old, new)
    if _identifies(old) and _identifies(new):
        pairing.by(lambda side: plain(side.reference))
    pairing.by(lambda side: side.digest)
    pairing.by(lambda side: side.essence)
    pairing.by_likeness()
    return pairing.found


def share_found(old: Sequence[Side], new: Sequence[Side]) -> float:
    """The part of the smaller side that the other has word for word: whether one file may be a version of the other."""
    if not old or not new:
        return 0.0
    there = {key for side in new for key in (side.digest, side.essence) if key}
    found = sum(side.digest in there or side.essence in there for side in old)
    return found / min(len(old), len(new))


class Pairing:
    """What is paired so far, and what is still free on each side."""

    def __init__(self, old: Sequence[Side], new: Sequence[Side]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self.free_old = dict.fromkeys(range(len(old)))
        self.free_new = dict.fromkeys(range(len(new)))

    def by(self, key: Callable[[Side], Hashable]) -> None:
        """Pair what has the same key; of several with the same the first with the first."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index in self.free_old:
            if key(self.old[index]):
                waiting[key(self.old[index])].append(index)
        for index in list(self.free_new):
            same = waiting.get(key(self.new[index]))
            if same:
                self._join(index, same.pop(0))

    def by_likeness(self) -> None:
        """Pair the likest first; where two are alike, what stands earlier in the new file and in the old one."""
        for score, index, before in sorted(self._candidates(), key=lambda each: (-each[0], each[1], each[2])):
            if score >= LIKE_ENOUGH and index in self.free_new and before in self.free_old:
                self._join(index, before)

    def _join(self, index: int, before: int) -> None:
        self.found[index] = before
        del self.free_new[index], self.free_old[before]

    def _candidates(self) -> Iterator[tuple[float, int, int]]:
        """Rows worth holding against each other: of about the same day, or in the same gap between paired rows."""
        by_day: dict[dt.date | None, list[int]] = defaultdict(list)
        for before in self.free_old:
            by_day[self.old[before].start].append(before)
        days = sorted(day for day in by_day if day)
        gaps = self._gaps()
        weights = Weights([*self.old, *self.new])
        for index in self.free_new:
            beside = gaps.get(index, set())
            near = _about(self.new[index].start, days, by_day)
            for before in sorted(beside | set(near)):
                score = weights.likeness(self.old[before], self.new[index], same_place=before in beside)
                yield round(score, 4), index, before

    def _gaps(self) -> dict[int, set[int]]:
        """For each free row of the new file the free rows of the old one that stand between the same neighbours."""
        anchors = sorted((before, index) for index, before in self.found.items())
        found: dict[int, set[int]] = {}
        free_old, free_new = sorted(self.free_old), sorted(self.free_new)
        for (old_from, new_from), (old_to, new_to) in pairwise([(-1, -1), *anchors, (len(self.old), len(self.new))]):
            befores = free_old[bisect_left(free_old, old_from) : bisect_left(free_old, old_to)]
            indexes = free_new[bisect_left(free_new, new_from) : bisect_left(free_new, max(new_to, new_from))]
            if befores and len(befores) <= MOST_BESIDE and len(indexes) <= MOST_BESIDE:
                for index in indexes:
                    found.setdefault(index, set()).update(befores)
        return found


def _about(day: dt.date | None, days: Sequence[dt.date], by_day: dict[dt.date | None, list[int]]) -> list[int]:
    """The rows of this day and of those around it; of many only the first, the others are found by their place."""
    if day is None:
        return by_day.get(None, [])[:MOST_BESIDE]
    first = bisect_left(days, day - dt.timedelta(days=NEAR))
    last = bisect_left(days, day + dt.timedelta(days=NEAR + 1))
    around = sorted(days[first:last], key=lambda other: (abs((other - day).days), other))
    rows = [before for other in around for before in by_day[other]]
    swapped = [before for other in _mistyped(day) for before in by_day.get(other, [])]
    return rows[:MOST_BESIDE] + swapped[:MOST_BESIDE]


def _mistyped(day: dt.date) -> Iterator[dt.date]:
    """The days that are a slip away: day and month exchanged, one year more or less."""
    for year, month, number in (
        (day.year, day.day, day.month),
        (day.year - 1, day.month, day.day),
        (day.year + 1, day.month, day.day),
    ):
        try:
            yield dt.date(year, month, number)
        except ValueError:
            continue


class Weights:
    """How much a word says: one that many rows have, next to nothing; one that few have, much."""

    def __init__(self, sides: Iterable[Side]) -> None:
        self.words: dict[str, frozenset[str]] = {}
        count: Counter[str] = Counter()
        for side in sides:
            if side.said not in self.words:
                self.words[side.said] = frozenset(plain(side.said)[:LONGEST_COMPARED].split())
                count.update(self.words[side.said])
        self.of = {word: 1 / math.sqrt(number) for word, number in count.items()}

    def likeness(self, old: Side, new: Side, *, same_place: bool) -> float:
        """Near one for the same words about the same day, above that when the day, too, is the same."""
        same_day = old.start == new.start and old.start is not None
        before, after = self.words[old.said], self.words[new.said]
        shared = self._weight(before & after)
        whole, least = self._weight(before) + self._weight(after), min(self._weight(before), self._weight(after))
        score = 2 * shared / whole if whole else 0.0
        if (same_day or same_place) and least:  # words that were added or taken away, where nothing points elsewhere
            score = max(score, SHORTER * shared / least)
        if score < MOSTLY:  # slips of the pen within the words
            letters = fuzz.ratio(plain(old.said)[:LONGEST_COMPARED], plain(new.said)[:LONGEST_COMPARED]) / 100
            score = max(score, (letters - UNRELATED) / (1 - UNRELATED))
        if same_day:
            score += SAME_DAY
        elif old.start and new.start and abs((old.start - new.start).days) <= NEAR:
            score += NEAR_DAY
        return score + (SAME_PLACE if same_place else 0)

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(self.of[word] for word in words)


def _identifies(sides: Sequence[Side]) -> bool:
    """Whether the references name each row once, and do not merely count them."""
    said = [plain(side.reference) for side in sides]
    filled = [reference for reference in said if reference]
    if len(filled) < len(sides) * MOSTLY or len(set(filled)) < len(filled):
        return False
    numbers = [int(match[1]) for reference in filled if (match := NUMBER.fullmatch(reference))]
    return len(numbers) < len(filled) or any(later != earlier + 1 for earlier, later in pairwise(numbers))


def changed_words(old: str, new: str) -> list[tuple[str, str]]:
    """The words of both versions in one run: each piece with "same", "gone" or "new"."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    pieces: list[tuple[str, str]] = []
    for kind, first, last, begins, ends in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(before[first:last])))
            continue
        if first < last:
            pieces.append(("gone", "".join(before[first:last])))
        if begins < ends:
            pieces.append(("new", "".join(after[begins:ends])))
    return pieces


def occurrences(keys: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each key with how often it came before, so that two rows that are the same are told apart by their order."""
    seen: Counter[str] = Counter()
    for key in keys:
        yield key, seen[key]
        seen[key] += 1
