"""The grid in which an agency types its chronology: rows as they stand, as they were typed, and as they were pasted."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Page, Paginator
from django.urls import reverse

from agencies.models import Person
from casework.registry import ANY_ID
from chronology import workflow
from chronology.entry_forms import RowForm, initial_of
from chronology.importing import MARKS, SIGNIFICANT, WORDS_OF, from_json
from chronology.models import Chronology, Entry, EntryVersion
from chronology.models.entry import FACTS, SEEN, WORDS
from chronology.reading.dates import read_date
from chronology.reading.marks import read_mark
from chronology.reading.moments import Calendar
from chronology.reading.vocabulary import meaning_of
from chronology.several import ADDED, CHANGED
from chronology.understanding import Understood
from chronology.wording import hour_in_words, when_in_words
from frameworks import clock

PAGE = 50
BLANK = 10  # rows that wait at the end of a page
MOST_PASTED = 200
COLUMNS = {
    "when": "Date",
    "at": "Time",
    "source": "Source",
    "event": "Event",
    "persons": "People",
    "child_seen": "Child seen",
    "action": "Action",
    "outcome": "Outcome",
}
LONG = frozenset({"event", "action", "outcome"})
SHOWN = ("pk", "number", "version", *FACTS, *WORDS)
FIGURES = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})\s*")  # a day that says itself
ROW = re.compile(r"(?P<row>r\d{1,6})-key")
TYPED_OF = WORDS_OF | {"date": "when", "datetime": "when", "time": "at"}
TYPED_OF |= {name: name for name in ("child_seen", "child_alone", "known_on")}


@dataclass
class Row:
    """A row as it is drawn. ``key`` is the entry's id, given before it is first saved so that no try can double it."""

    name: str
    key: UUID
    values: Mapping[str, str]
    version: int = 0
    number: int = 0
    said: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    understood: Understood | None = None
    chosen: bool = False

    @property
    def title(self) -> str:
        """What its boxes are called after."""
        return f"entry {self.number}" if self.number else f"new row {int(self.name[1:]) + 1}"

    @property
    def more(self) -> dict[str, str]:
        """What the row carries and the grid has no column for."""
        return {name: words for name, words in self.values.items() if name not in COLUMNS and words and not self.number}


def address_of(key: UUID) -> str:
    """Where the rest of an entry is typed."""
    return _address().replace(str(ANY_ID), str(key))


@cache
def _address() -> str:
    return reverse("chronology:entry_change", args=[ANY_ID])


def page_of(chronology: Chronology, asked: Any) -> Page[Any]:
    """One page of the entries in the order of events, as rows; the last where none is asked for."""
    paginator = Paginator(range(chronology.entry_count), PAGE)
    page = paginator.get_page(asked or paginator.num_pages)
    first = page.number * PAGE - PAGE
    ids = chronology.entries.standing().by_time().values("pk")[first : first + PAGE]
    entries = Entry.objects.filter(pk__in=ids).by_time().only(*SHOWN)
    page.object_list = [row_of(entry, f"r{place}") for place, entry in enumerate(entries)]
    return page


def blanks(first: int, count: int = BLANK) -> list[Row]:
    """Empty rows, numbered on."""
    return [Row(f"r{place}", uuid4(), {}) for place in range(first, first + count)]


def row_of(entry: Entry, name: str) -> Row:
    """An entry as a row."""
    stands = {column: str(value) for column, value in initial_of(entry).items() if column in COLUMNS}
    return Row(name, entry.pk, stands, entry.version, entry.number, said_of(entry, stands))


def said_of(entry: Entry, stands: Mapping[str, str]) -> str:
    """Date and time in our words, where the agency's own say them otherwise."""
    when = when_in_words(entry.start, entry.end, entry.precision)
    hour = hour_in_words(entry.time, entry.end_time, entry.time_precision, entry.time_words)
    is_plain = entry.precision == "day" and FIGURES.fullmatch(stands.get("when", ""))
    said = ("" if is_plain or when == stands.get("when") else when, "" if hour == stands.get("at") else hour)
    return ", ".join(filter(None, said))


