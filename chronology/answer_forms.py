"""What people type about the rows of a file, and about the columns in which a board's chronologies go out."""

from __future__ import annotations

from typing import Any

from django import forms

from casework.fields import Radios
from chronology import answering
from chronology.entry_forms import LONGEST
from chronology.exporting.columns import COLUMNS, DEFAULT
from chronology.models import ImportRow
from chronology.models.exports import PAPERS, PEOPLE
from chronology.reading.times import read_time
from chronology.understanding import understand

NEEDED = ("date", "event")
SHORT = {"class": "govuk-input--width-20"}


class AnswerForm(forms.Form):
    """What becomes of one row: as it was read, read otherwise, with a date or time that is typed, or left out."""

    choice = forms.ChoiceField(label="What becomes of it?", widget=Radios, error_messages={"required": "Choose an answer"})
    when = forms.CharField(
        label="The date",
        required=False,
        max_length=400,
        help_text="As much as is known: 27/3/2021, 12–14/03/2021, early March 2021, about February 2020, 2019",
        widget=forms.TextInput(attrs=SHORT),
    )
    at = forms.CharField(
        label="The time",
        required=False,
        max_length=400,
        help_text="For example 22:14, about 9am, evening. Leave it empty if the time stays as it was read",
        widget=forms.TextInput(attrs=SHORT),
    )
    event = forms.CharField(label="What happened", required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    because = forms.CharField(
        label="Why is it taken in?", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, row: ImportRow, **kwargs: Any) -> None:
        self.row = row
        self.readings = {each.key: each for each in answering.readings_of(row)}
        super().__init__(*args, initial=_given(row), **kwargs)
        self.fields["choice"].choices = list(self._choices())  # type: ignore[attr-defined]
        if row.reason != "empty_event":
            del self.fields["event"]
        if row.status != "outside":
            del self.fields["because"]
        if row.status == "gone":
            del self.fields["when"], self.fields["at"]

    def _choices(self) -> Any:
        row = self.row
        if row.status == "gone":
            yield "read", "Strike the entry out"
            yield "leave", "Leave the entry as it stands"
            return
        does = "Change the entry" if row.entry_id else "Take it in"
        for key, each in self.readings.items():
            yield key, f"{does}: {each.label}"
        yield "typed", f"{does} with another date or time, typed below"
        yield "leave", "Leave the entry as it stands" if row.entry_id else "Leave the row out"

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        choice = typed.get("choice")
        self.facts = dict(self.readings[choice].facts) if choice in self.readings else {}
        if choice == "typed":
            self._clean_moment(typed)
        if choice != "leave" and "event" in self.fields:
            self._clean_event(typed)
        if choice != "leave" and "because" in self.fields and not typed.get("because", "").strip():
            self.add_error("because", "Say why it is taken in although it lies outside the period")
        return typed

    def _clean_moment(self, typed: dict[str, Any]) -> None:
        if not typed.get("when") and not typed.get("at"):
            self.add_error("when", "Enter the date")
            return
        if typed.get("when"):
            self._clean_when(typed["when"])
        elif not self.readings:
            self.add_error("when", "Enter the date")
        if typed.get("at"):
            self._clean_at(typed["at"])

    def _clean_when(self, words: str) -> None:
        meant = understand(words)
        read = meant.reading
        if meant.problem or read.start is None:
            self.add_error("when", meant.problem or meant.question)
            return
        self.facts |= {"start": read.start, "end": read.end, "precision": read.precision, "date_words": words}
        if read.time.precision:
            self.facts |= {"time": read.time.time, "end_time": read.time.end, "time_precision": read.time.precision}

    def _clean_at(self, words: str) -> None:
        read = read_time(words)
        if read.precision in {None, "invalid"}:
            self.add_error("at", "Enter a time, for example 22:14, about 9am or evening")
            return
        self.facts |= {"time": read.time, "end_time": read.end, "time_precision": read.precision, "time_words": words}

    def _clean_event(self, typed: dict[str, Any]) -> None:
        if typed.get("event", "").strip():
            self.facts["event"] = typed["event"]
        else:
            self.add_error("event", "Enter what happened")


def _given(row: ImportRow) -> dict[str, Any]:
    """What was answered before."""
    facts = row.answer.get("facts", {})
    given = {"when": facts.get("date_words", ""), "at": facts.get("time_words", ""), "event": facts.get("event", "")}
    given["because"] = row.answer.get("because", "")
    if row.decision == "leave":
        return given | {"choice": "leave"}
    if row.decision == "take":
        return given | {"choice": _chosen(row, facts)}
    return given | {"when": row.facts.get("date_words", "") if row.status == "refused" else ""}


def _chosen(row: ImportRow, facts: dict[str, Any]) -> str:
    same = (each.key for each in answering.readings_of(row) if each.facts == {k: v for k, v in facts.items() if k != "event"})
    return next(same, "typed")


class ColumnOrderForm(forms.Form):
    """The place of each column; one without a place is not shown in Word and PDF."""

    def __init__(self, *args: Any, chosen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for column in COLUMNS.values():
            self.fields[column.key] = forms.IntegerField(
                label=column.title,
                required=False,
                min_value=1,
                max_value=99,
                initial=chosen.index(column.key) + 1 if column.key in chosen else None,
                widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "The place must be a number from 1 to 99"),
            )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for key in NEEDED:
            if key in self.fields and key not in self.errors and not typed.get(key):
                self.add_error(key, f"{COLUMNS[key].title} is always shown: give it a place")
        return typed

    def order(self) -> list[str]:
        """The columns that have a place, by their places; two with the same place in the house's own order."""
        placed = [(place, list(COLUMNS).index(key), key) for key, place in self.cleaned_data.items() if place]
        return [key for _, _, key in sorted(placed)]

    def rows(self) -> list[tuple[forms.BoundField, bool]]:
        """Each column with whether it is shown unless the board says otherwise; those with a place first."""
        bound = [self[key] for key in COLUMNS]
        bound.sort(key=lambda each: (each.initial is None, each.initial or 0))
        return [(each, each.name in DEFAULT) for each in bound]


class PrintForm(forms.Form):
    """The paper on which a chronology is printed, and whether codes or names stand on it.

    ``goes_out`` says what may ("codes", "either", or as written), ``is_named`` that a reason for names was just given.
    """

    people = forms.ChoiceField(label="Codes or names?", choices=PEOPLE, initial="codes", widget=Radios)
    reason = forms.CharField(
        label="Why do you need the names on paper?",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For names only. It is logged as on the page: with your name, the time and a fingerprint of your reason.",
    )

    paper = forms.ChoiceField(label="Paper", choices=PAPERS, initial="A4", widget=Radios)
    with_lanes = forms.BooleanField(
        label="Begin with the swim lanes",
        required=False,
        help_text="And the genogram, where you may see the key. The table then has when, agency, event and child seen only",
    )

    def __init__(self, *args: Any, goes_out: str, is_named: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if goes_out != "either":
            del self.fields["people"]
        if goes_out != "either" or is_named:
            del self.fields["reason"]
        self.people = goes_out and "codes"

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.people = typed.get("people", self.people)
        if self.people == "names" and "reason" in self.fields and not typed.get("reason", "").strip():
            self.add_error("reason", "Say why you need the names on paper")
        return typed
