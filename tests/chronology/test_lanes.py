"""The swim lanes: what the database counts, where marks lead, and that they show what the table shows."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.models import Case
from chronology import workflow
from chronology.lanes import Lane, Mark, Picture
from chronology.models import Chronology, Entry
from tests.chronology.panel import a_room, keep, noticed
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_case, a_chronology, a_shared_chronology, again, an_entry
from tests.visiting import as_

SOCIAL_CARE = "Children’s Social Care"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def told(kept: None) -> tuple[Cast, Case]:
    """Two agencies over two years, with a busy day, periods, and months in which nobody wrote anything."""
    cast = make_cast()
    case = a_case(cast)
    police, social_care = a_chronology(cast, case=case), a_chronology(cast, "social_care", case)
    an_entry(police, cast.lead, on=date(2020, 1, 10), time=time(22, 14), event="Shouting <b>heard</b>.", child_seen="yes")
    an_entry(police, cast.lead, on=date(2020, 6, 1), event="Key.", is_significant=True, child_seen="no")
    for number in range(3):
        an_entry(police, cast.lead, on=date(2020, 9, 9), event=f"Call {number}.", child_seen="not_applicable")
    an_entry(police, cast.lead, on=date(2020, 9, 11), event="Call after.", child_seen="not_applicable")
    an_entry(police, cast.lead, on=date(2021, 12, 20), event="Last.", child_seen="no", lines=[2])
    an_entry(social_care, cast.colleague, on=date(2020, 3, 1), end=date(2020, 3, 31), precision="month", event="In March.")
    an_entry(social_care, cast.colleague, on=date(2020, 4, 1), end=date(2020, 7, 31), precision="range", event="Placed.")
    an_entry(social_care, cast.colleague, on=date(2020, 5, 5), precision="approx_day", event="About then.")
    an_entry(social_care, cast.colleague, on=date(2021, 12, 24), event="Known.")
    for chronology, lead in ((police, cast.lead), (social_care, cast.colleague)):
        workflow.share(again(chronology), by=lead)
    return cast, case


def page(told: tuple[Cast, Case], query: str = "", by: str = "panel_member") -> Any:
    cast, case = told
    return as_(getattr(cast, by)).get(at("case_lanes", case) + query)


def lanes_of(picture: Picture) -> dict[str, Lane]:
    return {lane.name.split(maxsplit=1)[1]: lane for lane in picture.lanes}


def links(answer: Any) -> list[str]:
    return [unescape(each) for each in re.findall(r'<a class="c8-mark[^"]*" href="([^"]*)"', answer.content.decode())]


def test_each_agency_has_a_lane_and_each_entry_is_in_one_mark(told: tuple[Cast, Case]) -> None:
    picture = page(told).context["picture"]
    assert (picture.count, str(picture.shown)) == (11, "10 Jan 2020 to 24 Dec 2021")
    counted = {name: [mark.count for mark in lane.marks] for name, lane in lanes_of(picture).items()}
    assert counted == {"Police": [1, 1, 4, 1], SOCIAL_CARE: [1, 1, 1, 1]}
    assert {lane.name: lane.count for lane in picture.seen} == {"Seen": 1, "Not seen": 2, "Not recorded": 4}


def test_a_mark_is_its_entry_and_says_so(told: tuple[Cast, Case]) -> None:
    answer = page(told)
    first = Entry.objects.get(event__startswith="Shouting")
    text = answer.content.decode()
    assert f'href="{first.get_absolute_url()}"' in text
    assert "<title>10 Jan 2020, 22:14: Shouting &lt;b&gt;heard&lt;/b&gt;. – Child seen: yes</title>" in text
    assert "<title>1 Jun 2020: Key. – Child seen: no. Key episode</title>" in text


def test_periods_are_bars_and_what_is_not_exact_is_hatched(told: tuple[Cast, Case]) -> None:
    marks: list[Mark] = lanes_of(page(told).context["picture"])[SOCIAL_CARE].marks
    assert [(mark.end > 0, mark.is_unsure) for mark in marks] == [(True, True), (True, False), (False, True), (False, False)]


def test_several_lead_to_their_days_and_those_of_one_day_to_their_table(told: tuple[Cast, Case]) -> None:
    cast, case = told
    assert at("case_lanes", case) + "?first=7+Sep+2020&last=13+Sep+2020" in links(page(told))
    closer = page(told, "?first=7+Sep+2020&last=13+Sep+2020")
    police = Chronology.objects.get(case=case, agency=cast.agencies["police"])
    there = f"{at('case_chronology', case)}?agency={police.pk}&first=9+Sep+2020&last=9+Sep+2020"
    assert there in links(closer)
    rows = as_(cast.panel_member).get(there).context["page"]
    assert [row.event for row in rows] == ["Call 0.", "Call 1.", "Call 2."]


FILTERS = [
    "",
    "?seen=yes",
    "?words=call",
    "?key=yes",
    "?first=2020-04-01&last=2020-06-30",
    "?first=2021",
    "?words=nothing",
    "?page=3",
]


@pytest.mark.parametrize("query", [*FILTERS, "?first=9999&last=1066", "?first=1+1+0001", "?first=one+day", "?last=31+12+9999"])
def test_the_lanes_show_what_the_table_shows(told: tuple[Cast, Case], query: str) -> None:
    answer = page(told, query)
    table = as_(told[0].panel_member).get(answer.context["table"])
    picture = answer.context["picture"]
    assert (picture.count if picture else 0) == table.context["page"].paginator.count
    assert answer.status_code == table.status_code == 200


def test_the_filter_goes_with_every_way(told: tuple[Cast, Case]) -> None:
    answer = page(told, "?words=call&page=2")
    assert answer.context["table"] == at("case_chronology", told[1]) + "?words=call"
    assert answer.context["zoom"]["years"][0]["url"] == at("case_lanes", told[1]) + "?words=call&first=2020&last=2020"
    assert answer.context["zoom"]["whole"]["url"] == at("case_lanes", told[1]) + "?words=call"


def test_a_gap_is_what_lies_between_two_entries_of_an_agency(told: tuple[Cast, Case]) -> None:
    picture = page(told).context["picture"]
    gaps = {name: [str(gap.days) for gap in lane.gaps] for name, lane in lanes_of(picture).items()}
    assert gaps == GAPS
    assert [str(gap.days) for gap in picture.nobody] == ["11 Jan 2020 to 29 Feb 2020", "1 Aug 2020 to 8 Sep 2020", NOBODY]


GAPS = {
    "Police": ["11 Jan 2020 to 31 May 2020", "2 Jun 2020 to 8 Sep 2020", "12 Sep 2020 to 19 Dec 2021"],
    SOCIAL_CARE: ["1 Aug 2020 to 23 Dec 2021"],
}
NOBODY = "12 Sep 2020 to 19 Dec 2021"


def test_in_a_narrower_picture_a_gap_is_as_long_as_it_really_is(told: tuple[Cast, Case]) -> None:
    picture = page(told, "?first=March+2021&last=March+2021").context["picture"]
    assert picture.count == 0
    assert [str(gap.days) for gap in picture.nobody] == [NOBODY]
    assert not page(told, "?seen=yes").context["picture"].shows_gaps


def test_of_what_an_agency_has_not_shared_there_is_no_mark_and_no_gap(told: tuple[Cast, Case]) -> None:
    cast, _ = told
    case = a_case(cast)
    a_shared_chronology(cast, case=case, entries=2)
    own = a_chronology(cast, "social_care", case)
    an_entry(own, cast.colleague, on=date(2021, 6, 1), event="Not yet.")
    seen = as_(cast.panel_member).get(at("case_lanes", case))
    assert (len(seen.context["picture"].lanes), seen.context["picture"].count) == (1, 2)
    assert "Not yet." not in seen.content.decode()
    assert as_(cast.colleague).get(at("case_lanes", case)).context["picture"].count == 1


def test_a_thousand_entries_take_no_more_questions_than_ten_and_few_marks(told: tuple[Cast, Case]) -> None:
    cast, _ = told
    few, many = (a_shared_chronology(cast, case=a_case(cast), entries=number) for number in (10, 10))
    rows = Entry.objects.filter(chronology=many)
    first = rows[0]
    copies = [(first.start + timedelta(days=number // 3), number) for number in range(1_000)]
    Entry.objects.bulk_create(
        Entry(
            chronology=many,
            case=many.case,
            number=100 + number,
            start=day,
            end=day + timedelta(days=number % 4 * 20),
            order_key=number,
            source="Log",
            event="Something.",
            written_at=first.written_at,
        )
        for day, number in copies
    )
    client = as_(cast.panel_member)
    for query in ("", "?first=2021&last=2021", "?words=event"):
        costs = []
        for chronology in (few, many):
            client.get(at("case_lanes", chronology.case) + query)
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(at("case_lanes", chronology.case) + query)
            costs.append(len(asked))
        assert costs[0] == costs[1] < 20, (query, costs)
        assert len(links(answer)) < 200
    whole = client.get(at("case_lanes", many.case)).context["picture"]
    assert sum(mark.count for lane in whole.lanes for mark in lane.marks) == 1_010


def test_an_empty_case_teaches(told: tuple[Cast, Case]) -> None:
    cast, _ = told
    case = a_case(cast)
    assert "No chronology to draw yet" in as_(cast.manager).get(at("case_lanes", case)).content.decode()
    own = a_chronology(cast, case=case)
    assert "No entries yet" in as_(cast.lead).get(at("case_lanes", own.case)).content.decode()


def test_once_the_entries_were_compared_the_gaps_are_those_that_were_noticed(told: tuple[Cast, Case]) -> None:
    cast, _ = told
    room = a_room(cast)
    days = {"start": date(2021, 2, 1), "end": date(2021, 3, 3)}
    keep(
        room,
        noticed(room, kind="gap", aspect="one_agency", agency=room.agency("police"), **days),
        noticed(room, kind="gap", aspect="nobody", **days),
        noticed(room, kind="gap", aspect="child_not_seen", start=date(2021, 1, 5), end=date(2021, 3, 9)),
    )
    picture = as_(cast.panel_member).get(at("case_lanes", room.case)).context["picture"]
    said = {name: [gap.words for gap in lane.gaps] for name, lane in lanes_of(picture).items() if lane.gaps}
    assert picture.is_compared
    assert said == {"Police": ["No entry from 1 Feb 2021 to 3 Mar 2021, 31 days (proposal 1)"]}
    assert [gap.number for gap in picture.nobody] == [2]
    assert [gap.words for gap in picture.seen[0].gaps] == ["Child not seen from 5 Jan 2021 to 9 Mar 2021, 64 days (proposal 3)"]
    own = as_(cast.lead).get(at("case_lanes", room.case)).context["picture"]
    assert (own.is_compared, len(own.lanes)) == (False, 1)
