"""How what was measured is summed up and judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench import work
from bench.figures import FILTER, FLOOR, LIST, PAGE, Figure, Memory, percentile, table, verdicts
from bench.visitor import Answer

SMALL, LARGE = "the demo", "the large one"
MEMORY = Memory(web_worker_resident=120, web_worker_share=90, demo={"web": 200, "worker": 200, "postgres": 150})

GOOD = {
    FLOOR: Figure(SMALL, FLOOR, PAGE, 3, 4.0, 5.0, 6.0, 1.0),
    "cases": Figure(SMALL, "cases", LIST, 6, 9.0, 12.0, 14.0, 2.4),
    "case summary": Figure(SMALL, "case summary", PAGE, 15, 13.0, 19.0, 25.0, 3.8),
}


def in_both(**large: Figure) -> list[Figure]:
    """The same figures in both places, but for those given for the large one."""
    return [*GOOD.values(), *(large.get(name, replace(figure, place=LARGE)) for name, figure in GOOD.items())]


def missed(figures: list[Figure], memory: Memory = MEMORY) -> list[str]:
    return [str(each) for each in verdicts(figures, memory) if not each.holds]


@pytest.mark.parametrize(("percent", "value"), [(50, 3), (95, 5), (100, 5), (20, 1), (21, 2)])
def test_a_percentile_is_a_value_that_was_measured(percent: int, value: int) -> None:
    assert percentile([5, 1, 4, 2, 3], percent) == value


def test_a_figure_sums_up_what_was_asked() -> None:
    asked = [Answer(200, time, time - 4, queries, "") for time, queries in [(10.0, 8), (12.0, 8), (40.0, 11), (11.0, 8)]]
    figure = Figure.of(SMALL, "my work", asked, floor=5.0, kind=LIST)
    assert figure == Figure(SMALL, "my work", LIST, queries=8, processor=7.5, median=11.5, p95=40.0, times=2.3)


def test_all_limits_hold() -> None:
    assert missed(in_both()) == []
    assert len(verdicts(in_both(), MEMORY)) == 7


@pytest.mark.parametrize(
    ("page", "worse", "sentence"),
    [
        (
            "cases",
            {"queries": 6, "median": 18.1, "times": 2.9},
            "slower in the large installation: 1.51 × (cases, the large one)",
        ),
        ("cases", {"times": 3.01}, "No list takes more than 3 × the floor: 3.01 × (cases, the large one)"),
        ("case summary", {"times": 4.01}, "No page takes more than 4 × the floor: 4.01 × (case summary, the large one)"),
        ("cases", {"queries": 7}, "as many queries in each place: cases 7 (the large one) and 6 (the demo)"),
    ],
)
def test_a_missed_limit_names_the_page(page: str, worse: dict[str, float], sentence: str) -> None:
    [verdict] = missed(in_both(**{page: replace(GOOD[page], place=LARGE, **worse)}))
    assert verdict.startswith("FAIL  ")
    assert verdict.endswith(sentence)


def test_the_floor_is_not_judged() -> None:
    assert missed(in_both(**{FLOOR: Figure(LARGE, FLOOR, PAGE, 99, 90.0, 500.0, 600.0, 100.0)})) == []


def test_too_many_queries() -> None:
    busy = [replace(each, queries=21) if each.page == "cases" else each for each in in_both()]
    assert missed(busy) == ["FAIL  No page asks more than 20 queries: 21 (cases, the demo)"]


@pytest.mark.parametrize(
    ("memory", "sentence"),
    [
        (replace(MEMORY, web_worker_resident=160), "FAIL  A web worker holds less than 160 MB resident: 160 MB"),
        (replace(MEMORY, demo={"web": 500, "worker": 500}), "FAIL  The whole demo holds less than 1 GB: 1000 MB"),
    ],
)
def test_too_much_memory(memory: Memory, sentence: str) -> None:
    assert missed(in_both(), memory) == [sentence]


def test_the_table_has_a_row_for_each_page() -> None:
    shown = table(in_both()).splitlines()
    assert [line[:24].strip() for line in shown] == ["", "", FLOOR, "cases", "case summary"]
    assert shown[3].split() == ["cases", *["6", "9.0", "12.0", "14.0", "2.40"] * 2]


def test_pages_of_one_place_alone_have_a_table_and_limits_of_their_own() -> None:
    alone = [Figure(SMALL, "words", FILTER, 12, 18.0, 25.0, 30.0, times) for times in (5.9, 6.1)]
    assert missed([*in_both(), replace(alone[0], place="a long one")]) == []
    longer = replace(alone[1], place="a long one")
    assert missed([*in_both(), longer]) == [
        "FAIL  No filter of 20,000 entries takes more than 6 × the floor: 6.10 × (words, a long one)"
    ]
    assert [line[:24].strip() for line in table([*in_both(), longer]).splitlines()][5:] == ["", "", "", "words"]


def test_the_work_is_judged_by_its_seconds_its_memory_and_its_growth() -> None:
    good = {"analysing": {"seconds": 8.0, "megabytes": 300.0}, "analysing_many": {"seconds": 60.0}}
    assert all(each.holds for each in work.verdicts(good))
    slow = {"analysing": {"seconds": 8.0, "megabytes": 400.0}, "analysing_many": {"seconds": 60.1}}
    assert [str(each) for each in work.verdicts(slow) if not each.holds] == [
        "FAIL  The analyst holds less than 400 MB meanwhile: 400.0 megabytes",
        "FAIL  An entry takes at most 1.5 × as long among 100,000 as among 20,000: 1.50 ×",
    ]
