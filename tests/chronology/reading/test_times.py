"""Times of day as people write them, and the short answers beside them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.reading.marks import alone_beside, read_mark, together
from chronology.reading.times import TimeReading, read_time, read_time_number


@pytest.mark.parametrize(
    ("text", "hours", "minutes"),
    [
        ("11:49", 11, 49),
        ("01.56", 1, 56),
        ("0910hrs", 9, 10),
        ("0910 hours", 9, 10),
        ("1829", 18, 29),
        ("0017", 0, 17),
        ("18:29:00", 18, 29),
        ("3.30pm", 15, 30),
        ("4:05 PM", 16, 5),
        ("10:15 a.m.", 10, 15),
        ("12.00pm", 12, 0),
        ("12.00am", 0, 0),
        ("9am", 9, 0),
        ("2 o'clock pm", 14, 0),
        ("noon", 12, 0),
        ("Midnight", 0, 0),
        ("10;30", 10, 30),
        ("10h30", 10, 30),
        ("14:30 GMT", 14, 30),
        ("at 14:30", 14, 30),
    ],
)
def test_exact_times(text: str, hours: int, minutes: int) -> None:
    assert read_time(text) == TimeReading(dt.time(hours, minutes), "exact")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("c. 1pm", 13),
        ("circa 11 am", 11),
        ("approx. 3pm", 15),
        ("about 4pm", 16),
        ("~2pm", 14),
        ("2pm?", 14),
        ("by 5pm", 17),
        ("14:00 approx", 14),
    ],
)
def test_rough_times(text: str, hours: int) -> None:
    assert read_time(text) == TimeReading(dt.time(hours), "approx")


PARTS = (
    "am PM morning afternoon eve evening night overnight lunchtime|early hours|late evening|during "
    "the night|after school|am/pm|school day"
)


@pytest.mark.parametrize(
    "text", [part for group in PARTS.split("|") for part in (group.split() if group.startswith("am PM") else [group])]
)
def test_parts_of_the_day(text: str) -> None:
    assert read_time(text) == TimeReading(precision="part_of_day")


@pytest.mark.parametrize("text", ["", "-", "\u2013", "N/K", "n/a", "not recorded", "unknown", "TBC", "no time given", "?"])
def test_no_time(text: str) -> None:
    assert read_time(text) == TimeReading()


@pytest.mark.parametrize("text", ["25:70", "12:60", "7", "soon", "2 o'clock", "99.99", "9:5"])
def test_words_that_are_no_time_of_day(text: str) -> None:
    assert read_time(text) == TimeReading(precision="invalid")


def test_twenty_four_hours_is_midnight_and_asked_about() -> None:
    assert read_time("24:00") == TimeReading(dt.time(0), "exact", midnight=True)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("14:30-15:00", 14.5, 15, "exact"),
        ("2pm to 3pm", 14, 15, "exact"),
        ("2-3pm", 14, 15, "exact"),
        ("between 2pm and 3pm", 14, 15, "approx"),
    ],
)
def test_from_one_hour_to_another(text: str, start: float, end: int, precision: str) -> None:
    assert read_time(text) == TimeReading(dt.time(int(start), int(start % 1 * 60)), precision, dt.time(end))


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (910.0, "910", "09:10"),
        (1829.0, "1829", "18:29"),
        (45.0, "45", "00:45"),
        (17.0, "17", "17:00"),
        (9.3, "9.3", "09:30"),
        (0.4375, "0.4375", "10:30"),
    ],
)
def test_numbers_in_time_cells(number: float, text: str, expected: str) -> None:
    assert read_time_number(number, text) == TimeReading(dt.time.fromisoformat(expected), "exact")


def test_a_number_that_may_mean_two_times_is_not_guessed() -> None:
    assert read_time_number(0.15, "0.15").precision == "invalid"


@given(st.times(), st.sampled_from(["%H:%M", "%H.%M", "%H%M", "%H%Mhrs", "%I:%M %p", "%I.%M%p", "%H:%M:%S"]))
def test_every_time_written_in_every_way_is_that_time(value: dt.time, form: str) -> None:
    assert read_time(value.strftime(form)) == TimeReading(value.replace(second=0, microsecond=0, tzinfo=None), "exact")


@given(st.text(max_size=40))
def test_no_words_whatever_break_the_reading(text: str) -> None:
    assert isinstance(read_time(text), TimeReading)
    assert read_mark(text)[0] in {"yes", "no", "n/a", None}


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        (
            "yes",
            (
                "Y|y|Yes|YES|Yes \u2013 asleep|Yes - with mother|Seen|seen alone|\u2713|TRUE|Both seen|Not seen "
                "alone|Skye only|Y (both)"
            ),
        ),
        ("no", "N|n|No|NO|Not seen|No - asleep upstairs|N (no access)|\u2717|FALSE|child not seen|no reply|NS|wasn't seen"),
        ("n/a", "N/A|n/a|na|NA|-|\u2013|not applicable|N/A - unborn|none"),
        (None, "|?|N/K|unknown|not recorded|Y/N"),
    ],
)
def test_marks(answer: str | None, texts: str) -> None:
    for text in texts.split("|"):
        assert read_mark(text) == (answer, True), text


@pytest.mark.parametrize("text", ["x", "Nursery", "7"])
def test_marks_that_say_neither(text: str) -> None:
    assert read_mark(text) == (None, False)


def test_alone_or_not_beside_the_mark() -> None:
    assert [alone_beside(text) for text in ("seen alone", "Yes - with mother", "Not seen alone", "Yes", "N")] == [
        "yes",
        "no",
        "no",
        None,
        None,
    ]


def test_several_children_in_one_answer() -> None:
    assert [together(answers) for answers in (["no", "yes"], ["n/a", "no"], [None, "n/a"], [])] == ["yes", "no", "n/a", None]
