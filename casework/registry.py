"""Which models there are, by the one word the log and the permissions use for each ("imr", "referral")."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.urls import NoReverseMatch, get_script_prefix, reverse

from casework.machines import Attached, Governed, Guarded

ANY_ID = UUID(int=0)


@cache
def guarded() -> dict[str, type[Guarded]]:
    """Every guarded model by its word."""
    return {model._meta.model_name or "": model for model in apps.get_models() if issubclass(model, Guarded)}


@cache
def governed() -> dict[str, type[Governed]]:
    """Every model with a machine by its word."""
    return {word: model for word, model in guarded().items() if issubclass(model, Governed)}


@cache
def attached() -> list[type[Attached]]:
    """Every kind of thing that hangs on another."""
    return [model for model in guarded().values() if issubclass(model, Attached)]


def word(obj: Any) -> str:
    """The one word for a thing or its model, in the log, in permissions and in events ("imr")."""
    return str(obj._meta.model_name)


def find(kind: str, pk: UUID) -> Any:
    """The thing itself, for the house's own bookkeeping; views go through ``visible_to``."""
    return guarded()[kind]._default_manager.get(pk=pk)


def act_url(obj: Any, act: str) -> str:
    """Where an act's page is (``<app>:<word>_<act>`` with the thing's id), or the thing's own page if it has none."""
    name = _act_page(obj._meta.app_label, f"{word(obj)}_{act}")
    return address(name, obj.pk) if name else str(obj.get_absolute_url())


def address(name: str, pk: UUID) -> str:
    """Where the page of this name of a thing is; the form of an address is worked out once for all things."""
    return _form_of(name, get_script_prefix()).replace(str(ANY_ID), str(pk))


@cache
def _form_of(name: str, prefix: str) -> str:
    return reverse(name, args=[ANY_ID])


@cache
def _act_page(room: str, name: str) -> str:
    """The name of an act's page with its room, its own model's before any other's; empty where there is none."""
    for each in [room, *rooms()]:
        with suppress(NoReverseMatch):
            reverse(f"{each}:{name}", args=[ANY_ID])
            return f"{each}:{name}"
    return ""


@cache
def rooms() -> list[str]:
    """The apps that have things of a case: an act that creates something of a higher stage has its page there."""
    return sorted({model._meta.app_label for model in guarded().values()})
