"""The integrated chronology is frozen where it lies: PostgreSQL hashes every entry and keeps the rows, in one statement.

To fetch 20,000 entries and hash them here took nine seconds of somebody's page. The database writes each entry's facts and
words exactly as ``versions.digest`` does, which is what they are checked against whenever they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from agencies.models import Person
from chronology.models import Chronology, Entry, FrozenRow, FrozenVersion, IntegratedChronology
from chronology.versions import FROZEN
from frameworks import clock


def freeze(
    integrated: IntegratedChronology, chronologies: Sequence[Chronology], *, words: str, changes: dict[str, int], by: Person
) -> FrozenVersion:
    """Keep which version of every entry stands where now, with a hash of each and one over all.

    ``changes`` says how many differ from the version before (``changes_since``); none where there was none.
    """
    pk = uuid4()
    entries, sha256 = _keep_rows(pk, [each.pk for each in chronologies])
    return FrozenVersion.objects.create(
        pk=pk,
        integrated=integrated,
        number=integrated.last_frozen,
        words=words,
        frozen_by=by,
        frozen_at=clock.now(),
        fields=list(FROZEN),
        agencies=[{"agency": each.agency.name, "entries": each.entry_count} for each in chronologies],
        changes=changes,
        entries=entries,
        sha256=sha256,
    )


def changes_since(before: FrozenVersion, chronologies: Sequence[Chronology]) -> dict[str, int]:
    """How many entries were added, say something else, or no longer stand since a version was frozen."""
    with connection.cursor() as cursor:
        cursor.execute(_differing(), [before.pk, [each.pk for each in chronologies]])
        return dict(zip(("added", "changed", "gone"), cursor.fetchone(), strict=True))


@cache
def _differing() -> str:
    return f"""
        SELECT count(*) FILTER (WHERE was.entry_id IS NULL),
            count(*) FILTER (WHERE was.version <> entry.version), count(*) FILTER (WHERE entry.id IS NULL)
        FROM (SELECT entry_id, version FROM {FrozenRow._meta.db_table} WHERE frozen_id = %s) AS was
        FULL JOIN (
            SELECT id, version FROM {Entry._meta.db_table} WHERE chronology_id = ANY(%s) AND struck_at IS NULL
        ) AS entry ON entry.id = was.entry_id
    """  # noqa: S608 - only names that this house keeps stand in its words


def _keep_rows(frozen: UUID, chronologies: list[UUID]) -> tuple[int, str]:
    """Write a row for every standing entry; returns how many there are and the hash over all."""
    with connection.cursor() as cursor:
        cursor.execute(_keeping(), [chronologies, frozen])
        entries, sha256 = cursor.fetchone()
    return entries, sha256


@cache
def _keeping() -> str:
    """The statement, written once; only names that this house keeps stand in its words."""
    lines = "string_agg(concat(place, ' ', id, ' ', version, ' ', sha256, chr(10)), '' ORDER BY place)"
    return f"""
        WITH standing AS ({_standing()}),
        kept AS (
            INSERT INTO {FrozenRow._meta.db_table} (frozen_id, entry_id, chronology_id, version, place, sha256)
            SELECT %s, id, chronology_id, version, place, sha256 FROM standing
        )
        SELECT count(*), encode(sha256(convert_to(coalesce({lines}, ''), 'UTF8')), 'hex') FROM standing
    """  # noqa: S608 - see above


def _standing() -> str:
    """The entries of some chronologies by time: which version of each stands where, and its hash."""
    said = {name: _in_json(Entry._meta.get_field(name)) for name in FROZEN}
    said |= {"chronology": "to_json(chronology_id)::text", "number": "number::text"}
    told = " || ',' || ".join(f"'\"{name}\":' || coalesce({value}, 'null')" for name, value in sorted(said.items()))
    return f"""
        SELECT id, chronology_id, version, row_number() OVER (ORDER BY order_key, number, id) AS place,
            encode(sha256(convert_to('{{' || {told} || '}}', 'UTF8')), 'hex') AS sha256
        FROM {Entry._meta.db_table} WHERE chronology_id = ANY(%s) AND struck_at IS NULL
    """  # noqa: S608 - see above


def _in_json(field: Any) -> str:
    """How the database writes a fact or a word in JSON, as ``json.dumps`` writes what ``as_json`` makes of it."""
    column = f'"{field.column}"'
    if isinstance(field, models.DateField):
        column = f"to_char({column}, 'YYYY-MM-DD')"
    elif isinstance(field, models.TimeField):
        column = f"replace(to_char({column}, 'HH24:MI:SS.US'), '.000000', '')"
    return f"array_to_json({column})::text" if isinstance(field, ArrayField) else f"to_json({column})::text"
