"""What those who read every agency's entries do with them together: answer proposals, ask agencies, write notes, freeze."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from agencies.models import Person
from casework import log
from casework.machines import Governed
from casework.models.case import Case
from casework.refusals import Forbidden, Hidden, Outdated, refuse
from casework.transitions import advance, begin, settle, verb
from chronology import freezing, joining, proposing, versions
from chronology.models import (
    Analysis,
    Answer,
    Chronology,
    Entry,
    FrozenVersion,
    IntegratedChronology,
    Note,
    NoteVersion,
    Proposal,
    Question,
    SavedView,
)
from frameworks import clock

# --- opened, and kept in line --------------------------------------------------------------------------------------


@verb
def open_integrated(case: Case, *, by: Person | None, following: Governed) -> IntegratedChronology:
    """Let those who will read all agencies' entries have one place for it; there is one in a case."""
    standing = IntegratedChronology.objects.filter(case=case).first()
    return standing or begin(IntegratedChronology(case=case), by=by, following=following)


@verb
def follow(chronology: Chronology, *, by: Person | None) -> IntegratedChronology:
    """An agency has shared its chronology, or has it back: everything that rests on it is brought in line."""
    integrated = open_integrated(chronology.case, by=by, following=chronology)
    for question in chronology.questions.select_related("chronology__case", "case"):
        settle(question)
    joining.bring_in_line(integrated)
    return analyse(integrated, by=by, following=chronology)


# --- what the analyst notices --------------------------------------------------------------------------------------


@verb
def analyse(integrated: IntegratedChronology, *, by: Person | None, following: Governed | None = None) -> IntegratedChronology:
    """Have everything that is shared compared by the worker."""
    integrated = advance(integrated, "analyse", by=by, following=following)
    proposing.ask(integrated, by)
    return integrated


def run_analysis(run: Analysis) -> Analysis:
    """Compare now. Safe to run twice: whoever holds the lease compares, nobody else."""
    if not proposing.claim(run):
        return run
    seen = proposing.see(run)
    return keep_proposals(run, seen, proposing.compare(run, seen))


@verb
def keep_proposals(run: Analysis, seen: proposing.Seen, noticed: list[Any]) -> Analysis:
    """Put what was noticed before the panel; answers that were given stay with what they answer."""
    standing = run.integrated
    Case.objects.select_for_update().get(pk=standing.case_id)
    run = Analysis.objects.select_for_update().select_related("integrated__case").get(pk=run.pk)
    if run.stage != "comparing":
        return run
    if proposing.is_overtaken(run):
        run.stage, run.held_until, run.finished_at = "overtaken", None, clock.now()
        run.save()
        return run
    last = proposing.keep(run, run.integrated, seen, noticed)
    integrated = advance(run.integrated, "keep_proposals", by=None, following=run.integrated, last_number=last)
    facts = {"entries": run.entries, "seen": run.sha256, "found": run.found}
    log.fact(run, "analysis.keep", by=None, chain=integrated.case_id, **facts)
    return run


@verb
def set_thresholds(integrated: IntegratedChronology, *, thresholds: Mapping[str, Any], by: Person) -> IntegratedChronology:
    """Set the numbers by which this case's entries are compared, and have them compared anew."""
    integrated = advance(integrated, "set_thresholds", by=by, thresholds=dict(thresholds))
    log.fact(proposing.ask(integrated, by), "analysis.thresholds", by=by, chain=integrated.case_id, **thresholds)
    return integrated


# --- what people make of it ----------------------------------------------------------------------------------------


@verb
def dispose(proposal: Proposal, *, answer: str, words: str = "", by: Person) -> Answer:
    """Say what a proposal is. Rows that are the same event stand together from now on."""
    integrated = advance(proposal.integrated, "dispose", by=by)
    proposal = _as_it_stands(proposal, integrated, by)
    proposal.must_be_open()
    if answer not in dict(proposal.choices):
        refuse("This is no answer to a proposal of this kind.")
    stood = dict(Entry.objects.filter(pk__in=proposal.entries).values_list("pk", "version"))
    said = Answer.objects.create(
        proposal=proposal,
        answer=answer,
        words=words,
        versions={str(pk): version for pk, version in stood.items()},
        by=by,
        at=clock.now(),
    )
    _answered(proposal, integrated, answer)
    log.fact(proposal, "proposal.answer", by=by, chain=integrated.case_id, answer=answer, **_hashed(words))
    return said


