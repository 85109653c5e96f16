import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
from django.db import migrations, models

from casework.database import footprint_required


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("casework", "0005_promises_that_outlast_the_case"),
        ("chronology", "0002_agencies_compile_chronologies_footprints"),
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
        migrations.CreateModel(
            name="KeyedPerson",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child", "A child of the family"),
                            ("family", "An adult of the family, or close to it"),
                            ("other", "Somebody else the records name"),
                            ("professional", "Somebody who worked with the family"),
                        ],
                        default="other",
                        max_length=16,
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=160)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("", "Not recorded"), ("female", "Female"), ("male", "Male"), ("other", "Another")],
                        max_length=8,
                    ),
                ),
                ("is_told", models.BooleanField(default=False, verbose_name="agencies may use this code")),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "became",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.keyedperson",
                    ),
                ),
                (
                    "chronology",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.chronology",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "keyed people",
                "ordering": ["kind", "code"],
            },
        ),
        migrations.CreateModel(
            name="KeyedIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=160)),
                (
                    "spellings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160), blank=True, default=list, size=None
                    ),
                ),
                ("date_of_birth", models.DateField(blank=True, null=True)),
                ("date_of_death", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identity", to="chronology.keyedperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("state", django_fsm.FSMField(choices=[("kept", "Kept")], default="kept", max_length=40, protected=True)),
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case")),
            ],
            options={
                "verbose_name": "key",
                "permissions": [
                    ("add_person_personkey", "Can add person personkey"),
                    ("change_person_personkey", "Can change person personkey"),
                    ("merge_people_personkey", "Can merge people personkey"),
                    ("remove_person_personkey", "Can remove person personkey"),
                    ("reveal_personkey", "Can reveal personkey"),
                ],
            },
            bases=(django_fsm.FSMModelMixin, models.Model),
        ),
        migrations.AddField(
            model_name="keyedperson",
            name="key",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="people", to="chronology.personkey"
            ),
        ),
        migrations.CreateModel(
            name="KeyedIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.CharField(max_length=200)),
                (
                    "chronology",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.chronology",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identifiers", to="chronology.personkey"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PersonKeyGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grant_rows", to="chronology.personkey"
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
            name="KeyedRelation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child_of", "is a child of"),
                            ("partner_of", "is or was the partner of"),
                            ("married_to", "is or was married to"),
                            ("sibling_of", "is a sibling of"),
                            ("cared_for_by", "is or was cared for by"),
                            ("friend_of", "is a friend of"),
                        ],
                        max_length=16,
                    ),
                ),
                ("begins_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "other",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chronology.keyedperson"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relations", to="chronology.keyedperson"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "other", "kind", "begins_on"), name="related_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("other")), _negated=True), name="related_to_somebody_else"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="personkey",
            constraint=models.CheckConstraint(condition=models.Q(("state__in", ["kept"])), name="personkey_state_is_known"),
        ),
        migrations.AddConstraint(
            model_name="keyedperson",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at__isnull", True)),
                fields=("key", "chronology", "code"),
                name="code_once_in_a_list",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="keyedperson",
            constraint=models.CheckConstraint(condition=models.Q(("code", ""), _negated=True), name="keyed_person_has_a_code"),
        ),
        migrations.AddConstraint(
            model_name="keyedidentifier",
            constraint=models.UniqueConstraint(
                fields=("key", "chronology", "words"), name="identifier_once_in_a_list", nulls_distinct=False
            ),
        ),
        migrations.AlterUniqueTogether(
            name="personkeygrant",
            unique_together={("group", "permission", "content_object")},
        ),
        footprint_required("chronology_personkey"),
    ]
