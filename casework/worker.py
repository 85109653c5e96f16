"""Calling the worker: a wake-up that may be lost, for work that the database remembers."""

from __future__ import annotations

import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def call_after_commit(task: str, *words: str) -> None:
    """Have the worker do a task, by its name, once what it works on is there. Where nobody hears, the clock finds the work."""
    transaction.on_commit(lambda: _call(task, *words))


def _call(task: str, *words: str) -> None:
    try:
        current_app.send_task(task, words, ignore_result=True)
    except OperationalError:
        logger.warning("the worker could not be called to %s; the clock will", task)
