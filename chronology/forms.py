"""What people type about entries and files: words are cleaned and dates understood, nothing is decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from django import forms

from agencies.models import Agency
from casework.fields import Checkboxes, Radios
from casework.models import Case
from chronology.entry_forms import long_text, short_text
from chronology.importing import lines_in
from chronology.models import Chronology, Entry, ImportFile
from chronology.models.entry import SEEN
from chronology.narrowing import Narrowing
from chronology.reading import MEANINGS, read_date
from chronology.reading.moments import Calendar
from chronology.reconciling import candidates
from chronology.several import with_people
from chronology.shown import Shown
from frameworks import clock


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
    person = forms.CharField(label="Person", required=False, max_length=120, help_text="A code, a role or a name, as you read it")
    theme = forms.CharField(label="Theme", required=False, max_length=120)
    rows = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
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

    def narrowing(self, chronologies: Sequence[Chronology], view: Shown) -> Narrowing:
        """What was asked for; what could not be understood narrows nothing and says so beside the field.

        Words are looked for as this view shows them: a name finds nothing where a code stands for it.
        """
        self.is_valid()
        asked = self.cleaned_data if self.is_bound else {}
        chosen = set(asked.get("agency") or [])
        among = frozenset(each.pk for each in chronologies if str(each.pk) in chosen)
        typed = [asked.get(name) or "" for name in ("words", "person", "theme")]
        within = among or frozenset(each.pk for each in chronologies)
        words, person, theme = view.looked_for(typed, within)
        return Narrowing(
            words=words,
            person=view.ways_of_naming(person, within),
            theme=theme,
            chronologies=among,
            seen=frozenset(asked.get("seen") or []),
            key_only=bool(asked.get("key")),
            first=asked.get("first"),
            last=asked.get("last"),
            line=asked.get("line"),
        )


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


def _for_all(field: Any) -> Any:
    """A question that is asked while something is set for all."""
    field.widget.attrs["shown_when"] = "act=change"
    return field


class SeveralForm(forms.Form):
    """What shall become of several entries: some words set for all of them, or all struck out with the reason."""

    act = forms.ChoiceField(
        label="What shall become of them?",
        choices=[("change", "Set something for all of them"), ("strike", "Strike them out")],
        widget=Radios,
        initial="change",
    )
    source = _for_all(short_text("Source", required=False))
    line_of_enquiry = _for_all(short_text("Line of enquiry", "Its number in the terms of reference: 2, 4", "10", required=False))
    theme = _for_all(short_text("Theme", required=False))
    key = _for_all(
        forms.ChoiceField(
            label="Key episode",
            required=False,
            choices=[("", "Leave as it is"), ("yes", "Yes"), ("no", "No")],
            widget=Radios(inline=True),
        )
    )
    significance = _for_all(short_text("Why it is significant", required=False))
    add_people = _for_all(short_text("Add people", "By code; those an entry names already are not doubled", required=False))
    reason = long_text("Why are they struck out?", 2, "They stay on record with this reason", required=False)
    reason.widget.attrs["shown_when"] = "act=strike"

    def clean(self) -> dict[str, Any]:
        asked = self.cleaned_data
        if asked.get("act") == "strike" and not asked.get("reason"):
            self.add_error("reason", "Enter the reason")
        elif asked.get("act") == "change" and not self.changes() and not asked.get("add_people"):
            self.add_error("source", "Enter at least one thing to set. What is left empty stays as it is")
        return asked

    def changes(self) -> dict[str, Any]:
        """The fields that are set, by their name; an empty box leaves what stands."""
        asked = self.cleaned_data
        changes: dict[str, Any] = {name: asked[name] for name in SET_FOR_ALL if asked.get(name)}
        if "line_of_enquiry" in changes:
            changes["lines"] = lines_in(changes["line_of_enquiry"])
        return changes | ({"is_significant": asked["key"] == "yes"} if asked.get("key") else {})

    def reaches(self, entry: Entry) -> bool:
        """Whether the entry would be other than it is."""
        if self.cleaned_data["act"] == "strike":
            return True
        differs = any(getattr(entry, name) != value for name, value in self.changes().items())
        return differs or with_people(entry.persons, self.cleaned_data["add_people"]) != entry.persons


SET_FOR_ALL = ("source", "line_of_enquiry", "theme", "significance")


class RemoveForm(forms.Form):
    """Strike an entry out, with the reason."""

    reason = long_text(
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
    remember = forms.BooleanField(
        label="Remember this for the agency’s next file with the same headings", required=False, initial=True
    )
    replaces = forms.ChoiceField(
        label="Is this file a later version of one that was taken in before?",
        required=False,
        widget=Radios,
        help_text="Its rows are then held against that file’s: what is new, what was changed, what is gone",
    )

    def __init__(self, *args: Any, file: ImportFile, **kwargs: Any) -> None:
        replaces = str(file.replaces_id or "nothing") if file.replaces_chosen else ""
        known = {"date_order": file.date_order, "hidden_sheets": file.hidden_sheets, "replaces": replaces}
        super().__init__(*args, initial=known, **kwargs)
        self.earlier = {str(each.pk): each for each in candidates(file)}
        if self.earlier:
            self.fields["replaces"].choices = _versions(file, self.earlier)  # type: ignore[attr-defined]
        else:
            del self.fields["replaces"]
        self.columns = _columns(file)
        meanings = [(key, label) for key, label in MEANINGS.items()]
        for number, column in enumerate(self.columns):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=column["header"], choices=meanings, initial=column["meaning"]
            )

    def rows(self) -> list[tuple[dict[str, Any], forms.BoundField]]:
        """Each column with the question what it means."""
        return [(column, self[f"column_{number}"]) for number, column in enumerate(self.columns)]

    def replaced(self) -> ImportFile | Literal["nothing"] | None:
        """The file that this one is a later version of; None leaves that to the rows."""
        chosen = self.cleaned_data.get("replaces") or ""
        return self.earlier.get(chosen) or ("nothing" if chosen == "nothing" else None)

    def mapping(self) -> dict[str, str]:
        """What every heading means."""
        return {column["header"]: self.cleaned_data[f"column_{number}"] for number, column in enumerate(self.columns)}


def _versions(file: ImportFile, earlier: dict[str, ImportFile]) -> list[tuple[str, str]]:
    found = f"As its rows show: a later version of {file.replaces}" if file.replaces else "As its rows show: no"
    sent = [(key, f"{each.filename}, sent on {each.sent_at:%-d %B %Y}") for key, each in earlier.items()]
    return [("", found if not file.replaces_chosen else "As its rows show"), *sent, ("nothing", "No, it is a file of its own")]


def _columns(file: ImportFile) -> list[dict[str, Any]]:
    """Each heading of the file once, as it was understood where it first stands."""
    seen: dict[str, dict[str, Any]] = {}
    for table in file.tables:
        for column in table["columns"]:
            seen.setdefault(column["header"], column | {"table": table["place"]})
    return list(seen.values())
