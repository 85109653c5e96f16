"""What every test may ask for, and how the tests are shared out."""

from __future__ import annotations

import gc
from typing import Any

import hypothesis
import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.browser import browser
from tests.database import django_db_setup, fresh_database, kept

__all__ = ["browser", "django_db_setup", "fresh_database", "kept"]

# What a machine under load takes longer for is no fault.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")

# The longest begin, in this order; the many small ones at the end are dealt out singly, so that no process waits for another.
FIRST = (
    "tests/access/test_demonstration.py",  # builds what the other tests of its folder need
    "tests/journeys/test_whole_life.py",
    "tests/access/test_canaries.py",
    "tests/journeys/",
    "tests/script/",
)
LAST = "tests/access/test_matrix.py"


class Shared(LoadScopeScheduling):
    """The tests of a file go to one process, which then makes their world once; those of the last file go singly."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(LAST) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: Any, log: Any) -> LoadScopeScheduling:
    return Shared(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place(item.nodeid))


def pytest_collection_finish() -> None:
    """What stands until the end is not looked through for garbage again and again, the rest seldom: a twentieth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000_000, 10, 10)


def _place(nodeid: str) -> int:
    if nodeid.startswith(LAST):
        return len(FIRST) + 1
    return next((place for place, begins in enumerate(FIRST) if nodeid.startswith(begins)), len(FIRST))
