"""Tries every act of a machine as every person, in one state, and says what came of each.

    observed(referral, people, facts={"decide": {"outcome": ...}})
    == {"submit": {"moved": "referrer", "forbidden": "lead", "hidden": "colleague stranger"}, ...}

The tests of each machine hold the same thing as a literal table. A refusal stands in it by its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agencies.models import Person
from casework.machines import Governed, machine
from casework.refusals import Forbidden, Hidden, Refusal
from casework.transitions import advance, verb

Outcomes = dict[str, dict[str, str]]
Facts = Mapping[str, Mapping[str, Any] | Callable[[Governed], Mapping[str, Any]]]


def observed(obj: Governed, people: Mapping[str, Person], facts: Facts | None = None) -> Outcomes:
    """For each act, the roles by what came of it: ``moved``, ``forbidden``, ``hidden``, or the sentences that blocked it."""
    table: Outcomes = {}
    for act in machine(type(obj)):
        given = (facts or {}).get(act, {})
        given = given(obj) if callable(given) else given
        row: dict[str, list[str]] = {}
        for role, person in people.items():
            row.setdefault(trial(obj, act, person, given), []).append(role)
        table[act] = {outcome: " ".join(roles) for outcome, roles in row.items()}
    return table


def trial(obj: Governed, act: str, person: Person, facts: Mapping[str, Any]) -> str:
    """What comes of one act by one person; the world is as before afterwards."""
    try:
        _done_and_undone(obj, act, person, facts)
    except Undone:
        return "moved"
    except Hidden:
        return "hidden"
    except Forbidden:
        return "forbidden"
    except Refusal as refusal:
        return " ".join(refusal.sentences)
    raise AssertionError("what was done stands")


class Undone(Exception):
    """What was tried could be done, and is undone."""


@verb
def _done_and_undone(obj: Governed, act: str, person: Person, facts: Mapping[str, Any]) -> None:
    """One transaction for the act and for taking it back; a refusal, which is no matter here, is not logged."""
    advance(obj, act, by=person, **facts)
    raise Undone
