"""What each kind of file holds: cells, merged cells, dates behind cells, letters."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.reading import FileReport, Refused
from chronology.reading.files import read
from tests.makers.files import (
    HEADINGS,
    ROWS,
    csv,
    open_parts,
    open_table,
    packed,
    saved,
    sheet_parts,
    sheet_rows,
    word_parts,
    word_table,
    workbook,
    xlsx,
)

stored = dt.datetime.fromisoformat
TODAY = dt.date(2026, 11, 22)
TABLE = [HEADINGS, *ROWS]
SHORT = [["Date", "Source", "Event"], ["12/03/2021", "Note", "First."]]


def read_file(content: bytes | str, name: str, **more: object) -> FileReport:
    return read(content if isinstance(content, bytes) else content.encode(), name, today=TODAY, **more)


def told(report: FileReport) -> list[tuple[str, str | None, str]]:
    return [(str(row.start), row.time.strftime("%H:%M") if row.time else None, row.texts.get("event", "")) for row in report.rows]


EXPECTED = [
    ("2021-03-12", "10:30", "Home visit. Mother and baby at home."),
    ("2021-03-14", "15:15", "School asked about the plan."),
    ("2021-03-20", None, "No reply at the door."),
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quote", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"])
def test_separated_text(separator: str, quote: bool, encoding: str) -> None:
    rows = [*TABLE, ["21/03/2021", "", "Note", "Café: £20 at 5°", "", "N"]]
    report = read_file(csv(rows, separator=separator, quote=quote).encode(encoding), "export.csv")
    assert told(report) == [*EXPECTED, ("2021-03-21", None, "Café: £20 at 5°")]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_curly_quotes_of_old_programs(encoding: str) -> None:
    rows = [HEADINGS, ["21/03/2021", "", "Note", "Mother’s friend said “no” – twice…", "", "N"]]
    assert told(read_file(csv(rows).encode(encoding), "export.csv"))[0][2] == "Mother’s friend said “no” – twice…"


def test_preamble_blank_lines_and_a_declared_separator() -> None:
    text = "sep=;\r\nThe Surgery\r\nRun;02-May-2023 08:14;Records: all\r\n\r\n" + csv(TABLE, separator=";")
    report = read_file(text, "export.csv")
    assert told(report) == EXPECTED
    assert [row.at.as_json() for row in report.rows] == [{"record": n, "line": n} for n in (6, 7, 8)]


def test_line_breaks_inside_cells_count_as_lines_not_as_records() -> None:
    rows = [HEADINGS, [*ROWS[0][:3], "One\r\ntwo\r\nthree", "", ""], ROWS[1]]
    report = read_file(csv(rows), "export.csv")
    assert [row.at.as_json() for row in report.rows] == [{"record": 2, "line": 2}, {"record": 3, "line": 5}]
    assert report.rows[0].texts["event"] == "One\ntwo\nthree"


def test_lines_may_end_as_on_old_macintoshes() -> None:
    assert told(read_file(csv(TABLE).replace("\r\n", "\r"), "export.csv")) == EXPECTED


def test_marks_that_are_not_doubled_are_part_of_the_text() -> None:
    text = 'Date,Source,Event\r\n12/03/2021,"Note","He said "no" to her"\r\n13/03/2021,"Note","Visit"\r\n'
    report = read_file(text, "export.csv")
    assert told(report)[0][2] == 'He said "no" to her'
    assert report.remarks[0].startswith("Quotation marks inside cells are not doubled")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Date,Event\n12/03/2021,Visit\n13/03/2021,"never closed\n14/03/2021,Visit\n', 3),
        ('Date,Event\n12/03/2021,"open\n13/03/2021,"closed"\n14/03/2021,"closed"\n', 2),
        ('Date,Source,Event\n12/03/2021,"N","open\n13/03/2021,"N","closed"\n14/03/2021,"N","closed"\n', 2),
        ('Date,Event,Outcome\n12/03/2021,"open,x\n13/03/2021,a,b\n14/03/2021,a,b\n15/03/2021,a,b\n16/03/2021,"c",d\n', 2),
    ],
)
def test_a_quotation_left_open_is_named_by_its_line(text: str, line: int) -> None:
    with pytest.raises(Refused, match=f"A quotation mark opens on line {line} ") as refused:
        read_file(text, "export.csv")
    assert refused.value.reason == "unclosed_quote"


def test_workbook_of_plain_words() -> None:
    assert told(read_file(xlsx(("Chronology", TABLE)), "c.xlsx")) == EXPECTED
    assert told(read_file(packed(sheet_parts(sheet_rows(TABLE))), "c.xlsx")) == EXPECTED


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_dates_and_times_behind_cells(epoch_1904: bool) -> None:
    rows = [
        [stored("2021-03-12"), dt.time(10, 30), "s", "Two cells.", "", "Y"],
        [stored("2021-03-14 15:15"), None, "s", "One cell.", "", "Y"],
        [stored("2021-03-01"), 1830, "s", "Only the month is shown.", "", "Y"],
        [stored("2021-03-16"), 0.4375, "s", "The year is not shown.", "", "Y"],
    ]
    book = workbook(("Chronology", [HEADINGS, *rows]), epoch_1904=epoch_1904)
    book["Chronology"]["A4"].number_format = "mmm-yy"
    book["Chronology"]["A5"].number_format = "d-mmm"
    report = read_file(saved(book), "dates.xlsx")
    assert told(report) == [
        ("2021-03-12", "10:30", "Two cells."),
        ("2021-03-14", "15:15", "One cell."),
        ("2021-03-01", "18:30", "Only the month is shown."),
        ("2021-03-16", "10:30", "The year is not shown."),
    ]
    assert [(row.precision, row.reason) for row in report.rows] == [
        ("day", None),
        ("day", None),
        ("month", None),
        ("day", "year_assumed"),
    ]


def test_bare_serial_numbers_count_from_the_workbooks_own_first_day() -> None:
    row = '<row><c><v>{}</v></c><c t="inlineStr"><is><t>Visit by the worker.</t></is></c></row>'
    heads = '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Event</t></is></c></row>'
    since_1900 = sheet_parts(f"<sheetData>{heads}{row.format(44267)}</sheetData>")
    since_1904 = sheet_parts(f"<sheetData>{heads}{row.format(42805)}</sheetData>", workbook='<workbookPr date1904="1"/>')
    assert [told(read_file(packed(parts), "s.xlsx"))[0][0] for parts in (since_1900, since_1904)] == ["2021-03-12", "2021-03-12"]


def test_formulas_give_the_value_last_shown_and_are_never_worked_out() -> None:
    cells = (
        '<c><f>A1+1</f><v>44267</v></c><c t="str"><f>UPPER("x")</f><v>VISIT BY THE WORKER</v></c>',
        '<c><f>TODAY()</f></c><c t="inlineStr"><is><t>=1+1</t></is></c>',
    )
    heads = '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Event</t></is></c></row>'
    rows = "".join(f"<row>{cell}</row>" for cell in cells)
    report = read_file(packed(sheet_parts(f"<sheetData>{heads}{rows}</sheetData>")), "f.xlsx")
    assert told(report) == [("2021-03-12", None, "VISIT BY THE WORKER"), ("None", None, "=1+1")]
    assert (report.rows[1].reason, report.rows[1].raw["Date"]) == ("unreadable_date", "=TODAY()")


def test_rich_text_escapes_and_numbers_keep_their_looks() -> None:
    heads = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ("Date", "Time", "Event"))
    event = '<c t="inlineStr"><is><r><t>One </t></r><r><t>two_x000D_</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>'
    parts = sheet_parts(f'<sheetData><row>{heads}</row><row><c><v>44267</v></c><c s="1"><v>45</v></c>{event}</row></sheetData>')
    parts["xl/styles.xml"] = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt '
        'numFmtId="164" formatCode="0000"/></numFmts>'
        '<cellXfs><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="r9" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
        'Target="/xl/styles.xml"/></Relationships>',
    )
    row = read_file(packed(parts), "r.xlsx").rows[0]
    assert (row.raw["Time"], row.time, row.texts["event"]) == ("0045", dt.time(0, 45), "One two")


def test_a_column_merged_over_several_rows_and_one_merged_across() -> None:
    book = workbook(("S", [HEADINGS, *ROWS]))
    book["S"].merge_cells("C2:C3")
    book["S"].merge_cells("D4:E4")
    report = read_file(saved(book), "m.xlsx")
    assert [row.texts["source"] for row in report.rows] == ["Case note", "Case note", "Case note"]
    assert [row.inherited for row in report.rows] == [(), ("Source",), ()]


def test_hidden_rows_are_read_and_said_so() -> None:
    book = workbook(("S", [HEADINGS, *ROWS]))
    book["S"].row_dimensions[3].hidden = True
    report = read_file(saved(book), "h.xlsx")
    assert (told(report), report.remarks) == (EXPECTED, ("Some rows are hidden in the file. They were read as well.",))


RESTART = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>12/03/2021</w:t></w:r></w:p></w:tc>'
CONTINUES = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"


def read_word(*rows: list[str]) -> FileReport:
    return read_file(packed(word_parts(word_table([SHORT[0], *rows]))), "c.docx")


def test_word_cells_merged_downwards() -> None:
    report = read_word([RESTART, "Note", "First."], [CONTINUES, "Note", "Second."], ["14/03/2021", "Note", "Third."])
    assert [row[0] for row in told(report)] == ["2021-03-12", "2021-03-12", "2021-03-14"]
    assert [row.inherited for row in report.rows] == [(), ("Date",), ()]


def test_word_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        "<w:tc><w:p><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins><w:r><w:t>new "
        "words</w:t></w:r></w:ins></w:p></w:tc>"
    )
    report = read_word(["12/03/2021", "Note", changed])
    assert told(report)[0][2] == "new words"
    assert report.remarks == ("The document holds tracked changes. It was read as it stands when all of them are accepted.",)


def test_word_table_inside_a_cell_is_part_of_the_cell() -> None:
    nested = f"<w:tc><w:p><w:r><w:t>Visit</w:t></w:r></w:p>{word_table([['a', 'b'], ['c', 'd']])}<w:p/></w:tc>"
    assert told(read_word(["12/03/2021", "Note", nested]))[0][2] == "Visit\na\tb\nc\td"


def test_word_table_that_is_only_a_frame() -> None:
    frame = f"<w:tbl><w:tr><w:tc>{word_table(SHORT)}<w:p/></w:tc></w:tr></w:tbl>"
    assert [row.at.as_json() for row in read_file(packed(word_parts(frame)), "c.docx").rows] == [{"table": 1, "row": 2}]


def test_word_paragraphs_breaks_and_content_controls() -> None:
    picked = "<w:sdt><w:sdtContent><w:r><w:t>12/03/2021</w:t></w:r></w:sdtContent></w:sdt>"
    date = f"<w:sdt><w:sdtContent><w:tc><w:p>{picked}</w:p></w:tc></w:sdtContent></w:sdt>"
    first, second = "<w:t>One</w:t><w:br/><w:t>two</w:t>", "<w:t>three</w:t><w:tab/><w:t>four</w:t>"
    event = f"<w:tc><w:p><w:r>{first}</w:r></w:p><w:p><w:r>{second}</w:r></w:p></w:tc>"
    assert told(read_word([date, "Note", event])) == [("2021-03-12", None, "One\ntwo\nthree\tfour")]


SPANNING = (
    '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>12/03/2021</text:p></table:table-cell>'
)
STORED = (
    '<table:table-cell office:value-type="date" '
    'office:date-value="2021-03-14T15:15:00"><text:p>14/03/21 15:15</text:p></table:table-cell>'
)
MONTH = '<table:table-cell office:value-type="date" office:date-value="2021-03-01"><text:p>March 2021</text:p></table:table-cell>'


@pytest.mark.parametrize("kind", ["ods", "odt"])
def test_open_document_tables(kind: str) -> None:
    assert told(read_file(packed(open_parts(kind, open_table(TABLE))), f"c.{kind}")) == EXPECTED


def test_open_document_merged_and_stored_dates_and_empty_deserts() -> None:
    rows = [
        SHORT[0],
        [SPANNING, "Note", "First."],
        ["<table:covered-table-cell/>", "Note", "Second."],
        [STORED, "Note", "Third."],
        [MONTH, "Note", "Fourth."],
    ]
    desert = (
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    report = read_file(packed(open_parts("ods", open_table(rows).replace("</table:table>", f"{desert}</table:table>"))), "c.ods")
    assert told(report) == [
        ("2021-03-12", None, "First."),
        ("2021-03-12", None, "Second."),
        ("2021-03-14", "15:15", "Third."),
        ("2021-03-01", None, "Fourth."),
    ]
    assert [row.precision for row in report.rows] == ["day", "day", "day", "month"]
    assert [row.at.row for row in report.rows] == [2, 3, 4, 5]


def test_open_document_spaces_breaks_and_notes() -> None:
    event = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation>'
        '<text:p>One<text:s text:c="2"/>two<text:line-break/>three</text:p><text:p>four</text:p></table:table-cell>'
    )
    report = read_file(packed(open_parts("ods", open_table([SHORT[0], ["12/03/2021", "Note", event]]))), "c.ods")
    assert told(report)[0][2] == "One  two\nthree\nfour"


def test_a_chronology_written_as_paragraphs_is_refused_with_advice() -> None:
    with pytest.raises(Refused, match="Put the chronology in one table"):
        read_file(packed(word_parts("<w:p><w:r><w:t>12/03/2021 Home visit.</w:t></w:r></w:p>")), "c.docx")
