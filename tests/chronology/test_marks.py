"""Where marks stand: apart from each other, within the picture, none lost."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from chronology import marks, periods
from chronology.marks import BAR_ROWS, CELL, CELLS, WIDTH, Bunch, apart
from chronology.periods import Stretch, beside, ticks, wider, year

YEAR = year(2021)
FIRST = date(2021, 1, 1)


def a_bunch(start: int, length: int = 0, count: int = 1, keys: int = 0) -> Bunch:
    begins = FIRST + timedelta(days=start)
    return Bunch(count, begins, begins, begins + timedelta(days=length), keys, None)


def test_neighbours_give_way_to_both_sides() -> None:
    assert apart([100, 400]) == [100, 400]
    assert apart([100, 100]) == [88, 112]
    assert apart([0, 5]) == [12, 36]
    assert apart([WIDTH, WIDTH]) == [WIDTH - 36, WIDTH - 12]
    assert apart([]) == []


@pytest.mark.parametrize("seed", range(20))
def test_marks_never_touch_and_never_leave_the_picture(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same in every run
    places = sorted(chance.uniform(0, WIDTH) for _ in range(chance.randint(1, CELLS)))
    moved = apart(places)
    assert all(right - left >= CELL - 0.11 for left, right in pairwise(moved))
    assert CELL / 2 <= moved[0] <= moved[-1] <= WIDTH - CELL / 2


def test_periods_that_lie_on_each_other_have_rows_and_are_joined_when_these_are_full() -> None:
    placed = marks.bars([a_bunch(0, 60), a_bunch(30, 60), a_bunch(45, 60, keys=1), a_bunch(200, 30)], YEAR)
    assert [(bar.row, bar.bunch.count, bar.bunch.keys) for bar in placed] == [(0, 1, 0), (1, 2, 1), (0, 1, 0)]
    assert placed[1].bunch.ends == FIRST + timedelta(days=105)
    assert {bar.row for bar in placed} <= set(range(BAR_ROWS))


@pytest.mark.parametrize("seed", range(10))
def test_no_period_is_lost_and_no_bar_lies_on_another(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same in every run
    bunches = [a_bunch(chance.randint(-30, 364), chance.randint(10, 200)) for _ in range(80)]
    placed = marks.bars(bunches, YEAR)
    assert sum(bar.bunch.count for bar in placed) == 80
    for row in range(BAR_ROWS):
        bars = [bar for bar in placed if bar.row == row]
        assert all(left.end <= right.start for left, right in pairwise(bars))
    assert all(0 <= bar.start < bar.end <= WIDTH for bar in placed)


def test_days_are_asked_for_as_people_say_them() -> None:
    assert YEAR.asked() == {"first": "2021", "last": "2021"}
    assert periods.months(2020, 2, 2).asked() == {"first": "February 2020", "last": "February 2020"}
    assert periods.months(2020, 10, 12).asked() == {"first": "October 2020", "last": "December 2020"}
    assert Stretch(date(2021, 3, 4), date(2021, 3, 9)).asked() == {"first": "4 Mar 2021", "last": "9 Mar 2021"}


def test_the_way_out_and_the_way_on() -> None:
    whole = Stretch(date(2019, 3, 4), date(2021, 8, 1))
    march, quarter = periods.months(2021, 3, 3), periods.months(2021, 1, 3)
    assert [wider(each, whole) for each in (march, quarter, YEAR, whole)] == [quarter, YEAR, whole, None]
    assert [str(beside(each, -1)) for each in (march, quarter, YEAR)] == [
        "1 Feb 2021 to 28 Feb 2021",
        "1 Oct 2020 to 31 Dec 2020",
        "1 Jan 2020 to 31 Dec 2020",
    ]
    assert str(beside(Stretch(date(2021, 3, 4), date(2021, 3, 10)), 1)) == "11 Mar 2021 to 17 Mar 2021"
    assert str(Stretch(date(2021, 3, 4), date(2021, 3, 4)).widened()) == "1 Mar 2021 to 7 Mar 2021"


@pytest.mark.parametrize("days", [7, 20, 21, 31, 75, 92, 365, 460, 1_370, 3_000, 9_000, 30_000])
def test_words_on_the_ticks_have_room(days: int) -> None:
    shown = Stretch(date(2001, 3, 14), date(2001, 3, 14) + timedelta(days=days - 1))
    places = [WIDTH * shown.share(tick.day) for tick in ticks(shown) if tick.words]
    assert len(places) >= 1
    assert all(right - left > 40 for left, right in pairwise(places))
