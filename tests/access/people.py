"""Who comes to the pages: the letters of the table, and those whose answer follows from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from agencies.models import Person
from tests.access.world import Thing, closed, gathering, northshire, westermere

BACKEND = "casework.sign_in.ByEMail"

# The letters of the table, and whose part in the demonstration that is; an agency stands for the thing's own.
CAST = {
    "M": "manager",
    "C": "chair",
    "U": "auditor",
    "P": "panel",
    "O": "overview",
    "W": "owner",
    "L": "lead_{agency}",
    "A": "author_{agency}",
    "S": "signer_{agency}",
    "K": "lead_{other}",
}
# Everybody else: their board and their part there.
OTHERS: dict[str, tuple[Callable[[str], Person], str]] = {
    "panel member from the second board": (westermere, "panel"),
    "former panel member": (northshire, "panel_police"),
    "lead of an agency outside": (northshire, "lead_{outside}"),
    "administrator": (northshire, "administrator"),
    "second board’s manager": (westermere, "manager"),
    "second board’s lead": (westermere, "lead_csc"),
    "second board’s author": (westermere, "author_csc"),
}
EVERYBODY = [*CAST, *OTHERS]
NOBODY = "-"


def of_letter(letter: str, about: Thing) -> Person:
    """Who a letter of the table is to a thing."""
    return northshire(_part(CAST[letter], about))


def who(role: str, about: Thing) -> tuple[Person, str] | None:
    """The person who plays this role towards a thing, and the letter as which they come to it; None where nobody does."""
    if role in CAST:
        return of_letter(role, about), role
    is_there = about.case_id in {gathering().pk, closed().pk}
    if (role == "lead of an agency outside" and not about.outside) or (role == "former panel member" and not is_there):
        return None
    board, part = OTHERS[role]
    is_asked = role == "panel member from the second board" and is_there
    return board(_part(part, about)), "P" if is_asked else NOBODY


def _part(words: str, about: Thing) -> str:
    return words.format(agency=about.agency, other=about.other, outside=about.outside)


class Browsers:
    """A browser for each person, signed in once."""

    def __init__(self) -> None:
        self._of: dict[Any, Client] = {}

    def of(self, person: Person) -> Client:
        if person.pk not in self._of:
            client = self._of[person.pk] = Client(raise_request_exception=False)
            client.force_login(person, backend=BACKEND)
        return self._of[person.pk]
