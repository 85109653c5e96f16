"""Codes in place of names, wherever a report rests on what agencies wrote: on its pages, and in every paper of it.

Nothing stored is altered: codes are put in on the way to the page, and into a paper's facts when the photograph is taken.
A signature is bound to the words as they are stored; so is a citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from casework import access, richtext
from casework.pages import person_of
from chronology import shown
from chronology.models import Chronology
from chronology.shown import Shown
from overview.models import Evidence, OverviewReport

Change = Callable[[str], str]

SAID = ("dated", "source", "said", "note")
OF_FINDING = ("title", "lesson")
OF_RECOMMENDATION = ("text", "expected_change", "measure")


def reading(request: HttpRequest, report: OverviewReport, opened: Mapping[str, Sequence[UUID]], page: str) -> Shown:
    """How the signed-in person reads the agencies' words on a page of this report.

    Who reads the key may see names for a reason; who reads the report alone reads codes, save for their own agency's words.
    """
    rests_on = cited_by(report)
    if opened.get("personkey"):
        return shown.shown_to(request, opened, page=page, also=rests_on)
    own = access.ids_opened(person_of(request), Chronology, "change_entry")
    return shown.in_codes(report.case_id, [*opened.get("chronology", []), *rests_on], own)


def cited_by(report: OverviewReport) -> list[UUID]:
    """The chronologies whose entries the report's findings cite."""
    cited = Evidence.objects.filter(finding__report=report, entry__isnull=False).order_by()
    return list(cited.values_list("entry__chronology_id", flat=True).distinct())


def as_read(view: Shown, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Citations as somebody reads them, for the page alone; their entries must have been fetched with them."""
    read = list(evidence)
    for each in read:
        own = each.entry.chronology_id if each.entry else None
        for name in SAID:
            setattr(each, name, view.words(getattr(each, name), own))
    return read


def on_paper(report: OverviewReport, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a paper with codes in place of every name the key knows, whoever wrote it there.

    The registers are left alone: they name those who sat on the panel, and the children by their pseudonyms.
    """
    return on_page(_for_everybody(report), facts)


def on_page(view: Shown, facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts as somebody reads them."""
    return _with(view.words, facts) if view.is_coded else facts


def named_in(report: OverviewReport) -> list[str]:
    """Where the author's own words still hold names of the key: papers show codes there, but what is signed is what stands."""
    view = _for_everybody(report)
    written = [(str(each.title), richtext.plain(each.html)) for each in report.overviewsection_set.exclude(html="")]
    written += [
        (f"finding {each.number}", f"{each.title}\n{richtext.plain(each.html)}\n{each.lesson}")
        for each in report.finding_set.all()
    ]
    recommendations = report.standing_recommendations()
    written += [
        (f"recommendation {each.number}", f"{each.text}\n{each.expected_change}\n{each.measure}") for each in recommendations
    ]
    return list(dict.fromkeys(place for place, words in written if view.words(words) != words))


def _for_everybody(report: OverviewReport) -> Shown:
    shared = Chronology.objects.filter(case=report.case_id, state="shared").values_list("pk", flat=True)
    return shown.in_codes(report.case_id, [*shared, *cited_by(report)])


def _with(change: Change, facts: dict[str, Any]) -> dict[str, Any]:
    html, said = partial(richtext.reworded, change=change), partial(_each, change, names=SAID)
    return {
        **facts,
        "chapters": [
            {**chapter, "sections": [_section(html, change, each) for each in chapter["sections"]]}
            for chapter in facts["chapters"]
        ],
        "findings": [
            {
                **_each(change, finding, names=OF_FINDING),
                "html": html(finding["html"]),
                "enquiry": change(finding["enquiry"]),
                "evidence": [said(each) for each in finding["evidence"]],
            }
            for finding in facts["findings"]
        ],
        "recommendations": [_each(change, each, names=OF_RECOMMENDATION) for each in facts["recommendations"]],
        "cited_entries": [said(each) for each in facts["cited_entries"]],
    }


def _section(html: Change, change: Change, section: dict[str, Any]) -> dict[str, Any]:
    filled = section["filled"]
    if filled and "lines" in filled:  # the terms of reference: the manager's words
        filled = {**filled, "text": change(filled["text"]), "lines": [change(line) for line in filled["lines"]]}
    return {**section, "html": html(section["html"]), "filled": filled}


def _each(change: Change, said: dict[str, Any], *, names: Iterable[str]) -> dict[str, Any]:
    return {**said, **{name: change(said[name]) for name in names}}
