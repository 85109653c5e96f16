"""What holds for every template there is: nothing inline that the content security policy would refuse, nothing unescaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

ROOT = Path(settings.BASE_DIR)
STAGES = ("frameworks", "agencies", "casework", "reviews", "referrals", "chronology", "imr", "overview", "actionplans", "demo")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SOURCES = [path for stage in STAGES for path in (ROOT / stage).rglob("*.py")]

# A document that WeasyPrint draws is no page: no browser reads it, and no policy stands over it.
PAGES = [path for path in TEMPLATES if not path.name.startswith("paper")]

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an event handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script of its own": re.compile(r"<script\b(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
    "an address of another host": re.compile(r"(?:src|href|action)=\"(?:https?:)?//", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
}
UNESCAPED = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off")
SAYS_SAFE = re.compile(r"mark_safe\(|SafeString\(|\.__html__")

# Read line by line: the cleaned rich text, a constant of the guide, and what is drawn without a template for its speed,
# where every word of an agency, a key or a form is escaped as it is put in.
READ_AND_FOUND_SAFE = {
    "casework/templatetags/casework.py": 1,
    "chronology/exporting/printing.py": 1,
    "chronology/templatetags/chronology.py": 1,
    "chronology/templatetags/genogram.py": 2,
    "chronology/templatetags/grid.py": 1,
    "chronology/templatetags/lanes.py": 4,
    "frameworks/templatetags/guide.py": 1,
}


@pytest.mark.parametrize("what", INLINE)
def test_no_page_holds(what: str) -> None:
    holding = [str(path.relative_to(ROOT)) for path in PAGES if INLINE[what].search(path.read_text("utf-8"))]
    assert holding == []


def test_no_template_lets_words_through_unescaped() -> None:
    assert [str(path.relative_to(ROOT)) for path in TEMPLATES if UNESCAPED.search(path.read_text("utf-8"))] == []


def test_code_that_calls_words_safe_is_the_list_that_was_read() -> None:
    found = {str(path.relative_to(ROOT)): len(SAYS_SAFE.findall(path.read_text("utf-8"))) for path in SOURCES}
    assert {name: count for name, count in found.items() if count} == READ_AND_FOUND_SAFE


def test_the_patterns_know_what_they_look_for() -> None:
    bad = (
        '<p style="x"><style></style><p class="x" onclick="y"><script nonce="x">z</script>'
        '<img src="https://other.example/x"><a href="javascript:x">'
    )
    assert [what for what, pattern in INLINE.items() if not pattern.search(bad)] == []
    good = '<script src="/x.js" defer></script><script data-x="y" type="application/json">{}</script>{{ button }}'
    assert [what for what, pattern in INLINE.items() if pattern.search(good)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_every_template_compiles(path: Path) -> None:
    engines["django"].get_template(str(path.relative_to(ROOT / "templates")))
