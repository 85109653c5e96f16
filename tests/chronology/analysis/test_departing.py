"""One of several who has it that what the others did or planned is not to be."""

from __future__ import annotations

import pytest

from chronology.analysis.analysing import read_case
from chronology.analysis.differences.departing import departures
from tests.chronology.analysis.test_rules import differing, told_by_several

MET = "Core group on Mia Reed at Mill Lane school with police."
DEPARTING = [
    (
        "Mediation is to be offered to both sides.",
        "Mediation worker will write to each.",
        "Mediation would be premature while he is bailed.",
    ),
    (
        "We will apply to the hardship charity for a cooker.",
        "They are asking the charity for a cooker.",
        "Team will make no bid to any charity.",
    ),
    (
        "Lucy Hale is to fit window locks this week.",
        "Window locks being put in by Friday.",
        "Nothing will be spent on locks.",
    ),
    (
        "Agreed that the dietitian will see Mia in a fortnight.",
        "Dietitian is coming to see her.",
        "No referral to a dietitian was requested.",
    ),
    (
        "Trampolining to be paid for by the trust.",
        "Trampolining will start in the gym.",
        "Trust sees no call for trampolining.",
    ),
    (
        "I will ask the nursery for a keyring alarm.",
        "Keyring device being issued.",
        "A keyring is too much for her just now and will be left out.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("said", DEPARTING)
def test_who_has_against_it_what_two_others_have_departs_from_them(said: tuple[str, str, str]) -> None:
    assert differing("outcome", *told_by_several(MET, *said)) == ["care", "gp", "police"]


ALIKE = [
    # They all leave it.
    ("Dietitian to see Mia.", "Dietitian declined the case.", "No referral to a dietitian was requested."),
    # Nobody opposed it.
    ("Lucy Hale will fit window locks.", "Locks to be put in by Friday.", "Nobody argued about the locks."),
    # It was somebody's opinion.
    ("Lucy Hale will fit window locks.", "Locks to be put in by Friday.", "I said that no lock would help her."),
    # Nothing is done about it by either.
    ("The dog is thin.", "A dog in the yard.", "No dog."),
    # What was denied is said beside it.
    ("Lucy Hale will fit window locks.", "Locks to be put in by Friday.", "No second visit about locks. Locks by Friday."),
]  # fmt: skip


@pytest.mark.parametrize("said", ALIKE)
def test_nobody_departs_from_what_is_open_or_undisputed(said: tuple[str, str, str]) -> None:
    case = read_case(told_by_several(MET, *said), {}, lambda _: None)
    assert list(departures(case, case.facts)) == []
