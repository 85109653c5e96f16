"""Access follows from facts. The only module that knows ``django-guardian``.

Each guarded thing says what each holder of a role may do with it in its present state (``grants()``). Here those
sentences become rows of guardian's direct foreign-key tables, one for each group and permission, never one for a
person; a person's roles of today lead to their groups. Lists fetch the few ids a person's groups open and filter by
that literal list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from guardian.models import GroupObjectPermissionBase

from agencies.models import Person, Role
from agencies.roles import Holder
from casework import registry
from casework.machines import Attached, Grants, Guarded
from casework.refusals import Forbidden
from casework.statements import AnyOf, Statement, rows_of, statement
from frameworks import clock

BATCH = 500  # things read at once when everything is checked


class Grant(GroupObjectPermissionBase):
    """A row of guardian's direct foreign-key tables; subclasses add ``content_object``. Written here alone."""

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = True


def group_of(holder: Holder) -> Group:
    """The group that carries what a holder is granted, made when first needed."""
    name = holder.group_name
    return Group(pk=_groups_named({name})[name], name=name)


@dataclass(frozen=True)
class Held:
    """A role that somebody holds today: the group that carries it, what it is called, and what it is about."""

    group_id: int
    role: str
    about_kind: str
    about_id: UUID


def roles_of(person: Person) -> list[Held]:
    """The roles a person holds today, asked once in the life of this ``person`` object and day."""
    today = clock.today()
    known: tuple[Any, list[Held]] | None = getattr(person, "_roles_today", None)
    if known is None or known[0] != today:
        known = (today, [Held(*row) for row in _held_on(person.pk, today)])
        person.__dict__["_roles_today"] = known
    return known[1]


@statement
def _held_on(person: Any, day: Any) -> Any:
    held = Role.objects.current(day).filter(person=person)
    return held.values_list("group_id", "role", "about_kind", "about_id")


def groups_of(person: Person) -> list[int]:
    """The groups of the roles a person holds today."""
    return [held.group_id for held in roles_of(person)]


def forget_groups(person: Person) -> None:
    """Ask again: a role of this person has just begun or ended."""
    person.__dict__.pop("_roles_today", None)


def ids_opened(person: Person, model: type[Guarded], power: str = "view") -> list[UUID]:
    """The ids of the things of a kind that a person may view (or hold another power over)."""
    permission = _permission_ids(model)[f"{power}_{model._meta.model_name}"]
    return [pk for (pk,) in rows_of(_ids_opened(model), [groups_of(person), permission])]


@cache
def _ids_opened(model: type[Guarded]) -> str:
    grants = grant_model(model)._meta.db_table
    return f"SELECT DISTINCT content_object_id FROM {grants} WHERE group_id = ANY(%s) AND permission_id = %s"  # noqa: S608


def having(person: Person, model: type[Guarded], power: str) -> QuerySet[Any]:
    """The things of a kind over which a person holds a power, asked together with what narrows them to a few."""
    return _opened_to(model, power, group_id__in=groups_of(person))


def open_to(groups: Any, model: type[Guarded], power: str) -> QuerySet[Any]:
    """The same for whoever holds any of these roles, in a statement that is written once."""
    return _opened_to(model, power, group_id=AnyOf(groups))


def _opened_to(model: type[Guarded], power: str, **whom: Any) -> QuerySet[Any]:
    permission = _permission_ids(model)[f"{power}_{model._meta.model_name}"]
    grants = grant_model(model).objects.filter(permission_id=permission, **whom)
    return model._default_manager.filter(pk__in=grants.values("content_object_id"))


def opened_in(person: Person, case_id: UUID) -> tuple[dict[str, list[UUID]], frozenset[str]]:
    """Everything a person may view in one case, by kind, and all they may do with the case itself, in one query."""
    found: dict[str, dict[UUID, None]] = {}
    held = set()
    for kind, pk, permission in rows_of(_everything_opened(), {"groups": groups_of(person), "case": case_id}):
        if kind == "case":
            held.add(permission)
        else:
            found.setdefault(kind, {})[pk] = None
    powers = frozenset(codename for pk, codename in _codenames(registry.guarded()["case"]).items() if pk in held)
    opened = {kind: list(ids) for kind, ids in found.items()}
    return ({"case": [case_id], **opened} if "view_case" in powers else opened), powers


