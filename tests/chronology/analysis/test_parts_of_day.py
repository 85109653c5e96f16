"""At what time of the day it was, in whatever words: shown where a third record bears one of two out."""

from __future__ import annotations

import pytest

from tests.chronology.analysis.test_rules import differing, told_by_several

TOLD = "Mia Reed and the ferry horn at the old harbour mill."
DIFFER = [
    (
        "She turned up at the mill a few minutes before midnight.",
        "Turned up at the mill, just gone twelve at night.",
        "She turned up in time for her tea, about five.",
    ),
    (
        "Tripped over a rope during morning break.",
        "Tripped over a rope at ten to eleven.",
        "Tripped over a rope after lessons, gone quarter to four.",
    ),
    (
        "Windows rattled in the dead of night, nearly three.",
        "Woken in the small hours by rattled windows.",
        "Windows rattled around the middle of the day.",
    ),
    (
        "Nan was there at ten past one, at the gate.",
        "Nan was at the gate just after one o'clock.",
        "Nan was at the gate at about six.",
    ),
    ("Horn sounded at first light.", "The horn was heard before school.", "The horn was heard in the late evening."),
]
AGREE = [
    ("She turned up at the mill about five.", "Turned up at teatime.", "Turned up early evening, for her tea."),
    (
        "Tripped over a rope at ten to eleven.",
        "Tripped over a rope at morning break.",
        "Tripped over a rope. Nan to visit at about seven in the evening.",
    ),
    ("Spotted at the mill at ten past two.", "Spotted there at 14:10.", "Spotted at the mill by her nan, home 17:30."),
    ("Windows rattled at nine in the morning.", "Windows rattled about nine.", "Left home at six that evening."),
    (
        "Windows rattled at nine in the morning.",
        "Windows rattled about nine.",
        "The taxi came at half past three in the afternoon as usual.",
    ),
]


def rows(*told: str) -> list[str]:
    return differing("time", *told_by_several(TOLD, *told, at=""))


@pytest.mark.parametrize("told", DIFFER, ids=lambda told: told[0])
def test_a_third_bears_one_of_two_out(told: tuple[str, str, str]) -> None:
    assert rows(*told) == ["care", "gp", "police"]


@pytest.mark.parametrize("told", DIFFER, ids=lambda told: told[0])
def test_two_alone_are_not_shown(told: tuple[str, str, str]) -> None:
    assert rows(told[0], told[2]) == []


@pytest.mark.parametrize("told", AGREE, ids=lambda told: told[0])
def test_one_time_in_other_words_and_times_of_other_things(told: tuple[str, str, str]) -> None:
    assert rows(*told) == []
