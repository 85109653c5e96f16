"""Statements that are written once answer as the querysets they are written from, for every value and on every connection."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, Role
from casework import access
from casework.statements import AnyOf, NotOpen, Part, Statement, rows_of, statement
from frameworks import clock
from tests.makers.cast import Cast, make_cast


@statement
def held(person: Any, day: Any) -> Any:
    return Role.objects.current(day).filter(person=person).select_related("person__agency").order_by("role")


@statement
def called(ids: Any) -> Any:
    return Agency.objects.filter(pk=AnyOf(ids)).exclude(name__endswith="% of 'nobody'").values_list("pk", "name")


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def test_it_answers_as_the_queryset_does_for_each_value(cast: Cast) -> None:
    today = clock.today()
    for person in (cast.manager, cast.chair, cast.manager):
        roles = held(person.pk, today)
        assert roles == list(Role.objects.current(today).filter(person=person).order_by("role"))
        assert held(person.pk, today - timedelta(days=1_000)) == []
        with CaptureQueriesContext(connection) as asked:
            assert {role.person.agency for role in roles} == {person.agency}
        assert len(asked) == 0


def test_several_values_none_and_words_of_its_own(cast: Cast) -> None:
    some = [(each.pk, each.name) for each in Agency.objects.all()[:2]]
    assert called([pk for pk, _ in some]) == some
    assert called([]) == []


@statement
def by_name(words: Any) -> Any:
    return Agency.objects.filter(name__icontains=words).order_by("name").values_list("name", flat=True)


@statement
def part_of_all(first: Any, many: Any) -> Any:
    return Agency.objects.filter(pk=Part(Agency.objects.order_by("-name").values("pk"), first, many)).order_by("name")


def test_it_is_counted_and_given_in_parts(cast: Cast) -> None:
    every = list(Agency.objects.order_by("name").values_list("name", flat=True))
    assert by_name("") == every
    assert (by_name.count(""), by_name.part(1, 2, "")) == (len(every), every[1:3])
    assert [each.name for each in part_of_all(1, 2)] == every[-3:-1]
    assert by_name("%") == by_name.part(len(every), 1, "") == []


def test_one_that_is_planned_anew_answers_the_same(cast: Cast) -> None:
    anew = Statement(by_name.asks, is_planned_anew=True)
    assert anew("a") == by_name("a") != []


def test_it_is_one_query_like_any_other(cast: Cast) -> None:
    held(cast.manager.pk, clock.today())
    with CaptureQueriesContext(connection) as asked:
        held(cast.manager.pk, clock.today())
    assert len(asked) == 1


def test_a_role_that_begins_is_seen_at_once(cast: Cast) -> None:
    before = access.roles_of(cast.manager)
    Role.objects.filter(person=cast.manager).update(until_on=clock.today())
    access.forget_groups(cast.manager)
    assert before != []
    assert access.roles_of(cast.manager) == []


def test_a_value_that_would_be_the_same_for_ever_is_refused(cast: Cast) -> None:
    @statement
    def frozen() -> Any:
        return Role.objects.current(clock.today())

    with pytest.raises(NotOpen):
        frozen()


def test_a_thread_asks_on_its_own_connection(cast: Cast) -> None:
    found: list[Any] = []

    def ask() -> None:
        found.extend([rows_of("SELECT pg_backend_pid()", []), held(cast.manager.pk, clock.today())])
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert found[0] != rows_of("SELECT pg_backend_pid()", [])
    assert found[1] == []  # this test's cast is not yet committed


def test_what_was_undone_leaves_prepared_what_was_asked(cast: Cast) -> None:
    def prepared() -> int:
        [(count,)] = rows_of("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%never undone%"])
        return count

    with transaction.atomic():
        rows_of("SELECT 'never undone'", [])
        transaction.set_rollback(True)
    assert prepared() == 1
