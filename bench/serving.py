"""Serves an installation as the Procfile says, and weighs its processes."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psutil
from django.conf import settings

from bench.databases import environment
from bench.figures import Memory
from config import celery_app

PATIENCE = 60  # seconds for a process to be ready, or to end
KEEPER = "CHAPTER8_KEEPER"  # names the process that started PostgreSQL and Redis
MEGABYTE = 1_000_000


class NotServed(Exception):
    """A process of the installation did not start."""


@dataclass(frozen=True)
class Served:
    """An installation at its address."""

    url: str
    web: psutil.Process


@contextlib.contextmanager
def served(database: str, **different: str) -> Iterator[Served]:
    """The web server of an installation on a free port, until the block ends; `different` overrides its environment."""
    port = str(_free_port())
    url = f"http://127.0.0.1:{port}"
    where = {**environment(database), "PORT": port, "SITE_URL": url, **different}
    with _running("web", where) as web:
        _wait_until_served(url, web)
        yield Served(url, psutil.Process(web.pid))


def weigh(demo: Served, others: list[Served], database: str) -> Memory:
    """Start the demo's worker and its clock beside its web server, and read from the kernel what each process holds."""
    with _running("worker", environment(database)) as worker, _running("beat", environment(database)) as beat:
        _wait_until_working(worker)
        parts = {name: _share(psutil.Process(each.pid)) for name, each in (("worker", worker), ("beat", beat))}
        workers = [child for each in (demo, *others) for child in each.web.children()]
        return Memory(
            web_worker_resident=max(each.memory_info().rss for each in workers) / MEGABYTE,
            web_worker_share=max(each.memory_full_info().pss for each in workers) / MEGABYTE,
            demo={"web": _share(demo.web), **parts, **_services()},
        )


def _services() -> dict[str, float]:
    """PostgreSQL, with the sessions of both installations, Redis, and what started them, where they run on this machine."""
    if KEEPER not in os.environ:
        return {}
    keeper = psutil.Process(int(os.environ[KEEPER]))
    found = {"services.py": keeper.memory_full_info().pss / MEGABYTE}
    for name in ("postgres", "redis-server"):
        found[name] = sum(_share(each) for each in keeper.children() if each.name() == name)
    return found


def _share(process: psutil.Process) -> float:
    """What a process and all that it started hold in megabytes, memory they share counted once (PSS)."""
    return sum(map(_pss, (process, *process.children(recursive=True)))) / MEGABYTE


def _pss(process: psutil.Process) -> int:
    """Nothing for a process that has ended meanwhile: workers and databases start some for a moment."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return int(process.memory_full_info().pss)
    return 0


@contextlib.contextmanager
def _running(program: str, where: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    shell = ["/bin/sh", "-c", _command(program)]
    process = subprocess.Popen(  # noqa: S603 - the words of our own Procfile
        shell, cwd=settings.BASE_DIR, env=where, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _command(program: str) -> str:
    """What the Procfile says for a program."""
    lines = (Path(settings.BASE_DIR) / "Procfile").read_text().splitlines()
    return dict(line.split(": ", 1) for line in lines)[program]


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_until_served(url: str, web: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and web.poll() is None:
        with contextlib.suppress(URLError):
            with contextlib.suppress(HTTPError), urlopen(f"{url}/account/login/", timeout=PATIENCE):  # noqa: S310 - our own server
                pass
            return
        time.sleep(0.1)
    raise NotServed(f"{url} is not served.")


def _wait_until_working(worker: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and worker.poll() is None:
        if celery_app.control.ping(timeout=0.5, limit=1):
            return
    raise NotServed("The worker does not answer.")
