"""What a person may type about the people of a case."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from casework.fields import DayField, DocumentField, Radios
from chronology.models import KeyedPerson
from chronology.models.key import KINDS, LONGEST_CODE, RELATIONS, SEXES
from chronology.naming.identifiers import written_day
from frameworks import clock

LONGEST_NAME = 160
MOST_AT_ONCE = 500
PARTED = re.compile(r"\s*[|\n]\s*")


class PersonForm(forms.Form):
    """Somebody's code, and who that is."""

    code = forms.CharField(
        label="Code",
        max_length=LONGEST_CODE,
        help_text="As it will stand in the report: Child A, Mother, SW3",
        error_messages={"required": "Give the person a code"},
    )
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        help_text="First name and surname, as they are mostly written",
        error_messages={"required": "Write the person’s name"},
    )
    spellings = forms.CharField(
        label="Other spellings",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One to a line: nicknames, former names, misspellings, “Ms Smith”",
    )
    kind = forms.ChoiceField(label="Who is it?", choices=KINDS, widget=Radios, error_messages={"required": "Say who it is"})
    role = forms.CharField(label="Role", max_length=LONGEST_NAME, required=False, help_text="Father of Child A; health visitor")
    sex = forms.ChoiceField(label="Sex", choices=SEXES, required=False, help_text="For the genogram")
    date_of_birth = DayField(label="Date of birth", required=False, past=True)
    date_of_death = DayField(label="Date of death", required=False, past=True)
    is_told = forms.BooleanField(
        label="Agencies may use this code",
        required=False,
        help_text="Their authors see the code and the role, and are offered the code where they type the name",
    )

    def __init__(self, *args: Any, person: KeyedPerson | None = None, of_agency: bool = False, **kwargs: Any) -> None:
        if person is not None:
            kwargs["initial"] = _initial(person)
        else:
            kwargs.setdefault("initial", {"kind": "family"})
        super().__init__(*args, **kwargs)
        if of_agency:
            del self.fields["is_told"]

    def clean_spellings(self) -> list[str]:
        found = [each for each in PARTED.split(self.cleaned_data["spellings"].strip()) if each]
        if any(len(each) > LONGEST_NAME for each in found):
            raise forms.ValidationError(f"A spelling is longer than {LONGEST_NAME} letters: write one to a line")
        return list(dict.fromkeys(found))


def _initial(person: KeyedPerson) -> dict[str, Any]:
    identity = person.identity
    return {
        **{name: getattr(person, name) for name in ("code", "kind", "role", "sex", "is_told")},
        **{name: getattr(identity, name) for name in ("name", "date_of_birth", "date_of_death")},
        "spellings": "\n".join(identity.spellings),
    }


class PasteForm(forms.Form):
    """A whole list at once."""

    lines = forms.CharField(
        label="The list",
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="One person to a line: code; name; other spellings parted by | ; role; date of birth. "
        "Rows copied from a spreadsheet with these five columns can be pasted as they are.",
        error_messages={"required": "Paste the list"},
    )
    is_told = forms.BooleanField(label="Agencies may use these codes", required=False)

    def clean_lines(self) -> list[dict[str, Any]]:
        typed = self.cleaned_data["lines"].splitlines()
        people, wrong = [], []
        for number, cells in _rows(typed):
            try:
                people.append(_person(cells))
            except forms.ValidationError as error:
                wrong.append(f"Line {number}: {error.messages[0]}")
        if wrong:
            raise forms.ValidationError(wrong[:10])
        if len(people) > MOST_AT_ONCE:
            raise forms.ValidationError(f"There are more than {MOST_AT_ONCE} people in the list")
        twice = {each["code"].casefold() for each in people}
        if len(twice) < len(people):
            raise forms.ValidationError("A code stands in the list twice")
        return people

    def people(self) -> list[dict[str, Any]]:
        """Everybody of the list."""
        is_told = self.cleaned_data["is_told"]
        return [{**each, "is_told": is_told} for each in self.cleaned_data["lines"]]


def _rows(typed: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold somebody, with their number; a line of headings is passed over."""
    for number, line in enumerate(typed, start=1):
        if not line.strip():
            continue
        cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ";"))
        cells = [cell.strip() for cell in cells]
        if number == 1 and cells[0].casefold() == "code":
            continue
        yield number, [*cells, "", "", "", "", ""][:5]


def _person(cells: list[str]) -> dict[str, Any]:
    code, name, spellings, role, born = cells
    if not code or not name:
        raise forms.ValidationError("it needs a code and a name, parted by a semicolon")
    if len(code) > LONGEST_CODE or max(map(len, (name, role, *PARTED.split(spellings)))) > LONGEST_NAME:
        raise forms.ValidationError("the code or the name is too long")
    return {
        "code": code,
        "name": name,
        "spellings": [each for each in PARTED.split(spellings) if each],
        "role": role,
        "kind": kind_of(code, role),
        "date_of_birth": _day(born),
    }


def kind_of(code: str, role: str) -> str:
    """Who somebody of a pasted list probably is, from the code: "Child B" a child, "SW2" a professional."""
    words = f"{code} {role}".casefold()
    if code.casefold().startswith(("child", "baby", "young person", "sibling")):
        return "child"
    if re.fullmatch(r"[A-Z][A-Za-z]*\d+", code):
        return "professional"
    family = ("mother", "father", "parent", "grand", "aunt", "uncle", "partner", "adult", "step", "brother", "sister")
    return "family" if any(word in words for word in family) else "other"


def _day(typed: str) -> date | None:
    if not typed:
        return None
    found = written_day(typed, clock.today())
    if found is None:
        raise forms.ValidationError(f"“{typed}” is no date of birth: write 30/08/1994")
    return found


class IdentifiersForm(forms.Form):
    """What else tells who somebody is."""

    words = forms.CharField(
        label="Addresses, telephone and NHS numbers, e-mail addresses",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="One to a line. The leak check looks for each of them in every usual writing.",
    )

    def clean_words(self) -> list[str]:
        found = [each.strip() for each in self.cleaned_data["words"].splitlines() if each.strip()]
        if any(len(each) > 200 for each in found):
            raise forms.ValidationError("A line is longer than 200 letters: write one address or number to a line")
        return found


class ReasonForm(forms.Form):
    """Say why the names are needed."""

    reason = forms.CharField(
        label="Why do you need to see the names?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="That you looked is logged with your name, the time and a fingerprint of your reason. "
        "Names are shown to you for one hour.",
        error_messages={"required": "Say why you need the names"},
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False)


class MergeForm(forms.Form):
    """Which other person of the list this one really is."""

    other = forms.ModelChoiceField(
        label="Who is the same person?",
        queryset=KeyedPerson.objects.none(),
        empty_label=None,
        widget=Radios,
        error_messages={"required": "Choose the other person"},
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = people  # type: ignore[attr-defined]


class RelateForm(forms.Form):
    """How this person belongs to another."""

    kind = forms.ChoiceField(label="What holds between them?", choices=RELATIONS)
    other = forms.ModelChoiceField(
        label="To whom?",
        empty_label="Choose somebody",
        queryset=KeyedPerson.objects.none(),
        error_messages={"required": "Choose the other person"},
    )
    begins_on = DayField(label="Since", required=False, past=True)
    ends_on = DayField(label="Until", required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("begins_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "It ends before it begins")
        return cleaned


class LeakForm(forms.Form):
    """A finished file to look through."""

    file = DocumentField(label="A finished file")
    is_kept = forms.BooleanField(label="File it with the case’s documents as well", required=False)

    def __init__(self, *args: Any, may_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_file:
            del self.fields["is_kept"]
