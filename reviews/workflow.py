"""What people do in a review: open it, secure records, agree its scope, appoint, tell, pause, and bring it to its end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from agencies.models import Agency, Person, Role
from agencies.roles import Holder
from casework import access, appointments, deadlines, notices, waiting
from casework import workflow as casework
from casework.machines import Governed
from casework.models import Case, Document, Waiting
from casework.refusals import refuse
from casework.transitions import advance, begin, settle, verb
from frameworks import calendars, clock
from reviews import independence, letters, scope
from reviews.models import (
    Conversion,
    Declaration,
    LearningNote,
    NoticeGiven,
    OtherLearning,
    Pause,
    RecordsAnswer,
    RecordsRequest,
    Review,
    TermsOfReference,
)

# --- a decision begins something ------------------------------------------------------------------------------------


@verb
def open_review(case: Case, *, framework: str, by: Person, following: Governed) -> Review:
    """A review is to be held: it begins under the framework that was decided on, and its time limits begin with it."""
    if case.framework != framework:
        casework.rebind(case, framework)
    review = begin(Review(case=case, framework=framework, begun_on=clock.today()), by=by, following=following)
    casework.reach(case, "scope")
    return review


@verb
def track(
    case: Case,
    *,
    decision: str,
    label: str,
    description: str,
    lead: str = "",
    due_on: date | None = None,
    by: Person,
    following: Governed,
) -> OtherLearning:
    """Something else than a review was decided on; it is followed to its end."""
    learning = OtherLearning(case=case, decision=decision, label=label, description=description, lead=lead, due_on=due_on)
    learning = begin(learning, by=by, following=following)
    if due_on is not None:
        deadlines.promise(
            case,
            learning,
            rule="other_learning",
            label=label,
            ends="otherlearning.finish",
            holder=Holder("manager", case.board_id),
            due_on=due_on,
            why=f"Set with the decision on {calendars.written(clock.today())}.",
            source=case.pack.terms.decider.title,
        )
        waiting.bring_in_line(learning)
    return learning


@verb
def note(learning: OtherLearning, *, text: str, by: Person) -> LearningNote:
    """Write down how a piece of other learning is going."""
    learning = advance(learning, "note", by=by)
    return LearningNote.objects.create(learning=learning, text=text, by=by, at=clock.now())


@verb
def finish(learning: OtherLearning, *, outcome: str, on: date | None = None, by: Person) -> OtherLearning:
    """It has been done; what came of it is on record."""
    return advance(learning, "finish", by=by, outcome=outcome, on=on)


# --- records --------------------------------------------------------------------------------------------------------


@verb
def request_records(review: Review, agencies: Iterable[Agency], *, by: Person) -> list[RecordsRequest]:
    """Tell agencies to secure every record at once; each answers for itself. Whoever was told before is not told twice."""
    chosen = list(agencies)
    if not chosen:
        refuse("Choose the agencies to tell.")
    review = advance(review, "request_records", by=by)
    known = set(review.recordsrequest_set.values_list("agency_id", flat=True))
    requests = [_request(review, agency, by) for agency in chosen if agency.pk not in known]
    _agencies_changed(review)
    return requests


def _request(review: Review, agency: Agency, by: Person) -> RecordsRequest:
    casework.involve(review.case, agency)
    request = RecordsRequest(case=review.case, review=review, agency=agency, asked_on=clock.today())
    request = begin(request, by=by, following=review)
    waiting.bring_in_line(request)
    _tell_leads(request)
    return request


def _tell_leads(request: RecordsRequest) -> None:
    letter = letters.secure_records(request)
    reference = request.case.reference
    subject, body = letter or (f"{reference}: please secure your records", "Sign in to Chapter Eight to see what is asked.")
    for lead in letters.leads_of(request.agency):
        notices.write(lead, key=f"recordsrequest.begin:{request.pk}", subject=subject, body=body, about=request)


@verb
def answer(
    request: RecordsRequest,
    *,
    is_held: bool,
    what: str = "",
    where: str = "",
    secured_by: str = "",
    secured_on: date | None = None,
    note: str = "",
    by: Person,
) -> RecordsRequest:
    """The agency says which records it has secured, where, who did it and when; or that it holds nothing."""
    _check_answer(is_held, what, where, secured_by, secured_on)
    request = advance(request, "answer" if request.state == "asked" else "amend", by=by, is_held=is_held)
    RecordsAnswer.objects.create(
        request=request,
        is_held=is_held,
        what=what,
        where=where,
        secured_by=secured_by,
        secured_on=secured_on if is_held else None,
        note=note,
        answered_by=by,
        answered_at=clock.now(),
    )
    casework.progress(request.case, request.agency, secured_on=secured_on if is_held else None)
    return request


def _check_answer(is_held: bool, what: str, where: str, secured_by: str, secured_on: date | None) -> None:
    if not is_held:
        return
    if not (what and where and secured_by and secured_on):
        refuse("Say what was secured, where it is kept, who secured it and on which day.")
    if secured_on and secured_on > clock.today():
        refuse("The day on which the records were secured must be today or in the past.")


# --- terms of reference ---------------------------------------------------------------------------------------------


@verb
def draft_terms(review: Review, *, by: Person) -> TermsOfReference:
    """Begin the terms of reference."""
    review = advance(review, "draft_terms", by=by)
    terms = begin(TermsOfReference(case=review.case, review=review), by=by, following=review)
    settle(review)
    return terms


@verb
def write_period(
    terms: TermsOfReference, *, period_from: date, period_to: date, reason: str, version: int, by: Person
) -> TermsOfReference:
    """Say which time the review looks at, and why it begins and ends there."""
    if period_to < period_from:
        refuse("The period must end after it begins.")
    yours = scope.period_in_words(period_from, period_to, reason)
    facts = {"period_from": period_from, "period_to": period_to, "reason_for_period": reason}
    return scope.write(terms, scope.PERIOD, version=version, by=by, yours=yours, **facts)


@verb
def write_timescales(
    terms: TermsOfReference, *, reports_due_on: date, overview_due_on: date, version: int, by: Person
) -> TermsOfReference:
    """Say by when the agencies report, and by when the overview is written."""
    if overview_due_on < reports_due_on:
        refuse("The overview report cannot be due before the agencies’ reports it rests on.")
    facts = {"reports_due_on": reports_due_on, "overview_due_on": overview_due_on}
    return scope.write(terms, scope.TIMESCALES, version=version, by=by, yours=scope.dates_in_words(**facts), **facts)


@verb
def write_lines(
    terms: TermsOfReference, *, questions: Sequence[tuple[int | None, str]], version: int, by: Person
) -> TermsOfReference:
    """Put down the lines of enquiry, in order: each an existing line (by its id) or a new one (None) with its question."""
    terms = scope.write(terms, scope.ISSUES, version=version, by=by, yours=scope.lines_in_words(text for _, text in questions))
    scope.put_lines(terms, questions)
    return terms


@verb
def write_contributors(
    terms: TermsOfReference, *, contributions: Mapping[Agency, str], version: int, by: Person
) -> TermsOfReference:
    """Say what each agency contributes: ``report``, ``information`` or ``none``."""
    yours = scope.contributions_in_words(contributions)
    terms = scope.write(terms, scope.CONTRIBUTORS, version=version, by=by, yours=yours)
    scope.put_contributors(terms, contributions)
    return terms


@verb
def write_answer(terms: TermsOfReference, *, code: str, text: str, version: int, by: Person) -> TermsOfReference:
    """Answer one of the pack's questions of scope."""
    terms = scope.write(terms, code, version=version, by=by, yours=text)
    scope.put_answer(terms, code, text)
    return terms


