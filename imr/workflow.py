"""What people do with an agency's report: ask for it, name who writes and who signs, write, sign, submit, judge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from agencies.models import Agency, Person, Role
from agencies.roles import Holder
from casework import appointments, deadlines, richtext, waiting, writing
from casework import workflow as casework
from casework.models import Document
from casework.refusals import Outdated, refuse
from casework.statements import statement
from casework.transitions import advance, begin, settle, verb
from chronology import workflow as chronologies
from frameworks import calendars, clock
from frameworks.facts import Statement
from imr import standing, telling
from imr.models import IMR, AuthorDeclaration, Countersignature, Return, Section, SectionVersion
from reviews import workflow as reviews
from reviews.models import Review

IS_SUBMITTED = "imr.submit"

# --- the agency is asked --------------------------------------------------------------------------------------------


@verb
def commission(review: Review, agency: Agency, *, due_on: date | None = None, by: Person) -> IMR:
    """Ask an agency for its report and its chronology, by the date of the terms of reference unless told another."""
    casework.involve(review.case, agency)
    review = advance(review, "commission", by=by)
    excused = IMR.objects.filter(review=review, agency=agency).first()
    if excused is not None:
        return _ask_again(excused, due_on=due_on, by=by)
    imr = IMR(case=review.case, review=review, agency=agency, framework=review.framework, commissioned_on=clock.today())
    imr = begin(imr, act="commission", by=by, following=review)
    sections = imr.pack.agency_report.sections
    Section.objects.bulk_create(Section(imr=imr, key=each.key, place=place) for place, each in enumerate(sections, start=1))
    chronologies.open_chronology(imr.case, agency, report_id=imr.pk, by=by, following=imr)
    return _asked(imr, due_on)


@verb
def commission_all(review: Review, agencies: Iterable[Agency], *, due_on: date | None = None, by: Person) -> list[IMR]:
    """Ask several agencies at once."""
    return [commission(review, agency, due_on=due_on, by=by) for agency in agencies]


def _ask_again(imr: IMR, *, due_on: date | None, by: Person) -> IMR:
    return _asked(advance(imr, "commission", by=by), due_on)


def _asked(imr: IMR, due_on: date | None) -> IMR:
    terms = imr.review.terms
    wanted_on: date | None = due_on or (terms.reports_due_on if terms else None)
    if wanted_on is not None:
        source = "Board manager" if due_on else "Terms of reference"
        _promise(imr, wanted_on, why=f"Asked for on {calendars.written(clock.today())}.", source=source)
    if imr.author_id is None:
        deadlines.hand_over(imr, Holder("lead", imr.agency_id))
    settle(imr)
    standing.show(imr)
    telling.asked(imr)
    return imr


def _promise(imr: IMR, due_on: date, *, why: str, source: str) -> None:
    rule = next((each.key for each in imr.case.pack.ended_by(IS_SUBMITTED)), "agency_report")
    deadlines.promise(
        imr.case,
        imr,
        rule=rule,
        label=f"{imr.pack.terms.agency_report.brief}, {imr.agency}",
        ends=IS_SUBMITTED,
        holder=Holder("author", imr.pk),
        due_on=due_on,
        why=why,
        source=source,
    )


# --- who writes, who signs ------------------------------------------------------------------------------------------


@verb
def name_author(imr: IMR, person: Person, *, post: str, by: Person) -> IMR:
    """The agency names its author: senior, and with no part in the case, which they declare themselves."""
    imr = advance(imr, "name_author", by=by, person=person, post=post)
    _replace(imr, "author", person, by)
    deadlines.hand_over(imr, Holder("author", imr.pk))
    telling.author_named(imr)
    return imr


@verb
def name_countersigner(imr: IMR, person: Person, *, post: str, by: Person) -> IMR:
    """The agency names the officer who answers for the report on behalf of the agency as a whole; never an author of it."""
    imr = advance(imr, "name_countersigner", by=by, person=person, post=post)
    _replace(imr, "countersigner", person, by)
    if imr.state == "awaiting_countersignature":
        telling.to_be_signed(imr)
    return imr


def _replace(imr: IMR, role: str, person: Person, by: Person) -> None:
    for former in Role.objects.current().of(Holder(role, imr.pk)).exclude(person=person):
        appointments.end(former, by=by, following=imr)
    appointments.appoint(person, role, imr, by=by, agency=imr.agency, following=imr)


@verb
def declare(imr: IMR, *, declared: Sequence[str], by: Person) -> IMR:
    """The author puts their name to having had no part in the case, statement by statement, and may then write."""
    imr = advance(imr, "declare", by=by)
    text = _declaration(imr.pack.declarations.agency_author, declared)
    AuthorDeclaration.objects.create(
        imr=imr,
        person=by,
        post=imr.author_post,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        declared_at=clock.now(),
    )
    standing.show(imr)
    return imr


def _declaration(statements: Sequence[Statement], declared: Sequence[str]) -> str:
    if {statement.key for statement in statements} - set(declared):
        refuse("The declaration must be made whole: every statement of it.")
    return "\n".join(statement.text for statement in statements)


# --- writing --------------------------------------------------------------------------------------------------------


@verb
def write(section: Section, *, html: str, version: int, by: Person, is_ready: bool | None = None, keep: bool = True) -> Section:
    """Save a section on top of the version it was opened at; raises Outdated with both texts when somebody was quicker.

    With ``keep`` the text that stood before is kept as a version; what saves itself as it is typed does not ask for it,
    but another person's words are always kept.
    """
    imr = advance(section.imr, "write", by=by)
    (stands,) = _held(section.pk)
    stands.imr = imr
    if stands.version != version:
        raise Outdated(about=imr, act="write", theirs=stands.html, yours=html, version=stands.version)
    _keep(stands, by=by, asked=keep, coming=html)
    stands.html = richtext.clean(html)
    stands.version += 1
    stands.is_ready = stands.is_ready if is_ready is None else is_ready
    stands.saved_by, stands.saved_at = by, clock.now()
    writing.update(stands)
    return stands


@statement
def _held(section: Any) -> Any:
    return Section.objects.select_for_update().filter(pk=section)


def _keep(section: Section, *, by: Person, asked: bool, coming: str) -> None:
    if not section.html or section.html == coming or not (asked or section.saved_by_id != by.pk):
        return
    kept = SectionVersion(
        section=section,
        version=section.version,
        html=section.html,
        saved_by_id=section.saved_by_id,
        saved_at=section.saved_at or clock.now(),
    )
    writing.insert(kept)


@verb
def attach(imr: IMR, *, title: str, filename: str, data: bytes, by: Person) -> Document:
    """Put a document beside the report; it is read by whoever may read the report."""
    imr = advance(imr, "attach", by=by)
    return casework.file_document(imr, title=title, kind="agency report", filename=filename, data=data, by=by, following=imr)


@verb
def attach_all(imr: IMR, files: Iterable[tuple[str, bytes]], *, by: Person) -> list[Document]:
    """Put several documents beside the report, each under its own name; all of them or none."""
    return [attach(imr, title=filename[:160], filename=filename, data=data, by=by) for filename, data in files]


@verb
def say_nothing_held(imr: IMR, *, reason: str, by: Person) -> IMR:
    """The agency's records hold nothing for the chronology, and this is why; an empty reason takes it back."""
    return advance(imr, "say_nothing_held", by=by, reason=reason)


