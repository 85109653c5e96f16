"""What Word and Excel files have in common: properties, links, pictures, and the parts that nobody looks at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from casework.gate.packages import Package, damaged
from chronology.naming.files.others import picture_pieces
from chronology.naming.leaks import Piece

PICTURES = frozenset({".png", ".jpg", ".jpeg"})
DULL = ("theme", "styles", "fonttable", "websettings", "numbering", "printersettings", "calcchain", "[content_types]")
# Attributes in which people leave names: whoever drew, wrote or changed something, and what a picture is said to show.
TELLING = frozenset(
    {
        *("author", "initials", "descr", "title", "alt", "tooltip", "displayName", "userId", "nametype", "lastModifiedBy"),
        *("display", "displayText", "string", "instr", "prompt", "promptTitle", "error", "errorTitle", "refreshedBy"),
        *("userName", "user", "comment", "description", "sourceFile", "command", "url", "anchor"),
    }
)
NAMED = frozenset(
    {
        *("docPr", "cNvPr", "bookmarkStart", "docVar", "sheet", "table", "tableColumn", "person", "property", "author"),
        *("cacheField", "dataField", "pivotField", "pivotTableDefinition", "scenario", "user-defined"),
    }
)
VALUED = frozenset(
    {
        *("alias", "tag", "docVar", "s", "placeholder", "filter", "customFilter", "inputCells"),
        *("listEntry", "default", "helpText", "statusText", "name", "query", "connectString"),
    }
)
NAMESPACES = ("http://schemas.", "http://purl.", "http://www.w3.", "urn:")


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def root_of(package: Package, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(package.read(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error


def side_pieces(package: Package, name: str) -> Iterator[Piece]:
    """A part that is no page: properties by their names, links by where they lead, pictures by what they carry."""
    path = PurePosixPath(name)
    low = name.lower()
    if low.endswith(".rels"):
        yield from _links(package, name)
    elif path.suffix.lower() in PICTURES:
        yield Piece("name of a picture", path.stem, is_name=True)
        yield from picture_pieces(package.read(name), f"picture {path.name}")
    elif low.startswith("docprops/") and low.endswith(".xml"):
        yield from properties(root_of(package, name))
    elif low == "word/styles.xml":
        named = (each.find("{*}name") for each in root_of(package, name).iter("{*}style") if _is_own(each))
        yield from (
            Piece("name of a style", " ".join(map(str, each.attrib.values())), is_name=True) for each in named if each is not None
        )
    elif low.startswith("customxml/") and low.endswith(".xml"):
        root = root_of(package, name)
        yield from any_words(root, path.name)
        values = dict.fromkeys(str(value) for element in root.iter() for value in element.attrib.values())
        yield from (Piece(path.name, value, is_name=True) for value in values if not value.startswith(NAMESPACES))
    elif low.endswith((".xml", ".vml")) and not any(word in low for word in DULL):
        yield from any_words(root_of(package, name), path.name)


def _is_own(style: etree._Element) -> bool:
    """Whether somebody made this style, rather than the program."""
    return any(etree.QName(key).localname == "customStyle" for key in style.attrib)


def properties(root: etree._Element) -> Iterator[Piece]:
    for element in root.iter():
        words = (element.text or "").strip()
        if words and local(element):
            named = next((str(up.get("name")) for up in element.iterancestors() if up.get("name")), local(element))
            yield Piece(f"properties: {named}", words)
    yield from attributes(root, "properties")


def any_words(root: etree._Element, where: str) -> Iterator[Piece]:
    """Every text and every telling attribute of a part."""
    yield from (Piece(where, words) for words in _stretches(root) if words)
    yield from attributes(root, where)


def _stretches(element: etree._Element) -> Iterator[str]:
    """What stands between tags; a paragraph is one, however often its look changes within a name."""
    name = local(element)
    if name == "p":
        yield " ".join("".join(map(str, element.itertext())).split())
    elif name:
        yield " ".join((element.text or "").split())
        for child in element:
            yield from _stretches(child)
            yield " ".join((child.tail or "").split())


def attributes(root: etree._Element, where: str) -> Iterator[Piece]:
    """Names that stand in attributes: authors of comments and changes, alternative texts, names of drawn things."""
    seen: set[tuple[str, str]] = set()
    for element in root.iter():
        name = local(element)
        for key, value in element.attrib.items():
            word = etree.QName(key).localname
            if (str(value), word) in seen or not str(value).strip() or str(value).startswith(NAMESPACES):
                continue
            place = _place(name, word)
            if place:
                seen.add((str(value), word))
                yield Piece(f"{where}: {place}", str(value), is_name=word in {"name", "val", "displayName", "anchor"})


def _place(element: str, attribute: str) -> str:
    """What an attribute is in words, if people leave names there."""
    if attribute in {"author", "lastModifiedBy"}:
        return "author of a comment" if element in {"comment", "author"} else "author of a change"
    if attribute == "initials":
        return "initials of a comment’s author"
    if attribute in {"descr", "alt"} or (attribute == "title" and element in {"docPr", "cNvPr", "shape", "rect"}):
        return "alternative text"
    if attribute in TELLING or (element, attribute) in {("cfRule", "text"), ("listItem", "value")}:
        return attribute
    if attribute == "name" and element in NAMED:
        return f"name of a {element}"
    return f"value of a {element}" if attribute in {"val", "v"} and element in VALUED else ""


def _links(package: Package, name: str) -> Iterator[Piece]:
    for entry in root_of(package, name):
        if str(entry.get("TargetMode", "")).lower() == "external":
            yield Piece("address of a link", unquote(str(entry.get("Target", ""))), is_name=True)