@verb
def agree_terms(terms: TermsOfReference, *, by: Person, on: date | None = None, note: str = "") -> TermsOfReference:
    """The panel has agreed the terms: they are photographed, agencies see them, and the review gathers its reports."""
    terms = advance(terms, "agree", by=by, on=on)
    scope.photograph(terms, note=note, by=by)
    review = terms.review
    for contributor in terms.contributor_set.exclude(contribution="none").select_related("agency"):
        casework.involve(review.case, contributor.agency)
    scope.promise_overview(terms, by=by)
    casework.reach(review.case, "scope", note=f"agreed {terms.agreed_on:%-d %B %Y}")
    if review.state == "scoping":
        review = advance(review, "scope", by=by, following=terms)
        casework.reach(review.case, "agency_reports")
    _agencies_changed(review)
    return terms


@verb
def revise_terms(terms: TermsOfReference, *, by: Person) -> TermsOfReference:
    """Look at the scope again. What was agreed stands until the change is agreed too."""
    return advance(terms, "revise", by=by)


def _agencies_changed(review: Review) -> None:
    """Agencies that the review has turned to see its cover and what was agreed."""
    settle(review)
    if review.terms is not None:
        access.bring_in_line(review.terms)


# --- appointments and notices ---------------------------------------------------------------------------------------


