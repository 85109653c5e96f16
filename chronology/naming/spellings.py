"""How one person's name may be written, worked out from the name and the other spellings that a key holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chronology.naming.people import Named
from chronology.naming.tokens import folds_of
from chronology.naming.vocabulary import KIN, PARTICLES, TITLES

LONGEST_INITIAL = 1


class Form(NamedTuple):
    """One way to write somebody: its folded words, what kind of writing it is, and whose."""

    words: tuple[str, ...]
    kind: str  # name, spelling, given, surname, initialled, initials
    person: int
    stated: bool


class Parts(NamedTuple):
    """A name taken apart: given names and surname, either perhaps empty."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    title: str


def taken_apart(name: str) -> Parts:
    """ "Dr Alan J. Pettifer" and "PETTIFER, Alan" alike: the given names, the surname with its hyphens, the title."""
    if "," in name:
        last, _, first = name.partition(",")
        return Parts(_given(first), folds_of(last), "")
    pieces = name.split()
    title = ""
    while pieces and _bare(pieces[0]) in TITLES | KIN and len(pieces) > 1:
        title = _bare(pieces.pop(0))
    while len(pieces) > 1 and pieces[0].isdigit():
        pieces.pop(0)
    if len(pieces) == 1:
        return Parts((), folds_of(pieces[0]), title) if title in TITLES else Parts(folds_of(pieces[0])[:1], (), title)
    place = len(pieces) - 1
    while place > 1 and _bare(pieces[place - 1]) in PARTICLES:
        place -= 1
    surname = tuple(word for piece in pieces[place:] for word in folds_of(piece))
    return Parts(tuple(word for piece in pieces[:place] for word in folds_of(piece)), surname, title)


def _given(first: str) -> tuple[str, ...]:
    return tuple(word for word in folds_of(first) if word not in TITLES)


def _bare(piece: str) -> str:
    return piece.strip(".,").casefold()


def forms_of(number: int, person: Named) -> Iterator[Form]:
    """Every way of writing this person that the key gives or that follows from it; the same one may come twice."""
    for written in person.written:
        words = folds_of(written)
        if words:
            yield Form(words, "name" if written == person.name else "spelling", number, True)
    everything = [taken_apart(written) for written in person.written]
    surnames = _surnames(everything)
    givens = {each.given[0]: each for each in everything if each.given and len(each.given[0]) > LONGEST_INITIAL}
    known = set(surnames)
    for surname in surnames:
        yield Form(surname, "surname", number, False)
    for given, parts in givens.items():
        if (given,) in known:
            continue
        yield Form((given,), "given", number, False)
        for surname in surnames:
            yield from _both(number, (given,), surname)
            if len(parts.given) > 1:
                yield from _both(number, parts.given, surname)
                yield Form((given, *(word[0] for word in parts.given[1:]), *surname), "name", number, False)
    yield from _initials(number, everything)


def _surnames(everything: list[Parts]) -> list[tuple[str, ...]]:
    """The surnames, without a trailing initial such as the B of "Tom B"."""
    found = dict.fromkeys(each.surname for each in everything if each.surname and len(each.surname[-1]) > LONGEST_INITIAL)
    bare = {tuple(word for word in surname if word not in PARTICLES): None for surname in found}
    return [surname for surname in {**found, **bare} if surname]


def _both(number: int, given: tuple[str, ...], surname: tuple[str, ...]) -> Iterator[Form]:
    yield Form((*given, *surname), "name", number, False)
    yield Form((*surname, *given), "name", number, False)
    if len(surname) == 2 and len(surname[0]) > 2:
        for part in surname:
            yield Form((*given, part), "name", number, False)
    yield Form((given[0], surname[0][0]), "initialled", number, False)
    for initials in {(given[0][0],), tuple(word[0] for word in given)}:
        yield Form((*initials, *surname), "initialled", number, False)
        yield Form((*surname, *initials), "initialled", number, False)


def _initials(number: int, everything: list[Parts]) -> Iterator[Form]:
    for parts in everything:
        if parts.given and parts.surname and len(parts.given[0]) > 1 and len(parts.surname[0]) > 1:
            letters = (parts.given[0][0], *(word[0] for word in parts.surname))
            for initials in {letters, (letters[0], letters[1])}:
                yield Form(("".join(initials),), "initials", number, False)
                yield Form(initials, "initials", number, False)
