"""The words in which a model states its machine: acts, guards, who may, and who is waited for.

A machine is a table: each act is a method marked ``@act`` that sets its own columns and nothing else.
``casework.transitions`` is the only place that runs one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django_fsm import FSMField, FSMModelMixin, transition

from agencies.models import Person
from agencies.roles import Holder

Grants = Mapping[Holder, Iterable[str]]


@dataclass(frozen=True)
class Guard:
    """A fact that must hold before an act, and the sentence that is said when it does not.

    The sentence may name the thing: ``"{o.agency} has not countersigned the report."``
    """

    sentence: str
    holds: Callable[[Any, Person | None], bool]

    def refusal(self, obj: Any, by: Person | None) -> str | None:
        """The sentence that blocks, or None when the way is free."""
        return None if self.holds(obj, by) else self.sentence.format(o=obj)


def guard(sentence: str) -> Callable[[Callable[[Any, Person | None], bool]], Guard]:
    """Make a guard of a function ``(obj, by) -> bool`` that is true when the act may go on."""
    return lambda holds: Guard(sentence, holds)


@dataclass(frozen=True)
class Terms:
    """What stands beside an act in its machine's table.

    ``label`` is the button ("Send to the panel"), ``done`` the history's words ("Sent to the panel"),
    ``final`` asks for an interruption page first, ``page`` is False for an act that has no form of its own
    (it follows from another act, or is a save). ``quiet`` says that nothing about who may do what, or who is
    waited for, follows from the act: a paragraph saved, an entry added.
    """

    label: str
    done: str
    guards: tuple[Guard, ...] = ()
    final: bool = False
    page: bool = True
    primary: bool = True
    quiet: bool = False


def act(
    *,
    source: str | Sequence[str],
    target: Any = None,
    label: str,
    done: str,
    guards: Sequence[Guard] = (),
    final: bool = False,
    page: bool = True,
    primary: bool = True,
    quiet: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a method as an act of its model's machine.

    The permission is the act's own name on the model (``submit`` on ``IMR`` asks for ``submit_imr``), so it
    cannot be left out. ``target=None`` leaves the state as it is.
    """

    def declare(method: Callable[..., Any]) -> Callable[..., Any]:
        model = method.__qualname__.split(".")[-2].lower()
        terms = Terms(label, done, tuple(guards), final, page, primary, quiet)
        marked: Callable[..., Any] = transition(
            field="state",
            source=source,
            target=target,
            permission=f"{method.__name__}_{model}",
            custom={"terms": terms},
        )(method)
        return marked

    return declare


@cache
def machine(model: type[models.Model]) -> dict[str, Any]:
    """The acts of a model by name, in the order its class states them."""
    order = {name: place for place, name in enumerate(vars(model))}
    found: dict[str, Any] = model._meta.get_field("state").transitions[model]  # type: ignore[union-attr]
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], 0)))


def terms_of(method: Any) -> Terms:
    """The label, guards and manners of an act."""
    terms: Terms = next(iter(method._django_fsm.transitions.values())).custom["terms"]
    return terms


def permission_of(method: Any) -> str:
    """The codename of the permission an act asks for."""
    return str(next(iter(method._django_fsm.transitions.values())).permission)


def act_permissions(model: str, *acts: str) -> list[tuple[str, Any]]:
    """The permissions of a model's acts, for its ``Meta.permissions``; a system check compares them with the acts."""
    return [(f"{name}_{model}", f"Can {name.replace('_', ' ')} {model}") for name in acts]


def state_check(model: str, states: Iterable[tuple[str, str]]) -> models.CheckConstraint:
    """The database's own list of a machine's states."""
    return models.CheckConstraint(condition=models.Q(state__in=[state for state, _ in states]), name=f"{model}_state_is_known")


def state_field(states: Iterable[tuple[str, str]], initial: str) -> FSMField:
    """A state that only the corridor can change."""
    return FSMField(choices=list(states), default=initial, protected=True, max_length=40)


@dataclass(frozen=True)
class Awaited:
    """That somebody is waited for: who, to do which act, in words that name nobody of the family."""

    holder: Holder
    act: str
    title: str


class GuardedQuerySet(models.QuerySet[Any]):
    """Where every view begins."""

    def visible_to(self, person: Person) -> Any:
        """Only what a role of this person opens; anything else does not exist for them."""
        from casework import access  # noqa: PLC0415 - access knows the models that use this class

        return self.filter(pk__in=access.ids_opened(person, self.model))


class Guarded(models.Model):
    """A thing that roles open: it has an unguessable id, belongs to a case, and says who may do what with it.

    ``reading_power`` is the power that opens the papers kept beside it: whoever may only see that a report is being
    written does not see its draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    reading_power: ClassVar[str] = "view"

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def grants(self) -> Grants:
        """What each holder may do with this thing in its present state: ``{Holder: {"view", act, ...}}``."""
        raise NotImplementedError(type(self).__name__)


class Governed(FSMModelMixin, Guarded):
    """A guarded thing with a state, which only ``casework.transitions.advance`` changes.

    ``version`` counts every change, with or without a change of state. Each model adds ``state``, ``case``
    and ``Meta.permissions``, and a grants table (``class XGrant(Grant)``). ``other_powers`` names the permissions
    that are no act (the case's ``oversee``: to see every agency's row, not only one's own). ``held_with`` names what its
    guards always ask of beside it: it is read in the same statement when an act begins.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    other_powers: ClassVar[tuple[str, ...]] = ()
    held_with: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def awaits(self) -> list[Awaited]:
        """Who is waited for in the present state; these become rows of "my work"."""
        return []

    def chain_id(self) -> Any:
        """The log chain this thing writes to: its case's, or its own board's before there is a case."""
        return self.case_id  # type: ignore[attr-defined]


class Attached(Guarded):
    """Something kept beside another thing (a paper, a date): whoever may view that thing may view it."""

    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField(db_index=True)

    class Meta:
        abstract = True

    def about(self) -> Guarded:
        """The thing this hangs on."""
        from casework import registry  # noqa: PLC0415 - the registry lists the models that use this class

        return registry.find(self.about_kind, self.about_id)

    def grants(self) -> Grants:
        about = self.about()
        return self.grants_under(about, about.grants())

    def grants_under(self, about: Guarded, grants: Grants) -> Grants:
        """What follows for this from what the thing it hangs on grants."""
        return {holder: {"view"} for holder, powers in grants.items() if "view" in powers}
