"""The chronology's pages as people meet them, without a browser."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.models import LogEntry
from chronology import keeping, workflow
from chronology.models import Chronology, Entry, ImportFile, PersonKey
from tests.chronology.visiting import at
from tests.makers.cast import Cast
from tests.makers.chronology import a_case_with_a_period, a_chronology, a_csv, a_read_file, a_shared_chronology, again, an_entry
from tests.visiting import as_, words

pytestmark = pytest.mark.django_db


TYPED = {
    "when": "early March 2021",
    "at": "about 9am",
    "source": "Contact log",
    "event": "Called at the home.\r\nNobody in.",
    "child_seen": "no",
    "child_alone": "not_applicable",
    "line_of_enquiry": "2, 4",
    "is_significant": "on",
}


def test_an_entry_is_written_as_people_say_dates(cast: Cast, chronology: Chronology) -> None:
    answer = as_(cast.lead).post(at("chronology_add_entry", chronology), TYPED)
    assert (answer.status_code, answer["Location"]) == (302, chronology.get_absolute_url())
    entry = Entry.objects.get()
    assert (entry.start, entry.end, entry.precision) == (date(2021, 3, 1), date(2021, 3, 10), "part_month")
    assert (entry.time, entry.time_precision, entry.when, entry.hour) == (time(9), "approx", "early March 2021", "about 09:00")
    assert (entry.date_words, entry.event, entry.lines, entry.is_significant) == (
        "early March 2021",
        "Called at the home.\r\nNobody in.",
        [2, 4],
        True,
    )
    assert (again(chronology).entry_count, entry.number) == (1, 1)


def test_save_and_add_another_opens_an_empty_form(cast: Cast, chronology: Chronology) -> None:
    answer = as_(cast.lead).post(at("chronology_add_entry", chronology), TYPED | {"another": "yes"}, follow=True)
    assert answer.redirect_chain == [(at("chronology_add_entry", chronology), 302)]
    assert "Entry 1 was added." in answer.content.decode()
    assert answer.context["form"]["event"].value() is None


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"when": ""}, "when", "Enter when it happened, as exactly as is known"),
        ({"when": "one day"}, "when", "“one day” gives no date."),
        ({"when": "31/2/2021"}, "when", "There is no 31 Feb 2021."),
        ({"when": "1/1/2199"}, "when", "The date must be today or in the past"),
        ({"at": "25:99"}, "at", "Enter a time, for example 22:14, about 9am or evening"),
        ({"source": " "}, "source", "Enter the source"),
        ({"event": ""}, "event", "Enter what happened"),
    ],
)
def test_what_cannot_be_understood_is_asked_for_and_nothing_is_lost(
    cast: Cast, chronology: Chronology, typed: dict[str, str], field: str, sentence: str
) -> None:
    answer = as_(cast.lead).post(at("chronology_add_entry", chronology), TYPED | typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {field: [sentence]}
    assert answer.context["form"]["line_of_enquiry"].value() == "2, 4"
    assert not Entry.objects.exists()


def test_a_date_that_may_mean_two_things_is_asked_about_and_the_choice_is_kept(cast: Cast, chronology: Chronology) -> None:
    client = as_(cast.lead)
    asked = client.post(at("chronology_add_entry", chronology), TYPED | {"when": "2020/21"})
    assert asked.context["form"].errors["when"] == [
        "It is not said whether a school year or a financial year is meant. Choose what is meant"
    ]
    assert "from 1 September 2020 to 31 August 2021" in words(asked)
    assert 'value="school year 2020/21"' in asked.content.decode()
    client.post(at("chronology_add_entry", chronology), TYPED | {"when": "2020/21", "when_as": "school year 2020/21"})
    entry = Entry.objects.get()
    assert (entry.start, entry.end, entry.date_words) == (date(2020, 9, 1), date(2021, 8, 31), "school year 2020/21")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            {"when": "early March 2021", "at": "about 3pm"},
            "Understood: between 1 and 10 March 2021, early in the month, about 15:00",
        ),
        ({"when": "3/4/2021 at 9pm"}, "Understood: Saturday 3 April 2021, 21:00"),
        ({"when": "yesterday"}, "“yesterday” depends on the day of writing. Enter the date itself"),
        (
            {"when": "3/4/2021", "at": "25:99"},
            "Understood: Saturday 3 April 2021 Enter a time, for example 22:14, about 9am or evening",
        ),
        ({"at": "evening"}, "evening"),
        ({}, ""),
    ],
)
def test_what_is_typed_of_a_date_is_said_back_and_nothing_is_kept(
    cast: Cast, chronology: Chronology, typed: dict[str, str], said: str
) -> None:
    logged = LogEntry.objects.count()
    answer = as_(cast.lead).post(at("chronology_read_date", chronology), typed)
    assert (answer.status_code, words(answer).strip()) == (200, said)
    assert LogEntry.objects.count() == logged


def test_boxes_offer_what_this_agency_has_written_and_nothing_of_another(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead, source="GP notes", persons="Mother, Child A")
    an_entry(chronology, cast.lead, source="GP notes", persons="Child A and MGM")
    other = a_chronology(cast, "health", chronology.case)
    an_entry(other, cast.people["health_lead"], source="Ward notes", persons="Uncle")
    lists = as_(cast.lead).get(at("chronology_add_entry", chronology)).context["lists"]
    assert (lists["source"], lists["persons"]) == (["GP notes"], ["Child A", "MGM", "Mother"])


def test_boxes_offer_the_codes_that_the_agency_may_use_before_its_own_words(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead, persons="Child A, Neighbour")
    other = a_chronology(cast, "health", chronology.case)
    key = PersonKey.objects.get(case=chronology.case)
    told = {"kind": "child", "role": "", "is_told": True, "name": "Ada Quill"}
    keeping.add_people(key, [told | {"code": "Child A"}, told | {"code": "Mother", "is_told": False}], by=cast.manager)
    keeping.add_people(key, [told | {"code": "HV1", "kind": "professional"}], by=cast.lead, chronology=chronology)
    keeping.add_people(key, [told | {"code": "Uncle"}], by=cast.people["health_lead"], chronology=other)
    lists = as_(cast.lead).get(at("chronology_add_entry", chronology)).context["lists"]
    assert (lists["persons"], lists["professional"]) == (["Child A", "Neighbour"], ["HV1"])


def test_an_entry_that_was_taken_from_a_file_is_changed_without_touching_what_was_not_changed(
    cast: Cast, chronology: Chronology
) -> None:
    """Month-first dates, line breaks in a one-line box: the form hands back what it was given."""
    data = b'Date,Source,Event,People\n03/25/2021,"Call\nlog",Told housing.,"Mother\nSW1"\n04/30/2021,Log,Moved.,\n'
    workflow.import_now(chronology, "housing.csv", data, cast.lead)
    entry = Entry.objects.get(number=1)
    assert (entry.start, entry.source, entry.persons) == (date(2021, 3, 25), "Call\nlog", "Mother\nSW1")
    before = entry.as_written()

    client = as_(cast.lead)
    form = client.get(at("entry_change", entry)).context["form"]
    typed = {bound.name: one_line(bound.value()) for bound in form if bound.value() not in (None, False)}
    client.post(at("entry_change", entry), typed | {"version": "1", "outcome": "Rehoused."})
    entry.refresh_from_db()
    assert entry.as_written() == before | {"outcome": "Rehoused."}
    assert entry.version == 2


def one_line(value: Any) -> Any:
    return value.replace("\n", " ") if isinstance(value, str) else value


def test_two_people_change_one_entry_and_neither_loses_a_word(cast: Cast, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead)
    workflow.change_entry(entry, version=1, by=cast.lead, event="Visit: mother at the door.")
    typed = TYPED | {"when": "04/03/2021", "event": "Visit: a man at the door.", "version": "1"}
    client = as_(cast.lead)
    answer = client.post(at("entry_change", entry), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Visit: mother at the door." in page
    assert "Visit: a man at the door." in page
    assert 'name="version" value="2"' in page
    entry.refresh_from_db()
    assert entry.event == "Visit: mother at the door."

    assert client.post(at("entry_change", entry), typed | {"version": "2"}).status_code == 302
    entry.refresh_from_db()
    assert (entry.event, entry.version) == ("Visit: a man at the door.", 3)
    kept = list(entry.versions.order_by("version").values_list("version", "written__event"))
    assert kept == [(1, "Home visit, nobody in."), (2, "Visit: mother at the door.")]
    assert "Home visit, nobody in." in client.get(entry.get_absolute_url()).content.decode()


def test_an_entry_is_struck_out_and_restored_and_stays_on_record(cast: Cast, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead)
    client = as_(cast.lead)
    assert client.post(at("entry_remove", entry), {"reason": ""}).context["form"].errors == {"reason": ["Enter the reason"]}
    assert client.post(at("entry_remove", entry), {"reason": "Another child."}).status_code == 302
    assert again(chronology).entry_count == 0
    assert "Home visit" not in client.get(at("case_chronology", chronology.case)).content.decode()
    assert "Another child." in client.get(at("chronology_struck", chronology)).content.decode()
    assert "Another child." in client.get(entry.get_absolute_url()).content.decode()
    refused = client.post(at("entry_change", entry), TYPED | {"version": "2"})
    assert (refused.status_code, "Restore it first" in refused.content.decode()) == (409, True)
    assert client.post(at("entry_restore", entry)).status_code == 302
    assert again(chronology).entry_count == 1


def test_a_file_is_sent_read_answered_and_taken_in(cast: Cast, chronology: Chronology) -> None:
    client = as_(cast.lead)
    data = a_csv([0, "First", "Yes"], [1, "", ""], [2, "Third, 24:00", "maybe"])
    sent = client.post(at("chronology_import_file", chronology), {"file": SimpleUploadedFile("police.csv", data)})
    file = ImportFile.objects.get()
    assert (sent.status_code, sent["Location"], file.stage) == (302, file.get_absolute_url(), "waiting")
    waiting = client.get(file.get_absolute_url()).content.decode()
    assert "Reading begins in a moment" in waiting
    assert "<progress" in waiting

    workflow.read_file(file)
    page = client.get(file.get_absolute_url())
    text = page.content.decode()
    assert page.context["counts"] == [
        ("taken", "New", 1),
        ("question", "New, with a question", 1),
        ("changed", "Changed", 0),
        ("gone", "Gone from the file", 0),
        ("outside", "Held aside: outside the period", 0),
        ("refused", "Not taken", 1),
        ("duplicate", "Already there", 0),
    ]
    assert "The row has a date, but tells nothing." in text
    refused = client.get(file.get_absolute_url() + "?status=refused")
    assert [row.place_words for row in refused.context["page"]] == ["line 3"]
    assert not Entry.objects.exists()

    taken = client.post(at("import_apply", file), follow=True)
    assert "2 entries were taken in." in taken.content.decode()
    assert [entry.event for entry in Entry.objects.by_time()] == ["First", "Third, 24:00"]
    again_pressed = client.post(at("import_apply", file))
    assert again_pressed.status_code == 409
    assert "The file is not waiting for an answer. It is: taken in." in again_pressed.content.decode()


def test_what_the_gate_refuses_is_said_beside_the_field(cast: Cast, chronology: Chronology) -> None:
    answer = as_(cast.lead).post(
        at("chronology_import_file", chronology), {"file": SimpleUploadedFile("chronology.xlsx", b"MZ\x90\x00" + b"\0" * 200)}
    )
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["file"]
    assert not ImportFile.objects.exists()


def test_the_mapping_is_put_right_and_the_file_read_again(cast: Cast, chronology: Chronology) -> None:
    data = b"Date,Source,Event,Note\n01/02/2021,Log,Visit,Mother said no\n"
    file = a_read_file(chronology, cast.lead, data)
    client = as_(cast.lead)
    form = client.get(at("import_columns", file)).context["form"]
    headers = [column["header"] for column, _ in form.rows()]
    assert headers == ["Date", "Source", "Event", "Note"]
    typed = {f"column_{number}": meaning for number, meaning in enumerate(["date", "source", "event", "child_views"])}
    answer = client.post(at("import_columns", file), typed | {"date_order": "MDY"})
    assert (answer.status_code, answer["Location"]) == (302, file.get_absolute_url())
    workflow.read_file(ImportFile.objects.get())
    client.post(at("import_apply", file))
    entry = Entry.objects.get()
    assert (entry.start, entry.child_views, entry.comment) == (date(2021, 1, 2), "Mother said no", "")


def test_a_file_set_aside_leaves_nothing_and_can_be_read_again(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, a_csv([0]))
    client = as_(cast.lead)
    assert client.post(at("import_set_aside", file)).status_code == 302
    assert not Entry.objects.exists()
    assert client.post(at("import_apply", file)).status_code == 409
    assert client.post(at("import_read_again", file)).status_code == 302
    workflow.read_file(ImportFile.objects.get())
    assert client.post(at("import_apply", file)).status_code == 302
    assert Entry.objects.count() == 1


def test_a_file_of_which_nothing_can_be_taken_says_what_became_of_its_rows(cast: Cast) -> None:
    chronology = a_chronology(cast, case=a_case_with_a_period(cast))
    data = b"Date,Source,Event\n31/05/2019,Log,Before\n30/05/2019,Log,Earlier\n31/02/2020,Log,Never\n"
    file = a_read_file(chronology, cast.lead, data)
    held = "2 rows lie outside the period under review, one row cannot be taken as it stands."
    client = as_(cast.lead)
    assert f"No row becomes an entry: {held}" in client.get(file.get_absolute_url()).content.decode()
    closed = client.post(at("import_apply", file), follow=True)
    assert f"Nothing was taken in: {held}" in closed.content.decode()


def test_a_file_that_was_taken_before_says_that_everything_is_there(cast: Cast, chronology: Chronology) -> None:
    workflow.import_now(chronology, "log.csv", a_csv([0]), cast.lead)
    file = a_read_file(chronology, cast.lead, a_csv([0]))
    page = as_(cast.lead).get(file.get_absolute_url()).content.decode()
    assert "No row becomes an entry: everything in this file is in the chronology already." in page


def test_a_file_waits_in_my_work_until_it_is_answered(cast: Cast, chronology: Chronology) -> None:
    file = a_read_file(chronology, cast.lead, a_csv([0]))
    client = as_(cast.lead)
    assert "Answer the file that was imported" in client.get("/").content.decode()
    answer = client.get(at("chronology_apply_import", chronology))
    assert answer["Location"] == file.get_absolute_url()
    client.post(at("import_apply", file))
    assert "Answer the file that was imported" not in client.get("/").content.decode()


def test_sharing_shows_it_to_the_panel_with_its_number(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead, event="Neighbour heard shouting.")
    client = as_(cast.lead)
    assert "Share this chronology with the panel?" in client.get(at("chronology_share", chronology)).content.decode()
    assert client.post(at("chronology_share", chronology)).status_code == 302
    seen = as_(cast.panel_member).get(at("case_chronology", chronology.case)).content.decode()
    assert "Neighbour heard shouting." in seen
    assert "1 entry from 1 agency" in seen
    assert client.get(at("chronology_add_entry", chronology)).status_code == 200
    assert client.post(at("chronology_add_entry", chronology), TYPED).status_code == 409
    manager = as_(cast.manager)
    assert manager.post(at("chronology_unshare", chronology)).status_code == 302
    assert "Neighbour" not in manager.get(at("case_chronology", chronology.case)).content.decode()


def test_every_page_is_logged_before_it_is_shown(cast: Cast) -> None:
    chronology = a_shared_chronology(cast)
    entry = Entry.objects.get()
    client = as_(cast.panel_member)
    for url in (at("case_chronology", chronology.case), chronology.get_absolute_url(), entry.get_absolute_url()):
        before = LogEntry.objects.filter(actor_id=cast.panel_member.pk).count()
        assert client.get(url).status_code == 200
        assert LogEntry.objects.filter(actor_id=cast.panel_member.pk).count() == before + 1


def test_titles_and_addresses_name_nothing_but_the_reference(cast: Cast) -> None:
    chronology = a_shared_chronology(cast)
    entry = Entry.objects.get()
    client = as_(cast.lead)
    for url in (at("case_chronology", chronology.case), chronology.get_absolute_url(), entry.get_absolute_url()):
        title = re.search(r"<title>(.*?)</title>", client.get(url).content.decode())
        assert title is not None
        assert "Police" not in title[1]
        assert "Child A" not in title[1]
        assert chronology.case.reference in title[1]
