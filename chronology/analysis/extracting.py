"""Taking out of every record's words, once, what they say: who, when, where, what kind, how it is known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from math import log
from typing import Any, TypeVar

from chronology.analysis.days import days_meant
from chronology.analysis.facts import Case, Facts
from chronology.analysis.known import is_attributed, is_heard, went_with_others
from chronology.analysis.naming import find_people
from chronology.analysis.people import People
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.sentences import Signs, sentences_of, stems_in
from chronology.analysis.services import Services
from chronology.analysis.staff import learn_staff
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import APPOINTMENT, BY_FAMILY, OPENING
from chronology.analysis.vocabulary.kinds import EVENTS, SINGULAR
from chronology.analysis.vocabulary.meetings import MEETING, held
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.vocabulary.thesaurus import EVERYDAY
from chronology.analysis.words import fold, stem

ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th)|initial|final)\b"
    r"(?= (?:\w+ ){0,3}(?:meeting|conference|group|review|discussion))"
    r"|\b(?:meeting|conference|core group|review)s? (?:no\.? ?|number )?(\d{1,2})\b"
)
MAY_BE_COUNTED = ("meeting", "conference", "group", "review", "discussion")
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
HOUSE_NUMBER = re.compile(r"\d[a-zA-Z]?,? [A-Z]")  # looked for far sooner than what stands behind it
ADDRESS = re.compile(
    r"\b(\d{1,4}[a-zA-Z]?),? ((?:[A-Z][a-z]+ ){1,2})"
    r"(?:Road|Rd|Street|St|Lane|Close|Cl|Avenue|Ave|Drive|Court|Ct|Way|Place|Terrace|Crescent"
    r"|Gardens|Grove|Hill|Walk|Row|Square|Mews|View|Park|Green|Rise|House|Buildings|Parade)\b"
)
MINUTES = re.compile(r"(?:[\w/'&-]+ ){0,5}(?:minutes|mins|notes)\b")  # of a meeting that was held on an earlier day
CHILDREN = frozenset(
    """child children child's baby babies baby's infant sibling siblings boy boys girl girls pupil pupils toddler toddlers
    kids""".split()
)
# Without one of these words none of that stands in a text, so that most texts need not be searched.
MAY_MEAN = frozenset(
    """yesterday yesterday's last day night overnight monday tuesday wednesday thursday friday saturday sunday mon wed sat sun
    weekend ago earlier previously evening monday's tuesday's wednesday's thursday's friday's saturday's sunday's""".split()
)
USUAL_RECORDS = 1_200  # a smaller case is filled up to as many, in which everyday words stand often and others hardly ever
EVERYDAY_SHARE, RARE_SHARE = 0.02, 0.0005
SAMPLE = 4_000
MOST_FEATURES = 80

Word = TypeVar("Word")


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
    )
    services = Services.of(records, agencies)
    services.settle_aliases(texts[:: max(len(texts) // SAMPLE, 1)], people.given.keys() | people.surnames.keys())
    services.staff = learn_staff(services, [record.agency for record in records], cut, mentions, people.professionals)
    del cut, mentions
    facts = []
    for place, record in enumerate(records):
        facts.append(_read(place, record, texts[place], named[place], people, services))
        tell(place)
    frequency = Counter(chain.from_iterable(each.features for each in facts))
    idf = _rarity(frequency, len(facts) + 1, people)
    alone = {feature: rarity for feature, rarity in idf.items() if " " not in feature}
    for each in facts:
        each.weight = sum([alone[feature] for feature in each.features if feature in alone])
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


def _read(place: int, record: Record, text: str, named: tuple[str, ...], people: People, agencies: Services) -> Facts:
    sentences = sentences_of(fold(text))
    words = " ".join([sentence.words for sentence in sentences])
    plain = [stem for stem in stems_in(sentences, words) if stem not in people.given and stem not in people.surnames]
    features = [*dict.fromkeys(plain), *named]
    features += [f"{first} {second}" for first, second in pairwise(plain)]
    kind_of = record.contact_type.lower()
    told_of = words if text == record.event else in_full(fold(record.event))
    if kind_of:
        told_of = f"{told_of}\n{kind_of}"
    said = Signs.of([*sentences, *sentences_of(f"\n{kind_of}")] if kind_of else sentences)
    meetings, announced, arranged = _meetings(said, told_of)
    aliases = agencies.named_in(words)
    bag = frozenset(said.words)
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
        minuted=bool(meetings) and MINUTES.match(words) is not None,
        from_whom=said.opening("service") | (agencies.named_in(words[:OPENING]) if aliases else aliases),
        denied=_all([sentence.denied for sentence in sentences]),
        planned=announced,
        arranged=arranged,
        services=said.names("service") | aliases,
        heard=is_heard(words, said.words, agencies, record.agency),
        about_children=bool(bag & CHILDREN) or not people.children.isdisjoint(named),
        said=bool(said.names("said")),
        joint=any(sentence.joint for sentence in sentences) or APPOINTMENT.match(words) is not None,
        from_family=BY_FAMILY.match(words) is not None,
        attended=any(sentence.attended for sentence in sentences),
        later=any(sentence.later for sentence in sentences),
        days=_all([sentence.days for sentence in sentences]),
        meant=days_meant(words, record.start) if bag & MAY_MEAN else frozenset(),
        ordinals=_ordinals(words),
        addresses=_addresses(text),
        ages=_all([sentence.ages for sentence in sentences]),
        sentences=_all([sentence.statements for sentence in sentences]),
        tokens=tuple(plain),
    )


NOTHING: frozenset[Any] = frozenset()


def _all(of_each: Iterable[frozenset[Word]]) -> frozenset[Word]:
    """What is found in any of the sentences."""
    found = [each for each in of_each if each]
    return found[0] if len(found) == 1 else NOTHING.union(*found)


def _meetings(said: Signs, told_of: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The kinds of meeting that were held by what happened, those that are announced in it, and those in what was done next."""
    spoken_of = said.found.get("meeting")
    if spoken_of is None:
        return frozenset(), frozenset(), frozenset()
    words = tokens_of(told_of)
    if said.words[: len(words)] == words:
        first_of_all = [each for each in spoken_of if each.last <= len(words)]
    else:
        first_of_all = MEETING.matches(words)
    took_place = held(words, first_of_all)
    announced = frozenset(each.name for each in first_of_all) - took_place
    return took_place, announced, said.names("meeting") - took_place - announced


def _addresses(text: str) -> frozenset[tuple[str, str]]:
    """Streets with the number of a house, for one street has many households."""
    if HOUSE_NUMBER.search(text) is None:
        return NOTHING
    return frozenset((match[2].lower(), match[1].lower()) for match in ADDRESS.finditer(text))


def _ordinals(words: str) -> frozenset[str]:
    if not any(name in words for name in MAY_BE_COUNTED):
        return NOTHING
    found = set()
    for match in ORDINAL.finditer(words):
        word = match.group(1) or match.group(2)
        found.add(ORDINALS.get(word, word.rstrip("stndrh")))
    return frozenset(found)
