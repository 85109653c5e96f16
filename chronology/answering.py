"""What people say about the rows of a file: which reading is right, what a date should be, what is taken and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from agencies.models import Person
from casework.refusals import refuse as say_no
from chronology import reconciling
from chronology.facts import as_json
from chronology.models import ImportFile, ImportRow
from chronology.models.imports import NOT_TO_BE_TAKEN
from chronology.reading import read_date
from chronology.reading.moments import Calendar
from chronology.wording import hour_in_words, when_in_words
from frameworks import clock

TWO_NUMBERS = re.compile(r"(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)")
BATCH = 1_000
ANSWERED = ["decision", "answer", "answered_by", "answered_at", "changes"]
NO_REASON = "Say why rows outside the period are taken in: they stand in the chronology with your reason."
NO_DATE = "A row whose date cannot be read is taken in only with a date that you type."


@dataclass(frozen=True)
class Reading:
    """One way to read a row: a word for it, how it is said to people, and the facts it would give."""

    key: str
    label: str
    facts: dict[str, Any]


def readings_of(row: ImportRow) -> list[Reading]:
    """How a row can be read: as it was, with day and month exchanged, a night later, an unclear mark as yes or no."""
    return list(_readings(row)) if row.facts.get("start") else []


def _readings(row: ImportRow) -> Iterator[Reading]:
    yield Reading("read", _said(row.facts), {})
    other = _exchanged(row)
    if other:
        yield Reading("exchanged", _said(row.facts | other), other)
    if any(question["code"] == "midnight" for question in row.questions):
        later = (date.fromisoformat(row.facts["start"]) + timedelta(days=1)).isoformat()
        night = {"start": later, "end": later}
        yield Reading("night", f"{_said(row.facts | night)}, the end of the day given", night)
    if row.facts.get("child_seen") == "not_recorded" and any(question["code"] == "unclear_mark" for question in row.questions):
        yield Reading("seen", f"{_said(row.facts)}, the child was seen", {"child_seen": "yes"})
        yield Reading("unseen", f"{_said(row.facts)}, the child was not seen", {"child_seen": "no"})


def _exchanged(row: ImportRow) -> dict[str, Any] | None:
    """The date with day and month exchanged, where that is a day too and not one of the future."""
    words = str(row.facts.get("date_words", ""))
    if not TWO_NUMBERS.search(words):
        return None
    order = "DMY" if row.import_file.read_order == "MDY" else "MDY"
    read = read_date(words, Calendar(order=order, today=clock.today()))
    if read.start is None or read.end is None or read.start > clock.today():
        return None
    facts = as_json({"start": read.start, "end": read.end, "precision": read.precision})
    return facts if facts["start"] != row.facts["start"] else None


def _said(facts: dict[str, Any]) -> str:
    when = when_in_words(date.fromisoformat(facts["start"]), date.fromisoformat(facts["end"]), facts["precision"])
    at, until = (time.fromisoformat(facts[name]) if facts.get(name) else None for name in ("time", "end_time"))
    hour = hour_in_words(at, until, facts.get("time_precision", ""), facts.get("time_words", ""))
    return f"{when}, {hour}" if hour else when


# --- answered ----------------------------------------------------------------------------------------------------


def to_be_answered(file: ImportFile) -> Any:
    """The rows about which a person decides."""
    return file.rows.exclude(status="duplicate").exclude(reason__in=NOT_TO_BE_TAKEN)


def rows_asked(file: ImportFile, ordinals: Iterable[int] | None, status: str = "") -> list[ImportRow]:
    """The rows of a file that somebody ticked, or all of one kind."""
    rows = to_be_answered(file).select_related("entry", "import_file")
    if ordinals is not None:
        rows = rows.filter(ordinal__in=list(ordinals))
    return list(rows.filter(status=status) if status else rows)


def decide(rows: Iterable[ImportRow], decision: str, because: str, by: Person) -> list[ImportRow]:
    """Say of rows that they are taken as they are, left out, or not decided after all."""
    decided = list(rows)
    if decision == "take":
        _check(decided, because)
    for row in decided:
        answer = {"because": because} if because else {}
        kept = {"facts": row.answer["facts"]} if row.answer.get("facts") else {}
        _note(row, decision, kept | answer if decision else kept, by)
    return _kept(decided)


def put_right(row: ImportRow, facts: dict[str, Any], because: str, by: Person) -> ImportRow:
    """Take a row with another date, time or event than was read in it."""
    answer = {"facts": as_json(facts)} if facts else {}
    row.answer = answer
    _check([row], because)
    _note(row, "take", answer | ({"because": because} if because else {}), by)
    return _kept([row])[0]


def _check(rows: Iterable[ImportRow], because: str) -> None:
    for row in rows:
        if row.status == "outside" and not because.strip():
            say_no(NO_REASON)
        if row.status == "refused" and not row.answer.get("facts"):
            say_no(NO_DATE)


def _note(row: ImportRow, decision: str, answer: dict[str, Any], by: Person) -> None:
    row.decision, row.answer, row.answered_by, row.answered_at = decision, answer, by, clock.now()
    if not decision and not answer:
        row.answered_by, row.answered_at = None, None


def _kept(rows: list[ImportRow]) -> list[ImportRow]:
    """Store the answers; what a mended row would change in its entry is told anew."""
    mended = [row for row in rows if row.entry_id and row.status in {"refused", "outside"}]
    if mended:
        known = reconciling.standing(mended[0].import_file.chronology)
        for row in mended:
            row.changes = reconciling.changes_of(row, known[row.entry_id])
    ImportRow.objects.bulk_update(rows, ANSWERED, batch_size=BATCH)
    return rows


def unanswered(file: ImportFile) -> Any:
    """The rows with a question that nobody has answered yet, in the file's order."""
    return file.rows.filter(status="question", decision="").order_by("ordinal")
