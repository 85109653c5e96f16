"""Whom a key knows: people with their code, name and spellings, and what else tells who somebody is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

NO_KEY = "This is no key: a list of people with “code” and “name”, or an object that holds such a list as “people”."


class Named(msgspec.Struct, frozen=True):
    """One person: their code, their name, how else it is written, and the dates that would tell who they are."""

    code: str
    name: str
    spellings: tuple[str, ...] = ()
    role: str = ""
    born: dt.date | None = None
    died: dt.date | None = None
    sex: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """The name and every other spelling, each once."""
        return tuple(dict.fromkeys(each.strip() for each in (self.name, *self.spellings) if each.strip()))


class Key(msgspec.Struct, frozen=True):
    """The people of a case, and identifiers that belong to no one of them in particular."""

    people: tuple[Named, ...] = ()
    identifiers: tuple[str, ...] = ()


def read_key(content: str | bytes) -> Key:
    """A key as it is written in JSON: a list of people, or an object with ``people`` and perhaps ``other_identifiers``."""
    try:
        found = json.loads(content)
    except ValueError as error:
        raise ValueError(NO_KEY) from error
    if isinstance(found, dict) and "people" not in found and isinstance(found.get("anonymisation"), dict):
        found = found["anonymisation"]
    people = found.get("people") if isinstance(found, dict) else found
    if not isinstance(people, list) or not all(isinstance(each, dict) for each in people):
        raise ValueError(NO_KEY)
    others = found.get("other_identifiers") if isinstance(found, dict) else None
    return Key(tuple(_person(each) for each in people), tuple(_words(others)))


def _person(row: Mapping[str, Any]) -> Named:
    code, name = str(row.get("code") or "").strip(), str(row.get("name") or "").strip()
    if not code or not name:
        raise ValueError(NO_KEY)
    return Named(
        code=code,
        name=name,
        spellings=tuple(_words(row.get("variants") or row.get("spellings"))),
        role=str(row.get("role") or ""),
        born=_day(row.get("dob") or row.get("date_of_birth")),
        died=_day(row.get("dod") or row.get("date_of_death")),
        sex=str(row.get("sex") or ""),
    )


def _words(found: Any) -> Iterable[str]:
    return (str(each).strip() for each in found if str(each).strip()) if isinstance(found, list) else ()


def _day(found: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(found)) if found else None
    except ValueError:
        return None
