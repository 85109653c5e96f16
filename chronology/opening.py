"""Cases from before there was a key, or rooms for the panel: they get theirs with an upgrade, not at somebody's next act."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from casework.models.case import Case
from chronology import keeping, panel_workflow
from chronology.models import Chronology, IntegratedChronology, PersonKey


def open_what_is_missing() -> int:
    """Begin the key and the integrated chronology of every case whose agencies compile chronologies; how many were begun.

    Where something is shared and the case is open, the worker is asked to compare it, as it would have been.
    """
    cases = Case.objects.filter(pk__in=Chronology.objects.order_by().values("case"))
    missing = [*_without(PersonKey, cases), *_without(IntegratedChronology, cases)]
    for case in dict.fromkeys(missing):
        with transaction.atomic():
            _open(case)
    return len(missing)


def _without(model: Any, cases: Any) -> list[Case]:
    return list(cases.exclude(pk__in=model.objects.order_by().values("case")))


def _open(case: Case) -> None:
    first = Chronology.objects.filter(case=case).order_by("state", "pk").last()  # one that is shared, where there is one
    if first is None:
        return
    keeping.open_key(case, by=None, following=first)
    is_new = not IntegratedChronology.objects.filter(case=case).exists()
    integrated = panel_workflow.open_integrated(case, by=None, following=first)
    if is_new and case.state == "open" and first.state == "shared":
        panel_workflow.analyse(integrated, by=None, following=first)
