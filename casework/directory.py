"""A board's directory: its agencies, its people, and the roles they hold for it. Kept by its manager."""

from __future__ import annotations

from typing import Any

from agencies.models import Agency, Board, Listing, Person, Role
from agencies.roles import ROLES, Holder
from casework import access, appointments, log
from casework.refusals import Forbidden, Hidden, refuse
from casework.transitions import verb
from frameworks.vocabulary import Nation

STANDING = ("manager", "chair", "auditor", "lead")


def kept_by(person: Person) -> Any:
    """The boards whose directory this person keeps: as manager, or as system administrator."""
    keeping = [held.about_id for held in access.roles_of(person) if held.role in {"manager", "administrator"}]
    return Board.objects.filter(pk__in=keeping)


@verb
def open_board(*, name: str, prefix: str, area: str, nation: Nation, administrator: Person) -> Board:
    """Set up a board with its first administrator, whom nobody can appoint; done on the server, not on a page."""
    board = Board.objects.create(name=name, prefix=prefix, area=area, nation=nation)
    _note(board, "open", by=None)
    appointments.appoint(administrator, "administrator", board, by=None)
    return board


@verb
def add_agency(board: Board, *, name: str, sector: str, is_member: bool, by: Person) -> Agency:
    """List an agency: one that another board has listed under the same name and sector is the same agency."""
    _check(board, by)
    agency = Agency.objects.filter(name__iexact=name.strip(), sector=sector).first()
    agency = agency or Agency.objects.create(name=name.strip(), sector=sector)
    if Listing.objects.filter(board=board, agency=agency).exists():
        refuse(f"{agency.name} is already listed.")
    Listing.objects.create(board=board, agency=agency, is_member=is_member)
    _note(board, "add_agency", by=by, agency=agency.pk)
    return agency


@verb
def add_person(board: Board, *, name: str, email: str, post: str, agency: Agency | None, by: Person) -> Person:
    """Add somebody who may then sign in, once they have set a password from their own e-mail."""
    _check(board, by)
    if Person.objects.filter(email__iexact=email).exists():
        refuse("Somebody with this e-mail address is already known.")
    person = Person.objects.create_user(email, None, name=name, post=post, agency=agency)
    _note(board, "add_person", by=by, person=person.pk)
    return person


@verb
def appoint(board: Board, *, person: Person, role: str, by: Person) -> Role:
    """Give a standing role: for the board, or, as lead, for the person's own agency."""
    _check(board, by)
    if role not in STANDING:
        refuse("This role is given on a case, not for the board.")
    if role == "lead" and (person.agency is None or not Listing.objects.filter(board=board, agency=person.agency).exists()):
        refuse(f"{person.name} belongs to no agency of this board.")
    about = person.agency if role == "lead" else board
    return appointments.appoint(person, role, about, by=by)


@verb
def end_role(board: Board, *, role: Role, by: Person) -> Role:
    """Let a standing role end today."""
    _check(board, by)
    if role.pk not in set(roles_of(board).values_list("pk", flat=True)):
        raise Hidden("There is no such thing.")
    return appointments.end(role, by=by)


def roles_of(board: Board) -> Any:
    """The standing roles of a board and of the leads of its agencies, today."""
    agencies = list(Listing.objects.filter(board=board).values_list("agency_id", flat=True))
    held = Role.objects.current().filter(about_id__in=[board.pk, *agencies])
    return held.select_related("person", "person__agency").order_by("role", "person__name")


def role_choices() -> list[tuple[str, str]]:
    """The standing roles, as a form offers them."""
    return [(role, ROLES[role].label) for role in STANDING]


def _check(board: Board, by: Person) -> None:
    if not appointments.holds(by, Holder("manager", board.pk), Holder("administrator", board.pk)):
        raise Forbidden("Your role does not include this.")


def _note(board: Board, act: str, *, by: Person | None, **facts: Any) -> None:
    log.append(board.pk, f"board.{act}", by=by, kind="board", pk=board.pk, facts=facts)
