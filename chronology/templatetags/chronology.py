"""The rows of a chronology's table, fifty to a page: drawn here because a template takes half as long again over them."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from casework.templatetags.casework import tag
from chronology.integrated import Line

register = template.Library()

ROW = (
    '<tr class="govuk-table__row">'
    '<td class="govuk-table__cell" data-label="When"><a class="govuk-link" href="{}">{}'
    '<span class="govuk-visually-hidden">, {}, entry {}</span></a>{}</td>'
    '<td class="govuk-table__cell" data-label="{}">{}</td>'
    '<td class="govuk-table__cell" data-label="Event">{}{}{}</td>'
    '<td class="govuk-table__cell" data-label="Child seen">{}</td>'
    "</tr>"
)
BELOW = '<br><span class="c8-quiet">{}{}</span>'


@register.simple_tag
def entry_row(line: Line, *, with_agency: bool) -> SafeString:
    """An entry with its agency, or on the agency's own page with the source it comes from."""
    source = ("Agency", line.agency) if with_agency else ("Source", line.source)
    hour = format_html(BELOW, "", line.hour) if line.hour else ""
    key = format_html("{} ", tag("Key episode", "warn")) if line.is_key else ""
    outcome = format_html(BELOW, "Outcome: ", line.outcome) if line.outcome else ""
    return format_html(ROW, line.url, line.when, line.agency, line.number, hour, *source, key, line.event, outcome, line.seen)
