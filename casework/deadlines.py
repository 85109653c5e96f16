"""Time explained: events start promises, other events keep them, and every date carries its reason.

Rules come from the case's pack (``Timescale``); events are named as the log names them. A rule whose end is an act of
the thing that started it hangs on that thing; any other hangs on the case.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from agencies.models import Person
from agencies.roles import Holder
from casework import access, log, registry, waiting, writing
from casework.machines import Governed
from casework.models.case import Case
from casework.models.deadline import Deadline, Extension
from casework.refusals import refuse
from casework.statements import statement
from frameworks import calendars, clock
from frameworks.packs import Timescale


def happened(obj: Governed, act: str) -> None:
    """An event: keep the promises it ends, make the promises its case's pack ties to it."""
    case: Case | None = obj.case  # type: ignore[attr-defined]
    if case is None:
        return
    event = f"{registry.word(obj)}.{act}"
    for deadline in _ended_by(event, case.pk, obj.pk):
        _keep(deadline)
    for rule in case.pack.started_by(event):
        _promise_by_rule(case, obj, rule)


@statement
def _ended_by(event: Any, case: Any, about: Any) -> Any:
    hanging = Q(about_id=about) | Q(about_id=case)
    return Deadline.objects.standing().filter(hanging, case=case, ends=event)


def promise(
    case: Case,
    about: Governed,
    *,
    rule: str,
    label: str,
    ends: str,
    holder: Holder,
    due_on: date,
    why: str,
    source: str,
    outlasts: bool = False,
) -> Deadline:
    """Promise a date that people set rather than a rule: agreed at a meeting, written in the terms of reference.

    A standing promise under the same ``rule`` for the same thing is replaced by the new date without trace of an
    extension; use ``extend`` once the date has been told to anybody. One that ``outlasts`` the case does not keep it open.
    """
    today = clock.today()
    Deadline.objects.standing().filter(case=case, rule=rule, about_id=about.pk).delete()
    deadline = Deadline(
        case=case,
        about_kind=registry.word(about),
        about_id=about.pk,
        rule=rule,
        label=label,
        why=why,
        source=source,
        starts="",
        basis_on=today,
        ends=ends,
        role=holder.role,
        role_about=holder.about,
        first_due_on=due_on,
        due_on=due_on,
        outlasts=outlasts,
    )
    writing.insert(deadline)
    access.open_new(deadline, about)
    return deadline


def extend(deadline: Deadline, *, to: date, reason: str, consulted: str, by: Person) -> Extension:
    """Agree a later date. The old one, the reason, and who was consulted stay on the record."""
    if deadline.ended_at is not None:
        refuse("This date is no longer open.")
    if to <= deadline.due_on:
        refuse("The new date must be later than the present one.")
    extension = Extension.objects.create(
        deadline=deadline,
        from_on=deadline.due_on,
        to_on=to,
        reason=reason,
        consulted=consulted,
        agreed_by=by,
        agreed_on=clock.today(),
    )
    deadline.due_on = to
    deadline.save(update_fields=["due_on"])
    log.fact(deadline, "deadline.extend", by=by, chain=deadline.case_id, to=to, was=extension.from_on)
    waiting.date_moved(deadline)
    return extension


def hand_over(about: Governed, holder: Holder) -> None:
    """The open promises about a thing are kept by somebody else from now on, and they are the ones reminded."""
    Deadline.objects.standing().filter(about_id=about.pk).update(role=holder.role, role_about=holder.about)


def stop_clock(case: Case) -> None:
    """From today the case's open promises run no further: what is left of each is kept."""
    Deadline.objects.running().filter(case=case).update(stopped_on=clock.today())


def start_clock(case: Case, *, reason: str, by: Person) -> None:
    """The clock goes on: each promise it was stopped for is due later by as many days as it stood."""
    for deadline in Deadline.objects.standing().filter(case=case, stopped_on__isnull=False):
        stood = clock.today() - deadline.stopped_on
        Extension.objects.create(
            deadline=deadline,
            from_on=deadline.due_on,
            to_on=deadline.due_on + stood,
            reason=reason,
            agreed_by=by,
            agreed_on=clock.today(),
        )
        deadline.due_on += stood
        deadline.stopped_on = None
        deadline.save(update_fields=["due_on", "stopped_on"])
        log.fact(deadline, "deadline.extend", by=by, chain=case.pk, to=deadline.due_on, was=deadline.due_on - stood)
        waiting.date_moved(deadline)


def drop(about: Governed) -> None:
    """End the promises about a thing that will not be done (an excused agency, a withdrawn referral): neither kept nor broken."""
    Deadline.objects.standing().filter(about_id=about.pk).update(ended_at=clock.now(), is_met=None)


def drop_all(case: Case, *, rules: Iterable[str] | None = None) -> None:
    """End all open promises of a case (or those under these rules): its review ends early, or turns into another kind."""
    standing = Deadline.objects.standing().filter(case=case)
    chosen = standing if rules is None else standing.filter(rule__in=list(rules))
    chosen.update(ended_at=clock.now(), is_met=None)


def _keep(deadline: Deadline) -> None:
    deadline.ended_at = clock.now()
    deadline.is_met = clock.today() <= deadline.due_on
    deadline.save(update_fields=["ended_at", "is_met"])


def _promise_by_rule(case: Case, obj: Governed, rule: Timescale) -> None:
    about: Any = obj if rule.ends.split(".")[0] == registry.word(obj) else case
    basis = clock.today()
    if _promised(case.pk, rule.key, about.pk):
        return
    due = case.pack.due(rule, basis, case.board.nation)
    holder = responsible(rule.responsible, case, about)
    deadline = Deadline(
        case=case,
        about_kind=registry.word(about),
        about_id=about.pk,
        rule=rule.key,
        label=rule.label,
        why=calendars.explain(rule, basis),
        source=rule.citation,
        is_confirmed=rule.confirmed,
        starts=rule.starts,
        basis_on=basis,
        ends=rule.ends,
        role=holder.role,
        role_about=holder.about,
        first_due_on=due,
        due_on=due,
    )
    writing.insert(deadline)
    access.open_new(deadline, about)


@statement
def _promised(case: Any, rule: Any, about: Any) -> Any:
    return Deadline.objects.standing().filter(case=case, rule=rule, about_id=about).order_by().values_list("pk", flat=True)


def responsible(role: str, case: Case, about: Governed) -> Holder:
    """Whom a rule means by a role: the board's manager, the case's overview author, this report's author, its agency's lead."""
    kind = {"manager": case.board_id, "chair": case.board_id, "auditor": case.board_id}
    if role in kind:
        return Holder(role, kind[role])
    if role == "lead":
        return Holder("lead", about.agency_id)  # type: ignore[attr-defined]
    if role in {"panel_member", "overview_author"}:
        return Holder(role, case.pk)
    return Holder(role, about.pk)
