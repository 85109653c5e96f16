from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("chronology", "0008_parts_of_a_day_have_their_place")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="printout",
            name="people",
            field=models.CharField(
                blank=True,
                choices=[("codes", "Codes in place of names"), ("names", "Names, as the agencies wrote them")],
                default="",
                max_length=8,
            ),
            preserve_default=False,
        ),
    ]
