"""The Alder case's own account of what is right, and a measure of a reading against it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from chronology.reading import FileReport, Row
from chronology.reading.files import read

ALDER = Path(__file__).parents[2] / "material" / "alder"
TRUTH: dict[str, Any] = json.loads((ALDER / "truth.json").read_text(encoding="utf-8"))
PERIOD = (
    dt.date.fromisoformat(TRUTH["period_under_review"]["start"]),
    dt.date.fromisoformat(TRUTH["period_under_review"]["end"]),
)
FILES = [entry["file"] for entry in TRUTH["files"]]
STATUSES = {"": "import", "import": "import", "invalid": "invalid", "duplicate": "duplicate"}
READ_AS = {"taken": "import", "question": "import", "refused": "invalid", "duplicate": "duplicate"}


@dataclass
class Score:
    """How many of the things looked at were right, and which were not."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, expected: Any, found: Any, where: str) -> None:
        if expected == found:
            self.right += 1
        else:
            self.wrong.append(f"{where}: expected {expected}, found {found}")

    @property
    def of(self) -> int:
        return self.right + len(self.wrong)

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right} of {self.of} ({self.share:.2%})" + "".join(f"\n    {line}" for line in self.wrong[:20])


@dataclass
class Measure:
    rows: Score = field(default_factory=Score)
    refused: Score = field(default_factory=Score)
    duplicates: Score = field(default_factory=Score)
    dates: Score = field(default_factory=Score)
    tricky_dates: Score = field(default_factory=Score)
    times: Score = field(default_factory=Score)
    seen: Score = field(default_factory=Score)

    def __str__(self) -> str:
        return "\n".join(f"{name.replace('_', ' ')}: {score}" for name, score in vars(self).items())


@cache
def reading_of(file: str) -> FileReport:
    """What the file says, read once for all tests."""
    return read_anew(file)


def read_anew(file: str) -> FileReport:
    return read(ALDER / file, Path(file).name, period=PERIOD)


def measure(files: list[str] = FILES) -> Measure:
    result = Measure()
    for entry in TRUTH["files"]:
        if entry["file"] in files:
            _measure_file(entry, reading_of(entry["file"]), result)
    return result


def _measure_file(entry: dict[str, Any], report: FileReport, result: Measure) -> None:
    found = {tuple(row.at.as_json().values()): row for row in report.rows}
    expected = {tuple(values[0]): dict(zip(entry["row_fields"], values, strict=False)) for values in entry["rows"]}
    for place in expected.keys() | found.keys():
        where = f"{entry['file']} {place}"
        result.rows.add(place in expected, place in found, where)
        if place in expected and place in found:
            _measure_row(expected[place], found[place], where, result)
    doubles = {tuple(each["at"].values()): tuple(each["same_as"].values()) for each in entry["duplicate_rows"]}
    marked = {place: tuple(row.same_as.as_json().values()) for place, row in found.items() if row.same_as}
    result.duplicates.add(doubles, marked, entry["file"])


def _measure_row(expected: dict[str, Any], found: Row, where: str, result: Measure) -> None:
    status = STATUSES[expected.get("st") or ""]
    reason = expected.get("why") if status == "invalid" else None
    result.refused.add((status, reason), (READ_AS[found.status], found.reason if status == "invalid" else None), where)
    if status != "import":
        return
    day = (expected["start"], expected.get("end") or expected["start"], expected.get("prec") or "day")
    read_as = (str(found.start), str(found.end), found.precision)
    result.dates.add(day, read_as, f"{where} {expected.get('raw')!r}")
    if _is_tricky(expected):
        result.tricky_dates.add(day, read_as, f"{where} {expected.get('raw')!r}")
    time = found.time.strftime("%H:%M") if found.time else None
    result.times.add(expected.get("time") or None, time, f"{where} {expected.get('traw')!r}")
    result.seen.add(expected.get("seen") or None, found.child_seen, f"{where} {expected.get('sraw')!r}")


def _is_tricky(expected: dict[str, Any]) -> bool:
    raw = expected.get("raw") or ""
    shape = "".join("9" if letter.isdigit() else letter for letter in raw)
    return shape not in {"", "99/99/9999"} or bool(expected.get("tags"))
