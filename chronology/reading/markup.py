"""Opening the XML inside Office files so that nothing is fetched, expanded or kept longer than needed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from casework.gate import Refused

DAMAGED = "The file is damaged and cannot be read. Open it in the program it came from, save it again and send it."


def damaged() -> Refused:
    return Refused("damaged", DAMAGED)


def parsed(archive: ZipFile, name: str) -> etree._Element:
    """The root of a small part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise damaged() from error


def elements(archive: ZipFile, name: str, *tags: str) -> Iterator[etree._Element]:
    """The part's elements of those tags as they end, each forgotten once the caller asks for the next."""
    try:
        content = io.BytesIO(archive.read(name))
        for _, element in etree.iterparse(
            content, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise damaged() from error
