"""What a person may type about an overview report: cleaned here, decided elsewhere."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agencies.models import Agency
from casework.fields import Checkboxes, DayField, Radios
from casework.richtext import RichTextField
from frameworks import facts
from imr.models import Section
from overview import citing
from overview.models import OverviewReport
from overview.models.accuracy import ANSWERS
from reviews.models import LineOfEnquiry


class SectionForm(forms.Form):
    """The text under one heading, on top of the version it was written on."""

    html = RichTextField(label="", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, heading: facts.Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["html"].label = heading.title


class FindingForm(forms.Form):
    """What was found, what can be learnt from it, and where it belongs."""

    title = forms.CharField(
        label="The finding in one sentence",
        max_length=200,
        help_text="A reader who sees only this line should know what was found.",
        error_messages={"required": "Enter the finding in one sentence"},
    )
    html = RichTextField(
        label="What happened, and why",
        help_text="Use what is known only now with care, and say when you do.",
        error_messages={"required": "Say what happened, and why"},
    )
    lesson = forms.CharField(
        label="What can be learnt",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What would help the next person in the same place?",
    )
    theme = forms.ChoiceField(label="Theme", required=False)
    enquiry = forms.ModelChoiceField(
        label="Which line of enquiry does it answer?",
        queryset=LineOfEnquiry.objects.none(),
        required=False,
        empty_label="None of them",
        widget=Radios,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        themes = [(each.code, each.label) for each in report.pack.themes]
        self.fields["theme"].choices = [("", "None"), *themes]  # type: ignore[attr-defined]
        lines = LineOfEnquiry.objects.filter(terms__review_id=report.review_id, is_dropped=False)
        self.fields["enquiry"].queryset = lines  # type: ignore[attr-defined]


class EntriesFilter(forms.Form):
    """Look for entries of the chronologies."""

    words = forms.CharField(label="Words", required=False)
    agency = forms.ModelChoiceField(label="Agency", queryset=Agency.objects.none(), required=False, empty_label="All agencies")
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class CiteEntriesForm(forms.Form):
    """The entries that a finding rests on, and why they matter."""

    entry = forms.MultipleChoiceField(error_messages={"required": "Choose at least one entry"})
    note = forms.CharField(label="Why it matters", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, shown: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entry"].choices = [(each, each) for each in shown]  # type: ignore[attr-defined]


class CitePassageForm(forms.Form):
    """The words of an agency's report that a finding rests on."""

    passage = forms.CharField(
        label="The passage",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Copy it from the text. Leave it empty to cite the whole section.",
    )
    note = forms.CharField(label="Why it matters", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, section: Section | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section

    def clean_passage(self) -> str:
        passage: str = self.cleaned_data["passage"]
        if self.section and not citing.stands_in(self.section, passage):
            raise forms.ValidationError(citing.NOT_THERE)
        return passage


class ExplainForm(forms.Form):
    """Why a line of enquiry has no finding."""

    words = forms.CharField(
        label="Why is there no finding?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Say what was looked into, and why there is nothing to find.",
        error_messages={"required": "Say why there is no finding"},
    )


class RecommendationForm(forms.Form):
    """What should change, who is asked, and the findings it rests on."""

    BOARD: ClassVar = "board"

    to = forms.ChoiceField(label="Who is asked?", error_messages={"required": "Choose who is asked"})
    text = forms.CharField(
        label="What should they do?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One thing, capable of being carried out.",
        error_messages={"required": "Enter the recommendation"},
    )
    findings = forms.ModelMultipleChoiceField(
        label="Which findings lead to it?",
        queryset=None,
        required=False,
        widget=Checkboxes,
        help_text="A recommendation without a finding cannot go to the panel.",
    )
    expected_change = forms.CharField(
        label="What should be different afterwards?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    measure = forms.CharField(label="How will anybody see that?", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    category = forms.ChoiceField(label="What is it about?", required=False)
    lever = forms.ChoiceField(label="How does it bring about change?", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = report.pack.recommendations
        self.agencies = {str(each.pk): each for each in agencies_of(report)}
        named = [(key, each.name) for key, each in self.agencies.items()]
        chosen: Any = self.fields
        chosen["to"].choices = [("", "Choose"), (self.BOARD, report.case.board.name), *named]
        chosen["findings"].queryset = report.finding_set.all()
        chosen["category"].choices = [("", "None"), *((each.code, each.label) for each in offered.categories)]
        chosen["lever"].choices = [("", "None"), *((each.code, each.label) for each in offered.levers)]

    def facts(self) -> dict[str, Any]:
        """What was typed, as the verbs take it."""
        names = ("text", "findings", "expected_change", "measure", "category", "lever")
        given = {name: self.cleaned_data[name] for name in names}
        return given | {"agency": self.agencies.get(self.cleaned_data["to"])}


class AccuracyForm(forms.Form):
    """Who checks the facts, and until when."""

    agencies = forms.ModelMultipleChoiceField(
        label="Which agencies check the facts?",
        queryset=Agency.objects.none(),
        widget=Checkboxes,
        help_text="Their leads will read the whole report.",
        error_messages={"required": "Choose the agencies"},
    )
    due_on = DayField(label="By when?", future=True, error_messages={"required": "Enter the day"})

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = agencies_of(report)  # type: ignore[attr-defined]


class CheckForm(forms.Form):
    """An agency's answer about the facts."""

    answer = forms.ChoiceField(
        label="Are the facts right?",
        choices=ANSWERS,
        widget=Radios(hints={"correction": "Say which paragraph, what is wrong, and what your records show."}),
        error_messages={"required": "Say whether the facts are right"},
    )
    correction = forms.CharField(
        label="What must be corrected?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "shown_when": "answer=correction"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == "correction" and not cleaned.get("correction", "").strip():
            self.add_error("correction", "Say what must be corrected")
        return cleaned


class CorrectionForm(forms.Form):
    """The author's answer to a correction."""

    is_taken_up = forms.TypedChoiceField(
        label="Have you corrected the report?",
        choices=[("yes", "Yes, the report is corrected"), ("no", "No, it stays as it is")],
        coerce=lambda value: value == "yes",
        widget=Radios,
        error_messages={"required": "Say whether you have corrected the report"},
    )
    reply = forms.CharField(
        label="What do you tell the agency?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where the report stays as it is.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("is_taken_up") is False and not cleaned.get("reply", "").strip():
            self.add_error("reply", "Say why the report is not corrected")
        return cleaned


class ReasonsForm(forms.Form):
    """Reasons that stay on the record."""

    reasons = forms.CharField(
        label="Reasons", widget=forms.Textarea(attrs={"rows": 5}), error_messages={"required": "Enter the reasons"}
    )

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reasons"].label = label
        self.fields["reasons"].help_text = hint


class SignForm(forms.Form):
    """The hash of the text that was shown: exactly that is signed."""

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)


class SubmitForm(forms.Form):
    """Who of those the framework names has which papers, and since when."""

    sent_to = forms.MultipleChoiceField(label="Who has their copies?", required=False, widget=Checkboxes)
    on = DayField(label="When were the last of them sent?", past=True, error_messages={"required": "Enter the day"})
    because = forms.CharField(
        label="Why has anybody no copy?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where you leave somebody out.",
    )

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copies = report.pack.copies
        field: Any = self.fields["sent_to"]
        field.choices = [(each.to, each.to) for each in copies]
        field.widget.hints = {each.to: ", ".join(each.documents) for each in copies}


class PublishForm(forms.Form):
    """Each condition of the framework, where it is published, and when."""

    conditions = forms.MultipleChoiceField(label="Each of these must be met", widget=Checkboxes, required=False)
    where = forms.CharField(
        label="Where is it published?", max_length=240, error_messages={"required": "Say where it is published"}
    )
    on = DayField(label="On which day?", error_messages={"required": "Enter the day"})

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = report.pack.publication.conditions
        self.fields["conditions"].choices = [(each.key, each.text) for each in asked]  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """Which part is printed."""

    part = forms.ChoiceField(label="Which part?", widget=Radios, error_messages={"required": "Choose a part"})

    def __init__(self, *args: Any, report: OverviewReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = parts_of(report)  # type: ignore[attr-defined]


def parts_of(report: OverviewReport) -> list[tuple[str, str]]:
    """The parts of this kind of report, in the pack's words."""
    terms = report.pack.terms
    parts = [("overview", terms.overview.title)]
    return [*parts, ("summary", terms.summary.title)] if report.pack.summary.chapters else parts


def agencies_of(report: OverviewReport) -> Any:
    """The agencies that belong to the case."""
    return Agency.objects.filter(pk__in=report.case.involvement_set.values("agency_id"))
