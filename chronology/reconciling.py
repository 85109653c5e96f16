"""What the rows of a file are beside the entries that stand: new, changed, gone, or there already.

A row is held against what its entry was last written from, not against the entry as it may have been edited since: what
the file did not change is no change, and what somebody edited by hand is never overwritten unseen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from chronology import returning
from chronology.facts import as_json, from_json, same
from chronology.models import Chronology, Entry, ImportFile, ImportRow
from chronology.models.entry import FACTS, WORDS
from chronology.reading.comparing import Side, occurrences, pair, share_found

VERSION_FROM = 1 / 3  # of the smaller file's rows, word for word, from which it is taken for a version of the other
TOLD = ("action", "outcome", "child_views", "professional", "persons", "contact_type", "comment")
STRUCK = "This row has been taken in before, and its entry was struck out. Restore the entry if it should stand."
THERE = "This row has been taken in before."
EDITED = "The entry has been changed by hand since a file last wrote it. It is changed only if you say so."
ANSWERABLE = ("taken", "question", "outside", "refused")


@dataclass
class Standing:
    """An entry with what it was last written from: the fields, the cells, and the answer somebody gave about the row."""

    entry: Entry
    facts: dict[str, Any]
    raw: dict[str, str] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)
    as_read: dict[str, Any] = field(default_factory=dict)

    @property
    def is_edited(self) -> bool:
        """Whether the entry says something else than it was written from."""
        now = as_json(self.entry.as_written())
        return any(not same(now[name], self.facts.get(name)) for name in (*FACTS, *WORDS))

    def side(self) -> Side:
        return _side(self.facts, self.entry.digest)


def reconcile(file: ImportFile, rows: list[ImportRow]) -> list[ImportRow]:
    """Set each row's place beside the entries of the chronology; the rows for what is gone come last."""
    _separate(rows)
    _hold_answers(file, rows)
    known = standing(file.chronology)
    if any(returning.is_ours(row) for row in rows):
        missing = returning.reconcile(file, rows, [each.entry for each in known.values()])
        return [*rows, *_gone(file, [known[entry.pk] for entry in missing], len(rows))]
    open_rows = [row for row in rows if row.status != "duplicate"]
    if not file.replaces_chosen:
        file.replaces = _replaced(file, open_rows, known)
    before = _entries_of(file.replaces, known)
    pairs = pair([each.side() for each in before], [_side(row.taken_as, row.digest) for row in open_rows])
    for index, place in pairs.items():
        _beside(open_rows[index], before[place])
    by_digest = {each.entry.digest: each for each in known.values() if each.entry.digest}
    for row in open_rows:
        if row.entry_id is None and row.digest in by_digest:
            _beside(row, by_digest[row.digest])
    kept = {row.entry_id for row in rows}
    return [*rows, *_gone(file, [each for each in before if each.entry.pk not in kept], len(rows))]


def standing(chronology: Chronology) -> dict[UUID, Standing]:
    """Every entry of a chronology, struck out or not, with what it was last written from."""
    entries = Entry.objects.filter(chronology=chronology).defer("search").order_by("number")
    known = {entry.pk: Standing(entry, as_json(entry.as_written()), entry.raw) for entry in entries}
    applied = ImportRow.objects.filter(import_file__chronology=chronology, applied=True, entry__isnull=False)
    for row in applied.order_by("import_file__answered_at", "pk"):
        each = known[row.entry_id]
        each.facts, each.raw, each.answer, each.as_read = row.taken_as, row.raw, row.answer, row.facts
    return known


def changes_of(row: ImportRow, base: Standing) -> list[str]:
    """The fields in which a row says something else than its entry was last written from."""
    facts = row.taken_as
    if not facts.get("start"):
        return []
    names = [name for name in (*FACTS, *WORDS) if not same(facts.get(name), base.facts.get(name))]
    has_source = not str(facts.get("source", "")).endswith(f", {row.place_words}")
    return [name for name in names if name != "source" or has_source]


def whole(row: ImportRow) -> dict[str, Any]:
    """The row's facts, with empty ones where it has none: a refused row may lack its moment."""
    return dict.fromkeys(("start", "end", "time", "end_time", "known_on")) | row.taken_as


# --- answers that were given before ------------------------------------------------------------------------------


def _separate(rows: Iterable[ImportRow]) -> None:
    """Rows that were refused alike, and may each be mended, are told apart by how often they came before."""
    apart = [row for row in rows if row.status in {"refused", "outside"}]
    for row, (digest, before) in zip(apart, occurrences(row.digest for row in apart), strict=True):
        if before:
            row.digest = hashlib.sha256(f"{digest} {before}".encode()).hexdigest()


