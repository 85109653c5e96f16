"""What becomes of recommendations: bodies respond, plan and act; somebody independent looks, and looks again later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from actionplans.models import (
    Action,
    ActionEvidence,
    Audit,
    Ownership,
    ProgressNote,
    Response,
)
from actionplans.models.actions import SETTLED
from actionplans.models.responses import TAKEN_UP
from agencies.models import Person, Role
from agencies.roles import Holder
from casework import appointments, deadlines, documents, notices
from casework import workflow as casework
from casework.models import Document
from casework.refusals import refuse
from casework.transitions import advance, begin, settle, verb
from frameworks import calendars, clock
from overview.models import OverviewReport, Recommendation
from overview.telling import tell
from reviews import workflow as reviews
from reviews.models import Review

# --- responses ------------------------------------------------------------------------------------------------------


@verb
def open_plan(report: OverviewReport, *, due_on: date, by: Person) -> list[Response]:
    """Ask everybody whom the signed report addresses what they will do, by a day; the review is being implemented."""
    if due_on < clock.today():
        refuse("The day for the responses must be today or later.")
    report = advance(report, "open_plan", by=by, on=clock.today())
    reviews.implement(report.review, by=by, following=report)
    casework.reach(report.case, "actions")
    agreed = report.recommendation_set.filter(state="agreed").select_related("agency", "case__board")
    return [_ask(each, due_on, report, by) for each in agreed]


def _ask(recommendation: Recommendation, due_on: date, report: OverviewReport, by: Person) -> Response:
    response = Response(
        case=report.case,
        recommendation=recommendation,
        agency=recommendation.agency,
        asked_on=clock.today(),
        due_on=due_on,
    )
    begin(response, by=by, following=report)
    if recommendation.agency:
        casework.involve(report.case, recommendation.agency)
    _promise_answer(response, by)
    return response


def _promise_answer(response: Response, by: Person) -> None:
    deadlines.promise(
        response.case,
        response,
        rule="response",
        label=f"Response to recommendation {response.recommendation.number}",
        ends="response.answer",
        holder=response.respondent,
        due_on=response.due_on,
        why=f"Asked for by {by.name} on {calendars.written(clock.today())}.",
        source=response.case.pack.terms.action_plan.title,
    )
    settle(response)
    tell(response)


@verb
def answer(response: Response, *, answer: str, reasons: str = "", by: Person) -> Response:
    """The body accepts the recommendation, accepts it in part, or rejects it, with reasons."""
    return advance(response, "answer", by=by, answer=answer, reasons=reasons, on=clock.today())


@verb
def ask_again(response: Response, *, because: str, due_on: date, by: Person) -> Response:
    """Challenge an answer: the body thinks again, by a new day."""
    if due_on < clock.today():
        refuse("The day for the new answer must be today or later.")
    response = advance(response, "ask_again", by=by, because=because, due_on=due_on)
    _promise_answer(response, by)
    return response


# --- planning -------------------------------------------------------------------------------------------------------


@verb
def add_action(response: Response, *, what: str, owner: Person | None = None, by: Person, **facts: Any) -> Action:
    """Plan an action: ``support``, ``resources``, ``due_on``, ``outcome``, ``measure``, ``monitoring``.

    Its owner hears of it when it is agreed.
    """
    response = advance(response, "add_action", by=by)
    number = response.action_set.count() + 1
    recommendation = response.recommendation
    action = Action(
        case=response.case,
        response=response,
        reference=f"{recommendation.number}.{number}",
        sorts_as=recommendation.number * 1000 + number,
        agency=response.agency,
        what=what,
        **facts,
    )
    begin(action, by=by, following=response)
    if owner is not None:
        action = advance(action, "hand_over", by=by, following=response, owner=owner)
        _make_owner(action, owner, by)
    settle(response)
    tell(action)
    return action


@verb
def write(action: Action, *, by: Person, **facts: Any) -> Action:
    """Plan an action better, before it is agreed."""
    return advance(action, "write", by=by, **facts)


@verb
def hand_over(action: Action, *, owner: Person, by: Person) -> Action:
    """Name the person who sees to it from now on."""
    action = advance(action, "hand_over", by=by, owner=owner)
    _make_owner(action, owner, by)
    tell(action)
    return action


def _make_owner(action: Action, owner: Person, by: Person) -> None:
    """The owner's role on the action opens it to them; whoever had it before loses it."""
    for role in Role.objects.current().of(Holder("owner", action.pk)).exclude(person=owner):
        appointments.end(role, by=by, following=action)
    appointments.appoint(owner, "owner", action, by=by, following=action)
    Ownership.objects.create(action=action, person=owner, from_on=clock.today())