def find(person: Person, model: type[Guarded], pk: UUID, *related: str) -> Any:
    """The thing, if this person may view it, otherwise None.

    What they may do with it was asked on the way, and stays with this copy of it for as long as its page is made.
    """
    held = _powers(person, model, pk)
    if f"view_{model._meta.model_name}" not in held:
        return None
    found = next(iter(_thing(model, related)(pk)), None)
    if found is not None:
        keep_powers(person, found, held)
    return found


def unseen(model: type[Guarded], pk: UUID) -> Any:
    """The thing whoever asks, or None: never for a page, only so that a refusal is logged with what it was about."""
    return next(iter(_thing(model, ())(pk)), None)


@cache
def _thing(model: type[Guarded], related: tuple[str, ...]) -> Statement:
    """One thing of a kind by its id, with what is asked for beside it."""
    return statement(lambda pk: model._default_manager.select_related(*related).order_by().filter(pk=pk))


def keep_powers(person: Person, obj: Guarded, held: frozenset[str]) -> None:
    """Remember with this copy of a thing what was asked about it, for as long as its page is made."""
    obj.__dict__["_powers_when_found"] = (person.pk, held)


def powers(person: Person, obj: Guarded) -> frozenset[str]:
    """The codenames of all a person may do with a thing: ``view_imr``, ``submit_imr``..."""
    known: tuple[UUID, frozenset[str]] | None = obj.__dict__.get("_powers_when_found")
    if known is not None and known[0] == person.pk:
        return known[1]
    return _powers(person, type(obj), obj.pk)


def may(person: Person, obj: Guarded, power: str) -> bool:
    """Whether a person may do this one thing."""
    return f"{power}_{registry.word(obj)}" in powers(person, obj)


def demand(person: Person, obj: Guarded, power: str) -> None:
    """Stop a page whose act this person's role does not include: Forbidden, answered with 403."""
    if not may(person, obj, power):
        raise Forbidden("Your role does not include this.", about=obj, act=power)


def holders_with(obj: Guarded, power: str) -> QuerySet[Person]:
    """The people who hold a power over a thing today."""
    rows = grant_model(type(obj)).objects.filter(
        content_object_id=obj.pk, permission_id=_permission_ids(type(obj))[f"{power}_{registry.word(obj)}"]
    )
    roles = Role.objects.current().filter(group_id__in=list(rows.values_list("group_id", flat=True)))
    return Person.objects.filter(pk__in=list(roles.values_list("person_id", flat=True)), is_active=True)


def bring_in_line(obj: Guarded) -> None:
    """Make the stored grants of a thing, and of what hangs on it, what its facts say."""
    obj.__dict__.pop("_powers_when_found", None)
    grants = obj.grants()
    _store({obj: _pairs(grants, registry.word(obj))})
    hanging = () if isinstance(obj, Attached) else rows_of(_kinds_attached(), {"about": obj.pk})
    for model in (registry.guarded()[word] for (word,) in hanging):
        things = _attached_to(model)(obj.pk)
        _store({each: _pairs(each.grants_under(obj, grants), registry.word(each)) for each in things})


@cache
def _kinds_attached() -> str:
    """Of which kinds there is anything that hangs on a thing: mostly there is nothing."""
    return " UNION ALL ".join(
        f"SELECT '{registry.word(model)}' WHERE EXISTS (SELECT FROM {model._meta.db_table} WHERE about_id = %(about)s)"  # noqa: S608
        for model in registry.attached()
    )


@cache
def _attached_to(model: type[Attached]) -> Statement:
    """The things of a kind that hang on another."""
    return statement(lambda about: model._default_manager.filter(about_id=about).order_by())


def open_new(attached: Attached, about: Guarded) -> None:
    """Give a thing that has just been hung on another, and has no grants yet, those that follow."""
    pairs = _pairs(attached.grants_under(about, about.grants()), registry.word(attached))
    _grant(grant_model(type(attached)), {(attached.pk, *pair) for pair in pairs}, _codenames(type(attached)))


def wanted(obj: Guarded) -> set[tuple[str, str]]:
    """What the facts say: pairs of group name and permission codename."""
    return _pairs(obj.grants(), registry.word(obj))


def stored(obj: Guarded) -> set[tuple[str, str]]:
    """What the tables say: the same pairs."""
    rows = grant_model(type(obj)).objects.filter(content_object_id=obj.pk)
    return set(rows.values_list("group__name", "permission__codename"))


