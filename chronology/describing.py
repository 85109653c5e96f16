"""An entry in words for its page: what it says, what its row said, and how it stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from chronology.facts import as_json
from chronology.models import Entry, EntryVersion, ImportRow
from chronology.models.entry import FACTS, SEEN, WORDS
from chronology.reading.comparing import changed_words

GROUPS = (
    (
        "The record",
        ("date_words", "time_words", "source", "reference", "agency_words", "contact_type", "professional", "persons"),
    ),
    ("The child", ("child_seen", "child_alone", "child_views")),
    ("What was done", ("action", "outcome", "known_on", "told")),
    ("The author’s view", ("standard", "comment", "line_of_enquiry", "theme", "significance")),
)
LABELS = {"date_words": "Date as written", "time_words": "Time as written", "start": "First day", "end": "Last day"}
MOMENTS = {"start", "end", "precision", "time", "end_time", "time_precision", "date_words", "time_words"}
NOT_SAID = {"lines"}  # the numbers in "line of enquiry", which says them already

Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Before:
    """How an entry stood in an earlier version: only what was changed since."""

    number: int
    by: str
    at: datetime
    rows: Rows


def groups_of(entry: Entry) -> list[tuple[str, Rows]]:
    """What is known of an entry besides the event itself, under headings; what is empty is left out."""
    groups = [(title, _rows(as_json(entry.as_written()), names)) for title, names in GROUPS]
    return [(title, rows) for title, rows in groups if rows]


def raw_of(entry: Entry) -> Rows:
    """The cells of the row it came from, by their headings."""
    return [(str(header), str(text)) for header, text in entry.raw.items()]


def before(entry: Entry, versions: Iterable[EntryVersion]) -> Iterator[Before]:
    """The earlier versions, latest first, each with what the next one changed."""
    after = as_json(entry.as_written())
    for version in versions:
        changed = [name for name in (*FACTS, *WORDS) if version.written.get(name) != after.get(name)]
        rows = _rows(version.written, changed, with_empty=True)
        yield Before(version.version, str(version.written_by or "Chapter Eight"), version.written_at, rows)
        after = version.written


@dataclass(frozen=True)
class Difference:
    """What a later file says otherwise of one field: as it stands, as the file has it, and the words of both in one run."""

    label: str
    stands: str
    file: str
    pieces: list[tuple[str, str]]


def differences(row: ImportRow) -> list[Difference]:
    """Field by field, what a row would change in its entry."""
    if row.entry is None or not row.changes:
        return []
    stands, file = as_json(row.entry.as_written()), row.taken_as
    names = [name for name in row.changes if name not in {*MOMENTS, *NOT_SAID}]
    pairs = [(_label(name), _spoken(name, stands.get(name)), _spoken(name, file.get(name))) for name in names]
    if MOMENTS & set(row.changes):
        then, now = f"{row.entry.when} {row.entry.hour}".strip(), f"{row.when} {row.hour}".strip()
        written = [(_label(name), str(stands[name]), str(file.get(name) or "")) for name in ("date_words", "time_words")]
        pairs = [("When", then, now), *pairs] if then != now else [each for each in written if each[1] != each[2]] + pairs
    return [Difference(label, old, new, changed_words(old, new)) for label, old, new in pairs]


def _rows(written: dict[str, Any], names: Iterable[str], *, with_empty: bool = False) -> Rows:
    spoken = ((name, _spoken(name, written.get(name))) for name in names if name not in NOT_SAID)
    return [(_label(name), words or "(empty)") for name, words in spoken if words or with_empty]


def _label(name: str) -> str:
    return LABELS.get(name) or _sentence(str(Entry._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _spoken(name: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if name in {"child_seen", "child_alone"}:
        return dict(SEEN)[value]
    if name in {"start", "end", "known_on"}:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    if name in {"time", "end_time"}:
        return f"{time.fromisoformat(value):%H:%M}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)
