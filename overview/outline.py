"""The author's workspace: how far each heading is, and which ends are loose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Prefetch, Q, prefetch_related_objects
from django.urls import reverse

from casework import richtext
from overview.models import Finding, OverviewReport, Recommendation
from reviews.models import LineOfEnquiry


@dataclass(frozen=True)
class Task:
    """One heading in the outline: where it is written, and how far it is."""

    key: str
    label: str
    url: str
    is_done: bool
    hint: str

    @property
    def status(self) -> str:
        return "Completed" if self.is_done else "Not started"


@dataclass(frozen=True)
class Chapter:
    """A chapter of the outline with its headings."""

    title: str
    tasks: list[Task]


@dataclass(frozen=True)
class Part:
    """A part of the report, chapter by chapter, and how much of it stands."""

    label: str
    chapters: list[Chapter]

    @property
    def all(self) -> int:
        return sum(len(each.tasks) for each in self.chapters)

    @property
    def done(self) -> int:
        return sum(task.is_done for each in self.chapters for task in each.tasks)


@dataclass(frozen=True)
class LooseEnd:
    """A break in the thread from evidence to recommendation, with the place where it is mended."""

    sentence: str
    url: str
    label: str


def part_of(report: OverviewReport, part: str, label: str) -> Part:
    """The outline of one part with how far each heading is."""
    written = {each.key: each.html for each in report.overviewsection_set.all() if each.part == part}
    chapters = [
        Chapter(chapter.title, [_task(report, part, each, written.get(each.key)) for each in chapter.sections])
        for chapter in report.outline(part).chapters
    ]
    return Part(label, chapters)


def _task(report: OverviewReport, part: str, heading: Any, html: str | None) -> Task:
    key = f"{part}-{heading.key}"
    if html is None:
        return Task(key, heading.title, "", True, WHAT_FILLS[heading.filled_from])
    url = reverse("overview:section", args=[report.pk, part, heading.key])
    words = len(richtext.plain(html).split())
    hint = f"{words:,} words" if words else ("" if heading.required else "May be left out")
    return Task(key, heading.title, url, bool(words), hint)


WHAT_FILLS = {
    "contributors": "Filled from the terms of reference",
    "panel": "Filled from the appointments of the case",
    "terms_of_reference": "Filled from the terms of reference as agreed",
    "genogram": "Filled from the children of the case, by pseudonym",
    "chronology": "Filled from the chronology: the entries that findings cite",
    "findings": "Filled from the findings below",
    "agency_recommendations": "Filled from the recommendations below",
    "board_recommendations": "Filled from the recommendations below",
}


@dataclass(frozen=True)
class Thread:
    """A report's findings, each with how much it ``rests_on`` and ``leads_to``, and what it recommends, with the findings."""

    report: OverviewReport
    findings: list[Any]
    recommendations: list[Recommendation]


def thread_of(report: OverviewReport) -> Thread:
    """Fetch the thread and the sections, each once for all that a page says about them."""
    counted = Finding.objects.annotate(
        rests_on=Count("evidence", distinct=True),
        leads_to=Count("basis", distinct=True),
        changed=Count("evidence", filter=CHANGED, distinct=True),
    )
    prefetch_related_objects([report], "overviewsection_set", Prefetch("finding_set", counted.select_related("enquiry")))
    standing = report.standing_recommendations().select_related("agency", "case__board").prefetch_related("findings")
    return Thread(report, list(report.finding_set.all()), list(standing))


# A citation of an entry that says something else by now, as far as its agency has shared it.
CHANGED = Q(evidence__entry__chronology__state="shared") & (
    ~Q(evidence__entry__version=F("evidence__entry_version")) | Q(evidence__entry__struck_at__isnull=False)
)


def loose_ends(thread: Thread) -> list[LooseEnd]:
    """Findings without evidence or with outdated evidence, recommendations without a finding, unanswered lines of enquiry."""
    bare = [
        LooseEnd(f"Finding {each.number} rests on no evidence.", each.get_absolute_url(), "Cite evidence")
        for each in thread.findings
        if not each.rests_on
    ]
    loose = [
        LooseEnd(f"Recommendation {each.number} rests on no finding.", each.get_absolute_url(), "Say which findings")
        for each in thread.recommendations
        if not each.findings.all()
    ]
    outdated = [
        LooseEnd(f"Finding {each.number} cites {_entries(each.changed)} since.", each.get_absolute_url(), "See what changed")
        for each in thread.findings
        if each.changed
    ]
    return [*bare, *outdated, *loose, *_enquiries(thread.report)]


def _entries(number: int) -> str:
    return "an entry that has changed" if number == 1 else f"{number} entries that have changed"


def _enquiries(report: OverviewReport) -> Iterator[LooseEnd]:
    answered = report.finding_set.exclude(enquiry=None).values("enquiry_id")
    explained = report.explanation_set.values("enquiry_id")
    open_lines = LineOfEnquiry.objects.filter(terms__review_id=report.review_id, is_dropped=False)
    for each in open_lines.exclude(pk__in=answered).exclude(pk__in=explained):
        url = reverse("overview:explain", args=[report.pk, each.pk])
        yield LooseEnd(f"No finding answers line of enquiry {each.number}: {each.question}", url, "Say why")


def over_budget(thread: Thread) -> list[str]:
    """What the framework would rather not see: more recommendations than people can carry out."""
    budget = thread.report.pack.recommendations.budget
    if budget is None:
        return []
    said = []
    for agency, number in Counter(each.agency for each in thread.recommendations).items():
        most = budget.agency if agency else budget.board
        if number > most:
            body = agency or thread.report.case.board
            said.append(f"{body} has {number} recommendations; {most} are as many as most bodies can carry out.")
    return said