# --- signing --------------------------------------------------------------------------------------------------------


@verb
def send_for_countersignature(imr: IMR, *, by: Person) -> IMR:
    """The author has finished: the countersigning officer reads the report whole."""
    imr = advance(imr, "send_for_countersignature", by=by)
    standing.show(imr)
    telling.to_be_signed(imr)
    return imr


@verb
def recall(imr: IMR, *, by: Person) -> IMR:
    """Take the report back to go on writing; a signature already given no longer counts."""
    imr = advance(imr, "recall", by=by)
    _void(imr, "The report was taken back to be written on.")
    standing.show(imr)
    return imr


@verb
def hand_back(imr: IMR, *, reasons: str, by: Person) -> IMR:
    """The countersigning officer gives it back to the author with reasons, which stay inside the agency."""
    imr = advance(imr, "hand_back", by=by)
    _void(imr, "The countersigning officer gave the report back.")
    _record_return(imr, "countersigner", reasons=reasons, due_on=None, by=by)
    standing.show(imr)
    telling.handed_back(imr)
    return imr


@verb
def countersign(imr: IMR, *, digest: str, declared: Sequence[str], by: Person) -> Countersignature:
    """The agency as a whole accepts exactly this report: ``digest`` is the hash of what the officer had in front of them."""
    imr = advance(imr, "countersign", by=by)
    if digest != imr.digest():
        refuse("The report or its chronology has changed since you opened it. Read it again before you sign.")
    signature = Countersignature.objects.create(
        imr=imr,
        number=imr.countersignature_set.count() + 1,
        text=imr.text(),
        chronology_digest=imr.chronology_digest(),
        chronology_entries=imr.chronology.entry_count if imr.chronology else 0,
        sha256=digest,
        declaration=_declaration(imr.pack.declarations.countersigner, declared),
        signed_by=by,
        post=imr.countersigner_post,
        signed_at=clock.now(),
    )
    waiting.bring_in_line(imr)
    standing.show(imr)
    telling.signed(imr)
    return signature


