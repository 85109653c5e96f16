"""What a person may type on the case file's own pages."""

from __future__ import annotations

from typing import Any

from django import forms

import frameworks
from agencies.models import Person
from agencies.roles import ROLES
from casework import appointments
from casework.fields import DayField, DocumentField, Radios
from casework.models.case import Case
from casework.models.deadline import Deadline


class CaseFilter(forms.Form):
    """Narrow the list of cases."""

    words = forms.CharField(label="Reference or pseudonym", required=False)
    framework = forms.ChoiceField(label="Kind of review", required=False)
    state = forms.ChoiceField(
        label="Open or closed", required=False, choices=[("", "All"), ("open", "Open"), ("closed", "Closed")]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        packs = [(pack.code, pack.short_title) for pack in frameworks.all_packs()]
        self.fields["framework"].choices = [("", "All"), *packs]  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    """Give somebody a role on the case."""

    person = forms.ModelChoiceField(label="Who", queryset=Person.objects.none(), error_messages={"required": "Choose a person"})

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = appointments.candidates(case.board).select_related("agency")
        self.fields["person"].queryset = chosen  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = _with_agency  # type: ignore[attr-defined]


class DismissForm(forms.Form):
    """Choose whose role on the case ends, of those that are ended on one's own word; others end with an act of the review."""

    role: Any = forms.ModelChoiceField(
        label="Whose appointment ends today",
        queryset=None,
        widget=Radios,
        empty_label=None,
        error_messages={"required": "Choose an appointment"},
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = [role for role, kind in ROLES.items() if kind.appointed_by]
        self.fields["role"].queryset = appointments.on_case(case).filter(role__in=given)  # type: ignore[attr-defined]


class SubjectForm(forms.Form):
    """Add a child to the case."""

    pseudonym = forms.CharField(
        label="Pseudonym", max_length=40, help_text="For example, Child A2", error_messages={"required": "Enter a pseudonym"}
    )
    relation = forms.CharField(label="Relation to the other children", max_length=80, required=False)
    name = forms.CharField(label="Name", max_length=160, required=False, help_text="Kept apart from the case file")
    date_of_birth = DayField(label="Date of birth", required=False, past=True)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case

    def clean_pseudonym(self) -> str:
        pseudonym: str = self.cleaned_data["pseudonym"]
        if self.case.subject_set.filter(pseudonym__iexact=pseudonym).exists():
            raise forms.ValidationError("This case already has a child with that pseudonym")
        return pseudonym


class RevealForm(forms.Form):
    """Say why the identity is needed."""

    reason = forms.CharField(
        label="Why do you need to know who this is?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Your reason is kept with your name and the time",
        error_messages={"required": "Say why you need to know"},
    )


class FileForm(forms.Form):
    """Put a document on the case file."""

    title = forms.CharField(label="What is it?", max_length=160, error_messages={"required": "Say what the document is"})
    file = DocumentField(label="Document")


class ExtendForm(forms.Form):
    """Agree a later date."""

    deadline = forms.ModelChoiceField(
        label="Which date?",
        queryset=Deadline.objects.none(),
        widget=Radios,
        empty_label=None,
        error_messages={"required": "Choose a date"},
    )
    to = DayField(label="New date")
    reason = forms.CharField(
        label="Why is more time needed?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why more time is needed"},
    )
    consulted = forms.CharField(label="Who was consulted?", max_length=200, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deadline"].queryset = Deadline.objects.standing().filter(case=case)  # type: ignore[attr-defined]
        self.fields["deadline"].label_from_instance = _with_date  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        deadline, to = cleaned.get("deadline"), cleaned.get("to")
        if deadline and to and to <= deadline.due_on:
            self.add_error("to", f"The new date must be after {deadline.due_on:%-d %B %Y}")
        return cleaned


def _with_agency(person: Person) -> str:
    return f"{person.name} ({person.agency})" if person.agency else person.name


def _with_date(deadline: Deadline) -> str:
    return f"{deadline.label}, {deadline.due_on:%-d %B %Y}"
