"""The analyst against cases whose truth is known: the pack's, and one written apart from it in other words."""

from __future__ import annotations

import random
from dataclasses import asdict

import pytest

from chronology.analysis import KINDS
from chronology.analysis.analysing import analyse
from tests.chronology.analysis.cases.beckside import BECKSIDE
from tests.chronology.analysis.cases.ferry import FERRY
from tests.chronology.analysis.cases.quarter import QUARTER
from tests.chronology.analysis.cases.weaving import Script
from tests.chronology.analysis.scoring import alder, measure, woven


def test_alder() -> None:
    score = measure(alder())
    assert score.same_recall >= 0.97
    assert score.same_precision >= 0.95
    assert score.contradiction_recall >= 0.9
    assert score.contradiction_precision >= 0.85
    assert score.gaps_found == 1
    assert score.decoys_joined == 0


def test_the_second_case_is_read_as_well_as_the_first() -> None:
    """Within 0.05 in every figure of same events and contradictions."""
    first, second = measure(alder()), measure(woven(FERRY))
    for figure in ("same_precision", "same_recall", "contradiction_precision", "contradiction_recall"):
        assert getattr(second, figure) >= getattr(first, figure) - 0.05, figure


@pytest.mark.parametrize("script", [FERRY, QUARTER, BECKSIDE], ids=lambda script: script.name)
def test_other_cases_are_read_as_well(script: Script) -> None:
    score = measure(woven(script))
    assert score.same_recall >= 0.95
    assert score.same_precision >= 0.95
    assert score.contradiction_recall >= 0.9
    assert score.contradiction_precision >= 0.9
    assert score.gaps_found == 1
    assert score.decoys_joined == 0


def test_the_order_of_the_records_does_not_matter_and_answers_stick() -> None:
    case = woven(FERRY)
    shuffled = list(case.records)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any order will do
    again = analyse(shuffled, agencies=case.agencies, period=case.period)
    first = case.proposals()
    assert [asdict(each) for each in again] == [asdict(each) for each in first]
    identities = [each.identity for each in first]
    assert len(set(identities)) == len(identities)
    assert [KINDS.index(each.kind) for each in first] == sorted(KINDS.index(each.kind) for each in first)


def test_progress_is_told_to_the_end() -> None:
    case = woven(FERRY)
    told: list[tuple[int, int]] = []
    analyse(case.records, agencies=case.agencies, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (2 * len(case.records), 2 * len(case.records))
