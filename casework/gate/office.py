"""Word and Excel files: what they say they are, what they fetch, and what they would run."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from casework.gate.answers import Limits, Refused
from casework.gate.packages import Package, damaged
from casework.gate.scanning import Forbidden, scan_parts

CONTENT_TYPES = "[Content_Types].xml"
MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
NAMES = {"docx": "Word document", "xlsx": "workbook"}
ACTIVE_TYPES = ("macroenabled", "vbaproject", "vbadata", "macrosheet", "activex", "attachedtoolbars")
EMBEDDING_TYPES = ("oleobject", "package.main")
ACTIVE_RELATIONS = (
    "vbaproject",
    "xlmacrosheet",
    "xlintlmacrosheet",
    "control",
    "activexcontrolbinary",
    "attachedtoolbars",
    "wordvbadata",
)
EMBEDDING_RELATIONS = ("oleobject", "afchunk")
HARMLESS_LINKS = ("hyperlink",)
LONGEST_INDEX = 5_000_000
LONGEST_TAG = 1_000_000
LOCAL_TEMPLATE = re.compile(r"(?:file:/{0,3})?[a-z]:[\\/]|[^:/\\]+\.dotx?m?$", re.IGNORECASE)
UNFETCHED_PICTURE = re.compile(r"cid:|(?:file:/{0,3})?[a-z]:[\\/]", re.IGNORECASE)
FIELD = re.compile(
    rb"""<(?:\w+:)?fldChar\b[^>]{0,400}?fldCharType\s*=\s*["'](\w+)["']"""
    rb"""|<(?:\w+:)?instrText\b[^>]{0,400}>([^<]*)"""
    rb"""|<(?:\w+:)?fldSimple\b[^>]{0,400}?\binstr\s*=\s*["']([^"']*)["']"""
)
FETCHING_FIELD = re.compile(r"""\s*["']?(?:DDE(?:AUTO)?\b|(?:INCLUDETEXT|LINK)\b.{0,60}(?://|\\\\))""", re.IGNORECASE | re.DOTALL)

MACROS = "The file holds macros. Save it as {ending} without macros and send it again."
LINKED = "The file fetches something from another place when it is opened. Break the links, save it and send it again."
EMBEDDED = "The file holds another document embedded in it. Remove it, or send it as a file of its own."
FETCHING = "The file holds a field that runs or fetches something when it is opened (DDE). Remove it and send it again."
QUOTED = re.compile(r'"[^"]*"')
OTHER_PROGRAM = re.compile(r"[\w'.]\s*\|.*!", re.DOTALL)


def _asks_another_program(formula: bytes) -> bool:
    """Whether a formula names a program, a topic and an item (cmd|'/C calc'!A0) outside its quoted words."""
    words = html.unescape(formula.decode("utf-8", "replace"))
    return bool(OTHER_PROGRAM.search(QUOTED.sub("", words.partition(">")[2])))


FORBIDDEN = [
    Forbidden(
        re.compile(r"^xl/.*sheets?/"),
        re.compile(rb"<(?:\w+:)?f\b[^>]{0,300}>[^<|]{0,500}\|[^<]{0,500}"),
        "dde",
        FETCHING,
        _asks_another_program,
    ),
    Forbidden(re.compile(r"^xl/externallinks/", re.IGNORECASE), re.compile(rb"<(?:\w+:)?(?:dde|ole)Link\b"), "dde", FETCHING),
    Forbidden(
        re.compile(r"^xl/connections", re.IGNORECASE),
        re.compile(rb"""<(?:\w+:)?webPr\b|refreshOnLoad\s*=\s*["'](?:1|true)"""),
        "external_link",
        LINKED,
    ),
]


def check_office(package: Package, kind: str, limits: Limits, *, nested: bool = False) -> None:
    """Refuse what is no docx or xlsx at heart, what carries macros or embedded files, and what reaches outside."""
    types = _content_types(package, kind)
    _check_types(types, kind)
    charts = _chart_workbooks(package)
    _check_names(package, kind)
    for name in package.parts:
        if name.lower().endswith(".rels"):
            _check_relations(package, name, kind)
    scan_parts(package, FORBIDDEN, limits, may_be_packed=lambda name: name in charts and not nested)
    if kind == "docx":
        _check_fields(package)
    for name in charts:
        check_office(Package.open(package.read(name), limits), "xlsx", limits, nested=True)


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise Refused("doctype", "The file declares its own document type, which no Office program writes. It is not accepted.")
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def _index(package: Package, name: str) -> etree._Element:
    if package.parts[name].file_size > LONGEST_INDEX:
        raise damaged()
    return _parsed(package.read(name))


