"""The leak check in a case: over the entries a person may read, and over a finished file that is looked through and forgotten."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from casework import access, documents, gate, log
from casework import workflow as casework
from casework.pages import CasePage, case_page, find, person_of
from chronology import leaking, shown
from chronology.key_forms import LeakForm
from chronology.models import PersonKey
from chronology.naming.leaks import counted
from chronology.naming.process import check_file

TAB = "Chronology"


@login_required
def personkey_leaks(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look through a finished file for whatever of the key is left in it."""
    key = find(PersonKey, request, pk, "case__board")
    person = person_of(request)
    access.demand(person, key, "reveal")
    if shown.named_until(request, key) is None:
        return _reason_first(request, key)
    bar = case_page(request, key.case, TAB, thing=key)
    form = LeakForm(request.POST or None, request.FILES or None, may_file="file_case" in bar.powers)
    facts: dict[str, Any] = {"bar": bar, "key": key, "form": form}
    if request.method == "POST" and form.is_valid():
        facts |= _looked_through(request, key, bar, form)
    return render(request, "chronology/leaks.html", facts)


def _looked_through(request: HttpRequest, key: PersonKey, bar: CasePage, form: LeakForm) -> dict[str, Any]:
    """What the file holds; it is not kept unless that was asked for."""
    file, person = form.cleaned_data["file"], person_of(request)
    data = file.read()
    checker = shown.checker_of(key, bar.opened.get("chronology", []))
    try:
        hits = check_file(data, file.name, checker.recogniser.key)
    except gate.Refused as refused:
        form.add_error("file", refused.sentence)
        return {}
    log.fact(key, "personkey.check", by=person, sha256=documents.sha256(data), found=len(hits))
    if form.cleaned_data.get("is_kept"):
        casework.file_document(key.case, title=file.name, kind="paper", filename=file.name, data=data, by=person)
        messages.success(request, "The file is with the case’s documents.")
    return {"groups": leaking.by_kind(hits), "counts": counted(hits), "filename": file.name, "is_looked": True}


@login_required
def personkey_entries(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look through the entries that this person may read, some hundreds at a time."""
    key = find(PersonKey, request, pk, "case__board")
    access.demand(person_of(request), key, "reveal")
    if shown.named_until(request, key) is None:
        return _reason_first(request, key)
    bar = case_page(request, key.case, TAB, thing=key)
    opened = bar.opened.get("chronology", [])
    paginator = Paginator(leaking.entries_of(key.case, opened), leaking.AT_ONCE)
    page = paginator.get_page(request.GET.get("page"))
    hits = leaking.in_entries(shown.checker_of(key, opened), page.object_list)
    facts = {"bar": bar, "key": key, "page": page, "groups": leaking.by_kind(hits), "counts": counted(hits)}
    return render(request, "chronology/leaks_entries.html", facts)


def _reason_first(request: HttpRequest, key: PersonKey) -> HttpResponse:
    return redirect(f"{reverse('chronology:personkey_reveal', args=[key.pk])}?{urlencode({'next': request.path})}")
