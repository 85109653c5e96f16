"""What people do with the case itself: open it, appoint to it, look behind a pseudonym, file papers, close it."""

from __future__ import annotations

from datetime import date
from typing import Any

import frameworks
from agencies.models import Agency, Board, Person, Role
from casework import access, appointments, deadlines, documents, log
from casework.machines import Governed, Guarded
from casework.models.case import Case, Identity, Involvement, Milestone, Subject
from casework.models.deadline import Deadline, Extension
from casework.models.document import Document
from casework.statements import statement
from casework.transitions import advance, begin, verb
from frameworks import clock


@verb
def open_case(board: Board, *, framework: str, pseudonym: str, by: Person) -> Case:
    """Open the file: the next reference of the board and year, bound to the pack as it now stands."""
    locked = Board.objects.select_for_update().get(pk=board.pk)
    pack = frameworks.get(framework)
    case = Case(
        board=locked,
        reference=_next_reference(locked),
        pseudonym=pseudonym,
        framework=pack.code,
        framework_digest=pack.digest,
        opened_on=clock.today(),
    )
    return begin(case, by=by)


def _next_reference(board: Board) -> str:
    start = f"{board.prefix}-{clock.today().year}-"
    taken = Case.objects.filter(reference__startswith=start).values_list("reference", flat=True)
    return f"{start}{max((int(each.removeprefix(start)) for each in taken), default=0) + 1:03d}"


def reach(case: Case, stage: str, *, note: str = "") -> Milestone:
    """The case has come to a stage of its strip; a higher stage says so when it begins, and may renew the note."""
    milestone, is_new = Milestone.objects.get_or_create(
        case=case, stage=stage, defaults={"reached_on": clock.today(), "note": note}
    )
    if is_new:
        Case.objects.filter(pk=case.pk).update(stage=stage)
        case.stage = stage
    elif milestone.note != note:
        milestone.note = note
        milestone.save(update_fields=["note"])
    return milestone


def involve(case: Case, agency: Agency) -> Involvement:
    """An agency belongs to the case from now on; its lead sees the file's cover."""
    standing = _involved(case.pk, agency.pk)
    if standing:
        return standing[0]
    involvement, is_new = Involvement.objects.get_or_create(case=case, agency=agency)
    if is_new:
        access.bring_in_line(case)
    return involvement


@statement
def _involved(case: Any, agency: Any) -> Any:
    return Involvement.objects.filter(case=case, agency=agency).order_by()


def progress(case: Case, agency: Agency, **facts: Any) -> None:
    """How far an agency is, for the case file's table: ``secured_on``, ``report``, ``report_tone``, ``entries``, ``due_on``..."""
    involve(case, agency)
    Involvement.objects.filter(case=case, agency=agency).update(**facts)


def rebind(case: Case, framework: str) -> None:
    """Bind the case to the pack that the decision chose; called inside the act that decides."""
    pack = frameworks.get(framework)
    case.framework, case.framework_digest = pack.code, pack.digest
    Case.objects.filter(pk=case.pk).update(framework=pack.code, framework_digest=pack.digest)


@verb
def appoint(case: Case, *, person: Person, role: str, by: Person) -> Role:
    """Give a person a role on this case (a panel member, a co-opted expert)."""
    case = advance(case, "appoint", by=by)
    return appointments.appoint(person, role, case, by=by)


@verb
def dismiss(case: Case, *, role: Role, by: Person) -> Role:
    """Let a person's role on this case end."""
    case = advance(case, "dismiss", by=by)
    return appointments.end(role, by=by)


@verb
def add_subject(
    case: Case,
    *,
    pseudonym: str,
    by: Person,
    name: str = "",
    relation: str = "",
    is_index: bool = True,
    age: str = "",
    date_of_birth: date | None = None,
    date_of_death: date | None = None,
    following: Governed | None = None,
) -> Subject:
    """Add a child under a pseudonym; who they really are is kept apart."""
    case = advance(case, "add_subject", by=by, following=following)
    subject = Subject.objects.create(case=case, pseudonym=pseudonym, relation=relation, is_index=is_index, age=age)
    Identity.objects.create(subject=subject, name=name, date_of_birth=date_of_birth, date_of_death=date_of_death)
    return subject


@verb
def reveal(case: Case, *, reason: str, by: Person) -> list[Identity]:
    """Look behind the pseudonyms of a case. Who looked, when, and the reason's hash are logged; the reason is kept."""
    case = advance(case, "reveal", by=by)
    log.fact(case, "case.reason", by=by, reason=documents.sha256(reason.encode()))
    return list(Identity.objects.filter(subject__case=case).select_related("subject"))


@verb
def file_document(
    about: Guarded, *, title: str, kind: str, filename: str, data: bytes, by: Person, following: Governed | None = None
) -> Document:
    """Put a document beside a thing, past the gate. On the case itself it is an act; beside other things it follows from one."""
    if isinstance(about, Case):
        about = advance(about, "file", by=by, following=following)
    return documents.store(about, title=title, kind=kind, filename=filename, data=data, by=by)


@verb
def extend(case: Case, *, deadline: Deadline, to: date, reason: str, consulted: str, by: Person) -> Extension:
    """Agree a later date for a deadline of this case."""
    advance(case, "extend", by=by)
    locked = Deadline.objects.select_for_update().get(pk=deadline.pk, case=case)
    return deadlines.extend(locked, to=to, reason=reason, consulted=consulted, by=by)


@verb
def close(case: Case, *, by: Person, following: Governed | None = None) -> Case:
    """Everything is done: from now on the file is read and not changed."""
    return advance(case, "close", by=by, following=following, on=clock.today())
