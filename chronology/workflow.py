"""What people do with a chronology: write entries, take in the agency's files, share it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal
from uuid import UUID

from agencies.models import Agency, Board, Person
from casework import directory, gate, log, writing
from casework import workflow as casework
from casework.machines import Governed
from casework.models.case import Case
from casework.refusals import Forbidden, Outdated, refuse
from casework.statements import statement
from casework.transitions import advance, begin, settle, verb
from chronology import answering, columns, importing, keeping, panel_workflow, reading, several
from chronology.exporting import printing
from chronology.exporting.columns import order_of
from chronology.facts import as_json
from chronology.models import Chronology, ColumnOrder, Entry, EntryVersion, ImportFile, ImportRow, Printout
from chronology.returning import CODED_FILE, went_out_coded
from chronology.several import ADDED, CHANGED, STRUCK_OUT, Chosen, Done, Swept
from frameworks import clock
from reviews.models import Review

# --- opening and sharing ---------------------------------------------------------------------------------------


@verb
def open_chronology(case: Case, agency: Agency, *, report_id: Any = None, by: Person | None, following: Governed) -> Chronology:
    """Begin an agency's chronology; where it has one already, bind that to the report it is now asked for."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    keeping.open_key(case, by=by, following=following)
    standing = Chronology.objects.filter(case=case, agency=agency).first()
    if standing is None:
        casework.involve(case, agency)
        opened = begin(Chronology(case=case, agency=agency, report_id=report_id), by=by, following=following)
        panel_workflow.open_integrated(case, by=by, following=opened)
        return opened
    if report_id is None or standing.report_id == report_id:
        return standing
    return advance(standing, "bind", by=by, following=following, report_id=report_id)


@verb
def ask(review: Review, agency: Agency, *, by: Person) -> Chronology:
    """Ask an agency that writes no report for its chronology; its lead compiles and shares it."""
    review = advance(review, "commission", by=by)
    if Chronology.objects.filter(case=review.case, agency=agency).exists():
        refuse(f"{agency} has been asked for its chronology already.")
    return open_chronology(review.case, agency, by=by, following=review)


@verb
def share(chronology: Chronology, *, by: Person, following: Governed | None = None) -> Chronology:
    """Let the panel, the chair and the overview author see it; the number of entries now stands in the case file."""
    chronology = advance(chronology, "share", by=by, following=following, on=clock.today())
    casework.progress(chronology.case, chronology.agency, entries=chronology.entry_count)
    panel_workflow.follow(chronology, by=by)
    return chronology


@verb
def unshare(chronology: Chronology, *, by: Person, following: Governed | None = None) -> Chronology:
    """Give it back to the agency: nobody else sees it, nor how many entries it has, until it is shared again."""
    chronology = advance(chronology, "unshare", by=by, following=following)
    casework.progress(chronology.case, chronology.agency, entries=None)
    panel_workflow.follow(chronology, by=by)
    return chronology


# --- entries ---------------------------------------------------------------------------------------------------


@verb
def add_entry(chronology: Chronology, *, by: Person, **written: Any) -> Entry:
    """Write one more entry; ``written`` are its facts and words by their field's name."""
    chronology = advance(chronology, "add_entry", by=by)
    if chronology.entry_count == 1:  # only from the first does it follow what the agency does next
        settle(chronology)
    entry = Entry(chronology=chronology, case_id=chronology.case_id, number=chronology.last_number, **written)
    return _write(entry, by)


@verb
def change_entry(entry: Entry, *, version: int, by: Person, **written: Any) -> Entry:
    """Put an entry's words right, on top of the version that was opened; raises Outdated when another stands there now."""
    chronology = advance(entry.chronology, "change_entry", by=by)
    entry = _as_it_stands(entry, chronology)
    if entry.version != version:
        raise _outdated(entry, written)
    _keep_version(entry)
    for name, value in written.items():
        setattr(entry, name, value)
    return _write(entry, by)


@verb
def remove_entry(entry: Entry, *, reason: str, by: Person) -> Entry:
    """Strike an entry out. It stays, with the reason, and its row is not taken in again."""
    chronology = advance(entry.chronology, "remove_entry", by=by)
    entry = _as_it_stands(entry, chronology)
    _keep_version(entry, reason)
    entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
    return _write(entry, by)


@verb
def restore_entry(entry: Entry, *, by: Person) -> Entry:
    """Let an entry that was struck out stand again."""
    chronology = advance(entry.chronology, "restore_entry", by=by)
    entry = Entry.objects.select_for_update().get(pk=entry.pk, chronology=chronology)
    if entry.struck_at is None:
        refuse("This entry has not been struck out.")
    _keep_version(entry)
    entry.struck_at, entry.struck_by, entry.struck_because = None, None, ""
    return _write(entry, by)


