"""The review itself: from its scope to the day everything it asked for has been seen to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django_fsm import RETURN_VALUE

import frameworks
from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, guard, state_check, state_field
from casework.models import Case
from casework.refusals import refuse
from casework.statements import statement
from frameworks import clock
from frameworks.packs import Pack
from reviews.models.notices import Told, notifications_of

REVIEW_STATES = [
    ("scoping", "Being scoped"),
    ("gathering", "Gathering agency reports"),
    ("analysis", "Being analysed"),
    ("sign_off", "Awaiting sign-off"),
    ("completed", "Completed"),
    ("implementing", "Implementing"),
    ("closed", "Closed"),
    ("paused", "Paused"),
    ("discontinued", "Discontinued"),
]
RUNNING = ("scoping", "gathering", "analysis", "sign_off")
UNFINISHED = (*RUNNING, "paused")
STANDING = (*UNFINISHED, "completed", "implementing")


@guard("The terms of reference have been begun already: go on with them.")
def no_terms_yet(review: Any, by: Person | None) -> bool:
    return review.terms is None


@guard("No overview author has been appointed.")
def overview_author_is_appointed(review: Any, by: Person | None) -> bool:
    return review.overview_author is not None


@guard("The overview report has been begun already: go on with it.")
def overview_is_not_begun(review: Any, by: Person | None) -> bool:
    return review.overview_begun_on is None


@guard("Not yet told of the review: {o.untold_in_words}. Record when and how each was told.")
def everybody_is_told(review: Any, by: Person | None) -> bool:
    return not review.untold()


class Review(Governed):
    """A review of a case under one framework. It stands on a decision, and ends when its learning has been seen in practice.

    ``framework`` is the pack it is held under; a review that turns into another kind keeps everything and remembers the
    change as a ``Conversion``. While it is paused the clock of its case stands.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=40)
    begun_on = models.DateField()
    overview_begun_on = models.DateField(null=True, editable=False)
    paused_from = models.CharField(max_length=40, blank=True)
    reports_missing = models.TextField("why the review went on without every report", blank=True)
    completed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField("why it was discontinued", blank=True)
    state = state_field(REVIEW_STATES, "scoping")

    # What only the board's own people may read of a review: its proofs, its letters, its reasons.
    other_powers: ClassVar = ("read",)
    reading_power: ClassVar = "read"

    class Meta:
        ordering: ClassVar = ["-begun_on"]
        permissions = act_permissions(
            "review",
            "read",
            "request_records",
            "draft_terms",
            "appoint_overview_author",
            "record_notice",
            "commission",
            "scope",
            "begin_analysis",
            "start_overview",
            "send_for_sign_off",
            "return_to_analysis",
            "complete",
            "implement",
            "pause",
            "resume",
            "convert",
            "discontinue",
            "close",
        )
        constraints: ClassVar = [state_check("review", REVIEW_STATES)]

    def __str__(self) -> str:
        return f"{self.pack.short_title}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("reviews:case_review", args=[self.case_id])

    @property
    def pack(self) -> Pack:
        """The kind of review this is."""
        return frameworks.get(self.framework)

    @property
    def terms(self) -> Any:
        """The review's terms of reference, drafted or agreed; None before anybody began them."""
        found = next(iter(_terms_of(self.pk)), None)
        if found is not None:
            found.review = self
        return found

    @property
    def overview_author(self) -> Any:
        """The declaration of the overview author who holds the appointment; None before there is one."""
        return next(iter(_author_of(self.pk)), None)

    @property
    def is_running(self) -> bool:
        """Whether the work of reviewing goes on: neither paused, nor over."""
        return self.state in RUNNING

    @property
    def held_since(self) -> date:
        """The day since which it has been held under its present framework."""
        return next(iter(_conversions_of(self.pk)), self.begun_on)

    def agencies_told(self) -> set[Any]:
        """The ids of the agencies that know of the review because it has turned to them."""
        asked = set(_secured_by(self.pk))
        terms = self.terms
        return asked | (terms.agencies_told() if terms else set())

    def grants(self) -> Grants:
        board = self.case.board_id
        manager = {"request_records", "draft_terms", "appoint_overview_author", "record_notice", "commission", "begin_analysis"}
        manager |= {"start_overview", "pause", "resume", "close"}
        chair = {"request_records", "appoint_overview_author", "record_notice", "pause", "resume", "convert", "discontinue"}
        leads: dict[Holder, set[str]] = {Holder("lead", agency): {"view"} for agency in self.agencies_told()}
        return leads | {
            Holder("manager", board): {"view", "read"} | manager,
            Holder("chair", board): {"view", "read"} | chair,
            Holder("auditor", board): {"view", "read"},
            Holder("panel_member", self.case_id): {"view", "read"},
            Holder("overview_author", self.case_id): {"view", "read", "start_overview"},
        }

    def awaits(self) -> list[Awaited]:
        manager = Holder("manager", self.case.board_id)
        waited = [Awaited(manager, act, title) for act, title in self._next_steps()]
        if self.state == "analysis" and self.overview_author is not None and self.overview_begun_on is None:
            author = Holder("overview_author", self.case_id)
            waited.append(Awaited(author, "start_overview", f"Begin the {self.pack.terms.overview}"))
        return waited

    def _next_steps(self) -> Iterator[tuple[str, str]]:
        if self.state == "paused":
            yield "resume", "The review is paused: say when it goes on"
        if self.state in RUNNING and not self.recordsrequest_set.exists():
            yield "request_records", "Tell agencies to secure their records"
        if self.state == "scoping" and self.terms is None:
            yield "draft_terms", "Begin the terms of reference"
        if self.state in {"gathering", "analysis"} and self.overview_author is None:
            yield "appoint_overview_author", f"Appoint the {self.pack.terms.overview_author}"
        if self.state in STANDING and self.untold():
            yield "record_notice", f"Tell of the review: {self.untold_in_words}"

    # --- who outside must be told --------------------------------------------------------------------------------

    def notifications(self) -> list[Told]:
        """Each body outside the review that its pack wants told, with the proof or, once the event has happened, the debt."""
        return notifications_of(self)

    def untold(self) -> list[Told]:
        """Who should have been told by now and was not."""
        return [each for each in self.notifications() if each.is_owed]

    @property
    def untold_in_words(self) -> str:
        """The bodies not yet told: "Ofsted, Strategic Health Authority"."""
        return ", ".join(dict.fromkeys(each.notification.to for each in self.untold()))

    # --- the machine ---------------------------------------------------------------------------------------------

    @act(source=RUNNING, label="Tell agencies to secure their records", done="Told agencies to secure their records")
    def request_records(self, by: Person, **facts: Any) -> None:
        """Tell agencies to secure every record they hold, at once."""

    @act(source="scoping", label="Begin the terms of reference", done="Began the terms of reference", guards=[no_terms_yet])
    def draft_terms(self, by: Person, **facts: Any) -> None:
        """Begin to write down what the review asks, of whom, about which time."""

    @act(source=RUNNING, label="Appoint the overview author", done="Appointed the overview author", primary=False)
    def appoint_overview_author(self, by: Person, **facts: Any) -> None:
        """Appoint whoever writes the overview report, on their declaration of independence."""

    @act(source=STANDING, label="Record who was told", done="Recorded that a body was told", primary=False)
    def record_notice(self, by: Person, **facts: Any) -> None:
        """Put on record that a body outside the review was told of it."""

    @act(
        source=["scoping", "gathering", "analysis"],
        label="Ask for agency reports",
        done="Asked an agency for its report",
        page=False,
    )
    def commission(self, by: Person, **facts: Any) -> None:
        """Ask an agency for its report."""

    @act(source="scoping", target="gathering", label="Gather the agency reports", done="The scope was agreed", page=False)
    def scope(self, by: Person, **facts: Any) -> None:
        """The terms of reference are agreed: the review asks, and waits for the answers."""

    @act(source="gathering", target="analysis", label="Go on to the analysis", done="Went on to the analysis", primary=False)
    def begin_analysis(self, by: Person, reason: str = "", **facts: Any) -> None:
        """The reports are in, or the review goes on without some of them for a ``reason``."""
        self.reports_missing = reason

    @act(
        source=["gathering", "analysis"],
        label="Begin the overview report",
        done="Began the overview report",
        guards=[overview_author_is_appointed, overview_is_not_begun],
        primary=False,
    )
    def start_overview(self, by: Person, **facts: Any) -> None:
        """The overview author begins to write."""
        self.overview_begun_on = clock.today()

    @act(source="analysis", target="sign_off", label="Send for sign-off", done="Went to be signed off", page=False)
    def send_for_sign_off(self, by: Person, **facts: Any) -> None:
        """The overview report waits for the signature."""

    @act(source="sign_off", target="analysis", label="Return to the analysis", done="Went back to the analysis", page=False)
    def return_to_analysis(self, by: Person, **facts: Any) -> None:
        """The overview report was not signed: its author goes back to it."""

    @act(source="sign_off", target="completed", label="Complete the review", done="The review was completed", page=False)
    def complete(self, by: Person, **facts: Any) -> None:
        """The overview report is signed off; what it recommends begins."""
        self.completed_on = clock.today()

    @act(source="completed", target="implementing", label="Begin the actions", done="The actions began", page=False)
    def implement(self, by: Person, **facts: Any) -> None:
        """Those whom the recommendations address have begun to act on them."""

    @act(source=RUNNING, target="paused", label="Stop the clock", done="Stopped the clock", primary=False)
    def pause(self, by: Person, **facts: Any) -> None:
        """The review waits, for a trial or an inquest; its dates wait with it."""
        self.paused_from = self.state

    @act(source="paused", target=RETURN_VALUE(*RUNNING), label="Go on with the review", done="Went on with the review")
    def resume(self, by: Person, **facts: Any) -> str:
        """The review goes on where it stopped."""
        goes_on_as, self.paused_from = self.paused_from, ""
        return goes_on_as

    @act(source=RUNNING, label="Change the kind of review", done="Changed the kind of review", final=True, primary=False)
    def convert(self, by: Person, framework: str, **facts: Any) -> None:
        """The review turns into one of another kind and keeps everything it has."""
        if framework not in {each.to for each in self.pack.converts}:
            refuse(f"{self.pack.terms.review.a.capitalize()} cannot turn into this kind of review.")
        self.framework = framework

    @act(
        source=UNFINISHED,
        target="discontinued",
        label="Discontinue the review",
        done="Discontinued the review",
        final=True,
        primary=False,
    )
    def discontinue(self, by: Person, reason: str, **facts: Any) -> None:
        """The review ends before its end, for a reason that stays on record."""
        self.ended_because = reason
        self.closed_on = clock.today()

    @act(
        source="implementing",
        target="closed",
        label="Close the review",
        done="Closed the review",
        guards=[everybody_is_told],
        final=True,
        page=False,
    )
    def close(self, by: Person, **facts: Any) -> None:
        """Everything the review asked for has been done and seen to be done."""
        self.closed_on = clock.today()


