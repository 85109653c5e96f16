"""What a person may type about an agency's report: cleaned here, decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from agencies.models import Agency, Person
from casework.fields import Checkboxes, DayField, DocumentField, Radios
from casework.richtext import RichTextField
from frameworks.facts import Statement
from imr.models import IMR
from reviews.models import Review


class CommissionForm(forms.Form):
    """Which agencies are asked for their report, and by when."""

    agencies = forms.ModelMultipleChoiceField(
        label="Which agencies are asked?",
        queryset=Agency.objects.none(),
        widget=Checkboxes,
        error_messages={"required": "Choose the agencies to ask"},
    )
    due_on = DayField(label="By when?", future=True, required=False)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        terms = review.terms
        wanted = terms.agencies_reporting() if terms else set()
        asked = IMR.objects.filter(review=review).exclude(state="excused").values_list("agency_id", flat=True)
        open_to = Agency.objects.filter(listing__board=review.case.board).exclude(pk__in=list(asked))
        chosen = [str(each.pk) for each in open_to if each.pk in wanted]
        kwargs["initial"] = {"agencies": chosen, "due_on": terms.reports_due_on if terms else None}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agencies"]
        field.queryset = open_to.order_by("name")
        field.widget.hints = dict.fromkeys(chosen, "Named in the terms of reference")


class DueForm(forms.Form):
    """By when it is wanted."""

    due_on = DayField(label="By when?", future=True, required=False)


class PersonForm(forms.Form):
    """Somebody of the agency, or somebody else by their e-mail address; and their post."""

    person = forms.ModelChoiceField(
        label="Somebody of the agency",
        queryset=Person.objects.none(),
        widget=Radios,
        required=False,
        blank=True,
        empty_label="Somebody else",
    )
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="They need an account.",
        required=False,
        widget=forms.EmailInput(attrs={"shown_when": "person="}),
        error_messages={"invalid": "Enter an e-mail address"},
    )
    post = forms.CharField(
        label="Their post",
        max_length=160,
        help_text="For example, Detective Superintendent",
        error_messages={"required": "Enter their post"},
    )

    def __init__(self, *args: Any, imr: IMR, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        people.queryset = Person.objects.filter(agency=imr.agency, is_active=True)
        people.label_from_instance = lambda person: f"{person.name}, {person.post}" if person.post else person.name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("person") is None and "email" not in self.errors:
            cleaned["person"] = self._by_email(cleaned.get("email", ""))
        return cleaned

    def _by_email(self, email: str) -> Person | None:
        if not email:
            self.add_error("person", "Choose somebody of the agency, or enter somebody’s e-mail address")
            return None
        found = Person.objects.filter(email=email.lower(), is_active=True).first()
        if found is None:
            self.add_error("email", "Nobody has an account with this address")
        return found


class DeclarationForm(forms.Form):
    """Statements that somebody puts their name to, every one."""

    declared = forms.MultipleChoiceField(label="I declare:", widget=Checkboxes, required=False)

    def __init__(self, *args: Any, statements: Iterable[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = list(statements)
        declared: Any = self.fields["declared"]
        declared.choices = [(each.key, each.text) for each in self.statements]
        if not self.statements:
            del self.fields["declared"]

    def clean_declared(self) -> list[str]:
        declared: list[str] = self.cleaned_data["declared"]
        if {each.key for each in self.statements} - set(declared):
            raise forms.ValidationError("You can go on only if you can declare every one of these")
        return declared

    @property
    def keys(self) -> list[str]:
        """The keys of what was declared."""
        return list(self.cleaned_data.get("declared", []))


class SignForm(DeclarationForm):
    """The countersigning officer's statements, and the hash of what they had in front of them."""

    digest = forms.CharField(widget=forms.HiddenInput, min_length=64, max_length=64)
    is_sure = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def hidden(self) -> None:
        """Ask nothing more: what was declared goes along unseen."""
        if "declared" in self.fields:
            self.fields["declared"].widget = forms.MultipleHiddenInput()
        self.data = self.data.copy()
        self.data["is_sure"] = "True"


class SectionForm(forms.Form):
    """One section's text."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = RichTextField(label="Your text", required=False)
    is_ready = forms.BooleanField(label="This section is finished", required=False)


class ReasonForm(forms.Form):
    """Reasons that stay on record."""

    asks: ClassVar = "Say why"

    def __init__(
        self, *args: Any, question: str, hint: str = "", with_date: bool = False, required: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        box = forms.Textarea(attrs={"rows": 6})
        self.fields["reasons"] = forms.CharField(
            label=question, help_text=hint, widget=box, required=required, error_messages={"required": self.asks}
        )
        if with_date:
            self.fields["due_on"] = DayField(label="By when is it wanted again?", future=True, required=False)


class Files(forms.ClearableFileInput):
    """A box that takes several files at once."""

    allow_multiple_selected = True


class FilesField(DocumentField):
    """Several documents; which of them may not come in is said by name, and then none does."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = (data if isinstance(data, list) else [data]) or [None]
        files, refused = [], []
        for each in given:
            try:
                files.append(super().clean(each, initial))
            except forms.ValidationError as wrong:
                named = f"{each.name}: " if each else ""
                refused += [f"{named}{sentence}" for sentence in wrong.messages]
        if refused:
            raise forms.ValidationError(refused)
        return files


class AttachForm(forms.Form):
    """Documents that belong to the report."""

    files = FilesField(
        label="Documents",
        help_text="You can choose several.",
    )
