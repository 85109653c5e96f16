"""What a person may type about responses and actions: cleaned here, decided elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms

from actionplans.models import Action, Response
from actionplans.models.actions import ACTION_STATES
from actionplans.models.responses import RESPONSE_STATES
from agencies.models import Agency, Person
from casework import appointments
from casework.fields import DayField, DocumentField, Radios
from casework.models import Case


class DueForm(forms.Form):
    """By when everybody responds."""

    due_on = DayField(label="By when should they respond?", future=True, error_messages={"required": "Enter the day"})


class AnswerForm(forms.Form):
    """What a body will do about a recommendation."""

    answer = forms.ChoiceField(
        label="What do you say to this recommendation?",
        choices=[each for each in RESPONSE_STATES if each[0] != "asked"],
        widget=Radios(
            hints={
                "accepted": "You will do what it asks.",
                "partly_accepted": "You will do part of it, or something else to the same end.",
                "rejected": "You will not do it.",
            }
        ),
        error_messages={"required": "Choose an answer"},
    )
    reasons = forms.CharField(
        label="Reasons",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Needed unless you accept it as a whole. The panel and the chair read them.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") not in {None, "accepted"} and not cleaned.get("reasons", "").strip():
            self.add_error("reasons", "Say why it is not accepted as a whole")
        return cleaned


class AskAgainForm(forms.Form):
    """Why an answer is not enough, and by when another is expected."""

    because = forms.CharField(
        label="Why is the answer not enough?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why the answer is not enough"},
    )
    due_on = DayField(label="By when should they answer?", future=True, error_messages={"required": "Enter the day"})


class ActionForm(forms.Form):
    """An action as it is planned."""

    what = forms.CharField(
        label="What will be done?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Something people will do differently. “Staff were reminded” changes little.",
        error_messages={"required": "Say what will be done"},
    )
    outcome = forms.CharField(
        label="What should be better for children?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    measure = forms.CharField(
        label="How will anybody see that it worked?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What is counted or looked at, where, and from which starting point.",
    )
    monitoring = forms.CharField(
        label="Who watches over it, and how often?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    due_on = DayField(label="By when?", required=False, future=True)
    support = forms.CharField(label="Who helps?", required=False, max_length=240)
    resources = forms.CharField(label="What does it need?", required=False, max_length=240)


class OwnerForm(forms.Form):
    """Who sees to an action."""

    owner = forms.ModelChoiceField(
        label="Who sees to it?",
        queryset=Person.objects.none(),
        empty_label="Choose a person",
        error_messages={"required": "Choose a person"},
    )

    def __init__(self, *args: Any, thing: Action | Response, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_of(thing)  # type: ignore[attr-defined]


class NewActionForm(ActionForm):
    """A new action, with its owner if that is known."""

    owner = forms.ModelChoiceField(
        label="Who sees to it?", queryset=Person.objects.none(), empty_label="Not named yet", required=False
    )

    def __init__(self, *args: Any, thing: Response, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_of(thing)  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """How an action is going."""

    text = forms.CharField(
        label="How is it going?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What has been reached, what stands in the way, why it is late.",
        error_messages={"required": "Say how it is going"},
    )


class EvidenceForm(forms.Form):
    """A piece of evidence: its kind, a document, a note."""

    kind = forms.ChoiceField(label="What kind of evidence is it?", widget=Radios, error_messages={"required": "Choose a kind"})
    file = DocumentField(label="Document", required=False, help_text="No names of children or families.")
    note = forms.CharField(
        label="What does it show?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Or, without a document: what was seen, and where it is kept.",
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = action.pack.actions.evidence
        field: Any = self.fields["kind"]
        field.choices = [(each.code, each.label) for each in kinds]
        field.widget.hints = {each.code: each.hint for each in kinds if each.hint}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("file") and not cleaned.get("note", "").strip() and "file" not in self.errors:
            self.add_error("note", "Add a document, or write down what was seen")
        return cleaned


class DoneForm(forms.Form):
    """What was done."""

    what_was_done = forms.CharField(
        label="What was done?", widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": "Say what was done"}
    )


class AuditForm(forms.Form):
    """What somebody independent looked at, and what they found."""

    looked_at = forms.CharField(
        label="What did you look at?",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The sample: which records, how many, from which time; whom you asked.",
        error_messages={"required": "Say what you looked at"},
    )
    found = forms.CharField(
        label="What did you find?", widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": "Say what you found"}
    )


class ReopenForm(forms.Form):
    """What was found wanting, and by when the action is wanted again."""

    looked_at = AuditForm.base_fields["looked_at"]
    reasons = forms.CharField(
        label="What did you find, and why is the action opened again?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you found"},
    )
    due_on = DayField(label="By when should it be done?", future=True, error_messages={"required": "Enter the day"})


class SupersedeForm(forms.Form):
    """What takes the place of an action."""

    reasons = forms.CharField(
        label="What takes its place, or why is it no longer needed?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what takes its place"},
    )


class ActionsFilter(forms.Form):
    """Narrow the list of actions."""

    words = forms.CharField(label="Words", required=False)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), *ACTION_STATES])
    when = forms.ChoiceField(
        label="Date",
        required=False,
        choices=[("", "All"), ("overdue", "Overdue"), ("month", "Due within a month"), ("audit", "Audit due within a month")],
    )
    whose = forms.ChoiceField(label="Whose", required=False, choices=[("", "Everybody’s"), ("mine", "Those I own")])
    agency = forms.ModelChoiceField(label="Agency", queryset=Agency.objects.none(), required=False, empty_label="All")
    case = forms.ModelChoiceField(label="Case", queryset=Case.objects.none(), required=False, empty_label="All")

    def __init__(self, *args: Any, actions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["agency"].queryset = Agency.objects.filter(pk__in=actions.order_by().values("agency_id"))
        fields["case"].queryset = Case.objects.filter(pk__in=actions.order_by().values("case_id"))


def people_of(thing: Action | Response) -> Any:
    """Who could see to an action: the agency's people, or for the board whoever serves it."""
    if thing.agency_id:
        return Person.objects.filter(agency_id=thing.agency_id, is_active=True)
    return appointments.candidates(thing.case.board)
