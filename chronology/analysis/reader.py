"""Reading one record of a case: what its words say, sentence by sentence and as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from chronology.analysis.days import days_meant
from chronology.analysis.facts import Facts
from chronology.analysis.known import is_heard
from chronology.analysis.people import People
from chronology.analysis.records import Record
from chronology.analysis.sentences import NOTHING, Sentence, opening, places_of, sentences_of, told_by
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.abbreviations import in_full
from chronology.analysis.vocabulary.hearing import APPOINTMENT, BY_FAMILY, DUTY, OPENING
from chronology.analysis.vocabulary.meetings import MEETING, held
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.words import fold, informative

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
    r"|Gardens|Grove|Hill|Walk|Row|Square|Mews|View|Park|Green|Rise|House|Buildings|Parade|Bank|Fold|Croft|Yard|Wharf"
    r"|Quay|Mount|Villas|Cottages|Meadows?|Fields?|Brow|Vale|Broadway|Common|Heath|End|Gate|Mill|Wynd|Brae)\b"
)
MINUTES = re.compile(r"(?:[\w/'&-]+ ){0,5}(?:minutes|mins|notes)\b")  # of a meeting that was held on an earlier day
MOST_FEATURES = 80

NO_MEETINGS = NOTHING, NOTHING, NOTHING


class Reader:
    """Reads the records of one case, whose people and agencies are known by now."""

    def __init__(self, people: People, services: Services) -> None:
        self.people = people
        self.services = services
        self.names = people.given.keys() | people.surnames.keys()
        self.plain: dict[str, tuple[list[str], list[str]]] = {}

    def read(self, place: int, record: Record, text: str, named: tuple[str, ...]) -> Facts:
        sentences = sentences_of(fold(text))
        words = " ".join([sentence.words for sentence in sentences])
        plain, pairs = self._stems(sentences, words)
        aliases = self.services.named_in(words)
        kind_of = record.contact_type.lower()
        told_of = words if text == record.event else in_full(fold(record.event))
        if kind_of:
            told_of = f"{told_of}\n{kind_of}"
        told = whole = told_by(sentences)
        said = sentences
        if kind_of:
            said = [*sentences, *sentences_of(f"\n{kind_of}")]
            whole = told_by(said)
        tells = told.tells
        meetings, announced, arranged = _meetings(said, told_of) if "meeting" in whole.tells else NO_MEETINGS
        services = whole.services | aliases if aliases else whole.services
        return Facts(
            record,
            place,
            text,
            words,
            told_of,
            frozenset([*dict.fromkeys(plain), *named, *pairs][:MOST_FEATURES]),
            people=named,
            kinds=whole.kinds,
            meetings=meetings,
            gathering=bool(meetings) or (not announced and "gathering" in whole.tells and bool(opening("gathering", said))),
            minuted=bool(meetings) and MINUTES.match(words) is not None,
            from_whom=self._from_whom(said, words, aliases) if services else NOTHING,
            denied=told.denied,
            planned=announced,
            arranged=arranged,
            services=services,
            mentions=self.services.meant(services, named, record.agency),
            heard=self._is_heard(words, record.agency, may_be="may be heard" in tells),
            about_children="of children" in whole.tells or not self.people.children.isdisjoint(named),
            said="said" in whole.tells,
            joint="joint" in tells or APPOINTMENT.match(words) is not None,
            from_family=BY_FAMILY.match(words) is not None,
            attended="attended" in tells,
            later="later" in tells,
            days=told.days,
            meant=days_meant(words, record.start) if "may mean a day" in tells else NOTHING,
            ordinals=_ordinals(words),
            addresses=_addresses(text),
            ages=told.ages,
            sentences=told.statements,
            tokens=tuple(plain),
        )

    def _stems(self, sentences: Sequence[Sentence], words: str) -> tuple[list[str], list[str]]:
        """The stems of a text that are nobody's name, and each with the one behind it."""
        if any(sentence.stems_may_change for sentence in sentences[:-1]):
            return self._plain(informative(words))
        stems: list[str] = []
        pairs: list[str] = []
        for sentence in sentences:
            found = self.plain.get(sentence.words)
            if found is None:
                found = self.plain[sentence.words] = self._plain(sentence.stems)
            if found[0]:
                if stems:
                    pairs.append(f"{stems[-1]} {found[0][0]}")
                stems += found[0]
                pairs += found[1]
        return stems, pairs

    def _plain(self, stems: Iterable[str]) -> tuple[list[str], list[str]]:
        plain = [stem for stem in stems if stem not in self.names]
        return plain, [f"{first} {second}" for first, second in pairwise(plain)]

    def _from_whom(self, said: Sequence[Sentence], words: str, aliases: frozenset[str]) -> frozenset[str]:
        """The services and agencies that its first words name."""
        named = opening("service", said)
        return named | self.services.named_in(words[:OPENING]) if aliases else named

    def _is_heard(self, words: str, agency: str, *, may_be: bool) -> bool:
        return (may_be or DUTY.match(words) is not None) and is_heard(words, self.services, agency)


def _meetings(said: Sequence[Sentence], told_of: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The kinds of meeting that were held by what happened, those that are announced in it, and those in what was done next."""
    spoken_of = places_of("meeting", said)
    words = tokens_of(told_of)
    if tuple(chain.from_iterable(sentence.tokens for sentence in said))[: len(words)] == words:
        first_of_all = [each for each in spoken_of if each.last <= len(words)]
    else:
        first_of_all = MEETING.matches(words)
    took_place = held(words, first_of_all)
    announced = frozenset(each.name for each in first_of_all) - took_place
    return took_place, announced, frozenset(each.name for each in spoken_of) - took_place - announced


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
