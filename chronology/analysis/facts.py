"""What one record says, taken out of its words once: who, when, where, what kind, how it is known, which numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from chronology.analysis import lexicon
from chronology.analysis.people import People, find_people
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.services import Services
from chronology.analysis.signs import DAY_MEANT, OUTGOING
from chronology.analysis.words import UNITS, fold, informative, stem

STATEMENT = re.compile(r"[.;:!?]\s+|\n+|[.]$")
SHORTEST_STATEMENT = 9
SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!Mrs\.)(?<=[.!?;])\s+|\n+")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
DAY_OF_MONTH = re.compile(r"\b(?:the|on) (\d{1,2})(?:st|nd|rd|th)\b(?! (?:meeting|conference|review|visit|time|call))")
DAY_NAMED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTHS})\b|\b(\d{{1,2}})[/.](\d{{1,2}})[/.](?:\d{{4}}|\d{{2}})\b"
)
MONTH_NUMBER = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th)|initial|final)\b"
    r"(?= (?:\w+ ){0,3}(?:meeting|conference|group|review|discussion))"
    r"|\b(?:meeting|conference|core group|review)s? (?:no\.? ?|number )?(\d{1,2})\b"
)
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
CHILDREN = re.compile(r"\b(?:child(?:ren)?|baby|babies|infant|siblings?|boys?|girls?|pupils?|toddlers?|kids)\b")
PASSIVE = re.compile(r"(?:informed|told|notified|advised|alerted|made aware|updated)\b")
CLAUSE = re.compile(r"[.;:,\n]")
OPENING = 60  # letters in which a record says from whom it has what it tells
PAPER = re.compile(r"(?:\w+ ){0,3}(?:discharge|clinic|outpatient|admission) (?:summary|letter|notification|notice)\b")
NEWS = re.compile(
    r"^(?:\w+ ){0,2}(?:call|referral|report|letter|e-?mail|message|text|notification|notice|alert|ppn|vpn|merlin|form|update"
    r"|handover|feedback|result|minutes|summary|information)s?(?: received| rec'?d)?(?: from| by| via|:|,| -)"
    r"|^(?:\S+ ){1,5}(?:rang|phoned|telephoned|called to|confirm(?:s|ed)|advis(?:e|es|ed)|inform(?:s|ed)?"
    r"|report(?:s|ed)|tells? us|say|says|e-?mailed|wrote)\b"
)
WRITERS = frozenset({"hospital", "maternity", "mental_health"})
ATTRIBUTED = re.compile(r"[^.;:]{2,40}: ")
WEEKDAYS = {day: number for number, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
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
    heard: bool = False
    second_hand: bool = False
    said: bool = False
    joint: bool = False
    attended: bool = False
    later: bool = False
    meant: frozenset[dt.date] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()
    ordinals: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    tokens: tuple[str, ...] = field(default=(), repr=False)

    @property
    def sentences_as_written(self) -> list[str]:
        return [sentence for sentence in SENTENCE.split(self.text) if sentence.strip()]

    @property
    def sentences_in_full(self) -> list[str]:
        return [fold(sentence) for sentence in self.sentences_as_written]

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
        if self.second_hand or self.heard or NEWS.search(self.words[:OPENING]):
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
        each.second_hand = each.heard or _is_attributed(each, services, people)
    names = {agency: known.name or agency for agency, known in agencies.items()}
    kinds = Counter(kind for each in facts for kind in each.kinds & lexicon.EVENTS)
    rare = {kind: log((len(facts) + 1) / count) for kind, count in kinds.items()}
    return Case(facts, people, services, idf, rare, minutes, statements, _density(facts), names)


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
EVERYDAY_STEMS = frozenset(stem(word) for word in lexicon.EVERYDAY)


def _density(facts: Sequence[Facts]) -> float:
    """Records a day, on the days on which there are any."""
    return len(facts) / max(len({each.start for each in facts}), 1)


def _read(place: int, record: Record, text: str, named: tuple[str, ...], people: People, agencies: Services) -> Facts:
    words = fold(text)
    tokens = informative(words)
    plain = [token for token in tokens if token not in people.given and token not in people.surnames]
    features = [*dict.fromkeys(plain), *named]
    features += [f"{first} {second}" for first, second in pairwise(plain)]
    kind_of = record.contact_type.lower()
    looked_at = f"{words}\n{kind_of}" if kind_of else words
    told_of = fold(record.event)
    if kind_of:
        told_of = f"{told_of}\n{kind_of}"
    spoken_of = lexicon.names_of(lexicon.MEETING, looked_at)
    meetings = frozenset(
        sign.name for sign in lexicon.MEETING if (match := sign.search(told_of)) and not _only_planned(told_of, match)
    )
    services = lexicon.names_of(lexicon.SERVICE, words)
    aliases = agencies.named_in(words)
    return Facts(
        record,
        place,
        text,
        words,
        told_of,
        frozenset(features[:MOST_FEATURES]),
        people=named,
        kinds=lexicon.names_of(lexicon.KIND, looked_at),
        meetings=meetings,
        planned=spoken_of - meetings,
        services=services | aliases,
        heard=_is_heard(words, agencies, record.agency),
        about_children=bool(CHILDREN.search(words)) or not people.children.isdisjoint(named),
        said=bool(lexicon.SAID.search(words)),
        joint=bool(lexicon.JOINT.search(words)),
        attended=bool(lexicon.ATTENDED.search(words)),
        later=bool(lexicon.NOTICED_LATER.search(words)),
        days=_days_named(words),
        meant=_days_meant(words, record.start),
        ordinals=_ordinals(words),
        sentences=_sentences(words),
        tokens=tuple(plain),
    )


def _is_heard(words: str, services: Services, agency: str) -> bool:
    """Whether the agency heard of it, and not another: "informed by the ward", but not "police informed by the ward"."""
    heard = lexicon.HEARD.search(words)
    if heard is None or not PASSIVE.match(heard.group()):
        return heard is not None
    own = services.of_agency.get(agency, frozenset())
    for match in lexicon.HEARD.compiled.finditer(words):
        if (
            not PASSIVE.match(match.group())
            or words.startswith((" us", " that we"), match.end())
            or match.group().endswith(" us")
        ):
            return True
        if not _is_of_others(words, match.start(), services, own):
            return True
    return False


def _is_of_others(words: str, at: int, services: Services, own: frozenset[str]) -> bool:
    """Whether the one who is spoken of before this place is another service: "police informed by"."""
    others = services.named(CLAUSE.split(words[max(0, at - 30) : at])[-1])
    return bool(others) and not others & own


def _only_planned(words: str, match: re.Match[str]) -> bool:
    """Whether the meeting is announced or asked for, not held."""
    return bool(
        lexicon.PLANNED.search(words[max(0, match.start() - 60) : match.start()])
        or lexicon.PLANNED_AFTER.search(words[match.end() : match.end() + 50])
    )


def _is_attributed(facts: Facts, services: Services, people: People) -> bool:
    """Whether a record begins with who said so: another agency, or somebody who works there."""
    if facts.meetings:
        return False
    return _is_paper(facts, services) or _says_who(facts, services, people)


def _is_paper(facts: Facts, services: Services) -> bool:
    """A discharge summary or a letter from a clinic, in the entries of those who do not write such."""
    return bool(PAPER.match(facts.words)) and not services.of_agency.get(facts.agency, frozenset()) & WRITERS


def _says_who(facts: Facts, services: Services, people: People) -> bool:
    opening = facts.words[:OPENING]
    own = services.of_agency.get(facts.agency, frozenset()) | {f"={facts.agency}"}
    named = services.named(opening) - own if facts.services - own else frozenset()
    if not named:
        first = facts.people[:1]
        if not first or services.staff.get(first[0], facts.agency) == facts.agency:
            return False
        if first[0].rpartition(" ")[2] not in opening and first[0].partition(" ")[0] not in opening:
            return False
    if ATTRIBUTED.match(facts.words):
        return True
    first_said = lexicon.SAID.search(opening)
    if not first_said or _is_outgoing(opening, services, facts.agency):
        return False
    passive = opening.startswith(" by ", first_said.end())
    return not (passive and _is_of_others(opening, first_said.start(), services, own))


def _is_outgoing(opening: str, services: Services, agency: str) -> bool:
    """Whether the record begins by telling another agency something: "rang the hospital", not "hospital rang"."""
    match = OUTGOING.search(opening)
    if match is None:
        return False
    own = services.of_agency.get(agency, frozenset())
    return not (services.named(opening[: match.start()]) - own)


def _sentences(words: str) -> frozenset[str]:
    """The statements of a text, for those that two records make in the same words."""
    return frozenset(
        bare for piece in STATEMENT.split(words) if (bare := piece.strip(" .,;:-!?'\"")) and len(bare) >= SHORTEST_STATEMENT
    )


def _days_named(words: str) -> frozenset[tuple[int, int]]:
    """Days that the words name, as month and day; the year is seldom written."""
    found = set()
    for match in DAY_NAMED.finditer(words):
        if match.group(1):
            found.add((MONTH_NUMBER[match.group(2)[:3]], int(match.group(1))))
        else:
            found.add((int(match.group(4)), int(match.group(3))))
    found.update((0, int(match.group(1))) for match in DAY_OF_MONTH.finditer(words))
    return frozenset(found)


def _days_meant(words: str, on: dt.date) -> frozenset[dt.date]:
    """Earlier days that the words mean: yesterday, on Sunday, at the weekend."""
    found: set[dt.date] = set()
    for match in DAY_MEANT.finditer(words):
        if match.group(1):
            found.add(on - dt.timedelta(1))
        elif match.group(4):
            found.add(on - dt.timedelta(UNITS.get(match.group(4), 0) or int(match.group(4))))
        elif match.group(2):
            found.add(on - dt.timedelta((on.weekday() - WEEKDAYS[match.group(2)]) % 7 or 7))
        else:
            sunday = on - dt.timedelta((on.weekday() - 6) % 7 or 7)
            found |= {sunday, sunday - dt.timedelta(1)}
    return frozenset(found)


def _ordinals(words: str) -> frozenset[str]:
    found = set()
    for match in ORDINAL.finditer(words):
        word = match.group(1) or match.group(2)
        found.add(ORDINALS.get(word, word.rstrip("stndrh")))
    return frozenset(found)
