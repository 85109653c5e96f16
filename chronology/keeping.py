"""What people do with the key of a case: give codes, put names right, find that two are one, look behind the codes.

The board's own list is changed by an act on the key. What an agency adds about its own chronology is an act on that
chronology, so that nobody else learns even that it happened. The log holds ids, never a name or a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import F

from agencies.models import Person
from casework import access, documents, log
from casework.machines import Governed
from casework.models.case import Case
from casework.refusals import Hidden, Outdated, refuse
from casework.transitions import advance, begin, verb
from chronology.models import Chronology, KeyedIdentifier, KeyedIdentity, KeyedPerson, KeyedRelation, PersonKey
from frameworks import clock

CODED = ("code", "kind", "role", "sex", "is_told")
IDENTIFYING = ("name", "spellings", "date_of_birth", "date_of_death")


def open_key(case: Case, *, by: Person | None, following: Governed) -> PersonKey:
    """The key of a case, begun with its first chronology."""
    standing = PersonKey.objects.filter(case=case).first()
    return standing or begin(PersonKey(case=case), by=by, following=following)


@verb
def add_people(
    key: PersonKey, people: Iterable[Mapping[str, Any]], *, by: Person, chronology: Chronology | None = None
) -> list[KeyedPerson]:
    """Give codes to people: on the board's list or, where a chronology is told, on that agency's own.

    Each is told by ``code`` and ``name``, perhaps ``spellings``, ``kind``, ``role``, ``sex``, ``date_of_birth``,
    ``date_of_death``, ``is_told``. All of them are added or none.
    """
    _act(chronology or key, "add_person", by)
    added = [_add(key, chronology, **facts) for facts in people]
    _leave(key, "add", by, added)
    return added


@verb
def change_person(person: KeyedPerson, *, version: int, by: Person, **facts: Any) -> KeyedPerson:
    """Put somebody's code, role, name or spellings right, on top of the version that was opened."""
    _act(_owner(person, by), "change_person", by)
    person = _as_it_stands(person)
    identity = person.identity
    if person.version != version:
        raise _outdated(person, identity, facts)
    _code_is_free(person, facts.get("code", person.code))
    for name, value in facts.items():
        setattr(identity if name in IDENTIFYING else person, name, value)
    person.version += 1
    person.save()
    identity.save()
    _leave(person.key, "change", by, [person])
    return person


@verb
def merge_people(kept: KeyedPerson, other: KeyedPerson, *, by: Person) -> KeyedPerson:
    """Two of the list are one person: the first code stays, on the board's list, and knows the spellings of both."""
    for each in (kept, other):
        _must_be_visible(each, by)
    _act(kept.key, "merge_people", by)
    if kept.pk == other.pk or kept.key_id != other.key_id:
        refuse("Choose two different people of this list.")
    kept, other = _as_it_stands(kept), _as_it_stands(other)
    _take_over(kept.identity, other.identity)
    KeyedRelation.objects.filter(person=other).exclude(other=kept).update(person=kept)
    KeyedRelation.objects.filter(other=other).exclude(person=kept).update(other=kept)
    other.removed_at, other.became = clock.now(), kept
    other.save()
    kept.chronology, kept.version = None, kept.version + 1
    _code_is_free(kept, kept.code)
    kept.save()
    _leave(kept.key, "merge", by, [kept, other])
    return kept


@verb
def remove_person(person: KeyedPerson, *, by: Person) -> KeyedPerson:
    """A code no longer stands for anybody; its name is recognised nowhere from now on."""
    _act(_owner(person, by), "remove_person", by)
    person = _as_it_stands(person)
    person.removed_at = clock.now()
    person.save()
    _leave(person.key, "remove", by, [person])
    return person


@verb
def relate(
    person: KeyedPerson,
    other: KeyedPerson,
    kind: str,
    *,
    by: Person,
    begins_on: date | None = None,
    ends_on: date | None = None,
) -> KeyedRelation:
    """Say how two people of the list belong together."""
    _must_be_visible(other, by)
    _act(_owner(person, by), "change_person", by)
    if person.pk == other.pk or person.key_id != other.key_id:
        refuse("Choose somebody else of this list.")
    relation, is_new = KeyedRelation.objects.update_or_create(
        person=person, other=other, kind=kind, begins_on=begins_on, defaults={"ends_on": ends_on}
    )
    _leave(person.key, "relate" if is_new else "change", by, [person, other])
    return relation


@verb
def unrelate(relation: KeyedRelation, *, by: Person) -> None:
    """Two people do not belong together in this way."""
    people = [relation.person, relation.other]
    _act(_owner(relation.person, by), "change_person", by)
    relation.delete()
    _leave(people[0].key, "unrelate", by, people)