# --- typed ---------------------------------------------------------------------------------------------------------


@dataclass
class Typed:
    """A row as it was sent: its form, the entry it is about if there is one, and the version it was typed upon."""

    name: str
    key: UUID
    version: int
    form: RowForm
    entry: Entry | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into a new row."""
        typed = (self.form.data.get(self.form.add_prefix(name), "") for name in COLUMNS if name != "child_seen")
        return self.entry is None and not any(words.strip() for words in typed)

    def as_row(self) -> Row:
        """The same row again, with what was typed and what is wrong with it."""
        values = {name: self.form.data.get(self.form.add_prefix(name), "") for name in self.form.fields}
        wrong = {name: " ".join(map(str, errors)) for name, errors in self.form.errors.items()}
        number = self.entry.number if self.entry else 0
        return Row(self.name, self.key, values, self.version, number, errors=wrong, understood=self.form.understood)


def typed_rows(chronology: Chronology, sent: Mapping[str, str], years: Any) -> list[Typed]:
    """The rows of a page in which something was typed, in their order; those that stand as they were are left out."""
    names = sorted((match["row"] for name in sent if (match := ROW.fullmatch(name))), key=lambda name: int(name[1:]))
    keys = {name: _key(sent[f"{name}-key"]) for name in names}
    held = Entry.objects.filter(pk__in=list(keys.values())).only(*SHOWN, "chronology_id", "written_by")
    entries = {each.pk: each for each in held}
    earlier = _earlier(sent, keys, entries)
    touched = {
        name: entries.get(key)
        for name, key in keys.items()
        if key not in entries or not _is_untouched(sent, name, earlier.get(key, entries[key]))
    }
    return [_typed(chronology, sent, name, keys[name], entry, years) for name, entry in touched.items()]


def typed_row(chronology: Chronology, sent: Mapping[str, str], years: Any) -> Typed:
    """The one row that was sent by itself."""
    key = _key(sent.get("key", ""))
    return _typed(chronology, sent, "", key, Entry.objects.filter(pk=key).defer("search").first(), years)


def save(chronology: Chronology, typed: Typed, by: Person) -> tuple[Entry, str]:
    """Save a row, and say what that did: added, changed, or nothing where it stands so already.

    A new row that was sent twice, because the first answer was lost, is the same entry: its key was given before.
    """
    written = typed.form.written()
    entry = typed.entry
    if entry is None:
        return workflow.add_entry(chronology, by=by, id=typed.key, **written), ADDED
    if all(getattr(entry, name) == value for name, value in written.items()):
        return entry, ""
    sent_again = not typed.version and entry.version == 1 and entry.written_by_id == by.pk
    version = 1 if sent_again else typed.version
    return workflow.change_entry(entry, version=version, by=by, **written), CHANGED


def _typed(chronology: Chronology, sent: Mapping[str, str], name: str, key: UUID, entry: Entry | None, years: Any) -> Typed:
    """The row with its form. The key of an entry elsewhere is nobody's here: the row is a new one."""
    if entry is not None and entry.chronology_id != chronology.pk:
        key, entry = uuid4(), None
    if entry is not None:
        entry.chronology = chronology
    version = sent.get(f"{name}-version" if name else "version", "")
    form = RowForm(sent, prefix=name or None, entry=entry, years=years, auto_id=False)
    return Typed(name, key, int(version) if version.isdecimal() and len(version) < 9 else 0, form, entry)


def _key(words: str) -> UUID:
    try:
        return UUID(words)
    except ValueError:
        return uuid4()


