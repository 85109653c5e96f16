"""What somebody types about when is said back in words, asked about where it may mean two things, and refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from chronology.understanding import Understood, time_in, time_said, understand, years_within
from frameworks import clock

PERIOD = (date(2020, 9, 1), date(2021, 6, 30))


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.travelling(datetime(2022, 6, 1, 12, tzinfo=UTC)):
        yield


def read(words: str) -> Understood:
    return understand(words, lambda: years_within(PERIOD))


@pytest.mark.parametrize(
    ("typed", "precision", "said"),
    [
        ("3/4/2021", "day", "Saturday 3 April 2021"),
        ("27 dec 20", "day", "Sunday 27 December 2020"),
        ("early March 2021", "part_month", "between 1 and 10 March 2021, early in the month"),
        ("late 3/2021", "part_month", "between 21 and 31 March 2021, late in the month"),
        ("12–14/03/2021", "range", "from 12 to 14 March 2021"),
        ("30 March to 2 April 2021", "range", "from 30 March to 2 April 2021"),
        ("30 Dec 2020 - 2 Jan 2021", "range", "from 30 December 2020 to 2 January 2021"),
        ("c. Feb 2020", "approx_month", "about February 2020, between 1 and 29 February 2020 or near it"),
        ("about 3 March 2021", "approx_day", "about Wednesday 3 March 2021"),
        ("spring term 2021", "term", "between 1 January and 15 April 2021, the spring term at its widest"),
        ("March 2021", "month", "between 1 and 31 March 2021, the day is not known"),
        ("2019", "year", "between 1 January and 31 December 2019, only the year is known"),
        ("w/c 3 May 2021", "week", "the week from Monday 3 to Sunday 9 May 2021"),
        ("w/c 28 Dec 2020", "week", "the week from Monday 28 December 2020 to Sunday 3 January 2021"),
    ],
)
def test_a_date_in_words_is_said_back(typed: str, precision: str, said: str) -> None:
    found = read(typed)
    assert (found.reading.precision, found.said, found.problem, found.question) == (precision, said, "", "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("yesterday", "“yesterday” depends on the day of writing. Enter the date itself"),
        ("two weeks ago", "“two weeks ago” depends on the day of writing. Enter the date itself"),
        ("one day", "“one day” gives no date."),
        ("31/2/2021", "There is no 31 Feb 2021."),
        ("1/1/2023", "The date must be today or in the past"),
    ],
)
def test_what_gives_no_date_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    found = read(typed)
    assert (found.problem, found.said, found.choices) == (sentence, "", ())


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("3 May", ()),  # the period has one third of May
        ("w/c 3 May", ()),
        ("Fri 12 Feb", ()),
        ("12-14 Nov", ()),
        ("autumn term", ("autumn term 2020", "autumn term 2021")),
        ("3/4", ("3/4 2020", "3/4 2021")),
        ("2020/21", ("school year 2020/21", "financial year 2020/21", "2020/21")),
        ("winter 2020", ("winter 2019/20", "winter 2020")),
        ("Q4 2020", ("January to March 2021", "Q4 2020")),
        ("before 3 March 2021", ("about 3 March 2021", "before 3 March 2021")),
        ("Thu 3/4/2021", ("4 March 2021", "Thu 3/4/2021")),
        ("3/4/2021 home visit", ("3/4/2021 home visit",)),
    ],
)
def test_what_may_mean_two_things_is_asked_with_the_choices(typed: str, offered: tuple[str, ...]) -> None:
    found = understand(typed, lambda: range(2021, 2022)) if not offered else understand(typed, lambda: (2020, 2021))
    assert tuple(choice.typed for choice in found.choices) == offered
    assert bool(found.question) == bool(offered)
    assert found.problem == ""


def test_a_choice_settles_the_question_and_what_was_not_offered_does_not() -> None:
    asked = understand("3/4", lambda: (2020, 2021))
    assert asked.question == "The year is missing. Choose the year that is meant"
    assert asked.settled("3/4 2021").said == "Saturday 3 April 2021"
    assert asked.settled("3/4 1999") is asked
    kept = understand("2020/21").settled("2020/21")
    assert (kept.words, kept.said, kept.question) == ("2020/21", "from 1 April 2020 to 31 August 2021", "")


def test_day_and_month_the_wrong_way_round_are_refused_with_an_offer() -> None:
    found = read("3/13/2021")
    assert found.problem == "There is no month 13. If day and month are swapped, it is 13 Mar 2021."
    assert [(choice.typed, choice.said) for choice in found.choices] == [("13 March 2021", "Saturday 13 March 2021")]
    assert found.settled("13 March 2021").said == "Saturday 13 March 2021"


def test_only_days_that_have_come_are_offered_and_only_on_their_weekday() -> None:
    assert [choice.typed for choice in understand("3 August", lambda: (2021, 2022)).choices] == []
    assert understand("3 August", lambda: (2021, 2022)).said == "Tuesday 3 August 2021"
    assert understand("Wed 3 March", lambda: (2019, 2020, 2021)).said == "Wednesday 3 March 2021"


def test_where_no_period_was_agreed_the_last_years_are_tried() -> None:
    assert list(years_within(None)) == [2022, 2021, 2020, 2019]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("about 3pm", "about 15:00"),
        ("2214", "22:14"),
        ("22:14-23:00", "22:14–23:00"),
        ("evening", "evening"),
        ("not known", "time not known"),
        ("", ""),
    ],
)
def test_a_time_is_said_back(typed: str, said: str) -> None:
    assert time_said(time_in(typed), typed) == said


def test_a_time_within_the_words_of_the_date_counts_where_no_other_is_typed() -> None:
    within = read("3 April 2021 at 9pm").reading
    assert time_said(time_in("", within), "") == "21:00"
    assert time_said(time_in("8am", within), "8am") == "08:00"
