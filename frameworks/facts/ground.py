"""What every part of a pack is made of: facts with their sources, words, items with codes.

Everything here is frozen: a pack is read once, at the start, and nobody changes the law while the house is running.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
PackCode = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Event = Annotated[str, Meta(pattern=r"^[a-z]+\.[a-z_]+$")]
Amount = Annotated[int, Meta(ge=0)]
Number = Annotated[int, Meta(ge=1)]
T = TypeVar("T")


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Any piece of a pack; a key that it does not know is a mistake in the file."""


class Fact(Part, frozen=True, kw_only=True):
    """Something the law, the guidance or this product says: where it stands, and whether anybody has confirmed it."""

    source: Text
    paragraph: str = ""
    confirmed: bool = True

    @property
    def citation(self) -> str:
        """Where it is said: "Working Together 2006, chapter 8"."""
        return f"{self.source}, {self.paragraph}" if self.paragraph else self.source

    @property
    def words(self) -> str:
        """The fact in a line, for a list of facts."""
        raise NotImplementedError


class Source(Part, frozen=True, kw_only=True):
    """A text that facts rest on, named as people cite it. Only one that was ``seen`` can confirm a fact."""

    name: Text
    title: Text
    kind: Literal["seen", "unseen", "proposal"]
    address: str = ""

    @property
    def may_confirm(self) -> bool:
        return self.kind == "seen"


class Happening(Part, frozen=True, kw_only=True):
    """An event, named as the log names it, and what a sentence calls it: "the referral was received"."""

    event: Event
    words: Text


class Term(Part, frozen=True, kw_only=True):
    """What this kind of review calls a thing: one of them, several, and the short form people say."""

    one: Text
    many: Text
    short: str = ""
    article: str = ""

    def __str__(self) -> str:
        return self.one

    @property
    def a(self) -> str:
        """One of them, with its article: "an overview report"."""
        return f"{self.article or ('an' if self.one[0].lower() in 'aeiou' else 'a')} {self.one}"

    @property
    def title(self) -> str:
        """One of them, as a heading begins."""
        return self.one[0].upper() + self.one[1:]

    @property
    def titles(self) -> str:
        """Several, as a heading begins."""
        return self.many[0].upper() + self.many[1:]

    @property
    def brief(self) -> str:
        """The short form, or the whole word where there is none."""
        return self.short or self.one


class Terms(Part, frozen=True, kw_only=True):
    """The words of this kind of review, for every page, letter and paper."""

    review: Term
    subject: Term
    referral: Term
    designated_lead: Term
    board: Term
    panel: Term
    decider: Term
    manager: Term
    agency_report: Term
    agency_author: Term
    countersigner: Term
    chronology: Term
    integrated_chronology: Term
    overview: Term
    overview_author: Term
    summary: Term
    action_plan: Term


class Statement(Fact, frozen=True, kw_only=True):
    """A sentence that stands by itself: a purpose, a legal basis, a line of a declaration."""

    key: Key
    text: Text

    @property
    def words(self) -> str:
        return self.text


class Rule(Statement, frozen=True, kw_only=True):
    """A duty that no date and no list can carry, under a heading."""

    about: Text


class Item(Fact, frozen=True, kw_only=True):
    """One choice of a list: the code that is stored, the words people read, and help for whoever chooses."""

    code: Key
    label: Text
    hint: str = ""

    @property
    def words(self) -> str:
        return self.label


class Code(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A coded answer: what is stored, what is read, and what it includes."""

    code: Key
    label: Text
    hint: str = ""


def named(things: tuple[T, ...], key: str) -> T:
    """The one of ``things`` whose key or code this is; KeyError names the choices."""
    for thing in things:
        if key_of(thing) == key:
            return thing
    message = f"There is no {key!r} here, only {', '.join(str(key_of(thing)) for thing in things) or 'nothing'}."
    raise KeyError(message)


def key_of(thing: Any) -> str | None:
    """What a thing is called in the file, if it is called anything."""
    return next((getattr(thing, field) for field in ("key", "code", "name", "event") if hasattr(thing, field)), None)


def walk(thing: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every piece of a pack with its place in the file, like ``timescales[2].extension``."""
    if isinstance(thing, Struct):
        yield path, thing
        for field in thing.__struct_fields__:
            yield from walk(getattr(thing, field), f"{path}.{field}" if path else field)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from walk(value, f"{path}.{key}")
    elif isinstance(thing, tuple):
        for index, value in enumerate(thing):
            yield from walk(value, f"{path}[{index}]")
