"""The components that every page is made of, after the GOV.UK and MOJ design systems.

A tag draws what it is given and asks the database for nothing, except who is signed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms, template
from django.core.paginator import Page
from django.forms.formsets import BaseFormSet
from django.forms.utils import flatatt
from django.http import QueryDict
from django.template import Context
from django.template.defaultfilters import date as date_filter
from django.template.defaultfilters import linebreaks_filter
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from casework import registry
from casework import richtext as rich
from casework.transitions import Act
from casework.typed import texts_in
from frameworks import calendars, clock
from frameworks.vocabulary import Nation

register = template.Library()
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# What the service navigation offers, and the namespaces whose pages stand under each.
NAVIGATION = (
    ("my_work", "My work", "casework:my_work"),
    ("cases", "Cases", "casework:cases"),
    ("actions", "Actions", "actionplans:actions"),
    ("guide", "Guide", "frameworks:packs"),
)
PLACES = {"actionplans": "actions", "frameworks": "guide"}

TONES = {"": "", "good": " c8-tag--good", "warn": " c8-tag--warn", "bad": " c8-tag--bad", "quiet": " c8-tag--quiet"}
TASK_TONES = {"In progress": "", "Not started": "quiet"}
SOON = 5  # days before a date from which it is worth a second look

UNANSWERED = forms.Field.default_error_messages["required"]  # says nothing without the name of its field

# Left to the form: a browser that stops the typing, or cuts what was pasted, loses words.
JUDGED_BY_THE_FORM = {"required", "maxlength", "minlength"}
READ_BY_TEMPLATES = {"class", "legend", "shown_when"}
SAID_BY_THE_LABEL = {"placeholder"}  # a placeholder goes when the typing begins


# --- the frame of a page ------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def service_navigation(context: Context) -> SafeString:
    """My work, Cases, Actions, Guide: those whose address exists, with the one we are in marked."""
    return _navigation(context.get("nav") or _place(context))


@lru_cache(maxsize=64)
def _navigation(here: str) -> SafeString:
    items = []
    for key, label, name in NAVIGATION:
        try:
            items.append({"key": key, "label": label, "url": reverse(name)})
        except NoReverseMatch:
            continue
    return render_to_string("components/service_navigation.html", {"items": items, "here": here})


def _place(context: Context) -> str:
    match = getattr(context.get("request"), "resolver_match", None)
    if match is None or not match.app_names or match.app_names[0] in {"account", "mfa"}:
        return ""
    if match.url_name == "my_work":
        return "my_work"
    return PLACES.get(match.app_names[0], "cases")


@register.simple_tag
def address(name: str, pk: UUID) -> str:
    """Where the page of this name of a thing is: as Django's own ``url``, which works the form of an address out each time."""
    return registry.address(name, pk)


@register.filter
def grouped(number: int) -> str:
    """A number of many figures as people read it: 1,570."""
    return f"{number:,}"


@register.simple_tag
def back(url: str, label: str = "Back") -> SafeString:
    """The way back, in a landmark of its own."""
    return format_html('<nav class="c8-back" aria-label="Back"><a class="govuk-back-link" href="{}">{}</a></nav>', url, label)


@register.simple_tag
def strip(steps: Iterable[Any]) -> SafeString:
    """The lifecycle of a case as steps done, now and to come."""
    return _strip(tuple(steps))


@lru_cache(maxsize=512)  # the pages of a case are opened one after the other, and all bear the same strip
def _strip(steps: tuple[Any, ...]) -> SafeString:
    return render_to_string("components/strip.html", {"steps": steps})


@register.simple_tag
def tabs(items: Iterable[tuple[str, str]], current: str, label: str = "Case") -> SafeString:
    """Sub navigation from pairs of label and address; ``current`` is the label of the page we are on."""
    return _tabs(tuple((str(name), str(url)) for name, url in items), current, label)


@lru_cache(maxsize=512)
def _tabs(items: tuple[tuple[str, str], ...], current: str, label: str) -> SafeString:
    return render_to_string("components/tabs.html", {"items": items, "current": current, "label": label})


# --- what can be done, and by when --------------------------------------------------------------


@register.inclusion_tag("components/act_panel.html")
def act_panel(acts: Iterable[Act], title: str = "", text: str = "") -> dict[str, Any]:
    """What this person could do now, the first thing first, and for what is blocked the sentences that block it."""
    listed = list(acts)
    free = [act for act in listed if act.allowed and act.url]
    first = next((act for act in free if act.primary), None)
    return {
        "title": title,
        "text": text,
        "first": first,
        "others": [act for act in free if act is not first],
        "blocked": [act for act in listed if not act.allowed],
    }


