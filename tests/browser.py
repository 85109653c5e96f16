"""Debian's Chromium, started once for a module of tests: the one without windows where it is there, which takes half the time."""

import shutil
from collections.abc import Iterator
from pathlib import Path
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


def violations(page: Page, *, contrast: bool = True) -> list[str]:
    """What axe holds against a page, each with the first element that it means."""
    if page not in _lines:
        _lines[page] = page.context.new_cdp_session(page)
    _lines[page].send("Runtime.evaluate", {"expression": AXE, "silent": True})
    return list(page.evaluate(JUDGE, contrast))
