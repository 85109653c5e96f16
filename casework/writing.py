"""Single rows as every act writes them: composed once for each kind of thing, and prepared by the database.

Django composes each INSERT and UPDATE anew, which takes it three times as long as PostgreSQL needs to write the row. Triggers
and constraints judge as ever, and raise as by Django's own ways.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from casework.statements import rows_of


def insert(thing: models.Model) -> None:
    """Write a new thing; an id that the database gives stands in it afterwards."""
    words, fields, gives_id = _inserting(type(thing))
    (found,) = rows_of(words, _values(thing, fields, add=True))
    if gives_id:
        thing.pk = found[0]
    thing._state.adding, thing._state.db = False, connection.alias


def insert_unless_there(thing: models.Model) -> None:
    """Write a new thing, unless one stands there already that it may not stand beside."""
    words, fields, _ = _inserting(type(thing))
    rows_of(words.replace(" RETURNING", " ON CONFLICT DO NOTHING RETURNING"), _values(thing, fields, add=True))


def update(thing: models.Model) -> None:
    """Write every field of a thing that is there."""
    words, fields = _updating(type(thing))
    if not rows_of(words, [*_values(thing, fields, add=False), thing.pk]):
        raise models.ObjectDoesNotExist(f"{thing._meta.label} {thing.pk} is gone")


def _values(thing: models.Model, fields: list[Any], *, add: bool) -> list[Any]:
    ours = connections[DEFAULT_DB_ALIAS]  # the one that is asked for again at each value costs more than the values
    values = ((field, field.pre_save(thing, add)) for field in fields)
    return [value if value is None else field.get_db_prep_save(value, ours) for field, value in values]


@cache
def _inserting(model: type[models.Model]) -> tuple[str, list[Any], bool]:
    gives_id = isinstance(model._meta.pk, models.AutoField)
    fields = [field for field in _written(model) if not (gives_id and field.primary_key)]
    columns, places = ", ".join(map(_column, fields)), ", ".join(map(_place, fields))
    words = f"INSERT INTO {_table(model)} ({columns}) VALUES ({places}) RETURNING {_column(model._meta.pk)}"  # noqa: S608 - names of the house's own
    return words, fields, gives_id


@cache
def _updating(model: type[models.Model]) -> tuple[str, list[Any]]:
    fields = [field for field in _written(model) if not field.primary_key]
    places = ", ".join(f"{_column(field)} = {_place(field)}" for field in fields)
    return f"UPDATE {_table(model)} SET {places} WHERE {_column(model._meta.pk)} = %s RETURNING 1", fields  # noqa: S608 - see above


def _written(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.generated]


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: Any) -> str:
    return connection.ops.quote_name(field.column)


def _place(field: Any) -> str:
    """Where a value goes; an array says of what."""
    asks = getattr(field, "get_placeholder", None)
    return str(asks(None, None, connection)) if asks else "%s"
