"""Headings, sections, titles, footers, and what the columns mean."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.reading import FileReport, Refused
from chronology.reading.files import read
from chronology.reading.vocabulary import MEANINGS, meaning_of
from tests.makers.files import HEADINGS, ROWS, csv, saved, word, workbook, xlsx

TODAY = dt.date(2026, 11, 22)


def read_rows(rows: list[list[str]], **more: object) -> FileReport:
    return read(csv(rows).encode(), "chronology.csv", today=TODAY, **more)


def events(report: FileReport) -> list[str]:
    return [row.texts.get("event", "") for row in report.rows]


@pytest.mark.parametrize(
    ("meaning", "headings"),
    [
        (
            "date",
            (
                "Date|Dates|Date of contact|Contact Date|Event date|Date of incident|Start date|Consultation date|DATE|Dte"
                "|Day|Seen on|Date (dd/mm/yyyy)|Case note date|Date of referral|Date of incident/contact"
            ),
        ),
        ("datetime", "Date/Time|Date & Time|Date and time|Timestamp"),
        ("end_date", "End date|Date to|Date ended"),
        ("time", "Time|Time of contact|Contact Time|Time (24hr)|Hrs|Arrival time|Entry time|Time (approx)"),
        ("known_on", "Date agency became aware|Date notified|Date of notification"),
        ("recorded_on", "Date recorded|Date Created|Entered on|Recording date|Logged|Created|Date record made"),
        ("source", "Source|Source of information|Source/Record|Evidence|Source document|Sorce"),
        ("agency", "Agency|Organisation|Service"),
        ("professional", "Professional involved|Staff member|Worker|Recorded by|Officer|By|Team member|Who wrote it|Done by"),
        ("person", "Person(s) concerned|Who was present|Family member|Name"),
        (
            "event",
            (
                "Event|What happened|Details|Description|Significant event|Summary of event|Narrative|Contact|Notes|Evnt"
                "|Carer note|Log|Details of event (including views of the child)"
            ),
        ),
        ("contact_type", "Contact Type|Type of contact|Nature of contact|Channel|How|Workflow step"),
        ("child_seen", "Child seen|Child seen? Y/N|Was the child seen?|Seen Y/N|Children seen|Amy seen"),
        ("child_alone", "Seen alone?|Was the child seen and spoken to alone?"),
        ("child_views", "Child's voice|Wishes and feelings|Views of the child"),
        ("action", "Action|Action taken|Response|Agency response|Decision made|Actions/Decisions|Next|Next step|To do"),
        ("outcome", "Outcome|Response/Outcome|Resolution|Result|Impact on child|Closing|Closed as|Disposition"),
        ("told", "Information shared with|Agencies informed|Who was informed"),
        ("standard", "Expected standard|Policy or procedure expected"),
        ("comment", "Author comment|Comments|Analysis|IMR author's comment|Reviewer|Learning"),
        ("line_of_enquiry", "Line of enquiry|KLOE|ToR|Key line of enquiry"),
        ("theme", "Theme|Practice issue|Factor"),
        ("significance", "Significance|Key episode|RAG|Priority|Level"),
        ("reference", "Ref|No.|Incident no|S/N|File reference|ID|Log no|CAD|Case"),
        ("ignored", "Date of birth|DOB|NHS number"),
        ("", "Query|Status|xyzzy|Waiting times|Next review date"),
    ],
)
def test_headings_by_their_words(meaning: str, headings: str) -> None:
    assert {heading: meaning_of(heading)[0] for heading in headings.split("|")} == dict.fromkeys(headings.split("|"), meaning)
    assert not meaning or meaning in MEANINGS


def test_cells_say_what_a_heading_leaves_open() -> None:
    """An incident's number is no narrative, an hour no kind of contact, and who was seen no person concerned."""
    text = "Incident|Date|Attended|Log|Child on scene seen|Seen by officers\n"
    text += "INC0001/2018|26/03/2018|15:40|Bicycle stolen from outside the flats, no suspects.|N|No\n"
    text += "INC0002/2018|27/03/2018|02:10|Verbal argument, both spoken to and advised.|Y|Yes\n"
    columns = read(text.encode(), "police.csv").columns
    meanings = ["reference", "date", "time", "event", "child_seen", "child_seen"]
    assert dict(columns) == dict(zip(text.splitlines()[0].split("|"), meanings, strict=True))


def test_cells_say_who_was_seen_when_it_was_and_where_it_was_written() -> None:
    text = "Case;Day;Logged;Ward;Case note;Saw her?;Officer note;Episode\n"
    text += "AB-0001;Mon;07.09.2018;North;Heavy black mould on the back bedroom wall, bedding wet.;Y;;E-17\n"
    text += "AB-0002;Tue;08.09.2018;South;Caretaker found the meter cupboard forced and the door open.;n/a;Late;E-18\n"
    text += "AB-0003;Wed;09.09.2018;North;Tenant rang about the boiler, children could be heard.;N;;E-21\n"
    columns = read(text.encode(), "homes.csv").columns
    meanings = ["reference", "ignored", "date", "source", "event", "child_seen", "comment", "reference"]
    assert dict(columns) == dict(zip(text.splitlines()[0].split(";"), meanings, strict=True))


