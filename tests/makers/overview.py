"""Overview reports in each of their states, reached by the verbs."""

from __future__ import annotations

from datetime import timedelta

from chronology.models import Entry
from frameworks import clock
from overview import text, workflow
from overview.models import Finding, OverviewReport, Recommendation
from reviews.models import LineOfEnquiry, Review
from tests.makers import imr as imrs
from tests.makers import reviews
from tests.makers.cast import Cast, may_be_kept


@may_be_kept
def analysed(cast: Cast, framework: str = "scr-2006") -> Review:
    """A review whose one agency's report is accepted: the overview author may write."""
    review = reviews.gathering(cast, framework, "police")
    imrs.accepted(cast, imrs.commissioned(cast, review))
    return reviews.again(review)


def drafting(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """Begun, with empty sections."""
    return workflow.start(analysed(cast, framework), by=cast.overview_author)


def entry_of(report: OverviewReport) -> Entry:
    """The first entry of the case's chronologies."""
    return Entry.objects.filter(case_id=report.case_id).by_time()[0]


def enquiry_of(report: OverviewReport) -> LineOfEnquiry:
    """The first line of enquiry of its review."""
    return LineOfEnquiry.objects.filter(terms__review_id=report.review_id).order_by("number")[0]


def write_sections(cast: Cast, report: OverviewReport, words: str = "What the author says") -> OverviewReport:
    """Words under every heading of both parts."""
    for section in report.overviewsection_set.all():
        html = f"<p>{words}: {section.key}.</p>"
        workflow.write(report, part=section.part, key=section.key, html=html, version=section.version, by=cast.overview_author)
    return again(report)


def a_finding(cast: Cast, report: OverviewReport, title: str = "Nobody put the visits together") -> Finding:
    """A finding that answers the first line of enquiry and cites nothing yet."""
    return workflow.add_finding(
        report,
        title=title,
        html="<p>Three visits, three services, one picture that nobody saw.</p>",
        lesson="Ask who else has called.",
        theme=report.pack.themes[0].code,
        enquiry=enquiry_of(report),
        by=cast.overview_author,
    )


def a_recommendation(cast: Cast, report: OverviewReport, *findings: Finding, agency: str = "police") -> Recommendation:
    """A recommendation to an agency of the cast, or to the board when ``agency`` is empty."""
    return workflow.add_recommendation(
        report,
        text="Check at every call whether the children were seen.",
        findings=findings,
        agency=cast.agencies[agency] if agency else None,
        category=report.pack.recommendations.categories[0].code,
        lever=report.pack.recommendations.levers[0].code,
        expected_change="Children are seen at every call.",
        measure="A dip sample of fifty logs each quarter.",
        by=cast.overview_author,
    )


@may_be_kept
def written(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """Ready to be sent: sections, a finding with its evidence, a recommendation to the police and one to the board."""
    report = write_sections(cast, drafting(cast, framework))
    finding = a_finding(cast, report)
    workflow.cite_entry(finding, entry_of(report), note="Nobody asked.", by=cast.overview_author)
    a_recommendation(cast, report, finding)
    a_recommendation(cast, report, finding, agency="")
    return again(report)


def with_panel(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """With the panel."""
    return workflow.send_to_panel(written(cast, framework), by=cast.overview_author)


def being_checked(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """The police are asked whether the facts are right."""
    due_on = clock.today() + timedelta(days=14)
    return workflow.ask_accuracy(with_panel(cast, framework), agencies=[cast.agencies["police"]], due_on=due_on, by=cast.manager)


def checked(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """The police agree with the facts."""
    report = being_checked(cast, framework)
    workflow.check_accuracy(report, agency=cast.agencies["police"], answer="agreed", by=cast.lead)
    return again(report)


def awaiting_sign_off(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """Only the chair's signature is missing."""
    return workflow.send_for_sign_off(checked(cast, framework), by=cast.manager)


@may_be_kept
def signed_off(cast: Cast, framework: str = "scr-2006") -> OverviewReport:
    """Signed."""
    report = awaiting_sign_off(cast, framework)
    return workflow.sign_off(report, sha256=text.sha256_of(report), by=cast.chair)


def submitted(cast: Cast) -> OverviewReport:
    """Everybody whom the framework names has a copy."""
    report = signed_off(cast)
    return workflow.submit(report, on=clock.today(), sent_to=[each.to for each in report.pack.copies], by=cast.manager)


def published(cast: Cast) -> OverviewReport:
    """The summary is public."""
    report = submitted(cast)
    met = [each.key for each in report.pack.publication.conditions]
    return workflow.publish(report, on=clock.today(), where="The board’s website", conditions=met, by=cast.manager)


def withheld(cast: Cast) -> OverviewReport:
    """Nothing is published while a trial goes on."""
    return workflow.withhold(submitted(cast), reasons="A trial begins in May.", by=cast.manager)


def again(report: OverviewReport) -> OverviewReport:
    """The report as the database has it now."""
    return OverviewReport.objects.get(pk=report.pk)
