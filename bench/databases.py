"""The two installations that are compared: the demonstration, and a nation's grown from it. Both are kept between runs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from bench.generate import Size, generate, size_of

DEMO = "bench_demo"
BOARD = "NSCB"  # the prefix of the demonstration's first board, of which the others are copies


def name_of(size: Size) -> str:
    """The database of an installation of this size."""
    return f"bench_{size.boards}_{size.cases}_{size.people}_{size.entries}"


def url_of(database: str, *, owner: bool = False) -> str:
    """Where a database of the bench is, for the application's role or for the owner of its tables."""
    return make_conninfo(os.environ["DATABASE_OWNER_URL" if owner else "DATABASE_URL"], dbname=database)


def environment(database: str) -> dict[str, str]:
    """What a process needs to work on one of the installations, and to find the programs that stand beside this Python."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "DATABASE_URL": url_of(database), "DJANGO_SETTINGS_MODULE": "bench.settings"}


def make_demo(*, fresh: bool) -> None:
    """Build the demonstration, or bring the one that is there to this version of the tables."""
    with as_owner() as owner:
        if fresh:
            _drop(owner, DEMO)
        if not _exists(owner, DEMO):
            owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DEMO)))
    _upgrade(DEMO)
    _manage("demo", environment(DEMO))


def make_large(size: Size, *, fresh: bool) -> None:
    """Grow a copy of the demonstration and prove that its permissions and its log hold, or upgrade the one that is there."""
    name, growing = name_of(size), f"{name_of(size)}_growing"
    with as_owner() as owner:
        if fresh:
            _drop(owner, name)
        if not _exists(owner, name):
            _drop(owner, growing)
            owner.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(growing), sql.Identifier(DEMO)))
            _grow(growing, size)
            owner.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(growing), sql.Identifier(name)))
    _upgrade(name)
    _manage("lengthen_case", environment(name), BOARD)  # one that was kept from before there was a long case
    with as_owner(name) as owner:
        owner.execute("VACUUM (ANALYZE) chronology_entry")  # as the database does by itself within a minute of so many rows


def grown_boards(database: str) -> list[str]:
    """The prefixes of the boards that were copied; the first copy is as large as what it was copied from."""
    with psycopg.connect(url_of(database)) as connection:
        copies = connection.execute(
            "SELECT prefix FROM agencies_board WHERE prefix LIKE %s AND prefix <> %s ORDER BY prefix", [f"{BOARD}%", BOARD]
        )
        return [prefix for (prefix,) in copies]


def describe(database: str) -> str:
    """How much there is in it."""
    with psycopg.connect(url_of(database)) as connection:
        return str(size_of(connection))


@contextmanager
def as_owner(database: str = "postgres") -> Iterator[psycopg.Connection]:
    """A connection in the role that owns the tables, each statement a transaction of its own."""
    with psycopg.connect(url_of(database, owner=True), autocommit=True) as connection:
        yield connection


def _grow(database: str, size: Size) -> None:
    began = time.monotonic()
    with as_owner(database) as owner:
        generate(owner, size, prefix=BOARD)
    _manage("lengthen_case", environment(database), BOARD)
    print(f"Generated {describe(database)} in {time.monotonic() - began:.0f} s.", flush=True)
    _manage("check_access", environment(database))
    _manage("verify_log", environment(database))


def _upgrade(database: str) -> None:
    _manage("upgrade", {**os.environ, "DATABASE_URL": url_of(database, owner=True)}, "--verbosity", "0")


def _manage(command: str, where: dict[str, str], *words: str) -> None:
    """Run one of the house's own commands; a fault that it finds ends the bench."""
    program = [sys.executable, "manage.py", command, *words]
    subprocess.run(program, cwd=settings.BASE_DIR, env=where, check=True)  # noqa: S603 - the house's own words


def _exists(owner: psycopg.Connection, database: str) -> bool:
    return owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone() is not None


def _drop(owner: psycopg.Connection, database: str) -> None:
    owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
