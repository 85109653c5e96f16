"""A report's state cannot change without an entry in the log."""

from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [("imr", "0001_the_agency_report"), ("casework", "0002_the_log")]

    operations = [footprint_required("imr_imr")]
