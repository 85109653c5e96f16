"""What people type about entries and files: words are cleaned and dates understood, nothing is decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from agencies.models import Agency
from casework.fields import Checkboxes, DayField, Radios
from casework.models import Case
from chronology.importing import lines_in
from chronology.integrated import Narrowing
from chronology.models import Chronology, Entry, ImportFile
from chronology.models.entry import SEEN
from chronology.reading import MEANINGS, read_date
from chronology.reading.dates import DateReading
from chronology.reading.moments import Calendar
from chronology.reading.times import TimeReading, read_time
from chronology.wording import hour_in_words, when_in_words
from frameworks import clock

LONGEST = 100_000  # as much as a cell of a file may hold


def understood(words: str) -> DateReading:
    """What typed words say about when; raises ValidationError with the sentence when they give no date."""
    reading = read_date(words, Calendar(today=clock.today()))
    if reading.start is None or reading.end is None:
        raise forms.ValidationError(reading.sentence or "Enter a date, for example 27 March 2021 or early March 2021")
    if reading.start > clock.today():
        raise forms.ValidationError("The date must be today or in the past")
    return reading


class WhenField(forms.CharField):
    """A day or a period of a filter, typed as people say it: "27 Dec 2020", "March 2021", "2019"."""

    def __init__(self, *, takes_end: bool = False, **kwargs: Any) -> None:
        self.takes_end = takes_end
        super().__init__(required=False, max_length=60, **kwargs)
        self.widget.attrs["class"] = "govuk-input--width-10"

    def clean(self, value: Any) -> date | None:
        words = super().clean(value)
        if not words:
            return None
        reading = read_date(words, Calendar(today=clock.today()))
        if reading.start is None:
            raise forms.ValidationError("Enter a date, for example 27 3 2021, March 2021 or 2021")
        return reading.end if self.takes_end else reading.start


class EntryFilter(forms.Form):
    """Narrow the chronology."""

    words = forms.CharField(
        label="Words", required=False, max_length=200, help_text="“in quotes” in this order, -not this, one OR other"
    )
    agency = forms.MultipleChoiceField(label="Agency", required=False, widget=Checkboxes)
    seen = forms.MultipleChoiceField(label="Child seen", required=False, widget=Checkboxes, choices=SEEN)
    key = forms.MultipleChoiceField(
        label="Significance", required=False, widget=Checkboxes, choices=[("yes", "Key episodes only")]
    )
    first = WhenField(label="From", help_text="For example 27 Dec 2020, or 2020")
    last = WhenField(label="To", takes_end=True, help_text="For example March 2021")
    line = forms.TypedChoiceField(label="Line of enquiry", required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, chronologies: Sequence[Chronology], lines: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [(str(each.pk), str(each.agency)) for each in chronologies]  # type: ignore[attr-defined]
        self.fields["line"].choices = [("", "All"), *((number, f"{number}. {question}"[:80]) for number, question in lines)]  # type: ignore[attr-defined]
        if len(chronologies) < 2:
            del self.fields["agency"]
        if not lines:
            del self.fields["line"]

    def narrowing(self, chronologies: Sequence[Chronology]) -> Narrowing:
        """What was asked for; what could not be understood narrows nothing and says so beside the field."""
        self.is_valid()
        asked = self.cleaned_data if self.is_bound else {}
        chosen = set(asked.get("agency") or [])
        return Narrowing(
            words=asked.get("words") or "",
            chronologies=frozenset(each.pk for each in chronologies if str(each.pk) in chosen),
            seen=frozenset(asked.get("seen") or []),
            key_only=bool(asked.get("key")),
            first=asked.get("first"),
            last=asked.get("last"),
            line=asked.get("line"),
        )


def _long(label: str, rows: int = 3, hint: str = "", **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def _short(label: str, hint: str = "", width: str = "20", **kwargs: Any) -> forms.CharField:
    css = {"class": f"govuk-input--width-{width}"}
    return forms.CharField(label=label, max_length=LONGEST, help_text=hint, widget=forms.TextInput(attrs=css), **kwargs)


class EntryForm(forms.Form):
    """One entry: when, from which record, what happened; then as much more as is known."""

    when = _short(
        "When did it happen?",
        "As much as is known: 27/3/2021, 12–14/03/2021, early March 2021, about February 2020, autumn term 2020, 2019",
        error_messages={"required": "Enter when it happened, as exactly as is known"},
    )
    at = _short("At what time?", "For example 22:14, about 9am, evening. Leave it empty if it is not known", "10", required=False)
    source = _short(
        "Source",
        "The record this comes from, for example “contact log” or “GP notes”",
        error_messages={"required": "Enter the source"},
    )
    event = _long("What happened?", 5, error_messages={"required": "Enter what happened"})
    professional = _short("Professional", "By role or code, for example SW1", required=False)
    persons = _short("Persons concerned", "By code, for example Mother, Child A", required=False)
    contact_type = _short("Kind of contact", "For example home visit, telephone call", required=False)
    agency_words = _short("Agency named in the record", "If it is not your own", required=False)
    child_seen = forms.ChoiceField(label="Was the child seen?", choices=SEEN, widget=Radios(inline=True))
    child_alone = forms.ChoiceField(label="Was the child seen alone?", choices=SEEN, widget=Radios(inline=True))
    child_views = _long("What did the child say, or show?", required=False)
    action = _long("Action or response", required=False)
    outcome = _long("Outcome", required=False)
    known_on = DayField(
        label="When did the agency come to know of it?", help_text="If that was later than the event", required=False, past=True
    )
    told = _short("Who was told?", required=False)
    standard = _long("Expected standard", 2, "What policy or good practice asked for", required=False)
    comment = _long("Author’s comment", hint="Your own view, kept apart from the facts", required=False)
    line_of_enquiry = _short(
        "Line of enquiry", "Its number in the terms of reference; several are possible: 2, 4", "10", required=False
    )
    theme = _short("Theme", required=False)
    is_significant = forms.BooleanField(label="This is a key episode", required=False)
    significance = _short("Why it is significant", required=False)
    reference = _short("Reference in the record", "For example a page or log number", required=False)

    GROUPS: ClassVar = (
        ("When, and from which record", ("when", "at", "source", "reference")),
        ("What happened", ("event", "contact_type", "professional", "persons", "agency_words")),
        ("The child", ("child_seen", "child_alone", "child_views")),
        ("What was done", ("action", "outcome", "known_on", "told")),
        ("The author’s view", ("standard", "comment", "line_of_enquiry", "theme", "is_significant", "significance")),
    )

    def __init__(self, *args: Any, entry: Entry | None = None, **kwargs: Any) -> None:
        self.entry = entry
        super().__init__(*args, initial=_initial(entry), **kwargs)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions under their headings."""
        return [(title, [self[name] for name in names]) for title, names in self.GROUPS]

    def spoken(self, name: str, value: Any) -> str:
        """An answer in words."""
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, bool):
            return "Yes" if value else "No"
        return str(choices.get(value, value or ""))

    def clean_when(self) -> str:
        """Words that give a date. What the entry said before stays as it was understood then."""
        words: str = self.cleaned_data["when"]
        self.date_reading = None if self._is_unchanged("when", words) else understood(words)
        return words

    def clean_at(self) -> str:
        words: str = self.cleaned_data["at"]
        self.time_reading = None if self._is_unchanged("at", words) else read_time(words)
        if self.time_reading is not None and self.time_reading.precision == "invalid":
            raise forms.ValidationError("Enter a time, for example 22:14, about 9am or evening")
        return words

    def written(self) -> dict[str, Any]:
        """The facts and words of the entry, by their field's name."""
        words = {name: self._kept(name) for name in _PLAIN}
        return words | self._moment() | {"lines": lines_in(words["line_of_enquiry"])}

    def _moment(self) -> dict[str, Any]:
        moment: dict[str, Any] = {}
        within: TimeReading | None = None
        if self.date_reading is not None:
            read = self.date_reading
            within = read.time if read.time.precision else None
            moment |= {"start": read.start, "end": read.end, "precision": read.precision, "date_words": self.cleaned_data["when"]}
        said = self.time_reading if self.cleaned_data["at"] else within or self.time_reading
        if said is not None:
            moment |= {
                "time": said.time,
                "end_time": said.end,
                "time_precision": said.precision or "",
                "time_words": self.cleaned_data["at"],
            }
        return moment

    def _kept(self, name: str) -> Any:
        """What was typed; where it says the same but for its line breaks, which a box may lose, the entry's own words."""
        typed, stood = self.cleaned_data[name], getattr(self.entry, name, None)
        same = isinstance(typed, str) and isinstance(stood, str) and typed.split() == stood.split()
        return stood if same else typed

    def _is_unchanged(self, name: str, words: str) -> bool:
        return self.entry is not None and words.split() == self.initial[name].split()


