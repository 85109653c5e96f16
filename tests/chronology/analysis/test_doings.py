"""Who did it and to whom: two records name two people for one doing, and a third bears one of them out."""

from __future__ import annotations

import pytest

from tests.chronology.analysis.test_rules import differing, told_by_several

TOLD = "Mia Reed and her uncle Carl Reed and her father Owen Reed, fire station yard on Saturday."
DIFFER = [
    ("Carl punched Owen by the hose rack.", "Owen was punched by Carl.", "Owen landed the first punch on Carl."),
    ("Carl came across her behind the tower.", "Spotted by Carl behind the tower.", "It was Owen who tracked her down."),
    ("Owen kicked through the gate.", "The gate kicked in, Owen did it.", "Carl put his boot through the gate."),
    ("A knife was in the rucksack of Carl.", "Carl had a knife in his bag.", "The knife was on Owen."),
    ("Owen flung a spanner.", "A spanner was hurled by her dad.", "A spanner was lobbed by Carl."),
    ("Carl was at the wheel.", "Carl drove the van.", "Owen was driving the van."),
]
AGREE = [
    ("Carl punched Owen by the hose rack.", "Owen was punched by Carl.", "Carl punched him."),
    ("Owen flung a spanner.", "A spanner was thrown by father, child present.", "Spanner thrown, Owen did it."),
    ("Owen kicked through the gate.", "The gate kicked in.", "Carl did not kick in the gate, nor would he."),
    ("Carl came across her behind the tower.", "Carl found her.", "Officers collected her. Owen was told."),
]


def rows(*told: str) -> list[str]:
    return differing("account", *told_by_several(TOLD, *told))


@pytest.mark.parametrize("told", DIFFER, ids=lambda told: told[0])
def test_a_third_bears_one_of_two_out(told: tuple[str, str, str]) -> None:
    assert rows(*told) == ["care", "gp", "police"]


@pytest.mark.parametrize("told", DIFFER, ids=lambda told: told[0])
def test_two_alone_are_not_shown(told: tuple[str, str, str]) -> None:
    assert rows(told[0], told[2]) == []
    assert rows(told[0], told[2], "Nothing more is known of it.") == []


@pytest.mark.parametrize("told", AGREE, ids=lambda told: told[0])
def test_who_may_be_one_or_did_nothing(told: tuple[str, str, str]) -> None:
    assert rows(*told) == []
