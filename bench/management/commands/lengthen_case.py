"""Makes one case of a board as long as a review can become: for the bench."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from bench.long_case import AGENCIES, ENTRIES, lengthen


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("prefix", help="the board's")

    def handle(self, *args: Any, **options: Any) -> None:
        if lengthen(options["prefix"]):
            self.stdout.write(f"A case of {options['prefix']} has {ENTRIES:,} entries of {AGENCIES} agencies now.")
