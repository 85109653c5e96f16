"""What a citation keeps: what the entry or the passage said on the day it was cited, and how a reader finds it."""

from __future__ import annotations

import re
from typing import Any

from agencies.models import Person
from casework import access, richtext
from chronology.models import Entry
from chronology.versions import changed_since
from chronology.wording import hour_in_words, when_in_words
from imr.models import IMR, Section
from overview.models import Evidence, OverviewReport
from overview.models.findings import digest_of

NOT_THERE = "These words do not stand in the section. Copy the passage exactly as it is written there."
# What the words of an entry consist of, for its hash: the facts of the moment and everything the agency wrote.
SAID = ("start", "end", "precision", "time", "date_words", "source", "professional", "event", "child_seen", "action", "outcome")


def entries_open_to(person: Person, report: OverviewReport) -> Any:
    """The chronology entries of the case that this person may see, in the order of events."""
    mine = Entry.objects.visible_to(person).filter(case_id=report.case_id)
    return mine.standing().select_related("chronology__agency").by_time()


def sections_open_to(person: Person, report: OverviewReport) -> Any:
    """The sections of the agencies' reports that this person may read, agency by agency."""
    readable = access.ids_opened(person, IMR, "read")
    written = Section.objects.filter(imr_id__in=readable, imr__review_id=report.review_id).exclude(html="")
    return written.select_related("imr__agency").order_by("imr__agency__name", "place")


def may_read(person: Person, section: Section) -> bool:
    """Whether a person may read the report that a section belongs to."""
    return access.may(person, section.imr, "read")


def when(entry: Entry) -> str:
    """When an entry happened, as exactly as it is known: "3 Mar 2021, 14:10"."""
    day = when_in_words(entry.start, entry.end, entry.precision)
    hour = hour_in_words(entry.time, entry.end_time, entry.time_precision, entry.time_words)
    return f"{day}, {hour}" if hour else day


def of_entry(entry: Entry) -> dict[str, Any]:
    """What a citation of an entry keeps."""
    return {
        "entry": entry,
        "entry_version": entry.version,
        "agency": entry.chronology.agency.name,
        "dated": when(entry),
        "sorts_on": entry.start,
        "source": entry.source[:400],
        "said": entry.event,
        "sha256": digest_of({name: str(getattr(entry, name) or "") for name in SAID}),
    }


def of_passage(section: Section, passage: str) -> dict[str, Any]:
    """What a citation of a passage keeps; an empty passage cites the whole section."""
    words = richtext.plain(section.html)
    return {
        "section": section,
        "agency": section.imr.agency.name,
        "source": f"{section.imr.pack.terms.agency_report.title}: {section.title}",
        "said": passage.strip() or words,
        "sha256": digest_of({"said": _one_line(words)}),
    }


def stands_in(section: Section, passage: str) -> bool:
    """Whether these words stand in the section, whatever its line breaks."""
    return _one_line(passage) in _one_line(richtext.plain(section.html))


def has_changed(evidence: Evidence) -> bool:
    """Whether what was cited says something else by now. Of an entry that its agency has back nobody else learns that."""
    if evidence.entry:
        if evidence.entry.chronology.state != "shared":
            return False
        is_older = changed_since(evidence.entry, evidence.entry_version)
        return is_older or bool(of_entry(evidence.entry)["sha256"] != evidence.sha256 or evidence.entry.struck_at)
    if evidence.section:
        return bool(of_passage(evidence.section, evidence.said)["sha256"] != evidence.sha256)
    return False


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
