"""The way into the panel's rooms: the integrated chronology, what is shared of it, and what this person may do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from casework import access
from casework.pages import CasePage, case_page, find, open_case, person_of
from chronology.models import Chronology, IntegratedChronology, Proposal
from chronology.shown import Shown, shown_to

TAB = "Chronology"


@dataclass(frozen=True)
class Together:
    """A room that somebody has entered: the head of its page, and the shared chronologies they may view, by agency.

    ``view`` is how they read the agencies' words: with codes in place of names, or as written.
    """

    bar: CasePage
    integrated: IntegratedChronology
    shared: list[Chronology]
    powers: frozenset[str]
    view: Shown

    @property
    def ids(self) -> list[UUID]:
        """The ids of the shared chronologies."""
        return [each.pk for each in self.shared]

    def may(self, act: str) -> bool:
        """Whether this person's role includes an act."""
        return f"{act}_integratedchronology" in self.powers


def enter(request: HttpRequest, pk: UUID) -> Together:
    """The integrated chronology of a case, for those who read every agency's; for everybody else there is none."""
    bar = open_case(request, pk, TAB)
    found = IntegratedChronology.objects.filter(pk__in=bar.opened.get("integratedchronology", []), case=bar.case).first()
    if found is None:
        raise Http404
    found.case = bar.case
    return _together(request, bar, found)


def enter_through(request: HttpRequest, integrated_id: Any) -> Together:
    """The same, from a thing that hangs on it."""
    found = find(IntegratedChronology, request, integrated_id, "case__board")
    return _together(request, case_page(request, found.case, TAB, thing=found), found)


def _together(request: HttpRequest, bar: CasePage, found: IntegratedChronology) -> Together:
    opened = Chronology.objects.filter(pk__in=bar.opened.get("chronology", []), state="shared")
    shared = list(opened.select_related("agency").order_by("agency__name"))
    view = shown_to(request, bar.opened, page=str(request.resolver_match.url_name if request.resolver_match else ""))
    return Together(bar, found, shared, access.powers(person_of(request), found), view)


def proposal_of(request: HttpRequest, pk: UUID) -> tuple[Together, Proposal]:
    """A proposal, if every chronology it rests on is shared and open to this person."""
    held_by = Proposal.objects.filter(pk=pk).values_list("integrated_id", flat=True).first()
    if held_by is None:
        raise Http404
    room = enter_through(request, held_by)
    found = Proposal.objects.resting_on(room.ids).with_questions().select_related("agency").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.integrated = room.integrated
    return room, found
