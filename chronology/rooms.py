"""The rooms of a case's chronology: the pages beside each other under its tab, each for whoever may open it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.pages import CasePage
from casework.registry import address


@dataclass(frozen=True)
class Room:
    """One page of the chronology: shown to whoever may see one of its kinds in this case."""

    label: str
    url_name: str
    kinds: tuple[str, ...]


ROOMS = (
    Room("Entries", "chronology:case_chronology", ("chronology",)),
    Room("Swim lanes", "chronology:case_lanes", ("chronology",)),
    Room("Genogram", "chronology:case_genogram", ("personkey",)),
    Room("Key", "chronology:case_key", ("personkey",)),
    Room("Proposals", "chronology:case_proposals", ("integratedchronology",)),
    Room("Who knew what", "chronology:case_knowing", ("integratedchronology",)),
    Room("Notes", "chronology:case_notes", ("integratedchronology",)),
    Room("Versions", "chronology:case_versions", ("integratedchronology",)),
)


def rooms_of(bar: CasePage) -> list[tuple[str, str]]:
    """The rooms this person may open, as pairs of label and address."""
    return [(each.label, address(each.url_name, bar.case.pk)) for each in ROOMS if any(map(bar.opened.get, each.kinds))]