@verb
def reopen(proposal: Proposal, *, reason: str, by: Person) -> Proposal:
    """Take an answer back; what was said, and why it no longer holds, is kept."""
    integrated = advance(proposal.integrated, "reopen", by=by)
    proposal = _as_it_stands(proposal, integrated, by)
    proposal.must_be_answered()
    proposal.answers.get(taken_back_at__isnull=True).take_back(by, reason)
    _answered(proposal, integrated, "")
    log.fact(proposal, "proposal.reopen", by=by, chain=integrated.case_id, **_hashed(reason))
    return proposal


def _as_it_stands(proposal: Proposal, integrated: IntegratedChronology, by: Person) -> Proposal:
    """The proposal as the database has it now, if every chronology it rests on is open to this person."""
    shared = proposing.shared_to(by, integrated.case_id)
    fresh = Proposal.objects.resting_on(shared).select_for_update().filter(pk=proposal.pk, integrated=integrated).first()
    if fresh is None:
        raise Hidden("There is no such thing.", about=integrated)
    return fresh


def _answered(proposal: Proposal, integrated: IntegratedChronology, answer: str) -> None:
    joins = "same" in {proposal.answer, answer}
    proposal.answer = answer
    proposal.save(update_fields=["answer"])
    if joins:
        joining.bring_in_line(integrated)


# --- what an agency is asked ---------------------------------------------------------------------------------------


@verb
def ask_agency(proposal: Proposal, *, chronology: Chronology, words: str, by: Person) -> Question:
    """Ask an agency about its own entries. It reads the question and its own words, nothing that others wrote."""
    integrated = advance(proposal.integrated, "ask_agency", by=by)
    proposal = _as_it_stands(proposal, integrated, by)
    if chronology.pk not in proposal.chronologies:
        refuse("This proposal does not rest on that agency’s chronology.")
    chronology = Chronology.objects.select_related("agency", "case").get(pk=chronology.pk)
    own = Entry.objects.filter(pk__in=proposal.entries, chronology=chronology).by_time()
    question = Question(
        case=integrated.case,
        chronology=chronology,
        proposal=proposal,
        entries=list(own.values_list("pk", flat=True)),
        words=words,
        asked_by=by,
        asked_at=clock.now(),
    )
    return begin(question, by=by, following=integrated)


@verb
def answer(question: Question, *, words: str, by: Person) -> Question:
    """The agency answers in its own words; those who read its chronology read them."""
    return advance(question, "answer", by=by, words=words, at=clock.now())


@verb
def withdraw(question: Question, *, by: Person) -> Question:
    """The panel does not need the answer any more."""
    return advance(question, "withdraw", by=by)


# --- notes ---------------------------------------------------------------------------------------------------------


@verb
def add_note(
    integrated: IntegratedChronology,
    *,
    words: str,
    by: Person,
    entry: Entry | None = None,
    start: date | None = None,
    end: date | None = None,
) -> Note:
    """Write a note beside an entry, or beside a stretch of time; it never becomes part of an agency's text."""
    integrated = advance(integrated, "add_note", by=by)
    if entry is not None:
        entry = _readable(entry, integrated, by)
        start, end = entry.start, entry.end
    if start is None or end is None:
        refuse("A note stands beside an entry, or beside a day or a stretch of time.")
    note = Note(integrated=integrated, number=integrated.last_note, entry=entry, begun_by=by, begun_at=clock.now())
    return _write(note, integrated, by, words=words, start=start, end=end)


@verb
def change_note(note: Note, *, version: int, words: str, by: Person, start: date | None = None, end: date | None = None) -> Note:
    """Say a note better, on top of the version that was opened; raises Outdated when another stands there now."""
    integrated = advance(note.integrated, "change_note", by=by)
    note = _note_as_it_stands(note, integrated, by)
    note.must_stand()
    note.must_be_by(by)
    if note.version != version:
        raise Outdated(about=integrated, act="change_note", theirs=note.words, yours=words, version=note.version)
    kept = {"words": note.words, "start": note.start, "end": note.end, "written_at": note.written_at}
    NoteVersion.objects.create(note=note, version=note.version, **kept)
    note.version += 1
    return _write(note, integrated, by, words=words, start=start or note.start, end=end or note.end)


@verb
def strike_note(note: Note, *, reason: str, by: Person) -> Note:
    """A note no longer stands; it is kept with the reason."""
    integrated = advance(note.integrated, "strike_note", by=by)
    note = _note_as_it_stands(note, integrated, by)
    note.must_stand()
    note.struck_at, note.struck_by, note.struck_because = clock.now(), by, reason
    return _save(note, integrated, by)


