"""The genogram of a case: the family by code, as a picture and as a list."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from casework.pages import open_case, person_of
from chronology.genogram import drawing_of
from chronology.kinship import kinship_of
from chronology.models import PersonKey


@login_required
def case_genogram(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who belongs to whom, for those who read the key by its codes."""
    bar = open_case(request, pk, "Chronology")
    key = PersonKey.objects.filter(pk__in=bar.opened.get("personkey", [])).first()
    if key is None:
        raise Http404
    kinship = kinship_of(bar.case, key, seen_by=person_of(request))
    facts = {"bar": bar, "rows": kinship.rows, "drawing": drawing_of(kinship.family), "apart": kinship.family.apart}
    return render(request, "chronology/genogram.html", facts)
