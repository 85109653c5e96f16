"""What cannot wait for a better browser: a referral, the decision, the countersignature and an action, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from frameworks import clock
from imr import workflow as reporting
from overview import text
from overview import workflow as writing
from overview.models import OverviewReport
from reviews.models import Review
from tests.database import LiveStack, served
from tests.journeys import actions, agency, referral
from tests.journeys.others import meanwhile
from tests.journeys.visitor import Arrive, Inspection
from tests.makers import actionplans, imr, overview, reviews
from tests.makers.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def installation(authenticators: dict[str, str], fresh_database: str, tmp_path: Path) -> Iterator[LiveStack]:
    """The web server alone: nothing here waits for the worker."""
    with served(fresh_database, has_worker=False, CHAPTER8_DATA=str(tmp_path)) as stack:
        yield stack


def test_a_referral_a_decision_a_signature_and_an_action(arrive: Arrive, cast: Cast, inspection: Inspection) -> None:
    come = partial(arrive, javascript=False)
    referrer = come("colleague", signs_in=True)
    manager, member, chair = map(come, ("manager", "panel_member", "chair"))
    referral.refer_a_case(referrer)
    referral.take_it_to_the_panel(manager)
    referral.recommend(member)
    referral.decide(chair)

    meanwhile(partial(write_the_agencys_report, cast))
    agency.countersign(come("countersigner"))

    meanwhile(partial(write_the_overview, cast))
    actions.agree(manager)
    actions.carry_out(come("owner", signs_in=True))
    actions.verify(come("auditor"))
    assert inspection.complaints == []
    assert inspection.strangers == []


def write_the_agencys_report(cast: Cast) -> None:
    """The review is set up, and the police's report waits for its countersignature."""
    review = Review.objects.get()
    reviews.requests(cast, review, "police")
    reviews.agreed_terms(cast, reviews.again(review), "police")
    reviews.appointed(cast, reviews.again(review))
    imr.awaiting(cast, imr.commissioned(cast, reviews.again(review)))


def write_the_overview(cast: Cast) -> None:
    """The report is accepted, the overview signed off, and the police propose an action."""
    report = reporting.submit(imr.IMR.objects.get(), by=cast.author)
    reporting.accept(report, by=cast.panel_member)
    signed = sign(cast, found(cast, writing.start(Review.objects.get(), by=cast.overview_author)))
    actionplans.proposed(cast, actionplans.accepted(cast, actionplans.opened(cast, report=signed)[0]))


def found(cast: Cast, report: OverviewReport) -> OverviewReport:
    """Written, with a finding on an entry of the chronology and a recommendation to the police."""
    report = overview.write_sections(cast, report)
    finding = overview.a_finding(cast, report)
    writing.cite_entry(finding, overview.entry_of(report), note="Nobody asked.", by=cast.overview_author)
    overview.a_recommendation(cast, report, finding)
    return overview.again(report)


def sign(cast: Cast, report: OverviewReport) -> OverviewReport:
    """Read by the panel, its facts checked by the police, signed off by the chair."""
    report = writing.send_to_panel(report, by=cast.overview_author)
    due_on = clock.today() + timedelta(days=14)
    report = writing.ask_accuracy(report, agencies=[cast.agencies["police"]], due_on=due_on, by=cast.manager)
    writing.check_accuracy(report, agency=cast.agencies["police"], answer="agreed", by=cast.lead)
    report = writing.send_for_sign_off(overview.again(report), by=cast.manager)
    return writing.sign_off(report, sha256=text.sha256_of(report), by=cast.chair)
