"""What one record says, taken out of its words once: who, when, where, what kind, how it is known, which numbers."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import Any

from chronology.analysis.days import days_meant, days_named
from chronology.analysis.known import OPENING, is_attributed, is_heard, opens_with_news
from chronology.analysis.people import People, find_people
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import ATTENDED, DENIED, JOINT, NOTICED_LATER, SAID
from chronology.analysis.vocabulary.kinds import EVENTS, KIND
from chronology.analysis.vocabulary.meetings import MEETING, UNNAMED, held
from chronology.analysis.vocabulary.phrases import Found, Phrasebook, tokens_of
from chronology.analysis.vocabulary.services import SERVICE
from chronology.analysis.vocabulary.thesaurus import EVERYDAY
from chronology.analysis.words import fold, informative, stem

STATEMENT = re.compile(r"[.;:!?]\s+|\n+|[.]$")
SHORTEST_STATEMENT = 9
SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!Mrs\.)(?<=[.!?;])\s+|\n+")
ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th)|initial|final)\b"
    r"(?= (?:\w+ ){0,3}(?:meeting|conference|group|review|discussion))"
    r"|\b(?:meeting|conference|core group|review)s? (?:no\.? ?|number )?(\d{1,2})\b"
)
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
ADDRESS = re.compile(
    r"\b(\d{1,4}[a-zA-Z]?),? ((?:[A-Z][a-z]+ ){1,2})"
    r"(?:Road|Rd|Street|St|Lane|Close|Cl|Avenue|Ave|Drive|Court|Ct|Way|Place|Terrace|Crescent"
    r"|Gardens|Grove|Hill|Walk|Row|Square|Mews|View|Park|Green|Rise|House|Buildings|Parade)\b"
)
CHILDREN = re.compile(r"\b(?:child(?:ren)?|baby|babies|infant|siblings?|boys?|girls?|pupils?|toddlers?|kids)\b")
USUAL_RECORDS = 1_200  # a smaller case is filled up to as many, in which everyday words stand often and others hardly ever
EVERYDAY_SHARE, RARE_SHARE = 0.02, 0.0005
SAMPLE = 4_000
MOST_FEATURES = 80


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
    from_whom: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    routine: bool = False
    heard: bool = False
    second_hand: bool = False
    said: bool = False
    joint: bool = False
    attended: bool = False
    later: bool = False
    meant: frozenset[dt.date] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()
    ordinals: frozenset[str] = frozenset()
    addresses: frozenset[tuple[str, str]] = frozenset()
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


def narrative(record: Record) -> str:
    """What the agency says happened and came of it; the author's comment and the source are not part of it."""
    parts: list[str] = []
    for words in map(str.strip, (record.event, record.action, record.outcome, record.told, record.child_views)):
        if words and not any(words.rstrip(".") in part for part in parts):
            parts.append(words)
    return "\n".join(parts)