def _earlier(sent: Mapping[str, str], keys: Mapping[str, UUID], entries: Mapping[UUID, Entry]) -> dict[UUID, Entry]:
    """Entries as they stood when a page was opened on which they have been changed since."""
    seen = {keys[name]: sent.get(f"{name}-version", "") for name in keys}
    stale = [pk for pk, entry in entries.items() if seen[pk] != str(entry.version)]
    kept = EntryVersion.objects.filter(entry_id__in=stale) if stale else []
    return {each.entry_id: Entry(**from_json(each.written)) for each in kept if seen[each.entry_id] == str(each.version)}


def _is_untouched(sent: Mapping[str, str], name: str, entry: Entry) -> bool:
    stood = initial_of(entry)
    return all(sent.get(f"{name}-{column}", "").split() == str(stood[column]).split() for column in COLUMNS)


# --- two people in one entry ----------------------------------------------------------------------------------------


def differing(typed: Typed, stands: Entry) -> list[dict[str, str]]:
    """Box by box, what stands now and what was typed, where they differ."""
    now = initial_of(stands)
    found = []
    for name in typed.form.fields:
        theirs, yours = _plain(now[name]), typed.form.data.get(typed.form.add_prefix(name), "")
        if theirs.split() != yours.split():
            said = [dict(SEEN).get(words, words) if name in {"child_seen", "child_alone"} else words for words in (theirs, yours)]
            label = COLUMNS.get(name) or str(typed.form.fields[name].label)
            found.append({"name": name, "label": label, "theirs": said[0], "yours": said[1], "value": theirs})
    return found


def _plain(value: Any) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


# --- pasted --------------------------------------------------------------------------------------------------------


def pasted(text: str, begins_at: str, first: int) -> list[Row]:
    """Rows out of a spreadsheet: by their headings where these were copied too, else from the box where the cursor stood."""
    table = [line for line in csv.reader(text.splitlines(keepends=True), dialect="excel-tab") if any(map(str.strip, line))]
    columns = _by_headings(table[0]) if table else {}
    lines = table[1:] if columns else table
    if not columns:
        names = list(COLUMNS)
        start = names.index(begins_at) if begins_at in COLUMNS else 0
        columns = dict(enumerate(names[start:]))
    return [_pasted(line, columns, f"r{first + place}") for place, line in enumerate(lines[:MOST_PASTED])]


def _by_headings(line: Sequence[str]) -> dict[int, str]:
    """What each column is, where the first line is one of headings; nothing where it is a row like the others."""
    meanings = {place: TYPED_OF.get(meaning_of(words)[0], "") for place, words in enumerate(line)}
    known = {place: name for place, name in meanings.items() if name}
    if "when" not in known.values() or len(known) < min(2, len(line)):
        return {}
    heading = line[next(place for place, name in known.items() if name == "when")]
    return known if read_date(heading, Calendar(today=clock.today())).start is None else {}


def _pasted(line: Sequence[str], columns: Mapping[int, str], name: str) -> Row:
    values: dict[str, str] = {}
    errors: dict[str, str] = {}
    for place, words in enumerate(line):
        column = columns.get(place, "event")
        if column in {"child_seen", "child_alone"}:
            values[column], wrong = _mark(words)
            errors |= {column: wrong} if wrong else {}
        elif words.strip():
            values[column] = f"{values[column]}\n{words.strip()}" if column in values else words.strip()
    if SIGNIFICANT.fullmatch(values.get("significance", "")):
        values["is_significant"] = "on"
    return Row(name, uuid4(), values, errors=errors)


def _mark(words: str) -> tuple[str, str]:
    mark, is_understood = read_mark(words)
    return MARKS[mark], "" if is_understood else f"“{words.strip()}” says neither yes nor no. Choose an answer"


def summary_of(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Everything that is wrong, with the box to go to."""
    return [
        (f"#{row.name}-{name}", f"{row.title.capitalize()}, {COLUMNS.get(name, name).lower()}: {sentence}")
        for row in rows
        for name, sentence in row.errors.items()
    ]
