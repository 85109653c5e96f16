"""The one corridor for every change of state.

``advance`` moves a state and nothing else does; ``begin`` brings a new thing into its first state; ``acts``
says what a person could do now and what blocks them. Each is one transaction with its log entry, its
deadlines, its permissions and its rows of "my work": if any part fails, nothing has happened.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction

from agencies.models import Person
from casework import access, deadlines, log, registry, waiting, writing
from casework.machines import Governed, Terms, machine, permission_of, terms_of
from casework.models.case import Case
from casework.refusals import Blocked, Forbidden, Hidden, Refusal
from casework.statements import Statement, statement

P = ParamSpec("P")
R = TypeVar("R")
G = TypeVar("G", bound=Governed)


@dataclass(frozen=True)
class Act:
    """One thing a person could do now; ``because`` holds the sentences that block it."""

    name: str
    label: str
    url: str
    allowed: bool
    because: tuple[str, ...]
    primary: bool = True


_depth: ContextVar[int] = ContextVar("depth of verbs within verbs", default=0)


def verb(story: Callable[P, R]) -> Callable[P, R]:
    """Make a function of ``workflow`` one act: whole or not at all, its refusal logged after the roll-back.

    A verb within a verb stands and falls with the whole.
    """

    @functools.wraps(story)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        outside = _depth.get()
        token = _depth.set(outside + 1)
        try:
            with transaction.atomic(savepoint=outside == 0):  # a verb within a verb stands and falls with it
                return story(*args, **kwargs)
        except Refusal as refusal:
            by = kwargs.get("by")
            if outside == 0 and isinstance(by, Person):
                log.refused(refusal, by=by)
            raise
        finally:
            _depth.reset(token)

    return told


@verb
def advance(obj: G, act: str, *, by: Person | None, following: Governed | None = None, **facts: Any) -> G:
    """Do ``act`` on ``obj`` as ``by`` and return the thing as it now stands.

    Locks the case, re-reads the thing, checks the person and the guards, runs the method, saves, logs, keeps the
    deadlines that the framework ties to ``<model>.<act>``, and brings permissions and waiting rows in line.
    ``following`` names the thing whose own act, already checked, this one follows from: the person is then not
    asked for the permission again. Raises Hidden, Forbidden or Blocked; then nothing has happened.
    """
    fresh = _locked(obj)
    method = getattr(fresh, act)
    if following is None:
        _check_person(fresh, act, by)
    _check_state_and_guards(fresh, act, method, by)
    before = fresh.state  # type: ignore[attr-defined]
    try:
        method(by=by, **facts)
    except Blocked as blocked:
        blocked.about, blocked.act = blocked.about or fresh, blocked.act or act
        raise
    fresh.version += 1
    writing.update(fresh)
    _footprint(fresh, act, by=by, before=before, following=following)
    return fresh


@verb
def begin(obj: G, *, by: Person | None, following: Governed | None = None, act: str = "begin") -> G:
    """Bring a new thing into its first state: saved, logged as ``<model>.begin``, opened to those it names."""
    if following is not None:
        _locked_case(following)
    writing.insert(obj)
    _footprint(obj, act, by=by, before="", following=following)
    return obj


def settle(obj: Governed) -> None:
    """Bring what follows from a thing's facts in line once an act has also written the rows beside it."""
    access.bring_in_line(obj)
    waiting.bring_in_line(obj)


def acts(obj: Governed, person: Person) -> list[Act]:
    """What ``person`` could do with ``obj`` now, primary first; what is blocked carries the sentences that block it."""
    powers = access.powers(person, obj)
    state = obj.state  # type: ignore[attr-defined]
    listed = []
    for name, method in machine(type(obj)).items():
        terms = terms_of(method)
        if not terms.page or permission_of(method) not in powers or not method._django_fsm.has_transition(state):
            continue
        because = _refusals(obj, terms, person)
        listed.append(Act(name, terms.label, registry.act_url(obj, name), not because, tuple(because), terms.primary))
    return sorted(listed, key=lambda each: (not each.allowed, not each.primary))


def _locked(obj: G) -> G:
    """The thing as the database has it now, with its case held until the transaction ends."""
    case = None if isinstance(obj, Case) else _locked_case(obj)
    fresh: G | None = next(iter(_held(type(obj))(obj.pk)), None)
    if fresh is None:
        raise Hidden("There is no such thing.", about=obj)
    if case is not None and fresh.case_id == case.pk:  # type: ignore[attr-defined]
        fresh.case = case  # type: ignore[attr-defined]
    return fresh


def _locked_case(obj: Governed) -> Case | None:
    """The case of a thing, held until the transaction ends; None while there is none."""
    case_id: UUID | None = obj.pk if isinstance(obj, Case) else obj.case_id  # type: ignore[attr-defined]
    return next(iter(_held(Case)(case_id)), None) if case_id is not None else None


@cache
def _held(model: type[Governed]) -> Statement:
    """A thing by its id, held until the transaction ends; a case comes with its board."""
    things = model._default_manager.select_for_update(of=("self",)).select_related(*(model.held_with or [None])).order_by()
    return statement(lambda pk: things.filter(pk=pk))


def _check_person(obj: Governed, act: str, by: Person | None) -> None:
    """404 for who may not see it, 403 for who may not do it."""
    powers = access.powers(by, obj) if by is not None else frozenset()
    word = registry.word(obj)
    if f"view_{word}" not in powers:
        raise Hidden("There is no such thing.", about=obj, act=act)
    if f"{act}_{word}" not in powers:
        raise Forbidden("Your role does not include this.", about=obj, act=act)


def _check_state_and_guards(obj: Governed, act: str, method: Any, by: Person | None) -> None:
    if not method._django_fsm.has_transition(obj.state):  # type: ignore[attr-defined]
        raise Blocked(_not_in_this_state(obj, act, method), about=obj, act=act)
    sentences = _refusals(obj, terms_of(method), by)
    if sentences:
        raise Blocked(*sentences, about=obj, act=act)


def _not_in_this_state(obj: Governed, act: str, method: Any) -> str:
    """Say what happened meanwhile: who moved the thing into the state it is in, and when."""
    state = obj.get_state_display().lower()  # type: ignore[attr-defined]
    label = terms_of(method).label
    last = log.last_change(obj)
    if last is None:
        return f"“{label}” is not possible now: the {obj._meta.verbose_name} is {state}."
    return f"“{label}” is not possible now: the {obj._meta.verbose_name} is {state} since {last}."


def _refusals(obj: Governed, terms: Terms, by: Person | None) -> list[str]:
    said = (each.refusal(obj, by) for each in terms.guards)
    return [sentence for sentence in said if sentence]


def _footprint(obj: Governed, act: str, *, by: Person | None, before: str, following: Governed | None) -> None:
    """What every act leaves behind, in the same transaction."""
    log.act(obj, act, by=by, before=before, following=following)
    deadlines.happened(obj, act)
    method = machine(type(obj)).get(act)
    if method is None or not terms_of(method).quiet:
        settle(obj)
