"""What is offered while an entry is written: records and people that this chronology names already, years of the period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Q

from chronology.importing import period_of
from chronology.models import Chronology, Entry, KeyedPerson
from chronology.understanding import Years, years_within

MOST_OFFERED = 40
LOOKED_AT = 500  # of the latest entries
LONGEST_OFFERED = 80
BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+and\s+|\s*&\s*")


def years_of(chronology: Chronology) -> Years:
    """The years that a date without one may belong to, looked up only where it is needed."""
    return lambda: years_within(period_of(chronology))


def lists_of(chronology: Chronology) -> dict[str, Sequence[str]]:
    """What boxes of an entry suggest, by field: the key's codes and the agency's own words; nothing of any other agency."""
    latest = Entry.objects.filter(chronology=chronology).standing().order_by("-number")
    rows = list(latest.values_list("source", "persons", "professional", "contact_type", "theme")[:LOOKED_AT])
    sources, persons, professionals, kinds, themes = zip(*rows, strict=True) if rows else ((),) * 5
    family, staff = _codes_of(chronology)
    return {
        "source": _most_used(sources),
        "persons": _with(family, _most_used(code for words in persons for code in BETWEEN.split(words))),
        "professional": _with(staff, _most_used(code for words in professionals for code in BETWEEN.split(words))),
        "contact_type": _most_used(kinds),
        "theme": _most_used(themes),
    }


def _codes_of(chronology: Chronology) -> tuple[Sequence[str], Sequence[str]]:
    """The codes of the case's key that this agency may use, and those of its own list: of the family, and of staff."""
    people = KeyedPerson.objects.standing().filter(key__case_id=chronology.case_id)
    mine = people.filter(Q(is_told=True, chronology__isnull=True) | Q(chronology=chronology))
    rows = list(mine.values_list("code", "kind"))
    return [code for code, kind in rows if kind != "professional"], [code for code, kind in rows if kind == "professional"]


def _with(codes: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """The key's codes, then the agency's own words that are none of them."""
    known = {code.casefold() for code in codes}
    return [*codes, *(each for each in words if each.casefold() not in known)]


def _most_used(words: Iterable[str]) -> Sequence[str]:
    told = Counter(each.strip() for each in words)
    return [each for each, _ in told.most_common(MOST_OFFERED + 1) if each and len(each) <= LONGEST_OFFERED][:MOST_OFFERED]
