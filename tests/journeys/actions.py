"""How a recommendation becomes a change: answered, planned, agreed, done, looked at by somebody else."""

from __future__ import annotations

import re
from datetime import timedelta

from frameworks import clock
from tests.journeys.referral import ALDER
from tests.journeys.visitor import Visitor

WHAT = "Change the prompt in the call log, so that it asks for each child."
MEASURE = "Fifty logs a quarter, of which nine in ten say how each child was."


def ask_for_responses(manager: Visitor) -> None:
    manager.take_up("ask those it addresses for their response")
    manager.press("Ask for responses")
    manager.date("By when should they respond?", clock.today() + timedelta(days=28))
    manager.press("Ask them")


def accept(lead: Visitor) -> None:
    lead.take_up("say what you will do about it")
    lead.choose("What do you say to this recommendation?", "Accepted")
    lead.press("Respond")
    lead.is_told("Your answer is recorded.")


def plan(lead: Visitor, owner: str) -> None:
    """An action with an owner, a date and a measure."""
    lead.take_up("plan the first action")
    lead.fill("What will be done?", WHAT)
    lead.fill("How will anybody see that it worked?", MEASURE)
    lead.date("By when?", clock.today() + timedelta(days=90))
    lead.pick("Who sees to it?", owner)
    lead.press("Propose it")
    lead.is_told("is proposed.")


def ask_who_watches(manager: Visitor) -> None:
    """The manager cannot agree what nobody watches over, and reads so before pressing anything."""
    manager.take_up("agree it")
    manager.reads("The action plan also asks for: how it is watched.")


def say_who_watches(lead: Visitor) -> None:
    lead.open_case("Actions")
    lead.follow(re.compile(re.escape(WHAT)))
    lead.press("Change")
    lead.fill("Who watches over it, and how often?", "The panel, each quarter.")
    lead.press("Save it")
    lead.is_told("The action is saved.")


def agree(manager: Visitor) -> None:
    manager.take_up("agree it")
    manager.press("Agree it")
    manager.is_told("The action is agreed.")


def carry_out(owner: Visitor) -> None:
    """The owner begins, files evidence, and says that it is done."""
    owner.take_up("begin")
    owner.press("Begin")
    owner.press("File evidence")
    owner.choose("What kind of evidence is it?", "Dip sample")
    owner.upload("Document", ALDER / "actions.xlsx")
    owner.fill("What does it show?", "Fifty logs read in June: 47 say how each child was.")
    owner.press("File it")
    owner.press("Say that it is done")
    owner.fill("What was done?", "The prompt is live.")
    owner.press("It is done")


def verify(auditor: Visitor) -> None:
    """Somebody who had no part in it looks, and says what they looked at and found."""
    auditor.take_up("look whether it was done")
    auditor.fill("What did you look at?", "Twenty logs of July")
    auditor.fill("What did you find?", "Nineteen say how each child was.")
    auditor.press("Verify it")
    auditor.is_told("The action is verified.")
    auditor.reads("Verified")
