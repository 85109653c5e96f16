"""An installation that was written in bulk is as sound as the one it was copied from, and its pages cost as many queries."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import psycopg
import pytest

from bench.databases import environment, url_of
from bench.figures import FLOOR
from bench.generate import Size, generate, size_of
from bench.places import Addresses, pages_of
from bench.rounds import figures_of, in_turns
from bench.serving import served
from casework import access, verification
from tests.makers import chronology, referrals, reviews
from tests.makers.cast import PASSWORD, make_cast

WANTED = Size(boards=3, cases=8, people=30, entries=15)


@pytest.fixture
def grown(fresh_database: str) -> list[str]:
    """A board with two cases and a draft, and two copies of it, of which the second has more cases; their prefixes."""
    cast = make_cast()
    chronology.a_shared_chronology(cast, case=reviews.a_case(cast), entries=3)
    referrals.submitted(cast)
    referrals.a_draft(cast)
    with psycopg.connect(url_of(fresh_database, owner=True), autocommit=True) as owner:
        copies = generate(owner, WANTED, prefix="TSCB")
        assert size_of(owner) == Size(boards=3, cases=8, people=34, entries=15)
    return ["TSCB", *copies]


def test_a_grown_installation_is_sound_and_costs_no_more_queries(grown: list[str], fresh_database: str) -> None:
    assert grown == ["TSCB", "TSCBAA", "TSCBAB"]
    assert list(access.check()) == []
    assert list(verification.problems()) == []
    with ExitStack() as meanwhile:
        web = meanwhile.enter_context(served(fresh_database, SECOND_FACTOR_REQUIRED="0"))
        boards = {each: pages_of(web.url, Addresses.of("default", each), PASSWORD) for each in grown}
        places = {each: meanwhile.enter_context(pages) for each, pages in boards.items()}
        figures = figures_of(places, in_turns(places, 3))
    queries: dict[str, Any] = {}
    for each in figures:
        queries.setdefault(each.page, set()).add(each.queries)
    assert queries.pop(FLOOR) == {3}
    assert all(len(counts) == 1 and max(counts) <= 20 for counts in queries.values()), queries
    assert all(each.times > 0 for each in figures)
    assert list(verification.problems()) == []


def test_a_process_of_the_bench_works_on_its_own_database(fresh_database: str) -> None:
    with psycopg.connect(environment(fresh_database)["DATABASE_URL"]) as connection:
        assert connection.info.dbname == fresh_database
        assert connection.info.user != "chapter8_owner"
