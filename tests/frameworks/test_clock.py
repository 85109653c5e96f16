"""The clock: instants in UTC, days in London, and a journey that nobody else makes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from frameworks import clock


def test_now_is_the_machines_own_time_in_utc() -> None:
    with time_machine.travel(datetime(2026, 3, 3, 9, 30, tzinfo=UTC), tick=False):
        assert clock.now() == datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
        assert clock.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-06-30T23:30", date(2026, 7, 1)),
        ("2026-06-30T22:59", date(2026, 6, 30)),
        ("2026-12-31T23:59", date(2026, 12, 31)),
        # The clocks go forward on 28 March 2027: that day is 23 hours long.
        ("2027-03-28T00:00", date(2027, 3, 28)),
        ("2027-03-28T22:59", date(2027, 3, 28)),
        ("2027-03-28T23:00", date(2027, 3, 29)),
        # They go back on 31 October 2027: that day is 25 hours long.
        ("2027-10-30T22:59", date(2027, 10, 30)),
        ("2027-10-30T23:00", date(2027, 10, 31)),
        ("2027-10-31T23:59", date(2027, 10, 31)),
        ("2027-11-01T00:00", date(2027, 11, 1)),
    ],
)
def test_today_is_the_day_in_london(instant: str, day: date) -> None:
    with clock.travelling(to=datetime.fromisoformat(instant).replace(tzinfo=UTC)):
        assert clock.today() == day


def test_days_have_23_24_or_25_hours_and_none_is_left_out() -> None:
    instant, hours = datetime(2027, 1, 1, tzinfo=UTC), dict[date, int]()
    while instant < datetime(2028, 1, 1, tzinfo=UTC):
        with clock.travelling(to=instant):
            hours[clock.today()] = hours.get(clock.today(), 0) + 1
        instant += timedelta(hours=1)
    assert len(hours) == 365
    assert {day: n for day, n in hours.items() if n != 24} == {date(2027, 3, 28): 23, date(2027, 10, 31): 25}


def test_a_traveller_comes_back_to_where_they_set_out() -> None:
    inner, outer = datetime(2001, 1, 1, tzinfo=UTC), datetime(2002, 2, 2, tzinfo=UTC)
    with clock.travelling(to=outer):
        with pytest.raises(ZeroDivisionError), clock.travelling(to=inner):
            1 / 0  # noqa: B018
        with clock.travelling(to=inner):
            assert clock.now() == inner
        assert clock.now() == outer
    assert clock.now() > datetime(2024, 1, 1, tzinfo=UTC)


def test_an_instant_of_another_zone_is_told_in_utc() -> None:
    with clock.travelling(to=datetime(2026, 7, 1, 9, 0, tzinfo=ZoneInfo("Europe/London"))):
        assert clock.now() == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
        assert clock.now().tzinfo is UTC


def test_nobody_travels_to_an_instant_that_could_be_two() -> None:
    with pytest.raises(ValueError, match="does not say its time zone"), clock.travelling(to=datetime(2026, 7, 1)):  # noqa: DTZ001
        pass


def test_other_threads_stay_at_home() -> None:
    with ThreadPoolExecutor(1) as others, clock.travelling(to=datetime(2001, 1, 1, tzinfo=UTC)):
        assert others.submit(clock.today).result() > date(2024, 1, 1)
