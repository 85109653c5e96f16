"""The leak check over a file, in a process of its own with bounded memory and time, as every reading of files is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath

import msgspec

from casework.gate import DOCUMENTS, Refused, inspect
from chronology.naming.leaks import Hit
from chronology.naming.people import Key
from chronology.reading.bounds import Bounds
from chronology.reading.process import DIED_OF_MEMORY, PROJECT
from chronology.reading.spoken import TOO_MUCH

TOO_LONG = "Looking through the file took too long and was stopped. Save it again without what is not needed, or split it."
FAILED = "The file could not be read. Open it in the program it came from, save it again and check that."
# Texts that are no document of a case, but that somebody may want to look through outside one.
PLAIN = frozenset({".md", ".json", ".html", ".htm", ".xml", ".eml", ".log", ".yaml", ".yml", ".toml", ".rst", ".vtt", ".srt"})


class Asked(msgspec.Struct):
    """What the checking process is told; the file itself it finds at ``path``."""

    path: str
    filename: str
    kind: str
    key: Key
    bounds: Bounds


class Answer(msgspec.Struct, omit_defaults=True):
    """What it found, or why it could not look."""

    hits: list[Hit] = []
    reason: str = ""
    sentence: str = ""


def check_file(
    source: bytes | Path, filename: str, key: Key, *, bounds: Bounds | None = None, any_text: bool = False
) -> list[Hit]:
    """Everything in a finished file that still tells who somebody is. Raises Refused for what the gate does not let in."""
    content = source.read_bytes() if isinstance(source, Path) else source
    kind = _kind(content, filename, any_text=any_text)
    with tempfile.TemporaryDirectory(prefix="checking-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        return _answered(Asked(str(path), filename, kind, key, bounds or Bounds()))


def _kind(content: bytes, filename: str, *, any_text: bool) -> str:
    if any_text and PurePath(filename).suffix.lower() in PLAIN:
        return inspect(content, f"{PurePath(filename).stem}.txt", allowed=DOCUMENTS).kind
    return inspect(content, filename, allowed=DOCUMENTS).kind


def _answered(asked: Asked) -> list[Hit]:
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(PROJECT),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "chronology.naming"],
            input=msgspec.json.encode(asked),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PROJECT,
            env=environment,
            timeout=asked.bounds.clock,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("too_slow", TOO_LONG) from error
    return _verdict(done.stdout, done.returncode)


def _verdict(said: bytes, code: int) -> list[Hit]:
    if code == -signal.SIGXCPU:
        raise Refused("too_slow", TOO_LONG)
    if -code in DIED_OF_MEMORY:
        raise Refused("too_much_memory", TOO_MUCH)
    try:
        answer = msgspec.json.decode(said, type=Answer)
    except msgspec.DecodeError as error:
        raise Refused("unreadable", FAILED) from error
    if answer.reason:
        raise Refused(answer.reason, answer.sentence)
    return answer.hits
