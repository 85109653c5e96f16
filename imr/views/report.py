"""One agency's report: its workspace, its text, and the versions that were signed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from casework import access
from casework.models import Document
from casework.pages import case_page, find, person_of
from imr import standing
from imr.models import IMR
from imr.naming import entries_naming_the_author
from reviews.views.answers import offered

AFTER_WRITING = frozenset({"send_for_countersignature"})
RELATED = ("case__board", "agency", "review", "author", "countersigner")


@login_required
def imr(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agency's workspace; for the board's people how far the report is."""
    report = find(IMR, request, pk, *RELATED)
    person = person_of(request)
    bar = case_page(request, report.case, "Agencies", thing=report)
    powers = access.powers(person, report)
    works = "see_drafts_imr" in powers
    words, tone = standing.words(report)
    facts = {
        "bar": bar,
        "imr": report,
        "words": words,
        "tone": tone,
        "due_on": standing.due_on(report),
        "acts": offered(report, person, done=_done(report), next_steps=AFTER_WRITING),
        "works": works,
        "may_read": bool(powers & {"read_imr", "read_submitted_imr"}),
        "chapters": _chapters(report) if works else [],
        "finished": _finished(report) if works else None,
        "returns": report.return_set.select_related("by").order_by("-number") if works else report.returns.order_by("-number"),
        "signature": report.signature if works else report.last_submitted,
        "naming": _naming(report, powers),
        "documents": Document.objects.visible_to(person).filter(about_id=report.pk),
        "brief": _brief(report) if works else None,
        "chronology": report.chronology if works else None,
    }
    return render(request, "imr/imr.html", facts)


def _done(report: IMR) -> set[str]:
    """What was done and need not be offered again."""
    done = {"declare"} if report.declared_on else set()
    if report.signature:
        done.add("countersign")
    if report.chronology and report.chronology.entry_count and not report.nothing_held:
        done.add("say_nothing_held")
    return done


def _chapters(report: IMR) -> list[dict[str, Any]]:
    """The task list of sections, under the chapters of the framework's outline."""
    sections = {section.key: section for section in report.section_set.all()}
    return [
        {"title": chapter.title, "tasks": [_task(sections[each.key]) for each in chapter.sections if each.key in sections]}
        for chapter in report.pack.agency_report.chapters
    ]


def _naming(report: IMR, powers: frozenset[str]) -> list[int]:
    """The numbers of the entries that name the author, for those who may read them."""
    if "read_imr" not in powers:
        return []
    return [entry.number for entry in entries_naming_the_author(report)]


def _finished(report: IMR) -> dict[str, int]:
    """How many sections the author calls finished, of how many."""
    ready = list(report.section_set.values_list("is_ready", flat=True))
    return {"done": sum(ready), "all": len(ready)}


def _task(section: Any) -> dict[str, Any]:
    return {
        "key": section.key,
        "label": section.title,
        "url": section.get_absolute_url(),
        "status": section.status,
        "hint": "" if section.is_needed else "Where there is something to say",
    }


def _brief(report: IMR) -> Any:
    """The terms of reference that the agency works to; None until they are agreed."""
    terms = report.review.terms
    return terms.in_force if terms else None


@login_required
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole report: as it stands for those who may read that, otherwise as the panel last had it."""
    report = find(IMR, request, pk, *RELATED)
    powers = access.powers(person_of(request), report)
    if "read_imr" in powers:
        signature = report.signature if report.state in {"submitted", "accepted"} or "see_drafts_imr" in powers else None
        text = report.text()
    elif "read_submitted_imr" in powers:
        signature = report.last_submitted
        text = signature.text
    else:
        raise Http404
    return _reading(request, report, text, signature)


@login_required
def signed(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """A version as it was countersigned; those outside the agency read the ones the panel has had."""
    report = find(IMR, request, pk, *RELATED)
    powers = access.powers(person_of(request), report)
    versions = report.countersignature_set.select_related("signed_by")
    if "see_drafts_imr" not in powers:
        versions = versions.filter(submitted_at__isnull=False)
    signature = versions.filter(number=number).first()
    if signature is None or not powers & {"see_drafts_imr", "read_submitted_imr"}:
        raise Http404
    return _reading(request, report, signature.text, signature, number=number)


def _reading(request: HttpRequest, report: IMR, text: Any, signature: Any, number: int = 0) -> HttpResponse:
    bar = case_page(request, report.case, "Agencies", thing=report)
    cited = dict(report.section_set.values_list("key", "pk")) if bar.opened.get("overviewreport") else {}
    facts = {
        "bar": bar,
        "imr": report,
        "sections": _under_chapters(report, text, cited),
        "signature": signature,
        "number": number,
        "chronology": reverse("chronology:case_chronology", args=[report.case_id]) if "chronology" in bar.opened else "",
    }
    return render(request, "imr/read.html", facts)


def _under_chapters(report: IMR, text: list[dict[str, str]], cited: dict[str, UUID]) -> list[dict[str, Any]]:
    """The sections of a text under the headings they stand under, each with the id by which findings cite it."""
    written = {section["key"]: section | {"cited_as": cited.get(section["key"])} for section in text}
    chapters = [
        {"title": chapter.title, "sections": [written[each.key] for each in chapter.sections if each.key in written]}
        for chapter in report.pack.agency_report.chapters
    ]
    return [chapter for chapter in chapters if chapter["sections"]]
