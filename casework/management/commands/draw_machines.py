"""Writes docs/machines.md from the models."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from casework import drawing


class Command(BaseCommand):
    help = "Draw every machine from the code into docs/machines.md."

    def handle(self, *args: Any, **options: Any) -> None:
        target = Path(settings.BASE_DIR) / "docs" / "machines.md"
        target.write_text(drawing.page(), encoding="utf-8")
        self.stdout.write(f"Drawn: {target.relative_to(settings.BASE_DIR)}")
