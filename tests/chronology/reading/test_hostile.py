"""Files that must not harm whoever reads them: each is answered in a sentence, quickly and within its memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology.reading import Bounds, Refused, read_in_subprocess
from chronology.reading.files import read
from tests.chronology.reading.truth import ALDER, TRUTH
from tests.makers.files import (
    HEADINGS,
    ROWS,
    Parts,
    csv,
    open_parts,
    open_table,
    packed,
    relations,
    sheet_parts,
    word_parts,
    word_table,
)
from tests.taking import within

TWO_SECONDS = 2.0
MEMORY = 512 * 1024
ROOT = Path(__file__).resolve().parents[3]
EXPECTED = {
    "01_zip_bomb.docx": "unpacks_too_large",
    "02_zip_bomb.xlsx": "unpacks_too_large",
    "03_nested_bomb.xlsx": "content_mismatch",
    "04_billion_laughs.xlsx": "doctype",
    "05_external_entity.docx": "doctype",
    "06_macro.docm": "type_not_accepted",
    "07_encrypted.xlsx": "password",
    "08_program.xlsx": "content_mismatch",
    "09_pdf_with_javascript.docx": "content_mismatch",
    "10_path_traversal.docx": "path_traversal",
    "11_zero_bytes.csv": "empty",
    "12_300000_columns.csv": "too_many_columns",
    "13_nul_bytes.csv": "not_text",
    "14_utf16_without_bom.csv": "encoding",
    "15_five_megabyte_cell.csv": "cell_too_long",
    "16_external_link.xlsx": "external_link",
    "17_html_saved_as.xls": "web_page",
    "18_corrupted.xlsx": "damaged",
    "19_macro_renamed.docx": "macros",
    "20_remote_template.docx": "external_link",
    "21_far_cell.xlsx": "too_many_columns",
    "22_unclosed_quote.csv": "unclosed_quote",
    "23_invalid_utf8.csv": "encoding",
    "24_duplicate_parts.xlsx": "duplicate_parts",
    "25_chronology.xlsx.scr": "type_not_accepted",
}
SENTENCES = {
    "06_macro.docm": "without macros",
    "07_encrypted.xlsx": "protected with a password",
    "12_300000_columns.csv": "300,000 columns in line 2",
    "15_five_megabyte_cell.csv": "line 2, column 2",
    "21_far_cell.xlsx": "XFD1048576",
    "22_unclosed_quote.csv": "opens on line 2",
    "23_invalid_utf8.csv": "Line 3",
}


def content_of(name: str) -> bytes:
    if name == "15_five_megabyte_cell.csv":
        return b'Date,Event\r\n12/03/2021,"' + b"long text " * 500_000 + b'"\r\n'
    return (ALDER / "hostile" / name).read_bytes()


def spent() -> float:
    """Seconds of processor time, ours and that of the processes we waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def test_every_hostile_file_of_the_case_is_here() -> None:
    assert {Path(entry["file"]).name for entry in TRUTH["hostile"]} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_hostile_files_of_the_case(name: str) -> None:
    start = spent()
    with pytest.raises(Refused) as refused:
        read_in_subprocess(content_of(name), name)
    assert spent() - start < TWO_SECONDS
    assert refused.value.reason == EXPECTED[name]
    assert SENTENCES.get(name, "") in refused.value.sentence