@register.simple_tag
def tag(words: Any, tone: str = "") -> SafeString:
    """A state in a word or two; the tone only underlines what the words say."""
    return format_html('<strong class="govuk-tag c8-tag{}">{}</strong>', TONES[tone], words)


@register.simple_tag
def due(day: date | None, *, done: bool = False, nation: Nation = "england_wales") -> SafeString:
    """How far away a date is, in words, and the date itself."""
    if day is None:
        return format_html('<span class="c8-quiet">{}</span>', "no date")
    return written(day) if done else _due(day, clock.today(), nation)


@lru_cache(maxsize=4096)
def _due(day: date, today: date, nation: Nation) -> SafeString:
    words = calendars.in_words(day, today, nation)
    if day < today:
        return format_html('<span class="c8-when">{} {}</span>', tag(words, "bad"), written(day))
    if (day - today).days <= SOON:
        return format_html('<span class="c8-when">{} {}</span>', tag(words, "warn"), written(day))
    return format_html('<span class="c8-when">{}, {}</span>', words, written(day))


@register.filter(name="date", expects_localtime=True)
def dated(moment: Any, form: str | None = None) -> Any:
    """As Django's own filter; a page writes the same few days again and again, so they are kept."""
    return _dated(moment, form) if type(moment) is date else date_filter(moment, form)


@lru_cache(maxsize=4096)
def _dated(day: date, form: str | None) -> str:
    return str(date_filter(day, form))


@lru_cache(maxsize=4096)
def written(day: date) -> SafeString:
    """A date as a page writes it."""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "j F Y"))


# --- lists --------------------------------------------------------------------------------------


def _asked(context: Context) -> QueryDict:
    """What this page was asked for."""
    request = context.get("request")
    return request.GET if request is not None else QueryDict()


def _address(asked: Mapping[str, list[str]]) -> str:
    """A query string without the questions that were left empty."""
    return "?" + urlencode([(name, value) for name, values in asked.items() for value in values if value != ""])


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """This page's query string with some parameters changed, or dropped where the new value is None."""
    new = {name: [] if value is None else [str(value)] for name, value in changes.items()}
    return _address(dict(_asked(context).lists()) | new)


