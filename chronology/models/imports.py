"""A file that an agency sent, what was read in it row by row, and what became of it."""

from __future__ import annotations

from datetime import date, time
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agencies.models import Agency, Person
from casework.models.document import Document
from casework.refusals import refuse
from chronology.models.chronology import Chronology
from chronology.models.entry import Entry
from chronology.wording import hour_in_words, when_in_words
from frameworks import clock

STAGES = [
    ("waiting", "Waiting to be read"),
    ("reading", "Being read"),
    ("read", "Waiting for an answer"),
    ("applied", "Taken in"),
    ("aside", "Set aside"),
    ("refused", "Could not be read"),
]
STATUSES = [
    ("taken", "New"),
    ("question", "New, with a question"),
    ("changed", "Changed"),
    ("gone", "Gone from the file"),
    ("outside", "Held aside: outside the period"),
    ("refused", "Not taken"),
    ("duplicate", "Already there"),
]
NOT_TO_BE_TAKEN = ("elsewhere", "coded")  # rows that went out from here, of another chronology or without their names
DECISIONS = [("take", "Yes"), ("leave", "No")]
BECOMES_AN_ENTRY = Q(status__in=["taken", "question"]) & ~Q(decision="leave") | Q(
    status__in=["outside", "refused"], decision="take"
)


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def open(self) -> ImportFileQuerySet:
        """Files of which nobody has yet said what shall become of them."""
        return self.filter(stage__in=["waiting", "reading", "read"])

    def waiting(self) -> ImportFileQuerySet:
        """Files that were read and wait for an answer."""
        return self.filter(stage="read")


class ImportFile(models.Model):
    """A file sent by an agency, kept as it came (``sha256``), and what the reading made of it.

    ``tables`` says what each heading was taken to mean; ``mapping`` what the agency put right in that; ``remembered``
    names the corrections of an earlier file that were used again. ``replaces`` is the file of which this one is a later
    version, found by its rows unless ``replaces_chosen``. ``held_until`` is the lease of the worker that reads: when it has
    run out, another may begin again from the start.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    chronology = models.ForeignKey(Chronology, on_delete=models.PROTECT, related_name="imports")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    filename = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()

    stage = models.CharField(max_length=12, choices=STAGES, default="waiting")
    percent = models.PositiveSmallIntegerField(default=0)
    sentence = models.TextField(blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    mapping = models.JSONField(default=dict, blank=True)
    date_order = models.CharField(max_length=3, blank=True, choices=[("DMY", "Day first"), ("MDY", "Month first")])
    hidden_sheets = models.BooleanField(default=False)
    remembered = models.JSONField(default=list, blank=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replaces_chosen = models.BooleanField(default=False)

    read_order = models.CharField(max_length=3, blank=True)
    read_order_why = models.TextField(blank=True)
    tables = models.JSONField(default=list, blank=True)
    aside = models.JSONField(default=list, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-sent_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(stage__in=[stage for stage, _ in STAGES]), name="import_stage_is_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["held_until"], condition=Q(stage__in=["waiting", "reading"]), name="imports_to_be_read"),
        ]

    def __str__(self) -> str:
        return self.filename

    def get_absolute_url(self) -> str:
        return reverse("chronology:import", args=[self.pk])

    @property
    def is_stuck(self) -> bool:
        """Whether whoever reads it has not been heard of for too long."""
        return self.stage == "reading" and self.held_until is not None and self.held_until < clock.now()

    def new_rows(self) -> Any:
        """The rows that would become entries now, in the file's order: those not yet in the chronology."""
        known = Entry.objects.filter(chronology_id=self.chronology_id).exclude(digest="").values("digest")
        rows = self.rows.filter(BECOMES_AN_ENTRY, entry__isnull=True)
        return rows.exclude(digest__in=known).order_by("ordinal")

    def changing_rows(self) -> Any:
        """The rows whose entry somebody said shall be changed to what the file now says."""
        return self.rows.filter(status__in=["changed", "outside", "refused"], entry__isnull=False, decision="take")

    def gone_rows(self) -> Any:
        """The entries that the file no longer has, and that somebody said shall be struck out."""
        return self.rows.filter(status="gone", decision="take")

    def must_wait_for_an_answer(self) -> None:
        """Refuse what can only be done with a file that was read and not yet answered."""
        self.refresh_from_db()
        if self.stage != "read":
            refuse(f"The file is not waiting for an answer. It is: {self.get_stage_display().lower()}.")

    def must_be_readable_again(self) -> None:
        """Refuse while somebody reads it, and once its rows have been taken in."""
        self.refresh_from_db()
        if self.stage == "applied" or (self.stage == "reading" and not self.is_stuck):
            refuse(f"The file cannot be read again now. It is: {self.get_stage_display().lower()}.")

    def must_be_open(self) -> None:
        """Refuse once somebody has said what becomes of it."""
        self.refresh_from_db()
        if self.stage in {"applied", "aside"}:
            refuse(f"The file has been answered already. It is: {self.get_stage_display().lower()}.")


