"""Rows that became entries before this was noted: their entry was written from them."""

from typing import Any

from django.db import migrations


def note(apps: Any, editor: Any) -> None:
    rows = apps.get_model("chronology", "ImportRow").objects
    rows.filter(import_file__stage="applied", entry__isnull=False, status__in=["taken", "question"]).update(applied=True)


class Migration(migrations.Migration):
    dependencies = [("chronology", "0004_files_are_answered_row_by_row")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
