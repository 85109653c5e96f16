"""One person tries one address; what came of it, in a word, and whether anything was left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from agencies.models import Person
from casework import registry
from casework.models import LogEntry
from frameworks import clock

LOOKS = (".view", ".export", ".forbidden", ".hidden", ".blocked", ".outdated")


def outcome(answer: HttpResponse) -> str:
    """What a browser was told; ``opened`` is also who is led on, or told why not now."""
    if answer.status_code == 302 and "/account/" in answer["Location"]:
        return "sign in"
    words = {200: "opened", 302: "opened", 409: "opened", 422: "opened", 403: "refused", 404: "hidden", 405: "never opened"}
    return words.get(answer.status_code, str(answer.status_code))


TO_THE_SIGN_IN = (302, "/account/login/?next=HERE", b"")
TO_THE_SECOND_FACTOR = (302, "/account/2fa/totp/activate/", b"")


def answered(client: Client, method: str, url: str) -> tuple[int, str, bytes]:
    """What one browser is told at an address."""
    return told(getattr(client, method)(url), url)


def told(answer: HttpResponse, url: str) -> tuple[int, str, bytes]:
    """Everything that an answer tells: its status, where it leads, and every byte."""
    return answer.status_code, answer.headers.get("Location", "").replace(f"next={url}", "next=HERE"), answer.content


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Traces:
    """What the database looked like, to be compared with what it looks like now."""

    def __init__(self) -> None:
        self._last = self._newest()
        self._stood = self._states()

    def logged(self) -> list[str]:
        """The acts that were logged since this was last asked; looks, exports and refusals are none."""
        since = list(LogEntry.objects.filter(id__gt=self._last).order_by("id").values_list("id", "act", "actor_id"))
        self._last = since[-1][0] if since else self._last
        return [f"{act} by {Person.objects.filter(pk=by).first()}" for _, act, by in since if not act.endswith(LOOKS)]

    def changed(self) -> list[str]:
        """The things that are not as they stood at the beginning."""
        now = self._states()
        return [f"{pk} changed" for pk in self._stood.keys() | now.keys() if self._stood.get(pk) != now.get(pk)]

    def left(self) -> list[str]:
        """Anything at all that was left behind."""
        return self.logged() + self.changed()

    @staticmethod
    def _newest() -> int:
        return LogEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0

    @staticmethod
    def _states() -> dict[Any, Any]:
        return {
            pk: (state, version)
            for model in registry.governed().values()
            for pk, state, version in model._default_manager.values_list("pk", "state", "version")
        }


# --- what is sent ---------------------------------------------------------------------------------------------------


def filled(answer: HttpResponse) -> dict[str, Any]:
    """The form of a page, filled in as well as one can without knowing what it asks; what it has already stays."""
    page = getattr(answer, "context", None)
    found = page.get("form") if page is not None else None
    body: dict[str, Any] = {"confirmed": "yes", "is_sure": "on", "which": "", "text": "<p>Words.</p>", "version": "1"}
    if isinstance(found, forms.BaseForm):
        for bound in found:
            body |= _answered(bound)
    return body


def _answered(bound: forms.BoundField) -> dict[str, Any]:
    field, name = bound.field, bound.html_name
    value = bound.value()
    if isinstance(field, forms.DateField):
        day = value if hasattr(value, "day") else clock.today()
        return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}
    if isinstance(field, forms.FileField):
        return {name: SimpleUploadedFile("words.txt", b"Words.", "text/plain")}
    return {name: _plain(value) if value not in (None, "", []) else _made_up(field)}


def _made_up(field: forms.Field) -> Any:
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return _choices(field)
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return next(iter(_choices(field)), "")
    if isinstance(field, forms.BooleanField):
        return "on"
    return "1" if isinstance(field, forms.IntegerField) else "<p>Words.</p>"


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, str | int):
        return value
    return [_plain(each) for each in value] if hasattr(value, "__iter__") else str(value)


def _choices(field: Any) -> list[str]:
    offered = [(value, label) for value, label in field.choices if not isinstance(label, list | tuple)]
    return [str(value) for value, _ in offered if str(value)]
