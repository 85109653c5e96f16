import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_boards_agencies_people"),
        ("casework", "0005_promises_that_outlast_the_case"),
        ("chronology", "0003_who_stands_behind_a_code"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="chronology",
            options={
                "permissions": [
                    ("add_entry_chronology", "Can add entry chronology"),
                    ("change_entry_chronology", "Can change entry chronology"),
                    ("remove_entry_chronology", "Can remove entry chronology"),
                    ("restore_entry_chronology", "Can restore entry chronology"),
                    ("import_file_chronology", "Can import file chronology"),
                    ("keep_reading_chronology", "Can keep reading chronology"),
                    ("read_again_chronology", "Can read again chronology"),
                    ("answer_rows_chronology", "Can answer rows chronology"),
                    ("apply_import_chronology", "Can apply import chronology"),
                    ("set_aside_chronology", "Can set aside chronology"),
                    ("name_people_chronology", "Can name people chronology"),
                    ("bind_chronology", "Can bind chronology"),
                    ("share_chronology", "Can share chronology"),
                    ("unshare_chronology", "Can unshare chronology"),
                ],
                "verbose_name_plural": "chronologies",
            },
        ),
        migrations.AddField(
            model_name="importfile",
            name="remembered",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="importfile",
            name="replaces",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.importfile"
            ),
        ),
        migrations.AddField(
            model_name="importfile",
            name="replaces_chosen",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="importrow",
            name="answer",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="importrow",
            name="answered_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="importrow",
            name="answered_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="applied",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="importrow",
            name="changes",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="importrow",
            name="decision",
            field=models.CharField(blank=True, choices=[("take", "Yes"), ("leave", "No")], max_length=8),
        ),
        migrations.AddField(
            model_name="importrow",
            name="entry_version",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="status",
            field=models.CharField(
                choices=[
                    ("taken", "New"),
                    ("question", "New, with a question"),
                    ("changed", "Changed"),
                    ("gone", "Gone from the file"),
                    ("outside", "Held aside: outside the period"),
                    ("refused", "Not taken"),
                    ("duplicate", "Already there"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="ColumnOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("columns", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ("set_at", models.DateTimeField()),
                (
                    "board",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.board"),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Printout",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("chronologies", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("entry_ids", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("columns", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ("paper", models.CharField(choices=[("A4", "A4, across"), ("A3", "A3, across")], default="A4", max_length=2)),
                ("asked_at", models.DateTimeField()),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("failed_because", models.CharField(blank=True, max_length=240)),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "asked_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case")),
            ],
            options={
                "ordering": ["-asked_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("finished_at__isnull", True)), fields=["asked_at"], name="printouts_to_be_made"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RememberedColumns",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("headings", models.CharField(max_length=64)),
                ("meanings", models.JSONField()),
                ("date_order", models.CharField(blank=True, max_length=3)),
                ("decided_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.agency"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agency", "headings"), name="columns_remembered_once")],
            },
        ),
    ]
