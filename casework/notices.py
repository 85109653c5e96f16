"""The outbox: written in the transaction of the act, sent afterwards, once by its Message-ID.

A message names a case by its reference and nothing else, and goes to nobody who could not see the thing it is about
at the moment it is sent.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q

from agencies.models import Person
from casework import access, registry, writing
from casework.machines import Guarded
from casework.models.notice import Notice
from frameworks import clock

LEASE = timedelta(minutes=2)
TRIES = 20


def write(to: Person, *, key: str, subject: str, body: str, about: Guarded) -> None:
    """Put a message in the outbox unless one with this key was written before."""
    notice = Notice(
        key=f"{key}:{to.pk}",
        to=to,
        subject=subject,
        body=body,
        about_kind=registry.word(about),
        about_id=about.pk,
        written_at=clock.now(),
    )
    writing.insert_unless_there(notice)


def send_all(limit: int = 500) -> int:
    """Send what is unsent; returns how many went. Safe to run in many workers at once and to be killed at any point."""
    sent = 0
    for _ in range(limit):
        notice = _claim()
        if notice is None:
            return sent
        sent += _send(notice)
    return sent


def message_id(pk: UUID) -> str:
    """The Message-ID that a notice always carries, however often it is tried."""
    return f"<{pk}@{urlsplit(settings.SITE_URL).hostname}>"


def _claim() -> Notice | None:
    """Take the next unsent message for two minutes; a worker that dies gives it back by doing nothing."""
    now = clock.now()
    with transaction.atomic():
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        notice: Notice | None = (
            Notice.objects.select_for_update(skip_locked=True)
            .filter(free, sent_at__isnull=True, dropped_because="", attempts__lt=TRIES)
            .order_by("written_at", "pk")
            .first()
        )
        if notice is not None:
            Notice.objects.filter(pk=notice.pk).update(leased_until=now + LEASE, attempts=F("attempts") + 1)
        return notice


def _send(notice: Notice) -> int:
    if not _may_still_see(notice):
        Notice.objects.filter(pk=notice.pk).update(dropped_because="no longer visible to the recipient")
        return 0
    body = f"{notice.body}\n\n{settings.SITE_URL}/\n"
    EmailMessage(notice.subject, body, to=[notice.to.email], headers={"Message-ID": message_id(notice.pk)}).send()
    Notice.objects.filter(pk=notice.pk).update(sent_at=clock.now(), leased_until=None)
    return 1


def _may_still_see(notice: Notice) -> bool:
    about: Any = registry.guarded()[notice.about_kind]._default_manager.filter(pk=notice.about_id).first()
    return about is not None and notice.to.is_active and access.may(notice.to, about, "view")
