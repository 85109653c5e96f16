"""The entry grid without a browser: rows that save themselves, a page of them saved at once, pasted rows, and undoing."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from chronology import grid, workflow
from chronology.models import Chronology, Entry
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_chronology, a_csv, again, an_entry
from tests.visiting import as_, questions, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept")]

ROW = {"when": "early March 2021", "at": "about 3pm", "source": "GP notes", "event": "Mother rang.", "child_seen": "no"}


@pytest.fixture(scope="module")
def cast(kept: None) -> Cast:
    return make_cast()


@pytest.fixture(scope="module")
def chronology(cast: Cast) -> Chronology:
    return a_chronology(cast)


@pytest.fixture
def lead(cast: Cast) -> Client:
    return as_(cast.lead)


def row(**different: str) -> dict[str, str]:
    return ROW | {"key": str(uuid4()), "version": "0"} | different


def of_page(number: int, fields: dict[str, str]) -> dict[str, str]:
    return {f"r{number}-{name}": value for name, value in fields.items()}


def standing(entry: Entry) -> dict[str, str]:
    """A row of the page as it stands."""
    drawn = grid.row_of(entry, "r0")
    return {name: drawn.values[name] for name in grid.COLUMNS} | {"key": str(entry.pk), "version": str(entry.version)}


def save(client: Client, chronology: Chronology, fields: dict[str, str]) -> Any:
    return client.post(at("chronology_save_row", chronology), fields)


def test_a_row_is_saved_as_an_entry_and_said_back(lead: Client, chronology: Chronology) -> None:
    answer = save(lead, chronology, row(action="Advised."))
    entry = Entry.objects.get()
    assert (entry.start, entry.end, entry.precision) == (date(2021, 3, 1), date(2021, 3, 10), "part_month")
    assert (entry.time, entry.time_precision, entry.action, entry.child_seen) == (time(15), "approx", "Advised.", "no")
    assert answer.json() == {
        "version": 1,
        "number": 1,
        "said": "about 15:00",
        "when": "",
        "more": at("entry_change", entry),
        "done": "Added entry 1.",
    }


def test_a_row_that_is_sent_twice_because_the_answer_was_lost_is_one_entry(lead: Client, chronology: Chronology) -> None:
    first = row()
    save(lead, chronology, first)
    assert save(lead, chronology, first).json()["done"] == ""
    assert save(lead, chronology, first | {"event": "Mother rang twice."}).json()["version"] == 2
    assert (Entry.objects.get().event, again(chronology).entry_count) == ("Mother rang twice.", 1)


def test_a_row_touches_only_what_it_carries(cast: Cast, lead: Client, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead, comment="My view.", is_significant=True, lines=[2], child_alone="yes")
    save(lead, chronology, standing(entry) | {"outcome": "None."})
    entry.refresh_from_db()
    assert (entry.outcome, entry.comment, entry.is_significant, entry.lines, entry.child_alone) == (
        *("None.", "My view.", True, [2]),
        "yes",
    )


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"when": "one day"}, {"when": "“one day” gives no date."}),
        ({"at": "25:99"}, {"at": "Enter a time, for example 22:14, about 9am or evening"}),
        ({"source": "", "event": " "}, {"source": "Enter the source", "event": "Enter what happened"}),
        (
            {"when": "2020/21"},
            {"when": "It is not said whether a school year or a financial year is meant. Choose what is meant"},
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_cell_and_nothing_is_kept(
    lead: Client, chronology: Chronology, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    answer = save(lead, chronology, row(**typed))
    assert (answer.status_code, answer.json()["wrong"]) == (422, wrong)
    assert not Entry.objects.exists()


def test_a_choice_settles_what_may_mean_two_things_and_stands_in_the_box_then(lead: Client, chronology: Chronology) -> None:
    answer = save(lead, chronology, row(when="2020/21", when_as="school year 2020/21")).json()
    assert (answer["when"], answer["said"]) == ("school year 2020/21", "1 Sep 2020 – 31 Aug 2021, about 15:00")


def test_two_people_in_one_row_and_neither_loses_a_word(cast: Cast, lead: Client, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead)
    opened = standing(entry)
    workflow.change_entry(entry, version=1, by=cast.lead, event="Mother at the door.")
    answer = save(lead, chronology, opened | {"event": "A man at the door."})
    assert answer.status_code == 409
    assert answer.json() == {
        "version": 2,
        "by": "Lead",
        "differing": [
            {
                "name": "event",
                "label": "Event",
                "theirs": "Mother at the door.",
                "yours": "A man at the door.",
                "value": "Mother at the door.",
            }
        ],
    }
    assert save(lead, chronology, opened | {"event": "A man at the door.", "version": "2"}).json()["version"] == 3
    assert [each.written["event"] for each in entry.versions.all()] == ["Mother at the door.", "Home visit, nobody in."]


def test_the_key_of_an_entry_elsewhere_reaches_nothing(cast: Cast, lead: Client, chronology: Chronology) -> None:
    theirs = an_entry(a_chronology(cast, "health", chronology.case), cast.people["health_lead"])
    save(lead, chronology, row(key=str(theirs.pk)))
    theirs.refresh_from_db()
    assert (theirs.event, chronology.entries.get().event) == ("Home visit, nobody in.", "Mother rang.")


def test_once_shared_a_row_is_refused_with_the_reason(cast: Cast, lead: Client, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead)
    workflow.share(again(chronology), by=cast.lead)
    answer = save(lead, chronology, row())
    assert answer.status_code == 409
    assert answer.json()["refused"][0].startswith("“Add an entry” is not possible now: the chronology is shared with the panel")


# --- without JavaScript ------------------------------------------------------------------------------------------------


def test_one_button_saves_what_was_typed_and_keeps_what_is_wrong(cast: Cast, lead: Client, chronology: Chronology) -> None:
    entry, untouched = an_entry(chronology, cast.lead), an_entry(chronology, cast.lead)
    sent = of_page(0, standing(entry) | {"event": "Otherwise."}) | of_page(1, standing(untouched))
    sent |= of_page(2, row()) | of_page(3, row(when="one day", event="Kept words.")) | of_page(4, {"key": str(uuid4())})
    page = lead.post(at("chronology_grid", chronology), sent)
    assert (page.status_code, page.context["wrong"]) == (200, [("#r3-when", "New row 4, date: “one day” gives no date.")])
    assert "Kept words." in page.content.decode()
    assert [(each.event, each.version) for each in Entry.objects.order_by("number")] == [
        ("Otherwise.", 2),
        ("Home visit, nobody in.", 1),
        ("Mother rang.", 1),
    ]


def test_a_page_that_was_opened_before_somebody_changed_a_row_leaves_it_alone(
    cast: Cast, lead: Client, chronology: Chronology
) -> None:
    entry = an_entry(chronology, cast.lead)
    sent = of_page(0, standing(entry))
    workflow.change_entry(entry, version=1, by=cast.lead, event="Mother at the door.")
    assert "Nothing was changed." in words(lead.post(at("chronology_grid", chronology), sent, follow=True))
    page = lead.post(at("chronology_grid", chronology), sent | {"r0-event": "A man at the door."})
    assert "Lead changed this meanwhile. It now says: “Mother at the door.”." in words(page)
    assert 'name="r0-version" data-field="version" value="2"' in page.content.decode()
    assert "A man at the door." in page.content.decode()


def test_every_word_of_a_row_is_escaped(cast: Cast, lead: Client, chronology: Chronology) -> None:
    hostile = "\"><script>x</script>'"
    an_entry(chronology, cast.lead, source=hostile, event=f"</textarea>{hostile}", persons=hostile, date_words=hostile)
    page = lead.get(at("chronology_grid", chronology)).content.decode()
    assert "<script>x" not in page
    assert "&lt;/textarea&gt;" in page


def test_a_page_of_the_grid_asks_as_many_questions_for_three_entries_as_for_sixty(
    cast: Cast, lead: Client, chronology: Chronology
) -> None:
    for day in (1, 2, 3):
        an_entry(chronology, cast.lead, on=date(2021, 3, day))
    few = questions(lead, at("chronology_grid", chronology))
    workflow.import_now(again(chronology), "more.csv", a_csv(*([day] for day in range(57))), cast.lead)
    assert len(questions(lead, at("chronology_grid", chronology))) == len(few) <= 20
    assert len(lead.get(at("chronology_grid", chronology) + "?page=1").context["rows"]) == 50 + grid.BLANK
    assert len(lead.get(at("chronology_grid", chronology)).context["rows"]) == 10 + grid.BLANK


# --- pasted ------------------------------------------------------------------------------------------------------------


def test_pasted_rows_follow_from_the_box_where_the_cursor_stands() -> None:
    rows = grid.pasted('3/4/2021\t9am\tLog\t"Visit,\nnobody in"\n4/4/2021\t\tLog\tCall\tMother\tY\n', "when", 5)
    assert [each.name for each in rows] == ["r5", "r6"]
    assert rows[0].values == {"when": "3/4/2021", "at": "9am", "source": "Log", "event": "Visit,\nnobody in"}
    assert rows[1].values == {"when": "4/4/2021", "source": "Log", "event": "Call", "persons": "Mother", "child_seen": "yes"}
    assert grid.pasted("Log\tCall\n", "source", 0)[0].values == {"source": "Log", "event": "Call"}


def test_pasted_headings_put_each_column_in_its_place() -> None:
    [pasted] = grid.pasted("Source\tDate\tAuthor’s comment\tChild seen\tEvent\nLog\t3/4/2021\tLate.\tmaybe\tCall\n", "when", 0)
    assert pasted.values == {
        "source": "Log",
        "when": "3/4/2021",
        "comment": "Late.",
        "child_seen": "not_recorded",
        "event": "Call",
    }
    assert pasted.errors == {"child_seen": "“maybe” says neither yes nor no. Choose an answer"}
    assert pasted.more == {"comment": "Late."}


@pytest.mark.parametrize(("words", "expected"), [("Key episode", "on"), ("Because nobody asked", None)])
def test_a_pasted_significance_marks_a_key_episode_as_an_import_does(words: str, expected: str | None) -> None:
    [pasted] = grid.pasted(f"Date\tSource\tEvent\tSignificance\n3/4/2021\tLog\tCall\t{words}\n", "when", 0)
    assert (pasted.more["significance"], pasted.more.get("is_significant")) == (words, expected)


def test_pasted_rows_come_back_as_boxes_and_nothing_is_kept(lead: Client, chronology: Chronology) -> None:
    answer = lead.post(at("chronology_paste", chronology), {"text": "3/4/2021\t\tLog\tCall", "at": "when", "first": "12"})
    assert 'name="r12-event"' in answer.content.decode()
    assert not Entry.objects.exists()


# --- several at once, and undoing ----------------------------------------------------------------------------------------


def test_ticked_rows_are_counted_changed_told_and_undone(cast: Cast, lead: Client, chronology: Chronology) -> None:
    entries = [an_entry(chronology, cast.lead, theme=theme) for theme in ("Neglect", "", "")]
    several = at("chronology_change_entries", chronology)
    sent: dict[str, Any] = {"tick": ["r0", "r1", "r2"]}
    for place, each in enumerate(entries):
        sent |= of_page(place, standing(each))
    page = lead.post(several, sent)
    assert "3 entries are chosen" in words(page)
    chosen = {"chosen": page.context["chosen"], "act": "change", "theme": "Neglect"}
    assert "2 of 3 would be changed; the others say so already." in words(lead.post(several, chosen | {"preview": "yes"}))
    workflow.change_entry(entries[0], version=1, by=cast.lead, event="Otherwise.")
    done = lead.post(several, chosen, follow=True)
    assert "Changed 2 entries." in words(done)
    assert "Left as they are: Entry 1 was changed meanwhile by Lead." in words(done)
    assert [each.theme for each in Entry.objects.order_by("number")] == ["Neglect"] * 3
    undone = lead.post(at("chronology_undo", chronology), follow=True)
    assert "Undone: changed 2 entries." in words(undone)
    assert [each.theme for each in Entry.objects.order_by("number")] == ["Neglect", "", ""]
    assert "There is nothing to undo." in words(lead.post(at("chronology_undo", chronology), follow=True))


def test_what_was_typed_on_the_page_is_saved_before_its_ticked_rows_are_changed(
    cast: Cast, lead: Client, chronology: Chronology
) -> None:
    entry = an_entry(chronology, cast.lead)
    typed = of_page(0, standing(entry) | {"outcome": "None."}) | {"tick": "r0"}
    page = lead.post(at("chronology_change_entries", chronology), typed)
    entry.refresh_from_db()
    assert (entry.outcome, page.context["chosen"]) == ("None.", [f"{entry.pk}:2"])


def test_striking_several_out_asks_for_the_reason(cast: Cast, lead: Client, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead)
    chosen = {"chosen": f"{entry.pk}:1", "act": "strike"}
    asked = lead.post(at("chronology_change_entries", chronology), chosen)
    assert asked.context["form"].errors == {"reason": ["Enter the reason"]}
    lead.post(at("chronology_change_entries", chronology), chosen | {"reason": "Another child."})
    assert (Entry.objects.get().struck_because, again(chronology).entry_count) == ("Another child.", 0)
    lead.post(at("chronology_undo", chronology))
    assert again(chronology).entry_count == 1


def test_nothing_is_undone_for_somebody_else(cast: Cast, lead: Client, chronology: Chronology) -> None:
    save(lead, chronology, row())
    fresh = as_(cast.lead).post(at("chronology_undo", chronology), follow=True)
    assert "There is nothing to undo." in words(fresh)
    assert as_(cast.colleague).post(at("chronology_undo", chronology)).status_code == 404
