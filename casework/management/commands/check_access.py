"""Proves that stored and derived permissions are equal."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from casework import access


class Command(BaseCommand):
    help = "Compare every stored permission with what the facts say, and name each difference (exit 1 if there is one)."

    def handle(self, *args: Any, **options: Any) -> None:
        found = [str(difference) for difference in access.check()]
        for line in found:
            self.stdout.write(line)
        self.stdout.write(f"{len(found)} differences between stored and derived permissions.")
        if found:
            sys.exit(1)
