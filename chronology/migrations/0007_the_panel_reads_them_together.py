"""What the panel does with all agencies' entries together: proposals and answers, questions, notes, views, versions."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.conf import settings
from django.db import migrations, models

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_boards_agencies_people"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casework", "0005_promises_that_outlast_the_case"),
        ("chronology", "0006_pages_before_the_table"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IntegratedChronology",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("thresholds", models.JSONField(blank=True, default=dict)),
                ("last_proposal", models.PositiveIntegerField(default=0, editable=False)),
                ("last_note", models.PositiveIntegerField(default=0, editable=False)),
                ("last_frozen", models.PositiveIntegerField(default=0, editable=False)),
                ("joined", models.PositiveIntegerField(default=0, editable=False)),
                ("state", django_fsm.FSMField(choices=[("open", "Open")], default="open", max_length=40, protected=True)),
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case")),
            ],
            options={
                "verbose_name": "integrated chronology",
                "verbose_name_plural": "integrated chronologies",
                "permissions": [
                    ("analyse_integratedchronology", "Can analyse integratedchronology"),
                    ("keep_proposals_integratedchronology", "Can keep proposals integratedchronology"),
                    ("set_thresholds_integratedchronology", "Can set thresholds integratedchronology"),
                    ("dispose_integratedchronology", "Can dispose integratedchronology"),
                    ("reopen_integratedchronology", "Can reopen integratedchronology"),
                    ("ask_agency_integratedchronology", "Can ask agency integratedchronology"),
                    ("add_note_integratedchronology", "Can add note integratedchronology"),
                    ("change_note_integratedchronology", "Can change note integratedchronology"),
                    ("strike_note_integratedchronology", "Can strike note integratedchronology"),
                    ("restore_note_integratedchronology", "Can restore note integratedchronology"),
                    ("keep_view_integratedchronology", "Can keep view integratedchronology"),
                    ("share_view_integratedchronology", "Can share view integratedchronology"),
                    ("remove_view_integratedchronology", "Can remove view integratedchronology"),
                    ("freeze_integratedchronology", "Can freeze integratedchronology"),
                ],
            },
            bases=(django_fsm.FSMModelMixin, models.Model),
        ),
        migrations.CreateModel(
            name="FrozenVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("words", models.TextField(blank=True)),
                ("frozen_at", models.DateTimeField()),
                ("fields", models.JSONField()),
                ("agencies", models.JSONField()),
                ("changes", models.JSONField(default=dict)),
                ("entries", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "frozen_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="frozen", to="chronology.integratedchronology"
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Analysis",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_at", models.DateTimeField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to begin"),
                            ("comparing", "Being compared"),
                            ("done", "Compared"),
                            ("overtaken", "Overtaken by a later run"),
                            ("failed", "Stopped"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("held_until", models.DateTimeField(null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("thresholds", models.JSONField(default=dict)),
                ("agencies", models.JSONField(default=list)),
                ("entries", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("found", models.JSONField(default=dict)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="analyses", to="chronology.integratedchronology"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "analyses",
                "ordering": ["-asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="IntegratedChronologyGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grant_rows",
                        to="chronology.integratedchronology",
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
            name="JoinedEntry",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="chronology.entry",
                    ),
                ),
                ("event", models.UUIDField(db_index=True)),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="chronology.integratedchronology"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("entry_version", models.PositiveIntegerField(null=True)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("words", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("begun_at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(null=True)),
                ("struck_because", models.TextField(blank=True)),
                (
                    "begun_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.entry"
                    ),
                ),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="chronology.integratedchronology"
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["start", "end", "number"],
            },
        ),
        migrations.CreateModel(
            name="NoteVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("words", models.TextField()),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("written_at", models.DateTimeField()),
                (
                    "note",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="chronology.note"),
                ),
            ],
            options={
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("identity", models.CharField(max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("same_event", "Possible duplicate"),
                            ("contradiction", "Possible contradiction"),
                            ("hand_off", "Unmatched hand-off"),
                            ("gap", "Gap"),
                            ("silent", "Silent agency"),
                            ("order", "Unusual order"),
                        ],
                        max_length=16,
                    ),
                ),
                ("aspect", models.CharField(blank=True, max_length=40)),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("reasons", models.JSONField(default=list)),
                ("score", models.FloatField()),
                ("entries", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                (
                    "chronologies",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("is_standing", models.BooleanField(default=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "The same event"),
                            ("different", "Different events"),
                            ("noted", "Noted"),
                            ("explained", "Explained"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="chronology.integratedchronology",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("start"), nulls_first=True), "number"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("same", "The same event"),
                            ("different", "Different events"),
                            ("noted", "Noted"),
                            ("explained", "Explained"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("versions", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_because", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="chronology.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("entries", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ("words", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("answer_words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[("asked", "Waiting for the agency"), ("answered", "Answered"), ("withdrawn", "Withdrawn")],
                        default="asked",
                        max_length=40,
                        protected=True,
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case")),
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="chronology.chronology"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="chronology.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "pk"],
                "permissions": [("answer_question", "Can answer question"), ("withdraw_question", "Can withdraw question")],
            },
            bases=(django_fsm.FSMModelMixin, models.Model),
        ),
        migrations.CreateModel(
            name="QuestionGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grant_rows", to="chronology.question"
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
            name="SavedView",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("asked", models.TextField()),
                ("is_shared", models.BooleanField(default=False)),
                ("kept_at", models.DateTimeField()),
                (
                    "integrated",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="views", to="chronology.integratedchronology"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ["name", "kept_at"],
            },
        ),
        migrations.CreateModel(
            name="FrozenRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chronology_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("place", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "entry",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.entry"),
                ),
                (
                    "frozen",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="chronology.frozenversion",
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(fields=("frozen", "place"), name="frozen_place_once"),
                    models.UniqueConstraint(fields=("frozen", "entry"), name="entry_frozen_once_in_a_version"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="integratedchronology",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open"])), name="integratedchronology_state_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenversion",
            constraint=models.UniqueConstraint(fields=("integrated", "number"), name="frozen_numbered_once"),
        ),
        migrations.AddIndex(
            model_name="analysis",
            index=models.Index(
                condition=models.Q(("stage__in", ["waiting", "comparing"])), fields=["held_until"], name="analyses_to_be_run"
            ),
        ),
        migrations.AddConstraint(
            model_name="analysis",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["waiting", "comparing", "done", "overtaken", "failed"])),
                name="analysis_stage_is_known",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="integratedchronologygrant",
            unique_together={("group", "permission", "content_object")},
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.UniqueConstraint(fields=("integrated", "number"), name="note_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gte", models.F("start"))), name="note_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="note_says_something"),
        ),
        migrations.AddConstraint(
            model_name="noteversion",
            constraint=models.UniqueConstraint(fields=("note", "version"), name="note_version_once"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("integrated", "identity"), name="proposed_once"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("integrated", "number"), name="proposal_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("same_event", "contradiction", "hand_off", "gap", "silent", "order"))),
                name="proposal_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("chronologies", []), _negated=True), name="proposal_rests_on_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_at__isnull", True)), fields=("proposal",), name="one_answer_stands_for_a_proposal"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["asked", "answered", "withdrawn"])), name="question_state_is_known"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="questiongrant",
            unique_together={("group", "permission", "content_object")},
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(fields=("integrated", "person", "name"), name="view_named_once"),
        ),
        footprint_required("chronology_integratedchronology", "chronology_question"),
    ]
