"""All agencies in one order of events: the order, the filters, the pages, and what they cost."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.models import Case
from chronology import workflow
from chronology.models import Chronology, Entry
from tests.chronology.visiting import at
from tests.makers import reviews
from tests.makers.cast import Cast
from tests.makers.chronology import FIRST, a_case, a_chronology, a_csv, a_shared_chronology, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db


def shown(client: Any, case: Case, query: str = "") -> list[str]:
    return [line.event for line in client.get(at("case_chronology", case) + query).context["page"]]


@pytest.fixture
def case(cast: Cast) -> Case:
    """Two agencies that have shared, each with entries of every kind."""
    case = a_case(cast)
    police, social_care = a_chronology(cast, case=case), a_chronology(cast, "social_care", case)
    an_entry(
        police, cast.lead, on=FIRST, time=time(22, 14), event="Neighbour heard shouting.", child_seen="yes", is_significant=True
    )
    an_entry(police, cast.lead, on=FIRST, event="Report received, hour unknown.", child_seen="not_applicable", lines=[2])
    an_entry(police, cast.lead, on=date(2021, 6, 1), end=date(2021, 6, 30), precision="month", event="Several calls in June.")
    an_entry(
        social_care, cast.colleague, on=FIRST, time=time(9), event="Health visitor telephoned.", child_seen="no", lines=[1, 2]
    )
    an_entry(
        social_care, cast.colleague, on=date(2020, 1, 1), end=date(2020, 12, 31), precision="year", event="Known to the team."
    )
    an_entry(
        social_care, cast.colleague, on=date(2021, 6, 1), event="Visit: child asleep.", child_seen="yes", comment="Not woken."
    )
    for chronology, lead in ((police, cast.lead), (social_care, cast.colleague)):
        workflow.share(again(chronology), by=lead)
    return case


def test_events_stand_in_their_order_whoever_wrote_them(cast: Cast, case: Case) -> None:
    assert shown(as_(cast.panel_member), case) == [
        "Known to the team.",
        "Report received, hour unknown.",
        "Health visitor telephoned.",
        "Neighbour heard shouting.",
        "Several calls in June.",
        "Visit: child asleep.",
    ]


FILTERS = [
    ("?words=shouting", ["Neighbour heard shouting."]),
    ("?words=shout", ["Neighbour heard shouting."]),
    ("?words=woken", ["Visit: child asleep."]),
    ('?words="child+asleep"', ["Visit: child asleep."]),
    ('?words="asleep+child"', []),
    ("?words=contact+-june+-visit+-known+-health+-report", ["Neighbour heard shouting."]),
    ("?words=shouting+OR+calls", ["Neighbour heard shouting.", "Several calls in June."]),
    (
        "?words=-visit+-shouting++-%22several+calls%22",
        ["Known to the team.", "Report received, hour unknown.", "Health visitor telephoned."],
    ),
    ("?words=-the", None),
    ("?words='%3B--+%25_%5C%22", None),
    ("?seen=yes", ["Neighbour heard shouting.", "Visit: child asleep."]),
    ("?seen=no&seen=not_applicable", ["Report received, hour unknown.", "Health visitor telephoned."]),
    ("?key=yes", ["Neighbour heard shouting."]),
    ("?first=2021-06-15", ["Several calls in June."]),
    ("?first=Dec+2020&last=31/12/2020", ["Known to the team."]),
    ("?first=1+June+2021&last=1+June+2021", ["Several calls in June.", "Visit: child asleep."]),
    ("?last=2020", ["Known to the team."]),
    ("?seen=yes&words=child&key=yes", []),
    ("?seen=perhaps", None),
    ("?first=one+day", None),
    ("?words=%00", None),
    ("?page=9999999999999999999999&seen=yes", ["Neighbour heard shouting.", "Visit: child asleep."]),
    ("?page=2&seen=yes", ["Neighbour heard shouting.", "Visit: child asleep."]),
    ("?page=-1", None),
]


@pytest.mark.parametrize(("query", "events"), FILTERS)
def test_a_filter_leaves_what_was_asked_for(cast: Cast, case: Case, query: str, events: list[str] | None) -> None:
    """None: what cannot be understood narrows nothing, and the page still answers."""
    client = as_(cast.panel_member)
    found = shown(client, case, query)
    if events is None:
        assert len(found) in {0, 6}
    else:
        assert found == events


def test_an_agency_is_filtered_by_and_a_stranger_to_the_case_is_not_found_by_it(cast: Cast, case: Case) -> None:
    client = as_(cast.panel_member)
    police = Chronology.objects.get(case=case, agency=cast.agencies["police"])
    assert len(shown(client, case, f"?agency={police.pk}")) == 3
    elsewhere = a_shared_chronology(cast, case=a_case(cast))
    assert len(shown(client, case, f"?agency={elsewhere.pk}")) == 6


def test_the_lines_of_enquiry_that_were_agreed_are_offered(cast: Cast) -> None:
    review = reviews.gathering(cast)
    police = a_chronology(cast, case=review.case)
    an_entry(police, cast.lead, event="About the survey.", lines=[2])
    an_entry(police, cast.lead, event="About something else.", lines=[1])
    workflow.share(again(police), by=cast.lead)
    client = as_(cast.panel_member)
    page = client.get(at("case_chronology", review.case) + "?line=2")
    assert [line.event for line in page.context["page"]] == ["About the survey."]
    assert page.context["filter"].fields["line"].choices[1:] == [
        (1, "1. Was the child seen and heard?"),
        (2, "2. Why was the skeletal survey not done?"),
    ]


def test_what_is_set_stands_above_the_list_and_can_be_taken_off(cast: Cast, case: Case) -> None:
    text = as_(cast.panel_member).get(at("case_chronology", case) + "?words=child&seen=yes").content.decode()
    assert 'href="?seen=yes"><span class="govuk-visually-hidden">Remove the filter </span>Words: child</a>' in text
    assert 'href="?words=child"><span class="govuk-visually-hidden">Remove the filter </span>Child seen: Yes</a>' in text
    assert "1 entry matches" in text


def test_pages_of_fifty_hold_every_entry_once(cast: Cast) -> None:
    case = a_case(cast)
    a_shared_chronology(cast, case=case, entries=70)
    a_shared_chronology(cast, "social_care", case=case, entries=60)
    client = as_(cast.panel_member)
    in_order = list(Entry.objects.filter(case=case).by_time().values_list("pk", flat=True))
    for query in ("", "&first=2020", "&words=-nothing", "&words=event"):
        pages = [client.get(at("case_chronology", case) + f"?page={number}{query}").context["page"] for number in (1, 2, 3)]
        assert [page.paginator.count for page in pages] == [130] * 3
        assert [line.pk for page in pages for line in page] == in_order
    assert [line.pk for line in client.get(at("case_chronology", case) + "?page=4").context["page"]] == in_order[100:]


@pytest.mark.slow
def test_a_thousand_entries_take_no_more_questions_than_ten(cast: Cast) -> None:
    few, many = (
        a_shared_chronology(cast, case=a_case(cast), entries=10),
        a_shared_chronology(cast, case=a_case(cast), entries=1_000),
    )
    client = as_(cast.panel_member)
    for name, of in (("case_chronology", lambda each: each.case), ("chronology", lambda each: each)):
        for query in ("", "?words=event", "?seen=no&first=2021", "?page=2"):
            costs = []
            for chronology in (few, many):
                client.get(at(name, of(chronology)) + query)
                with CaptureQueriesContext(connection) as asked:
                    assert client.get(at(name, of(chronology)) + query).status_code == 200
                costs.append(len(asked))
            assert costs[0] == costs[1] < 20, (name, query, costs)
    client = as_(cast.lead)
    for url in (Entry.objects.filter(chronology=many)[0].get_absolute_url(), at("chronology", few)):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        assert len(asked) < 20, url


def test_an_empty_case_teaches(cast: Cast) -> None:
    case = a_case(cast)
    client = as_(cast.manager)
    assert "No chronology to read yet" in client.get(at("case_chronology", case)).content.decode()
    a_chronology(cast, case=case)
    assert "No chronology to read yet" in client.get(at("case_chronology", case)).content.decode()
    own = as_(cast.lead).get(at("case_chronology", case)).content.decode()
    assert "0 entries from 1 agency" in own
    assert "being compiled" in own


def test_the_manager_asks_an_agency_that_writes_no_report(cast: Cast) -> None:
    review = reviews.gathering(cast)
    client = as_(cast.manager)
    assert at("case_ask", review.case) in client.get(at("case_chronology", review.case)).content.decode()
    answer = client.post(at("case_ask", review.case), {"agency": cast.agencies["school"].pk})
    assert answer.status_code == 302
    chronology = Chronology.objects.get(case=review.case, agency=cast.agencies["school"])
    assert chronology.report_id is None
    again_asked = client.post(at("case_ask", review.case), {"agency": cast.agencies["school"].pk})
    assert "agency" in again_asked.context["form"].errors
    assert as_(cast.panel_member).get(at("case_ask", review.case)).status_code == 404


def test_long_texts_are_cut_in_the_table_and_whole_on_their_page(cast: Cast, chronology: Chronology) -> None:
    entry = an_entry(chronology, cast.lead, event="word " * 400, on=FIRST + timedelta(days=1))
    [line] = as_(cast.lead).get(at("case_chronology", chronology.case)).context["page"]
    assert (len(line.event), line.event[-1]) == (601, "…")
    assert "word " * 399 in as_(cast.lead).get(entry.get_absolute_url()).content.decode()


def test_what_an_agency_wrote_is_shown_as_words_and_never_as_markup(cast: Cast, chronology: Chronology) -> None:
    nasty = '<script>alert(1)</script>{{ 7|add:7 }}<img src=x onerror="x">'
    entry = an_entry(chronology, cast.lead, event=nasty, source=nasty, outcome=nasty, persons=nasty)
    workflow.import_now(again(chronology), "x.csv", a_csv([3, nasty.replace('"', "'")]), cast.lead)
    client = as_(cast.lead)
    for url in (
        at("case_chronology", chronology.case),
        chronology.get_absolute_url(),
        entry.get_absolute_url(),
        at("entry_change", entry),
    ):
        text = client.get(url).content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;script&gt;alert(1)" in text
