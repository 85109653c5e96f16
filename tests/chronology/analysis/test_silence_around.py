"""Where a case holds hardly anything but events, what stands beside one with days of silence around it is of it too."""

from __future__ import annotations

import pytest

from chronology.analysis.records import Record
from tests.chronology.analysis.test_rules import found, record

EVERY = 10  # days from one event to the next
PLACES = "stairwell jetty orchard towpath cellar quarry chapel arcade".split()
THINGS = "lantern kettle saddle ladder mirror trolley".split()
NOBODY_ELSE = "Nobody wrote anything else for 3 days before and after; most records that stand so here are of one event."


def event(number: int) -> tuple[Record, Record]:
    """Something that two agencies tell of in words of which each is rare."""
    place, thing = PLACES[number % len(PLACES)], THINGS[number % len(THINGS)]
    own = f"Carl Voss threw a {thing} at Anna Reed in the {place}, lip split. Arrested, item {number} seized."
    heard = f"Police notification received: Carl Voss threw a {thing} at Anna Reed in the {place}, item {number}."
    return record(f"own{number}", "police", EVERY * number, own), record(f"heard{number}", "care", EVERY * number, heard)


def everyday(number: int) -> tuple[Record, Record]:
    """What two agencies each do."""
    return (
        record(f"own{number}", "police", EVERY * number, f"Speed check on the bypass, {number} tickets."),
        record(f"heard{number}", "care", EVERY * number, f"Invoice {number} for respite passed to finance."),
    )


LEFT = "Lucy pale and tearful before dinner. Given toast. Says she hates home."


def joined(*others: tuple[Record, Record], left: Record) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    records = [each for pair in others for each in pair]
    return [(each.rows, each.reasons) for each in found("same_event", *records, left, routine=False) if left.key in each.rows]


@pytest.mark.parametrize("later", [0, 2, 3])
def test_what_stands_beside_an_event_in_silence_is_of_it_too(later: int) -> None:
    ((rows, reasons),) = joined(*map(event, range(40)), left=record("left", "school", later + 10 * EVERY, LEFT))
    assert set(rows) == {"own10", "heard10", "left"}
    assert NOBODY_ELSE in reasons


@pytest.mark.parametrize(
    ("events", "others", "later"),
    [
        (40, 0, 5),  # too late for it
        (20, 20, 0),  # as often as not what stands so is each agency's own
        (15, 0, 0),  # too few to say
    ],
)
def test_otherwise_it_stays_what_it_says(events: int, others: int, later: int) -> None:
    records = [*map(event, range(events)), *map(everyday, range(events, events + others))]
    assert not joined(*records, left=record("left", "school", later + 10 * EVERY, LEFT))


def test_whoever_tells_of_others_stays_out_of_it() -> None:
    assert not joined(*map(event, range(40)), left=record("left", "school", 10 * EVERY, f"{LEFT} Another family, not the Reeds."))


def test_of_two_events_in_one_week_nothing_follows() -> None:
    records = [*map(event, range(40)), (record("own", "police", 10 * EVERY + 2, "Speed check."), event(50)[1])]
    assert not joined(*records, left=record("left", "school", 10 * EVERY, LEFT))