def _hold_answers(file: ImportFile, rows: Sequence[ImportRow]) -> None:
    """What somebody answered about a row holds when the row is read again, here or in another file of the chronology."""
    answered = ImportRow.objects.filter(import_file__chronology=file.chronology).exclude(answered_at=None)
    given: dict[str, ImportRow] = {}
    for row in answered.exclude(status__in=["changed", "gone"]).order_by("answered_at", "pk"):
        given[_cells(row.raw)] = row
    for row in rows if given else []:
        before = given.get(_cells(row.raw))
        if before is not None and row.status in ANSWERABLE:
            row.decision, row.answer = before.decision, before.answer
            row.answered_by_id, row.answered_at = before.answered_by_id, before.answered_at


def _cells(raw: dict[str, str]) -> str:
    return json.dumps(raw, sort_keys=True, ensure_ascii=False)


# --- rows beside entries -----------------------------------------------------------------------------------------


def _beside(row: ImportRow, base: Standing) -> None:
    """What the row is to its entry."""
    row.entry, row.entry_version = base.entry, base.entry.version
    if base.answer.get("facts") and not row.answer and _reads_as_before(row, base):
        row.answer = base.answer
    row.changes = changes_of(row, base)
    if base.entry.struck_at is not None:
        _is_there(row, STRUCK)
    elif row.status == "refused" and not row.answer.get("facts"):
        if row.raw == base.raw:
            _is_there(row, THERE)
    elif not row.changes:
        _is_there(row, THERE)
    else:
        _is_changed(row, is_edited=base.is_edited)


def _reads_as_before(row: ImportRow, base: Standing) -> bool:
    """Whether what somebody answered about the date and time still answers the row."""
    return all(same(row.facts.get(name), base.as_read.get(name)) for name in ("start", "end", "time", "date_words", "time_words"))


def _is_there(row: ImportRow, sentence: str) -> None:
    row.status, row.reason, row.sentence, row.changes = "duplicate", "already_there", sentence, []


def _is_changed(row: ImportRow, *, is_edited: bool) -> None:
    if row.status in {"taken", "question"}:
        row.status, row.reason, row.sentence = "changed", "", ""
    row.decision = ""  # what a change does is confirmed each time it is seen
    if is_edited:
        row.reason, row.sentence = "edited_since", EDITED


def _gone(file: ImportFile, missing: Iterable[Standing], last: int) -> list[ImportRow]:
    left = [each for each in missing if each.entry.struck_at is None]
    return [gone_row(file, each, last + place) for place, each in enumerate(left, start=1)]


def gone_row(file: ImportFile, base: Standing, ordinal: int) -> ImportRow:
    """The row that stands for an entry which the file no longer has."""
    return ImportRow(
        import_file=file,
        ordinal=ordinal,
        place_words=f"entry {base.entry.number}",
        status="gone",
        reason="edited_since" if base.is_edited else "",
        sentence="The earlier version of the file had this row, this one does not.",
        facts=as_json(base.entry.as_written()),
        raw=base.raw,
        digest=base.entry.digest,
        entry=base.entry,
        entry_version=base.entry.version,
    )


# --- which file this is a version of -----------------------------------------------------------------------------


def candidates(file: ImportFile) -> list[ImportFile]:
    """The files of the chronology that were taken in and that no later one has replaced, latest first."""
    taken = ImportFile.objects.filter(chronology=file.chronology, stage="applied").exclude(pk=file.pk)
    replaced = taken.exclude(replaces=None).values("replaces")
    return list(taken.exclude(pk__in=replaced).order_by("-sent_at", "pk"))


def _replaced(file: ImportFile, rows: Sequence[ImportRow], known: dict[UUID, Standing]) -> ImportFile | None:
    """The file that has most of these rows, if it has enough of them."""
    now = [_side(row.taken_as, row.digest) for row in rows]
    shares = [(share_found([each.side() for each in _entries_of(one, known)], now), one) for one in candidates(file)]
    enough = [(share, one) for share, one in shares if share >= (0.01 if one.filename == file.filename else VERSION_FROM)]
    return max(enough, key=lambda each: each[0])[1] if enough else None


def _entries_of(file: ImportFile | None, known: dict[UUID, Standing]) -> list[Standing]:
    """The entries that the rows of a file stand for, in the file's order."""
    if file is None:
        return []
    rows = file.rows.filter(entry__isnull=False).exclude(status="gone").order_by("ordinal")
    return [known[pk] for pk in dict.fromkeys(rows.values_list("entry_id", flat=True)) if pk in known]


def _side(facts: dict[str, Any], digest: str) -> Side:
    moment = from_json(dict.fromkeys(("start", "end", "time", "end_time", "known_on")) | facts)
    words = "\n".join(str(facts[name]) for name in TOLD if facts.get(name))
    event, reference = str(facts.get("event", "")), str(facts.get("reference", ""))
    return Side(digest, moment["start"], moment["end"], moment["time"], event, words, reference)
