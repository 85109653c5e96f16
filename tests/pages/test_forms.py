"""Forms in the dress of GOV.UK Frontend: what a person meets, with and without errors."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from lxml import html

from casework.fields import Checkboxes, DayField, Radios
from casework.richtext import RichTextField
from casework.templatetags import casework
from casework.templatetags.casework import question
from frameworks import clock


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label="What have you decided?",
        choices=[("scr", "Serious case review"), ("other", "Something else")],
        widget=Radios(hints={"scr": "All agencies"}, attrs={"legend": "m"}),
        error_messages={"required": "Say what you have decided"},
    )
    instead = forms.CharField(label="What instead?", required=False, widget=forms.Textarea(attrs={"shown_when": "outcome=other"}))
    told = forms.MultipleChoiceField(label="Who was told?", choices=[("o", "Ofsted")], widget=Checkboxes)
    on = DayField(label="When?", help_text="For example, 27 3 2026")
    reason = RichTextField(label="Your reasons")
    title = forms.CharField(label="<b>Title</b>", max_length=5, help_text="<i>short</i>")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Choose"), ("a", "A")])
    paper = forms.FileField(label="Letter")
    sure = forms.BooleanField(label="I have read it")


def drawn(form: forms.Form) -> Any:
    page = Template("{% load casework %}<main>{% error_summary form %}{{ form }}</main>").render(Context({"form": form}))
    return html.fragment_fromstring(page)


def test_every_control_is_named_by_a_label_that_points_to_it() -> None:
    page = drawn(DecisionForm())
    named = {label.get("for") for label in page.iter("label")}
    controls = [each for each in page.iter("input", "textarea", "select") if each.get("type") != "hidden"]
    assert len(controls) == 12
    assert [each.get("id") for each in controls if each.get("id") not in named] == []


def test_what_is_drawn_once_is_what_would_be_drawn_each_time_and_nobody_s_words() -> None:
    class Asked(DecisionForm):
        instead = forms.CharField(label="What instead?", required=False)

    def those(form: forms.Form) -> list[str]:
        return [question(bound) for bound in form]

    other = Asked()
    other.fields["outcome"].choices = [("scr", "Another")]  # type: ignore[attr-defined]
    other.fields["instead"].help_text = "Here alone"
    typed = Asked({"instead": "Zita rang", "outcome": "other", "told": ["o"], "sure": "on"})
    for form in (Asked(), other, typed, Asked({}), Asked(initial={"instead": "Zita"}), Asked(prefix="row"), Asked()):
        assert those(form) == [bound.as_field_group() for bound in form]
    assert not [kept for kept in casework._panels.items() if "Zita" in str(kept)]


def test_every_error_leads_to_a_control_that_exists_and_describes_it() -> None:
    page = drawn(DecisionForm({}))
    links = [link.get("href") for link in page.xpath("//ul[contains(@class, 'govuk-error-summary__list')]//a")]
    assert links == [
        "#id_outcome_0", "#id_told_0", "#id_on_0", "#id_reason", "#id_title", "#id_kind", "#id_paper", "#id_sure",
    ]  # fmt: skip
    assert [link for link in links if not page.xpath(f"//*[@id='{link[1:]}']")] == []
    for described in page.xpath("//*[@aria-describedby]"):
        for name in described.get("aria-describedby").split():
            assert len(page.xpath(f"//*[@id='{name}']")) == 1, name


def test_the_summary_names_a_field_whose_message_does_not() -> None:
    page = drawn(DecisionForm({}))
    said = [link.text for link in page.xpath("//ul[contains(@class, 'govuk-error-summary__list')]//a")]
    assert said[:3] == ["Say what you have decided", "Who was told?: This field is required.", "Enter the date"]


def test_a_form_is_summed_up_once_however_often_the_page_asks() -> None:
    twice = Template("{% load casework %}{% error_summary form %}{% error_summary form %}")
    assert twice.render(Context({"form": DecisionForm({})})).count("There is a problem") == 1


def test_labels_and_hints_are_words_not_markup() -> None:
    page = html.tostring(drawn(DecisionForm()), encoding="unicode")
    assert "&lt;b&gt;Title&lt;/b&gt;" in page
    assert "&lt;i&gt;short&lt;/i&gt;" in page


def test_the_browser_neither_stops_nor_cuts_what_is_typed() -> None:
    page = drawn(DecisionForm())
    assert page.xpath("//*[@required or @maxlength or @placeholder]") == []


def test_a_question_that_another_answer_asks_for_says_so_to_the_script() -> None:
    group = drawn(DecisionForm()).xpath("//*[@data-shown-when='outcome=other']")
    assert [each.xpath(".//textarea")[0].get("name") for each in group] == ["instead"]


def test_what_was_typed_is_still_there_after_an_error() -> None:
    typed = {
        "outcome": "other",
        "told": ["o"],
        "on_0": "31",
        "on_1": "2",
        "on_2": "2026",
        "title": "too long",
        "reason": "Because",
    }
    page = drawn(DecisionForm(typed))
    assert page.xpath("//input[@name='outcome'][@checked]/@value") == ["other"]
    assert page.xpath("//input[@name='told'][@checked]/@value") == ["o"]
    assert [page.xpath(f"//input[@name='on_{part}']/@value")[0] for part in range(3)] == ["31", "2", "2026"]
    assert page.xpath("//input[@name='title']/@value") == ["too long"]
    assert page.xpath("//textarea[@name='reason']")[0].text.strip() == "Because"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["27", "3", "2026"], date(2026, 3, 27)),
        ([" 7", "03 ", "2026"], date(2026, 3, 7)),
        (["29", "2", "2024"], date(2024, 2, 29)),
        (["", "", ""], "Enter the date"),
        (["27", "", "2026"], "The date must include a day, a month and a year"),
        (["29", "2", "2026"], "Enter a real date, for example 27 3 2026"),
        (["27", "March", "2026"], "Enter a real date, for example 27 3 2026"),
        (["27", "3", "26"], "Enter a real date, for example 27 3 2026"),
        (["٢٧", "3", "99999"], "Enter a real date, for example 27 3 2026"),
    ],
)
def test_a_day_is_typed_in_three_boxes(typed: list[str], answer: date | str) -> None:
    class DayForm(forms.Form):
        on = DayField()

    form = DayForm({f"on_{part}": words for part, words in enumerate(typed)})
    assert (form.cleaned_data["on"] if form.is_valid() else form.errors["on"][0]) == answer


@pytest.mark.parametrize(
    ("field", "day", "says"),
    [
        (DayField(past=True), ["2", "7", "2026"], "The date must be today or in the past"),
        (DayField(past=True), ["1", "7", "2026"], None),
        (DayField(future=True), ["30", "6", "2026"], "The date must be today or in the future"),
        (DayField(future=True), ["1", "7", "2026"], None),
        (DayField(required=False), ["", "", ""], None),
    ],
)
def test_a_day_may_have_to_be_past_or_to_come(field: DayField, day: list[str], says: str | None) -> None:
    with clock.travelling(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)):  # already 1 July in London
        try:
            field.clean(day)
            said = None
        except forms.ValidationError as wrong:
            said = wrong.messages[0]
    assert said == says


def test_a_form_of_one_question_can_make_it_the_heading_of_the_page() -> None:
    class Question(forms.Form):
        why = forms.CharField(label="Why now?", widget=forms.Textarea(attrs={"legend": "h1"}))

    assert re.sub(r"\s+", " ", drawn(Question()).xpath("//h1")[0].text_content()).strip() == "Why now?"
