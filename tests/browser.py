"""Debian's Chromium, started once for a module of tests: the one without windows where it is there, which takes half the time."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from django.conf import settings
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
QUIETLY = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUIETLY += ("--disable-component-update", "--disable-sync")
QUIETLY += ("--disable-features=PaintHolding,RenderDocument",)  # one frame serves page after page, and nothing is painted twice
QUIETLY += ("--js-flags=--no-opt,--no-maglev,--single-threaded",)  # no script runs for so long that compiling it well pays
QUIETLY += ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)  # no other host is there
AXE = (Path(settings.BASE_DIR) / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """While it runs, Playwright has an event loop in this thread; it takes part in no question to the database."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        yield chromium
        chromium.close()


JUDGE = """async (contrast) => {
    await document.fonts.ready;
    const rules = { "color-contrast": { enabled: contrast } };
    const found = await axe.run({ resultTypes: ["violations"], selectors: false, rules });
    return found.violations.map(each => each.id + ": " + each.nodes[0].html);
}"""
_lines: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()  # to each page, past its policy for scripts


AT_HAND = "(() => { const axe = localStorage.getItem('axe'); axe && (0, eval)(axe); return Boolean(axe); })()"


def violations(page: Page, *, contrast: bool = True) -> list[str]:
    """What axe holds against a page, each with the first element that it means."""
    if page not in _lines:
        _lines[page] = page.context.new_cdp_session(page)
    if not _evaluated(page, AT_HAND):  # kept by the browser for its site: to send it for every page takes longer than to run it
        _evaluated(page, f"localStorage.setItem('axe', {json.dumps(AXE)})")
        _evaluated(page, AT_HAND)
    return list(page.evaluate(JUDGE, contrast))


def _evaluated(page: Page, expression: str) -> Any:
    """Past the page's policy for scripts."""
    return _lines[page].send("Runtime.evaluate", {"expression": expression, "silent": True})["result"].get("value")
