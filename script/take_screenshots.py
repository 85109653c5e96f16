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
CASE = "NSCB-2023-001"
HIGH = 1500  # where what the picture is about stands below the case and its rooms
# Who looks, at which case, and the tabs and links that lead there; none for my work.
SHOTS = {
    "my-work": ("Nadia Brightwell", CASE, ()),
    "case": ("Nadia Brightwell", CASE, ("Summary",)),
    "referral": ("Margaret Eastaugh", CASE, ("Referral",)),
    "imr": ("Blessing Ekong", CASE, ("Agencies",)),
    "chronology": ("Blessing Ekong", CASE, ("Chronology",)),
    "proposals": ("Blessing Ekong", CASE, ("Chronology", "Proposals")),
    "lanes": ("Blessing Ekong", CASE, ("Chronology", "Swim lanes")),
    "grid": ("Orla Dunne", "NSCB-2026-003", ("Chronology", "Children’s social care", "Type entries row by row")),
    "key": ("Nadia Brightwell", CASE, ("Chronology", "Key")),
    "overview": ("Dr Philip Quarmby", CASE, ("Overview",)),
    "actions": ("Gwen Aldous", CASE, ("Actions",)),
}


def main(address: str) -> None:
    """Sign in as each person, open their page of the Alder case, take the picture."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, (person, case, links) in SHOTS.items():
            for width in (1280, 390):
                height = HIGH if len(links) > 1 else 900
                page = browser.new_context(viewport={"width": width, "height": height}).new_page()
                show(page, address, person, case, links)
                page.screenshot(path=FOLDER / f"{name}-{width}.png")
                page.context.close()
        browser.close()


def show(page: Page, address: str, person: str, case: str, links: tuple[str, ...]) -> None:
    """The page of one person: my work, or where the links lead from the summary of the case."""
    page.goto(f"{address}/account/login/")
    page.get_by_role("button", name=person).click()
    if links:
        page.goto(f"{address}/cases/?words={case}")
        page.get_by_role("table").get_by_role("link", name=case).click()
    for place, link in enumerate(links):
        where = page if place else page.get_by_role("navigation", name="Case")
        if link != "Summary":
            where.get_by_role("link", name=link, exact=True).first.click()
    page.wait_for_load_state()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
