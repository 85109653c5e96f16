"""Out to Excel and Word, opened and saved by another program, in again: no difference, and only what was changed there."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from chronology import workflow
from chronology.exporting.columns import COLUMNS
from chronology.models import Chronology, Entry, ImportFile
from tests.chronology.test_export import FIELDS, PAYLOADS
from tests.chronology.visiting import at
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import ALDER, a_chronology, a_read_file, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db
FORMS = ("xlsx", "docx")
Save = Callable[[bytes, str, Path], bytes]


@pytest.fixture(scope="module")
def world(kept: None) -> Any:
    """A chronology of 62 messy rows, of words that look like formulas, and of dates of every precision."""
    cast = make_cast()
    chronology = a_chronology(cast)
    name = "10_ambulance_service_incidents.xlsx"
    workflow.import_now(chronology, name, (ALDER / "chronologies" / name).read_bytes(), cast.lead)
    for payload in PAYLOADS[:-1]:
        an_entry(again(chronology), cast.lead, **dict.fromkeys(FIELDS, payload))
    for words in ("early March 2021", "w/c 1 March 2021", "about February 2020", "autumn term 2020", "2019", "12–14/03/2021"):
        read = {
            "date_words": words,
            "event": f"Told of {words}\nand a line below it.",
            "child_seen": "no",
            "is_significant": True,
        }
        an_entry(again(chronology), cast.lead, **read | _moment(words))
    return cast


def _moment(words: str) -> dict[str, Any]:
    from chronology.reading import read_date  # noqa: PLC0415 - for these few entries only
    from chronology.reading.moments import Calendar  # noqa: PLC0415 - the same

    read = read_date(words, Calendar())
    return {"on": read.start, "end": read.end, "precision": read.precision}


@pytest.fixture
def cast(world: Any) -> Cast:
    found: Cast = world.again()
    return found


@pytest.fixture
def chronology(cast: Cast) -> Chronology:
    return Chronology.objects.get()


def out(cast: Cast, chronology: Chronology, form: str, query: str = "") -> bytes:
    content: bytes = as_(cast.lead).get(at("case_chronology_export", chronology.case) + f"?as={form}{query}").content
    return content


def back(cast: Cast, chronology: Chronology, data: bytes, form: str) -> ImportFile:
    return a_read_file(again(chronology), cast.lead, data, f"back.{form}")


def saved_by_a_library(data: bytes, form: str, folder: Path) -> bytes:
    held = io.BytesIO()
    (load_workbook(io.BytesIO(data)) if form == "xlsx" else Document(io.BytesIO(data))).save(held)
    return held.getvalue()


def saved_by_libreoffice(data: bytes, form: str, folder: Path) -> bytes:
    (folder / f"out.{form}").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(folder / "in"),
        str(folder / f"out.{form}"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "in" / f"out.{form}").read_bytes()


def untouched(data: bytes, form: str, folder: Path) -> bytes:
    return data


SAVES: dict[str, Save] = {"untouched": untouched, "by a library": saved_by_a_library, "by LibreOffice": saved_by_libreoffice}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("saved", SAVES)
def test_out_and_in_again_is_no_difference(saved: str, form: str, cast: Cast, chronology: Chronology, tmp_path: Path) -> None:
    if saved == "by LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine: the files are opened and saved by openpyxl and python-docx alone")
    before = list(Entry.objects.order_by("number").values())
    data = SAVES[saved](out(cast, chronology, form), form, tmp_path)
    if form == "xlsx":
        cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row if cell.value is not None]  # type: ignore[union-attr]
        assert {cell.data_type for cell in cells} == {"s"}
    file = back(cast, chronology, data, form)
    assert file.stage == "read", file.sentence
    different = [(row.place_words, row.status, row.changes) for row in file.rows.exclude(status="duplicate")]
    assert (different, file.rows.count()) == ([], len(before))
    workflow.apply_import(file, by=cast.lead)
    assert list(Entry.objects.order_by("number").values()) == before


def edited(data: bytes, form: str, number: int, title: str, words: str) -> bytes:
    """The file with one cell written otherwise."""
    held = io.BytesIO()
    book: Any = load_workbook(io.BytesIO(data)) if form == "xlsx" else Document(io.BytesIO(data))
    rows = list(book.active.iter_rows()) if form == "xlsx" else [row.cells for row in book.tables[0].rows]
    heads = [_text(cell) for cell in rows[0]]
    [row] = [row for row in rows if _text(row[heads.index("No.")]) == str(number)]
    cell = row[heads.index(title)]
    if form == "xlsx":
        cell.value = words or None
    else:
        cell.text = words
    book.save(held)
    return held.getvalue()


def _text(cell: Any) -> str:
    return str(cell.value or "") if hasattr(cell, "value") else cell.text


@pytest.mark.parametrize("form", FORMS)
def test_only_what_was_changed_there_is_a_change_here(form: str, cast: Cast, chronology: Chronology) -> None:
    source = Entry.objects.get(number=70).source
    data = out(cast, chronology, form)
    for title, words in (
        ("Event", "Put right by the author."),
        ("Date", "mid March 2021"),
        ("Outcome", ""),
        ("Child seen", "Yes"),
    ):
        data = edited(data, form, 70, title, words)
    file = back(cast, chronology, data, form)
    [row] = file.rows.exclude(status="duplicate")
    assert (row.status, row.entry.number) == ("changed", 70)  # type: ignore[union-attr]
    assert set(row.changes) == {"event", "outcome", "child_seen", "start", "end", "precision", "date_words"}
    workflow.answer_rows(file, by=cast.lead, decision="take", status="changed")
    workflow.apply_import(file, by=cast.lead)
    entry = Entry.objects.get(number=70)
    assert (entry.version, entry.event, entry.outcome, entry.child_seen) == (2, "Put right by the author.", "", "yes")
    assert (entry.when, entry.source) == ("mid March 2021", source)


def rewritten(data: bytes, change: Callable[[list[list[Any]]], list[list[Any]]]) -> bytes:
    """The sheet with other rows than it had."""
    book = load_workbook(io.BytesIO(data))
    sheet: Any = book.active
    rows = change([[cell.value for cell in row] for row in sheet.iter_rows()])
    sheet.delete_rows(1, sheet.max_row)
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if cell.value is not None else cell.data_type
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_row_that_was_deleted_is_gone_and_one_that_was_written_is_new(cast: Cast, chronology: Chronology) -> None:
    number = Entry.objects.order_by("number").values_list("number", flat=True)[3]
    new: list[Any] = [None] * (len(COLUMNS) + 1)

    def change(rows: list[list[Any]]) -> list[list[Any]]:
        heads = rows[0]
        new[heads.index("Date")], new[heads.index("Event")], new[heads.index("Source")] = "4 May 2021", "Written in Excel.", "Log"
        return [row for row in rows if row[heads.index("No.")] != str(number)] + [new]

    Entry.objects.update(written_at="2021-01-01T12:00Z")
    file = back(cast, chronology, rewritten(out(cast, chronology, "xlsx"), change), "xlsx")
    different = list(file.rows.exclude(status="duplicate").values_list("status", "entry__number"))
    assert different == [("taken", None), ("gone", number)]


def test_what_a_filter_left_out_is_not_gone(cast: Cast, chronology: Chronology) -> None:
    Entry.objects.update(written_at="2021-01-01T12:00Z")
    file = back(cast, chronology, out(cast, chronology, "xlsx", "&key=yes"), "xlsx")
    assert 0 < file.rows.count() < Entry.objects.count()
    assert {row.status for row in file.rows.all()} == {"duplicate"}


def test_a_row_that_lost_its_identity_is_known_by_what_it_tells(cast: Cast, chronology: Chronology) -> None:
    def change(rows: list[list[Any]]) -> list[list[Any]]:
        return [row if index != 5 else [*row[:-1], None] for index, row in enumerate(rows)]

    file = back(cast, chronology, rewritten(out(cast, chronology, "xlsx"), change), "xlsx")
    assert {row.status for row in file.rows.all()} == {"duplicate"}


def test_a_file_that_went_out_before_an_entry_was_edited_does_not_undo_that(cast: Cast, chronology: Chronology) -> None:
    data = out(cast, chronology, "xlsx")
    workflow.change_entry(Entry.objects.get(number=70), version=1, by=cast.lead, outcome="Written meanwhile.")
    assert {row.status for row in back(cast, chronology, data, "xlsx").rows.all()} == {"duplicate"}
    file = back(cast, chronology, edited(data, "xlsx", 70, "Event", "Put right by the author."), "xlsx")
    [row] = file.rows.exclude(status="duplicate")
    assert (row.status, row.reason, row.changes) == ("changed", "edited_since", ["event"])


def test_the_rows_of_another_agency_are_refused(cast: Cast, chronology: Chronology) -> None:
    other = a_chronology(cast, "social_care", case=chronology.case)
    an_entry(other, cast.colleague)
    file = a_read_file(again(other), cast.colleague, out(cast, chronology, "docx"), "theirs.docx")
    assert {(row.status, row.reason) for row in file.rows.all()} == {("refused", "elsewhere")}


def test_a_row_with_codes_among_others_is_not_taken_back(cast: Cast, chronology: Chronology) -> None:
    book = load_workbook(io.BytesIO(out(cast, chronology, "xlsx")))
    book.active.cell(2, book.active.max_column).value += "-k"
    held = io.BytesIO()
    book.save(held)
    file = back(cast, chronology, held.getvalue(), "xlsx")
    assert [(row.status, row.reason) for row in file.rows.exclude(reason="already_there")] == [("refused", "coded")]
