"""What the worker does for chronologies: ids in, one verb called, safe to run twice."""

from uuid import UUID

from celery import shared_task

from chronology import importing, workflow
from chronology.exporting import printing
from chronology.models import ImportFile


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
