"""What WeasyPrint reads of a paper, prepared so that it does not do what a paper of ours never needs.

It reads HTML letter by letter in Python, and makes four styles for every element in case there is a footnote, a note or a
list's marker about it: half of its time for a table of 2,000 rows. Our own templates are well-formed, which lets the parser
that Python brings read them, and no paper of ours has footnotes. What is not well-formed is read as before.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from cssselect2 import ElementWrapper
from defusedxml.ElementTree import fromstring
from weasyprint import CSS, HTML

SVG = "{http://www.w3.org/2000/svg}"
OF_EVERY_ELEMENT = re.compile(r"^::(?:marker|footnote-call|footnote-marker|note-marker)\s*\{[^}]*\}", re.MULTILINE)
OF_LISTS = "li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }"


class Paper(HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A paper that brings everything with it."""

    def __init__(self, words: str, url_fetcher: Any) -> None:
        try:
            root = _read(words)
        except ParseError:
            super().__init__(string=words, url_fetcher=url_fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_plain_styles()]


def _read(words: str) -> Element:
    """The tree of a well-formed paper; its drawings stand in the namespace in which an HTML parser puts them."""
    root: Element = fromstring(words)
    for drawing in list(root.iter("svg")):
        for part in drawing.iter():
            part.tag = f"{SVG}{part.tag}"
    return root


@cache
def _plain_styles() -> CSS:
    """The styles that WeasyPrint begins with, but for those that stand about every element."""
    styles = (files("weasyprint") / "css" / "html5_ua.css").read_text(encoding="utf-8")
    return CSS(string=f"{OF_EVERY_ELEMENT.sub('', styles)}\n{OF_LISTS}")
