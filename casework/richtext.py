"""Long texts with headings, lists and tables: what may stand in them, and how they are typed.

What is stored is HTML of a short list of tags. It is cleaned when it is typed and again whenever it is shown.
Without JavaScript the same field is a plain box: there a line that starts with ``## `` is a heading, ``- `` or ``1. ``
an item of a list, ``> `` a quotation, and everything else a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

import nh3
from django import forms

BLOCKS = {"p", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
TAGS = BLOCKS | {"strong", "em", "br", "a"}
SPAN = {"colspan", "rowspan"}
ATTRIBUTES = {"a": {"href"}, "th": SPAN, "td": SPAN}
# These go with everything in them; of any other tag the words stay.
UNSPEAKABLE = {"script", "style", "template", "svg", "math", "iframe", "object", "noscript", "title", "textarea", "xmp"}

TAG = re.compile(r'(<(?:[^>"]|"[^"]*")*>)')
WRITTEN_BY_EDITOR = re.compile(r"\s*<(p|h[1-6]|ul|ol|blockquote|table)[\s>]", re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)
MARK = re.compile(r"(?P<mark>#{2,3}|[-*]|\d{1,3}\.|>) +(?P<words>.*)")
WRAPPED = {"##": "<h3>{}</h3>", "###": "<h4>{}</h4>", ">": "<blockquote><p>{}</p></blockquote>"}


def clean(html: str) -> str:
    """The text with only what may stand in it; cleaning twice changes nothing."""
    return nh3.clean(
        html.replace("\x00", ""),
        tags=TAGS,
        clean_content_tags=UNSPEAKABLE,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
        strip_comments=True,
    ).strip()


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if WEB_ADDRESS.match(value) else None
    if name in SPAN:
        return value if value.isascii() and value.isdigit() else None
    return value if (tag, name) == ("a", "rel") else None  # nh3's own rel, and none of its general attributes


def is_markup(text: str) -> bool:
    """Whether a text came from the editor, rather than from the plain box."""
    return WRITTEN_BY_EDITOR.match(text) is not None


def received(text: str) -> str:
    """What came from the field, as clean HTML: the editor's markup, or plain lines turned into paragraphs."""
    return clean(text if is_markup(text) else from_lines(text))


def from_lines(text: str) -> str:
    """Plain lines as HTML: marked lines become headings, lists and quotations, blank lines part paragraphs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(_block(kind, list(group)) for kind, group in groupby(map(_line, lines), _kind))


class _Line(NamedTuple):
    mark: str
    words: str
    whole: str


def _line(line: str) -> _Line:
    found = MARK.fullmatch(line.strip())
    mark, words = (found["mark"], found["words"]) if found else ("", line.strip())
    return _Line(mark, escape(words), escape(line.strip()))


def _kind(line: _Line) -> str:
    if line.mark[:1].isdigit():
        return "ol"
    return line.mark or ("p" if line.words else "")


def _block(kind: str, lines: list[_Line]) -> str:
    numbered = [line.mark for line in lines] == [f"{n}." for n in range(1, len(lines) + 1)]
    if kind == "p" or (kind == "ol" and not numbered):
        return f"<p>{'<br>'.join(line.whole for line in lines)}</p>"
    if kind in {"ol", "-", "*"}:
        tag = "ol" if kind == "ol" else "ul"
        items = "".join(f"<li><p>{line.words}</p></li>" for line in lines)
        return f"<{tag}>{items}</{tag}>"
    return "".join(WRAPPED[kind].format(line.words) for line in lines if kind)


def plain(html: str) -> str:
    """The words alone, a line for each block."""
    return "\n".join(line for line in _read(html, marked=False).split("\n") if line)


def reworded(html: str, change: Callable[[str], str]) -> str:
    """The text with the words between its tags changed, and nothing else of it."""
    pieces = TAG.split(clean(html))
    return "".join(piece if place % 2 else escape(change(unescape(piece)), quote=False) for place, piece in enumerate(pieces))


def to_lines(html: str) -> str:
    """The text as it is typed without JavaScript: ``from_lines`` the other way round, bold and links without their dress."""
    return _read(html, marked=True)


def _read(html: str, *, marked: bool) -> str:
    reader = _Reader(marked=marked)
    reader.feed(clean(html))
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()


class _Reader(HTMLParser):
    """Walks through clean HTML and writes its words down, line by line."""

    headings: ClassVar = {"h3": "## ", "h4": "### "}

    def __init__(self, *, marked: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.marked = marked
        self.parts: list[str] = []
        self.lists: list[int | None] = []
        self.quoted = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "blockquote":
            self.quoted = True
        elif tag == "br":
            self.parts.append("\n")
        elif tag in {"li", "h3", "h4"} or (tag == "p" and self.quoted):
            self._mark(tag)

    def _mark(self, tag: str) -> None:
        if not self.marked:
            return
        if tag == "li" and self.lists and self.lists[-1] is not None:
            self.lists[-1] += 1
            self.parts.append(f"{self.lists[-1]}. ")
        else:
            self.parts.append(self.headings.get(tag, "- " if tag == "li" else "> "))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self.lists = self.lists[:-1]
        elif tag == "blockquote":
            self.quoted = False
        if tag in {"td", "th"}:
            self.parts.append("\t")
        elif tag in {"li", "tr"} or (tag == "p" and self.lists):
            self._end_line()
        elif tag in BLOCKS:
            self.parts.append("\n\n")

    def _end_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"\s+", " ", data))


class RichTextWidget(forms.Textarea):
    """A plain box that becomes an editor where JavaScript runs."""

    template_name = "components/richtext.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        html = received(value or "")
        context["widget"]["html"] = html
        context["widget"]["lines"] = to_lines(html)
        return context


class RichTextField(forms.CharField):
    """A long text; its clean value is HTML that may be stored and shown."""

    widget = RichTextWidget

    def to_python(self, value: Any) -> str:
        html = received(super().to_python(value) or "")
        return html if plain(html) else ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return received(initial or "") != received(data or "")
