"""Who keeps apart from whom: those who write a report, those who sign it, and those who judge it."""

from __future__ import annotations

from typing import Any

from agencies.models import Person
from agencies.roles import Holder
from casework import appointments
from casework.refusals import refuse


def may_write(imr: Any, person: Person) -> None:
    """Refuse an author who is to sign the report, or to judge it."""
    _may_take_part(imr, person)
    if person.pk == imr.countersigner_id:
        refuse(f"{person} is to countersign the report and cannot be its author as well.")


def may_sign(imr: Any, person: Person) -> None:
    """Refuse a countersigning officer who writes the report, has written it, or judges it."""
    _may_take_part(imr, person)
    if person.pk == imr.author_id:
        refuse(f"{person} is the author of the report and cannot countersign it.")
    if imr.authordeclaration_set.filter(person=person).exists():
        refuse(f"{person} has been the author of this report and cannot countersign it.")


def _may_take_part(imr: Any, person: Person) -> None:
    if appointments.holds(person, Holder("panel_member", imr.case_id)):
        refuse(f"{person} sits on the panel that judges this report. Name somebody else.")
    if appointments.holds(person, Holder("overview_author", imr.case_id)):
        refuse(f"{person} writes the {imr.pack.terms.overview}. Name somebody else.")
