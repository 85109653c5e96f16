"""Days that count, for four years of starts in every nation: leap day, clock changes, weekends, bank holidays."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

import frameworks
from frameworks import calendars
from frameworks.vocabulary import NATIONS, Nation, Unit

# From 1 January 2027: four years, with the leap day of 2028.
STARTS = [date(2027, 1, 1) + timedelta(days=n) for n in range(1461)]
EACH_NATION = pytest.mark.parametrize("nation", NATIONS)


def test_the_starts_are_four_years_with_a_leap_day() -> None:
    assert STARTS[-1] == date(2030, 12, 31)
    assert date(2028, 2, 29) in STARTS


@pytest.mark.parametrize(
    ("nation", "day", "is_open"),
    [
        ("england_wales", date(2026, 4, 3), False),  # Good Friday
        ("england_wales", date(2026, 4, 6), False),  # Easter Monday, a working day in Scotland
        ("scotland", date(2026, 4, 6), True),
        ("scotland", date(2026, 1, 2), False),  # the day after New Year
        ("england_wales", date(2026, 1, 2), True),
        ("scotland", date(2026, 11, 30), False),  # St Andrew's Day
        ("northern_ireland", date(2026, 3, 17), False),  # St Patrick's Day
        ("england_wales", date(2026, 3, 17), True),
        ("northern_ireland", date(2026, 7, 13), False),  # the Boyne, moved from a Sunday
        ("england_wales", date(2026, 12, 28), False),  # Boxing Day, moved from a Saturday
        ("england_wales", date(2026, 12, 29), True),
        ("england_wales", date(2026, 8, 31), False),
        ("scotland", date(2026, 8, 3), False),
        ("england_wales", date(2026, 6, 6), False),  # a Saturday
        ("england_wales", date(2026, 6, 8), True),
    ],
)
def test_bank_holidays_are_those_of_the_nation(nation: Nation, day: date, is_open: bool) -> None:
    assert calendars.is_working_day(day, nation) is is_open


@EACH_NATION
@pytest.mark.parametrize("amount", [1, 5, 15])
def test_working_days_can_be_counted_back(nation: Nation, amount: int) -> None:
    for start in STARTS:
        due = calendars.due_date(start, amount, "working_day", nation)
        assert due > start
        assert calendars.is_working_day(due, nation)
        assert calendars.working_days_between(start, due, nation) == amount
        assert calendars.working_days_between(due, start, nation) == -amount
        assert calendars.working_days_between(start, due - calendars.ONE_DAY, nation) == amount - 1


@EACH_NATION
@pytest.mark.parametrize("amount", [1, 4, 12])
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(nation: Nation, amount: int) -> None:
    for start in STARTS:
        due = calendars.due_date(start, amount, "month", nation)
        assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == amount
        is_last_of_month = (due + calendars.ONE_DAY).day == 1
        assert due.day == start.day or (due.day < start.day and is_last_of_month)


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2027, 2, 28), 1, date(2027, 3, 28)),
        (date(2027, 9, 30), 1, date(2027, 10, 30)),
    ],
)
def test_months_with_fewer_days(start: date, months: int, due: date) -> None:
    assert calendars.due_date(start, months, "month", "england_wales") == due


@EACH_NATION
@pytest.mark.parametrize(("amount", "unit"), [(10, "day"), (1, "month"), (4, "month")])
def test_a_limit_that_ends_on_a_closed_day_falls_as_the_pack_says(nation: Nation, amount: int, unit: Unit) -> None:
    closed = 0
    for start in STARTS:
        stays, later, sooner = (calendars.due_date(start, amount, unit, nation, falls) for falls in ("stay", "next", "previous"))
        assert calendars.is_working_day(later, nation)
        assert calendars.is_working_day(sooner, nation)
        assert sooner <= stays <= later
        if calendars.is_working_day(stays, nation):
            assert sooner == stays == later
        else:
            closed += 1
            assert calendars.working_days_between(sooner, later, nation) == 1
    assert closed > 400


@EACH_NATION
@pytest.mark.parametrize(("amount", "unit"), [(0, "day"), (10, "day"), (15, "working_day"), (1, "month"), (4, "month")])
def test_who_starts_later_is_never_due_sooner(nation: Nation, amount: int, unit: Unit) -> None:
    due = [calendars.due_date(start, amount, unit, nation) for start in STARTS]
    assert all(earlier <= later for earlier, later in pairwise(due))


@pytest.mark.parametrize("start", [date(2027, 3, 27), date(2027, 3, 28), date(2027, 10, 30), date(2027, 10, 31)])
def test_a_day_is_a_day_when_the_clocks_change(start: date) -> None:
    assert calendars.due_date(start, 1, "day", "england_wales") == start + timedelta(days=1)
    assert calendars.due_date(start, 7, "day", "england_wales").weekday() == start.weekday()


@pytest.mark.parametrize(
    ("start", "amount", "day"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Easter
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 4, 4), 1, date(2026, 4, 7)),  # from a Saturday
        (date(2026, 4, 4), -1, date(2026, 4, 2)),
        (date(2026, 4, 4), 0, date(2026, 4, 4)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 3, 10), 5, date(2026, 3, 17)),
        (date(2026, 3, 10), -5, date(2026, 3, 3)),
    ],
)
def test_working_days_forwards_and_backwards(start: date, amount: int, day: date) -> None:
    assert calendars.add_working_days(start, amount, "england_wales") == day


@EACH_NATION
def test_working_days_backwards_mirror_those_forwards(nation: Nation) -> None:
    for start in STARTS:
        if calendars.is_working_day(start, nation):
            there = calendars.add_working_days(start, 7, nation)
            assert calendars.add_working_days(there, -7, nation) == start


@pytest.mark.parametrize(
    ("due", "words"),
    [
        # Today is Wednesday 1 April 2026; Good Friday is the third, Easter Monday the sixth.
        (date(2026, 4, 1), "today"),
        (date(2026, 4, 2), "tomorrow"),
        (date(2026, 4, 3), "in 1 working day"),
        (date(2026, 4, 7), "in 2 working days"),
        (date(2026, 4, 13), "in 6 working days"),
        (date(2026, 3, 31), "overdue by 1 working day"),
        (date(2026, 3, 27), "overdue by 3 working days"),
        (date(2026, 6, 30), "in 60 working days"),
        (date(2026, 7, 1), "in 3 months"),
        (date(2026, 1, 2), "overdue by 63 working days"),
        (date(2026, 1, 1), "overdue by 3 months"),
        (date(2023, 8, 2), "overdue by 31 months"),
    ],
)
def test_how_far_away_in_words(due: date, words: str) -> None:
    assert calendars.in_words(due, date(2026, 4, 1), "england_wales") == words


@pytest.mark.parametrize(
    ("due", "today", "words"),
    [
        (date(2026, 6, 5), date(2026, 6, 6), "overdue by 1 day"),  # due on Friday, asked on Saturday
        (date(2026, 6, 5), date(2026, 6, 7), "overdue by 2 days"),
        (date(2026, 6, 5), date(2026, 6, 8), "overdue by 1 working day"),
        (date(2026, 6, 7), date(2026, 6, 5), "in 2 days"),  # due on Sunday, asked on Friday
        (date(2026, 6, 7), date(2026, 6, 6), "tomorrow"),
    ],
)
def test_where_no_working_day_lies_between_days_are_counted(due: date, today: date, words: str) -> None:
    assert calendars.in_words(due, today, "england_wales") == words


def test_nations_differ_in_how_far_away_it_is() -> None:
    due, today = date(2026, 4, 7), date(2026, 4, 2)
    assert calendars.in_words(due, today, "england_wales") == "in 1 working day"
    assert calendars.in_words(due, today, "scotland") == "in 2 working days"


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (0, "day", "at once"),
        (1, "month", "one month"),
        (4, "month", "four months"),
        (1, "working_day", "one working day"),
        (9, "day", "nine days"),
        (15, "working_day", "15 working days"),
    ],
)
def test_a_span_in_words(amount: int, unit: Unit, words: str) -> None:
    assert calendars.spelt(amount, unit) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "decide",
            ("one month after the referral was received on 3 March 2026 (Working Together 2006, chapter 8, not yet confirmed)"),
        ),
        (
            "request_records",
            "at once when the chair decided that there should be a review on 3 March 2026 (Medway guide 2007)",
        ),
        (
            "agency_report",
            (
                "30 working days after the agency’s report was asked for on 3 March 2026 "
                "(Chapter Eight proposal, not yet confirmed)"
            ),
        ),
    ],
)
def test_a_date_explains_itself(key: str, words: str) -> None:
    timescale = frameworks.get("scr-2006").timescale(key)
    assert calendars.explain(timescale, date(2026, 3, 3)) == words


def test_the_pack_says_when_it_is_due() -> None:
    pack = frameworks.get("scr-2006")
    assert pack.due(pack.timescale("decide"), date(2026, 3, 3)) == date(2026, 4, 3)
    assert pack.due(pack.timescale("recommend"), date(2026, 3, 30)) == date(2026, 4, 22)
    assert pack.due(pack.timescale("recommend"), date(2026, 3, 30), "scotland") == date(2026, 4, 21)
    assert pack.due(pack.timescale("request_records"), date(2026, 4, 4)) == date(2026, 4, 4)
