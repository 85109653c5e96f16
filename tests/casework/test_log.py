"""The log can be believed: nobody rubs anything out, and whoever does is found."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoDbBlocker

from casework import verification, workflow
from casework.models import Case, LogEntry
from tests.database import as_owner, cloned_database
from tests.makers.cast import make_cast

UNLOCKED = "ALTER TABLE casework_logentry DISABLE TRIGGER ALL; ALTER TABLE casework_chainhead DISABLE TRIGGER ALL;"


@pytest.fixture(scope="module")
def world(django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Case]]:
    """A database that holds one case with a few entries, and that case."""
    with django_db_blocker.unblock(), cloned_database() as name:
        case = _a_case()
        connection.close()
        yield name, case


@pytest.fixture
def fresh_database(world: tuple[str, Case], django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A copy of it for each test."""
    with django_db_blocker.unblock(), cloned_database(lambda _: world[0]) as name:
        yield name


@pytest.fixture
def case(world: tuple[str, Case], fresh_database: str) -> Case:
    return world[1]


def _a_case() -> Case:
    cast = make_cast()
    case = workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)
    for name in ("panel_member", "author", "owner"):
        workflow.appoint(case, person=cast.people[name], role="panel_member", by=cast.manager)
    assert list(verification.problems()) == []
    return case


@pytest.mark.parametrize("statement", ["UPDATE {} SET seq = 0", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("table", ["casework_logentry", "casework_chainhead"])
@pytest.mark.django_db
def test_the_applications_role_may_only_read_and_append(statement: str, table: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.django_db
def test_the_applications_role_may_not_write_past_the_function() -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO casework_logentry (chain, seq, at_us, act, object_kind, object_id, object_version, to_state, "
            "payload, prev, hash) VALUES (gen_random_uuid(), 1, 0, 'x', 'x', gen_random_uuid(), 0, '', '', '', '')"
        )


@pytest.mark.django_db
def test_the_applications_role_may_not_switch_the_triggers_off() -> None:
    with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE casework_logentry DISABLE TRIGGER ALL")


@pytest.mark.parametrize(
    "statement", ["UPDATE casework_logentry SET act = 'x'", "DELETE FROM casework_logentry", "TRUNCATE casework_logentry"]
)
def test_even_the_owner_is_refused_while_the_triggers_stand(case: Case, fresh_database: str, statement: str) -> None:
    with as_owner(fresh_database) as owner, pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute(statement)


COLUMNS = {
    "at_us": "at_us + 1",
    "actor_id": "gen_random_uuid()",
    "act": "'case.other'",
    "object_kind": "'other'",
    "object_id": "gen_random_uuid()",
    "object_version": "object_version + 1",
    "to_state": "'closed'",
    "payload": "payload || ' '",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_entry_is_named(case: Case, fresh_database: str, column: str) -> None:
    _behind_the_log(
        fresh_database, f"UPDATE casework_logentry SET {column} = {COLUMNS[column]} WHERE chain = '{case.pk}' AND seq = 3"
    )
    assert f"chain {case.pk}, entry 3: was changed after it was written" in list(verification.problems())


def test_a_rehashed_entry_breaks_the_link_to_the_next(case: Case, fresh_database: str) -> None:
    _behind_the_log(fresh_database, f"UPDATE casework_logentry SET hash = sha256('x') WHERE chain = '{case.pk}' AND seq = 3")
    found = list(verification.problems())
    assert f"chain {case.pk}, entry 3: was changed after it was written" in found
    assert f"chain {case.pk}, entry 4: does not follow the entry before it" in found


def test_a_deleted_entry_is_named(case: Case, fresh_database: str) -> None:
    _behind_the_log(fresh_database, f"DELETE FROM casework_logentry WHERE chain = '{case.pk}' AND seq = 3")
    assert f"chain {case.pk}, entry 4: 1 entries before it are missing" in list(verification.problems())


def test_a_cut_tail_is_named(case: Case, fresh_database: str) -> None:
    last = LogEntry.objects.filter(chain=case.pk).latest("seq").seq
    _behind_the_log(fresh_database, f"DELETE FROM casework_logentry WHERE chain = '{case.pk}' AND seq = {last}")
    assert f"chain {case.pk}: ends at entry {last - 1}, but its head says {last}" in list(verification.problems())


def test_an_inserted_entry_is_named(case: Case, fresh_database: str) -> None:
    last = LogEntry.objects.filter(chain=case.pk).latest("seq").seq
    _behind_the_log(
        fresh_database,
        "INSERT INTO casework_logentry (chain, seq, at_us, actor_id, act, object_kind, object_id, object_version, to_state,"
        f" payload, prev, hash) SELECT chain, {last + 1}, at_us, actor_id, act, object_kind, object_id, object_version,"
        f" to_state, payload, hash, sha256('x') FROM casework_logentry WHERE chain = '{case.pk}' AND seq = {last}",
    )
    found = list(verification.problems())
    assert f"chain {case.pk}, entry {last + 1}: was changed after it was written" in found
    assert f"chain {case.pk}: ends at entry {last + 1}, but its head says {last}" in found


def test_an_erased_chain_is_named(case: Case, fresh_database: str) -> None:
    _behind_the_log(
        fresh_database,
        f"DELETE FROM casework_logentry WHERE chain = '{case.pk}'; DELETE FROM casework_chainhead WHERE chain = '{case.pk}'",
    )
    assert f"case {case.pk}: is open, and the log does not know it" in list(verification.problems())


def test_a_state_changed_behind_the_log_is_named(case: Case, fresh_database: str) -> None:
    _behind_the_log(
        fresh_database,
        f"ALTER TABLE casework_case DISABLE TRIGGER ALL; UPDATE casework_case SET state = 'closed' WHERE id = '{case.pk}'",
    )
    expected = f"case {case.pk}: is closed (version {case.version}), and the log says open (version {case.version})"
    assert any(fault.startswith(expected.split(" (version", maxsplit=1)[0]) for fault in verification.problems())


def test_the_command_says_so_and_fails(case: Case, fresh_database: str, capsys: pytest.CaptureFixture[str]) -> None:
    _behind_the_log(fresh_database, f"DELETE FROM casework_logentry WHERE chain = '{case.pk}' AND seq = 3")
    with pytest.raises(SystemExit):
        call_command("verify_log")
    assert "1 entries before it are missing" in capsys.readouterr().out


def _behind_the_log(database: str, statement: str) -> None:
    """Do as somebody could who owns the database and switches its triggers off."""
    with as_owner(database) as owner:
        owner.execute(UNLOCKED + statement)
