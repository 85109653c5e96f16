"""A board, or a case, with everything that hangs from it, read whole from whatever tables there are.

What belongs together is found by following foreign keys, ids and the names of groups through the register of models, so that a
new model is part of it without a word here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from psycopg import sql

from agencies.models import Agency, Board, Listing, Person
from casework.models import ChainHead

Model = type[models.Model]
Row = list[str | None]

AN_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


@cache
def tables() -> list[Model]:
    """Every model of the house, and the groups that carry its roles. The heads of chains follow from the log."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if (model._meta.app_label in settings.STAGES or model is Group) and model is not ChainHead]


@cache
def stored_fields(model: Model) -> list[Any]:
    """The fields that are written; the database makes the others itself."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def is_numbered(model: Model) -> bool:
    """Whether its rows have numbers rather than ids that nobody can guess."""
    return isinstance(model._meta.pk, models.AutoField)


@dataclass(frozen=True)
class Unit:
    """The rows of a unit by model, each value as text.

    ``names`` are the unguessed words that may stand only once in the house (a reference, an e-mail address); ``speaking``
    lists for each model the columns in which an id or a name stands within other words.
    """

    rows: dict[Model, list[Row]]
    names: frozenset[str]
    speaking: dict[Model, list[int]]

    def ids(self, model: Model) -> list[str]:
        """The primary keys of its rows of a model, in order."""
        return self.values(model, model._meta.pk.name)

    def values(self, model: Model, name: str) -> list[str]:
        """What a field holds in each of its rows of a model."""
        place = stored_fields(model).index(model._meta.get_field(name))
        return [str(row[place]) for row in self.rows.get(model, [])]


def board_unit(connection: psycopg.Connection, prefix: str) -> Unit:
    """A board with its agencies, its people and all its cases."""
    board = str(_value(connection, "SELECT id FROM {} WHERE prefix = %s", Board, prefix))
    listed = connection.execute(_with_tables("SELECT agency_id FROM {} WHERE board_id = %s", Listing), [board])
    roots = {Board: {board}, Agency: {str(pk) for (pk,) in listed}}
    found = _and_whom_they_name(connection, _hanging_from(connection, roots))
    rows = _read(connection, found)
    names = frozenset(_names_in(rows))
    return Unit(rows, names, _speaking(rows, names))


def case_unit(connection: psycopg.Connection, case: str, names: frozenset[str]) -> Unit:
    """A case with everything that hangs from it, without the board, its people and its agencies."""
    rows = _read(connection, _hanging_from(connection, {apps.get_model("casework", "Case"): {case}}))
    return Unit(rows, names, _speaking(rows, names))


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Matches an id or a name; a name that holds another one comes first."""
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"{AN_ID}|\b(?:{'|'.join(longest_first)})\b" if longest_first else AN_ID)


Found = dict[Model, set[str]]


def _hanging_from(connection: psycopg.Connection, roots: Found) -> Found:
    """The primary keys of all that points at the roots, at what points at them, and so on.

    People are not followed: one person may serve two boards, which have nothing else in common.
    """
    found: Found = {model: set(keys) for model, keys in roots.items()}
    new = roots
    while new:
        ids = {key for model, keys in new.items() if not is_numbered(model) for key in keys}
        fresh = {}
        for model in tables():
            keys = _pointing(connection, model, new, ids) - found.get(model, set())
            if keys:
                fresh[model] = keys
                found.setdefault(model, set()).update(keys)
        new = {model: keys for model, keys in fresh.items() if model is not Person}
    return found


def _pointing(connection: psycopg.Connection, model: Model, new: Found, ids: set[str]) -> set[str]:
    """The primary keys of the rows of a model that point at anything new."""
    sought: list[tuple[sql.Composable, set[str]]] = []
    for field in stored_fields(model):
        column = sql.Identifier(field.column)
        if field.related_model in new:
            sought.append((column, new[field.related_model]))
        elif isinstance(field, models.UUIDField) and not field.primary_key:
            sought.append((column, ids))
    if model is Group:
        sought.append((sql.SQL("split_part(name, '@', 2)"), ids))
    if not sought:
        return set()
    where = sql.SQL(" OR ").join(sql.SQL("{} = ANY(%s)").format(column) for column, _ in sought)
    pk = sql.Identifier(model._meta.pk.column)
    statement = sql.SQL("SELECT {}::text FROM {} WHERE ").format(pk, sql.Identifier(model._meta.db_table)) + where
    return {key for (key,) in connection.execute(statement, [list(keys) for _, keys in sought])}


