"""The overview report: what brings the agencies' reports together and says what is to be learnt (S1-56 to S1-60)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import (
    Awaited,
    Governed,
    Grants,
    act,
    act_permissions,
    state_check,
    state_field,
)
from casework.models import Case
from casework.refusals import refuse
from frameworks.facts import Outline, Section
from frameworks.packs import Pack
from overview.guards import (
    READY,
    agencies_have_answered,
    copies_are_asked_for,
    corrections_are_answered,
    plan_is_not_open,
    publication_is_offered,
    signed_by_another,
    summary_is_written,
)
from reviews.models import AgreedTerms, Review

OVERVIEW_STATES = [
    ("drafting", "Being written"),
    ("with_panel", "With the panel"),
    ("factual_accuracy", "Being checked by agencies"),
    ("awaiting_sign_off", "Awaiting sign-off"),
    ("signed_off", "Signed off"),
    ("submitted", "Submitted"),
    ("published", "Published"),
    ("publication_withheld", "Publication withheld"),
]
# The registers from which the house itself fills a section (``overview.registers``); any other is written by hand.
REGISTERS = frozenset(
    {
        "contributors",
        "panel",
        "terms_of_reference",
        "genogram",
        "chronology",
        "findings",
        "agency_recommendations",
        "board_recommendations",
    }
)
WRITING = ("drafting", "factual_accuracy")
SIGNED = ("signed_off", "submitted", "published", "publication_withheld")
EVERYWHERE = tuple(state for state, _ in OVERVIEW_STATES)

WRITER_ACTS = frozenset(
    {
        "write",
        "add_finding",
        "change_finding",
        "remove_finding",
        "cite",
        "uncite",
        "explain",
        "add_recommendation",
        "answer_correction",
        "send_to_panel",
        "render",
    }
)
MANAGER_ACTS = frozenset(
    {"ask_accuracy", "send_for_sign_off", "send_back", "submit", "publish", "withhold", "open_plan", "render"}
)
CHAIR_ACTS = frozenset({"sign_off", "send_back", "render"})


class OverviewReport(Governed):
    """The report of one review, written by its overview author and signed off by the board's chair.

    ``round`` counts how often agencies were asked to check the facts. ``signed_sha256`` is the hash of exactly the
    text the chair signed (``overview.text``).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    returned_because = models.TextField(blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    signed_sha256 = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    submitted_on = models.DateField(null=True)
    not_sent_because = models.TextField(blank=True)
    published_on = models.DateField(null=True)
    published_where = models.CharField(max_length=240, blank=True)
    conditions_met = ArrayField(models.CharField(max_length=60), default=list)
    withheld_because = models.TextField(blank=True)
    plan_opened_on = models.DateField(null=True)
    state = state_field(OVERVIEW_STATES, "drafting")

    class Meta:
        verbose_name = "overview report"
        permissions = act_permissions(
            "overviewreport",
            "write",
            "add_finding",
            "change_finding",
            "remove_finding",
            "cite",
            "uncite",
            "explain",
            "add_recommendation",
            "render",
            "send_to_panel",
            "ask_accuracy",
            "check_accuracy",
            "answer_correction",
            "send_for_sign_off",
            "send_back",
            "sign_off",
            "submit",
            "publish",
            "withhold",
            "open_plan",
        )
        constraints: ClassVar = [
            state_check("overviewreport", OVERVIEW_STATES),
            models.UniqueConstraint(fields=["review"], name="one_overview_for_a_review"),
        ]

    def __str__(self) -> str:
        return f"{self.pack.terms.overview.title}, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("overview:case_overview", args=[self.case_id])

    # --- what the framework asks of it ---------------------------------------------------------------------------

    @property
    def pack(self) -> Pack:
        """The kind of review this report is of."""
        return self.review.pack

    @property
    def a_review(self) -> str:
        """ "A lessons learned review", to begin a sentence with."""
        words = self.pack.terms.review.a
        return words[0].upper() + words[1:]

    @cached_property
    def agreed_facts(self) -> dict[str, Any]:
        """What the terms of reference say as they were last agreed; nothing before that."""
        agreed = AgreedTerms.objects.filter(terms__review=self.review_id).order_by("number").last()
        return agreed.facts if agreed else {}

    def outline(self, part: str) -> Outline:
        """The headings of one part: the overview itself, or the summary."""
        return self.pack.overview if part == "overview" else self.pack.summary

    def written_sections(self, part: str) -> list[Section]:
        """The headings of a part that somebody writes; the others are filled from what the house knows."""
        return [each for each in self.outline(part).sections if each.filled_from not in REGISTERS]

    def empty_sections(self, part: str = "overview") -> list[Section]:
        """Required headings under which nothing stands yet."""
        written = {each.key for each in self.overviewsection_set.all() if each.part == part and each.html}
        needed = [each for each in self.written_sections(part) if each.required and not each.filled_from]
        return [each for each in needed if each.key not in written]

    @property
    def empty_in_words(self) -> str:
        return _titles(self.empty_sections())

    @property
    def empty_in_summary(self) -> str:
        return _titles(self.empty_sections("summary"))

    # --- the thread that must not be broken ----------------------------------------------------------------------

    def unevidenced(self) -> list[int]:
        """The numbers of findings that cite nothing."""
        return list(self.finding_set.filter(evidence__isnull=True).values_list("number", flat=True))

    @property
    def unevidenced_in_words(self) -> str:
        return _numbered("finding", self.unevidenced())

    def standing_recommendations(self) -> Any:
        """What the report recommends, in order."""
        return self.recommendation_set.exclude(state="withdrawn")

    def unfounded(self) -> list[int]:
        """The numbers of recommendations that follow from no finding."""
        return list(self.standing_recommendations().filter(basis__isnull=True).values_list("number", flat=True))

    @property
    def unfounded_in_words(self) -> str:
        return _numbered("recommendation", self.unfounded())

    # --- the agencies' check of the facts ------------------------------------------------------------------------

    def checks(self) -> Any:
        """What agencies were asked in the present round, and answered."""
        return self.factscheck_set.filter(round=self.round)

    def checks_in_time(self) -> list[Any]:
        """Agencies that have not answered and whose day has not passed."""
        return list(self.checks().still_open().select_related("agency"))

    @property
    def silent_in_words(self) -> str:
        return ", ".join(f"{each.agency} until {each.due_on:%-d %B %Y}" for each in self.checks_in_time())

    def open_corrections(self) -> list[Any]:
        """Corrections that agencies asked for and the author has not answered."""
        return list(self.checks().unanswered_corrections().select_related("agency"))

    @property
    def uncorrected_in_words(self) -> str:
        return ", ".join(str(each.agency) for each in self.open_corrections())

    def is_written_by(self, person: Person) -> bool:
        """Whether a person is, or was, this review's overview author."""
        return person.roles.filter(role="overview_author", about_id=self.case_id).exists()

    # --- who may, and who is waited for --------------------------------------------------------------------------

    def grants(self) -> Grants:
        board, case = self.case.board_id, self.case_id
        opened: dict[Holder, Iterable[str]] = {
            Holder("overview_author", case): WRITER_ACTS | {"view"},
            Holder("manager", board): MANAGER_ACTS | {"view"},
            Holder("chair", board): CHAIR_ACTS,
        }
        if self.state == "drafting":
            return opened
        opened[Holder("chair", board)] = CHAIR_ACTS | {"view"}
        opened[Holder("panel_member", case)] = {"view", "render"}
        if self.state in SIGNED:
            opened[Holder("auditor", board)] = {"view"}
        if self.state != "with_panel":
            for agency_id in self.checks().values_list("agency_id", flat=True):
                opened[Holder("lead", agency_id)] = {"view", "check_accuracy"}
        return opened

    def awaits(self) -> list[Awaited]:
        terms = self.pack.terms
        author, manager = Holder("overview_author", self.case_id), Holder("manager", self.case.board_id)
        chair = Holder("chair", self.case.board_id)
        name = terms.overview.title
        if self.state == "drafting":
            return [Awaited(author, "send_to_panel", f"{name}: write it and send it to the {terms.panel.brief}")]
        if self.state == "with_panel":
            return [Awaited(manager, "ask_accuracy", f"{name}: ask the agencies to check the facts")]
        if self.state == "factual_accuracy":
            return self._awaits_in_accuracy(author, manager, name)
        if self.state == "awaiting_sign_off":
            return [Awaited(chair, "sign_off", f"{name}: read it and sign it off")]
        return [Awaited(manager, act, f"{name}: {what}") for act, what in self._next_steps()]

    def _next_steps(self) -> Iterator[tuple[str, str]]:
        """What the manager has to do with a report that is signed."""
        if self.state == "signed_off" and self.pack.copies:
            yield "submit", "send it to those who must have it"
        if self.state == "submitted" and self.pack.publication.is_offered:
            yield "publish", "publish, or say why not"
        if self.plan_opened_on is None:
            yield "open_plan", "ask those it addresses for their response"

    def _awaits_in_accuracy(self, author: Holder, manager: Holder, name: str) -> list[Awaited]:
        silent = self.checks().filter(answer="")
        waited = [Awaited(Holder("lead", each.agency_id), "check_accuracy", f"{name}: check the facts") for each in silent]
        if self.open_corrections():
            waited.append(Awaited(author, "answer_correction", f"{name}: answer the corrections that agencies ask for"))
        if not waited:
            waited.append(Awaited(manager, "send_for_sign_off", f"{name}: send it for sign-off"))
        return waited

    # --- writing -------------------------------------------------------------------------------------------------

    @act(source=WRITING, label="Write", done="Wrote on the report", page=False, quiet=True)
    def write(self, by: Person, **facts: Any) -> None:
        """Save one section."""

    @act(source=WRITING, label="Add a finding", done="Added a finding", primary=False)
    def add_finding(self, by: Person, **facts: Any) -> None:
        """Say what was found."""

    @act(source=WRITING, label="Change a finding", done="Changed a finding", page=False, quiet=True)
    def change_finding(self, by: Person, **facts: Any) -> None:
        """Say it better."""

    @act(source=WRITING, label="Take a finding out", done="Took a finding out", page=False)
    def remove_finding(self, by: Person, **facts: Any) -> None:
        """It did not hold."""

    @act(source=WRITING, label="Cite", done="Cited evidence", page=False, quiet=True)
    def cite(self, by: Person, **facts: Any) -> None:
        """Rest a finding on an entry of a chronology or a passage of an agency's report."""

    @act(source=WRITING, label="Take a citation out", done="Took a citation out", page=False)
    def uncite(self, by: Person, **facts: Any) -> None:
        """A finding no longer rests on this."""

    @act(source=WRITING, label="Explain", done="Explained a line of enquiry without a finding", page=False)
    def explain(self, by: Person, **facts: Any) -> None:
        """Say why a line of enquiry has no finding."""

    @act(source=WRITING, label="Add a recommendation", done="Added a recommendation", primary=False)
    def add_recommendation(self, by: Person, **facts: Any) -> None:
        """Say what should change."""

    @act(source=EVERYWHERE, label="Make a PDF", done="Asked for a PDF", primary=False)
    def render(self, by: Person | None, **facts: Any) -> None:
        """Take a photograph of the report as it now stands, for the printer."""

    # --- its way -------------------------------------------------------------------------------------------------

    @act(
        source="drafting",
        target="with_panel",
        label="Send to the panel",
        done="Sent the report to the panel",
        guards=READY,
    )
    def send_to_panel(self, by: Person, **facts: Any) -> None:
        """The author has said what there is to say."""
        self.returned_because = ""

    @act(
        source="with_panel",
        target="factual_accuracy",
        label="Ask agencies to check the facts",
        done="Asked agencies to check the facts",
    )
    def ask_accuracy(self, by: Person, due_on: date, **facts: Any) -> None:
        """The panel is content; the agencies now say whether what is told of them is right."""
        self.round += 1

    @act(source="factual_accuracy", label="Say whether the facts are right", done="Checked the facts")
    def check_accuracy(self, by: Person, **facts: Any) -> None:
        """An agency agrees with the facts, or asks for a correction."""

    @act(source="factual_accuracy", label="Answer a correction", done="Answered a correction", page=False)
    def answer_correction(self, by: Person, **facts: Any) -> None:
        """The author takes a correction up, or says why not."""

    @act(
        source="factual_accuracy",
        target="awaiting_sign_off",
        label="Send for sign-off",
        done="Sent the report for sign-off",
        guards=[agencies_have_answered, corrections_are_answered, *READY, summary_is_written],
    )
    def send_for_sign_off(self, by: Person, **facts: Any) -> None:
        """The text is final: only the chair's signature is missing."""

    @act(
        source=["with_panel", "factual_accuracy", "awaiting_sign_off"],
        target="drafting",
        label="Send back to the author",
        done="Sent the report back to its author",
        primary=False,
    )
    def send_back(self, by: Person, reasons: str, **facts: Any) -> None:
        """Something is missing or wrong; the author reads what."""
        if not reasons.strip():
            refuse("Say what the author should change, and why.")
        self.returned_because = reasons

    @act(
        source="awaiting_sign_off",
        target="signed_off",
        label="Sign the report off",
        done="Signed the report off",
        guards=[signed_by_another],
        final=True,
    )
    def sign_off(self, by: Person, sha256: str, stands: str, at: Any, **facts: Any) -> None:
        """The chair signs exactly the text that was read: ``sha256`` is of what they saw, ``stands`` of what there is."""
        if sha256 != stands:
            refuse("The report has changed since you opened this page. Read it again before you sign it.")
        self.signed_sha256, self.signed_by, self.signed_at = stands, by, at

    @act(
        source="signed_off",
        target="submitted",
        label="Record that copies were sent",
        done="Submitted the report",
        guards=[copies_are_asked_for],
    )
    def submit(self, by: Person, on: date, missing: list[str], because: str, **facts: Any) -> None:
        """Those whom the framework names have their copies; for whoever has not, the reason."""
        if missing and not because.strip():
            refuse(f"Say why these have no copy: {', '.join(missing)}.")
        self.submitted_on, self.not_sent_because = on, because

    @act(
        source=["submitted", "publication_withheld"],
        target="published",
        label="Publish",
        done="Published",
        guards=[publication_is_offered],
        final=True,
    )
    def publish(self, by: Person, on: date, where: str, conditions: list[str], **facts: Any) -> None:
        """What the framework makes public is public, and each of its conditions is met."""
        unmet = [each.text for each in self.pack.publication.conditions if each.key not in conditions]
        if unmet:
            refuse(*[f"Not met yet: {text}" for text in unmet])
        self.published_on, self.published_where, self.conditions_met = on, where, conditions

    @act(
        source="submitted",
        target="publication_withheld",
        label="Withhold publication",
        done="Withheld publication",
        guards=[publication_is_offered],
        final=True,
        primary=False,
    )
    def withhold(self, by: Person, reasons: str, **facts: Any) -> None:
        """It would do harm to publish now; the reason stays on the record."""
        if not reasons.strip():
            refuse("Say why nothing is published.")
        self.withheld_because = reasons

    @act(source=SIGNED, label="Ask for responses", done="Asked for responses", guards=[plan_is_not_open], page=False)
    def open_plan(self, by: Person, on: date, **facts: Any) -> None:
        """Those whom the recommendations address are asked what they will do."""
        self.plan_opened_on = on


class OverviewReportGrant(Grant):
    content_object = models.ForeignKey(OverviewReport, on_delete=models.CASCADE, related_name="grant_rows")


def _titles(sections: list[Section]) -> str:
    return ", ".join(each.title for each in sections)


def _numbered(noun: str, numbers: list[int]) -> str:
    """ "finding 2", "findings 2 and 4"."""
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    words = [str(each) for each in numbers]
    return f"{noun}s {', '.join(words[:-1])} and {words[-1]}" if words else ""
