"""Words that somebody looks for, without the names that stand nowhere in what is shown to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.db import connection

from chronology.naming.people import Key
from chronology.naming.recognising import NO_NAMES
from chronology.naming.tokens import folded

NOWHERE = "nowhereonthecodedview"  # looked for in place of a name: no text has it, whatever stands around it in the question
TERM = re.compile(r'(-?)([^\s"]+)')
# What the index takes for the same word is the same word, however it is bent: "Ivos" is "Ivo".
SAME = """
    SELECT term FROM unnest(%s::text[]) term
    WHERE tsvector_to_array(to_tsvector('english', term)) && tsvector_to_array(to_tsvector('english', %s))
"""


def without_names(key: Key, asked: Sequence[str]) -> list[str]:
    """The same questions, in each of which a word that is a name of the key will be found nowhere.

    So nobody learns from what is found whether somebody is of a case. An ordinary word that is a name too ("Hope") is looked
    for as the word it is.
    """
    terms = sorted({found[2] for words in asked for found in TERM.finditer(words)})
    names = sorted({part for each in key.people for written in each.written for part in _parts(written)})
    hidden = _the_same(terms, names) if terms and names else frozenset()
    return [TERM.sub(lambda found: found[1] + (NOWHERE if found[2] in hidden else found[2]), words) for words in asked]


def _parts(written: str) -> Iterable[str]:
    return (part for part in written.split() if folded(part) not in NO_NAMES)


def _the_same(terms: list[str], names: list[str]) -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute(SAME, [terms, " ".join(names)])
        return frozenset(term for (term,) in cursor.fetchall())
