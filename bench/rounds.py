"""Measures the same pages in every place, in turns, so that whatever else the machine does falls on all alike."""

from __future__ import annotations

import contextlib
import json
from argparse import Namespace
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from statistics import median

from django.db import connections

from bench import databases
from bench.figures import FLOOR, Figure, Memory, memory_table, table, verdicts
from bench.generate import Size
from bench.places import Addresses, Page, pages_of
from bench.serving import served, weigh
from bench.visitor import Answer

WARMING_UP = 10  # rounds for every thread to open its connection and every template to be read
ROUNDS, QUICK = 60, 15

SMALL = "the demo"
LARGE = "the large one, the same board"
GROWN = "the large one, a grown board"


def run(asked: Namespace) -> int:
    """Make both installations, measure, print and judge: 0 where every limit holds, 1 where one is missed."""
    size = Size.of(asked.boards, asked.cases)
    databases.make_demo(fresh=asked.fresh)
    databases.make_large(size, fresh=asked.fresh)
    large = databases.name_of(size)
    print(f"{SMALL}: {databases.describe(databases.DEMO)}\nthe large one: {databases.describe(large)}", flush=True)
    rounds = QUICK if asked.quick else ROUNDS
    figures, memory = measure(large, rounds)
    judged = verdicts(figures, memory)
    print(f"\n{table(figures)}\n\n{memory_table(memory)}\n\n" + "\n".join(map(str, judged)))
    if asked.json:
        facts = {"rounds": rounds, "figures": figures, "memory": memory, "verdicts": judged}
        Path(asked.json).write_text(json.dumps(facts, default=asdict, indent=2) + "\n")
    return 0 if all(each.holds for each in judged) else 1


def measure(large: str, rounds: int) -> tuple[list[Figure], Memory]:
    """Serve both installations and measure each page as often as there are rounds."""
    with contextlib.ExitStack() as meanwhile:
        small_one, large_one = (meanwhile.enter_context(served(each)) for each in (databases.DEMO, large))
        boards = databases.grown_boards(large)
        measured = {
            SMALL: pages_of(small_one.url, _addresses(databases.DEMO, databases.BOARD)),
            LARGE: pages_of(large_one.url, _addresses(large, boards[0])),
            GROWN: pages_of(large_one.url, _addresses(large, boards[-1])),
        }
        places = {place: meanwhile.enter_context(pages) for place, pages in measured.items()}
        in_turns(places, WARMING_UP)
        figures = figures_of(places, in_turns(places, rounds))
        return figures, weigh(small_one, [large_one], databases.DEMO)


def _addresses(database: str, prefix: str) -> Addresses:
    """Looked up in the installation's own database."""
    connections.databases[database] = {**connections.databases["default"], "NAME": database}
    try:
        return Addresses.of(database, prefix)
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
        Figure.of(place, page.name, asked[place, page.name], floor=floor, is_list=page.is_list)
        for place, pages in places.items()
        for page in pages
    ]
