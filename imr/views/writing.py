"""A section and its editor, which saves itself as the author types."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from casework import access
from casework.pages import case_page, person_of, two_texts
from casework.refusals import Outdated
from imr import workflow
from imr.forms import SectionForm
from imr.models import IMR, Section


def _find(request: HttpRequest, pk: UUID) -> Section:
    """The section, if this person may read the report it belongs to."""
    mine = access.ids_opened(person_of(request), IMR, "read")
    section = (
        Section.objects.select_related("imr__case__board", "imr__agency", "imr__review", "saved_by")
        .filter(pk=pk, imr__in=mine)
        .first()
    )
    if section is None:
        raise Http404
    return section


@login_required
def section(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a section with its guidance beside it; whoever may only read it reads it."""
    found = _find(request, pk)
    person = person_of(request)
    writes = access.may(person, found.imr, "write") and found.imr.state in {"drafting", "returned"}
    if request.method != "POST" and not writes:
        return redirect(f"{_reading(found)}#{found.key}")
    access.demand(person, found.imr, "write")
    form = SectionForm(request.POST or None, initial=_stands(found))
    if request.method == "POST" and form.is_valid():
        try:
            _save(found, form, person, keep=True)
        except Outdated as outdated:
            bar = case_page(request, found.imr.case, "Agencies", thing=found.imr)
            return two_texts(request, bar, outdated, field="text", back=found.imr.get_absolute_url())
        messages.success(request, f"“{found.title}” is saved.")
        return redirect(_next(found) if "next" in request.POST else found.imr)
    return _page(request, found, form)


@login_required
@require_POST
def section_save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save what is being typed; answers with the new version, or with what is wrong."""
    found = _find(request, pk)
    access.demand(person_of(request), found.imr, "write")
    form = SectionForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    saved = _save(found, form, person_of(request), keep=False)
    return JsonResponse({"version": saved.version})


def _save(section: Section, form: SectionForm, person: Any, *, keep: bool) -> Section:
    given = form.cleaned_data
    return workflow.write(section, html=given["text"], version=given["version"], is_ready=given["is_ready"], keep=keep, by=person)


def _stands(section: Section) -> dict[str, Any]:
    return {"text": section.html, "version": section.version, "is_ready": section.is_ready}


def _reading(section: Section) -> str:
    return reverse("imr:read", args=[section.imr_id])


def _next(section: Section) -> Any:
    """The section after this one, or the workspace after the last."""
    following = Section.objects.filter(imr=section.imr, place__gt=section.place).first()
    return following or section.imr


def _page(request: HttpRequest, section: Section, form: SectionForm) -> HttpResponse:
    imr = section.imr
    terms = imr.review.terms
    asks_lines = section.heading.filled_from == "terms_of_reference" and terms is not None
    facts = {
        "bar": case_page(request, imr.case, "Agencies", thing=imr),
        "imr": imr,
        "section": section,
        "heading": section.heading,
        "form": form,
        "brief": terms.in_force if asks_lines else None,
        "chronology": imr.chronology if section.heading.filled_from == "chronology" else None,
        "versions": section.versions.select_related("saved_by"),
    }
    return render(request, "imr/section.html", facts)


@login_required
def section_version(request: HttpRequest, pk: UUID, version: int) -> HttpResponse:
    """What a section said before."""
    found = _find(request, pk)
    earlier = found.versions.filter(version=version).select_related("saved_by").first()
    if earlier is None or not access.may(person_of(request), found.imr, "see_drafts"):
        raise Http404
    bar = case_page(request, found.imr.case, "Agencies", thing=found.imr)
    return render(request, "imr/section_version.html", {"bar": bar, "section": found, "version": earlier})
