"""Honest files as odd as people send them: the gate must let every one of them in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.shared import Inches
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.formatting.rule import CellIsRule
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.casework.hostile import object_stream, pdf, picture
from tests.makers.files import (
    HEADINGS,
    ROWS,
    csv,
    open_parts,
    open_table,
    packed,
    relations,
    saved,
    sheet_parts,
    sheet_rows,
    word,
    word_parts,
    workbook,
    xlsx,
)

Honest = tuple[str, bytes]
TABLE = [HEADINGS, *ROWS]


def sheet_parts_with(name: str, part: bytes | str) -> bytes:
    return packed(sheet_parts(sheet_rows(TABLE)) | {name: part})


def workbooks() -> Iterator[Honest]:
    yield "plain.xlsx", xlsx(("Chronology", TABLE))
    yield "many sheets.xlsx", xlsx(*((f"Sheet {number}", TABLE) for number in range(12)))
    yield "bare.xlsx", packed(sheet_parts(sheet_rows(TABLE)))
    yield "formulas.xlsx", xlsx(("S", [["=1+1", "=SUM(A1:A9)", '=IF(A1>0,"yes|no","!")']]))
    yield "repeated.xlsx", xlsx(("S", [HEADINGS, *(ROWS * 3_000)]))
    yield "printer.xlsx", sheet_parts_with("xl/printerSettings/printerSettings1.bin", bytes(2_000))
    yield (
        "query.xlsx",
        sheet_parts_with(
            "xl/connections.xml", '<connections><connection type="1"><dbPr connection="DSN=x"/></connection></connections>'
        ),
    )
    book = workbook(("S", TABLE))
    sheet = book["S"]
    sheet["A2"].hyperlink = "https://www.example.test/"
    sheet["B2"].comment = Comment("a remark", "Author")
    sheet.add_data_validation(DataValidation(type="list", formula1='"Y,N"'))
    sheet.conditional_formatting.add("A1:A9", CellIsRule(operator="equal", formula=["1"]))
    sheet.protection.sheet = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = "A1:F4"
    book.security = WorkbookProtection(workbookPassword="1234", lockStructure=True)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=4))
    sheet.add_chart(chart, "H2")
    sheet.add_image(SheetImage(io.BytesIO(picture("PNG"))), "H20")
    book.create_chartsheet("Chart").add_chart(BarChart())
    yield "everything.xlsx", saved(book)


def with_field(instruction: str) -> bytes:
    inner = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    run = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return packed(word_parts(f"<w:p>{run}</w:p>"))


def linked(*entries: tuple[str, str, bool], part: str = "document") -> bytes:
    return packed(word_parts() | {f"word/_rels/{part}.xml.rels": relations(*entries)})


def documents() -> Iterator[Honest]:
    yield "plain.docx", word(TABLE)
    yield "bare.docx", packed(word_parts())
    document: Any = docx.Document()
    document.add_heading("Report", level=1)
    document.add_paragraph("Sent by DDE Ltd. <!DOCTYPE html> is written here, and =cmd|'/C calc'!A0 too.")
    document.add_picture(io.BytesIO(picture("PNG", (400, 300))), width=Inches(2))
    document.add_picture(io.BytesIO(picture("JPEG", (400, 300))), width=Inches(2))
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.core_properties.author = "An author"
    yield "pictures.docx", saved(document)
    yield "contents.docx", with_field(' TOC \\o "1-3" \\h \\z \\u ')
    yield "page numbers.docx", with_field(" PAGE ")
    yield "web address.docx", with_field(' HYPERLINK "https://www.example.test/" ')
    yield "pasted picture.docx", with_field(' INCLUDEPICTURE "cid:image001.png@01D7" \\* MERGEFORMATINET ')
    yield (
        "links.docx",
        linked(("hyperlink", "https://www.example.test/a?b=c&d=e", True), ("hyperlink", "mailto:a@example.test", True)),
    )
    yield "link to a share.docx", linked(("hyperlink", "file:///\\\\server\\share\\policy.docx", True))
    yield (
        "office template.docx",
        linked(("attachedTemplate", "file:///C:\\Users\\a\\Templates\\Report.dotm", True), part="settings"),
    )
    yield "normal template.docx", linked(("attachedTemplate", "Normal.dotm", True), part="settings")
    yield "pasted mail.docx", linked(("image", "cid:image001.png@01D7ABCD.1234", True))
    chart = {
        "word/charts/chart1.xml": "<c:chartSpace xmlns:c='c'/>",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx(("S", TABLE)),
    }
    chart_link = relations(("package", "../embeddings/Microsoft_Excel_Sheet1.xlsx", False))
    yield "chart.docx", packed(word_parts() | chart | {"word/charts/_rels/chart1.xml.rels": chart_link})
    yield (
        "fonts.docx",
        packed(
            word_parts() | {"word/fonts/font1.odttf": bytes(range(256)) * 20, "word/media/image1.emf": b"\x01\0\0\0" + bytes(100)}
        ),
    )
    wide = word_parts()["word/document.xml"]
    assert isinstance(wide, str)
    yield (
        "wide letters.docx",
        packed(
            word_parts() | {"word/document.xml": ("\ufeff" + wide.replace("?>", ' encoding="UTF-16"?>', 1)).encode("utf-16-le")}
        ),
    )
    yield "streamed.docx", streamed(word_parts())
    yield "with folders.docx", packed([("word/", ""), *word_parts().items()])


def streamed(parts: dict[str, bytes | str]) -> bytes:
    """As programs write that do not know a part's size before they have packed it."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.content = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.content += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, part in parts.items():
            archive.writestr(name, part)
    return pipe.content


