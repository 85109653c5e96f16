"""What a person may type in a review: cleaned here, decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

import frameworks
from agencies.models import Agency, Person
from casework.fields import Checkboxes, DayField, DayWidget, DocumentField, Radios
from frameworks.facts import Statement
from reviews.models import RecordsAnswer, RecordsRequest, Review


def long_text(
    label: str, *, asks: str, rows: int = 4, help_text: str = "", required: bool = True, **attrs: Any
) -> forms.CharField:
    """A box for some sentences; ``asks`` is what is said when it is left empty."""
    widget = forms.Textarea(attrs={"rows": rows} | attrs)
    return forms.CharField(label=label, widget=widget, help_text=help_text, required=required, error_messages={"required": asks})


class RecordsForm(forms.Form):
    """Which agencies are told to secure their records."""

    agencies = forms.ModelMultipleChoiceField(
        label="Which agencies may have had contact with the family?",
        queryset=Agency.objects.none(),
        widget=Checkboxes,
        error_messages={"required": "Choose the agencies to tell"},
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = review.recordsrequest_set.values_list("agency_id", flat=True)
        listed = Agency.objects.filter(listing__board=review.case.board).exclude(pk__in=list(told))
        field: Any = self.fields["agencies"]
        field.queryset = listed.order_by("name")
        outside = set(listed.filter(listing__is_member=False).values_list("pk", flat=True))
        field.widget.hints = {str(each.pk): _kind(each, each.pk in outside) for each in field.queryset}


def _kind(agency: Agency, is_outside: bool) -> str:
    return f"{agency.get_sector_display()}{', not a member of the board' if is_outside else ''}"


class AnswerForm(forms.Form):
    """An agency's answer about its records."""

    is_held = forms.TypedChoiceField(
        label="Does the agency hold any records?",
        choices=[("yes", "Yes, and they are secured"), ("no", "No, it holds nothing")],
        widget=Radios,
        coerce=lambda value: value == "yes",
        error_messages={"required": "Say whether the agency holds any records"},
    )
    what = forms.CharField(
        label="What was secured?",
        help_text="Paper and electronic, and from which teams. Records of teams that have closed the case count too.",
        widget=forms.Textarea(attrs={"rows": 4, "shown_when": "is_held=yes"}),
        required=False,
    )
    where = forms.CharField(
        label="Where are they kept?",
        max_length=240,
        widget=forms.TextInput(attrs={"shown_when": "is_held=yes"}),
        required=False,
    )
    secured_by = forms.CharField(
        label="Who secured them?",
        help_text="Name and post",
        max_length=160,
        widget=forms.TextInput(attrs={"shown_when": "is_held=yes"}),
        required=False,
    )
    secured_on = DayField(
        label="When were they secured?", past=True, required=False, widget=DayWidget({"shown_when": "is_held=yes"})
    )
    note = forms.CharField(
        label="Anything the board should know",
        help_text="Where the agency looked, what is missing, who else may hold something.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    ASKED = {
        "what": "Say what was secured",
        "where": "Say where the records are kept",
        "secured_by": "Say who secured the records",
        "secured_on": "Enter the day on which they were secured",
    }

    def __init__(self, *args: Any, request: RecordsRequest, **kwargs: Any) -> None:
        last: RecordsAnswer | None = request.answers.first()
        if last is not None:
            earlier = {name: getattr(last, name) for name in ("what", "where", "secured_by", "secured_on", "note")}
            kwargs["initial"] = earlier | {"is_held": "yes" if last.is_held else "no"}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("is_held"):
            for name, sentence in self.ASKED.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned


class OverviewAuthorForm(forms.Form):
    """Who writes the overview report, and what they have declared."""

    email = forms.EmailField(
        label="E-mail address of the author",
        help_text="They need an account. Add them to the board’s people first if they have none.",
        error_messages={"required": "Enter the author’s e-mail address", "invalid": "Enter an e-mail address"},
    )
    declared = forms.MultipleChoiceField(
        label="What has the author declared?",
        widget=Checkboxes,
        required=False,
        help_text="In their own hand, and kept by the board.",
    )
    declared_on = DayField(label="When did they declare it?", past=True)
    experience = long_text("Their experience of this work", asks="", required=False, rows=3)

    def __init__(self, *args: Any, statements: Iterable[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = list(statements)
        declared: Any = self.fields["declared"]
        declared.choices = [(each.key, each.text) for each in self.statements]
        if not self.statements:
            del self.fields["declared"]

    def clean_email(self) -> Person:
        found = Person.objects.filter(email=self.cleaned_data["email"].lower(), is_active=True).first()
        if found is None:
            raise forms.ValidationError("Nobody has an account with this address")
        return found

    def clean_declared(self) -> list[str]:
        declared: list[str] = self.cleaned_data["declared"]
        if {each.key for each in self.statements} - set(declared):
            raise forms.ValidationError("The author must declare every one of these before you can appoint them")
        return declared


class ToldForm(forms.Form):
    """When and how a body outside the review was told."""

    told_on = DayField(label="When were they told?", past=True)
    how = forms.CharField(
        label="How were they told?",
        max_length=160,
        help_text="For example, letter by secure e-mail, or telephone and then letter",
        error_messages={"required": "Say how they were told"},
    )
    note = forms.CharField(label="Who answered, and what", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    document = DocumentField(label="The letter, or other proof", required=False)


class ReasonForm(forms.Form):
    """A reason that stays on record."""

    def __init__(self, *args: Any, question: str, asks: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = long_text(question, asks=asks, help_text=hint)


class PauseForm(forms.Form):
    """Why the clock stops, and until when."""

    reason = long_text(
        "Why does the review wait?",
        asks="Say why the review waits",
        rows=3,
        help_text="A trial, an inquest, a direction of the court.",
    )
    expected = forms.CharField(
        label="When is it expected to go on?",
        max_length=160,
        required=False,
        help_text="For example, after the verdict, in October",
    )


class ConvertForm(forms.Form):
    """Which kind of review it turns into, and why."""

    framework = forms.ChoiceField(
        label="What does it become?", widget=Radios, error_messages={"required": "Choose the kind of review"}
    )
    reason = long_text("Why does it change?", asks="Say why the kind of review changes", rows=4)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["framework"]
        chosen.choices = [(each.to, frameworks.get(each.to).title) for each in review.pack.converts]
        chosen.widget.hints = {each.to: f"{each.when} {each.keeps}" for each in review.pack.converts}


class AgreeForm(forms.Form):
    """When the panel agreed the terms, and what changed."""

    on = DayField(label="When did the panel agree them?", past=True)
    note = long_text(
        "What changed, or what was said",
        asks="",
        required=False,
        rows=3,
        help_text="For example, agreed by all at the panel’s second meeting.",
    )


class NoteForm(forms.Form):
    """How it is going."""

    text = long_text("How is it going?", asks="Say how it is going", rows=4)


class OutcomeForm(forms.Form):
    """What came of it."""

    on = DayField(label="When was it finished?", past=True)

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"] = long_text(question or "What came of it?", asks="Say what came of it", rows=6)
