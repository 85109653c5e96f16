"""A browser whose pages come from the application within this process, on the test's own connection."""

from __future__ import annotations

import contextvars
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from csp.utils import build_policy
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page, Request, Route

SITE = "https://testserver"


@dataclass
class Line:
    """The way between the browser and the application; it can be cut, or lose the answer on the way back.

    Playwright calls back in a context of its own; in the test's the application has the test's own connection.
    """

    client: Client
    here: contextvars.Context = field(default_factory=contextvars.copy_context)
    state: str = "open"
    complaints: list[str] = field(default_factory=list)

    @contextmanager
    def opened(self, browser: Browser) -> Iterator[Page]:
        """A page of a browser that has no other way out."""
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.route("**/*", self.serve)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        yield page
        context.close()

    def serve(self, route: Route) -> None:
        request = route.request
        path = urlsplit(request.url).path
        if self.state == "cut":
            route.abort()
        elif path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
            route.fulfill(body=Path(found).read_bytes(), headers={"content-type": kind})
        else:
            self._answer(route, request.url.removeprefix(SITE))

    def _answer(self, route: Route, address: str) -> None:
        answer = self.here.run(self._ask, route.request, address)
        if self.state == "answers are lost":
            route.abort()
        else:
            headers = {"content-type": answer["Content-Type"], "content-security-policy": build_policy()}
            route.fulfill(status=answer.status_code, body=answer.content, headers=headers)

    def _ask(self, request: Request, address: str) -> HttpResponse:
        if request.method != "POST":
            return self.client.get(address)
        kind = request.headers.get("content-type", "")
        return self.client.post(address, data=request.post_data_buffer or b"", content_type=kind, follow=True)
