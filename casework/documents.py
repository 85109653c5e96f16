"""The file store: bytes past the gate, kept once under their hash, given out only after a permission check."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings

from agencies.models import Person
from casework import access, gate, log, registry
from casework.machines import Guarded
from casework.models.document import Document
from casework.refusals import refuse
from frameworks import clock


def sha256(data: bytes) -> str:
    """The hex digest under which bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def path_of(digest: str) -> Path:
    """Where the bytes with this hash lie; the name never comes from a user."""
    return Path(settings.FILE_STORE) / digest[:2] / digest


def keep(data: bytes) -> str:
    """Write bytes to the store so that they are there whole or not at all, and return their hash."""
    digest = sha256(data)
    path = path_of(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_whole(path, data)
    return digest


def read(document: Document) -> bytes:
    """The bytes of a document, checked against their hash."""
    data = path_of(document.sha256).read_bytes()
    if sha256(data) != document.sha256:
        raise OSError(f"document {document.pk}: the stored file is not the one that was filed")
    return data


def store(about: Guarded, *, title: str, kind: str, filename: str, data: bytes, by: Person | None) -> Document:
    """File bytes beside a thing; raises Blocked with the gate's sentence when they may not come in."""
    try:
        accepted = gate.inspect(data, filename)
    except gate.Refused as refused:
        refuse(refused.sentence)
    return _file(about, title, kind, filename, accepted.media_type, data, by)


def store_rendered(about: Guarded, *, title: str, kind: str, filename: str, media_type: str, data: bytes) -> Document:
    """File what the house itself made (a report's PDF)."""
    return _file(about, title, kind, filename, media_type, data, None)


def _file(about: Guarded, title: str, kind: str, filename: str, media_type: str, data: bytes, by: Person | None) -> Document:
    case: Any = about.case  # type: ignore[attr-defined]
    document = Document.objects.create(
        case=case,
        about_kind=registry.word(about),
        about_id=about.pk,
        title=title,
        kind=kind,
        filename=Path(filename).name[:160],
        media_type=media_type,
        size=len(data),
        sha256=keep(data),
        filed_by=by,
        filed_at=clock.now(),
    )
    access.bring_in_line(document)
    log.fact(document, "document.file", by=by, chain=case.pk, sha256=document.sha256, size=document.size)
    return document


def _write_whole(path: Path, data: bytes) -> None:
    """Temporary file, fsync, rename: a crash or a full disk leaves nothing half written under the final name."""
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).rename(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
