"""Nothing elsewhere: one tells of a hurt and says that there was no other, the other of a hurt to another part of the body."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, quoted, says
from chronology.analysis.differences.injuries import HURT, hurt_parts, in_parts
from chronology.analysis.differences.whose import Told, told_of_two
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.body import is_one_place

NOTHING_ELSE = re.compile(
    r"\b(?:no|without|nil) (?:other|further|additional) (?:visible |obvious |external |physical |skin )?(?:injur\w+|marks?|bruis\w*|lesions?|wounds?|hurts?|fractures?|burns?|scalds?|swelling|concerns? on (?:the )?skin)\b"
    r"|\b(?:none|nothing|no (?:marks?|injur\w+|bruis\w*)) (?:elsewhere|anywhere else|on the rest)\b|\bnowhere else\b|\bonly (?:injury|mark|bruise)\b|\brest of (?:the |his |her )?(?:body|skin) (?:is |was |all )?(?:clear|unmarked|normal|fine)\b"
)
# What was hurt at another time.
LONG_AGO = re.compile(
    r"\b(?:old|older|healed|healing|previous\w*|earlier|last (?:week|month|year|time)|ago|scar(?:s|red|ring)?|birthmark\w*|eczema|history of|in (?:january|february|march|april|june|july|august|september|october|november|december)|known)\b"
)


def by_nothing_else(between: Between) -> Difference | None:
    """By the one it was this part and no other, by the other another part too."""
    for only, other in between.either_way():
        if not says(NOTHING_ELSE, only) or says(NOTHING_ELSE, other) or not says(HURT, other):
            continue
        parts = hurt_parts(only)
        for sentence, hurt in _of_now(other) if parts else ():
            elsewhere = sorted(part for part in hurt if not any(is_one_place(part, each) for each in parts))
            told = Told(other, sentence, HURT.findall(sentence)[0])
            if elsewhere and not any(told_of_two(between, here, told) for here in _hurt(only)):
                said = f"{between.name(only)} says “{quoted(NOTHING_ELSE, only)}” beside the {min(parts)}"
                return between.told("site", f"{said}, {between.name(other)} has one of the {elsewhere[0]} too.", 0.75)
    return None


def _hurt(facts: Facts) -> list[Told]:
    """The sentences that tell of what was hurt."""
    return [Told(facts, each, found[0]) for each in facts.sentences_in_full if (found := HURT.search(each)) and in_parts(each)]


@once
def _of_now(facts: Facts) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences that tell of what is hurt now, with the parts of the body."""
    found = ((each, in_parts(each)) for each in facts.sentences_in_full if not LONG_AGO.search(each))
    return tuple((sentence, frozenset(parts)) for sentence, parts in found if parts)
