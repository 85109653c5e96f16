"""Who stood beside somebody in a part that only one can have: the appropriate adult, the interpreter."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import ROLES, may_be_one, of_an_adult, person_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.services import SERVICE_WORDS

OWN_ROLE = {
    "social_care": "social worker",
    "disability": "social worker",
    "school": "teacher",
    "police": "police",
    "hospital": "nurse",
    "school_nursing": "nurse",
    "maternity": "midwife",
    **dict.fromkeys(("nursery", "early_help", "youth_service", "fostering", "charity", "domestic_abuse", "housing"), "staff"),
    **dict.fromkeys(("youth_justice", "short_breaks", "home_care", "adult_care", "substance_misuse"), "staff"),
}
PARTS_PLAYED = frozenset("appropriate interpreter advocate supervisor birth birthing kin".split())

PART = r"(?:appropriate adult|interpreter|advocate|supervisor|birth(?:ing)? partner|next of kin)"
HAS_PART = re.compile(
    rf"\b(?P<part>{PART})(?: was|:| -| by|,) ?(?P<who>(?!(?:\w+ ){{1,2}}(?:being|having|at|is|was|not)\b)[^.;:]{{2,50}})"
)
ACTED = re.compile(
    rf"(?P<who>[^.;:,]{{2,50}}?) (?:acted|acting|sat(?: in)?|attended|came|was|is|stood in)(?: there| with (?:him|her|them))?(?: as)?(?: the| an| her| his)? (?P<part>{PART})"
)


def by_part(between: Between) -> Difference | None:
    """Others acted in a part that one person has: who was the appropriate adult, who interpreted."""
    if any(PARTS_PLAYED.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    mine, theirs = (_parts(between.case, each) for each in (between.first, between.second))
    for part in sorted(mine.keys() & theirs.keys()):
        one, other = mine[part], theirs[part]
        if one and other and not any(may_be_one(between.case, here, there) for here in one for there in other):
            names = [SERVICE_WORDS.get(min(each), between.case.names.get(min(each)[1:], min(each))) for each in (one, other)]
            return between.told("present", f"The {part} is {names[0]} in the one, {names[1]} in the other.", 0.65)
    return None


@once_in_case
def _parts(case: Case, facts: Facts) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    if PARTS_PLAYED.isdisjoint(words_in(facts.words)):
        return found
    for sentence in facts.sentences_in_full:
        for match in (HAS_PART.search(sentence), ACTED.search(sentence)):
            if match is not None:
                found.setdefault(match["part"], case.services.named(match["who"]) or _who(case, match["who"]))
    return found


def _who(case: Case, words: str) -> frozenset[str]:
    """The people in these words, by name or as roles. A role beside a name is enough: "grandmother Anne" is a grandmother."""
    words = words.replace("transport police", "police").replace("social worker", "sw").replace("support worker", "keyworker")
    people = case.people
    found: list[str] = []
    named = False
    parts = re.findall(r"[a-z']+", words)
    for word, before in zip(parts, ["", *parts], strict=False):
        role = ROLES.get(word)
        role = of_an_adult(case, before, role) if role else role
        person = "" if role else person_of(case, word.removesuffix("'s"))
        if role:
            found.append(role)
        elif person and person not in people.children and (named or not found or before in BESIDE):
            found += _by_name(case, person)
        named = bool(person)
    return frozenset(found)


BESIDE = frozenset({"and", "plus", "with"})  # "with mum and Anne" is two


def _by_name(case: Case, person: str) -> list[str]:
    """Somebody of the family by name, a professional by what the agency does."""
    if person not in case.people.professionals:
        return [f"={person}"]
    own = sorted(case.services.of_agency.get(case.services.staff.get(person, ""), frozenset()))
    return [OWN_ROLE[each] for each in own[:1] if each in OWN_ROLE] if own else [f"={person}"]
