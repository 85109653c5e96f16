"""The pages that are measured: the same six and the floor, for the same person of a board, wherever that board is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.urls import reverse

from agencies.models import Person, Role
from bench import floor
from bench.figures import FLOOR
from bench.visitor import Answer, Visitor
from casework.models import Case, Deadline
from chronology.models import Entry
from demo.people import PASSWORD
from referrals.models import Referral

REFERRAL_PAGE = "incident"


@dataclass(frozen=True)
class Page:
    """A page by its name; ``ask`` gets it once, or does its act once more."""

    name: str
    ask: Callable[[], Answer]
    is_list: bool = False


@dataclass(frozen=True)
class Addresses:
    """What of a board is looked at, and by whom: the manager, and the referrer of a draft."""

    manager: str
    referrer: str
    case: UUID
    draft: UUID
    to_extend: UUID
    deadline: Deadline

    @classmethod
    def of(cls, database: str, prefix: str) -> Addresses:
        """The board's richest case, its first draft, and the last date of its first other case that has one."""
        manager = Role.objects.using(database).current().filter(role="manager", about_id__in=_board(database, prefix))
        rich = Entry.objects.using(database).filter(case__board__prefix=prefix).values("case").annotate(entries=Count("pk"))
        case = rich.order_by("-entries", "case__reference")[0]["case"]
        drafts = Referral.objects.using(database).filter(board__prefix=prefix, state="draft")
        draft = drafts.select_related("referrer").order_by("pk")[0]
        open_cases = Case.objects.using(database).filter(board__prefix=prefix, state="open").exclude(pk=case)
        standing = Deadline.objects.using(database).standing().filter(case__in=open_cases)
        deadline = standing.order_by("case__reference", "-due_on", "pk")[0]
        return cls(
            manager=Person.objects.using(database).get(roles__in=manager).email,
            referrer=draft.referrer.email,
            case=case,
            draft=draft.pk,
            to_extend=deadline.case_id,
            deadline=deadline,
        )


def _board(database: str, prefix: str) -> Any:
    return Case.objects.using(database).filter(board__prefix=prefix).values("board_id")


@contextmanager
def pages_of(url: str, board: Addresses, password: str = PASSWORD) -> Iterator[list[Page]]:
    """The pages of a board that is served, for people who sign in with the password of the demonstration."""
    with closing(Visitor(url, board.manager, password)) as manager, closing(Visitor(url, board.referrer, password)) as referrer:
        yield [
            Page(FLOOR, lambda: manager.get(f"/{floor.ADDRESS}")),
            _page("my work", manager, "casework:my_work", is_list=True),
            _page("cases", manager, "casework:cases", is_list=True),
            _page("case summary", manager, "casework:case", board.case),
            _page("integrated chronology", manager, "chronology:case_chronology", board.case, is_list=True),
            _page("referral form", referrer, "referrals:referral_write", board.draft, REFERRAL_PAGE),
            Page("act: agree a later date", _later_dates(manager, board)),
        ]


def _page(name: str, visitor: Visitor, address: str, *of: Any, is_list: bool = False) -> Page:
    path = reverse(address, args=of)
    return Page(name, lambda: visitor.get(path), is_list)


def _later_dates(manager: Visitor, board: Addresses) -> Callable[[], Answer]:
    """Agree a date one day later than the one that stands, again and again."""
    path = reverse("casework:case_extend", args=[board.to_extend])
    token = manager.token(path)
    days = iter(range(1, 1_000_000))

    def agree() -> Answer:
        to = board.deadline.due_on + timedelta(days=next(days))
        date = {"to_0": to.day, "to_1": to.month, "to_2": to.year}
        facts = {"deadline": board.deadline.pk, "reason": "The records of two agencies are not complete.", "consulted": ""}
        return manager.post(path, facts | date | {"csrfmiddlewaretoken": token})

    return agree
