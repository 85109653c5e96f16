"""Taking out of every record's words, once, what they say: who, when, where, what kind, how it is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from math import log

from chronology.analysis.among_others import unusual_words
from chronology.analysis.facts import Case, Facts
from chronology.analysis.known import is_attributed, went_with_others
from chronology.analysis.naming import find_people
from chronology.analysis.people import People
from chronology.analysis.reader import Reader
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.services import Services
from chronology.analysis.staff import learn_staff
from chronology.analysis.vocabulary.sorts import EVENTS, SINGULAR
from chronology.analysis.vocabulary.thesaurus import EVERYDAY
from chronology.analysis.words import stem

USUAL_RECORDS = 1_200  # a smaller case is filled up to as many, in which everyday words stand often and others hardly ever
EVERYDAY_SHARE, RARE_SHARE = 0.02, 0.0005
SAMPLE = 4_000


def narrative(record: Record) -> str:
    """What the agency says happened and came of it; the author's comment and the source are not part of it."""
    if not (record.action or record.outcome or record.told or record.child_views):
        return record.event.strip()
    parts: list[str] = []
    for words in map(str.strip, (record.event, record.action, record.outcome, record.told, record.child_views)):
        if words and not any(words.rstrip(".") in part for part in parts):
            parts.append(words)
    return "\n".join(parts)


def read_case(records: Sequence[Record], agencies: Mapping[str, AgencyFacts], tell: Callable[[int], None]) -> Case:
    """Take every record's facts out of its words."""
    texts = [narrative(record) for record in records]
    people, named, cut, mentions = find_people(
        [f"{text}\n{record.persons}" if record.persons else text for text, record in zip(texts, records, strict=True)],
        sorted({record.professional for record in records if record.professional}),
        [record.agency for record in records],
        [record.child_seen for record in records],
    )
    services = Services.of(records, agencies)
    services.settle_aliases(texts[:: max(len(texts) // SAMPLE, 1)], people.given.keys() | people.surnames.keys())
    services.staff = learn_staff(services, [record.agency for record in records], cut, mentions, people.professionals)
    del cut, mentions
    reader = Reader(people, services)
    facts = []
    for place, record in enumerate(records):
        facts.append(reader.read(place, record, texts[place], named[place]))
        tell(place)
    del reader
    frequency = Counter(chain.from_iterable(each.features for each in facts))
    idf = _rarity(frequency, len(facts) + 1, people)
    alone = {feature: rarity for feature, rarity in idf.items() if " " not in feature}
    words = [[feature for feature in each.features if feature in alone] for each in facts]
    for each, own in zip(facts, words, strict=True):
        each.weight = sum(map(alone.__getitem__, own))
    unusual_words(facts, words)
    del words
    minutes = Counter(each.minute for each in facts)
    statements = Counter(chain.from_iterable(each.sentences for each in facts))
    for each in facts:
        # An agency writes so again and again: "letter scanned, no action".
        each.routine = bool(each.sentences) and min(map(statements.__getitem__, each.sentences)) >= OFTEN
        each.second_hand = each.heard or is_attributed(each, services, people)
        each.joint = each.joint or went_with_others(each, services, people)
    names = {agency: known.name or agency for agency, known in agencies.items()}
    kinds = Counter(kind for each in facts for kind in each.kinds & EVENTS)
    rare = {kind: log((len(facts) + 1) / count) for kind, count in kinds.items()}
    telling = sum(not each.routine for each in facts)
    return Case(
        facts,
        people,
        services,
        frequency,
        idf,
        rare,
        minutes,
        statements,
        density=_a_day(telling, facts),
        crowd=_a_day(len(facts), facts),
        names=names,
        alone=_days_of_kinds(facts),
    )


OFTEN = 4  # times that all statements of a record stand in the case


COUNTED = EVENTS | SINGULAR


def _days_of_kinds(facts: Sequence[Facts]) -> dict[tuple[str, str], list[int]]:
    """The days on which each agency has something of each kind."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for each in facts:
        day = each.start.toordinal()
        for kind in each.kinds & COUNTED:
            found[each.agency, kind].append(day)
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


def _a_day(records: int, facts: Sequence[Facts]) -> float:
    """So many records, on each day on which there are any."""
    return records / max(len({each.start for each in facts}), 1)
