"""Long texts: what may stand in them, what may not, and how they are typed without JavaScript."""

from html.parser import HTMLParser

import pytest
from django.template import Context, Template

from casework import richtext
from casework.richtext import RichTextField
from tests.pages.payloads import CORPUS

WHOLE = (
    "<h3>What we saw</h3><p>The <strong>visitor</strong> called &amp; <em>waited</em>.<br>Nobody came.</p>"
    "<ul><li><p>one</p></li><li><p>two</p></li></ul><ol><li><p>first</p></li></ol>"
    "<blockquote><p>I was not told.</p></blockquote><h4>After</h4>"
    '<table><tbody><tr><th colspan="2">When</th></tr><tr><td>3 March</td><td>GP</td></tr></tbody></table>'
    '<p><a href="https://www.example.org/a?b=c&amp;d" rel="noopener noreferrer">source</a></p>'
)


class Inventory(HTMLParser):
    """Everything in a piece of HTML that is not words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def allowed(tag: str, name: str, value: str) -> bool:
    if tag == "a":
        return (name == "href" and value.startswith(("http://", "https://"))) or (name, value) == (
            "rel",
            "noopener noreferrer",
        )
    return tag in {"th", "td"} and name in {"colspan", "rowspan"} and value.isdigit()


def test_a_text_with_everything_that_is_allowed_stays_as_it_is() -> None:
    assert richtext.clean(WHOLE) == WHOLE


@pytest.mark.parametrize("way", [richtext.clean, richtext.received], ids=["shown", "typed"])
def test_no_hostile_text_leaves_more_than_words_and_the_listed_tags(way: type[richtext.clean]) -> None:
    assert len(set(CORPUS)) >= 300
    for hostile in CORPUS:
        left = way(hostile)
        found = Inventory(left)
        assert found.tags <= richtext.TAGS, hostile
        assert [each for each in found.attributes if not allowed(*each)] == [], hostile
        assert found.others == [], hostile
        assert richtext.clean(left) == left, hostile


def test_what_is_stored_hostile_is_cleaned_again_when_it_is_shown() -> None:
    page = Template("{% load casework %}{{ text|richtext }}")
    stored = "<p>Seen</p><img src=x onerror=struck()><script>struck()</script>"
    assert page.render(Context({"text": stored})) == "<p>Seen</p>"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One line\nand another", "<p>One line<br>and another</p>"),
        ("First.\r\n\r\nSecond.", "<p>First.</p><p>Second.</p>"),
        ("A bruise <5 cm & swelling", "<p>A bruise &lt;5 cm &amp; swelling</p>"),
        ("## What we saw\nText", "<h3>What we saw</h3><p>Text</p>"),
        ("- one\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("1. one\n2. two", "<ol><li><p>one</p></li><li><p>two</p></li></ol>"),
        ("27. March was a Friday", "<p>27. March was a Friday</p>"),
        ("> I was not told.", "<blockquote><p>I was not told.</p></blockquote>"),
        ("2 > 1 - always", "<p>2 &gt; 1 - always</p>"),
        ("<b>bold?</b>", "<p>&lt;b&gt;bold?&lt;/b&gt;</p>"),
        ("", ""),
        ("  \n ", ""),
    ],
)
def test_plain_lines_become_paragraphs(typed: str, kept: str) -> None:
    assert richtext.received(typed) == kept


def test_editing_without_javascript_keeps_headings_lists_and_quotations() -> None:
    lines = "## What we saw\n\nThe visitor called.\nNobody came.\n\n- one\n- two\n\n1. first\n2. second\n\n> I was not told."
    assert richtext.to_lines(richtext.received(lines)) == lines


def test_the_words_of_a_text_come_without_marks() -> None:
    assert richtext.plain(WHOLE).split("\n") == [
        "What we saw",
        "The visitor called & waited.",
        "Nobody came.",
        "one",
        "two",
        "first",
        "I was not told.",
        "After",
        "When\t",
        "3 March\tGP\t",
        "source",
    ]


def test_the_field_gives_clean_html_and_calls_an_empty_editor_empty() -> None:
    field = RichTextField(required=False)
    assert field.clean("<p>Seen <script>struck()</script>twice</p>") == "<p>Seen twice</p>"
    assert field.clean("<p></p>") == ""
    assert field.clean("<p> </p><ul><li></li></ul>") == ""


def test_the_box_holds_lines_for_people_and_html_for_the_editor() -> None:
    box = RichTextField().widget.render("text", "<p>Seen</p><ul><li><p>one</p></li></ul>", {"id": "id_text"})
    assert 'data-editor="&lt;p&gt;Seen&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;p&gt;one&lt;/p&gt;&lt;/li&gt;&lt;/ul&gt;"' in box
    assert box.split(">", 1)[1].split("</textarea>")[0].strip() == "Seen\n\n- one"
