"""Takes the documentation's pictures from a running demonstration: python script/take_screenshots.py [address].

Start script/demo first. Each picture is taken at 1280 and at 390 pixels, signed in as the person it is about.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SHOTS = {
    "my-work": ("Nadia Brightwell", ""),
    "case": ("Nadia Brightwell", "Summary"),
    "referral": ("Margaret Eastaugh", "Referral"),
    "imr": ("Blessing Ekong", "Agencies"),
    "chronology": ("Blessing Ekong", "Chronology"),
    "overview": ("Dr Philip Quarmby", "Overview"),
    "actions": ("Gwen Aldous", "Actions"),
}
CASE = "NSCB-2023-001"


def main(address: str) -> None:
    """Sign in as each person, open their page of the Alder case, take the picture."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, (person, tab) in SHOTS.items():
            for width in (1280, 390):
                page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
                show(page, address, person, tab)
                page.screenshot(path=FOLDER / f"{name}-{width}.png")
                page.context.close()
        browser.close()


def show(page: Page, address: str, person: str, tab: str) -> None:
    """The page of one person: my work, or a tab of the case."""
    page.goto(f"{address}/account/login/")
    page.get_by_role("button", name=person).click()
    if tab:
        page.goto(f"{address}/cases/?words={CASE}")
        page.get_by_role("table").get_by_role("link", name=CASE).click()
    if tab and tab != "Summary":
        page.get_by_role("navigation", name="Case").get_by_role("link", name=tab, exact=True).click()
    page.wait_for_load_state()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
