"""What the worker does for chronologies: ids in, one verb called, safe to run twice."""

from celery import shared_task

from chronology import importing, workflow
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
