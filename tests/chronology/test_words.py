"""Where an entry stands in time, how its date is said, and which lines of enquiry a cell names."""

from __future__ import annotations

from datetime import date, time

import pytest

from chronology.importing import SIGNIFICANT, lines_in
from chronology.ordering import first_key, order_key
from chronology.wording import hour_in_words, when_in_words

MARCH = date(2021, 3, 1)


def test_the_less_precise_stands_first_where_its_period_begins() -> None:
    moments = [
        ("the year", date(2021, 1, 1), date(2021, 12, 31), None),
        ("the month", MARCH, date(2021, 3, 31), None),
        ("early March", MARCH, date(2021, 3, 10), None),
        ("the week", MARCH, date(2021, 3, 7), None),
        ("two days", MARCH, date(2021, 3, 2), None),
        ("the day", MARCH, MARCH, None),
        ("midnight", MARCH, MARCH, time(0, 0)),
        ("a minute later", MARCH, MARCH, time(0, 1)),
        ("the last minute", MARCH, MARCH, time(23, 59)),
        ("the next day", date(2021, 3, 2), date(2021, 3, 2), None),
    ]
    assert [name for name, *_ in sorted(moments, key=lambda each: order_key(*each[1:]))] == [name for name, *_ in moments]


@pytest.mark.parametrize(
    ("part", "after", "before"),
    [
        ("am", None, time(0, 1)),
        ("early hours", None, time(0, 1)),
        ("Late morning", time(5, 59), time(6, 1)),
        ("pm", time(11, 58), time(12, 0)),
        ("p.m.", time(11, 58), time(12, 0)),
        ("in the afternoon", time(11, 58), time(12, 0)),
        ("lunchtime", time(11, 58), time(12, 0)),
        ("afternoon/evening", time(11, 58), time(12, 0)),
        ("Evening", time(17, 58), time(18, 0)),
        ("night time", time(19, 58), time(20, 0)),
        ("overnight", None, time(0, 1)),
        ("school day", None, time(0, 1)),
    ],
)
def test_a_part_of_a_day_stands_where_it_begins(part: str, after: time | None, before: time) -> None:
    assert order_key(MARCH, MARCH, after) <= order_key(MARCH, MARCH, None, part) < order_key(MARCH, MARCH, before)


def test_a_period_never_reaches_into_the_day_before_or_after() -> None:
    assert (
        first_key(MARCH)
        <= order_key(MARCH, date(2221, 3, 1))
        < order_key(MARCH, MARCH, time(23, 59))
        < first_key(date(2021, 3, 2))
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2020, 12, 27), date(2020, 12, 27), "day", "27 Dec 2020"),
        (date(2020, 12, 27), date(2020, 12, 27), "approx_day", "about 27 Dec 2020"),
        (date(2021, 3, 12), date(2021, 3, 14), "range", "12–14 Mar 2021"),
        (date(2021, 3, 30), date(2021, 4, 2), "range", "30 Mar – 2 Apr 2021"),
        (date(2020, 12, 30), date(2021, 1, 2), "range", "30 Dec 2020 – 2 Jan 2021"),
        (date(2021, 1, 4), date(2021, 1, 10), "week", "week of 4 Jan 2021"),
        (date(2021, 3, 1), date(2021, 3, 10), "part_month", "early March 2021"),
        (date(2021, 3, 11), date(2021, 3, 20), "part_month", "mid March 2021"),
        (date(2021, 3, 21), date(2021, 3, 31), "part_month", "late March 2021"),
        (date(2021, 3, 1), date(2021, 3, 31), "month", "March 2021"),
        (date(2020, 2, 1), date(2020, 2, 29), "approx_month", "about February 2020"),
        (date(2020, 1, 1), date(2020, 3, 31), "approx_month", "about January – March 2020"),
        (date(2020, 9, 1), date(2020, 12, 31), "term", "autumn term 2020"),
        (date(2019, 1, 1), date(2019, 12, 31), "year", "2019"),
    ],
)
def test_a_date_is_said_with_how_exactly_it_is_known(start: date, end: date, precision: str, words: str) -> None:
    assert when_in_words(start, end, precision) == words


@pytest.mark.parametrize(
    ("at", "until", "precision", "written", "words"),
    [
        (time(22, 14), None, "exact", "22:14", "22:14"),
        (time(22, 14), time(23), "exact", "22:14-23:00", "22:14–23:00"),
        (time(9), None, "approx", "about 9am", "about 09:00"),
        (time(9), None, "part_of_day", "", "about 09:00"),
        (None, None, "part_of_day", "evening", "evening"),
        (None, None, "unclear", "25:70", "“25:70”"),
        (None, None, "", "", ""),
    ],
)
def test_a_time_is_said_as_exactly_as_it_is_known(
    at: time | None, until: time | None, precision: str, written: str, words: str
) -> None:
    assert hour_in_words(at, until, precision, written) == words


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("2", [2]),
        ("2, 4", [2, 4]),
        ("KLOE3", [3]),
        ("ToR 1–3 and 5", [1, 2, 3, 5]),
        ("4 to 6", [4, 5, 6]),
        ("9-2", [2, 9]),
        ("1.2", [1]),
        ("2004", []),
        ("communication", []),
        ("", []),
    ],
)
def test_the_lines_of_enquiry_that_a_cell_names(words: str, lines: list[int]) -> None:
    assert lines_in(words) == lines


@pytest.mark.parametrize("words", ["Y", "yes", "Key", "KEY EPISODE", "High", "Significant", "x", "✓", "*", "red"])
def test_words_that_mark_a_key_episode(words: str) -> None:
    assert SIGNIFICANT.fullmatch(words)


@pytest.mark.parametrize("words", ["", "N", "no", "Routine", "low", "Medium", "not significant", "Keyworker informed"])
def test_words_that_mark_none(words: str) -> None:
    assert not SIGNIFICANT.fullmatch(words)