@verb
def appoint_overview_author(
    review: Review, person: Person, *, declared: Sequence[str], declared_on: date, experience: str = "", by: Person
) -> Declaration:
    """Appoint the overview author on their declaration of independence, word for word as the pack has it.

    ``declared`` holds the keys of the statements they put their name to; each must be there. What the system knows
    against their independence refuses the appointment. A former author's appointment ends.
    """
    review = advance(review, "appoint_overview_author", by=by)
    text = _declaration_text(review, declared)
    against = independence.doubts(review, person)
    if against:
        refuse(*against)
    _end_former_author(review, by)
    appointments.appoint(person, "overview_author", review.case, by=by, following=review)
    declaration = Declaration.objects.create(
        review=review,
        person=person,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        experience=experience,
        declared_on=declared_on,
        appointed_by=by,
    )
    _tell_author(review, person)
    settle(review)
    return declaration


def _declaration_text(review: Review, declared: Sequence[str]) -> str:
    statements = review.pack.declarations.overview_author
    if {statement.key for statement in statements} - set(declared):
        refuse("The declaration of independence must be made whole: every statement of it.")
    return "\n".join(statement.text for statement in statements)


def _end_former_author(review: Review, by: Person) -> None:
    review.declaration_set.filter(until_on__isnull=True).update(until_on=clock.today())
    for role in Role.objects.current().of(Holder("overview_author", review.case_id)):
        appointments.end(role, by=by, following=review)


def _tell_author(review: Review, person: Person) -> None:
    reference = review.case.reference
    notices.write(
        person,
        key=f"review.appoint_overview_author:{review.pk}:{review.version}",
        subject=f"{reference}: you are appointed {review.pack.terms.overview_author}",
        body=f"You are appointed {review.pack.terms.overview_author} in {reference}. Sign in to Chapter Eight to see the file.",
        about=review,
    )


