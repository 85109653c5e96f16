"""What the keeper of a directory may type."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency, Board, Person
from casework import appointments, directory
from casework.fields import Radios
from frameworks.vocabulary import SECTORS


class AgencyForm(forms.Form):
    """List an agency."""

    name = forms.CharField(label="Name of the agency", max_length=160, error_messages={"required": "Enter the name"})
    sector = forms.ChoiceField(label="Sector", choices=list(SECTORS.items()))
    is_member = forms.TypedChoiceField(
        label="Is it a member of the board?",
        choices=[("yes", "Yes"), ("no", "No, it works with the board from outside, as a GP practice may")],
        coerce=lambda answer: answer == "yes",
        widget=Radios,
        error_messages={"required": "Say whether it is a member"},
    )


class PersonForm(forms.Form):
    """Add somebody."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Enter the name"})
    email = forms.EmailField(label="E-mail address at work", error_messages={"required": "Enter the e-mail address"})
    post = forms.CharField(label="Post", max_length=160, required=False)
    agency = forms.ModelChoiceField(label="Agency", queryset=Agency.objects.none(), required=False, empty_label="None")

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(listing__board=board)  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    """Give a standing role."""

    person = forms.ModelChoiceField(label="Who", queryset=Person.objects.none(), error_messages={"required": "Choose a person"})
    role = forms.ChoiceField(label="Role", widget=Radios, error_messages={"required": "Choose a role"})

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = appointments.candidates(board)  # type: ignore[attr-defined]
        self.fields["role"].choices = directory.role_choices()  # type: ignore[attr-defined]


class EndRoleForm(forms.Form):
    """Choose which standing role ends."""

    role: Any = forms.ModelChoiceField(
        label="Which role ends today?",
        queryset=None,
        widget=Radios,
        empty_label=None,
        error_messages={"required": "Choose a role"},
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = directory.roles_of(board)  # type: ignore[attr-defined]
