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
    unusual: float = 0.0
    people: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
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
    written: list[str] | None = field(default=None, repr=False)
    in_full: list[str] | None = field(default=None, repr=False)
    answers: dict[Any, Any] = field(default_factory=dict, repr=False)
    start: dt.date = field(init=False)
    end: dt.date = field(init=False)
    agency: str = field(init=False)
    is_day: bool = field(init=False)
    minute: int | None = field(init=False)
    hour: int | None = field(init=False)
    is_news: bool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """What every comparison asks of the record is kept beside what its words say."""
        record = self.record
        self.start, self.end, self.agency = record.start, record.end, record.agency
        self.is_day = record.start == record.end or record.precision in {"day", "approx_day"}
        at = record.time
        self.hour = None if at is None else at.hour * 60 + at.minute
        self.minute = self.hour if record.time_precision in {"", "exact"} else None

    @property
    def sentences_as_written(self) -> list[str]:
        if self.written is None:
            self.written = [sentence for sentence in SENTENCE.split(self.text) if sentence.strip()]
        return self.written

    @property
    def sentences_in_full(self) -> list[str]:
        if self.in_full is None:
            self.in_full = [in_full(fold(sentence)) for sentence in self.sentences_as_written]
        return self.in_full

    @property
    def news(self) -> bool:
        """Whether the agency was only told of it, or tells of an earlier day: it does not claim to have been there."""
        if self.is_news is None:
            self.is_news = self.second_hand or self.heard or opens_with_news(self.words) or self._tells_of_an_earlier_day()
        return self.is_news

    def _tells_of_an_earlier_day(self) -> bool:
        return not self.joint and any(day < self.start for day in self.meant)


@dataclass(slots=True)
class Case:
    """All records of a case with what their words say, and how common each word is among them."""

    facts: list[Facts]
    people: People
    services: Services
    frequency: Counter[str]
    idf: dict[str, float]
    kinds: dict[str, float]
    minutes: Counter[int | None]
    statements: Counter[str]
    density: float
    crowd: float
    names: dict[str, str]
    alone: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    relations: dict[str, frozenset[str]] | None = field(default=None, repr=False)
    titles: dict[str, str] | None = field(default=None, repr=False)
    sexes: dict[str, str] | None = field(default=None, repr=False)

    def is_alone(self, facts: Facts, kind: str) -> bool:
        """Whether an agency has no other record of the kind within weeks of this one."""
        days = self.alone.get((facts.agency, kind), [])
        day = facts.start.toordinal()
        return bisect_right(days, day + WEEKS) - bisect_left(days, day - WEEKS) <= 1

    def rarity(self, feature: str) -> float:
        return self.idf.get(feature, 0.0)
