"""Debian's Chromium, started once for a module of tests: the one without windows where it is there, which takes half the time."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
QUIETLY = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUIETLY += ("--disable-component-update", "--disable-sync")
QUIETLY += ("--disable-features=PaintHolding,RenderDocument",)  # one frame serves page after page, and nothing is painted twice


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """While it runs, Playwright has an event loop in this thread; it takes part in no question to the database."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        yield chromium
        chromium.close()


def violations(page: Page) -> list[str]:
    """What axe holds against a page, each with the first element that it means."""
    axe = (Path(settings.BASE_DIR) / "node_modules/axe-core/axe.min.js").read_text("utf-8")
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": axe})
    found = page.evaluate(
        "async () => (await document.fonts.ready, await axe.run()).violations.map(v => v.id + ': ' + v.nodes[0].html)"
    )
    return list(found)
