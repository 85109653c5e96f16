"""How a case comes in: the referrer answers page by page, the panel considers and recommends, the chair decides."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from frameworks import clock
from tests.journeys.visitor import Visitor

ALDER = Path(__file__).resolve().parent.parent / "material" / "alder"
FACTS = json.loads((ALDER / "referral.json").read_text())["referral"]
POLICE, SOCIAL_CARE = "Thornbeck Police", "Thornbeck Children’s Social Care"


def refer_a_case(referrer: Visitor) -> None:
    """The referrer answers page by page, checks the answers, and sends them to the board."""
    referrer.follow("Refer a case")
    referrer.press("Start")
    referrer.meets("About you")
    referrer.fill("Your role", FACTS["referred_by"]["role"])
    referrer.press("Save and continue")
    referrer.fill("Whom did you consult?", "Dr Anand Rao, designated doctor")
    referrer.fill("Their agency", "Thornbeck Hospital Trust")
    referrer.date("When did you talk to them?", date(2023, 3, 13))
    referrer.fill("What did they think?", "It should be referred: the injuries are of different ages.")
    referrer.press("Save and continue")
    name_the_child(referrer)
    referrer.date("When did it happen?", date.fromisoformat(FACTS["incident_date"]))
    referrer.fill("What happened?", "The mother rang 999. The child was fitting and not responding.")
    referrer.press("Save and continue")
    referrer.choose("Are other children at risk now?", "Yes")
    referrer.fill("What has been done about it?", "Both older children were placed with an aunt on the day.")
    referrer.press("Save and continue")
    name_the_family(referrer)
    referrer.choose("Which of these had to do with the family?", POLICE, SOCIAL_CARE)
    referrer.press("Save and continue")
    answer_the_criteria(referrer)
    referrer.press("Save and continue")
    referrer.choose("Are there other proceedings about this?", "Yes")
    referrer.fill("Which, and who leads them?", FACTS["other_proceedings"][0])
    referrer.press("Save and continue")
    referrer.meets("Check your answers before you send the referral")
    referrer.press("Send to the board")
    referrer.meets("Referral sent")


def name_the_child(referrer: Visitor) -> None:
    referrer.press("Add somebody")
    referrer.fill("Name", FACTS["child"]["name"])
    referrer.date("Date of birth", date.fromisoformat(FACTS["child"]["date_of_birth"]))
    referrer.choose("Gender", "Male")
    referrer.choose("Has the child died?", "No")
    referrer.press("Save and continue")
    referrer.reads(FACTS["child"]["name"])
    referrer.press("Continue")


def name_the_family(referrer: Visitor) -> None:
    for number, relative in enumerate(FACTS["other_children"]):
        referrer.press("Add another" if number else "Add somebody")
        referrer.fill("Name", relative["name"])
        referrer.fill("Relation to the child", "Half-sibling")
        referrer.choose("Are they under 18?", "Yes")
        referrer.press("Save and continue")
    referrer.press("Continue")


def answer_the_criteria(referrer: Visitor) -> None:
    """Each with a reason, also where the answer is no."""
    while referrer.page.get_by_role("group", name="Is this so?").count():
        is_met = referrer.page.get_by_text("seriously harmed").count()
        referrer.choose("Is this so?", "Yes" if is_met else "No")
        referrer.fill("What makes you say so?", "The board must see that this was considered.")
        referrer.press("Save and continue")


def take_it_to_the_panel(manager: Visitor) -> None:
    """The manager names the day and the members; they may read the referral from now on."""
    manager.take_up("A referral to take to the panel")
    manager.date("When does the panel meet?", clock.today())
    manager.choose("Who is on the panel?", "Panel Member", "Lead")
    manager.press("Take it to the panel")
    manager.is_told("The referral is with the panel.")


def recommend(member: Visitor) -> None:
    """Health, the police and the local authority were in the room, so the panel was quorate."""
    member.take_up("The panel’s recommendation")
    member.choose("Which members were there?", "Panel Member", "Lead")
    member.page.get_by_text("Somebody else was in the room").click()
    member.page.get_by_label("Name and role").first.fill("Orla Dunne, head of safeguarding")
    member.page.get_by_label("Speaks for").first.select_option(label="Local authority")
    member.choose("Did anybody declare an interest?", "No")
    member.choose("Does the panel find that the criteria are met?", "Yes")
    member.choose("What does the panel recommend?", "Serious case review")
    member.fill(
        "What are the panel’s reasons?", "The child was seriously harmed, and agencies did not put together what they knew."
    )
    member.choose("Was the panel unanimous?", "Yes")
    member.press("Send it to the chair")
    member.is_told("The recommendation is with the chair.")


def decide(chair: Visitor) -> None:
    """With the panel's recommendation and its reasons in front of them."""
    chair.take_up("A referral to decide")
    chair.reads("The panel recommends", "agencies did not put together what they knew")
    chair.choose("What do you decide?", "Serious case review")
    chair.fill("What are your reasons?", "I agree: there is much to learn from how agencies worked together.")
    chair.press("Continue")
    chair.meets("Serious case review: decide this?")
    chair.press("Decide")
    chair.is_told("Your decision is recorded.")
