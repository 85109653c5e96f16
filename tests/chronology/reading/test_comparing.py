"""Two versions of a file: which row is which, however the file was worked on in between."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from chronology.reading.comparing import Side, changed_words, pair, share_found

FIRST = dt.date(2021, 1, 1)
VERBS = (
    "Home visit by",
    "Telephone call from",
    "Strategy discussion with",
    "Letter sent to",
    "Missed appointment with",
    "Seen by",
)
WHO = ("the health visitor", "a duty officer", "the grandmother", "the nursery", "a probation worker", "the practice nurse")
WHAT = (
    *(
        "The kitchen was bare and the baby asleep.",
        "Nobody asked who else lived there.",
        "A bruise was noted and explained by a fall.",
    ),
    *("The referral was closed without a visit.", "Voicemail left, no answer.", "Weight on the ninth centile, plan unchanged."),
)


def rows(count: int, seed: int = 7) -> list[Side]:
    """A chronology without anything that names its rows: about one a day, some days with several."""
    chance = random.Random(seed)  # noqa: S311 - the same rows each time
    made = []
    for number in range(count):
        day = FIRST + dt.timedelta(days=number * 3 // 4)
        words = (
            f"{chance.choice(VERBS)} {chance.choice(WHO)}. {chance.choice(WHAT)} {chance.choice(WHAT)} Note {number * 37 % 1009}."
        )
        made.append(Side(f"{seed}-{number}", day, day, None, words))
    return made


def other(side: Side, **different: object) -> Side:
    """A row that was worked on: whatever it says now, it is not the same any more."""
    return replace(side, digest=f"{side.digest} changed", **different)  # type: ignore[arg-type]


def test_the_same_file_is_paired_row_by_row() -> None:
    old = rows(200)
    assert pair(old, old) == {index: index for index in range(200)}
    assert share_found(old, old) == 1.0


def test_rows_that_were_moved_are_the_same_rows() -> None:
    old = rows(60)
    new = [*old[30:], *old[:30]]
    assert pair(old, new) == {index: (index + 30) % 60 for index in range(60)}


def test_another_heading_over_a_column_changes_no_row() -> None:
    """The digest hangs on the headings; what is told and when does not."""
    old = rows(80)
    new = [other(side) for side in old]
    assert pair(old, new) == {index: index for index in range(80)}
    assert share_found(old, new) == 1.0


WORKED_ON = {
    "words added": lambda side: other(side, event=f"{side.event} She was told to ring back on Monday."),
    "words put right": lambda side: other(side, event=side.event.replace(" the ", " a certain ").replace("visit", "call")),
    "only the first half left": lambda side: other(side, event=side.event[: len(side.event) // 2]),
    "the next day": lambda side: other(side, start=side.start + dt.timedelta(days=1), end=side.end + dt.timedelta(days=1)),
    "another year": lambda side: other(side, start=side.start.replace(year=2022), end=side.end.replace(year=2022)),
}


@pytest.mark.parametrize("deed", WORKED_ON)
def test_a_row_that_was_worked_on_is_still_that_row(deed: str) -> None:
    old = rows(120)
    places = range(5, 120, 10)
    new = [WORKED_ON[deed](side) if index in places else side for index, side in enumerate(old)]
    assert pair(old, new) == {index: index for index in range(120)}


def test_what_was_put_in_is_new_and_what_was_taken_out_is_gone() -> None:
    old, strange = (
        rows(100),
        [replace(side, event=f"Rent account {n} weeks behind; notice served.") for n, side in enumerate(rows(10, 8))],
    )
    kept = [side for index, side in enumerate(old) if index % 10 != 5]
    new = [*kept]
    for place, side in enumerate(strange):
        new.insert(place * 9, replace(side, start=kept[place * 8].start, end=kept[place * 8].end))
    found = pair(old, new)
    assert found == {index: old.index(side) for index, side in enumerate(new) if side in old}


def test_a_reference_names_a_row_even_if_nothing_else_is_left_of_it() -> None:
    old = [replace(side, reference=f"LOG/{number * 7}") for number, side in enumerate(rows(20))]
    new = [other(side, event="Rewritten from the start.", start=FIRST, end=FIRST) for side in reversed(old)]
    assert pair(old, new) == {index: 19 - index for index in range(20)}


def test_a_running_number_names_nothing() -> None:
    old = [replace(side, reference=str(number)) for number, side in enumerate(rows(20), start=1)]
    new = [replace(side, reference=str(number)) for number, side in enumerate(old[1:], start=1)]
    assert pair(old, new) == {index: index + 1 for index in range(19)}


def test_of_two_rows_that_are_alike_the_first_is_the_first() -> None:
    same = Side("", FIRST, FIRST, None, "Telephone call.")
    assert pair([same, same, same], [same, same]) == {0: 0, 1: 1}


def test_it_does_not_depend_on_chance() -> None:
    old = rows(150)
    new = [WORKED_ON["words put right"](side) if index % 3 else side for index, side in enumerate(rows(150, seed=9) + old)]
    assert pair(old, new) == pair(list(old), list(new))


def test_another_file_is_no_version_of_this_one() -> None:
    assert share_found(rows(50), rows(50, seed=9)) == 0.0
    assert share_found([], rows(5)) == 0.0


def test_the_words_that_changed_are_told_apart() -> None:
    assert changed_words("Seen at home. Asleep.", "Seen at school. Asleep.") == [
        ("same", "Seen at "),
        ("gone", "home"),
        ("new", "school"),
        ("same", ". Asleep."),
    ]
    assert changed_words("", "New.") == [("new", "New.")]
    assert changed_words("Gone.", "") == [("gone", "Gone.")]
