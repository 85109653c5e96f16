"""Every address there is, tried by everybody, read and written, on open and on closed files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pytest
from django.test import Client, override_settings

from tests.access import closed, table
from tests.access.people import EVERYBODY, Browsers, of_letter, who
from tests.access.reading import Line, address, addresses, lines_of, names, of_nothing
from tests.access.trial import TO_THE_SECOND_FACTOR, TO_THE_SIGN_IN, Traces, answered, filled, outcome, told, undone
from tests.access.world import THINGS, northshire, westermere

assert closed.closed_case  # its things are entered beside the others


class Trial(NamedTuple):
    """What somebody did with an address, what the table says comes of it, and what came of it."""

    does: str
    expected: str
    got: str


def test_every_address_has_its_line_and_every_line_its_address() -> None:
    listed = {line.name for line in lines_of(table.OPEN)} | {row.split()[0] for row in table.ACCOUNT.strip().splitlines()}
    for others in (table.DIRECTORY, table.LISTS, table.PUBLIC):
        listed |= set(names(others))
    assert sorted(addresses().keys() - listed) == [], "addresses that nobody tests"
    assert sorted(listed - addresses().keys()) == [], "lines without an address"
    about = {line.name for line in lines_of(table.CLOSED)}
    never = set(names(table.NEVER_CLOSED))
    assert sorted({line.name for line in lines_of(table.OPEN)} - about - never) == [], "not tried on a closed file"
    assert sorted({line.about for line in lines_of(table.OPEN + table.CLOSED)} ^ THINGS.keys() - {"board"}) == []


def _by_thing(text: str) -> list[Any]:
    return [pytest.param(list(lines), id=key) for key, lines in groupby(lines_of(text), key=lambda line: line.about)]


@pytest.mark.parametrize("lines", _by_thing(table.OPEN))
def test_what_everybody_gets(demo_visited: None, browsers: Browsers, lines: list[Line]) -> None:
    """On an open file, where whoever may do something can do it."""
    wrong = _wrong(lines, browsers, may_act={line.name for line in lines})
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("lines", _by_thing(table.CLOSED))
def test_what_everybody_gets_of_a_closed_file(demo_visited: None, browsers: Browsers, lines: list[Line]) -> None:
    """On a closed file, where hardly anything can be done any more, and whoever might have done it is told."""
    wrong = _wrong(lines, browsers, may_act=set(names(table.AFTER_CLOSING)))
    assert not wrong, "\n".join(wrong)


def _wrong(lines: list[Line], browsers: Browsers, may_act: set[str]) -> list[str]:
    """Whatever comes out otherwise than the table says: each address, read and written by everybody."""
    about = THINGS[lines[0].about]()
    facts = {"pk": about.about.pk} | about.more
    people = {role: found for role in EVERYBODY if (found := who(role, about))}
    outside = browsers.of(westermere("manager")), browsers.of(northshire("manager"))
    before = Traces()
    wrong = []
    for line in lines:
        url = address(line.name, facts)
        first = of_letter(min(line.by, default="M"), about)
        page = browsers.of(first).get(url)
        body = filled(page)
        got_by = {}
        for role, (person, letter) in people.items():
            answer = got_by[role] = page if person == first else browsers.of(person).get(url)
            for does, expected, got in _tried(line, letter, browsers.of(person), answer, url, body, may_act):
                if got != expected:
                    wrong.append(f"{line}: {role} {does} it: {got}, not {expected}")
        wrong += [f"{line}: left {act}" for act in before.logged()]
        wrong += _unknown(line, url, address(line.name, of_nothing(facts)), got_by["second board’s manager"], *outside)
    return wrong + before.left()


def _unknown(line: Line, url: str, nothing: str, got: Any, stranger: Client, manager: Client) -> Iterator[str]:
    """What can be told from outside: not one byte is other for what there is than for what there is not."""
    assert url != nothing
    if told(got, url) != answered(stranger, "get", nothing):
        yield f"{line}: the second board’s manager can tell that it exists"
    for method in ("get", "post"):
        if answered(Client(), method, url) != TO_THE_SIGN_IN:
            yield f"{line}: who is not signed in is not sent to the sign-in ({method})"
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        for method in ("get", "post"):
            if answered(manager, method, url) != TO_THE_SECOND_FACTOR:
                yield f"{line}: a password alone is enough ({method})"


def _tried(
    line: Line, letter: str, client: Client, answer: Any, url: str, body: dict[str, Any], may_act: set[str]
) -> Iterator[Trial]:
    """What they got who opened the address; then they send it a form as full as can be, and what is done by it is undone."""
    yield Trial("opens", line.read(letter), outcome(answer))
    expected = line.written(letter)
    if expected == "nothing":
        if letter == min(line.by):  # one person's trial is enough of a page that takes no notice
            client.post(url, body)
    elif expected == "done" and line.name in may_act:
        with undone():
            yield Trial("sends a form to", "opened", outcome(client.post(url, body)))
    else:
        expected = "opened" if expected == "done" else expected
        yield Trial("sends a form to", expected, outcome(client.post(url, body)))
