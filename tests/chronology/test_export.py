"""What leaves as a spreadsheet: every word a text, no live formula, exactly what the person sees."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from chronology import exporting, workflow
from chronology.models import Chronology, Entry
from tests.chronology.visiting import at
from tests.makers.cast import Cast
from tests.makers.chronology import FIRST, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db

PAYLOADS = [
    *("=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","click")', "=WEBSERVICE(A1)", "=IMPORTXML(A1,B1)"),
    *("=SUM(1)*2", "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "@A1"),
    *("\t=1+1", "\r=1+1", "\n=1+1", " =1+1"),
    *("＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "=\u200b1+1", "\ufeff=1+1", "'=1+1", '"=1+1"', ";=1+1", ",=1+1", "|=1+1"),
    *("=DDE(1)", "=EXEC(1)", "=A1", "=R1C1", "{=1+1}", "#REF!", "#NAME?", "TRUE", "1e5", "00012", "1/2", "=", '=""'),
    *("<f>1+1</f>", "]]><f>1+1</f>", "_x003D_1+1", "=1+1\u0000"[:-1], "=" + "A" * 40_000),
]  # fmt: skip
FIELDS = (
    "event",
    "source",
    "persons",
    "professional",
    "action",
    "outcome",
    "comment",
    "theme",
    "told",
    "reference",
    "date_words",
)


def exported(client: Any, chronology: Chronology, query: str = "") -> bytes:
    answer = client.get(at("case_chronology_export", chronology.case) + query)
    assert answer["Content-Type"] == exporting.MEDIA_TYPE
    content: bytes = answer.content
    return content


def rows_of(data: bytes) -> list[dict[str, Any]]:
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_no_cell_is_a_formula_whatever_the_words_look_like(cast: Cast, chronology: Chronology) -> None:
    assert len(PAYLOADS) >= 40
    for payload in PAYLOADS:
        an_entry(again(chronology), cast.lead, **dict.fromkeys(FIELDS, payload))
    data = exported(as_(cast.lead), chronology)
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > len(PAYLOADS) * len(FIELDS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.hyperlink for cell in cells} == {None}
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name or "vba" in name]
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert b"<f " not in parts.read("xl/worksheets/sheet1.xml")


def test_the_words_are_those_of_the_agency(cast: Cast, chronology: Chronology) -> None:
    for payload in PAYLOADS[:-1]:
        an_entry(again(chronology), cast.lead, event=payload)
    events = [row["Event"].replace("_x005F_", "_") for row in rows_of(exported(as_(cast.lead), chronology))]
    assert [event.replace("\r", "\n") for event in events] == [payload.replace("\r", "\n") for payload in PAYLOADS[:-1]]


def test_what_the_person_sees_goes_out_with_the_filters_applied(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead, event="Seen at home.", child_seen="yes", is_significant=True, lines=[2], line_of_enquiry="2")
    an_entry(
        again(chronology), cast.lead, event="Not seen.", child_seen="no", on=FIRST, end=FIRST.replace(day=31), precision="month"
    )
    workflow.share(again(chronology), by=cast.lead)
    client = as_(cast.panel_member)
    rows = rows_of(exported(client, chronology))
    assert [(row["Date"], row["First day"], row["Last day"], row["Event"]) for row in rows] == [
        ("January 2021", "2021-01-01", "2021-01-31", "Not seen."),
        ("4 Mar 2021", "2021-03-04", "2021-03-04", "Seen at home."),
    ]
    [row] = rows_of(exported(client, chronology, "?seen=yes"))
    entry = Entry.objects.get(event="Seen at home.")
    assert row | {"Identity (part)": f"C8-1.1-{entry.pk.hex[:8]}"} == row
    assert (row["Agency"], row["No."], row["Child seen"], row["Key episode"], row["Line of enquiry"]) == (
        "Testshire Police",
        "1",
        "Yes",
        "Yes",
        "2",
    )


def test_the_file_names_nothing_but_the_reference(cast: Cast, chronology: Chronology) -> None:
    an_entry(chronology, cast.lead)
    with zipfile.ZipFile(BytesIO(exported(as_(cast.lead), chronology))) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert chronology.case.reference in core
        assert "Child A" not in core
