from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("overview", "0002_footprints"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="entry_version",
            field=models.PositiveIntegerField(null=True),
        ),
    ]
