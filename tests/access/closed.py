"""The things of the case whose file is closed, for the second half of the matrix."""

from __future__ import annotations

from typing import Any

from actionplans.models import Action, Response
from casework import documents
from casework.transitions import begin
from chronology import freezing, proposing
from chronology.models import Chronology, KeyedPerson, Note, PersonKey, Question, SavedView
from frameworks import clock
from imr.models import IMR, Section
from overview.models import Evidence, OverviewReport, Paper, Recommendation
from referrals.models import Referral, Relative
from reviews.models import RecordsRequest, Review, TermsOfReference
from tests.access.world import Thing, closed, integrated_of, northshire, noticed_in, printed_by_the_manager, thing


def _thing(about: Any, **more: Any) -> Thing:
    return Thing(about, other="school", outside="housing", more=more)


def _own(model: Any) -> Any:
    """What the agency of children's social care has of a kind in this case."""
    return model.objects.select_related("case__board", "agency").get(case=closed(), agency=northshire("lead_csc").agency)


@thing("closed case")
def closed_case() -> Thing:
    return _thing(closed())


@thing("closed referral")
def closed_referral() -> Thing:
    return _thing(Referral.objects.get(case=closed()), key="incident")


@thing("closed relative")
def closed_relative() -> Thing:
    found = Referral.objects.get(case=closed())
    return _thing(found, key="family", person=Relative.objects.get(referral=found).key)


@thing("closed review")
def closed_review() -> Thing:
    return _thing(Review.objects.get(case=closed()))


@thing("closed records")
def closed_records() -> Thing:
    return _thing(_own(RecordsRequest))


@thing("closed terms")
def closed_terms() -> Thing:
    return _thing(TermsOfReference.objects.get(case=closed()), code="period", number=1)


@thing("closed printout of the manager")
def closed_printout() -> Thing:
    return printed_by_the_manager(closed())


@thing("closed chronology")
def closed_chronology() -> Thing:
    return _thing(_own(Chronology))


@thing("closed key")
def closed_key() -> Thing:
    return _thing(PersonKey.objects.get(case=closed()))


@thing("closed person")
def closed_person() -> Thing:
    return _thing(KeyedPerson.objects.select_related("key").filter(key__case=closed())[0])


@thing("closed entry")
def closed_entry() -> Thing:
    return _thing(_own(Chronology).entries.first())


@thing("closed integrated chronology")
def closed_integrated() -> Thing:
    return _thing(closed())


@thing("closed proposal")
def closed_proposal() -> Thing:
    return _thing(noticed_in(closed()))


@thing("closed question")
def closed_question() -> Thing:
    """Asked before the file was closed: by now nobody could ask it."""
    found, shared = noticed_in(closed()), _own(Chronology)
    facts = {"words": "Which time is right?", "asked_by": northshire("chair"), "asked_at": clock.now()}
    return _thing(begin(Question(case=closed(), chronology=shared, proposal=found, **facts), by=northshire("chair")))


@thing("closed note")
def closed_note() -> Thing:
    """Written before the file was closed, like what was frozen."""
    day, by = clock.today(), northshire("panel")
    facts = {"start": day, "end": day, "words": "Look again.", "begun_by": by, "begun_at": clock.now(), "written_at": clock.now()}
    return _thing(Note.objects.create(integrated=integrated_of(closed()), number=1, **facts))


@thing("closed view")
def closed_view() -> Thing:
    facts = {"name": "Key episodes", "asked": "key=yes", "person": northshire("manager"), "kept_at": clock.now()}
    return _thing(SavedView.objects.create(integrated=integrated_of(closed()), **facts))


@thing("closed frozen version")
def closed_frozen() -> Thing:
    about = integrated_of(closed())
    about.last_frozen = 1
    return _thing(freezing.freeze(about, proposing.shared_in(closed().pk), words="", changes={}, by=northshire("manager")))


@thing("closed report")
def closed_report() -> Thing:
    return _thing(_own(IMR), number=1)


@thing("closed section")
def closed_section() -> Thing:
    return _thing(Section.objects.filter(imr=_own(IMR)).first(), version=1)


@thing("closed document")
def closed_document() -> Thing:
    """Filed beside the report by the house itself: nobody can any more."""
    beside = {"title": "A paper", "kind": "paper", "filename": "paper.txt", "data": b"A paper."}
    return _thing(documents.store(_own(IMR), by=None, **beside))


@thing("closed overview")
def closed_overview() -> Thing:
    report = OverviewReport.objects.get(case=closed())
    section = report.overviewsection_set.first()
    line = report.review.terms.lineofenquiry_set.first()
    return _thing(report, part=section.part, key=section.key, enquiry=line.pk)


@thing("closed finding")
def closed_finding() -> Thing:
    cited = Evidence.objects.filter(finding__report__case=closed()).select_related("finding").first()
    return _thing(cited.finding, report_id=cited.finding.report_id, evidence=cited.pk)


@thing("closed paper")
def closed_paper() -> Thing:
    return _thing(Paper.objects.get(case=closed(), kind="signed"))


@thing("closed recommendation")
def closed_recommendation() -> Thing:
    return _thing(Recommendation.objects.get(case=closed(), agency=northshire("lead_csc").agency))


@thing("closed response")
def closed_response() -> Thing:
    return _thing(_own(Response))


@thing("closed action")
def closed_action() -> Thing:
    return _thing(_own(Action))
