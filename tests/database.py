"""The databases of the tests: real ones, migrated by their owner and used in the application's own role.

`pytest` alone is enough: a PostgreSQL and a Redis of its own are started for the run and gone after it, unless
DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL name others. The tables are made once for the run, in a template
of which every worker of the run, and every test that commits, gets a copy.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
import pytest
from django.conf import settings
from django.db import transaction
from psycopg import sql
from pytest_django import DjangoDbBlocker

from config import celery_app
from tests import template

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds for a served application to answer


# --- the services of one run --------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Starts the services before the settings are read; they end with this process, however it ends."""
    os.environ["CHAPTER8_TEST"] = "1"
    os.environ.setdefault(template.RUN, uuid.uuid4().hex[:8])
    if not os.environ.get("DATABASE_URL"):
        _start_services(early_config)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].partition('?')[0]}?virtual_host={worker}"


def _start_services(early_config: pytest.Config) -> None:
    keeper = subprocess.Popen(
        [sys.executable, ROOT / "script" / "services.py", "keep"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    early_config.add_cleanup(lambda: _let_go(keeper))
    where = keeper.stdout.readline()
    if not where:
        raise pytest.UsageError("PostgreSQL and Redis did not start; the reason stands above.")
    os.environ.update(json.loads(where))


def _let_go(keeper: subprocess.Popen[bytes]) -> None:
    keeper.stdin.close()
    keeper.stdout.close()
    keeper.wait(PATIENCE)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A server that was lent is given back as it was."""
    if not hasattr(session.config, "workerinput"):
        with as_owner() as owner:
            template.drop_all(owner)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark and mark.kwargs.get("transaction"):
            raise pytest.UsageError(f"{item.nodeid}: the log cannot be emptied, so use the fixture fresh_database.")


# --- databases ----------------------------------------------------------------------------------


@contextlib.contextmanager
def as_owner(database: str = "postgres") -> Iterator[psycopg.Connection]:
    """A connection outside Django in the role that owns the tables, each statement a transaction of its own."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], dbname=database, autocommit=True) as connection:
        yield connection


@contextlib.contextmanager
def cloned_database(make: Callable[[psycopg.Connection], str] = template.make) -> Iterator[str]:
    """A copy of a database (of the empty one with all tables, unless told), which Django uses until the block ends."""
    name = f"chapter8_test_{uuid.uuid4().hex[:12]}"
    with as_owner() as owner:
        template.create(owner, name, like=make(owner))
    try:
        with template.django_uses(NAME=name):
            yield name
    finally:
        with as_owner() as owner:
            owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database in which the tests marked django_db run, each in a transaction that is rolled back."""
    with django_db_blocker.unblock(), cloned_database():
        yield


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a module's fixtures write stays for all of its tests; what a test writes goes with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def fresh_database(django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database of the test's own, for tests that commit: with threads, with workers, with a served application."""
    with django_db_blocker.unblock(), cloned_database() as name:
        yield name


# --- the whole application, served ---------------------------------------------------------------


@dataclass(frozen=True)
class LiveStack:
    """A web server, and a worker where one is wanted, on a database that the test itself sees through Django too."""

    url: str
    database: str
    environment: dict[str, str]
    web: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def served(database: str, *, has_worker: bool = True, **different: str) -> Iterator[LiveStack]:
    """Serves a database on a free port until the block ends; `different` overrides variables of the environment."""
    celery_app.control.purge()
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": _with_name(os.environ["DATABASE_URL"], database),
        "SECRET_KEY": settings.SECRET_KEY,
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "CHAPTER8_SERVED": "1",  # with the files that set-up collected, as people get them
        "WEB_PROCESSES": "1",  # four threads answer; a second process would only read every template once more
        **different,
    }
    programs = Path(sys.executable).parent
    commands = [[programs / "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]]
    if has_worker:
        commands.append([programs / "celery", "-A", "config", "worker", "--concurrency=1", *QUIET_WORKER])
    with contextlib.ExitStack() as running:
        web, *workers = (running.enter_context(_running(command, environment)) for command in commands)
        url = environment["SITE_URL"]
        _wait_until_served(url, web)
        for worker in workers:
            _wait_until_working(worker)
        yield LiveStack(url, database, environment, web, workers)


QUIET_WORKER = ["--loglevel=warning", "--without-gossip", "--without-mingle", "--without-heartbeat"]


@contextlib.contextmanager
def _running(command: list[str | Path], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):  # at once: its database goes too, and browsers keep connections open
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _with_name(url: str, database: str) -> str:
    """The same server and role, another database."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{database}"))


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def _wait_until_served(url: str, web: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and web.poll() is None:
        with contextlib.suppress(URLError):
            with contextlib.suppress(HTTPError), urlopen(f"{url}/account/login/", timeout=PATIENCE):
                pass
            return
        time.sleep(0.1)
    raise RuntimeError(f"{url} was not served within {PATIENCE} seconds.")


def _wait_until_working(worker: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and worker.poll() is None:
        if celery_app.control.ping(timeout=0.5, limit=1):
            return
    raise RuntimeError(f"The worker did not answer within {PATIENCE} seconds.")
