"""What every test may ask for, and how the tests are shared out."""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling

from tests.browser import browser
from tests.database import django_db_setup, fresh_database, kept, live_stack

__all__ = ["browser", "django_db_setup", "fresh_database", "kept", "live_stack"]

TOGETHER = "tests/access/"  # these build the demonstration, once


class Shared(LoadScopeScheduling):
    """The tests of a file go to one process, which then makes their world once; so do those of a folder that share one."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER if nodeid.startswith(TOGETHER) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: Any, log: Any) -> LoadScopeScheduling:
    return Shared(config, log)