@verb
def record_notice(
    review: Review,
    *,
    key: str,
    told_on: date,
    how: str,
    note: str = "",
    document: tuple[str, bytes] | None = None,
    by: Person,
) -> NoticeGiven:
    """A body outside the review was told: when, how, and the letter itself (``document``: file name and bytes) or a note."""
    review = advance(review, "record_notice", by=by)
    notification = review.pack.notification(key)
    if told_on > clock.today():
        refuse("The day on which they were told must be today or in the past.")
    proof = NoticeGiven.objects.create(
        review=review,
        key=key,
        to=notification.to,
        told_on=told_on,
        how=how,
        note=note,
        document=_proof(review, notification.to, document, by) if document else None,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    waiting.bring_in_line(review)
    return proof


def _proof(review: Review, to: str, document: tuple[str, bytes], by: Person) -> Document:
    filename, data = document
    return casework.file_document(
        review, title=f"Proof that {to} was told", kind="notification", filename=filename, data=data, by=by, following=review
    )


# --- the course of the review ---------------------------------------------------------------------------------------


@verb
def reports_are_in(review: Review, *, by: Person, following: Governed) -> Review:
    """Every agency's report is accepted or excused: the analysis begins, unless it has begun already."""
    review = Review.objects.get(pk=review.pk)
    if review.state != "gathering":
        return review
    return _analyse(advance(review, "begin_analysis", by=by, following=following))


@verb
def begin_analysis(review: Review, *, reason: str, by: Person) -> Review:
    """Go on without the reports that are missing, for a reason that stays on record."""
    return _analyse(advance(review, "begin_analysis", by=by, reason=reason))


def _analyse(review: Review) -> Review:
    casework.reach(review.case, "overview")
    return review


@verb
def send_for_sign_off(review: Review, *, by: Person, following: Governed) -> Review:
    """The overview report is ready for its signature."""
    review = advance(review, "send_for_sign_off", by=by, following=following)
    casework.reach(review.case, "sign_off")
    return review


@verb
def return_to_analysis(review: Review, *, by: Person, following: Governed) -> Review:
    """The overview report was not signed and goes back to its author."""
    return advance(review, "return_to_analysis", by=by, following=following)


@verb
def overview_signed_off(review: Review, *, by: Person, following: Governed) -> Review:
    """The overview report is signed: the review is complete, and its recommendations wait to be acted on."""
    review = advance(review, "complete", by=by, following=following)
    casework.reach(review.case, "actions")
    return review


@verb
def implement(review: Review, *, by: Person, following: Governed) -> Review:
    """Those whom the recommendations address begin to act on them."""
    return advance(review, "implement", by=by, following=following)


@verb
def close(review: Review, *, by: Person, following: Governed | None = None) -> Review:
    """Everything it asked for has been seen to be done: the review and its case file are closed."""
    review = advance(review, "close", by=by, following=following)
    casework.close(review.case, by=by, following=review)
    return review


@verb
def pause(review: Review, *, reason: str, expected: str = "", by: Person) -> Review:
    """Stop the clock for a trial or an inquest: what is left of each date is kept."""
    review = advance(review, "pause", by=by)
    Pause.objects.create(review=review, from_on=clock.today(), reason=reason, expected=expected, stopped_by=by)
    deadlines.stop_clock(review.case)
    return review


@verb
def resume(review: Review, *, by: Person) -> Review:
    """The clock goes on: each date is later by as many days as it stood."""
    review = advance(review, "resume", by=by)
    stood = review.pause_set.get(until_on__isnull=True)
    stood.until_on = clock.today()
    stood.save(update_fields=["until_on"])
    span = f"{calendars.written(stood.from_on)} to {calendars.written(stood.until_on)}"
    deadlines.start_clock(review.case, reason=f"The clock stood from {span}: {stood.reason}", by=by)
    return review


@verb
def convert(review: Review, *, framework: str, reason: str, by: Person) -> Review:
    """The review turns into one of another kind. It keeps everything written so far; the new kind's time limits begin today."""
    before = review.framework
    review = advance(review, "convert", by=by, framework=framework)
    today = clock.today()
    Conversion.objects.create(review=review, before=before, after=framework, on=today, reason=reason, decided_by=by)
    deadlines.drop_all(review.case, rules=[rule.key for rule in review.case.pack.started_by("review.begin")])
    casework.rebind(review.case, framework)
    deadlines.happened(review, "begin")
    settle(review)
    return review


@verb
def discontinue(review: Review, *, reason: str, by: Person) -> Review:
    """The review ends before its end. Nobody is waited for any more; what was written stays."""
    review = advance(review, "discontinue", by=by, reason=reason)
    review.pause_set.filter(until_on__isnull=True).update(until_on=clock.today())
    deadlines.drop_all(review.case)
    Waiting.objects.filter(case=review.case).delete()
    return review
