"""The demonstration, built once for all tests of this folder, and given back to each as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections, transaction
from django.test import override_settings
from psycopg import sql
from pytest_django import DjangoDbBlocker

from frameworks import clock
from tests import template
from tests.access.people import Browsers
from tests.access.reading import addresses
from tests.database import as_owner, cloned_database
from tests.template import django_uses

BUILT_FROM = ("[!.v]*/**/*.py", "frameworks/packs/*.toml", "demo/material/**/*", "requirements/app.txt")


@pytest.fixture(scope="session")
def file_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration's papers lie."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def demo_database(django_db_blocker: DjangoDbBlocker, file_store: Path) -> Iterator[str]:
    """A database with everything that ``manage.py demo`` builds; Django uses it only in the tests that ask for it.

    It takes a minute to build, so it is kept for another run on the same day with the same code.
    """
    elsewhere = connections.settings["default"]["NAME"]
    addresses()  # read before DEMO is set, which would add one
    with django_db_blocker.unblock(), cloned_database() as name:
        with as_owner() as owner:
            _fill(owner, name, file_store)
        with django_uses(NAME=elsewhere):
            yield name


def _fill(owner: psycopg.Connection, name: str, file_store: Path) -> None:
    dump = template.KEPT / f"demonstration-{clock.today()}-{template.fingerprint(*BUILT_FROM)}.dump"
    papers = dump.with_suffix(".papers")
    if template.is_ours(owner) and dump.exists():
        connections["default"].close()
        owner.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        template.restore(owner, name, dump)
        copytree(papers, file_store, dirs_exist_ok=True)
        return
    with override_settings(DEMO=True, FILE_STORE=file_store):
        call_command("demo", verbosity=0)
    if template.is_ours(owner):
        for old in template.KEPT.glob("demonstration-*"):
            rmtree(old) if old.is_dir() else old.unlink()
        copytree(file_store, papers)
        template.keep(owner, name, dump)


@pytest.fixture
def demo(
    demo_database: str, django_db_blocker: DjangoDbBlocker, file_store: Path, settings: Any, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """The demonstration for one test, whose changes are undone when it ends."""
    caplog.set_level("ERROR", "django.request")  # that somebody is refused is what is tried
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = file_store
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"  # a sign-in outlives what is undone
    with django_db_blocker.unblock(), django_uses(NAME=demo_database), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def browsers() -> Browsers:
    """A browser for each person, signed in when first needed."""
    return Browsers()
