"""Builds the demonstration."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from demo import alder, boards, people


class Command(BaseCommand):
    help = "Build the fictional boards with a case in every stage, through the verbs; does nothing where they are already."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is built only where CHAPTER8_DEMO is set: never beside real cases.")
        if people.is_engaged():
            self.stdout.write("The demonstration is there already.")
            return
        began = time.monotonic()
        with transaction.atomic():
            northshire = boards.northshire()
            alder.tell(northshire)
            boards.in_every_stage(northshire)
            boards.second_board(boards.westermere())
        self.stdout.write(f"The demonstration was built in {time.monotonic() - began:.0f} s.")
