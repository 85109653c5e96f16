"""The application as it is served: what browsers fetch, a worker that answers, and nothing left afterwards."""

import re
from urllib.request import urlopen

import psutil
import pytest

from config import celery_app
from tests.database import served

pytestmark = pytest.mark.slow


def test_pages_and_the_worker_answer_and_nothing_is_left_running(fresh_database):
    with served(fresh_database, WEB_PROCESSES="2") as stack:
        pages_and_their_files_are_served(stack)
        the_worker_answers()
        family = [process for top in (stack.web, *stack.workers) for process in psutil.Process(top.pid).children(recursive=True)]
        assert len(family) >= 3
    _, left = psutil.wait_procs(family, timeout=5)
    assert [process for process in left if process.status() != psutil.STATUS_ZOMBIE] == []


def pages_and_their_files_are_served(stack):
    with urlopen(f"{stack.url}/account/login/", timeout=30) as answer:
        page = answer.read().decode()
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(addresses) >= 3
    for address in [*addresses, "/assets/images/icon-progress-tick.svg"]:
        with urlopen(stack.url + address, timeout=30) as answer:
            assert answer.status == 200, address


def the_worker_answers():
    replies = celery_app.control.ping(timeout=20, limit=1)
    assert [list(reply.values()) for reply in replies] == [[{"ok": "pong"}]]
