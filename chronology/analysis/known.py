"""How an agency knows of what it records: at first hand, or heard from another agency."""

from __future__ import annotations

import re

from chronology.analysis.facts import Facts
from chronology.analysis.people import People
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.hearing import (
    DUTY,
    FROM_A_CLINIC,
    HEARD,
    OPENING,
    OWN_PAPER,
    PAPER,
    PAPER_NAMING,
    PAPER_OF,
    PRACTICE_LINE,
    SAID,
    SPOKE,
    TOGETHER_WITH,
    WRITERS,
)
from chronology.analysis.vocabulary.phrases import tokens_of

PASSIVE = re.compile(r"(?:informed|told|notified|advised|alerted|made aware|updated|contacted|briefed)\b")
CLAUSE = re.compile(r"[.;:,\n]")
ATTRIBUTED = re.compile(r"[^.;:]{2,40}: ")
# Somebody rang or wrote: "R. Baker e-mailed: …", "Anne from the centre let me know".
BY_SOMEBODY = re.compile(
    r"(?:[\w.'-]+ ){1,5}(?:e-?mailed|telephoned|phoned|rang|wrote|writes|texted|called"
    r"|advis(?:ed|es)|inform(?:ed|s)|report(?:ed|s)|confirm(?:ed|s)"
    r"|let (?:[\w'-]+ ){1,4}know|on the phone\b|asked (?:me|us)|tells? (?:me|us)"
    r"|told (?:me|us)|said|says|has written|passed on|shared|contacted (?:me|us))\b"
    r"|(?:\w+ )?(?:message|e-?mail|letter|ltr|telephone call|phone call|call|text|note|fax|task|contact|enquiry|query|update"
    r"|feedback|voicemail|request|referral|report) from\b"
)
OUTGOING = re.compile(
    r"\b(?:(?:call|calls|text|telephone|phone|tel|t/c) (?:to|with)|rang|phoned|telephoned|told|informed|contacted|e-?mailed|asked"
    r"|referred|spoke (?:to|with)|called"
    r"|wrote to|sent to|made to|reported to|passed to|shared with)\b(?! (?:by|us)\b)"
)


# Another agency did something: "CMHT discharged her", "School have excluded him".
SUBJECT = re.compile(
    r"^(?:the )?(?:[\w'&/-]+ ){1,3}?(?:discharged|closed|have|has|had|accepted|declined|rejected|allocated|arrested"
    r"|charged|admitted|removed|placed|excluded"
    r"|suspended|offered|agreed|decided|think|thinks|believe|believes|want|wants|plan|plans|report|reports|say|says|state|states|writes|wrote)\b"
)
# What an agency heads its own work with: "home visit: …", "plan update: …", "liaison with the clinic: …".
OWN_WORK = re.compile(
    r"(?:[\w'-]+ ){0,2}(?:visit|contact|meeting with|session|list|admin|check|update|file|plan|liaison with|request|review"
    r"|assessment|supervision|direct work"
    r"|life story|genogram|register|lesson|friendship|pastoral|zoom|keywork|case discussion|at the|in the|on the)\b"
    r"(?! (?:received|rec'?d|from|by|phone)\b)"
    r"|(?:call|e-?mail|letter|message|text) to\b"
    r"|(?:seen|met|saw|observed|rang|phoned|telephoned|emailed|tried|called|chased|sent|wrote)\b"
)
SENT_OFF = re.compile(r"\b(?:sent|e-?mailed|posted|forwarded|copied|reported|handed|given) to\b(?! us\b)")
CALLED = frozenset({"police", "ambulance", "fire"})
REPORT_OF = re.compile(r"reports? (?:of|that)\b")  # by the public, where those who are called write it


