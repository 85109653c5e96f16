"""Draws the machines from the code: what the documentation shows is what runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework import registry
from casework.machines import Governed, machine, terms_of

INTRODUCTION = """# The machines

Drawn by `manage.py draw_machines` from the models themselves; a test compares this page with the code.
Acts that leave the state as it is stand in the table only. Who may do an act is said by `grants()` of the model.
"""


def page() -> str:
    """The whole page, in Markdown with Mermaid diagrams."""
    return "\n".join([INTRODUCTION, *(drawing(model) for _, model in sorted(registry.governed().items()))])


def drawing(model: type[Governed]) -> str:
    """One machine: its states and moves as a diagram, its acts and what blocks them as a table."""
    name = str(model._meta.verbose_name)
    field: Any = model._meta.get_field("state")  # type: ignore[misc]  # each model adds its own
    states = dict(field.choices or [])
    initial = field.default
    lines = [f"## {name[0].upper()}{name[1:]} (`{model._meta.label_lower}`)", "", "```mermaid", "stateDiagram-v2"]
    lines += [f"    {value} : {label}" for value, label in states.items()]
    lines += [f"    [*] --> {initial}", *moves(model, list(states)), "```", "", *table(model, list(states))]
    return "\n".join([*lines, ""])


def moves(model: type[Governed], states: list[str]) -> Iterator[str]:
    """The arrows: from where, to where, by which act."""
    for act, method in machine(model).items():
        for source, target in _ways(method, states):
            if target is not None and target != source:
                yield f"    {source} --> {target} : {act}"


def table(model: type[Governed], states: list[str]) -> Iterator[str]:
    """The acts, their labels, where they start, and the sentences of their guards."""
    yield "| act | in words | from | to | what may block it |"
    yield "|---|---|---|---|---|"
    for act, method in machine(model).items():
        ways = list(_ways(method, states))
        sources = ", ".join(dict.fromkeys(source for source, _ in ways))
        targets = ", ".join(dict.fromkeys(target for _, target in ways if target)) or "–"
        terms = terms_of(method)
        blocks = " ".join(guard.sentence for guard in terms.guards)
        yield f"| `{act}` | {terms.label} | {sources} | {targets} | {blocks} |"


def _ways(method: Any, states: list[str]) -> Iterator[tuple[str, str | None]]:
    for way in method._django_fsm.transitions.values():
        for source in states if way.source in {"*", "+"} else [way.source]:
            for target in getattr(way.target, "allowed_states", None) or [way.target]:
                yield source, target