@register.simple_tag(takes_context=True)
def sort_header(context: Context, key: str, label: str, css: str = "") -> SafeString:
    """A table's heading that sorts by its column: upwards first, downwards when it already does."""
    now = _asked(context).get("sort", "")
    order = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    target = query(context, sort=f"-{key}" if order == "ascending" else key, page=None)
    return format_html(
        '<th scope="col" class="govuk-table__header {}" aria-sort="{}"><a class="c8-sort" href="{}">{}</a></th>',
        css,
        order,
        target,
        label,
    )


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pages(context: Context, page: Page[Any], noun: str = "") -> dict[str, Any]:
    """Pagination that keeps the filters, with how many there are in all."""
    paginator = page.paginator
    numbers = [
        {
            "number": str(number),  # a template works out for each number how its language writes it
            "url": query(context, page=number),
            "is_current": number == page.number,
            "is_gap": str(number) == str(paginator.ELLIPSIS),
        }
        for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "first": str(page.start_index()),
        "last": str(page.end_index()),
        "count": str(paginator.count),
        "noun": noun,
        "numbers": numbers if paginator.num_pages > 1 else [],
        "previous": query(context, page=page.previous_page_number()) if page.has_previous() else "",
        "next": query(context, page=page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("components/filters.html", takes_context=True)
def filters(context: Context, form: forms.Form) -> dict[str, Any]:
    """A panel that narrows a list; what is set stands above it as tags that can be taken off one by one."""
    asked = _asked(context)
    fields = [bound for bound in form.visible_fields() if not bound.errors]
    chosen = [item for bound in fields for item in _chosen(asked, bound)]
    everything = {name: None for bound in form for name in _parts(asked, bound)}
    return {
        "form": form,
        "fields": _some_set(form) if chosen or form.errors else _untouched(form),
        "chosen": chosen,
        "sort": asked.get("sort", ""),
        "clear": query(context, page=None, **everything),
    }


def _untouched(form: forms.Form) -> SafeString:
    """The fields of a filter in which nothing is set: they are the same for everybody who is offered the same choices."""
    return _kept((type(form), tuple((name, _offered(field)) for name, field in form.fields.items())), form.render)


def _some_set(form: forms.Form) -> SafeString:
    """The fields of a filter in which something is set."""
    drawn = [*(str(each) for each in form.hidden_fields()), *map(question, form.visible_fields())]
    return format_html_join("", "{}", ((each,) for each in drawn))


@register.simple_tag
def question(bound: forms.BoundField) -> SafeString:
    """A field with its label and its box. One in which nobody typed anything is drawn once for all who are asked the same.

    What is asked stands in the words of the field, in its choices and its attributes: whatever differs is drawn by itself.
    """
    asked, said, offered = bound.field, bound.value(), _offered(bound.field)
    is_typed = not (offered or said is None or said is False or said in ("", []))
    if is_typed or bound.errors or "hx-post" in asked.widget.attrs:
        return bound.as_field_group()
    words = (bound.html_name, bound.auto_id, str(bound.label), str(bound.help_text), asked.required, asked.disabled)
    looks = (tuple(asked.widget.attrs.items()), offered, tuple(getattr(asked.widget, "hints", {}).items()))
    return _kept((type(bound.form), words, looks, str(said)), bound.as_field_group)


def _offered(field: forms.Field) -> tuple[tuple[str, Any], ...]:
    return tuple(_flat(getattr(field, "choices", ())))


def _kept(key: Any, draw: Callable[[], SafeString]) -> SafeString:
    """What looks the same for the same choices, drawn once."""
    if key not in _panels:
        if len(_panels) >= PANELS_KEPT:
            _panels.clear()
        _panels[key] = draw()
    return _panels[key]


PANELS_KEPT = 512
_panels: dict[Any, SafeString] = {}


def _chosen(asked: QueryDict, bound: forms.BoundField) -> Iterable[dict[str, str]]:
    """Each value set in one field of a filter, in words, with the address of the list without it."""
    names = _parts(asked, bound)
    if len(names) > 1:
        shown = bound.form.cleaned_data.get(bound.name) if bound.form.is_valid() else None
        return [_removable(asked, bound, _spoken(shown), dict.fromkeys(names, ""))] if shown else []
    choices = dict(_flat(getattr(bound.field, "choices", ())))
    values = [(name, value) for name in names for value in asked.getlist(name) if value]
    return [_removable(asked, bound, str(choices.get(value, _in_words(value))), {name: value}) for name, value in values]


def _in_words(value: str) -> str:
    """A day as a link gives it, as people say it; anything else as it was typed."""
    try:
        return f"{date.fromisoformat(value):%-d %B %Y}" if ISO_DAY.fullmatch(value) else value
    except ValueError:
        return value


def _removable(asked: QueryDict, bound: forms.BoundField, words: str, without: dict[str, str]) -> dict[str, str]:
    """A tag with the address of the list that does not have it: one value less, or the whole parameter."""
    rest = dict(asked.lists()) | {"page": []}
    for name, value in without.items():
        rest[name] = [other for other in rest.get(name, []) if value and other != value]
    return {"label": str(bound.label), "value": words, "url": _address(rest)}


def _parts(asked: QueryDict, bound: forms.BoundField) -> list[str]:
    """The parameters that belong to a field: its own, or one for each box of a date."""
    return [name for name in asked if re.fullmatch(rf"{re.escape(bound.html_name)}(_\d)?", name)]


def _spoken(value: Any) -> str:
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, Any]]:
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            yield from _flat(label)
        else:
            yield str(value), label


@register.inclusion_tag("components/empty.html")
def empty(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, str]:
    """An empty list that teaches: what this is, why it is empty, the next step."""
    return {"title": title, "text": text, "url": url, "label": label}


# --- facts --------------------------------------------------------------------------------------


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Any], level: int = 2) -> dict[str, Any]:
    """What happened to a case, latest first, as it is given."""
    return {"entries": entries, "level": level}


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[Any]) -> dict[str, Any]:
    """Work done in any order over days, and how much of it is done."""
    shown = [_read(task, "label", "url", "status", "hint") for task in tasks]
    for task in shown:
        task["tone"] = TASK_TONES.get(task["status"])
    return {"tasks": shown, "done": sum(task["status"] == "Completed" for task in shown), "all": len(shown)}


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[Any]) -> dict[str, Any]:
    """Facts with their names, each with a link to change it where there is one."""
    return {"rows": list(map(_row, rows))}


