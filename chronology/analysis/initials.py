"""People who are named by two letters alone: "LG told the class teacher"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

Mention = tuple[str, int, int]

FEWEST = 4  # times that somebody must be named in the case before two letters may stand for them
CAPITALS = re.compile(r"[A-Z][A-Z]")  # without which there are no two letters either; looked for far sooner
TWO_LETTERS = re.compile(r"\b[A-Z]{2}\b(?! (?:scan|head|brain|chest|abdo|spine)\b)")
# Letters that the field, or anybody, writes for something else.
OF_THE_FIELD = frozenset(
    """am ao bp ca cg ch ci cm cp cr ct cw da dc dn do dr ds dv ed eh ep er fc fm fp fs ft gp hb hc he ho hr hv ia id ip iq ir is
    it iv la lp lr ma mc md me mh mo mp mr ms mw na nb nf ng nh no np nr oa ob od of oh on op or ot ow pa pc pe ph pi pm pn po pp
    pr ps pt qr rc re ri rn rp rs rt rx sc sg sh si sm sn so sp sr ss st su sw ta tb tc tl tm to ts tv ua uc uk um up us ut uv va
    vc vd vm vo we wo wr yo yp""".split()
)
# Letters that stand for somebody's office, or for the hour, wherever they stand.
OFFICES = frozenset(
    """am pm sw gp hv pc dc ds di dr ed mw mr ms ps mo ta ht hr sn ot pa po pp cp mh da dv la ea ma tc cg is it in on to no of up
    us so we my me he id tv uk""".split()
)
# What an agency writes in so many of its entries, and hardly ever the name, is how it calls the child.
OWN_LETTERS, OWN_SHARE, NAMED_BESIDE = 10, 0.12, 0.25


def initials_of(
    named: Counter[str],
    professionals: frozenset[str],
    letters: Sequence[Sequence[str]],
    agencies: Sequence[str],
    mentions: Sequence[Sequence[Mention]],
) -> dict[str, str]:
    """Two letters that can only stand for one of the family, and for nothing else that the field writes so."""
    meant: defaultdict[str, list[str]] = defaultdict(list)
    for person, count in named.items():
        first, _, last = person.partition(" ")
        if last and count >= FEWEST and person not in professionals:
            meant[f"{first[0]}{last[0]}"].append(person)
    found = {two: persons[0] for two, persons in sorted(meant.items()) if len(persons) == 1}
    doubtful = {two: person for two, person in found.items() if two in OF_THE_FIELD}
    kept = _as_an_agency_writes(doubtful, letters, agencies, mentions) if doubtful.keys() - OFFICES else frozenset()
    return {two: person for two, person in found.items() if two not in doubtful or two in kept}


def _as_an_agency_writes(
    doubtful: Mapping[str, str], letters: Sequence[Sequence[str]], agencies: Sequence[str], mentions: Sequence[Sequence[Mention]]
) -> frozenset[str]:
    """Those letters which the field uses too, but by which some agency plainly calls the child: its log has them, and no name."""
    written = Counter(agencies)
    by_letters: Counter[tuple[str, str]] = Counter()
    by_name: Counter[tuple[str, str]] = Counter()
    for in_text, agency, found in zip(letters, agencies, mentions, strict=False):
        for each in doubtful.keys() & in_text if in_text else ():
            by_letters[agency, each] += 1
        persons = {person for person, _, _ in found}
        for each, person in doubtful.items() if persons else ():
            if person in persons:
                by_name[agency, each] += 1
    return frozenset(
        each
        for (agency, each), count in by_letters.items()
        if each not in OFFICES
        and count >= max(OWN_LETTERS, OWN_SHARE * written[agency])
        and by_name[agency, each] <= NAMED_BESIDE * count
    )


def letters_in(text: str) -> list[str]:
    """Two capital letters that stand by themselves, as small ones, in their order."""
    return [letters.lower() for letters in TWO_LETTERS.findall(text)] if CAPITALS.search(text) else []


def named_by_initials(letters: Sequence[str], initials: Mapping[str, str]) -> list[str]:
    return [initials[two] for two in letters if two in initials]
