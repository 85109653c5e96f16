"""Who knew what, when: a day is chosen, and each agency stands there with what it held and what lay elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chronology import knowing
from chronology.knowing import Fact, Holding, Knowledge
from chronology.models import Chronology, Entry, JoinedEntry
from chronology.panel_forms import KnowingForm
from chronology.shown import Shown
from chronology.views.doors import Together, enter

PAGE = 25
SHOWS = {
    "held": "What {} held by then",
    "elsewhere": "What others held by then, and {} did not",
    "later": "What had happened by then, and {} came to know only afterwards",
}


class Told(NamedTuple):
    """What is read of an entry to say who knew of it when. Ids are words here, which Python compares ten times as quickly."""

    key: str
    agency: str
    start: date
    end: date
    known_on: date | None


@login_required
def case_knowing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each agency held on the day that was chosen, what lay elsewhere, and how facts travelled until then."""
    room = enter(request, pk)
    form = KnowingForm(request.GET or None)
    day = form.day()
    facts: dict[str, Any] = {"bar": room.bar, "form": form, "day": day, "shared": room.shared}
    return render(request, "chronology/knowing.html", facts | (_on(request, room, day) if day else {}))


def _on(request: HttpRequest, room: Together, day: date) -> dict[str, Any]:
    told = _facts(room, day)
    agencies = {str(each.pk): each for each in room.shared}
    held = {each.agency: each for each in knowing.holdings(told, day, agencies)}
    chosen, show = agencies.get(request.GET.get("agency", "")), request.GET.get("show", "")
    if chosen and show in SHOWS:
        listed, heading = getattr(held[str(chosen.pk)], show), SHOWS[show].format(chosen.agency)
    else:
        listed, heading = knowing.journeys(told), "How facts travelled until then, and after"
    page = Paginator(listed[::-1], PAGE).get_page(request.GET.get("page"))
    return {
        "holdings": [_counted(held[str(each.pk)], each) for each in room.shared],
        "heading": heading,
        "page": page,
        "rows": _rows(list(page), agencies, day, room.view),
        "view": room.view,
    }


def _facts(room: Together, day: date) -> list[Fact]:
    """Everything that had happened by the day, as far as it is shared."""
    rows = Entry.objects.filter(chronology_id__in=room.ids, start__lte=day).standing()
    entries = [Told(*row) for row in rows.values_list(_word("pk"), _word("chronology_id"), "start", "end", "known_on")]
    events: dict[UUID, list[str]] = {}
    for event, pk in JoinedEntry.objects.filter(integrated=room.integrated).values_list("event", _word("entry_id")):
        events.setdefault(event, []).append(pk)
    return knowing.facts_of(entries, events.values())


def _word(name: str) -> Cast:
    return Cast(name, TextField())


def _counted(held: Holding, chronology: Chronology) -> dict[str, Any]:
    return {"chronology": chronology} | held.counts


def _rows(facts: list[Fact], agencies: dict[str, Chronology], day: date, view: Shown) -> list[dict[str, Any]]:
    """Each fact with the words of whoever knew first, and from when on each agency knew."""
    found = Entry.objects.defer("search").in_bulk([known.key for fact in facts for known in fact.known])
    entries = {str(pk): view.entry(entry) for pk, entry in found.items()}
    return [
        {
            "entry": entries[fact.first.key],
            "known": [_known(fact, known, entries, agencies, day) for known in fact.known],
        }
        for fact in facts
    ]


def _known(fact: Fact, known: Knowledge, entries: dict[str, Entry], agencies: dict[str, Chronology], day: date) -> dict[str, Any]:
    return {
        "agency": agencies[known.agency].agency,
        "entry": entries[known.key],
        "on": known.on,
        "is_inferred": known.is_inferred,
        "is_hindsight": known.on > day,
        "lag": fact.lag(known),
    }
