"""The key: who keeps it, who sees whose people, and that a name is shown for a reason alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework import access
from casework.machines import machine
from casework.models import LogEntry
from casework.refusals import Blocked, Forbidden, Hidden, Outdated
from chronology import keeping, workflow
from chronology.models import Chronology, KeyedIdentifier, KeyedPerson, KeyedRelation, PersonKey
from tests.makers.cast import Cast, add_stranger
from tests.makers.chronology import a_chronology, a_chronology_with_report, again, an_entry
from tests.matrix import observed

pytestmark = pytest.mark.django_db

MOTHER = {"code": "Mother", "name": "Zita Quandle", "spellings": ["Zee"], "kind": "family", "date_of_birth": date(1994, 8, 30)}
CHILD = {"code": "Child A", "name": "Ivo Quandle", "kind": "child", "is_told": True}
READERS = ("manager", "chair", "panel_member", "overview_author")


@pytest.fixture
def police(cast: Cast) -> Chronology:
    add_stranger(cast)
    return a_chronology(cast)


def key_of(chronology: Chronology) -> PersonKey:
    return PersonKey.objects.get(case=chronology.case_id)


def seen_by(person: Any) -> list[str]:
    return sorted(each.code for each in KeyedPerson.objects.visible_to(person).standing())


def test_the_key_is_opened_once_with_the_first_chronology(cast: Cast, police: Chronology) -> None:
    a_chronology(cast, "social_care", case=police.case)
    assert PersonKey.objects.count() == 1
    assert access.differences(key_of(police)) == []


def test_who_may_do_what_with_it(cast: Cast, police: Chronology) -> None:
    roles = ("manager", "chair", "panel_member", "overview_author", "lead", "auditor", "administrator", "colleague", "stranger")
    outside = {"lead", "auditor", "administrator", "colleague", "stranger"}
    found = observed(key_of(police), {role: cast.people[role] for role in roles}, {})
    keeping_it = {"moved": {"manager"}, "forbidden": {"chair", "panel_member", "overview_author"}, "hidden": outside}
    revealing = {"moved": {"manager", "chair", "overview_author"}, "forbidden": {"panel_member"}, "hidden": outside}
    expected = dict.fromkeys(("add_person", "change_person", "merge_people", "remove_person"), keeping_it) | {"reveal": revealing}
    assert {act: {outcome: set(who.split()) for outcome, who in row.items()} for act, row in found.items()} == expected
    assert set(machine(PersonKey)) == set(expected)


def test_what_an_agency_adds_is_its_own_until_it_shares(cast: Cast, police: Chronology) -> None:
    other = a_chronology(cast, "social_care", case=police.case)
    keeping.add_people(key_of(police), [MOTHER], by=cast.manager)
    keeping.add_people(key_of(police), [{**MOTHER, "code": "Neighbour 1"}], by=cast.lead, chronology=police)
    keeping.add_people(key_of(other), [{**MOTHER, "code": "Neighbour 1"}], by=cast.colleague, chronology=other)
    assert {part: seen_by(cast.people[part]) for part in READERS} == {part: ["Mother"] for part in READERS}
    assert (seen_by(cast.lead), seen_by(cast.colleague), seen_by(cast.stranger)) == (["Neighbour 1"], ["Neighbour 1"], [])
    an_entry(again(police), cast.lead)
    workflow.share(again(police), by=cast.lead)
    assert {part: seen_by(cast.people[part]) for part in READERS} == {part: ["Mother", "Neighbour 1"] for part in READERS}
    assert seen_by(cast.colleague) == ["Neighbour 1"]


def test_nobody_adds_to_another_agency_s_list_or_changes_what_they_do_not_see(cast: Cast, police: Chronology) -> None:
    key = key_of(police)
    [person] = keeping.add_people(key, [MOTHER], by=cast.lead, chronology=police)
    for part in ("manager", "chair", "panel_member", "colleague", "stranger"):
        with pytest.raises(Hidden):
            keeping.add_people(key, [CHILD], by=cast.people[part], chronology=police)
        with pytest.raises(Hidden):
            keeping.change_person(person, version=1, by=cast.people[part], code="X")
        with pytest.raises(Hidden):
            keeping.remove_person(person, by=cast.people[part])
    with pytest.raises(Hidden):
        keeping.add_people(key, [CHILD], by=cast.lead)


def test_the_log_knows_ids_only_and_the_history_of_others_not_even_that(cast: Cast, police: Chronology) -> None:
    key = key_of(police)
    [person] = keeping.add_people(key, [MOTHER], by=cast.lead, chronology=police)
    keeping.change_person(person, version=1, by=cast.lead, name="Zita Quandle-Moor")
    keeping.set_identifiers(key, ["12 Elm Row", " 12 Elm Row "], by=cast.lead, chronology=police)
    assert [each.words for each in KeyedIdentifier.objects.all()] == ["12 Elm Row"]
    mine = LogEntry.objects.filter(object_id=person.pk).order_by("seq").values_list("act", "payload")
    assert list(mine) == [("keyedperson.add", "{}"), ("keyedperson.change", "{}")]
    assert not LogEntry.objects.filter(object_id=key.pk).exclude(act="personkey.begin").exists()
    assert key_of(police).edition == 4


def test_a_code_stands_once_and_outdated_saves_are_refused(cast: Cast, police: Chronology) -> None:
    key = key_of(police)
    [mother, child] = keeping.add_people(key, [MOTHER, CHILD], by=cast.manager)
    with pytest.raises(Blocked, match="The code “mother” stands for somebody else already"):
        keeping.add_people(key, [{**CHILD, "code": "Adult M1"}, {**CHILD, "code": "mother"}], by=cast.manager)
    assert seen_by(cast.manager) == ["Child A", "Mother"]
    with pytest.raises(Blocked):
        keeping.change_person(child, version=1, by=cast.manager, code="Mother")
    keeping.change_person(mother, version=1, by=cast.manager, role="Mother of Child A")
    with pytest.raises(Outdated) as refused:
        keeping.change_person(mother, version=1, by=cast.manager, role="Mother", spellings=["Zee"])
    assert (refused.value.theirs, refused.value.yours) == ("Role: Mother of Child A", "Role: Mother")


def test_two_that_are_one_are_merged_with_all_their_spellings(cast: Cast, police: Chronology) -> None:
    key = key_of(police)
    [mother, child, again_] = keeping.add_people(
        key, [MOTHER, CHILD, {"code": "Adult F9", "name": "Zita Quandel"}], by=cast.manager
    )
    keeping.relate(child, again_, "child_of", by=cast.manager)
    kept = keeping.merge_people(mother, again_, by=cast.manager)
    assert (kept.identity.name, kept.identity.spellings) == ("Zita Quandle", ["Zee", "Zita Quandel"])
    assert KeyedRelation.objects.get().other == mother
    assert seen_by(cast.manager) == ["Child A", "Mother"]
    assert KeyedPerson.objects.get(pk=again_.pk).became == mother
    keeping.remove_person(child, by=cast.manager)
    assert seen_by(cast.manager) == ["Mother"]


def test_names_are_shown_for_a_reason_that_is_logged(cast: Cast, police: Chronology) -> None:
    key = key_of(police)
    keeping.reveal(key, reason="To write to the coroner", by=cast.overview_author)
    with pytest.raises(Forbidden):
        keeping.reveal(key, reason="Curious", by=cast.panel_member)
    acts = LogEntry.objects.filter(object_id=key.pk).order_by("seq").values_list("act", flat=True)
    assert list(acts) == ["personkey.begin", "personkey.reveal", "personkey.reason", "personkey.reveal.forbidden"]


def test_authors_and_countersigning_officers_name_people_too(cast: Cast) -> None:
    chronology = a_chronology_with_report(cast)
    for number, part in enumerate(("lead", "author", "countersigner")):
        keeping.add_people(
            key_of(chronology), [{**CHILD, "code": f"Child {number}"}], by=cast.people[part], chronology=again(chronology)
        )
    assert seen_by(cast.people["author"]) == ["Child 0", "Child 1", "Child 2"]
    assert not KeyedPerson.objects.filter(is_told=True).exists()