READ_ALL = """
import resource, sys
from pathlib import Path
from chronology.reading import Refused, read_in_subprocess
for path in map(Path, sys.argv[1:]):
    try:
        read_in_subprocess(path, path.name)
    except Refused:
        pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_no_hostile_file_takes_much_memory() -> None:
    """Read by a process of its own, so that only what reads them is counted."""
    files = sorted(map(str, (ALDER / "hostile").iterdir()))
    done = subprocess.run([sys.executable, "-c", READ_ALL, *files], capture_output=True, text=True, check=True, cwd=ROOT)
    assert 0 < int(done.stdout) < MEMORY


def styled(styles: str) -> bytes:
    parts = sheet_parts('<sheetData><row><c s="9"><v>1</v></c></row></sheetData>')
    rels = str(parts["xl/_rels/workbook.xml.rels"])
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entry = f'<Relationship Id="r9" Type="{office}/styles" Target="styles.xml"/></Relationships>'
    return packed(parts | {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": rels.replace("</Relationships>", entry)})


def deep(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


def sheet(inner: str) -> bytes:
    return packed(sheet_parts(inner))


HEADS = '<row r="1"><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Event</t></is></c></row>'
NUMBERED = "".join(
    f'<row r="{n}"><c><v>44267</v></c><c t="inlineStr"><is><t>Visit {n}.</t></is></c></row>' for n in range(2, 25_010)
)
WIDE_ROW = "<row>" + "<c><v>1</v></c>" * 300 + "</row>"
REPEATED_CELL = (
    '<table:table><table:table-row><table:table-cell table:number-columns-repeated="10000" office:value-type="string">'
    "<text:p>a</text:p></table:table-cell></table:table-row></table:table>"
)
REPEATED_ROW = open_table([["a"]]).replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">')
MERGED_ROW = '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p/></w:tc>' * 10
LONG_CELL = f"<c t='inlineStr'><is><t>{'lorem ipsum ' * 9_000}</t></is></c>"


def cell(inner: str) -> bytes:
    return sheet(f'<sheetData><row r="1">{inner}</row></sheetData>')


def without(parts: Parts, word: str) -> bytes:
    return packed({name: part for name, part in parts.items() if word not in name})


def spoilt() -> Iterator[tuple[str, bytes, str]]:
    yield "row number that is none.xlsx", sheet('<sheetData><row r="x"><c><v>1</v></c></row></sheetData>'), "damaged"
    yield "cell reference that is none.xlsx", cell('<c r="11"><v>1</v></c>'), "damaged"
    yield "number that is none.xlsx", cell("<c><v>1x</v></c>"), "damaged"
    yield "number without end.xlsx", cell("<c><v>1e999</v></c>"), "damaged"
    yield "not a number.xlsx", cell("<c><v>NaN</v></c>"), "damaged"
    yield "shared text that is not there.xlsx", cell('<c t="s"><v>9</v></c>'), "damaged"
    yield "style that is not there.xlsx", styled("<styleSheet><cellXfs><xf/></cellXfs></styleSheet>"), "damaged"
    yield "merge that is none.xlsx", sheet("<sheetData/><mergeCells><mergeCell ref='!!'/></mergeCells>"), "damaged"
    yield "torn sheet.xlsx", sheet("<sheetData><row>"), "damaged"
    yield "no rows.xlsx", sheet(""), "no_table"
    yield "no sheet.xlsx", without(sheet_parts(""), "sheet1"), "no_table"
    yield "no workbook.xlsx", without(sheet_parts(""), "xl/workbook.xml"), "damaged"
    yield "too many rows.xlsx", sheet(f"<sheetData>{HEADS}{NUMBERED}</sheetData>"), "too_many_rows"
    yield "too many columns.xlsx", sheet(f"<sheetData>{WIDE_ROW}</sheetData>"), "too_many_columns"
    yield "far column.xlsx", cell('<c r="ZZZ1"><v>1</v></c>'), "too_many_columns"
    yield "long cell.xlsx", cell(LONG_CELL), "cell_too_long"
    yield "no body.docx", packed(word_parts() | {"word/document.xml": "<w:document xmlns:w='w'/>"}), "damaged"
    yield "no main part.docx", without(word_parts(), "document"), "damaged"
    yield "no relations.docx", without(word_parts(), "_rels"), "damaged"
    yield "tables within tables.docx", packed(word_parts(deep(400))), "damaged"
    yield "wide row.docx", packed(word_parts(f"<w:tbl><w:tr>{MERGED_ROW}</w:tr></w:tbl>")), "too_many_columns"
    yield "torn.docx", packed(word_parts() | {"word/document.xml": "<w:document"}), "damaged"
    yield "roles.docx", packed(word_parts(word_table([["Name", "Role"], ["A", "B"]]))), "no_table"
    yield "million rows.ods", packed(open_parts("ods", REPEATED_ROW)), "no_table"
    yield "repeated cell.ods", packed(open_parts("ods", REPEATED_CELL)), "too_many_columns"
    yield "torn.ods", packed(open_parts("ods", "") | {"content.xml": "<office:document-content"}), "damaged"
    yield "no table.odt", packed(open_parts("odt", "<text:p>12/03/2021 Visit.</text:p>")), "no_table"


def with_texts(count: int) -> bytes:
    """A workbook of one cell that keeps as many different texts."""
    parts = sheet_parts('<sheetData><row r="1"><c t="s"><v>0</v></c></row></sheetData>')
    rels = relations(("worksheet", "worksheets/sheet1.xml", False), ("sharedStrings", "sharedStrings.xml", False))
    texts = f"<si><t>{'</t></si><si><t>'.join(map(hex, range(count)))}</t></si>"
    return packed(parts | {"xl/_rels/workbook.xml.rels": rels, "xl/sharedStrings.xml": f"<sst>{texts}</sst>"})


def merged_over_and_over() -> bytes:
    """Each merged cell begins within the one before, and reaches to the end of the sheet."""
    rows = "".join(f"<row r='{n}'><c r='A{n}'><v>1</v></c></row>" for n in range(1, 500))
    merges = "".join(f"<mergeCell ref='A{n}:XFD1048576'/>" for n in range(1, 3_000))
    return sheet(f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")


CONNECTION = '<connections><connection refreshOnLoad="1"/></connections>'
LISTENER = '<office:event-listeners><script:event-listener xmlns:script="s"/></office:event-listeners>'
EXCHANGE = '<text:dde-connection-decl office:dde-application="cmd" office:name="x"/>'


def cunning() -> Iterator[tuple[str, bytes, str]]:
    yield "four hundred thousand texts.xlsx", with_texts(400_001), "too_many_cells"
    yield "merged in circles.xlsx", merged_over_and_over(), "damaged"
    yield "continued from nowhere.docx", packed(word_parts("<w:tbl>" + f"<w:tr>{VERTICAL}</w:tr>" * 9 + "</w:tbl>")), "no_table"
    yield "five thousand deep.xlsx", sheet("<a>" * 5_000 + "</a>" * 5_000), "damaged"
    yield "three thousand deep.odt", packed(open_parts("odt", DEEP * 3_000 + DEEP.replace("<", "</") * 3_000)), "damaged"
    yield "sheets within sheets.ods", packed(open_parts("ods", NESTED * 300 + UNNESTED * 300)), "damaged"
    yield "listens for events.odt", packed(open_parts("odt", LISTENER)), "macros"
    yield "basic.odt", packed(open_parts("odt", "") | {"Basic/Standard/Module1.xml": "<x/>"}), "macros"
    yield "asks another program.odt", packed(open_parts("odt", EXCHANGE)), "dde"
    yield "fetches on opening.xlsx", packed(sheet_parts("") | {"xl/connections.xml": CONNECTION}), "external_link"
    yield "link to another book.xlsx", packed(sheet_parts("") | BOOK_ELSEWHERE), "external_link"
    yield "another document inside.docx", packed(word_parts() | CHUNK), "embedded_object"
    yield "column before the first.xlsx", cell('<c r="A-1"><v>1</v></c>'), "damaged"
    yield "four hundred figures.xlsx", cell(f"<c><v>{'9' * 400}</v></c>"), "damaged"
    yield "cut in the middle.docx", packed(word_parts(word_table([["Date", "Event"], ["1/2/2021", "x"]])))[:300], "damaged"


VERTICAL = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" * 3
DEEP = "<text:section>"
NESTED = "<table:table><table:table-row><table:table-cell>"
UNNESTED = "</table:table-cell></table:table-row></table:table>"
BOOK_ELSEWHERE = {"xl/externalLinks/_rels/externalLink1.xml.rels": relations(("externalLinkPath", "file:///c:/x.xlsx", True))}
CHUNK = {"word/_rels/document.xml.rels": relations(("aFChunk", "afchunk.mht", False))}
SPOILT = [*spoilt(), *cunning()]
TEXTS: dict[str, tuple[str, bytes]] = {
    "only line breaks": ("no_table", b"\r\n" * 50),
    "only separators": ("no_table", b",,,\r\n" * 50),
    "only quotation marks": ("unclosed_quote", b'"\n' * 7),
    "words without columns": ("no_table", b"It was a dark and stormy night.\n" * 40),
    "a column too many": ("too_many_columns", b"Date,Event\n" + b"," * 250 + b"\n"),
    "a hundred thousand rows": ("too_many_rows", b"Date,Event\n" + b"12/03/2021,Visit.\n" * 60_000),
    "a quotation never closed": ("unclosed_quote", b'Date,Event\n12/03/2021,"never closed\n' + b"13/03/2021,visit\n" * 600),
    "a quotation closed much later": (
        "unclosed_quote",
        b'Date,Event,Outcome\n12/03/2021,"open,x\n' + b"13/03/2021,visit,y\n" * 50 + b'14/03/2021,"closed",z\n',
    ),
    "a cell of a megabyte": ("cell_too_long", b"Date,Event\n12/03/2021," + b"word " * 200_000 + b"\n"),
    "half of a wide letter": ("encoding", b"\xff\xfeD\0a\0t\0e\0,\0x"),
    "a million columns": ("too_many_columns", b"Date,Event" + b",x" * 1_000_000 + b"\n"),
    "a line of three megabytes": ("cell_too_long", b"Date,Event\n" + b"x" * 3_000_000),
    "letters of a mainframe": ("encoding", "Date,Event\n12/03/2021,Visit\n".encode("cp500")),
    "letters of four bytes": ("not_text", "Date,Event\n12/03/2021,Visit\n".encode("utf-32")),
    "no dates": ("no_table", csv([["Date", "Amount"], ["12/03/2021", "3"]]).encode()),
}


@pytest.mark.parametrize(("name", "content", "reason"), SPOILT, ids=[name for name, _, _ in SPOILT])
def test_spoilt_office_files(name: str, content: bytes, reason: str) -> None:
    with within(TWO_SECONDS), pytest.raises(Refused) as refused:
        read(content, name)
    assert refused.value.reason == reason


@pytest.mark.parametrize("name", TEXTS)
def test_spoilt_text_files(name: str) -> None:
    reason, content = TEXTS[name]
    with within(TWO_SECONDS), pytest.raises(Refused) as refused:
        read(content, "spoilt.csv")
    assert refused.value.reason == reason


def test_there_are_enough_of_our_own() -> None:
    assert len(SPOILT) + len(TEXTS) >= 55


def test_memory_is_bounded() -> None:
    rows = "".join(f"<row><c t='inlineStr'><is><t>{number:x} word</t></is></c></row>" for number in range(24_000))
    content = sheet(f"<sheetData>{HEADS}{rows}</sheetData>")
    with pytest.raises(Refused) as refused:
        read_in_subprocess(content, "large.xlsx", bounds=Bounds(memory=64 * 1024 * 1024))
    assert refused.value.reason == "too_much_memory"


def test_the_processor_is_bounded() -> None:
    content = csv([HEADINGS, *([f"{1 + n % 28}/03/2021", "", "s", f"Visit {n}.", "", ""] for n in range(24_000))]).encode()
    with pytest.raises(Refused, match="took too long") as refused:
        read_in_subprocess(content, "slow.csv", bounds=Bounds(processor=1))
    assert refused.value.reason == "too_slow"


def test_the_clock_is_bounded() -> None:
    with pytest.raises(Refused, match="took too long") as refused:
        read_in_subprocess(csv([HEADINGS, *ROWS]).encode(), "slow.csv", bounds=Bounds(clock=0.01))
    assert refused.value.reason == "too_slow"
