"""The machines of a review, of its requests, its terms and of other learning: every state, every act, every role."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from casework import deadlines
from casework.machines import machine
from frameworks import clock
from reviews import workflow
from reviews.models import OtherLearning, RecordsRequest, Review, TermsOfReference
from tests.makers import reviews
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed

AT = datetime(2027, 3, 2, 9, 5, tzinfo=UTC)
NO, YES = "not in this state", "moved"
ROLES = ["manager", "chair", "panel_member", "overview_author", "lead", "author", "auditor", "colleague", "stranger"]


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(AT):
        cast = make_cast()
        add_stranger(cast)
        return cast.keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast, db: None) -> Cast:
    return world.again()


def seen_by_all(cast: Cast, thing: Any, facts: Any = None) -> dict[str, dict[str, str]]:
    return observed(thing, {role: cast.people[role] for role in ROLES}, facts)


def row(whose: str, outcome: str, hidden: str) -> dict[str, str]:
    """What everybody gets: those whose act it is, those who see the thing, those who do not."""
    others = " ".join(role for role in ROLES if role not in whose.split() and role not in hidden.split())
    told = {outcome: " ".join(role for role in ROLES if role in whose.split() and role not in hidden.split())}
    return {key: who for key, who in (told | {"forbidden": others, "hidden": hidden}).items() if who}


# --- the review -----------------------------------------------------------------------------------------------------

REVIEW = {
    "request_records": ("manager chair", "Tell agencies to secure their records"),
    "draft_terms": ("manager", "Begin the terms of reference"),
    "appoint_overview_author": ("manager chair", "Appoint the overview author"),
    "record_notice": ("manager chair", "Record who was told"),
    "commission": ("manager", "Ask for agency reports"),
    "scope": ("", "Gather the agency reports"),
    "begin_analysis": ("manager", "Go on to the analysis"),
    "start_overview": ("manager overview_author", "Begin the overview report"),
    "send_for_sign_off": ("", "Send for sign-off"),
    "return_to_analysis": ("", "Return to the analysis"),
    "complete": ("", "Complete the review"),
    "implement": ("", "Begin the actions"),
    "pause": ("manager chair", "Stop the clock"),
    "resume": ("manager chair", "Go on with the review"),
    "convert": ("chair", "Change the kind of review"),
    "discontinue": ("chair", "Discontinue the review"),
    "close": ("manager", "Close the review"),
}
BEFORE = "overview_author lead author colleague stranger"  # nobody has been told, nobody is appointed
AFTER = "author stranger"
UNTOLD = "Not yet told of the review: Ofsted. Record when and how each was told."

# The order of REVIEW. What only follows from another act ("") is open to nobody.
STATES = {
    "scoping": ("being scoped", "Chair", BEFORE, [YES, YES, YES, YES, YES, "", NO, NO, "", "", "", "", YES, NO, YES, YES, NO]),
    "gathering": (
        "gathering agency reports",
        "Manager",
        AFTER,
        [YES, NO, YES, YES, YES, "", YES, YES, "", "", "", "", YES, NO, YES, YES, NO],
    ),
    "paused": ("paused", "Chair", AFTER, [NO, NO, NO, YES, NO, "", NO, NO, "", "", "", "", NO, YES, NO, YES, NO]),
    "analysis": (
        "being analysed",
        "Manager",
        AFTER,
        [YES, NO, YES, YES, YES, "", NO, YES, "", "", "", "", YES, NO, YES, YES, NO],
    ),
    "sign_off": (
        "awaiting sign-off",
        "Overview Author",
        AFTER,
        [YES, NO, YES, YES, NO, "", NO, NO, "", "", "", "", YES, NO, YES, YES, NO],
    ),
    "completed": ("completed", "Chair", AFTER, [NO, NO, NO, YES, NO, "", NO, NO, "", "", "", "", NO, NO, NO, NO, NO]),
    "implementing": ("implementing", "Manager", AFTER, [NO, NO, NO, YES, NO, "", NO, NO, "", "", "", "", NO, NO, NO, NO, UNTOLD]),
    "closed": ("closed", "Manager", AFTER, [NO, NO, NO, NO, NO, "", NO, NO, "", "", "", "", NO, NO, NO, NO, NO]),
    "discontinued": ("discontinued", "Chair", AFTER, [NO, NO, NO, NO, NO, "", NO, NO, "", "", "", "", NO, NO, NO, NO, NO]),
}


GIVEN = {"convert": {"framework": "llr-medway"}, "discontinue": {"reason": "A wider inquiry."}}


def reach(cast: Cast, state: str) -> Review:
    """A review walked to a state."""
    if state == "scoping":
        return reviews.a_review(cast)
    review = reviews.gathering(cast)
    if state == "paused":
        return workflow.pause(review, reason="The trial.", by=cast.chair)
    if state == "discontinued":
        return workflow.discontinue(review, reason="A wider inquiry.", by=cast.chair)
    steps = [
        ("analysis", lambda now: workflow.begin_analysis(now, reason="One is late.", by=cast.manager)),
        ("sign_off", lambda now: workflow.send_for_sign_off(now, by=cast.overview_author, following=now)),
        ("completed", lambda now: workflow.overview_signed_off(now, by=cast.chair, following=now)),
        ("implementing", lambda now: workflow.implement(now, by=cast.manager, following=now)),
        ("closed", lambda now: close(cast, now)),
    ]
    for name, step in steps:
        if review.state == state:
            break
        review = step(review)
        assert review.state == name
    return review


def close(cast: Cast, review: Review) -> Review:
    deadlines.drop_all(review.case)
    return workflow.close(reviews.tell_everybody(cast, review), by=cast.manager)


@pytest.mark.parametrize("state", STATES)
def test_matrix_of_the_review(cast: Cast, state: str) -> None:
    words, who, hidden, outcomes = STATES[state]
    expected = {}
    for (act, (whose, label)), outcome in zip(REVIEW.items(), outcomes, strict=True):
        said = f"“{label}” is not possible now: the review is {words} since 2 March 2027, 09:05 ({who})."
        expected[act] = row(whose, said if outcome == NO else outcome, hidden)
    with clock.travelling(AT):
        assert seen_by_all(cast, reviews.again(reach(cast, state)), GIVEN) == expected


def test_every_act_and_state_stands_in_the_matrix() -> None:
    assert list(machine(Review)) == list(REVIEW)
    assert set(dict(Review._meta.get_field("state").choices)) == set(STATES)


def test_what_is_missing_before_the_overview_begins(cast: Cast) -> None:
    with clock.travelling(AT):
        review = reviews.a_review(cast)
        reviews.agreed_terms(cast, review)
        seen = seen_by_all(cast, reviews.again(review), GIVEN)["start_overview"]
    assert seen["No overview author has been appointed."] == "manager"


# --- the request for records ----------------------------------------------------------------------------------------

RECORDS_HIDDEN = "overview_author author auditor colleague stranger"
RECORDS = {
    "asked": (YES, "“Change the answer” is not possible now: the records request is waiting for an answer since"),
    "secured": ("“Answer” is not possible now: the records request is answered: records secured since", YES),
    "nothing_held": ("“Answer” is not possible now: the records request is answered: nothing held since", YES),
}


@pytest.mark.parametrize("state", RECORDS)
def test_matrix_of_the_records_request(cast: Cast, state: str) -> None:
    with clock.travelling(AT):
        request = next(each for each in reviews.requests(cast, reviews.a_review(cast)) if each.agency == cast.agencies["police"])
        who = "Manager" if state == "asked" else "Lead"
        if state != "asked":
            workflow.answer(request, is_held=state == "secured", by=cast.lead, **(SECURED if state == "secured" else {}))
        held = {"is_held": True}
        seen = seen_by_all(cast, RecordsRequest.objects.get(pk=request.pk), {"answer": held, "amend": held})
    said = [each if each == YES else f"{each} 2 March 2027, 09:05 ({who})." for each in RECORDS[state]]
    assert seen == {
        act: row("manager lead", outcome, RECORDS_HIDDEN) for act, outcome in zip(("answer", "amend"), said, strict=True)
    }


SECURED = {"what": "Files.", "where": "Store.", "secured_by": "Insp. Hall", "secured_on": AT.date()}


# --- the terms of reference -----------------------------------------------------------------------------------------

EMPTY = (
    "The period under review has no beginning, end or reason yet. There is no line of enquiry yet. "
    "No agency has been chosen to contribute yet. "
    "The dates by which the agencies and the overview author report are not set yet."
)
DRAFT_HIDDEN = "overview_author lead author auditor colleague stranger"
AGREED_HIDDEN = "overview_author author stranger"
TERMS = {
    "empty": (DRAFT_HIDDEN, YES, EMPTY, "“Change the terms” is not possible now: the scope is draft since"),
    "draft": (DRAFT_HIDDEN, YES, YES, "“Change the terms” is not possible now: the scope is draft since"),
    "agreed": (
        AGREED_HIDDEN,
        "“Write” is not possible now: the scope is agreed since",
        "“Record that the terms are agreed” is not possible now: the scope is agreed since",
        YES,
    ),
    "revised": (AGREED_HIDDEN, YES, YES, "“Change the terms” is not possible now: the scope is draft since"),
}


@pytest.mark.parametrize("state", TERMS)
def test_matrix_of_the_terms_of_reference(cast: Cast, state: str) -> None:
    hidden, *outcomes = TERMS[state]
    with clock.travelling(AT):
        terms = reviews.draft_terms(cast, reviews.a_review(cast))
        if state != "empty":
            reviews.write_terms(cast, terms)
        if state in {"agreed", "revised"}:
            workflow.agree_terms(terms, by=cast.manager)
        if state == "revised":
            workflow.revise_terms(terms, by=cast.manager)
        seen = seen_by_all(cast, TermsOfReference.objects.get(pk=terms.pk))
    said = [f"{each} 2 March 2027, 09:05 (Manager)." if each.endswith("since") else each for each in outcomes]
    whose = ("manager", "manager chair", "manager")
    acts = ("write", "agree", "revise")
    assert seen == {act: row(who, outcome, hidden) for act, who, outcome in zip(acts, whose, said, strict=True)}


# --- other learning -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["under_way", "finished"])
def test_matrix_of_other_learning(cast: Cast, state: str) -> None:
    hidden = "overview_author lead author colleague stranger"
    over = "is not possible now: the learning is finished since 2 March 2027, 09:05 (Manager)."
    with clock.travelling(AT):
        learning = reviews.other_learning(cast)
        if state == "finished":
            workflow.finish(learning, outcome="Two lessons.", by=cast.manager)
        facts = {"finish": {"outcome": "Two lessons.", "on": AT.date()}}
        seen = seen_by_all(cast, OtherLearning.objects.get(pk=learning.pk), facts)
    labels = {"note": "Note how it is going", "finish": "Record the outcome"}
    assert seen == {
        act: row("manager", YES if state == "under_way" else f"“{label}” {over}", hidden) for act, label in labels.items()
    }
