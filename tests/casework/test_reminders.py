"""Reminders: nine in London, each once, whatever happens to Redis, the worker or the clock's beat."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from email import message_from_bytes
from itertools import product
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
import redis
from aiosmtpd.controller import Controller

from agencies.roles import Holder
from casework import deadlines, notices, reminders, workflow
from casework.models import Case, Deadline, Notice
from casework.tasks import send_notices
from frameworks import clock
from tests.database import ROOT, served
from tests.makers.cast import Cast, make_cast

LONDON = clock.LONDON


def _case(cast: Cast) -> Case:
    return workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)


def _due(case: Case, on: date, rule: str = "answer") -> Deadline:
    return deadlines.promise(
        case,
        case,
        rule=rule,
        label="Something about a child",
        ends="case.close",
        holder=Holder("manager", case.board_id),
        due_on=on,
        why="agreed",
        source="meeting",
    )


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


LOOKS = (0, 7, 8, 9, 10, 23)  # hours of a day at which the clock looks


@pytest.mark.django_db
@pytest.mark.parametrize("due", [date(2027, 3, 29), date(2027, 11, 1), date(2028, 2, 29)])
def test_a_reminder_is_written_at_nine_in_london_on_both_sides_of_a_clock_change(due: date) -> None:
    with clock.travelling(_at(due - timedelta(days=30), 12)):
        _due(_case(make_cast()), due)
    written: list[tuple[date, int]] = []
    for day, hour in product(range(-12, 18), LOOKS):
        with clock.travelling(_at(due + timedelta(days=day), hour)):
            before = Notice.objects.count()
            reminders.write_due()
            local = clock.now().astimezone(LONDON)
            written += [(local.date(), local.hour)] * (Notice.objects.count() - before)
    days = list(reminders.days_of(Deadline.objects.get(), until=date(2030, 1, 1)))
    assert written == [(day, 9) for day in days]
    assert len(days) == 6


@pytest.mark.django_db
def test_a_beat_that_stood_still_for_two_days_makes_every_reminder_good_once() -> None:
    today = clock.today()
    case = _case(make_cast())
    with clock.travelling(_at(today + timedelta(days=1), 8)):
        _due(case, today + timedelta(days=20))
        days = list(reminders.days_of(Deadline.objects.get(), until=date(2099, 1, 1)))
    with clock.travelling(_at(days[-1] + timedelta(days=2), 10)):
        reminders.write_due()
        reminders.write_due()
    assert sorted(key.rsplit(":", 2)[1] for key in Notice.objects.values_list("key", flat=True)) == [str(day) for day in days]


@pytest.mark.django_db
def test_a_message_names_the_reference_and_nothing_else_of_the_case(mailoutbox: list[Any]) -> None:
    case = _case(make_cast())
    with clock.travelling(clock.now() - timedelta(days=40)):
        _due(case, clock.today() + timedelta(days=39))
    reminders.write_due()
    notices.send_all()
    assert mailoutbox
    for message in mailoutbox:
        text = f"{message.subject} {message.body} {message.extra_headers}"
        assert case.reference in text
        assert "Child A" not in text
        assert "Something about a child" not in text


@pytest.mark.django_db
def test_nothing_goes_to_somebody_who_may_not_see_it_any_more(mailoutbox: list[Any]) -> None:
    cast = make_cast()
    case = _case(cast)
    notices.write(cast.author, key="x", subject=case.reference, body="Sign in.", about=case)
    assert notices.send_all() == 0
    assert mailoutbox == []
    assert Notice.objects.get().dropped_because == "no longer visible to the recipient"


# --- with a real worker, a real Redis and a real mail server -------------------------------------------------------


class Post:
    """A mail server that keeps what it is given, and takes its time."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.ids.append(message_from_bytes(envelope.content)["Message-ID"])
        return "250 taken"


@contextlib.contextmanager
def _post_office() -> Iterator[tuple[Post, str]]:
    post = Post()
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()


def _write_many(count: int) -> set[str]:
    cast = make_cast()
    case = _case(cast)
    for number in range(count):
        notices.write(cast.manager, key=f"trial:{number}", subject=case.reference, body="Sign in.", about=case)
    return {notices.message_id(pk) for pk in Notice.objects.values_list("pk", flat=True)}


SENDERS = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()
from datetime import timedelta
from casework import notices
notices.LEASE = timedelta(seconds=1)
for _ in sys.stdin:
    worker = os.fork()
    if not worker:
        notices.send_all()
        os._exit(0)
    print(worker, flush=True)
    os.waitpid(worker, 0)
"""


@contextlib.contextmanager
def _workers(environment: dict[str, str]) -> Iterator[Callable[[], int]]:
    """Starts a worker each time it is asked to, once the one before has ended; the last is waited for."""
    command = [sys.executable, "-c", SENDERS]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as senders:

        def start() -> int:
            assert senders.stdin
            assert senders.stdout
            senders.stdin.write(b"\n")
            senders.stdin.flush()
            return int(senders.stdout.readline())

        yield start


KILLED_AFTER = (40, 1, 70, 20)  # messages that each of four workers has handed over


@pytest.mark.slow
def test_a_worker_killed_while_sending_loses_nothing_and_doubles_nothing(fresh_database: str) -> None:
    expected = _write_many(300)
    with _post_office() as (post, address):
        environment = os.environ | {
            "DATABASE_URL": _with_database(os.environ["DATABASE_URL"], fresh_database),
            "EMAIL_URL": address,
        }
        with _workers(environment) as start:
            for more in KILLED_AFTER:
                worker = start()
                _wait_until(len(post.ids) + more, post)
                os.kill(worker, signal.SIGKILL)
            assert set(post.ids) < expected
            time.sleep(1.2)
            start()
    assert set(post.ids) == expected
    assert not Notice.objects.filter(sent_at__isnull=True).exists()
    assert len(post.ids) - len(expected) <= len(KILLED_AFTER)


def _wait_until(count: int, post: Post) -> None:
    until = time.monotonic() + 60
    while len(post.ids) < count:
        assert time.monotonic() < until, f"{len(post.ids)} messages after a minute"
        time.sleep(0.001)


def _with_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@pytest.mark.slow
def test_redis_may_lose_everything_it_holds(fresh_database: str) -> None:
    expected = _write_many(60)
    with _post_office() as (post, address), served(fresh_database, EMAIL_URL=address) as stack:
        send_notices.delay()
        redis.Redis.from_url(stack.environment["REDIS_URL"].replace("redis+socket", "unix").split("?")[0]).flushall()
        deadline = time.monotonic() + 60
        while set(post.ids) != expected and time.monotonic() < deadline:
            send_notices.delay()  # what beat does each minute
            time.sleep(0.25)
    assert set(post.ids) == expected
    assert len(post.ids) == len(expected)
