"""Somebody said nothing of a thing by the one, and told of it by the other; only one of them by the one, and both or all by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, says
from chronology.analysis.differences.clauses import Clause, clauses_of
from chronology.analysis.differences.kin import ROLES, may_be_one, person_of
from chronology.analysis.facts import Case, Facts

SILENT = re.compile(
    r"\b(?:(?:said|says|saying|disclosed|mentioned|revealed|reported) nothing(?! (?:more|else|further|new|since)\b)|nothing (?:was |had been )*(?:said|disclosed|mentioned|reported)"
    r"|(?:not|n't|never) (?:mention(?:ed)?|disclosed?|(?:spoken?|talk(?:ed)?) (?:of|about)|repeat(?:ed)?|named?|alleged?|described?|say (?:anything|a word))"
    r"|no (?:\w+ )?(?:disclosures?|mention|allegations?))\b"
)
SPOKE = re.compile(
    r"\b(?:said|says|saying|told|tells|disclos\w+|mention\w*|describ\w+|repeat\w*|alleg\w+|named|naming|stated|reveal\w+|confided|reported"
    r"|(?:talked|spoke) (?:about|of))\b|[\"“]"
)
# "Unborn only", "at weekends only"; not "they only got her home".
ONLY = re.compile(
    r"(?:^|(?<!they )(?<!he )(?<!she )(?<!we )(?<!i )(?<!it )(?<!has )(?<!was )(?<!had )(?<!is ))\bonly\b(?= (?:on|in|at|to|for|with)\b|$)|^only (?=[a-z]+ (?:is|was|to|will)\b)|\bnot both\b|\b(?:for|of) [a-z]+(?: [a-z]+)? alone\b"
)
ALL = re.compile(r"\b(?:both|all (?:two|three|four|five|six|of|the|children|kids)|x ?[2-6]|each|every)\b")
RATHER_RARE = 1.5


def by_silence(between: Between) -> Difference | None:
    """Nothing said of somebody or something by the one, and told of by the other, of one day."""
    if between.first.start != between.second.start:
        return None
    for silent, spoke in between.either_way():
        if not says(SILENT, silent) or says(SILENT, spoke) or not says(SPOKE, spoke):
            continue
        if (found := _in_both(between.case, silent, SILENT, spoke, SPOKE)) and _of_one_speaker(between.case, *found):
            return between.told("account", f"“{found[0]}” in {between.name(silent)}, “{found[1]}” in {between.name(spoke)}.", 0.6)
    return None


def _of_one_speaker(case: Case, silent: str, spoke: str) -> bool:
    """Whether he who said nothing may be the one who by the other spoke."""
    mine, theirs = _speaker(case, silent, SILENT), _speaker(case, spoke, SPOKE)
    return not mine or not theirs or may_be_one(case, mine, theirs)


def _speaker(case: Case, clause: str, sign: re.Pattern[str]) -> str:
    """The one named last before it is said that he spoke or did not: as a role, or by full name behind an equals sign."""
    match = sign.search(clause)
    for word in reversed(re.findall(r"[a-z'-]+", clause[: match.start()] if match else "")):
        if role := ROLES.get(word):
            return role
        if person := person_of(case, word):
            return f"={person}"
    return ""


def by_only(between: Between) -> Difference | None:
    """Only one of them, or only now and then, by the one; both, all, or every time by the other."""
    for one, more in between.either_way():
        if not says(ONLY, one) or says(ONLY, more) or not says(ALL, more) or says(ALL, one):
            continue
        if found := _in_both(between.case, one, ONLY, more, ALL, people=False):
            return between.told("outcome", f"“{found[0]}” in {between.name(one)}, “{found[1]}” in {between.name(more)}.", 0.6)
    return None


def _in_both(
    case: Case, one: Facts, sign: re.Pattern[str], other: Facts, against: re.Pattern[str], *, people: bool = True
) -> tuple[str, str] | None:
    """The clauses with the one sign and with the other that have something in common: a rather rare word, or one of the family."""
    for mine in clauses_of(case, one):
        if not sign.search(mine.words):
            continue
        about = _about(case, mine, people=people)
        for theirs in clauses_of(case, other):
            if against.search(theirs.words) and not about.isdisjoint(theirs.stems | theirs.people):
                return mine.words, theirs.words
    return None


def _about(case: Case, clause: Clause, *, people: bool) -> set[str]:
    about = {stem for stem in clause.stems if case.rarity(stem) >= RATHER_RARE and stem != "tell"}
    return about | {each for each in clause.people if each[1:] not in case.people.professionals} if people else about
