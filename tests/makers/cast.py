"""The same people in every test: a board, its agencies, and who does what for them.

The cast is appointed through the real verbs; only the very first administrator, whom nobody can appoint, is put in place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar

from django.db import connection

from agencies.models import Agency, Board, Listing, Person
from casework import appointments

T = TypeVar("T")
PASSWORD = "correct horse battery staple"


@dataclass
class Cast:
    """One board with its people; ``people`` finds them by the name of their part."""

    board: Board
    agencies: dict[str, Agency]
    people: dict[str, Person] = field(default_factory=dict)
    kept: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def keep(self, maker: Callable[..., Any], framework: str = "scr-2006", *more: str) -> Cast:
        """Make something once for all tests of a module; whoever asks its maker for it afterwards gets this one."""
        self.kept[maker.__name__, framework, *more] = maker(self, framework, *more)
        connection.check_constraints()
        return self

    def again(self) -> Cast:
        """The same board with its people, as the database has them now."""
        people = Person.objects.in_bulk([each.pk for each in self.people.values()])
        agencies = Agency.objects.in_bulk([each.pk for each in self.agencies.values()])
        return replace(
            self,
            board=Board.objects.get(pk=self.board.pk),
            agencies={part: agencies[each.pk] for part, each in self.agencies.items()},
            people={part: people[each.pk] for part, each in self.people.items()},
        )

    def __getattr__(self, part: str) -> Person:
        try:
            return self.__dict__["people"][part]
        except KeyError:
            raise AttributeError(part) from None


def may_be_kept(maker: Callable[..., T]) -> Callable[..., T]:
    """A maker whose thing a module may have kept: then it is that one, as the database has it now."""

    @wraps(maker)
    def made(cast: Cast, framework: str = "scr-2006", *more: str) -> Any:
        found = cast.kept.get((maker.__name__, framework, *more))
        return type(found).objects.get(pk=found.pk) if found else maker(cast, framework, *more)

    return made


AGENCIES = {
    "police": ("Police", "police"),
    "social_care": ("Children’s Social Care", "local_authority"),
    "health": ("Hospital Trust", "health"),
    "school": ("Schools Service", "education"),
}


def person(part: str, board: Board, agency: Agency | None = None, name: str = "") -> Person:
    """Somebody with a part to play, who can sign in with PASSWORD."""
    address = f"{part}.{board.prefix}@example.test".replace("_", "-")
    return Person.objects.create_user(address, PASSWORD, name=name or part.replace("_", " ").title(), agency=agency)


def make_cast(prefix: str = "TSCB", name: str = "Testshire Safeguarding Children Board") -> Cast:
    """A board and everybody the stages need; colleague leads another agency, stranger manages another board."""
    cast = _board(prefix, name)
    board = cast.board
    for part, agency in {
        "administrator": None,
        "manager": None,
        "chair": None,
        "auditor": None,
        "lead": "police",
        "author": "police",
        "countersigner": "police",
        "colleague": "social_care",
        "health_lead": "health",
        "panel_member": "health",
        "overview_author": None,
        "owner": "police",
    }.items():
        cast.people[part] = person(part, board, cast.agencies.get(agency or ""))
    appointments.appoint(cast.administrator, "administrator", board, by=None)
    appointments.appoint(cast.manager, "manager", board, by=cast.administrator)
    appointments.appoint(cast.chair, "chair", board, by=cast.manager)
    appointments.appoint(cast.auditor, "auditor", board, by=cast.manager)
    for part, agency in {"lead": "police", "colleague": "social_care", "health_lead": "health"}.items():
        appointments.appoint(cast.people[part], "lead", cast.agencies[agency], by=cast.manager)
    return cast


def add_stranger(cast: Cast, prefix: str = "OSCB") -> Cast:
    """A second board, strictly apart, whose manager is the first one's stranger."""
    other = make_cast(prefix, "Otherton Safeguarding Children Board")
    cast.people["stranger"] = other.manager
    return other


def _board(prefix: str, name: str) -> Cast:
    board = Board.objects.create(name=name, prefix=prefix, area=name.split(maxsplit=1)[0])
    agencies = {}
    for key, (title, sector) in AGENCIES.items():
        agencies[key] = Agency.objects.create(name=f"{board.area} {title}", sector=sector)
        Listing.objects.create(board=board, agency=agencies[key])
    return Cast(board, agencies)
