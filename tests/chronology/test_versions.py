"""What the panel has read is frozen; what is different afterwards shows, and what cites it is flagged."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from casework.models.entry import LogEntry
from casework.refusals import Blocked, Forbidden
from chronology import panel_workflow, versions, workflow
from chronology.models import Entry, EntryVersion, FrozenRow, FrozenVersion
from tests.chronology.panel import Room, a_room
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.makers.chronology import again, an_entry
from tests.visiting import MOST_QUERIES, as_, questions, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(kept: None) -> Room:
    return a_room(make_cast())


@pytest.fixture
def room(world: Room) -> Room:
    world.cast.people = world.cast.again().people
    return world


@pytest.fixture
def frozen(room: Room) -> FrozenVersion:
    return panel_workflow.freeze(room.integrated, words="Read on Monday.", by=room.cast.manager)


def put_right(room: Room) -> None:
    """Social care has its chronology back, changes its first entry, strikes out its second, writes a third, shares again."""
    by = room.cast.colleague
    room.send_back("social_care")
    workflow.change_entry(room.entry("social_care"), version=1, by=by, event="Two calls in the night.")
    workflow.remove_entry(room.entry("social_care", 2), reason="Another child.", by=by)
    an_entry(again(room.chronologies["social_care"]), by, on=date(2021, 5, 1), event="A late entry.")
    room.share_again("social_care")


def stood(frozen: FrozenVersion) -> list[tuple[str, bool, bool]]:
    rows = versions.as_they_stood(frozen, list(frozen.rows.all()))
    return [(each.entry.event, each.is_true, each.is_changed) for each in rows]


EVENTS = [
    "Notice received of a call in the night.",
    "Officers attend; the child is asleep.",
    "Mother brought to the ward.",
    *("Home visit, nobody in.",) * 2,
]


def test_a_frozen_version_holds_every_entry_once_with_its_version_and_hash(room: Room, frozen: FrozenVersion) -> None:
    standing = list(Entry.objects.filter(case=room.case).by_time().values_list("pk", "version"))
    assert list(frozen.rows.values_list("entry_id", "version")) == standing
    assert (frozen.number, frozen.entries, frozen.changes, versions.is_whole(frozen)) == (1, 5, {}, True)
    assert stood(frozen) == [(event, True, False) for event in EVENTS]
    logged = LogEntry.objects.get(act="frozenversion.keep", object_id=frozen.pk)
    assert frozen.sha256 in logged.payload
    assert "Monday" not in logged.payload


def test_the_database_hashes_an_entry_exactly_as_it_is_checked_against(room: Room) -> None:
    room.send_back("police")
    odd = {"start": date(987, 2, 3), "known_on": date(2021, 12, 31), "time": time(0, 5), "end_time": time(23, 59, 59, 1200)}
    awkward = '"Ärger"\\ \t\r\n\x01\x1f\x7f\u2028 </p> %s {} \U0001f476'
    said = odd | {"event": awkward, "lines": [3, 12], "is_significant": True, "child_views": "’"}
    workflow.change_entry(room.entry("police"), version=1, by=room.cast.lead, **said)
    room.share_again("police")
    frozen = panel_workflow.freeze(room.integrated, by=room.cast.manager)
    assert stood(frozen)[0] == (awkward, True, False)
    assert all(is_true for _, is_true, _ in stood(frozen))
    assert versions.is_whole(frozen)


def test_it_is_read_as_it_stood_whatever_the_agency_puts_right(room: Room, frozen: FrozenVersion) -> None:
    put_right(room)
    assert stood(frozen) == [
        (EVENTS[0], True, True),
        (EVENTS[1], True, False),
        (EVENTS[2], True, False),
        (EVENTS[3], True, False),
        (EVENTS[4], True, True),
    ]


def test_the_next_version_says_what_is_different_(room: Room, frozen: FrozenVersion) -> None:
    put_right(room)
    second = panel_workflow.freeze(room.integrated, by=room.cast.manager)
    assert (second.number, second.changes) == (2, {"added": 1, "changed": 1, "gone": 1})
    changes = versions.compare(versions.versions_in(frozen), versions.versions_in(second))
    assert [
        (each.kind, each.entry.event, each.before and each.before.event) for each in versions.differences(frozen, changes, 0, 9)
    ] == [
        ("Changed", "Two calls in the night.", EVENTS[0]),
        ("No longer there", EVENTS[4], None),
        ("Added", "A late entry.", None),
    ]


def test_an_agency_that_comes_late_joins_whole_and_loses_nothing(room: Room) -> None:
    room.send_back("health")
    first = panel_workflow.freeze(room.integrated, by=room.cast.manager)
    room.share_again("health")
    second = panel_workflow.freeze(room.integrated, by=room.cast.manager)
    assert (first.entries, second.entries, second.changes) == (4, 5, {"added": 1, "changed": 0, "gone": 0})
    assert stood(second) == [(event, True, False) for event in EVENTS]
    assert [each["agency"] for each in second.agencies] == [
        f"Testshire {each}" for each in ("Children’s Social Care", "Hospital Trust", "Police")
    ]


def test_nothing_is_frozen_twice_and_only_by_the_manager(room: Room, frozen: FrozenVersion) -> None:
    with pytest.raises(Blocked, match="Nothing has changed since version 1 was frozen"):
        panel_workflow.freeze(room.integrated, by=room.cast.manager)
    with pytest.raises(Forbidden):
        panel_workflow.freeze(room.integrated, by=room.cast.panel_member)


def test_words_that_are_not_those_that_were_frozen_are_noticed(room: Room, frozen: FrozenVersion) -> None:
    room.send_back("police")
    workflow.change_entry(room.entry("police"), version=1, by=room.cast.lead, event="Nobody was there.")
    EntryVersion.objects.filter(entry=room.entry("police")).update(
        written=room.entry("police").as_written() | {"start": "2021-01-01", "end": "2021-01-01", "time": "22:14:00"}
    )
    assert [said for said, is_true, _ in stood(frozen) if not is_true] == ["Nobody was there."]
    FrozenRow.objects.filter(frozen=frozen, place=1).update(version=7)
    assert not versions.is_whole(frozen)


def test_what_was_cited_has_changed_once_the_entry_says_something_else_or_is_struck_out(room: Room) -> None:
    entries = [room.entry("social_care", number) for number in (1, 2)]
    assert [versions.changed_since(each, each.version) for each in entries] == [False, False]
    put_right(room)
    assert [versions.changed_since(room.entry("social_care", number), 1) for number in (1, 2)] == [True, True]
    assert not versions.changed_since(room.entry("police"), 1)


# --- the pages -----------------------------------------------------------------------------------------------------


def test_the_manager_freezes_and_the_panel_reads(room: Room) -> None:
    manager, member = as_(room.cast.manager), as_(room.cast.panel_member)
    assert "Freeze version 1?" in words(manager.get(at("case_freeze", room.case)))
    answer = manager.post(at("case_freeze", room.case), {"words": "Read by the panel."})
    frozen = FrozenVersion.objects.get()
    assert answer["Location"] == at("frozen", frozen)
    shown = member.get(at("frozen", frozen) + "?check=yes")
    assert [each.entry.event for each, _ in shown.context["rows"]] == EVENTS
    assert (shown.context["is_whole"], shown.context["is_partial"]) == (True, False)
    assert "Nothing has changed since it was frozen." in words(member.get(at("case_versions", room.case)))
    assert member.get(at("case_freeze", room.case)).status_code == 403
    assert as_(room.cast.lead).get(at("frozen", frozen)).status_code == 404


def test_what_is_different_is_listed_with_what_stood_before(room: Room, frozen: FrozenVersion) -> None:
    put_right(room)
    client = as_(room.cast.chair)
    assert "1 added, 1 changed, 1 no longer there" in words(client.get(at("case_versions", room.case)))
    said = words(client.get(at("frozen_changes", frozen)))
    assert all(each in said for each in ("Two calls in the night.", f"In version 1: {EVENTS[0]}", "Struck out: Another child."))


def test_of_an_agency_that_has_its_chronology_back_no_version_shows_anything(room: Room, frozen: FrozenVersion) -> None:
    room.send_back("social_care")
    client = as_(room.cast.panel_member)
    shown = client.get(at("frozen", frozen))
    assert [each.entry.event for each, _ in shown.context["rows"]] == [EVENTS[1], EVENTS[2], EVENTS[3]]
    assert shown.context["is_partial"]
    assert "Nothing has changed since it was frozen." in words(client.get(at("case_versions", room.case)))
    assert "Notice received" not in words(client.get(at("frozen_changes", frozen)))


@pytest.mark.parametrize("name", ["frozen", "frozen_changes"])
def test_the_pages_ask_the_same_few_questions_however_much_there_is(room: Room, frozen: FrozenVersion, name: str) -> None:
    put_right(room)
    client: Any = as_(room.cast.panel_member)
    few = len(questions(client, at(name, frozen)))
    an_entry(room.send_back("health"), room.cast.health_lead, event="One more.")
    room.share_again("health")
    second = panel_workflow.freeze(room.integrated, by=room.cast.manager)
    put = at(name, second if name == "frozen" else frozen)
    many = len(questions(client, put))
    assert few - 2 <= many <= few + 2
    assert max(few, many) <= MOST_QUERIES
    assert len(questions(client, at("case_versions", room.case))) <= MOST_QUERIES
