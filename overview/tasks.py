"""What the worker does for overview reports: makes the PDF of a paper. Safe to run twice."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task

from overview import rendering


@shared_task(ignore_result=True)
def render(paper_id: str) -> None:
    """Make the PDF of one paper, unless somebody has made it or is making it."""
    rendering.make(UUID(paper_id))


@shared_task(ignore_result=True)
def render_waiting() -> None:
    """Make the papers whose wake-up was lost."""
    for paper_id in rendering.unfinished():
        rendering.make(paper_id)
