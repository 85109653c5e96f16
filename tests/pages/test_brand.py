"""The palette: every pair of colours that is used for words or for the edge of a control can be told apart (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static" / "css"
COLOURS = dict(re.findall(r"--c8-([a-z-]+): (#[0-9a-f]{3,6});", (CSS / "brand.css").read_text("utf-8")))

WORDS = [
    ("ink", "white"), ("ink", "paper"), ("ink", "clay-tint"), ("ink", "focus"), ("quiet", "white"), ("quiet", "paper"),
    ("link", "white"), ("link", "paper"), ("link", "clay-tint"), ("link", "petrol-tint"), ("link-dark", "white"),
    ("visited", "white"), ("visited", "paper"), ("white", "petrol"), ("white", "clay"), ("white", "clay-dark"),
    ("white", "bad"), ("white", "bad-dark"), ("white", "good"), ("petrol", "white"), ("petrol", "petrol-tint"),
    ("good", "good-tint"), ("good", "white"), ("warn", "warn-tint"), ("bad", "white"), ("bad-dark", "bad-tint"),
    ("bad-dark", "white"), ("ink", "warn-tint"), ("quiet-dark", "quiet-tint"),
]  # fmt: skip
EDGES = [("edge", "white"), ("edge", "paper"), ("clay", "paper"), ("clay", "white"), ("clay", "petrol-tint"), ("petrol", "white")]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(words: str, ground: str) -> None:
    assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_marks_can_be_seen(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


def test_a_pair_that_is_too_close_is_found_out() -> None:
    assert contrast("rule", "paper") < 3


def test_the_typeface_of_gov_uk_is_overruled_before_it_is_named() -> None:
    head = (Path(settings.BASE_DIR) / "templates" / "base.html").read_text("utf-8")
    assert head.index("css/typeface.css") < head.index("govuk/govuk-frontend.min.css") < head.index("css/brand.css")


def test_nothing_is_fetched_from_elsewhere_by_a_style() -> None:
    """A pattern drawn on the page itself may be named."""
    assert [path.name for path in CSS.glob("*.css") if re.search(r"@import|url\((?!\"#)", path.read_text("utf-8"))] == []
