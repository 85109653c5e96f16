"""The analyst proposes, people dispose: what is kept of a run, who sees it, what an answer does and how it goes back."""

from __future__ import annotations

from typing import Any

import pytest

from casework import access
from casework.models import Waiting
from casework.models.entry import LogEntry
from casework.refusals import Blocked, Hidden
from chronology import panel_workflow, proposing, workflow
from chronology.models import Analysis, Chronology, JoinedEntry, Proposal
from tests.chronology.panel import CARE_AND_HEALTH, POLICE_AND_CARE, Room, a_pair, a_room, keep, noticed
from tests.makers.cast import make_cast
from tests.makers.chronology import again, an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    return a_room(make_cast())


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


def joined(room: Room) -> set[frozenset[str]]:
    """Which entries stand together, by agency and number."""
    groups: dict[Any, set[str]] = {}
    for row in JoinedEntry.objects.filter(integrated=room.integrated).select_related("entry__chronology__agency"):
        groups.setdefault(row.event, set()).add(f"{row.entry.chronology.agency.sector} {row.entry.number}")
    return {frozenset(group) for group in groups.values()}


# --- a run ---------------------------------------------------------------------------------------------------------


def test_sharing_asks_for_a_run_over_what_is_shared_and_nothing_else(room: Room) -> None:
    run = Analysis.objects.select_related("integrated__case").get(stage="waiting")
    assert {record.key for record in proposing.see(run).records} == {
        room.key(agency, number) for agency, number in [*POLICE_AND_CARE, ("police", 2), ("social_care", 2), ("health", 1)]
    }
    room.send_back("police")
    assert {record.key for record in proposing.see(run).records} == {
        room.key(agency, number) for agency, number in [("social_care", 1), ("social_care", 2), ("health", 1)]
    }


def test_a_run_keeps_what_it_saw_and_by_which_numbers(room: Room) -> None:
    panel_workflow.set_thresholds(room.integrated, thresholds={"receipt_days": 5}, by=room.cast.manager)
    run = panel_workflow.run_analysis(Analysis.objects.select_related("integrated__case").get(stage="waiting"))
    assert (run.stage, run.percent, run.entries, len(run.sha256)) == ("done", 100, 5, 64)
    assert (run.thresholds["receipt_days"], run.thresholds["present_days"]) == (5, 2)
    logged = LogEntry.objects.filter(chain=room.case.pk, act__in=["analysis.thresholds", "analysis.keep"])
    assert sorted(logged.values_list("act", flat=True)) == ["analysis.keep", "analysis.thresholds"]
    assert panel_workflow.run_analysis(run).attempts == 1


def test_an_answer_stays_with_what_it_answers_and_what_nobody_answered_goes(room: Room) -> None:
    first, second = keep(room, noticed(room, *POLICE_AND_CARE), noticed(room, *CARE_AND_HEALTH))
    panel_workflow.dispose(first, answer="different", words="Two calls.", by=room.cast.panel_member)
    assert [each.number for each in keep(room)] == [1]
    again_found = keep(room, noticed(room, *POLICE_AND_CARE, score=0.9), noticed(room, *CARE_AND_HEALTH))
    assert [(each.number, each.answer, each.score, each.is_standing) for each in again_found] == [
        (1, "different", 0.9, True),
        (3, "", 0.8, True),
    ]
    assert again_found[0].pk == first.pk
    assert not Proposal.objects.filter(pk=second.pk).exists()


def test_a_run_that_was_overtaken_changes_nothing(room: Room) -> None:
    early = proposing.ask(room.integrated, None)
    proposing.claim(early)
    keep(room, noticed(room, *POLICE_AND_CARE))
    early = Analysis.objects.select_related("integrated__case").get(pk=early.pk)
    assert panel_workflow.keep_proposals(early, proposing.see(early), []).stage == "overtaken"
    assert room.integrated.proposals.count() == 1


# --- who sees what -------------------------------------------------------------------------------------------------


def test_a_proposal_is_seen_while_every_chronology_it_rests_on_is_shared(room: Room) -> None:
    keep(
        room,
        noticed(room, *POLICE_AND_CARE),
        noticed(room, *CARE_AND_HEALTH),
        noticed(room, kind="gap", aspect="nobody"),
        noticed(room, ("social_care", 1), kind="hand_off", agency=room.agency("police")),
    )

    def seen() -> list[int]:
        shared = proposing.shared_to(room.cast.panel_member, room.case.pk)
        return list(Proposal.objects.resting_on(shared).order_by("number").values_list("number", flat=True))

    assert seen() == [1, 2, 3, 4]
    room.send_back("police")
    assert seen() == [2]
    room.share_again("police")
    assert seen() == [1, 2, 3, 4]


def test_what_an_agency_has_back_can_be_neither_answered_nor_asked_about(room: Room) -> None:
    pair = a_pair(room)
    room.send_back("police")
    with pytest.raises(Hidden):
        panel_workflow.dispose(pair, answer="same", by=room.cast.panel_member)
    with pytest.raises(Hidden):
        panel_workflow.ask_agency(pair, chronology=room.chronologies["social_care"], words="?", by=room.cast.manager)


