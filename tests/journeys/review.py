"""How a review is set up: records secured, terms of reference agreed, the overview author appointed, agencies asked."""

from __future__ import annotations

import re
from datetime import date, timedelta

from frameworks import clock
from tests.journeys.referral import POLICE, SOCIAL_CARE
from tests.journeys.visitor import Visitor

PERIOD = (date(2019, 6, 1), date(2023, 3, 10))
ENQUIRIES = ("Was each child seen and heard at every call?", "Why was the skeletal survey not done?")


def tell_agencies(manager: Visitor) -> None:
    """Every agency that may hold anything is told at once to secure its records."""
    manager.take_up("Tell agencies to secure their records")
    manager.choose("Which agencies may have had contact with the family?", POLICE, SOCIAL_CARE)
    manager.press("Tell them now")
    manager.is_told("2 agencies were told to secure their records.")


def secure_records(lead: Visitor) -> None:
    """The agency's lead answers what was secured, where, and by whom."""
    lead.take_up("Secure your records and say so")
    lead.choose("Does the agency hold any records?", "Yes, and they are secured")
    lead.fill("What was secured?", "Everything on paper and on screen since 2012.")
    lead.fill("Where are they kept?", "The strong room at headquarters")
    lead.fill("Who secured them?", "Head of records")
    lead.date("When were they secured?", clock.today())
    lead.press("Send the answer")
    lead.is_told("Your answer is with the board.")


def tell_the_regulator(manager: Visitor) -> None:
    """Whoever outside must hear of a review is told, and the proof is kept."""
    manager.take_up("Tell of the review")
    manager.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    manager.date("When were they told?", clock.today())
    manager.fill("How were they told?", "Letter by secure e-mail")
    manager.press("Record it")
    manager.is_told("It is on record")


def agree_terms(manager: Visitor) -> None:
    """The period, the lines of enquiry, who contributes and by when; then the panel agrees them."""
    manager.take_up("Begin the terms of reference")
    manager.press("Begin")
    manager.follow("Period under review")
    manager.date("From", PERIOD[0])
    manager.date("To", PERIOD[1])
    manager.fill("Why does it begin and end there?", "From the first call of the police to the day after the injury.")
    manager.press("Save")
    manager.follow("Lines of enquiry")
    for number, question in enumerate(ENQUIRIES, start=1):
        manager.fill(f"Line of enquiry {number}", question)
    manager.press("Save")
    manager.follow("Contributors")
    manager.choose(POLICE, "IMR")
    manager.choose(SOCIAL_CARE, "Information only")
    manager.press("Save")
    manager.follow("Timescales")
    manager.date("By when do the agencies report?", clock.today() + timedelta(days=60))
    manager.date("By when is the overview report written?", clock.today() + timedelta(days=100))
    manager.press("Save")
    manager.press("Record that the terms are agreed")
    manager.reads(*ENQUIRIES)
    manager.date("When did the panel agree them?", clock.today())
    manager.press("They are agreed")
    manager.is_told("The terms of reference are agreed.")


def appoint_the_overview_author(manager: Visitor, author: str) -> None:
    """On a declaration of independence, every statement of it."""
    manager.take_up("Appoint the overview author")
    manager.fill("E-mail address of the author", author)
    manager.tick_all("What has the author declared?")
    manager.date("When did they declare it?", clock.today())
    manager.fill("Their experience of this work", "Twelve overview reports.")
    manager.press("Appoint")
    manager.is_told("is appointed overview author.")


def ask_for_reports(manager: Visitor) -> None:
    """The police are asked for their report, social care for its chronology alone."""
    manager.turn_to("Agencies")
    manager.press(re.compile("^Ask for"))
    manager.press("Ask them now")
    manager.follow("Ask an agency for its chronology only")
    manager.pick("Agency", SOCIAL_CARE)
    manager.press("Ask for the chronology")