@dataclass(frozen=True)
class Difference:
    """A grant that the facts ask for and the tables lack, or the other way about."""

    kind: str
    pk: UUID
    group: str
    permission: str
    is_missing: bool

    def __str__(self) -> str:
        what = "is missing" if self.is_missing else "is stored without a reason"
        return f"{self.kind} {self.pk}: {self.permission} for {self.group} {what}"


def differences(obj: Guarded) -> list[Difference]:
    """Where stored and derived permissions of one thing disagree."""
    return _named(obj, wanted(obj), stored(obj))


def _named(obj: Guarded, facts: set[tuple[str, str]], tables: set[tuple[str, str]]) -> list[Difference]:
    word = registry.word(obj)
    missing = [Difference(word, obj.pk, group, codename, True) for group, codename in sorted(facts - tables)]
    surplus = [Difference(word, obj.pk, group, codename, False) for group, codename in sorted(tables - facts)]
    return missing + surplus


def check() -> Iterable[Difference]:
    """Every difference between stored and derived permissions, over everything there is, read in batches."""
    for model in registry.guarded().values():
        things = _with_their_case(model).order_by("about_id" if issubclass(model, Attached) else "pk").iterator(chunk_size=BATCH)
        while batch := list(islice(things, BATCH)):
            facts, tables = _wanted_of(batch), _stored_of(model, batch)
            for obj in batch:
                yield from _named(obj, facts[obj.pk], tables.get(obj.pk, set()))


def mend() -> int:
    """Bring every thing in line whose stored grants are not what its facts say: after an upgrade that grants otherwise.

    Returns how many differences there were.
    """
    found = list(check())
    for model in registry.guarded().values():
        wrong = {each.pk for each in found if each.kind == model._meta.model_name}
        for obj in model._default_manager.filter(pk__in=wrong):
            bring_in_line(obj)
    return len(found)


def _with_their_case(model: type[Guarded]) -> QuerySet[Any]:
    everything: QuerySet[Any] = model._default_manager.all()
    own = {field.name for field in model._meta.concrete_fields}
    return everything.select_related("case") if "case" in own else everything


def _wanted_of(things: list[Guarded]) -> dict[UUID, set[tuple[str, str]]]:
    """What the facts say of several things of one kind; what they hang on is read and asked once."""
    word = registry.word(things[0])
    attached = [each for each in things if isinstance(each, Attached)]
    abouts = _abouts_of(attached)
    said = {pk: about.grants() for pk, about in abouts.items()}
    facts = {each.pk: _pairs(each.grants(), word) for each in things if not isinstance(each, Attached)}
    for each in attached:
        about = abouts.get(each.about_id)
        facts[each.pk] = _pairs(each.grants_under(about, said[each.about_id]), word) if about else set()
    return facts


def _abouts_of(things: list[Attached]) -> dict[UUID, Guarded]:
    """What these hang on, by id; a thing that is gone grants nothing."""
    ids: dict[str, set[UUID]] = {}
    for each in things:
        ids.setdefault(each.about_kind, set()).add(each.about_id)
    return {
        about.pk: about
        for kind, those in ids.items()
        for about in _with_their_case(registry.guarded()[kind]).filter(pk__in=those)
    }


def _stored_of(model: type[Guarded], things: list[Guarded]) -> dict[UUID, set[tuple[str, str]]]:
    """What the tables say of several things of one kind."""
    rows = grant_model(model).objects.filter(content_object_id__in=[each.pk for each in things])
    found: dict[UUID, set[tuple[str, str]]] = {}
    for pk, group, codename in rows.values_list("content_object_id", "group__name", "permission__codename"):
        found.setdefault(pk, set()).add((group, codename))
    return found


@cache
def grant_model(model: type[Guarded]) -> Any:
    """The direct grants table of a model, as guardian finds it too; None where the model has none."""
    tables = (relation.related_model for relation in model._meta.related_objects if relation.field.name == "content_object")
    return next((table for table in tables if isinstance(table, type) and issubclass(table, Grant)), None)


def _powers(person: Person, model: type[Guarded], pk: UUID) -> frozenset[str]:
    codenames = _codenames(model)
    held = rows_of(_powers_over(model), [pk, groups_of(person)])
    return frozenset(codenames[permission] for (permission,) in held)


