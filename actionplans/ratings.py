"""How an action stands at a glance: the letter and colour of the pack's legend, judged from its state and its date."""

from __future__ import annotations

from datetime import date, timedelta

from actionplans.models import Action
from frameworks.facts import Rating

SOON = timedelta(days=14)
# A legend that lacks a colour says the nearest thing.
NEAREST = {"blue": "green", "grey": "amber", "amber": "red", "green": "amber", "red": "amber"}


def colour_of(action: Action, today: date, promised_on: date | None) -> str:
    """ "red" overdue, "amber" soon due or reopened, "green" on track or done, "blue" lasting, "grey" not begun."""
    if action.state == "embedded":
        return "blue"
    if action.state in {"implemented", "verified"}:
        return "green"
    if action.is_overdue(today, promised_on):
        return "red"
    if action.state == "reopened" or (promised_on and promised_on - today <= SOON):
        return "amber"
    return "green" if action.state == "in_progress" else "grey"


def rating_of(action: Action, today: date, promised_on: date | None) -> Rating | None:
    """The mark of the pack's legend; None for a superseded action, or where the pack has no legend."""
    if action.state == "superseded":
        return None
    legend = {each.colour: each for each in action.pack.actions.ratings}
    colour = colour_of(action, today, promised_on)
    return legend.get(colour) or legend.get(NEAREST[colour])
