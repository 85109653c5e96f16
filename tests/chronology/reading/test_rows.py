"""What becomes of a row: taken, taken with a question, refused with a reason, or a double."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.reading import FileReport, Row
from chronology.reading.files import read
from tests.makers.files import HEADINGS, ROWS, csv

TODAY = dt.date(2026, 11, 22)
PERIOD = (dt.date(2021, 3, 1), dt.date(2021, 12, 31))


def read_rows(rows: list[list[str]], **more: object) -> FileReport:
    return read(csv(rows).encode(), "chronology.csv", today=TODAY, **more)


def one(date: str, *, time: str = "", event: str = "Home visit.", seen: str = "", **more: object) -> Row:
    return read_rows([HEADINGS, [date, time, "Case note", event, "", seen]], **more).rows[0]


@pytest.mark.parametrize(
    ("date", "event", "reason", "sentence"),
    [
        ("31/09/2021", "Visit.", "impossible_date", "There is no 31 Sep 2021."),
        ("", "Visit.", "missing_date", "The date is empty."),
        ("see file", "Visit.", "unreadable_date", "“see file” gives no date."),
        ("12/03/2021", "", "empty_event", "The row has a date, but tells nothing."),
        ("12/03/2021", " - ", "empty_event", "The row has a date, but tells nothing."),
        ("12/03/2031", "Visit.", "future_date", "12 March 2031 lies in the future."),
        (
            "28/02/2021",
            "Visit.",
            "outside_period",
            "28 February 2021 is before the period under review, which begins on 1 March 2021.",
        ),
        (
            "01/01/2022",
            "Visit.",
            "outside_period",
            "1 January 2022 is after the period under review, which ends on 31 December 2021.",
        ),
    ],
)
def test_refused_with_a_reason_and_a_sentence(date: str, event: str, reason: str, sentence: str) -> None:
    row = one(date, event=event, time="10:30", period=PERIOD)
    assert (row.status, row.reason, row.sentence) == ("refused", reason, sentence)
    assert row.raw["Date"] == date if date else "Date" not in row.raw


def test_a_stretch_that_reaches_into_the_period_is_inside_it() -> None:
    assert one("Feb - March 2021", period=PERIOD).status == "taken"
    assert one("2021", period=PERIOD).status == "taken"
    assert one("2020", period=PERIOD).reason == "outside_period"
    assert one("01/01/1990", period=(None, PERIOD[1])).status == "taken"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"time": "25:70"}, "invalid_time"),
        ({"time": "24:00"}, "midnight"),
        ({"seen": "x"}, "unclear_mark"),
        ({"event": "Mother said â€œgo awayâ€\x9d."}, "garbled"),
    ],
)
def test_taken_with_a_question(cells: dict[str, str], code: str) -> None:
    row = one("12/03/2021", **cells)
    assert (row.status, row.reason, [query.code for query in row.questions]) == ("question", code, [code])
    assert str(row.start) == "2021-03-12"


def test_words_of_an_impossible_time_are_kept() -> None:
    row = one("12/03/2021", time="25:70")
    assert (row.time, row.time_precision, row.time_text, row.raw["Time"]) == (None, "invalid", "25:70", "25:70")


def test_a_cell_too_many_is_asked_about() -> None:
    report = read_rows([HEADINGS, [*ROWS[0], "and another thing"], ROWS[1]])
    assert [row.reason for row in report.rows] == ["extra_cells", None]
    assert report.rows[0].raw["Column 7"] == "and another thing"


def test_a_year_left_out_is_taken_from_the_section_or_from_the_rows_around() -> None:
    report = read_rows([HEADINGS, ["2021"], ["12 March", "", "s", "First.", "", ""], ["14/03", "", "s", "Second.", "", ""]])
    assert [(row.reason, str(row.start)) for row in report.rows] == [
        ("year_inferred", "2021-03-12"),
        ("year_inferred", "2021-03-14"),
    ]
    around = read_rows([HEADINGS, ROWS[0], ["13 March", "", "s", "Between.", "", ""], ROWS[1]])
    assert str(around.rows[1].start) == "2021-03-13"
    apart = read_rows([HEADINGS, ROWS[0], ["13 March", "", "s", "Between.", "", ""], ["14/03/2022", *ROWS[1][1:]]])
    assert (apart.rows[1].reason, apart.rows[1].sentence) == ("unreadable_date", "The year is missing.")


def test_ditto_takes_the_date_above_and_an_empty_cell_does_not() -> None:
    report = read_rows(
        [
            HEADINGS,
            ROWS[0],
            ['"', "", "s", "Second.", "", ""],
            ["as above", "", "s", "Third.", "", ""],
            ["", "", "s", "Fourth.", "", ""],
        ]
    )
    assert [(row.reason, str(row.start)) for row in report.rows[1:]] == [
        ("date_as_above", "2021-03-12"),
        ("date_as_above", "2021-03-12"),
        ("missing_date", "None"),
    ]


def test_the_end_date_column_makes_a_stretch() -> None:
    rows = [
        ["Start date", "End date", "Source", "Event"],
        ["12/03/2021", "15/03/2021", "s", "In hospital."],
        ["13/03/2021", "", "s", "Visit."],
    ]
    report = read_rows([*rows, ["16/03/2021", "12/03/2021", "s", "Odd."], ["17/03/2021", "later", "s", "Odder."]])
    assert [(str(row.end), row.precision, row.reason) for row in report.rows] == [
        ("2021-03-15", "range", None),
        ("2021-03-13", "day", None),
        ("2021-03-16", "day", "end_before_start"),
        ("2021-03-17", "day", "end_date_unread"),
    ]


def test_identical_rows_are_doubles_of_the_first_and_near_ones_are_not() -> None:
    report = read_rows(
        [
            HEADINGS,
            ROWS[0],
            ROWS[1],
            ROWS[0],
            [*ROWS[0][:3], ROWS[0][3] + " ", *ROWS[0][4:]],
            [*ROWS[0][:3], "Home visit.", *ROWS[0][4:]],
        ]
    )
    assert [(row.status, str(row.same_as or "")) for row in report.rows] == [
        ("taken", ""),
        ("taken", ""),
        ("duplicate", "line 2"),
        ("duplicate", "line 2"),
        ("taken", ""),
    ]


def test_the_same_day_and_time_written_otherwise_is_the_same_row() -> None:
    other = ["12 March 2021", "10.30am", *ROWS[0][2:]]
    assert [row.status for row in read_rows([HEADINGS, ROWS[0], other]).rows] == ["taken", "duplicate"]


def test_a_running_number_does_not_make_two_rows_different() -> None:
    rows = [["No.", "Date", "Event"], ["1", "12/03/2021", "Visit."], ["2", "12/03/2021", "Visit."], ["3", "13/03/2021", "Visit."]]
    assert [row.status for row in read_rows(rows).rows] == ["taken", "duplicate", "taken"]
    rows[2][0] = "7"
    assert [row.status for row in read_rows(rows).rows] == ["taken", "taken", "taken"]


def test_refused_rows_are_not_doubles_of_each_other() -> None:
    assert [row.reason for row in read_rows([HEADINGS, ["", *ROWS[0][1:]], ["", *ROWS[0][1:]]]).rows] == [
        "missing_date",
        "missing_date",
    ]


def test_the_shape_that_the_command_prints() -> None:
    assert one("early March 2021", time="c. 2pm", seen="Not seen").as_json() == {
        "at": {"record": 2, "line": 2},
        "status": "taken",
        "reason": None,
        "start": "2021-03-01",
        "end": "2021-03-10",
        "precision": "part_month",
        "time": "14:00",
        "child_seen": "no",
    }


def test_words_of_a_cell_are_kept_as_they_are() -> None:
    words = "=SUM(A1) +44 <b>bold</b> \u202ertl \U0001f468\u200d\U0001f469\u200d\U0001f467 it’s “so”,\n\tsecond line"
    row = one("12/03/2021", event=words)
    assert row.texts["event"] == words
    assert row.raw["Event"] == words


def test_date_known_and_who_was_told() -> None:
    rows = [["Date", "Event", "Date agency became aware", "Shared with"], ["12/03/2021", "Assault.", "15/03/2021", "School"]]
    row = read_rows(rows).rows[0]
    assert (str(row.known_on), row.texts["told"]) == ("2021-03-15", "School")


def test_no_american_date_turns_the_file_around_when_the_order_is_chosen_by_hand() -> None:
    assert str(one("03/04/2021", date_order="MDY").start) == "2021-03-04"
    assert str(one("03/04/2021").start) == "2021-04-03"
