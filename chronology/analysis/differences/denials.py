"""What a record denies, says and leaves open, clause by clause: "no referral was made", "medical refused", "unsecured"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chronology.analysis.differences.between import once_in_case
from chronology.analysis.differences.kin import ROLES
from chronology.analysis.facts import Case, Facts
from chronology.analysis.remembering import remembered
from chronology.analysis.vocabulary.denying import (
    ASKED_FOR,
    ASKING,
    BEHIND_WENT,
    BESIDE,
    BESIDE_A_DENIAL,
    CLAUSE_ENDS,
    DECIDED,
    DENIED_IN_PASSING,
    DENYING,
    DOUBTS,
    GO_ON,
    IN_DOUBT,
    LIGHT,
    NO_NEED,
    NONE_OF,
    NOT_TO,
    OF_PEOPLE,
    ON_TERMS,
    OVER,
    QUALITIES,
    REFUSALS,
    SHALL,
    SPOILT,
    STOPS,
    TO_BE,
    VERBS_DENIED,
    WANTING,
    WENT,
    WITHIN,
    WITHIN_NO,
    WITHOUT_NEED,
)
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import informative, stem

UNDONE = re.compile(
    r"un(?!able|aware|animous|born|cle|der|do|employ|fortunate|happ|ion|ique|it|ivers|iform|known|less|like|named|rest|son|til|til|us|well|wind)([a-z]{4,})"
)


BRACKETS = re.compile(r"[()]")  # "father not there (work)" denies no work


class Stands(NamedTuple):
    """How a word stands in a record: as it is quoted, itself, and its clause with its place there."""

    quoted: str
    word: str
    clause: tuple[str, ...]
    at: int


@dataclass(slots=True)
class Said:
    """What a record denies, says, plans and leaves open, each word by its stem; gone through word by word."""

    denied: dict[str, Stands] = field(default_factory=dict)
    said: dict[str, Stands] = field(default_factory=dict)
    planned: dict[str, Stands] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)  # of what is denied, what was decided against
    open: set[str] = field(default_factory=set)  # what stands in a clause that denies something or sets terms
    clause: tuple[str, ...] = ()
    at: int = 0
    reach: int = 0
    doubt: int = 0
    how: str = ""
    to_be: bool = False
    last: tuple[str, ...] = ()
    away: int = 0

    def begin(self, clause: tuple[str, ...]) -> None:
        """A clause begins."""
        self.clause = clause
        self.reach = self.doubt = 0
        self.how, self.last = "", ()

    def end(self) -> None:
        """A clause ends: what it said beside a denial, or on terms, is left open, and so is what it denied on terms."""
        words = self.clause
        first = next((at for at, word in enumerate(words) if word in DENYING), len(words))
        on_terms = not ON_TERMS.isdisjoint(words)
        since = 0 if on_terms else max((at for at, word in enumerate(words[:first]) if word == "and"), default=0)
        if first < len(words) or on_terms:
            for told in (self.said, self.planned):
                beside = [each for each, stands in told.items() if stands.clause is words and stands.at >= since]
                self.open.update(beside)
                for each in beside:
                    del told[each]
        rest = words[first + 1 :]
        twice = words[first : first + 1] == ("no",) and "and" not in rest and not VERBS_DENIED.isdisjoint(rest)
        if not BESIDE_A_DENIAL.isdisjoint(rest) or on_terms or twice:
            for each in [each for each, stands in self.denied.items() if stands.clause is words]:
                del self.denied[each]
                self.open.add(each)

    def stands(self, word: str, quoted: str = "") -> Stands:
        return Stands(quoted or word, word, self.clause, self.at)

    def denies(self, word: str, behind: str) -> None:
        if word == "failed" and behind != "to":
            return  # who failed a test took it
        if word in REFUSALS and self.last and self.away <= BESIDE and behind != "to":
            self.deny_before(self.last[-1], word)
        self.reach, self.how = _reach(word, behind), word

    def deny_before(self, word: str, denying: str) -> None:
        """What follows a word says that it is not so: "medical refused"."""
        for each in stems_of(word) if shorten(word) not in DENIED_IN_PASSING else ():
            self.said.pop(each, None)
            self.denied.setdefault(each, self.stands(word, f"{word} {denying}"))

    def leaves_open(self, word: str, behind: str) -> None:
        """Behind this nothing is said to be so, or what stands before it is no more."""
        if word == "to" and behind == "be" and self.how in NONE_OF:
            self.decided.update(each for each, stands in self.denied.items() if stands.quoted.startswith(self.how))
        if word in STOPS:
            on = (word == "to" and self.how in GO_ON) or (word in OVER.get(self.how, ()))
            self.reach = self.reach if on else 0
            self.how = self.how if self.reach else ""
        if word in DOUBTS:
            self.doubt, self.to_be = IN_DOUBT, word in TO_BE or (self.to_be and word in ASKED_FOR)
        for each in self.last if word in SPOILT or word in WANTING or word == WENT else ():
            for stemmed in stems_of(each):
                if (kept := self.said.pop(stemmed, None)) and word == "to":
                    self.planned[stemmed] = kept  # "survey to go ahead"

    def tells(self, word: str, stems: tuple[str, ...], before: str) -> None:
        """A word that says something by itself."""
        if self.reach:
            if shorten(word) not in DENIED_IN_PASSING and word not in OF_PEOPLE:
                for each in stems:
                    self.denied.setdefault(each, self.stands(word, f"{self.how} {word}"))
                self.decided.update(stems if self.how == NOT_TO else ())
        elif not self.doubt and self.how not in NONE_OF:
            self.say(word, stems)
            beside = before == "of" or before in self.last  # "pictures of tablets", "hair strand"
            self.last, self.away = (*(self.last[-1:] if beside else ()), word), 0
        elif self.doubt and self.to_be:
            self.planned.update((each, self.stands(word)) for each in stems)
        self.reach, self.doubt = max(self.reach - 1, 0), max(self.doubt - 1, 0)

    def say(self, word: str, stems: tuple[str, ...]) -> None:
        """A word is said to be so, and one with a denying beginning denies itself without it: "unsecured"."""
        for each in stems:
            self.said.setdefault(each, self.stands(word))
        if (undone := UNDONE.fullmatch(word)) and shorten(undone[1]) not in DENIED_IN_PASSING:
            for each in stems_of(undone[1]):
                self.denied.setdefault(each, self.stands(undone[1], word))


@once_in_case
def said_in(case: Case, facts: Facts) -> Said:
    """What a record denies and says, clause by clause."""
    found = Said()
    for clause in _clauses(_decided_against(tokens_of(BRACKETS.sub(" ; ", " ; ".join(facts.sentences_in_full))))):
        found.begin(clause)
        for at, (before, word, behind) in enumerate(zip(["", *clause], clause, [*clause[1:], ""], strict=False)):
            found.at = at
            found.away += 1
            if word in DENYING:
                found.denies(word, behind)
            elif word in DOUBTS or word in STOPS or (word == WENT and behind in BEHIND_WENT):
                found.leaves_open(word, behind)
            elif word.isdigit():
                found.reach = 0  # "no reply 12 Mill Street" denies no street
            elif stems := () if found.reach and word in LIGHT else _telling(case, word):
                found.tells(word, stems, before)
        found.end()
    return found


def _clauses(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The words of each clause."""
    clauses: list[list[str]] = [[]]
    for word in words:
        if word in CLAUSE_ENDS:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return [tuple(each) for each in clauses if each]


