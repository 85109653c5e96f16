"""The rows of the entry grid, fifty and more to a page, drawn here because a template takes many times as long over them.

Every word that is put into a row is escaped in this module.
"""

from __future__ import annotations

from html import escape

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from chronology.grid import COLUMNS, LONG, Row, address_of
from chronology.models.entry import SEEN

register = template.Library()

OFFERED = frozenset({"source", "persons"})
WIDTHS = {"when": "c8-grid__when", "at": "c8-grid__at", "child_seen": "c8-grid__seen"}
SHORT = {"not_applicable": "N/A", "not_recorded": ""}
ANSWERS = tuple((value, SHORT.get(value, label)) for value, label in SEEN)


@register.simple_tag
def grid_row(row: Row) -> SafeString:
    """A row: the boxes, and below them what is said about it."""
    cells = "".join(_cell(row, name, label) for name, label in COLUMNS.items())
    hidden = "".join(_hidden(row, name, words) for name, words in row.more.items())
    below = _below(row)
    return SafeString(
        f'<tbody class="c8-grid__row" data-row="{row.name}">'
        f'<tr class="govuk-table__row">{_head(row, hidden)}{cells}</tr>'
        f'<tr class="c8-grid__below"{"" if below else " hidden"}><td></td><td class="govuk-table__cell" colspan="{len(COLUMNS)}">'
        f'<div class="c8-grid__says" id="{row.name}-says">{below}</div></td></tr></tbody>'
    )


def _head(row: Row, hidden: str) -> str:
    number = (
        f'<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">'
        f'<input class="govuk-checkboxes__input" type="checkbox" id="{row.name}-tick" name="tick" value="{row.name}"'
        f"{' checked' if row.chosen else ''}>"
        f'<label class="govuk-label govuk-checkboxes__label" for="{row.name}-tick">'
        f'<span class="govuk-visually-hidden">Choose entry </span>{row.number}</label></div></div>'
        f'<a class="govuk-link" href="{address_of(row.key)}">More'
        f'<span class="govuk-visually-hidden"> of entry {row.number}</span></a>'
        if row.number
        else f'<span class="c8-quiet" data-new>New<span class="govuk-visually-hidden"> row {int(row.name[1:]) + 1}</span></span>'
        f'<button class="c8-grid__copy" type="button" data-copy hidden>Copy above'
        f'<span class="govuk-visually-hidden"> into new row {int(row.name[1:]) + 1}</span></button>'
    )
    return (
        f'<th scope="row" class="govuk-table__cell c8-grid__head">{number}'
        f'<input type="hidden" name="{row.name}-key" data-field="key" value="{row.key}">'
        f'<input type="hidden" name="{row.name}-version" data-field="version" value="{row.version}">{hidden}'
        f'<span class="c8-grid__state" data-state></span></th>'
    )


def _hidden(row: Row, name: str, words: str) -> str:
    return f'<input type="hidden" name="{row.name}-{name}" data-field="{name}" value="{escape(words)}">'


def _cell(row: Row, name: str, label: str) -> str:
    words = row.values.get(name, "")
    said = f'<span class="c8-grid__said">{escape(row.said)}</span>' if name == "when" and row.said else ""
    return f'<td class="govuk-table__cell {WIDTHS.get(name, "")}" data-label="{label}">{_box(row, name, label, words)}{said}</td>'


def _box(row: Row, name: str, label: str, words: str) -> str:
    wrong = ' aria-invalid="true"' if name in row.errors else ""
    named = (
        f'id="{row.name}-{name}" name="{row.name}-{name}" data-field="{name}" aria-label="{label}, {row.title}"'
        f' aria-describedby="{row.name}-says"{wrong}'
    )
    if name == "child_seen":
        chosen = words or "not_recorded"
        options = "".join(
            f'<option value="{value}"{" selected" if value == chosen else ""}>{answer}</option>' for value, answer in ANSWERS
        )
        return f'<select class="govuk-select" {named}>{options}</select>'
    if name in LONG:
        return f'<textarea class="govuk-textarea" rows="2" {named}>\n{escape(words)}</textarea>'
    offered = f' list="offered-{name}"' if name in OFFERED else ""
    return f'<input class="govuk-input" type="text" autocomplete="off" value="{escape(words)}" {named}{offered}>'


def _below(row: Row) -> str:
    """What is wrong, and where something may mean two things, the choices."""
    wrong = "".join(
        f'<p class="c8-grid__wrong">{COLUMNS.get(name, escape(name))}: {escape(sentence)}</p>'
        for name, sentence in row.errors.items()
    )
    choices = row.understood is not None and row.understood.choices
    asked = render_to_string("chronology/_choices.html", {"understood": row.understood, "row": row.name}) if choices else ""
    more = ", ".join(sorted(row.more)).replace("_", " ")
    return wrong + asked + (f'<p class="c8-grid__also">Also pasted: {escape(more)}</p>' if more else "")
