"""From a paper's stored facts to its PDF: the HTML, the process that sets it, the filing of what comes out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string

from casework import documents
from casework.printing import NotPrinted, printed
from frameworks import clock
from overview.models import Paper

LEASE = timedelta(minutes=3)


def make(paper_id: UUID) -> None:
    """Make and file the PDF of a paper; a second worker that comes meanwhile, or later, does nothing."""
    paper = _claim(paper_id)
    if paper is None:
        return
    try:
        pages, pdf = printed(html_of(paper))
    except NotPrinted as failure:
        Paper.objects.filter(pk=paper.pk).update(finished_at=clock.now(), failed_because=str(failure))
        return
    _file(paper, pages, pdf)


def unfinished() -> list[UUID]:
    """Papers that wait for a worker, or whose worker died."""
    return list(_free().filter(asked_at__lt=clock.now() - timedelta(minutes=1)).values_list("pk", flat=True)[:50])


def html_of(paper: Paper) -> str:
    """The paper as HTML that asks for nothing from outside."""
    return render_to_string("overview/paper.html", {"paper": paper.facts, "sha256": paper.sha256})


def _free() -> Any:
    late = clock.now() - LEASE
    return Paper.objects.filter(Q(started_at__isnull=True) | Q(started_at__lt=late), finished_at__isnull=True)


def _claim(paper_id: UUID) -> Paper | None:
    """Take a paper for a few minutes; a worker that dies gives it back by doing nothing."""
    if not _free().filter(pk=paper_id).update(started_at=clock.now()):
        return None
    return Paper.objects.select_related("case").get(pk=paper_id)


def _file(paper: Paper, pages: int, pdf: bytes) -> None:
    with transaction.atomic():
        locked = Paper.objects.select_for_update(of=("self",)).select_related("case").get(pk=paper.pk)
        if locked.document_id is not None:
            return
        locked.document = documents.store_rendered(
            locked, title=locked.title, kind="overview", filename=locked.filename, media_type="application/pdf", data=pdf
        )
        locked.pages = pages
        locked.finished_at = clock.now()
        locked.save(update_fields=["document", "pages", "finished_at"])
