"""The way of a file into a chronology: received, read row by row in a process of its own, answered, taken in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from agencies.models import Person
from casework import documents, gate, in_bulk
from casework.gate import Accepted, Refused
from casework.refusals import refuse as say_no
from casework.worker import call_after_commit
from chronology import columns, reading, reconciling
from chronology.facts import as_json, from_json, lines_in
from chronology.models import Chronology, Entry, ImportFile, ImportRow
from chronology.models.imports import BECOMES_AN_ENTRY
from frameworks import clock
from reviews.models import TermsOfReference

TASK = "chronology.tasks.read_import"
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 3
MARKS = {"yes": "yes", "no": "no", "n/a": "not_applicable", None: "not_recorded"}
WORDS_OF = {  # what the reading calls a meaning, and the entry's field for its words
    "source": "source",
    "agency": "agency_words",
    "professional": "professional",
    "person": "persons",
    "event": "event",
    "contact_type": "contact_type",
    "child_views": "child_views",
    "action": "action",
    "outcome": "outcome",
    "told": "told",
    "standard": "standard",
    "comment": "comment",
    "line_of_enquiry": "line_of_enquiry",
    "theme": "theme",
    "significance": "significance",
    "reference": "reference",
}
SIGNIFICANT = re.compile(
    r"\s*(y|yes|true|x|✓|✔|\*+|1|key|kpe|high|very high|critical|major|significant|red)\b.*|\s*[✓✔*].*",
    re.IGNORECASE | re.DOTALL,
)


# --- received --------------------------------------------------------------------------------------------------


def inspect(filename: str, data: bytes) -> Accepted:
    """Past the gate, or refused with its sentence before anything is kept."""
    try:
        return gate.inspect(data, filename, allowed=gate.CHRONOLOGIES)
    except Refused as refused:
        say_no(refused.sentence)
        raise


def receive(chronology: Chronology, accepted: Accepted, data: bytes, by: Person) -> ImportFile:
    """Keep the bytes under their hash and note that they wait to be read."""
    return ImportFile.objects.create(
        chronology=chronology,
        filename=accepted.filename[:160],
        sha256=documents.keep(data),
        size=accepted.size,
        sent_by=by,
        sent_at=clock.now(),
    )


def wake_after_commit(file: ImportFile) -> None:
    """Call the worker once the file is there for it. Where nobody hears, the next minute's look finds the file."""
    call_after_commit(TASK, str(file.pk))


# --- read ------------------------------------------------------------------------------------------------------


def waiting() -> list[UUID]:
    """Files that wait to be read, and those whose reader has not been heard of for two minutes."""
    return list(ImportFile.objects.filter(_free()).order_by("sent_at").values_list("pk", flat=True))


def claim(file: ImportFile) -> bool:
    """Take a file for reading; False when another worker holds it or it has been read. A third loss is the last."""
    taken = ImportFile.objects.filter(_free(), pk=file.pk).update(
        stage="reading", held_until=clock.now() + LEASE, attempts=F("attempts") + 1, percent=0
    )
    file.refresh_from_db()
    return bool(taken)


def read(file: ImportFile) -> reading.FileReport:
    """Read the kept bytes in a bounded process, telling how far it is; raises Refused with a sentence."""
    if file.attempts > MOST_ATTEMPTS:
        raise Refused(
            "reading_stops",
            "Reading this file has stopped three times. Save it anew in the program it comes from, or send it as CSV.",
        )
    return reading.read_in_subprocess(
        documents.path_of(file.sha256),
        file.filename,
        period=period_of(file.chronology),
        mapping=file.mapping or None,
        date_order=file.date_order or None,
        today=clock.today(),
        hidden_sheets=file.hidden_sheets,
        remembered=columns.remembered_by(file.chronology.agency),
        progress=lambda done, total: _note(file, done, total),
    )


def period_of(chronology: Chronology) -> tuple[date | None, date | None] | None:
    """The period under review, as the terms of reference were last agreed; None before that."""
    for terms in TermsOfReference.objects.filter(case_id=chronology.case_id):
        if terms.in_force is not None:
            facts = terms.in_force.facts
            return tuple(date.fromisoformat(facts[name]) if facts[name] else None for name in ("period_from", "period_to"))  # type: ignore[return-value]
    return None


def begin_again(file: ImportFile) -> None:
    """Let a file wait for a reader as on the first day; what was answered about its rows is not forgotten."""
    file.stage, file.percent, file.held_until, file.attempts, file.sentence = "waiting", 0, None, 0, ""
    file.save()


def keep(file: ImportFile, report: reading.FileReport) -> ImportFile:
    """Store what was read: the file's facts and a row for each of its rows, in place of any earlier reading."""
    fresh = _locked(file)
    if fresh.document is None:
        data = documents.path_of(fresh.sha256).read_bytes()
        fresh.document = documents.store(
            fresh.chronology,
            title=f"Chronology file of {fresh.chronology.agency}",
            kind="chronology",
            filename=fresh.filename,
            data=data,
            by=fresh.sent_by,
        )
    _describe(fresh, report)
    rows = reconciling.reconcile(fresh, list(_rows(fresh, report)))
    fresh.rows.all().delete()
    in_bulk.write_new(rows)
    fresh.counts = dict(Counter(row.status for row in rows))
    fresh.stage, fresh.percent, fresh.held_until = "read", 100, None
    fresh.save()
    return fresh


