"""The coded view over every address of the chronology: whoever reads codes never meets a name of the key, on page or paper."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from casework import documents
from casework.models import LogEntry
from chronology import keeping, panel_workflow, urls, workflow
from chronology.exporting import printing
from chronology.models import Analysis, Chronology, Entry, PersonKey, Printout
from chronology.models.entry import WORDS
from chronology.returning import CODED_FILE
from tests.chronology.panel import AGENCIES, Room
from tests.chronology.test_round_trip import saved_by_libreoffice
from tests.makers.cast import make_cast
from tests.makers.chronology import LEADS, a_case, a_chronology, a_read_file, again, an_entry
from tests.visiting import as_, words

NAMES = re.compile(r"zita|quandle|ivo\b|ivo’s|zee\b|una\b|vark", re.IGNORECASE)
MOTHER = {"code": "Mother", "name": "Zita Quandle", "spellings": ["Zee"], "kind": "family", "role": "Mother of Child A"}
CHILD = {"code": "Child A", "name": "Ivo Quandle", "kind": "child", "sex": "male"}
NEIGHBOUR = {"code": "Neighbour 1", "name": "Una Vark", "kind": "other"}
CSV = "Date;Source;Event;Who\n{};Log of Zita Quandle;Zita Quandle and Ivo were seen by Una Vark, who told health of it.;Zee\n"
pytestmark = pytest.mark.django_db
REASON = "To write to the coroner"


@dataclass
class Told:
    """A case with a key, of which three agencies tell with names wherever words may stand."""

    room: Room
    things: dict[str, Any]

    def manager(self) -> Any:
        return as_(self.room.cast.manager)


@pytest.fixture(scope="module")
def world(kept: None) -> Told:
    cast = make_cast()
    case = a_case(cast)
    room = Room(cast, case, {name: a_chronology(cast, name, case) for name in AGENCIES})
    key = PersonKey.objects.get(case=case)
    mother, child = keeping.add_people(key, [MOTHER, CHILD], by=cast.manager)
    keeping.relate(child, mother, "child_of", by=cast.manager)
    for number, name in enumerate(AGENCIES):
        _compiled(room, name, number)
    integrated = room.integrated
    for run in Analysis.objects.filter(stage="waiting").select_related("integrated__case"):
        panel_workflow.run_analysis(run)
    proposal = integrated.proposals.order_by("number").filter(kind="same_event").first()
    assert proposal is not None
    question = panel_workflow.ask_agency(
        proposal, chronology=again(room.chronologies["police"]), words="Was Zita seen?", by=cast.chair
    )
    panel_workflow.answer(question, words="Zita Quandle, and Ivo.", by=cast.lead)
    note = panel_workflow.add_note(integrated, entry=room.entry("police"), words="Ask why Zee rang.", by=cast.chair)
    frozen = panel_workflow.freeze(integrated, words="Read, with Mother.", by=cast.manager)
    room.send_back("health")
    health = room.entry("health", 2)
    workflow.change_entry(health, version=health.version, by=cast.people[LEADS["health"]], event="Una Vark rang again about Zee.")
    room.share_again("health")
    for run in Analysis.objects.filter(stage="waiting").select_related("integrated__case"):
        panel_workflow.run_analysis(run)
    panel_workflow.dispose(integrated.proposals.get(pk=proposal.pk), answer="same", by=cast.manager)
    view = panel_workflow.keep_view(integrated, name="Seen", asked="seen=no", by=cast.manager)
    asked = workflow.print_chronology(
        case, entries=Entry.objects.filter(case=case), chronologies=list(Chronology.objects.all()), paper="A4", by=cast.manager
    )
    things = {
        "case": case, "personkey": key, "keyedperson": mother, "proposal": proposal, "question": question,
        "note": note, "frozen": frozen, "view": view, "chronology": room.chronologies["police"], "entry": room.entry("health", 2),
        "printout": asked,
    }  # fmt: skip
    return Told(room, things)


def _compiled(room: Room, name: str, number: int) -> None:
    """A file with names in its name and its rows, an entry with names in every field, one struck out; then it is shared."""
    lead, chronology = room.cast.people[LEADS[name]], room.chronologies[name]
    if name == "health":
        key = PersonKey.objects.get(case=room.case)
        keeping.add_people(key, [NEIGHBOUR], by=lead, chronology=chronology)
    file = a_read_file(again(chronology), lead, CSV.format("04/03/2021").encode(), "Zita Quandle.csv")
    workflow.apply_import(file, by=lead)
    told = {field: f"{field}: Zita Quandle, Zee and Ivo" for field in WORDS if field not in {"date_words", "time_words"}}
    an_entry(
        again(chronology), lead, on=date(2021, 3, 6 + number), **told, time_words="after Zita rang", time_precision="unclear"
    )
    struck = an_entry(again(chronology), lead, on=date(2021, 3, 8), event="Another Quandle.")
    workflow.remove_entry(struck, reason="It is about another Quandle, not Zita Quandle.", by=lead)
    workflow.share(again(chronology), by=lead)


@pytest.fixture
def told(world: Told, settings: Any) -> Told:
    settings.SECOND_FACTOR_REQUIRED = False
    world.room.cast.people = world.room.cast.again().people
    return world


QUERIES = {
    "case_knowing": ["?on=1/6/2021"],
    "case_chronology": ["?rows=separate"],
    "case_chronology_export": ["?as=docx", "?people=codes"],
    "case_print": ["?lanes=yes"],
    "case_lanes": ["?from_0=1&from_1=3&from_2=2021&to_0=9&to_1=3&to_2=2021"],
    "case_add_note": ["?entry={entry}"],
}


def addresses(told: Told) -> Iterator[tuple[str, str]]:
    """Every address of the chronology that is about one of the things of this case, with the queries that show more."""
    for pattern in urls.urlpatterns:
        name = str(pattern.name)
        thing = told.things.get(name.split("_", maxsplit=1)[0])
        if thing is None:
            assert name.startswith(("import", "board_columns")), name  # an agency's own, and what names nobody
            continue
        url = reverse(f"chronology:{name}", args=[thing.pk])
        yield name, url
        for query in QUERIES.get(name, []):
            yield name, url + query.format(entry=told.things["entry"].pk)


def read(answer: Any) -> str:
    """What an answer says: a page with its markup, the words of a spreadsheet or a Word document."""
    content: bytes = answer.content
    if content[:2] != b"PK":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(parts.read(each).decode("utf-8", "replace") for each in parts.namelist())


@pytest.mark.parametrize("part", ["manager", "panel_member"])
def test_a_reader_of_the_coded_view_meets_no_name_at_any_address(told: Told, part: str) -> None:
    client = as_(told.room.cast.people[part])
    shown, met = set(), []
    for name, url in addresses(told):
        said = read(client.get(url))
        met += [(name, said[each.start() - 60 : each.end() + 60]) for each in NAMES.finditer(said)]
        if "Mother" in said:
            shown.add(name)
    assert met == []
    assert shown >= SHOWING, SHOWING - shown


SHOWING = {
    "case_chronology", "case_chronology_export", "case_lanes", "case_genogram", "case_key", "case_proposals", "case_knowing",
    "case_notes", "case_add_note", "case_versions", "proposal", "question", "note", "frozen", "frozen_changes", "chronology",
    "chronology_struck", "entry",
}  # fmt: skip


# --- what goes out, and what comes back --------------------------------------------------------------------------------


def test_both_views_are_offered_and_a_coded_sheet_is_not_taken_back(told: Told, tmp_path: Any) -> None:
    """The agency's own text goes out for a reason and comes in again; what holds codes changes nothing, however it was saved."""
    case, health = told.room.case, again(told.room.chronologies["health"])
    client, lead = as_(told.room.cast.manager), told.room.cast.people[LEADS["health"]]
    out = reverse("chronology:case_chronology_export", args=[case.pk]) + f"?agency={health.pk}&people="
    page = words(client.get(reverse("chronology:chronology", args=[health.pk])))
    assert "with codes, for reading: Excel with codes Word with codes PDF" in page
    assert "With names, to be edited and brought back: Excel with names Word with names" in page
    first = client.get(out + "names")
    assert first["Location"].startswith(reverse("chronology:personkey_reveal", args=[told.things["personkey"].pk]))
    assert client.post(first["Location"], {"reason": REASON}).status_code == 302
    named, coded = client.get(out + "names"), client.get(out + "codes")
    assert [each["Content-Disposition"].partition("filename=")[2] for each in (named, coded)] == [
        f'"{case.reference}.xlsx"',
        f'"{case.reference}-codes.xlsx"',
    ]
    assert LogEntry.objects.filter(act="personkey.view", payload__contains="export, with names").count() == 1
    assert ("Zita" in read(named), NAMES.search(read(coded))) == (True, None)
    told.room.send_back("health")
    for name, data in _saved(coded.content, client.get(out + "codes&as=docx").content, tmp_path):
        back = a_read_file(again(health), lead, data, name)
        assert (back.stage, back.sentence, back.rows.count(), back.document) == ("refused", CODED_FILE, 0, None), name
    back = a_read_file(again(health), lead, named.content, "back.xlsx")
    assert (back.stage, back.counts) == ("read", {"duplicate": 2})


