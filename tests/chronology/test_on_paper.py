"""Swim lanes and genogram on paper: before the table of the same entries, on A3, tagged, without a name."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from casework import documents
from casework.models import Case
from chronology import keeping
from chronology.exporting import printing
from chronology.models import PersonKey, Printout
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_case, a_chronology, a_shared_chronology, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db
A3 = (1190.55, 841.89)


@pytest.fixture(scope="module")
def told(kept: None) -> tuple[Cast, Case]:
    """Two agencies, one of which has not shared, and a mother with her child in the key."""
    cast = make_cast()
    case = a_case(cast)
    a_shared_chronology(cast, case=case, entries=3)
    own = a_chronology(cast, "social_care", case)
    an_entry(again(own), cast.colleague, on=date(2021, 6, 1), event="Not yet.")
    key = PersonKey.objects.get(case=case)
    people: list[dict[str, Any]] = [
        {"code": "Child A", "name": "Wren Tolliver", "kind": "child", "sex": "female"},
        {"code": "Mother", "name": "Ada Tolliver", "kind": "family", "sex": "female"},
    ]
    child, mother = keeping.add_people(key, people, by=cast.manager)
    keeping.relate(child, mother, "child_of", by=cast.manager)
    return cast, case


def printed(told: tuple[Cast, Case], by: str, **typed: str) -> tuple[Printout, PdfReader]:
    """What this person gets who asks for it as the page offers it."""
    cast, case = told
    address = at("case_print", case) + "?lanes=yes&seen=no"
    answer = as_(getattr(cast, by)).post(address, {"paper": "A3", "with_lanes": "on"} | typed)
    assert answer.status_code == 302
    asked = Printout.objects.latest("asked_at")
    printing.make(asked.pk)
    asked.refresh_from_db()
    assert asked.failed_because == ""
    return asked, PdfReader(io.BytesIO(documents.path_of(asked.sha256).read_bytes()))


def test_the_lanes_and_the_genogram_stand_before_the_table(told: tuple[Cast, Case]) -> None:
    asked, pdf = printed(told, "panel_member")
    first, second, third = (" ".join(page.extract_text().split()) for page in pdf.pages)
    assert "Swim lanes 3 entries, 30 Dec 2020 to 5 Jan 2021" in first
    assert "Testshire Police 3" in first
    assert "Genogram" in second
    assert "Child of Mother" in second
    assert "Event of day 2." in third
    assert {tuple(round(float(each), 2) for each in page.mediabox[2:]) for page in pdf.pages} == {A3}
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    text = first + second + third + str(pdf.metadata) + asked.filename
    assert not [word for word in ("Tolliver", "Wren", "Ada ", "Not yet.", "Social Care") if word in text]


def test_whoever_may_not_see_the_key_gets_no_genogram(told: tuple[Cast, Case]) -> None:
    asked, _ = printed(told, "lead")
    assert "Swim lanes" in asked.front
    assert "Genogram" not in asked.front
    assert "Mother" not in asked.front


def test_the_table_alone_has_no_pages_before_it(told: tuple[Cast, Case]) -> None:
    cast, case = told
    as_(cast.lead).post(at("case_print", case), {"paper": "A4"})
    assert Printout.objects.latest("asked_at").front == ""


def test_the_page_of_the_lanes_leads_to_its_print(told: tuple[Cast, Case]) -> None:
    cast, case = told
    client = as_(cast.panel_member)
    page = client.get(at("case_lanes", case) + "?seen=no&page=2").content.decode()
    assert f'href="{at("case_print", case)}?seen=no&amp;lanes=yes"' in page
    form = client.get(at("case_print", case) + "?seen=no&lanes=yes").context["form"]
    assert (form["paper"].value(), form["with_lanes"].value()) == ("A3", True)
