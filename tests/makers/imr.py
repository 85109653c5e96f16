"""Agencies' reports in each of their states, reached by the verbs."""

from __future__ import annotations

from datetime import date

from chronology import workflow as chronologies
from imr import workflow
from imr.models import IMR, Countersignature
from reviews.models import Review
from tests.makers import reviews
from tests.makers.cast import Cast


def commissioned(cast: Cast, review: Review | None = None, agency: str = "police") -> IMR:
    """An agency asked for its report."""
    return workflow.commission(review or reviews.gathering(cast), cast.agencies[agency], by=cast.manager)


def named(cast: Cast, imr: IMR | None = None) -> IMR:
    """Its author and its countersigning officer named by the agency's lead."""
    imr = imr or commissioned(cast)
    workflow.name_author(imr, cast.author, post="Detective Superintendent", by=cast.lead)
    return workflow.name_countersigner(imr, cast.countersigner, post="Assistant Chief Constable", by=cast.lead)


def drafting(cast: Cast, imr: IMR | None = None) -> IMR:
    """Its author has declared no part in the case and may write."""
    imr = named(cast, imr)
    return workflow.declare(imr, declared=[each.key for each in imr.pack.declarations.agency_author], by=cast.author)


def add_entry(cast: Cast, imr: IMR, event: str = "The officer called at the home.") -> None:
    """One entry in the agency's chronology."""
    chronologies.add_entry(
        imr.chronology, by=cast.author, start=date(2022, 10, 3), end=date(2022, 10, 3), source="Crime report", event=event
    )


def write_everything(cast: Cast, imr: IMR, words: str = "What we found") -> IMR:
    """Words in every section, and an entry in the chronology."""
    for section in imr.section_set.all():
        workflow.write(section, html=f"<p>{words}: {section.key}.</p>", version=section.version, by=cast.author)
    if not imr.chronology.entry_count:
        add_entry(cast, imr)
    return again(imr)


def written(cast: Cast, imr: IMR | None = None) -> IMR:
    """Ready to be sent to the countersigning officer."""
    return write_everything(cast, drafting(cast, imr))


def awaiting(cast: Cast, imr: IMR | None = None) -> IMR:
    """With the countersigning officer."""
    return workflow.send_for_countersignature(written(cast, imr), by=cast.author)


def sign(cast: Cast, imr: IMR) -> Countersignature:
    """The officer signs exactly what there is."""
    declared = [each.key for each in imr.pack.declarations.countersigner]
    return workflow.countersign(imr, digest=imr.digest(), declared=declared, by=cast.countersigner)


def countersigned(cast: Cast, imr: IMR | None = None) -> IMR:
    """Signed, and not yet sent."""
    return sign(cast, awaiting(cast, imr)).imr


def submitted(cast: Cast, imr: IMR | None = None) -> IMR:
    """With the panel."""
    return workflow.submit(countersigned(cast, imr), by=cast.author)


def accepted(cast: Cast, imr: IMR | None = None) -> IMR:
    """Accepted by the panel."""
    return workflow.accept(submitted(cast, imr), by=cast.panel_member)


def returned(cast: Cast, imr: IMR | None = None, reasons: str = "Why was the medical not followed up?") -> IMR:
    """Sent back by the panel with reasons."""
    return workflow.send_back(submitted(cast, imr), reasons=reasons, by=cast.panel_member)


def excused(cast: Cast, imr: IMR | None = None) -> IMR:
    """Not asked to report after all."""
    return workflow.excuse(imr or commissioned(cast), reason="The agency held nothing on the family.", by=cast.manager)


def again(imr: IMR) -> IMR:
    """The report as the database has it now."""
    return IMR.objects.get(pk=imr.pk)