def test_a_long_text_is_the_event_where_what_is_headed_so_holds_short_words() -> None:
    rows = [
        ["Date", "Event", "Discussion"],
        ["12/03/2021", "Visit", "They talked about the plan at length, and of what is next."],
    ]
    columns = read_rows(rows).columns
    assert (columns["Discussion"], columns["Event"]) == ("event", "source")


def test_titles_sections_repeated_headings_and_footers_are_set_aside() -> None:
    report = read_rows(
        [["Report"], ["Run 01/02/2023"], HEADINGS, ["2021"], ROWS[0], HEADINGS, ROWS[1], ["Page 2"], ROWS[2], ["Total: 3"]]
    )
    assert [(entry.at.line, entry.kind) for entry in report.aside] == [
        (1, "title"),
        (2, "title"),
        (4, "section"),
        (6, "header"),
        (8, "section"),
        (10, "footer"),
    ]
    assert events(report) == [row[3] for row in ROWS]


def test_headings_over_two_rows() -> None:
    book = workbook(
        ("S", [["Date", "Time", "Contact", "", "Outcome", "Child"], ["", "", "Source", "Event", "", "Seen?"], *ROWS]),
    )
    for merged in ("C1:D1", "A1:A2", "B1:B2", "E1:E2"):
        book["S"].merge_cells(merged)
    report = read(saved(book), "two.xlsx", today=TODAY)
    assert report.columns == {
        "Date": "date",
        "Time": "time",
        "Contact Source": "source",
        "Contact Event": "event",
        "Outcome": "outcome",
        "Child Seen?": "child_seen",
    }
    assert events(report) == [row[3] for row in ROWS]


def test_headings_wrapped_over_two_rows_without_merging() -> None:
    report = read_rows(
        [["Date of", "Time", "Source", "What", "Outcome", "Child"], ["contact", "", "", "happened", "", "seen? Y/N"], *ROWS]
    )
    assert list(report.columns) == ["Date of contact", "Time", "Source", "What happened", "Outcome", "Child seen? Y/N"]
    assert [row.child_seen for row in report.rows] == ["yes", "n/a", "no"]


def test_group_headings_above_whole_headings_are_a_title() -> None:
    book = workbook(("S", [["When", "", "What", "", "", "Child"], HEADINGS, *ROWS]))
    book["S"].merge_cells("A1:B1")
    book["S"].merge_cells("C1:E1")
    report = read(saved(book), "groups.xlsx", today=TODAY)
    assert list(report.columns) == HEADINGS
    assert [entry.kind for entry in report.aside] == ["title"]


def test_a_first_row_without_its_date_is_not_mistaken_for_headings() -> None:
    report = read_rows([HEADINGS, ["", "", "Email", "Telephone call to the school.", "", "N"], *ROWS])
    assert [row.reason for row in report.rows] == ["missing_date", None, None, None]


def test_the_date_comes_from_the_merged_cell_above() -> None:
    book = workbook(("S", [HEADINGS, *ROWS, ["", "11:00", "Phone", "Second call", "", "N"]]))
    book["S"].merge_cells("A4:A5")
    row = read(saved(book), "merged.xlsx", today=TODAY).rows[-1]
    assert (row.status, str(row.start), row.inherited) == ("taken", "2021-03-20", ("Date",))


def test_the_date_comes_from_the_line_across_the_table_and_is_asked_about() -> None:
    book = workbook(
        ("S", [HEADINGS, ["12 March 2021"], ["", "10:00", "Note", "First", "", ""], ["", "11:00", "Note", "Second", "", ""]])
    )
    book["S"].merge_cells("A2:F2")
    report = read(saved(book), "days.xlsx", today=TODAY)
    assert [(row.status, row.reason, str(row.start)) for row in report.rows] == [
        ("question", "date_from_section", "2021-03-12")
    ] * 2


def test_sheets_of_notes_and_lists_are_not_read() -> None:
    book = workbook(
        ("Chronology", [HEADINGS, *ROWS]),
        ("Notes", [["Author notes"], ["Date", "Query"], ["12/03/2021", "Second log not found"]]),
        ("Key dates", [["Date", "Event"], ["12/03/2021", "Referral"]]),
        ("Lists", [["Y"], ["N"]]),
    )
    book["Lists"].sheet_state = "hidden"
    report = read(saved(book), "sheets.xlsx", today=TODAY)
    assert {row.at.sheet for row in report.rows} == {"Chronology"}
    assert {(entry.at.sheet, entry.kind) for entry in report.aside} == {
        ("Notes", "not_a_chronology"),
        ("Key dates", "not_a_chronology"),
        ("Lists", "hidden_sheet"),
    }


