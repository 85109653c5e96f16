"""The pages that are measured: the same six and the floor, for the same person of a board, wherever that board is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count
from django.urls import reverse

from agencies.models import Person, Role
from bench import floor
from bench.figures import FILTER, FLOOR, LANES, LIST, LONG, PAGE, Kind
from bench.long_case import case_of
from bench.visitor import Answer, Visitor
from casework.models import Case, Deadline
from chronology.models import Chronology, Entry
from demo.people import PASSWORD
from referrals.models import Referral

REFERRAL_PAGE = "incident"


@dataclass(frozen=True)
class Page:
    """A page by its name; ``ask`` gets it once, or does its act once more."""

    name: str
    ask: Callable[[], Answer]
    kind: Kind = PAGE


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
            _page("my work", manager, "casework:my_work", kind=LIST),
            _page("cases", manager, "casework:cases", kind=LIST),
            _page("case summary", manager, "casework:case", board.case),
            _page("integrated chronology", manager, "chronology:case_chronology", board.case, kind=LIST),
            _page("referral form", referrer, "referrals:referral_write", board.draft, REFERRAL_PAGE),
            Page("act: agree a later date", _later_dates(manager, board)),
        ]


def _page(name: str, visitor: Visitor, address: str, *of: Any, kind: Kind = PAGE, asked: str = "") -> Page:
    path = reverse(address, args=of) + asked
    return Page(name, lambda: visitor.get(path), kind)


# What is asked of a long chronology, by the filter's fields; the agency is the first.
FILTERS: dict[str, str] = {
    "words": "school visit",
    "agency": "",
    "seen": "yes",
    "key": "yes",
    "first": "2021",
    "last": "March 2021",
    "line": "1",
    "person": "Mother",
    "theme": "domestic abuse",
    "rows": "separate",
}
OTHER_WORDS = {
    "a phrase": '"home visit"',
    "common words": "mother",
    "without a word": "-mother",
    "either word": "police or school",
}


@dataclass(frozen=True)
class LongCase:
    """The long chronology of a board, and who looks at it."""

    manager: str
    case: UUID
    agency: UUID

    @classmethod
    def of(cls, database: str, prefix: str) -> LongCase:
        """The case that was made long, and the chronology of its first agency."""
        case = case_of(prefix, database=database)
        first = Chronology.objects.using(database).filter(case=case.pk).order_by("agency__name")[0]
        manager = Role.objects.using(database).current().filter(role="manager", about_id=case.board_id)
        return cls(Person.objects.using(database).get(roles__in=manager).email, case.pk, first.pk)

    @contextmanager
    def pages(self, url: str, password: str = PASSWORD) -> Iterator[list[Page]]:
        """The floor, the chronology as it opens and at its end, each filter, and the swim lanes."""
        with closing(Visitor(url, self.manager, password)) as manager:
            there = ("chronology:case_chronology", self.case)
            filters = {name: {name: value or str(self.agency)} for name, value in FILTERS.items()}
            words = {name: {"words": value} for name, value in OTHER_WORDS.items()}
            everything = {name: value or str(self.agency) for name, value in FILTERS.items()}
            asked = {**filters, **words, "all of them": everything}
            yield [
                Page(FLOOR, lambda: manager.get(f"/{floor.ADDRESS}")),
                _page("first page", manager, *there, kind=LONG),
                _page("last page", manager, *there, kind=LONG, asked="?page=400"),
                *(_page(name, manager, *there, kind=FILTER, asked=f"?{urlencode(those)}") for name, those in asked.items()),
                _page("swim lanes", manager, "chronology:case_lanes", self.case, kind=LANES),
            ]


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
