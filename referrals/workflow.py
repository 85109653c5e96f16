"""What people do with a referral, from the first word of a draft to the chair's decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count
from string import ascii_uppercase
from typing import Any, cast

import frameworks
from agencies.models import Board, Person
from agencies.roles import Holder
from casework import access, appointments, deadlines, log, notices, writing
from casework.models import Case
from casework.refusals import Blocked, Hidden, refuse
from casework.transitions import advance, begin, settle, verb
from casework.workflow import add_subject, appoint, open_case, reach
from frameworks import calendars, clock
from frameworks.facts import Ask, Decision
from referrals.models import (
    Attendance,
    ChairsDecision,
    Child,
    Contact,
    Enquiry,
    FamilyPage,
    Page,
    PanelRecommendation,
    Referral,
    Relative,
    age_in_words,
)
from referrals.models.panel import shown
from referrals.models.referral import joined
from reviews import workflow as reviews

NAMED_ONE_BY_ONE = 3  # more children than these are counted in the case's pseudonym


# --- writing it ---------------------------------------------------------------------------------------------------


@verb
def create_draft(board: Board, *, by: Person) -> Referral:
    """Begin a referral to a board: any professional who works with it may (S1-29). Only their agency's lead sees it too."""
    if not Board.objects.visible_to(by).filter(pk=board.pk).exists():
        raise Hidden("There is no such thing.")
    pack = board_pack(board)
    if pack is None:
        raise Blocked("This board takes no referrals: none of its kinds of review begins with one.")
    referral = begin(Referral(board=board, framework=pack, referrer=by, agency=by.agency, begun_on=clock.today()), by=by)
    appointments.appoint(by, "referrer", referral, by=by, following=referral)
    agency = by.agency.name if by.agency else ""
    Contact.objects.create(referral=referral, name=by.name, post=by.post, email=by.email, agency_name=agency)
    return referral


@verb
def write(referral: Referral, *, page: Page, version: int, by: Person, many: Mapping[str, Iterable[Any]] | None = None) -> Page:
    """Save a page as far as it is answered. ``version`` is that of the page when it was opened; raises Outdated."""
    page.referral = referral  # type: ignore[attr-defined]
    referral = advance(referral, "write", by=by, page=page, version=version)
    standing = page.standing()
    page.pk = standing.pk if standing else page.pk
    page.version = version + 1
    (writing.update if standing else writing.insert)(page)
    for name, things in (many or {}).items():
        getattr(page, name).set(things)
    return page


@verb
def remove(referral: Referral, *, person: FamilyPage, by: Person) -> Referral:
    """Take somebody out of a referral who does not belong there; whoever is on the case's file already stays there."""
    if person.subject_id:
        refuse("This person is on the case’s file already: ask the board’s manager.")
    referral = advance(referral, "write", by=by, page=person, version=person.version)
    person.delete()
    return referral


@verb
def submit(referral: Referral, *, by: Person) -> Referral:
    """Send it to the board: a case is opened, the family's names are kept apart from now on, and the manager is told."""
    case = open_case(referral.board, framework=referral.framework, pseudonym=_pseudonym_of(referral), by=by)
    referral = advance(referral, "submit", by=by, case=case)
    _let_them_see_the_cover(referral)
    _keep_names_apart(referral, by)
    reach(case, "referral")
    for manager in access.holders_with(referral, "consider"):
        _tell(manager, referral, "a referral has come in", "A referral has come in. It waits for you to take it to the panel.")
    return referral


@verb
def answer(referral: Referral, *, reply: str, by: Person) -> Referral:
    """Answer what the board asked; whoever was added to the family meanwhile is put on the case's file."""
    referral = advance(referral, "answer", by=by, reply=reply)
    _keep_names_apart(referral, by)
    enquiry = referral.enquiries.get(answered_at__isnull=True)
    enquiry.answer, enquiry.answered_by, enquiry.answered_at = reply, by, clock.now()
    enquiry.save()
    for manager in access.holders_with(referral, "consider"):
        _tell(manager, referral, "the referrer has answered", "The referrer has answered. The referral waits for you again.")
    return referral


@verb
def withdraw(referral: Referral, *, reason: str, by: Person) -> Referral:
    """Take the referral back; nothing about it is due any more. A case that was opened stays open until the manager closes it."""
    referral = advance(referral, "withdraw", by=by, reason=reason)
    deadlines.drop(referral)
    if referral.case:
        for manager in access.holders_with(referral, "consider"):
            _tell(
                manager,
                referral,
                "the referral was withdrawn",
                "The referral was withdrawn. If nothing else is to be done, close the case.",
            )
    return referral