@verb
def agree(action: Action, *, by: Person) -> Action:
    """The action is part of the plan: its date is promised."""
    action = advance(action, "agree", by=by)
    _promise(action, f"Agreed by {by.name} on {calendars.written(clock.today())}.")
    return action


def _promise(action: Action, why: str) -> None:
    if action.due_on is None:
        return
    deadlines.promise(
        action.case,
        action,
        rule="action",
        label=f"Action {action.reference}",
        ends="action.implement",
        holder=Holder("owner", action.pk),
        due_on=action.due_on,
        why=why,
        source=action.pack.terms.action_plan.title,
    )
    settle(action)
    tell(action)


# --- doing ----------------------------------------------------------------------------------------------------------


@verb
def start(action: Action, *, by: Person) -> Action:
    """Begin."""
    return advance(action, "start", by=by)


@verb
def note_progress(action: Action, *, text: str, by: Person) -> ProgressNote:
    """Say how it is going."""
    action = advance(action, "note_progress", by=by)
    return ProgressNote.objects.create(action=action, text=text, by=by, at=clock.now())


@verb
def add_evidence(
    action: Action, *, kind: str, note: str = "", file: tuple[str, bytes] | None = None, by: Person
) -> ActionEvidence:
    """File evidence: a document (name and bytes, past the gate), or a note of what was seen, or both."""
    action = advance(action, "add_evidence", by=by)
    known = next((each for each in action.pack.actions.evidence if each.code == kind), None)
    if known is None:
        refuse("Choose what kind of evidence it is.")
    if file is None and not note.strip():
        refuse("File a document, or write down what was seen and where it is kept.")
    return ActionEvidence.objects.create(
        action=action,
        kind=kind,
        label=known.label,
        shows=known.shows,
        is_weak=known.weak,
        note=note,
        document=_filed(action, known.label, file, by) if file else None,
        filed_by=by,
        filed_at=clock.now(),
    )


def _filed(action: Action, label: str, file: tuple[str, bytes], by: Person) -> Document:
    filename, data = file
    title = f"Action {action.reference}: {label[0].lower()}{label[1:]}"
    return documents.store(action, title=title, kind="evidence", filename=filename, data=data, by=by)


@verb
def implement(action: Action, *, what_was_done: str, by: Person) -> Action:
    """It is done; now somebody independent looks."""
    action = advance(action, "implement", by=by, what_was_done=what_was_done, on=clock.today())
    tell(action)
    return action


# --- auditing -------------------------------------------------------------------------------------------------------


@verb
def verify(action: Action, *, looked_at: str, found: str, by: Person) -> Action:
    """Somebody who had no part in it finds that it was done. When all is verified, the manager hears of it."""
    following = _next_audit(action, clock.today())
    action = advance(action, "verify", by=by, on=clock.today(), audit_due_on=following and following.on)
    _record(action, "verified", looked_at, found, by)
    _promise_audit(action, following)
    if not unfinished(action.response.recommendation.report.review):
        _tell_that_all_is_done(action)
    return action


@verb
def audit(action: Action, *, looked_at: str, found: str, by: Person) -> Action:
    """Somebody looks again and finds the change there in part; they, or another, look once more at the next audit."""
    following = _next_audit(action, action.verified_on or clock.today())
    action = advance(action, "audit", by=by, audit_due_on=following and following.on)
    _record(action, "not_yet", looked_at, found, by)
    _promise_audit(action, following)
    return action


@verb
def embed(action: Action, *, looked_at: str, found: str, by: Person) -> Action:
    """Somebody looks again and finds that practice has changed and the change has lasted."""
    action = advance(action, "embed", by=by)
    _record(action, "embedded", looked_at, found, by)
    return action


