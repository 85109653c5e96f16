"""The demonstration, built once for all tests of this folder, and given back to each as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from frameworks import clock
from tests import template
from tests.access.people import Browsers
from tests.access.reading import addresses
from tests.access.trial import undone
from tests.access.world import visit
from tests.database import cloned_database
from tests.template import django_uses

BUILT_FROM = (
    *(f"{stage}/**/*.py" for stage in settings.STAGES),
    "frameworks/packs/*.toml",
    "demo/material/**/*",
    "templates/overview/**/*.html",
    "requirements/app.txt",
)


@pytest.fixture(scope="session")
def file_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration's papers lie, for every process of this run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "files"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def demo_database(django_db_blocker: DjangoDbBlocker, file_store: Path) -> Iterator[str]:
    """A database with everything that ``manage.py demo`` builds; Django uses it only in the tests that ask for it.

    It takes a minute to build, so it is kept for another run on the same day with the same code.
    """
    elsewhere = connections.settings["default"]["NAME"]
    addresses()  # read before DEMO is set, which would add one
    with django_db_blocker.unblock(), cloned_database(partial(_made_once, file_store)) as name, django_uses(NAME=elsewhere):
        yield name


def _made_once(file_store: Path, owner: psycopg.Connection) -> str:
    return template.make_once(owner, "demonstration", partial(_make, file_store))


def _make(file_store: Path, owner: psycopg.Connection, database: str) -> None:
    dump = template.KEPT / f"demonstration-{clock.today()}-{template.fingerprint(*BUILT_FROM)}.dump"
    papers = dump.with_suffix(".papers")
    if template.is_ours(owner) and dump.exists():
        template.create(owner, database)
        template.restore(owner, database, dump)
        copytree(papers, file_store, dirs_exist_ok=True)
        return
    template.create(owner, database, like=template.make(owner))
    with django_uses(NAME=database), override_settings(DEMO=True, FILE_STORE=file_store):
        call_command("demo", verbosity=0)
    if template.is_ours(owner):
        for old in template.KEPT.glob("demonstration-*"):
            rmtree(old) if old.is_dir() else old.unlink()
        copytree(file_store, papers)
        template.keep(owner, database, dump)


@contextmanager
def _inside(database: str, file_store: Path) -> Iterator[None]:
    different = {"SECOND_FACTOR_REQUIRED": False, "FILE_STORE": file_store}
    different["SESSION_ENGINE"] = "django.contrib.sessions.backends.signed_cookies"  # a sign-in outlives what is undone
    with override_settings(**different), django_uses(NAME=database), undone():
        yield


@pytest.fixture
def demo(demo_database: str, django_db_blocker: DjangoDbBlocker, file_store: Path, quiet_refusals: None) -> Iterator[None]:
    """The demonstration for one test, whose changes are undone when it ends."""
    with django_db_blocker.unblock(), _inside(demo_database, file_store):
        yield


@pytest.fixture(scope="module")
def visited(demo_database: str, django_db_blocker: DjangoDbBlocker, file_store: Path) -> Iterator[None]:
    """The demonstration for the tests of a module, after somebody came and somebody left."""
    with django_db_blocker.unblock(), _inside(demo_database, file_store):
        visit()
        yield


@pytest.fixture
def demo_visited(visited: None, quiet_refusals: None) -> Iterator[None]:
    """The same for one test, whose changes are undone when it ends."""
    with undone():
        yield


@pytest.fixture
def quiet_refusals(caplog: pytest.LogCaptureFixture) -> None:
    """That somebody is refused is what is tried."""
    caplog.set_level("ERROR", "django.request")


@pytest.fixture(scope="session")
def browsers() -> Browsers:
    """A browser for each person, signed in when first needed."""
    return Browsers()
