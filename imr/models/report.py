"""The agency's report: commissioned, written by somebody with no part in the case, countersigned, judged by the panel."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django_fsm import RETURN_VALUE

import frameworks
from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, state_check, state_field
from casework.models import Case
from casework.statements import statement
from chronology.models import Chronology
from frameworks import clock
from frameworks.packs import Pack
from imr import apart, guards
from imr.models.text import Section
from reviews.models import Review

IMR_STATES = [
    ("commissioned", "Commissioned"),
    ("drafting", "Being written"),
    ("awaiting_countersignature", "Awaiting countersignature"),
    ("submitted", "With the panel"),
    ("accepted", "Accepted"),
    ("returned", "Returned"),
    ("excused", "Excused"),
]
WITH_THE_PANEL = ("submitted", "accepted")
FINISHED = ("accepted", "excused")


class IMR(Governed):
    """One agency's report in a review (an Individual Management Review in most frameworks).

    Until it is submitted its text is the agency's alone; others see only how far it is. ``framework`` keeps the outline it
    was commissioned under, whatever the review turns into. ``author`` and ``countersigner`` name who holds those roles now.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=40)
    commissioned_on = models.DateField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    author_post = models.CharField(max_length=160, blank=True)
    declared_on = models.DateField(null=True, blank=True)
    countersigner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    countersigner_post = models.CharField(max_length=160, blank=True)
    nothing_held = models.TextField("why the chronology has no entries", blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    excused_because = models.TextField(blank=True)
    state = state_field(IMR_STATES, "commissioned")

    # The text itself; what happens inside the agency before it is sent; the version that the panel last had.
    other_powers: ClassVar = ("read", "see_drafts", "read_submitted")
    reading_power: ClassVar = "read"

    held_with: ClassVar = ("review", "agency")

    class Meta:
        verbose_name = "report"
        ordering: ClassVar = ["agency__name"]
        permissions = act_permissions(
            "imr",
            "read",
            "see_drafts",
            "read_submitted",
            "commission",
            "name_author",
            "name_countersigner",
            "declare",
            "write",
            "attach",
            "say_nothing_held",
            "send_for_countersignature",
            "recall",
            "hand_back",
            "countersign",
            "submit",
            "accept",
            "send_back",
            "excuse",
        )
        constraints: ClassVar = [
            state_check("imr", IMR_STATES),
            models.UniqueConstraint(fields=["review", "agency"], name="one_report_of_an_agency"),
            models.CheckConstraint(
                condition=models.Q(author__isnull=True) | ~models.Q(author=models.F("countersigner")),
                name="author_is_not_the_countersigner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("imr:imr", args=[self.pk])

    @property
    def pack(self) -> Pack:
        """The framework whose outline the report follows."""
        return frameworks.get(self.framework)

    @property
    def chronology(self) -> Any:
        """The agency's chronology of the case."""
        return next(iter(_chronology_of(self.case_id, self.agency_id)), None)

    @property
    def signature(self) -> Any:
        """The countersignature that counts; None when there is none, or it was voided."""
        found = next(iter(_signature_of(self.pk)), None)
        if found is not None:
            found.imr = self
        return found

    @property
    def last_submitted(self) -> Any:
        """The version the panel last had, as it was signed."""
        return self.countersignature_set.filter(submitted_at__isnull=False).order_by("-number").first()

    @property
    def returns(self) -> Any:
        """How often and why the panel sent it back."""
        return self.return_set.filter(returned_by="panel").select_related("by")

    @property
    def review_state_in_words(self) -> str:
        return self.review.get_state_display().lower()

    def unwritten(self) -> list[Section]:
        """The sections that the report needs and that have no words yet."""
        return [section for section in self.section_set.all() if section.is_needed and not section.is_written]

    @property
    def unwritten_in_words(self) -> str:
        """Their headings: "“Lessons for how we work”, “What should be done”"."""
        return ", ".join(f"“{section.title}”" for section in self.unwritten())

    # --- what a signature is bound to ----------------------------------------------------------------------------

    def text(self) -> list[dict[str, str]]:
        """The whole text in order, as it stands now."""
        return [{"key": section.key, "title": section.title, "html": section.html} for section in self.section_set.all()]

    def digest(self) -> str:
        """The SHA-256 (hex) over every section's text and the digest of the chronology."""
        return digest_of(self.text(), self.chronology_digest())

    def chronology_digest(self) -> str:
        """The SHA-256 (hex) over the entries that stand in the agency's chronology, or over its saying that it holds none."""
        chronology = self.chronology
        entries = chronology.entries.standing().order_by("number").defer("search", "raw", "place") if chronology else []
        written = [[entry.number, entry.as_written()] for entry in entries]
        return _sha256([self.nothing_held, written])

    # --- who may do what -----------------------------------------------------------------------------------------

    def grants(self) -> Grants:
        board, case = self.case.board_id, self.case_id
        naming = {"name_author", "name_countersigner"}
        judging = {"accept", "send_back"}
        overseeing = {"view"} | ({"read"} if self.state in WITH_THE_PANEL else set())
        overseeing |= {"read_submitted"} if self.submitted_on else set()
        inside = {"view", "read", "see_drafts", "submit"}
        writing = {"declare", "write", "attach", "say_nothing_held", "send_for_countersignature", "recall"}
        return {
            Holder("manager", board): overseeing | naming | judging | {"commission", "excuse"},
            Holder("chair", board): overseeing | judging,
            Holder("panel_member", case): overseeing | judging,
            Holder("overview_author", case): overseeing,
            Holder("lead", self.agency_id): inside | naming | {"attach", "say_nothing_held", "recall"},
            Holder("author", self.pk): inside | writing,
            Holder("countersigner", self.pk): inside | {"countersign", "hand_back"},
        }

    def awaits(self) -> list[Awaited]:
        if self.review.state in {"closed", "discontinued"}:
            return []
        return list(self._awaited())

    def _awaited(self) -> Iterator[Awaited]:
        report, agency = self.pack.terms.agency_report.brief, self.agency
        lead, author = Holder("lead", self.agency_id), Holder("author", self.pk)
        if self.state in {"commissioned", "drafting", "returned"} and self.author_id is None:
            yield Awaited(lead, "name_author", f"Name the author of your agency’s {report}")
        if self.state in {"commissioned", "drafting", "returned"} and self.countersigner_id is None:
            yield Awaited(lead, "name_countersigner", f"Name who countersigns your agency’s {report}")
        if self.state in {"commissioned", "drafting", "returned"} and self.author_id and self.declared_on is None:
            yield Awaited(author, "declare", "Declare that you had no part in the case")
        if self.state == "drafting" and self.declared_on:
            yield Awaited(author, "write", f"Write your agency’s {report}")
        if self.state == "returned" and self.declared_on:
            yield Awaited(author, "write", f"Answer the panel: your agency’s {report} came back")
        if self.state == "awaiting_countersignature" and self.signature is None:
            yield Awaited(Holder("countersigner", self.pk), "countersign", f"Countersign your agency’s {report}")
        if self.state == "awaiting_countersignature" and self.signature is not None:
            yield Awaited(author, "submit", f"Send your agency’s {report} to the panel")
        if self.state == "submitted":
            for judge in (Holder("panel_member", self.case_id), Holder("manager", self.case.board_id)):
                yield Awaited(judge, "accept", f"Read the {report} of {agency}: accept it or send it back")

    # --- the machine ---------------------------------------------------------------------------------------------

    @act(
        source="excused",
        target="commissioned",
        label="Ask for it after all",
        done="Asked the agency for its report",
        primary=False,
    )
    def commission(self, by: Person, **facts: Any) -> None:
        """The agency is asked for its report, or asked again after it was excused."""
        self.excused_because = ""

    @act(
        source=["commissioned", "drafting", "returned"],
        label="Name the author",
        done="Named the author",
        guards=[guards.review_is_open],
    )
    def name_author(self, by: Person, person: Person, post: str, **facts: Any) -> None:
        """The agency names who writes; whoever is named declares for themselves before they begin."""
        apart.may_write(self, person)
        self.author, self.author_post, self.declared_on = person, post, None

    @act(
        source=["commissioned", "drafting", "returned", "awaiting_countersignature"],
        label="Name the countersigning officer",
        done="Named the countersigning officer",
        guards=[guards.review_is_open, guards.not_signed_yet],
    )
    def name_countersigner(self, by: Person, person: Person, post: str, **facts: Any) -> None:
        """The agency names who answers for the report on behalf of the whole agency."""
        apart.may_sign(self, person)
        self.countersigner, self.countersigner_post = person, post

    @act(
        source=["commissioned", "drafting", "returned"],
        target=RETURN_VALUE("drafting", "returned"),
        label="Declare that you had no part in the case",
        done="Declared no part in the case",
        guards=[guards.review_is_open, guards.author_is_named, guards.not_declared_yet],
    )
    def declare(self, by: Person, **facts: Any) -> str:
        """The author declares no previous involvement; now they may write."""
        self.declared_on = clock.today()
        return "returned" if self.state == "returned" else "drafting"

    @act(
        source=["drafting", "returned"],
        label="Write the report",
        done="Wrote on the report",
        guards=[guards.review_is_open, guards.author_has_declared],
        page=False,
        quiet=True,
    )
    def write(self, by: Person, **facts: Any) -> None:
        """A section of the report is saved."""

    @act(
        source=["drafting", "returned"],
        label="Attach a document",
        done="Attached a document",
        guards=[guards.review_is_open],
        primary=False,
    )
    def attach(self, by: Person, **facts: Any) -> None:
        """A document is put beside the report: the Word original, a policy, a list of interviews."""

    @act(
        source=["drafting", "returned"],
        label="Say that the records hold nothing",
        done="Said whether the records hold anything",
        guards=[guards.review_is_open],
        primary=False,
    )
    def say_nothing_held(self, by: Person, reason: str, **facts: Any) -> None:
        """The agency has no entry for the chronology, and says why; an empty reason takes it back."""
        self.nothing_held = reason

    @act(
        source=["drafting", "returned"],
        target="awaiting_countersignature",
        label="Send for countersignature",
        done="Sent for countersignature",
        guards=[
            guards.review_is_open,
            guards.author_has_declared,
            guards.everything_is_written,
            guards.chronology_answers,
            guards.no_import_is_waiting,
            guards.countersigner_is_named,
            guards.it_has_changed,
        ],
    )
    def send_for_countersignature(self, by: Person, **facts: Any) -> None:
        """The author has finished; the agency's officer reads it whole."""

    @act(
        source="awaiting_countersignature",
        target="drafting",
        label="Take it back",
        done="Took the report back",
        guards=[guards.review_is_open],
        primary=False,
    )
    def recall(self, by: Person, **facts: Any) -> None:
        """The author, or the agency's lead, takes it back to go on writing."""

    @act(
        source="awaiting_countersignature",
        target="drafting",
        label="Give it back to the author",
        done="Gave the report back to its author",
        guards=[guards.review_is_open],
        primary=False,
    )
    def hand_back(self, by: Person, **facts: Any) -> None:
        """The countersigning officer does not sign, and says why."""

    @act(
        source="awaiting_countersignature",
        label="Countersign",
        done="Countersigned the report",
        guards=[guards.review_is_open, guards.signer_is_not_the_author, guards.not_signed_yet],
        final=True,
    )
    def countersign(self, by: Person, **facts: Any) -> None:
        """The agency as a whole puts its name to exactly this text."""

    @act(
        source="awaiting_countersignature",
        target="submitted",
        label="Send to the panel",
        done="Sent to the panel",
        guards=[guards.review_is_open, guards.is_countersigned, guards.signature_holds],
    )
    def submit(self, by: Person, **facts: Any) -> None:
        """The countersigned report goes to the panel, and the chronology with it."""
        self.submitted_on = clock.today()

    @act(
        source="submitted",
        target="accepted",
        label="Accept the report",
        done="Accepted the report",
        guards=[guards.review_is_running, guards.scope_is_agreed, guards.judge_is_not_of_the_agency],
    )
    def accept(self, by: Person, **facts: Any) -> None:
        """The panel accepts the report."""
        self.accepted_on = clock.today()

    @act(
        source="submitted",
        target="returned",
        label="Send it back",
        done="Sent the report back",
        guards=[guards.review_is_running, guards.judge_is_not_of_the_agency],
        primary=False,
    )
    def send_back(self, by: Person, **facts: Any) -> None:
        """The panel asks for more, and says what."""

    @act(
        source=["commissioned", "drafting", "returned"],
        target="excused",
        label="Excuse the agency",
        done="Excused the agency",
        guards=[guards.review_is_running],
        primary=False,
    )
    def excuse(self, by: Person, reason: str, **facts: Any) -> None:
        """The agency need not report: it held nothing, or what it held is told elsewhere."""
        self.excused_because = reason


@statement
def _chronology_of(case: Any, agency: Any) -> Any:
    return Chronology.objects.filter(case_id=case, agency_id=agency)


@statement
def _signature_of(imr: Any) -> Any:
    signatures = IMR.countersignature_set.rel.related_model._default_manager
    return signatures.filter(imr=imr, voided_at__isnull=True).select_related("signed_by")


class IMRGrant(Grant):
    content_object = models.ForeignKey(IMR, on_delete=models.CASCADE, related_name="grant_rows")


def digest_of(text: list[dict[str, str]], chronology_digest: str) -> str:
    """The SHA-256 (hex) that a countersignature is bound to, over a text and the digest of a chronology."""
    return _sha256([[[section["key"], section["html"]] for section in text], chronology_digest])


def _sha256(facts: Any) -> str:
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