@verb
def reopen(action: Action, *, reasons: str, looked_at: str, due_on: date, by: Person) -> Action:
    """It was not done, or it did not last: the owner begins again, by a new day."""
    if due_on < clock.today():
        refuse("The new date must be today or later.")
    action = advance(action, "reopen", by=by, reasons=reasons, due_on=due_on, at=clock.now())
    deadlines.drop(action)
    _record(action, "reopened", looked_at, reasons, by)
    _promise(action, f"Reopened by {by.name} on {calendars.written(clock.today())}.")
    return action


@verb
def supersede(action: Action, *, reasons: str, by: Person) -> Action:
    """Something else is done instead; nobody is waited for any more."""
    action = advance(action, "supersede", by=by, reasons=reasons)
    deadlines.drop(action)
    settle(action.response)
    return action


def _record(action: Action, result: str, looked_at: str, found: str, by: Person) -> Audit:
    if not looked_at.strip() or not found.strip():
        refuse("Say what you looked at, and what you found.")
    return Audit.objects.create(action=action, result=result, looked_at=looked_at, found=found, by=by, on=clock.today())


class NextAudit(NamedTuple):
    """The day on which somebody looks again, and why on that day."""

    on: date
    label: str
    why: str
    source: str


def _next_audit(action: Action, verified_on: date) -> NextAudit | None:
    """The next look that the pack wants: its audits count from the day the action was verified."""
    nation = action.case.board.nation
    wanted = [
        NextAudit(
            calendars.due_date(verified_on, each.amount, each.unit, nation),
            f"Audit of action {action.reference}",
            f"{each.span} after the action was verified on {calendars.written(verified_on)}",
            each.citation,
        )
        for each in action.pack.actions.audits
        if each.starts == "action.verify"
    ]
    return min((each for each in wanted if each.on > clock.today()), default=None)


def _promise_audit(action: Action, audit: NextAudit | None) -> None:
    """The auditors are reminded of the next look as of any other date; the one before is over."""
    if audit is None:
        deadlines.drop(action)
        return
    deadlines.promise(
        action.case,
        action,
        rule="audit",
        label=audit.label,
        ends="action.embed",
        holder=Holder("auditor", action.case.board_id),
        due_on=audit.on,
        why=audit.why,
        source=audit.source,
        outlasts=True,
    )


# --- the end --------------------------------------------------------------------------------------------------------


def unfinished(review: Review) -> list[str]:
    """What still stands between a review and its end, in sentences."""
    responses = Response.objects.filter(recommendation__report__review=review).select_related(
        "recommendation", "agency", "case__board"
    )
    return [*_unanswered(responses), *_unplanned(responses), *_unverified(responses)]


def _unanswered(responses: Any) -> Iterable[str]:
    for each in responses.filter(state="asked"):
        yield f"{each.body} has not responded to recommendation {each.recommendation.number}."


def _unplanned(responses: Any) -> Iterable[str]:
    planned = Action.objects.exclude(state="superseded").values("response_id")
    for each in responses.filter(state__in=TAKEN_UP).exclude(pk__in=planned):
        yield f"Recommendation {each.recommendation.number} was taken up, and no action carries it out."


def _unverified(responses: Any) -> Iterable[str]:
    for each in Action.objects.filter(response__in=responses).exclude(state__in=SETTLED).order_by("sorts_as"):
        yield f"Action {each.reference} is {each.get_state_display().lower()}, and nobody has verified it."


def _tell_that_all_is_done(action: Action) -> None:
    reference = action.case.reference
    for role in Role.objects.current().of(Holder("manager", action.case.board_id)).select_related("person"):
        notices.write(
            role.person,
            key=f"action.all_verified:{action.case_id}:{action.pk}:{action.version}",
            subject=f"{reference}: every action is verified",
            body=f"Every action of {reference} is verified.\n\nSign in to Chapter Eight: the review can be closed.",
            about=action,
        )


@verb
def close_review(review: Review, *, by: Person) -> Review:
    """Everything the review asked for has been seen to be done: close it, and its case."""
    left = unfinished(review)
    if left:
        refuse(*left)
    return reviews.close(review, by=by)
