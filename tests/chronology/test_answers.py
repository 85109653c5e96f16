"""Questions about rows: answered one by one or many at once, kept when the file is read again."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from casework.refusals import Blocked
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile, ImportRow, RememberedColumns
from tests.chronology.visiting import at
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_case_with_a_period, a_chronology, a_read_file, again
from tests.visiting import MOST_QUERIES, as_, questions

pytestmark = pytest.mark.django_db
MESSY = b"""Date,Time,Source,Event
03/04/2021,,Log,Visit.
Tue 06/05/2021,,Log,Asked about the bruise.
12/05/2021,24:00,Log,Crew called.
31/11/2021,,Log,Review meeting.
,,Log,Undated note.
31/05/2018,,Log,Before the period.
14/05/2021,,Log,
"""


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    return make_cast().keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast) -> Cast:
    return world.again()


@pytest.fixture
def file(cast: Cast) -> ImportFile:
    return a_read_file(a_chronology(cast, case=a_case_with_a_period(cast)), cast.lead, MESSY)


def url(file: ImportFile, ordinal: int) -> str:
    return ImportRow.objects.get(import_file=file, ordinal=ordinal).get_absolute_url()


def test_each_row_has_its_place(file: ImportFile) -> None:
    assert list(file.rows.values_list("status", "reason")) == [
        ("taken", ""),
        ("question", "weekday_differs"),
        ("question", "midnight"),
        ("refused", "impossible_date"),
        ("refused", "missing_date"),
        ("outside", "outside_period"),
        ("refused", "empty_event"),
    ]


def test_the_other_reading_of_a_date_is_chosen(cast: Cast, file: ImportFile) -> None:
    """6 May 2021 was a Thursday; with day and month exchanged it is the 5th of June."""
    client = as_(cast.lead)
    page = client.get(url(file, 2))
    assert [label for _, label in page.context["form"].fields["choice"].choices] == [
        "Take it in: 6 May 2021",
        "Take it in: 5 Jun 2021",
        "Take it in with another date or time, typed below",
        "Leave the row out",
    ]
    onwards = client.post(url(file, 2), {"choice": "exchanged", "next": "yes"})
    assert onwards["Location"] == url(file, 3)
    client.post(url(file, 3), {"choice": "night"})
    client.post(at("import_apply", file))
    taken = {entry.event: (entry.start, entry.time) for entry in Entry.objects.all()}
    assert taken == {
        "Visit.": (date(2021, 4, 3), None),
        "Asked about the bruise.": (date(2021, 6, 5), None),
        "Crew called.": (date(2021, 5, 13), time(0, 0)),
    }


def test_a_mark_that_says_neither_yes_nor_no_is_answered_as_one_of_them(cast: Cast) -> None:
    chronology = a_chronology(cast, case=a_case_with_a_period(cast))
    file = a_read_file(
        chronology, cast.lead, b"Date,Source,Event,Child seen\n3/4/2021,Log,Visit.,perhaps\n4/4/2021,Log,Call.,maybe\n"
    )
    client = as_(cast.lead)
    for ordinal, choice in ((1, "unseen"), (2, "read")):
        client.post(url(file, ordinal), {"choice": choice})
    client.post(at("import_apply", file))
    assert list(Entry.objects.order_by("number").values_list("child_seen", flat=True)) == ["no", "not_recorded"]


def test_refused_rows_are_mended_by_typing(cast: Cast, file: ImportFile) -> None:
    client = as_(cast.lead)
    wrong = client.post(url(file, 4), {"choice": "typed", "when": "31/11/2021"})
    assert list(wrong.context["form"].errors) == ["when"]
    assert "31/11/2021" in wrong.content.decode()
    client.post(url(file, 4), {"choice": "typed", "when": "early December 2021"})
    client.post(url(file, 5), {"choice": "typed", "when": "12/6/2021", "at": "about 9am"})
    client.post(url(file, 7), {"choice": "read", "event": "Telephone call, told by the duty officer."})
    client.post(at("import_apply", file))
    taken = {entry.event: (entry.when, entry.hour, entry.date_words) for entry in Entry.objects.all()}
    assert taken["Review meeting."] == ("early December 2021", "", "early December 2021")
    assert taken["Undated note."] == ("12 Jun 2021", "about 09:00", "12/6/2021")
    assert taken["Telephone call, told by the duty officer."][0] == "14 May 2021"
    assert Entry.objects.get(event="Review meeting.").raw["Date"] == "31/11/2021"


def test_a_row_outside_the_period_is_taken_in_only_with_a_reason(cast: Cast, file: ImportFile) -> None:
    with pytest.raises(Blocked, match="Say why rows outside the period are taken in"):
        workflow.answer_rows(file, by=cast.lead, decision="take", ordinals=[6])
    answer = as_(cast.lead).post(url(file, 6), {"choice": "read", "because": " "})
    assert list(answer.context["form"].errors) == ["because"]
    as_(cast.lead).post(at("import_answer", file), {"rows": "6", "decision": "take", "because": "Earliest sign of harm."})
    workflow.apply_import(file, by=cast.lead)
    assert Entry.objects.get(event="Before the period.").start == date(2018, 5, 31)
    assert file.rows.get(ordinal=6).answer == {"because": "Earliest sign of harm."}


def test_a_row_without_a_date_is_not_taken_as_it_is(cast: Cast, file: ImportFile) -> None:
    with pytest.raises(Blocked, match="only with a date that you type"):
        workflow.answer_rows(file, by=cast.lead, decision="take", status="refused")


def test_rows_are_left_out_many_at_once_and_stay_out(cast: Cast, file: ImportFile) -> None:
    workflow.answer_rows(file, by=cast.lead, decision="leave", status="question")
    workflow.apply_import(file, by=cast.lead)
    assert [entry.event for entry in Entry.objects.all()] == ["Visit."]
    second = a_read_file(again(file.chronology), cast.lead, MESSY, "sent again.csv")
    assert second.new_rows().count() == 0
    assert list(second.rows.filter(decision="leave").values_list("ordinal", flat=True)) == [2, 3]


def test_answers_are_kept_when_the_file_is_read_again(cast: Cast, file: ImportFile) -> None:
    client = as_(cast.lead)
    client.post(url(file, 2), {"choice": "exchanged"})
    client.post(url(file, 4), {"choice": "typed", "when": "30/11/2021"})
    client.post(url(file, 6), {"choice": "read", "because": "Earliest sign of harm."})
    before = list(file.rows.values_list("ordinal", "status", "decision", "answer", "answered_by"))
    workflow.read_again(file, by=cast.lead)
    file = workflow.read_file(ImportFile.objects.get())
    assert list(file.rows.values_list("ordinal", "status", "decision", "answer", "answered_by")) == before
    workflow.apply_import(file, by=cast.lead)
    assert Entry.objects.count() == 5


def test_a_mended_row_is_not_taken_twice(cast: Cast, file: ImportFile) -> None:
    as_(cast.lead).post(url(file, 4), {"choice": "typed", "when": "30/11/2021"})
    workflow.apply_import(file, by=cast.lead)
    before = list(Entry.objects.order_by("number").values())
    second = workflow.import_now(again(file.chronology), "again.csv", MESSY, cast.lead)
    assert list(Entry.objects.order_by("number").values()) == before
    assert second.rows.get(ordinal=4).status == "duplicate"


def test_two_rows_without_a_date_that_say_the_same_are_mended_apart(cast: Cast) -> None:
    chronology = a_chronology(cast, case=a_case_with_a_period(cast))
    file = a_read_file(chronology, cast.lead, b"Date,Source,Event\n,Log,Call.\n,Log,Call.\n2/3/2021,Log,Visit.\n")
    for row, when in zip(file.rows.filter(status="refused"), ("1/3/2021", "1/3/2021"), strict=True):
        workflow.put_row_right(row, by=cast.lead, **_typed(when))
    workflow.apply_import(file, by=cast.lead)
    assert Entry.objects.count() == 3


def _typed(when: str) -> dict[str, Any]:
    day = date(*(int(part) for part in reversed(when.split("/"))))
    return {"start": day, "end": day, "precision": "day", "date_words": when}


# --- columns that are remembered -----------------------------------------------------------------------------------

ODD = b"Date,Source,Event,Note\n01/02/2021,Log,Visit,Mother said no\n"
NEXT = b"Date,Source,Event,Note\n03/02/2021,Log,Call,Nothing said\n"


def put_right(client: Any, file: ImportFile, **typed: str) -> ImportFile:
    form = client.get(at("import_columns", file)).context["form"]
    body = {f"column_{number}": field.initial for number, (_, field) in enumerate(form.rows())}
    client.post(at("import_columns", file), body | {"column_2": "event", "column_3": "child_views", "date_order": "MDY"} | typed)
    return workflow.read_file(ImportFile.objects.get(pk=file.pk))


@pytest.fixture
def chronology(cast: Cast) -> Chronology:
    return a_chronology(cast, case=a_case_with_a_period(cast))


def test_what_was_put_right_is_remembered_for_the_agency_and_can_be_forgotten(cast: Cast, chronology: Chronology) -> None:
    client = as_(cast.lead)
    put_right(client, a_read_file(chronology, cast.lead, ODD), remember="on")
    second = a_read_file(again(chronology), cast.lead, NEXT, "next.csv")
    assert (second.tables[0]["columns"][3]["meaning"], second.read_order) == ("child_views", "MDY")
    assert second.tables[0]["columns"][3]["why"] == "as the agency put it right in an earlier file"
    page = client.get(second.get_absolute_url()).content.decode()
    assert "as the agency put them right for an earlier file" in page
    assert client.post(at("import_forget", second)).status_code == 302
    second = workflow.read_file(ImportFile.objects.get(pk=second.pk))
    assert (second.tables[0]["columns"][3]["meaning"], second.read_order) == ("event", "DMY")
    assert not RememberedColumns.objects.exists()


def test_it_is_not_remembered_unless_asked_nor_for_other_headings_nor_for_another_agency(
    cast: Cast, chronology: Chronology
) -> None:
    client = as_(cast.lead)
    put_right(client, a_read_file(chronology, cast.lead, ODD))
    assert not RememberedColumns.objects.exists()
    put_right(client, a_read_file(again(chronology), cast.lead, ODD, "again.csv"), remember="on")
    other = a_read_file(again(chronology), cast.lead, NEXT.replace(b"Source", b"Log entry"), "other.csv")
    assert other.remembered == []
    elsewhere = a_chronology(cast, "social_care", case=chronology.case)
    assert a_read_file(elsewhere, cast.colleague, NEXT).remembered == []


def test_no_heading_can_be_read_from_what_is_remembered(cast: Cast, chronology: Chronology) -> None:
    put_right(as_(cast.lead), a_read_file(chronology, cast.lead, ODD.replace(b"Note", b"Said by Ella Thornbury")), remember="on")
    kept = RememberedColumns.objects.get()
    assert "ella" not in f"{kept.headings}{kept.meanings}".lower()


def test_a_file_s_page_asks_as_many_questions_for_many_answered_rows_as_for_few(cast: Cast, file: ImportFile) -> None:
    client, page = as_(cast.lead), file.get_absolute_url()
    workflow.answer_rows(file, decision="take", by=cast.lead, ordinals=[1, 2])
    few = questions(client, page)
    chronology = again(file.chronology)
    workflow.set_aside(file, by=cast.lead)
    longer = MESSY + b"".join(b"%d/06/2021,%d:00,Log,Visit %d.\n" % (day, 8 + day % 9, day) for day in range(1, 31))
    many = a_read_file(chronology, cast.lead, longer, "longer.csv")
    workflow.answer_rows(many, decision="take", by=cast.lead, ordinals=[1, 2, *range(8, 38)])
    assert many.rows.filter(answered_by=cast.lead).count() == 32
    assert len(questions(client, many.get_absolute_url())) == len(few) <= MOST_QUERIES
