import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django_fsm
from django.conf import settings
from django.db import migrations, models

import chronology.models.entry


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_boards_agencies_people"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casework", "0003_clocks_stop"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Chronology",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("report_id", models.UUIDField(blank=True, null=True)),
                ("entry_count", models.PositiveIntegerField(default=0, editable=False)),
                ("last_number", models.PositiveIntegerField(default=0, editable=False)),
                ("shared_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("compiling", "Being compiled"), ("shared", "Shared with the panel")],
                        default="compiling",
                        max_length=40,
                        protected=True,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"),
                ),
            ],
            options={
                "verbose_name_plural": "chronologies",
                "permissions": [
                    ("add_entry_chronology", "Can add entry chronology"),
                    ("change_entry_chronology", "Can change entry chronology"),
                    ("remove_entry_chronology", "Can remove entry chronology"),
                    ("restore_entry_chronology", "Can restore entry chronology"),
                    ("import_file_chronology", "Can import file chronology"),
                    ("keep_reading_chronology", "Can keep reading chronology"),
                    ("read_again_chronology", "Can read again chronology"),
                    ("apply_import_chronology", "Can apply import chronology"),
                    ("set_aside_chronology", "Can set aside chronology"),
                    ("bind_chronology", "Can bind chronology"),
                    ("share_chronology", "Can share chronology"),
                    ("unshare_chronology", "Can unshare chronology"),
                ],
            },
            bases=(django_fsm.FSMModelMixin, models.Model),
        ),
        migrations.CreateModel(
            name="ChronologyGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grant_rows",
                        to="chronology.chronology",
                    ),
                ),
                ("group", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.group")),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("start", models.DateField()),
                ("end", models.DateField()),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "Exact day"),
                            ("approx_day", "About this day"),
                            ("range", "From one day to another"),
                            ("week", "The week of"),
                            ("part_month", "Part of a month"),
                            ("month", "The month"),
                            ("approx_month", "About this month"),
                            ("term", "School term"),
                            ("year", "The year"),
                        ],
                        default="day",
                        max_length=12,
                    ),
                ),
                ("date_words", models.TextField(blank=True)),
                ("time", models.TimeField(blank=True, null=True)),
                ("end_time", models.TimeField(blank=True, null=True)),
                (
                    "time_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "Exact"),
                            ("approx", "About"),
                            ("part_of_day", "Part of the day"),
                            ("unclear", "Unclear"),
                        ],
                        max_length=12,
                    ),
                ),
                ("time_words", models.TextField(blank=True)),
                ("order_key", models.BigIntegerField(editable=False)),
                ("source", models.TextField()),
                ("agency_words", models.TextField(blank=True, verbose_name="agency named in the record")),
                ("professional", models.TextField(blank=True)),
                ("persons", models.TextField(blank=True, verbose_name="persons concerned")),
                ("contact_type", models.TextField(blank=True, verbose_name="kind of contact")),
                ("event", models.TextField()),
                (
                    "child_seen",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("not_applicable", "Not applicable"),
                            ("not_recorded", "Not recorded"),
                        ],
                        default="not_recorded",
                        max_length=16,
                    ),
                ),
                (
                    "child_alone",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("not_applicable", "Not applicable"),
                            ("not_recorded", "Not recorded"),
                        ],
                        default="not_recorded",
                        max_length=16,
                        verbose_name="child seen alone",
                    ),
                ),
                ("child_views", models.TextField(blank=True, verbose_name="child’s wishes and feelings")),
                ("action", models.TextField(blank=True, verbose_name="action or response")),
                ("outcome", models.TextField(blank=True)),
                ("known_on", models.DateField(blank=True, null=True, verbose_name="the agency came to know on")),
                ("told", models.TextField(blank=True, verbose_name="who was told")),
                ("standard", models.TextField(blank=True, verbose_name="expected standard")),
                ("comment", models.TextField(blank=True, verbose_name="author’s comment")),
                ("line_of_enquiry", models.TextField(blank=True, verbose_name="line of enquiry")),
                (
                    "lines",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("theme", models.TextField(blank=True)),
                ("significance", models.TextField(blank=True)),
                ("is_significant", models.BooleanField(default=False, verbose_name="key episode")),
                ("reference", models.TextField(blank=True, verbose_name="reference in the record")),
                ("place", models.JSONField(blank=True, default=dict)),
                ("place_words", models.CharField(blank=True, max_length=200)),
                ("raw", models.JSONField(blank=True, default=dict)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("written_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(blank=True, null=True)),
                ("struck_because", models.TextField(blank=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                django.db.models.functions.text.Left("event", 20000),
                                django.db.models.functions.text.Left("professional", 20000),
                                django.db.models.functions.text.Left("persons", 20000),
                                django.db.models.functions.text.Left("source", 20000),
                                django.db.models.functions.text.Left("agency_words", 20000),
                                django.db.models.functions.text.Left("contact_type", 20000),
                                django.db.models.functions.text.Left("action", 20000),
                                django.db.models.functions.text.Left("outcome", 20000),
                                django.db.models.functions.text.Left("child_views", 20000),
                                django.db.models.functions.text.Left("told", 20000),
                                django.db.models.functions.text.Left("standard", 20000),
                                django.db.models.functions.text.Left("comment", 20000),
                                django.db.models.functions.text.Left("theme", 20000),
                                django.db.models.functions.text.Left("significance", 20000),
                                django.db.models.functions.text.Left("reference", 20000),
                                config="english",
                            ),
                            "||",
                            chronology.models.entry.CaseLexeme(models.F("case")),
                            None,
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.case",
                    ),
                ),
                (
                    "chronology",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="chronology.chronology",
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
            },
        ),
        migrations.CreateModel(
            name="EntryVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("written", models.JSONField()),
                ("written_at", models.DateTimeField()),
                ("changed_because", models.TextField(blank=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="chronology.entry"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("filename", models.CharField(max_length=160)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("sent_at", models.DateTimeField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be read"),
                            ("reading", "Being read"),
                            ("read", "Waiting for an answer"),
                            ("applied", "Taken in"),
                            ("aside", "Set aside"),
                            ("refused", "Could not be read"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("sentence", models.TextField(blank=True)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("mapping", models.JSONField(blank=True, default=dict)),
                (
                    "date_order",
                    models.CharField(blank=True, choices=[("DMY", "Day first"), ("MDY", "Month first")], max_length=3),
                ),
                ("hidden_sheets", models.BooleanField(default=False)),
                ("read_order", models.CharField(blank=True, max_length=3)),
                ("read_order_why", models.TextField(blank=True)),
                ("tables", models.JSONField(blank=True, default=list)),
                ("aside", models.JSONField(blank=True, default=list)),
                ("remarks", models.JSONField(blank=True, default=list)),
                ("counts", models.JSONField(blank=True, default=dict)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="chronology.chronology"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.document",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-sent_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="import_file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="chronology.importfile",
            ),
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.PositiveIntegerField()),
                ("place", models.JSONField(default=dict)),
                ("place_words", models.CharField(blank=True, max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("taken", "New"),
                            ("question", "New, with a question"),
                            ("duplicate", "Already there"),
                            ("refused", "Not taken"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("sentence", models.TextField(blank=True)),
                ("questions", models.JSONField(blank=True, default=list)),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("raw", models.JSONField(blank=True, default=dict)),
                ("digest", models.CharField(max_length=64)),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.entry",
                    ),
                ),
                (
                    "import_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="chronology.importfile"
                    ),
                ),
            ],
            options={
                "ordering": ["ordinal"],
            },
        ),
        migrations.AddConstraint(
            model_name="chronology",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["compiling", "shared"])), name="chronology_state_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="chronology",
            constraint=models.UniqueConstraint(fields=("case", "agency"), name="one_chronology_per_agency"),
        ),
        migrations.AlterUniqueTogether(
            name="chronologygrant",
            unique_together={("group", "permission", "content_object")},
        ),
        migrations.AddConstraint(
            model_name="entryversion",
            constraint=models.UniqueConstraint(fields=("entry", "version"), name="entry_version_once"),
        ),
        migrations.AddIndex(
            model_name="importfile",
            index=models.Index(
                condition=models.Q(("stage__in", ["waiting", "reading"])),
                fields=["held_until"],
                name="imports_to_be_read",
            ),
        ),
        migrations.AddConstraint(
            model_name="importfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["waiting", "reading", "read", "applied", "aside", "refused"])),
                name="import_stage_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("struck_at__isnull", True)),
                fields=["case", "order_key", "number", "id"],
                include=("chronology", "start", "end", "child_seen", "is_significant", "lines"),
                name="entries_of_a_case_by_time",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("struck_at__isnull", True)),
                fields=["chronology", "order_key", "number", "id"],
                name="entries_of_an_agency_by_time",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="entries_by_words"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("chronology", "number"), name="entry_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("digest", ""), _negated=True),
                fields=("chronology", "digest"),
                name="row_taken_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gte", models.F("start"))), name="entry_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(condition=models.Q(("source", ""), _negated=True), name="entry_has_a_source"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(condition=models.Q(("event", ""), _negated=True), name="entry_tells_something"),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["import_file", "status", "ordinal"], name="import_rows_by_status"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("import_file", "ordinal"), name="import_row_once"),
        ),
    ]
