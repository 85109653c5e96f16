"""Measures the same pages in every place, in turns, so that whatever else the machine does falls on all alike."""

from __future__ import annotations

import contextlib
import json
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import TypeVar

from django.db import connections

from bench import databases, work
from bench.figures import FLOOR, Figure, Memory, memory_table, table, verdicts
from bench.generate import Size
from bench.places import Addresses, LongCase, Page, pages_of
from bench.serving import served, weigh
from bench.visitor import Answer

T = TypeVar("T")

WARMING_UP = 10  # rounds for every thread to open its connection and every template to be read
ROUNDS, QUICK = 60, 15

SMALL = "the demo"
LARGE = "the large one, the same board"
GROWN = "the large one, a grown board"
LONG = "20,000 entries of 12 agencies"


def run(asked: Namespace) -> int:
    """Make both installations, measure, print and judge: 0 where every limit holds, 1 where one is missed."""
    size = Size.of(asked.boards, asked.cases)
    databases.make_demo(fresh=asked.fresh)
    databases.make_large(size, fresh=asked.fresh)
    large = databases.name_of(size)
    print(f"{SMALL}: {databases.describe(databases.DEMO)}\nthe large one: {databases.describe(large)}", flush=True)
    rounds = QUICK if asked.quick else ROUNDS
    figures, memory = measure(large, rounds)
    worked = work.measured(databases.environment(databases.DEMO))
    judged = [*verdicts(figures, memory), *work.verdicts(worked)]
    print(f"\n{table(figures)}\n\n{memory_table(memory)}\n\n" + "\n".join(map(str, judged)))
    if asked.json:
        facts = {"rounds": rounds, "figures": figures, "memory": memory, "work": worked, "verdicts": judged}
        Path(asked.json).write_text(json.dumps(facts, default=asdict, indent=2) + "\n")
    return 0 if all(each.holds for each in judged) else 1


def measure(large: str, rounds: int) -> tuple[list[Figure], Memory]:
    """Serve both installations and measure each page as often as there are rounds."""
    with contextlib.ExitStack() as meanwhile:
        small_one, large_one = (meanwhile.enter_context(served(each)) for each in (databases.DEMO, large))
        boards = databases.grown_boards(large)
        boards_of = {
            SMALL: pages_of(small_one.url, _addresses(databases.DEMO, databases.BOARD)),
            LARGE: pages_of(large_one.url, _addresses(large, boards[0])),
        }
        if len(boards) > 1:
            boards_of[GROWN] = pages_of(large_one.url, _addresses(large, boards[-1]))
        places = {place: meanwhile.enter_context(pages) for place, pages in boards_of.items()}
        long_case = _looked_up(large, lambda: LongCase.of(large, databases.BOARD))
        long_ones = {LONG: meanwhile.enter_context(long_case.pages(large_one.url))}
        figures = []
        for measured in (places, long_ones):
            in_turns(measured, WARMING_UP)
            figures += figures_of(measured, in_turns(measured, rounds))
        return figures, weigh(small_one, [large_one], databases.DEMO)


def _addresses(database: str, prefix: str) -> Addresses:
    return _looked_up(database, lambda: Addresses.of(database, prefix))


def _looked_up(database: str, look: Callable[[], T]) -> T:
    """Looked up in the installation's own database."""
    connections.databases[database] = {**connections.databases["default"], "NAME": database}
    try:
        return look()
    finally:
        connections[database].close()


Asked = dict[tuple[str, str], list[Answer]]


def in_turns(places: dict[str, list[Page]], rounds: int) -> Asked:
    """Every answer, by place and page."""
    asked: Asked = defaultdict(list)
    for _ in range(rounds):
        for row in zip(*places.values(), strict=True):
            for place, page in zip(places, row, strict=True):
                asked[place, page.name].append(page.ask())
    return asked


def figures_of(places: dict[str, list[Page]], asked: Asked) -> list[Figure]:
    """Each page beside the floor, which is the same page in every place and is measured in all of them."""
    floor = median(answer.milliseconds for place in places for answer in asked[place, FLOOR])
    return [
        Figure.of(place, page.name, asked[place, page.name], floor=floor, kind=page.kind)
        for place, pages in places.items()
        for page in pages
    ]
