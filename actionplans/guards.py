"""What must hold before an action goes on, each with the sentence that says what is missing."""

from __future__ import annotations

from typing import Any

from agencies.models import Person
from casework.machines import guard


@guard("The action has no measure: say how anybody will see that it worked.")
def has_a_measure(action: Any, by: Person | None) -> bool:
    return bool(action.measure.strip())


@guard("The action has no target date.")
def has_a_date(action: Any, by: Person | None) -> bool:
    return action.due_on is not None


@guard("Nobody owns the action: name the person who sees to it.")
def has_an_owner(action: Any, by: Person | None) -> bool:
    return action.owner_id is not None


@guard("The action plan also asks for: {o.missing_in_words}.")
def columns_are_filled(action: Any, by: Person | None) -> bool:
    return not action.missing()


@guard("There is no evidence yet that the action was done.")
def has_evidence(action: Any, by: Person | None) -> bool:
    return action.fresh_evidence().exists()


@guard("You own this action, so somebody else must look at it.")
def looked_at_by_another(action: Any, by: Person | None) -> bool:
    return by is None or not action.was_owned_by(by)


@guard("You filed evidence for this action, so somebody else must look at it.")
def looked_at_by_no_filer(action: Any, by: Person | None) -> bool:
    return by is None or not action.actionevidence_set.filter(filed_by=by).exists()


@guard("The evidence shows what was done, not yet that practice has changed: an audit, a survey or figures would.")
def practice_has_changed(action: Any, by: Person | None) -> bool:
    return action.actionevidence_set.filter(shows__in=["practice", "outcome"]).exists()


INDEPENDENT = (looked_at_by_another, looked_at_by_no_filer)
