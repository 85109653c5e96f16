"""Day first or month first, decided from the file itself."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from chronology.reading.order import decide_order


def test_a_file_is_british_unless_it_shows_otherwise() -> None:
    assert decide_order(["03/04/2021", "05/06/2021"]).order == "DMY"
    assert decide_order([]).order == "DMY"
    assert decide_order(["March 2021", "2021-03-14"]).order == "DMY"


def test_days_after_the_twelfth_decide() -> None:
    assert decide_order(["03/14/2021", "05/06/2021"]).order == "MDY"
    assert decide_order(["14/03/2021", "05/06/2021"]).order == "DMY"
    assert decide_order(["14/03/2021", "15/03/2021", "03/14/2021"]).remark == "1 date can only be read with the month first."
    assert decide_order(["03/14/2021", "03/15/2021", "14/03/2021"]).order == "MDY"


def test_dates_that_exist_in_neither_order_decide_nothing() -> None:
    assert decide_order(["13/25/2021", "31/31/2021", "02/30/2021"]).order == "DMY"


def test_weekdays_decide_where_no_day_is_after_the_twelfth() -> None:
    assert decide_order(["Thu 03/04/2021", "Mon 05/10/2021"]).order == "MDY"
    assert decide_order(["Sat 03/04/2021"]).order == "DMY"


def test_the_run_of_the_dates_decides_last() -> None:
    swapped = [
        f"{month:02d}/{day:02d}/2021" for month, day in [(1, 5), (2, 3), (2, 10), (3, 1), (3, 4), (4, 2), (4, 11), (5, 2), (6, 1)]
    ]
    order = decide_order(swapped)
    assert order.order == "MDY"
    assert order.remark.startswith("Every date in the file could be read either way.")


@given(
    st.lists(st.dates(min_value=dt.date(2019, 1, 1), max_value=dt.date(2023, 12, 31)), min_size=1),
    st.sampled_from(["DMY", "MDY"]),
)
def test_one_telling_date_is_enough(days: list[dt.date], order: str) -> None:
    form = "%d/%m/%Y" if order == "DMY" else "%m/%d/%Y"
    telling = [day for day in days if day.day > 12]
    if telling:
        assert decide_order(day.strftime(form) for day in days).order == order