def refuse(file: ImportFile, sentence: str) -> ImportFile:
    """Note that a file cannot be read, and why."""
    fresh = _locked(file)
    fresh.rows.all().delete()
    fresh.stage, fresh.held_until, fresh.sentence = "refused", None, sentence
    fresh.save()
    return fresh


def _free() -> Q:
    return Q(stage="waiting") | Q(stage="reading", held_until__lt=clock.now())


def _note(file: ImportFile, done: int, total: int) -> None:
    """How far the reading is, for the page that shows it; also holds the lease."""
    percent = min(99, done * 100 // total) if total else 0
    if percent > file.percent:
        file.percent = percent
        ImportFile.objects.filter(pk=file.pk, stage="reading").update(percent=percent, held_until=clock.now() + LEASE)


def _locked(file: ImportFile) -> ImportFile:
    fresh = ImportFile.objects.select_for_update().get(pk=file.pk)
    if fresh.stage != "reading":
        say_no("This file has been read, or set aside, meanwhile.")
    return fresh


def _describe(file: ImportFile, report: reading.FileReport) -> None:
    file.read_order, file.read_order_why = report.date_order or "", report.date_order_why or ""
    file.remarks = list(report.remarks)
    file.aside = [{"place": str(each.at), "kind": each.kind, "text": each.text} for each in report.aside]
    file.tables = [
        {
            "place": _whereabouts(table.place),
            "name": table.name,
            "rows": table.rows,
            "columns": [
                {"header": column.header, "meaning": column.meaning, "why": column.why, "samples": list(column.samples)}
                for column in table.columns
            ],
        }
        for table in report.tables
    ]
    file.remembered = list(report.remembered)


def _whereabouts(place: reading.Place) -> str:
    if place.sheet is not None:
        return f"Sheet “{place.sheet}”"
    return f"Table {place.table}" if place.table is not None else "The file"


def _rows(file: ImportFile, report: reading.FileReport) -> Iterator[ImportRow]:
    for ordinal, row in enumerate(report.rows, start=1):
        yield ImportRow(
            import_file=file,
            ordinal=ordinal,
            place=row.at.as_json(),
            place_words=str(row.at)[:200],
            status="outside" if row.reason == "outside_period" else row.status,
            reason=row.reason or "",
            sentence=row.sentence,
            questions=[{"code": query.code, "sentence": query.sentence} for query in row.questions],
            facts=as_json(facts_of(row, file)),
            raw=dict(row.raw),
            digest=row.digest,
        )


# --- taken in --------------------------------------------------------------------------------------------------


def take_in(file: ImportFile, chronology: Chronology, by: Person) -> list[Entry]:
    """Make entries of the rows that are new, numbered on from the chronology's last; the rows point to them."""
    rows = list(file.new_rows())
    first = chronology.last_number - len(rows) + 1
    at = clock.now()
    entries = [_entry(row, file, chronology, number, by, at) for number, row in enumerate(rows, start=first)]
    in_bulk.write_new(entries)
    made = Entry.objects.filter(chronology=chronology, digest=OuterRef("digest")).exclude(digest="")
    waiting = file.rows.filter(BECOMES_AN_ENTRY, entry__isnull=True, pk__in=[row.pk for row in rows])
    waiting.update(entry=Subquery(made.values("pk")[:1]), applied=True)
    return entries


def rewritten(row: ImportRow, entry: Entry) -> Entry:
    """The entry as a row of a later file changes it: the fields that the file changed, and no others."""
    facts = from_json(reconciling.whole(row))
    for name in row.changes:
        setattr(entry, name, facts[name])
    taken = Entry.objects.filter(chronology_id=entry.chronology_id, digest=row.digest).exclude(pk=entry.pk).exists()
    entry.import_file, entry.place, entry.place_words, entry.raw = row.import_file, row.place, row.place_words, row.raw
    entry.digest = entry.digest if taken else row.digest
    return entry


def answer(file: ImportFile, stage: str, by: Person) -> None:
    """Note who said what becomes of a file."""
    file.stage, file.answered_by, file.answered_at = stage, by, clock.now()
    file.save()


def facts_of(row: reading.Row, file: ImportFile) -> dict[str, Any]:
    """The fields of the entry that a row would become; a row that names no source has the file itself as its source."""
    words = {field: row.texts.get(meaning, "") for meaning, field in WORDS_OF.items()}
    words["source"] = words["source"] or f"{file.filename}, {row.at}"
    return words | {
        "start": row.start,
        "end": row.end,
        "precision": row.precision or "",
        "date_words": row.date_text,
        "time": row.time,
        "end_time": row.end_time,
        "time_precision": "unclear" if row.time_precision == "invalid" else row.time_precision or "",
        "time_words": row.time_text,
        "known_on": row.known_on,
        "child_seen": MARKS[row.child_seen],
        "child_alone": MARKS[row.child_alone],
        "lines": lines_in(words["line_of_enquiry"]),
        "is_significant": bool(SIGNIFICANT.fullmatch(words["significance"])),
    }


def _entry(row: ImportRow, file: ImportFile, chronology: Chronology, number: int, by: Person, at: Any) -> Entry:
    entry = Entry(
        chronology=chronology,
        case_id=chronology.case_id,
        number=number,
        import_file=file,
        place=row.place,
        place_words=row.place_words,
        raw=row.raw,
        digest=row.digest,
        written_by=by,
        written_at=at,
        **from_json(row.taken_as),
    )
    entry.stand_in_time()
    return entry
