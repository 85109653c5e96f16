"""The agency's files are received, read, answered row by row, and taken in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from agencies.models import Person
from casework import gate, log
from casework.refusals import refuse
from casework.transitions import advance, settle, verb
from chronology import answering, columns, importing, reading
from chronology.models import Chronology, Entry, ImportFile, ImportRow
from chronology.returning import CODED_FILE, went_out_coded
from chronology.workflow.entries import keep_version, write_down
from frameworks import clock


@verb
def import_file(chronology: Chronology, *, filename: str, data: bytes, by: Person) -> ImportFile:
    """Keep a file that the agency sent and have it read by the worker. What the gate refuses leaves nothing behind."""
    file = _receive(chronology, filename, data, by)
    importing.wake_after_commit(file)
    return file


@verb
def read_again(
    file: ImportFile,
    *,
    by: Person,
    mapping: dict[str, str] | None = None,
    date_order: str | None = None,
    hidden_sheets: bool | None = None,
    remember: bool = False,
    replaces: ImportFile | Literal["nothing"] | None = None,
) -> ImportFile:
    """Have a file read once more from the start, with what its columns mean put right where that is told.

    ``remember`` keeps what they mean for the agency's next file. ``replaces`` is the file it is a later version of.
    """
    chronology = advance(file.chronology, "read_again", by=by, file=file)
    file = ImportFile.objects.select_for_update(of=("self",)).select_related("chronology__agency").get(pk=file.pk)
    if mapping is not None:
        if remember and columns.differs(file, mapping):
            kept = columns.remember(file, mapping, date_order or "", by)
            log.fact(chronology, "chronology.columns", by=by, file=file.pk, remembered=kept)
        file.mapping = mapping
    if replaces is not None:
        file.replaces = None if isinstance(replaces, str) else replaces
        file.replaces_chosen = True
    if date_order is not None:
        file.date_order = date_order
    if hidden_sheets is not None:
        file.hidden_sheets = hidden_sheets
    importing.begin_again(file)
    settle(chronology)
    importing.wake_after_commit(file)
    return file


def read_file(file: ImportFile) -> ImportFile:
    """Read a file that waits, in a process of its own. Safe to run twice: whoever holds the lease reads, nobody else."""
    if not importing.claim(file):
        return file
    return _read(file)


@verb
def forget_columns(file: ImportFile, *, by: Person) -> ImportFile:
    """Forget what an earlier file's columns were said to mean, and read this file by its own headings and cells."""
    chronology = advance(file.chronology, "read_again", by=by, file=file)
    file = ImportFile.objects.select_for_update(of=("self",)).select_related("chronology__agency").get(pk=file.pk)
    forgotten = columns.forget(file)
    log.fact(chronology, "chronology.columns", by=by, file=file.pk, forgotten=forgotten)
    importing.begin_again(file)
    settle(chronology)
    importing.wake_after_commit(file)
    return file


@verb
def answer_rows(
    file: ImportFile,
    *,
    by: Person,
    decision: str,
    because: str = "",
    ordinals: Iterable[int] | None = None,
    status: str = "",
) -> int:
    """Say of rows of a file, those ticked or all of a kind, whether they are taken; how many were answered."""
    chronology, file = _answering(file, by)
    rows = answering.decide(answering.rows_asked(file, ordinals, status), decision, because, by)
    log.fact(chronology, "chronology.answers", by=by, file=file.pk, rows=len(rows), decision=decision)
    return len(rows)


@verb
def put_row_right(row: ImportRow, *, by: Person, because: str = "", **facts: Any) -> ImportRow:
    """Take one row with the date, time or event that somebody typed or chose in place of what was read."""
    chronology, file = _answering(row.import_file, by)
    row = file.rows.select_related("import_file__chronology", "entry").get(pk=row.pk)
    row = answering.put_right(row, facts, because, by)
    log.fact(chronology, "chronology.answers", by=by, file=file.pk, rows=1, decision="put_right")
    return row


def _answering(file: ImportFile, by: Person) -> tuple[Chronology, ImportFile]:
    chronology = advance(file.chronology, "answer_rows", by=by, file=file)
    return chronology, ImportFile.objects.select_for_update().get(pk=file.pk, chronology=chronology)


