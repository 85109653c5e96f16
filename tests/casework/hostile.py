"""Hostile files, made byte by byte: each by its name, with the reason for which the gate must refuse it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from tests.makers.files import content_types, open_parts, packed, relations, sheet_parts, sheet_rows, word_parts

Hostile = tuple[str, bytes, str]
MEGABYTE = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SCANNER_TEST = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def word_with(name: str, part: bytes | str) -> bytes:
    return packed(word_parts() | {name: part})


def sheet_with(name: str, part: bytes | str) -> bytes:
    return packed(sheet_parts(sheet_rows([["a"]])) | {name: part})


def open_with(kind: str, body: str, **more: bytes | str) -> bytes:
    return packed(open_parts(kind, body) | more)


def saying(size: int) -> bytes:
    """A docx whose main part says, in both headers, that it unpacks to ``size`` bytes."""
    content = packed(word_parts())
    info = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml")
    data = bytearray(content)
    struct.pack_into("<I", data, info.header_offset + 22, size)
    return patched(bytes(data), "<I", 24, size)


def central_places(content: bytes) -> list[int]:
    """Where each entry of the zip's directory begins."""
    end = content.rindex(b"PK\x05\x06")
    place = struct.unpack_from("<I", content, end + 16)[0]
    places = []
    while content[place : place + 4] == b"PK\x01\x02":
        places.append(place)
        name, extra, comment = struct.unpack_from("<HHH", content, place + 28)
        place += 46 + name + extra + comment
    return places


def patched(content: bytes, form: str, offset: int, value: int, entry: int = -1) -> bytes:
    data = bytearray(content)
    struct.pack_into(form, data, central_places(content)[entry] + offset, value)
    return bytes(data)


def overlapped() -> bytes:
    """Two names in the directory for the same packed bytes."""
    content = packed([("[Content_Types].xml", content_types("docx", "word/document.xml")), ("a.xml", "<a/>"), ("b.xml", "<a/>")])
    first = central_places(content)[1]
    return patched(content, "<I", 42, struct.unpack_from("<I", content, first + 42)[0])


def lzma_packed() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as archive:
        for name, part in word_parts().items():
            archive.writestr(name, part)
    return content.getvalue()


def linked_file() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in word_parts().items():
            archive.writestr(name, part)
        link = zipfile.ZipInfo("word/link.xml")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return content.getvalue()


def doubled() -> bytes:
    return packed([*word_parts().items(), ("WORD/document.xml", "<x/>")])


def zip_bombs() -> Iterator[Hostile]:
    yield "ratio.docx", word_with("word/document.xml", b"<w:document>" + b" " * 20 * MEGABYTE), "unpacks_too_large"
    yield "ratio_in_a_picture.docx", word_with("word/media/image1.bin", bytes(20 * MEGABYTE)), "unpacks_too_large"
    yield (
        "many_small_ones.docx",
        packed({f"word/p{n}.xml": b" " * 999_999 for n in range(110)} | word_parts()),
        "unpacks_too_large",
    )
    yield "ratio.ods", open_with("ods", "", junk=bytes(20 * MEGABYTE)), "unpacks_too_large"
    yield "too_many.docx", packed({f"word/p{n}.xml": "<a/>" for n in range(2_001)} | word_parts()), "too_many_parts"
    yield "says_smaller.docx", saying(40), "damaged"
    yield "says_larger.docx", saying(90_000), "damaged"
    yield "overlapped.docx", overlapped(), "damaged"
    yield "points_into_another.docx", patched(packed(word_parts()), "<I", 42, 10), "damaged"
    yield "wrong_check.docx", patched(packed(word_parts()), "<I", 16, 12345), "damaged"
    yield "quoted.xlsx", b"MZ" + packed(sheet_parts("")), "content_mismatch"
    yield "in_front.xlsx", b"PK\x03\x04" + bytes(40) + packed(sheet_parts("")), "damaged"
    yield "behind.xlsx", packed(sheet_parts("")) + b"<script>alert(1)</script>", "damaged"
    yield "nested.xlsx", sheet_with("xl/media/inner.bin", packed({"a": "b"})), "nested_archive"
    yield "nested_gzip.docx", word_with("word/inner.bin", b"\x1f\x8b\x08" + bytes(50)), "nested_archive"
    yield "nested_document.docx", word_with("word/embeddings/inner.docx", packed(word_parts())), "nested_archive"
    yield "cut_short.docx", packed(word_parts())[:-30], "damaged"
    yield "only_an_end.xlsx", b"PK\x05\x06" + bytes(18), "content_mismatch"
    yield "lzma.docx", lzma_packed(), "damaged"
    yield "encrypted.docx", patched(packed(word_parts()), "<H", 8, 1), "password"
    yield "other_name_inside.docx", packed(word_parts()).replace(b"word/document.xml", b"word/documenT.xml", 1), "damaged"
    yield "symlink.docx", linked_file(), "symlink"
    yield "doubled.docx", doubled(), "duplicate_parts"
    yield "climbs.docx", word_with("../../evil.txt", "x"), "path_traversal"
    yield "drive.docx", word_with("c:/evil.txt", "x"), "path_traversal"
    yield "rooted.ods", packed(open_parts("ods", "") | {"/etc/evil": "x"}), "path_traversal"


