"""What the tests of the panel's rooms start from: three agencies that have shared, and what was noticed between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from casework.models import Case
from chronology import panel_workflow, proposing, workflow
from chronology.analysis.proposals import Proposal as Noticed
from chronology.models import Analysis, Chronology, Entry, IntegratedChronology, Proposal
from tests.makers.cast import Cast
from tests.makers.chronology import FIRST, LEADS, a_case, a_chronology, again, an_entry

AGENCIES = ("police", "social_care", "health")
SAID = {
    "police": ({"time": time(22, 14), "event": "Officers attend; the child is asleep.", "child_seen": "yes"}, {}),
    "social_care": ({"event": "Notice received of a call in the night.", "child_seen": "no"}, {}),
    "health": ({"time": time(23, 40), "event": "Mother brought to the ward.", "child_seen": "not_recorded"},),
}


@dataclass
class Room:
    """A case whose three agencies have shared their chronologies."""

    cast: Cast
    case: Case
    chronologies: dict[str, Chronology]

    @property
    def integrated(self) -> IntegratedChronology:
        return IntegratedChronology.objects.select_related("case__board").get(case=self.case)

    def entry(self, agency: str, number: int = 1) -> Entry:
        return Entry.objects.get(chronology=self.chronologies[agency], number=number)

    def key(self, agency: str, number: int = 1) -> str:
        return str(self.entry(agency, number).pk)

    def agency(self, agency: str) -> str:
        return str(self.chronologies[agency].agency_id)

    def send_back(self, agency: str) -> Chronology:
        return workflow.unshare(again(self.chronologies[agency]), by=self.cast.manager)

    def share_again(self, agency: str) -> Chronology:
        return workflow.share(again(self.chronologies[agency]), by=self.cast.people[LEADS[agency]])


def a_room(cast: Cast) -> Room:
    """Police and social care have two entries each, health has one; the first of each tell of the same night."""
    case = a_case(cast)
    chronologies = {}
    for name in AGENCIES:
        chronologies[name] = a_chronology(cast, name, case)
        lead = cast.people[LEADS[name]]
        for day, facts in zip((FIRST, date(2021, 4, 1 + len(chronologies))), SAID[name], strict=False):
            an_entry(again(chronologies[name]), lead, on=day, **facts)
        workflow.share(again(chronologies[name]), by=lead)
    return Room(cast, case, chronologies)


def noticed(room: Room, *rows: tuple[str, int], kind: str = "same_event", **different: Any) -> Noticed:
    """Something the analyst may say about these entries."""
    facts: dict[str, Any] = {
        "agency": None,
        "start": FIRST,
        "end": FIRST,
        "reasons": ("Both tell of the same night.",),
        "score": 0.8,
    }
    return Noticed(kind=kind, rows=tuple(room.key(*row) for row in rows), **facts | different)


def keep(room: Room, *things: Noticed) -> list[Proposal]:
    """What one run noticed, kept as the worker keeps it."""
    run = proposing.ask(room.integrated, None)
    assert proposing.claim(run)
    run = Analysis.objects.select_related("integrated__case").get(pk=run.pk)
    panel_workflow.keep_proposals(run, proposing.see(run), list(things))
    return list(room.integrated.proposals.select_related("integrated__case").order_by("number"))


POLICE_AND_CARE = (("police", 1), ("social_care", 1))
CARE_AND_HEALTH = (("social_care", 1), ("health", 1))


def a_pair(room: Room) -> Proposal:
    """One proposal: what police and social care have of the first night is one event."""
    return keep(room, noticed(room, *POLICE_AND_CARE))[0]