def _content_types(package: Package, kind: str) -> list[str]:
    if CONTENT_TYPES not in package.parts:
        raise Refused("content_mismatch", f"The file is not a {NAMES[kind]}, although its name ends in .{kind}.")
    return [str(entry.get("ContentType", "")) for entry in _index(package, CONTENT_TYPES).iter() if entry.get("ContentType")]


def _check_types(types: list[str], kind: str) -> None:
    folded = [entry.lower() for entry in types]
    if any(word in entry for entry in folded for word in ACTIVE_TYPES):
        raise Refused("macros", MACROS.format(ending=f".{kind}"))
    if any(word in entry for entry in folded for word in EMBEDDING_TYPES):
        raise Refused("embedded_object", EMBEDDED)
    found = {MAIN_TYPES[entry] for entry in types if entry in MAIN_TYPES}
    if found != {kind}:
        is_this = f"a {NAMES[found.pop()]}" if len(found) == 1 else f"not a {NAMES[kind]}"
        raise Refused("content_mismatch", f"The file is {is_this}, although its name ends in .{kind}.")


def _check_names(package: Package, kind: str) -> None:
    for name in (name.lower() for name in package.parts):
        if "vbaproject" in name or "/macrosheets/" in name or "/activex/" in name:
            raise Refused("macros", MACROS.format(ending=f".{kind}"))


def _relations(package: Package, name: str) -> list[tuple[str, str, bool]]:
    """Each relation's last word, its target, and whether the target is outside the file."""
    return [
        (
            str(entry.get("Type", "")).rsplit("/", 1)[-1].lower(),
            str(entry.get("Target", "")),
            str(entry.get("TargetMode", "")).lower() == "external",
        )
        for entry in _index(package, name)
        if isinstance(entry.tag, str)
    ]


def _check_relations(package: Package, name: str, kind: str) -> None:
    for relation, target, outside in _relations(package, name):
        if relation in ACTIVE_RELATIONS:
            raise Refused("macros", MACROS.format(ending=f".{kind}"))
        if relation in EMBEDDING_RELATIONS:
            raise Refused("embedded_object", EMBEDDED)
        if outside and not _is_harmless(relation, target):
            raise Refused("external_link", LINKED)


def _is_harmless(relation: str, target: str) -> bool:
    """A link somebody must click, the path of the office's own template, or the shadow of a pasted e-mail's picture."""
    if relation == "attachedtemplate":
        return bool(LOCAL_TEMPLATE.match(target))
    if relation == "image":
        return bool(UNFETCHED_PICTURE.match(target))
    return relation in HARMLESS_LINKS


def _chart_workbooks(package: Package) -> frozenset[str]:
    """The workbooks that Word keeps behind its charts: the only packed files a document may hold."""
    found = set()
    for name in package.parts:
        folder, file = posixpath.split(name)
        if not (folder.endswith("charts/_rels") and file.endswith(".rels")):
            continue
        for relation, target, outside in _relations(package, name):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(folder), target)).lstrip("/")
            if relation == "package" and not outside and path.endswith(".xlsx") and path in package.parts:
                found.add(path)
    return frozenset(found)


def _check_fields(package: Package) -> None:
    for name in package.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            for instruction in _fields(_whole_tags(package.unpack(name))):
                if FETCHING_FIELD.match(instruction):
                    raise Refused("dde", FETCHING)


def _whole_tags(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The part in pieces that begin with a tag and end before one, so that no tag is torn."""
    left = b""
    for piece in pieces:
        content = left + piece
        border = content.rfind(b"<")
        if border > 0:
            yield content[:border]
        left = content[max(border, 0) :][:LONGEST_TAG]
    yield left


def _fields(pieces: Iterator[bytes]) -> Iterator[str]:
    """The instructions of a document's fields, each put together again from the runs Word scatters them over."""
    open_fields = [""]
    for piece in pieces:
        if b"fldChar" not in piece and b"instrText" not in piece and b"fldSimple" not in piece:
            continue
        for match in FIELD.finditer(piece):
            mark, words, simple = match.groups()
            if mark == b"begin":
                open_fields.append("")
            elif mark == b"end" and len(open_fields) > 1:
                yield open_fields.pop()
            elif words is not None:
                open_fields[-1] += html.unescape(words.decode("utf-8", "replace"))
            elif simple is not None:
                yield html.unescape(simple.decode("utf-8", "replace"))
    yield from open_fields
