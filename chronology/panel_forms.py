"""What people type in the panel's rooms: answers, questions, notes, numbers; cleaned here, decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any, ClassVar

from django import forms

from casework.fields import Checkboxes, Radios
from chronology.analysis import Thresholds
from chronology.entry_forms import LONGEST
from chronology.models import Chronology, Entry, Note, Proposal
from chronology.models.proposals import KIND_WORDS
from chronology.understanding import understand

LONG_LIFE = 3_650  # days; nobody waits longer for anything
A_DAY = 1_440  # minutes
MOST = 100  # of what is counted, not measured
STATES = [("open", "Open"), ("asked", "Waiting for an agency"), ("answered", "Answered")]
SORTS = {"": ("start", "number"), "when": ("start", "number"), "-when": ("-start", "-number")} | {
    "score": ("score", "number"),
    "-score": ("-score", "number"),
}


def words_field(label: str, hint: str = "", rows: int = 4, **kwargs: Any) -> forms.CharField:
    """A text of any length."""
    return forms.CharField(label=label, help_text=hint, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class ProposalFilter(forms.Form):
    """Narrow the proposals."""

    kind = forms.MultipleChoiceField(label="Kind", required=False, widget=Checkboxes, choices=list(KIND_WORDS.items()))
    agency = forms.MultipleChoiceField(label="Agency", required=False, widget=Checkboxes)
    state = forms.MultipleChoiceField(label="Answer", required=False, widget=Checkboxes, choices=STATES)

    def __init__(self, *args: Any, chronologies: Sequence[Chronology], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [(str(each.pk), str(each.agency)) for each in chronologies]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, list[str]]:
        """What was asked for; what is not offered narrows nothing."""
        self.is_valid()
        return self.cleaned_data if self.is_bound else {}


class DisposeForm(forms.Form):
    """What a proposal is, and why."""

    answer = forms.ChoiceField(label="What do you say?", widget=Radios, error_messages={"required": "Choose an answer"})
    words = words_field("Why", "What led you to it, for those who read it later", 3, required=False)

    HINTS: ClassVar = {
        "same": "The rows stand together from now on. Nobody’s words change",
        "different": "They stay apart, and are not proposed again",
        "noted": "It is so, and the panel knows",
        "explained": "It has a reason that the records do not show. Say which",
    }

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["answer"]
        field.choices, field.widget.hints = proposal.choices, self.HINTS

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == "explained" and not cleaned.get("words"):
            self.add_error("words", "Enter the explanation")
        return cleaned


class ReasonForm(forms.Form):
    """Why something no longer holds."""

    reason = words_field("Why?", "It is kept with what was said", 3, error_messages={"required": "Enter the reason"})


class AskForm(forms.Form):
    """Which agency is asked, and what."""

    chronology = forms.ChoiceField(label="Which agency?", widget=Radios, error_messages={"required": "Choose the agency"})
    words = words_field(
        "What do you ask?",
        "The agency reads these words and its own entries. It is not shown what others have written: quote nothing of it",
        error_messages={"required": "Enter the question"},
    )

    def __init__(self, *args: Any, chronologies: Sequence[Chronology], **kwargs: Any) -> None:
        self.chronologies = {str(each.pk): each for each in chronologies}
        first = {"chronology": next(iter(self.chronologies))} if len(self.chronologies) == 1 else {}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["chronology"].choices = [(pk, str(each.agency)) for pk, each in self.chronologies.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Chronology:
        """The chronology of the agency that is asked."""
        return self.chronologies[self.cleaned_data["chronology"]]


class QuestionAnswerForm(forms.Form):
    """The agency's answer."""

    words = words_field(
        "Your answer",
        "What your records hold. The panel, the chair and the overview author read it. It changes none of your entries",
        error_messages={"required": "Enter the answer"},
    )


THRESHOLDS = {
    "receipt_days": ("Same event: days until a notice is received", "How much later another agency’s record may follow"),
    "present_days": ("Same event: days apart", "How far the dates may lie apart where both agencies were there"),
    "same_event_score": ("Same event: from which score on", "Between 0 and 1. Higher proposes fewer"),
    "time_minutes": ("Contradiction: minutes apart", "By how much two exact times of one event must differ"),
    "hand_off_days": ("Hand-off: days to be recorded", "Within which an agency that was told should have an entry"),
    "chance_gaps": ("Gap: how many by mere chance", "Fewer ask for longer gaps"),
    "nobody_days": ("Gap: days without any agency", "From how many days on"),
    "agency_days": ("Gap: days without an agency that held the case", "From how many days on"),
    "child_seen_days": ("Gap: days in which nobody saw the child", "From how many days on"),
    "outcome_days": ("Gap: days without an outcome of a referral", "From how many days on"),
    "silent_days": ("Silent agency: days at the end of the period", "From how many days on"),
}