def _decided_against(words: Sequence[str]) -> Sequence[str]:
    """The same words, with what somebody decided against denied at once: "decided not to ask for a survey", "need not be seen"."""
    if WITHOUT_NEED.isdisjoint(words):
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next((len(each) for each in NO_NEED if tuple(words[at : at + len(each)]) == each), 0)
        if not length and words[at] == "not" and found and found[-1] in SHALL and words[at + 1 : at + 2] != ("be",):
            length = 1
        elif not length and words[at] == "not" and words[at + 1 : at + 2] == ("to",) and found and found[-1] in DECIDED:
            length = 2
            if words[at + 2 : at + 3] and words[at + 2] in ASKING and words[at + 3 : at + 4] and words[at + 3] in STOPS:
                length = 4
        found.append(NOT_TO if length else words[at])
        at += length or 1
    return found


def _reach(word: str, behind: str) -> int:
    """How many words behind it a word denies."""
    if word == NOT_TO:
        return WITHIN_NO
    if behind in QUALITIES or (word in NONE_OF and behind.isdigit()):
        return 0
    return WITHIN_NO if word in NONE_OF or (word == "none" and behind == "of") else WITHIN


def _telling(case: Case, word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself and is nobody's name."""
    bare = word.removesuffix("'s")
    return () if word in ROLES or bare in case.people.given or bare in case.people.surnames else stems_of(word)


@remembered(8_192)
def stems_of(word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself."""
    return tuple(DOING.get(each, each) for each in informative(word) if each.isalpha())


# What is done, and the doing of it: "need not be examined" and "an examination".
DOING = {
    stem(noun): stem(verb)
    for noun, verb in (
        pair.split("/")
        for pair in """examination/examine attendance/attend admission/admit conviction/convict investigation/investigate application/apply
        notification/notify invitation/invite registration/register vaccination/vaccinate immunisation/immunise intubation/intubate
        ventilation/ventilate sedation/sedate resuscitation/resuscitate observation/observe removal/remove approval/approve arrival/arrive
        allocation/allocate transportation/transport separation/separate supervision/supervise suspension/suspend exclusion/exclude
        eviction/evict possession/possess prosecution/prosecute detention/detain consultation/consult involvement/involve
        engagement/engage enrolment/enrol measurement/measure payment/pay""".split()
    )
}
