"""How a page finds its thing: through what this person may see, or not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from agencies.models import Person
from casework import access
from casework.models import Case
from casework.pages import find, person_of
from overview.models import Finding, OverviewReport, Recommendation


def report_of(request: HttpRequest, pk: UUID) -> OverviewReport:
    """The report, with what every page of it asks for."""
    report: OverviewReport = find(OverviewReport, request, pk, "case__board", "review")
    return report


def finding_of(request: HttpRequest, report_id: UUID, pk: int) -> Finding:
    """A finding of a report that this person may see."""
    report = report_of(request, report_id)
    finding = report.finding_set.select_related("enquiry").filter(pk=pk).first()
    if finding is None:
        raise Http404
    finding.report = report
    return finding


def recommendation_of(request: HttpRequest, pk: UUID) -> Recommendation:
    """A recommendation, by itself: those it addresses see it without seeing the report."""
    found: Recommendation = find(Recommendation, request, pk, "case__board", "agency", "report__review", "report__case__board")
    return found


def report_in(person: Person, case: Case) -> OverviewReport | None:
    """The latest overview report of a case that this person may see."""
    visible: Any = OverviewReport.objects.visible_to(person).filter(case=case)
    found: OverviewReport | None = visible.select_related("case__board", "review").order_by("-review__begun_on").first()
    return found


def demand(request: HttpRequest, report: OverviewReport, act: str) -> None:
    """Stop a page whose act this person's role does not include."""
    access.demand(person_of(request), report, act)