def open_documents() -> Iterator[Honest]:
    yield "plain.ods", packed(open_parts("ods", open_table(TABLE)))
    yield "plain.odt", packed(open_parts("odt", open_table(TABLE)))
    link = '<text:p><text:a xlink:type="simple" xlink:href="https://www.example.test/">a page</text:a></text:p>'
    yield "links.odt", packed(open_parts("odt", link))
    image = '<draw:frame><draw:image xlink:href="Pictures/1.png"/><draw:object xlink:href="./Object 1"/></draw:frame>'
    yield (
        "picture and chart.odt",
        packed(
            open_parts("odt", image)
            | {"Pictures/1.png": picture("PNG"), "Object 1/content.xml": "<a/>", "Thumbnails/thumbnail.png": picture("PNG")}
        ),
    )
    yield (
        "empty libraries.ods",
        packed(
            open_parts("ods", open_table(TABLE))
            | {"Basic/script-lc.xml": "<a/>", "Configurations2/accelerator/": "", "settings.xml": "<a/>"}
        ),
    )


def texts() -> Iterator[Honest]:
    words = csv([*TABLE, ["21/03/2021", "", "Note", "Mother\u2019s friend said \u201cno\u201d \u2013 \u00a320", "", ""]])
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"):
        yield f"{encoding}.csv", words.encode(encoding)
    for number, separator in enumerate(";\t|"):
        yield f"separator {number}.csv", csv(TABLE, separator=separator).encode()
    yield "old end mark.csv", csv(TABLE).encode() + b"\x1a"
    yield "old line breaks.txt", b"one\x0btwo\x0cthree\r\n"
    yield "one letter.txt", b"a"
    yield "welsh.txt", "Yr wyddor: \u0175 \u0177 \u00e2 \u00ee\n".encode()
    yield (
        "emoji and scripts.txt",
        "\U0001f622 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u0420\u0443\u0441\u0441\u043a\u0438\u0439\n".encode(),
    )
    yield "formulas.csv", b"=cmd|' /C calc'!A0,+1,-1,@x\r\n"
    yield "smaller than.csv", b"<5 years,note\r\n"
    yield "plus minus.txt", b"Text with (brackets) % and # signs /JavaScript\n"
    yield "tabs.tsv", csv(TABLE, separator="\t").encode()


def pictures() -> Iterator[Honest]:
    for mode in ("1", "L", "P", "RGBA", "I;16"):
        content = io.BytesIO()
        Image.new(mode, (60, 40)).save(content, "PNG")
        yield f"mode {mode[0]}.png", content.getvalue()
    for number, options in enumerate(({}, {"progressive": True}, {"quality": 10}, {"dpi": (300, 300)})):
        content = io.BytesIO()
        Image.new("RGB", (60, 40), (5, 6, 7)).save(content, "JPEG", **options)  # type: ignore[arg-type]
        yield f"photo {number}.jpg", content.getvalue()
    content = io.BytesIO()
    Image.new("CMYK", (60, 40)).save(content, "JPEG")
    yield "print.jpeg", content.getvalue()
    yield "phone.jpg", picture("JPEG") + b"\0\0trailing thumbnail" + picture("JPEG")
    content = io.BytesIO()
    remarks = PngInfo()
    remarks.add_text("Comment", "a remark")
    Image.new("RGB", (7_000, 7_000)).save(content, "PNG", pnginfo=remarks)
    yield "49 million pixels.png", content.getvalue()


def printed() -> Iterator[Honest]:
    yield "plain.pdf", pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")
    yield "packed.pdf", pdf(object_stream(b"<</Type/Font>>"))
    yield "links.pdf", pdf("<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://www.example.test/)>>>>")
    yield "opens at a page.pdf", pdf("<</Type/Catalog/OpenAction[3 0 R/Fit]/AA<<>>>>")
    yield "form.pdf", pdf("<</Type/Catalog/AcroForm<</Fields[]>>>>")
    yield "words about.pdf", pdf("<</Title(How we launch JavaScript and embed files)>>")


def named() -> Iterator[Honest]:
    for name in (
        "IMR - Police (v2).txt",
        "Child A's chronology.txt",
        "report 12.03.21.final.txt",
        "REPORT.TXT",
        "Llythyr \u0175.txt",
        "\u041e\u0442\u0447\u0435\u0442.txt",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.txt",
        "a&b;c=d,e+f@g#h.txt",
        "mail from x@example.com.txt",
        "scan.pdf.txt",
        "  spaces around.txt  ",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467.txt",
    ):
        yield name, b"plain words"


def all_honest() -> list[Honest]:
    groups = (workbooks, documents, open_documents, texts, pictures, printed, named)
    return [entry for group in groups for entry in group()]
