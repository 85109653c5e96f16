"""What a record says beside naming another's day: nothing in common; and an agency's name within another word."""

from __future__ import annotations

import pytest

from chronology.analysis.analysing import read_case
from chronology.analysis.pairs import weigh
from chronology.analysis.services import Services
from chronology.analysis.thresholds import Thresholds
from tests.chronology.analysis.test_rules import AGENCIES, case, record


def points(told: str) -> float:
    words = (("school", "Recorder practice in the hall, spare sock lent.", 0), ("care", told, 1))
    rows = case(*(record(f"w{at}", agency, on, text) for at, (agency, text, on) in enumerate(words)))
    found = read_case(rows, AGENCIES, lambda _: None)
    facts = {each.record.key: each for each in found.facts}
    return weigh(found, facts["w0"], facts["w1"], Thresholds()).points


def test_a_day_alone_in_common_is_little() -> None:
    assert points("Probation told us Carl Voss lost his job at the quarry yesterday.") < 0


@pytest.mark.parametrize(("words", "named"), [("the shore rang", {"=x"}), ("offshore medical done", set())])
def test_an_agency_is_not_named_within_another_word(words: str, named: set[str]) -> None:
    services = Services(aliases={"shore": "x"})
    assert services.named_in(words) == named
