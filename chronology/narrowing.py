"""What a person asks to see of a chronology, and the question for it: the same words each time, for other values.

Django takes longer over the words of such a question than the database over its answer, so they are written once for each
choice of filters that are set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from casework.models.case import Case
from casework.statements import AnyOf
from chronology.models import Chronology, Entry
from chronology.models.entry import any_of, left_out, whole
from chronology.ordering import PLACES_IN_A_DAY, first_key


class Values(NamedTuple):
    """What stands in a question for entries where its words leave a place: of each filter that may be set what was asked."""

    case: Any
    lexeme: Any
    chronologies: Any
    words: Any
    unsaid: Any
    person: Any
    pattern: Any
    theme: Any
    seen: Any
    first: Any
    last: Any
    before: Any
    lines: Any


PLACES = len(Values.__annotations__)


@dataclass(frozen=True)
class Narrowing:
    """What a person asked to see of a chronology; everything that is left out is not narrowed.

    ``person`` is everything by which somebody may stand in an entry.
    """

    words: str = ""
    person: tuple[str, ...] = ()
    theme: str = ""
    chronologies: frozenset[UUID] = frozenset()
    seen: frozenset[str] = frozenset()
    key_only: bool = False
    first: date | None = None
    last: date | None = None
    line: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return self == Narrowing()

    @cached_property
    def filters(self) -> frozenset[str]:
        """Which filters are set, save that of the agencies: they are a part of every question."""
        unsaid = left_out(self.words)
        asked = {
            "words": bool(self.words) and not unsaid,
            "unsaid": bool(unsaid),
            "person": bool(self.person),
            "theme": bool(self.theme),
            "seen": bool(self.seen),
            "key": self.key_only,
            "first": self.first is not None,
            "last": self.last is not None,
            "line": self.line is not None,
        }
        return frozenset(name for name, is_set in asked.items() if is_set)

    def values(self, case: Case, chronologies: Sequence[Chronology]) -> Values:
        """What was asked, of those of these chronologies that were chosen."""
        return Values(
            case=case.pk,
            lexeme=case.pk.hex,
            chronologies=[each.pk for each in chronologies if not self.chronologies or each.pk in self.chronologies],
            words=self.words,
            unsaid=left_out(self.words),
            person=any_of(self.person),
            pattern=whole(self.person),
            theme=self.theme,
            seen=list(self.seen),
            first=self.first,
            last=self.last,
            before=first_key(self.last) + PLACES_IN_A_DAY if self.last else None,
            lines=[self.line],
        )


# What each filter makes of a question, in the order in which they are put to it.
FILTERS: dict[str, Callable[[Any, Values], Any]] = {
    "words": lambda found, asked: found.said(asked.words, asked.lexeme),
    "unsaid": lambda found, asked: found.not_saying(asked.unsaid, asked.lexeme),
    "person": lambda found, asked: found.naming(asked.person, asked.pattern, asked.lexeme),
    "theme": lambda found, asked: found.about_theme(asked.theme, asked.lexeme),
    "first": lambda found, asked: found.filter(end__gte=asked.first),
    "last": lambda found, asked: found.filter(start__lte=asked.last, order_key__lt=asked.before),
    "seen": lambda found, asked: found.filter(child_seen=AnyOf(asked.seen)),
    "key": lambda found, _: found.filter(is_significant=True),
    "line": lambda found, asked: found.filter(lines__contains=asked.lines),
}
BY_WORDS = frozenset({"words", "person", "theme"})  # which the index of words answers, for the case as well


def found_by(filters: frozenset[str], asked: Values) -> Any:
    """The standing entries of these chronologies for which these filters let through, by time; values may be left open."""
    found: Any = Entry.objects.filter(chronology_id=AnyOf(asked.chronologies)).standing()
    if not filters & BY_WORDS:
        found = found.filter(case=asked.case)
    for name, narrow in FILTERS.items():
        if name in filters:
            found = narrow(found, asked)
    return found.by_time()


def entries_of(case: Case, chronologies: Sequence[Chronology], narrowing: Narrowing) -> Any:
    """The standing entries of these chronologies that a person asked for, by time."""
    return found_by(narrowing.filters, narrowing.values(case, chronologies))
