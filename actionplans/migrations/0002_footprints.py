"""The states of responses and actions cannot change without an entry in the log."""

from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [("actionplans", "0001_responses_and_actions"), ("casework", "0002_the_log")]

    operations = [footprint_required("actionplans_response", "actionplans_action")]
