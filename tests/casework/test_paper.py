"""A paper is read by the quick parser or by the patient one, and is the same paper."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from casework.paper import Paper

STYLES = "<style>@page { size: 90mm 60mm } .red { color: #a00 }</style>"
BODY = """<ol><li>One</li><li>Two</li></ol><ul><li>Dot</li></ul><table><tr><td class="red">A &amp; B</td></tr></table>
<svg viewBox="0 0 9 9" width="9" height="9"><title>Disc</title><circle cx="4" cy="4" r="3" fill="#173f4a"/></svg>"""
WELL_FORMED = f'<!DOCTYPE html><html lang="en"><head><title>T</title>{STYLES}</head><body>{BODY}<p>End</p></body></html>'


def pdf(paper: HTML) -> bytes:
    return paper.render().write_pdf(uncompressed_pdf=True)


@pytest.mark.parametrize("words", [WELL_FORMED, WELL_FORMED.replace("<p>", "<br>&nbsp;<p>")])
def test_it_is_set_as_weasyprint_alone_would_set_it(words: str) -> None:
    assert pdf(Paper(words, None)) == pdf(HTML(string=words))
