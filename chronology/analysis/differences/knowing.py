"""Whether one of the family was told: "mother informed by phone", "mother learned of it from a neighbour"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one, person_of
from chronology.analysis.facts import Case, Facts

TELL = r"(?:told|informed|notified|advised|made aware|rung|phoned|telephoned|contacted|spoken to|called|updated|warned|consulted|invited|asked)"
WHO = r"(?P<who>[a-z][a-z'-]+(?: [a-z'-]+)?)"
TOLD = re.compile(
    rf"\b{WHO} (?:was |were |has been |had been |have been |is )?(?:already |now |fully )?(?:{TELL}|aware|knows|knew)\b(?! (?:us|me|that (?:she|he|they)|staff|police|school|sw|by (?:her|his|a (?:friend|neighbour))|nothing|off))"
    rf"|\b(?:told|informed|notified|rang|phoned|telephoned|contacted|spoke (?:to|with)|updated|warned|called|invited|advised) (?P<whom>[a-z][a-z'-]+(?: [a-z'-]+)?)\b"
)
UNTOLD = re.compile(
    rf"\b{WHO}(?: \w+)? (?:(?:was|were|has|had|have|is)(?: not|n't)|never|not) (?:been |yet |being )*(?:{TELL}|aware)\b"
    r"|\b(?P<learned>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:only |first )*(?:learn(?:ed|t)|heard|found out|discovered) (?:about it |of it |that [^.;]{1,30} )?(?:only )?(?:from|by|via|through|on) (?!us\b|me\b|(?:the )?(?:police|school|sw|social))"
    r"|\b(?P<says>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:says|said|reports|reported|complain\w*|states|stated|claims|angry|upset|cross|furious)(?: that)? (?:[^.;]{0,25})\b(?:(?:never|not) (?:been )?(?:told|informed|rang|rung|called|phoned|contacted|let|asked|invited|consulted|warned)|nobody|no ?one|first (?:she|he|they) (?:had |has )?(?:heard|knew|known))"
    r"|\b(?:nobody|no ?one|not|never|without)(?: \w+){0,3}? (?:told|telling|informed|informing|rang|ringing|contacted|contacting|notified|notifying|let) (?P<whom>[a-z][a-z'-]+(?: [a-z'-]+)?)\b"
)
WORDS = frozenset(
    "told informed notified advised aware rung phoned telephoned contacted spoken called updated warned consulted invited asked knows knew rang".split()
)
NO_WORDS = frozenset(
    "not never nobody noone one without learned learnt heard found discovered n't wasn't hasn't hadn't weren't".split()
)


def by_knowing(between: Between) -> Difference | None:
    """One of the family was told by the one, and was not told, or heard it elsewhere, by the other."""
    case = between.case
    for deaf, telling in between.either_way():
        if NO_WORDS.isdisjoint(words_in(deaf.words)) or WORDS.isdisjoint(words_in(telling.words)):
            continue
        untold, told = _untold(case, deaf), _told(case, telling)
        if not untold or _untold(case, telling) or (telling.start > deaf.start and not telling.news):
            continue
        for who in sorted(untold - _told(case, deaf)):
            if any(may_be_one(case, who, each) for each in told):
                name = who.removeprefix("=").title()
                return between.told("received", f"{between.name(telling)} has {name} told, {between.name(deaf)} not told.", 0.65)
    return None


@once_in_case
def _untold(case: Case, facts: Facts) -> frozenset[str]:
    found = set()
    for match in UNTOLD.finditer(facts.words):
        for each in filter(None, match.groups()):
            before = facts.words[max(0, match.start() - BEFORE) : match.start()]
            if who := _who(case, before if each.split()[0] in PRONOUNS else each):
                found.add(who)
    return frozenset(found)


PRONOUNS = frozenset({"her", "him", "them", "she", "he", "they"})
BEFORE = 40  # letters in which the one was named of whom it goes on to speak


@once_in_case
def _told(case: Case, facts: Facts) -> frozenset[str]:
    words = UNTOLD.sub(" ", facts.words)
    return frozenset(who for match in TOLD.finditer(words) for each in match.groups() if each and (who := _who(case, each)))


def _who(case: Case, words: str) -> str:
    """The one of the family whom these words name: by what he or she is to the child, or by name."""
    for word in reversed(words.split()):
        role = ROLES.get(word)
        if role in OF_THE_FAMILY or role in {"carer", "parents"}:
            return role
        person = person_of(case, word.removesuffix("'s"))
        if person and person not in case.people.professionals and person not in case.people.children:
            return f"={person}"
    return ""
