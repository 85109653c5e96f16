"""Entries of a part of a day stand where that part begins, no longer before every hour of the day."""

from itertools import islice
from typing import Any

from django.db import migrations
from django.db.models import F

from chronology.ordering import order_key

BATCH = 2_000


def place(apps: Any, editor: Any) -> None:
    entries = apps.get_model("chronology", "Entry").objects
    told = entries.filter(time__isnull=True, time_precision="part_of_day", start=F("end"))
    ahead = told.only("start", "end", "time_words").iterator(BATCH)
    while some := list(islice(ahead, BATCH)):
        for entry in some:
            entry.order_key = order_key(entry.start, entry.end, None, entry.time_words)
        entries.bulk_update(some, ["order_key"])


class Migration(migrations.Migration):
    dependencies = [("chronology", "0007_the_panel_reads_them_together")]

    operations = [migrations.RunPython(place, migrations.RunPython.noop)]