def _as_it_stands(entry: Entry, chronology: Chronology) -> Entry:
    """The entry as the database has it now, under the case's lock."""
    (fresh,) = _held(entry.pk, chronology.pk)
    fresh.chronology = chronology
    if fresh.struck_at is not None:
        refuse("This entry has been struck out. Restore it first.")
    return fresh


@statement
def _held(entry: Any, chronology: Any) -> Any:
    return Entry.objects.select_for_update().filter(pk=entry, chronology=chronology).defer("search")


def _write(entry: Entry, by: Person) -> Entry:
    """Save an entry's new version and log its hash."""
    if not entry._state.adding:
        entry.version += 1
    entry.written_by, entry.written_at = by, clock.now()
    entry.stand_in_time()
    (writing.insert if entry._state.adding else writing.update)(entry)
    log.fact(entry, "entry.write", by=by, chain=entry.case_id, digest=log.digest(entry))
    return entry


def _keep_version(entry: Entry, reason: str = "") -> None:
    kept = EntryVersion(
        entry=entry,
        version=entry.version,
        written=as_json(entry.as_written()),
        written_by_id=entry.written_by_id,
        written_at=entry.written_at,
        changed_because=reason,
    )
    writing.insert(kept)


def _outdated(entry: Entry, written: dict[str, Any]) -> Outdated:
    """Both texts, field by field, of whatever differs."""
    differing = [name for name, value in written.items() if getattr(entry, name) != value]
    theirs = {name: getattr(entry, name) for name in differing}
    yours = {name: written[name] for name in differing}
    return Outdated(
        about=entry.chronology,
        act="change_entry",
        theirs=_in_words(theirs),
        yours=_in_words(yours),
        version=entry.version,
    )


def _label(name: str) -> str:
    field: Any = Entry._meta.get_field(name)
    return str(field.verbose_name)


def _in_words(fields: dict[str, Any]) -> str:
    return "\n".join(f"{_label(name).capitalize()}: {value}" for name, value in fields.items())


# --- several entries at once -----------------------------------------------------------------------------------


@verb
def change_entries(
    chronology: Chronology, versions: Mapping[UUID, int], *, by: Person, add_people: str = "", **written: Any
) -> Swept:
    """Set facts or words of several entries at the versions that were seen; those changed meanwhile are told, not touched."""
    chosen = _must_be_few(Chosen(chronology, versions))
    chronology = advance(chronology, "change_entry", by=by)
    _must_reach_some(chosen)
    several.keep_versions(chosen.free)
    for entry in chosen.free:
        for name, value in written.items():
            setattr(entry, name, value)
        entry.persons = several.with_people(entry.persons, add_people)
    return _write_all(chronology, chosen, by, "change")


@verb
def remove_entries(chronology: Chronology, versions: Mapping[UUID, int], *, reason: str, by: Person) -> Swept:
    """Strike several entries out for one reason. They stay on record with it."""
    chosen = _must_be_few(Chosen(chronology, versions))
    chronology = advance(chronology, "remove_entry", by=by, entries=lambda: len(chosen.free))
    _must_reach_some(chosen)
    several.keep_versions(chosen.free, reason)
    for entry in chosen.free:
        entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
    return _write_all(chronology, chosen, by, "strike_out")


@verb
def undo(chronology: Chronology, done: Done, *, by: Person) -> Swept:
    """Undo what this person did last: each entry stands as before, as a new version. Nothing of the history goes.

    All of it or nothing: where somebody changed one of the entries meanwhile, it is refused and they are named.
    """
    added, changed, struck = (done.having(what) for what in (ADDED, CHANGED, STRUCK_OUT))
    for act, those in (("change_entry", changed), ("remove_entry", added), ("restore_entry", struck)):
        if those:
            chronology = advance(chronology, act, by=by, entries=those.__len__)
    entries = _as_left(chronology, done, by)
    before = several.written_before(entries)
    several.keep_versions(entries, UNDONE)
    for entry in entries:
        if entry.pk in added:
            entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, UNDONE
        elif entry.pk in struck:
            entry.struck_at, entry.struck_by, entry.struck_because = None, None, ""
        else:
            for name, value in before[entry.pk].items():
                setattr(entry, name, value)
    return _store_all(chronology, entries, by, "undo")


UNDONE = "Taken back by whoever wrote it."