_PLAIN = tuple(name for _, names in EntryForm.GROUPS for name in names if name not in {"when", "at"})


def _initial(entry: Entry | None) -> dict[str, Any]:
    if entry is None:
        return {"child_seen": "not_recorded", "child_alone": "not_recorded"}
    hour = entry.time_words or hour_in_words(entry.time, entry.end_time, entry.time_precision, entry.time_words)
    when = entry.date_words.strip() or when_in_words(entry.start, entry.end, entry.precision)
    return {name: getattr(entry, name) for name in _PLAIN} | {"when": when, "at": hour.strip()}


class AskForm(forms.Form):
    """Which agency is asked for its chronology: those of the board's directory that have not been asked yet."""

    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.none(),
        empty_label="Choose an agency",
        error_messages={"required": "Choose an agency"},
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = list(Chronology.objects.filter(case=case).values_list("agency_id", flat=True))
        listed = Agency.objects.filter(listing__board=case.board).exclude(pk__in=asked)
        self.fields["agency"].queryset = listed  # type: ignore[attr-defined]


class RemoveForm(forms.Form):
    """Strike an entry out, with the reason."""

    reason = _long(
        "Why is it struck out?",
        hint="The entry stays on record with this reason",
        error_messages={"required": "Enter the reason"},
    )