class ReviewGrant(Grant):
    content_object = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="grant_rows")


class Pause(models.Model):
    """A time in which the clock of the review's case stood: why, and until when it was thought to stand."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    reason = models.TextField()
    expected = models.CharField("when it is expected to go on", max_length=160, blank=True)
    stopped_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["from_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review"], condition=models.Q(until_on__isnull=True), name="paused_once_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.review} paused on {self.from_on}"


class Conversion(models.Model):
    """That a review turned from one kind into another, on which day, by whose word and why."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT)
    before = models.CharField(max_length=40)
    after = models.CharField(max_length=40)
    on = models.DateField()
    reason = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.review}: {self.before} became {self.after}"

    @property
    def in_words(self) -> str:
        """ "Lessons learned review became Serious case review"."""
        return f"{frameworks.get(self.before).short_title} became {frameworks.get(self.after).short_title}"


class Declaration(models.Model):
    """What the overview author put their name to before the appointment, word for word, with its SHA-256.

    ``until_on`` is the day on which the appointment ended because another author took over.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    experience = models.TextField(blank=True)
    declared_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    appointed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["declared_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review"], condition=models.Q(until_on__isnull=True), name="one_overview_author")
        ]

    def __str__(self) -> str:
        return f"declaration of {self.person}"


# --- what every act of a review asks ---------------------------------------------------------------------------------


@statement
def _terms_of(review: Any) -> Any:
    return Review.termsofreference_set.rel.related_model._default_manager.filter(review=review).order_by("pk")


@statement
def _secured_by(review: Any) -> Any:
    asked = Review.recordsrequest_set.rel.related_model._default_manager.filter(review=review)
    return asked.order_by().values_list("agency_id", flat=True)


@statement
def _conversions_of(review: Any) -> Any:
    return Conversion.objects.filter(review=review).order_by("-on", "-pk").values_list("on", flat=True)


@statement
def _author_of(review: Any) -> Any:
    return Declaration.objects.filter(review=review, until_on__isnull=True).select_related("person")
