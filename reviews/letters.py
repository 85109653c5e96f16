"""The letters of a review, filled with what the system knows: copy-ready, and never with anything about the family."""

from __future__ import annotations

from datetime import date

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework import appointments
from casework.models import Deadline
from frameworks import calendars, clock
from reviews.models import RecordsRequest, Review, Told


def secure_records(request: RecordsRequest) -> tuple[str, str] | None:
    """Subject and text of the letter that tells an agency to secure its records; None where the pack has no such letter."""
    return written(request.review, "secure_records", agency=request.agency, reply_by=reply_by(request))


def ask_for_report(review: Review, agency: Agency, reply_by: date | None) -> tuple[str, str] | None:
    """Subject and text of the letter that asks an agency for its report."""
    return written(review, "agency_report_request", agency=agency, reply_by=reply_by)


def tell(review: Review, told: Told) -> tuple[str, str] | None:
    """Subject and text of the letter to a body outside the review."""
    return written(review, told.notification.letter, recipient=told.notification.to, reply_by=completion(review))


def reply_by(request: RecordsRequest) -> date | None:
    """By when an agency answers about its records."""
    return Deadline.objects.standing().filter(about_id=request.pk).values_list("due_on", flat=True).first()


def completion(review: Review) -> date | None:
    """By when the review is to be complete."""
    return Deadline.objects.standing().filter(case=review.case, ends="review.complete").values_list("due_on", flat=True).first()


def written(
    review: Review, key: str, *, agency: Agency | None = None, recipient: str = "", reply_by: date | None = None
) -> tuple[str, str] | None:
    """A letter of the review's pack with its facts put in."""
    pack, board = review.pack, review.case.board
    if key not in {letter.key for letter in pack.letters}:
        return None
    return pack.letter(key).filled(
        reference=review.case.reference,
        board=board.name,
        chair=_who(Holder("chair", board.pk)) or pack.terms.decider.title,
        manager=_who(Holder("manager", board.pk)) or pack.terms.manager.title,
        agency=agency.name if agency else "the agency",
        recipient=recipient or (agency.name if agency else "the agency"),
        review=pack.terms.review.one,
        date=calendars.written(clock.today()),
        reply_by=calendars.written(reply_by) if reply_by else "the date given to you",
        report=pack.terms.agency_report.a,
    )


def leads_of(agency: Agency) -> list[Person]:
    """The people who lead for an agency today; empty for a body outside the system."""
    return [role.person for role in appointments.holding(Holder("lead", agency.pk))]


def _who(holder: Holder) -> str:
    return next((role.person.name for role in appointments.holding(holder)), "")
