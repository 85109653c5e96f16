"""System checks that hold the house together: what a machine says must be complete before anything starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register

import frameworks
from casework import access, registry
from casework.machines import Governed, machine, permission_of


@register()
def machines_are_complete(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every act has a declared permission, every state stands in the database's CHECK, every model has its grants table."""
    return [*_permissions(), *_states(), *_grant_tables()]


@register()
def events_exist(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every event that a pack names is an act of a machine."""
    known = {f"{word}.{name}" for word, model in registry.governed().items() for name in machine(model)}
    known |= {f"{word}.begin" for word in registry.governed()}
    messages: list[CheckMessage] = []
    for pack in frameworks.all_packs():
        for place, event in pack.named_events():
            if event not in known:
                messages.append(
                    Error(f"{pack.code}: “{place}” names “{event}”, which is no act of any machine.", id="casework.E004")
                )
    return messages


def declared(model: type[Governed]) -> set[str]:
    """The codenames a model's ``Meta.permissions`` declares."""
    return {codename for codename, _ in model._meta.permissions}


def _permissions() -> Iterator[CheckMessage]:
    for word, model in registry.governed().items():
        asked = {permission_of(method) for method in machine(model).values()}
        asked |= {f"{power}_{word}" for power in model.other_powers}
        for codename in sorted(asked ^ declared(model)):
            yield Error(
                f"{model.__name__}: the permission “{codename}” is not both asked for and declared.",
                obj=model,
                id="casework.E001",
            )


def _states() -> Iterator[CheckMessage]:
    for word, model in registry.governed().items():
        field: Any = model._meta.get_field("state")  # type: ignore[misc]  # each model adds its own
        choices = {value for value, _ in field.choices or []}
        listed: set[str] = set()
        for constraint in model._meta.constraints:
            if constraint.name == f"{word}_state_is_known":
                listed = set(dict(constraint.condition.children)["state__in"])  # type: ignore[attr-defined]
        if choices != listed:
            yield Error(
                f"{model.__name__}: the database's CHECK does not list the states of the machine.", obj=model, id="casework.E002"
            )


def _grant_tables() -> Iterator[CheckMessage]:
    for model in registry.guarded().values():
        if access.grant_model(model) is None:
            yield Error(f"{model.__name__} has no grants table.", obj=model, id="casework.E003")