@verb
def apply_import(file: ImportFile, *, by: Person) -> ImportFile:
    """Take in the rows of a file that are new, and change or strike out the entries of which that was confirmed.

    All of it or, if anything fails, none. An entry that was edited since it was held against the file is not overwritten.
    """
    chronology = advance(file.chronology, "apply_import", by=by, file=file)
    file = ImportFile.objects.select_for_update().get(pk=file.pk, chronology=chronology)
    changed, struck = _apply_changes(file, chronology, by), _strike_gone(file, chronology, by)
    entries = importing.take_in(file, chronology, by)
    importing.answer(file, "applied", by)
    settle(chronology)
    counts: dict[str, Any] = {"taken": len(entries), "changed": changed, "struck": struck}
    log.fact(chronology, "chronology.rows", by=by, file=file.pk, sha256=file.sha256, **counts)
    return file


def _apply_changes(file: ImportFile, chronology: Chronology, by: Person) -> int:
    """Confirmed changes become the next version of their entry: its number and its identity stay."""
    rows = list(file.changing_rows().select_related("import_file"))
    for row in rows:
        entry = _as_it_was_compared(row, chronology)
        keep_version(entry, f"Changed by the file that was sent on {file.sent_at:%-d %B %Y}")
        write_down(importing.rewritten(row, entry), by)
        row.applied = True
    ImportRow.objects.bulk_update(rows, ["applied"])
    return len(rows)


def _strike_gone(file: ImportFile, chronology: Chronology, by: Person) -> int:
    rows = list(file.gone_rows())
    for row in rows:
        entry = _as_it_was_compared(row, chronology)
        reason = row.answer.get("because") or f"No longer in the file that was sent on {file.sent_at:%-d %B %Y}."
        keep_version(entry, reason)
        entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
        write_down(entry, by)
    return len(rows)


def _as_it_was_compared(row: ImportRow, chronology: Chronology) -> Entry:
    """The entry of a row, unless somebody wrote in it after both were compared."""
    entry: Entry = Entry.objects.select_for_update().get(pk=str(row.entry_id), chronology=chronology)
    if entry.version != row.entry_version or entry.struck_at is not None:
        refuse(f"Entry {entry.number} has been changed since this file was read. Read the file again and look at it once more.")
    return entry


@verb
def set_aside(file: ImportFile, *, by: Person) -> ImportFile:
    """Take nothing of a file. The file itself stays beside the chronology."""
    chronology = advance(file.chronology, "set_aside", by=by, file=file)
    file = ImportFile.objects.select_for_update().get(pk=file.pk, chronology=chronology)
    importing.answer(file, "aside", by)
    settle(chronology)
    return file


@verb
def import_now(
    chronology: Chronology, filename: str, data: bytes, by: Person, *, mapping: dict[str, str] | None = None
) -> ImportFile:
    """The whole way of a file at once, without the worker: received, read, taken in. Whole or not at all."""
    file = _receive(chronology, filename, data, by)
    file.mapping = mapping or {}
    importing.claim(file)
    file = _read(file)
    if file.stage == "refused":
        refuse(file.sentence)
    return apply_import(file, by=by)


def _receive(chronology: Chronology, filename: str, data: bytes, by: Person) -> ImportFile:
    accepted = importing.inspect(filename, data)
    chronology = advance(chronology, "import_file", by=by)
    file = importing.receive(chronology, accepted, data, by)
    log.fact(chronology, "chronology.file", by=by, file=file.pk, sha256=file.sha256, size=file.size)
    return file


def _read(file: ImportFile) -> ImportFile:
    try:
        report = importing.read(file)
    except gate.Refused as refused:
        return _refuse_file(file, refused.sentence)
    return _refuse_file(file, CODED_FILE) if went_out_coded(report) else keep_reading(file, report)


@verb
def keep_reading(file: ImportFile, report: reading.FileReport) -> ImportFile:
    """Put what was read before the agency: every row with what would become of it and why."""
    chronology = advance(file.chronology, "keep_reading", by=None, following=file.chronology)
    file = importing.keep(file, report)
    settle(chronology)
    return file


@verb
def _refuse_file(file: ImportFile, sentence: str) -> ImportFile:
    """A file that cannot be read as a chronology: the sentence stays, nothing else."""
    chronology = advance(file.chronology, "keep_reading", by=None, following=file.chronology)
    file = importing.refuse(file, sentence)
    settle(chronology)
    return file
