"""What two records of one event are compared with, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from chronology.analysis.facts import Case, Facts
from chronology.analysis.remembering import remembered
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.vocabulary.phrases import tokens_of

# The score of what says little of two alone: it is shown only where a third record bears one of them out.
BORNE_OUT = 0.5


@dataclass(frozen=True, slots=True)
class Difference:
    """Two records that disagree in one thing."""

    aspect: str
    first: Facts
    second: Facts
    sentence: str
    score: float


@dataclass(frozen=True, slots=True)
class Between:
    """Two records of one event with what is needed to compare them."""

    case: Case
    thresholds: Thresholds
    first: Facts
    second: Facts

    def told(self, aspect: str, sentence: str, score: float) -> Difference:
        return Difference(aspect, self.first, self.second, sentence, score)

    def name(self, facts: Facts) -> str:
        return self.case.names.get(facts.agency, facts.agency)

    def either_way(self) -> Iterable[tuple[Facts, Facts]]:
        yield self.first, self.second
        yield self.second, self.first


@remembered(4_096)
def words_in(words: str) -> frozenset[str]:
    """The words of a text, by which a question that has none of its own there is not asked."""
    return frozenset(tokens_of(words))


Answer = TypeVar("Answer")
UNASKED: Any = object()


def once(question: Callable[[Facts], Answer]) -> Callable[[Facts], Answer]:
    """What is asked of one record is answered once, however many others it is compared with."""

    @wraps(question)
    def ask(facts: Facts) -> Answer:
        answer = facts.answers.get(question, UNASKED)
        if answer is UNASKED:
            answer = facts.answers[question] = question(facts)
        return answer

    return ask


def once_in_case(question: Callable[[Case, Facts], Answer]) -> Callable[[Case, Facts], Answer]:
    """The same of what is asked of a record within its case."""

    @wraps(question)
    def ask(case: Case, facts: Facts) -> Answer:
        answer = facts.answers.get(question, UNASKED)
        if answer is UNASKED:
            answer = facts.answers[question] = question(case, facts)
        return answer

    return ask


def says(pattern: re.Pattern[str], facts: Facts) -> bool:
    """Whether a pattern is found in a record's words; looked for once. The pattern is a module's own, which lives as long as it."""
    # A pattern is hashed by all that it was compiled to, again and again: its place in memory is known at once.
    known = id(pattern)
    answer = facts.answers.get(known)
    if answer is None:
        answer = facts.answers[known] = pattern.search(facts.words) is not None
    return answer


Question = Callable[[Between], Difference | None]


def quoted(pattern: re.Pattern[str], facts: Facts) -> str:
    match = pattern.search(facts.words)
    return match.group() if match else ""
