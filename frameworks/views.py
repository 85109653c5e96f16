"""The guide: each kind of review as a reader of the law would want it. Anybody may read it, without an account."""

from __future__ import annotations

from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import frameworks
from frameworks.comparison import compare
from frameworks.packs import Pack, Unconfirmed
from frameworks.processmap import limits_of, other_ways, process_map
from frameworks.vocabulary import ROLES, SECTORS

# What the parts of a pack are called where their unconfirmed facts are listed.
PARTS = {
    "calendar": "How days are counted",
    "legal_basis": "What it stands on",
    "purpose": "What it is for",
    "not_purpose": "What it is not for",
    "rules": "Duties",
    "criteria": "Criteria",
    "helpful_questions": "Questions that help to decide",
    "decisions": "Decisions",
    "converts": "Turning into another kind",
    "panel": "Panel",
    "stages": "Stages",
    "scope_questions": "Questions for the terms of reference",
    "timescales": "Limits of time",
    "notifications": "Who is told",
    "letters": "Letters",
    "declarations": "Declarations",
    "agency_report": "Headings of agency reports",
    "overview": "Headings of the overview report",
    "summary": "Headings of the summary",
    "chronology": "Chronologies",
    "profile": "Profile sheet",
    "factors": "Factors",
    "combinations": "Factors together",
    "themes": "Themes",
    "recommendations": "Recommendations",
    "actions": "Action plan",
    "grading": "Judging the review",
    "publication": "Publication",
    "copies": "Copies",
}


@login_not_required
@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """Which kinds of review there are, and how they differ."""
    listed = frameworks.all_packs()
    return render(request, "frameworks/packs.html", {"packs": listed, "rows": compare(listed), "nav": "guide"})


@login_not_required
@require_safe
def pack(request: HttpRequest, code: str) -> HttpResponse:
    """One kind of review, whole: its way, its tests, its limits of time, and what nobody has confirmed yet."""
    try:
        shown = frameworks.get(code)
    except KeyError as error:
        message = "There is no such kind of review."
        raise Http404(message) from error
    facts = {
        "pack": shown,
        "map": process_map(shown),
        "stages": [(stage, limits_of(shown, stage)) for stage in shown.stages],
        "other_ways": other_ways(shown),
        "core": [SECTORS[sector] for sector in shown.panel.core_sectors],
        "limits": [(limit, ROLES[limit.responsible]) for limit in shown.timescales],
        "outlines": _outlines(shown),
        "unconfirmed": _by_part(shown.unconfirmed()),
        "packs": {other.code: other for other in frameworks.all_packs()},
        "nav": "guide",
    }
    return render(request, "frameworks/pack.html", facts)


def _outlines(shown: Pack) -> list[tuple[str, object]]:
    outlines = [
        (shown.terms.agency_report.title, shown.agency_report),
        (shown.terms.overview.title, shown.overview),
        (shown.terms.summary.title, shown.summary),
    ]
    return [(title, outline) for title, outline in outlines if outline.chapters]


def _by_part(facts: tuple[Unconfirmed, ...]) -> list[tuple[str, list[Unconfirmed]]]:
    """Unconfirmed facts under the heading of the part of the pack where they stand."""

    def part(unconfirmed: Unconfirmed) -> str:
        return PARTS[unconfirmed.path.split(".")[0].split("[")[0]]

    return [(heading, list(group)) for heading, group in groupby(facts, key=part)]
