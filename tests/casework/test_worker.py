"""Calling the worker when nobody can hear it."""

from __future__ import annotations

from typing import Any

import pytest
from celery import Celery
from django.db import transaction

from casework.worker import call_after_commit


def read(word: str) -> None:
    """What the worker would do with a word."""


@pytest.mark.django_db
def test_a_lost_redis_stops_no_act(django_capture_on_commit_callbacks: Any, caplog: Any, tmp_path: Any) -> None:
    nobody = Celery("nobody", broker=f"redis+socket://{tmp_path}/nobody-listens-here", set_as_current=False)
    nobody.conf.broker_connection_retry = False
    nobody.conf.task_publish_retry = False
    task = nobody.task(read, name="read the file")
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        call_after_commit(task, "words of a case")
    assert "the worker could not be called to read the file; the clock will" in caplog.text
    assert "words of a case" not in caplog.text