def _and_whom_they_name(connection: psycopg.Connection, found: Found) -> Found:
    """With whomever these rows name besides: an administrator, an overview author, who belong to no agency."""
    named: Found = {}
    for model, keys in found.items():
        for field in stored_fields(model):
            target = field.related_model
            if target in tables() and not is_numbered(target):
                named.setdefault(target, set()).update(_column(connection, model, field, keys))
    return {model: found.get(model, set()) | named.get(model, set()) for model in found.keys() | named.keys()}


def _column(connection: psycopg.Connection, model: Model, field: Any, keys: set[str]) -> set[str]:
    names = map(sql.Identifier, (field.column, model._meta.db_table, model._meta.pk.column, field.column))
    statement = sql.SQL("SELECT DISTINCT {}::text FROM {} WHERE {}::text = ANY(%s) AND {} IS NOT NULL").format(*names)
    return {key for (key,) in connection.execute(statement, [list(keys)])}


def _read(connection: psycopg.Connection, found: Found) -> dict[Model, list[Row]]:
    return {model: _rows(connection, model, keys) for model, keys in found.items()}


def _rows(connection: psycopg.Connection, model: Model, keys: set[str]) -> list[Row]:
    pk = sql.Identifier(model._meta.pk.column)
    statement = sql.SQL("COPY (SELECT {} FROM {} WHERE {}::text = ANY({}) ORDER BY {}) TO STDOUT").format(
        columns_of(model), sql.Identifier(model._meta.db_table), pk, sql.Literal(list(keys)), pk
    )
    with connection.cursor().copy(statement) as copy:
        return [list(row) for row in copy.rows()]


def columns_of(model: Model) -> sql.Composed:
    """The columns of a table that are written, in order."""
    return sql.SQL(", ").join(sql.Identifier(field.column) for field in stored_fields(model))


def _names_in(rows: dict[Model, list[Row]]) -> Iterable[str]:
    """The values of text columns that may hold each value once, save those made of an id."""
    an_id = re.compile(AN_ID)
    for model, those in rows.items():
        for place, field in enumerate(stored_fields(model)):
            if field.unique and isinstance(field, models.CharField):
                yield from (value for row in those if (value := row[place]) and not an_id.search(value))


def _speaking(rows: dict[Model, list[Row]], names: Iterable[str]) -> dict[Model, list[int]]:
    return {model: [place for place in _texts(model) if _speaks(those, place, names)] for model, those in rows.items()}


def _texts(model: Model) -> Sequence[int]:
    """The places of the columns that hold more than an id, a number, a day or a yes."""
    plain = (models.UUIDField, models.IntegerField, models.DateField, models.TimeField, models.BooleanField, models.BinaryField)
    fields = enumerate(stored_fields(model))
    return [place for place, field in fields if field.related_model is None and not isinstance(field, plain)]


def _speaks(rows: list[Row], place: int, names: Iterable[str]) -> bool:
    """Whether a column holds an id or a name anywhere."""
    words = "\n".join(row[place] or "" for row in rows)
    return any(name in words for name in names) or re.search(AN_ID, words) is not None


def _with_tables(words: str, *these: Model) -> sql.Composed:
    return sql.SQL(words).format(*(sql.Identifier(model._meta.db_table) for model in these))  # type: ignore[arg-type]


def _value(connection: psycopg.Connection, words: str, model: Model, *asked: Any) -> Any:
    row = connection.execute(_with_tables(words, model), asked).fetchone()
    if row is None:
        raise LookupError(f"{model._meta.verbose_name} {asked}: there is none.")
    return row[0]
