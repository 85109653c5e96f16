"""Notices to whoever is waited for next. They name the case by its reference, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterable

from agencies.models import Person, Role
from agencies.roles import Holder
from casework import notices
from imr import standing
from imr.models import IMR
from reviews import letters


def asked(imr: IMR) -> None:
    """The agency's leads get the board's letter."""
    reference, report = imr.case.reference, imr.pack.terms.agency_report.brief
    letter = letters.ask_for_report(imr.review, imr.agency, standing.due_on(imr))
    subject, body = letter or (f"{reference}: your agency’s {report}", "Sign in to Chapter Eight to see what is asked.")
    _write(imr, "commission", letters.leads_of(imr.agency), subject, body)


def author_named(imr: IMR) -> None:
    """The author is asked to declare and to begin."""
    _tell(
        imr,
        "name_author",
        [imr.author],
        "you are named as an author",
        "declare that you had no part in the case, and begin to write",
    )


def to_be_signed(imr: IMR) -> None:
    """The countersigning officer has something to read."""
    _tell(
        imr,
        "send_for_countersignature",
        [imr.countersigner],
        "a report waits for your signature",
        "read the report whole and countersign it",
    )


def handed_back(imr: IMR) -> None:
    """The author gets it back from inside the agency."""
    _tell(imr, "hand_back", [imr.author], "your report came back to you", "read why it was not countersigned")


def signed(imr: IMR) -> None:
    """The author may send it."""
    _tell(imr, "countersign", [imr.author], "your report is countersigned", "send it to the panel")


def submitted(imr: IMR) -> None:
    """The panel and the manager have a report to judge."""
    judges = _holders(Holder("panel_member", imr.case_id), Holder("manager", imr.case.board_id))
    _tell(imr, "submit", judges, "a report is with the panel", "read it, and accept it or send it back")


def accepted(imr: IMR) -> None:
    """The agency learns that it is done."""
    _tell(imr, "accept", _of_the_agency(imr), "your agency’s report is accepted", "see the case file")


def sent_back(imr: IMR) -> None:
    """The agency learns that more is asked."""
    _tell(imr, "send_back", _of_the_agency(imr), "the panel sent your agency’s report back", "read what the panel asks")


def excused(imr: IMR) -> None:
    """The agency learns that nothing more is asked of it."""
    _tell(imr, "excuse", _of_the_agency(imr), "your agency need not report", "read why")


def _of_the_agency(imr: IMR) -> list[Person]:
    return _holders(Holder("lead", imr.agency_id), Holder("author", imr.pk))


def _holders(*holders: Holder) -> list[Person]:
    roles = Role.objects.current().of(*holders).select_related("person")
    return list({role.person_id: role.person for role in roles}.values())


def _tell(imr: IMR, act: str, people: Iterable[Person | None], what: str, do: str) -> None:
    reference = imr.case.reference
    body = f"In {reference}, {what}.\nSign in to Chapter Eight to {do}."
    _write(imr, act, people, f"{reference}: {what}", body)


def _write(imr: IMR, act: str, people: Iterable[Person | None], subject: str, body: str) -> None:
    for person in people:
        if person is not None:
            notices.write(person, key=f"imr.{act}:{imr.pk}:{imr.version}", subject=subject, body=body, about=imr)