@verb
def restore_note(note: Note, *, by: Person) -> Note:
    """A note that was struck out stands again."""
    integrated = advance(note.integrated, "restore_note", by=by)
    note = _note_as_it_stands(note, integrated, by)
    if note.struck_at is None:
        refuse("This note has not been struck out.")
    note.struck_at, note.struck_by, note.struck_because = None, None, ""
    return _save(note, integrated, by)


def _note_as_it_stands(note: Note, integrated: IntegratedChronology, by: Person) -> Note:
    shared = proposing.shared_to(by, integrated.case_id)
    fresh = Note.objects.beside(shared).filter(pk=note.pk, integrated=integrated).select_related("entry", "begun_by").first()
    if fresh is None:
        raise Hidden("There is no such thing.", about=integrated)
    return fresh


def _readable(entry: Entry, integrated: IntegratedChronology, by: Person) -> Entry:
    shared = proposing.shared_to(by, integrated.case_id)
    fresh = Entry.objects.filter(pk=entry.pk, chronology_id__in=shared).first()
    if fresh is None:
        raise Hidden("There is no such thing.", about=integrated)
    return fresh


def _write(note: Note, integrated: IntegratedChronology, by: Person, *, words: str, start: date, end: date) -> Note:
    note.words, note.start, note.end, note.written_at = words, start, end, clock.now()
    note.entry_version = note.entry.version if note.entry else None
    return _save(note, integrated, by)


def _save(note: Note, integrated: IntegratedChronology, by: Person) -> Note:
    note.save()
    log.fact(note, "note.write", by=by, chain=integrated.case_id, digest=log.digest(note))
    return note


# --- views and versions --------------------------------------------------------------------------------------------


@verb
def keep_view(integrated: IntegratedChronology, *, name: str, asked: str, by: Person) -> SavedView:
    """Keep what somebody asked to see under a name."""
    integrated = advance(integrated, "keep_view", by=by)
    if integrated.views.filter(person=by, name=name).exists():
        refuse("You have kept a view under this name already. Remove it, or choose another name.")
    return SavedView.objects.create(integrated=integrated, person=by, name=name, asked=asked, kept_at=clock.now())


@verb
def share_view(view: SavedView, *, is_shared: bool, by: Person) -> SavedView:
    """Offer a view of one's own to all who read the integrated chronology, or no longer."""
    advance(view.integrated, "share_view", by=by)
    view = _own_view(view, by)
    view.is_shared = is_shared
    view.save(update_fields=["is_shared"])
    return view


@verb
def remove_view(view: SavedView, *, by: Person) -> None:
    """A view of one's own is not wanted any more."""
    advance(view.integrated, "remove_view", by=by)
    _own_view(view, by).delete()


def _own_view(view: SavedView, by: Person) -> SavedView:
    fresh = SavedView.objects.select_for_update().filter(pk=view.pk).first()
    if fresh is None or (fresh.person_id != by.pk and not fresh.is_shared):
        raise Hidden("There is no such thing.", about=view.integrated)
    if fresh.person_id != by.pk:
        raise Forbidden("This view is somebody else’s. Keep one of your own.", about=view.integrated)
    return fresh


@verb
def freeze(integrated: IntegratedChronology, *, words: str = "", by: Person) -> FrozenVersion:
    """The panel has read it: keep which version of every entry stands where, with a hash over exactly that."""
    before = versions.latest(integrated)
    integrated = advance(integrated, "freeze", by=by)
    shared = proposing.shared_in(integrated.case_id)
    if not any(each.entry_count for each in shared):
        refuse("No agency has shared an entry yet: there is nothing to freeze.")
    changes = freezing.changes_since(before, shared) if before else {}
    if before is not None and not any(changes.values()):
        refuse(f"Nothing has changed since version {before.number} was frozen.")
    frozen = freezing.freeze(integrated, shared, words=words, changes=changes, by=by)
    facts = {"number": frozen.number, "entries": frozen.entries, "sha256": frozen.sha256}
    log.fact(frozen, "frozenversion.keep", by=by, chain=integrated.case_id, **facts)
    return frozen


def _hashed(words: str) -> dict[str, str]:
    """That something was said, for the log: its hash, never the words."""
    return {"words": versions.sha256_of(words)} if words else {}
