"""What changed between two versions of a report, section by section and line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from casework import richtext


@dataclass(frozen=True)
class Change:
    """A run of lines that stayed ("same"), went ("gone") or came ("new")."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """A section whose words differ between two versions."""

    title: str
    changes: tuple[Change, ...]


def between(before: list[dict[str, str]], after: list[dict[str, str]]) -> list[Changed]:
    """The sections that differ, in the order of the later version."""
    earlier = {section["key"]: section["html"] for section in before}
    return [
        Changed(section["title"], tuple(_changes(earlier.get(section["key"], ""), section["html"])))
        for section in after
        if earlier.get(section["key"], "") != section["html"]
    ]


def _changes(before: str, after: str) -> Iterator[Change]:
    old, new = richtext.plain(before).split("\n"), richtext.plain(after).split("\n")
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", tuple(old[i1:i2]))
            continue
        if any(old[i1:i2]):
            yield Change("gone", tuple(old[i1:i2]))
        if any(new[j1:j2]):
            yield Change("new", tuple(new[j1:j2]))
