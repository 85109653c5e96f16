"""What forms ask with: a day that is typed, and choices that explain themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from casework import gate
from frameworks import clock

FOUR_FIGURES = 1000


class DayWidget(forms.MultiWidget):
    """Three boxes, for the day, the month and the year."""

    template_name = "components/day.html"
    use_fieldset = True
    parts: ClassVar = ("Day", "Month", "Year")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.TextInput(), forms.TextInput(), forms.TextInput()], attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, box in zip(self.parts, context["widget"]["subwidgets"], strict=True):
            box["part"] = part
        return context

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else ["", "", ""]


class DayField(forms.MultiValueField):
    """A date typed as day, month and year. ``past`` refuses a day that has not come, ``future`` one that has gone."""

    widget = DayWidget
    default_error_messages: ClassVar = {
        "required": "Enter the date",
        "incomplete": "The date must include a day, a month and a year",
        "invalid": "Enter a real date, for example 27 3 2026",
        "future": "The date must be today or in the past",
        "past": "The date must be today or in the future",
    }

    def __init__(self, *, past: bool = False, future: bool = False, **kwargs: Any) -> None:
        self.past = past
        self.future = future
        boxes = [forms.CharField(required=False), forms.CharField(required=False), forms.CharField(required=False)]
        kwargs.setdefault("require_all_fields", False)
        super().__init__(boxes, **kwargs)

    def clean(self, value: Any) -> date | None:
        parts = value if isinstance(value, (list, tuple)) else DayWidget().decompress(value)
        typed = [str(part or "").strip() for part in parts]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if not all(typed):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return self._judge(self.compress(typed))

    def compress(self, data_list: list[str]) -> date:
        invalid = ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            day, month, year = map(int, data_list)
            typed = date(year, month, day)
        except ValueError as wrong:
            raise invalid from wrong
        if year < FOUR_FIGURES:
            raise invalid
        return typed

    def _judge(self, day: date) -> date:
        if self.past and day > clock.today():
            raise ValidationError(self.error_messages["future"], code="future")
        if self.future and day < clock.today():
            raise ValidationError(self.error_messages["past"], code="past")
        self.run_validators(day)
        return day


class DocumentField(forms.FileField):
    """A document that the gate lets in. What it refuses is said at the field, so that nothing else that was typed is lost."""

    default_error_messages: ClassVar = {"required": "Choose a file", "empty": "The file is empty."}

    def __init__(self, *, help_text: str = "", **kwargs: Any) -> None:
        what = "PDF, Word, Excel, OpenDocument, CSV, text, PNG or JPEG, without macros."
        super().__init__(help_text=f"{what} {help_text}".strip(), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file:
            try:
                gate.inspect(file.read(), file.name)
            except gate.Refused as refused:
                raise ValidationError(refused.sentence, code=refused.reason) from refused
            file.seek(0)
        return file


class _Hinted:
    """Choices with a line of explanation under each, by value."""

    parts: ClassVar = ()

    def __init__(self, *args: Any, hints: Mapping[str, str] | None = None, inline: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = dict(hints or {})
        self.inline = inline

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        twin = super().__deepcopy__(memo)  # type: ignore[misc]
        twin.hints, twin.inline = dict(self.hints), self.inline
        return twin

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        context["widget"]["inline"] = self.inline
        return context

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        option["hint"] = self.hints.get(str(value), "")
        return option


class Radios(_Hinted, forms.RadioSelect):
    """One of several, all in sight; ``inline`` for yes and no."""


class Checkboxes(_Hinted, forms.CheckboxSelectMultiple):
    """Any of several, all in sight."""
