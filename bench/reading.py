"""How well and how fast the Alder chronologies are read: ``python -m bench.reading``."""

from __future__ import annotations

import contextlib
import resource
import sys
import tempfile
import time
from pathlib import Path

from chronology.reading import Refused, read_in_subprocess
from tests.chronology.reading.truth import ALDER, FILES, PERIOD, measure
from tests.makers.files import HEADINGS, ROWS, xlsx

LARGE = 5_000


def main() -> None:
    print(measure())
    for file in FILES:
        seconds = _seconds(ALDER / file)
        print(f"{seconds:6.2f} s  {Path(file).name}")
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.xlsx"
        rows = [[f"{1 + number % 28:02d}/{1 + number % 12:02d}/2021", *ROWS[number % 3][1:]] for number in range(LARGE)]
        large.write_bytes(
            xlsx(("Chronology", [HEADINGS, *([*row[:3], f"{row[3]} {n}", *row[4:]] for n, row in enumerate(rows))]))
        )
        print(f"{_seconds(large):6.2f} s  an .xlsx of {LARGE:,} rows")
    slowest = max((_seconds(file), file.name) for file in sorted((ALDER / "hostile").iterdir()))
    print(f"{slowest[0]:6.2f} s  the slowest answer to a hostile file ({slowest[1]})")
    print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:6.0f} MB the most a reading process held")


def _seconds(path: Path) -> float:
    start = time.perf_counter()
    with contextlib.suppress(Refused):
        read_in_subprocess(path, path.name, period=PERIOD)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
