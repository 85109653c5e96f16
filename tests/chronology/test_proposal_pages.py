"""The queue of proposals and the pages about one of them, as people use them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from chronology import panel_workflow
from chronology.analysis import KINDS, Thresholds
from chronology.models import Proposal
from chronology.models.proposals import KIND_WORDS
from chronology.panel_forms import THRESHOLDS
from tests.chronology.panel import CARE_AND_HEALTH, POLICE_AND_CARE, Room, a_pair, a_room, keep, noticed
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.visiting import MOST_QUERIES, as_, questions, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    return a_room(make_cast())


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


def listed(answer: Any) -> list[int]:
    return [proposal.number for proposal, *_ in answer.context["rows"]]


@pytest.fixture
def four(room: Room) -> list[Proposal]:
    """A duplicate, another, a hand-off to the police, a gap; the second is answered, of the third the police are asked."""
    found = keep(
        room,
        noticed(room, *POLICE_AND_CARE),
        noticed(room, *CARE_AND_HEALTH, score=0.4),
        noticed(room, ("health", 1), kind="hand_off", agency=room.agency("police")),
        noticed(room, kind="gap", aspect="nobody", reasons=("Nobody wrote anything.",)),
    )
    panel_workflow.dispose(found[1], answer="different", by=room.cast.panel_member)
    panel_workflow.ask_agency(found[2], chronology=room.chronologies["police"], words="Were you told?", by=room.cast.manager)
    return found


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", [1, 2, 3, 4]),
        ("?kind=same_event", [1, 2]),
        ("?kind=same_event&state=open", [1]),
        ("?state=asked", [3]),
        ("?state=answered&state=asked", [2, 3]),
        ("?agency=POLICE", [1, 3]),
        ("?sort=-score", [1, 3, 4, 2]),
        ("?sort=score", [2, 1, 3, 4]),
        ("?kind=nonsense", [1, 2, 3, 4]),
        ("?sort=nonsense", [1, 2, 3, 4]),
    ],
)
def test_the_queue_is_narrowed_and_sorted(room: Room, four: list[Proposal], asked: str, expected: list[int]) -> None:
    address = asked.replace("POLICE", str(room.chronologies["police"].pk))
    assert listed(as_(room.cast.panel_member).get(at("case_proposals", room.case) + address)) == expected


def test_the_queue_counts_and_shows_only_what_rests_on_shared_chronologies(room: Room, four: list[Proposal]) -> None:
    room.send_back("police")
    page = as_(room.cast.panel_member).get(at("case_proposals", room.case))
    assert listed(page) == [2]
    assert [(each["kind"], each["whole"], each["unanswered"]) for each in page.context["kinds"]] == [("same_event", 1, 0)]
    assert as_(room.cast.panel_member).get(at("proposal", four[0])).status_code == 404


def test_the_queue_asks_the_same_few_questions_however_long_it_is(room: Room) -> None:
    keep(room, noticed(room, *POLICE_AND_CARE))
    client = as_(room.cast.panel_member)
    few = questions(client, at("case_proposals", room.case))
    pairs = [(("police", number), (agency, 1)) for number in (1, 2) for agency in ("social_care", "health")]
    keep(room, *[noticed(room, *pair) for pair in pairs])
    assert len(questions(client, at("case_proposals", room.case))) == len(few) <= MOST_QUERIES


def test_a_proposal_shows_its_rows_side_by_side_and_how_they_differ(room: Room) -> None:
    pair = keep(room, noticed(room, ("police", 1), ("health", 1)), noticed(room, *POLICE_AND_CARE))[0]
    client = as_(room.cast.panel_member)
    facts = {fact.label: (fact.said, fact.difference) for fact in client.get(at("proposal", pair)).context["facts"]}
    assert facts["Time"] == (("22:14", "23:40"), "1 hour 26 minutes apart")
    assert facts["Child seen"] == (("Yes", "Not recorded"), "")
    assert len(questions(client, at("proposal", pair))) <= MOST_QUERIES
    other = Proposal.objects.get(number=2)
    facts = {fact.label: (fact.said, fact.difference) for fact in client.get(at("proposal", other)).context["facts"]}
    assert facts["Child seen"] == (("No", "Yes"), "They differ")


def test_an_answer_leads_to_the_next_open_proposal_of_the_same_filter(room: Room, four: list[Proposal]) -> None:
    client = as_(room.cast.panel_member)
    address = at("proposal_dispose", four[0]) + "?state=open"
    answer = client.post(address, {"answer": "same", "words": "The same call."})
    assert answer["Location"] == at("proposal", four[3]) + "?state=open"
    answer = client.post(at("proposal_dispose", four[3]), {"answer": "noted", "words": ""})
    assert answer["Location"] == at("case_proposals", room.case)


def test_what_was_typed_stays_when_an_answer_is_missing(room: Room) -> None:
    gap = keep(room, noticed(room, kind="gap", aspect="nobody"))[0]
    client = as_(room.cast.panel_member)
    said = words(client.post(at("proposal_dispose", gap), {"words": "School was closed."}))
    assert "Choose an answer" in said
    assert "School was closed." in said
    assert "Enter the explanation" in words(client.post(at("proposal_dispose", gap), {"answer": "explained"}))
    assert room.integrated.proposals.get().answer == ""


def test_an_answer_is_taken_back_with_a_reason_that_stays_on_the_page(room: Room) -> None:
    pair = a_pair(room)
    panel_workflow.dispose(pair, answer="same", by=room.cast.panel_member)
    client = as_(room.cast.chair)
    assert "Enter the reason" in words(client.post(at("proposal_reopen", pair), {"reason": ""}))
    client.post(at("proposal_reopen", pair), {"reason": "Two families."})
    assert "Taken back by Chair" in words(client.get(at("proposal", pair)))


def test_an_agency_is_asked_and_answers_without_seeing_what_others_wrote(room: Room) -> None:
    pair = a_pair(room)
    asked = {"chronology": str(room.chronologies["police"].pk), "words": "Was the child awake?"}
    as_(room.cast.panel_member).post(at("proposal_ask", pair), asked)
    question = room.integrated.proposals.get().questions.get()
    lead = as_(room.cast.lead)
    shown = words(lead.get(at("question", question)))
    assert ("Officers attend" in shown, "Notice received" in shown, "Possible duplicate" in shown) == (True, False, False)
    assert lead.get(at("proposal", pair)).status_code == 404
    assert "Enter the answer" in words(lead.post(at("question_answer", question), {"words": ""}))
    lead.post(at("question_answer", question), {"words": "Asleep, says the log."})
    assert "Asleep, says the log." in words(as_(room.cast.chair).get(at("proposal", pair)))


def test_the_manager_sets_the_numbers_and_everybody_sees_them(room: Room) -> None:
    manager, address = as_(room.cast.manager), at("case_thresholds", room.case)
    numbers = dict(manager.get(address).context["form"].initial)
    refused = manager.post(address, numbers | {"receipt_days": "soon", "same_event_score": "2"})
    assert refused.context["form"].errors == {
        "receipt_days": ["Enter a whole number from 1 to 3,650"],
        "same_event_score": ["Enter a number between 0 and 1"],
    }
    manager.post(address, numbers | {"receipt_days": "5"})
    assert room.integrated.thresholds == {"receipt_days": 5}
    house = Thresholds().receipt_days
    assert f"5 (otherwise {house})" in words(as_(room.cast.panel_member).get(at("case_proposals", room.case)))
    assert as_(room.cast.panel_member).get(address).status_code == 403


def test_every_number_and_every_kind_has_its_words() -> None:
    assert set(THRESHOLDS) == set(Thresholds.__dataclass_fields__)
    assert set(KIND_WORDS) == set(KINDS)


def test_the_run_that_is_under_way_shows_how_far_it_is(room: Room) -> None:
    run = room.integrated.analyses.get(stage="waiting")
    run.stage, run.percent = "comparing", 40
    run.save()
    page = as_(room.cast.panel_member).get(at("case_proposals", room.case)).content.decode()
    assert re.search(r'<progress[^>]* value="40" max="100"', page)
    assert reverse("chronology:case_analyse", args=[room.case.pk]) not in page
