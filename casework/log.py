"""The log that can be believed: one hash chain for each case, written by the database alone.

Entries hold ids, states and hashes, never case text. The application's role may read the table and call
``casework_append``; it can change nothing that was written (see the migration ``0002_the_log``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from agencies.models import Person
from casework import registry
from casework.machines import Governed, Guarded
from casework.models.entry import LogEntry
from casework.refusals import Refusal
from casework.statements import AnyOf, rows_of, statement
from frameworks import clock

NOBODY = UUID(int=0)


def append(
    chain: UUID,
    act: str,
    *,
    by: Person | None,
    kind: str,
    pk: UUID,
    version: int = 0,
    to_state: str = "",
    facts: dict[str, Any] | None = None,
) -> None:
    """Write one entry at the end of a chain. ``facts`` are ids, dates, counts and hashes only."""
    payload = json.dumps(facts or {}, sort_keys=True, separators=(",", ":"), default=str)
    at_us = round(clock.now().timestamp() * 1_000_000)
    rows_of(
        "SELECT casework_append(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [chain, at_us, by.pk if by else None, act, kind, pk, version, to_state, payload],
    )


def act(obj: Governed, name: str, *, by: Person | None, before: str, following: Governed | None) -> None:
    """The footprint of an act: the states it moved between and the hash of the thing as it now stands."""
    facts: dict[str, Any] = {"from": before, "digest": digest(obj)}
    if following is not None:
        facts["following"] = f"{registry.word(following)}:{following.pk}"
    append(
        obj.chain_id(),
        f"{registry.word(obj)}.{name}",
        by=by,
        kind=registry.word(obj),
        pk=obj.pk,
        version=obj.version,
        to_state=obj.state,  # type: ignore[attr-defined]
        facts=facts,
    )


def fact(obj: models.Model, event: str, *, by: Person | None, chain: UUID | None = None, **facts: Any) -> None:
    """An entry about something that is no act of a machine: a look into the file, an appointment, an export."""
    append(
        chain or obj.chain_id(),  # type: ignore[attr-defined]
        event,
        by=by,
        kind=registry.word(obj),
        pk=obj.pk,
        version=getattr(obj, "version", 0),
        to_state=getattr(obj, "state", ""),
        facts=facts,
    )


def looked(obj: Guarded, page: str, *, by: Person) -> None:
    """That somebody looked into the file: written before the page is sent."""
    fact(obj, f"{registry.word(obj)}.view", by=by, chain=_chain_of(obj), page=page)


def refused(refusal: Refusal, *, by: Person) -> None:
    """That somebody was refused, in a statement of its own: what was refused has left nothing else behind."""
    obj = refusal.about
    chain = _chain_of(obj) if isinstance(obj, Guarded) else None
    if chain is None or refusal.is_logged:
        return
    said = [hashlib.sha256(sentence.encode()).hexdigest() for sentence in refusal.sentences]
    fact(obj, f"{registry.word(obj)}.{refusal.act or 'act'}.{refusal.kind}", by=by, chain=chain, sentences=said)
    refusal.is_logged = True


def _chain_of(obj: Guarded) -> UUID | None:
    chain: UUID | None = obj.chain_id() if isinstance(obj, Governed) else obj.case_id  # type: ignore[attr-defined]
    return chain


def digest(obj: models.Model) -> str:
    """The SHA-256 (hex) of every stored field of a thing that follows from no other, in a canonical writing."""
    fields = {field.attname: field.value_from_object(obj) for field in obj._meta.concrete_fields if not field.generated}
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def entries_of(case_id: UUID) -> Any:
    """A case's chain, latest first."""
    return LogEntry.objects.filter(chain=case_id).order_by("-seq")


def first_days(case_id: UUID, events: Iterable[str]) -> dict[str, date]:
    """The day in London on which each of these events first happened in a case; absent where it has not."""
    rows = _moments_of(case_id, list(events))
    return {act: instant(at_us).astimezone(clock.LONDON).date() for act, at_us in rows}


@statement
def _moments_of(case: Any, acts: Any) -> Any:
    return LogEntry.objects.filter(chain=case, act=AnyOf(acts)).order_by("-seq").values_list("act", "at_us")


def last_change(obj: Governed) -> str | None:
    """When the thing came into its present state and by whom, in words ("22 November 2026, 14:05, by Jo Bloggs")."""
    state = obj.state  # type: ignore[attr-defined]
    moved = LogEntry.objects.filter(object_id=obj.pk, to_state=state, payload__contains='"from":')
    entry = moved.exclude(payload__contains=f'"from":"{state}"').order_by("-id").first()
    if entry is None:
        return None
    at = timezone.localtime(at_of(entry))
    who = Person.objects.filter(pk=entry.actor_id or NOBODY).values_list("name", flat=True).first()
    return f"{at:%-d %B %Y, %H:%M}" + (f" ({who})" if who else "")


def at_of(entry: LogEntry) -> datetime:
    """The instant of an entry, in UTC."""
    return instant(entry.at_us)


def instant(at_us: int) -> datetime:
    """The same of its microseconds since 1970."""
    return datetime.fromtimestamp(at_us / 1_000_000, tz=UTC)


# --- verification -----------------------------------------------------------------------------------------------


def hash_of(entry: LogEntry, prev: bytes) -> bytes:
    """The hash an entry should carry after ``prev``: SHA-256 over a tag, the hash before, and each field behind its length."""
    fields = [
        str(entry.chain),
        str(entry.seq),
        str(entry.at_us),
        str(entry.actor_id or ""),
        entry.act,
        entry.object_kind,
        str(entry.object_id),
        str(entry.object_version),
        entry.to_state,
        entry.payload,
    ]
    body = b"chapter8-log-v1" + prev
    for field in fields:
        encoded = field.encode()
        body += len(encoded).to_bytes(4, "big") + encoded
    return hashlib.sha256(body).digest()
