"""Two hundred presses of one button, on the application as it is served: one decision, and everybody else is told."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from threading import Barrier
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from agencies.models import Person
from casework import appointments, verification
from casework.models import LogEntry
from referrals.models import ChairsDecision, Referral
from reviews.models import Review
from tests.database import LiveStack, served
from tests.makers import referrals as make
from tests.makers.cast import Cast, make_cast, person

pytestmark = pytest.mark.slow

PRESSES = 200
PATIENCE = 120  # seconds for the last of them to be answered
TOO_LATE = "“Decide” is not possible now: the referral is decided"
SAID = {"reasons": "I have read what the panel says.", "reasons_for_differing": "The facts are plain.", "confirmed": "yes"}


class Answer(NamedTuple):
    """What one press was answered: by whom it was, the status, the words of the page."""

    by: str
    status: int
    words: str


@pytest.fixture
def stack(fresh_database: str) -> Iterator[LiveStack]:
    with served(fresh_database, has_worker=False, SECOND_FACTOR_REQUIRED="0") as stack:
        yield stack


def test_one_decision_is_made_however_often_the_button_is_pressed(stack: LiveStack) -> None:
    cast = make_cast()
    _one_person(stack, cast)
    _two_people(stack, cast)
    assert list(verification.problems()) == []


def _one_person(stack: LiveStack, cast: Cast) -> None:
    referral = make.recommended(cast)
    answers = _pressed(stack, referral, [cast.chair] * PRESSES, {cast.chair: "serious_case_review"})
    assert Counter(answer.status for answer in answers) == {302: 1, 409: PRESSES - 1}
    assert all(TOO_LATE in answer.words for answer in answers if answer.status == 409)
    _is_decided_once(referral, by=cast.chair)


def _two_people(stack: LiveStack, cast: Cast) -> None:
    """The board has two chairs while one hands over to the other, and they are not of one mind."""
    second = person("second_chair", cast.board)
    appointments.appoint(second, "chair", cast.board, by=cast.manager)
    referral = make.recommended(cast)
    minds = {cast.chair: "serious_case_review", second: "no_review"}
    answers = _pressed(stack, referral, [cast.chair, second] * 20, minds)
    assert Counter(answer.status for answer in answers) == {302: 1, 409: 39}
    assert all(TOO_LATE in answer.words for answer in answers if answer.status == 409)
    [first] = [answer.by for answer in answers if answer.status == 302]
    by = next(each for each in minds if each.email == first)
    assert _is_decided_once(referral, by=by).code == minds[by]


def _is_decided_once(referral: Referral, *, by: Person) -> ChairsDecision:
    """One decision, one footprint, and one review or none."""
    decision = ChairsDecision.objects.get(referral=referral)
    entry = LogEntry.objects.get(object_id=referral.pk, act="referral.decide")
    assert (decision.decided_by, entry.actor_id, entry.to_state) == (by, by.pk, "decided")
    assert Referral.objects.get(pk=referral.pk).state == "decided"
    case_id = Referral.objects.get(pk=referral.pk).case_id
    assert Review.objects.filter(case=case_id).count() == (decision.code == "serious_case_review")
    return decision


# --- pressing -------------------------------------------------------------------------------------------------------


def _pressed(stack: LiveStack, referral: Referral, people: list[Person], minds: dict[Person, str]) -> list[Answer]:
    """Everybody has the last page before them and presses at the same moment."""
    path = f"/referrals/{referral.pk}/decide/"
    sent = {each: _sealed(stack, path, each) for each in minds}
    together = Barrier(len(people))

    def press(by: Person) -> Answer:
        cookies, token = sent[by]
        body = urlencode(SAID | {"decision": minds[by], "csrfmiddlewaretoken": token})
        with closing(HTTPConnection(urlsplit(stack.url).netloc, timeout=PATIENCE)) as line:
            line.connect()
            together.wait(PATIENCE)
            line.request("POST", path, body, {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"})
            answer = line.getresponse()
            return Answer(by.email, answer.status, html.unescape(answer.read().decode()))

    with ThreadPoolExecutor(len(people)) as hands:
        return list(hands.map(press, people, timeout=PATIENCE))


def _sealed(stack: LiveStack, path: str, by: Person) -> tuple[str, str]:
    """The cookies of somebody who is signed in, and the token of the page they have opened."""
    client = Client()
    client.force_login(by, backend="casework.sign_in.ByEMail")
    session = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    with closing(HTTPConnection(urlsplit(stack.url).netloc, timeout=PATIENCE)) as line:
        line.request("GET", path, headers={"Cookie": session})
        answer = line.getresponse()
        page = answer.read().decode()
    assert answer.status == 200, page[:500]
    seal = next(value for value in answer.headers.get_all("Set-Cookie", []) if value.startswith(settings.CSRF_COOKIE_NAME))
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    return f"{session}; {seal.split(';')[0]}", token[1]
