"""What the worker does for chronologies: ids in, one verb called, safe to run twice."""

from uuid import UUID

from celery import shared_task

import chronology.analysis.analysing  # noqa: F401 - before the worker parts into processes, which then share it
from chronology import importing, panel_workflow, proposing, workflow
from chronology.exporting import printing
from chronology.models import Analysis, ImportFile


@shared_task(ignore_result=True)
def read_import(pk: str) -> None:
    """Read one file that an agency sent."""
    file = ImportFile.objects.filter(pk=pk).first()
    if file is not None:
        workflow.read_file(file)


@shared_task(ignore_result=True)
def read_waiting() -> None:
    """Read what waits: a file whose call was lost, or whose reader was."""
    for pk in importing.waiting():
        read_import(str(pk))


@shared_task(ignore_result=True)
def print_chronology(pk: str) -> None:
    """Make one PDF that somebody asked for."""
    printing.make(UUID(pk))


@shared_task(ignore_result=True)
def print_waiting() -> None:
    """Make what waits: a PDF whose call was lost, or whose maker was."""
    for pk in printing.waiting():
        printing.make(pk)


@shared_task(ignore_result=True)
def analyse(pk: str) -> None:
    """Compare everything that is shared in one case."""
    run = Analysis.objects.select_related("integrated__case").filter(pk=pk).first()
    if run is not None:
        panel_workflow.run_analysis(run)


@shared_task(ignore_result=True)
def analyse_waiting() -> None:
    """Run the comparisons that wait: one whose call was lost, or whose worker was."""
    for pk in proposing.waiting():
        analyse(str(pk))
