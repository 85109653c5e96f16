"""The drawn machines are the machines that run."""

from pathlib import Path

from django.conf import settings

from casework import drawing


def test_the_drawing_is_true() -> None:
    drawn = (Path(settings.BASE_DIR) / "docs" / "machines.md").read_text(encoding="utf-8")
    assert drawn == drawing.page(), "run manage.py draw_machines and read what changed"
