"""Recomputes the log's chains."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from casework import verification
from casework.models.entry import LogEntry


class Command(BaseCommand):
    help = "Recompute every chain of the log and compare every state with it; name each fault (exit 1 if there is one)."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(verification.problems())
        for line in found:
            self.stdout.write(line)
        self.stdout.write(f"{LogEntry.objects.count()} entries read, {len(found)} faults found.")
        if found:
            sys.exit(1)
