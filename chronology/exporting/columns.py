"""The columns in which a chronology goes out, the order a board has chosen for them, and an entry's words for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from agencies.models import Board
from chronology.models import ColumnOrder, Entry
from frameworks import clock

Coding = Callable[[str], str]


@dataclass(frozen=True)
class Column:
    """One column: its heading, the entry's fields it shows, how wide it is (in letters), and whether its words are free text."""

    key: str
    title: str
    fields: tuple[str, ...]
    width: int
    is_text: bool = True


def _text(key: str, title: str, width: int, field: str = "") -> Column:
    return Column(key, title, (field or key,), width)


def _fact(key: str, title: str, width: int, *fields: str) -> Column:
    return Column(key, title, fields, width, is_text=False)


COLUMNS: dict[str, Column] = {
    each.key: each
    for each in (
        _fact("number", "No.", 9),
        _fact("agency", "Agency", 20),
        _fact("date", "Date", 20, "start", "end", "precision", "date_words"),
        _fact("time", "Time", 14, "time", "end_time", "time_precision", "time_words"),
        _text("source", "Source", 20),
        _text("professional", "Professional", 19),
        _text("persons", "Persons", 16),
        _text("contact_type", "Kind of contact", 14),
        _text("event", "Event", 60),
        _fact("child_seen", "Child seen", 15, "child_seen"),
        _fact("child_alone", "Child seen alone", 15, "child_alone"),
        _text("child_views", "Child’s wishes and feelings", 28),
        _text("action", "Action or response", 32),
        _text("outcome", "Outcome", 24),
        _fact("known_on", "Date known", 12, "known_on"),
        _text("told", "Who was told", 18),
        _text("standard", "Expected standard", 22),
        _text("comment", "Author’s comment", 32),
        _text("line_of_enquiry", "Line of enquiry", 10),
        _text("theme", "Theme", 14),
        _fact("is_significant", "Key episode", 9, "is_significant"),
        _text("significance", "Significance", 16),
        _text("reference", "Reference", 14),
        _text("agency_words", "Agency named", 18),
        _fact("first_day", "First day", 12),
        _fact("last_day", "Last day", 12),
    )
}
BY_TITLE = {column.title: column for column in COLUMNS.values()}
DEFAULT = ("number", "agency", "date", "time", "source", "professional", "event", "child_seen", "action", "outcome", "comment")
IDENTITY_WIDTH = 20

IDENTITY = re.compile(r"C8-(\d{1,7})\.(\d{1,7})-([0-9a-f]{8})(-k)?")
CODED, CODED_SHEET = "Identity (codes in place of names)", "Chronology (codes, not names)"  # known when they come back
WHOLE = re.compile(r"Identity \((\d{1,2} \w{3} \d{4}, \d\d:\d\d)\)")
PART, STAMP = "Identity (part)", "%d %b %Y, %H:%M"


def order_of(board: Board) -> list[Column]:
    """The board's columns in the board's order: those that Word and PDF show."""
    chosen = ColumnOrder.objects.filter(board=board).values_list("columns", flat=True).first() or DEFAULT
    return [COLUMNS[key] for key in chosen if key in COLUMNS]


def with_the_rest(columns: Sequence[Column]) -> list[Column]:
    """The same columns, then all the others: a spreadsheet has room for them."""
    return [*columns, *(each for each in COLUMNS.values() if each not in columns)]


def words_of(entry: Entry, coding: Coding | None = None) -> dict[str, str]:
    """An entry's words, by column: the one place from which every export takes them.

    ``coding`` puts codes in the place of names; every text an agency wrote passes through it, and nothing else does.
    """
    said = {
        "number": str(entry.number),
        "agency": str(entry.chronology.agency),
        "date": entry.when,
        "time": entry.hour,
        "first_day": entry.start.isoformat(),
        "last_day": entry.end.isoformat(),
        "child_seen": entry.get_child_seen_display(),
        "child_alone": entry.get_child_alone_display(),
        "known_on": f"{entry.known_on.day} {entry.known_on:%b %Y}" if entry.known_on else "",
        "is_significant": "Yes" if entry.is_significant else "",
    }
    for column in COLUMNS.values():
        if column.is_text:
            words = str(getattr(entry, column.fields[0]))
            said[column.key] = coding(words) if coding and words else words
    if coding and entry.time_precision in {"part_of_day", "unclear"}:  # the only fact that is told in the agency's own words
        said["time"] = coding(said["time"])
    return said


def identity_of(entry: Entry, *, is_coded: bool = False) -> str:
    """What tells an entry when its row comes back: its number, the version that went out, and a part of its id."""
    return f"C8-{entry.number}.{entry.version}-{entry.pk.hex[:8]}{'-k' if is_coded else ''}"


def identity_heading(*, is_whole: bool, is_coded: bool = False) -> str:
    """The heading over the identities says when a whole chronology went out, so that what is missing later can be told.

    Of what went out with codes it says that instead: none of it comes in again.
    """
    if is_coded:
        return CODED
    return f"Identity ({clock.now().astimezone(clock.LONDON).strftime(STAMP)})" if is_whole else PART


def went_out_at(heading: str) -> datetime | None:
    """When the whole chronology went out under this heading; None where only a part did."""
    said = WHOLE.fullmatch(" ".join(heading.split()))
    return datetime.strptime(said[1], STAMP).replace(tzinfo=clock.LONDON) if said else None
