"""Dates as people in agencies write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.reading import read_date
from chronology.reading.dates import DateReading
from chronology.reading.moments import Calendar

BRITISH = Calendar(today=dt.date(2026, 11, 22))
AMERICAN = Calendar(order="MDY", today=dt.date(2026, 11, 22))


def said(text: str, calendar: Calendar = BRITISH) -> tuple[str, str, str]:
    reading = read_date(text, calendar)
    return (str(reading.start), str(reading.end), reading.precision or reading.problem)


def day(text: str) -> tuple[str, str, str]:
    return (text, text, "day")


DAYS = """
12/03/2021 | 12.03.2021 | 12-03-2021 | 12 03 2021 | 12/3/21 | 12.3.21 | 12,03,2021 | 12\\03\\2021 | 12//03/2021 | 12/ 03 / 2021
12 March 2021 | 12th March 2021 | 12 th March 2021 | the 12th of March, 2021 | 12 Mar 21 | 12-Mar-21 | 12-Mar-2021 | 12/Mar/2021
12.March.2021 | 12Mar21 | 12March2021 | 12thMarch 2021 | 12 MARCH 2021 | 12 March '21 | 12 - March - 2021 | 12th March, 21
March 12 2021 | March 12th, 2021 | Friday, March 12, 2021 | Fri 12/03/2021 | Friday 12th March 2021 | 12/03/2021 (Friday)
2021-03-12 | 2021/03/12 | 20210312 | 12032021 | 2021-03-12T00:00:00 | 44267 | 44267.0 | I2/03/2021 | l2/O3/2021
12 Marhc 2021 | 12 Mrach 2021 | (12/03/2021) | on 12 March 2021 | 12/03/2021. | \u00a012/03/2021\u00a0 | ' 12/03/2021
"""


@pytest.mark.parametrize("text", [text for line in DAYS.strip().splitlines() for text in line.split(" | ")])
def test_one_day_in_many_ways(text: str) -> None:
    reading = read_date(text, BRITISH)
    assert said(text) == day("2021-03-12")
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Febuary 2021", ("2021-02-01", "2021-02-28", "month")),
        ("March 2021", ("2021-03-01", "2021-03-31", "month")),
        ("Mar-21", ("2021-03-01", "2021-03-31", "month")),
        ("Mar '21", ("2021-03-01", "2021-03-31", "month")),
        ("03/2021", ("2021-03-01", "2021-03-31", "month")),
        ("2021-03", ("2021-03-01", "2021-03-31", "month")),
        ("??/03/2021", ("2021-03-01", "2021-03-31", "month")),
        ("in March 2021", ("2021-03-01", "2021-03-31", "month")),
        ("March 2021 (exact date unknown)", ("2021-03-01", "2021-03-31", "month")),
        ("c. Feb 2020", ("2020-02-01", "2020-02-29", "approx_month")),
        ("approx March 2021", ("2021-03-01", "2021-03-31", "approx_month")),
        ("early March 2021", ("2021-03-01", "2021-03-10", "part_month")),
        ("beginning of March 2021", ("2021-03-01", "2021-03-10", "part_month")),
        ("start of March 2021", ("2021-03-01", "2021-03-10", "part_month")),
        ("mid-March 2021", ("2021-03-11", "2021-03-20", "part_month")),
        ("middle of March 2021", ("2021-03-11", "2021-03-20", "part_month")),
        ("late Feb 2021", ("2021-02-21", "2021-02-28", "part_month")),
        ("end of March 2021", ("2021-03-21", "2021-03-31", "part_month")),
        ("early/mid March 2021", ("2021-03-01", "2021-03-20", "range")),
        ("first week of March 2021", ("2021-03-01", "2021-03-07", "range")),
        ("2021", ("2021-01-01", "2021-12-31", "year")),
        ("circa 2021", ("2021-01-01", "2021-12-31", "year")),
        ("early 2021", ("2021-01-01", "2021-04-30", "range")),
        ("2019-2021", ("2019-01-01", "2021-12-31", "range")),
        ("academic year 2019/20", ("2019-09-01", "2020-08-31", "range")),
        ("financial year 2019/20", ("2019-04-01", "2020-03-31", "range")),
        ("? 12/03/2021", ("2021-03-12", "2021-03-12", "approx_day")),
        ("12/03/2021?", ("2021-03-12", "2021-03-12", "approx_day")),
        ("circa 12/03/2021", ("2021-03-12", "2021-03-12", "approx_day")),
        ("on or about 12 March 2021", ("2021-03-12", "2021-03-12", "approx_day")),
        ("w/c 08/03/2021", ("2021-03-08", "2021-03-14", "week")),
        ("W/C Monday 8th March 2021", ("2021-03-08", "2021-03-14", "week")),
        ("week commencing 08.03.21", ("2021-03-08", "2021-03-14", "week")),
        ("wk beginning 8 March 2021", ("2021-03-08", "2021-03-14", "week")),
        ("w/c 10/03/2021", ("2021-03-08", "2021-03-14", "week")),
        ("w/e 14/03/2021", ("2021-03-08", "2021-03-14", "week")),
        ("week ending 14 March 2021", ("2021-03-08", "2021-03-14", "week")),
        ("week 10 2021", ("2021-03-08", "2021-03-14", "week")),
        ("weekend of 13/14 March 2021", ("2021-03-13", "2021-03-14", "range")),
        ("weekend of 13 March 2021", ("2021-03-13", "2021-03-14", "range")),
        ("12\u201314/03/2021", ("2021-03-12", "2021-03-14", "range")),
        ("12-14 March 2021", ("2021-03-12", "2021-03-14", "range")),
        ("12 to 14 March 2021", ("2021-03-12", "2021-03-14", "range")),
        ("12th/13th March 2021", ("2021-03-12", "2021-03-13", "range")),
        ("12 & 13 March 2021", ("2021-03-12", "2021-03-13", "range")),
        ("between 12 and 14 March 2021", ("2021-03-12", "2021-03-14", "range")),
        ("from 12/03/2021 to 14/03/2021", ("2021-03-12", "2021-03-14", "range")),
        ("12-03-2021 - 14-03-2021", ("2021-03-12", "2021-03-14", "range")),
        ("12.3.21-14.3.21", ("2021-03-12", "2021-03-14", "range")),
        ("28 Feb - 3 March 2021", ("2021-02-28", "2021-03-03", "range")),
        ("30 Dec - 2 Jan 2021", ("2020-12-30", "2021-01-02", "range")),
        ("Nov 2020 - Jan 2021", ("2020-11-01", "2021-01-31", "range")),
        ("Nov - Jan 2021", ("2020-11-01", "2021-01-31", "range")),
        ("Mon 12th - Wed 14th April 2021", ("2021-04-12", "2021-04-14", "range")),
        ("overnight 12/13 March 2021", ("2021-03-12", "2021-03-13", "range")),
        ("Autumn term 2019", ("2019-09-01", "2019-12-31", "term")),
        ("Spring term 2021", ("2021-01-01", "2021-04-15", "term")),
        ("Summer term 2021", ("2021-04-16", "2021-08-31", "term")),
        ("Spring term 2020/21", ("2021-01-01", "2021-04-15", "term")),
        ("Term 3 2020/21", ("2021-01-01", "2021-04-15", "term")),
        ("summer 2021", ("2021-06-01", "2021-08-31", "range")),
        ("Christmas Day 2020", ("2020-12-25", "2020-12-25", "day")),
        ("Good Friday 2021", ("2021-04-02", "2021-04-02", "day")),
        ("New Year's Eve 2020", ("2020-12-31", "2020-12-31", "day")),
        ("evening of 12/03/2021", ("2021-03-12", "2021-03-12", "day")),
        ("29/02/2020", ("2020-02-29", "2020-02-29", "day")),
    ],
)
def test_forms_and_their_precision(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/09/2020", "There is no 31 Sep 2020."),
        ("31-Feb-2021", "There is no 31 Feb 2021."),
        ("29/02/2021", "There is no 29 Feb 2021."),
        ("00/05/2021", "There is no 0 May 2021."),
        ("32 March 2021", "There is no 32 Mar 2021."),
        ("13/25/2021", "There is no month 25."),
        ("03/14/2021", "There is no month 14. If day and month are swapped, it is 14 Mar 2021."),
        ("12/03/1021", "The year 1021 cannot be right."),
        ("30/06/2020 - 31/06/2020", "There is no 31 Jun 2020."),
    ],
)
def test_days_that_do_not_exist(text: str, sentence: str) -> None:
    reading = read_date(text, BRITISH)
    assert (reading.start, reading.problem, reading.sentence) == (None, "impossible_date", sentence)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "-", "\u2014", "--", "/ /", "."])
def test_empty_cells(text: str) -> None:
    assert read_date(text, BRITISH).problem == "missing_date"


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "unclear from file",
        "not known",
        "N/K",
        "tbc",
        "undated",
        "see note 4",
        "12/03/202",
        "12/03/20211",
        "Monday",
        "x" * 5_000,
    ],
)
def test_words_that_give_no_date(text: str) -> None:
    reading = read_date(text, BRITISH)
    assert (reading.start, reading.problem) == (None, "unreadable_date")
    assert reading.without_year is None


@pytest.mark.parametrize("text", ["12 March", "12/03", "12th of March", "12-Mar"])
def test_a_day_without_its_year_is_told_apart(text: str) -> None:
    assert read_date(text, BRITISH).without_year == (3, 12)


@pytest.mark.parametrize("text", ["ditto", '"', "as above", "\u3003", "same date"])
def test_a_date_that_points_above(text: str) -> None:
    assert read_date(text, BRITISH).as_above


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12/03/2021 entered late", "date_words"),
        ("before 12/03/2021", "open_ended"),
        ("12/03/2021 onwards", "open_ended"),
        ("Thursday 12/03/2021", "weekday_differs"),
        ("14/03/2021 - 12/03/2021", "date_words"),
        ("12, 13 and 17 March 2021", "date_words"),
        ("2019/20", "date_words"),
    ],
)
def test_what_is_taken_with_a_question(text: str, code: str) -> None:
    reading = read_date(text, BRITISH)
    assert reading.start is not None
    assert [question.code for question in reading.questions] == [code]


@pytest.mark.parametrize(
    ("text", "time", "precision"),
    [
        ("12/03/2021 14:30", dt.time(14, 30), "exact"),
        ("12/03/2021 at 2.30pm", dt.time(14, 30), "exact"),
        ("12 March 2021, 1430hrs", dt.time(14, 30), "exact"),
        ("12/03/2021 1430", dt.time(14, 30), "exact"),
        ("11.30am 12/03/2021", dt.time(11, 30), "exact"),
        ("2021-03-12T15:30:00Z", dt.time(15, 30), "exact"),
        ("12/03/2021 c. 2pm", dt.time(14), "approx"),
        ("12/03/2021 (pm)", None, "part_of_day"),
        ("12/03/21 am", None, "part_of_day"),
        ("12 Mar 21 pm", None, "part_of_day"),
        ("early hours of 12 March 2021", None, "part_of_day"),
        ("12/03/2021", None, None),
    ],
)
def test_a_clock_beside_the_date(text: str, time: dt.time | None, precision: str | None) -> None:
    reading = read_date(text, BRITISH)
    assert (str(reading.start), reading.time.time, reading.time.precision) == ("2021-03-12", time, precision)


def test_order_decides_between_day_and_month() -> None:
    assert said("03/04/2021") == day("2021-04-03")
    assert said("03/04/2021", AMERICAN) == day("2021-03-04")
    assert said("03/14/2021", AMERICAN) == day("2021-03-14")
    assert said("14 March 2021", AMERICAN) == day("2021-03-14")
    assert said("2021-03-14", AMERICAN) == day("2021-03-14")
    assert said("13/25/2021", AMERICAN)[2] == "impossible_date"
    assert said("02/30/2021", AMERICAN)[2] == "impossible_date"


def test_two_figures_of_a_year_fall_into_the_period_or_the_recent_past() -> None:
    assert said("12/03/65") == day("1965-03-12")
    assert said("12/03/30") == day("2030-03-12")
    fifties = Calendar(today=dt.date(2026, 11, 22), period=(dt.date(1925, 1, 1), dt.date(1960, 1, 1)))
    assert said("12/03/30", fifties) == day("1930-03-12")


def test_serial_numbers_count_from_the_workbooks_first_day() -> None:
    since_1904 = Calendar(epoch=dt.date(1904, 1, 1))
    assert said("42805", since_1904) == day("2021-03-12")


SOME_DAY = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2035, 12, 31))
WRITTEN = st.sampled_from(
    [
        "%d/%m/%Y",
        "%d.%m.%Y",
        "%d-%m-%Y",
        "%d %B %Y",
        "%d %b %Y",
        "%d-%b-%Y",
        "%d%b%Y",
        "%B %d, %Y",
        "%Y-%m-%d",
        "%Y%m%d",
        "%A %d %B %Y",
        "%a %d/%m/%Y",
    ]
)


@given(SOME_DAY, WRITTEN, st.sampled_from(["", " ", "  ", "\u00a0"]), st.booleans())
def test_every_day_written_in_every_way_is_that_day(value: dt.date, form: str, edge: str, shout: bool) -> None:
    text = value.strftime(form)
    assert said(edge + (text.upper() if shout else text) + edge) == day(str(value))


@given(SOME_DAY, st.sampled_from(["%m/%d/%Y", "%m-%d-%Y", "%B %d, %Y", "%d %B %Y"]))
def test_american_files_too(value: dt.date, form: str) -> None:
    assert said(value.strftime(form), AMERICAN) == day(str(value))


@given(
    SOME_DAY,
    st.integers(1, 60),
    st.sampled_from([" - ", " to ", "-", " \u2013 ", " until "]),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y"]),
)
def test_two_days_are_a_stretch(first: dt.date, length: int, between: str, form: str) -> None:
    last = first + dt.timedelta(days=length)
    calendar = Calendar(today=dt.date(2040, 1, 1), period=(dt.date(1990, 1, 1), dt.date(2036, 12, 31)))
    text = first.strftime(form) + between + last.strftime(form)
    assert said(text, calendar) == (str(first), str(last), "range")


@given(SOME_DAY, st.sampled_from(["%B %Y", "%b %Y", "%b-%Y", "%m/%Y"]), st.sampled_from(["", "c. ", "circa ", "approx "]))
def test_months(value: dt.date, form: str, rough: str) -> None:
    start = value.replace(day=1)
    end = (start + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
    assert said(rough + value.strftime(form)) == (str(start), str(end), "approx_month" if rough else "month")


@given(SOME_DAY, st.sampled_from(["w/c ", "W/C ", "week commencing ", "wc "]))
def test_weeks_begin_on_the_monday_named(value: dt.date, words: str) -> None:
    monday = value - dt.timedelta(days=value.weekday())
    assert said(words + monday.strftime("%d/%m/%Y")) == (str(monday), str(monday + dt.timedelta(days=6)), "week")


@given(st.text(max_size=60))
def test_no_words_whatever_break_the_reading(text: str) -> None:
    reading = read_date(text, BRITISH)
    assert isinstance(reading, DateReading)
    assert (reading.start is None) == bool(reading.problem)
    assert reading.start is None or reading.end is None or reading.start <= reading.end


DATEWORDS = st.lists(
    st.sampled_from(
        [
            "12",
            "3",
            "2021",
            "21",
            "/",
            "-",
            ".",
            ",",
            "march",
            "mar",
            "mid",
            "early",
            "late",
            "of",
            "to",
            "and",
            "w/c",
            "week",
            "term",
            "spring",
            "c.",
            "?",
            "am",
            "14:30",
            "easter",
            "half",
            "first",
            "31",
            "02",
            "(",
        ]
    ),
    max_size=8,
)


@given(DATEWORDS, st.sampled_from(["", " "]))
def test_no_heap_of_date_words_breaks_the_reading(words: list[str], between: str) -> None:
    reading = read_date(between.join(words), BRITISH)
    assert (reading.start is None) == bool(reading.problem)
    assert reading.start is None or reading.end is None or reading.start <= reading.end