@verb
def set_identifiers(key: PersonKey, words: Iterable[str], *, by: Person, chronology: Chronology | None = None) -> None:
    """Which addresses, numbers and e-mail addresses tell who somebody is: the whole list, the board's or an agency's own."""
    _act(chronology or key, "change_person", by)
    wanted = list(dict.fromkeys(each.strip() for each in words if each.strip()))
    KeyedIdentifier.objects.filter(key=key, chronology=chronology).exclude(words__in=wanted).delete()
    rows = [KeyedIdentifier(key=key, chronology=chronology, words=each) for each in wanted]
    KeyedIdentifier.objects.bulk_create(rows, ignore_conflicts=True)
    _leave(key, "identifiers", by, [])


@verb
def reveal(key: PersonKey, *, reason: str, by: Person) -> PersonKey:
    """Look behind the codes. Who looked, when, and the reason's hash are logged."""
    key = advance(key, "reveal", by=by)
    log.fact(key, "personkey.reason", by=by, reason=documents.sha256(reason.encode()))
    return key


def must_be_allowed_names(case: Case, by: Person) -> None:
    """Names leave the house only with somebody who may look behind the codes."""
    key = PersonKey.objects.visible_to(by).filter(case=case).first()
    if key is None:
        raise Hidden("There is no such key.", about=case)
    access.demand(by, key, "reveal")


def _act(owner: PersonKey | Chronology, act: str, by: Person) -> None:
    """The act that allows it: on the key for the board's list, on the chronology for an agency's own."""
    advance(owner, act if isinstance(owner, PersonKey) else "name_people", by=by)


def _owner(person: KeyedPerson, by: Person) -> PersonKey | Chronology:
    """Whose list this is for this person: the agency's while it compiles, otherwise the key."""
    _must_be_visible(person, by)
    if person.chronology and access.may(by, person.chronology, "name_people"):
        return person.chronology
    return person.key


def _must_be_visible(person: KeyedPerson, by: Person) -> None:
    if not KeyedPerson.objects.visible_to(by).filter(pk=person.pk).exists():
        raise Hidden("There is no such person.", about=person.key)


def _as_it_stands(person: KeyedPerson) -> KeyedPerson:
    """The person as the database has it now, under the case's lock."""
    fresh = KeyedPerson.objects.select_for_update(of=("self",)).select_related("identity", "key").get(pk=person.pk)
    if fresh.removed_at is not None:
        refuse("This person is no longer on the list.")
    return fresh


def _add(key: PersonKey, chronology: Chronology | None, **facts: Any) -> KeyedPerson:
    person = KeyedPerson(key=key, chronology=chronology, **{name: facts[name] for name in CODED if name in facts})
    person.is_told = person.is_told and chronology is None
    _code_is_free(person, person.code)
    person.save(force_insert=True)
    KeyedIdentity.objects.create(person=person, **{name: facts[name] for name in IDENTIFYING if name in facts})
    return person


def _code_is_free(person: KeyedPerson, code: str) -> None:
    """A code stands once in a list; what another agency's list holds is not asked."""
    same = KeyedPerson.objects.standing().filter(key=person.key, chronology=person.chronology, code__iexact=code)
    if same.exclude(pk=person.pk).exists():
        refuse(f"The code “{code}” stands for somebody else already.")


def _take_over(kept: KeyedIdentity, other: KeyedIdentity) -> None:
    known = dict.fromkeys([*kept.spellings, other.name, *other.spellings])
    kept.spellings = [each for each in known if each and each != kept.name]
    kept.date_of_birth = kept.date_of_birth or other.date_of_birth
    kept.date_of_death = kept.date_of_death or other.date_of_death
    kept.save()


def _leave(key: PersonKey, what: str, by: Person, people: list[KeyedPerson]) -> None:
    """The new edition of the list, and one line of the log for each person it is about."""
    PersonKey.objects.filter(pk=key.pk).update(edition=F("edition") + 1)
    for person in people:
        log.fact(person, f"keyedperson.{what}", by=by, chain=key.case_id)


def _outdated(person: KeyedPerson, identity: KeyedIdentity, facts: dict[str, Any]) -> Outdated:
    stands = {name: getattr(identity if name in IDENTIFYING else person, name) for name in facts}
    differing = [name for name, value in facts.items() if stands[name] != value]
    return Outdated(
        about=person.key,
        act="change_person",
        theirs="\n".join(f"{_label(name)}: {_said(stands[name])}" for name in differing),
        yours="\n".join(f"{_label(name)}: {_said(facts[name])}" for name in differing),
        version=person.version,
    )


def _label(name: str) -> str:
    model: Any = KeyedIdentity if name in IDENTIFYING else KeyedPerson
    return str(model._meta.get_field(name).verbose_name).capitalize()


def _said(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value or "")
