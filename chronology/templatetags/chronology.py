"""The rows of a chronology's table, fifty to a page: drawn here because a template takes twice as long over them.

Every word of an entry is escaped in ``_row``, and nothing else is put into the row.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from agencies.models import Person
from casework.pages import CasePage
from casework.registry import address
from casework.templatetags.casework import grouped, tag
from chronology.integrated import Line
from chronology.models import Chronology, Question
from chronology.rooms import rooms_of
from chronology.shown import Shown

register = template.Library()

ROW = (
    '<tr class="govuk-table__row{}">'
    '<td class="govuk-table__cell" data-label="When">{}<a class="govuk-link" href="{}">{}'
    '<span class="govuk-visually-hidden">, {}, entry {}</span></a>{}</td>'
    '<td class="govuk-table__cell" data-label="{}">{}</td>'
    '<td class="govuk-table__cell" data-label="Event">{}</td>'
    '<td class="govuk-table__cell" data-label="Child seen">{}</td>'
    "</tr>"
)
AGENCY = '<li><a class="govuk-link" href="{}">{}</a> <span class="c8-quiet">{}</span>{}</li>'
COMPILED = format_html(" {}", tag("being compiled", "quiet"))
KEY = tag("Key episode", "warn") + " "
NOTES = '<br><a class="govuk-link c8-chronology__notes" href="{}#notes">{} note{}</a>'
SEVERAL = '<br><span class="c8-quiet">One of several records of this event</span>'
BENEATH = (" c8-chronology__beneath", '<span class="c8-quiet">The same event: </span>')
BELOW = '<br><span class="c8-quiet">{}{}</span>'


@register.simple_tag(takes_context=True)
def read(context: Any, words: str, by: Person | None) -> str:
    """What somebody wrote beside the chronology, as this page's reader reads it: a name may have slipped in.

    Whoever wrote it reads it as typed: a code would tell them for whom it stands.
    """
    view: Shown = context["view"]
    return words if by is not None and by.pk == context["request"].user.pk else view.words(words)


@register.filter
def answer_read_by(question: Question, view: Shown) -> str:
    """What an agency answered, which is its own text."""
    return view.words(question.answer_words, question.chronology_id)


@register.simple_tag
def rooms(bar: CasePage) -> list[tuple[str, str]]:
    """The pages of the chronology that this person may open, for the links above them."""
    return rooms_of(bar)


_safe = lru_cache(maxsize=4096)(escape)  # what stands in many rows: days, agencies and the child being seen, not their texts


@register.simple_tag
def agencies_read(chronologies: Iterable[Chronology]) -> SafeString:
    """Whose chronologies these are, each with how many entries it has."""
    facts = (
        (address("chronology:chronology", each.pk), each.agency.name, grouped(each.entry_count), each.state)
        for each in chronologies
    )
    return format_html_join("", AGENCY, ((*those, COMPILED if state == "compiling" else "") for *those, state in facts))


@register.simple_tag
def entry_rows(lines: Iterable[Line], *, with_agency: bool) -> SafeString:
    """Each entry with its agency, or on the agency's own page with the source it comes from; beneath it its event's others."""
    return SafeString("".join(_row(line, with_agency=with_agency, beneath=("", "")) for line in lines))


def _row(line: Line, *, with_agency: bool, beneath: tuple[str, str]) -> str:
    source = ("Agency", _safe(line.agency)) if with_agency else ("Source", escape(line.source))
    hour = BELOW.format("", escape(line.hour)) if line.hour else ""
    outcome = BELOW.format("Outcome: ", escape(line.outcome)) if line.outcome else ""
    said = (KEY if line.is_key else "") + escape(line.event) + outcome
    when = (_safe(line.when), _safe(line.agency), line.number, hour)
    said += NOTES.format(line.url, line.notes, "" if line.notes == 1 else "s") if line.notes else ""
    said += SEVERAL if line.is_one_of_several else ""
    drawn = ROW.format(*beneath, line.url, *when, *source, said, _safe(line.seen))
    return drawn + "".join(_row(each, with_agency=with_agency, beneath=BENEATH) for each in line.beneath)
