"""Calling the worker when nobody can hear it."""

from __future__ import annotations

from typing import Any

import pytest
from celery import Celery
from django.db import transaction

import overview.workflow
from casework.worker import call_after_commit
from chronology import importing, proposing
from chronology.exporting import printing
from config import celery_app

TASKS = (importing.TASK, printing.TASK, proposing.TASK, overview.workflow.TASK)


def test_the_worker_knows_every_task_that_is_called() -> None:
    celery_app.loader.import_default_modules()
    assert set(TASKS) <= celery_app.tasks.keys()


@pytest.mark.django_db
def test_a_lost_redis_stops_no_act(django_capture_on_commit_callbacks: Any, caplog: Any, tmp_path: Any) -> None:
    nobody = Celery("nobody", broker=f"redis+socket://{tmp_path}/nobody-listens-here", set_as_current=False)
    nobody.conf.broker_connection_retry = False
    nobody.conf.task_publish_retry = False
    nobody.set_current()
    try:
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            call_after_commit("read the file", "words of a case")
    finally:
        celery_app.set_current()
    assert "the worker could not be called to read the file; the clock will" in caplog.text
    assert "words of a case" not in caplog.text
