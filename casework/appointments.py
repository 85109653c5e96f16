"""Who holds which role: given by a person, from a day, on the record."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from agencies.models import Agency, Board, Listing, Person, Role
from agencies.roles import ROLES, Holder
from casework import access, log, registry, writing
from casework.machines import Governed
from casework.models.case import Case, Guest
from casework.refusals import Forbidden, refuse
from casework.statements import statement
from casework.transitions import verb
from frameworks import clock


@verb
def appoint(
    person: Person,
    role: str,
    about: Any,
    *,
    by: Person | None,
    agency: Agency | None = None,
    on: date | None = None,
    following: Governed | None = None,
) -> Role:
    """Give a person a role on a thing from a day (today unless told).

    ``by`` must hold a role that may appoint to this one, unless the appointment follows from an act already checked.
    Nobody gives a role to themselves on their own word. Raises Forbidden or Blocked.
    """
    if following is None:
        _check_appointer(person, role, about, by)
    holder = Holder(role, about.pk)
    standing = next(iter(_held_by(clock.today(), holder.group_name, person.pk)), None)
    if standing is not None:
        return standing
    made = Role(
        person=person,
        role=role,
        about_kind=_kind(about),
        about_id=about.pk,
        group=access.group_of(holder),
        agency=agency or person.agency,
        from_on=on or clock.today(),
        appointed_by=by,
    )
    writing.insert(made)
    admit(about, holder)
    _note(made, "appoint", about, by)
    access.forget_groups(person)
    return made


@verb
def end(role: Role, *, by: Person | None, on: date | None = None, following: Governed | None = None) -> Role:
    """Let a role end: from this day on it opens nothing. What was done under it stays done."""
    about = thing_of(role)
    if following is None:
        _check_appointer(role.person, role.role, about, by)
    if role.until_on is not None:
        refuse("This appointment has already ended.")
    role.until_on = max(on or clock.today(), role.from_on)
    role.save(update_fields=["until_on"])
    _note(role, "dismiss", about, by)
    access.forget_groups(role.person)
    return role


def thing_of(role: Role) -> Any:
    """What a role is about."""
    if role.about_kind == "board":
        return Board.objects.get(pk=role.about_id)
    if role.about_kind == "agency":
        return Agency.objects.get(pk=role.about_id)
    return registry.find(role.about_kind, role.about_id)


def holds(person: Person, *holders: Holder) -> bool:
    """Whether a person is one of these holders today."""
    return any(_held_by(clock.today(), holder.group_name, person.pk) for holder in holders)


def holding(holder: Holder) -> list[Role]:
    """The roles of this holder today, with the people."""
    return _held_as(clock.today(), holder.group_name)


@statement
def _held_by(day: Any, group: Any, person: Any) -> Any:
    return Role.objects.current(day).filter(group__name=group, person=person)


@statement
def _held_as(day: Any, group: Any) -> Any:
    return Role.objects.current(day).filter(group__name=group).select_related("person").order_by("pk")


def _check_appointer(person: Person, role: str, about: Any, by: Person | None) -> None:
    boards = _boards_of(about)
    allowed = [Holder(each, board) for each in ROLES[role].appointed_by for board in boards]
    if by is None:
        return
    if not allowed or not holds(by, *allowed):
        raise Forbidden("Your role does not include this.", about=about if isinstance(about, Governed) else None)
    if person == by:
        refuse("Nobody can give a role to themselves. Ask another person to do it.")


def _boards_of(about: Any) -> list[Any]:
    if isinstance(about, Board):
        return [about.pk]
    if isinstance(about, Agency):
        return list(Listing.objects.filter(agency=about).values_list("board_id", flat=True))
    case: Case = about.case
    return [case.board_id]


def _kind(about: Any) -> str:
    return registry.word(about)


def admit(about: Any, holder: Holder) -> None:
    """Who holds a role on something inside a case sees the cover of its file."""
    if not isinstance(about, Governed) or isinstance(about, Case):
        return
    case: Case | None = about.case  # type: ignore[attr-defined]
    if case is not None:
        if holder not in case.guests():
            Guest.objects.get_or_create(case=case, role=holder.role, about_id=holder.about)
        access.bring_in_line(case)


def _note(role: Role, act: str, about: Any, by: Person | None) -> None:
    chains = [about.chain_id()] if isinstance(about, Governed) and about.chain_id() else _boards_of(about)
    for chain in chains[:1]:
        log.append(
            chain,
            f"role.{act}",
            by=by,
            kind=_kind(about),
            pk=about.pk,
            version=getattr(about, "version", 0),
            to_state=getattr(about, "state", ""),
            facts={"role": role.role, "person": role.person_id, "from": role.from_on, "until": role.until_on},
        )


def candidates(board: Board) -> Any:
    """The people whom this board could appoint: of its agencies, or already serving it."""
    agencies = Listing.objects.filter(board=board).values_list("agency_id", flat=True)
    serving = Role.objects.current().filter(about_id=board.pk).values_list("person_id", flat=True)
    independent = Role.objects.filter(role__in=["overview_author"]).values_list("person_id", flat=True)
    return Person.objects.filter(
        Q(agency_id__in=list(agencies)) | Q(pk__in=list(serving)) | Q(pk__in=list(independent)), is_active=True
    )


def on_case(case: Case) -> Any:
    """The appointments that stand on a case itself today."""
    return _on_case(case.pk, clock.today())


def who_serves(case: Case) -> list[Role]:
    """The same appointments with the names of the people and of their agencies, for the page of the case."""
    return _named_on_case(case.pk, clock.today())


def _on_case(case_id: Any, day: Any) -> Any:
    named = Role.objects.current(day).filter(about_id=case_id).select_related("person", "agency")
    return named.order_by("role", "person__name")


@statement
def _named_on_case(case_id: Any, day: Any) -> Any:
    return _on_case(case_id, day).only("role", "from_on", "person__name", "agency__name")
