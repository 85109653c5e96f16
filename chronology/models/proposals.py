"""What the analyst noticed in a case, what people made of it, and the runs in which it looked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from agencies.models import Agency, Person
from casework.refusals import refuse
from chronology.analysis import KINDS
from chronology.models.entry import Entry
from chronology.models.integrated import IntegratedChronology
from chronology.wording import when_in_words
from frameworks import clock

KIND_WORDS = {
    "same_event": "Possible duplicate",
    "contradiction": "Possible contradiction",
    "hand_off": "Unmatched hand-off",
    "gap": "Gap",
    "silent": "Silent agency",
    "order": "Unusual order",
}
ANSWERS = [
    ("same", "The same event"),
    ("different", "Different events"),
    ("noted", "Noted"),
    ("explained", "Explained"),
]
STAGES = [
    ("waiting", "Waiting to begin"),
    ("comparing", "Being compared"),
    ("done", "Compared"),
    ("overtaken", "Overtaken by a later run"),
    ("failed", "Stopped"),
]


def answers_to(kind: str) -> list[tuple[str, str]]:
    """What may be said of a proposal of this kind: two events are one or two, anything else is noted or explained."""
    fitting = {"same", "different"} if kind == "same_event" else {"noted", "explained"}
    return [(value, label) for value, label in ANSWERS if value in fitting]


class Analysis(models.Model):
    """One run of the analyst over everything shared in a case.

    ``thresholds`` are the numbers it went by, ``sha256`` the hash over the ids and versions of the entries it saw.
    ``held_until`` is the lease of the worker that runs it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.PROTECT, related_name="analyses")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    stage = models.CharField(max_length=12, choices=STAGES, default="waiting")
    percent = models.PositiveSmallIntegerField(default=0)
    held_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    thresholds = models.JSONField(default=dict)
    agencies = models.JSONField(default=list)
    entries = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    found = models.JSONField(default=dict)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "analyses"
        ordering: ClassVar = ["-asked_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(stage__in=[stage for stage, _ in STAGES]), name="analysis_stage_is_known")
        ]
        indexes: ClassVar = [
            models.Index(fields=["held_until"], condition=Q(stage__in=["waiting", "comparing"]), name="analyses_to_be_run")
        ]

    def __str__(self) -> str:
        return f"analysis of {self.asked_at:%-d %B %Y, %H:%M}"

    @property
    def is_under_way(self) -> bool:
        """Whether it has not come to its end."""
        return self.stage in {"waiting", "comparing"}


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def resting_on(self, chronologies: Iterable[UUID]) -> ProposalQuerySet:
        """Those that rest on these chronologies and on nothing else: of any other, nobody learns that it is there."""
        return self.filter(chronologies__contained_by=list(chronologies))

    def with_questions(self) -> ProposalQuerySet:
        """Each with whether an agency has been asked and has not answered."""
        return self.annotate(is_asked=Exists(Proposal.objects.filter(pk=OuterRef("pk"), questions__state="asked")))


class Proposal(models.Model):
    """Something the analyst noticed, with its reasons. It decides nothing; ``answer`` is what people said of it.

    ``identity`` is the same in every run, so that an answer stays with what it answers. ``entries`` are the ids of the
    rows it rests on, ``chronologies`` of every chronology it was read from. ``is_standing`` says whether the last run
    found it: what nobody has answered goes when it is not found again, what somebody has stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField()
    identity = models.CharField(max_length=64)
    kind = models.CharField(max_length=16, choices=[(kind, KIND_WORDS[kind]) for kind in KINDS])
    aspect = models.CharField(max_length=40, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    reasons = models.JSONField(default=list)
    score = models.FloatField()
    entries = ArrayField(models.UUIDField(), default=list)
    chronologies = ArrayField(models.UUIDField(), default=list)
    is_standing = models.BooleanField(default=True)
    answer = models.CharField(max_length=12, choices=ANSWERS, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = [models.F("start").asc(nulls_first=True), "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["integrated", "identity"], name="proposed_once"),
            models.UniqueConstraint(fields=["integrated", "number"], name="proposal_numbered_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="proposal_kind_is_known"),
            models.CheckConstraint(condition=~Q(chronologies=[]), name="proposal_rests_on_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:proposal", args=[self.pk])

    @property
    def when(self) -> str:
        """Its day or days, in words."""
        return when_in_words(self.start, self.end or self.start, "range") if self.start else ""

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be said of it."""
        return answers_to(self.kind)

    def must_be_open(self) -> None:
        """Refuse a second answer: whoever wants another takes the first one back."""
        if self.answer:
            refuse(f"This proposal has been answered already: {self.get_answer_display().lower()}.")

    def must_be_answered(self) -> None:
        """Refuse to take back what has not been said."""
        if not self.answer:
            refuse("This proposal has not been answered.")


class Answer(models.Model):
    """What somebody said of a proposal, on which versions of its rows, and whether it was taken back."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=12, choices=ANSWERS)
    words = models.TextField(blank=True)
    versions = models.JSONField(default=dict)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proposal"], condition=Q(taken_back_at__isnull=True), name="one_answer_stands_for_a_proposal"
            )
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

    def take_back(self, by: Person, reason: str) -> None:
        """It no longer stands."""
        self.taken_back_by, self.taken_back_at, self.taken_back_because = by, clock.now(), reason
        self.save()


class JoinedEntry(models.Model):
    """That people said of this entry that it tells the same event as others: all with the same ``event``."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="+")
    integrated = models.ForeignKey(IntegratedChronology, on_delete=models.CASCADE, related_name="+")
    event = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return f"{self.entry_id} in {self.event}"


def standing_answer(proposal: Any) -> Answer | None:
    """The answer that holds now, with who gave it."""
    return Answer.objects.filter(proposal=proposal, taken_back_at__isnull=True).select_related("by").first()
