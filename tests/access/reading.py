"""The table as the tests read it, and the addresses of the resolver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.urls import URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Line:
    """One address about one thing: who sees the thing, how the address is used, and by whom."""

    name: str
    about: str
    seen_by: frozenset[str]
    kind: str
    by: frozenset[str]

    def __str__(self) -> str:
        return f"{self.name} ({self.about})"

    def read(self, letter: str) -> str:
        """What somebody gets who opens the address."""
        if self.kind == "save":
            return "never opened"
        if letter not in self.seen_by or (self.kind in {"page", "door"} and letter not in self.by):
            return "hidden"
        return "opened" if letter in self.by or self.kind == "step" else "refused"

    def written(self, letter: str) -> str:
        """What somebody gets who sends something to it; ``nothing`` comes of it where a page takes no notice."""
        if letter not in self.seen_by or (self.kind in {"page", "door"} and letter not in self.by):
            return "hidden"
        if self.kind == "page":
            return "nothing"
        return "done" if letter in self.by else "refused"


@cache
def lines_of(table: str) -> tuple[Line, ...]:
    """The lines of a table, in its order."""
    return tuple(_lines(table))


def _lines(table: str) -> Iterator[Line]:
    about, seen_by = "", frozenset[str]()
    for row in filter(None, table.splitlines()):
        if not row.startswith(" "):
            about, _, people = row.partition(":")
            seen_by = frozenset(people) - {" "}
            continue
        name, kind, *people = row.split()
        by = frozenset("".join(people)) - {"-"} if people else seen_by
        yield Line(name, about, seen_by, kind, by)


def names(listed: str) -> list[str]:
    """A plain list of addresses."""
    return listed.split()


# --- the resolver ---------------------------------------------------------------------------------------------------


@cache
def addresses() -> dict[str, frozenset[str]]:
    """Every address there is, by its name, with what it asks for."""
    return dict(_walk(get_resolver(), "", frozenset()))


def _walk(resolver: URLResolver, space: str, asked: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for each in resolver.url_patterns:
        asks = asked | each.pattern.regex.groupindex.keys()
        if isinstance(each, URLResolver):
            yield from _walk(each, f"{space}{each.namespace}:" if each.namespace else space, asks)
        else:
            yield f"{space}{each.name}", asks


def address(name: str, facts: dict[str, Any]) -> str:
    """The address with what it asks for, taken from the facts by name."""
    return reverse(name, kwargs={each: facts[each] for each in addresses()[name]})


def of_nothing(facts: dict[str, Any]) -> dict[str, Any]:
    """The same kind of facts, about something that does not exist."""
    return {name: _nothing(value) for name, value in facts.items()}


def _nothing(value: Any) -> Any:
    if isinstance(value, UUID):
        return uuid4()
    return 987_654 if isinstance(value, int) else value
