from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("chronology", "0005_rows_that_were_taken_in")]

    operations: ClassVar = [
        migrations.AddField(model_name="printout", name="front", field=models.TextField(blank=True)),
    ]
