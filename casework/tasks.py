"""What the clock and the worker do: ids in, one verb called, safe to run twice."""

from celery import shared_task

from casework import notices, reminders


@shared_task(ignore_result=True)
def send_notices() -> None:
    """Send what is in the outbox."""
    notices.send_all()


@shared_task(ignore_result=True)
def write_reminders() -> None:
    """Write the reminders whose morning has come, then send them."""
    reminders.write_due()
    notices.send_all()
