"""The states of overview reports and recommendations cannot change without an entry in the log."""

from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [("overview", "0001_the_overview_report"), ("casework", "0002_the_log")]

    operations = [footprint_required("overview_overviewreport", "overview_recommendation")]