# --- the panel ----------------------------------------------------------------------------------------------------


@verb
def consider(referral: Referral, *, panel_meets_on: date, members: Iterable[Person], by: Person) -> Referral:
    """Take it to the panel: a date for the meeting, and the members, who can read the referral from now on."""
    referral = advance(referral, "consider", by=by, panel_meets_on=panel_meets_on)
    return _call_the_panel(referral, members, by)


@verb
def convene(referral: Referral, *, panel_meets_on: date, members: Iterable[Person], by: Person) -> Referral:
    """Set another day for the panel's meeting, or add members."""
    referral = advance(referral, "convene", by=by, panel_meets_on=panel_meets_on)
    return _call_the_panel(referral, members, by)


@verb
def ask_for_information(referral: Referral, *, question: str, by: Person) -> Referral:
    """Return the referral to its referrer with a question."""
    referral = advance(referral, "ask_for_information", by=by, question=question)
    Enquiry.objects.create(referral=referral, question=question, asked_by=by, asked_at=clock.now())
    _tell(referral.referrer, referral, "the board asks for information", "The board asks for information about your referral.")
    return referral


@verb
def recommend(
    referral: Referral,
    *,
    met_on: date,
    present: Sequence[Attendance],
    criteria_met: bool,
    decision: str,
    reasons: str,
    by: Person,
    interests: str = "",
    dissenters: str = "",
    dissent: str = "",
) -> Referral:
    """Record what the panel recommended, who was there, which interests were declared, and who disagreed and why."""
    recommendation = PanelRecommendation(
        met_on=met_on,
        criteria_met=criteria_met,
        decision=decision,
        reasons=reasons,
        interests=interests,
        is_unanimous=not (dissenters or dissent),
        dissenters=dissenters,
        dissent=dissent,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    referral = advance(referral, "recommend", by=by, recommendation=recommendation, present=present)
    recommendation.referral = referral
    recommendation.save()
    for attendance in present:
        attendance.recommendation = recommendation
    Attendance.objects.bulk_create(present)
    for chair in access.holders_with(referral, "decide"):
        _tell(chair, referral, "the panel has recommended", "The panel has made its recommendation. The decision is yours.")
    return referral


# --- the chair ----------------------------------------------------------------------------------------------------


@verb
def send_back_to_panel(referral: Referral, *, question: str, by: Person) -> Referral:
    """Ask the panel to look again; what it recommended stays on the record with the question."""
    referral = advance(referral, "send_back_to_panel", by=by, question=question)
    recommendation = referral.recommendations.latest("pk")
    recommendation.question, recommendation.sent_back_by, recommendation.sent_back_at = question, by, clock.now()
    recommendation.save()
    for manager in access.holders_with(referral, "convene"):
        _tell(
            manager,
            referral,
            "the chair has a question for the panel",
            "The chair has sent the referral back to the panel with a question.",
        )
    return referral


@verb
def decide(
    referral: Referral,
    *,
    decision: str,
    reasons: str,
    by: Person,
    reasons_for_differing: str = "",
    answers: Mapping[str, Any] | None = None,
    on: int | None = None,
) -> Referral:
    """Decide, as the chair: once, for reasons, bound to the hash of the text. A review begins, or something else that is tracked.

    ``answers`` are what the decision asks, by the code of each ask: words, a date, an agency or a person.
    ``on`` is the recommendation that the chair had before them.
    """
    asks = next((each.asks for each in referral.pack.decisions if each.code == decision), ())
    given = answers or {}
    chairs = ChairsDecision(
        code=decision,
        reasons=reasons,
        reasons_for_differing=reasons_for_differing,
        answers=[[ask.label, shown(given.get(ask.code))] for ask in asks],
        decided_by=by,
        decided_on=clock.today(),
    )
    referral = advance(referral, "decide", by=by, decision=chairs, on=on)
    chairs.referral = referral
    chairs.save()
    log.fact(referral, "referral.seal", by=by, sha256=chairs.sha256)
    choice = referral.pack.decision(decision)
    reach(_case_of(referral), "decision", note=choice.label[:120])
    _do_what_was_decided(referral, choice, chairs, given, by)
    for person in {referral.referrer, *access.holders_with(referral, "consider")}:
        _tell(person, referral, "the chair has decided", "The chair has decided on the referral.")
    return referral


def _do_what_was_decided(
    referral: Referral, choice: Decision, chairs: ChairsDecision, answers: Mapping[str, Any], by: Person
) -> None:
    """Open the review that was decided on, or follow another process to its end; or nothing further."""
    if choice.opens:
        reviews.open_review(_case_of(referral), framework=choice.opens, by=by, following=referral)
    elif choice.tracked:
        reviews.track(
            _case_of(referral),
            decision=choice.code,
            label=choice.label,
            description="\n".join(f"{question} {said}" for question, said in chairs.answers if said),
            lead=shown(_answer_to(choice.asks, "person", answers)),
            due_on=_answer_to(choice.asks, "date", answers),
            by=by,
            following=referral,
        )


def _answer_to(asks: Iterable[Ask], kind: str, answers: Mapping[str, Any]) -> Any:
    """What was answered to the first ask of a kind; None where the decision asks no such thing."""
    return next((answers.get(ask.code) for ask in asks if ask.kind == kind), None)


# --- what follows, by name ----------------------------------------------------------------------------------------


def board_pack(board: Board) -> str | None:
    """The kind of review, by code, whose criteria a referral to this board answers; None where it takes no referrals."""
    packs = (frameworks.get(code) for code in board.packs)
    return next((pack.code for pack in packs if pack.takes_referrals), None)


def _let_them_see_the_cover(referral: Referral) -> None:
    """The referrer, and the lead of their agency, see that there is a case."""
    appointments.admit(referral, Holder("referrer", referral.pk))
    if referral.agency_id:
        appointments.admit(referral, Holder("lead", referral.agency_id))


def _call_the_panel(referral: Referral, members: Iterable[Person], by: Person) -> Referral:
    case = _case_of(referral)
    for member in members:
        appoint(case, person=member, role="panel_member", by=by)
    deadlines.promise(
        case,
        referral,
        rule="panel_meeting",
        label="Panel’s meeting",
        ends="referral.recommend",
        holder=Holder("manager", referral.board_id),
        due_on=referral.panel_meets_on,  # type: ignore[arg-type]
        why=f"The day that {by.name} set for the panel on {calendars.written(clock.today())}",
        source="The board’s manager",
    )
    settle(referral)
    return referral


def _keep_names_apart(referral: Referral, by: Person) -> None:
    """Put everybody of the family on the case's file under a pseudonym; their names stay with the case's identities alone."""
    case = _case_of(referral)
    incident = referral.incident
    taken = set(case.subject_set.values_list("pseudonym", flat=True))
    for person in _family_by_name(referral):
        pseudonym = next(each for each in _pseudonyms(referral, person) if each not in taken)
        taken.add(pseudonym)
        subject = add_subject(
            case,
            pseudonym=pseudonym,
            by=by,
            following=referral,
            name=person.name,
            relation=getattr(person, "relation", ""),
            is_index=isinstance(person, Child),
            age=age_in_words(person.date_of_birth, incident.happened_on),
            date_of_birth=person.date_of_birth,
            date_of_death=getattr(person, "date_of_death", None),
        )
        person.kept_apart(subject)


def _family_by_name(referral: Referral) -> Iterator[FamilyPage]:
    """The children referred, then the rest of the family, as far as they are still called by their names."""
    yield from referral.children.filter(subject__isnull=True)
    yield from referral.relatives.filter(subject__isnull=True)


def _pseudonyms(referral: Referral, person: FamilyPage) -> Iterator[str]:
    """What somebody may be called in the file, best first: "Child A", "Child A1" for a brother or sister, "Mother", "Adult 1"."""
    subject = referral.pack.terms.subject.title
    if not isinstance(person, Relative):
        return (f"{subject} {letter}" for letter in chain(ascii_uppercase, count(27)))
    if person.known_as:
        return chain([person.known_as], (f"{person.known_as} {number}" for number in count(2)))
    if person.is_child == "yes":
        return (f"{subject} A{number}" for number in count(1))
    return (f"Adult {number}" for number in count(1))


def _case_of(referral: Referral) -> Case:
    """The case of a referral that was sent."""
    return cast("Case", referral.case)


def _pseudonym_of(referral: Referral) -> str:
    """What the case is called inside: "Child A", "Child A and Child B", "Child A and 4 other children"."""
    subject, many = referral.pack.terms.subject.title, referral.children.count()
    if many > NAMED_ONE_BY_ONE:
        return f"{subject} A and {many - 1} other {referral.pack.terms.subject.many}"
    return joined([f"{subject} {letter}" for letter in ascii_uppercase[:many]])


def _tell(person: Person, referral: Referral, what: str, body: str) -> None:
    """Put a message in the outbox that names the case by its reference and says nothing else of it."""
    case = referral.case
    key = f"referral:{referral.pk}:{referral.version}"
    notices.write(person, key=key, subject=f"{case}: {what}", body=f"{body}\n\nReference: {case}", about=referral)