def test_a_sheet_for_each_year_is_read() -> None:
    report = read(xlsx(("2020", [HEADINGS, ROWS[0]]), ("2021", [HEADINGS, *ROWS[1:]])), "years.xlsx", today=TODAY)
    assert [str(row.at) for row in report.rows] == ["sheet 2020, row 2", "sheet 2021, row 2", "sheet 2021, row 3"]


def test_hidden_sheets_are_read_when_asked_for() -> None:
    book = workbook(("Chronology", [HEADINGS, ROWS[0]]), ("Earlier", [HEADINGS, *ROWS[1:]]))
    book["Earlier"].sheet_state = "veryHidden"
    assert len(read(saved(book), "hidden.xlsx", today=TODAY).rows) == 1
    assert len(read(saved(book), "hidden.xlsx", today=TODAY, hidden_sheets=True).rows) == 3


def test_a_table_carried_on_without_headings_belongs_to_the_one_before() -> None:
    report = read(word([HEADINGS, ROWS[0]], ROWS[1:]), "pages.docx", today=TODAY)
    assert [str(row.at) for row in report.rows] == ["table 1, row 2", "table 2, row 1", "table 2, row 2"]


def test_no_headings_at_all() -> None:
    report = read_rows(ROWS)
    assert {column: meaning for column, meaning in report.columns.items() if meaning != "ignored"} == {
        "Column 1": "date",
        "Column 2": "time",
        "Column 4": "event",
    }
    assert events(report) == [row[3] for row in ROWS]


def test_headings_in_another_language_are_told_by_what_stands_below() -> None:
    report = read_rows(
        [
            ["Dyddiad", "Ffynhonnell", "Digwyddiad"],
            ["12/03/2021", "Nodyn", "Ymweliad cartref gan y gweithiwr."],
            ["13/03/2021", "E-bost", "Galwad gan yr ysgol am y plentyn."],
        ]
    )
    assert (report.columns["Dyddiad"], report.columns["Digwyddiad"]) == ("date", "event")


def test_headings_in_words_we_do_not_know_may_stand_under_a_title() -> None:
    report = read_rows(
        [
            ["Our little book, kept by us all", "", "", ""],
            ["Pryd", "Awr", "What we saw or heard", "Pwy"],
            ["12/03/2021", "9.15", "Came in without a coat, said there was no tea last night.", "Cook"],
            ["13/03/2021", "3.30", "Grandmother collected, was told of the mark on his arm.", "Cook"],
        ]
    )
    assert [report.columns[heading] for heading in ("Pryd", "Awr", "What we saw or heard")] == ["date", "time", "event"]


def test_a_person_corrects_the_meaning_of_columns() -> None:
    rows = [["Date", "Event", "Discussion"], ["12/03/2021", "Visit", "They talked about the plan at length."]]
    assert read_rows(rows).columns["Discussion"] == "ignored"
    corrected = read_rows(rows, mapping={"Event": "contact_type", "Discussion": "event"})
    assert events(corrected) == ["They talked about the plan at length."]
    with pytest.raises(ValueError, match="no such meaning: nonsense"):
        read_rows(rows, mapping={"Event": "nonsense"})


def test_the_date_of_the_event_is_preferred_to_the_date_of_recording() -> None:
    rows = [["Date entered", "Event date", "Summary"], ["15/03/2021", "12/03/2021", "Home visit by the worker."]]
    assert str(read_rows(rows).rows[0].start) == "2021-03-12"
    assert str(read_rows([row[:1] + row[2:] for row in rows]).rows[0].start) == "2021-03-15"


def test_a_date_of_birth_is_never_the_date() -> None:
    with pytest.raises(Refused, match="No table with a column of dates"):
        read_rows([["Name", "Date of birth", "Description"], ["A", "12/03/2011", "A child of the family."]])


def test_words_of_two_columns_with_one_meaning_stand_together() -> None:
    row = read_rows(
        [["Date", "Event", "Comment", "Analysis"], ["12/03/2021", "Home visit.", "Late.", "Should have been earlier."]]
    ).rows[0]
    assert row.texts["comment"] == "Late.\nShould have been earlier."
    assert row.raw == {"Date": "12/03/2021", "Event": "Home visit.", "Comment": "Late.", "Analysis": "Should have been earlier."}


def test_a_table_without_rows_says_so() -> None:
    report = read_rows([HEADINGS])
    assert (report.rows, report.remarks) == ((), ("The table has headings, but no rows.",))


def test_dates_that_excel_may_have_swapped_are_pointed_out() -> None:
    stored = [
        [dt.datetime.fromisoformat(f"2021-0{month}-0{2 * month - 1}"), "", "s", f"event {month}", "", ""] for month in range(1, 6)
    ]
    written = [[f"{day}/06/2021", "", "s", f"event on {day}", "", ""] for day in (13, 14, 25)]
    remarks = read(xlsx(("S", [HEADINGS, *stored, *written])), "swapped.xlsx", today=TODAY).remarks
    assert len(remarks) == 1
    assert remarks[0].startswith("Every date that Excel understood falls on the 1st to 12th")