def _must_be_few(chosen: Chosen) -> Chosen:
    if len(chosen.versions) > several.MOST:
        refuse(f"Choose {several.MOST} entries or fewer: one act must be such as one person can look over.")
    return chosen


def _must_reach_some(chosen: Chosen) -> None:
    if not chosen.free:
        refuse(*(chosen.refused or ["No entry was chosen."]))


def _as_left(chronology: Chronology, done: Done, by: Person) -> list[Entry]:
    """The entries as this person left them; refused where anybody has changed one since."""
    held = Entry.objects.select_for_update(of=("self",)).filter(chronology=chronology, pk__in=list(done.entries))
    entries = list(held.select_related("written_by").defer("search").order_by("number"))
    since = [each for each in entries if each.version != done.entries[each.pk][1] or each.written_by_id != by.pk]
    if since or len(entries) < len(done.entries):
        refuse(*(f"Entry {each.number} was changed meanwhile by {each.written_by}, so nothing was undone." for each in since))
    return entries


def _write_all(chronology: Chronology, chosen: Chosen, by: Person, event: str) -> Swept:
    return Swept(_store_all(chronology, chosen.free, by, event).entries, chosen.refused)


def _store_all(chronology: Chronology, entries: list[Entry], by: Person, event: str) -> Swept:
    """Save the new version of several entries, with one entry in the log that names them all."""
    at = clock.now()
    for entry in entries:
        entry.version += 1
        entry.written_by, entry.written_at = by, at
        entry.stand_in_time()
    Entry.objects.bulk_update(entries, several.STORED, batch_size=several.BATCH)
    ids = [str(entry.pk) for entry in entries]
    log.fact(chronology, f"entry.{event}", by=by, entries=ids, digest=several.digest_of(entries))
    return Swept(entries, [])


# --- files -----------------------------------------------------------------------------------------------------


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
        _keep_version(entry, f"Changed by the file that was sent on {file.sent_at:%-d %B %Y}")
        _write(importing.rewritten(row, entry), by)
        row.applied = True
    ImportRow.objects.bulk_update(rows, ["applied"])
    return len(rows)


def _strike_gone(file: ImportFile, chronology: Chronology, by: Person) -> int:
    rows = list(file.gone_rows())
    for row in rows:
        entry = _as_it_was_compared(row, chronology)
        reason = row.answer.get("because") or f"No longer in the file that was sent on {file.sent_at:%-d %B %Y}."
        _keep_version(entry, reason)
        entry.struck_at, entry.struck_by, entry.struck_because = clock.now(), by, reason
        _write(entry, by)
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


# --- going out -------------------------------------------------------------------------------------------------


@verb
def print_chronology(
    case: Case, *, entries: Any, chronologies: Iterable[Chronology], paper: str, by: Person, front: str = "", people: str = ""
) -> Printout:
    """Have a PDF made of entries that somebody sees: for them alone, and only as long as they may see them all.

    ``front`` are the pages that ``chronology.on_paper`` drew, to stand before the table. ``people`` says whether "codes"
    or "names" stand in it, where the key makes a difference; names only for whoever may look behind the codes.
    """
    if people == "names":
        keeping.must_be_allowed_names(case, by)
    ids = list(entries.values_list("pk", flat=True)[: printing.MOST_ENTRIES + 1])
    if not ids:
        refuse("There is no entry to print. Take a filter off.")
    if len(ids) > printing.MOST_ENTRIES:
        refuse(printing.TOO_LONG)
    asked = Printout.objects.create(
        case=case,
        chronologies=[each.pk for each in chronologies],
        entry_ids=ids,
        columns=[column.key for column in order_of(case.board)],
        paper=paper,
        front=front,
        people=people,
        asked_by=by,
        asked_at=clock.now(),
    )
    log.fact(case, "case.print", by=by, what="chronology", entries=len(ids), printout=asked.pk, people=people)
    printing.wake_after_commit(asked)
    return asked


@verb
def order_columns(board: Board, columns: list[str], *, by: Person) -> ColumnOrder:
    """Choose the columns of a board's chronologies, and their order; whoever keeps the board's directory may."""
    if not directory.kept_by(by).filter(pk=board.pk).exists():
        raise Forbidden("Your role does not include this.")
    facts = {"columns": columns, "set_by": by, "set_at": clock.now()}
    order, _ = ColumnOrder.objects.update_or_create(board=board, defaults=facts)
    log.append(board.pk, "board.columns", by=by, kind="board", pk=board.pk, facts={"columns": len(columns)})
    return order
