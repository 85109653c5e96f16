"""One page with every component there is, for the tests to look at."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from casework.fields import Checkboxes, DayField, Radios
from casework.pages import Step
from casework.richtext import RichTextField
from casework.transitions import Act
from frameworks import clock

NOON = datetime(2026, 6, 26, 11, 0, tzinfo=UTC)  # a Friday

PARTS = """
{% extends "base.html" %}
{% load casework %}
{% block title %}Case {{ bar.case.reference }}{% endblock %}
{% block before %}<a class="govuk-back-link" href="/cases/">Back to the cases</a>{% endblock %}
{% block content %}
  <h1 class="govuk-heading-l">Agencies</h1>
  {% act_panel acts title="The report is ready." text="It can go to the countersigning officer." %}
  {% act_panel blocked %}
  {% filters filter %}
  <table class="govuk-table c8-table c8-table--stack">
    <caption class="govuk-visually-hidden">Agencies</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">{% sort_header "name" "Agency" %}{% sort_header "due" "Due" %}</tr>
    </thead>
    <tbody class="govuk-table__body">
      {% for row in rows %}
        <tr class="govuk-table__row">
          <td class="govuk-table__cell" data-label="Agency">
            <a class="govuk-link c8-name" href="/x">{{ row.name }}</a> {% tag row.state row.tone %}
          </td>
          <td class="govuk-table__cell" data-label="Due">{% due row.on %}</td>
        </tr>
      {% endfor %}
    </tbody>
  </table>
  {% pages page "entries" %}
  {% empty "No actions yet" "They come when the board has answered." "/x" "See the overview" %}
  {% task_list tasks %}
  {% summary_list facts %}
  {% check_answers sections %}
  <div class="c8-prose">{{ rich|richtext }}</div>
  {% paragraphs plain %}
  {% timeline entries %}
  {% include "components/form.html" with button="Send" cancel="/cases/" %}
  <p class="govuk-body"><code class="c8-hash">{{ hash }}</code></p>
{% endblock %}
{% block aside %}
  <aside class="c8-aside" aria-label="Dates">
    <h2 class="govuk-heading-m">Dates</h2>
    <ul class="c8-due">{% for row in rows %}<li><b>{{ row.name }}</b>{% due row.on %}</li>{% endfor %}</ul>
  </aside>
{% endblock %}
"""

WRITING = """
{% extends "base.html" %}
{% load casework %}
{% block title %}Section{% endblock %}
{% block content %}
  <h1 class="govuk-heading-l">Analysis of practice</h1>
  <form class="c8-form" method="post" action="/done/" novalidate data-autosave="/save/">
    <input type="hidden" name="csrfmiddlewaretoken" value="old">
    <input type="hidden" name="version" value="1">
    {{ form }}
    {% include "components/autosave.html" %}
    <button class="govuk-button">Save and go on</button>
  </form>
{% endblock %}
"""


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label="What have you decided?",
        choices=[("scr", "Serious case review"), ("other", "Something else")],
        widget=Radios(hints={"scr": "All agencies"}),
    )
    instead = forms.CharField(label="What instead?", required=False, widget=forms.Textarea(attrs={"shown_when": "outcome=other"}))
    told = forms.MultipleChoiceField(label="Who was told?", choices=[("o", "Ofsted")], widget=Checkboxes)
    on = DayField(label="When?", help_text="For example, 27 3 2026")
    reason = RichTextField(label="Your reasons")
    title = forms.CharField(label="Title")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    kind = forms.ChoiceField(label="Kind", choices=[("", "Choose"), ("a", "A")])
    paper = forms.FileField(label="Letter")
    sure = forms.BooleanField(label="I have read it")


class SectionForm(forms.Form):
    text = RichTextField(label="Analysis", help_text="What does this show about practice?")


class FilterForm(forms.Form):
    words = forms.CharField(label="Words", required=False)
    stage = forms.MultipleChoiceField(
        label="Stage", required=False, choices=[("r", "Referral"), ("s", "Scope")], widget=Checkboxes
    )
    after = DayField(label="Opened after", required=False)


def a_request(path: str = "/cases/") -> HttpRequest:
    """A request of somebody who is signed in, without a database behind it."""
    request = RequestFactory().get(path)
    request.user = SimpleNamespace(is_authenticated=True, name="Nadia Brightwell", post="Board manager")  # type: ignore[assignment]
    return request


def a_case() -> Any:
    """The head of a case page."""
    steps = [("Referral", date(2026, 3, 14)), ("Decision", date(2026, 4, 14)), ("Agency reports", None), ("Overview", None)]
    return SimpleNamespace(
        case=SimpleNamespace(
            reference="NSCB-2026-004",
            pseudonym="Child A",
            opened_on=date(2026, 4, 14),
            get_absolute_url="/cases/4/",
            pack=SimpleNamespace(short_title="Serious case review", nation="england_wales"),
        ),
        tab="Agencies",
        tabs=[("Summary", "/cases/4/"), ("Agencies", "/cases/4/agencies/"), ("History", "/cases/4/history/")],
        strip=[
            Step(label=label, on=on, note="", is_reached=on is not None, is_now=label == "Agency reports") for label, on in steps
        ],
        next_deadline=SimpleNamespace(label="Overview report", due_on=date(2026, 8, 14)),
    )


def everything(path: str = "/cases/?stage=r&after_0=1&after_1=2&after_2=2026&sort=name&page=3") -> str:
    """The page with all of it."""
    request = a_request(path)
    today = clock.today()
    submit = Act("submit", "Send for countersignature", "/submit/", True, ())
    send_back = Act("send_back", "Send it back", "/back/", True, (), primary=False)
    sign = Act("sign", "Sign it off", "/sign/", False, ("The agency has not countersigned the report.",))
    form = AnswerForm({"title": ""})
    form.is_valid()
    facts = {
        "bar": a_case(),
        "boards": ["Northshire Safeguarding Children Board"],
        "demo": True,
        "acts": [submit, send_back, sign],
        "blocked": [sign],
        "filter": FilterForm(request.GET),
        "page": Paginator(range(312), 50).get_page(3),
        "rows": [
            SimpleNamespace(name="Police", state="Accepted", tone="good", on=today - timedelta(days=6)),
            SimpleNamespace(name="Housing", state="Being written", tone="bad", on=today + timedelta(days=1)),
            SimpleNamespace(name="Hospital", state="Returned", tone="warn", on=today + timedelta(days=40)),
            SimpleNamespace(name="School", state="Not asked", tone="quiet", on=None),
        ],
        "tasks": [
            {"label": "Chronology", "url": "/a/", "status": "Completed"},
            {"label": "Analysis", "url": "/b/", "status": "In progress", "hint": "Saved yesterday"},
            {"label": "Lessons", "url": "/c/", "status": "Not started"},
            {"label": "Countersign", "status": "Cannot start yet"},
        ],
        "facts": [("Child", "Child A", "/x/"), ("Agencies", ["Police", "Housing"]), ("Reason", "")],
        "sections": [{"title": "The child", "url": "/c/", "rows": [("Age", "2 years")]}],
        "rich": "<h3>What we saw</h3><p>The <strong>visitor</strong>.</p><table><tr><th>When</th><td>3 March</td></tr></table>",
        "plain": "Words\n\nand <more>",
        "entries": [SimpleNamespace(title="Report accepted", by="K. Rourke", at=NOON, text="Thanks", url="/x/")],
        "form": form,
        "hash": "6bbb20a9" * 8,
    }
    return engines["django"].from_string(PARTS.lstrip()).render(facts, request)


def writing(text: str = "<p>First</p>") -> str:
    """A page on which a long text is written and saves itself."""
    form = SectionForm(initial={"text": text})
    return engines["django"].from_string(WRITING.lstrip()).render({"form": form, "bar": a_case()}, a_request())
