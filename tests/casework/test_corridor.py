"""The corridor: one way to change a state, whole or not at all, with its footprint."""

from __future__ import annotations

import json
import threading

import pytest
from django.db import DatabaseError, connection, connections, transaction

from agencies.models import Person, Role
from agencies.roles import Holder
from casework import access, deadlines, log, verification, workflow
from casework.models import Case, Deadline, LogEntry, Milestone
from casework.refusals import Blocked, Forbidden, Hidden
from casework.transitions import acts, advance, verb
from frameworks import clock
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.matrix import observed


@pytest.fixture
def cast(db: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast


@pytest.fixture
def case(cast: Cast) -> Case:
    opened = workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)
    workflow.appoint(opened, person=cast.panel_member, role="panel_member", by=cast.manager)
    return Case.objects.get(pk=opened.pk)


OPEN = {
    "appoint": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
    "dismiss": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
    "reveal": {"moved": "manager chair panel_member", "forbidden": "auditor", "hidden": "lead author stranger"},
    "add_subject": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
    "file": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
    "extend": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
    "close": {"moved": "manager", "forbidden": "chair auditor panel_member", "hidden": "lead author stranger"},
}
ROLES = ["manager", "chair", "auditor", "panel_member", "lead", "author", "stranger"]


def test_matrix_of_an_open_case(cast: Cast, case: Case) -> None:
    people = {role: cast.people[role] for role in ROLES}
    assert observed(case, people, {"close": {"on": clock.today()}}) == OPEN


def test_matrix_of_a_closed_case(cast: Cast, case: Case) -> None:
    with clock.travelling(clock.now().replace(year=2027, month=3, day=2, hour=9, minute=5)):
        closed = workflow.close(case, by=cast.manager)
    said = "“{}” is not possible now: the case is closed since 2 March 2027, 09:05 (Manager)."
    labels = {
        "appoint": "Appoint somebody",
        "dismiss": "End an appointment",
        "add_subject": "Add a child",
        "file": "File a document",
        "extend": "Change a date",
        "close": "Close the case",
    }
    expected = {act: row | {} for act, row in OPEN.items()}
    for act, label in labels.items():
        expected[act] = {said.format(label): "manager"} | {key: who for key, who in OPEN[act].items() if key != "moved"}
    people = {role: cast.people[role] for role in ROLES}
    assert observed(closed, people, {"close": {"on": clock.today()}}) == expected


def test_an_act_leaves_one_entry_with_the_states_and_the_hash_of_the_thing(cast: Cast, case: Case) -> None:
    before = LogEntry.objects.filter(chain=case.pk).count()
    closed = workflow.close(case, by=cast.manager)
    entries = list(LogEntry.objects.filter(chain=case.pk).order_by("seq")[before:])
    assert [(entry.act, entry.actor_id, entry.to_state, entry.object_version) for entry in entries] == [
        ("case.close", cast.manager.pk, "closed", closed.version)
    ]
    assert json.loads(entries[0].payload) == {"from": "open", "digest": log.digest(closed)}


def test_a_refused_act_changes_nothing_and_is_logged(cast: Cast, case: Case) -> None:
    with pytest.raises(Forbidden):
        workflow.close(case, by=cast.chair)
    assert Case.objects.get(pk=case.pk).state == "open"
    last = LogEntry.objects.filter(chain=case.pk).latest("seq")
    assert (last.act, last.actor_id) == ("case.close.forbidden", cast.chair.pk)


def test_what_is_not_visible_does_not_exist(cast: Cast, case: Case) -> None:
    with pytest.raises(Hidden):
        workflow.close(case, by=cast.stranger)
    assert list(Case.objects.visible_to(cast.stranger)) == []


def test_a_guard_says_what_blocks(cast: Cast, case: Case) -> None:
    _promise(case, cast)
    with pytest.raises(Blocked) as refused:
        workflow.close(case, by=cast.manager)
    assert refused.value.sentences == ["An agency's answer or a date is still open: see the dates of this case."]
    closing = next(each for each in acts(case, cast.manager) if each.name == "close")
    assert (closing.allowed, closing.because) == (False, tuple(refused.value.sentences))


def test_when_a_later_step_fails_nothing_has_happened(cast: Cast, case: Case) -> None:
    entries = LogEntry.objects.filter(chain=case.pk).count()
    with pytest.raises(Blocked):
        _reach_and_appoint_oneself(case, by=cast.manager)
    assert not Milestone.objects.filter(case=case, stage="decision").exists()
    assert not Role.objects.filter(person=cast.manager, about_id=case.pk).exists()
    assert LogEntry.objects.filter(chain=case.pk, act="role.appoint").count() == 1
    assert LogEntry.objects.filter(chain=case.pk).count() == entries


def test_a_chair_appointed_late_sees_what_came_before(cast: Cast, case: Case) -> None:
    late = cast.author
    assert list(Case.objects.visible_to(late)) == []
    workflow.appoint(case, person=late, role="panel_member", by=cast.manager)
    assert list(Case.objects.visible_to(late)) == [case]


def test_a_role_that_ended_opens_nothing(cast: Cast, case: Case) -> None:
    role = Role.objects.get(person=cast.panel_member, about_id=case.pk)
    workflow.dismiss(case, role=role, by=cast.manager)
    assert list(Case.objects.visible_to(cast.panel_member)) == []


def test_stored_and_derived_permissions_are_equal_and_a_difference_is_named(cast: Cast, case: Case) -> None:
    assert list(access.check()) == []
    row = access.grant_model(Case).objects.filter(content_object=case, permission__codename="close_case").get()
    group = row.group.name
    row.delete()
    assert [str(each) for each in access.check()] == [f"case {case.pk}: close_case for {group} is missing"]
    assert (access.mend(), list(access.check()), access.mend()) == (1, [], 0)


def test_a_state_cannot_change_behind_the_log(fresh_database: str) -> None:
    cast = make_cast()
    case = workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)
    with pytest.raises(DatabaseError, match="became closed without its log entry"):
        Case.objects.filter(pk=case.pk).update(state="closed")
    with pytest.raises(DatabaseError, match="became open without its log entry"), transaction.atomic():
        Case(board=cast.board, reference="X-1", pseudonym="X", framework="x", framework_digest="", opened_on="2026-01-01").save()
    assert list(verification.problems()) == []


def test_many_presses_of_one_button_make_one_change(fresh_database: str) -> None:
    cast = make_cast()
    case = workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)
    came: list[str] = []

    def press() -> None:
        try:
            workflow.close(case, by=cast.manager)
            came.append("moved")
        except Blocked as blocked:
            came.append(blocked.sentences[0].split(":")[0])
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(12)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert sorted(came) == ["moved"] + ["“Close the case” is not possible now"] * 11
    assert LogEntry.objects.filter(act="case.close").count() == 1


def _promise(case: Case, cast: Cast) -> Deadline:
    return deadlines.promise(
        case,
        case,
        rule="answer",
        label="An answer",
        ends="case.close",
        holder=Holder("manager", cast.board.pk),
        due_on=clock.today(),
        why="agreed",
        source="meeting",
    )


def test_only_the_corridor_sets_a_state(cast: Cast, case: Case) -> None:
    with pytest.raises(AttributeError):
        case.state = "closed"
    moved = advance(case, "file", by=cast.manager)
    assert (moved.state, moved.version) == ("open", case.version + 1)
    assert connection.in_atomic_block


@verb
def _reach_and_appoint_oneself(case: Case, *, by: Person) -> None:
    """A story whose second step is refused."""
    workflow.reach(case, "decision")
    workflow.appoint(case, person=by, role="panel_member", by=by)