def _void(imr: IMR, because: str) -> None:
    imr.countersignature_set.filter(voided_at__isnull=True).update(voided_at=clock.now(), voided_because=because)
    waiting.bring_in_line(imr)


@verb
def submit(imr: IMR, *, by: Person) -> IMR:
    """Send the countersigned report to the panel; its chronology is shared with it."""
    imr = advance(imr, "submit", by=by)
    imr.countersignature_set.filter(voided_at__isnull=True).update(submitted_at=clock.now())
    chronology = imr.chronology
    if chronology is not None and chronology.entry_count and chronology.state == "compiling":
        chronologies.share(chronology, by=by, following=imr)
    standing.show(imr)
    telling.submitted(imr)
    return imr


# --- the panel judges -----------------------------------------------------------------------------------------------


@verb
def accept(imr: IMR, *, by: Person) -> IMR:
    """The panel accepts the report; with the last one of the review its analysis begins."""
    imr = advance(imr, "accept", by=by)
    standing.show(imr)
    telling.accepted(imr)
    _tell_review(imr, by)
    return imr


@verb
def send_back(imr: IMR, *, reasons: str, due_on: date | None = None, by: Person) -> IMR:
    """The panel sends it back with reasons; the version it had stays readable, and the chronology is the agency's again."""
    imr = advance(imr, "send_back", by=by)
    _record_return(imr, "panel", reasons=reasons, due_on=due_on, by=by)
    _void(imr, "The panel sent the report back.")
    chronology = imr.chronology
    if chronology is not None and chronology.state == "shared":
        chronologies.unshare(chronology, by=by, following=imr)
    if due_on is not None:
        _promise(imr, due_on, why=f"Sent back by the panel on {calendars.written(clock.today())}.", source="Panel")
        waiting.bring_in_line(imr)
    standing.show(imr)
    telling.sent_back(imr)
    return imr


def _record_return(imr: IMR, returned_by: str, *, reasons: str, due_on: date | None, by: Person) -> Return:
    signed = imr.countersignature_set.count()
    return Return.objects.create(
        imr=imr,
        number=imr.return_set.count() + 1,
        returned_by=returned_by,
        version=max(signed, 1) if returned_by == "panel" else signed + 1,
        reasons=reasons,
        by=by,
        on=clock.today(),
        due_on=due_on,
    )


@verb
def excuse(imr: IMR, *, reason: str, by: Person) -> IMR:
    """The agency need not report, and why; it is not waited for any more."""
    imr = advance(imr, "excuse", by=by, reason=reason)
    deadlines.drop(imr)
    standing.show(imr)
    telling.excused(imr)
    _tell_review(imr, by)
    return imr


def _tell_review(imr: IMR, by: Person) -> None:
    """When nothing is outstanding any more, the review is told."""
    if standing.everything_is_in(imr.review):
        reviews.reports_are_in(imr.review, by=by, following=imr)
