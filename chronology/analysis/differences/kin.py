"""Who of the family is what to the child, as the records of the case say beside a name: "grandmother Anne", "Lee (mother's partner)"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from chronology.analysis.facts import Case

ROLES = {
    **dict.fromkeys(("mother", "mum", "mam", "mummy", "mom", "mob"), "mother"),
    **dict.fromkeys(("father", "dad", "daddy", "fob"), "father"),
    **dict.fromkeys(("grandmother", "nan", "nana", "nanna", "nanny", "gran", "granny", "grandma", "mgm", "pgm"), "grandmother"),
    **dict.fromkeys(("grandfather", "grandad", "granddad", "grandpa", "mgf", "pgf"), "grandfather"),
    **dict.fromkeys(("aunt", "auntie", "aunty"), "aunt"),
    **dict.fromkeys(("stepfather", "stepdad", "partner", "boyfriend", "husband", "wife", "girlfriend"), "partner"),
    **dict.fromkeys(("stepmother", "stepmum"), "stepmother"),
    **dict.fromkeys(("police", "officer", "officers", "pc", "constable", "sergeant", "dc", "pcso"), "police"),
    **dict.fromkeys(("neighbour", "neighbours"), "neighbour"),
    **dict.fromkeys(("friend", "friends"), "friend"),
    **dict.fromkeys(("teacher", "headteacher", "head", "dsl", "ta"), "teacher"),
    **dict.fromkeys(("nurse", "matron"), "nurse"),
    **dict.fromkeys(("staff", "worker", "keyworker", "escort", "aider", "mentor", "tutor"), "staff"),
    **dict.fromkeys(("taxi", "driver", "transport", "minibus"), "driver"),
    **dict.fromkeys(("sibling", "brother"), "brother"),
    **dict.fromkeys(("childminder", "babysitter"), "childminder"),
    "uncle": "uncle", "sister": "sister", "cousin": "cousin", "midwife": "midwife",
    "parents": "parents", "family": "family", "carer": "carer", "carers": "carer", "grandparents": "grandparents", "sw": "social worker",
}  # fmt: skip

# What a word may also mean: of one's parents either, of the family anybody.
MAY_BE = {
    "parents": frozenset({"mother", "father"}),
    "grandparents": frozenset({"grandmother", "grandfather"}),
    "family": frozenset(
        {"mother", "father", "grandmother", "grandfather", "aunt", "uncle", "sister", "brother", "cousin", "partner", "parents"}
    ),
    "carer": frozenset({"mother", "father", "grandmother", "aunt", "uncle", "parents", "staff", "partner", "grandparents"}),
    "partner": frozenset({"father", "mother"}),
    "staff": frozenset({"teacher", "nurse", "midwife", "social worker", "childminder", "driver"}),
    "man": frozenset({"father", "grandfather", "uncle", "brother", "cousin", "partner", "friend", "neighbour"}),
    "friend": frozenset({"partner", "neighbour"}),
}
OF_THE_FAMILY = frozenset(
    {"mother", "father", "grandmother", "grandfather", "aunt", "uncle", "partner", "stepmother", "sister", "brother", "cousin"}
)
WORD = "|".join(word for word, role in ROLES.items() if role in OF_THE_FAMILY)
BEFORE = re.compile(rf"(?:\b([a-z-]+'s) )?\b({WORD})[,:]? \(?(?:mr |mrs |ms |miss )?([a-z'-]+)")
AFTER = re.compile(
    rf"\b([a-z'-]+)(?:,| \(|, the| is|:)+ ?(?:(?:his|her|their|the|maternal|paternal|child's|children's|mother's|mum's) )*({WORD})\b"
)
NAMING = re.compile(rf"(?:{WORD})\b")  # without a boundary before it, which would be looked for at every letter
FEWEST, SHARE = 2, 0.5


def relations(case: Case) -> dict[str, frozenset[str]]:
    """For each person of the family what the case mostly calls him or her; nothing for those of whom that is not clear."""
    if case.relations is None:
        case.relations = _relations(case)
    return case.relations


def _relations(case: Case) -> dict[str, frozenset[str]]:
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people = case.people
    outside = people.professionals | people.children
    for facts in case.facts:
        if outside.issuperset(facts.people) or NAMING.search(facts.words) is None:
            continue
        words = facts.words
        beside = [(match[3], of_an_adult(case, match[1] or "", ROLES[match[2]])) for match in BEFORE.finditer(words)] + [
            (match[1], ROLES[match[2]]) for match in AFTER.finditer(words)
        ]
        for name, role in beside:
            person = person_of(case, name)
            if person and person not in outside:
                told[person][role] += 1
    return {person: roles for person, counts in told.items() if (roles := _mostly(counts))}


def titles(case: Case) -> dict[str, str]:
    """Who of the case is a man and who a woman, by the form of address that mostly stands before the name."""
    if case.titles is None:
        case.titles = _titles(case)
    return case.titles


def _titles(case: Case) -> dict[str, str]:
    written = Counter(match.group() for facts in case.facts for match in ADDRESSED.finditer(facts.text))
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, times in written.items():
        for person in case.people.named_in(name)[:1]:
            told[person]["man" if name.startswith(("Mr ", "Mr.")) else "woman"] += times
    return {person: counts.most_common(1)[0][0] for person, counts in told.items()}


ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?")
SEX = dict.fromkeys(("mother", "grandmother", "aunt", "sister", "stepmother"), "woman") | dict.fromkeys(
    ("father", "grandfather", "uncle", "brother", "man"), "man"
)


def person_of(case: Case, word: str) -> str:
    """The person whom a word in small letters names, by the full name where that is known."""
    people = case.people
    given = people.given.get(word)
    if given:
        return people.by_given.get(given, given)
    named = people.by_surname.get(word, ())
    return named[0] if len(named) == 1 else ""


def of_an_adult(case: Case, before: str, role: str) -> str:
    """What somebody's mother is to the child, where that somebody is grown: "Anne's mum" is a grandmother."""
    if not before.endswith("'s"):
        return role
    owner = before.removesuffix("'s")
    person = person_of(case, owner)
    grown = ROLES.get(owner) in {"mother", "father", "partner"} or (
        person and person not in case.people.children | case.people.professionals
    )
    return OF_PARENTS.get(role, role) if grown else role


OF_PARENTS = {"mother": "grandmother", "father": "grandfather", "sister": "aunt", "brother": "uncle"}


def _mostly(counts: Counter[str]) -> frozenset[str]:
    total = sum(counts.values())
    return frozenset(role for role, count in counts.items() if count >= FEWEST and count >= SHARE * total)


def widened(roles: frozenset[str]) -> frozenset[str]:
    """Roles with those that they may also mean."""
    return roles.union(*(MAY_BE.get(role, frozenset()) for role in roles))


def may_be_one(case: Case, one: str, other: str) -> bool:
    """Whether two may be the same person: each a role, or a person's full name behind an equals sign."""
    if one[0] == other[0] == "=":
        return one == other
    if "=" not in (one[0], other[0]):
        return other in widened(frozenset({one})) or one in widened(frozenset({other}))
    name, role = (one, other) if one[0] == "=" else (other, one)
    if role not in OF_THE_FAMILY and role not in MAY_BE:
        return False
    if role in SEX and titles(case).get(name[1:], SEX[role]) != SEX[role]:
        return False
    known = relations(case).get(name[1:])
    if known is None:
        return True
    return role in widened(known) or not known.isdisjoint(widened(frozenset({role})))