def _saved(xlsx: bytes, docx: bytes, folder: Any) -> Iterator[tuple[str, bytes]]:
    """Untouched, saved by LibreOffice where it is there, and without the column of identities: only the sheet's name tells."""
    yield "back.xlsx", xlsx
    yield "back.docx", docx
    if shutil.which("soffice"):
        yield "libre.xlsx", saved_by_libreoffice(xlsx, "xlsx", folder)
    book = load_workbook(io.BytesIO(xlsx))
    book.active.delete_cols(book.active.max_column)
    held = io.BytesIO()
    book.save(held)
    yield "without.xlsx", held.getvalue()


def test_a_pdf_says_which_view_it_prints_and_names_are_for_a_reason(told: Told) -> None:
    case, cast = told.room.case, told.room.cast
    where = reverse("chronology:case_print", args=[case.pk])
    reader, manager = as_(cast.panel_member), as_(cast.manager)
    assert "Codes stand in place of the names that the key of the case knows." in words(reader.get(where))
    assert "people" not in reader.get(where).context["form"].fields
    wrong = manager.post(where, {"paper": "A4", "people": "names", "with_lanes": "on"})
    assert "Say why you need the names on paper" in words(wrong)
    said = {}
    for people, by in (("codes", reader), ("names", manager)):
        by.post(where, {"paper": "A4", "people": people, "reason": REASON, "with_lanes": "on"})
        asked = Printout.objects.latest("asked_at")
        printing.make(asked.pk)
        asked.refresh_from_db()
        pdf = PdfReader(io.BytesIO(documents.path_of(asked.sha256).read_bytes()))
        said[people] = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
        assert asked.people == people
        assert by.get(reverse("chronology:printout_file", args=[asked.pk])).status_code == 200
    assert NAMES.search(said["codes"]) is None
    assert "Codes stand in place of the names" in said["codes"]
    assert "Zita Quandle" in said["names"]
    assert "People are named as the agencies named them." in said["names"]
    acts = LogEntry.objects.filter(actor_id=cast.manager.pk, object_id=told.things["personkey"].pk).order_by("seq")
    assert [each.act for each in acts][-3:] == ["personkey.reveal", "personkey.reason", "personkey.view"]
