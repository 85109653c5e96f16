"""An agency is asked for its chronology, shares it, and has it back."""

from __future__ import annotations

from typing import Any

from agencies.models import Agency, Person
from casework import workflow as casework
from casework.machines import Governed
from casework.models.case import Case
from casework.refusals import refuse
from casework.transitions import advance, begin, verb
from chronology import keeping, panel_workflow
from chronology.models import Chronology
from frameworks import clock
from reviews.models import Review


@verb
def open_chronology(case: Case, agency: Agency, *, report_id: Any = None, by: Person | None, following: Governed) -> Chronology:
    """Begin an agency's chronology; where it has one already, bind that to the report it is now asked for."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    keeping.open_key(case, by=by, following=following)
    standing = Chronology.objects.filter(case=case, agency=agency).first()
    if standing is None:
        casework.involve(case, agency)
        opened = begin(Chronology(case=case, agency=agency, report_id=report_id), by=by, following=following)
        panel_workflow.open_integrated(case, by=by, following=opened)
        return opened
    if report_id is None or standing.report_id == report_id:
        return standing
    return advance(standing, "bind", by=by, following=following, report_id=report_id)


@verb
def ask(review: Review, agency: Agency, *, by: Person) -> Chronology:
    """Ask an agency that writes no report for its chronology; its lead compiles and shares it."""
    review = advance(review, "commission", by=by)
    if Chronology.objects.filter(case=review.case, agency=agency).exists():
        refuse(f"{agency} has been asked for its chronology already.")
    return open_chronology(review.case, agency, by=by, following=review)


@verb
def share(chronology: Chronology, *, by: Person, following: Governed | None = None) -> Chronology:
    """Let the panel, the chair and the overview author see it; the number of entries now stands in the case file."""
    chronology = advance(chronology, "share", by=by, following=following, on=clock.today())
    casework.progress(chronology.case, chronology.agency, entries=chronology.entry_count)
    panel_workflow.follow(chronology, by=by)
    return chronology


@verb
def unshare(chronology: Chronology, *, by: Person, following: Governed | None = None) -> Chronology:
    """Give it back to the agency: nobody else sees it, nor how many entries it has, until it is shared again."""
    chronology = advance(chronology, "unshare", by=by, following=following)
    casework.progress(chronology.case, chronology.agency, entries=None)
    panel_workflow.follow(chronology, by=by)
    return chronology
