"""How large a chronology may be before it is no chronology, and how long reading one may take."""

from __future__ import annotations

import resource
from dataclasses import dataclass

from casework.gate import Refused

MOST_COLUMNS = 200
MOST_ROWS = 25_000
MOST_CELLS = 1_500_000
MOST_TEXTS = 400_000  # different texts of a workbook, which keeps each of them once
MOST_COVERED = 400_000  # cells that merged ones reach over; only overlapping ones come to more
LONGEST_CELL = 100_000
OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the process that reads one file may use: bytes of memory, seconds of processor, seconds on the clock."""

    memory: int = 512 * 1024 * 1024
    processor: int = 60
    clock: float = 90.0


def check_column(count: int, where: str) -> None:
    if count > MOST_COLUMNS:
        raise Refused(
            "too_many_columns",
            f"There are {count:,} columns in {where}; the most we read is {MOST_COLUMNS}. Delete what is not "
            "part of the chronology.",
        )


def check_rows(count: int, where: str) -> None:
    if count > MOST_ROWS:
        raise Refused(
            "too_many_rows",
            f"There are more than {MOST_ROWS:,} rows in {where}. Split the chronology into several files.",
        )


def check_texts(count: int) -> None:
    if count > MOST_TEXTS:
        raise Refused("too_many_cells", f"The workbook holds more than {MOST_TEXTS:,} different texts. Send only the chronology.")


def check_cell(length: int, where: str) -> None:
    if length > LONGEST_CELL:
        raise Refused(
            "cell_too_long",
            f"The cell at {where} holds {length:,} characters; the most we read is {LONGEST_CELL:,}. Shorten "
            "it or split the entry.",
        )


def bind(bounds: Bounds) -> None:
    """From here on this process has so much memory, so much time, and can write nothing."""
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.processor, bounds.processor + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
