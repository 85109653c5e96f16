"""The swim lanes of a case: what the table shows, by agency and time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from casework.pages import open_case
from chronology import integrated, lanes, periods, shown
from chronology.lanes import Picture
from chronology.noticed import gaps_noticed
from chronology.periods import Stretch
from chronology.views.integrated import filter_of
from chronology.ways import Ways

Link = dict[str, Any]


@login_required
def case_lanes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every agency's entries side by side over time, narrowed as the table is."""
    bar = open_case(request, pk, "Chronology")
    chronologies = integrated.chronologies_of(bar.case, bar.opened.get("chronology", []))
    narrow = filter_of(request, chronologies, bar.opened)
    view = shown.shown_to(request, bar.opened, page="swim lanes")
    narrowing = narrow.narrowing(chronologies, view)
    noticed = gaps_noticed(bar.opened.get("integratedchronology", []), chronologies)
    picture = lanes.picture_of(bar.case, chronologies, narrowing, view, noticed)
    ways = Ways.of(request.GET, reverse("chronology:case_lanes", args=[pk]), reverse("chronology:case_chronology", args=[pk]))
    facts = {
        "bar": bar,
        "chronologies": chronologies,
        "filter": narrow,
        "is_narrowed": not narrowing.is_empty,
        "picture": picture,
        "view": view,
        "ways": ways,
        "table": ways.table(),
        "zoom": _zoom(picture, ways) if picture else None,
        "gap": lanes.GAP,
        "nobody": lanes.NOBODY,
    }
    return render(request, "chronology/lanes.html", facts)


def _zoom(picture: Picture, ways: Ways) -> dict[str, Any]:
    """The ways to other days: all of them, a year, and within a year its quarters and months; the days before and after."""
    shown, whole = picture.shown, picture.whole
    within = shown.first.year if shown.first.year == shown.last.year else None
    wider = periods.wider(shown, whole)
    return {
        "whole": {"label": "All days", "url": ways.to(None), "is_now": shown == whole},
        "years": _links(periods.years_in(whole), shown, ways),
        "within": within,
        "quarters": _links(periods.quarters_in(within), shown, ways) if within else [],
        "months": _links(periods.months_in(within), shown, ways) if within else [],
        "earlier": ways.to(periods.beside(shown, -1)) if shown.first > whole.first else "",
        "later": ways.to(periods.beside(shown, 1)) if shown.last < whole.last else "",
        "wider": ways.to(None if wider == whole else wider) if wider else "",
    }


def _links(named: list[tuple[str, Stretch]], shown: Stretch, ways: Ways) -> list[Link]:
    return [{"label": name, "url": ways.to(each), "is_now": each == shown} for name, each in named]
