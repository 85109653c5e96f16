"""Measures one piece of work in a process of its own, and prints its figures as JSON: for the bench."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from bench import analysis, importing, papers
from bench.work import ENTRIES, MANY, PIECES, Measured


def importing_a_file() -> Measured:
    """A file of 5,000 rows, from the upload to its entries; it is taken back."""
    return {"seconds": importing.measure()["whole way of 5,000 rows"]}


def analysing() -> Measured:
    """The analyst over 20,000 entries."""
    seconds, megabytes = analysis.measure(ENTRIES)
    return {"seconds": seconds, "megabytes": megabytes}


def analysing_many() -> Measured:
    """The analyst over five times as many."""
    return {"seconds": analysis.measure(MANY)[0]}


def printing() -> Measured:
    """2,000 entries on A3, with the swim lanes, from the asking to the PDF."""
    return papers.measure()


WORK: dict[str, Callable[[], Measured]] = {
    "importing": importing_a_file,
    "analysing": analysing,
    "analysing_many": analysing_many,
    "printing": printing,
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("piece", choices=PIECES)

    def handle(self, *args: Any, **options: Any) -> None:
        figures = WORK[options["piece"]]()
        self.stdout.write(json.dumps(figures))
