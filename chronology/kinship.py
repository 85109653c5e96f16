"""The family of a case as its key knows it: by code, for the genogram and for the list beside it. No name leaves here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from agencies.models import Person
from casework.models.case import Case, Subject
from chronology.genogram import Family, Member, Tie
from chronology.models import KeyedPerson, KeyedRelation, PersonKey

SEXES = {"female": "female", "male": "male", "other": "another sex", "": "sex not recorded"}
FORTH = {
    "child_of": "child of",
    "partner_of": "partner of",
    "married_to": "married to",
    "sibling_of": "brother or sister of",
    "cared_for_by": "cared for by",
    "friend_of": "friend of",
}
BACK = FORTH | {"child_of": "parent of", "cared_for_by": "cared for"}
PARTED = {"partner_of": "former partner of", "married_to": "was married to"}


@dataclass(frozen=True)
class Row:
    """Somebody in the list beside the picture: code, role, what the symbol says, and to whom they belong."""

    code: str
    role: str
    symbol: str
    bonds: list[str]


@dataclass(frozen=True)
class Kinship:
    """Everybody of a case who is no professional, and how they belong together."""

    family: Family
    rows: list[Row]


def kinship_of(case: Case, key: PersonKey, *, seen_by: Person) -> Kinship:
    """The family as this person may see it."""
    people = KeyedPerson.objects.visible_to(seen_by).filter(key=key).standing().exclude(kind="professional")
    found = list(people.select_related("identity").order_by("kind", "code", "pk"))
    relations = KeyedRelation.objects.between([each.pk for each in found])
    ties = [Tie(each.person_id, each.other_id, each.kind, each.begins_on, each.ends_on) for each in relations]
    subjects = _subjects(case)
    family = Family([_member(each, subjects) for each in found], ties)
    codes = {each.pk: each.code for each in found}
    bonds = _bonds(ties, codes)
    return Kinship(family, [_row(_member(each, subjects), bonds[each.pk]) for each in found])


def _subjects(case: Case) -> set[str]:
    """Whom the review is about: their pseudonyms and, to be compared only, their names."""
    rows = Subject.objects.filter(case=case, is_index=True).values_list("pseudonym", "identity__name")
    return {case.pseudonym.casefold()} | {word.casefold() for row in rows for word in row if word}


def _member(person: KeyedPerson, subjects: set[str]) -> Member:
    identity = person.identity
    is_subject = person.kind == "child" and bool({person.code.casefold(), identity.name.casefold()} & subjects)
    return Member(
        key=person.pk,
        code=person.code,
        sex=person.sex,
        born=identity.date_of_birth,
        is_dead=identity.date_of_death is not None,
        is_subject=is_subject,
        role=person.role,
    )


def _row(member: Member, bonds: list[str]) -> Row:
    said = [SEXES.get(member.sex, member.sex)]
    said += ["has died"] if member.is_dead else []
    said += ["the review is about this child"] if member.is_subject else []
    return Row(member.code, member.role, ", ".join(said).capitalize(), bonds)


def _bonds(ties: list[Tie], codes: dict[object, str]) -> dict[object, list[str]]:
    """For each person what binds them to others, in words, each kind of bond once."""
    found: dict[object, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        years = years_of(tie.begins, tie.ends)
        forth = PARTED.get(tie.kind, FORTH[tie.kind]) if tie.ends else FORTH[tie.kind]
        back = PARTED.get(tie.kind, BACK[tie.kind]) if tie.ends else BACK[tie.kind]
        found[tie.one][forth].append(f"{codes[tie.other]}{years}")
        found[tie.other][back].append(f"{codes[tie.one]}{years}")
    return defaultdict(
        list, {key: [f"{kind} {', '.join(others)}" for kind, others in kinds.items()] for key, kinds in found.items()}
    )


def years_of(begins: object, ends: object) -> str:
    """The years of a bond: " (2015 to 2019)", " (from 2015)", " (until 2019)"; empty where none is known."""
    first, last = (getattr(day, "year", None) for day in (begins, ends))
    if first and last:
        return f" ({first} to {last})" if first != last else f" ({first})"
    return f" (from {first})" if first else f" (until {last})" if last else ""
