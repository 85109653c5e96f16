"""What people type of an entry, on its own page or in a row of the grid: understood, said back, never lost."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

from casework.fields import Radios
from chronology.facts import lines_in
from chronology.models import Entry
from chronology.models.entry import SEEN
from chronology.understanding import (
    NO_TIME_OF_DAY,
    Understood,
    Years,
    time_in,
    time_said,
    understand,
)
from chronology.wording import day_in_full, hour_in_words, when_in_words

LONGEST = 100_000  # as much as a cell of a file may hold
NOT_SAID: dict[str, Any] = {"child_seen": "not_recorded", "child_alone": "not_recorded"}


def long_text(label: str, rows: int = 3, hint: str = "", **kwargs: Any) -> forms.CharField:
    """A box of several lines."""
    return forms.CharField(label=label, max_length=LONGEST, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def short_text(label: str, hint: str = "", width: str = "20", **kwargs: Any) -> forms.CharField:
    """A box of one line."""
    css = {"class": f"govuk-input--width-{width}", "autocomplete": "off"}
    return forms.CharField(label=label, max_length=LONGEST, help_text=hint, widget=forms.TextInput(attrs=css), **kwargs)


class DayTypedField(forms.CharField):
    """A day typed in one box as people write days."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=60, **kwargs)
        self.widget.attrs |= {"class": "govuk-input--width-10", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return day_in_full(value, with_weekday=False) if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        words = super().clean(value)
        if not words:
            return None
        read = understand(words)
        if read.problem:
            raise forms.ValidationError(read.problem)
        if read.question or read.reading.precision != "day":
            raise forms.ValidationError("Enter a day, for example 27 March 2021")
        return read.reading.start


class EntryForm(forms.Form):
    """One entry: when, from which record, what happened; then as much more as is known.

    ``years`` gives the years to try for a date that was typed without one.
    """

    when = short_text(
        "When did it happen?",
        "As much as is known: 27/3/2021, 12–14/03/2021, early March 2021, about February 2020, autumn term 2020, 2019",
        error_messages={"required": "Enter when it happened, as exactly as is known"},
    )
    at = short_text("At what time?", "22:14, about 9am, evening. Leave it empty if it is not known", "10", required=False)
    source = short_text(
        "Source",
        "The record this comes from, for example “contact log” or “GP notes”",
        error_messages={"required": "Enter the source"},
    )
    event = long_text("What happened?", 5, error_messages={"required": "Enter what happened"})
    persons = short_text("Persons concerned", "By code, for example Mother, Child A", required=False)
    professional = short_text("Professional", "By role or code, for example SW1", required=False)
    contact_type = short_text("Kind of contact", "For example home visit, telephone call", required=False)
    child_seen = forms.ChoiceField(label="Was the child seen?", choices=SEEN, widget=Radios(inline=True))
    action = long_text("Action or response", required=False)
    outcome = long_text("Outcome", required=False)
    child_alone = forms.ChoiceField(label="Was the child seen alone?", choices=SEEN, widget=Radios(inline=True))
    child_views = long_text("What did the child say, or show?", required=False)
    known_on = DayTypedField(label="When did the agency come to know of it?", help_text="If that was later than the event")
    told = short_text("Who was told?", required=False)
    standard = long_text("Expected standard", 2, "What policy or good practice asked for", required=False)
    comment = long_text("Author’s comment", hint="Your own view, kept apart from the facts", required=False)
    line_of_enquiry = short_text(
        "Line of enquiry", "Its number in the terms of reference; several are possible: 2, 4", "10", required=False
    )
    theme = short_text("Theme", required=False)
    is_significant = forms.BooleanField(label="This is a key episode", required=False)
    significance = short_text("Why it is significant", required=False)
    reference = short_text("Reference in the record", "For example a page or log number", required=False)
    agency_words = short_text("Agency named in the record", "If it is not your own", required=False)

    FIRST: ClassVar = ("when", "at")
    OFTEN: ClassVar = (
        *("source", "event", "persons", "professional", "contact_type"),
        *("child_seen", "action", "outcome"),
    )
    FOLDED: ClassVar = (
        ("The child: seen alone, wishes and feelings", ("child_alone", "child_views")),
        ("When the agency came to know, and whom it told", ("known_on", "told")),
        ("The author’s view", ("standard", "comment", "line_of_enquiry", "theme", "is_significant", "significance")),
        ("More about the record", ("reference", "agency_words")),
    )

    def __init__(self, *args: Any, entry: Entry | None = None, years: Years | None = None, **kwargs: Any) -> None:
        self.entry = entry
        self.years = years
        self.understood: Understood | None = None
        self.hour_said = ""
        super().__init__(*args, initial=initial_of(entry), **kwargs)
        for name in OFFERED:
            self.fields[name].widget.attrs["list"] = f"offered-{name}"

    def said_back_by(self, url: str) -> None:
        """Let the server at this address say back what is typed of date and time, while it is typed."""
        for name in self.FIRST:
            self.fields[name].widget.attrs |= ECHO | {"hx-post": url}

    def first(self) -> list[forms.BoundField]:
        """When it happened."""
        return [self[name] for name in self.FIRST]

    def often(self) -> list[forms.BoundField]:
        """What is typed most."""
        return [self[name] for name in self.OFTEN]

    def folded(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """What is rarely typed, under its headings, and whether it is open because something stands or is wrong there."""
        groups = [(title, [self[name] for name in names]) for title, names in self.FOLDED]
        return [(title, fields, any(_is_filled(each) for each in fields)) for title, fields in groups]

    def spoken(self, name: str, value: Any) -> str:
        """An answer in words."""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, date):
            return day_in_full(value, with_weekday=False)
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value or ""))

    def clean_when(self) -> str:
        """Words that give a date. What the entry said before stays as it was understood then."""
        words: str = self.cleaned_data["when"]
        if self._is_unchanged("when", words):
            return words
        read = understand(words, self.years).settled(self.data.get(self.add_prefix("when_as"), ""))
        self.understood = read
        if read.problem or read.question:
            raise forms.ValidationError(read.problem or read.question)
        return read.words

    def clean_at(self) -> str:
        words: str = self.cleaned_data["at"]
        if not self._is_unchanged("at", words) and time_in(words).precision == "invalid":
            raise forms.ValidationError(NO_TIME_OF_DAY)
        return words

    def clean(self) -> dict[str, Any]:
        """The time is said back as well."""
        if "at" in self.cleaned_data:
            within = self.understood.reading if self.understood else None
            self.hour_said = time_said(time_in(self.cleaned_data["at"], within), self.cleaned_data["at"])
        return self.cleaned_data

    def written(self) -> dict[str, Any]:
        """The facts and words of the entry, by their field's name."""
        words = {name: self._kept(name) for name in PLAIN}
        return words | self._moment() | {"lines": lines_in(words["line_of_enquiry"])}

    def _moment(self) -> dict[str, Any]:
        """Date and time, as far as they were typed anew; a time within the words of the date counts where no other is typed."""
        typed = self.cleaned_data["at"]
        moment: dict[str, Any] = {}
        within = None
        if self.understood is not None:
            within = self.understood.reading
            moment |= {
                "start": within.start,
                "end": within.end,
                "precision": within.precision,
                "date_words": self.understood.words,
            }
        said_with_the_date = within is not None and bool(within.time.precision) and not typed.strip()
        if said_with_the_date or not self._is_unchanged("at", typed):
            said = time_in(typed, within)
            moment |= {
                "time": said.time,
                "end_time": said.end,
                "time_precision": said.precision or "",
                "time_words": typed,
            }
        return moment

    def _kept(self, name: str) -> Any:
        """What was typed; where it says the same but for its line breaks, which a box may lose, the entry's own words."""
        typed, stood = self.cleaned_data[name], getattr(self.entry, name, None)
        same = isinstance(typed, str) and isinstance(stood, str) and typed.split() == stood.split()
        return stood if same else typed

    def _is_unchanged(self, name: str, words: str) -> bool:
        return self.entry is not None and words.split() == self.initial[name].split()


