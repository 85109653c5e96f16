"""A case from its referral to a change that an auditor has seen, as the people of a board live it."""

from __future__ import annotations

from functools import partial

import pytest

from imr import workflow as reporting
from imr.models import Section
from overview import workflow as writing
from overview.models import OverviewSection
from tests.journeys import actions, agency, overview, referral, review
from tests.journeys.others import meanwhile
from tests.journeys.visitor import Arrive, Inspection
from tests.makers.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_case_goes_from_referral_to_a_verified_action(arrive: Arrive, cast: Cast, inspection: Inspection) -> None:
    # Two sign in before our eyes: one with the code of an authenticator app, and one who must set that up first.
    referrer, (manager, member, chair) = arrive("colleague", signs_in=True), map(arrive, ("manager", "panel_member", "chair"))
    referral.refer_a_case(referrer)
    referral.take_it_to_the_panel(manager)
    referral.recommend(member)
    referral.decide(chair)

    lead, author, officer, overview_author = map(arrive, ("lead", "author", "countersigner", "overview_author"))
    review.tell_agencies(manager)
    review.secure_records(lead)
    review.secure_records(referrer)
    review.tell_the_regulator(manager)
    review.agree_terms(manager)
    review.appoint_the_overview_author(manager, overview_author.email)
    review.ask_for_reports(manager)

    agency.name_people(lead, author.name, officer.name)
    agency.declare_no_part(author)
    agency.attach_the_report(author)
    agency.write_the_report(author, partial(write_sections, cast))
    agency.begin_the_chronology(author)
    agency.import_a_file(author, "01_police_chronology_v3_FINAL.xlsx", rows=203)
    agency.add_an_entry(author)
    agency.send_for_countersignature(author)
    agency.countersign(officer)
    agency.send_to_the_panel(author)
    agency.accept(member)
    referrer.take_up("Compile the agency’s chronology")
    agency.import_a_file(referrer, "02_childrens_social_care_chronology.docx", rows=367)
    agency.share_the_chronology(referrer)

    overview.read_the_integrated_chronology(overview_author, entries=203 + 1 + 367)
    overview.begin(overview_author)
    overview.write_the_sections(overview_author, partial(write_parts, cast))
    overview.find(overview_author)
    overview.recommend(overview_author)
    overview.send_to_the_panel(overview_author)
    overview.ask_about_the_facts(manager)
    overview.check_the_facts(lead)
    overview.send_for_sign_off(manager)
    overview.sign_off(chair)
    assert overview.RECOMMENDATION in overview.print_it(manager)

    owner, auditor = arrive("owner", signs_in=True), arrive("auditor")
    actions.ask_for_responses(manager)
    actions.accept(lead)
    actions.plan(lead, owner.name)
    actions.ask_who_watches(manager)
    actions.say_who_watches(lead)
    actions.agree(manager)
    actions.carry_out(owner)
    actions.verify(auditor)

    assert inspection.violations == []
    assert inspection.complaints == []
    assert inspection.strangers == []


def write_sections(cast: Cast, titles: list[str]) -> None:
    """The author of the agency's report writes what stands under these headings, and says that it is finished."""

    def told() -> None:
        for section in Section.objects.all():
            if section.title in titles:
                html = "<p>This is what we found.</p>"
                reporting.write(section, html=html, version=section.version, is_ready=True, by=cast.author)

    meanwhile(told)


def write_parts(cast: Cast, titles: list[str]) -> None:
    """The author of the overview report writes what stands under these headings."""

    def told() -> None:
        for part in OverviewSection.objects.select_related("report"):
            if part.title in titles:
                place = {"part": part.part, "key": part.key, "version": part.version}
                writing.write(part.report, **place, html="<p>None knew what the others had seen.</p>", by=cast.overview_author)

    meanwhile(told)