class UploadForm(forms.Form):
    """A file that the agency sends."""

    file = forms.FileField(
        label="Chronology file",
        help_text="Excel (.xlsx), OpenDocument (.ods, .odt), Word (.docx) or CSV, up to 50 MB. It is kept as it is.",
        error_messages={"required": "Choose a file", "empty": "The file is empty. Choose the file again"},
    )


class ColumnsForm(forms.Form):
    """Put right what the columns of a file were taken to mean, and the order of day and month."""

    date_order = forms.ChoiceField(
        label="Dates in figures",
        required=False,
        choices=[
            ("", "As the file itself shows"),
            ("DMY", "Day first: 3/4/2021 is 3 April"),
            ("MDY", "Month first: 3/4/2021 is 4 March"),
        ],
        widget=Radios,
    )
    hidden_sheets = forms.BooleanField(label="Read hidden sheets too", required=False)

    def __init__(self, *args: Any, file: ImportFile, **kwargs: Any) -> None:
        super().__init__(*args, initial={"date_order": file.date_order, "hidden_sheets": file.hidden_sheets}, **kwargs)
        self.columns = _columns(file)
        meanings = [(key, label) for key, label in MEANINGS.items()]
        for number, column in enumerate(self.columns):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=column["header"], choices=meanings, initial=column["meaning"]
            )

    def rows(self) -> list[tuple[dict[str, Any], forms.BoundField]]:
        """Each column with the question what it means."""
        return [(column, self[f"column_{number}"]) for number, column in enumerate(self.columns)]

    def mapping(self) -> dict[str, str]:
        """What every heading means."""
        return {column["header"]: self.cleaned_data[f"column_{number}"] for number, column in enumerate(self.columns)}


def _columns(file: ImportFile) -> list[dict[str, Any]]:
    """Each heading of the file once, as it was understood where it first stands."""
    seen: dict[str, dict[str, Any]] = {}
    for table in file.tables:
        for column in table["columns"]:
            seen.setdefault(column["header"], column | {"table": table["place"]})
    return list(seen.values())
