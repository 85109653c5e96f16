"""What is offered while an entry is written: records and people that this chronology names already, years of the period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from chronology.importing import period_of
from chronology.models import Chronology, Entry
from chronology.understanding import Years, years_within

MOST_OFFERED = 40
LOOKED_AT = 500  # of the latest entries
LONGEST_OFFERED = 80
BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+and\s+|\s*&\s*")


def years_of(chronology: Chronology) -> Years:
    """The years that a date without one may belong to, looked up only where it is needed."""
    return lambda: years_within(period_of(chronology))


def lists_of(chronology: Chronology) -> dict[str, Sequence[str]]:
    """What boxes of an entry suggest, by field: the agency's own words, most used first; nothing of any other agency."""
    latest = Entry.objects.filter(chronology=chronology).standing().order_by("-number")
    rows = list(latest.values_list("source", "persons", "professional", "contact_type", "theme")[:LOOKED_AT])
    sources, persons, professionals, kinds, themes = zip(*rows, strict=True) if rows else ((),) * 5
    return {
        "source": _most_used(sources),
        "persons": _most_used(code for words in persons for code in BETWEEN.split(words)),
        "professional": _most_used(code for words in professionals for code in BETWEEN.split(words)),
        "contact_type": _most_used(kinds),
        "theme": _most_used(themes),
    }


def _most_used(words: Iterable[str]) -> Sequence[str]:
    told = Counter(each.strip() for each in words)
    return [each for each, _ in told.most_common(MOST_OFFERED + 1) if each and len(each) <= LONGEST_OFFERED][:MOST_OFFERED]
