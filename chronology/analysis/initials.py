"""People who are named by two letters alone: "LG told the class teacher"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

FEWEST = 4  # times that somebody must be named in the case before two letters may stand for them
TWO_LETTERS = re.compile(r"\b[A-Z]{2}\b")
# Letters that the field, or anybody, writes for something else.
OF_THE_FIELD = frozenset(
    """am ao bp ca cg ch ci cm cp cr ct cw da dc dn do dr ds dv ed eh ep er fc fm fp fs ft gp hb hc he ho hr hv ia id ip iq ir is
    it iv la lp lr ma mc md me mh mo mp mr ms mw na nb nf ng nh no np nr oa ob od of oh on op or ot ow pa pc pe ph pi pm pn po pp
    pr ps pt qr rc re ri rn rp rs rt rx sc sg sh si sm sn so sp sr ss st su sw ta tb tc tl tm to ts tv ua uc uk um up us ut uv va
    vc vd vm vo we wo wr yo yp""".split()
)


def initials_of(named: Counter[str], professionals: frozenset[str]) -> dict[str, str]:
    """Two letters that can only stand for one of the family, and for nothing else that the field writes so."""
    meant: defaultdict[str, list[str]] = defaultdict(list)
    for person, count in named.items():
        first, _, last = person.partition(" ")
        if last and count >= FEWEST and person not in professionals:
            meant[f"{first[0]}{last[0]}"].append(person)
    return {
        letters: persons[0] for letters, persons in sorted(meant.items()) if len(persons) == 1 and letters not in OF_THE_FIELD
    }


def named_by_initials(text: str, initials: Mapping[str, str]) -> Iterator[str]:
    for match in TWO_LETTERS.finditer(text):
        person = initials.get(match.group().lower())
        if person:
            yield person
