"""Statements that every page sends: Django writes one once, afterwards only its values change.

To build a statement costs Django more time than PostgreSQL needs to answer it, and a page of a case sends a dozen. A function
marked ``@statement`` says in the usual words what is asked, for values that are still open; it is compiled once in the life
of the process, and each connection has the database prepare it when it is first sent there.

    @statement
    def subjects_of(case: Any) -> Any:
        return Subject.objects.filter(case=case)

    subjects_of(case.pk)  # a list, asked anew each time
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, update_wrapper
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet, Value
from psycopg import Cursor, sql
from psycopg._preparing import PrepareManager


class Given(Value):
    """The place of a value that is known only when the statement is sent."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


class AnyOf(Value):
    """The place of several values, of which it must be one: ``filter(pk=AnyOf(ids))``."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "ANY(%s)", [self.value]


class Part(Value):
    """Some of the ids that another question finds, in its order: ``filter(pk=Part(found, first, many))``."""

    def __init__(self, found: QuerySet[Any], first: Given, many: Given) -> None:
        super().__init__((first, many))
        self.found = found

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        words, values = self.found.query.get_compiler(connection=connection).as_sql()
        first, many = self.value
        return f"ANY(ARRAY({words} LIMIT %s OFFSET %s))", [*values, many, first]


class PlannedAnew(Cursor[Any]):
    """Has the database plan a statement each time, where its values decide how it is best answered."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        return super().execute(query, params, **{**how, "prepare": False})


class NotOpen(Exception):
    """A statement holds a value that should have been given: it would be the same for ever."""


KEPT = 300  # statements that a connection keeps prepared: a few for each kind of thing


class Remembering(PrepareManager):
    """Keeps what the database has prepared for a connection when a transaction is rolled back.

    psycopg forgets all of it then, for what was prepared might speak of a table that is gone with the transaction. Ours make
    no tables, and after each refusal the next page would have everything planned anew.
    """

    prepare_threshold = 0  # when it is first sent
    prepared_max = KEPT

    def clear(self) -> bool:
        return False


def rows_of(words: str, given: Sequence[Any] | Mapping[str, Any], cursor_class: Any = Cursor) -> list[Any]:
    """What the database answers to a statement that always has the same words.

    Its values travel beside it, not within it as those of Django's own cursor, so that the database reads it once for each
    connection.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    session = connection.connection
    if not isinstance(session._prepared, Remembering):  # noqa: SLF001 - psycopg has no other place to say it
        session._prepared = Remembering()  # noqa: SLF001
    with connection._prepare_cursor(cursor_class(session)) as cursor:  # type: ignore[attr-defined]  # noqa: SLF001 - wrapped and counted as every cursor
        cursor.execute(words, given)
        return list(cursor.fetchall())


class Written(NamedTuple):
    """A statement in the database's words, the places of its values in order, and what makes things of the rows."""

    words: str
    places: list[int]
    compiler: Any
    converters: Any


def _another(thing: Any) -> Any:
    """A shallow copy, without all that a class does when it is asked for one."""
    new = object.__new__(type(thing))
    new.__dict__.update(thing.__dict__)
    return new


class Statement:
    """What a function asks, with its arguments left open until it is sent.

    ``takes`` says how many arguments it has where its signature does not, ``is_planned_anew`` that the database shall look at
    their values each time before it decides where to seek.
    """

    def __init__(self, asks: Callable[..., QuerySet[Any]], *, takes: int | None = None, is_planned_anew: bool = False) -> None:
        self.asks = asks
        self.takes = len(inspect.signature(asks).parameters) if takes is None else takes
        self.cursor_class = PlannedAnew if is_planned_anew else Cursor
        update_wrapper(self, asks)

    def __call__(self, *given: Any) -> list[Any]:
        """What the queryset holds for these values."""
        return self._things(self._rows(self._written.words, given))

    def part(self, first: int, many: int, *given: Any) -> list[Any]:
        """So many of it, from a place on."""
        return self._things(self._rows(f"{self._written.words} LIMIT %s OFFSET %s", given, many, first))

    def count(self, *given: Any) -> int:
        """How many it holds."""
        [(count,)] = self._rows(f"SELECT COUNT(*) FROM ({self._written.words}) AS counted", given)  # noqa: S608 - the house's own words
        return int(count)

    def _rows(self, words: str, given: Sequence[Any], *more: int) -> list[Any]:
        return rows_of(words, [*(given[place] for place in self._written.places), *more], self.cursor_class)

    def _things(self, rows: list[Any]) -> list[Any]:
        """What Django makes of rows that the database answered."""
        if not rows:
            return []
        written = self._written
        compiler = _another(written.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # this thread's
        compiler.execute_sql = lambda *_, **__: [rows]
        compiler.get_converters = lambda *_: written.converters
        query = _another(self._asked.query)
        query.get_compiler = lambda *_, **__: compiler
        asked = _another(self._asked)
        asked._query = query  # noqa: SLF001 - as Django's own cloning does
        return list(asked)

    @cached_property
    def _asked(self) -> QuerySet[Any]:
        return self.asks(*map(Given, range(self.takes)))

    @cached_property
    def _written(self) -> Written:
        compiler = self._asked.query.get_compiler(DEFAULT_DB_ALIAS)
        words, values = compiler.as_sql()
        places = [each.value for each in values if isinstance(each, Given)]
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        written = words.replace("%%", "%%%%") % tuple(map(self._in_words, values))  # what is doubled stays so until it is sent
        return Written(written, places, compiler, converters)

    def _in_words(self, value: Any) -> str:
        """A value that the function itself holds stands in the words, so that an index made for it can be chosen."""
        if isinstance(value, Given):
            return "%s"
        if isinstance(value, (date, UUID, list)):
            raise NotOpen(f"{self.asks.__qualname__}: {value}")
        return sql.Literal(value).as_string(None).replace("%", "%%")


def statement(asks: Callable[..., QuerySet[Any]]) -> Statement:
    """Make a statement of a function that gives a queryset."""
    return Statement(asks)
