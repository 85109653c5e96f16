"""What is done by others while a browser is open: in a thread of its own, since the browser keeps the test's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def meanwhile(story: Callable[[], T]) -> T:
    """Let it be done, by the verbs, and come back with what came of it."""

    def told() -> T:
        try:
            return story()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as aside:
        return aside.submit(told).result()
