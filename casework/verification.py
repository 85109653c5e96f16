"""Recomputes the log and says what does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from casework import log, registry
from casework.models.entry import ChainHead, LogEntry


def problems() -> Iterator[str]:
    """Every chain against itself and its head, then every thing's state against its last entry, each fault by name."""
    heads = {head.chain: head for head in ChainHead.objects.iterator()}
    seen: dict[UUID, tuple[int, bytes]] = {}
    for entry in LogEntry.objects.order_by("chain", "seq").iterator(chunk_size=2000):
        seq, prev = seen.get(entry.chain, (0, b""))
        yield from _link(entry, seq, prev)
        seen[entry.chain] = (entry.seq, bytes(entry.hash))
    yield from _heads(heads, seen)
    yield from _states()


def _link(entry: LogEntry, seq: int, prev: bytes) -> Iterator[str]:
    where = f"chain {entry.chain}, entry {entry.seq}"
    if entry.seq != seq + 1:
        yield f"{where}: {entry.seq - seq - 1} entries before it are missing"
    elif bytes(entry.prev) != prev:
        yield f"{where}: does not follow the entry before it"
    if log.hash_of(entry, bytes(entry.prev)) != bytes(entry.hash):
        yield f"{where}: was changed after it was written"


def _heads(heads: dict[UUID, ChainHead], seen: dict[UUID, tuple[int, bytes]]) -> Iterator[str]:
    for chain, head in heads.items():
        seq, last = seen.get(chain, (0, b""))
        if (head.seq, bytes(head.hash)) != (seq, last):
            yield f"chain {chain}: ends at entry {seq}, but its head says {head.seq}"
    for chain in seen.keys() - heads.keys():
        yield f"chain {chain}: has no head"


def _states() -> Iterator[str]:
    for word, model in registry.governed().items():
        logged: dict[Any, tuple[str, int]] = {}
        entries = LogEntry.objects.filter(object_kind=word).exclude(to_state="").order_by("id")
        for pk, state, version in entries.values_list("object_id", "to_state", "object_version").iterator(chunk_size=5000):
            logged[pk] = (state, version)
        things: Any = model._default_manager.all()
        for pk, state, version in things.values_list("pk", "state", "version").iterator(chunk_size=5000):
            if pk not in logged:
                yield f"{word} {pk}: is {state}, and the log does not know it"
            elif logged[pk] != (state, version):
                yield f"{word} {pk}: is {state} (version {version}), and the log says {logged[pk][0]} (version {logged[pk][1]})"
        present = set(model._default_manager.filter(pk__in=list(logged)).values_list("pk", flat=True))
        for pk in logged.keys() - present:
            yield f"{word} {pk}: was {logged[pk][0]}, and is gone"