def is_heard(words: str, services: Services, agency: str) -> bool:
    """Whether the agency heard of it, and not another: "informed by the ward", but not "police informed by the ward"."""
    if DUTY.match(words):
        return True
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
    own = services.of_agency.get(facts.agency, frozenset())
    if "gp" in own and (FROM_A_CLINIC.match(facts.words) or PRACTICE_LINE.match(facts.words)):
        return True
    match = PAPER.match(facts.words) or PAPER_OF.match(facts.words) or PAPER_NAMING.match(facts.words)
    if match is None or OWN_PAPER.search(match.group()):
        return False
    if own & CALLED and REPORT_OF.match(facts.words):
        return False
    return not own & WRITERS or not services.named(match.group()) <= own


def _says_who(facts: Facts, services: Services, people: People) -> bool:
    opening = facts.words[:OPENING]
    own = services.of_agency.get(facts.agency, frozenset()) | {f"={facts.agency}"}
    named = services.named(opening) - own if facts.services - own else frozenset()
    if not named:
        somebody = _somebody_of_others(facts, services)
        if somebody not in services.staff:
            return bool(somebody) and not people.is_close(somebody) and bool(BY_SOMEBODY.match(facts.words))
    attributed = ATTRIBUTED.match(facts.words)
    if attributed:
        before = attributed.group()
        if OWN_WORK.match(before) or SENT_OFF.search(before) or _is_patient(before, facts, people):
            return False
        if services.named(before) - own or _words_of(before) & _words_of(*people.professionals.intersection(facts.people)):
            return not _by_own(before, facts, services)
    if SUBJECT.match(facts.words):
        return True
    if not SAID.matches(tokens_of(opening)) or _is_outgoing(opening, facts, services, people):
        return False
    passive = re.search(r"\b(?:informed|told|notified|referred|reported|called|contacted|asked) by ", opening)
    return not (passive and _is_of_others(opening, passive.start(), services, own))


def _words_of(*texts: str) -> set[str]:
    return {word for text in texts for word in text.replace("-", " ").replace(":", " ").split()}


def _is_patient(before: str, facts: Facts, people: People) -> bool:
    """Whether a record begins with whom it is about: “Anna Reed: seen, well”."""
    somebody = facts.people[0] if facts.people else ""
    return bool(somebody) and somebody not in people.professionals and _words_of(before) <= _words_of(somebody)


def _by_own(before: str, facts: Facts, services: Services) -> bool:
    """Whether the record begins with somebody of its own: "A. Baker to the refuge: …" was there, and heard of nothing."""
    own = facts.people[0] if facts.people else ""
    return services.staff.get(own) == facts.agency and not set(before.split()[:2]).isdisjoint(own.split())


def _somebody_of_others(facts: Facts, services: Services) -> str:
    """The first whom the record names, where that is in its first words and nobody of the writer's own."""
    somebody = facts.people[0] if facts.people else ""
    if not somebody or services.staff.get(somebody) == facts.agency:
        return ""
    opening = facts.words[:OPENING]
    first, _, last = somebody.partition(" ")
    return somebody if first in opening or (last or first) in opening else ""


def _is_outgoing(opening: str, facts: Facts, services: Services, people: People) -> bool:
    """Whether the record begins by telling another agency something: "rang the hospital", not "hospital rang"."""
    match = OUTGOING.search(opening)
    if match is None:
        return False
    own = services.of_agency.get(facts.agency, frozenset())
    before = opening[: match.start()]
    if services.named(before) - own:
        return False
    somebody = facts.people[0] if facts.people else ""
    if not somebody or people.is_close(somebody) or services.staff.get(somebody) == facts.agency:
        return True
    return not any(word in before for word in somebody.replace("-", " ").split())


def went_with_others(facts: Facts, services: Services, people: People) -> bool:
    """Whether the writer was there with somebody of another agency by name: "with A. Baker to the flat"."""
    others = [each for each in facts.people if each in people.professionals and services.staff.get(each) != facts.agency]
    if not others:
        return False
    for match in TOGETHER_WITH.finditer(facts.text):
        if (match[1] or "").strip().lower() in SPOKE:
            continue
        words = set(match[2].lower().replace(".", "").split())
        if any(not words.isdisjoint(each.replace("-", " ").split()) for each in others):
            return True
    return False
