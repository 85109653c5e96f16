"""The ground on which all other tests stand: whose role they run in and what they leave behind."""

import psycopg
import pytest
from django.db import DatabaseError, connection

from tests.database import as_owner


@pytest.mark.django_db
def test_runs_in_the_role_of_the_application():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("chapter8", False)


@pytest.mark.django_db
def test_application_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = 'chapter8')")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE stray (n int)", "ALTER TABLE django_session ADD COLUMN n int", "DROP TABLE django_session"],
)
def test_application_cannot_change_tables(statement):
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_what_is_prepared_is_planned_once():
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        assert cursor.fetchone() == ("force_generic_plan",)


def test_a_fresh_database_is_apart_and_committed(fresh_database):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_session VALUES ('a', 'b', now())")
    with as_owner(fresh_database) as owner:
        assert owner.execute("SELECT session_key FROM django_session").fetchall() == [("a",)]


def test_a_fresh_database_is_empty_again(fresh_database):
    with as_owner(fresh_database) as owner:
        assert owner.execute("SELECT count(*) FROM django_session").fetchone() == (0,)


def test_embedded_database_does_not_listen_on_the_network():
    with as_owner() as owner:
        if owner.info.host.startswith("/"):
            assert owner.execute("SHOW listen_addresses").fetchone() == ("",)
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(host="127.0.0.1", user="chapter8", dbname="chapter8", connect_timeout=2)
