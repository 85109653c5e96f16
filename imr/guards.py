"""What must be true before an agency's report goes on, and what a tired professional is told when it is not."""

from __future__ import annotations

from typing import Any

from agencies.models import Person
from casework.machines import guard


@guard("The review is {o.review_state_in_words}: its reports stand as they are.")
def review_is_open(imr: Any, by: Person | None) -> bool:
    return imr.review.state not in {"closed", "discontinued"}


@guard("The review is {o.review_state_in_words}: the panel judges reports when it goes on.")
def review_is_running(imr: Any, by: Person | None) -> bool:
    return bool(imr.review.is_running)


@guard("The terms of reference have not been agreed yet, so there is nothing to judge the report against.")
def scope_is_agreed(imr: Any, by: Person | None) -> bool:
    return imr.review.state != "scoping"


@guard("No author has been named.")
def author_is_named(imr: Any, by: Person | None) -> bool:
    return imr.author_id is not None


@guard("The author has not yet declared that they had no part in the case.")
def author_has_declared(imr: Any, by: Person | None) -> bool:
    return imr.declared_on is not None


@guard("You have made the declaration already.")
def not_declared_yet(imr: Any, by: Person | None) -> bool:
    return imr.declared_on is None


@guard("Not written yet: {o.unwritten_in_words}.")
def everything_is_written(imr: Any, by: Person | None) -> bool:
    return not imr.unwritten()


@guard("The chronology has no entry. Add what the agency’s records hold, or say that they hold nothing.")
def chronology_answers(imr: Any, by: Person | None) -> bool:
    return bool(imr.nothing_held) or bool(imr.chronology and imr.chronology.entry_count)


@guard("A file imported into the chronology has not been answered: take its rows in, or set it aside.")
def no_import_is_waiting(imr: Any, by: Person | None) -> bool:
    return not (imr.chronology and imr.chronology.imports.open().exists())


@guard("Nothing has changed since the version that the panel sent back.")
def it_has_changed(imr: Any, by: Person | None) -> bool:
    return imr.state != "returned" or imr.last_submitted is None or imr.last_submitted.sha256 != imr.digest()


@guard("No countersigning officer has been named.")
def countersigner_is_named(imr: Any, by: Person | None) -> bool:
    return imr.countersigner_id is not None


@guard("The author cannot countersign their own report.")
def signer_is_not_the_author(imr: Any, by: Person | None) -> bool:
    return by is None or by.pk != imr.author_id


@guard("The report is countersigned already.")
def not_signed_yet(imr: Any, by: Person | None) -> bool:
    return imr.signature is None


@guard("{o.agency} has not countersigned the report.")
def is_countersigned(imr: Any, by: Person | None) -> bool:
    return imr.signature is not None


@guard("The report or its chronology has changed since it was countersigned: it must be countersigned again.")
def signature_holds(imr: Any, by: Person | None) -> bool:
    return imr.signature is None or imr.signature.sha256 == imr.digest()


@guard("You work for {o.agency}: somebody else on the panel judges its report.")
def judge_is_not_of_the_agency(imr: Any, by: Person | None) -> bool:
    return by is None or by.agency_id != imr.agency_id