class ImportRow(models.Model):
    """One row of a file: what it says, what was made of it, and why.

    ``facts`` are the fields of the entry it would become, ``raw`` the original cells. ``entry`` is the entry it became, the
    one that already says the same, or the one it was before (``entry_version`` as it stood when both were compared,
    ``changes`` the fields that differ). A row that is ``gone`` is an entry that an earlier version of the file had.
    ``decision`` and ``answer`` are what a person said: take it or leave it, what its date is, and why. ``applied`` says that
    the entry was written from this row.
    """

    import_file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="rows")
    ordinal = models.PositiveIntegerField()
    place = models.JSONField(default=dict)
    place_words = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=STATUSES)
    reason = models.CharField(max_length=40, blank=True)
    sentence = models.TextField(blank=True)
    questions = models.JSONField(default=list, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    raw = models.JSONField(default=dict, blank=True)
    digest = models.CharField(max_length=64)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry_version = models.PositiveIntegerField(null=True, blank=True)
    changes = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=8, blank=True, choices=DECISIONS)
    answer = models.JSONField(default=dict, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    applied = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["ordinal"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["import_file", "ordinal"], name="import_row_once")]
        indexes: ClassVar = [models.Index(fields=["import_file", "status", "ordinal"], name="import_rows_by_status")]

    def __str__(self) -> str:
        return self.place_words

    def get_absolute_url(self) -> str:
        return reverse("chronology:import_row", args=[self.import_file_id, self.ordinal])

    @property
    def taken_as(self) -> dict[str, Any]:
        """The fields of the entry that the row becomes: as read, with what a person put right."""
        return self.facts | self.answer.get("facts", {})

    @property
    def may_be_answered(self) -> bool:
        """Whether a person decides about it: not about what is there already, nor what cannot come in whatever one says."""
        return self.status != "duplicate" and self.reason not in NOT_TO_BE_TAKEN

    @property
    def is_edited_since(self) -> bool:
        """Whether somebody changed the entry by hand since a file last wrote it."""
        return self.reason == "edited_since"

    @property
    def when(self) -> str:
        """The date as it was understood, in words; nothing where it gave none."""
        facts = self.taken_as
        if not facts.get("start"):
            return ""
        days = (date.fromisoformat(facts[name]) for name in ("start", "end"))
        return when_in_words(*days, facts["precision"])

    @property
    def hour(self) -> str:
        """The time as it was understood, in words."""
        facts = self.taken_as
        at, until = (time.fromisoformat(facts[name]) if facts.get(name) else None for name in ("time", "end_time"))
        return hour_in_words(at, until, facts.get("time_precision", ""), facts.get("time_words", ""))


class RememberedColumns(models.Model):
    """What the columns of a table with these headings mean in an agency's files, as somebody put it right.

    Headings are kept as hashes: one of them may name a person of the case whose file it came from.
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    headings = models.CharField(max_length=64)
    meanings = models.JSONField()
    date_order = models.CharField(max_length=3, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "headings"], name="columns_remembered_once")]

    def __str__(self) -> str:
        return f"columns of {self.agency}"