def test_an_agency_s_lead_sees_no_proposal_although_it_rests_on_their_entries(room: Room) -> None:
    pair = a_pair(room)
    assert not access.may(room.cast.lead, room.integrated, "view")
    with pytest.raises(Hidden):
        panel_workflow.dispose(pair, answer="same", by=room.cast.lead)


# --- answers -------------------------------------------------------------------------------------------------------


def test_rows_that_are_the_same_event_stand_together_until_the_answer_is_taken_back(room: Room) -> None:
    first, second = keep(room, noticed(room, *POLICE_AND_CARE), noticed(room, *CARE_AND_HEALTH))
    panel_workflow.dispose(first, answer="same", by=room.cast.panel_member)
    assert joined(room) == {frozenset({"police 1", "local_authority 1"})}
    panel_workflow.dispose(second, answer="same", words="The ward was told.", by=room.cast.chair)
    assert joined(room) == {frozenset({"police 1", "local_authority 1", "health 1"})}
    assert set(JoinedEntry.objects.values_list("event", flat=True)) == {room.entry("social_care").pk}
    panel_workflow.reopen(first, reason="Another night.", by=room.cast.manager)
    assert joined(room) == {frozenset({"local_authority 1", "health 1"})}
    said = first.answers.get()
    assert (said.answer, said.by, said.taken_back_by, said.taken_back_because) == (
        *("same", room.cast.panel_member),
        *(room.cast.manager, "Another night."),
    )


def test_what_was_joined_comes_apart_while_an_agency_has_its_chronology_back(room: Room) -> None:
    first, second = keep(room, noticed(room, *POLICE_AND_CARE), noticed(room, *CARE_AND_HEALTH))
    for each in (first, second):
        panel_workflow.dispose(each, answer="same", by=room.cast.panel_member)
    chronology = room.send_back("social_care")
    assert joined(room) == set()
    workflow.remove_entry(room.entry("social_care"), reason="Another family.", by=room.cast.colleague)
    an_entry(again(chronology), room.cast.colleague)
    room.share_again("social_care")
    assert joined(room) == {frozenset({"police 1", "health 1"})}


def test_an_answer_keeps_the_versions_it_was_given_on_and_is_logged_without_its_words(room: Room) -> None:
    pair = a_pair(room)
    said = panel_workflow.dispose(pair, answer="different", words="Two calls.", by=room.cast.panel_member)
    assert said.versions == {room.key("police"): 1, room.key("social_care"): 1}
    entry = LogEntry.objects.get(act="proposal.answer", object_id=pair.pk)
    assert (entry.actor_id, '"answer":"different"' in entry.payload, "Two calls" in entry.payload) == (
        room.cast.panel_member.pk,
        True,
        False,
    )


def test_only_what_fits_its_kind_is_an_answer_and_only_once(room: Room) -> None:
    pair, gap = keep(room, noticed(room, *POLICE_AND_CARE), noticed(room, kind="gap", aspect="nobody"))
    for proposal, wrong in ((pair, "noted"), (gap, "same")):
        with pytest.raises(Blocked, match="This is no answer to a proposal of this kind"):
            panel_workflow.dispose(proposal, answer=wrong, by=room.cast.manager)
    panel_workflow.dispose(gap, answer="explained", words="School holidays.", by=room.cast.manager)
    with pytest.raises(Blocked, match="This proposal has been answered already: explained"):
        panel_workflow.dispose(gap, answer="noted", by=room.cast.chair)
    with pytest.raises(Blocked, match="This proposal has not been answered"):
        panel_workflow.reopen(pair, reason="", by=room.cast.chair)


# --- asking an agency ----------------------------------------------------------------------------------------------


def waiting_for(room: Room, person: str) -> list[str]:
    rows = Waiting.objects.visible_to(room.cast.people[person]).filter(case=room.case)
    return [row.title for row in rows if row.about_kind == "question"]


def test_a_question_waits_for_the_agency_until_it_has_answered(room: Room) -> None:
    pair = a_pair(room)
    asked = panel_workflow.ask_agency(
        pair, chronology=room.chronologies["police"], words="Which call was it?", by=room.cast.panel_member
    )
    assert asked.entries == [room.entry("police").pk]
    assert waiting_for(room, "lead") == ["Answer the panel’s question about the chronology"]
    assert waiting_for(room, "colleague") == waiting_for(room, "manager") == []
    assert Proposal.objects.with_questions().get(pk=pair.pk).is_asked
    panel_workflow.answer(asked, words="The second call.", by=room.cast.lead)
    assert waiting_for(room, "lead") == []
    assert not Proposal.objects.with_questions().get(pk=pair.pk).is_asked


def test_no_agency_is_asked_about_what_does_not_rest_on_its_entries(room: Room) -> None:
    other = Chronology.objects.get(case=room.case, agency=room.cast.agencies["health"])
    with pytest.raises(Blocked, match="does not rest on that agency"):
        panel_workflow.ask_agency(a_pair(room), chronology=other, words="?", by=room.cast.manager)
