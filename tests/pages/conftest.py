"""A real browser before pages that are drawn here and served from memory, under the application's own security policy."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from csp.utils import build_policy
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

SITE = "https://pages.test"

Answer = Callable[[Request], tuple[int, str]]


@dataclass
class Site:
    """Pages by path, and what a browser had to say about them."""

    context: BrowserContext
    policy: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def show(self, path: str, html: str, until: Literal["load", "domcontentloaded"] = "load") -> Page:
        """Open a page that holds this HTML."""
        self.answers[path] = lambda _: (200, html)
        page = self.context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(SITE + path, wait_until=until)
        return page

    def serve(self, route: Route) -> None:
        request = route.request
        self.asked.append(request.url)
        path = urlsplit(request.url).path
        if not request.url.startswith(SITE):
            route.abort()
        elif path in self.answers:
            status, body = self.answers[path](request)
            route.fulfill(status=status, body=body, headers=self.headers() | {"content-type": _type_of(body)})
        elif path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
            kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
            route.fulfill(body=Path(found).read_bytes(), headers={"content-type": kind})
        else:
            route.fulfill(status=404, body="")

    def headers(self) -> dict[str, str]:
        return {"content-security-policy": self.policy} if self.policy else {}


def _type_of(body: str) -> str:
    return "application/json" if body.startswith("{") else "text/html; charset=utf-8"


@pytest.fixture
def open_site(browser: Browser) -> Iterator[Callable[..., Site]]:
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1280, with_policy: bool = True, javascript: bool = True) -> Site:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript)
        contexts.append(context)
        site = Site(context, build_policy() if with_policy else "")
        context.route("**/*", site.serve)
        return site

    yield opened
    for context in contexts:
        context.close()