def read_case(records: Sequence[Record], agencies: Mapping[str, AgencyFacts], tell: Callable[[int], None]) -> Case:
    """Take every record's facts out of its words."""
    texts = [narrative(record) for record in records]
    people, named = find_people(
        [f"{text}\n{record.persons}" if record.persons else text for text, record in zip(texts, records, strict=True)],
        sorted({record.professional for record in records if record.professional}),
    )
    services = Services.of(records, agencies)
    services.settle_aliases(texts[:: max(len(texts) // SAMPLE, 1)])
    facts = []
    for place, record in enumerate(records):
        facts.append(_read(place, record, texts[place], named[place], people, services))
        tell(place)
    frequency = Counter(feature for each in facts for feature in each.features)
    idf = _rarity(frequency, len(facts) + 1, people)
    for each in facts:
        each.weight = sum(idf[feature] for feature in each.features if " " not in feature)
    minutes = Counter(each.minute for each in facts)
    statements = Counter(statement for each in facts for statement in each.sentences)
    services.learn_staff(
        (each.agency, [person for person in each.people if person in people.professionals]) for each in facts if not each.meetings
    )
    for each in facts:
        # An agency writes so again and again: "letter scanned, no action".
        each.routine = bool(each.sentences) and min(statements[statement] for statement in each.sentences) >= OFTEN
        each.second_hand = each.heard or is_attributed(each, services, people)
    names = {agency: known.name or agency for agency, known in agencies.items()}
    kinds = Counter(kind for each in facts for kind in each.kinds & EVENTS)
    rare = {kind: log((len(facts) + 1) / count) for kind, count in kinds.items()}
    return Case(facts, people, services, idf, rare, minutes, statements, _density(facts), names, _days_of_kinds(facts))


OFTEN = 4  # times that all statements of a record stand in the case
WEEKS = 21  # days


def _days_of_kinds(facts: Sequence[Facts]) -> dict[tuple[str, str], list[int]]:
    """The days on which each agency has something of each kind."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for each in facts:
        for kind in each.kinds & EVENTS:
            found[each.agency, kind].append(each.start.toordinal())
    for days in found.values():
        days.sort()
    return dict(found)


def _rarity(frequency: Counter[str], records: int, people: People) -> dict[str, float]:
    """How rare each word is; a small case is taken as a part of a usual one, since its few entries tell little of that."""
    more = max(USUAL_RECORDS - records, 0)
    often, seldom = more * EVERYDAY_SHARE, more * RARE_SHARE
    usual = EVERYDAY_STEMS | (people.full.keys() - people.professionals)

    def is_everyday(feature: str) -> bool:
        if feature in usual or (feature.isdigit() and len(feature) < FEWEST_DIGITS):
            return True
        first, _, second = feature.partition(" ")
        return bool(second) and is_everyday(first) and is_everyday(second)

    return {
        feature: log((records + more) / (count + (often if more and is_everyday(feature) else seldom)))
        for feature, count in frequency.items()
    }


FEWEST_DIGITS = 3  # of a number that is more than an age or a count
EVERYDAY_STEMS = frozenset(stem(word) for word in EVERYDAY)


def _density(facts: Sequence[Facts]) -> float:
    """Records a day, on the days on which there are any."""
    return len(facts) / max(len({each.start for each in facts}), 1)


def _read(place: int, record: Record, text: str, named: tuple[str, ...], people: People, agencies: Services) -> Facts:
    words = in_full(fold(text))
    tokens = informative(words)
    plain = [token for token in tokens if token not in people.given and token not in people.surnames]
    features = [*dict.fromkeys(plain), *named]
    features += [f"{first} {second}" for first, second in pairwise(plain)]
    kind_of = record.contact_type.lower()
    told_of = in_full(fold(record.event))
    if kind_of:
        told_of = f"{told_of}\n{kind_of}"
    said = _signs(tokens_of(f"{words}\n{kind_of}" if kind_of else words))
    meetings, announced, arranged = _meetings(said, tokens_of(told_of))
    aliases = agencies.named_in(words)
    return Facts(
        record,
        place,
        text,
        words,
        told_of,
        frozenset(features[:MOST_FEATURES]),
        people=named,
        kinds=said.names("kind"),
        meetings=meetings,
        gathering=bool(meetings) or (not announced and bool(said.opening("gathering"))),
        from_whom=said.opening("service") | agencies.named_in(words[:OPENING]),
        denied=_denied(words),
        planned=announced,
        arranged=arranged,
        services=said.names("service") | aliases,
        heard=is_heard(words, said.words, agencies, record.agency),
        about_children=bool(CHILDREN.search(words)) or not people.children.isdisjoint(named),
        said=bool(said.names("said")),
        joint=bool(JOINT.search(words)),
        attended=bool(ATTENDED.search(words)),
        later=bool(NOTICED_LATER.search(words)),
        days=days_named(words),
        meant=days_meant(words, record.start),
        ordinals=_ordinals(words),
        addresses=_addresses(text),
        sentences=_sentences(words),
        tokens=tuple(plain),
    )


FIRST_WORDS = 12  # in which a record says from whom it has what it tells, or that there was a meeting
ALL = Phrasebook.together(kind=KIND, service=SERVICE, said=SAID, meeting=MEETING, gathering=UNNAMED)


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything that the vocabulary finds in a text, by its books."""

    words: tuple[str, ...]
    found: dict[str, list[Found]]

    def names(self, book: str) -> frozenset[str]:
        return frozenset(each.name for each in self.found.get(book, ()))

    def opening(self, book: str) -> frozenset[str]:
        """What stands in the first words."""
        return frozenset(each.name for each in self.found.get(book, ()) if each.last <= FIRST_WORDS)


def _denied(words: str) -> frozenset[str]:
    """The services that had no part in it: "no ambulance", "not conveyed", "meeting held without college"."""
    found: set[str] = set()
    for match in DENIED.finditer(words):
        found |= SERVICE.names(tokens_of(match["who"])) if match["who"] else {str(match.lastgroup)}
    return frozenset(found)


def _signs(words: tuple[str, ...]) -> Signs:
    found: dict[str, list[Found]] = {}
    for name, first, last in ALL.matches(words):
        book, _, name_in_it = name.partition(":")
        found.setdefault(book, []).append(Found(name_in_it, first, last))
    return Signs(words, found)


def _meetings(said: Signs, told_of: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The kinds of meeting that were held by what happened, those that are announced in it, and those in what was done next."""
    spoken_of = said.found.get("meeting")
    if spoken_of is None:
        return frozenset(), frozenset(), frozenset()
    if said.words[: len(told_of)] == told_of:
        first_of_all = [each for each in spoken_of if each.last <= len(told_of)]
    else:
        first_of_all = MEETING.matches(told_of)
    took_place = held(told_of, first_of_all)
    announced = frozenset(each.name for each in first_of_all) - took_place
    return took_place, announced, said.names("meeting") - took_place - announced


def _addresses(text: str) -> frozenset[tuple[str, str]]:
    """Streets with the number of a house, for one street has many households."""
    return frozenset((match[2].lower(), match[1].lower()) for match in ADDRESS.finditer(text))


def _sentences(words: str) -> frozenset[str]:
    """The statements of a text, for those that two records make in the same words."""
    return frozenset(
        bare for piece in STATEMENT.split(words) if (bare := piece.strip(" .,;:-!?'\"")) and len(bare) >= SHORTEST_STATEMENT
    )


def _ordinals(words: str) -> frozenset[str]:
    found = set()
    for match in ORDINAL.finditer(words):
        word = match.group(1) or match.group(2)
        found.add(ORDINALS.get(word, word.rstrip("stndrh")))
    return frozenset(found)