def threshold_rows(thresholds: Thresholds) -> list[tuple[str, str]]:
    """The numbers in words, with the house's own beside those that were changed."""
    house = asdict(Thresholds())
    rows = []
    for name, value in asdict(thresholds).items():
        label, _ = THRESHOLDS.get(name, (name.replace("_", " ").capitalize(), ""))
        rows.append((label, f"{value:g}" if value == house[name] else f"{value:g} (otherwise {house[name]:g})"))
    return rows


class ThresholdsForm(forms.Form):
    """The numbers by which a case's entries are compared."""

    def __init__(self, *args: Any, thresholds: Thresholds, **kwargs: Any) -> None:
        super().__init__(*args, initial=asdict(thresholds), **kwargs)
        for each in fields(Thresholds):
            label, hint = THRESHOLDS.get(each.name, (each.name.replace("_", " ").capitalize(), ""))
            self.fields[each.name] = _number(each.name, label, f"{hint}. Otherwise {each.default:g}".lstrip(". "))

    def chosen(self) -> dict[str, float]:
        """Those that depart from the house's."""
        house = asdict(Thresholds())
        return {name: value for name, value in self.cleaned_data.items() if value != house[name]}


def _number(name: str, label: str, hint: str) -> forms.Field:
    narrow = {"class": "govuk-input--width-5", "inputmode": "numeric"}
    if isinstance(asdict(Thresholds())[name], float):
        most = 1 if name.endswith("score") else MOST
        out = f"Enter a number between 0 and {most}"
        return forms.FloatField(
            label=label,
            help_text=hint,
            min_value=0,
            max_value=most,
            widget=forms.TextInput(attrs=narrow),
            error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), out),
        )
    most = A_DAY if name.endswith("minutes") else LONG_LIFE
    out = f"Enter a whole number from 1 to {most:,}"
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs=narrow),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), out),
    )


class FreezeForm(forms.Form):
    """On which occasion a version is frozen."""

    words = words_field("On which occasion?", "For example “read by the panel on 3 March”", 2, required=False)


class NoteForm(forms.Form):
    """A note: beside an entry its words alone, otherwise also the day or the stretch of time it is about."""

    when = forms.CharField(
        label="About which day, or which time?",
        help_text="For example 27 3 2021, 12–14 March 2021, or March 2021",
        max_length=120,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
        error_messages={"required": "Enter the day or the time the note is about"},
    )
    words = words_field(
        "The note",
        "Whoever reads the integrated chronology reads it. It does not become part of any agency’s text",
        error_messages={"required": "Enter the note"},
    )

    def __init__(self, *args: Any, entry: Entry | None, note: Note | None = None, **kwargs: Any) -> None:
        self.note = note
        initial = {"words": note.words, "when": note.when} if note else {}
        super().__init__(*args, initial=initial, **kwargs)
        if entry is not None:
            del self.fields["when"]

    def clean_when(self) -> str:
        """Words that give a day or a stretch; what stood there before stays as it was understood then."""
        words: str = self.cleaned_data["when"]
        if self.note is None or words.split() != self.note.when.split():
            read = understand(words)
            if read.problem or read.question:
                raise forms.ValidationError(read.problem or "Write the date out, for example 3 April 2021")
            self.reading = read.reading
        return words

    def written(self) -> dict[str, Any]:
        """The words, and where in time they stand."""
        said = {"words": self.cleaned_data["words"]}
        reading = getattr(self, "reading", None)
        return said | {"start": reading.start, "end": reading.end} if reading else said


class ViewForm(forms.Form):
    """Under which name a view is kept."""

    name = forms.CharField(
        label="What is it called?",
        help_text="For example “child seen in 2021”. Name nobody by their real name",
        max_length=80,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
        error_messages={"required": "Enter a name", "max_length": "The name must be 80 characters or fewer"},
    )

    def __init__(self, *args: Any, taken: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name in self.taken:
            raise forms.ValidationError("You have a view of this name already. Choose another name")
        return name


class KnowingForm(forms.Form):
    """The day on which one asks what was known."""

    on = forms.CharField(
        label="On which day?",
        help_text="For example 27 March 2021. What was known by the end of that day is shown",
        max_length=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": "Enter a day, for example 27 March 2021"},
    )

    def clean_on(self) -> str:
        """Words that give one day."""
        words: str = self.cleaned_data["on"]
        read = understand(words)
        if read.problem or read.question or read.reading.precision != "day":
            raise forms.ValidationError(read.problem or "Enter a day, for example 27 March 2021")
        self.read = read.reading.start
        return words

    def day(self) -> date | None:
        """The day, once it was understood."""
        return self.read if self.is_bound and self.is_valid() else None
