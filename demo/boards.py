"""The two boards of the demonstration with a case in every stage, all built through the verbs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from demo import tales
from demo.people import AGENCIES, NORTHSHIRE, WESTERMERE, Troupe, engage
from demo.stories import Story
from demo.tales import Tale
from frameworks import clock

ENGAGED = datetime(2022, 1, 10, 9, 30, tzinfo=UTC)


def northshire() -> Troupe:
    """The first board and its people, in their posts since January 2022."""
    with clock.travelling(ENGAGED):
        return engage("Northshire Safeguarding Children Board", "NSCB", "Northshire", NORTHSHIRE, list(AGENCIES))


def westermere() -> Troupe:
    """The second board, strictly apart."""
    with clock.travelling(ENGAGED):
        return engage("Westermere Safeguarding Children Board", "WSCB", "Westermere", WESTERMERE, ["csc", "police", "hospital"])


def in_every_stage(troupe: Troupe) -> None:
    """A case in every stage, the oldest first, so that references follow the years."""
    for told in (
        closed,
        awaiting_signature,
        being_analysed,
        being_gathered,
        lessons_learned,
        learning_day,
        being_scoped,
        waiting_for_the_chair,
        before_the_panel,
        come_in,
        drafted,
    ):
        told(troupe)


def _begun(troupe: Troupe, tale: Tale, days_ago: int) -> Story:
    return Story(troupe, tale, clock.today() - timedelta(days=days_ago))


def drafted(troupe: Troupe) -> Story:
    """A referral that its referrer has not sent yet."""
    story = _begun(troupe, tales.MILL_LANE, 1)
    story.draft()
    return story


def come_in(troupe: Troupe) -> Story:
    """A referral that waits for the manager."""
    story = _begun(troupe, tales.SALT_ROAD, 2)
    story.draft()
    story.submit()
    return story


def before_the_panel(troupe: Troupe) -> Story:
    """A referral that the panel will look at."""
    story = _begun(troupe, tales.LOCK_STREET, 8)
    story.draft()
    story.submit()
    story.consider(2)
    return story


def waiting_for_the_chair(troupe: Troupe) -> Story:
    """A recommendation, not unanimous, that waits for the chair's decision."""
    story = _begun(troupe, tales.FERRY_ROAD, 20)
    story.draft()
    story.submit()
    story.consider(2)
    reasons = "A child has died and neglect is suspected; agencies held concerns that were not brought together."
    dissent = {
        "dissenters": "Sunil Varma",
        "dissent": "Would have preferred a lessons learned review: the facts are not disputed.",
    }
    story.recommend(11, "serious_case_review", reasons, **dissent)
    return story


def being_scoped(troupe: Troupe) -> Story:
    """A review whose scope is being written; one agency has not said whether its records are secured."""
    story = _begun(troupe, tales.CHAPEL_ROW, 28)
    story.decided()
    story.secure(15, silent=["school"])
    story.tell(16)
    story.scope(22, agreed=False)
    return story


def being_gathered(troupe: Troupe) -> Story:
    """Agencies' reports in every state: accepted, returned, with the panel, being written, and one overdue."""
    story = _begun(troupe, tales.HARBOUR_VIEW, 90)
    story.decided()
    story.secure(14)
    story.tell(16)
    story.scope(20)
    story.appoint_author(24)
    story.commission(24)
    story.report("hospital", 28)
    story.report("csc", 34, until="returned")
    story.report("school", 46, until="submitted")
    story.name("hv", 40)
    story.write("hv", 62, sections=5)
    story.name("housing", 44)
    story.write("housing", 66, sections=2)
    return story


def lessons_learned(troupe: Troupe) -> Story:
    """A lessons learned review: the criteria were not met, and there is something to learn."""
    story = _begun(troupe, tales.QUAYSIDE, 62)
    story.decided("lessons_learned_review", criteria_met=False)
    story.secure(14)
    story.scope(20)
    story.appoint_author(24)
    story.commission(24)
    story.report("school", 28)
    story.report("csc", 36, until="awaiting")
    return story


def learning_day(troupe: Troupe) -> Story:
    """Not a review: a learning day, followed to its end."""
    story = _begun(troupe, tales.STATION_TERRACE, 45)
    story.draft()
    story.submit()
    story.consider(2)
    story.recommend(
        11, "learning_day", "The criteria are not met; practitioners would learn from a day together.", criteria_met=False
    )
    answers = {
        "facilitator": "An independent facilitator from the regional network",
        "focus": "Safe storage of prescribed methadone in families",
        "invited": "Practitioners of the agencies named in the referral",
        "due": clock.today() + timedelta(days=30),
    }
    story.decide(14, "learning_day", "I agree with the panel.", answers=answers)
    return story


def being_analysed(troupe: Troupe) -> Story:
    """Every report is in; the overview author writes."""
    story = _begun(troupe, tales.ORCHARD_CLOSE, 130)
    story.gathered()
    story.overview(80)
    return story


def awaiting_signature(troupe: Troupe) -> Story:
    """The overview report waits for the chair's signature."""
    story = _begun(troupe, tales.MARKET_HILL, 150)
    story.gathered()
    story.overview(75)
    story.to_signature(90)
    return story


def closed(troupe: Troupe) -> Story:
    """A review from its beginning to its end: every action verified, the file closed."""
    story = _begun(troupe, tales.WHARF_LANE, 640)
    story.gathered()
    story.overview(75)
    story.to_signature(90)
    story.signed(100)
    story.tell(102)
    story.carried_out(110)
    return story


def second_board(troupe: Troupe) -> None:
    """A referral that came in, and a review that waits for its reports."""
    story = _begun(troupe, tales.BRIDGE_END, 70)
    story.decided()
    story.secure(14)
    story.scope(20)
    story.appoint_author(24)
    story.commission(24)
    story.report("csc", 30)
    late = _begun(troupe, tales.HIGH_STREET, 4)
    late.draft()
    late.submit()
