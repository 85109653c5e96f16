"""Somebody at a browser of their own: goes by what pages say aloud, and notices what no page may do."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Locator, Page, Response, expect

from tests.browser import violations

Name = str | re.Pattern[str]
PRINTING = 60_000  # milliseconds for the worker to make a PDF
NARROWEST = 320  # pixels
PERIOD = 30  # seconds that a code of an authenticator app lasts
ARRIVAL = """() => [
    document.querySelector(".govuk-error-summary")?.innerText ?? null,
    performance.getEntriesByType("resource").map(each => each.name),
]"""
KINDS = """async () => {
    const isWaiting = () => [...document.querySelectorAll("textarea[data-editor]")].some(each => each.offsetParent);
    for (let tries = 0; isWaiting(); tries += 1) {
        if (tries === 1000) throw new Error("A text is still without its editor.");
        await new Promise(done => setTimeout(done, 20));
    }
    const named = [...document.querySelectorAll("main, main [class]")].map(each => each.tagName + "." + each.classList[0]);
    return [[...new Set(named)], document.querySelectorAll("h1").length];
}"""


@dataclass
class Inspection:
    """What was met on the way: the elements of every page by its address, and everything that a page should not have done."""

    site: str
    kinds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    violations: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def attend(self, page: Page) -> None:
        """Listen to a browser from now on. It reaches no other host: whatever it asks one for fails, and is a complaint too."""
        page.on(
            "console",
            lambda said: said.type == "error" and self.complaints.append(f"{page.url}: {said.text} {said.location['url']}"),
        )
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def note(self, fetched: list[str]) -> None:
        """What a page has fetched."""
        self.strangers += [address for address in fetched if not self._is_ours(address)]

    def look_at(self, page: Page) -> None:
        """Let axe judge a page, as often as it shows a kind of element that was not seen at its address before.

        It is then made as narrow as the narrowest telephone, and nothing of it may run over.
        Contrast takes the most time by far: it is measured when the address, or the kind of element, is new altogether.
        """
        name = resolve(urlsplit(page.url).path).view_name
        kinds, titles = page.evaluate(KINDS)
        if titles != 1:
            self.violations.append(f"{name}: {titles} headings of the first level")
        if self.kinds[name].issuperset(kinds):
            return
        is_new = not self.kinds[name] or not set().union(*self.kinds.values()).issuperset(kinds)
        self.kinds[name].update(kinds)
        self.violations += [f"{name}: {each}" for each in violations(page, contrast=is_new)]
        wide = page.viewport_size
        assert wide
        page.set_viewport_size(wide | {"width": NARROWEST})
        if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROWEST:
            self.violations.append(f"{name}: {width} pixels wide where there are {NARROWEST}")
        page.set_viewport_size(wide)

    def _is_ours(self, address: str) -> bool:
        return address.startswith((f"{self.site}/", "data:", "blob:"))


@dataclass
class Visitor:
    """A person before a page. What they press, follow and answer has the name that a screen reader says."""

    page: Page
    name: str
    email: str
    password: str
    secret: str
    inspection: Inspection
    has_javascript: bool = True

    # --- signing in ---------------------------------------------------------------------------------------------

    def sign_in(self, site: str) -> None:
        """With e-mail, password and the code of an authenticator app, which a newcomer sets up before anything else."""
        self.open(f"{site}/account/login/")
        self.fill("Email", self.email)
        self.fill("Password", self.password)
        self.press("Sign in")
        if self.secret:
            self.type_code("Continue")
        else:
            self._set_up_the_app()

    def _set_up_the_app(self) -> None:
        self.meets("Is it still you?")
        self.fill("Password", self.password)
        self.press("Confirm")
        self.meets("Set up an authenticator app")
        self.secret = self.page.locator(".c8-secret").inner_text()
        self.type_code("Set up")
        self.meets("Recovery codes")
        self.follow("Go on to my work")

    def type_code(self, button: str) -> None:
        """The code that the app shows now; when its time ran out on the way, the next one."""
        asked = self.page.url
        self.page.get_by_label(re.compile("code$", re.IGNORECASE)).fill(code_of(self.secret))
        with self._going() as arrival:
            self._named("button", button).click()
        if self.page.url == asked:
            self.page.get_by_label(re.compile("code$", re.IGNORECASE)).fill(code_of(self.secret))
            self.press(button)
        else:
            self._arrived(arrival.value)

    # --- going about --------------------------------------------------------------------------------------------

    def open(self, address: str) -> None:
        """By the address itself, as from a bookmark."""
        self._arrived(self.page.goto(address))

    def go_to_my_work(self) -> None:
        self.follow("My work")

    def take_up(self, task: str) -> None:
        """Begin what waits for this person in "My work"."""
        self.go_to_my_work()
        row = self.page.get_by_role("row").filter(has_text=task)
        with self._going() as arrival:
            row.get_by_role("link").click()
        self._arrived(arrival.value)

    def open_case(self, tab: str = "Summary") -> None:
        """The one case this person works on, from "My work"."""
        self.go_to_my_work()
        with self._going() as arrival:
            self.page.get_by_role("complementary", name="My cases").get_by_role("link").first.click()
        self._arrived(arrival.value)
        if tab != "Summary":
            self.turn_to(tab)

    def turn_to(self, tab: str) -> None:
        """Another tab of the case."""
        tabs = self.page.get_by_role("navigation", name="Case")
        with self._going() as arrival:
            tabs.get_by_role("link", name=tab, exact=True).click()
        self._arrived(arrival.value)

    def follow(self, link: Name) -> None:
        """Follow the first link of this name."""
        with self._going() as arrival:
            self._named("link", link).first.click()
        self._arrived(arrival.value)

    def press(self, button: Name) -> None:
        """Press the first button of this name, with which the page goes on."""
        with self._going() as arrival:
            self._named("button", button).first.click()
        self._arrived(arrival.value)

    def _named(self, role: Any, name: Name) -> Locator:
        return self.page.get_by_role(role, name=name, exact=isinstance(name, str))

    @contextmanager
    def _going(self) -> Any:
        with self.page.expect_navigation() as arrival:
            yield arrival

    def _arrived(self, answer: Response | None) -> None:
        """On a page, and not on one that refuses or finds something wrong."""
        wrong, fetched = self.page.evaluate(ARRIVAL)
        self.inspection.note(fetched)
        assert wrong is None, f"{self.page.url}: {wrong}"
        assert answer is not None, self.page.url
        assert answer.status == 200, f"{answer.status} {self.page.url}: {self.page.get_by_role('main').inner_text()}"
        self.look()

    def open_the_pdf(self) -> bytes:
        """The worker makes it while the page waits; what then comes down through the page."""
        ready = self._named("button", "Open the PDF")
        expect(ready).to_be_visible(timeout=PRINTING)
        self.look()
        with self.page.expect_download() as coming:
            ready.click()
        return coming.value.path().read_bytes()

    def look(self) -> None:
        """What stands on the page now is inspected too."""
        if self.has_javascript:
            self.inspection.look_at(self.page)

    def filter_for(self, words: str) -> None:
        """Narrow a list to what holds these words."""
        self.page.get_by_text("Filter this list").click()
        self.fill("Words", words)
        self.press("Show")

    # --- answering ----------------------------------------------------------------------------------------------

    def fill(self, question: str, words: str) -> None:
        self.page.get_by_label(question, exact=True).fill(words)

    def choose(self, question: str, *answers: Name) -> None:
        """Radios or boxes that belong to one question."""
        for answer in answers:
            self._group(question).get_by_label(answer, exact=True).check()

    def pick(self, question: str, answer: str) -> None:
        """From a list that opens."""
        self.page.get_by_label(question, exact=True).select_option(label=answer)

    def tick(self, *statements: Name) -> None:
        for statement in statements:
            self.page.get_by_label(statement, exact=True).check()

    def tick_all(self, question: str) -> None:
        """Every box under a question."""
        for box in self._group(question).get_by_role("checkbox").all():
            box.check()

    def date(self, question: str, day: date) -> None:
        for part, number in {"Day": day.day, "Month": day.month, "Year": day.year}.items():
            self._group(question).get_by_label(part, exact=True).fill(str(number))

    def write(self, title: str, words: str) -> None:
        """Type into the rich-text editor, after what stands there."""
        named = self.page.get_by_role("textbox", name=title, exact=True)
        self.page.locator("[contenteditable=true]").and_(named).click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(words)

    def upload(self, question: str, *files: Path) -> None:
        self.page.get_by_label(question, exact=True).set_input_files(files)

    def _group(self, question: str) -> Locator:
        return self.page.get_by_role("group", name=question, exact=True)

    # --- reading ------------------------------------------------------------------------------------------------

    def meets(self, heading: Name) -> None:
        """The page's own heading, or a part of it."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)

    def reads(self, *sentences: Name) -> None:
        """Words that stand on the page."""
        for sentence in sentences:
            expect(self.page.get_by_role("main").get_by_text(sentence).first).to_be_visible()

    def is_told(self, sentence: Name) -> None:
        """The message after something was done."""
        expect(self.page.locator(".govuk-notification-banner")).to_contain_text(sentence)


def code_of(secret: str) -> str:
    """What an authenticator app shows for a secret at this moment (RFC 6238)."""
    key = base64.b32decode(secret.strip())
    mac = hmac.digest(key, struct.pack(">Q", int(time.time()) // PERIOD), hashlib.sha1)
    start = mac[-1] & 15
    return f"{(int.from_bytes(mac[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


Arrive = Callable[..., Visitor]
