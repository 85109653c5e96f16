"""The parts of the terms of reference, each a small form that knows its version and how to save itself."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from agencies.models import Agency, Person
from casework.fields import DayField, Radios
from reviews import scope, workflow
from reviews.forms import long_text
from reviews.models import TermsOfReference
from reviews.models.terms import CONTRIBUTIONS, CONTRIBUTORS, ISSUES, PERIOD, TIMESCALES

SPARE_LINES = 2


class PartForm(forms.Form):
    """One part of the scope, saved on top of the version it was opened at."""

    heading: ClassVar[str] = ""
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, terms: TermsOfReference, code: str) -> None:
        self.terms, self.code = terms, code
        self.build()
        super().__init__(data, initial={"version": scope.version_of(terms, code)} | self.stands())
        self.add()

    def build(self) -> None:
        """What must be known before the fields are."""

    def add(self) -> None:
        """Fields that depend on the terms."""

    def stands(self) -> dict[str, Any]:
        """What the part says now."""
        return {}

    def save(self, by: Person) -> TermsOfReference:
        """Write the part down; raises Outdated when somebody was quicker."""
        raise NotImplementedError

    def on_top_of(self, version: int) -> None:
        """Let the next save of what was typed go on top of this version."""
        self.data = self.data.copy()
        self.data["version"] = str(version)


class PeriodForm(PartForm):
    heading = "Period under review"
    period_from = DayField(label="From", past=True)
    period_to = DayField(label="To", past=True)
    reason = long_text("Why does it begin and end there?", asks="Say why the period begins and ends there", rows=3)

    def stands(self) -> dict[str, Any]:
        terms = self.terms
        return {"period_from": terms.period_from, "period_to": terms.period_to, "reason": terms.reason_for_period}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", "The period must end after it begins")
        return cleaned

    def save(self, by: Person) -> TermsOfReference:
        return workflow.write_period(self.terms, by=by, **self.cleaned_data)


class TimescalesForm(PartForm):
    heading = "Timescales"
    reports_due_on = DayField(label="By when do the agencies report?")
    overview_due_on = DayField(label="By when is the overview report written?")

    def stands(self) -> dict[str, Any]:
        return {"reports_due_on": self.terms.reports_due_on, "overview_due_on": self.terms.overview_due_on}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        reports, overview = cleaned.get("reports_due_on"), cleaned.get("overview_due_on")
        if reports and overview and overview < reports:
            self.add_error("overview_due_on", "It cannot be due before the agencies’ reports it rests on")
        return cleaned

    def save(self, by: Person) -> TermsOfReference:
        return workflow.write_timescales(self.terms, by=by, **self.cleaned_data)


class LinesForm(PartForm):
    """Lines of enquiry, one box each; an emptied box drops its line, ``more`` asks for more boxes."""

    heading = "Lines of enquiry"
    more = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=40)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        # A line that was dropped while this person was writing on it is still theirs to save.
        self.typed_on = {int(name[5:]) for name in data or {} if name[:5] == "line_" and name[5:].isdigit()}
        super().__init__(data, **kwargs)

    def build(self) -> None:
        lines = self.terms.lineofenquiry_set.all()
        self.lines = [line for line in lines if not line.is_dropped or line.pk in self.typed_on]

    def add(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            self.fields[f"line_{line.pk}"] = self._box(number, line.question)
        spare = max(SPARE_LINES, 3 - len(self.lines)) + self._more()
        for extra in range(spare):
            self.fields[f"new_{extra}"] = self._box(len(self.lines) + extra + 1)

    def _box(self, number: int, question: str = "") -> forms.CharField:
        widget = forms.Textarea(attrs={"rows": 2})
        return forms.CharField(label=f"Line of enquiry {number}", widget=widget, required=False, initial=question)

    def _more(self) -> int:
        try:
            return min(max(int(self.data.get("more") or 0), 0), 40)
        except (TypeError, ValueError):
            return 0

    @property
    def asks_for_more(self) -> bool:
        """Whether the person pressed the button for another box."""
        return "another" in self.data

    def with_another(self) -> LinesForm:
        """The same form with one more box and everything that was typed."""
        data = self.data.copy()
        data["more"] = str(self._more() + 1)
        return LinesForm(data, terms=self.terms, code=self.code)

    def questions(self) -> list[tuple[int | None, str]]:
        """What was typed, in order."""
        kept: list[tuple[int | None, str]] = [(line.pk, self.cleaned_data[f"line_{line.pk}"]) for line in self.lines]
        new = [text for name, text in self.cleaned_data.items() if name.startswith("new_") and text]
        return kept + [(None, text) for text in new]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first = next(name for name in self.fields if name.startswith(("line_", "new_")))
        if not any(text for name, text in cleaned.items() if name.startswith(("line_", "new_"))):
            self.add_error(first, "Enter at least one line of enquiry")
        return cleaned

    def save(self, by: Person) -> TermsOfReference:
        return workflow.write_lines(self.terms, questions=self.questions(), version=self.cleaned_data["version"], by=by)


class ContributorsForm(PartForm):
    heading = "Contributors"

    def build(self) -> None:
        self.agencies = list(Agency.objects.filter(listing__board=self.terms.case.board).order_by("name"))
        self.chosen = dict(self.terms.contributor_set.values_list("agency_id", "contribution"))

    def add(self) -> None:
        report = self.terms.review.pack.terms.agency_report
        choices = [("report", report.title if not report.short else report.short), *CONTRIBUTIONS[1:]]
        for agency in self.agencies:
            self.fields[f"agency_{agency.pk}"] = forms.ChoiceField(
                label=agency.name,
                choices=choices,
                widget=Radios(inline=True),
                initial=self.chosen.get(agency.pk, "none"),
                error_messages={"required": f"Choose what {agency.name} contributes"},
            )

    def save(self, by: Person) -> TermsOfReference:
        chosen = {agency: self.cleaned_data[f"agency_{agency.pk}"] for agency in self.agencies}
        return workflow.write_contributors(self.terms, contributions=chosen, version=self.cleaned_data["version"], by=by)


class AnswerQuestionForm(PartForm):
    """A question of the pack, answered with a text."""

    def add(self) -> None:
        item = self.question
        self.fields["text"] = forms.CharField(
            label=item.label, help_text=item.hint, widget=forms.Textarea(attrs={"rows": 8}), required=False
        )

    def build(self) -> None:
        self.question = next(each for each in self.terms.questions() if each.code == self.code)

    def stands(self) -> dict[str, Any]:
        return {"text": scope.in_words(self.terms, self.code)}

    def save(self, by: Person) -> TermsOfReference:
        return workflow.write_answer(
            self.terms, code=self.code, text=self.cleaned_data["text"], version=self.cleaned_data["version"], by=by
        )


FORMS: dict[str, type[PartForm]] = {
    PERIOD: PeriodForm,
    ISSUES: LinesForm,
    CONTRIBUTORS: ContributorsForm,
    TIMESCALES: TimescalesForm,
}


def form_of(terms: TermsOfReference, code: str) -> type[PartForm] | None:
    """The form of a part; None where these terms have no such part."""
    if code in FORMS:
        return FORMS[code]
    return AnswerQuestionForm if code in {each.code for each in terms.questions()} else None
