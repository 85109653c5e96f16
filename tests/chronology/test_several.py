"""Several entries changed or struck out in one act, and the last act undone: nothing of the history goes."""

from __future__ import annotations

import json
from datetime import date

import pytest

from casework.models import LogEntry
from casework.refusals import Blocked
from chronology import workflow
from chronology.models import Chronology, Entry
from chronology.several import ADDED, CHANGED, STRUCK_OUT, Done, with_people
from tests.makers.cast import Cast
from tests.makers.chronology import a_chronology, again, an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(cast: Cast, chronology: Chronology) -> list[Entry]:
    return [an_entry(chronology, cast.lead, on=date(2021, 3, day), persons="Mother") for day in (1, 2, 3)]


def versions(entries: list[Entry]) -> dict:
    return {each.pk: each.version for each in entries}


def stored(entries: list[Entry]) -> list[Entry]:
    return list(Entry.objects.filter(pk__in=[each.pk for each in entries]).order_by("number"))


def logged(act: str) -> list[dict]:
    return [json.loads(payload) for payload in LogEntry.objects.filter(act=act).order_by("id").values_list("payload", flat=True)]


def test_a_field_is_set_for_all_that_were_chosen_with_one_entry_in_the_log(
    cast: Cast, chronology: Chronology, entries: list[Entry]
) -> None:
    swept = workflow.change_entries(chronology, versions(entries), by=cast.lead, theme="Neglect", add_people="mother, Child A")
    assert swept.refused == []
    assert [(each.theme, each.persons, each.version) for each in stored(entries)] == [("Neglect", "Mother, Child A", 2)] * 3
    assert [each.versions.get().written["theme"] for each in entries] == [""] * 3
    [fact] = logged("entry.change")
    assert fact["entries"] == [str(each.pk) for each in entries]
    assert "Neglect" not in json.dumps(logged("entry.change"))
    assert len(logged("chronology.change_entry")) == 1


def test_what_was_changed_meanwhile_or_struck_out_is_named_and_left_alone(
    cast: Cast, chronology: Chronology, entries: list[Entry]
) -> None:
    seen = versions(entries)
    workflow.change_entry(entries[0], version=1, by=cast.lead, event="Otherwise.")
    workflow.remove_entry(entries[1], reason="Another child.", by=cast.lead)
    swept = workflow.change_entries(chronology, seen, by=cast.lead, source="GP notes")
    assert swept.refused == ["Entry 1 was changed meanwhile by Lead.", "Entry 2 has been struck out."]
    assert [each.source for each in stored(entries)] == ["Contact log", "Contact log", "GP notes"]
    with pytest.raises(Blocked, match="Entry 1 was changed meanwhile by Lead"):
        workflow.change_entries(chronology, {entries[0].pk: 1}, by=cast.lead, source="GP notes")


def test_entries_of_another_chronology_are_never_reached(cast: Cast, chronology: Chronology, entries: list[Entry]) -> None:
    other = a_chronology(cast, "health", chronology.case)
    theirs = an_entry(other, cast.people["health_lead"])
    swept = workflow.remove_entries(chronology, versions([entries[0], theirs]), reason="Twice.", by=cast.lead)
    assert swept.refused == ["1 of those chosen are not in this chronology."]
    assert (again(other).entry_count, again(chronology).entry_count) == (1, 2)


def test_several_are_struck_out_for_one_reason_and_undone_together(
    cast: Cast, chronology: Chronology, entries: list[Entry]
) -> None:
    swept = workflow.remove_entries(chronology, versions(entries[:2]), reason="Twice.", by=cast.lead)
    assert again(chronology).entry_count == 1
    assert [each.struck_because for each in stored(entries)] == ["Twice.", "Twice.", ""]
    done = Done.from_json(json.loads(json.dumps(Done.of(chronology, "", STRUCK_OUT, swept.entries).as_json())))
    workflow.undo(chronology, done, by=cast.lead)
    assert again(chronology).entry_count == 3
    assert [(each.struck_at, each.version) for each in stored(entries)] == [(None, 3), (None, 3), (None, 1)]


def test_a_change_is_undone_as_a_new_version_with_its_own_entry_in_the_log(
    cast: Cast, chronology: Chronology, entries: list[Entry]
) -> None:
    facts = {"start": date(2020, 1, 1), "end": date(2020, 12, 31), "precision": "year", "date_words": "2020", "lines": [2, 4]}
    before = entries[0].as_written()
    changed = workflow.change_entry(entries[0], version=1, by=cast.lead, event="Otherwise.", **facts)
    workflow.undo(chronology, Done.of(chronology, "", CHANGED, [changed]), by=cast.lead)
    [entry] = stored(entries[:1])
    assert (entry.as_written(), entry.version, entry.order_key) == (before, 3, entries[0].order_key)
    assert [each.written["event"] for each in entry.versions.all()] == ["Otherwise.", "Home visit, nobody in."]
    assert [fact["entries"] for fact in logged("entry.undo")] == [[str(entry.pk)]]


def test_what_was_added_is_struck_out_again(cast: Cast, chronology: Chronology, entries: list[Entry]) -> None:
    workflow.undo(chronology, Done.of(chronology, "", ADDED, entries[2:]), by=cast.lead)
    assert (again(chronology).entry_count, stored(entries)[2].struck_because) == (2, "Taken back by whoever wrote it.")


def test_nothing_is_undone_where_somebody_changed_an_entry_meanwhile(
    cast: Cast, chronology: Chronology, entries: list[Entry]
) -> None:
    swept = workflow.change_entries(chronology, versions(entries), by=cast.lead, theme="Neglect")
    workflow.change_entry(stored(entries)[1], version=2, by=cast.lead, event="Otherwise.")
    with pytest.raises(Blocked) as refused:
        workflow.undo(chronology, Done.of(chronology, "", CHANGED, swept.entries), by=cast.lead)
    assert refused.value.sentences == ["Entry 2 was changed meanwhile by Lead, so nothing was undone."]
    assert [each.theme for each in stored(entries)] == ["Neglect"] * 3


def test_more_than_one_person_can_look_over_is_refused(cast: Cast, chronology: Chronology) -> None:
    many = {chronology.pk.__class__(int=number): 1 for number in range(501)}
    with pytest.raises(Blocked, match="Choose 500 entries or fewer"):
        workflow.change_entries(chronology, many, by=cast.lead, theme="x")


def test_questions_do_not_grow_with_the_entries(
    cast: Cast, chronology: Chronology, entries: list[Entry], django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(16):
        workflow.change_entries(chronology, versions(entries), by=cast.lead, theme="Neglect")


@pytest.mark.parametrize(
    ("stands", "more", "then"),
    [("", "Mother", "Mother"), ("Mother; Child A", "child a", "Mother; Child A"), ("Mother", "MGM, Mother", "Mother, MGM")],
)
def test_people_are_added_once(stands: str, more: str, then: str) -> None:
    assert with_people(stands, more) == then
