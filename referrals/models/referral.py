"""The referral: how a case comes to the board, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

import frameworks
from agencies.models import Agency, Board, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, guard, state_check, state_field
from casework.models import Case
from casework.refusals import Outdated, refuse
from frameworks import calendars, clock
from frameworks.packs import Pack
from frameworks.vocabulary import SECTORS
from referrals.models.pages import Consultation, CriterionAnswer, Incident, Page
from referrals.models.panel import Attendance, ChairsDecision, PanelRecommendation

REFERRAL_STATES = [
    ("draft", "A draft"),
    ("submitted", "Submitted"),
    ("under_consideration", "Under consideration"),
    ("recommended", "Recommended"),
    ("decided", "Decided"),
    ("returned", "Returned for information"),
    ("withdrawn", "Withdrawn"),
]
WRITING = ("draft", "returned")


@guard("The {o.pack.terms.designated_lead} has not been consulted: say who was, when, and what they thought.")
def lead_was_consulted(referral: Any, by: Person | None) -> bool:
    said = Consultation.objects.filter(referral=referral, consulted_on__isnull=False)
    return said.exclude(Q(professional="") | Q(view="")).exists()


@guard("No {o.pack.terms.subject} has been added: say who the referral is about.")
def somebody_is_named(referral: Any, by: Person | None) -> bool:
    return referral.children.exists()


@guard("The date of the incident is missing: enter it, or the nearest to it that is known.")
def incident_is_dated(referral: Any, by: Person | None) -> bool:
    return Incident.objects.filter(referral=referral, happened_on__isnull=False).exists()


@guard("Still without an answer and a reason: {o.open_criteria_in_words}.")
def every_criterion_is_answered(referral: Any, by: Person | None) -> bool:
    return not referral.open_criteria()


class Referral(Governed):
    """A case put to a board by a professional, under the criteria of one pack (S1-29 to S1-36).

    A draft belongs to its referrer; a case is opened when it is submitted. ``framework`` is the pack whose criteria
    it answers, also after a decision has bound the case to another.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    framework = models.CharField(max_length=40)
    referrer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    begun_on = models.DateField()
    submitted_on = models.DateField(null=True)
    panel_meets_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    decision_sha256 = models.CharField(max_length=64, blank=True)
    withdrawn_because = models.TextField(blank=True)
    state = state_field(REFERRAL_STATES, "draft")

    class Meta:
        ordering: ClassVar = ["-begun_on"]
        permissions = act_permissions(
            "referral",
            "write",
            "submit",
            "answer",
            "withdraw",
            "consider",
            "convene",
            "ask_for_information",
            "recommend",
            "decide",
            "send_back_to_panel",
        )
        constraints: ClassVar = [
            state_check("referral", REFERRAL_STATES),
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(state__in=["draft", "withdrawn"]), name="referral_has_its_case"
            ),
        ]

    def __str__(self) -> str:
        return f"Referral {self.case.reference}" if self.case else f"Referral begun on {calendars.written(self.begun_on)}"

    def get_absolute_url(self) -> str:
        if self.case_id:
            return reverse("referrals:case_referral", args=[self.case_id])
        return reverse("referrals:referral", args=[self.pk])

    def chain_id(self) -> Any:
        return self.case_id or self.board_id

    @property
    def pack(self) -> Pack:
        """The kind of review whose criteria the referral answers."""
        return frameworks.get(self.framework)

    @property
    def is_being_written(self) -> bool:
        return self.state in WRITING

    # --- what has been answered ----------------------------------------------------------------------------------

    def open_criteria(self) -> list[str]:
        """The criteria, by code, that have no answer or no reason yet."""
        rows = CriterionAnswer.objects.filter(referral=self).exclude(answer="").exclude(reason="")
        answered = set(rows.values_list("code", flat=True))
        return [each.code for each in self.pack.criteria if each.code not in answered]

    @property
    def open_criteria_in_words(self) -> str:
        """The places of the open criteria: "criterion 2", "criteria 1, 3 and 4"."""
        codes = [each.code for each in self.pack.criteria]
        places = [str(codes.index(code) + 1) for code in self.open_criteria()]
        return f"criterion {places[0]}" if len(places) == 1 else f"criteria {joined(places)}"

    def recommendation(self) -> PanelRecommendation | None:
        """What the panel recommends now: its latest word, unless the chair has sent that back."""
        last = self.recommendations.select_related("recorded_by").last()
        return last if last and last.sent_back_at is None else None

    # --- who may do what, who is waited for ----------------------------------------------------------------------

    def grants(self) -> Grants:
        opened: dict[Holder, set[str]] = {
            Holder("referrer", self.pk): {"view", "write", "submit", "answer", "withdraw"},
            Holder("manager", self.board_id): {"consider", "convene", "ask_for_information", "recommend"},
            Holder("chair", self.board_id): {"decide", "send_back_to_panel"},
        }
        if self.agency_id:
            opened[Holder("lead", self.agency_id)] = {"view"}
        if self.case_id:
            opened[Holder("manager", self.board_id)] |= {"view"}
            opened[Holder("chair", self.board_id)] |= {"view"}
            opened[Holder("panel_member", self.case_id)] = {"view", "recommend"}
            opened[Holder("overview_author", self.case_id)] = {"view"}
        return opened

    def awaits(self) -> list[Awaited]:
        referrer, manager = Holder("referrer", self.pk), Holder("manager", self.board_id)
        rows = {
            "draft": [Awaited(referrer, "submit", "A referral that you have begun")],
            "submitted": [Awaited(manager, "consider", "A referral to take to the panel")],
            "returned": [Awaited(referrer, "answer", "The board asks about your referral")],
            "recommended": [Awaited(Holder("chair", self.board_id), "decide", "A referral to decide")],
        }
        if self.state == "under_consideration":
            title = f"The panel’s recommendation{self._meeting_in_words()}"
            return [Awaited(manager, "recommend", title), Awaited(Holder("panel_member", self.case_id), "recommend", title)]
        return rows.get(self.state, [])

    def _meeting_in_words(self) -> str:
        return f": it meets on {calendars.written(self.panel_meets_on)}" if self.panel_meets_on else ""

    # --- the machine ---------------------------------------------------------------------------------------------

    @act(source=WRITING, label="Write the referral", done="Wrote a page", page=False, quiet=True)
    def write(self, by: Person, page: Page, version: int, **facts: Any) -> None:
        """Answer a page; refused if somebody has saved it since it was opened."""
        standing = page.standing()
        now = standing.version if standing else 0
        if version != now:
            theirs = standing.words() if standing else ""
            raise Outdated(about=self, act="write", theirs=theirs, yours=page.words(), version=now)

    @act(
        source="draft",
        target="submitted",
        label="Check and send to the board",
        done="Sent to the board",
        guards=[lead_was_consulted, somebody_is_named, incident_is_dated, every_criterion_is_answered],
    )
    def submit(self, by: Person, case: Case, **facts: Any) -> None:
        """Send the referral to the board: it is now a case, and the time for a decision runs."""
        self.case = case
        self.submitted_on = clock.today()

    @act(
        source="returned",
        target="submitted",
        label="Answer the board",
        done="Answered the board",
        guards=[lead_was_consulted, somebody_is_named, incident_is_dated, every_criterion_is_answered],
    )
    def answer(self, by: Person, reply: str, **facts: Any) -> None:
        """Answer what the board asked; the referral is with the board again."""
        _demand(reply, "Answer what the board asked.")

    @act(
        source=["draft", "submitted", "returned"],
        target="withdrawn",
        label="Withdraw the referral",
        done="Withdrew it",
        final=True,
        primary=False,
    )
    def withdraw(self, by: Person, reason: str, **facts: Any) -> None:
        """Take the referral back before the panel has met on it."""
        _demand(reason, "Say why the referral is withdrawn.")
        self.withdrawn_because = reason

    @act(source="submitted", target="under_consideration", label="Take it to the panel", done="Took it to the panel")
    def consider(self, by: Person, panel_meets_on: Any, **facts: Any) -> None:
        """The panel will put the case to the criteria, on the day of its meeting."""
        self.panel_meets_on = panel_meets_on

    @act(
        source="under_consideration",
        label="Change the panel’s meeting",
        done="Changed the panel’s meeting",
        primary=False,
    )
    def convene(self, by: Person, panel_meets_on: Any, **facts: Any) -> None:
        """The panel meets on another day, or with more members."""
        self.panel_meets_on = panel_meets_on

    @act(
        source=["submitted", "under_consideration"],
        target="returned",
        label="Ask the referrer for information",
        done="Asked the referrer for information",
        primary=False,
    )
    def ask_for_information(self, by: Person, question: str, **facts: Any) -> None:
        """Return the referral with a question; it comes back with the answer."""
        _demand(question, "Say what the board needs to know.")

    @act(
        source="under_consideration",
        target="recommended",
        label="Record the panel’s recommendation",
        done="Recorded the panel’s recommendation",
    )
    def recommend(self, by: Person, recommendation: PanelRecommendation, present: Sequence[Attendance], **facts: Any) -> None:
        """The panel recommends, in a quorate meeting, with its reasons and any dissent."""
        missing = self._sectors_missing({each.sector for each in present})
        if missing:
            refuse(f"The meeting was not quorate: nobody was there from {missing}.")
        _demand(recommendation.reasons, "Give the panel’s reasons.")
        if not recommendation.is_unanimous and not (recommendation.dissenters and recommendation.dissent):
            refuse("The panel was not unanimous: say who disagreed, and why.")
        self._known_decision(recommendation.decision)

    @act(source="recommended", target="decided", label="Decide", done="Decided", final=True)
    def decide(self, by: Person, decision: ChairsDecision, on: int | None = None, **facts: Any) -> None:
        """The chair decides, with reasons, bound by nobody: not even by the panel. ``on`` is the recommendation they read."""
        choice = self._known_decision(decision.code)
        recommended = self.recommendations.last()
        if on not in {None, recommended.pk}:
            refuse("The panel has recommended anew since you opened this page: read it first.")
        _demand(decision.reasons, "Give the reasons for your decision.")
        if recommended.decision != choice.code and not decision.reasons_for_differing.strip():
            refuse(f"The panel recommended “{recommended.choice.label}”: give your reasons for deciding otherwise.")
        answered = {question for question, answer in decision.answers if answer}
        for ask in choice.asks:
            if ask.required and ask.label not in answered:
                refuse(f"“{choice.label}” still needs an answer: {ask.label}")
        decision.referral = self
        decision.label, decision.recommended = choice.label, recommended.choice.label
        decision.sha256 = self.decision_sha256 = decision.seal()
        self.decided_on = decision.decided_on

    @act(
        source="recommended",
        target="under_consideration",
        label="Send it back to the panel",
        done="Sent it back to the panel",
        primary=False,
    )
    def send_back_to_panel(self, by: Person, question: str, **facts: Any) -> None:
        """Ask the panel to look again, with a question."""
        _demand(question, "Say what the panel should look at again.")
        self.panel_meets_on = None

    def _sectors_missing(self, present: set[str]) -> str:
        return joined([SECTORS[each].lower() for each in self.pack.panel.core_sectors if each not in present])

    def _known_decision(self, code: str) -> Any:
        if code not in {each.code for each in self.pack.decisions}:
            refuse("Choose one of the decisions that there are.")
        return self.pack.decision(code)


class ReferralGrant(Grant):
    content_object = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="grant_rows")


def joined(words: Sequence[str]) -> str:
    """Words in a row: "police", "health and police", "health, police and local authority"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _demand(words: str, sentence: str) -> None:
    if not words.strip():
        refuse(sentence)
