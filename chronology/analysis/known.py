"""How an agency knows of what it records: at first hand, or heard from another agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from chronology.analysis.vocabulary.hearing import (
    FROM_A_CLINIC,
    HEARD,
    HEARD_WORDS,
    NEWS,
    OWN_PAPER,
    PAPER,
    PAPERS,
    SAID,
    WRITERS,
)
from chronology.analysis.vocabulary.phrases import tokens_of

if TYPE_CHECKING:
    from chronology.analysis.facts import Facts
    from chronology.analysis.people import People
    from chronology.analysis.services import Services

PASSIVE = re.compile(r"(?:informed|told|notified|advised|alerted|made aware|updated|contacted|briefed)\b")
CLAUSE = re.compile(r"[.;:,\n]")
OPENING = 60  # letters in which a record says from whom it has what it tells
ATTRIBUTED = re.compile(r"[^.;:]{2,40}: ")
# Somebody rang or wrote: "R. Baker e-mailed: …", "Anne from the centre let me know".
BY_SOMEBODY = re.compile(
    r"(?:[\w.'-]+ ){1,5}(?:e-?mailed|telephoned|phoned|rang|wrote|texted|called"
    r"|advis(?:ed|es)|inform(?:ed|s)|report(?:ed|s)|confirm(?:ed|s)"
    r"|let (?:[\w'-]+ ){1,4}know|on the phone\b|asked (?:me|us)|tells? (?:me|us)"
    r"|told (?:me|us)|said|says|has written|passed on|shared|contacted (?:me|us))\b"
    r"|(?:message|e-?mail|letter|ltr|telephone call|phone call|call|text|note|fax|task) from\b"
)
OUTGOING = re.compile(
    r"\b(?:rang|phoned|telephoned|told|informed|contacted|e-?mailed|asked|referred|spoke (?:to|with)|called"
    r"|wrote to|sent to|made to|reported to|passed to|shared with)\b(?! (?:by|us)\b)"
)


CALLED = frozenset({"police", "ambulance", "fire"})
REPORT_OF = re.compile(r"reports? (?:of|that)\b")  # by the public, where those who are called write it


def is_heard(words: str, tokens: Sequence[str], services: Services, agency: str) -> bool:
    """Whether the agency heard of it, and not another: "informed by the ward", but not "police informed by the ward"."""
    if HEARD_WORDS.isdisjoint(tokens) and ("in" not in tokens or PAPERS.isdisjoint(tokens)):
        return False
    own = services.of_agency.get(agency, frozenset())
    for match in HEARD.finditer(words):
        told = match.group()
        if not PASSIVE.match(told) or told.endswith(" us") or words.startswith((" us", " that we"), match.end()):
            return True
        if not _is_of_others(words, match.start(), services, own):
            return True
    return False


def _is_of_others(words: str, at: int, services: Services, own: frozenset[str]) -> bool:
    """Whether the one who is spoken of before this place is another service: "police informed by"."""
    others = services.named(CLAUSE.split(words[max(0, at - 30) : at])[-1])
    return bool(others) and not others & own


def is_attributed(facts: Facts, services: Services, people: People) -> bool:
    """Whether a record begins with who said so: another agency, or somebody who works there; or with a paper of theirs."""
    return _is_paper(facts, services) or (not facts.meetings and _says_who(facts, services, people))


def _is_paper(facts: Facts, services: Services) -> bool:
    """A discharge summary, a letter from a clinic, a notice: in the entries of those who do not write such themselves."""
    if FROM_A_CLINIC.match(facts.words) and "gp" in services.of_agency.get(facts.agency, frozenset()):
        return True
    match = PAPER.match(facts.words)
    if match is None or OWN_PAPER.search(match.group()):
        return False
    own = services.of_agency.get(facts.agency, frozenset())
    if own & CALLED and REPORT_OF.match(facts.words):
        return False
    return not own & WRITERS or not services.named(match.group()) <= own


def _says_who(facts: Facts, services: Services, people: People) -> bool:
    opening = facts.words[:OPENING]
    own = services.of_agency.get(facts.agency, frozenset()) | {f"={facts.agency}"}
    named = services.named(opening) - own if facts.services - own else frozenset()
    if not named:
        first = facts.people[:1]
        if not first or services.staff.get(first[0], "") == facts.agency:
            return False
        unknown = first[0] not in services.staff
        if first[0].rpartition(" ")[2] not in opening and first[0].partition(" ")[0] not in opening:
            return False
        if unknown:
            return not people.is_close(first[0]) and bool(BY_SOMEBODY.match(facts.words))
    if ATTRIBUTED.match(facts.words):
        return True
    if not SAID.matches(tokens_of(opening)) or _is_outgoing(opening, services, facts.agency):
        return False
    passive = re.search(r"\b(?:informed|told|notified|referred|reported|called|contacted|asked) by ", opening)
    return not (passive and _is_of_others(opening, passive.start(), services, own))


def _is_outgoing(opening: str, services: Services, agency: str) -> bool:
    """Whether the record begins by telling another agency something: "rang the hospital", not "hospital rang"."""
    match = OUTGOING.search(opening)
    if match is None:
        return False
    own = services.of_agency.get(agency, frozenset())
    return not (services.named(opening[: match.start()]) - own)


def opens_with_news(words: str) -> bool:
    """Whether a record begins with a notice, a call or somebody who says so."""
    opening = words[:OPENING]
    return bool(HEARD.search(opening) or NEWS.search(opening))
