"""Rows that went out from here and come back: known by their identity, held against the very words that went out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from chronology.exporting.cells import as_held
from chronology.exporting.columns import BY_TITLE, CODED_SHEET, IDENTITY, Column, went_out_at, words_of
from chronology.exporting.columns import CODED as CODED_HEADING
from chronology.facts import as_json, from_json, lines_in
from chronology.models import Entry, EntryVersion, ImportFile, ImportRow
from chronology.models.entry import FACTS, WORDS
from chronology.reading.comparing import Side, pair
from chronology.reading.report import FileReport

ELSEWHERE = "This row belongs to the chronology of another agency or of another case. It is not taken in here."
CODED = "This row went out with codes in place of names. It is not taken back: the names would be lost."
CODED_FILE = (
    "This file went out with codes in place of names, for reading. Nothing of it is taken in: the codes would stand where "
    "the names are. Take the chronology out as the agency wrote it, and make the changes there."
)
STRUCK = "The entry of this row has been struck out. Restore the entry if it should stand."
EDITED = "The entry has been changed since this file went out. It is changed only if you say so."
THERE = "The entry says the same."
NO_DATE = "The date can no longer be read. The entry stays as it is unless you type the date."
BLANK = "What happened has been deleted from the row. The entry stays as it is."
WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
BY_NUMBER = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)")


def identity_in(raw: Mapping[str, str]) -> Any:
    """The identity that a row carries, if it came from here."""
    for heading, words in raw.items():
        if heading.startswith("Identity ("):
            return IDENTITY.fullmatch("".join(words.split()))
    return None


def went_out_coded(report: FileReport) -> bool:
    """Whether a file is one that went out from here with codes: its sheet or its headings say so, or every row does."""
    headings = {" ".join(column.header.split()) for table in report.tables for column in table.columns}
    if CODED_HEADING in headings or any(CODED_SHEET in (table.place.sheet, table.name) for table in report.tables):
        return True
    ours = [found.group(4) for row in report.rows if (found := identity_in(row.raw))]
    return bool(ours) and all(ours)


def is_ours(row: ImportRow) -> bool:
    """Whether a row went out from here once."""
    return identity_in(row.raw) is not None


def whole_since(file: ImportFile) -> datetime | None:
    """When the whole chronology went out in the file that this one was; None where it was a part, or another file."""
    heads = (column["header"] for table in file.tables for column in table["columns"])
    return next((at for head in heads if (at := went_out_at(head))), None)


def reconcile(file: ImportFile, rows: Sequence[ImportRow], entries: Sequence[Entry]) -> list[Entry]:
    """Set each row of a file that came back beside its entry; the entries that are missing from it.

    A row that lost its identity on the way is looked for among those; what was written here later is not missing.
    """
    by_number = {entry.number: entry for entry in entries}
    for row in rows:
        if is_ours(row):
            _settle(row, by_number, file)
    there = {row.entry_id for row in rows}
    left = [entry for entry in entries if entry.pk not in there]
    nameless = [
        row for row in rows if row.entry_id is None and row.status in {"taken", "question", "outside"} and not is_ours(row)
    ]
    for index, place in pair([_side_of(entry) for entry in left], [_side_in(row) for row in nameless]).items():
        nameless[index].entry, nameless[index].entry_version = left[place], left[place].version
        _beside(nameless[index], left[place], left[place], file)
    at = whole_since(file)
    there = {row.entry_id for row in rows}
    return [entry for entry in left if at and entry.pk not in there and _first_written(entry) < at]


def _side_of(entry: Entry) -> Side:
    return Side("", entry.start, entry.end, None, entry.event)


def _side_in(row: ImportRow) -> Side:
    moment = from_json(row.facts)
    return Side("", moment["start"], moment["end"], None, str(row.facts["event"]))


def _first_written(entry: Entry) -> datetime:
    first = entry.versions.order_by("version").first() if entry.version > 1 else None
    return first.written_at if first else entry.written_at


def _settle(row: ImportRow, entries: Mapping[int, Entry], file: ImportFile) -> None:
    """What a row that came back is to its entry: the same, changed, or not to be taken."""
    number, version, start_of_id, coded = identity_in(row.raw).groups()
    entry = entries.get(int(number))
    if entry is None or not entry.pk.hex.startswith(start_of_id):
        _refuse(row, "elsewhere", ELSEWHERE)
    elif coded:
        row.entry = entry
        _refuse(row, "coded", CODED)
    else:
        row.entry, row.entry_version = entry, entry.version
        _beside(row, entry, as_it_went_out(entry, int(version)), file)


def as_it_went_out(entry: Entry, version: int) -> Entry:
    """The entry as it stood when it was exported; as it stands now where that cannot be told."""
    if version == entry.version:
        return entry
    kept = EntryVersion.objects.filter(entry=entry, version=version).first()
    if kept is None:
        return entry
    then = Entry(pk=entry.pk, chronology=entry.chronology, number=entry.number, version=version, **from_json(kept.written))
    then._state.adding = False
    return then


def _beside(row: ImportRow, entry: Entry, then: Entry, file: ImportFile) -> None:
    changed = _changed_columns(row, then, _headings(file, row))
    names = [name for column in changed for name in column.fields]
    row.facts = _facts(row, then, changed)
    row.changes = [name for name in (*FACTS, *WORDS) if name in names]
    if "line_of_enquiry" in row.changes:
        row.changes.append("lines")
    if entry.struck_at is not None:
        _is_there(row, STRUCK)
    elif not changed:
        _is_there(row, THERE)
    elif "start" in names and not row.facts["start"]:
        row.status, row.sentence = "refused", NO_DATE
    elif "start" in names and row.status in {"outside", "refused"}:
        return  # its new day is in the future, or outside the period
    elif "event" in names and not row.facts["event"].strip():
        row.status, row.reason, row.sentence = "refused", "empty_event", BLANK
    else:
        is_edited = entry.version != then.version
        row.status, row.reason, row.sentence = "changed", "edited_since" if is_edited else "", EDITED if is_edited else ""


def _headings(file: ImportFile, row: ImportRow) -> set[str]:
    """The headings of the file's tables: a cell that is empty now was there before only under one of these."""
    return {" ".join(column["header"].split()) for table in file.tables for column in table["columns"]} | set(row.raw)


