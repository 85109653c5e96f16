"""Several people at the same moment, each with a connection of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from casework.refusals import Blocked, Outdated
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.makers.cast import make_cast
from tests.makers.chronology import a_chronology, a_csv, a_read_file, again, an_entry


def all_at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What comes of deeds that begin at the same moment: their result, or the refusal."""
    start = threading.Barrier(len(deeds))
    outcomes: list[Any] = [None] * len(deeds)

    def do(place: int, deed: Callable[[], Any]) -> None:
        start.wait(10)
        try:
            outcomes[place] = deed()
        except (Blocked, Outdated) as refusal:
            outcomes[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


def test_of_two_who_change_one_entry_one_is_told_and_nothing_is_lost(fresh_database: str) -> None:
    cast = make_cast()
    entry = an_entry(a_chronology(cast), cast.lead, event="As it was.")
    texts = [f"As person {number} has it." for number in range(6)]
    outcomes = all_at_once(
        *(lambda text=text: workflow.change_entry(entry, version=1, by=cast.lead, event=text) for text in texts)
    )
    changed = [each for each in outcomes if isinstance(each, Entry)]
    told = [each for each in outcomes if isinstance(each, Outdated)]
    assert (len(changed), len(told)) == (1, 5)
    stands = Entry.objects.get()
    assert {each.theirs for each in told} == {f"Event: {stands.event}"}
    assert {each.yours.removeprefix("Event: ") for each in told} | {stands.event} == set(texts)
    assert stands.versions.get().written["event"] == "As it was."


def test_entries_written_at_once_all_stand_under_their_own_number(fresh_database: str) -> None:
    cast = make_cast()
    chronology = a_chronology(cast)
    all_at_once(*(lambda: an_entry(chronology, cast.lead) for _ in range(6)))
    assert sorted(Entry.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert (again(chronology).entry_count, again(chronology).last_number) == (6, 6)


def test_a_file_that_is_answered_six_times_at_once_is_taken_in_once(fresh_database: str) -> None:
    cast = make_cast()
    chronology = a_chronology(cast)
    file = a_read_file(chronology, cast.lead, a_csv(*([day] for day in range(30))))
    outcomes = all_at_once(*(lambda: workflow.apply_import(file, by=cast.lead) for _ in range(6)))
    assert sum(isinstance(each, ImportFile) for each in outcomes) == 1
    assert {tuple(each.sentences) for each in outcomes if isinstance(each, Blocked)} == {
        ("The file is not waiting for an answer. It is: taken in.",)
    }
    assert (Entry.objects.count(), again(chronology).entry_count) == (30, 30)


def test_one_file_called_for_by_four_workers_is_read_by_one(fresh_database: str) -> None:
    cast = make_cast()
    file = workflow.import_file(a_chronology(cast), filename="a.csv", data=a_csv([0], [1]), by=cast.lead)
    all_at_once(*(lambda: workflow.read_file(ImportFile.objects.get(pk=file.pk)) for _ in range(4)))
    file.refresh_from_db()
    assert (file.stage, file.attempts, file.rows.count()) == ("read", 1, 2)


def test_an_agency_has_one_chronology_of_a_case(fresh_database: str) -> None:
    cast = make_cast()
    case = a_chronology(cast).case
    agency = cast.agencies["health"]
    all_at_once(*(lambda: workflow.open_chronology(case, agency, by=cast.manager, following=case) for _ in range(4)))
    assert Chronology.objects.filter(case=case, agency=agency).count() == 1
