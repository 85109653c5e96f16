"""The integrated chronology of a case: what those who read every agency's entries do with them together."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Governed, Grants, act, act_permissions, state_check, state_field
from casework.models.case import Case
from chronology.models.chronology import case_is_open

INTEGRATED_STATES = [("open", "Open")]
READER_ACTS = frozenset(
    {
        *("dispose", "reopen", "ask_agency"),
        *("add_note", "change_note", "strike_note", "restore_note"),
        *("keep_view", "remove_view"),
    }
)
MANAGER_ACTS = frozenset({"analyse", "set_thresholds", "freeze", "share_view"})


class IntegratedChronology(Governed):
    """All agencies' chronologies of one case, as the panel reads them.

    It opens to those who read every shared chronology, never to an agency as such. Notes, proposals, saved views and
    frozen versions hang on it, so that a thousand proposals need no grants of their own. ``thresholds`` holds the
    numbers in which this case departs from the house's. The last numbers given are never given twice.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    thresholds = models.JSONField(default=dict, blank=True)
    last_proposal = models.PositiveIntegerField(default=0, editable=False)
    last_note = models.PositiveIntegerField(default=0, editable=False)
    last_frozen = models.PositiveIntegerField(default=0, editable=False)
    joined = models.PositiveIntegerField(default=0, editable=False)
    state = state_field(INTEGRATED_STATES, "open")

    class Meta:
        verbose_name = "integrated chronology"
        verbose_name_plural = "integrated chronologies"
        permissions = act_permissions(
            "integratedchronology",
            *("analyse", "keep_proposals", "set_thresholds"),
            *("dispose", "reopen", "ask_agency"),
            *("add_note", "change_note", "strike_note", "restore_note"),
            *("keep_view", "share_view", "remove_view"),
            "freeze",
        )
        constraints: ClassVar = [state_check("integratedchronology", INTEGRATED_STATES)]

    def __str__(self) -> str:
        return f"Integrated chronology, {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:case_chronology", args=[self.case_id])

    def grants(self) -> Grants:
        board, case = self.case.board_id, self.case_id
        reading = READER_ACTS | {"view"}
        return {
            Holder("manager", board): reading | MANAGER_ACTS,
            Holder("chair", board): reading,
            Holder("panel_member", case): reading,
            Holder("overview_author", case): reading | {"analyse"},
        }

    # --- what the analyst proposes ---------------------------------------------------------------------------------

    @act(source="open", label="Look again", done="Had the entries compared", guards=[case_is_open], page=False, quiet=True)
    def analyse(self, by: Person | None, **facts: Any) -> None:
        """Everything the agencies have shared will be compared anew."""

    @act(source="open", label="Keep the proposals", done="Compared the entries", page=False, quiet=True)
    def keep_proposals(self, by: Person | None, last_number: int, **facts: Any) -> None:
        """What was noticed stands for people to answer."""
        self.last_proposal = last_number

    @act(
        source="open",
        label="Set the numbers",
        done="Set the numbers for comparing",
        guards=[case_is_open],
        page=False,
        quiet=True,
    )
    def set_thresholds(self, by: Person, thresholds: dict[str, Any], **facts: Any) -> None:
        """From which days, minutes and scores on something is proposed in this case."""
        self.thresholds = thresholds

    @act(source="open", label="Answer", done="Answered a proposal", guards=[case_is_open], page=False, quiet=True)
    def dispose(self, by: Person, **facts: Any) -> None:
        """Somebody says what a proposal is."""

    @act(source="open", label="Take the answer back", done="Took an answer back", guards=[case_is_open], page=False, quiet=True)
    def reopen(self, by: Person, **facts: Any) -> None:
        """A proposal is open again; the answer that was given is kept."""

    @act(source="open", label="Ask the agency", done="Asked an agency", guards=[case_is_open], page=False, quiet=True)
    def ask_agency(self, by: Person, **facts: Any) -> None:
        """An agency is asked about its own entries."""

    # --- the panel's notes -----------------------------------------------------------------------------------------

    @act(source="open", label="Add a note", done="Added a note", guards=[case_is_open], page=False, quiet=True)
    def add_note(self, by: Person, **facts: Any) -> None:
        """A note beside an entry or a stretch of time."""
        self.last_note += 1

    @act(source="open", label="Change a note", done="Changed a note", guards=[case_is_open], page=False, quiet=True)
    def change_note(self, by: Person, **facts: Any) -> None:
        """A note is said better; what it said is kept."""

    @act(source="open", label="Strike out a note", done="Struck out a note", guards=[case_is_open], page=False, quiet=True)
    def strike_note(self, by: Person, **facts: Any) -> None:
        """A note no longer stands; it is kept with the reason."""

    @act(source="open", label="Restore a note", done="Restored a note", guards=[case_is_open], page=False, quiet=True)
    def restore_note(self, by: Person, **facts: Any) -> None:
        """A note that was struck out stands again."""

    # --- views and versions ----------------------------------------------------------------------------------------

    @act(source="open", label="Keep this view", done="Kept a view", guards=[case_is_open], page=False, quiet=True)
    def keep_view(self, by: Person, **facts: Any) -> None:
        """What somebody asked to see stays under a name."""

    @act(source="open", label="Share a view", done="Shared a view", guards=[case_is_open], page=False, quiet=True)
    def share_view(self, by: Person, **facts: Any) -> None:
        """A view is offered to all who read the integrated chronology, or no longer."""

    @act(source="open", label="Remove a view", done="Removed a view", guards=[case_is_open], page=False, quiet=True)
    def remove_view(self, by: Person, **facts: Any) -> None:
        """A view is not wanted any more."""

    @act(source="open", label="Freeze this version", done="Froze a version", guards=[case_is_open], page=False, quiet=True)
    def freeze(self, by: Person, **facts: Any) -> None:
        """The panel has read it: as it stands now it stays."""
        self.last_frozen += 1


class IntegratedChronologyGrant(Grant):
    content_object = models.ForeignKey(IntegratedChronology, on_delete=models.CASCADE, related_name="grant_rows")
