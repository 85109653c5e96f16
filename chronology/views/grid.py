"""Entry by keyboard: what is typed of a date is said back at once."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from casework import access
from casework.pages import find, person_of
from chronology import offered
from chronology.models import Chronology
from chronology.understanding import NO_TIME_OF_DAY, time_in, time_said, understand


@login_required
@require_POST
def chronology_read_date(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the words of a date and a time say, as a fragment beside their boxes. Nothing is kept."""
    found = find(Chronology, request, pk, "case")
    access.demand(person_of(request), found, "add_entry")
    words, hour = (request.POST.get(name, "").strip() for name in ("when", "at"))
    read = understand(words, offered.years_of(found)) if words else None
    time = time_in(hour, read.reading if read else None)
    wrong = NO_TIME_OF_DAY if time.precision == "invalid" else ""
    facts = {"understood": read, "hour": "" if wrong else time_said(time, hour), "hour_wrong": wrong}
    return render(request, "chronology/_reading.html", facts)
