"""Whether somebody is independent of a review, as far as the system knows."""

from __future__ import annotations

from collections.abc import Iterator

from agencies.models import Agency, Board, Listing, Person, Role
from casework.models import Case, Involvement
from frameworks import calendars
from reviews.models import Review

# Serving as the author of an overview report is the very thing that is asked of them.
BOARD_ROLES = ("administrator", "manager", "chair", "auditor")


def doubts(review: Review, person: Person) -> list[str]:
    """Why this person may not write the overview report: the sentences, or nothing."""
    return [
        *_of_the_area(review, person),
        *_of_the_agencies(review, person),
        *_of_the_board(review, person),
        *_of_the_case(review, person),
    ]


def _of_the_area(review: Review, person: Person) -> Iterator[str]:
    """They work there now."""
    board = review.case.board
    if person.agency is None:
        return
    if Listing.objects.filter(board=board, agency=person.agency).exists():
        yield f"{person} works for {person.agency}, which belongs to the area of {board}. Appoint somebody from outside it."
    elif Involvement.objects.filter(case=review.case, agency=person.agency).exists():
        yield f"{person} works for {person.agency}, which is involved in this case. Appoint somebody from outside it."


def _of_the_agencies(review: Review, person: Person) -> Iterator[str]:
    """They led an agency there, now or before."""
    listed = Listing.objects.filter(board=review.case.board).values_list("agency_id", flat=True)
    for role in Role.objects.filter(person=person, role="lead", about_id__in=list(listed)):
        agency = Agency.objects.get(pk=role.about_id)
        yield f"{person} {_since(role, 'leads', 'led')} {agency}, which belongs to the board’s area."


def _of_the_board(review: Review, person: Person) -> Iterator[str]:
    board: Board = review.case.board
    for role in Role.objects.filter(person=person, role__in=BOARD_ROLES, about_id=board.pk):
        yield f"{person} {_since(role, 'is', 'was')} {role.get_role_display().lower()} of {board}."


def _of_the_case(review: Review, person: Person) -> Iterator[str]:
    """They have had another part in this very case."""
    case: Case = review.case
    parts = Role.objects.filter(person=person).exclude(role="overview_author").exclude(about_kind__in=["board", "agency"])
    for role in parts:
        if _is_in(case, role):
            yield f"{person} has had a part in this case already: {role.get_role_display().lower()}."


def _is_in(case: Case, role: Role) -> bool:
    return role.about_id == case.pk or case.guest_set.filter(role=role.role, about_id=role.about_id).exists()


def _since(role: Role, now: str, before: str) -> str:
    if role.until_on is None:
        return now
    return f"{before} until {calendars.written(role.until_on)}"
