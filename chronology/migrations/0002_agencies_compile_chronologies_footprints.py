from django.db import migrations

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [
        ("chronology", "0001_agencies_compile_chronologies"),
        ("casework", "0002_the_log"),
    ]

    operations = [footprint_required("chronology_chronology")]
