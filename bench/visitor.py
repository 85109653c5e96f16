"""Somebody with a browser: signs in, follows addresses, sends forms, one after the other over one connection."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench.floor import PROCESSOR, QUERIES

PATIENCE = 60  # seconds for an answer before something is wrong
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class WrongAnswer(Exception):
    """The page did not answer as it does to a person who may see it."""


@dataclass(frozen=True)
class Answer:
    """What came back, how long it took in milliseconds, of which so many in Python, and how many queries it cost."""

    status: int
    milliseconds: float
    processor: float
    queries: int
    text: str


class Visitor:
    """One person at one browser."""

    def __init__(self, url: str, email: str, password: str) -> None:
        self.email = email
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
        self._cookies: dict[str, str] = {}
        self.send("/account/login/", {"login": email, "password": password})

    def close(self) -> None:
        """Leave."""
        self._connection.close()

    def get(self, path: str) -> Answer:
        """Ask for a page; anything but the page itself is a WrongAnswer."""
        return self._ask("GET", path, None, wanted=200)

    def send(self, path: str, form: dict[str, Any]) -> Answer:
        """Fill in a form as it stands on its page, and send it; it must lead on to another page."""
        return self.post(path, form | {"csrfmiddlewaretoken": self.token(path)})

    def post(self, path: str, form: dict[str, Any]) -> Answer:
        """Send a form that already carries its token."""
        return self._ask("POST", path, urlencode(form).encode(), wanted=302)

    def token(self, path: str) -> str:
        """The token in the form of a page."""
        found = TOKEN.search(self.get(path).text)
        if found is None:
            raise WrongAnswer(f"{path} shows no form.")
        return found[1]

    def _ask(self, method: str, path: str, body: bytes | None, *, wanted: int) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            answer = self._timed(method, path, body, headers)
        except (HTTPException, ConnectionError):  # a connection that lay idle is closed by the server
            self._connection.close()
            answer = self._timed(method, path, body, headers)
        if answer.status != wanted:
            raise WrongAnswer(f"{method} {path} as {self.email}: {answer.status} instead of {wanted}.")
        return answer

    def _timed(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        text = response.read()
        milliseconds = (time.perf_counter() - began) * 1_000
        for line in response.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        processor, queries = int(response.headers[PROCESSOR]) / 1_000, int(response.headers[QUERIES])
        return Answer(response.status, milliseconds, processor, queries, text.decode())
