"""Writes a unit again: new ids, new numbers, new names, and a log that is chained anew and can be believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from types import SimpleNamespace
from uuid import NAMESPACE_OID, uuid5

import psycopg
from django.db import models
from psycopg import sql

from bench.unit import Model, Row, Unit, columns_of, is_numbered, pattern_of, stored_fields, tables
from casework import log
from casework.models import ChainHead, LogEntry

Head = tuple[int, bytes]


@dataclass(frozen=True)
class Copy:
    """What became of each id, name and number of a unit that was written again."""

    ids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    numbers: dict[Model, dict[str, str]] = field(default_factory=dict)


class Press:
    """Writes copies through one connection of the tables' owner, each in a transaction of its own.

    The triggers stay on: a copy brings its own log, so the completeness guard finds a footprint for each of its states.
    """

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection
        self.next = {model: count(self._last_number(model) + 1) for model in tables() if is_numbered(model)}
        heads = connection.execute(_on(ChainHead, "SELECT chain::text, seq, hash FROM {}"))
        self.heads: dict[str, Head] = {chain: (seq, bytes(last)) for chain, seq, last in heads}

    def print(self, unit: Unit, mark: str, *, onto: Copy | None = None, names: Mapping[str, str] | None = None) -> Copy:
        """Write a unit again. ``mark`` tells this copy from every other; ``onto`` is the copy of the board it belongs to.

        ``names`` gives the new names; where there are none, they are made with the mark.
        """
        copy = self._renamed(unit, mark, onto or Copy(), renewed(unit.names, mark) if names is None else names)
        replace = replacer(copy)
        with self.connection.transaction():
            for model, rows in unit.rows.items():
                again = [self._row(unit, copy, model, row, replace) for row in rows]
                self._write(model, self._chained(again) if model is LogEntry else again)
        return copy

    def finish(self) -> None:
        """New rows get numbers behind those that were written here; the planner learns how much there is."""
        for model in self.next:
            table = model._meta.db_table
            self.connection.execute(
                sql.SQL("SELECT setval(pg_get_serial_sequence({}, {}), greatest(max({}), 1)) FROM {}").format(
                    sql.Literal(table),
                    sql.Literal(model._meta.pk.column),
                    sql.Identifier(model._meta.pk.column),
                    sql.Identifier(table),
                )
            )
        self.connection.execute("VACUUM (ANALYZE)")

    def _last_number(self, model: Model) -> int:
        pk = sql.Identifier(model._meta.pk.column)
        row = self.connection.execute(_on(model, "SELECT coalesce(max({}), 0) FROM {}", pk)).fetchone()
        return int(row[0]) if row else 0

    def _renamed(self, unit: Unit, mark: str, onto: Copy, names: Mapping[str, str]) -> Copy:
        room = uuid5(NAMESPACE_OID, mark)
        copy = Copy(dict(onto.ids), onto.names | dict(names), dict(onto.numbers))
        for model in unit.rows:
            if is_numbered(model):
                new = {old: str(next(self.next[model])) for old in unit.ids(model)}
                copy.numbers[model] = copy.numbers.get(model, {}) | new
            for name in own_ids(model):
                copy.ids.update((old, str(uuid5(room, old))) for old in unit.values(model, name))
        return copy

    def _row(self, unit: Unit, copy: Copy, model: Model, row: Row, replace: Callable[[str], str]) -> Row:
        again = list(row)
        for place, target in pointers(model):
            value = row[place]
            if value is not None:
                known = copy.ids if target is None else copy.numbers.get(target, {})
                again[place] = known.get(value, value)
        for place in unit.speaking[model]:
            value = row[place]
            if value is not None:
                again[place] = replace(value)
        return again

    def _chained(self, rows: list[Row]) -> list[Row]:
        """Entries of the log behind the heads of their chains, each with the hash that it must carry there."""
        names = [each.attname for each in stored_fields(LogEntry)]
        entries = [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in rows]
        moved = {}
        for entry in sorted(entries, key=lambda each: (each.chain, int(each.seq))):
            seq, prev = self.heads.get(entry.chain, (0, b""))
            entry.seq = seq + 1
            digest = log.hash_of(entry, prev)
            entry.prev, entry.hash = f"\\x{prev.hex()}", f"\\x{digest.hex()}"
            self.heads[entry.chain] = moved[entry.chain] = (entry.seq, digest)
        self.connection.cursor().executemany(
            _on(
                ChainHead,
                "INSERT INTO {} (chain, seq, hash) VALUES (%s, %s, %s) "
                "ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
            ),
            [(chain, seq, digest) for chain, (seq, digest) in moved.items()],
        )
        return [[getattr(entry, name) for name in names] for entry in entries]

    def _write(self, model: Model, rows: list[Row]) -> None:
        if not rows:
            return
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns_of(model))
        with self.connection.cursor().copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


@cache
def pointers(model: Model) -> list[tuple[int, Model | None]]:
    """The places of the columns that hold an id (None) or a number of a row of some model."""
    found: list[tuple[int, Model | None]] = []
    for place, each in enumerate(stored_fields(model)):
        target = model if each.primary_key else each.related_model
        if target is not None and is_numbered(target):
            found.append((place, target))
        elif isinstance(each, models.UUIDField) or target is not None:
            found.append((place, None))
    return found


def own_ids(model: Model) -> list[str]:
    """The fields that hold an id of the row itself, not of another."""
    return [each.name for each in stored_fields(model) if isinstance(each, models.UUIDField) and each.unique]


def renewed(names: frozenset[str], mark: str) -> dict[str, str]:
    """A new name for each: a reference follows its board's new prefix, anything else bears the mark."""
    copy = Copy()
    for name in sorted(names, key=len):
        said = replacer(copy)(name)
        copy.names[name] = _marked(name, mark) if said == name else said
    return copy.names


def replacer(copy: Copy) -> Callable[[str], str]:
    """Puts in a text, for every id and name that was renewed, the new one."""
    new = copy.ids | copy.names
    pattern = pattern_of(copy.names)
    return lambda text: pattern.sub(lambda match: new.get(match[0], match[0]), text)


def _marked(name: str, mark: str) -> str:
    if "@" in name:
        return f"{mark.lower()}.{name}"
    return f"{name} {mark}" if " " in name else f"{name}{mark}"


def _on(model: Model, words: str, *before: sql.Composable) -> sql.Composed:
    return sql.SQL(words).format(*before, sql.Identifier(model._meta.db_table))  # type: ignore[arg-type]
