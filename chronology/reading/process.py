"""Reading in a process of its own, with bounded memory and time, so that no file can harm the one who asked."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

import msgspec

from casework.gate import CHRONOLOGIES, Refused, inspect
from chronology.reading.bounds import Bounds
from chronology.reading.remembering import Remembered
from chronology.reading.report import FileReport
from chronology.reading.spoken import TOO_MUCH, Answer, Asked, Period, Progress

PROJECT = Path(__file__).resolve().parents[2]
TOO_LONG = (
    "Reading the file took too long and was stopped. Save it again with only the chronology in it, or split it, and send it."
)
FAILED = "The file could not be read. Open it in the program it came from, save it again and send it."
# How a library written in C ends when it is refused the memory it asks for.
DIED_OF_MEMORY = frozenset({signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS})


def read_in_subprocess(
    source: bytes | Path,
    filename: str,
    *,
    period: Period | None = None,
    mapping: Mapping[str, str] | None = None,
    date_order: str | None = None,
    today: dt.date | None = None,
    hidden_sheets: bool = False,
    remembered: Mapping[str, Remembered] | None = None,
    progress: Progress | None = None,
    bounds: Bounds | None = None,
) -> FileReport:
    """As ``read``, in a process bound in memory and time that inherits no secrets and writes nothing."""
    inspect(source, filename, allowed=CHRONOLOGIES)
    start, end = period or (None, None)
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(source.read_bytes() if isinstance(source, Path) else source)
        asked = Asked(
            path=str(path),
            filename=filename,
            bounds=bounds or Bounds(),
            today=today,
            start=start,
            end=end,
            mapping=dict(mapping or {}),
            date_order=date_order,
            hidden_sheets=hidden_sheets,
            remembered=dict(remembered or {}),
        )
        return _answered(asked, progress)


def _answered(asked: Asked, progress: Progress | None) -> FileReport:
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(PROJECT),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "chronology.reading"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=PROJECT,
        env=environment,
        start_new_session=True,
    ) as process:
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            process.kill()

        clock = threading.Timer(asked.bounds.clock, stop)
        clock.start()
        try:
            answer = _conversation(process, asked, progress)
        finally:
            clock.cancel()
            process.kill()
            code = process.wait()
    return _verdict(answer, stopped.is_set(), code)


def _conversation(process: subprocess.Popen[bytes], asked: Asked, progress: Progress | None) -> Answer | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(msgspec.json.encode(asked))
        process.stdin.close()
    except BrokenPipeError:
        return None
    for line in process.stdout:
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except msgspec.DecodeError:
            return None
        if answer.report or answer.reason:
            process.wait()
            return answer
        if progress:
            progress(answer.done, answer.total)
    process.wait()
    return None


def _verdict(answer: Answer | None, is_stopped: bool, code: int) -> FileReport:
    if answer and answer.report:
        return answer.report
    if answer and answer.reason:
        raise Refused(answer.reason, answer.sentence)
    if is_stopped or code == -signal.SIGXCPU:
        raise Refused("too_slow", TOO_LONG)
    if -code in DIED_OF_MEMORY:
        raise Refused("too_much_memory", TOO_MUCH)
    raise Refused("unreadable", FAILED)
