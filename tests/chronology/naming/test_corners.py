"""Corners of finished files where a program leaves a name that no page shows: each is found, with words for its place."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from weasyprint import HTML

from casework.gate import Limits
from casework.gate.packages import Package
from chronology.naming.files import pieces_of
from chronology.naming.files.sheets import workbook_pieces
from chronology.naming.files.word import document_pieces
from chronology.naming.leaks import Checker
from chronology.naming.people import Key, Named

CHECKER = Checker(Key((Named("Mother", "Zita Quandle"),)))
WORD = 'xmlns:w="w" xmlns:v="v" xmlns:a="a"'
WHO = "Zita Quandle"


def packed(**parts: str) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", words)
    return held.getvalue()


def places(data: bytes, kind: str) -> list[str]:
    """Where the name is found."""
    if kind in {"docx", "xlsx"}:
        pieces = (document_pieces if kind == "docx" else workbook_pieces)(Package.open(data, Limits()))
    else:
        pieces = pieces_of(data, kind, f"paper.{kind}")
    return [hit.where for hit in CHECKER.check(pieces) if "Quandle" in hit.text]


@pytest.mark.parametrize(
    ("part", "words", "place"),
    [
        ("word__document", f"<w:p><w:fldSimple w:instr='HYPERLINK {WHO}'/></w:p>", "document: instr"),
        ("word__document", f"<w:p><w:listItem w:displayText='{WHO}'/></w:p>", "document: displayText"),
        ("word__document", f"<w:p><w:helpText w:val='{WHO}'/></w:p>", "document: value of a helpText"),
        ("word__document", f"<w:p><v:textpath string='{WHO}'/></w:p>", "document: string"),
        ("word__settings", f"<w:mailMerge><w:query w:val='{WHO}'/></w:mailMerge>", "settings.xml: value of a query"),
        ("word__styles", f"<w:style w:customStyle='1'><w:name w:val='{WHO}'/></w:style>", "name of a style"),
        ("word__diagrams__data1", "<a:p><a:r><a:t>Zita Qua</a:t></a:r><a:r><a:t>ndle</a:t></a:r></a:p>", "data1.xml"),
        ("customXml__item1", f"<case for='{WHO}'/>", "item1.xml"),
    ],
)
def test_a_word_document(part: str, words: str, place: str) -> None:
    assert place in places(packed(**{part: f"<root {WORD}>{words}</root>"}), "docx")


@pytest.mark.parametrize(
    ("part", "words", "place"),
    [
        ("xl__workbook", f"<fileSharing userName='{WHO}'/>", "workbook: userName"),
        ("xl__workbook", rf"<absPath url='C:\Users\{WHO}\Documents\'/>", "workbook: url"),
        ("xl__sharedStrings", f"<si><t>{WHO}</t></si>", "text that no cell shows"),
        ("xl__worksheets__sheet1", f"<dataValidation prompt='{WHO}'/>", "sheet “sheet1.xml”: prompt"),
        ("xl__worksheets__sheet1", f"<filter val='{WHO}'/>", "sheet “sheet1.xml”: value of a filter"),
        ("xl__worksheets__sheet1", f"<cfRule text='{WHO}'/>", "sheet “sheet1.xml”: text"),
        (
            "xl__worksheets__sheet1",
            f'<cfRule><formula>SEARCH("{WHO}",A1)</formula></cfRule>',
            "sheet “sheet1.xml”, rule of a format",
        ),
        ("xl__worksheets__sheet1", f"<scenario name='x' comment='{WHO}'/>", "sheet “sheet1.xml”: comment"),
        ("xl__pivotCache__p", f"<cacheField name='{WHO}'/>", "p.xml: name of a cacheField"),
        ("xl__connections", f"<connection description='{WHO}'/>", "connections.xml: description"),
    ],
)
def test_a_workbook(part: str, words: str, place: str) -> None:
    assert places(packed(**{part: f"<root>{words}</root>"}), "xlsx") == [place]


def test_a_text_that_a_cell_shows_is_told_once() -> None:
    parts = {
        "xl__sharedStrings": f"<sst><si><t>{WHO}</t></si></sst>",
        "xl__worksheets__sheet1": "<w><c r='A1' t='s'><v>0</v></c></w>",
    }
    assert places(packed(**parts), "xlsx") == ["sheet “sheet1.xml”, cell A1"]


def test_the_workbook_behind_a_chart_of_a_word_document() -> None:
    workbook = packed(xl__sharedStrings=f"<sst><si><t>{WHO}</t></si></sst>", xl__worksheets__sheet1="<worksheet/>")
    held = io.BytesIO(packed(word__document=f"<root {WORD}><w:p/></root>"))
    with ZipFile(held, "a") as document:
        document.writestr("word/embeddings/Workbook1.xlsx", workbook)
    assert places(held.getvalue(), "docx") == ["workbook behind a chart, text that no cell shows"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (f"<form label='{WHO}'/>", "label of a form"),
        (f"<p><t string-value-if-true='{WHO}'>x</t></p>", "string value if true of a t"),
        (f"<p><custom-shape><p>{WHO}</p></custom-shape></p>", "paragraph 1, shape, paragraph 1"),
        (f"<content-validation condition='list({WHO})'/>", "condition of a content-validation"),
    ],
)
def test_an_opendocument_text(words: str, place: str) -> None:
    from chronology.naming.files.opendocument import opendocument_pieces  # noqa: PLC0415 - without the gate's manifest

    package = Package.open(packed(content=f"<body>{words}</body>"), Limits())
    assert [hit.where for hit in CHECKER.check(opendocument_pieces(package)) if "Quandle" in hit.text] == [place]


def a_pdf(words: str = "Nothing.") -> PdfWriter:
    return PdfWriter(io.BytesIO(HTML(string=f"<p>{words}</p>").write_pdf()))


def written(writer: PdfWriter) -> bytes:
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_pdf_s_own_properties_fields_files_and_layers() -> None:
    writer = a_pdf()
    writer.add_metadata({"/Company": WHO})
    said = TextStringObject(WHO)
    for key, value in (("/DV", said), ("/Opt", ArrayObject([said])), ("/UF", said), ("/Name", said)):
        writer._add_object(DictionaryObject({NameObject(key): value}))
    writer._add_object(DictionaryObject({NameObject("/MK"): DictionaryObject({NameObject("/CA"): said})}))
    assert sorted(places(written(writer), "pdf")) == [
        "beside the pages: Company",
        "choice of a field",
        "name of a button",
        "name of a file",
        "name of a layer",
        "value of a field",
    ]


def test_what_a_later_save_took_out_of_a_pdf_is_still_in_it() -> None:
    first = written(a_pdf(WHO))
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(a_pdf().pages[0].get_contents())
    second = written(writer)
    assert second.startswith(first)
    assert WHO not in PdfReader(io.BytesIO(second)).pages[0].extract_text()
    assert places(second, "pdf") == ["earlier version, page 1"]