@register.inclusion_tag("components/check_answers.html")
def check_answers(sections: Iterable[Any], level: int = 2) -> dict[str, Any]:
    """Everything that was answered, section by section, before it is sent."""
    shown = [_read(section, "title", "url", "rows") for section in sections]
    return {"sections": [{**each, "rows": list(map(_row, each["rows"]))} for each in shown], "level": level}


def _row(row: Any) -> dict[str, Any]:
    if isinstance(row, (tuple, list)):
        row = dict(zip(("key", "value", "url", "change"), row, strict=False))
    row = _read(row, "key", "value", "url", "change")
    row["is_list"] = isinstance(row["value"], (list, tuple))
    return row


def _read(thing: Any, *names: str) -> dict[str, Any]:
    """A thing's named facts, whether it is a mapping or an object."""
    if isinstance(thing, Mapping):
        return {name: thing.get(name, "") for name in names}
    return {name: getattr(thing, name, "") for name in names}


# --- words people wrote -------------------------------------------------------------------------


@register.filter
def richtext(value: str | None) -> SafeString:
    """A rich text for the page. Cleaned again here, whatever was stored: the one place where markup passes unescaped."""
    return mark_safe(rich.clean(value or ""))  # noqa: S308 - cleaned in this very line


@register.filter
def plain(value: str | None) -> str:
    """The words of a rich text."""
    return rich.plain(value or "")


@register.filter
def lines(value: str | None) -> str:
    """A rich text as it is typed without JavaScript."""
    return rich.to_lines(value or "")


@register.filter
def is_markup(value: str) -> bool:
    """Whether a text is a rich text rather than plain words."""
    return rich.is_markup(value)


@register.simple_tag
def paragraphs(text: str) -> SafeString:
    """Plain words as typed, as escaped paragraphs."""
    return format_html('<div class="c8-prose">{}</div>', linebreaks_filter(text))


# --- forms --------------------------------------------------------------------------------------


@register.inclusion_tag("components/error_summary.html")
def error_summary(*those: Any) -> dict[str, Any]:
    """What must be mended before this can go on, each with a link to its place; said once for each form of a page."""
    given: list[Any] = [each for each in those if isinstance(each, (forms.BaseForm, BaseFormSet))]
    unsaid = [each for each in given if not getattr(each, "is_summed_up", False)]
    for each in unsaid:
        each.is_summed_up = True
    return {"errors": [error for each in unsaid for error in _errors(each)]}


def _errors(form: Any) -> Iterable[dict[str, str]]:
    if isinstance(form, BaseFormSet):
        yield from ({"text": str(text), "href": ""} for text in form.non_form_errors())
        for member in form.forms:
            yield from _errors(member)
        return
    yield from ({"text": str(text), "href": ""} for text in form.non_field_errors())
    for bound in form:
        for text in bound.errors:
            named = f"{bound.label}: {text}" if text == UNANSWERED else text
            yield {"text": str(named), "href": first_control(bound)}


def first_control(bound: forms.BoundField) -> str:
    """Where a field's error leads: the control itself, or the first of a group."""
    return f"#{bound.auto_id}_0" if bound.use_fieldset else f"#{bound.id_for_label}"


@register.simple_tag(takes_context=True)
def sent_fields(context: Context, *besides: str) -> list[tuple[str, str]]:
    """What a form that was refused had sent, to be sent again: all but the token and the fields named."""
    request = context.get("request")
    if request is None:
        return []
    kept = [name for name in request.POST if name not in {"csrfmiddlewaretoken", *besides}]
    return [(name, value) for name in kept for value in request.POST.getlist(name)]


@register.inclusion_tag("components/typed.html", takes_context=True)
def typed(context: Context) -> dict[str, Any]:
    """The texts that came with what could not be done, to be copied: nobody writes them twice."""
    request = context.get("request")
    return {"texts": texts_in(request.POST) if request else []}


@register.simple_tag
def widget_attributes(widget: Mapping[str, Any]) -> SafeString:
    """A control's attributes, without those that the form's own judgement and the template stand for."""
    skipped = JUDGED_BY_THE_FORM | READ_BY_TEMPLATES | SAID_BY_THE_LABEL
    return flatatt({name: value for name, value in widget["attrs"].items() if name not in skipped})