def _changed_columns(row: ImportRow, then: Entry, headings: set[str]) -> list[Column]:
    went_out = words_of(then)
    return [
        column
        for title, column in BY_TITLE.items()
        if title in headings and column.fields and not _is_same(row.raw.get(title, ""), went_out[column.key])
    ]


def _is_same(held: str, went_out: str) -> bool:
    """Whether a cell still holds what went out; programs change spacing, and cut what is longer than they hold."""
    return _shown(held) in (_shown(went_out), _shown(as_held(went_out)))


def _shown(words: str) -> list[str]:
    """The words that can be seen: other programs lose signs without width, and write an underscore by its number."""
    return WITHOUT_WIDTH.sub("", BY_NUMBER.sub("_", words)).split()


def _facts(row: ImportRow, then: Entry, changed: list[Column]) -> dict[str, Any]:
    """The entry's fields as they went out, with what was changed in the file since."""
    facts = as_json(then.as_written())
    for column in changed:
        if column.is_text:
            facts[column.fields[0]] = row.raw.get(column.title, "").strip()
        elif column.key == "is_significant":
            facts["is_significant"] = row.raw.get(column.title, "").strip().casefold() in {"yes", "y", "x", "true", "1"}
        else:
            facts |= {name: row.facts.get(name) for name in column.fields}
    facts["lines"] = lines_in(facts["line_of_enquiry"])
    return facts


def _refuse(row: ImportRow, reason: str, sentence: str) -> None:
    row.status, row.reason, row.sentence = "refused", reason, sentence


def _is_there(row: ImportRow, sentence: str) -> None:
    row.status, row.reason, row.sentence, row.changes = "duplicate", "already_there", sentence, []
