"""Everything the matrix asks for, found in the demonstration or brought there by one more act, and who is who to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from actionplans import workflow as plans
from actionplans.models import Action, Response
from agencies.models import Agency, Board, Person, Role
from casework import appointments, documents
from casework.models import Case, Document
from casework.models.case import Identity
from chronology import keeping, proposing
from chronology import panel_workflow as panel
from chronology import workflow as chronologies
from chronology.analysis.proposals import Proposal as Noticed
from chronology.models import Chronology, Entry, IntegratedChronology, KeyedPerson, PersonKey, Printout, Proposal
from demo import tales
from demo.people import NORTHSHIRE, WESTERMERE
from frameworks import clock
from imr import workflow as reports
from imr.models import IMR, Section
from overview import text
from overview import workflow as overviews
from overview.models import Evidence, OverviewReport, Paper, Recommendation
from referrals import workflow as referrals
from referrals.models import Child, Referral, Relative
from reviews import workflow as reviews
from reviews.models import OtherLearning, RecordsRequest, Review, TermsOfReference

ALDER = "Ronan Alder"


# --- the people -----------------------------------------------------------------------------------------------------


def northshire(part: str) -> Person:
    """Somebody of the first board."""
    return Person.objects.get(name=NORTHSHIRE[part].name)


def westermere(part: str) -> Person:
    """Somebody of the second board."""
    return Person.objects.get(name=WESTERMERE[part].name)


# --- the cases ------------------------------------------------------------------------------------------------------


def case_of(child: str) -> Case:
    """The case of a child of the demonstration, by the name that only its identity holds."""
    return Identity.objects.select_related("subject__case__board").get(name=child).subject.case


def gathering() -> Case:
    """The case whose agencies are writing: reports in every state."""
    return case_of(tales.HARBOUR_VIEW.child)


def closed() -> Case:
    """The case whose file is closed."""
    return case_of(tales.WHARF_LANE.child)


def visit() -> None:
    """Somebody of the second board is asked onto the panel of two cases; somebody of the first leaves both panels."""
    for case in (gathering(), closed()):
        appointments.appoint(westermere("panel"), "panel_member", case, by=northshire("manager"))
        standing = Role.objects.current().get(person=northshire("panel_police"), role="panel_member", about_id=case.pk)
        appointments.end(standing, by=northshire("manager"))


# --- the things -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Thing:
    """One thing in one state: its id, whatever else its pages have in their addresses, and the agencies it is between."""

    about: Any
    agency: str = "csc"
    other: str = "hospital"
    outside: str = "probation"
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def case_id(self) -> Any:
        """The case it belongs to; None for a draft and for a board."""
        if isinstance(self.about, Case):
            return self.about.pk
        names = (name for name in ("imr", "report", "key", "integrated") if hasattr(self.about, name))
        held_by = next((getattr(self.about, name) for name in names), self.about)
        return getattr(held_by, "case_id", None)


THINGS: dict[str, Callable[[], Thing]] = {}


def thing(key: str) -> Callable[[Callable[[], Thing]], Callable[[], Thing]]:
    """Enter a function that finds or makes a thing under the name it has in the table."""

    def enter(make: Callable[[], Thing]) -> Callable[[], Thing]:
        THINGS[key] = make
        return make

    return enter


def _agency(key: str) -> Agency:
    return northshire(f"lead_{key}").agency  # type: ignore[return-value]


def _imr(child: str, key: str) -> IMR:
    return IMR.objects.select_related("case__board", "agency", "review").get(case=case_of(child), agency=_agency(key))


def _chronology(child: str, key: str) -> Chronology:
    return Chronology.objects.select_related("case__board", "agency").get(case=case_of(child), agency=_agency(key))


def _review(child: str) -> Review:
    return Review.objects.select_related("case__board").get(case=case_of(child))


def _overview(child: str) -> OverviewReport:
    return OverviewReport.objects.select_related("case__board", "review").get(case=case_of(child))


def _soon() -> Any:
    return clock.today() + timedelta(days=20)


@thing("board")
def board() -> Thing:
    return Thing(Board.objects.get(prefix="NSCB"))


@thing("case")
def case() -> Thing:
    return Thing(gathering())


@thing("case without a review")
def case_without_review() -> Thing:
    return Thing(case_of(tales.LOCK_STREET.child))


# referrals


@thing("referral, draft")
def referral_draft() -> Thing:
    found = Child.objects.get(name=tales.MILL_LANE.child).referral
    return Thing(found, more={"key": "incident"})


@thing("relative in a draft")
def relative_drafted() -> Thing:
    found = referral_draft().about
    return Thing(found, more={"key": "family", "person": Relative.objects.get(referral=found).key})


@thing("referral, submitted")
def referral_submitted() -> Thing:
    return Thing(Referral.objects.get(case=case_of(tales.SALT_ROAD.child)))


@thing("referral, returned")
def referral_returned() -> Thing:
    asked = Referral.objects.get(case=case_of(tales.SALT_ROAD.child))
    asked = referrals.ask_for_information(asked, question="Where does the child live now?", by=northshire("manager"))
    return Thing(asked, more={"key": "incident"})


@thing("referral, with the panel")
def referral_considered() -> Thing:
    return Thing(Referral.objects.get(case=case_of(tales.LOCK_STREET.child)))


@thing("referral, recommended")
def referral_recommended() -> Thing:
    return Thing(Referral.objects.get(case=case_of(tales.FERRY_ROAD.child)))


# reviews


@thing("review, scoping")
def review_scoping() -> Thing:
    return Thing(_review(tales.CHAPEL_ROW.child), other="police")


@thing("review, gathering")
def review_gathering() -> Thing:
    return Thing(_review(tales.HARBOUR_VIEW.child))


@thing("review, paused")
def review_paused() -> Thing:
    return Thing(reviews.pause(_review(tales.HARBOUR_VIEW.child), reason="A trial.", by=northshire("chair")))


@thing("review, implementing")
def review_implementing() -> Thing:
    return Thing(_review(ALDER), outside="")


@thing("records, asked")
def records_asked() -> Thing:
    found = RecordsRequest.objects.get(case=case_of(tales.CHAPEL_ROW.child), agency=_agency("school"))
    return Thing(found, agency="school", other="csc")


@thing("records, secured")
def records_secured() -> Thing:
    found = RecordsRequest.objects.get(case=gathering(), agency=_agency("hospital"))
    return Thing(found, agency="hospital", other="csc")


@thing("terms, draft")
def terms_draft() -> Thing:
    return Thing(TermsOfReference.objects.get(case=case_of(tales.CHAPEL_ROW.child)), other="police", more={"code": "period"})


@thing("terms, agreed")
def terms_agreed() -> Thing:
    return Thing(TermsOfReference.objects.get(case=gathering()), more={"number": 1})


@thing("learning")
def learning() -> Thing:
    return Thing(OtherLearning.objects.get(case=case_of(tales.STATION_TERRACE.child)))


# chronologies


@thing("chronology, being compiled")
def chronology_compiling() -> Thing:
    return Thing(_chronology(tales.HARBOUR_VIEW.child, "hv"), agency="hv", other="csc")


@thing("chronology, shared")
def chronology_shared() -> Thing:
    return Thing(_chronology(tales.HARBOUR_VIEW.child, "hospital"), agency="hospital", other="csc")


@thing("chronology without a report")
def chronology_asked() -> Thing:
    asked = chronologies.ask(_review(tales.HARBOUR_VIEW.child), _agency("police"), by=northshire("manager"))
    on = clock.today() - timedelta(days=400)
    facts = {"start": on, "end": on, "date_words": f"{on:%d/%m/%Y}", "source": "Log", "event": "A call.", "child_seen": "no"}
    chronologies.add_entry(asked, by=northshire("lead_police"), **facts)
    return Thing(Chronology.objects.get(pk=asked.pk), agency="police", other="csc")


@thing("chronology without a report, shared")
def chronology_asked_shared() -> Thing:
    asked = chronology_asked().about
    return Thing(chronologies.share(asked, by=northshire("lead_police")), agency="police", other="csc")


@thing("key")
def key() -> Thing:
    return Thing(PersonKey.objects.get(case=gathering()))


@thing("person of the key")
def person_of_the_key() -> Thing:
    return Thing(KeyedPerson.objects.select_related("key").filter(key__case=gathering(), chronology=None)[0])


@thing("person whom an agency names")
def person_named() -> Thing:
    found = chronology_compiling().about
    facts = {"code": "Neighbour 1", "name": "Fictional Neighbour"}
    kept = PersonKey.objects.get(case=found.case)
    [person] = keeping.add_people(kept, [facts], by=northshire("author_hv"), chronology=found)
    return Thing(person, agency="hv", other="csc")


@thing("entry, being compiled")
def entry_compiling() -> Thing:
    return Thing(chronology_compiling().about.entries.first(), agency="hv", other="csc")


@thing("entry, struck out")
def entry_struck() -> Thing:
    entry = chronology_compiling().about.entries.first()
    return Thing(chronologies.remove_entry(entry, reason="Another child.", by=northshire("author_hv")), agency="hv", other="csc")


@thing("entry, shared")
def entry_shared() -> Thing:
    return Thing(chronology_shared().about.entries.first(), agency="hospital", other="csc")


@thing("file, read")
def file_read() -> Thing:
    data = b"Date,Source,Event,Child seen\n04/02/2021,Contact log,A visit.,No\n"
    sent = chronologies.import_file(chronology_compiling().about, filename="hv.csv", data=data, by=northshire("author_hv"))
    return Thing(chronologies.read_file(sent), agency="hv", other="csc", more={"ordinal": 1})


def printed_by_the_manager(case: Case) -> Thing:
    """A chronology on paper, finished; what the paper shows does not matter here."""
    shared = list(Chronology.objects.visible_to(northshire("manager")).filter(case=case))
    entries = Entry.objects.filter(chronology__in=shared)
    asked = chronologies.print_chronology(case, entries=entries, chronologies=shared, paper="A4", by=northshire("manager"))
    Printout.objects.filter(pk=asked.pk).update(finished_at=clock.now(), pages=1, sha256=documents.keep(b"%PDF-1.7"))
    return Thing(asked)


@thing("printout of the manager")
def printout() -> Thing:
    return printed_by_the_manager(gathering())


# the panel's rooms


@thing("integrated chronology")
def integrated() -> Thing:
    return Thing(gathering())


def noticed_in(case: Case) -> Proposal:
    """What the analyst may say of the first entry that an agency has shared in a case."""
    shared = proposing.shared_in(case.pk)[0]
    about = integrated_of(case)
    run = proposing.ask(about, None)
    seen = proposing.see(run)
    row = str(shared.entries.first().pk)
    found = Noticed("contradiction", (row,), str(shared.agency_id), None, None, ("Two times are given.",), 0.7, "time")
    proposing.keep(run, about, seen, [found])
    return about.proposals.select_related("integrated__case__board").get(identity=found.identity)


@thing("proposal")
def proposal() -> Thing:
    return Thing(noticed_in(gathering()))


@thing("proposal, answered")
def proposal_answered() -> Thing:
    found = noticed_in(gathering())
    panel.dispose(found, answer="noted", by=northshire("chair"))
    return Thing(Proposal.objects.select_related("integrated__case__board").get(pk=found.pk))


@thing("question")
def question() -> Thing:
    found = noticed_in(gathering())
    asked = proposing.shared_in(gathering().pk)[0]
    asked = panel.ask_agency(found, chronology=asked, words="Which time is right?", by=northshire("chair"))
    return Thing(asked, agency=_key_of(asked.chronology.agency), other="csc")


def integrated_of(case: Case) -> IntegratedChronology:
    return IntegratedChronology.objects.select_related("case__board").get(case=case)


@thing("note")
def note() -> Thing:
    entry = proposing.shared_in(gathering().pk)[0].entries.first()
    return Thing(panel.add_note(integrated_of(gathering()), entry=entry, words="Look again.", by=northshire("panel")))


@thing("note, struck out")
def note_struck() -> Thing:
    return Thing(panel.strike_note(note().about, reason="A mistake.", by=northshire("chair")))


@thing("kept view")
def kept_view() -> Thing:
    return Thing(panel.keep_view(integrated_of(gathering()), name="Key episodes", asked="key=yes", by=northshire("manager")))


@thing("shared view")
def shared_view() -> Thing:
    return Thing(panel.share_view(kept_view().about, is_shared=True, by=northshire("manager")))


@thing("frozen version")
def frozen() -> Thing:
    return Thing(panel.freeze(integrated_of(gathering()), by=northshire("manager")))


def _key_of(agency: Agency) -> str:
    return next(key for key in ("hospital", "school", "police") if _agency(key) == agency)


# agencies' reports


@thing("report, asked for")
def imr_commissioned() -> Thing:
    return Thing(_imr(tales.QUAYSIDE.child, "hospital"), agency="hospital", other="school")


@thing("report, being written")
def imr_drafting() -> Thing:
    return Thing(_imr(tales.HARBOUR_VIEW.child, "hv"), agency="hv", other="csc")


@thing("report, awaiting its countersignature")
def imr_awaiting() -> Thing:
    return Thing(_imr(tales.QUAYSIDE.child, "csc"))


@thing("report, countersigned")
def imr_countersigned() -> Thing:
    imr = _imr(tales.QUAYSIDE.child, "csc")
    declared = [each.key for each in imr.pack.declarations.countersigner]
    reports.countersign(imr, digest=imr.digest(), declared=declared, by=northshire("signer_csc"))
    return Thing(IMR.objects.get(pk=imr.pk), more={"number": 1})


@thing("report, with the panel")
def imr_submitted() -> Thing:
    return Thing(_imr(tales.HARBOUR_VIEW.child, "school"), agency="school", other="csc", more={"number": 1})


@thing("report, returned")
def imr_returned() -> Thing:
    return Thing(_imr(tales.HARBOUR_VIEW.child, "csc"), more={"number": 1})


@thing("report, excused")
def imr_excused() -> Thing:
    imr = reports.excuse(_imr(tales.HARBOUR_VIEW.child, "hv"), reason="Nothing held.", by=northshire("manager"))
    return Thing(imr, agency="hv", other="csc")


def _written_twice(imr: IMR, author: str) -> Section:
    """A section of which an earlier version is kept."""
    section = imr.section_set.first()
    for words in ("<p>First thoughts.</p>", "<p>Second thoughts.</p>"):
        section = reports.write(section, html=words, version=section.version, is_ready=True, by=northshire(author))
    return section


@thing("section, being written")
def section_drafting() -> Thing:
    section = _written_twice(imr_drafting().about, "author_hv")
    return Thing(section, agency="hv", other="csc", more={"version": section.versions.first().version})


@thing("section, with the panel")
def section_submitted() -> Thing:
    imr, author = _imr(tales.QUAYSIDE.child, "csc"), northshire("author_csc")
    section = _written_twice(reports.recall(imr, by=author), "author_csc")
    reports.send_for_countersignature(IMR.objects.get(pk=imr.pk), by=author)
    reports.submit(imr_countersigned().about, by=author)
    return Thing(Section.objects.get(pk=section.pk), more={"version": section.versions.first().version})


@thing("document beside a report being written")
def document_drafting() -> Thing:
    imr, author = imr_drafting().about, northshire("author_hv")
    return Thing(reports.attach(imr, title="Notes", filename="n.txt", data=b"Notes.", by=author), agency="hv", other="csc")


@thing("document beside an accepted report")
def document_accepted() -> Thing:
    imr = _imr(ALDER, "police")
    return Thing(Document.objects.filter(about_id=imr.pk).first(), agency="police", other="csc", outside="")


# the overview


@thing("overview, being written")
def overview_drafting() -> Thing:
    found = _overview(tales.ORCHARD_CLOSE.child)
    section = found.overviewsection_set.first()
    more = {"part": section.part, "key": section.key, "enquiry": found.review.terms.lineofenquiry_set.first().pk}
    return Thing(found, other="police", outside="hospital", more=more)


@thing("overview, with the panel")
def overview_with_panel() -> Thing:
    sent = overviews.send_to_panel(_overview(tales.ORCHARD_CLOSE.child), by=northshire("overview"))
    return Thing(sent, other="police", outside="hospital")


@thing("overview, facts being checked")
def overview_checked() -> Thing:
    sent = overview_with_panel().about
    asked = [_agency("csc")]
    report = overviews.ask_accuracy(sent, agencies=asked, due_on=_soon(), by=northshire("manager"))
    wrong = {"answer": "correction", "correction": "The visit was in May.", "by": northshire("lead_csc")}
    check = overviews.check_accuracy(report, agency=asked[0], **wrong)
    return Thing(OverviewReport.objects.get(pk=report.pk), other="police", outside="hospital", more={"check": check.pk})


@thing("overview, awaiting its signature")
def overview_awaiting() -> Thing:
    return Thing(_overview(tales.MARKET_HILL.child), outside="police")


@thing("overview, signed")
def overview_signed() -> Thing:
    return Thing(_overview(ALDER), other="police", outside="")


@thing("overview, with those who get copies")
def overview_submitted() -> Thing:
    report = _overview(ALDER)
    copies = [each.to for each in report.pack.copies]
    sent = overviews.submit(report, on=clock.today(), sent_to=copies, by=northshire("manager"))
    return Thing(sent, other="police", outside="")


def _finding(report: OverviewReport, **who: str) -> Thing:
    cited = Evidence.objects.filter(finding__report=report).select_related("finding").first()
    return Thing(cited.finding, more={"report_id": report.pk, "evidence": cited.pk}, **who)  # type: ignore[arg-type,union-attr]


@thing("finding, being written")
def finding_drafting() -> Thing:
    return _finding(_overview(tales.ORCHARD_CLOSE.child), other="police", outside="hospital")


@thing("finding, signed")
def finding_signed() -> Thing:
    return _finding(_overview(ALDER), other="police", outside="")


@thing("paper")
def paper() -> Thing:
    return Thing(Paper.objects.get(case=case_of(ALDER), kind="signed"), other="police", outside="")


@thing("recommendation, drafted")
def recommendation_drafted() -> Thing:
    found = Recommendation.objects.filter(case=case_of(tales.ORCHARD_CLOSE.child), agency=_agency("csc")).first()
    return Thing(found, other="police", outside="hospital")


@thing("recommendation, agreed")
def recommendation_agreed() -> Thing:
    return Thing(Recommendation.objects.filter(case=case_of(ALDER), agency=_agency("csc")).first(), other="police", outside="")


# the plan


def _response() -> Response:
    return Response.objects.filter(case=case_of(ALDER), agency=_agency("csc"), state="accepted").first()


@thing("response")
def response() -> Thing:
    return Thing(_response(), other="police", outside="")


@thing("response, asked for")
def response_asked() -> Thing:
    report = overview_awaiting().about
    signed = overviews.sign_off(report, sha256=text.sha256_of(report), by=northshire("chair"))
    asked = plans.open_plan(signed, due_on=_soon(), by=northshire("manager"))
    return Thing(next(each for each in asked if each.agency_id), outside="police")


def _action(state: str) -> Thing:
    found = Action.objects.filter(case=case_of(ALDER), agency=_agency("csc"), state=state).first()
    return Thing(found, other="police", outside="")


@thing("action, proposed")
def action_proposed() -> Thing:
    owner, lead = northshire("owner"), northshire("lead_csc")
    facts = {"due_on": _soon(), "outcome": "Children are seen.", "measure": "Twenty files.", "monitoring": "Quarterly"}
    return Thing(plans.add_action(_response(), what="See each child.", owner=owner, by=lead, **facts), other="police", outside="")


@thing("action, agreed")
def action_agreed() -> Thing:
    return Thing(plans.agree(action_proposed().about, by=northshire("manager")), other="police", outside="")


@thing("action, in progress")
def action_in_progress() -> Thing:
    return Thing(plans.start(action_agreed().about, by=northshire("owner")), other="police", outside="")


@thing("action, implemented")
def action_implemented() -> Thing:
    under_way, owner = action_in_progress().about, northshire("owner")
    plans.add_evidence(under_way, kind="dip_sample", note="Twenty files; all seen.", by=owner)
    return Thing(plans.implement(under_way, what_was_done="Taught.", by=owner), other="police", outside="")


@thing("action, verified")
def action_verified() -> Thing:
    done, auditor = action_implemented().about, northshire("auditor")
    return Thing(plans.verify(done, looked_at="Ten files.", found="Done.", by=auditor), other="police", outside="")
