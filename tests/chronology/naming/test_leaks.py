"""Names, dates and numbers are found in every corner of a finished file, each with its place."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest
from django.core.management import CommandError, call_command
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin
from weasyprint import HTML

from casework.gate import Refused
from chronology.naming.files import pieces_of
from chronology.naming.leaks import Checker, Hit, Piece, counted
from chronology.naming.people import Key, Named
from chronology.naming.process import check_file
from chronology.reading import Bounds
from tests.chronology.reading.truth import ALDER

KEY = Key(
    (Named("Mother", "Zita Quandle", ("Zee",), born=date(1994, 8, 30)), Named("Child A", "Ivo Quandle", born=date(2020, 11, 4))),
    ("14 Elm Grove", "07700 900142", "999 014 2207", "ZZ9 4QX", "zee.q@example.test"),
)
CHECKER = Checker(KEY)


def told(hits: list[Hit]) -> list[tuple[str, str, str]]:
    return [(hit.where, hit.text, hit.kind) for hit in hits]


def checked(data: bytes, kind: str, name: str = "report") -> list[tuple[str, str, str]]:
    return told(CHECKER.check(pieces_of(data, kind, f"{name}.{kind}")))


@pytest.mark.parametrize(
    "written",
    [
        *("30/08/1994", "30.8.94", "30-08-1994", "1994-08-30", "30 August 1994", "30th Aug 94", "August 30, 1994"),
        *("30 of August 1994", "30-Aug-1994", "30081994", "19940830", "30th of August, 1994"),
    ],
)
def test_a_date_of_birth_is_found_in_any_usual_writing(written: str) -> None:
    assert told(CHECKER.check([Piece("here", f"DOB {written}.")])) == [("here", written, "date_of_birth")]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *(("14 Elm Grove", "address"), ("14, ELM GROVE", "address"), ("14 Elm Gr.", "address")),
        *(("07700900142", "phone"), ("+44 7700 900 142", "phone"), ("(07700) 900-142", "phone")),
        *(("9990142207", "nhs_number"), ("999-014-2207", "nhs_number"), ("zz94qx", "postcode"), ("Zee.Q@example.test", "email")),
    ],
)
def test_an_identifier_of_the_key_is_found_however_it_is_written(written: str, kind: str) -> None:
    assert [(hit.text, hit.kind, hit.sure) for hit in CHECKER.check([Piece("", f"at {written} now")])] == [
        (written, kind, "sure")
    ]


@pytest.mark.parametrize(
    ("written", "kind", "sure"),
    [
        *(("Elm Grove", "address", "possible"), ("020 7946 0018", "phone", "likely"), ("943 476 5919", "nhs_number", "likely")),
        *(("a.person@example.test", "email", "likely"), ("9 Old Mill Lane", "address", "possible")),
    ],
)
def test_what_only_looks_like_an_identifier_is_told_with_less_certainty(written: str, kind: str, sure: str) -> None:
    assert [(hit.text, hit.kind, hit.sure) for hit in CHECKER.check([Piece("", f"see {written} now")])] == [(written, kind, sure)]


def test_numbers_and_dates_of_the_work_are_left_alone() -> None:
    text = "On 29/08/1994 and 4 November 2021 case 4471/22, 123 456 7890, section 47, 2020-2021, page 14, £1,140.00, 12:30"
    assert CHECKER.check([Piece("", text)]) == []


def test_the_digits_of_a_hash_are_nobodys_number() -> None:
    text = "Text 7bd19f2a9403373342c05e1b66ad80f4 of entry 354b9549-6be8-4d98-b7d9-9434765919fc, NHS number 9434765919"
    assert told(CHECKER.check([Piece("", text)])) == [("", "9434765919", "nhs_number")]


def a_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Zita").add_run(" Quandle")
    document.add_table(1, 2).cell(0, 1).text = "born 30 August 1994"
    document.sections[0].header.paragraphs[0].text = "Ivo’s review"
    document.core_properties.author = "zita quandle"
    document.core_properties.title = "Review"
    document.add_comment(document.paragraphs[0].runs, text="Ask Zee", author="Q. Ivo", initials="ZQ")
    document.add_paragraph("was seen")
    saved = io.BytesIO()
    document.save(saved)
    words = b'<w:r><w:delText xml:space="preserve">Ivo Q </w:delText></w:r>'
    deleted = b'<w:p><w:del w:id="9" w:author="Ivo Quandle">' + words + b"</w:del><w:r><w:t>A child"
    return _with(saved.getvalue(), "word/document.xml", b"<w:p><w:r><w:t>was seen", deleted)


def _with(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(changed, "w", ZIP_DEFLATED) as after:
        for each in before.namelist():
            content = before.read(each)
            if each == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(each, content)
    return changed.getvalue()


def test_every_corner_of_a_word_document() -> None:
    assert sorted(checked(a_docx(), "docx")) == [
        ("comment 1, paragraph 1", "Zee", "spelling"),
        ("comments: author of a comment", "Ivo", "given"),
        ("comments: initials of a comment’s author", "ZQ", "initials"),
        ("document: author of a change", "Ivo Quandle", "name"),
        ("header 1, paragraph 1", "Ivo", "given"),
        ("paragraph 1", "Zita Quandle", "name"),
        ("paragraph 2, before its tracked changes", "Ivo Q", "initialled"),
        ("properties: creator", "zita quandle", "name"),
        ("table 1, row 1, column 2", "30 August 1994", "date_of_birth"),
    ]


def test_every_corner_of_a_workbook() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Ivo"
    sheet["A1"] = "Seen: ZITA QUANDLE"
    sheet["B2"] = date(1994, 8, 30)
    sheet["C3"] = 9990142207
    sheet["D4"] = '="Z"&"ee"&" Zee"'
    sheet["A1"].comment = Comment("Ivo rang", "Zita Quandle")
    sheet.oddFooter.left.text = "Zee"
    book.create_sheet("Hidden").sheet_state = "hidden"
    book["Hidden"]["A1"] = "14 Elm Grove"
    book.properties.lastModifiedBy = "Zee"
    saved = io.BytesIO()
    book.save(saved)
    assert sorted(checked(saved.getvalue(), "xlsx")) == [
        ("author of a comment", "Zita Quandle", "name"),
        ("comment at A1", "Ivo", "given"),
        ("name of a sheet", "Ivo", "given"),
        ("properties: lastModifiedBy", "Zee", "spelling"),
        ("sheet “Hidden”, cell A1", "14 Elm Grove", "address"),
        ("sheet “Ivo”, cell A1", "ZITA QUANDLE", "name"),
        ("sheet “Ivo”, cell B2", "30/08/1994", "date_of_birth"),
        ("sheet “Ivo”, cell C3", "9990142207", "nhs_number"),
        ("sheet “Ivo”, cell D4, formula", "Zee", "spelling"),
        ("sheet “Ivo”, footer", "Zee", "spelling"),
    ]


def test_every_corner_of_an_opendocument_text() -> None:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Zee</dc:creator>"
        "</office:change-info><text:p>Ivo Quandle</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Zita<text:s/>Quandle<office:annotation><dc:creator>Ivo</dc:creator><text:p>Zee rang</text:p></office:annotation>"
        "</text:p>"
        '<table:table table:name="Zee"><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>'
        "<text:p>30.08.94</text:p></table:table-cell></table:table-row></table:table><svg:desc>Photograph of Ivo</svg:desc>"
    )
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {spaces}>{text}</office:document-content>"
    meta = (
        f"<office:document-meta {spaces}><office:meta><dc:creator>Zita Quandle</dc:creator></office:meta></office:document-meta>"
    )
    saved = io.BytesIO()
    with ZipFile(saved, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        package.writestr("meta.xml", meta)
    assert sorted(checked(saved.getvalue(), "odt")) == [
        ("alternative text", "Ivo", "given"),
        ("author of a change", "Zee", "spelling"),
        ("author of a comment", "Ivo", "given"),
        ("comment at paragraph 1", "Zee", "spelling"),
        ("name of a table", "Zee", "spelling"),
        ("paragraph 1", "Zita Quandle", "name"),
        ("properties: creator", "Zita Quandle", "name"),
        ("table “Zee”, cell C1", "30.08.94", "date_of_birth"),
        ("tracked change 1", "Ivo Quandle", "name"),
    ]


def test_every_corner_of_a_pdf() -> None:
    page = HTML(
        string="<html lang=en><head><title>Review of Ivo</title><meta name=author content='Zita Quandle'></head>"
        "<body><h1>Review</h1><p>Zita Quandle, 14 Elm Grove</p></body></html>"
    )
    found = checked(page.write_pdf(), "pdf")
    assert ("page 1", "Zita Quandle", "name") in found
    assert ("page 1", "14 Elm Grove", "address") in found
    assert ("properties: author", "Zita Quandle", "name") in found
    assert ("title", "Ivo", "given") in found


def test_a_picture_s_notes_and_a_text_s_lines() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Description", "Garden of Zita Quandle")
    saved = io.BytesIO()
    Image.new("RGB", (2, 2)).save(saved, "PNG", pnginfo=notes)
    assert checked(saved.getvalue(), "png", "IvoQuandle_2") == [
        ("file name", "Ivo Quandle", "name"),
        ("picture: Description", "Zita Quandle", "name"),
    ]
    assert checked("a\nb, Zee’s\n".encode(), "txt") == [("line 2", "Zee", "spelling")]


def test_what_the_gate_refuses_is_refused_and_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(Refused, match="macros"):
        check_file((ALDER / "hostile" / "06_macro.docm").read_bytes(), "06_macro.docx", KEY)
    with pytest.raises(Refused, match="took too long"):
        check_file(b"Zita Quandle", "a.txt", KEY, bounds=Bounds(clock=0.01))


def called(*arguments: Any) -> tuple[str, str, int]:
    printed, complained, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command("leak_check", *map(str, arguments), stdout=printed, stderr=complained)
    except SystemExit as end:
        code = int(end.code or 0)
    return printed.getvalue(), complained.getvalue(), code


def test_the_command_prints_the_agreed_shape_and_a_list_for_people(tmp_path: Path) -> None:
    key, file, clean = tmp_path / "key.json", tmp_path / "Report.md", tmp_path / "clean.txt"
    key.write_text(json.dumps([{"code": "Mother", "name": "Zita Quandle", "variants": ["Zee"], "dob": "1994-08-30"}]))
    file.write_text("# Review\nZee, born 30/08/1994\n")
    clean.write_text("Nothing.")
    said, _, _ = called(file, clean, "--key", key, "--json")
    answer = json.loads(said)
    assert list(answer) == ["files"]
    assert answer["files"][0]["hits"][0] == {
        "text": "30/08/1994",
        "kind": "date_of_birth",
        "code": "Mother",
        "where": "line 2",
        "context": "Zee, born 30/08/1994",
        "sure": "sure",
    }
    assert answer["files"][0]["counts"] == {"all": 2, "sure": 2, "date_of_birth": 1, "spelling": 1}
    assert answer["files"][1] == {"file": str(clean), "hits": [], "counts": {"all": 0, "sure": 0}}
    listed, _, _ = called(file, clean, "--key", key)
    assert "  line 2: “Zee”, spelling (Mother), sure" in listed.splitlines()
    assert f"{clean}: no known identifiers found" in listed.splitlines()


def test_a_refused_file_is_named_and_the_others_are_looked_through(tmp_path: Path) -> None:
    key, empty, file = tmp_path / "key.json", tmp_path / "empty.txt", tmp_path / "a.txt"
    key.write_text('{"people": [{"code": "Mother", "name": "Zita Quandle"}], "other_identifiers": ["07700 900142"]}')
    empty.touch()
    file.write_text("07700 900 142")
    said, complained, code = called(empty, file, "--key", key, "--json")
    assert [each["counts"] for each in json.loads(said)["files"]] == [{}, {"all": 1, "sure": 1, "phone": 1}]
    assert (complained.strip(), code) == (f"{empty}: The file is empty.", 1)
    with pytest.raises(CommandError, match="This is no key"):
        call_command("leak_check", str(file), "--key", str(file))


def test_signs_that_nobody_sees_hide_nothing() -> None:
    hits = CHECKER.check([Piece("", "Zi\u00adta Quan\u200bdle o\ufb03ce"), Piece("", "Zita\u2003Quandle")])
    assert [hit.text for hit in hits] == ["Zita Quandle", "Zita Quandle"]


def test_counts_add_up() -> None:
    hits = CHECKER.check([Piece("", "Zee and Ivo, maybe Elm Grove")])
    assert counted(hits) == {"all": 3, "sure": 2, "address": 1, "given": 1, "spelling": 1}
