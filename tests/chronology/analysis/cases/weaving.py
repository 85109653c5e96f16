"""Fictional cases made from a script: events that several agencies record, routine entries between them, and the truth of it.

A script is plain words. ``EVENTS`` has one paragraph an event: its key and day, then a line for each agency,
``agency +days time seen | event | outcome``; ``+days`` is how much later the agency heard of it. A line that begins with
``!`` names a contradiction: what it is about and the agencies that disagree. ``DECOYS`` are paragraphs of rows that are alike
and not of one event. In braces stand people, of whose spellings one is taken at random; in square brackets are choices.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.makers.files import open_parts, open_table, packed, word_parts, word_table, workbook

CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
PERSON = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"#(\d+)-(\d+)")
LINE = re.compile(r"(?P<agency>\w+)\s+\+?(?P<lag>-?\d+)\s+(?P<time>\S+)\s+(?P<seen>\S+)\s*\|(?P<words>.*)")


@dataclass(frozen=True, eq=False)
class Agency:
    """An agency's file: its name, its headings (date, time, event, outcome, seen, source), how it writes days, its papers."""

    file: str
    headings: Mapping[str, str]
    day: str = "%d/%m/%Y"
    sources: Sequence[str] = ("Record",)
    routine: Sequence[str] = ()
    every: float = 9.0
    held: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class Script:
    """What a case is made from."""

    name: str
    period: tuple[str, str]
    people: Mapping[str, Sequence[str]]
    agencies: Mapping[str, Agency]
    events: str
    decoys: str
    gaps: Sequence[tuple[str, str, str]]
    seed: int


@dataclass
class Row:
    agency: str
    day: dt.date
    time: str
    seen: str
    event: str
    outcome: str
    source: str
    key: str = ""
    place: int = 0


@dataclass
class Woven:
    """A case as files and as truth, in the shape of the Alder case's ``truth.json``."""

    script: Script
    rows: dict[str, list[Row]]
    truth: dict[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> list[Path]:
        written = []
        for name, agency in self.script.agencies.items():
            path = folder / agency.file
            path.write_bytes(_file(agency, self.rows[name]))
            written.append(path)
        return written


def weave(script: Script) -> Woven:
    """The rows of every agency in the order of their days, and which of them belong together."""
    draw = random.Random(script.seed)  # noqa: S311 - a case made of words, nothing to guard
    events = [_paragraph(script, draw, paragraph) for paragraph in _paragraphs(script.events)]
    decoys = [_paragraph(script, draw, paragraph) for paragraph in _paragraphs(script.decoys)]
    rows: dict[str, list[Row]] = {name: [] for name in script.agencies}
    for _, _, found, _ in [*events, *decoys]:
        for row in found:
            rows[row.agency].append(row)
    for name, agency in script.agencies.items():
        rows[name] += _routine(script, draw, name, agency)
        rows[name].sort(key=lambda row: (row.day, row.time or "00:00"))
        for number, row in enumerate(rows[name]):
            row.place = number + 2
    truth = {
        "match_groups": [
            {"key": key, "rows": [_told(script, row) for row in found]} for key, _, found, _ in events if len(found) > 1
        ],
        "contradictions": [
            {
                "id": f"{key}-{about}",
                "key": key,
                "kind": about,
                "rows": [_told(script, row) | {"changed_side": row.agency in sides} for row in found],
            }
            for key, _, found, told in events
            for about, sides in told
        ],
        "decoys": [{"id": key, "rows": [_told(script, row) for row in found]} for key, _, found, _ in decoys],
        "gaps": [
            {
                "scope": scope,
                "file": script.agencies[scope].file if scope in script.agencies else None,
                "no_entry_from": a,
                "no_entry_to": b,
            }
            for scope, a, b in script.gaps
        ],
    }
    return Woven(script, rows, truth)


def _paragraphs(words: str) -> list[str]:
    return [paragraph for paragraph in re.split(r"\n\s*\n", words.strip()) if paragraph.strip()]


def _paragraph(
    script: Script, draw: random.Random, paragraph: str
) -> tuple[str, dt.date, list[Row], list[tuple[str, list[str]]]]:
    head, *lines = [line.strip() for line in paragraph.strip().splitlines()]
    key, day = head.split()[:2]
    on = dt.date.fromisoformat(day)
    rows, told = [], []
    for line in lines:
        if line.startswith("!"):
            about, *sides = line[1:].split()
            told.append((about, sides))
            continue
        match = LINE.fullmatch(line)
        assert match, line
        event, _, outcome = match["words"].partition("|")
        agency = script.agencies[match["agency"]]
        rows.append(
            Row(
                match["agency"],
                on + dt.timedelta(int(match["lag"])),
                "" if match["time"] == "-" else match["time"],
                "" if match["seen"] == "-" else match["seen"],
                said(script, draw, event.strip()),
                said(script, draw, outcome.strip()),
                draw.choice(agency.sources),
                key,
            )
        )
    return key, on, rows, told


def said(script: Script, draw: random.Random, words: str) -> str:
    while CHOICE.search(words):
        words = CHOICE.sub(lambda match: draw.choice(match[1].split("|")), words)
    words = NUMBER.sub(lambda match: str(draw.randint(int(match[1]), int(match[2]))), words)
    return PERSON.sub(lambda match: _spelt(draw, script.people[match[1]]), words)


def _spelt(draw: random.Random, spellings: Sequence[str]) -> str:
    return spellings[0] if draw.random() < 0.6 else draw.choice(spellings)


def _routine(script: Script, draw: random.Random, name: str, agency: Agency) -> list[Row]:
    """Entries of every day, none of them where a gap is meant to be."""
    first, last = (dt.date.fromisoformat(day) for day in agency.held or script.period)
    closed = [(dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for scope, a, b in script.gaps if scope in {name, "all"}]
    rows = []
    day = first.toordinal() + draw.random() * agency.every
    while day < last.toordinal():
        on = dt.date.fromordinal(int(day))
        day += min(draw.expovariate(1 / agency.every), 4 * agency.every)
        if any(a <= on <= b for a, b in closed):
            continue
        seen, _, words = draw.choice(agency.routine).partition("|")
        event, _, outcome = said(script, draw, words).partition("|")
        time = f"{draw.randint(8, 18):02d}:{draw.choice(('00', '15', '30', '45', f'{draw.randint(0, 59):02d}'))}"
        rows.append(
            Row(
                name,
                on,
                time if draw.random() < 0.6 else "",
                "" if seen.strip() == "-" else seen.strip(),
                event.strip(),
                outcome.strip(),
                draw.choice(agency.sources),
            )
        )
    return rows


def _told(script: Script, row: Row) -> dict[str, Any]:
    return {"file": script.agencies[row.agency].file, "row": row, "date": row.day.isoformat()}


def _file(agency: Agency, rows: Sequence[Row]) -> bytes:
    table = [list(agency.headings.values())]
    for row in rows:
        cells = {
            "date": row.day.strftime(agency.day),
            "time": row.time,
            "event": row.event,
            "outcome": row.outcome,
            "seen": row.seen,
            "source": row.source,
        }
        table.append([cells[meaning] for meaning in agency.headings])
    kind = agency.file.rpartition(".")[2]
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out).writerows(table)
        return out.getvalue().encode()
    if kind == "docx":
        return packed(word_parts(word_table(table)))
    if kind == "ods":
        return packed(open_parts("ods", open_table(table)))
    stored = io.BytesIO()
    workbook(("Log", table)).save(stored)
    return stored.getvalue()
