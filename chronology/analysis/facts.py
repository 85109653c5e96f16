"""What one record says, once it is taken out of its words: who, when, where, what kind, how it is known."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from chronology.analysis.people import People
from chronology.analysis.records import Record
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import opens_with_news
from chronology.analysis.words import fold

SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!Mrs\.)(?<=[.!?;])\s+|\n+")
WEEKS = 21  # days


@dataclass(slots=True, eq=False)
class Facts:
    """A record with what its words say. Compared by identity."""

    record: Record
    place: int
    text: str
    words: str
    told_of: str
    features: frozenset[str]
    weight: float = 0.0
    people: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    about_children: bool = False
    planned: frozenset[str] = frozenset()
    arranged: frozenset[str] = frozenset()
    gathering: bool = False
    minuted: bool = False
    from_whom: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    routine: bool = False
    heard: bool = False
    second_hand: bool = False
    said: bool = False
    joint: bool = False
    from_family: bool = False
    attended: bool = False
    later: bool = False
    meant: frozenset[dt.date] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()
    ordinals: frozenset[str] = frozenset()
    addresses: frozenset[tuple[str, str]] = frozenset()
    ages: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    tokens: tuple[str, ...] = field(default=(), repr=False)
    in_full: list[str] | None = field(default=None, repr=False)
    answers: dict[Any, Any] | None = field(default=None, repr=False)

    @property
    def sentences_as_written(self) -> list[str]:
        return [sentence for sentence in SENTENCE.split(self.text) if sentence.strip()]

    @property
    def sentences_in_full(self) -> list[str]:
        if self.in_full is None:
            self.in_full = [in_full(fold(sentence)) for sentence in self.sentences_as_written]
        return self.in_full

    @property
    def start(self) -> dt.date:
        return self.record.start

    @property
    def end(self) -> dt.date:
        return self.record.end

    @property
    def agency(self) -> str:
        return self.record.agency

    @property
    def is_day(self) -> bool:
        return self.record.precision in {"day", "approx_day"} or self.record.start == self.record.end

    @property
    def news(self) -> bool:
        """Whether the agency was only told of it, or tells of an earlier day: it does not claim to have been there."""
        if self.second_hand or self.heard or opens_with_news(self.words):
            return True
        return not self.joint and any(day < self.start for day in self.meant)

    @property
    def minute(self) -> int | None:
        """Minutes since midnight of an exact time, else None."""
        at = self.record.time
        if at is None or self.record.time_precision not in {"", "exact"}:
            return None
        return at.hour * 60 + at.minute


@dataclass(slots=True)
class Case:
    """All records of a case with what their words say, and how common each word is among them."""

    facts: list[Facts]
    people: People
    services: Services
    idf: dict[str, float]
    kinds: dict[str, float]
    minutes: Counter[int | None]
    statements: Counter[str]
    density: float
    crowd: float
    names: dict[str, str]
    alone: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    relations: dict[str, frozenset[str]] | None = field(default=None, repr=False)

    def is_alone(self, facts: Facts, kind: str) -> bool:
        """Whether an agency has no other record of the kind within weeks of this one."""
        days = self.alone.get((facts.agency, kind), [])
        day = facts.start.toordinal()
        return bisect_right(days, day + WEEKS) - bisect_left(days, day - WEEKS) <= 1

    def rarity(self, feature: str) -> float:
        return self.idf.get(feature, 0.0)