@cache
def _powers_over(model: type[Guarded]) -> str:
    """The query that every page begins with."""
    grants = grant_model(model)._meta.db_table
    return f"SELECT permission_id FROM {grants} WHERE content_object_id = %s AND group_id = ANY(%s)"  # noqa: S608


@cache
def _everything_opened() -> str:
    """The query of ``opened_in``, written once: it is the same for everybody and for every case.

    The ids of the case's things come first and are then looked up among the grants: a join would read all that a board's
    manager may view, and takes the database longer to plan than to run.
    """
    return " UNION ALL ".join(_opened_of(word, model) for word, model in registry.guarded().items())


def _opened_of(word: str, model: type[Guarded]) -> str:
    """The part about one kind; only names and numbers that this house keeps stand in its words."""
    grants, things = grant_model(model)._meta.db_table, model._meta.db_table
    held = f"SELECT '{word}', content_object_id, permission_id FROM {grants} WHERE group_id = ANY(%(groups)s)"  # noqa: S608
    if word == "case":
        return f"{held} AND content_object_id = %(case)s"
    viewing = _permission_ids(model)[f"view_{word}"]
    of_case = f"ARRAY(SELECT id FROM {things} WHERE case_id = %(case)s)"  # noqa: S608
    return f"{held} AND permission_id = {viewing} AND content_object_id = ANY({of_case})"


def _pairs(grants: Grants, word: str) -> set[tuple[str, str]]:
    return {(holder.group_name, f"{power}_{word}") for holder, powers in grants.items() for power in powers}


def _store(facts: Mapping[Guarded, set[tuple[str, str]]]) -> None:
    """Bring the stored rows of things of one kind in line with what their facts say, in three statements at most."""
    if not facts:
        return
    table = grant_model(type(next(iter(facts))))
    codenames = _codenames(type(next(iter(facts))))
    stored = {
        (pk, name, codenames[permission]): row for row, pk, name, permission in _grants_of(table)([obj.pk for obj in facts])
    }
    said = {(obj.pk, name, codename) for obj, pairs in facts.items() for name, codename in pairs}
    gone = [row for key, row in stored.items() if key not in said]
    if gone:
        table.objects.filter(pk__in=gone).delete()
    _grant(table, said - stored.keys(), codenames)


@cache
def _grants_of(table: Any) -> Statement:
    """The rows of several things in a grants table."""
    wanted = ("pk", "content_object_id", "group__name", "permission_id")
    return statement(lambda things: table.objects.filter(content_object_id=AnyOf(things)).values_list(*wanted))


def _grant(table: Any, new: set[tuple[UUID, str, str]], codenames: dict[int, str]) -> None:
    if not new:
        return
    groups = _groups_named({name for _, name, _ in new})
    ids = {codename: pk for pk, codename in codenames.items()}
    rows = [(groups[name], ids[code], pk) for pk, name, code in new]
    rows_of(_granting(table), [list(each) for each in zip(*rows, strict=True)])


@cache
def _granting(table: Any) -> str:
    """Several rows for a grants table; those that are there stay."""
    columns, rows = "group_id, permission_id, content_object_id", "unnest(%s::int[], %s::int[], %s::uuid[])"
    return f"INSERT INTO {table._meta.db_table} ({columns}) SELECT * FROM {rows} ON CONFLICT DO NOTHING RETURNING 1"  # noqa: S608


def _groups_named(names: set[str]) -> dict[str, int]:
    found = dict(_groups_of_names(list(names)))
    if names - found.keys():
        Group.objects.bulk_create([Group(name=name) for name in names - found.keys()], ignore_conflicts=True)
        found = dict(_groups_of_names(list(names)))
    return found


@statement
def _groups_of_names(names: Any) -> Any:
    return Group.objects.filter(name=AnyOf(names)).values_list("name", "pk")


_permissions: dict[type[Guarded], dict[str, int]] = {}


def _permission_ids(model: type[Guarded]) -> dict[str, int]:
    """The ids of a model's permissions by codename; they change only with a migration, so they are read once."""
    if model not in _permissions:
        rows = Permission.objects.filter(
            content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name
        )
        found = dict(rows.values_list("codename", "pk"))
        if not found:
            return {}
        _permissions[model] = found
    return _permissions[model]


def _codenames(model: type[Guarded]) -> dict[int, str]:
    return {pk: codename for codename, pk in _permission_ids(model).items()}
