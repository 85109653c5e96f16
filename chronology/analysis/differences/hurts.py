"""What kind of hurt it was: a burn by the one, a bruise of the same part by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.differences.injuries import FEW, NOT_HURT, hurt_parts
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.body import is_one_place

KINDS = {
    "a burn": r"(?<!carpet )(?<!friction )(?<!rope )(?<!sun )burn(?:s|t|ed)?(?! (?:out|off|down))|scald\w*",
    "a break": r"fractur\w+|broken (?!up|into|down|glass|window|door|home|bail|order|plate|bottle)|breaks? (?:of|in|to) (?:the|his|her|left|right)",
    "a bite": r"bit(?:e|es|ten)(?! (?:of|to eat))",
    "a sprain": r"sprain\w*|strained|dislocat\w+|twisted",
    "a cut": r"cuts?(?![- ](?:off|down|back|out|up|short))|lacerat\w+|gash\w*|slash\w*|stab(?:bed)?|split",
    "a graze": r"graz\w+|abrasion\w*|scrap(?:e|es|ed)|scratch\w*|(?:carpet|friction|rope) burn",
    "a bruise": r"bruis\w*|black eye|contus\w+|haematoma\w*|shiner",
}
SIGNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in KINDS.items()}
# Which of them nobody takes for the other; a bruise may lie beside a break, and a bite bruises.
UNLIKE = {
    "a burn": frozenset(KINDS) - {"a burn"},
    "a break": frozenset({"a burn", "a sprain", "a bite"}),
    "a bite": frozenset({"a burn", "a break", "a sprain", "a cut", "a graze"}),
    "a sprain": frozenset({"a burn", "a break", "a bite"}),
    "a cut": frozenset({"a burn", "a bite"}),
    "a graze": frozenset({"a burn", "a bite"}),
    "a bruise": frozenset({"a burn"}),
}
UNSURE = re.compile(r"\b(?:or|query|possibl[ey]|might|may be|looks? like|either|unclear)\b|\?")


def by_kind_of_hurt(between: Between) -> Difference | None:
    """Two kinds of hurt to one part of the body, which nobody would take for one another."""
    mine, theirs = _kinds(between.first), _kinds(between.second)
    if not mine or not theirs or any(here not in UNLIKE[there] for here in mine for there in theirs):
        return None
    one, other = hurt_parts(between.first), hurt_parts(between.second)
    if max(len(one), len(other)) > FEW or not any(is_one_place(here, there) for here in one for there in other):
        return None
    return between.told("injury", f"The injury is {min(mine)} in the one, {min(theirs)} in the other.", 0.65)


@once
def _kinds(facts: Facts) -> frozenset[str]:
    """The kinds of hurt that a record tells of, where it is sure of them."""
    if not hurt_parts(facts):
        return frozenset()
    told = NOT_HURT.sub(" ", facts.words)
    found = frozenset(name for name, sign in SIGNS.items() if sign.search(told))
    return frozenset() if found and UNSURE.search(told) else found
