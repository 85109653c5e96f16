"""The log becomes append-only, and a change of a case's state cannot commit without its entry."""

from django.db import migrations

from casework.database import NO_LOG, THE_LOG, footprint_required


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_the_case")]

    operations = [
        migrations.RunSQL(THE_LOG, NO_LOG),
        footprint_required("casework_case"),
    ]