OFFERED = ("source", "persons", "professional", "contact_type", "theme")
ECHO = {
    "hx-trigger": "input changed delay:400ms",
    "hx-target": "#said",
    "hx-sync": "closest form:replace",
    "hx-params": "csrfmiddlewaretoken,when,at",
}
PLAIN = tuple(name for name in EntryForm.base_fields if name not in EntryForm.FIRST)


def _is_filled(bound: forms.BoundField) -> bool:
    return bool(bound.errors) or bound.value() not in {None, "", False, "not_recorded"}


def initial_of(entry: Entry | None) -> dict[str, Any]:
    """What stands in the boxes before anything is typed: dates and times as they were written, otherwise in our words."""
    if entry is None:
        return dict(NOT_SAID)
    hour = entry.time_words or hour_in_words(entry.time, entry.end_time, entry.time_precision, entry.time_words)
    when = entry.date_words.strip() or when_in_words(entry.start, entry.end, entry.precision)
    return {name: getattr(entry, name) for name in PLAIN} | {"when": when, "at": hour.strip()}


class RowForm(EntryForm):
    """An entry in a row of the grid: of the same questions, those that the row carries. What it leaves out stays as it is."""

    ALWAYS: ClassVar = ("when", "at", "source", "event")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in list(self.fields):
            if name not in self.ALWAYS and self.add_prefix(name) not in self.data:
                del self.fields[name]
        for name in NOT_SAID.keys() & self.fields.keys():
            self.fields[name].required = False

    def written(self) -> dict[str, Any]:
        """The facts and words that the row carries, by their field's name."""
        words = {name: self._kept(name) or NOT_SAID.get(name, self.cleaned_data[name]) for name in PLAIN if name in self.fields}
        lines = {"lines": lines_in(words["line_of_enquiry"])} if "line_of_enquiry" in words else {}
        return words | self._moment() | lines