def xml_bombs() -> Iterator[Hostile]:
    document = word_parts()["word/document.xml"]
    assert isinstance(document, str)
    head, _, rest = document.partition("?>")
    yield "doctype.docx", word_with("word/document.xml", f"{head}?>{DOCTYPE}{rest}"), "doctype"
    yield (
        "wide_doctype.docx",
        word_with("word/document.xml", ("\ufeff" + f"{head}?>{DOCTYPE}{rest}").encode("utf-16-le")),
        "doctype",
    )
    yield "doctype_at_a_border.docx", word_with("word/document.xml", f"{head}?><!--{'x' * 262_100}-->{DOCTYPE}{rest}"), "doctype"
    yield "doctype_in_relations.docx", word_with("_rels/.rels", f'<?xml version="1.0"?>{DOCTYPE}<Relationships/>'), "doctype"
    yield "doctype_in_types.docx", word_with("[Content_Types].xml", f'<?xml version="1.0"?>{DOCTYPE}<Types/>'), "doctype"
    yield "doctype_in_custom.docx", word_with("customXml/item1.xml", f'<?xml version="1.0"?>{DOCTYPE}<a>&a;</a>'), "doctype"
    yield "doctype_under_another_name.xlsx", sheet_with("xl/data.bin", f'<?xml version="1.0"?>{DOCTYPE}<a/>'), "doctype"
    yield "doctype.odt", packed(open_parts("odt", "") | {"styles.xml": f'<?xml version="1.0"?>{DOCTYPE}<a/>'}), "doctype"
    yield "utf7.docx", word_with("word/a.xml", '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<a/>'), "damaged"
    yield "ebcdic.docx", word_with("word/a.xml", '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037")), "damaged"
    yield "torn_relations.docx", word_with("_rels/.rels", "<Relationships"), "damaged"


def macros() -> Iterator[Hostile]:
    override = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    macro_main = content_types("docx", "word/document.xml").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    yield "part.docx", word_with("word/vbaProject.bin", b"inert"), "macros"
    yield "type.docx", word_with("[Content_Types].xml", content_types("docx", "word/document.xml", override)), "macros"
    yield "renamed.docx", word_with("[Content_Types].xml", macro_main), "macros"
    yield "relation.xlsx", sheet_with("xl/worksheets/_rels/sheet1.xml.rels", relations(("vbaProject", "x.bin", False))), "macros"
    yield "macro_sheet.xlsx", sheet_with("xl/macrosheets/sheet1.xml", "<a/>"), "macros"
    yield "activex.docx", word_with("word/activeX/activeX1.xml", "<a/>"), "macros"
    yield "basic.ods", packed(open_parts("ods", "") | {"Basic/Standard/Module1.xml": "<a/>"}), "macros"
    yield "python.odt", packed(open_parts("odt", "") | {"Scripts/python/evil.py": "x"}), "macros"
    yield "listener.ods", open_with("ods", '<script:event-listener xlink:href="vnd.sun.star.script:evil"/>'), "macros"


def links() -> Iterator[Hostile]:
    settings = "word/_rels/settings.xml.rels"
    document = "word/_rels/document.xml.rels"
    yield (
        "template.docx",
        word_with(settings, relations(("attachedTemplate", "http://127.0.0.1:9/t.dotm", True))),
        "external_link",
    )
    yield (
        "template_share.docx",
        word_with(settings, relations(("attachedTemplate", "\\\\server\\share\\t.dotm", True))),
        "external_link",
    )
    yield (
        "template_file_share.docx",
        word_with(settings, relations(("attachedTemplate", "file://server/t.dotm", True))),
        "external_link",
    )
    yield "picture.docx", word_with(document, relations(("image", "http://127.0.0.1:9/p.png", True))), "external_link"
    yield "frame.docx", word_with(document, relations(("frame", "http://127.0.0.1:9/", True))), "external_link"
    yield "sub_document.docx", word_with(document, relations(("subDocument", "file:///x.docx", True))), "external_link"
    yield (
        "workbook.xlsx",
        sheet_with("xl/externalLinks/_rels/e.xml.rels", relations(("externalLinkPath", "http://127.0.0.1:9/a.xlsx", True))),
        "external_link",
    )
    yield (
        "connection.xlsx",
        sheet_with("xl/connections.xml", '<connections><connection refreshOnLoad="1"/></connections>'),
        "external_link",
    )
    yield (
        "web_query.xlsx",
        sheet_with("xl/connections.xml", '<connections><connection><webPr url="http://127.0.0.1:9"/></connection></connections>'),
        "external_link",
    )
    yield (
        "source.ods",
        open_with("ods", '<table:table><table:table-source xlink:href="http://127.0.0.1:9/a.ods"/></table:table>'),
        "external_link",
    )
    yield (
        "picture.odt",
        open_with("odt", '<draw:frame><draw:image xlink:type="simple" xlink:href="http://127.0.0.1:9/p.png"/></draw:frame>'),
        "external_link",
    )
    yield (
        "section.odt",
        open_with("odt", '<text:section><text:section-source xlink:href="file:///etc/passwd"/></text:section>'),
        "external_link",
    )


def embedded() -> Iterator[Hostile]:
    document = "word/_rels/document.xml.rels"
    yield "ole.docx", word_with("word/embeddings/oleObject1.bin", OLE), "embedded_object"
    yield "ole_relation.docx", word_with(document, relations(("oleObject", "embeddings/o.bin", False))), "embedded_object"
    yield (
        "ole_link.xlsx",
        sheet_with("xl/worksheets/_rels/sheet1.xml.rels", relations(("oleObject", "file:///c:/x.exe", True))),
        "embedded_object",
    )
    yield "alternative.docx", word_with(document, relations(("aFChunk", "afchunk.mht", False))), "embedded_object"
    yield "object.odt", open_with("odt", '<draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame>'), "embedded_object"
    yield "old_inside.ods", packed(open_parts("ods", "") | {"Object 1": OLE}), "embedded_object"


def field(*pieces: str) -> bytes:
    inner = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    body = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return packed(word_parts(body))


def dynamic_exchange() -> Iterator[Hostile]:
    formula = "<sheetData><row><c><f>cmd|'/C calc'!A0</f><v>0</v></c></row></sheetData>"
    yield "field.docx", field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" '), "dde"
    yield "scattered_field.docx", field(" DD", "EAU", 'TO cmd "x" '), "dde"
    yield "disguised_field.docx", field(" &#68;&#68;E cmd x "), "dde"
    yield "simple_field.docx", packed(word_parts('<w:p><w:fldSimple w:instr=" DDE cmd x "/></w:p>')), "dde"
    yield "included_text.docx", field(' INCLUDETEXT "http://127.0.0.1:9/x" '), "dde"
    yield "formula.xlsx", packed(sheet_parts(formula)), "dde"
    yield (
        "link.xlsx",
        sheet_with("xl/externalLinks/externalLink1.xml", '<externalLink><ddeLink ddeService="cmd"/></externalLink>'),
        "dde",
    )
    yield "source.odt", open_with("odt", '<text:section><office:dde-source office:dde-application="cmd"/></text:section>'), "dde"


def disguises() -> Iterator[Hostile]:
    yield "gif.png", b"GIF89a" + bytes(50), "content_mismatch"
    yield "program.csv", b"MZ" + bytes(100), "content_mismatch"
    yield "shell.txt", b"#!/bin/sh\nrm x\n", "content_mismatch"
    yield "rich.txt", b"{\\rtf1 hello}", "content_mismatch"
    yield "page.csv", b"  <html><table><tr><td>Date</td></tr></table></html>", "web_page"
    yield "drawing.txt", b"\xef\xbb\xbf<svg onload='x()'/>", "web_page"
    yield "page.xls", b"<html><table></table></html>", "web_page"
    yield "word.xlsx", packed(word_parts()), "content_mismatch"
    yield "sheet.docx", packed(sheet_parts("")), "content_mismatch"
    yield "text.ods", packed(open_parts("odt", "")), "content_mismatch"
    yield "old.xlsx", OLE, "old_format"
    yield "locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"
    yield "locked.odt", packed(open_parts("odt", "") | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "password"
    yield "plain_zip.docx", packed({"a.txt": "b"}), "content_mismatch"
    yield "behind.png", picture("PNG") + packed({"a": "b"}), "content_mismatch"
    yield "behind.jpg", picture("JPEG") + packed({"a": "b"}), "content_mismatch"
    yield "behind.pdf", pdf() + packed({"a": "b"}), "content_mismatch"
    yield "scanner_test.txt", SCANNER_TEST, "malware"
    yield "scanner_test.docx", word_with("word/media/x.bin", SCANNER_TEST), "malware"
    yield "nothing.csv", b"", "empty"
    yield "nul.csv", b"Date,Event\n12/03/2021,a\0b\n", "not_text"
    yield "binary.txt", bytes(range(1, 32)) * 30, "not_text"
    yield "wide_without_mark.csv", "Date,Event\n12/03/2021,Visit\n".encode("utf-16-be"), "encoding"
    yield "mixed.csv", "café é é é é\n".encode() + b"\xe9\n", "encoding"
    yield "torn.csv", b"\xef\xbb\xbfDate\n\xff\n", "encoding"


def names() -> Iterator[Hostile]:
    text = b"plain words"
    for name in (
        "annex\u202etxt.exe.txt",
        "a\0.txt",
        "a\u200b.txt",
        "a\n.txt",
        "../a.txt",
        "c:\\a.txt",
        f"{'x' * 260}.txt",
        "a.exe.txt",
        "a.PHP.txt",
        " ",
        "..",
    ):
        yield name, text, "bad_name"
    for name in ("a.exe", "report.pdf.scr", "noending", ".txt", "a.svg", "a.html", "a.docm", "a.xls", "a.zip", "a.txt.", "a.eml"):
        yield name, text, "type_not_accepted"


def picture(form: str, size: tuple[int, int] = (8, 8)) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, (120, 90, 60)).save(content, form)
    return content.getvalue()


def huge_png(width: int = 30_000, height: int = 30_000) -> bytes:
    """The header of a picture of 900 million pixels and nothing behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def huge_jpeg() -> bytes:
    small = picture("JPEG")
    place = small.index(b"\xff\xc0")
    return small[: place + 5] + struct.pack(">HH", 60_000, 60_000) + small[place + 9 :]


def pixels() -> Iterator[Hostile]:
    yield "flood.png", huge_png(), "too_many_pixels"
    yield "wide.png", huge_png(1_000_000, 60), "too_many_pixels"
    yield "flood.jpg", huge_jpeg(), "too_many_pixels"
    yield "flood_inside.docx", word_with("word/media/image1.png", huge_png()), "too_many_pixels"
    yield "flood_inside.odt", packed(open_parts("odt", "") | {"Pictures/1.jpg": huge_jpeg()}), "too_many_pixels"
    yield "torn.png", picture("PNG")[:40], "damaged"
    yield "wrong_check.png", picture("PNG").replace(b"IDAT", b"IDAU"), "damaged"


def pdf(*objects: str, tail: bytes = b"%%EOF\n") -> bytes:
    body = "".join(f"{number} 0 obj{entry}endobj\n" for number, entry in enumerate(objects, start=1))
    return b"%PDF-1.5\n" + body.encode("latin-1") + b"trailer<</Root 1 0 R>>\n" + tail


def object_stream(inner: bytes, head: str = "/Type/ObjStm/Filter/FlateDecode") -> str:
    return f"<<{head}/N 1>>stream\n{zlib.compress(inner).decode('latin-1')}\nendstream"


def pdfs() -> Iterator[Hostile]:
    script = "<</S/JavaScript/JS(app.alert(1))>>"
    yield "script.pdf", pdf(f"<</OpenAction{script}>>"), "pdf_script"
    yield "escaped_script.pdf", pdf("<</S/J#61vaScript/JS(x)>>"), "pdf_script"
    yield "packed_script.pdf", pdf(object_stream(script.encode())), "pdf_script"
    yield (
        "packed_under_an_escaped_name.pdf",
        pdf(object_stream(script.encode(), "/Type/Obj#53tm/Filter/FlateDecode")),
        "pdf_script",
    )
    yield "launch.pdf", pdf("<</S/Launch/F(cmd.exe)>>"), "pdf_launch"
    yield "attachment.pdf", pdf("<</Names<</EmbeddedFiles 2 0 R>>>>"), "embedded_object"
    yield "film.pdf", pdf("<</Subtype/RichMedia>>"), "embedded_object"
    yield "locked.pdf", pdf("<</Encrypt 2 0 R>>"), "password"
    yield "cut.pdf", pdf(tail=b""), "damaged"
    yield "strange_packing.pdf", pdf(object_stream(b"x", "/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]")), "damaged"
    yield "flood.pdf", pdf(object_stream(bytes(110 * MEGABYTE))), "unpacks_too_large"
    yield "no.pdf", b"hello", "content_mismatch"


GROUPS: list[Callable[[], Iterator[Hostile]]] = [
    zip_bombs,
    xml_bombs,
    macros,
    links,
    embedded,
    dynamic_exchange,
    disguises,
    names,
    pixels,
    pdfs,
]


def all_hostile() -> list[Hostile]:
    return [entry for group in GROUPS for entry in group()]
