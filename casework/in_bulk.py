"""Thousands of new rows at once, as PostgreSQL takes them in quickest."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, connections, models
from psycopg import sql


def write_new(things: Sequence[models.Model]) -> None:
    """Write new things of one kind. Their ids stand in them already, or are given by the database and not told.

    A statement with a place for each value of each row costs four times as long as COPY. Triggers and constraints
    judge these rows as any others; what they refuse is raised as by Django's own ways.
    """
    if not things:
        return
    model = type(things[0])
    fields = [field for field in model._meta.concrete_fields if not field.generated and not isinstance(field, models.AutoField)]
    columns = sql.SQL(", ").join(sql.Identifier(str(field.column)) for field in fields)
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)
    connection = connections[DEFAULT_DB_ALIAS]  # the one that is asked for again at each value costs more than the values
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(words) as copy:
        for thing in things:
            values = ((field, field.pre_save(thing, add=True)) for field in fields)
            copy.write_row([value if value is None else field.get_db_prep_save(value, connection) for field, value in values])
            thing._state.adding = False
